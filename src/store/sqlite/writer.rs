//! How is it written? One statement is one transaction, on a connection that is thrown away after any error.
//!
//! A single statement that writes takes the write lock before it reads and commits by itself, just as `BEGIN
//! IMMEDIATE … COMMIT` would, in one message to the connection's thread instead of three: measured, a quarter less
//! CPU for each answer. A connection whose transaction failed is never used again: after a full disk sqlx counts a
//! transaction that SQLite has already rolled back, and refuses every later one.

use std::collections::BTreeSet;
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, QueryBuilder, Sqlite, SqliteConnection};

use super::fault::fault;
use crate::store::ledger::Ledger;
use crate::store::{Feedback, StoreError};

/// How long the emptying of the log, and with it every write, waits for those who still read in it: far longer than
/// a read of ours takes, far shorter than a backup.
const READERS_WAIT: Duration = Duration::from_millis(200);

/// The writing side.
pub(in crate::store) struct Writer {
    options: SqliteConnectOptions,
    connection: Option<SqliteConnection>,
    /// Whether the log may hold what was deleted: from the start, as the last program may have ended too early.
    lingering: bool,
}

impl Writer {
    pub(super) const fn new(options: SqliteConnectOptions, connection: SqliteConnection) -> Self {
        Self { options, connection: Some(connection), lingering: true }
    }

    /// Runs one statement and tells how many rows it wrote.
    pub(super) async fn run(&mut self, mut statement: QueryBuilder<Sqlite>) -> Result<u64, StoreError> {
        let mut connection = self.take().await?;
        let done = statement.build().execute(&mut connection).await;
        self.settle(connection, done).await.map(|done| done.rows_affected())
    }

    /// Runs one statement to its end and tells which ids it returned.
    pub(super) async fn ids(&mut self, mut statement: QueryBuilder<Sqlite>) -> Result<BTreeSet<Vec<u8>>, StoreError> {
        let mut connection = self.take().await?;
        let ids = statement.build_query_scalar().fetch_all(&mut connection).await;
        self.settle(connection, ids).await.map(BTreeSet::from_iter)
    }

    async fn take(&mut self) -> Result<SqliteConnection, StoreError> {
        match self.connection.take() {
            Some(connection) => Ok(connection),
            None => self.options.connect().await.map_err(|error| fault(&error)),
        }
    }

    async fn settle<T>(&mut self, connection: SqliteConnection, done: sqlx::Result<T>) -> Result<T, StoreError> {
        match done {
            Ok(done) => {
                self.connection = Some(connection);
                Ok(done)
            }
            Err(error) => {
                // Waits until it has let go of its locks; what it has to say about that changes nothing.
                connection.close().await.ok();
                Err(fault(&error))
            }
        }
    }

    /// Empties the write-ahead log. A deletion overwrites what it deletes in the database, but in the log it stays as
    /// it was once written. When this is not possible the deletion stands, and the next [`Ledger::probe`] tries again.
    pub(super) async fn empty_log(&mut self) {
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
    async fn keep_feedback(&mut self, feedback: &Feedback) -> Result<bool, StoreError> {
        let mut insert = QueryBuilder::new("INSERT INTO feedback (answer, helpful, comment, given_at) SELECT id, ");
        insert
            .push_bind(feedback.helpful)
            .push(", ")
            .push_bind(feedback.comment.as_deref())
            .push(", ")
            .push_bind(feedback.given_at.as_microsecond())
            .push(" FROM answers WHERE id = ")
            .push_bind(feedback.answer.as_bytes().as_slice());
        self.run(insert).await.map(|rows| rows == 1)
    }

    async fn probe(&mut self) -> Result<(), StoreError> {
        if self.lingering {
            self.empty_log().await;
        }
        // More than a page, so that it needs room as an answer does; then the room is given back.
        let write = "INSERT INTO probe (content) VALUES (zeroblob(20000)); DELETE FROM probe";
        self.run(QueryBuilder::new(write)).await.map(|_| ())
    }

    async fn close(self) {
        if let Some(connection) = self.connection {
            connection.close().await.ok();
        }
    }
}
