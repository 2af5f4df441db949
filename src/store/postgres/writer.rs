//! How is it written? In transactions, on a session that is thrown away after any error.

use sqlx::postgres::{PgArguments, PgConnectOptions, PgConnection, PgRow};
use sqlx::query::Query;
use sqlx::{Postgres, Row};
use uuid::Uuid;

use super::session::{STATEMENT_WITHIN, connect, part, within};
use crate::store::ledger::{Ledger, NextTurn, Outcome};
use crate::store::{Activation, Conversation, Feedback, KeptCorpus, Reason, StoreError, StoredAnswer};

/// The writing side.
pub(in crate::store) struct Writer {
    options: PgConnectOptions,
    /// The session between transactions.
    idle: Option<PgConnection>,
    /// The session within one.
    busy: Option<PgConnection>,
}

impl Writer {
    pub(super) const fn new(options: PgConnectOptions) -> Self {
        Self { options, idle: None, busy: None }
    }

    /// Runs a statement of the transaction. Whatever ends before it has an outcome takes the session with it.
    pub(super) async fn run(&mut self, statement: Query<'_, Postgres, PgArguments>) -> Result<Vec<PgRow>, StoreError> {
        let mut session = self.busy.take().ok_or(StoreError::Unavailable(Reason::Stopped))?;
        let rows = within(STATEMENT_WITHIN, statement.fetch_all(&mut session)).await?;
        self.busy = Some(session);
        Ok(rows)
    }
}

impl Ledger for Writer {
    async fn begin(&mut self) -> Result<(), StoreError> {
        self.busy = None;
        // A session that was cut while nobody used it is no reason to fail.
        if let Some(session) = self.idle.take() {
            self.busy = Some(session);
            if self.run(sqlx::query("BEGIN")).await.is_ok() {
                return Ok(());
            }
        }
        self.busy = Some(connect(&self.options).await?);
        self.run(sqlx::query("BEGIN")).await.map(|_| ())
    }

    async fn begin_conversations(&mut self, conversations: &[&Conversation]) -> Result<(), StoreError> {
        self.insert_conversations(conversations).await
    }

    async fn keep_answers(&mut self, answers: &[&StoredAnswer]) -> Result<(), StoreError> {
        self.insert_answers(answers).await
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

    async fn keep_corpora(&mut self, corpora: &[&KeptCorpus]) -> Result<(), StoreError> {
        self.insert_corpora(corpora).await
    }

    async fn activate(&mut self, activations: &[&Activation]) -> Result<Vec<Outcome>, StoreError> {
        self.insert_activations(activations).await
    }

    async fn commit(&mut self) -> Result<(), StoreError> {
        self.run(sqlx::query("COMMIT")).await?;
        self.idle = self.busy.take();
        Ok(())
    }

    async fn probe(&mut self) -> Result<(), StoreError> {
        self.begin().await?;
        self.run(sqlx::query("INSERT INTO probe (content) VALUES (''::bytea)")).await?;
        self.run(sqlx::query("DELETE FROM probe")).await?;
        self.commit().await
    }

    async fn close(self) {
        if let Some(session) = self.idle {
            part(session).await;
        }
    }
}

/// The first column of each row.
pub(super) fn ids<T: FromIterator<Uuid>>(rows: &[PgRow]) -> Result<T, StoreError> {
    let ids = rows.iter().map(|row| row.try_get(0));
    ids.collect::<Result<_, _>>().map_err(|error| super::fault::fault(&error))
}
