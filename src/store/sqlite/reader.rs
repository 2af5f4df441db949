//! What is kept? Asked on connections that cannot write.

use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;
use sqlx::{Error, Row, SqlitePool};
use uuid::Uuid;

use super::fault::fault;
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
    pool: SqlitePool,
}

impl Reader {
    pub(super) const fn new(pool: SqlitePool) -> Self {
        Self { pool }
    }

    /// Where connections come from.
    pub(super) const fn pool(&self) -> &SqlitePool {
        &self.pool
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
        let input = |row: &SqliteRow| {
            let input: Option<String> = row.try_get("input")?;
            input.map(|input| whole_input(input, row.try_get("checksum")?)).transpose()
        };
        conversation(id, &self.rows(select::INPUTS, id).await?, input).map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn feedback(&self, answer: Uuid) -> Result<Vec<Feedback>, StoreError> {
        let rows = self.rows(select::FEEDBACK, answer).await?;
        rows.iter().map(|row| feedback(answer, row)).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    pub(in crate::store) async fn clients(&self) -> Result<Vec<ClientRecord>, StoreError> {
        let rows = sqlx::query(CLIENTS).fetch_all(&self.pool).await.map_err(|error| fault(&error))?;
        clients(&rows).map_err(|error| fault(&error))
    }

    /// The rows of the audit log that come after this chain and number, as many as are read at once.
    pub(in crate::store) async fn audit_after(&self, (chain, number): (i64, i64)) -> Result<Vec<Link>, StoreError> {
        let query = sqlx::query(select::AUDIT_AFTER).bind(chain).bind(number);
        let rows = query.fetch_all(&self.pool).await.map_err(|error| fault(&error))?;
        rows.iter().map(link).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// The last row of each chain of the audit log that was purged.
    pub(in crate::store) async fn audit_purged(&self) -> Result<Vec<Head>, StoreError> {
        let query = sqlx::query(select::AUDIT_PURGED);
        let rows = query.fetch_all(&self.pool).await.map_err(|error| fault(&error))?;
        rows.iter().map(purged).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// The last row of each chain of the audit log.
    pub(in crate::store) async fn audit_heads(&self) -> Result<Vec<Checkpoint>, StoreError> {
        // From one chain to the next through the index: there are few chains, and many rows.
        let query = sqlx::query(select::AUDIT_HEADS);
        let rows = query.fetch_all(&self.pool).await.map_err(|error| fault(&error))?;
        rows.iter().map(|row| purged(row).map(Into::into)).collect::<Result<_, _>>().map_err(|error| fault(&error))
    }

    /// How much of each kind is older than it may be.
    pub(in crate::store) async fn overdue(&self, cutoffs: &Cutoffs) -> Result<Purged, StoreError> {
        let query = sqlx::query(select::OVERDUE)
            .bind(cutoffs.conversations)
            .bind(cutoffs.answers)
            .bind(cutoffs.feedback)
            .bind(cutoffs.audit);
        let row = query.fetch_one(&self.pool).await.map_err(|error| fault(&error))?;
        let counted = |place| row.try_get::<i64, _>(place).map(i64::unsigned_abs).map_err(|error| fault(&error));
        Ok(Purged { conversations: counted(0)?, answers: counted(1)?, feedback: counted(2)?, audit: counted(3)? })
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

fn answer(row: &SqliteRow) -> Result<StoredAnswer, Error> {
    Ok(StoredAnswer {
        id: Uuid::from_slice(row.try_get("id")?).map_err(|error| Error::Decode(error.into()))?,
        created_at: time(row, "created_at")?,
        corpus: row.try_get("corpus")?,
        program: row.try_get("program")?,
        request: row.try_get("request")?,
        reply: row.try_get("reply")?,
        owner: row.try_get("owner")?,
    })
}

/// An answer that is as it was kept.
pub(super) fn whole_answer(row: &SqliteRow) -> Result<StoredAnswer, Error> {
    whole(answer(row)?, row.try_get("checksum")?)
}

/// Each row names the conversation and one turn; of a conversation without turns there is one row, and no turn in it.
fn conversation<T>(
    id: Uuid,
    rows: &[SqliteRow],
    turn: impl Fn(&SqliteRow) -> Result<Option<T>, Error>,
) -> Result<Option<(Conversation, Vec<T>)>, Error> {
    let Some(first) = rows.first() else { return Ok(None) };
    let begun = Conversation {
        id,
        created_at: time(first, "begun_at")?,
        settings: first.try_get("settings")?,
        owner: first.try_get("begun_by")?,
    };
    let begun = whole_conversation(begun, first.try_get("begun_checksum")?)?;
    let turns = rows.iter().filter_map(|row| turn(row).transpose()).collect::<Result<_, _>>()?;
    Ok(Some((begun, turns)))
}

fn turn(row: &SqliteRow) -> Result<Option<Turn>, Error> {
    let Some(number) = row.try_get("turn")? else { return Ok(None) };
    let input = whole_input(row.try_get("input")?, row.try_get("checksum")?)?;
    Ok(Some(Turn { number, input, answer: whole_answer(row)? }))
}

fn feedback(answer: Uuid, row: &SqliteRow) -> Result<Feedback, Error> {
    Ok(Feedback {
        answer,
        helpful: row.try_get("helpful")?,
        comment: row.try_get("comment")?,
        given_at: time(row, "given_at")?,
        token: row.try_get("token")?,
    })
}

pub(super) fn time(row: &SqliteRow, column: &str) -> Result<Timestamp, Error> {
    Timestamp::from_microsecond(row.try_get(column)?).map_err(|error| Error::Decode(error.into()))
}

fn link(row: &SqliteRow) -> Result<Link, Error> {
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

fn purged(row: &SqliteRow) -> Result<Head, Error> {
    Ok(Head { chain: row.try_get("chain")?, number: row.try_get("number")?, at: 0, hash: hash(row.try_get("hash")?)? })
}
