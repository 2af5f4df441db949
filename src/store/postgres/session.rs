//! What do we ask of every session? That nothing in it waits for long, and that a commit is on the disk.

use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{ConnectOptions, Connection};
use tokio::time::timeout;

use super::fault::fault;
use crate::store::{Reason, StoreError};

/// How long a session may take to begin.
pub(super) const BEGIN_WITHIN: Duration = Duration::from_secs(2);
/// How long we wait for a statement. A little longer than the server lets it run: when the server is gone without a
/// word, nobody else ends the wait.
pub(super) const STATEMENT_WITHIN: Duration = Duration::from_secs(6);

/// Begins a transaction that sees everything as it is at its first read.
pub(super) const MOMENT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// What the server holds every session to.
const SETTINGS: [(&str, &str); 4] = [
    ("synchronous_commit", "on"),
    ("statement_timeout", "5s"),
    ("lock_timeout", "2s"),
    ("idle_in_transaction_session_timeout", "10s"),
];

/// Sessions that may write.
pub(super) fn writing(url: &PgConnectOptions) -> PgConnectOptions {
    url.clone().application_name("nordvis").options(SETTINGS).disable_statement_logging()
}

/// Sessions that cannot.
pub(super) fn reading(url: &PgConnectOptions) -> PgConnectOptions {
    writing(url).options([("default_transaction_read_only", "on")])
}

/// Sessions that may take their time: to bring the schema up to date, to rewrite or to copy everything.
pub(super) fn unhurried(url: &PgConnectOptions) -> PgConnectOptions {
    writing(url).options([("statement_timeout", "0"), ("lock_timeout", "60s")])
}

/// Begins a session.
pub(super) async fn connect(options: &PgConnectOptions) -> Result<PgConnection, StoreError> {
    within(BEGIN_WITHIN, options.connect()).await
}

/// Whether there is a table in the database.
pub(in crate::store) async fn is_there(url: &str) -> Result<bool, StoreError> {
    let url: PgConnectOptions = url.parse().map_err(|_| StoreError::Unavailable(Reason::Stopped))?;
    let mut session = connect(&reading(&url)).await?;
    let any = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema())");
    let there = within(STATEMENT_WITHIN, any.fetch_one(&mut session)).await;
    part(session).await;
    there
}

/// Ends a session without haste, but not for ever.
pub(super) async fn part(connection: PgConnection) {
    timeout(BEGIN_WITHIN, connection.close()).await.ok();
}

/// What comes of this, if it comes in time.
pub(super) async fn within<T>(
    patience: Duration,
    work: impl Future<Output = sqlx::Result<T>> + Send,
) -> Result<T, StoreError> {
    match timeout(patience, work).await {
        Ok(outcome) => outcome.map_err(|error| fault(&error)),
        Err(_) => Err(StoreError::Unavailable(Reason::TimedOut)),
    }
}
