//! What is kept? Asked on connections that cannot write.

use std::path::Path;

use sqlx::sqlite::SqliteRow;
use sqlx::{Row, Sqlite, SqliteConnection, SqlitePool, Transaction};
use uuid::Uuid;

use super::fault::fault;
use super::files;
use crate::access::ClientRecord;
use crate::store::chain::{Checkpoint, Head, Link};
use crate::store::clients::{CLIENTS, clients};
use crate::store::retention::{Cutoffs, Purged, Stretch};
use crate::store::{Conversation, Feedback, StoreError, StoredAnswer, Turn, rows, select};

/// The reading side.
#[derive(Clone)]
pub(in crate::store) struct Reader {
    pool: SqlitePool,
}

impl Reader {
    pub(super) const fn new(pool: SqlitePool) -> Self {
        Self { pool }
    }

    /// Where connections come from.
    pub(super) const fn pool(&self) -> &SqlitePool {
        &self.pool
    }

    /// Whether a file is one of the database's own.
    pub(in crate::store) fn owns(&self, file: &Path) -> bool {
        files::owns(self.pool.connect_options().get_filename(), file)
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
        let rows = sqlx::query(CLIENTS).fetch_all(&self.pool).await.map_err(|error| fault(&error))?;
        clients(&rows).map_err(|error| fault(&error))
    }

    /// Everything as it is at the first read; writes go on meanwhile.
    pub(in crate::store) async fn moment(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        self.pool.begin().await.map_err(|error| fault(&error))
    }

    /// The rows of the audit log that come after this chain and number, as many as are read at once.
    pub(in crate::store) async fn audit_after(
        &self,
        moment: &mut SqliteConnection,
        (chain, number): (i64, i64),
    ) -> Result<Vec<Link>, StoreError> {
        let query = sqlx::query(select::AUDIT_AFTER).bind(chain).bind(number);
        let rows = query.fetch_all(moment).await.map_err(|error| fault(&error))?;
        rows.iter().map(rows::link).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// The last row of each chain of the audit log that was purged.
    pub(in crate::store) async fn audit_purged(&self, moment: &mut SqliteConnection) -> Result<Vec<Head>, StoreError> {
        let query = sqlx::query(select::AUDIT_PURGED);
        let rows = query.fetch_all(moment).await.map_err(|error| fault(&error))?;
        rows.iter().map(rows::end).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// The last row of each chain of the audit log.
    pub(in crate::store) async fn audit_heads(&self) -> Result<Vec<Checkpoint>, StoreError> {
        let query = sqlx::query(select::AUDIT_HEADS);
        let rows = query.fetch_all(&self.pool).await.map_err(|error| fault(&error))?;
        rows.iter().map(|row| rows::end(row).map(Into::into)).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// What of each chain of the audit log is older than it may be.
    pub(in crate::store) async fn audit_overdue(&self, cutoff: i64) -> Result<Vec<Stretch>, StoreError> {
        let query = sqlx::query(select::AUDIT_OVERDUE).bind(cutoff);
        let rows = query.fetch_all(&self.pool).await.map_err(|error| fault(&error))?;
        rows.iter().map(rows::stretch).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// How much of each kind but the audit log is older than it may be.
    pub(in crate::store) async fn overdue(&self, cutoffs: &Cutoffs) -> Result<Purged, StoreError> {
        let query =
            sqlx::query(select::OVERDUE).bind(cutoffs.conversations).bind(cutoffs.answers).bind(cutoffs.feedback);
        let row = query.fetch_one(&self.pool).await.map_err(|error| fault(&error))?;
        let counted = |place| row.try_get::<i64, _>(place).map(i64::unsigned_abs).map_err(|error| fault(&error));
        Ok(Purged { conversations: counted(0)?, answers: counted(1)?, feedback: counted(2)?, audit: 0 })
    }

    pub(in crate::store) async fn probe(&self) -> Result<(), StoreError> {
        let _: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM answers)")
            .fetch_one(&self.pool)
            .await
            .map_err(|error| fault(&error))?;
        Ok(())
    }

    pub(in crate::store) async fn close(&self) {
        self.pool.close().await;
    }

    /// What one statement finds for an id.
    async fn rows(&self, select: &'static str, id: Uuid) -> Result<Vec<SqliteRow>, StoreError> {
        let query = sqlx::query(select).bind(id.as_bytes().as_slice());
        query.fetch_all(&self.pool).await.map_err(|error| fault(&error))
    }
}
