//! More than can be answered, an end in the middle of it, and an hour of it: what is accepted is answered and kept, the
//! rest is told when to come back, and nothing grows.

use std::collections::BTreeMap;
use std::io::Write;
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use nordvis::http::{Limits, Settings};

use crate::publish::Ends;
use crate::replica::Replica;
use crate::server::{Response, Server, read};
use crate::store::bed::Bed;

const CASE: &str = r#"{"intent":"treatment","facts":{"osteoporosis":true},"region":"SE-M","language":"en"}"#;

#[test]
fn in_overload_what_is_accepted_is_kept_and_the_rest_is_told_when_to_come_back() {
    let limits = Limits { answering_max: 2, waiting_max: 2, ..Limits::default() };
    let server = Server::with(Settings { limits, ..Settings::default() });
    let responses: Vec<Response> = std::thread::scope(|scope| {
        let asking = || (0..20).map(|_| server.post("/api/v1/answers", CASE)).collect::<Vec<_>>();
        let clients: Vec<_> = (0..24).map(|_| scope.spawn(asking)).collect();
        for path in ["/livez", "/readyz", "/metrics"] {
            assert_eq!(server.get(path).status, 200, "who watches comes through: {path}");
        }
        clients.into_iter().flat_map(|client| client.join().unwrap()).collect()
    });
    let mut statuses = BTreeMap::new();
    for response in &responses {
        *statuses.entry(response.status).or_insert(0) += 1;
        if response.status == 503 {
            assert_eq!(response.json()["code"], "overloaded");
            assert!((1..=5).contains(&response.header("retry-after").parse().unwrap()));
        }
    }
    assert_eq!(statuses.keys().copied().collect::<Vec<_>>(), [200, 503], "{statuses:?}");
    let again = server.post("/api/v1/answers", CASE);
    assert_eq!(again.status, 200, "when it is over it is over");
    for response in responses.iter().filter(|response| response.status == 200).take(10) {
        assert_eq!(server.get(response.header("content-location")).body, response.body);
    }
    let (answered, shed) = (statuses[&200] + 1, statuses[&503]);
    let metrics = server.get("/metrics").body;
    assert_eq!(metric(&metrics, "nordvis_requests_shed_total"), f64::from(shed), "{metrics}");
    assert_eq!(metric(&metrics, r#"nordvis_answers_total{status="answered"}"#), f64::from(answered), "{metrics}");
}

#[test]
fn what_is_measured_is_told_on_this_machine_alone_and_names_nobody() {
    let server = Server::start();
    let body = r#"{"question":"Anna 900101-2385, osteoporos?","region":"SE-M"}"#;
    assert_eq!(server.post("/api/v1/answers", body).status, 200);
    assert_eq!(server.get("/anna/900101-2385").status, 404);
    let response = server.get("/metrics");
    assert!(response.header("content-type").starts_with("application/openmetrics-text"));
    assert!(!response.body.contains("2385") && !response.body.to_lowercase().contains("anna"), "{}", response.body);
    assert!(metric(&response.body, "process_resident_memory_bytes") > 1e6);
    for name in ["forwarded", "x-forwarded-for"] {
        assert_eq!(server.send("GET", "/metrics", &[(name, "for=192.0.2.1")], b"").status, 404);
    }
}

fn metric(text: &str, name: &str) -> f64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("no {name} in\n{text}")).parse().unwrap()
}

/// One request on a connection of its own; nothing when the server could not be reached or said nothing at all.
fn attempt(replica: &Replica) -> Option<Response> {
    let mut stream = TcpStream::connect(replica.address()).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let head =
        "POST /api/v1/answers HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json";
    write!(stream, "{head}\r\ncontent-length: {}\r\n\r\n{CASE}", CASE.len()).ok()?;
    Some(read(&mut stream)).filter(|response| response.status != 0)
}

#[test]
fn told_to_end_under_load_it_answers_whom_it_had_begun_to_answer() {
    let bed = Bed::sqlite();
    let replica = Replica::start(&bed.url());
    let done = AtomicBool::new(false);
    let answers = std::thread::scope(|scope| {
        let asking = || {
            let mut answers = Vec::new();
            while !done.load(Ordering::Relaxed) {
                match attempt(&replica) {
                    Some(response) => answers.push(response),
                    None => break,
                }
            }
            answers
        };
        let clients: Vec<_> = (0..4).map(|_| scope.spawn(asking)).collect();
        let ending = Ends(&done);
        std::thread::sleep(Duration::from_millis(500));
        replica.tell_to_end();
        let answers: Vec<_> = clients.into_iter().flat_map(|client| client.join().unwrap()).collect();
        drop(ending);
        answers
    });
    assert_eq!(replica.end(), Some(0));
    assert!(!answers.is_empty());
    let after = Replica::start(&bed.url());
    for answer in &answers {
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert_eq!(answer.body.len().to_string(), answer.header("content-length"), "it is whole");
    }
    let last = answers.last().unwrap();
    assert_eq!(after.get(last.header("content-location")).body, last.body);
}

/// An hour with `./test --long`, a moment without: what must not grow is the same.
#[test]
fn serving_for_long_neither_memory_nor_open_files_grow() {
    let long = std::env::var_os("NORDVIS_TEST_LONG").is_some();
    let (warming, lasting) = if long { (300, 3600) } else { (3, 3) };
    let bed = Bed::sqlite();
    let replica = Replica::start(&bed.url());
    serve_for(&replica, Duration::from_secs(warming));
    let before = replica.get("/metrics").body;
    serve_for(&replica, Duration::from_secs(lasting));
    let after = replica.get("/metrics").body;
    let memory = |text: &str| metric(text, "process_resident_memory_bytes");
    let files = |text: &str| metric(text, "process_open_fds");
    let grown = memory(&after) - memory(&before);
    assert!(grown < memory(&before) * 0.1 + 16e6, "{grown} bytes more");
    assert!(files(&after) <= files(&before) + 8.0, "{} open files, then {}", files(&before), files(&after));
}

fn serve_for(replica: &Replica, lasting: Duration) {
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while begun.elapsed() < lasting {
                    let response = attempt(replica).unwrap();
                    assert_eq!(response.status, 200, "{}", response.body);
                    assert_eq!(replica.get(response.header("content-location")).status, 200);
                    assert_eq!(replica.get("/api/v1/search?q=denosumab").status, 200);
                    std::thread::sleep(Duration::from_millis(10));
                }
            });
        }
    });
}
