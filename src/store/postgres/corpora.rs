//! How are corpora kept, and which of them answers? And which answers stand on them?

use sqlx::PgPool;
use sqlx::postgres::{PgListener, PgRow};
use uuid::Uuid;

use super::fault::fault;
use super::reader::Reader;
use super::session::{STATEMENT_WITHIN, connect, part, unhurried, within};
use super::writer::Writer;
use crate::store::ledger::Outcome;
use crate::store::{Activation, CorpusEntry, KeptAnswer, KeptCorpus, Reason, StoreError, rows, select};

/// Where it is told that another corpus answers.
const CHANNEL: &str = "nordvis_corpora";

impl Writer {
    /// What is damaged under a fingerprint is replaced by what is whole.
    pub(super) async fn insert_corpora(&mut self, corpora: &[&KeptCorpus]) -> Result<(), StoreError> {
        for corpus in corpora {
            let insert = "INSERT INTO corpora (fingerprint, stored_at, archive) VALUES ($1, $2, $3)
                          ON CONFLICT (fingerprint) DO UPDATE SET archive = excluded.archive
                          WHERE corpora.archive <> excluded.archive";
            let insert = sqlx::query(insert)
                .bind(corpus.fingerprint.as_str())
                .bind(corpus.stored_at.as_microsecond())
                .bind(corpus.archive.as_slice());
            self.run(insert).await?;
        }
        Ok(())
    }

    pub(super) async fn insert_activations(&mut self, activations: &[&Activation]) -> Result<Vec<Outcome>, StoreError> {
        let mut outcomes = Vec::with_capacity(activations.len());
        for activation in activations {
            let insert = "INSERT INTO activations (corpus, activated_at) SELECT $1::text, $2
                          WHERE $1::text IS NULL OR EXISTS (SELECT 1 FROM corpora WHERE fingerprint = $1::text)
                          RETURNING pg_notify($3, '')::text";
            let insert = sqlx::query(insert)
                .bind(activation.corpus.as_deref())
                .bind(activation.at.as_microsecond())
                .bind(CHANNEL);
            outcomes.push(Ok(!self.run(insert).await?.is_empty()));
        }
        Ok(outcomes)
    }
}

impl Reader {
    pub(in crate::store) async fn corpus(&self, fingerprint: &str) -> Result<Option<KeptCorpus>, StoreError> {
        let select = sqlx::query(select::CORPUS).bind(fingerprint).fetch_optional(self.pool());
        let row = within(STATEMENT_WITHIN, select).await?;
        row.as_ref().map(rows::corpus).transpose().map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn corpora(&self) -> Result<Vec<CorpusEntry>, StoreError> {
        let rows = within(STATEMENT_WITHIN, sqlx::query(select::CORPORA).fetch_all(self.pool())).await?;
        rows.iter().map(rows::corpus_entry).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// However long it takes.
    pub(in crate::store) async fn answers_on(&self, fingerprint: &str) -> Result<i64, StoreError> {
        let mut session = connect(&unhurried(self.options())).await?;
        let count = sqlx::query_scalar(select::ANSWERS_ON).bind(fingerprint).fetch_one(&mut session).await;
        part(session).await;
        count.map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn activations(&self, most: u32) -> Result<Vec<Activation>, StoreError> {
        let rows =
            within(STATEMENT_WITHIN, sqlx::query(select::ACTIVATIONS).bind(i64::from(most)).fetch_all(self.pool()))
                .await?;
        rows.iter().map(rows::activation).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn kept(&self, id: Uuid) -> Result<Option<KeptAnswer>, StoreError> {
        kept(within(STATEMENT_WITHIN, sqlx::query(select::KEPT).bind(id).fetch_optional(self.pool())).await?)
    }

    pub(in crate::store) async fn kept_at(&self, number: i64) -> Result<Option<KeptAnswer>, StoreError> {
        kept(within(STATEMENT_WITHIN, sqlx::query(select::KEPT_AT).bind(number).fetch_optional(self.pool())).await?)
    }

    pub(in crate::store) async fn places_after(&self, number: i64, most: u32) -> Result<Vec<(i64, Uuid)>, StoreError> {
        let select = sqlx::query(select::PLACES_AFTER).bind(number).bind(i64::from(most)).fetch_all(self.pool());
        let rows = within(STATEMENT_WITHIN, select).await?;
        rows.iter().map(rows::place).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// Begins to listen for what is told to those who follow.
    pub(in crate::store) async fn listen(&self) -> Result<Listener, StoreError> {
        Listener::begin(self.listeners()).await
    }
}

/// Hears that another corpus answers.
pub(in crate::store) struct Listener(PgListener);

impl Listener {
    async fn begin(sessions: &PgPool) -> Result<Self, StoreError> {
        let listen = async {
            let mut listener = PgListener::connect_with(sessions).await?;
            listener.listen(CHANNEL).await?;
            Ok(listener)
        };
        within(STATEMENT_WITHIN, listen).await.map(Self)
    }

    /// Returns when something was told; fails when the session ended, and something may have been missed.
    pub(in crate::store) async fn told(&mut self) -> Result<(), StoreError> {
        match self.0.try_recv().await {
            Ok(Some(_)) => Ok(()),
            Ok(None) => Err(StoreError::Unavailable(Reason::Stopped)),
            Err(error) => Err(fault(&error)),
        }
    }
}

fn kept(row: Option<PgRow>) -> Result<Option<KeptAnswer>, StoreError> {
    row.as_ref().map(rows::kept).transpose().map_err(|error| fault(&error))
}
