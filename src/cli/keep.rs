//! Opens the database that a command works with.

use super::{Exit, output};
use crate::config::Keep;
use crate::reply::Speaker;
use crate::store::{Database, Store, StoreConfig, StoreError};

/// Runs a command that needs to wait for the database.
pub fn block_on(work: impl Future<Output = Exit>) -> Exit {
    match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(work),
        Err(error) => {
            output::refusal(error);
            Exit::No
        }
    }
}

/// Opens the database, or says why not.
pub async fn open_store(keep: &Keep, speaker: &Speaker) -> Result<Store, Exit> {
    let database = match &keep.database {
        Some(written) => written.parse::<Database>().map_err(|_| {
            output::refusal(speaker.say("cli-bad-database"));
            Exit::Misused
        })?,
        None => Database::Sqlite(keep.data.join("nordvis.sqlite")),
    };
    Store::open(&StoreConfig::new(database)).await.map_err(|error| refuse(speaker, &error))
}

/// Says that the database refused.
pub fn refuse(speaker: &Speaker, error: &StoreError) -> Exit {
    output::refusal(speaker.tell("cli-store-closed", &[("reason", &error.to_string())]));
    Exit::No
}
