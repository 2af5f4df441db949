//! What does the program bear? Answers kept per second and the processor time of each, and then ten times as many
//! requests as that: how quickly are those that are accepted answered, how quickly the rest turned away, and what
//! happens to memory?
//!
//! The server is the program itself, over SQLite and over PostgreSQL. The load comes from one thread of this process, on the
//! same machine: many would take the processors from the server and its database, which real clients cannot.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a benchmark fails by panicking"
)]

mod shared;

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use shared::Databases;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const BODY: &str =
    r#"{"question":"72-årig kvinna, handledsfraktur, FRAX 22 %, eGFR 48 – nästa steg?","region":"SE-M"}"#;

/// One request's outcome.
struct Outcome {
    status: u16,
    took: Duration,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    // `cargo test --benches` only looks whether it runs.
    let real = std::env::args().any(|argument| argument == "--bench");
    let lasting = Duration::from_millis(if real { 10_000 } else { 200 });
    let databases = Databases::filled().await.unwrap();
    for (name, database) in &databases.all {
        println!("{name}");
        overload(&shared::url(database), lasting).await;
    }
}

/// First what it bears, then ten times as much.
async fn overload(database: &str, lasting: Duration) {
    let (mut server, address) = start(database);
    load(address, 64, None, lasting / 5).await;
    let (cpu, begun) = (shared::cpu_seconds(server.id()), Instant::now());
    let outcomes = load(address, 64, None, lasting).await;
    let (cpu, elapsed) = (shared::cpu_seconds(server.id()) - cpu, begun.elapsed().as_secs_f64());
    let answers = accepted(&outcomes).len();
    let capacity = answers as f64 / elapsed;
    println!("  at capacity, 64 connections, {:.0} µs CPU each", cpu / answers as f64 * 1e6);
    tell("accepted", accepted(&outcomes), elapsed);
    let memory = resident(server.id());
    let begun = Instant::now();
    let outcomes = load(address, 640, Some(capacity * 10.0), lasting).await;
    let elapsed = begun.elapsed().as_secs_f64();
    println!("  ten times as much, 640 connections: {:.0} requests/s sent", outcomes.len() as f64 / elapsed);
    tell("accepted", accepted(&outcomes), elapsed);
    let refused = outcomes.iter().filter(|outcome| outcome.status != 200);
    assert!(refused.clone().all(|outcome| [429, 503].contains(&outcome.status)), "another status than 503 or 429");
    tell("turned away", refused.map(|outcome| outcome.took).collect(), elapsed);
    println!("  memory: {:.0} MB before, {:.0} MB after", memory / 1e6, resident(server.id()) / 1e6);
    server.kill().unwrap();
    server.wait().unwrap();
}

fn start(database: &str) -> (Child, SocketAddr) {
    let mut server = Command::new(env!("CARGO_BIN_EXE_nordvis"))
        .args(["serve", "--listen", "127.0.0.1:0", "--database", database])
        .env("RUST_LOG", "off")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let address = said.trim().rsplit('/').next().unwrap().parse().unwrap();
    (server, address)
}

/// Requests for so long over so many connections: each as soon as the one before is answered, or at a rate, each at its
/// time whatever became of those before (as long as a connection is free).
async fn load(address: SocketAddr, connections: usize, rate: Option<f64>, lasting: Duration) -> Vec<Outcome> {
    let (begun, tickets) = (Instant::now(), Arc::new(AtomicU64::new(0)));
    let one = |tickets: Arc<AtomicU64>| async move {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        let head = "POST /api/v1/answers HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json";
        let request = format!("{head}\r\ncontent-length: {}\r\n\r\n{BODY}", BODY.len());
        let mut buffer = vec![0; 32 * 1024];
        let mut outcomes = Vec::new();
        loop {
            let ticket = tickets.fetch_add(1, Ordering::Relaxed);
            let at = rate.map_or(Duration::ZERO, |rate| Duration::from_secs_f64(ticket as f64 / rate));
            if at.max(begun.elapsed()) > lasting {
                return outcomes;
            }
            tokio::time::sleep(at.saturating_sub(begun.elapsed())).await;
            let sent = Instant::now();
            let status = exchange(&mut stream, request.as_bytes(), &mut buffer).await;
            outcomes.push(Outcome { status, took: sent.elapsed() });
        }
    };
    let all: Vec<_> = (0..connections).map(|_| tokio::spawn(one(Arc::clone(&tickets)))).collect();
    let mut outcomes = Vec::new();
    for connection in all {
        outcomes.extend(connection.await.unwrap());
    }
    outcomes
}

/// Sends the request and receives the whole response; its status.
async fn exchange(stream: &mut TcpStream, request: &[u8], buffer: &mut [u8]) -> u16 {
    stream.write_all(request).await.unwrap();
    let mut read = 0;
    loop {
        read += stream.read(&mut buffer[read..]).await.unwrap();
        let text = &buffer[..read];
        let Some(end) = text.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = std::str::from_utf8(&text[..end]).unwrap();
        let length: usize =
            head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap().parse().unwrap();
        if read >= end + 4 + length {
            return head.split(' ').nth(1).unwrap().parse().unwrap();
        }
    }
}

fn accepted(outcomes: &[Outcome]) -> Vec<Duration> {
    outcomes.iter().filter(|outcome| outcome.status == 200).map(|outcome| outcome.took).collect()
}

fn tell(name: &str, mut took: Vec<Duration>, elapsed: f64) {
    took.sort();
    let at = |share: usize| took.get(took.len() * share / 100).map_or(0.0, |took| took.as_secs_f64() * 1e3);
    let rate = took.len() as f64 / elapsed;
    println!("    {name}: {rate:.0}/s, p50 {:.1} ms, p99 {:.1} ms", at(50), at(99));
}

/// Bytes of memory in use.
fn resident(process: u32) -> f64 {
    let statm = std::fs::read_to_string(format!("/proc/{process}/statm")).unwrap();
    statm.split(' ').nth(1).unwrap().parse::<f64>().unwrap() * 4096.0
}
