//! What do we keep? Answers, conversations and feedback, safe on the disk before they are acknowledged.
//!
//! One [`Store`] over one database, which is a file of SQLite or a PostgreSQL server. Writes go through a bounded
//! [`queue`] to a single writer, which puts all that waits into one transaction, so that many answers share one flush to
//! the disk; reads go to connections that cannot write. A database takes part by two values: a
//! [`Ledger`](ledger::Ledger) that writes and a [`Reader`] that reads.
//!
//! Of a conversation its turns are kept, and its state is recomputed from them. So there is nothing to keep in step: a
//! turn is kept if it follows the turns that it was answered from, and otherwise not at all.

/// The same of either reader.
macro_rules! either {
    ($store:ident, $reader:ident => $read:expr) => {
        match &$store.reader {
            Reader::Sqlite($reader) => $read,
            Reader::Postgres($reader) => $read,
        }
    };
}

mod batch;
mod config;
mod corpora;
mod error;
mod kept;
mod ledger;
mod postgres;
mod queue;
mod sqlite;
mod watch;

use std::time::Duration;

use tokio::time::timeout;
use uuid::Uuid;

pub use config::{Database, PostgresUrl, StoreConfig, UnknownDatabase};
pub use corpora::{Activation, CorpusEntry, KeptAnswer, KeptCorpus};
pub use error::{Reason, StoreError};
pub use kept::{Conversation, Feedback, StoredAnswer, Turn};
use ledger::{Entry, NextTurn};
use queue::Queue;
pub use watch::Watch;

/// How long [`Store::ready`] waits before it calls the database unavailable.
const PATIENCE: Duration = Duration::from_secs(2);

/// What nordvis keeps. Clones share the same database.
#[derive(Clone)]
pub struct Store {
    queue: Queue,
    reader: Reader,
}

/// The reading side, one arm for each database.
#[derive(Clone)]
enum Reader {
    Sqlite(sqlite::Reader),
    Postgres(postgres::Reader),
}

impl Store {
    /// Opens the database, creates what is missing, brings its schema up to date and checks that it is whole.
    /// Must be called within a Tokio runtime, which then runs the writer.
    ///
    /// # Errors
    /// Whatever makes the database unfit to be written to: see [`StoreError`].
    pub async fn open(config: &StoreConfig) -> Result<Self, StoreError> {
        match &config.database {
            Database::Sqlite(path) => {
                let (ledger, reader) = sqlite::open(path, config.max_bytes).await?;
                Ok(Self { queue: Queue::start(ledger, config.queue), reader: Reader::Sqlite(reader) })
            }
            Database::Postgres(url) => {
                let (ledger, reader) = postgres::open(url.reveal()).await?;
                Ok(Self { queue: Queue::start(ledger, config.queue), reader: Reader::Postgres(reader) })
            }
        }
    }

    /// Keeps an answer. When this returns `Ok` the answer survives a crash of the program and of the machine.
    /// A caller that stops waiting does not undo the write.
    ///
    /// # Errors
    /// Nothing was acknowledged: see [`StoreError`].
    pub async fn keep_answer(&self, answer: StoredAnswer) -> Result<(), StoreError> {
        self.queue.write(Entry::Answer(answer)).await.map(|_| ())
    }

    /// The answer with this id, as it was given.
    ///
    /// # Errors
    /// See [`StoreError`]. Reading works while the disk is full.
    pub async fn answer(&self, id: Uuid) -> Result<Option<StoredAnswer>, StoreError> {
        either!(self, reader => reader.answer(id).await)
    }

    /// Begins a conversation, which has no turns yet.
    ///
    /// # Errors
    /// Nothing was acknowledged: see [`StoreError`].
    pub async fn begin_conversation(&self, conversation: Conversation) -> Result<(), StoreError> {
        self.queue.write(Entry::Conversation(conversation)).await.map(|_| ())
    }

    /// Keeps the next turn of a conversation, with its answer, as safely as [`keep_answer`](Self::keep_answer). Tells
    /// whether there is such a conversation; if not, nothing is kept.
    ///
    /// # Errors
    /// Nothing was acknowledged: [`StoreError::Conflict`] when the turn is not the next one, as when two were answered
    /// at once; else see [`StoreError`].
    pub async fn keep_turn(&self, conversation: Uuid, turn: Turn) -> Result<bool, StoreError> {
        self.queue.write(Entry::Turn(NextTurn { conversation, turn })).await
    }

    /// A conversation with its turns in order, as they were given.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn conversation(&self, id: Uuid) -> Result<Option<(Conversation, Vec<Turn>)>, StoreError> {
        either!(self, reader => reader.conversation(id).await)
    }

    /// A conversation with the inputs of its turns in order: all that its state follows from. The next turn's number
    /// is one more than there are inputs.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn inputs(&self, id: Uuid) -> Result<Option<(Conversation, Vec<String>)>, StoreError> {
        either!(self, reader => reader.inputs(id).await)
    }

    /// Deletes a conversation with its turns, their answers and the feedback on those, and overwrites where they were
    /// written. Tells whether there was such a conversation.
    ///
    /// # Errors
    /// Nothing was acknowledged: see [`StoreError`].
    pub async fn delete_conversation(&self, id: Uuid) -> Result<bool, StoreError> {
        self.queue.write(Entry::Deletion(id)).await
    }

    /// Keeps what a clinician thought of an answer, beside what was said before. Tells whether there is such an
    /// answer; if not, nothing is kept.
    ///
    /// # Errors
    /// Nothing was acknowledged: see [`StoreError`].
    pub async fn keep_feedback(&self, feedback: Feedback) -> Result<bool, StoreError> {
        self.queue.write(Entry::Feedback(feedback)).await
    }

    /// All that was said of an answer, the oldest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn feedback(&self, answer: Uuid) -> Result<Vec<Feedback>, StoreError> {
        either!(self, reader => reader.feedback(answer).await)
    }

    /// Whether answers can be kept and read right now, learnt by writing and reading.
    ///
    /// # Errors
    /// What a write or a read would meet: see [`StoreError`].
    pub async fn ready(&self) -> Result<(), StoreError> {
        let tried = async {
            self.queue.probe().await?;
            either!(self, reader => reader.probe().await)
        };
        timeout(PATIENCE, tried).await.unwrap_or(Err(StoreError::Unavailable(Reason::TimedOut)))
    }

    /// How many writes wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.waiting()
    }

    /// Finishes every write that was accepted, then lets go of the database. Later writes get
    /// [`Reason::Stopped`].
    pub async fn close(&self) {
        either!(self, reader => reader.close().await);
        self.queue.close().await;
    }
}
