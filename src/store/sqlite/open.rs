//! Is this file one that we may write to? Version, ownership, wholeness and schema, in this order, before anything
//! is written.

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqlSafeStr, SqliteConnection};
use tokio::time::sleep;

use super::Reader;
use super::fault::{BUSY, fault, migration_fault};
use super::files;
use super::writer::Writer;
use crate::store::{Reason, StoreError};

/// Older versions can lose committed pages when a writer meets a checkpoint (sqlite.org/wal.html#walresetbug).
const OLDEST: Version = Version(3, 51, 3);

/// Says that a file is ours; written by the first migration.
const APPLICATION_ID: i64 = 0x6e6f_7264;

/// A reply of 6 KB fits: measured, a fifth less CPU for each answer than 4 KB.
const PAGE_BYTES: u32 = 16_384;

/// How long one connection waits for another's lock.
const LOCK_WAIT: Duration = Duration::from_secs(5);
const LOCK_PAUSE: Duration = Duration::from_millis(10);

/// How many reads run at once, and how long the next one waits for its turn.
const READERS: u32 = 4;
const READ_WAIT: Duration = Duration::from_secs(2);

const MIGRATIONS: [(i64, &str, &str); 8] = [
    (1, "answers and feedback", include_str!("../../../migrations/sqlite/0001_answers_and_feedback.sql")),
    (2, "conversations", include_str!("../../../migrations/sqlite/0002_conversations.sql")),
    (3, "audit", include_str!("../../../migrations/sqlite/0003_audit.sql")),
    (5, "corpora", include_str!("../../../migrations/sqlite/0005_corpora.sql")),
    (6, "clients", include_str!("../../../migrations/sqlite/0006_clients.sql")),
    (7, "checksums", include_str!("../../../migrations/sqlite/0007_checksums.sql")),
    (8, "used tokens", include_str!("../../../migrations/sqlite/0008_used_tokens.sql")),
    (9, "by time", include_str!("../../../migrations/sqlite/0009_by_time.sql")),
];

/// Opens or creates the file and makes sure that it can be relied on.
pub(in crate::store) async fn open(path: &Path, max_bytes: Option<u64>) -> Result<(Writer, Reader), StoreError> {
    if files::is_remote(path) {
        return Err(StoreError::Unavailable(Reason::NoWriteAheadLog));
    }
    if files::is_orphaned(path) {
        return Err(StoreError::Unavailable(Reason::Orphan));
    }
    let file = |error: io::Error| StoreError::Unavailable(Reason::File(error.kind()));
    files::create(path).map_err(file)?;
    let options = writing(path, max_bytes);
    let mut connection = connect(&options).await?;
    check_library(&mut connection).await?;
    check_owner(&mut connection).await?;
    check_journal(&mut connection).await?;
    check_wholeness(&mut connection).await?;
    migrate(&mut connection).await?;
    let identity = files::Identity::of(path).map_err(file)?;
    let pool = SqlitePoolOptions::new()
        .max_connections(READERS)
        .acquire_timeout(READ_WAIT)
        .test_before_acquire(false)
        .connect_lazy_with(reading(path));
    Ok((Writer::new(options, connection, identity), Reader::new(pool)))
}

pub(super) fn writing(path: &Path, max_bytes: Option<u64>) -> SqliteConnectOptions {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .page_size(PAGE_BYTES)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(LOCK_WAIT)
        // What belongs to a conversation goes with it, and is overwritten, not just let go of; nor does it pass through
        // a temporary file. One thing escapes: when SQLite moves rows between pages as those around them go, a copy can
        // stay in an unused part of a page. Measured, of 0 to 5 conversations in 1000; `VACUUM` overwrites it.
        .foreign_keys(true)
        .pragma("secure_delete", "ON")
        .pragma("temp_store", "MEMORY")
        .pragma("wal_autocheckpoint", "1000")
        .pragma("journal_size_limit", "67108864")
        .disable_statement_logging();
    match max_bytes {
        Some(bytes) => options.pragma("max_page_count", (bytes / u64::from(PAGE_BYTES)).max(1).to_string()),
        None => options,
    }
}

/// For `VACUUM`, which writes the whole database to a temporary file: as large a one does not fit in memory, and it belongs
/// beside the database, on a disk that may hold it.
pub(super) fn rewriting(writing: &SqliteConnectOptions) -> SqliteConnectOptions {
    let folder = writing.get_filename().parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).to_string_lossy().replace('\'', "''");
    writing.clone().pragma("temp_store", "FILE").pragma("temp_store_directory", format!("'{folder}'"))
}

fn reading(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        .pragma("query_only", "ON")
        .busy_timeout(LOCK_WAIT)
        .disable_statement_logging()
}

