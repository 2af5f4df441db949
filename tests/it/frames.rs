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
}

#[derive(Deserialize)]
struct Words {
    passing: Vec<String>,
    /// True still when they were so earlier.
    lasting: Vec<String>,
    planned: Vec<String>,
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

#[test]
fn no_frame_makes_its_words_the_patients_fact() {
    let written: Written = toml::from_str(include_str!("../data/frames.toml")).unwrap();
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
