//! Where are limits counted? Over SQLite in each process, for itself; over PostgreSQL in the database, where all replicas
//! see it.

use std::sync::Arc;

use super::postgres::Counter;
use crate::access::{Bank, OwnBank};

/// Where limits are counted. Clones share it.
#[derive(Clone)]
pub struct SharedBank {
    /// Counts here, also while the database cannot be asked: then each replica keeps the limit by itself.
    own: Arc<OwnBank>,
    counter: Option<Counter>,
}

impl SharedBank {
    pub(super) fn new(counter: Option<Counter>) -> Self {
        Self { own: Arc::default(), counter }
    }
}

impl Bank for SharedBank {
    async fn take(&self, name: &str, window: i64, wanted: u32, limit: u32) -> u32 {
        let Some(counter) = &self.counter else { return self.own.take(name, window, wanted, limit).await };
        match counter.add(name, window, wanted).await {
            Ok(taken) => {
                let before = taken.saturating_sub(i64::from(wanted));
                let left = i64::from(limit).saturating_sub(before).clamp(0, i64::from(wanted));
                u32::try_from(left).unwrap_or_default()
            }
            Err(error) => {
                tracing::warn!(%error, "limits are counted by this replica alone");
                self.own.take(name, window, wanted, limit).await
            }
        }
    }
}
