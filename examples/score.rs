//! Scores how well messages are read: `cargo run --example score -- FILE.jsonl…`, in the format of
//! `tests/data/messages.jsonl`. Prints the F1 of the facts, the messages with a wrong fact, the intents, and what differs.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "whoever calls it mends the file")]

#[path = "../tests/it/scored.rs"]
mod scored;

use nordvis::corpus;
use nordvis::facts::Reader;
use nordvis::source;

fn main() {
    let corpus = corpus::load(&source::corpus(None).unwrap()).unwrap_or_else(|_| panic!("see `nordvis check`"));
    let reader = Reader::new(&corpus.lexicon, &corpus.vocabulary);
    for path in std::env::args().skip(1) {
        let messages = std::fs::read_to_string(&path).unwrap();
        println!("{}", scored::report(&path, &scored::score(&messages, &reader)));
    }
}
