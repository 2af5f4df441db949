//! More than can be answered, an end in the middle of it, and an hour of it: what is accepted is answered and kept, the
//! rest is told when to come back, and nothing grows.

use std::collections::BTreeMap;
use std::io::Write;
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use nordvis::http::{Limits, Settings};
use serde_json::{Value, json};

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

/// What is sent where, with which type, to every operation of the OpenAPI document and to what is beside it.
fn everything() -> Vec<(String, String, &'static str)> {
    const ID: &str = "019356f0-0000-7000-8000-000000000000";
    let document: Value = serde_json::from_str(include_str!("../data/openapi.json")).unwrap();
    let (json, form) = ("application/json", "application/x-www-form-urlencoded");
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let path = path.replace("{id}", ID).replace("{region}", "se-m").replace("{name}", "osteoporos");
        all.extend(item.as_object().unwrap().keys().map(|method| (method.to_uppercase(), path.clone(), json)));
    }
    for path in ["/", "/search?q=a", "/guidelines", "/docs", "/embed/v1/widget.js", "/fhir/metadata", "/cds-services"] {
        all.push(("GET".to_owned(), path.to_owned(), json));
    }
    for (path, kind) in [
        ("/ask".to_owned(), form),
        (format!("/answers/{ID}/feedback"), form),
        ("/cds-services/nordvis-treatment".to_owned(), json),
        ("/cds-services/nordvis-treatment/feedback".to_owned(), json),
    ] {
        all.push(("POST".to_owned(), path, kind));
    }
    all
}

#[test]
fn where_there_is_no_place_nothing_is_answered_but_those_who_watch() {
    let limits = Limits { answering_max: 0, waiting_max: 0, ..Limits::default() };
    let server = Server::with(Settings { limits, ..Settings::default() });
    let mut shed = 0;
    for (method, path, kind) in everything() {
        let response = server.send(&method, &path, &[("content-type", kind)], b"{}");
        if ["/livez", "/readyz", "/metrics"].contains(&path.as_str()) {
            assert_eq!(response.status, 200, "{path}");
            continue;
        }
        shed += 1;
        assert_eq!(response.status, 503, "{method} {path}: {}", response.body);
        assert!((1..=5).contains(&response.header("retry-after").parse().unwrap()), "{method} {path}");
    }
    assert!(shed >= 30, "{shed}");
    assert_eq!(metric(&server.get("/metrics").body, "nordvis_requests_shed_total"), f64::from(shed));
}

#[test]
fn what_is_measured_is_told_on_this_machine_alone_and_names_nobody() {
    let server = Server::start();
    let body = r#"{"question":"Anna 900101-2385, osteoporos?","region":"SE-M"}"#;
    assert_eq!(server.post("/api/v1/answers", body).status, 200);
    assert_eq!(server.get("/anna/900101-2385").status, 404);
    let response = server.get("/metrics");
    assert!(response.header("content-type").starts_with("application/openmetrics-text"));
    assert!(!response.body.contains("-2385") && !response.body.to_lowercase().contains("anna"), "{}", response.body);
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
pub fn attempt(replica: &Replica) -> Option<Response> {
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

/// An hour with `./test --long`, as many seconds as `NORDVIS_TEST_SOAK` says, or a moment: what must not grow is the same.
#[test]
fn serving_for_long_neither_memory_nor_open_files_grow() {
    let asked = std::env::var("NORDVIS_TEST_SOAK").ok().map(|seconds| seconds.parse().unwrap());
    let seconds: u64 = asked.unwrap_or(if std::env::var_os("NORDVIS_TEST_LONG").is_some() { 3600 } else { 6 });
    let bed = Bed::sqlite();
    let replica = Replica::start(&bed.url());
    let (begun, lasting) = (Instant::now(), Duration::from_secs(seconds));
    let (mut samples, mut rounds) = (Vec::new(), 0);
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..2).map(|_| scope.spawn(|| use_until(&replica, begun, lasting))).collect();
        while begun.elapsed() < lasting {
            std::thread::sleep((lasting / SAMPLES).min(Duration::from_secs(60)));
            samples.push(Sample::of(&replica));
        }
        rounds = clients.into_iter().map(|client| client.join().unwrap()).sum::<u32>();
    });
    for (number, sample) in samples.iter().enumerate() {
        eprintln!("{number:3}: {:6.1} MB, {} open files", sample.memory / 1e6, sample.files);
    }
    eprintln!("{rounds} rounds in {seconds} s");
    // Caches fill in the first third; then the most of the last third is held against the most of the second.
    let third = samples.len() / 3;
    let most = |samples: &[Sample], of: fn(&Sample) -> f64| samples.iter().map(of).fold(0.0, f64::max);
    let (middle, last) = (&samples[third..2 * third], &samples[2 * third..]);
    let (before, after) = (most(middle, |it| it.memory), most(last, |it| it.memory));
    assert!(after - before < before * 0.05 + 8e6, "{before} bytes, then {after}");
    let (before, after) = (most(middle, |it| it.files), most(last, |it| it.files));
    assert!(after <= before + 4.0, "{before} open files, then {after}");
}

/// How often it is looked at, at least.
const SAMPLES: u32 = 30;

/// What the process uses at one moment, as it says itself.
struct Sample {
    memory: f64,
    files: f64,
}

impl Sample {
    fn of(replica: &Replica) -> Self {
        let text = replica.get("/metrics").body;
        Self { memory: metric(&text, "process_resident_memory_bytes"), files: metric(&text, "process_open_fds") }
    }
}

/// Does what clients do, again and again: asks by facts and in words, reads, searches, converses and deletes. How often
/// that was.
fn use_until(replica: &Replica, begun: Instant, lasting: Duration) -> u32 {
    const WORDS: &str = r#"{"question":"Kvinna 71 år, höftfraktur, FRAX 34 %. Vilket läkemedel?","region":"SE-M"}"#;
    let mut rounds = 0;
    while begun.elapsed() < lasting {
        for question in [CASE, WORDS] {
            let response = replica.post("/api/v1/answers", question);
            assert_eq!(response.status, 200, "{}", response.body);
            assert_eq!(replica.get(response.header("content-location")).status, 200);
        }
        assert_eq!(replica.get("/api/v1/search?q=denosumab").status, 200);
        assert_eq!(replica.get("/guidelines/se-m/osteoporos").status, 200);
        let talk = replica.post("/api/v1/conversations", r#"{"region":"SE-M"}"#).json();
        let talk = format!("/api/v1/conversations/{}", talk["id"].as_str().unwrap());
        for text in ["Konstaterad osteoporos. Vilket läkemedel?", "eGFR 28", "nej förlåt, 52"] {
            let said = replica.post(&format!("{talk}/messages"), &json!({"text": text}).to_string());
            assert_eq!(said.status, 200, "{}", said.body);
        }
        assert_eq!(replica.get(&talk).status, 200);
        assert_eq!(replica.delete(&talk).status, 204);
        rounds += 1;
        std::thread::sleep(Duration::from_millis(20));
    }
    rounds
}
