//! Opens what the commands keep, or says why it cannot be opened and what to do.

use super::open::Opened;
use super::{Exit, output, reason};
use crate::config::Keeping;
use crate::reply::Speaker;
use crate::store::{Client, Database, Store, StoreConfig, StoreError};

/// What a command works with: the corpus that it speaks of, and what is kept.
pub struct Kept<'a> {
    /// The corpus, and the reader's language.
    pub opened: &'a Opened,
    /// What is kept, for whoever runs the command.
    pub store: Store,
    /// Where that is.
    pub database: Database,
}

impl Kept<'_> {
    /// Says messages in the reader's language.
    pub fn speaker(&self) -> &Speaker {
        self.opened.speaker()
    }

    /// Says why the database did not do what it was asked.
    pub fn refuse(&self, error: &StoreError) -> Exit {
        refuse(error, &self.database, self.speaker())
    }
}

/// What becomes of a database that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// It is made.
    Made,
    /// Nothing is: whoever looks for what is kept has named the wrong place.
    Refused,
}

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

/// What is kept in a database.
pub async fn open(database: &Database, missing: Missing, speaker: &Speaker) -> Result<Store, Exit> {
    let config = StoreConfig::new(database.clone());
    let opened = async {
        let there = missing == Missing::Made || Store::is_there(&config).await?;
        if there { Store::open(&config).await.map(Some) } else { Ok(None) }
    };
    match opened.await {
        Ok(Some(store)) => Ok(store),
        Ok(None) => {
            output::refusal(speaker.tell("cli-store-none", &[("place", &place(database))]));
            Err(Exit::No)
        }
        Err(error) => Err(refuse(&error, database, speaker)),
    }
}

/// Opens what is kept, lets something be done with it by whoever runs the command, and closes it, whatever came of it.
pub fn with_store(
    opened: Result<Opened, Exit>,
    keeping: &Keeping,
    missing: Missing,
    task: impl AsyncFnOnce(&Kept<'_>) -> Result<Exit, Exit>,
) -> Exit {
    let opened = match opened {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    wait(async {
        let database = database(keeping, opened.speaker())?;
        let store = open(&database, missing, opened.speaker()).await?.by(Client::operator());
        let kept = Kept { opened: &opened, store, database };
        let done = task(&kept).await;
        kept.store.close().await;
        done
    })
}

/// Where a database is, without what opens it.
pub fn place(database: &Database) -> String {
    match database {
        Database::Sqlite(path) => std::path::absolute(path).unwrap_or_else(|_| path.clone()).display().to_string(),
        Database::Postgres(url) => url.to_string(),
    }
}

/// Says why a database cannot be used. Nothing was written over.
pub fn refuse(error: &StoreError, database: &Database, speaker: &Speaker) -> Exit {
    let place = place(database);
    let place = ("place", place.as_str());
    output::refusal(match error {
        StoreError::Damaged => speaker.tell("cli-store-damaged", &[place]),
        StoreError::DiskFull => speaker.tell("cli-store-full", &[place]),
        StoreError::NotOurs => speaker.tell("cli-store-not-ours", &[place]),
        StoreError::UnknownSchema { version } => {
            speaker.tell("cli-store-newer", &[place, ("version", &version.to_string())])
        }
        StoreError::TooOld { library, oldest } => {
            speaker.tell("cli-store-too-old", &[("library", library), ("oldest", oldest)])
        }
        other => speaker.tell("cli-store-closed", &[place, ("reason", &reason::store(other, speaker))]),
    });
    Exit::No
}

/// Runs a task that waits for the store.
pub fn wait(task: impl Future<Output = Result<Exit, Exit>>) -> Exit {
    match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(task).unwrap_or_else(|exit| exit),
        Err(error) => {
            output::refusal(error);
            Exit::No
        }
    }
}
