//! How are corpora kept, and which of them answers? And which answers stand on them?

use sqlx::Row;
use sqlx::postgres::{PgListener, PgRow};
use sqlx::{Error, PgPool};
use uuid::Uuid;

use super::fault::fault;
use super::reader::{Reader, time, whole_answer};
use super::session::{STATEMENT_WITHIN, within};
use super::writer::Writer;
use crate::store::ledger::Outcome;
use crate::store::{Activation, CorpusEntry, KeptAnswer, KeptCorpus, Reason, StoreError, select};

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
        let corpus = |row: PgRow| {
            Ok(KeptCorpus {
                fingerprint: row.try_get("fingerprint")?,
                stored_at: time(&row, "stored_at")?,
                archive: row.try_get("archive")?,
            })
        };
        let row = within(STATEMENT_WITHIN, select).await?;
        row.map(corpus).transpose().map_err(|error: Error| fault(&error))
    }

    pub(in crate::store) async fn corpora(&self) -> Result<Vec<CorpusEntry>, StoreError> {
        let rows = within(STATEMENT_WITHIN, sqlx::query(select::CORPORA).fetch_all(self.pool())).await?;
        let entry = |row: &PgRow| {
            Ok(CorpusEntry {
                fingerprint: row.try_get("fingerprint")?,
                stored_at: time(row, "stored_at")?,
                answers: row.try_get("answers")?,
            })
        };
        rows.iter().map(entry).collect::<Result<_, _>>().map_err(|error: Error| fault(&error))
    }

    pub(in crate::store) async fn activations(&self, most: u32) -> Result<Vec<Activation>, StoreError> {
        let rows =
            within(STATEMENT_WITHIN, sqlx::query(select::ACTIVATIONS).bind(i64::from(most)).fetch_all(self.pool()))
                .await?;
        let activation =
            |row: &PgRow| Ok(Activation { corpus: row.try_get("corpus")?, at: time(row, "activated_at")? });
        rows.iter().map(activation).collect::<Result<_, _>>().map_err(|error: Error| fault(&error))
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
        let place = |row: &PgRow| Ok((row.try_get("number")?, row.try_get("id").unwrap_or_default()));
        rows.iter().map(place).collect::<Result<_, _>>().map_err(|error: Error| fault(&error))
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
    let kept = |row: PgRow| {
        let conversation: Option<Uuid> = row.try_get("conversation")?;
        let turn = row.try_get::<Option<i64>, _>("turn")?.map(u32::try_from).transpose();
        let turn = turn.map_err(|error| Error::Decode(error.into()))?;
        Ok(KeptAnswer { number: row.try_get("number")?, answer: whole_answer(&row)?, turn: conversation.zip(turn) })
    };
    row.map(kept).transpose().map_err(|error| fault(&error))
}
