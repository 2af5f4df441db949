//! How well does search find what was judged relevant? The editions, the judged queries, and the measures.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at a fault")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use nordvis::corpus::Corpus;
use nordvis::search::{Index, Query};
use serde_json::Value;

/// Hits that are asked for: several of our sections may stand for one passage, and ten passages are judged.
const HITS: usize = 40;
const JUDGED: usize = 10;

/// A query and the grades of the passages that answer it.
pub struct Judged {
    pub text: String,
    pub kind: String,
    pub grades: BTreeMap<String, u32>,
}

/// What a set of queries scores on average.
#[derive(Debug, Clone, Copy, Default)]
pub struct Quality {
    pub queries: usize,
    pub ndcg: f64,
    pub mrr: f64,
    pub recall_at_5: f64,
}

/// The editions and concepts of the corpus, without facts, rules and cases: they are not searched.
pub fn editions() -> Corpus {
    let files = nordvis::source::corpus(None).unwrap();
    nordvis::corpus::load(&files).unwrap_or_else(|faults| panic!("{}", nordvis::corpus::render(&faults, &files, false)))
}

/// The judged queries of a file of `tests/data`.
pub fn queries(file: &str) -> Vec<Judged> {
    let text = read(&root().join("tests/data").join(file));
    let judged = text.lines().map(|line| {
        let line: Value = serde_json::from_str(line).unwrap();
        let grades = line["relevant"].as_object().unwrap();
        Judged {
            text: line["query"].as_str().unwrap().to_owned(),
            kind: line["kind"].as_str().unwrap().to_owned(),
            grades: grades.iter().map(|(passage, grade)| (passage.clone(), grade.as_u64().unwrap() as u32)).collect(),
        }
    });
    judged.collect()
}

/// Which judged passage each of our sections stands for.
pub fn passages() -> BTreeMap<String, String> {
    serde_json::from_str(&read(&root().join("tests/data/query-sections.json"))).unwrap()
}

/// The passages that a query finds, each at its best rank. A section that stands for none is one of its own.
pub fn found(index: &Index, passages: &BTreeMap<String, String>, query: &str) -> Vec<String> {
    let found = index.search(&Query { limit: HITS, ..Query::new(query) }).unwrap();
    let mut seen = BTreeSet::new();
    let sections = found.hits.iter().map(|hit| format!("{}#{}", hit.guideline, hit.section));
    let ranked = sections.map(|section| passages.get(&section).cloned().unwrap_or(section));
    ranked.filter(|passage| seen.insert(passage.clone())).take(JUDGED).collect()
}

/// Normalised discounted cumulative gain over ten passages, with the gain of a grade being 2^grade − 1.
pub fn ndcg(found: &[String], grades: &BTreeMap<String, u32>) -> f64 {
    let mut ideal: Vec<u32> = grades.values().copied().collect();
    ideal.sort_unstable_by(|one, other| other.cmp(one));
    let ideal = gain(ideal.into_iter().take(JUDGED));
    if ideal == 0.0 { 0.0 } else { gain(found.iter().map(|passage| grades.get(passage).copied().unwrap_or(0))) / ideal }
}

fn gain(grades: impl Iterator<Item = u32>) -> f64 {
    grades.zip(2_u32..).map(|(grade, rank)| (2_f64.powi(grade as i32) - 1.0) / f64::from(rank).log2()).sum()
}

/// The averages over all queries (`all`) and over each kind.
pub fn measure(index: &Index, judged: &[Judged]) -> BTreeMap<String, Quality> {
    let passages = passages();
    let mut sums: BTreeMap<String, Quality> = BTreeMap::new();
    for query in judged {
        let found = found(index, &passages, &query.text);
        let first = found.iter().position(|passage| query.grades.contains_key(passage));
        let within = found.iter().take(5).filter(|passage| query.grades.contains_key(*passage)).count();
        for name in ["all", query.kind.as_str()] {
            let sum = sums.entry(name.to_owned()).or_default();
            sum.queries += 1;
            sum.ndcg += ndcg(&found, &query.grades);
            sum.mrr += first.map_or(0.0, |place| 1.0 / (place + 1) as f64);
            sum.recall_at_5 += within as f64 / query.grades.len() as f64;
        }
    }
    for sum in sums.values_mut() {
        let queries = sum.queries as f64;
        sum.ndcg /= queries;
        sum.mrr /= queries;
        sum.recall_at_5 /= queries;
    }
    sums
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
