//! How is it written? As a script that runs when somebody needs to know what came of it, on a connection that is thrown
//! away after any error.
//!
//! Every run of the script is one message to the connection's thread; most transactions are one run, from `BEGIN
//! IMMEDIATE`, which takes the write lock before anything is read, to `COMMIT`. A connection whose transaction failed is
//! never used again: after a full disk sqlx counts a transaction that SQLite has already rolled back, and refuses every
//! later one.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::Timestamp;
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteConnectOptions, SqliteRow};
use sqlx::{ConnectOptions, Connection, QueryBuilder, Row, Sqlite, SqliteConnection};
use uuid::Uuid;

use super::fault::fault;
use super::files::Identity;
use super::open::rewriting;
use crate::store::chain::{Head, Link};
use crate::store::ledger::{Ledger, NextTurn, Outcome};
use crate::store::retention::{Cutoffs, Purged, Stretch};
use crate::store::{
    Activation, ClientChange, Conversation, Feedback, KeptCorpus, Reason, StoreError, StoredAnswer, UsedToken, rows,
};

/// How long the emptying of the log, and with it every write, waits for those who still read in it: far longer than
/// a read of ours takes, far shorter than a backup.
const READERS_WAIT: Duration = Duration::from_millis(200);

/// One file, one chain: of two programs that write to it, one waits for the other.
const CHAIN: i64 = 1;

/// The writing side.
pub(in crate::store) struct Writer {
    options: SqliteConnectOptions,
    connection: Option<SqliteConnection>,
    /// The file that was opened; nothing once another was in its place.
    identity: Option<Identity>,
    /// What is still to run.
    script: QueryBuilder<Sqlite>,
    /// Whether the log may hold what was deleted: from the start, as the last program may have ended too early.
    lingering: bool,
    /// Whether this transaction deletes something.
    deletes: bool,
}

impl Writer {
    pub(super) fn new(options: SqliteConnectOptions, connection: SqliteConnection, identity: Identity) -> Self {
        let script = QueryBuilder::new("");
        Self {
            options,
            connection: Some(connection),
            identity: Some(identity),
            script,
            lingering: true,
            deletes: false,
        }
    }

    /// Whether the file still has its name: what is written to one that was moved or removed nobody finds again. It may come
    /// back; where another was in its place, that may have been read from, and only a new start makes it certain.
    fn stands(&mut self) -> Result<(), StoreError> {
        match Identity::of(self.options.get_filename()) {
            Ok(there) if Some(there) == self.identity => return Ok(()),
            Ok(_) => self.identity = None,
            Err(_) => {}
        }
        Err(StoreError::Unavailable(Reason::Moved))
    }

    /// Where statements are added, each with its semicolon. Parameters are bound in their order.
    pub(super) const fn script(&mut self) -> &mut QueryBuilder<Sqlite> {
        &mut self.script
    }

    /// What this transaction deletes has to go from the log as well.
    pub(super) const fn lingers(&mut self) {
        self.deletes = true;
    }

    /// Runs the script and gives what its statements return.
    pub(super) async fn run(&mut self) -> Result<Vec<SqliteRow>, StoreError> {
        let mut script = std::mem::replace(&mut self.script, QueryBuilder::new(""));
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.options.connect().await.map_err(|error| fault(&error))?,
        };
        match script.build().fetch_all(&mut connection).await {
            Ok(rows) => {
                self.connection = Some(connection);
                Ok(rows)
            }
            Err(error) => {
                // Waits until it has let go of its locks; what it has to say about that changes nothing.
                connection.close().await.ok();
                Err(fault(&error))
            }
        }
    }

    /// Runs what there is of the script, then this statement, and gives what it returns.
    pub(super) async fn statement(
        &mut self,
        statement: Query<'_, Sqlite, SqliteArguments>,
    ) -> Result<Vec<SqliteRow>, StoreError> {
        self.run().await?;
        let mut connection = self.connection.take().ok_or(StoreError::Unavailable(Reason::Stopped))?;
        match statement.fetch_all(&mut connection).await {
            Ok(rows) => {
                self.connection = Some(connection);
                Ok(rows)
            }
            Err(error) => {
                connection.close().await.ok();
                Err(fault(&error))
            }
        }
    }

    /// Runs the script, whose last statement returns ids.
    pub(super) async fn ids(&mut self) -> Result<BTreeSet<Uuid>, StoreError> {
        let rows = self.run().await?;
        rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// Empties the write-ahead log. A deletion overwrites what it deletes in the database, but in the log it stays as
    /// it was once written. When this is not possible the deletion stands, and the next [`Ledger::probe`] tries again.
    async fn empty_log(&mut self) {
        let options = self.options.clone().busy_timeout(READERS_WAIT);
        let emptied = async {
            let mut connection = options.connect().await?;
            let hindered = sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut connection).await;
            connection.close().await?;
            hindered.map(|hindered: bool| !hindered)
        };
        self.lingering = !emptied.await.unwrap_or(false);
    }
}

