//! How do clients reach us? The API of the contract over HTTP: strict requests, `wire` twins of our types, errors as
//! problem+json. The only place that knows HTTP, JSON and status codes.

mod api;
mod body;
mod cds;
mod caller;
mod clock;
mod embed;
mod fault;
mod form;
mod fhir;
mod frame;
mod kept_facts;
mod guard;
mod idempotency;
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
mod pages;
mod outcome;
mod outgoing;
mod origins;
mod parameters;
mod places;
mod problem;
mod process;
mod proxies;
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
pub use guard::Access;
use guard::Guard;
use health::Health;
pub use limits::Limits;
pub use live::{Live, Refused};
pub use messages::messages;
use metrics::Metrics;
pub use offline::{answer_json, search_json};
pub use origins::Origins;
use poem::{Endpoint, Response};
pub use proxies::Proxies;
pub use replay::{Change, Difference, Differences, Past, Step, Unreadable, differences, differing, shown};
use tokio::net::TcpListener;

use crate::access::HookClients;
use crate::ask::{Defaults, Service};
use crate::publish::Shelf;
use crate::store::Store;

/// What a deployment decides about serving.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// What it adds to questions that leave it open.
    pub defaults: Defaults,
    /// How much it takes from a client.
    pub limits: Limits,
    /// Where weaknesses are reported: an address by `mailto:` or `https:`.
    pub contact: Option<String>,
    /// Where clients reach it, without a slash at its end: links that leave it begin so. When left out, the address that
    /// it listens on.
    pub public_url: Option<String>,
    /// Whose pages may call the API.
    pub allowed_origins: Origins,
    /// Whose pages may show the chat in a frame.
    pub frame_ancestors: Origins,
    /// Whose word is taken for where a request comes from.
    pub trusted_proxies: Proxies,
    /// The journal systems that may call by CDS Hooks; nothing when calls need no token of theirs.
    pub hook_clients: Option<Arc<HookClients>>,
    /// Who is let in; everybody, unless it says who.
    pub access: Access,
}

/// Serves on `listener` until `shutdown` comes, then finishes the requests that are being answered.
///
/// # Errors
/// The listener has no address, or the keys of clients cannot be read.
pub async fn serve(
    listener: TcpListener,
    live: Live,
    store: Store,
    settings: Settings,
    shutdown: impl Future<Output = ()>,
) -> io::Result<()> {
    let limits = settings.limits;
    let own = format!("http://{}", listener.local_addr()?);
    let hooks_admit = settings.hook_clients.is_some();
    let proxies = settings.trusted_proxies.clone();
    let guard = Guard::start(&settings.access, hooks_admit, proxies, &store).await.map_err(io::Error::other)?;
    server::run(listener, endpoint(live, store, settings, own, guard), limits, shutdown).await
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

/// Now: what everything that is kept is dated by.
#[must_use]
pub fn now() -> jiff::Timestamp {
    clock::now()
}

/// The day it is in Sweden and Denmark: the day that is answered for when a question names none.
#[must_use]
pub fn today() -> jiff::civil::Date {
    clock::day_of(clock::now())
}

/// The whole API as one endpoint, which is reached at `own` unless the settings say otherwise.
fn endpoint(
    live: Live,
    store: Store,
    settings: Settings,
    own: String,
    guard: Guard,
) -> impl Endpoint<Output = Response> + 'static {
    let (shelf, metrics) = (Shelf::new(store.clone(), messages()), Arc::new(Metrics::default()));
    let app = Arc::new(App {
        live: live.clone(),
        store,
        shelf,
        health: Health::default(),
        metrics: Arc::clone(&metrics),
        defaults: settings.defaults,
        contact: settings.contact,
        public_url: settings.public_url.clone().unwrap_or(own),
        announced: settings.public_url,
        is_open: settings.access.is_open(),
        hook_clients: settings.hook_clients,
    });
    let routes = outcome::routes(pages::routes(router::routes(operations(&app)), &app), &app);
    let routes = embed::routes(routes, &settings.frame_ancestors);
    Frame::new(routes, live, metrics, settings.limits, settings.allowed_origins, guard)
}
