//! What do we keep? Answers, conversations and feedback, safe on the disk before they are acknowledged.
//!
//! One [`Store`] over one database, which is a file of SQLite or a PostgreSQL server. Writes go through a bounded
//! [`queue`] to a single writer, which puts all that waits into one transaction, so that many answers share one flush to
//! the disk; reads go to connections that cannot write. A database takes part by two values: a
//! [`Ledger`](ledger::Ledger) that writes and a [`Reader`] that reads.
//!
//! Everything that is written is told in the [`audit`] log, by the same transaction: what cannot be told is not done.
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

mod audit;
mod backup;
mod batch;
mod clients;
mod chain;
mod checksum;
mod config;
mod corpora;
mod error;
mod kept;
mod ledger;
mod postgres;
mod presence;
mod queue;
mod quota;
mod retention;
mod rows;
mod select;
mod sqlite;
mod tokens;
mod verify;
mod watch;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::timeout;
use uuid::Uuid;

use crate::access::ClientRecord;
pub use audit::{Action, Client, Event};
pub use backup::{Backup, BackupError};
use backup::{Sink, Source};
pub use chain::{Checkpoint, UnknownCheckpoint};
pub use clients::ClientChange;
pub use config::{Database, PostgresUrl, StoreConfig, UnknownDatabase};
pub use corpora::{Activation, CorpusEntry, KeptAnswer, KeptCorpus};
pub use error::{Reason, StoreError};
pub use kept::{Conversation, Feedback, StoredAnswer, Turn};
use ledger::{Entry, NextTurn, Work};
use queue::Queue;
pub use quota::SharedBank;
use retention::{Cutoffs, Purge, Stretch};
pub use retention::{Purged, Retention};
pub use tokens::UsedToken;
use verify::Verifier;
pub use verify::{AuditFault, AuditFaultKind, Verification};
pub use watch::Watch;

/// How long [`Store::ready`] waits before it calls the database unavailable.
const PATIENCE: Duration = Duration::from_secs(2);

