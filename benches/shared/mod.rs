//! What do the benchmarks of what is kept share? Databases that are thrown away, and as many answers in them as are wanted.

#[allow(dead_code, clippy::unwrap_used, clippy::expect_used, reason = "the tests' own, which use all of it")]
#[path = "../../tests/it/postgres.rs"]
mod postgres;

use std::error::Error;
use std::time::Instant;

use jiff::Timestamp;
use nordvis::store::{Database, Store, StoreConfig, StoreError, StoredAnswer};
use tempfile::TempDir;
use uuid::Uuid;

/// The databases, thrown away with this value.
pub struct Databases {
    /// Each with its name: a file of SQLite on the disk that holds the build folder, and the PostgreSQL database that
    /// `NORDVIS_BENCH_DATABASE` names, or one of a server that is started for it.
    pub all: Vec<(&'static str, Database)>,
    _folder: TempDir,
    _server: Option<postgres::Server>,
}

impl Databases {
    /// New, empty ones, with as many answers in each as `NORDVIS_BENCH_STORED` says.
    pub async fn filled() -> Result<Self, Box<dyn Error>> {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        let (server, url) = match std::env::var("NORDVIS_BENCH_DATABASE") {
            Ok(url) => (None, url),
            Err(_) => {
                let server = tokio::task::spawn_blocking(postgres::Server::start).await?;
                let url = server.database().await;
                (Some(server), url)
            }
        };
        let file = Database::Sqlite(folder.path().join("nordvis.db"));
        let all = vec![("SQLite", file), ("PostgreSQL", url.parse()?)];
        let wanted = std::env::var("NORDVIS_BENCH_STORED").ok().map(|number| number.parse()).transpose()?;
        for (name, database) in &all {
            if let Some(wanted) = wanted {
                let begun = Instant::now();
                fill(&StoreConfig::new(database.clone()), wanted).await?;
                println!("{name}: {wanted} answers stored in {:.1} s", begun.elapsed().as_secs_f64());
            }
        }
        Ok(Self { all, _folder: folder, _server: server })
    }
}

/// How a program is told of a database, secrets and all.
#[allow(dead_code, reason = "not every benchmark starts a program")]
pub fn url(database: &Database) -> String {
    match database {
        Database::Sqlite(file) => format!("sqlite:{}", file.display()),
        Database::Postgres(url) => url.reveal().to_owned(),
    }
}

/// The time that a process has spent on processors, in user and kernel: the sum over its threads, which all live as
/// long as it serves.
#[allow(dead_code, clippy::expect_used, reason = "not every benchmark starts a program, and one may fail by panicking")]
pub fn cpu_seconds(process: u32) -> f64 {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).expect("Linux tells what a process has used");
    let nanoseconds = threads.filter_map(|thread| {
        let stat = std::fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        stat.split(' ').next()?.parse::<f64>().ok()
    });
    nanoseconds.sum::<f64>() / 1e9
}

/// Stores so many answers as the program does, so that the audit log tells of each.
async fn fill(config: &StoreConfig, answers: usize) -> Result<(), Box<dyn Error>> {
    const CALLERS: usize = 512;
    let store = Store::open(config).await?;
    let callers = (0..CALLERS).map(|caller| {
        let store = store.clone();
        let each = answers / CALLERS + usize::from(caller < answers % CALLERS);
        tokio::spawn(async move {
            let template = answer();
            for _ in 0..each {
                store.keep_answer(StoredAnswer { id: Uuid::now_v7(), ..template.clone() }).await?;
            }
            Ok::<_, StoreError>(())
        })
    });
    for caller in callers.collect::<Vec<_>>() {
        caller.await??;
    }
    store.close().await;
    Ok(())
}

/// An answer of the usual size.
pub fn answer() -> StoredAnswer {
    StoredAnswer {
        id: Uuid::now_v7(),
        created_at: Timestamp::now(),
        corpus: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        program: "0.1.0".into(),
        request: text(700),
        reply: text(6 * 1024),
        owner: None,
    }
}

/// So many bytes of text.
pub fn text(bytes: usize) -> String {
    (b' '..=b'~').cycle().take(bytes).map(char::from).collect()
}
