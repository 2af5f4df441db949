//! What is left when the program is killed? A child process, this test binary again, keeps answers and turns until then.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use nordvis::store::{Store, StoreConfig};
use tokio::task::JoinSet;
use uuid::Uuid;

use super::bed::{answer_of, conversation, turn_of};

/// Names the child's database, and makes it a child.
const DATABASE: &str = "NORDVIS_TEST_KILL_DATABASE";

/// What the child was promised.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Promise {
    Answer { id: Uuid },
    Turn { conversation: Uuid, number: u32, answer: Uuid },
}

impl Promise {
    pub async fn is_kept(&self, store: &Store) -> bool {
        match *self {
            Self::Answer { id } => store.answer(id).await.unwrap() == Some(answer_of(id)),
            Self::Turn { conversation, number, answer } => {
                let (_, turns) = store.conversation(conversation).await.unwrap().unwrap();
                turns.get(number as usize - 1) == Some(&turn_of(number, answer))
            }
        }
    }

    /// As the child says it.
    fn print(&self) {
        match self {
            Self::Answer { id } => println!("answer {id}"),
            Self::Turn { conversation, number, answer } => println!("turn {conversation} {number} {answer}"),
        }
    }

    /// Nothing for a line that was cut short: it was not said whole, so it is not held to.
    fn read(line: &str) -> Option<Self> {
        match *line.split(' ').collect::<Vec<_>>() {
            ["answer", id] => Some(Self::Answer { id: id.parse().ok()? }),
            ["turn", conversation, number, answer] => Some(Self::Turn {
                conversation: conversation.parse().ok()?,
                number: number.parse().ok()?,
                answer: answer.parse().ok()?,
            }),
            _ => None,
        }
    }
}

/// Runs the child, kills it after so many acknowledgements, and returns everything that it told of.
pub fn keep_until_killed(database: &str, acknowledgements: usize) -> Vec<Promise> {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "store::kill::child", "--ignored", "--nocapture"])
        .env(DATABASE, database)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut promises = Vec::new();
    for promise in lines.map_while(Result::ok).filter_map(|line| Promise::read(&line)) {
        promises.push(promise);
        if promises.len() == acknowledgements {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    assert!(promises.len() >= acknowledgements, "the child ended by itself");
    promises
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the child of the tests that kill"]
async fn child() {
    let Ok(database) = env::var(DATABASE) else { return };
    let store = Store::open(&StoreConfig::new(database.parse().unwrap())).await.unwrap();
    let mut callers = JoinSet::new();
    for _ in 0..8 {
        callers.spawn(ask(store.clone()));
        callers.spawn(converse(store.clone()));
    }
    let Some(ended) = callers.join_next().await else { unreachable!("callers were spawned") };
    ended.unwrap()
}

async fn ask(store: Store) {
    loop {
        let id = Uuid::now_v7();
        store.keep_answer(answer_of(id)).await.unwrap();
        Promise::Answer { id }.print();
    }
}

async fn converse(store: Store) {
    loop {
        let conversation = conversation();
        let id = conversation.id;
        store.begin_conversation(conversation).await.unwrap();
        for number in 1..=4 {
            let answer = Uuid::now_v7();
            assert_eq!(store.keep_turn(id, turn_of(number, answer)).await, Ok(true));
            Promise::Turn { conversation: id, number, answer }.print();
        }
    }
}
