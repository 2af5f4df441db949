//! What do the store's tests stand on? A database that is thrown away, and answers to keep in it.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use nordvis::store::{Conversation, Database, Store, StoreConfig, StoredAnswer, Turn};
use sqlx::sqlite::{SqliteConnectOptions, SqliteSynchronous};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use tempfile::TempDir;
use uuid::Uuid;

use crate::postgres::{Server, shared};

/// A database of its own for one test.
pub struct Bed {
    pub config: StoreConfig,
    folder: TempDir,
}

impl Bed {
    /// A file that does not exist yet, in a folder that does not exist yet.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data").join("nordvis.db");
        Self { config: StoreConfig::new(Database::Sqlite(file)), folder }
    }

    /// A file that does not exist yet, in this folder.
    pub fn sqlite_in(folder: &Path, number: usize) -> Self {
        let file = folder.join(format!("copy-{number}.db"));
        Self { config: StoreConfig::new(Database::Sqlite(file)), folder: tempfile::tempdir().unwrap() }
    }

    /// An empty database of the server that the tests share.
    pub async fn postgres() -> Self {
        Self::on(shared()).await
    }

    /// An empty database of this server.
    pub async fn on(server: &Server) -> Self {
        let url = server.database().await;
        Self { config: StoreConfig::new(url.parse().unwrap()), folder: tempfile::tempdir().unwrap() }
    }

    /// The database as `--database` takes it.
    pub fn url(&self) -> String {
        match &self.config.database {
            Database::Sqlite(path) => format!("sqlite:{}", path.display()),
            Database::Postgres(url) => url.reveal().to_owned(),
        }
    }

    pub async fn open(&self) -> Store {
        Store::open(&self.config).await.unwrap()
    }

    /// The bytes of every file of the database: its pages, its log and the log's index.
    pub fn bytes(&self) -> Vec<u8> {
        let files = fs::read_dir(self.file().parent().unwrap()).unwrap();
        files.flat_map(|file| fs::read(file.unwrap().path()).unwrap()).collect()
    }

    /// A connection of another program.
    pub async fn raw(&self) -> Raw {
        match &self.config.database {
            Database::Sqlite(path) => {
                let options = SqliteConnectOptions::new().filename(path).synchronous(SqliteSynchronous::Off);
                Raw::Sqlite(options.connect().await.unwrap())
            }
            Database::Postgres(url) => Raw::Postgres(sqlx::PgConnection::connect(url.reveal()).await.unwrap()),
        }
    }

    /// The folder that goes with the bed.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The database's file.
    pub fn file(&self) -> PathBuf {
        match &self.config.database {
            Database::Sqlite(path) => path.clone(),
            Database::Postgres(url) => panic!("{url} is no file"),
        }
    }
}

/// What another program does to the database.
pub enum Raw {
    Sqlite(sqlx::SqliteConnection),
    Postgres(sqlx::PgConnection),
}

impl Raw {
    pub const fn is_file(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }

    pub async fn run(&mut self, sql: &str) {
        self.tried(sql).await.unwrap();
    }

    /// Whether the database refuses to do this.
    pub async fn refuses(&mut self, sql: &str) -> bool {
        self.tried(sql).await.is_err()
    }

    async fn tried(&mut self, sql: &str) -> sqlx::Result<()> {
        let sql = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        match self {
            Self::Sqlite(connection) => sql.execute(connection).await.map(|_| ()),
            Self::Postgres(connection) => sql.execute(connection).await.map(|_| ()),
        }
    }

    /// Lets the audit log be changed, as its owner could.
    pub async fn unguard(&mut self) {
        match self {
            Self::Sqlite(_) => self.run("DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_removed").await,
            Self::Postgres(_) => self.run("ALTER TABLE audit DISABLE TRIGGER ALL").await,
        }
    }

    /// Where PostgreSQL keeps the tables of this database.
    pub async fn folder_name(&mut self) -> String {
        let Self::Postgres(connection) = self else { panic!("SQLite has a file") };
        let sql = "SELECT oid::text FROM pg_database WHERE datname = current_database()";
        sqlx::query_scalar(sql).fetch_one(connection).await.unwrap()
    }

    /// The rows of the audit log: who, what, whether, of what.
    pub async fn audit(&mut self) -> Vec<String> {
        let sql = "SELECT client || ' ' || action || ' ' || status || ' ' || subject FROM audit ORDER BY chain, number";
        match self {
            Self::Sqlite(connection) => sqlx::query_scalar(sql).fetch_all(connection).await.unwrap(),
            Self::Postgres(connection) => sqlx::query_scalar(sql).fetch_all(connection).await.unwrap(),
        }
    }
}

/// An answer of the usual size.
pub fn answer() -> StoredAnswer {
    answer_of(Uuid::now_v7())
}

/// The one answer that has this id: all of it follows from the id.
pub fn answer_of(id: Uuid) -> StoredAnswer {
    StoredAnswer {
        id,
        created_at: Timestamp::from_microsecond(1_795_000_000_000_000 + i64::from(id.as_bytes()[15])).unwrap(),
        corpus: "sha256:0123456789abcdef".into(),
        program: "0.1.0".into(),
        request: format!(r#"{{"question":"Höftartros? {id}"}}"#),
        reply: format!("{id} ").repeat(170),
        owner: id.as_bytes()[15].is_multiple_of(2).then(|| "portal".into()),
    }
}

/// A conversation that has just begun.
pub fn conversation() -> Conversation {
    Conversation {
        id: Uuid::now_v7(),
        created_at: Timestamp::from_microsecond(1_795_000_000_000_001).unwrap(),
        settings: r#"{"region":"SE-M","language":"sv","asOf":"2026-11-21"}"#.into(),
        owner: Some("portal".into()),
    }
}

/// A turn of the usual size.
pub fn turn(number: u32) -> Turn {
    turn_of(number, Uuid::now_v7())
}

/// The one turn with this number whose answer has this id.
pub fn turn_of(number: u32, answer: Uuid) -> Turn {
    Turn { number, input: format!(r#"{{"text":"eGFR 48? {answer}"}}"#), answer: answer_of(answer) }
}
