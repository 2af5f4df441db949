//! What is left when the program is killed? A child process, this test binary again, keeps answers until then.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use nordvis::store::{Database, Store, StoreConfig};
use tokio::task::JoinSet;
use uuid::Uuid;

use super::bed::answer_of;

/// Names the child's database, and makes it a child.
const DATABASE: &str = "NORDVIS_TEST_KILL_DATABASE";

/// Runs the child, kills it after so many acknowledgements, and returns every id that it told of.
pub fn keep_until_killed(database: &Database, acknowledgements: usize) -> Vec<Uuid> {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "store::kill::child", "--ignored", "--nocapture"])
        .env(DATABASE, database.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut ids = Vec::new();
    // The last line may be cut short; it was not said whole, so it is not held to.
    for id in lines.map_while(Result::ok).filter_map(|line| line.parse().ok()) {
        ids.push(id);
        if ids.len() == acknowledgements {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    assert!(ids.len() >= acknowledgements, "the child ended by itself");
    ids
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the child of the tests that kill"]
async fn child() {
    let Ok(database) = env::var(DATABASE) else { return };
    let store = Store::open(&StoreConfig::new(database.parse().unwrap())).await.unwrap();
    let mut callers = JoinSet::new();
    for _ in 0..16 {
        let store = store.clone();
        callers.spawn(async move {
            loop {
                let id = Uuid::now_v7();
                store.keep_answer(answer_of(id)).await.unwrap();
                println!("{id}");
            }
        });
    }
    let Some(ended) = callers.join_next().await else { unreachable!("callers were spawned") };
    ended.unwrap()
}
