//! How well messages are read: F1 of the facts, wrong facts, intents and regions, against what a clinician would say.

use std::collections::BTreeSet;

use jiff::civil::Date;
use nordvis::clinical::{FactId, FactValue, Facts};
use nordvis::corpus::Vocabulary;
use nordvis::facts::{Reader, State, shield};
use serde_json::Value;

pub fn as_of() -> Date {
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

pub fn read_facts(facts: &Facts, vocabulary: &Vocabulary) -> BTreeSet<(String, String)> {
    facts
        .iter()
        .filter_map(|(id, _)| {
            let value = shown(facts.value(id)?, vocabulary, id)?;
            let value = value.as_f64().map_or(value.to_string(), |number| number.to_string());
            Some((vocabulary.get(id)?.name.clone(), value))
        })
        .collect()
}

pub fn labelled_facts(expect: &Value) -> BTreeSet<(String, String)> {
    facts_under(expect, "facts")
}

/// Facts that the words bear out, and that nobody has to read.
fn also_true(expect: &Value) -> BTreeSet<(String, String)> {
    facts_under(expect, "alsoTrue")
}

fn facts_under(expect: &Value, key: &str) -> BTreeSet<(String, String)> {
    let facts = expect[key].as_object().into_iter().flatten();
    facts
        .map(|(name, value)| (name.clone(), value.as_f64().map_or(value.to_string(), |number| number.to_string())))
        .collect()
}

/// How well messages were read.
#[derive(Default)]
pub struct Score {
    /// Facts that were read as labelled.
    pub right: usize,
    /// Facts that are labelled and were not read.
    pub missed: usize,
    /// Facts that were read and are not labelled so.
    pub added: usize,
    /// Messages whose intent was read as labelled.
    pub intents: usize,
    /// Messages whose intent was read as another.
    pub wrong_intents: usize,
    /// All messages.
    pub messages: usize,
    /// Messages with a fact that is not labelled so.
    pub wrong_messages: usize,
    /// Messages whose region was not read as labelled.
    pub regions_wrong: usize,
    /// Every message that was read otherwise than labelled.
    pub log: String,
}

impl Score {
    pub fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.missed + self.added) as f64
    }
}

/// Scores over the facts that the labels of a file speak of.
pub fn score(file: &str, reader: &Reader) -> Score {
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
        let also = also_true(&message.expect);
        read.retain(|fact| labelled.contains(fact) || !also.contains(fact));
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

pub fn report(name: &str, score: &Score) -> String {
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
