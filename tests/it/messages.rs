//! What is read out of clinicians' messages, against what a clinician would say that they tell.

use nordvis::clinical::FactId;
use nordvis::facts::{State, shield};
use serde_json::Value;

use crate::scored::{as_of, labelled_facts, read_facts, report, score};
use crate::service::reader;

const BLIND: &str = include_str!("../data/messages-blind.jsonl");
const BLIND_LATER: &str = include_str!("../data/messages-blind-later.jsonl");
const FRESH: &str = include_str!("../data/messages-fresh.jsonl");
const FRESHER: &str = include_str!("../data/messages-fresher.jsonl");
const MENDED: &str = include_str!("../data/messages-mended.jsonl");
const MESSAGES: &str = include_str!("../data/messages.jsonl");
const UNMENDED: &str = include_str!("../data/messages-unmended.jsonl");
const STRANGERS: &str = include_str!("../data/messages-of-strangers.jsonl");

#[test]
fn messages_are_read_as_a_clinician_would() {
    let score = score(MESSAGES, reader());
    let report = report("messages", &score);
    assert!(score.f1() >= 0.97, "{report}");
    assert!(score.intents * 100 >= score.messages * 95, "{report}");
    assert_eq!(score.regions_wrong, 0, "{report}");
}

/// Every fact that a case names is read; those that it does not name are free.
#[test]
fn cases_in_words_give_their_facts() {
    let vocabulary = reader().vocabulary();
    let mut missed = Vec::new();
    let cases = include_str!("../data/vignettes-in-words.jsonl").lines();
    let count = cases.clone().count();
    for line in cases {
        let case: Value = serde_json::from_str(line).unwrap();
        let asked: Vec<FactId> = case["asked"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|name| vocabulary.find(name.as_str().unwrap()).unwrap().id)
            .collect();
        let turns = case["turns"].as_array().unwrap().iter().map(|turn| turn.as_str().unwrap());
        let state =
            turns.fold(State::default(), |state, turn| state.next(reader(), &shield(turn).text, as_of(), &asked));
        let read = read_facts(&state.facts, vocabulary);
        let labelled = labelled_facts(&case);
        let left: Vec<_> = labelled.difference(&read).collect();
        if !left.is_empty() {
            missed.push(format!("{} {}\n    missed {left:?}\n    read {read:?}", case["id"], case["turns"]));
        }
    }
    assert!(missed.len() * 100 <= count * 3, "{} of {count}:\n{}", missed.len(), missed.join("\n"));
}

/// Messages written without sight of the lexicon.
#[test]
fn fresh_messages_are_read() {
    let score = score(FRESH, reader());
    let report = report("fresh messages", &score);
    assert!(score.f1() >= 0.93, "{report}");
    // Two of 106 at present, both a fall that is read as a low-energy trauma; the aim is one in a hundred.
    assert!(score.wrong_messages * 100 <= score.messages * 2, "{report}");
    assert!(score.intents * 100 >= score.messages * 90, "{report}");
}

#[test]
fn fresher_messages_are_read() {
    let score = score(FRESHER, reader());
    let report = report("fresher messages", &score);
    assert!(score.f1() >= 0.93, "{report}");
    assert!(score.wrong_messages * 100 <= score.messages, "{report}");
}

/// Sets that were scored before anyone had seen them, and are seen since.
#[test]
fn messages_that_were_blind_are_read() {
    for (name, file) in [("messages that were blind", BLIND), ("messages blind later", BLIND_LATER)] {
        let score = score(file, reader());
        let report = report(name, &score);
        assert!(score.f1() >= 0.96, "{report}");
        assert_eq!(score.wrong_messages, 0, "{report}");
        assert!(score.intents * 100 >= score.messages * 97, "{report}");
    }
}

/// The last set that was blind: what it shows was mended in one case of five, so that it tells how others would be read.
#[test]
fn messages_that_were_not_mended_by_are_read() {
    let score = score(UNMENDED, reader());
    let report = report("messages not mended by", &score);
    assert!(score.f1() >= 0.98, "{report}");
    assert!(score.wrong_messages * 100 <= score.messages * 2, "{report}");
    assert!(score.intents * 100 >= score.messages * 95, "{report}");
}

/// What strangers wrote, or we thought of, and was read amiss once: read right ever since.
#[test]
fn what_was_read_amiss_once_is_read_exactly() {
    for (name, file) in [("messages of strangers", STRANGERS), ("messages mended", MENDED)] {
        let score = score(file, reader());
        assert_eq!(score.log, "", "{}", report(name, &score));
        assert!(score.messages > 30);
    }
}
