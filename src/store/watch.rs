//! Has somebody chosen another corpus? Told by PostgreSQL at once; asked of SQLite every second.

use std::time::Duration;

use tokio::time::{sleep, timeout};

use super::Reader;
use super::postgres::Listener;

/// How often a file is looked at, and how long we wait before a server is asked to tell us again.
const PAUSE: Duration = Duration::from_secs(1);
/// How long we rely on being told: through some proxies nothing is.
const SILENCE: Duration = Duration::from_secs(15);

/// Waits for changes of which corpus answers.
pub struct Watch {
    reader: Reader,
    listener: Option<Listener>,
}

impl Watch {
    pub(super) const fn new(reader: Reader) -> Self {
        Self { reader, listener: None }
    }

    /// Returns when another corpus may answer: at the latest when it would be wise to look.
    pub async fn changed(&mut self) {
        let Reader::Postgres(reader) = &self.reader else { return sleep(PAUSE).await };
        match &mut self.listener {
            Some(listener) => {
                if timeout(SILENCE, listener.told()).await.is_ok_and(|told| told.is_err()) {
                    self.listener = None;
                }
            }
            // What was chosen before we listened nobody tells us, so the caller looks once more.
            None => match reader.listen().await {
                Ok(listener) => self.listener = Some(listener),
                Err(_) => sleep(PAUSE).await,
            },
        }
    }
}
