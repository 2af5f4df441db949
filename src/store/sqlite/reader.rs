//! What is kept? Asked on connections that cannot write.

use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;
use sqlx::{Error, Row, SqlitePool};
use uuid::Uuid;

use super::fault::fault;
use crate::store::{Conversation, Feedback, StoreError, StoredAnswer, Turn};

/// The reading side.
#[derive(Clone)]
pub(in crate::store) struct Reader {
    pool: SqlitePool,
}

impl Reader {
    pub(super) const fn new(pool: SqlitePool) -> Self {
        Self { pool }
    }

    pub(super) const fn pool(&self) -> &SqlitePool {
        &self.pool
    }

    pub(in crate::store) async fn answer(&self, id: Uuid) -> Result<Option<StoredAnswer>, StoreError> {
        let select = "SELECT id, created_at, corpus, program, request, reply FROM answers WHERE id = $1";
        let rows = self.rows(select, id).await?;
        rows.first().map(answer).transpose().map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn conversation(
        &self,
        id: Uuid,
    ) -> Result<Option<(Conversation, Vec<Turn>)>, StoreError> {
        let select = "SELECT begun.created_at AS begun_at, settings, turn, input,
                             answers.id, answers.created_at, corpus, program, request, reply
                      FROM conversations AS begun LEFT JOIN answers ON conversation = begun.id
                      WHERE begun.id = $1 ORDER BY turn";
        conversation(id, &self.rows(select, id).await?, turn).map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn inputs(&self, id: Uuid) -> Result<Option<(Conversation, Vec<String>)>, StoreError> {
        let select = "SELECT begun.created_at AS begun_at, settings, input
                      FROM conversations AS begun LEFT JOIN answers ON conversation = begun.id
                      WHERE begun.id = $1 ORDER BY turn";
        let input = |row: &SqliteRow| row.try_get("input");
        conversation(id, &self.rows(select, id).await?, input).map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn feedback(&self, answer: Uuid) -> Result<Vec<Feedback>, StoreError> {
        let select = "SELECT helpful, comment, given_at FROM feedback WHERE answer = $1 ORDER BY number";
        let rows = self.rows(select, answer).await?;
        rows.iter().map(|row| feedback(answer, row)).collect::<Result<_, _>>().map_err(|error| fault(&error))
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

pub(super) fn answer(row: &SqliteRow) -> Result<StoredAnswer, Error> {
    Ok(StoredAnswer {
        id: Uuid::from_slice(row.try_get("id")?).map_err(|error| Error::Decode(error.into()))?,
        created_at: time(row, "created_at")?,
        corpus: row.try_get("corpus")?,
        program: row.try_get("program")?,
        request: row.try_get("request")?,
        reply: row.try_get("reply")?,
    })
}

/// Each row names the conversation and one turn; of a conversation without turns there is one row, and no turn in it.
fn conversation<T>(
    id: Uuid,
    rows: &[SqliteRow],
    turn: impl Fn(&SqliteRow) -> Result<Option<T>, Error>,
) -> Result<Option<(Conversation, Vec<T>)>, Error> {
    let Some(first) = rows.first() else { return Ok(None) };
    let begun = Conversation { id, created_at: time(first, "begun_at")?, settings: first.try_get("settings")? };
    let turns = rows.iter().filter_map(|row| turn(row).transpose()).collect::<Result<_, _>>()?;
    Ok(Some((begun, turns)))
}

fn turn(row: &SqliteRow) -> Result<Option<Turn>, Error> {
    let Some(number) = row.try_get("turn")? else { return Ok(None) };
    Ok(Some(Turn { number, input: row.try_get("input")?, answer: answer(row)? }))
}

fn feedback(answer: Uuid, row: &SqliteRow) -> Result<Feedback, Error> {
    Ok(Feedback {
        answer,
        helpful: row.try_get("helpful")?,
        comment: row.try_get("comment")?,
        given_at: time(row, "given_at")?,
    })
}

pub(super) fn time(row: &SqliteRow, column: &str) -> Result<Timestamp, Error> {
    Timestamp::from_microsecond(row.try_get(column)?).map_err(|error| Error::Decode(error.into()))
}
