//! What does a search cost? Microseconds on the corpus and, with `-- synthetic [sections]`, on a large one.
//!
//! `cargo bench --bench search_speed`; `cargo bench --bench search_speed -- synthetic 100000`. The large corpus repeats
//! the editions with every third word swapped for one of another section: few distinct words and dense postings, the worst
//! case for an index.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a benchmark may stop at a fault")]
#![allow(dead_code, missing_docs, reason = "shares its measures with the tests")]

#[path = "../tests/it/judged.rs"]
mod judged;

use std::hint::black_box;
use std::time::Instant;

use nordvis::search::{Index, Passage, Query, passages};

const ROUNDS: usize = 20;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let corpus = judged::editions();
    let queries: Vec<String> = ["queries.jsonl", "queries-fresh.jsonl"]
        .into_iter()
        .flat_map(judged::queries)
        .map(|query| query.text)
        .collect();
    match arguments.iter().position(|argument| argument == "synthetic") {
        None => report(passages(&corpus).collect(), &corpus.concepts, &queries, ROUNDS),
        Some(place) => {
            let sections = arguments.get(place + 1).and_then(|number| number.parse().ok()).unwrap_or(100_000);
            let editions: Vec<Passage> = passages(&corpus).collect();
            report(synthetic(&editions, sections), &corpus.concepts, &queries, 1);
        }
    }
}

fn report(passages: Vec<Passage>, concepts: &nordvis::corpus::Concepts, queries: &[String], rounds: usize) {
    let start = Instant::now();
    let index = Index::of(passages, concepts).unwrap();
    let built = start.elapsed();
    for query in queries {
        black_box(index.search(&Query::new(query)).unwrap());
    }
    let mut times: Vec<f64> = Vec::with_capacity(queries.len() * rounds);
    for _ in 0..rounds {
        for query in queries {
            let start = Instant::now();
            black_box(index.search(black_box(&Query::new(query))).unwrap());
            times.push(start.elapsed().as_secs_f64() * 1e6);
        }
    }
    times.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    let mean = times.iter().sum::<f64>() / times.len() as f64;
    println!("sections            {}", index.len());
    println!("built in            {:.2} s", built.as_secs_f64());
    println!("postings            {:.1} MB", index.bytes() as f64 / 1e6);
    println!("a search, mean      {mean:.0} µs");
    println!("a search, p50       {:.0} µs", at(0.50));
    println!("a search, p99       {:.0} µs", at(0.99));
    println!("4,000 characters    {:.0} µs", longest(&index));
}

/// The dearest of some texts of the greatest length: unknown words, long words, every word of the first section.
fn longest(index: &Index) -> f64 {
    let unknown: String = (0..4_000)
        .map(|place| if place % 11 == 10 { ' ' } else { (b'a' + (place * place % 23) as u8) as char })
        .collect();
    let known: String = judged::editions()
        .guidelines
        .iter()
        .flat_map(|guideline| &guideline.sections)
        .map(|section| section.text.as_str())
        .collect();
    let texts = [unknown, known, "ab".repeat(2_000), "frakturkoordinator".repeat(220), "(".repeat(4_000)];
    let times = texts.iter().map(|text| {
        let start = Instant::now();
        black_box(index.search(black_box(&Query::new(text))).unwrap());
        start.elapsed().as_secs_f64() * 1e6
    });
    times.fold(0.0, f64::max)
}

/// The editions again and again, every third word swapped for a word of another section. The same on every run.
fn synthetic(editions: &[Passage], sections: usize) -> Vec<Passage> {
    let words: Vec<&str> = editions.iter().flat_map(|passage| passage.text.split(' ')).collect();
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        // xorshift64: any even spread will do.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    let section = |number: usize| {
        let passage = &editions[number % editions.len()];
        let swapped =
            passage.text.split(' ').map(|word| if random(10) < 3 { words[random(words.len())] } else { word });
        let text = swapped.collect::<Vec<_>>().join(" ");
        Passage { section: format!("{}-{number}", passage.section), text, ..passage.clone() }
    };
    (0..sections).map(section).collect()
}
