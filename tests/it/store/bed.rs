//! What do the store's tests stand on? A database that is thrown away, and answers to keep in it.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use nordvis::store::{Database, Store, StoreConfig, StoredAnswer};
use tempfile::TempDir;
use uuid::Uuid;

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

    pub async fn open(&self) -> Store {
        Store::open(&self.config).await.unwrap()
    }

    /// The folder that goes with the bed.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The database's file.
    pub fn file(&self) -> PathBuf {
        let Database::Sqlite(path) = &self.config.database;
        path.clone()
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
    }
}
