//! How does what is older than it may be go? A few hundred rows at a time, the oldest first.

use super::fault::fault;
use super::writer::Writer;
use crate::store::chain::Head;
use crate::store::retention::{Cutoffs, Purged, Stretch};
use crate::store::{StoreError, rows, select};

impl Writer {
    pub(super) async fn purge_some(&mut self, cutoffs: &Cutoffs) -> Result<Purged, StoreError> {
        let Cutoffs { conversations, answers, feedback, .. } = *cutoffs;
        self.script()
            .push("DELETE FROM conversations WHERE id IN (SELECT id FROM conversations WHERE created_at < ")
            .push_bind(conversations)
            .push(" AND NOT EXISTS (SELECT 1 FROM answers WHERE conversation = conversations.id AND answers.created_at >= ")
            .push_bind(conversations)
            .push(") ORDER BY created_at LIMIT 100) RETURNING number; ");
        let conversations = self.count().await?;
        self.script()
            .push("DELETE FROM answers WHERE id IN (SELECT id FROM answers WHERE created_at < ")
            .push_bind(answers)
            .push(" AND conversation IS NULL ORDER BY created_at LIMIT 500) RETURNING number; ");
        let answers = self.count().await?;
        self.script()
            .push("DELETE FROM feedback WHERE number IN (SELECT number FROM feedback WHERE given_at < ")
            .push_bind(feedback)
            .push(" ORDER BY given_at LIMIT 500) RETURNING number; ");
        let feedback = self.count().await?;
        if conversations + answers + feedback > 0 {
            self.lingers();
        }
        Ok(Purged { conversations, answers, feedback, audit: 0 })
    }

    pub(super) async fn delete_links(&mut self, oldest: Stretch) -> Result<(Vec<Head>, u64), StoreError> {
        let Stretch { chain, first, last } = oldest;
        let purge = sqlx::query(select::AUDIT_PURGE).bind(chain).bind(first).bind(last).bind(Stretch::PORTION);
        let told = self.statement(purge).await?;
        let Some(end) = told.first().map(rows::end).transpose().map_err(|error| fault(&error))? else {
            return Ok((Vec::new(), 0));
        };
        let told = sqlx::query(select::AUDIT_TOLD).bind(chain).bind(first).bind(end.number);
        let told = self.statement(told).await?;
        let told = told.iter().map(rows::told_end).filter_map(Result::transpose).collect::<Result<Vec<_>, _>>();
        let ends = [vec![end], told.map_err(|error| fault(&error))?].concat();
        self.script()
            .push("DELETE FROM audit WHERE chain = ")
            .push_bind(chain)
            .push(" AND number BETWEEN ")
            .push_bind(first)
            .push(" AND ")
            .push_bind(end.number)
            .push(" RETURNING number; ");
        Ok((ends, self.count().await?))
    }

    /// Runs the script; tells how many rows it returns.
    async fn count(&mut self) -> Result<u64, StoreError> {
        Ok(self.run().await?.len() as u64)
    }
}
