//! What does the program bear? Answers kept per second and the processor time of each, and then ten times as many
//! requests as that: how quickly are those that are accepted answered, how quickly the rest turned away, and what
//! happens to memory?
//!
//! The server is the program itself, over a SQLite file of its own or the database that `NORDVIS_BENCH_DATABASE` names;
//! the load comes from threads of this process, on the same machine.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a benchmark fails by panicking"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

const BODY: &str = r#"{"intent":"treatment","facts":{"osteoporosis":true,"egfr_ml_min":28},"region":"SE-M","language":"sv","asOf":"2021-03-01"}"#;

/// One request's outcome.
struct Outcome {
    status: u16,
    took: Duration,
}

fn main() {
    // `cargo test --benches` only looks whether it runs.
    let real = std::env::args().any(|argument| argument == "--bench");
    let lasting = Duration::from_millis(if real { 10_000 } else { 200 });
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let file = format!("sqlite:{}", folder.path().join("nordvis.db").display());
    let database = std::env::var("NORDVIS_BENCH_DATABASE").unwrap_or(file);
    let (mut server, address) = start(&database);
    load(address, 64, None, lasting / 5);
    let (cpu, begun) = (cpu_seconds(server.id()), Instant::now());
    let outcomes = load(address, 64, None, lasting);
    let (cpu, elapsed) = (cpu_seconds(server.id()) - cpu, begun.elapsed().as_secs_f64());
    let answers = accepted(&outcomes).len();
    let capacity = answers as f64 / elapsed;
    println!("capacity, 64 connections: {capacity:.0} answers kept/s, {:.0} µs CPU each", cpu / answers as f64 * 1e6);
    tell("accepted", accepted(&outcomes), elapsed);
    let memory = resident(server.id());
    let begun = Instant::now();
    let outcomes = load(address, 640, Some(capacity * 10.0), lasting);
    let elapsed = begun.elapsed().as_secs_f64();
    println!("ten times as much, 640 connections: {:.0} requests/s sent", outcomes.len() as f64 / elapsed);
    tell("accepted", accepted(&outcomes), elapsed);
    let refused = outcomes.iter().filter(|outcome| outcome.status != 200);
    assert!(refused.clone().all(|outcome| [429, 503].contains(&outcome.status)), "another status than 503 or 429");
    tell("turned away", refused.map(|outcome| outcome.took).collect(), elapsed);
    println!("memory: {:.0} MB before, {:.0} MB after", memory / 1e6, resident(server.id()) / 1e6);
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
fn load(address: SocketAddr, connections: usize, rate: Option<f64>, lasting: Duration) -> Vec<Outcome> {
    let (begun, tickets) = (Instant::now(), AtomicU64::new(0));
    let one = || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        let mut outcomes = Vec::new();
        loop {
            let ticket = tickets.fetch_add(1, Ordering::Relaxed);
            let at = rate.map_or(Duration::ZERO, |rate| Duration::from_secs_f64(ticket as f64 / rate));
            if at.max(begun.elapsed()) > lasting {
                return outcomes;
            }
            std::thread::sleep(at.saturating_sub(begun.elapsed()));
            let sent = Instant::now();
            let status = exchange(&mut stream);
            outcomes.push(Outcome { status, took: sent.elapsed() });
        }
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..connections).map(|_| scope.spawn(one)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}

fn exchange(stream: &mut TcpStream) -> u16 {
    let head = "POST /api/v1/answers HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json";
    stream.write_all(format!("{head}\r\ncontent-length: {}\r\n\r\n{BODY}", BODY.len()).as_bytes()).unwrap();
    let (mut read, mut buffer) = (0, [0; 32 * 1024]);
    loop {
        read += stream.read(&mut buffer[read..]).unwrap();
        let text = &buffer[..read];
        let Some(end) = text.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = std::str::from_utf8(&text[..end]).unwrap().to_ascii_lowercase();
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
    println!("  {name}: {rate:.0}/s, p50 {:.1} ms, p99 {:.1} ms", at(50), at(99));
}

/// The time that a process has spent on processors: the sum over its threads.
fn cpu_seconds(process: u32) -> f64 {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).expect("Linux tells what a process has used");
    let nanoseconds = threads.filter_map(|thread| {
        let stat = std::fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        stat.split(' ').next()?.parse::<f64>().ok()
    });
    nanoseconds.sum::<f64>() / 1e9
}

/// Bytes of memory in use.
fn resident(process: u32) -> f64 {
    let statm = std::fs::read_to_string(format!("/proc/{process}/statm")).unwrap();
    statm.split(' ').nth(1).unwrap().parse::<f64>().unwrap() * 4096.0
}
