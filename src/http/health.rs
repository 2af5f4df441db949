//! Can answers be given and kept right now? Asked of the database at most once a second, however often anybody asks us.

use std::time::{Duration, Instant};

use tokio::sync::Mutex;
use tracing::{info, warn};

use crate::store::{Store, StoreError};

/// How long what was found out holds.
const HOLDS: Duration = Duration::from_secs(1);

/// What was found out last.
#[derive(Default)]
pub struct Health(Mutex<Option<Known>>);

struct Known {
    at: Instant,
    outcome: Result<(), StoreError>,
}

impl Health {
    /// Whether answers can be kept and read. Those who ask while it is being found out wait for the same outcome.
    pub async fn of(&self, store: &Store) -> Result<(), StoreError> {
        let mut known = self.0.lock().await;
        if let Some(known) = known.as_ref().filter(|known| known.at.elapsed() < HOLDS) {
            return known.outcome.clone();
        }
        let outcome = store.ready().await;
        let before = known.replace(Known { at: Instant::now(), outcome: outcome.clone() });
        match (&outcome, before.is_none_or(|before| before.outcome.is_ok())) {
            (Err(error), true) => warn!(%error, "not ready"),
            (Ok(()), false) => info!("ready again"),
            _ => {}
        }
        outcome
    }
}
