//! What does it cost to keep an answer, given by itself or as a turn of a conversation? Answers per second, CPU of this
//! process per answer (PostgreSQL's own comes to it) and waiting time, by the number of callers, on both databases; then how
//! quickly the audit log of all that is verified, and what opening costs.
//!
//! `cargo bench --bench store [-- ANSWERS]`; `NORDVIS_BENCH_STORED=1000000` keeps so many answers before it measures, and
//! `NORDVIS_BENCH_DATABASE` names an empty PostgreSQL database other than one that is thrown away.

mod shared;

use std::error::Error;
use std::fs;
use std::time::{Duration, Instant};

use nordvis::store::{Conversation, Database, Store, StoreConfig, StoreError, StoredAnswer, Turn};
use shared::{Databases, answer, text};
use uuid::Uuid;

const CALLERS: [usize; 4] = [1, 8, 32, 128];
/// Three runs each; the least disturbed one, that with the least CPU, is shown.
const RUNS: usize = 3;
/// How many turns a conversation has.
const TURNS: u32 = 4;
/// The clock of `/proc`, in ticks per second.
const TICKS: f64 = 100.0;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let answers = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(20_000);
    let databases = Databases::filled().await?;
    println!("                  callers  answers/s  CPU µs/answer   p50 ms   p99 ms");
    for (database, place) in &databases.all {
        let config = StoreConfig::new(place.clone());
        for (name, turns) in [("alone", 0), ("turns", TURNS)] {
            for callers in CALLERS {
                // Few callers wait for one flush per answer; a part is enough.
                let each = answers.min(answers * callers / 20) / callers;
                let mut best: Option<Figures> = None;
                for _ in 0..RUNS {
                    let run = measure(&config, callers, each, turns).await?;
                    best = Some(best.map_or(run, |best| if run.cpu < best.cpu { run } else { best }));
                }
                let Some(run) = best else { continue };
                let total = (callers * each) as f64;
                println!(
                    "{database:10} {name:6} {callers:7} {:10.0} {:14.1} {:8.2} {:8.2}",
                    total / run.wall.as_secs_f64(),
                    run.cpu / total * 1e6,
                    run.p50.as_secs_f64() * 1e3,
                    run.p99.as_secs_f64() * 1e3,
                );
            }
        }
        tell_of_all(database, &config).await?;
    }
    Ok(())
}

/// What opening and verifying cost with all that is kept by now.
async fn tell_of_all(name: &str, config: &StoreConfig) -> Result<(), Box<dyn Error>> {
    let begun = Instant::now();
    let store = Store::open(config).await?;
    let size = match &config.database {
        Database::Sqlite(file) => format!(" {} MB", fs::metadata(file)?.len() >> 20),
        Database::Postgres(_) => String::new(),
    };
    println!("{name}: opened and checked{size} in {:.2} s", begun.elapsed().as_secs_f64());
    let begun = Instant::now();
    let found = store.verify_audit(&[]).await?;
    let seconds = begun.elapsed().as_secs_f64();
    println!(
        "{name}: {} rows of the audit log verified in {seconds:.2} s, {:.0} rows/s, {} faults",
        found.rows,
        found.rows as f64 / seconds,
        found.faults.len()
    );
    store.close().await;
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
    let (template, input) = (answer(), text(300));
    let mut waits = Vec::with_capacity(each);
    let (mut conversation, mut number) = (Uuid::nil(), turns);
    for _ in 0..each {
        let begun = Instant::now();
        let answer = StoredAnswer { id: Uuid::now_v7(), ..template.clone() };
        if turns == 0 {
            store.keep_answer(answer).await?;
        } else {
            if number == turns {
                (conversation, number) = (Uuid::now_v7(), 0);
                let (id, created_at, settings) = (conversation, answer.created_at, text(50));
                store.begin_conversation(Conversation { id, created_at, settings, owner: None }).await?;
            }
            number += 1;
            store.keep_turn(conversation, Turn { number, input: input.clone(), answer }).await?;
        }
        waits.push(begun.elapsed());
    }
    Ok(waits)
}

/// What every thread of this process has used, in user and system time.
fn cpu_seconds() -> Result<f64, Box<dyn Error>> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: Result<Vec<f64>, _> = after_name.split_whitespace().skip(11).take(2).map(str::parse).collect();
    Ok(ticks?.iter().sum::<f64>() / TICKS)
}