impl Ledger for Writer {
    async fn begin(&mut self) -> Result<bool, StoreError> {
        self.stands()?;
        self.script = QueryBuilder::new("BEGIN IMMEDIATE; ");
        self.deletes = false;
        Ok(self.connection.is_none())
    }

    async fn begin_conversations(&mut self, conversations: &[&Conversation]) -> Result<(), StoreError> {
        self.insert_conversations(conversations);
        Ok(())
    }

    async fn keep_answers(&mut self, answers: &[&StoredAnswer]) -> Result<(), StoreError> {
        self.insert_answers(answers);
        Ok(())
    }

    async fn keep_turns(&mut self, turns: &[&NextTurn]) -> Result<Vec<Outcome>, StoreError> {
        self.insert_turns(turns).await
    }

    async fn keep_feedback(&mut self, feedback: &[&Feedback]) -> Result<Vec<Outcome>, StoreError> {
        self.insert_feedback(feedback).await
    }

    async fn delete_conversations(&mut self, ids: &[&Uuid]) -> Result<Vec<Outcome>, StoreError> {
        self.delete(ids).await
    }

    async fn change_clients(&mut self, change: &ClientChange) -> Result<Outcome, StoreError> {
        self.change(change).await
    }

    async fn purge(&mut self, cutoffs: &Cutoffs) -> Result<Purged, StoreError> {
        self.purge_some(cutoffs).await
    }

    async fn purge_audit(&mut self, oldest: Stretch) -> Result<(Vec<Head>, u64), StoreError> {
        self.delete_links(oldest).await
    }

    async fn rewrite(&mut self) -> Result<(), StoreError> {
        self.stands()?;
        let rewritten = async {
            let mut connection = rewriting(&self.options).connect().await?;
            let done = sqlx::raw_sql("VACUUM").execute(&mut connection).await;
            connection.close().await?;
            done
        };
        rewritten.await.map_err(|error| fault(&error))?;
        self.empty_log().await;
        Ok(())
    }

    async fn head(&mut self) -> Result<Head, StoreError> {
        self.script.push(
            "SELECT * FROM (SELECT chain, number, at, hash FROM audit WHERE chain = 1 ORDER BY number DESC LIMIT 1)
             UNION ALL SELECT chain, number, 0, hash FROM audit_purged WHERE chain = 1; ",
        );
        let ends = self.run().await?.iter().map(rows::head).collect::<sqlx::Result<Vec<_>>>();
        let last = ends.map_err(|error| fault(&error))?.into_iter().max_by_key(|head| head.number);
        Ok(last.unwrap_or(Head::of_empty(CHAIN)))
    }

    async fn append(&mut self, links: &[Link]) -> Result<(), StoreError> {
        self.insert_links(links);
        Ok(())
    }

    async fn keep_corpora(&mut self, corpora: &[&KeptCorpus]) -> Result<(), StoreError> {
        self.insert_corpora(corpora);
        Ok(())
    }

    async fn activate(&mut self, activations: &[&Activation]) -> Result<Vec<Outcome>, StoreError> {
        self.insert_activations(activations).await
    }

    async fn use_tokens(&mut self, tokens: &[&UsedToken], now: Timestamp) -> Result<Vec<Outcome>, StoreError> {
        self.insert_tokens(tokens, now).await
    }

    async fn commit(&mut self) -> Result<(), StoreError> {
        self.script.push("COMMIT");
        self.run().await?;
        // Asked again, so that nothing is acknowledged that went to a file that was moved meanwhile.
        if let Err(moved) = self.stands() {
            self.lingering |= self.deletes;
            return Err(moved);
        }
        if self.deletes {
            self.empty_log().await;
        }
        Ok(())
    }

    async fn probe(&mut self) -> Result<bool, StoreError> {
        self.stands()?;
        let anew = self.connection.is_none();
        if self.lingering {
            self.empty_log().await;
        }
        // More than a page, so that it needs room as an answer does; then the room is given back.
        self.script = QueryBuilder::new("INSERT INTO probe (content) VALUES (zeroblob(20000)); DELETE FROM probe");
        self.run().await?;
        Ok(anew)
    }

    async fn close(self) {
        if let Some(connection) = self.connection {
            connection.close().await.ok();
        }
    }
}
