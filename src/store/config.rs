//! Where do we keep it, and how much at most?

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;

/// Writes that may wait for the writer: about ten megabytes of answers, and well under a second of writing.
const QUEUE: usize = 1024;

/// How a store is opened.
#[derive(Debug, Clone)]
pub struct StoreConfig {
    /// The database.
    pub database: Database,
    /// How many writes may wait, at least 1; the next one gets [`Overloaded`](super::StoreError::Overloaded).
    pub queue: usize,
    /// How large a file of SQLite may grow; then writes get [`DiskFull`](super::StoreError::DiskFull). Without it, and
    /// for PostgreSQL, the disk is the limit.
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
    /// A database of a PostgreSQL server; it has to exist, and its schema to be ours or empty.
    Postgres(PostgresUrl),
}

/// Where a PostgreSQL database is, and how to log in to it. It is never printed whole: it may hold a password.
#[derive(Clone, PartialEq, Eq)]
pub struct PostgresUrl(String);

impl PostgresUrl {
    /// The URL with its password, for whoever connects.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    fn read(text: &str) -> Option<Self> {
        let ours = text.starts_with("postgres://") || text.starts_with("postgresql://");
        (ours && text.parse::<PgConnectOptions>().is_ok()).then(|| Self(text.to_owned()))
    }
}

impl Database {
    /// Whether its address holds a password.
    #[must_use]
    pub fn holds_password(&self) -> bool {
        let Self::Postgres(PostgresUrl(url)) = self else { return false };
        let (_, rest) = url.split_once("://").unwrap_or_default();
        let authority = rest.split(['/', '?']).next().unwrap_or_default();
        let in_authority = authority.rsplit_once('@').is_some_and(|(user, _)| user.contains(':'));
        in_authority || rest.split(['?', '&']).any(|parameter| parameter.starts_with("password="))
    }
}

impl fmt::Display for PostgresUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let options: PgConnectOptions = self.0.parse().map_err(|_| fmt::Error)?;
        let database = options.get_database().unwrap_or_default();
        write!(f, "postgres://{}:{}/{database}", options.get_host(), options.get_port())
    }
}

impl fmt::Debug for PostgresUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Database {
    type Err = UnknownDatabase;

    /// Reads `sqlite:PATH`, `sqlite://PATH` or `postgres://USER:PASSWORD@HOST:PORT/DATABASE?PARAMETER=VALUE&…`, with the
    /// parameters of PostgreSQL's own programs: `sslmode`, `sslrootcert`, `sslcert`, `sslkey`, `host` for a socket.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(url) = PostgresUrl::read(text) {
            return Ok(Self::Postgres(url));
        }
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
            Self::Postgres(url) => url.fmt(f),
        }
    }
}

/// A text that names no database. It is not repeated: it may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownDatabase;

impl fmt::Display for UnknownDatabase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a database: expected `sqlite:PATH`, with the path of a file, or `postgres://…`")
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
        for text in [
            "",
            "sqlite:",
            "sqlite::memory:",
            "sqlite://:memory:",
            "sqlite:file:x?mode=memory",
            "data/n.db",
            "postgres:",
        ] {
            assert_eq!(text.parse::<Database>(), Err(UnknownDatabase), "{text}");
        }
    }

    #[test]
    fn a_password_is_kept_and_not_printed() {
        let text = "postgres://user:secret@db.example:6432/nordvis?sslmode=verify-full&password=secret";
        let database: Database = text.parse().unwrap();
        assert_eq!(database.to_string(), "postgres://db.example:6432/nordvis");
        assert!(database.holds_password());
        for (text, holds) in [
            ("postgres://user@db/n", false),
            ("postgres://user:secret@db/n", true),
            ("postgres://db/n?user=a&password=b", true),
            ("sqlite:a:b@c", false),
        ] {
            assert_eq!(text.parse::<Database>().unwrap().holds_password(), holds, "{text}");
        }
        assert!(!format!("{database:?}").contains("secret"));
        assert!(matches!(database, Database::Postgres(url) if url.reveal() == text));
        let refused = "mysql://user:secret@host/db".parse::<Database>().unwrap_err();
        assert!(!refused.to_string().contains("secret"));
    }
}