/// What nordvis keeps. Clones share the same database.
#[derive(Clone)]
pub struct Store {
    queue: Queue,
    reader: Reader,
    /// Who the audit log says it was.
    client: Client,
    /// When a purge was last whole.
    purged_at: Arc<AtomicI64>,
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
        let (queue, reader) = match &config.database {
            Database::Sqlite(path) => {
                let (ledger, reader) = sqlite::open(path, config.max_bytes).await?;
                (Queue::start(ledger, config.queue), Reader::Sqlite(reader))
            }
            Database::Postgres(url) => {
                let (ledger, reader) = postgres::open(url.reveal()).await?;
                (Queue::start(ledger, config.queue), Reader::Postgres(reader))
            }
        };
        Ok(Self { queue, reader, client: Client::default(), purged_at: Arc::default() })
    }

    /// The same store for this client: the audit log will say that it was them.
    #[must_use]
    pub fn by(&self, client: Client) -> Self {
        Self { client, ..self.clone() }
    }

    async fn write(&self, entry: Entry) -> Result<bool, StoreError> {
        self.queue.write(Work { entry, client: self.client.clone() }).await
    }

    /// Keeps an answer. When this returns `Ok` the answer survives a crash of the program and of the machine.
    /// A caller that stops waiting does not undo the write.
    ///
    /// # Errors
    /// Nothing was acknowledged: see [`StoreError`].
    pub async fn keep_answer(&self, answer: StoredAnswer) -> Result<(), StoreError> {
        self.write(Entry::Answer(answer)).await.map(|_| ())
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
        self.write(Entry::Conversation(conversation)).await.map(|_| ())
    }

    /// Keeps the next turn of a conversation, with its answer, as safely as [`keep_answer`](Self::keep_answer). Tells
    /// whether there is such a conversation; if not, nothing is kept.
    ///
    /// # Errors
    /// Nothing was acknowledged: [`StoreError::Conflict`] when the turn is not the next one, as when two were answered
    /// at once; else see [`StoreError`].
    pub async fn keep_turn(&self, conversation: Uuid, turn: Turn) -> Result<bool, StoreError> {
        self.write(Entry::Turn(NextTurn { conversation, turn })).await
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
        self.write(Entry::Deletion(id)).await
    }

    /// Keeps what a clinician thought of an answer, beside what was said before. Tells whether there is such an
    /// answer; if not, nothing is kept.
    ///
    /// # Errors
    /// Nothing was acknowledged: see [`StoreError`].
    pub async fn keep_feedback(&self, feedback: Feedback) -> Result<bool, StoreError> {
        self.write(Entry::Feedback(feedback)).await
    }

    /// All that was said of an answer, the oldest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn feedback(&self, answer: Uuid) -> Result<Vec<Feedback>, StoreError> {
        either!(self, reader => reader.feedback(answer).await)
    }

    /// Changes who may ask. Tells whether there is such a client, or for a new one, whether its name was free; if not,
    /// nothing is changed.
    ///
    /// # Errors
    /// Nothing was acknowledged: see [`StoreError`].
    pub async fn change_clients(&self, change: ClientChange) -> Result<bool, StoreError> {
        self.write(Entry::Clients(Box::new(change))).await
    }

    /// Every client with its keys, by name.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn clients(&self) -> Result<Vec<ClientRecord>, StoreError> {
        either!(self, reader => reader.clients().await)
    }

    /// Where limits are counted for all who use this database.
    #[must_use]
    pub fn bank(&self) -> SharedBank {
        SharedBank::new(match &self.reader {
            Reader::Sqlite(_) => None,
            Reader::Postgres(reader) => Some(reader.counter()),
        })
    }

    /// Tells of something in the audit log. When this returns `Ok` it is told for good: whoever may not do something
    /// untold waits for it.
    ///
    /// # Errors
    /// It was not told: see [`StoreError`].
    pub async fn audit(&self, event: Event) -> Result<(), StoreError> {
        self.write(Entry::Event(event)).await.map(|_| ())
    }

    /// Tells that this client read something, without waiting for it: reading goes on while nothing can be written, and
    /// then the program's own log tells how much went untold.
    pub fn note(&self, action: Action, subject: Uuid) {
        let (store, event) = (self.clone(), Event::done(self.client.clone(), action, subject.to_string()));
        tokio::spawn(async move {
            if let Err(error) = store.audit(event).await {
                tracing::warn!(action = action.name(), %error, "the audit log does not tell of this");
            }
        });
    }

    /// Looks at every row of the audit log, as it is at one moment: whether it is as it was written, and goes on from these rows that were
    /// known to be in it.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn verify_audit(&self, known: &[Checkpoint]) -> Result<Verification, StoreError> {
        either!(self, reader => {
            // What is purged meanwhile is not missing.
            let mut moment = reader.moment().await?;
            let mut verifier = Verifier::new(reader.audit_purged(&mut moment).await?, known);
            let mut after = (0, 0);
            loop {
                let page = reader.audit_after(&mut moment, after).await?;
                page.iter().for_each(|link| verifier.take(link));
                let Some(last) = page.last() else { break Ok(verifier.end()) };
                after = (last.chain, last.number);
            }
        })
    }

    /// Deletes what is older than it may be by now, a little at a time, so that other writes go on in between. Tells how
    /// much that was; so does the audit log.
    ///
    /// # Errors
    /// What was deleted before stays deleted: see [`StoreError`].
    pub async fn purge(&self, retention: &Retention, now: Timestamp) -> Result<Purged, StoreError> {
        let cutoffs = Cutoffs::new(retention, now);
        // What the log tells of this purge stays. Whatever hinders that the log is purged hinders nothing else.
        let log = either!(self, reader => reader.audit_overdue(cutoffs.audit).await);
        let mut all = self.purge_all(Purge::Kept(cutoffs)).await?;
        for stretch in log? {
            all.add(self.purge_all(Purge::Audit(stretch)).await?);
        }
        self.purged_at.store(now.as_second(), Ordering::Relaxed);
        Ok(all)
    }

    /// Deletes some of it until none is left.
    async fn purge_all(&self, purge: Purge) -> Result<Purged, StoreError> {
        let mut all = Purged::default();
        loop {
            let some = self.queue.purge(purge, self.client.clone()).await?;
            if some.is_empty() {
                return Ok(all);
            }
            all.add(some);
        }
    }

    /// When everything that was older than it might be had last been deleted through this store, in seconds since 1970; 0
    /// when that has not been so yet.
    #[must_use]
    pub fn purged_at(&self) -> i64 {
        self.purged_at.load(Ordering::Relaxed)
    }

    /// How much [`purge`](Self::purge) would delete.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn overdue(&self, retention: &Retention, now: Timestamp) -> Result<Purged, StoreError> {
        let cutoffs = Cutoffs::new(retention, now);
        let kept = either!(self, reader => reader.overdue(&cutoffs).await)?;
        let log = either!(self, reader => reader.audit_overdue(cutoffs.audit).await)?;
        Ok(Purged { audit: log.iter().map(Stretch::rows).sum(), ..kept })
    }

    /// Writes the whole database anew, so that nothing that was ever deleted is left in an unused part of its files.
    /// Writes wait meanwhile, on PostgreSQL reads as well. It needs as much room again, on SQLite twice; what PostgreSQL keeps
    /// in its write-ahead log goes as that log goes on.
    ///
    /// # Errors
    /// The database is as it was: see [`StoreError`].
    pub async fn rewrite(&self) -> Result<(), StoreError> {
        self.queue.rewrite().await
    }

    /// Writes everything that is kept to a file, as it is at one moment, while other reads and writes go on. The file takes
    /// its name only when it is on the disk and was read again, whole. Another backup may have the name, and nothing else.
    ///
    /// # Errors
    /// Nothing is left of it, and what had this name is as it was: see [`BackupError`].
    pub async fn back_up(&self, file: &Path) -> Result<Backup, BackupError> {
        if matches!(&self.reader, Reader::Sqlite(reader) if reader.owns(file)) {
            return Err(BackupError::NotABackup);
        }
        let mut sink = Sink::create(file)?;
        either!(self, reader => reader.copy_out(&mut sink).await)?;
        sink.finish(file)
    }

    /// Reads a backup into a database that is empty, and opens it. Nothing is written before all of the file was read
    /// and found to be as it was written; then all of it is, or nothing.
    ///
    /// # Errors
    /// See [`BackupError`].
    pub async fn restore(config: &StoreConfig, file: &Path) -> Result<(Self, Backup), BackupError> {
        let found = backup::check(file)?;
        let store = Self::open(config).await?;
        let mut source = Source::open(file)?;
        match &config.database {
            Database::Sqlite(path) => sqlite::copy_in(path, &mut source).await?,
            Database::Postgres(url) => postgres::copy_in(url.reveal(), &mut source).await?,
        }
        store.audit(Event::done(Client::operator(), Action::Restored, format!("rows={}", found.rows))).await?;
        Ok((store, found))
    }

    /// Where the audit log ends: the last row of each chain.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn audit_heads(&self) -> Result<Vec<Checkpoint>, StoreError> {
        either!(self, reader => reader.audit_heads().await)
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
