//! What is kept? Asked in sessions that cannot write.

use std::sync::Arc;

use jiff::Timestamp;
use sqlx::postgres::{PgConnectOptions, PgRow};
use sqlx::{Error, PgPool, Row};
use uuid::Uuid;

use super::counter::Counter;
use super::fault::fault;
use super::session::{STATEMENT_WITHIN, within};
use crate::access::ClientRecord;
use crate::store::chain::{Checkpoint, Head, Link};
use crate::store::checksum::{whole, whole_conversation, whole_input};
use crate::store::clients::{CLIENTS, clients};
use crate::store::retention::{Cutoffs, Purged};
use crate::store::verify::hash;
use crate::store::{Conversation, Feedback, StoreError, StoredAnswer, Turn, select};

/// The reading side.
#[derive(Clone)]
pub(in crate::store) struct Reader {
    pool: PgPool,
    /// For those who listen, which takes a session for as long.
    listeners: PgPool,
    options: Arc<PgConnectOptions>,
    counter: Counter,
}

impl Reader {
    pub(super) const fn new(pool: PgPool, listeners: PgPool, options: Arc<PgConnectOptions>, counter: Counter) -> Self {
        Self { pool, listeners, options, counter }
    }

    /// How to reach the server.
    pub(super) fn options(&self) -> &PgConnectOptions {
        &self.options
    }

    pub(super) const fn pool(&self) -> &PgPool {
        &self.pool
    }

    pub(super) const fn listeners(&self) -> &PgPool {
        &self.listeners
    }

