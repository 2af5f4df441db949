//! What does an answer over HTTP cost? Requests per second and CPU per request of the server, for a bare poem handler
//! that returns the same bytes, for the whole structured answer without keeping it, and for the answer kept in SQLite:
//! one after the other in the same run, each in a process of its own, over loopback.
//!
//! `cargo bench --bench http [-- words]` compares over 32 connections; `-- growth` over 1, 8, 32 and 128, with answers kept in
//! PostgreSQL too. `NORDVIS_BENCH_STORED=1000000` keeps so many answers in each database before that.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a benchmark fails by panicking"
)]

mod shared;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

use nordvis::ask::Service;
use nordvis::corpus::Files;
use nordvis::http::{Limits, Live, Settings, answer_to, serve, serve_endpoint};
use nordvis::store::{Database, Store, StoreConfig};
use poem::{EndpointExt, Response, Route, post};
use tokio::net::TcpListener;

const CONNECTIONS: usize = 32;
const GROWTH: [usize; 4] = [1, 8, 32, 128];
const REQUESTS: usize = 20_000;
const KINDS: [&str; 3] = ["bare", "unstored", "stored"];
/// Says to a child which server it is.
const SERVE: &str = "NORDVIS_BENCH_SERVE";
/// Says to a child which database it keeps answers in; without it a file of its own.
const KEEP: &str = "NORDVIS_BENCH_KEEP";
/// The same case in the clinician's words: identifiers looked for, words read, passages searched.
const WORDS: &str = r#"{"question":"72-årig kvinna, handledsfraktur, FRAX 22 %, eGFR 48 – nästa steg?","region":"SE-M","language":"sv","asOf":"2021-03-01"}"#;
const BODY: &str = r#"{"intent":"treatment","facts":{"osteoporosis":true,"egfr_ml_min":28},"region":"SE-M","language":"sv","asOf":"2021-03-01"}"#;

fn main() {
    if let Ok(kind) = std::env::var(SERVE) {
        return serve_until_closed(&kind);
    }
    // `cargo test --benches` only looks whether it runs.
    let requests = if asked("--bench") { REQUESTS } else { 64 };
    if asked("growth") {
        return growth(requests);
    }
    let rounds = if requests == REQUESTS { 5 } else { 1 };
    let mut ratios = [const { Vec::new() }; KINDS.len()];
    for _ in 0..rounds {
        let mut bare = f64::NAN;
        for (place, kind) in KINDS.into_iter().enumerate() {
            let (rate, cpu, bytes) = measure(kind, None, CONNECTIONS, requests);
            if place == 0 {
                bare = cpu;
            }
            ratios[place].push(cpu / bare);
            println!("{kind:9} {rate:8.0} requests/s {cpu:8.1} µs CPU per request {bytes:6} bytes");
        }
    }
    // Each round is compared with itself: what else the machine does changes from round to round.
    for (kind, mut ratios) in KINDS.into_iter().zip(ratios) {
        ratios.sort_by(f64::total_cmp);
        println!("{kind:9} {:8.2} × the bare handler (median of {rounds})", ratios[rounds / 2]);
    }
}

fn asked(word: &str) -> bool {
    std::env::args().any(|argument| argument == word)
}

/// How requests per second grow with the number of connections, without a database and on both.
fn growth(requests: usize) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let databases = runtime.block_on(shared::Databases::filled()).unwrap();
    let urls = databases.all.iter().map(|(name, database)| ("stored", *name, Some(shared::url(database))));
    let kinds: Vec<_> = [("bare", "", None), ("unstored", "", None)].into_iter().chain(urls).collect();
    println!("connections  handler             requests/s  CPU µs/request");
    for connections in GROWTH {
        for (kind, name, url) in &kinds {
            let share = requests.min(requests * connections / 8);
            let (rate, cpu, _) = measure(kind, url.as_deref(), connections, share);
            println!("{connections:11}  {kind:8} {name:10} {rate:10.0} {cpu:14.1}");
        }
    }
}

fn service() -> Arc<Service> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let [corpus, locales] = ["corpus", "locales"].map(|name| {
        let mut files = Files::default();
        read(&root.join(name), &root.join(name), &mut files);
        files
    });
    Arc::new(Service::load(&corpus, &locales, &nordvis::cli::messages()).unwrap())
}

