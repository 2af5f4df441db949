//! What is read out of clinicians' messages, against what a clinician would say that they tell.

use std::collections::BTreeSet;

use jiff::civil::Date;
use nordvis::clinical::{FactId, FactValue, Facts};
use nordvis::corpus::Vocabulary;
use nordvis::facts::{Reader, State, shield};
use serde_json::Value;

use crate::service::reader;

const FRESH: &str = include_str!("../data/messages-fresh.jsonl");
const FRESHER: &str = include_str!("../data/messages-fresher.jsonl");
const MESSAGES: &str = include_str!("../data/messages.jsonl");

fn as_of() -> Date {
    "2026-11-21".parse().unwrap()
}

/// One labelled message.
struct Message {
    id: String,
    turns: Vec<String>,
    expect: Value,
}

fn messages(file: &str) -> Vec<Message> {
    let read = |line: &str| {
        let message: Value = serde_json::from_str(line).unwrap();
        let turns = message["turns"].as_array().unwrap().iter().map(|turn| turn.as_str().unwrap().to_owned());
        Message {
            id: message["id"].as_str().unwrap().to_owned(),
            turns: turns.collect(),
            expect: message["expect"].clone(),
        }
    };
    file.lines().map(read).collect()
}

fn state_after(reader: &Reader, turns: &[String]) -> State {
    turns.iter().fold(State::default(), |state, turn| state.next(reader, &shield(turn).text, as_of(), &[]))
}

/// A value as the labels write it; a bound or range is no value there.
fn shown(value: FactValue, vocabulary: &Vocabulary, fact: FactId) -> Option<Value> {
    match value {
        FactValue::Boolean(value) => Some(Value::from(value)),
        FactValue::Number(interval) => interval.exact().map(Value::from),
        FactValue::Choice(_) => {
            let definition = vocabulary.get(fact)?;
            vocabulary_options(definition)
                .into_iter()
                .find(|option| definition.option(option) == Some(value))
                .map(Value::from)
        }
    }
}

fn vocabulary_options(definition: &nordvis::corpus::FactDefinition) -> Vec<String> {
    match &definition.kind {
        nordvis::rules::FactKind::Choice(options) => options.clone(),
        _ => Vec::new(),
    }
}

fn read_facts(facts: &Facts, vocabulary: &Vocabulary) -> BTreeSet<(String, String)> {
    facts
        .iter()
        .filter_map(|(id, _)| {
            let value = shown(facts.value(id)?, vocabulary, id)?;
            let value = value.as_f64().map_or(value.to_string(), |number| number.to_string());
            Some((vocabulary.get(id)?.name.clone(), value))
        })
        .collect()
}

fn labelled_facts(expect: &Value) -> BTreeSet<(String, String)> {
    let facts = expect["facts"].as_object().unwrap().iter();
    facts
        .map(|(name, value)| (name.clone(), value.as_f64().map_or(value.to_string(), |number| number.to_string())))
        .collect()
}

/// How well messages were read.
#[derive(Default)]
struct Score {
    right: usize,
    missed: usize,
    added: usize,
    intents: usize,
    wrong_intents: usize,
    messages: usize,
    wrong_messages: usize,
    regions_wrong: usize,
    log: String,
}

impl Score {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.missed + self.added) as f64
    }
}

/// Scores over the facts that the labels of a file speak of.
fn score(file: &str, reader: &Reader) -> Score {
    let messages = messages(file);
    let names: BTreeSet<String> = messages
        .iter()
        .flat_map(|message| {
            let facts = labelled_facts(&message.expect).into_iter().map(|(name, _)| name);
            facts.chain(not_asserted(&message.expect)).collect::<Vec<_>>()
        })
        .collect();
    let mut score = Score::default();
    for message in &messages {
        let state = state_after(reader, &message.turns);
        let mut read = read_facts(&state.facts, reader.vocabulary());
        read.retain(|(name, _)| names.contains(name));
        let labelled = labelled_facts(&message.expect);
        let added: Vec<_> = read.difference(&labelled).collect();
        let missed: Vec<_> = labelled.difference(&read).collect();
        score.messages += 1;
        score.right += read.intersection(&labelled).count();
        score.added += added.len();
        score.missed += missed.len();
        score.wrong_messages += usize::from(!added.is_empty());
        let asked = state.intent.map_or(Value::Null, |intent| Value::from(intent.id()));
        let also = message.expect["intentAlso"].as_array().cloned().unwrap_or_default();
        let right = asked == message.expect["intent"] || also.contains(&asked);
        score.intents += usize::from(right);
        score.wrong_intents += usize::from(!right && !asked.is_null());
        let region_right = message
            .expect
            .get("region")
            .is_none_or(|region| state.region.map(|region| region.code()) == region.as_str());
        score.regions_wrong += usize::from(!region_right);
        if !added.is_empty() || !missed.is_empty() || !right || !region_right {
            score.log += &format!(
                "{} {:?}\n    added {added:?} missed {missed:?} intent {asked} (wanted {}) region {:?}\n",
                message.id,
                message.turns,
                message.expect["intent"],
                state.region.map(|region| region.code())
            );
        }
    }
    score
}

fn not_asserted(expect: &Value) -> Vec<String> {
    let names = expect["notAsserted"].as_array().cloned().unwrap_or_default();
    names.iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

fn report(name: &str, score: &Score) -> String {
    format!(
        "{name}: {} messages, F1 {:.3} (right {}, missed {}, added {}), with a wrong fact {}, intent {:.3} ({} wrong), regions wrong {}\n{}",
        score.messages,
        score.f1(),
        score.right,
        score.missed,
        score.added,
        score.wrong_messages,
        score.intents as f64 / score.messages as f64,
        score.wrong_intents,
        score.regions_wrong,
        score.log
    )
}

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
