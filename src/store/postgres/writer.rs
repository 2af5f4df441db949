//! How is it written? In transactions, on a session that is thrown away after any error.

use jiff::Timestamp;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgConnection, PgRow};
use sqlx::query::Query;
use sqlx::{Postgres, Row};
use uuid::Uuid;

use super::fault::fault;
use super::session::{STATEMENT_WITHIN, connect, part, unhurried, within};
use crate::store::chain::{Head, Link};
use crate::store::ledger::{Ledger, NextTurn, Outcome};
use crate::store::retention::{Cutoffs, Purged, Stretch};
use crate::store::{
    Activation, ClientChange, Conversation, Feedback, KeptCorpus, Reason, StoreError, StoredAnswer, UsedToken, rows,
};

/// The writing side.
pub(in crate::store) struct Writer {
    options: PgConnectOptions,
    /// The session between transactions.
    idle: Option<PgConnection>,
    /// The session within one.
    busy: Option<PgConnection>,
    /// The chain of the audit log that the session has for itself.
    chain: Option<i64>,
}

impl Writer {
    pub(super) const fn new(options: PgConnectOptions) -> Self {
        Self { options, idle: None, busy: None, chain: None }
    }

    /// Runs a statement of the transaction. Whatever ends before it has an outcome takes the session with it.
    pub(super) async fn run(&mut self, statement: Query<'_, Postgres, PgArguments>) -> Result<Vec<PgRow>, StoreError> {
        let mut session = self.busy.take().ok_or(StoreError::Unavailable(Reason::Stopped))?;
        let rows = within(STATEMENT_WITHIN, statement.fetch_all(&mut session)).await?;
        self.busy = Some(session);
        Ok(rows)
    }
}

/// "nord": tells our advisory locks from others'.
const LOCKS: i32 = 0x6e6f_7264;

impl Writer {
    /// A chain of the audit log that no other session writes, until this session ends.
    async fn claim(&mut self) -> Result<i64, StoreError> {
        let claim =
            "SELECT chain::int8 FROM generate_series(1, 1000) AS chain WHERE pg_try_advisory_lock($1, chain) LIMIT 1";
        let rows = self.run(sqlx::query(claim).bind(LOCKS)).await?;
        let chain = rows.first().map(|row| row.try_get(0)).transpose().map_err(|error| fault(&error))?;
        chain.ok_or(StoreError::Overloaded)
    }
}

impl Ledger for Writer {
    async fn begin(&mut self) -> Result<bool, StoreError> {
        self.busy = None;
        // A session that was cut while nobody used it is no reason to fail.
        if let Some(session) = self.idle.take() {
            self.busy = Some(session);
            if self.run(sqlx::query("BEGIN")).await.is_ok() {
                return Ok(false);
            }
        }
        self.chain = None;
        self.busy = Some(connect(&self.options).await?);
        self.run(sqlx::query("BEGIN")).await.map(|_| true)
    }

    async fn begin_conversations(&mut self, conversations: &[&Conversation]) -> Result<(), StoreError> {
        self.insert_conversations(conversations).await
    }

    async fn keep_answers(&mut self, answers: &[&StoredAnswer]) -> Result<(), StoreError> {
        self.insert_answers(answers).await
    }

    async fn keep_turns(&mut self, turns: &[&NextTurn]) -> Result<Vec<Outcome>, StoreError> {
        self.insert_turns(turns).await
    }

    async fn keep_feedback(&mut self, feedback: &[&Feedback]) -> Result<Vec<Outcome>, StoreError> {
        self.insert_feedback(feedback).await
    }

    async fn delete_conversations(&mut self, ids: &[&Uuid]) -> Result<Vec<Outcome>, StoreError> {
        self.delete(ids).await
    }

    async fn change_clients(&mut self, change: &ClientChange) -> Result<Outcome, StoreError> {
        self.change(change).await
    }

    async fn purge(&mut self, cutoffs: &Cutoffs) -> Result<Purged, StoreError> {
        self.purge_some(cutoffs).await
    }

    async fn purge_audit(&mut self, oldest: Stretch) -> Result<(Vec<Head>, u64), StoreError> {
        self.delete_links(oldest).await
    }

    async fn rewrite(&mut self) -> Result<(), StoreError> {
        // In a session that may take its time.
        let mut session = connect(&unhurried(&self.options)).await?;
        let vacuum = sqlx::raw_sql("VACUUM (FULL) conversations, answers, feedback");
        vacuum.execute(&mut session).await.map_err(|error| fault(&error))?;
        part(session).await;
        Ok(())
    }

    async fn head(&mut self) -> Result<Head, StoreError> {
        let chain = match self.chain {
            Some(chain) => chain,
            None => self.claim().await?,
        };
        self.chain = Some(chain);
        let select =
            "SELECT * FROM (SELECT chain, number, at, hash FROM audit WHERE chain = $1 ORDER BY number DESC LIMIT 1) ends
                      UNION ALL SELECT chain, number, 0, hash FROM audit_purged WHERE chain = $1";
        let rows = self.run(sqlx::query(select).bind(chain)).await?;
        let last = rows.iter().map(rows::head).collect::<sqlx::Result<Vec<_>>>();
        let last = last.map_err(|error| fault(&error))?.into_iter().max_by_key(|head| head.number);
        Ok(last.unwrap_or(Head::of_empty(chain)))
    }

    async fn append(&mut self, links: &[Link]) -> Result<(), StoreError> {
        self.insert_links(links).await
    }

    async fn keep_corpora(&mut self, corpora: &[&KeptCorpus]) -> Result<(), StoreError> {
        self.insert_corpora(corpora).await
    }

    async fn activate(&mut self, activations: &[&Activation]) -> Result<Vec<Outcome>, StoreError> {
        self.insert_activations(activations).await
    }

    async fn use_tokens(&mut self, tokens: &[&UsedToken], now: Timestamp) -> Result<Vec<Outcome>, StoreError> {
        self.insert_tokens(tokens, now).await
    }

    async fn commit(&mut self) -> Result<(), StoreError> {
        self.run(sqlx::query("COMMIT")).await?;
        self.idle = self.busy.take();
        Ok(())
    }

    async fn probe(&mut self) -> Result<bool, StoreError> {
        let anew = self.begin().await?;
        self.run(sqlx::query("INSERT INTO probe (content) VALUES (''::bytea)")).await?;
        self.run(sqlx::query("DELETE FROM probe")).await?;
        self.commit().await?;
        Ok(anew)
    }

    async fn close(self) {
        if let Some(session) = self.idle {
            part(session).await;
        }
    }
}

/// The first column of each row.
pub(super) fn ids<T: FromIterator<Uuid>>(rows: &[PgRow]) -> Result<T, StoreError> {
    let ids = rows.iter().map(|row| row.try_get(0));
    ids.collect::<Result<_, _>>().map_err(|error| fault(&error))
}
