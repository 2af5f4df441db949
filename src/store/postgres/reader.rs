//! What is kept? Asked in sessions that cannot write.

use jiff::Timestamp;
use sqlx::postgres::PgRow;
use sqlx::{Error, PgPool, Row};
use uuid::Uuid;

use super::fault::fault;
use super::session::{STATEMENT_WITHIN, within};
use crate::store::{Conversation, Feedback, StoreError, StoredAnswer, Turn};

/// The reading side.
#[derive(Clone)]
pub(in crate::store) struct Reader {
    pool: PgPool,
    /// For those who listen, which takes a session for as long.
    listeners: PgPool,
}

impl Reader {
    pub(super) const fn new(pool: PgPool, listeners: PgPool) -> Self {
        Self { pool, listeners }
    }

    pub(super) const fn pool(&self) -> &PgPool {
        &self.pool
    }

    pub(super) const fn listeners(&self) -> &PgPool {
        &self.listeners
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
        let input = |row: &PgRow| some_words(row, "input");
        conversation(id, &self.rows(select, id).await?, input).map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn feedback(&self, answer: Uuid) -> Result<Vec<Feedback>, StoreError> {
        let select = "SELECT helpful, comment, given_at FROM feedback WHERE answer = $1 ORDER BY number";
        let rows = self.rows(select, answer).await?;
        rows.iter().map(|row| feedback(answer, row)).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn probe(&self) -> Result<(), StoreError> {
        let select = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM answers)");
        let _: bool = within(STATEMENT_WITHIN, select.fetch_one(&self.pool)).await?;
        Ok(())
    }

    pub(in crate::store) async fn close(&self) {
        self.pool.close().await;
        self.listeners.close().await;
    }

    /// What one statement finds for an id.
    async fn rows(&self, select: &'static str, id: Uuid) -> Result<Vec<PgRow>, StoreError> {
        within(STATEMENT_WITHIN, sqlx::query(select).bind(id).fetch_all(&self.pool)).await
    }
}

pub(super) fn answer(row: &PgRow) -> Result<StoredAnswer, Error> {
    Ok(StoredAnswer {
        id: row.try_get("id")?,
        created_at: time(row, "created_at")?,
        corpus: row.try_get("corpus")?,
        program: row.try_get("program")?,
        request: words(row, "request")?,
        reply: words(row, "reply")?,
    })
}

/// Each row names the conversation and one turn; of a conversation without turns there is one row, and no turn in it.
fn conversation<T>(
    id: Uuid,
    rows: &[PgRow],
    turn: impl Fn(&PgRow) -> Result<Option<T>, Error>,
) -> Result<Option<(Conversation, Vec<T>)>, Error> {
    let Some(first) = rows.first() else { return Ok(None) };
    let begun = Conversation { id, created_at: time(first, "begun_at")?, settings: words(first, "settings")? };
    let turns = rows.iter().filter_map(|row| turn(row).transpose()).collect::<Result<_, _>>()?;
    Ok(Some((begun, turns)))
}

fn turn(row: &PgRow) -> Result<Option<Turn>, Error> {
    let Some(number) = row.try_get::<Option<i64>, _>("turn")? else { return Ok(None) };
    let number = u32::try_from(number).map_err(|error| Error::Decode(error.into()))?;
    Ok(Some(Turn { number, input: words(row, "input")?, answer: answer(row)? }))
}

fn feedback(answer: Uuid, row: &PgRow) -> Result<Feedback, Error> {
    Ok(Feedback {
        answer,
        helpful: row.try_get("helpful")?,
        comment: some_words(row, "comment")?,
        given_at: time(row, "given_at")?,
    })
}

fn words(row: &PgRow, column: &str) -> Result<String, Error> {
    String::from_utf8(row.try_get(column)?).map_err(|error| Error::Decode(error.into()))
}

fn some_words(row: &PgRow, column: &str) -> Result<Option<String>, Error> {
    let bytes: Option<Vec<u8>> = row.try_get(column)?;
    bytes.map(String::from_utf8).transpose().map_err(|error| Error::Decode(error.into()))
}

pub(super) fn time(row: &PgRow, column: &str) -> Result<Timestamp, Error> {
    Timestamp::from_microsecond(row.try_get(column)?).map_err(|error| Error::Decode(error.into()))
}
