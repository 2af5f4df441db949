//! How does what is older than it may be go? A few hundred rows at a time, the oldest first.

use sqlx::Row;
use sqlx::postgres::PgRow;

use super::fault::fault;
use super::writer::Writer;
use crate::store::chain::Head;
use crate::store::retention::{Cutoffs, Purged};
use crate::store::{StoreError, rows};

impl Writer {
    pub(super) async fn purge_some(&mut self, cutoffs: &Cutoffs) -> Result<Purged, StoreError> {
        let Cutoffs { conversations, answers, feedback, .. } = *cutoffs;
        // Conversations are held in the order of their ids, as by those who write turns.
        let delete = "DELETE FROM conversations WHERE id IN (
                          SELECT id FROM conversations WHERE id IN (
                              SELECT id FROM conversations WHERE created_at < $1 AND NOT EXISTS (
                                  SELECT 1 FROM answers WHERE conversation = conversations.id
                                  AND answers.created_at >= $1)
                              ORDER BY created_at LIMIT 100)
                          ORDER BY id FOR UPDATE) RETURNING number";
        let conversations = self.run(sqlx::query(delete).bind(conversations)).await?;
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

    pub(super) async fn audit_overdue(&mut self, cutoff: i64) -> Result<Vec<Head>, StoreError> {
        let select = "SELECT chain, number, at, hash FROM audit
                      WHERE (chain, number) IN (SELECT chain, max(number) FROM audit WHERE at < $1 GROUP BY chain)";
        let rows = self.run(sqlx::query(select).bind(cutoff)).await?;
        rows.iter().map(rows::head).collect::<sqlx::Result<_>>().map_err(|error| fault(&error))
    }

    pub(super) async fn delete_links(&mut self, ends: &[Head]) -> Result<u64, StoreError> {
        let mut gone = 0;
        for end in ends {
            let note = "INSERT INTO audit_purged (chain, number, hash) VALUES ($1, $2, $3)
                        ON CONFLICT (chain) DO UPDATE SET number = excluded.number, hash = excluded.hash";
            self.run(sqlx::query(note).bind(end.chain).bind(end.number).bind(end.hash.to_vec())).await?;
            let delete = "WITH gone AS (DELETE FROM audit WHERE chain = $1 AND number <= $2 RETURNING 1)
                          SELECT count(*) FROM gone";
            let rows = self.run(sqlx::query(delete).bind(end.chain).bind(end.number)).await?;
            let count = rows.first().map(|row| row.try_get::<i64, _>(0)).transpose().map_err(|error| fault(&error))?;
            gone += count.unwrap_or_default().unsigned_abs();
        }
        Ok(gone)
    }
}
