//! What does an error of SQLite mean to a caller?

use sqlx::Error;
use sqlx::error::{DatabaseError, ErrorKind};
use sqlx::migrate::MigrateError;

use crate::store::{Reason, StoreError};

/// Another connection holds the lock.
pub(super) const BUSY: i32 = 5;

/// The low byte of a result code says what happened, the rest says where.
const PRIMARY: i32 = 0xff;
const CORRUPT: i32 = 11;
const FULL: i32 = 13;
const NOT_A_DATABASE: i32 = 26;
/// The index of the write-ahead log could not be enlarged.
const NO_ROOM_FOR_INDEX: i32 = 10 | 19 << 8;

/// The error without its text, which may hold SQL.
pub(super) fn fault(error: &Error) -> StoreError {
    match error {
        Error::Database(error) => database(error.as_ref()),
        Error::Io(error) => StoreError::Unavailable(Reason::File(error.kind())),
        Error::PoolTimedOut => StoreError::Overloaded,
        // What we wrote does not read back as what we wrote.
        Error::RowNotFound | Error::ColumnDecode { .. } | Error::Decode(_) => StoreError::Damaged,
        _ => StoreError::Unavailable(Reason::Stopped),
    }
}

/// The same for the schema.
pub(super) fn migration_fault(error: &MigrateError) -> StoreError {
    StoreError::of_migration(error, fault)
}

fn database(error: &dyn DatabaseError) -> StoreError {
    if error.kind() == ErrorKind::UniqueViolation {
        // Another program wrote the next row of the audit log.
        let overtaken = error.message().contains("audit.number");
        return if overtaken { StoreError::Conflict } else { StoreError::Duplicate };
    }
    let code = error.code().and_then(|code| code.parse::<i32>().ok()).unwrap_or_default();
    match (code & PRIMARY, code) {
        (FULL, _) | (_, NO_ROOM_FOR_INDEX) => StoreError::DiskFull,
        (CORRUPT | NOT_A_DATABASE, _) => StoreError::Damaged,
        _ => StoreError::Unavailable(Reason::Refused(code)),
    }
}
