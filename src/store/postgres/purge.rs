//! How does what is older than it may be go? A few hundred rows at a time, the oldest first.

use sqlx::Row;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::fault::fault;
use super::writer::{Writer, ids};
use crate::store::chain::Head;
use crate::store::retention::{Cutoffs, Purged, Stretch};
use crate::store::{StoreError, rows, select};

impl Writer {
    pub(super) async fn purge_some(&mut self, cutoffs: &Cutoffs) -> Result<Purged, StoreError> {
        let Cutoffs { conversations, answers, feedback, .. } = *cutoffs;
        let conversations = self.purge_conversations(conversations).await?;
        let delete = "DELETE FROM answers WHERE id IN (
                          SELECT id FROM answers WHERE created_at < $1 AND conversation IS NULL
                          ORDER BY created_at, id LIMIT 500 FOR UPDATE) RETURNING number";
        let answers = self.run(sqlx::query(delete).bind(answers)).await?;
        let delete = "DELETE FROM feedback WHERE number IN (
                          SELECT number FROM feedback WHERE given_at < $1 ORDER BY given_at, number LIMIT 500 FOR UPDATE)
                      RETURNING number";
        let feedback = self.run(sqlx::query(delete).bind(feedback)).await?;
        let count = |rows: Vec<PgRow>| rows.len() as u64;
        Ok(Purged { conversations: count(conversations), answers: count(answers), feedback: count(feedback), audit: 0 })
    }

    /// Whoever holds a conversation's row is alone with its turns, so its turns are asked for again once it is held: one that
    /// was written while we waited for the row is not in what the first statement saw.
    async fn purge_conversations(&mut self, cutoff: i64) -> Result<Vec<PgRow>, StoreError> {
        // In the order of their ids, as by those who write turns.
        let hold = "SELECT id FROM conversations WHERE id IN (
                        SELECT id FROM conversations WHERE created_at < $1 AND NOT EXISTS (
                            SELECT 1 FROM answers WHERE conversation = conversations.id AND answers.created_at >= $1)
                        ORDER BY created_at LIMIT 100)
                    ORDER BY id FOR UPDATE";
        let held: Vec<Uuid> = ids(&self.run(sqlx::query(hold).bind(cutoff)).await?)?;
        let delete = "DELETE FROM conversations WHERE id = ANY($2) AND NOT EXISTS (
                          SELECT 1 FROM answers WHERE conversation = conversations.id AND answers.created_at >= $1)
                      RETURNING number";
        self.run(sqlx::query(delete).bind(cutoff).bind(held)).await
    }

    pub(super) async fn delete_links(&mut self, oldest: Stretch) -> Result<(Vec<Head>, u64), StoreError> {
        let Stretch { chain, first, last } = oldest;
        let purge = sqlx::query(select::AUDIT_PURGE).bind(chain).bind(first).bind(last).bind(Stretch::PORTION);
        let told = self.run(purge).await?;
        let Some(end) = told.first().map(rows::end).transpose().map_err(|error| fault(&error))? else {
            return Ok((Vec::new(), 0));
        };
        let told = sqlx::query(select::AUDIT_TOLD).bind(chain).bind(first).bind(end.number);
        let told = self.run(told).await?;
        let told = told.iter().map(rows::told_end).filter_map(Result::transpose).collect::<Result<Vec<_>, _>>();
        let ends = [vec![end], told.map_err(|error| fault(&error))?].concat();
        let delete = "WITH gone AS (DELETE FROM audit WHERE chain = $1 AND number BETWEEN $2 AND $3 RETURNING 1)
                      SELECT count(*) FROM gone";
        let rows = self.run(sqlx::query(delete).bind(chain).bind(first).bind(end.number)).await?;
        let count = rows.first().map(|row| row.try_get::<i64, _>(0)).transpose().map_err(|error| fault(&error))?;
        Ok((ends, count.unwrap_or_default().unsigned_abs()))
    }
}
