//! How are corpora kept, and which of them answers? And which answers stand on them?

use sqlx::Error;
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

use super::fault::fault;
use super::reader::Reader;
use super::writer::Writer;
use crate::store::ledger::Outcome;
use crate::store::{Activation, CorpusEntry, KeptAnswer, KeptCorpus, StoreError, rows, select};

impl Writer {
    /// What is damaged under a fingerprint is replaced by what is whole.
    pub(super) fn insert_corpora(&mut self, corpora: &[&KeptCorpus]) {
        let script = self.script().push("INSERT INTO corpora (fingerprint, stored_at, archive) ");
        script.push_values(corpora, |mut row, corpus| {
            row.push_bind(corpus.fingerprint.as_str())
                .push_bind(corpus.stored_at.as_microsecond())
                .push_bind(corpus.archive.as_slice());
        });
        script.push(
            " ON CONFLICT (fingerprint) DO UPDATE SET archive = excluded.archive WHERE archive <> excluded.archive; ",
        );
    }

    pub(super) async fn insert_activations(&mut self, activations: &[&Activation]) -> Result<Vec<Outcome>, StoreError> {
        let mut outcomes = Vec::with_capacity(activations.len());
        for activation in activations {
            let script = self.script().push("WITH new (corpus, activated_at) AS (");
            script.push_values([activation], |mut row, activation| {
                row.push_bind(activation.corpus.as_deref()).push_bind(activation.at.as_microsecond());
            });
            script.push(
                ") INSERT INTO activations (corpus, activated_at) SELECT * FROM new
                  WHERE corpus IS NULL OR EXISTS (SELECT 1 FROM corpora WHERE fingerprint = new.corpus)
                  RETURNING number; ",
            );
            outcomes.push(Ok(!self.run().await?.is_empty()));
        }
        Ok(outcomes)
    }
}

impl Reader {
    pub(in crate::store) async fn corpus(&self, fingerprint: &str) -> Result<Option<KeptCorpus>, StoreError> {
        let row = sqlx::query(select::CORPUS).bind(fingerprint).fetch_optional(self.pool()).await;
        row.and_then(|row| row.as_ref().map(rows::corpus).transpose()).map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn corpora(&self) -> Result<Vec<CorpusEntry>, StoreError> {
        let rows = sqlx::query(select::CORPORA).fetch_all(self.pool()).await;
        rows.and_then(|rows| rows.iter().map(rows::corpus_entry).collect()).map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn answers_on(&self, fingerprint: &str) -> Result<i64, StoreError> {
        let count = sqlx::query_scalar(select::ANSWERS_ON).bind(fingerprint).fetch_one(self.pool()).await;
        count.map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn activations(&self, most: u32) -> Result<Vec<Activation>, StoreError> {
        let rows = sqlx::query(select::ACTIVATIONS).bind(most).fetch_all(self.pool()).await;
        rows.and_then(|rows| rows.iter().map(rows::activation).collect()).map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn kept(&self, id: Uuid) -> Result<Option<KeptAnswer>, StoreError> {
        kept(sqlx::query(select::KEPT).bind(id).fetch_optional(self.pool()).await)
    }

    pub(in crate::store) async fn kept_at(&self, number: i64) -> Result<Option<KeptAnswer>, StoreError> {
        kept(sqlx::query(select::KEPT_AT).bind(number).fetch_optional(self.pool()).await)
    }

    pub(in crate::store) async fn places_after(&self, number: i64, most: u32) -> Result<Vec<(i64, Uuid)>, StoreError> {
        let rows = sqlx::query(select::PLACES_AFTER).bind(number).bind(most).fetch_all(self.pool()).await;
        rows.and_then(|rows| rows.iter().map(rows::place).collect()).map_err(|error| fault(&error))
    }
}

fn kept(row: Result<Option<SqliteRow>, Error>) -> Result<Option<KeptAnswer>, StoreError> {
    row.and_then(|row| row.as_ref().map(rows::kept).transpose()).map_err(|error| fault(&error))
}
