//! What is kept? Asked on connections that cannot write.

use jiff::Timestamp;
use sqlx::SqlitePool;
use uuid::Uuid;

use super::fault::fault;
use crate::store::{Feedback, StoreError, StoredAnswer};

/// The reading side.
#[derive(Clone)]
pub(in crate::store) struct Reader {
    pool: SqlitePool,
}

type AnswerRow = (i64, String, String, String, String);
type FeedbackRow = (bool, Option<String>, i64);

impl Reader {
    pub(super) const fn new(pool: SqlitePool) -> Self {
        Self { pool }
    }

    pub(in crate::store) async fn answer(&self, id: Uuid) -> Result<Option<StoredAnswer>, StoreError> {
        let row: Option<AnswerRow> =
            sqlx::query_as("SELECT created_at, corpus, program, request, reply FROM answers WHERE id = $1")
                .bind(id.as_bytes().as_slice())
                .fetch_optional(&self.pool)
                .await
                .map_err(|error| fault(&error))?;
        row.map(|(created_at, corpus, program, request, reply)| {
            Ok(StoredAnswer { id, created_at: time(created_at)?, corpus, program, request, reply })
        })
        .transpose()
    }

    pub(in crate::store) async fn feedback(&self, answer: Uuid) -> Result<Vec<Feedback>, StoreError> {
        let rows: Vec<FeedbackRow> =
            sqlx::query_as("SELECT helpful, comment, given_at FROM feedback WHERE answer = $1 ORDER BY number")
                .bind(answer.as_bytes().as_slice())
                .fetch_all(&self.pool)
                .await
                .map_err(|error| fault(&error))?;
        rows.into_iter()
            .map(|(helpful, comment, given_at)| Ok(Feedback { answer, helpful, comment, given_at: time(given_at)? }))
            .collect()
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
}

fn time(microseconds: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(microseconds).map_err(|_| StoreError::Damaged)
}
