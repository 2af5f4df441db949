//! How long one message takes to understand: the target is 30 µs at the 99th percentile.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a benchmark may stop at a fault"
)]

use std::time::Instant;

use nordvis::facts::{Reader, State, shield};

const ROUNDS: usize = 200;

fn main() {
    let files = nordvis::source::corpus(None).expect("the corpus is embedded");
    let started = Instant::now();
    let corpus = nordvis::corpus::load(&files).expect("the corpus is whole");
    println!("corpus with {} forms loaded in {:?}", corpus.lexicon.forms.len(), started.elapsed());
    let started = Instant::now();
    let reader = Reader::new(&corpus.lexicon, &corpus.vocabulary);
    println!("reader made ready in {:?}", started.elapsed());
    let as_of = "2026-11-21".parse().expect("a day");
    let messages = include_str!("../tests/data/messages.jsonl");
    let turns: Vec<String> = messages
        .lines()
        .flat_map(|line| {
            let message: serde_json::Value = serde_json::from_str(line).expect("JSON");
            message["turns"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|turn| turn.as_str())
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    report("shield", &turns, |turn| drop(std::hint::black_box(shield(turn))));
    report("read", &turns, |turn| drop(std::hint::black_box(reader.read(turn, as_of))));
    let state = State::default();
    report("shield, read and fold", &turns, |turn| {
        drop(std::hint::black_box(state.next(&reader, &shield(turn).text, as_of, &[])));
    });
    let long = vec![
        "Kvinna 72 år, handledsfraktur, FRAX 22 %, eGFR 48, ingen dysfagi. ".chars().cycle().take(4_000).collect(),
    ];
    report("4,000 characters", &long, |turn| drop(std::hint::black_box(reader.read(turn, as_of))));
}

/// Prints percentiles over messages of the best time of each: what the work takes, not what else the machine does.
fn report(name: &str, turns: &[String], work: impl Fn(&str)) {
    let mut best: Vec<u128> = turns
        .iter()
        .map(|turn| {
            (0..ROUNDS)
                .map(|_| {
                    let started = Instant::now();
                    work(turn);
                    started.elapsed().as_nanos()
                })
                .min()
                .unwrap_or_default()
        })
        .collect();
    best.sort_unstable();
    let at = |share: usize| {
        best.get((best.len() * share / 100).min(best.len().saturating_sub(1))).copied().unwrap_or_default()
    };
    let micro = |nanos: u128| nanos as f64 / 1_000.0;
    println!(
        "{name}: p50 {:.1} µs, p95 {:.1} µs, p99 {:.1} µs, longest {:.1} µs",
        micro(at(50)),
        micro(at(95)),
        micro(at(99)),
        micro(at(100))
    );
}
