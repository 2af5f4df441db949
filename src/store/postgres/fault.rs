//! What does an error of PostgreSQL mean to a caller?

use sqlx::Error;
use sqlx::error::DatabaseError;
use sqlx::migrate::MigrateError;

use crate::store::{Reason, StoreError};

/// The error without its text, which may hold what was to be written.
pub(super) fn fault(error: &Error) -> StoreError {
    match error {
        Error::Database(error) => database(error.as_ref()),
        Error::Io(error) => StoreError::Unavailable(Reason::Connection(error.kind())),
        Error::Tls(_) => StoreError::Unavailable(Reason::NotEncrypted),
        Error::PoolTimedOut => StoreError::Unavailable(Reason::TimedOut),
        // What we wrote does not read back as what we wrote.
        Error::RowNotFound | Error::ColumnDecode { .. } | Error::Decode(_) => StoreError::Damaged,
        _ => StoreError::Unavailable(Reason::Stopped),
    }
}

/// The same for the schema.
pub(super) fn migration_fault(error: &MigrateError) -> StoreError {
    StoreError::of_migration(error, fault)
}

/// By the codes of the manual's appendix A.
fn database(error: &dyn DatabaseError) -> StoreError {
    let code = error.code().unwrap_or_default();
    match code.as_bytes() {
        // Another session wrote the next row of the chain of the audit log.
        b"23505" if error.constraint() == Some("audit_pkey") => StoreError::Conflict,
        // A unique violation.
        b"23505" => StoreError::Duplicate,
        // What this belongs to was deleted meanwhile; two transactions waited for each other, or cannot both be.
        b"23503" | b"40P01" | b"40001" => StoreError::Conflict,
        // No room on the disk.
        b"53100" => StoreError::DiskFull,
        // A file, or an index, is damaged.
        b"XX001" | b"XX002" => StoreError::Damaged,
        // A statement or the wait for a lock took too long.
        b"57014" | b"55P03" => StoreError::Unavailable(Reason::TimedOut),
        code => StoreError::Unavailable(Reason::State(code.try_into().unwrap_or(*b"XX000"))),
    }
}
