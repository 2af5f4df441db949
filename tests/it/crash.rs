//! What is lost when the program is killed under load? Nothing that was acknowledged; the audit log stays whole, and every
//! stored answer is decided again to the same bytes. Each round starts the real program, lets clients ask it by facts, in
//! words and in conversations, kills it, and holds it to every answer that reached a client.
//!
//! A few rounds by themselves; with `NORDVIS_TEST_LONG` set, as `./test --long` does, as many as the figures in
//! `docs/reliability.md` stand on.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::Mutex;

use nordvis::store::{Checkpoint, Store, StoreConfig};
use serde_json::Value;

use crate::postgres::shared;
use crate::replica::replays;

const CLIENTS: usize = 32;
/// How many answers reach the clients before the program is killed.
const ANSWERS: usize = 100;
const FACTS: &str = r#"{"intent":"treatment","facts":{"osteoporosis":true,"egfr_ml_min":28},"region":"SE-M","language":"sv","asOf":"2021-03-01"}"#;
const WORDS: &str =
    r#"{"question":"Anna 900101-2385, 72 år, handledsfraktur, FRAX 22 %: nästa steg?","region":"SE-M"}"#;
const MESSAGE: &str = r#"{"text":"Konstaterad osteoporos, eGFR 28. Vilket läkemedel?"}"#;

#[tokio::test(flavor = "multi_thread")]
async fn killed_on_sqlite_it_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("nordvis.db");
    loses_nothing(&format!("sqlite:{}", file.display()), rounds(5, 200)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_on_postgresql_it_loses_nothing() {
    loses_nothing(&shared().database().await, rounds(3, 50)).await;
}

fn rounds(few: usize, many: usize) -> usize {
    if std::env::var_os("NORDVIS_TEST_LONG").is_some() { many } else { few }
}

async fn loses_nothing(database: &str, rounds: usize) {
    let config = StoreConfig::new(database.parse().unwrap());
    let mut known: Vec<Checkpoint> = Vec::new();
    let mut all = BTreeMap::new();
    for round in 1..=rounds {
        let url = database.to_owned();
        let acknowledged = tokio::task::spawn_blocking(move || ask_until_killed(&url)).await.unwrap();
        assert!(acknowledged.len() >= ANSWERS, "round {round}: {}", acknowledged.len());
        let store = Store::open(&config).await.unwrap();
        holds(&store, &acknowledged, round).await;
        let found = store.verify_audit(&known).await.unwrap();
        assert_eq!(found.faults, [], "round {round}");
        known = found.heads;
        store.close().await;
        all.extend(acknowledged);
        let url = database.to_owned();
        let stored = tokio::task::spawn_blocking(move || replays(&url)).await.unwrap();
        assert!(stored >= all.len(), "round {round}: {stored} stored");
    }
    let store = Store::open(&config).await.unwrap();
    holds(&store, &all, rounds).await;
    eprintln!(
        "{rounds} kills, {} acknowledged answers, none lost, after each all the same when decided again",
        all.len()
    );
}

/// Every answer is kept as the client got it.
async fn holds(store: &Store, acknowledged: &BTreeMap<String, String>, round: usize) {
    for (id, reply) in acknowledged {
        let kept = store.answer(id.parse().unwrap()).await.unwrap();
        assert!(kept.is_some_and(|kept| kept.reply == *reply), "round {round}: {id} is lost");
    }
}

/// The program over this database, killed once enough of its answers reached the clients; those answers, by id.
fn ask_until_killed(database: &str) -> BTreeMap<String, String> {
    let (mut program, address) = start(database);
    let acknowledged = Arc::new(Mutex::new(BTreeMap::new()));
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let (address, acknowledged) = (address.clone(), Arc::clone(&acknowledged));
            std::thread::spawn(move || ask_on(&address, client, &acknowledged))
        })
        .collect();
    while acknowledged.lock().unwrap().len() < ANSWERS {
        assert!(program.try_wait().unwrap().is_none(), "the program ended by itself");
        std::thread::yield_now();
    }
    program.kill().unwrap();
    program.wait().unwrap();
    for client in clients {
        client.join().unwrap();
    }
    std::mem::take(&mut *acknowledged.lock().unwrap())
}

fn start(database: &str) -> (Child, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_nordvis"))
        .args(["serve", "--listen", "127.0.0.1:0", "--language", "en", "--database", database])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim().split(' ').next_back().unwrap().to_owned();
    assert!(address.starts_with("http://"), "it did not start: {line}");
    (program, address)
}

/// Asks until nobody answers any more, each client in its own way.
fn ask_on(address: &str, client: usize, acknowledged: &Mutex<BTreeMap<String, String>>) {
    let agent = ureq::Agent::new_with_defaults();
    let post = |path: &str, body: &str| {
        let mut response = agent.post(format!("{address}{path}")).header("content-type", "application/json").send(body);
        response.as_mut().ok()?.body_mut().read_to_string().ok()
    };
    let id_of = |reply: &str| serde_json::from_str::<Value>(reply).unwrap()["id"].as_str().unwrap().to_owned();
    let asked = || match client % 3 {
        0 => post("/api/v1/answers", FACTS),
        1 => post("/api/v1/answers", WORDS),
        _ => {
            let talk = id_of(&post("/api/v1/conversations", r#"{"region":"SE-M"}"#)?);
            post(&format!("/api/v1/conversations/{talk}/messages"), MESSAGE)
        }
    };
    while let Some(reply) = asked() {
        acknowledged.lock().unwrap().insert(id_of(&reply), reply);
    }
}
