//! Why could something not be kept or read? One variant for each thing that a caller treats differently; none carries
//! what was asked or answered, nor SQL.

use std::fmt;
use std::io;

use sqlx::migrate::MigrateError;

/// Why the store could not do what it was asked. Nothing that met one of these was acknowledged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// More is waiting than may wait. Try again in a second.
    Overloaded,
    /// There is no room left. Reading works; writing works again by itself when there is room.
    DiskFull,
    /// The database cannot be used at the moment. It is tried again with the next call.
    Unavailable(Reason),
    /// The database's content is not whole. It has to be restored from a backup.
    Damaged,
    /// Something with this id is already kept, and stays as it is.
    Duplicate,
    /// The turn is not its conversation's next one: another came first. Read the conversation again, and answer anew.
    Conflict,
    /// The database's program is older than the oldest that is safe to write with.
    TooOld {
        /// The program and version that was found.
        library: String,
        /// The oldest version that would do.
        oldest: String,
    },
    /// The database has a schema that this version of the program does not know.
    UnknownSchema {
        /// The number of the unknown migration.
        version: i64,
    },
    /// The database belongs to another program.
    NotOurs,
}

/// Why a database cannot be used at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The operating system refused the folder or the file.
    File(io::ErrorKind),
    /// SQLite refused, with this result code.
    Refused(i32),
    /// PostgreSQL refused, with this SQLSTATE.
    State([u8; 5]),
    /// The server could not be reached, or the connection to it broke.
    Connection(io::ErrorKind),
    /// The server does not speak TLS as it was asked to.
    NotEncrypted,
    /// The file system cannot hold a write-ahead log that several connections share, as network file systems cannot.
    NoWriteAheadLog,
    /// The file was moved, replaced or removed while it was open.
    Moved,
    /// There is no file, but a write-ahead log of one, with its index or without.
    Orphan,
    /// It did not respond in time.
    TimedOut,
    /// The store is closed, or its writer ended.
    Stopped,
}

impl StoreError {
    /// What an error of bringing the schema up to date means; `fault` says it of an error of the database.
    pub(super) fn of_migration(error: &MigrateError, fault: impl Fn(&sqlx::Error) -> Self) -> Self {
        match error {
            MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => fault(error),
            MigrateError::VersionMissing(version)
            | MigrateError::VersionMismatch(version)
            | MigrateError::Dirty(version) => Self::UnknownSchema { version: *version },
            _ => Self::Unavailable(Reason::Stopped),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overloaded => f.write_str("too many writes are waiting"),
            Self::DiskFull => f.write_str("there is no room left for the database"),
            Self::Unavailable(reason) => write!(f, "the database cannot be used: {reason}"),
            Self::Damaged => f.write_str("the database is damaged: restore it from a backup"),
            Self::Duplicate => f.write_str("something with this id is already kept"),
            Self::Conflict => f.write_str("another turn of the conversation came first"),
            Self::TooOld { library, oldest } => write!(f, "{library} is too old: version {oldest} or later is needed"),
            Self::UnknownSchema { version } => {
                write!(
                    f,
                    "the database was written by another version of nordvis (its migration {version} is not known)"
                )
            }
            Self::NotOurs => f.write_str("the database belongs to another program"),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(kind) => write!(f, "{kind}"),
            Self::Refused(code) => write!(f, "it refused (result code {code})"),
            Self::State(code) => write!(f, "it refused (SQLSTATE {})", code.escape_ascii()),
            Self::Connection(kind) => write!(f, "no connection ({kind})"),
            Self::NotEncrypted => f.write_str("the connection cannot be encrypted as asked"),
            Self::NoWriteAheadLog => f.write_str("its file system cannot share a write-ahead log"),
            Self::Moved => f.write_str("its file was moved, replaced or removed while it was open"),
            Self::Orphan => {
                f.write_str("its file is gone, and its write-ahead log is not: set -wal and -shm aside as well")
            }
            Self::TimedOut => f.write_str("it did not respond in time"),
            Self::Stopped => f.write_str("it is closed"),
        }
    }
}

impl std::error::Error for StoreError {}