/// SQLite does not wait for the lock that turns a new file's write-ahead log on, so we do.
async fn connect(options: &SqliteConnectOptions) -> Result<SqliteConnection, StoreError> {
    let begun = Instant::now();
    loop {
        match options.connect().await.map_err(|error| fault(&error)) {
            Err(StoreError::Unavailable(Reason::Refused(BUSY))) if begun.elapsed() < LOCK_WAIT => {
                sleep(LOCK_PAUSE).await
            }
            outcome => return outcome,
        }
    }
}

async fn check_library(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let library: String = value(connection, "SELECT sqlite_version()").await?;
    match Version::read(&library) {
        Some(version) if version >= OLDEST => Ok(()),
        _ => Err(StoreError::TooOld { library: format!("SQLite {library}"), oldest: OLDEST.to_string() }),
    }
}

async fn check_owner(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let owner: i64 = value(connection, "PRAGMA application_id").await?;
    let objects: i64 = value(connection, "SELECT count(*) FROM sqlite_schema").await?;
    match (owner, objects) {
        (APPLICATION_ID, _) | (0, 0) => Ok(()),
        _ => Err(StoreError::NotOurs),
    }
}

async fn check_journal(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let mode: String = value(connection, "PRAGMA journal_mode").await?;
    if mode == "wal" { Ok(()) } else { Err(StoreError::Unavailable(Reason::NoWriteAheadLog)) }
}

async fn check_wholeness(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let found: String = value(connection, "PRAGMA integrity_check(1)").await?;
    if found == "ok" { Ok(()) } else { Err(StoreError::Damaged) }
}

/// All that is missing in one transaction, begun with the write lock: of two programs that start together one waits.
async fn migrate(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let migrations = MIGRATIONS.map(|(version, description, sql)| {
        Migration::new(version, description.into(), MigrationType::Simple, sql.into_sql_str(), false)
    });
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await.map_err(|error| fault(&error))?;
    Migrator::with_migrations(migrations.into())
        .run(&mut *transaction)
        .await
        .map_err(|error| migration_fault(&error))?;
    transaction.commit().await.map_err(|error| fault(&error))
}

async fn value<T>(connection: &mut SqliteConnection, sql: &'static str) -> Result<T, StoreError>
where
    T: for<'r> sqlx::Decode<'r, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite> + Send + Unpin,
{
    sqlx::query_scalar(sql).fetch_one(connection).await.map_err(|error| fault(&error))
}

/// A version of SQLite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Version(u32, u32, u32);

impl Version {
    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('.').map(|part| part.parse().ok());
        Some(Self(parts.next()??, parts.next()??, parts.next()??))
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        for safe in ["3.51.3", "3.51.10", "3.52.0", "3.100.0", "4.0.0"] {
            assert!(Version::read(safe).unwrap() >= OLDEST, "{safe}");
        }
        for unsafe_one in ["3.51.2", "3.40.1", "3.9.9", "2.100.100"] {
            assert!(Version::read(unsafe_one).unwrap() < OLDEST, "{unsafe_one}");
        }
        assert_eq!(Version::read("3.51"), None);
    }

    /// A crash of the machine cannot be staged here; these settings are what withstands it.
    #[tokio::test]
    async fn every_writing_connection_flushes_at_each_commit() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("nordvis.db");
        let (writer, reader) = open(&file, None).await.unwrap();
        let mut connection = writing(&file, None).connect().await.unwrap();
        assert_eq!(value::<String>(&mut connection, "PRAGMA journal_mode").await.unwrap(), "wal");
        assert_eq!(value::<i64>(&mut connection, "PRAGMA synchronous").await.unwrap(), 2, "FULL");
        assert_eq!(value::<i64>(&mut connection, "PRAGMA page_size").await.unwrap(), i64::from(PAGE_BYTES));
        drop((writer, reader));
    }

    #[tokio::test]
    async fn a_rewrite_is_on_the_disk_of_the_database_and_all_else_in_memory() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("Anna's").join("nordvis.db");
        let opened = open(&file, None).await.unwrap();
        let mut connection = rewriting(&writing(&file, None)).connect().await.unwrap();
        assert_eq!(value::<i64>(&mut connection, "PRAGMA temp_store").await.unwrap(), 1, "FILE");
        let place: String = value(&mut connection, "PRAGMA temp_store_directory").await.unwrap();
        assert_eq!(Path::new(&place), file.parent().unwrap());
        let mut connection = writing(&file, None).connect().await.unwrap();
        assert_eq!(value::<i64>(&mut connection, "PRAGMA temp_store").await.unwrap(), 2, "MEMORY");
        drop(opened);
    }

    #[tokio::test]
    async fn a_reading_connection_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("nordvis.db");
        let (writer, reader) = open(&file, None).await.unwrap();
        let mut connection = reading(&file).connect().await.unwrap();
        let refused = sqlx::query("DELETE FROM answers").execute(&mut connection).await.unwrap_err();
        assert_eq!(fault(&refused), StoreError::Unavailable(Reason::Refused(8)), "read-only");
        drop((writer, reader));
    }
}
