//! Where do we keep it, and how much at most?

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// Writes that may wait for the writer: about ten megabytes of answers, and well under a second of writing.
const QUEUE: usize = 1024;

/// How a store is opened.
#[derive(Debug, Clone)]
pub struct StoreConfig {
    /// The database.
    pub database: Database,
    /// How many writes may wait, at least 1; the next one gets [`Overloaded`](super::StoreError::Overloaded).
    pub queue: usize,
    /// How large the database may grow; then writes get [`DiskFull`](super::StoreError::DiskFull). Without it, the
    /// disk is the limit.
    pub max_bytes: Option<u64>,
}

impl StoreConfig {
    /// The defaults, over this database.
    #[must_use]
    pub const fn new(database: Database) -> Self {
        Self { database, queue: QUEUE, max_bytes: None }
    }
}

/// Which database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Database {
    /// A file of the embedded SQLite; folder and file are created when they are missing.
    Sqlite(PathBuf),
}

impl FromStr for Database {
    type Err = UnknownDatabase;

    /// Reads `sqlite:PATH` or `sqlite://PATH`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let path = text.strip_prefix("sqlite:").ok_or(UnknownDatabase)?;
        match path.strip_prefix("//").unwrap_or(path) {
            // SQLite would take these for a database that is gone when the program ends.
            "" | ":memory:" => Err(UnknownDatabase),
            file if file.starts_with("file:") => Err(UnknownDatabase),
            file => Ok(Self::Sqlite(PathBuf::from(file))),
        }
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
        }
    }
}

/// A text that names no database. It is not repeated: it may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownDatabase;

impl fmt::Display for UnknownDatabase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a database: expected `sqlite:PATH`, with the path of a file")
    }
}

impl std::error::Error for UnknownDatabase {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_paths_and_prints_them_back() {
        for text in ["sqlite:data/nordvis.db", "sqlite:/var/lib/nordvis/kort namn å.db"] {
            assert_eq!(text.parse::<Database>().unwrap().to_string(), text);
        }
        assert_eq!("sqlite:///srv/n.db".parse(), Ok(Database::Sqlite("/srv/n.db".into())));
    }

    #[test]
    fn refuses_what_would_not_last_or_is_not_known() {
        for text in ["", "sqlite:", "sqlite::memory:", "sqlite://:memory:", "sqlite:file:x?mode=memory", "data/n.db"] {
            assert_eq!(text.parse::<Database>(), Err(UnknownDatabase), "{text}");
        }
        let refused = "postgres://user:secret@host/db".parse::<Database>().unwrap_err();
        assert!(!refused.to_string().contains("secret"));
    }
}