    pub(in crate::store) async fn answer(&self, id: Uuid) -> Result<Option<StoredAnswer>, StoreError> {
        let rows = self.rows(select::ANSWER, id).await?;
        rows.first().map(whole_answer).transpose().map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn conversation(
        &self,
        id: Uuid,
    ) -> Result<Option<(Conversation, Vec<Turn>)>, StoreError> {
        conversation(id, &self.rows(select::CONVERSATION, id).await?, turn).map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn inputs(&self, id: Uuid) -> Result<Option<(Conversation, Vec<String>)>, StoreError> {
        let input = |row: &PgRow| {
            let input = some_words(row, "input")?;
            input.map(|input| whole_input(input, row.try_get("checksum")?)).transpose()
        };
        conversation(id, &self.rows(select::INPUTS, id).await?, input).map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn feedback(&self, answer: Uuid) -> Result<Vec<Feedback>, StoreError> {
        let rows = self.rows(select::FEEDBACK, answer).await?;
        rows.iter().map(|row| feedback(answer, row)).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn clients(&self) -> Result<Vec<ClientRecord>, StoreError> {
        let rows = within(STATEMENT_WITHIN, sqlx::query(CLIENTS).fetch_all(&self.pool)).await?;
        clients(&rows).map_err(|error| fault(&error))
    }

    pub(in crate::store) fn counter(&self) -> Counter {
        self.counter.clone()
    }

    /// The rows of the audit log that come after this chain and number, as many as are read at once.
    pub(in crate::store) async fn audit_after(&self, (chain, number): (i64, i64)) -> Result<Vec<Link>, StoreError> {
        let query = sqlx::query(select::AUDIT_AFTER).bind(chain).bind(number);
        let rows = within(STATEMENT_WITHIN, query.fetch_all(&self.pool)).await?;
        rows.iter().map(link).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// The last row of each chain of the audit log that was purged.
    pub(in crate::store) async fn audit_purged(&self) -> Result<Vec<Head>, StoreError> {
        let query = sqlx::query(select::AUDIT_PURGED);
        let rows = within(STATEMENT_WITHIN, query.fetch_all(&self.pool)).await?;
        rows.iter().map(purged).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// The last row of each chain of the audit log.
    pub(in crate::store) async fn audit_heads(&self) -> Result<Vec<Checkpoint>, StoreError> {
        // From one chain to the next through the index: there are few chains, and many rows.
        let query = sqlx::query(select::AUDIT_HEADS);
        let rows = within(STATEMENT_WITHIN, query.fetch_all(&self.pool)).await?;
        rows.iter().map(|row| purged(row).map(Into::into)).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// How much of each kind is older than it may be.
    pub(in crate::store) async fn overdue(&self, cutoffs: &Cutoffs) -> Result<Purged, StoreError> {
        let query = sqlx::query(select::OVERDUE)
            .bind(cutoffs.conversations)
            .bind(cutoffs.answers)
            .bind(cutoffs.feedback)
            .bind(cutoffs.audit);
        let row = within(STATEMENT_WITHIN, query.fetch_one(&self.pool)).await?;
        let counted = |place| row.try_get::<i64, _>(place).map(i64::unsigned_abs).map_err(|error| fault(&error));
        Ok(Purged { conversations: counted(0)?, answers: counted(1)?, feedback: counted(2)?, audit: counted(3)? })
    }

    pub(in crate::store) async fn probe(&self) -> Result<(), StoreError> {
        let select = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM answers)");
        let _: bool = within(STATEMENT_WITHIN, select.fetch_one(&self.pool)).await?;
        Ok(())
    }

    pub(in crate::store) async fn close(&self) {
        self.pool.close().await;
        self.counter.close().await;
        self.listeners.close().await;
    }

    /// What one statement finds for an id.
    async fn rows(&self, select: &'static str, id: Uuid) -> Result<Vec<PgRow>, StoreError> {
        within(STATEMENT_WITHIN, sqlx::query(select).bind(id).fetch_all(&self.pool)).await
    }
}

fn answer(row: &PgRow) -> Result<StoredAnswer, Error> {
    Ok(StoredAnswer {
        id: row.try_get("id")?,
        created_at: time(row, "created_at")?,
        corpus: row.try_get("corpus")?,
        program: row.try_get("program")?,
        request: words(row, "request")?,
        reply: words(row, "reply")?,
        owner: row.try_get("owner")?,
    })
}

/// An answer that is as it was kept.
pub(super) fn whole_answer(row: &PgRow) -> Result<StoredAnswer, Error> {
    whole(answer(row)?, row.try_get("checksum")?)
}

/// Each row names the conversation and one turn; of a conversation without turns there is one row, and no turn in it.
fn conversation<T>(
    id: Uuid,
    rows: &[PgRow],
    turn: impl Fn(&PgRow) -> Result<Option<T>, Error>,
) -> Result<Option<(Conversation, Vec<T>)>, Error> {
    let Some(first) = rows.first() else { return Ok(None) };
    let begun = Conversation {
        id,
        created_at: time(first, "begun_at")?,
        settings: words(first, "settings")?,
        owner: first.try_get("begun_by")?,
    };
    let begun = whole_conversation(begun, first.try_get("begun_checksum")?)?;
    let turns = rows.iter().filter_map(|row| turn(row).transpose()).collect::<Result<_, _>>()?;
    Ok(Some((begun, turns)))
}

fn turn(row: &PgRow) -> Result<Option<Turn>, Error> {
    let Some(number) = row.try_get::<Option<i64>, _>("turn")? else { return Ok(None) };
    let number = u32::try_from(number).map_err(|error| Error::Decode(error.into()))?;
    let input = whole_input(words(row, "input")?, row.try_get("checksum")?)?;
    Ok(Some(Turn { number, input, answer: whole_answer(row)? }))
}

fn feedback(answer: Uuid, row: &PgRow) -> Result<Feedback, Error> {
    Ok(Feedback {
        answer,
        helpful: row.try_get("helpful")?,
        comment: some_words(row, "comment")?,
        given_at: time(row, "given_at")?,
        token: row.try_get("token")?,
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

fn link(row: &PgRow) -> Result<Link, Error> {
    Ok(Link {
        chain: row.try_get("chain")?,
        number: row.try_get("number")?,
        at: row.try_get("at")?,
        client: row.try_get("client")?,
        action: row.try_get("action")?,
        status: row.try_get("status")?,
        subject: row.try_get("subject")?,
        hash: hash(row.try_get("hash")?)?,
    })
}

fn purged(row: &PgRow) -> Result<Head, Error> {
    Ok(Head { chain: row.try_get("chain")?, number: row.try_get("number")?, at: 0, hash: hash(row.try_get("hash")?)? })
}
