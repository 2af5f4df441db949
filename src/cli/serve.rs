//! `nordvis serve`: the API on one address, until it is told to stop.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinHandle;

use super::keep::{self, Missing};
use super::open::{Opened, open};
use super::{Exit, messages, output, purge, reason};
use crate::access::{AccessSettings, HookClients};
use crate::ask::Defaults;
use crate::config::Serve;
use crate::http::{Access, Live, Origins, Proxies, Settings, now, serve};
use crate::publish::{Follower, Shelf};
use crate::reply::Speaker;
use crate::store::{Client, Database, Retention, Store};

/// Serves, and says where.
pub fn run(call: &Serve) -> Exit {
    let opened = match open(&call.common) {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    if call.contact.as_deref().is_some_and(|contact| !is_contact(contact)) {
        output::refusal(opened.speaker().say("cli-bad-contact"));
        return Exit::Misused;
    }
    log();
    keep::wait(async { Ok(listen(call, opened).await) })
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
    let public_url = call.public_url.as_ref().map(|url| url.trim_end_matches('/').to_owned());
    let read = (
        origins(&call.allowed_origins, speaker),
        origins(&call.frame_ancestors, speaker),
        origins(public_url.as_slice(), speaker),
        proxies(&call.trusted_proxies, speaker),
    );
    let (Ok(allowed_origins), Ok(frame_ancestors), Ok(_), Ok(trusted_proxies)) = read else { return Exit::Misused };
    let hook_clients = match hook_clients(call, speaker) {
        Ok(clients) => clients,
        Err(exit) => return exit,
    };
    let (store, database) = match kept(call, speaker).await {
        Ok(kept) => kept,
        Err(exit) => return exit,
    };
    let access = match access(call, &store, &database, speaker).await {
        Ok(access) => access,
        Err(exit) => {
            store.close().await;
            return exit;
        }
    };
    let (live, following) = match corpus(call, &opened, &store, &database).await {
        Ok(serving) => serving,
        Err(exit) => return exit,
    };
    let listener = match TcpListener::bind(call.listen).await {
        Ok(listener) => listener,
        Err(error) => {
            let (address, reason) = (call.listen.to_string(), reason::connection(error.kind(), speaker));
            output::refusal(speaker.tell("cli-not-listening", &[("address", &address), ("reason", &reason)]));
            return Exit::No;
        }
    };
    let address = listener.local_addr().map_or_else(|_| call.listen.to_string(), |address| address.to_string());
    output::result(speaker.tell("cli-serving", &[("address", &address)]));
    if let Err(error) = store.ready().await {
        // It answers 503 to what would have to be kept, until it can be; whoever started it should know at once.
        keep::refuse(&error, &database, speaker);
    }
    // The terminal's language is the operator's, not the clinicians': theirs comes with each request.
    let settings = Settings {
        defaults: Defaults { language: None, ..opened.defaults },
        contact: call.contact.clone(),
        access,
        hook_clients,
        public_url,
        trusted_proxies,
        allowed_origins,
        frame_ancestors,
        ..Settings::default()
    };
    let purging = tokio::spawn(purge_now_and_then(store.by(Client::service()), purge::retention(&call.periods)));
    let served = serve(listener, live, store.clone(), settings, stopped()).await;
    following.inspect(JoinHandle::abort);
    purging.abort();
    store.close().await;
    match served {
        Ok(()) => Exit::Done,
        Err(error) => {
            output::refusal(error);
            Exit::No
        }
    }
}

async fn kept(call: &Serve, speaker: &Speaker) -> Result<(Store, Database), Exit> {
    let database = keep::database(&call.keeping, speaker)?;
    Ok((keep::open(&database, Missing::Made, speaker).await?, database))
}

fn origins(list: &[String], speaker: &Speaker) -> Result<Origins, Exit> {
    Origins::read(list).map_err(|origin| {
        output::refusal(speaker.tell("cli-bad-origin", &[("origin", &origin)]));
        Exit::Misused
    })
}

fn proxies(list: &[String], speaker: &Speaker) -> Result<Proxies, Exit> {
    Proxies::read(list).map_err(|address| {
        output::refusal(speaker.tell("cli-bad-proxy", &[("address", &address)]));
        Exit::Misused
    })
}

/// Who is let in. On this machine everybody, until a client is given a key or a file says who; further only those who
/// are known.
async fn access(call: &Serve, store: &Store, database: &Database, speaker: &Speaker) -> Result<Access, Exit> {
    let settings = match &call.access {
        Some(path) => Some(access_settings(path, speaker)?),
        None => None,
    };
    let clients = store.clients().await.map_err(|error| keep::refuse(&error, database, speaker))?;
    let lets_in = settings.as_ref().is_some_and(AccessSettings::lets_in);
    if !call.listen.ip().is_loopback() && clients.is_empty() && !lets_in {
        output::refusal(speaker.tell("cli-beyond-loopback", &[("address", &call.listen.to_string())]));
        return Err(Exit::Misused);
    }
    Ok(match settings {
        None if clients.is_empty() => Access::default(),
        settings => Access::guarded(settings.unwrap_or_default()),
    })
}

/// What answers: the corpus that is chosen in the database, and every later choice. A folder that the call names
/// answers whatever is chosen. What the program brings is kept before anything is answered from it.
async fn corpus(
    call: &Serve,
    opened: &Opened,
    store: &Store,
    database: &Database,
) -> Result<(Live, Option<JoinHandle<()>>), Exit> {
    let shelf = Shelf::new(store.clone(), messages());
    let brought = shelf.keep(&opened.published, now()).await;
    brought.map_err(|error| keep::refuse(&error, database, opened.speaker()))?;
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

fn access_settings(path: &Path, speaker: &Speaker) -> Result<AccessSettings, Exit> {
    let read = std::fs::read_to_string(path).map_err(|error| reason::file(error.kind(), speaker));
    let settings = read.and_then(|text| AccessSettings::read(&text).map_err(|fault| fault.to_string()));
    settings.map_err(|reason| {
        let file = path.display().to_string();
        output::refusal(speaker.tell("cli-bad-access", &[("file", &file), ("reason", &reason)]));
        Exit::Misused
    })
}

/// The operator's list of journal systems, when there is one.
fn hook_clients(call: &Serve, speaker: &Speaker) -> Result<Option<Arc<HookClients>>, Exit> {
    let Some(path) = &call.hook_clients else { return Ok(None) };
    let text = std::fs::read_to_string(path).map_err(|error| reason::file(error.kind(), speaker));
    let read = text.and_then(|text| HookClients::read(&text).map_err(|fault| fault.to_string()));
    read.map(|clients| Some(Arc::new(clients))).map_err(|reason| {
        output::refusal(speaker.tell("cli-bad-hook-clients", &[("reason", &reason)]));
        Exit::Misused
    })
}

/// What `security.txt` may name: one address, on one line.
fn is_contact(contact: &str) -> bool {
    let plain = contact.chars().all(|c| !c.is_control() && !c.is_whitespace());
    plain && ["mailto:", "https:"].iter().any(|scheme| contact.starts_with(scheme))
}

/// How often it is looked for what is older than it may be.
const PURGE_EVERY: Duration = Duration::from_secs(6 * 60 * 60);

/// Deletes what is older than it may be, from the start on, for as long as it runs; tells in the program's own log where
/// the audit log ends, so that it can be held to that from elsewhere.
async fn purge_now_and_then(store: Store, retention: Retention) {
    let mut times = tokio::time::interval(PURGE_EVERY);
    loop {
        times.tick().await;
        match store.purge(&retention, now()).await {
            Ok(purged) => tracing::info!(?purged, "what was older than it may be is deleted"),
            Err(error) => tracing::warn!(%error, "what is older than it may be is not deleted"),
        }
        for checkpoint in store.audit_heads().await.unwrap_or_default() {
            tracing::info!(%checkpoint, "the audit log");
        }
    }
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
