//! Words in sentences in which they are not the patient's present fact, at length, as `tests/data/frames.toml` has them.

use std::collections::BTreeMap;

use nordvis::clinical::{FactId, FactValue};
use serde::Deserialize;

use crate::scored::as_of;
use crate::service::reader;

/// The words that are said, and the sentences around them; every map is by language.
#[derive(Deserialize)]
struct Written {
    words: BTreeMap<String, Words>,
    frames: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    pairs: BTreeMap<String, Pairs>,
}

#[derive(Deserialize)]
struct Words {
    passing: Vec<String>,
    /// True still when they were so earlier.
    lasting: Vec<String>,
    planned: Vec<String>,
}

/// Sentences about two words, each with what it tells of both.
#[derive(Deserialize)]
struct Pairs {
    words: Vec<String>,
    sentences: Vec<(String, String)>,
}

impl Words {
    fn said(&self, kind: &str) -> impl Iterator<Item = &String> {
        let (some, others): (&[String], &[String]) = match kind {
            "planned" => (&self.planned, &[]),
            "earlier" => (&self.passing, &[]),
            _ => (&self.passing, &self.lasting),
        };
        some.iter().chain(others)
    }
}

/// Sentences of these kinds leave the fact open; the others may also tell that it is not so.
const OPEN: [&str; 4] = ["asked", "doubted", "relative's", "supposed"];

fn known(text: &str) -> BTreeMap<FactId, FactValue> {
    let facts = reader().read(text, as_of()).facts;
    facts.iter().filter_map(|(fact, _)| Some((fact, facts.value(fact)?))).collect()
}

fn written() -> Written {
    toml::from_str(include_str!("../data/frames.toml")).unwrap()
}

#[test]
fn no_frame_makes_its_words_the_patients_fact() {
    let written = written();
    let (mut tried, mut wrong) = (0, Vec::new());
    for (kind, frames) in &written.frames {
        for (language, sentences) in frames {
            for word in written.words[language].said(kind) {
                let plainly = known(&format!("{word}."));
                assert!(!plainly.is_empty(), "{word} says nothing by itself");
                for sentence in sentences {
                    let text = sentence.replace("{}", word);
                    let read = known(&text);
                    let stated = |(fact, value): (&FactId, &FactValue)| {
                        read.get(fact).is_some_and(|read| read == value || OPEN.contains(&kind.as_str()))
                    };
                    tried += 1;
                    if plainly.iter().any(stated) {
                        wrong.push(format!("{kind}: {text}"));
                    }
                }
            }
        }
    }
    assert!(tried > 6_000, "only {tried} were tried");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}

/// What is told of a word: that it is so, that it is not, or nothing.
fn told(word: &str, read: &BTreeMap<FactId, FactValue>) -> char {
    let plainly = known(&format!("{word}."));
    let (fact, value) = plainly.first_key_value().unwrap();
    match read.get(fact) {
        Some(read) if read == value => '1',
        Some(_) => '0',
        None => '?',
    }
}

#[test]
fn two_words_in_a_sentence_are_each_told_of_as_it_says() {
    let mut wrong = Vec::new();
    for pairs in written().pairs.values() {
        for (expected, sentence) in &pairs.sentences {
            for (one, other) in pairs.words.iter().zip(pairs.words.iter().cycle().skip(1)) {
                let text = sentence.replace("{a}", one).replace("{b}", other);
                let read = known(&text);
                let told: String = [one, other].into_iter().map(|word| told(word, &read)).collect();
                if told != *expected {
                    wrong.push(format!("{text}: {told}, not {expected}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}
