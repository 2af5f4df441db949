//! How do clients reach us? The API of the contract over HTTP: strict requests, `wire` twins of our types, errors as
//! problem+json. The only place that knows HTTP, JSON and status codes.

mod api;
mod body;
mod clock;
mod fault;
mod frame;
mod health;
mod kept_turns;
mod language;
mod limits;
mod live;
mod media;
mod messages;
mod metrics;
mod offline;
mod openapi;
mod opensearch;
mod parameters;
mod places;
mod problem;
mod process;
mod replay;
mod request;
mod request_id;
mod router;
mod server;
mod trace;
mod wire;
mod written;

use std::io;
use std::sync::Arc;

use api::{App, operations};
use frame::Frame;
use health::Health;
pub use limits::Limits;
pub use live::{Live, Refused};
pub use messages::messages;
use metrics::Metrics;
pub use offline::{answer_json, search_json};
use poem::{Endpoint, Response};
pub use replay::{Difference, DifferenceKind, Past, Unreadable, differences, differing};
use tokio::net::TcpListener;

use crate::ask::{Defaults, Service};
use crate::publish::Shelf;
use crate::store::Store;

/// What a deployment decides about serving.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// What it adds to questions that leave it open.
    pub defaults: Defaults,
    /// How much it takes from a client.
    pub limits: Limits,
    /// Where weaknesses are reported: an address by `mailto:` or `https:`.
    pub contact: Option<String>,
}

/// Serves on `listener` until `shutdown` comes, then finishes the requests that are being answered.
///
/// # Errors
/// The listener has no address.
pub async fn serve(
    listener: TcpListener,
    live: Live,
    store: Store,
    settings: Settings,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()> {
    let limits = settings.limits;
    let endpoint = endpoint(live, store, settings);
    server::run(listener, endpoint, limits, shutdown).await
}

/// Serves one endpoint with the same accept loop and limits: what a benchmark compares the API with.
///
/// # Errors
/// The listener has no address.
#[doc(hidden)]
pub async fn serve_endpoint<E>(
    listener: TcpListener,
    endpoint: E,
    limits: Limits,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()>
where
    E: Endpoint<Output = Response> + 'static,
{
    server::run(listener, endpoint, limits, shutdown).await
}

/// The answer to the body of a question as the API would send it, without keeping it; nothing when the API would
/// refuse it. What a benchmark measures.
#[doc(hidden)]
#[must_use]
pub fn answer_to(service: &Service, body: &[u8]) -> Option<String> {
    api::decide(service, Defaults::default(), body).ok().map(|(answer, _)| answer.reply)
}

/// Now, to the second: the time that answers carry.
#[must_use]
pub fn now() -> jiff::Timestamp {
    clock::now()
}

/// The day it is in Sweden and Denmark: the day that is answered for when a question names none.
#[must_use]
pub fn today() -> jiff::civil::Date {
    clock::day_of(clock::now())
}

/// The whole API as one endpoint.
fn endpoint(live: Live, store: Store, settings: Settings) -> impl Endpoint<Output = Response> + 'static {
    let (shelf, metrics) = (Shelf::new(store.clone(), messages()), Arc::new(Metrics::default()));
    let Settings { defaults, limits, contact } = settings;
    let (health, counted) = (Health::default(), Arc::clone(&metrics));
    let app = Arc::new(App { live: live.clone(), store, shelf, health, metrics: counted, defaults, contact });
    Frame::new(router::routes(operations(&app)), live, metrics, limits)
}
