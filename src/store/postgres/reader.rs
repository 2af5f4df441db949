//! What is kept? Asked in sessions that cannot write.

use std::sync::Arc;

use sqlx::postgres::{PgConnectOptions, PgRow};
use sqlx::{PgConnection, PgPool, Postgres, Row, Transaction};
use uuid::Uuid;

use super::counter::Counter;
use super::fault::fault;
use super::session::{MOMENT, STATEMENT_WITHIN, within};
use crate::access::ClientRecord;
use crate::store::chain::{Checkpoint, Head, Link};
use crate::store::clients::{CLIENTS, clients};
use crate::store::retention::{Cutoffs, Purged, Stretch};
use crate::store::{Conversation, Feedback, StoreError, StoredAnswer, Turn, rows, select};

/// The reading side.
#[derive(Clone)]
pub(in crate::store) struct Reader {
    pool: PgPool,
    /// For those who listen, which takes a session for as long.
    listeners: PgPool,
    options: Arc<PgConnectOptions>,
    counter: Counter,
}

impl Reader {
    pub(super) const fn new(pool: PgPool, listeners: PgPool, options: Arc<PgConnectOptions>, counter: Counter) -> Self {
        Self { pool, listeners, options, counter }
    }

    /// How to reach the server.
    pub(super) fn options(&self) -> &PgConnectOptions {
        &self.options
    }

    pub(super) const fn pool(&self) -> &PgPool {
        &self.pool
    }

    pub(super) const fn listeners(&self) -> &PgPool {
        &self.listeners
    }

    pub(in crate::store) async fn answer(&self, id: Uuid) -> Result<Option<StoredAnswer>, StoreError> {
        let rows = self.rows(select::ANSWER, id).await?;
        rows.first().map(rows::answer).transpose().map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn conversation(
        &self,
        id: Uuid,
    ) -> Result<Option<(Conversation, Vec<Turn>)>, StoreError> {
        rows::conversation(id, &self.rows(select::CONVERSATION, id).await?, rows::turn).map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn inputs(&self, id: Uuid) -> Result<Option<(Conversation, Vec<String>)>, StoreError> {
        rows::conversation(id, &self.rows(select::INPUTS, id).await?, rows::input).map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn feedback(&self, answer: Uuid) -> Result<Vec<Feedback>, StoreError> {
        let rows = self.rows(select::FEEDBACK, answer).await?;
        rows.iter().map(|row| rows::feedback(answer, row)).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn clients(&self) -> Result<Vec<ClientRecord>, StoreError> {
        let rows = within(STATEMENT_WITHIN, sqlx::query(CLIENTS).fetch_all(&self.pool)).await?;
        clients(&rows).map_err(|error| fault(&error))
    }

    pub(in crate::store) fn counter(&self) -> Counter {
        self.counter.clone()
    }

    /// Everything as it is at the first read; writes go on meanwhile.
    pub(in crate::store) async fn moment(&self) -> Result<Transaction<'static, Postgres>, StoreError> {
        within(STATEMENT_WITHIN, self.pool.begin_with(MOMENT)).await
    }

    /// The rows of the audit log that come after this chain and number, as many as are read at once.
    pub(in crate::store) async fn audit_after(
        &self,
        moment: &mut PgConnection,
        (chain, number): (i64, i64),
    ) -> Result<Vec<Link>, StoreError> {
        let query = sqlx::query(select::AUDIT_AFTER).bind(chain).bind(number);
        let rows = within(STATEMENT_WITHIN, query.fetch_all(moment)).await?;
        rows.iter().map(rows::link).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// The last row of each chain of the audit log that was purged.
    pub(in crate::store) async fn audit_purged(&self, moment: &mut PgConnection) -> Result<Vec<Head>, StoreError> {
        let query = sqlx::query(select::AUDIT_PURGED);
        let rows = within(STATEMENT_WITHIN, query.fetch_all(moment)).await?;
        rows.iter().map(rows::end).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// The last row of each chain of the audit log.
    pub(in crate::store) async fn audit_heads(&self) -> Result<Vec<Checkpoint>, StoreError> {
        let query = sqlx::query(select::AUDIT_HEADS);
        let rows = within(STATEMENT_WITHIN, query.fetch_all(&self.pool)).await?;
        rows.iter().map(|row| rows::end(row).map(Into::into)).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// What of each chain of the audit log is older than it may be.
    pub(in crate::store) async fn audit_overdue(&self, cutoff: i64) -> Result<Vec<Stretch>, StoreError> {
        let query = sqlx::query(select::AUDIT_OVERDUE).bind(cutoff);
        let rows = within(STATEMENT_WITHIN, query.fetch_all(&self.pool)).await?;
        rows.iter().map(rows::stretch).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// How much of each kind but the audit log is older than it may be.
    pub(in crate::store) async fn overdue(&self, cutoffs: &Cutoffs) -> Result<Purged, StoreError> {
        let query =
            sqlx::query(select::OVERDUE).bind(cutoffs.conversations).bind(cutoffs.answers).bind(cutoffs.feedback);
        let row = within(STATEMENT_WITHIN, query.fetch_one(&self.pool)).await?;
        let counted = |place| row.try_get::<i64, _>(place).map(i64::unsigned_abs).map_err(|error| fault(&error));
        Ok(Purged { conversations: counted(0)?, answers: counted(1)?, feedback: counted(2)?, audit: 0 })
    }

    pub(in crate::store) async fn probe(&self) -> Result<(), StoreError> {
        let select = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM answers)");
        let _: bool = within(STATEMENT_WITHIN, select.fetch_one(&self.pool)).await?;
        Ok(())
    }

    pub(in crate::store) async fn close(&self) {
        self.pool.close().await;
        self.counter.close().await;
        self.listeners.close().await;
    }

    /// What one statement finds for an id.
    async fn rows(&self, select: &'static str, id: Uuid) -> Result<Vec<PgRow>, StoreError> {
        within(STATEMENT_WITHIN, sqlx::query(select).bind(id).fetch_all(&self.pool)).await
    }
}
