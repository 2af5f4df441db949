//! Is there something to open? For whoever looks at what is kept, and should not make an empty database where there is none.

use super::{Database, Store, StoreConfig, StoreError, postgres, sqlite};

impl Store {
    /// Whether there is a database that [`open`](Self::open) would not have to make first: a file with something in it,
    /// or tables on the server. Nothing is made or changed.
    ///
    /// # Errors
    /// The server cannot be asked: see [`StoreError`].
    pub async fn is_there(config: &StoreConfig) -> Result<bool, StoreError> {
        match &config.database {
            Database::Sqlite(path) => Ok(sqlite::is_there(path)),
            Database::Postgres(url) => postgres::is_there(url.reveal()).await,
        }
    }
}
