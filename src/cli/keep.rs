//! Opens what the commands keep, or says why it cannot be opened and what to do.

use super::open::{self, Opened};
use super::{Exit, output};
use crate::config::{Common, Keeping};
use crate::reply::Speaker;
use crate::store::{Client, Database, Store, StoreConfig, StoreError};

/// The database that a call names.
pub fn database(keeping: &Keeping, speaker: &Speaker) -> Result<Database, Exit> {
    match &keeping.database {
        Some(written) => written.parse::<Database>().map_err(|_| {
            output::refusal(speaker.say("cli-bad-database"));
            Exit::Misused
        }),
        None => Ok(Database::Sqlite(keeping.data.join("nordvis.sqlite"))),
    }
}

/// The store that a call names.
pub async fn open(keeping: &Keeping, speaker: &Speaker) -> Result<Store, Exit> {
    let database = database(keeping, speaker)?;
    Store::open(&StoreConfig::new(database)).await.map_err(|error| refuse(&error, speaker))
}

/// Opens what a call works with, lets it be done by whoever runs the command, and closes the store, whatever came of it.
pub fn with_store(
    common: &Common,
    keeping: &Keeping,
    task: impl AsyncFnOnce(&Opened, &Store) -> Result<Exit, Exit>,
) -> Exit {
    match open::open(common) {
        Ok(opened) => wait(with_opened(&opened, keeping, task)),
        Err(exit) => exit,
    }
}

/// The same with what is open already.
pub async fn with_opened(
    opened: &Opened,
    keeping: &Keeping,
    task: impl AsyncFnOnce(&Opened, &Store) -> Result<Exit, Exit>,
) -> Exit {
    let store = match self::open(keeping, opened.speaker()).await {
        Ok(store) => store.by(Client::operator()),
        Err(exit) => return exit,
    };
    let done = task(opened, &store).await;
    store.close().await;
    done.unwrap_or_else(|exit| exit)
}

/// Says why the database cannot be used. Nothing was written over.
pub fn refuse(error: &StoreError, speaker: &Speaker) -> Exit {
    output::refusal(match error {
        StoreError::Damaged => speaker.say("cli-store-damaged").to_owned(),
        StoreError::DiskFull => speaker.say("cli-store-full").to_owned(),
        StoreError::NotOurs => speaker.say("cli-store-not-ours").to_owned(),
        StoreError::UnknownSchema { version } => speaker.tell("cli-store-newer", &[("version", &version.to_string())]),
        StoreError::TooOld { library, oldest } => {
            speaker.tell("cli-store-too-old", &[("library", library), ("oldest", oldest)])
        }
        other => speaker.tell("cli-store-closed", &[("reason", &other.to_string())]),
    });
    Exit::No
}

/// Runs a task that waits for the store.
pub fn wait(task: impl Future<Output = Exit>) -> Exit {
    match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(task),
        Err(error) => {
            output::refusal(error);
            Exit::No
        }
    }
}
