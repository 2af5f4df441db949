//! Does the time of a refusal tell whether a key was ever given? A key that nobody has, a wrong secret under one that a
//! client has, and one that has ended, in turn: at the gate itself, and over HTTP with the audit log.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a benchmark fails by panicking"
)]

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use nordvis::access::{AccessSettings, ApiKey, Client, ClientRecord, Credential, Gate, KeyRecord, Keyring, Scope};
use nordvis::ask::Service;
use nordvis::http::{Access, Live, Settings, serve};
use nordvis::store::{ClientChange, Database, Store, StoreConfig};
use tokio::net::TcpListener;

/// Of each kind.
const REFUSALS: usize = 20_000;
const CLIENTS: usize = 1_000;
const KINDS: [&str; 3] = ["a key that nobody has", "a wrong secret", "a key that has ended"];

fn main() {
    // `cargo test --benches` only looks whether it runs.
    let refusals = if std::env::args().any(|argument| argument == "--bench") { REFUSALS } else { 16 };
    let clients: Vec<(ApiKey, KeyRecord)> = (0..CLIENTS).map(|number| given(&format!("client-{number}"))).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    at_the_gate(&runtime, &clients, refusals);
    over_http(&runtime, &clients, refusals);
}

/// A key, and what is kept of it. Every second one has ended.
fn given(client: &str) -> (ApiKey, KeyRecord) {
    let key = ApiKey::generate().unwrap();
    let ended = client.ends_with(['1', '3', '5', '7', '9']);
    let record = KeyRecord {
        id: key.id().to_owned(),
        client: client.to_owned(),
        digest: key.digest(),
        created_at: Timestamp::now(),
        ends_at: ended.then_some(Timestamp::UNIX_EPOCH),
    };
    (key, record)
}

fn client(id: &str) -> Client {
    Client { id: id.to_owned(), scopes: Scope::USUAL.into(), region: None, language: None, per_minute: None }
}

/// What is shown, by kind: a fresh one each time.
fn shown(clients: &[(ApiKey, KeyRecord)], kind: usize, number: usize) -> String {
    let fresh = ApiKey::generate().unwrap();
    let (key, _) = &clients[2 * number % clients.len()];
    match kind {
        0 => fresh.reveal().to_owned(),
        1 => format!("{}.{}", key.id(), fresh.reveal().split('.').nth(1).unwrap()),
        _ => clients[(2 * number + 1) % clients.len()].0.reveal().to_owned(),
    }
}

fn settings() -> AccessSettings {
    AccessSettings { per_minute_anonymous: u32::MAX, ..AccessSettings::default() }
}

fn at_the_gate(runtime: &tokio::runtime::Runtime, clients: &[(ApiKey, KeyRecord)], refusals: usize) {
    let records = clients.iter().map(|(_, key)| ClientRecord {
        client: client(&key.client),
        created_at: key.created_at,
        keys: vec![key.clone()],
    });
    let ring = Keyring::new(records);
    let gate = Gate::new(Arc::new(settings()), ring.clone());
    let mut times = [const { Vec::new() }; KINDS.len()];
    runtime.block_on(async {
        for number in 0..refusals {
            // As the service does, so that they hold.
            if number % 1_000 == 0 {
                gate.renew(ring.clone());
            }
            for (kind, times) in times.iter_mut().enumerate() {
                let key = shown(clients, kind, number);
                let now = Timestamp::now();
                let begun = Instant::now();
                let refused = gate.admit(Credential::Secret(&key), now).await;
                times.push(begun.elapsed());
                assert!(refused.is_err());
            }
        }
    });
    report("at the gate", &mut times);
}

fn over_http(runtime: &tokio::runtime::Runtime, clients: &[(ApiKey, KeyRecord)], refusals: usize) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let (corpus, locales) = (nordvis::source::corpus(None).unwrap(), nordvis::source::locales(None).unwrap());
    let service = Arc::new(Service::load(&corpus, &locales, &nordvis::cli::messages()).unwrap());
    let address = runtime.block_on(async {
        let store = Store::open(&StoreConfig::new(Database::Sqlite(folder.path().join("nordvis.db")))).await.unwrap();
        for (_, key) in clients {
            let change = ClientChange::Create { client: client(&key.client), key: key.clone() };
            assert!(store.change_clients(change).await.unwrap());
            if let Some(at) = key.ends_at {
                let change = ClientChange::Revoke { client: key.client.clone(), key: None, at };
                assert!(store.change_clients(change).await.unwrap());
            }
        }
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let settings = Settings { access: Access::guarded(settings()), ..Settings::default() };
        tokio::spawn(serve(listener, Live::new(service).unwrap(), store, settings, std::future::pending()));
        address
    });
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_nodelay(true).unwrap();
    let mut times = [const { Vec::new() }; KINDS.len()];
    for number in 0..refusals {
        for (kind, times) in times.iter_mut().enumerate() {
            let key = shown(clients, kind, number);
            let request =
                format!("GET /api/v1/facts HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {key}\r\n\r\n");
            let begun = Instant::now();
            stream.write_all(request.as_bytes()).unwrap();
            let status = response(&mut stream);
            times.push(begun.elapsed());
            assert!(status.starts_with("HTTP/1.1 401"), "{status}");
        }
    }
    report("over HTTP", &mut times);
}

/// Reads one response whole, and gives its head.
fn response(stream: &mut TcpStream) -> String {
    let (mut told, mut piece) = (Vec::new(), [0; 4096]);
    loop {
        let length = stream.read(&mut piece).unwrap();
        told.extend_from_slice(&piece[..length]);
        let text = String::from_utf8_lossy(&told);
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
        if body.len() >= length.parse::<usize>().unwrap() {
            return head.to_owned();
        }
    }
}

fn report(place: &str, times: &mut [Vec<Duration>]) {
    for (kind, times) in KINDS.into_iter().zip(times) {
        times.sort_unstable();
        let at = |share: usize| times[times.len() * share / 100].as_nanos() as f64 / 1_000.0;
        println!("{place:12} {kind:22} median {:8.2} µs, a quarter below {:8.2}, above {:8.2}", at(50), at(25), at(75));
    }
}
