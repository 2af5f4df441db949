//! `nordvis serve`: the API on one address, until it is told to stop.

use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinHandle;

use super::keep::{block_on, open_store, refuse};
use super::open::{Opened, open};
use super::{Exit, messages, output};
use crate::ask::Defaults;
use crate::config::Serve;
use crate::http::{Live, Settings, now, serve};
use crate::publish::{Follower, Shelf};
use crate::store::Store;

/// Serves, and says where.
pub fn run(call: &Serve) -> Exit {
    let opened = match open(&call.common) {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    if !call.listen.ip().is_loopback() {
        let address = call.listen.to_string();
        output::refusal(opened.speaker().tell("cli-beyond-loopback", &[("address", &address)]));
        return Exit::Misused;
    }
    log();
    block_on(listen(call, opened))
}

/// Structured lines on standard error; `RUST_LOG` chooses how many. They never hold what was asked.
fn log() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("nordvis=info,warn"));
    let lines = tracing_subscriber::fmt().json().with_writer(std::io::stderr).with_env_filter(filter);
    // Only a second call in one process fails, and then the first one's lines go on.
    let _ = lines.try_init();
}

async fn listen(call: &Serve, opened: Opened) -> Exit {
    let speaker = opened.speaker();
    let store = match open_store(&call.keep, speaker).await {
        Ok(store) => store,
        Err(exit) => return exit,
    };
    let (live, following) = match corpus(call, &opened, &store).await {
        Ok(serving) => serving,
        Err(exit) => return exit,
    };
    let listener = match TcpListener::bind(call.listen).await {
        Ok(listener) => listener,
        Err(error) => {
            let (address, reason) = (call.listen.to_string(), error.to_string());
            output::refusal(speaker.tell("cli-not-listening", &[("address", &address), ("reason", &reason)]));
            return Exit::No;
        }
    };
    let address = listener.local_addr().map_or_else(|_| call.listen.to_string(), |address| address.to_string());
    output::result(speaker.tell("cli-serving", &[("address", &address)]));
    // The terminal's language is the operator's, not the clinicians': theirs comes with each request.
    let defaults = Defaults { language: None, ..opened.defaults };
    let settings = Settings { defaults, ..Settings::default() };
    let served = serve(listener, live, store.clone(), settings, stopped()).await;
    following.inspect(JoinHandle::abort);
    store.close().await;
    match served {
        Ok(()) => Exit::Done,
        Err(error) => {
            output::refusal(error);
            Exit::No
        }
    }
}

/// What answers: the corpus that is chosen in the database, and every later choice. A folder that the call names
/// answers whatever is chosen. What the program brings is kept before anything is answered from it.
async fn corpus(call: &Serve, opened: &Opened, store: &Store) -> Result<(Live, Option<JoinHandle<()>>), Exit> {
    let shelf = Shelf::new(store.clone(), messages());
    shelf.keep(&opened.published, now()).await.map_err(|error| refuse(opened.speaker(), &error))?;
    let named = call.common.corpus.is_some() || call.common.locales.is_some();
    let follower = Follower::new(shelf, Arc::clone(&opened.service));
    let first = if named { Arc::clone(&opened.service) } else { follower.first().await };
    let live = Live::new(Arc::clone(&first)).map_err(|error| {
        output::refusal(error);
        Exit::No
    })?;
    let told = live.clone();
    let following = (!named).then(|| tokio::spawn(follower.follow(first, move |change| told.follow(change))));
    Ok((live, following))
}

/// Comes when the process is asked to end.
async fn stopped() {
    let (Ok(mut terminate), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        // Without signals the process can still be ended; it serves until then.
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}
