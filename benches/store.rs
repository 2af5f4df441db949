//! What does it cost to keep an answer, given by itself or as a turn of a conversation? Answers per second, CPU of the
//! whole process per answer and waiting time, by the number of callers; then what opening costs with all of them kept.
//!
//! `cargo bench --bench store [-- ANSWERS]`, on the disk that holds the build folder.

use std::error::Error;
use std::fs;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use nordvis::store::{Conversation, Database, Store, StoreConfig, StoreError, StoredAnswer, Turn};
use uuid::Uuid;

const CALLERS: [usize; 4] = [1, 16, 32, 128];
/// Three runs each; the least disturbed one, that with the least CPU, is shown.
const RUNS: usize = 3;
/// How many turns a conversation has.
const TURNS: u32 = 4;
/// The clock of `/proc`, in ticks per second.
const TICKS: f64 = 100.0;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let answers = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(20_000);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let file = folder.path().join("nordvis.db");
    let config = StoreConfig::new(Database::Sqlite(file.clone()));
    println!("         callers  answers/s  CPU µs/answer   p50 ms   p99 ms");
    for (name, turns) in [("alone", 0), ("turns", TURNS)] {
        for callers in CALLERS {
            // A single caller waits for one flush per answer; a tenth is enough.
            let each = answers.min(answers * callers / 10) / callers;
            let mut best: Option<Figures> = None;
            for _ in 0..RUNS {
                let run = measure(&config, callers, each, turns).await?;
                best = Some(best.map_or(run, |best| if run.cpu < best.cpu { run } else { best }));
            }
            let Some(run) = best else { continue };
            let total = (callers * each) as f64;
            println!(
                "{name:8} {callers:7} {:10.0} {:14.1} {:8.2} {:8.2}",
                total / run.wall.as_secs_f64(),
                run.cpu / total * 1e6,
                run.p50.as_secs_f64() * 1e3,
                run.p99.as_secs_f64() * 1e3,
            );
        }
    }
    let megabytes = fs::metadata(&file)?.len() >> 20;
    let begun = Instant::now();
    Store::open(&config).await?.close().await;
    println!("opening and checking {megabytes} MB: {:.2} s", begun.elapsed().as_secs_f64());
    Ok(())
}

#[derive(Clone, Copy)]
struct Figures {
    wall: Duration,
    cpu: f64,
    p50: Duration,
    p99: Duration,
}

/// Each caller keeps its answers one after the other, as clients that wait for their reply do.
async fn measure(config: &StoreConfig, callers: usize, each: usize, turns: u32) -> Result<Figures, Box<dyn Error>> {
    let store = Store::open(config).await?;
    let (cpu, begun) = (cpu_seconds()?, Instant::now());
    let tasks: Vec<_> = (0..callers).map(|_| tokio::spawn(call(store.clone(), each, turns))).collect();
    let mut waits = Vec::with_capacity(callers * each);
    for task in tasks {
        waits.extend(task.await??);
    }
    let (wall, cpu) = (begun.elapsed(), cpu_seconds()? - cpu);
    store.close().await;
    waits.sort();
    let at = |share: f64| waits.get((waits.len() as f64 * share) as usize).copied().unwrap_or_default();
    Ok(Figures { wall, cpu, p50: at(0.50), p99: at(0.99) })
}

/// Each answer by itself, or as a turn of conversations with so many of them.
async fn call(store: Store, each: usize, turns: u32) -> Result<Vec<Duration>, StoreError> {
    let (request, reply, input) = (text(700), text(6 * 1024), text(300));
    let mut waits = Vec::with_capacity(each);
    let (mut conversation, mut number) = (Uuid::nil(), turns);
    for _ in 0..each {
        let begun = Instant::now();
        let answer = StoredAnswer {
            id: Uuid::now_v7(),
            created_at: Timestamp::now(),
            corpus: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
            program: "0.1.0".into(),
            request: request.clone(),
            reply: reply.clone(),
            owner: None,
        };
        if turns == 0 {
            store.keep_answer(answer).await?;
        } else {
            if number == turns {
                (conversation, number) = (Uuid::now_v7(), 0);
                let settings = text(50);
                store
                    .begin_conversation(Conversation {
                        id: conversation,
                        created_at: answer.created_at,
                        settings,
                        owner: None,
                    })
                    .await?;
            }
            number += 1;
            store.keep_turn(conversation, Turn { number, input: input.clone(), answer }).await?;
        }
        waits.push(begun.elapsed());
    }
    Ok(waits)
}

fn text(bytes: usize) -> String {
    (b' '..=b'~').cycle().take(bytes).map(char::from).collect()
}

/// What every thread of this process has used, in user and system time.
fn cpu_seconds() -> Result<f64, Box<dyn Error>> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: Result<Vec<f64>, _> = after_name.split_whitespace().skip(11).take(2).map(str::parse).collect();
    Ok(ticks?.iter().sum::<f64>() / TICKS)
}