fn read(root: &Path, folder: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            files.insert(name, std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// What is asked: structured, or with `-- words` in free text.
fn body() -> &'static str {
    if asked("words") { WORDS } else { BODY }
}

/// The child: serves until its standard input is closed.
fn serve_until_closed(kind: &str) {
    let service = service();
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("{}", listener.local_addr().unwrap());
        let closed = async {
            tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new())).await.unwrap().unwrap();
        };
        match kind {
            "stored" => {
                let file = || Database::Sqlite(folder.path().join("nordvis.db"));
                let database = std::env::var(KEEP).map_or_else(|_| file(), |url| url.parse().unwrap());
                let store = Store::open(&StoreConfig::new(database)).await.unwrap();
                serve(listener, Live::new(service).unwrap(), store, Settings::default(), closed).await.unwrap();
            }
            "unstored" => {
                let answer = poem::endpoint::make(move |request: poem::Request| {
                    let service = Arc::clone(&service);
                    async move {
                        let body = request.into_body().into_bytes().await?;
                        let reply = answer_to(&service, &body).unwrap();
                        Ok::<_, poem::Error>(Response::builder().content_type("application/json").body(reply))
                    }
                });
                let route = Route::new().at("/api/v1/answers", post(answer)).map_to_response();
                serve_endpoint(listener, route, Limits::default(), closed).await.unwrap();
            }
            _ => {
                let reply = bytes::Bytes::from(answer_to(&service, body().as_bytes()).unwrap());
                let bare = poem::endpoint::make_sync(move |_| {
                    Response::builder().content_type("application/json").body(reply.clone())
                });
                let route = Route::new().at("/api/v1/answers", post(bare)).map_to_response();
                serve_endpoint(listener, route, Limits::default(), closed).await.unwrap();
            }
        }
    });
}

/// Requests per second, microseconds of the server's CPU per request, bytes of a reply.
fn measure(kind: &str, database: Option<&str>, connections: usize, requests: usize) -> (f64, f64, usize) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(std::env::args().skip(1))
        .env(SERVE, kind)
        .envs(database.map(|url| (KEEP, url)))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut address = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
    let address = address.trim().to_owned();
    send(&address, connections, requests / 20);
    let (before, started) = (shared::cpu_seconds(child.id()), Instant::now());
    let bytes = send(&address, connections, requests);
    let (cpu, elapsed) = (shared::cpu_seconds(child.id()) - before, started.elapsed().as_secs_f64());
    drop(child.stdin.take());
    child.wait().unwrap();
    let count = ((requests / connections).max(1) * connections) as f64;
    (count / elapsed, cpu / count * 1e6, bytes)
}

fn send(address: &str, connections: usize, requests: usize) -> usize {
    let threads: Vec<_> = (0..connections)
        .map(|_| {
            let address = address.to_owned();
            std::thread::spawn(move || exchange(&address, (requests / connections).max(1)))
        })
        .collect();
    threads.into_iter().map(|thread| thread.join().unwrap()).max().unwrap()
}

fn exchange(address: &str, requests: usize) -> usize {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_nodelay(true).unwrap();
    let request = format!(
        "POST /api/v1/answers HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{}",
        body().len(),
        body()
    );
    let mut buffer = vec![0; 64 * 1024];
    let mut length = 0;
    for _ in 0..requests {
        stream.write_all(request.as_bytes()).unwrap();
        length = receive(&mut stream, &mut buffer);
    }
    length
}

/// Reads one response; gives the length of its body.
fn receive(stream: &mut TcpStream, buffer: &mut [u8]) -> usize {
    let mut read = 0;
    loop {
        read += stream.read(&mut buffer[read..]).unwrap();
        let text = &buffer[..read];
        let Some(end) = text.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = std::str::from_utf8(&text[..end]).unwrap().to_ascii_lowercase();
        assert!(head.starts_with("http/1.1 200"), "{head}");
        let length: usize =
            head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap().parse().unwrap();
        if read >= end + 4 + length {
            return length;
        }
    }
}
