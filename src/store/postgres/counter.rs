//! How often was something done by all replicas together? One row for each name, added to in portions.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use sqlx::PgPool;

use super::session::{STATEMENT_WITHIN, within};
use crate::store::StoreError;

/// Windows after which a count is forgotten.
const FORGOTTEN_AFTER: i64 = 60;

/// Counts.
#[derive(Clone)]
pub(in crate::store) struct Counter {
    pool: PgPool,
    /// The last window in which this replica forgot old counts.
    tidied: Arc<AtomicI64>,
}

impl Counter {
    pub(super) fn new(pool: PgPool) -> Self {
        Self { pool, tidied: Arc::default() }
    }

    pub(super) async fn close(&self) {
        self.pool.close().await;
    }

    /// Adds to the count of this name in this window and tells the sum.
    pub(in crate::store) async fn add(&self, name: &str, window: i64, number: u32) -> Result<i64, StoreError> {
        if self.tidied.fetch_max(window, Ordering::Relaxed) < window {
            let forget = sqlx::query("DELETE FROM quotas WHERE slot < $1").bind(window - FORGOTTEN_AFTER);
            within(STATEMENT_WITHIN, forget.execute(&self.pool)).await?;
        }
        let add = "INSERT INTO quotas AS known (name, slot, taken) VALUES ($1, $2, $3)
                   ON CONFLICT (name) DO UPDATE SET slot = excluded.slot,
                   taken = excluded.taken + CASE WHEN known.slot = excluded.slot THEN known.taken ELSE 0 END
                   RETURNING taken";
        let add = sqlx::query_scalar(add).bind(name).bind(window).bind(i64::from(number));
        within(STATEMENT_WITHIN, add.fetch_one(&self.pool)).await
    }
}
