//! How does what is older than it may be go? A few hundred rows at a time, the oldest first.

use super::fault::fault;
use super::writer::Writer;
use crate::store::chain::Head;
use crate::store::retention::{Cutoffs, Purged};
use crate::store::{StoreError, rows};

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

    pub(super) async fn audit_overdue(&mut self, cutoff: i64) -> Result<Vec<Head>, StoreError> {
        self.script()
            .push("SELECT chain, number, at, hash FROM audit WHERE (chain, number) IN (SELECT chain, max(number) FROM audit WHERE at < ")
            .push_bind(cutoff)
            .push(" GROUP BY chain); ");
        let ends = self.run().await?.iter().map(rows::head).collect::<sqlx::Result<_>>();
        ends.map_err(|error| fault(&error))
    }

    pub(super) async fn delete_links(&mut self, ends: &[Head]) -> Result<u64, StoreError> {
        let mut gone = 0;
        for end in ends {
            self.script()
                .push("INSERT INTO audit_purged (chain, number, hash) VALUES (")
                .push_bind(end.chain)
                .push(", ")
                .push_bind(end.number)
                .push(", ")
                .push_bind(end.hash.to_vec())
                .push(") ON CONFLICT (chain) DO UPDATE SET number = excluded.number, hash = excluded.hash; ")
                .push("DELETE FROM audit WHERE chain = ")
                .push_bind(end.chain)
                .push(" AND number <= ")
                .push_bind(end.number)
                .push(" RETURNING number; ");
            gone += self.count().await?;
        }
        Ok(gone)
    }

    /// Runs the script; tells how many rows it returns.
    async fn count(&mut self) -> Result<u64, StoreError> {
        Ok(self.run().await?.len() as u64)
    }
}
