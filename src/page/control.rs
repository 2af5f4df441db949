//! Which field of a form asks for a fact? One for each kind of fact, with what is known of it already.

use std::collections::BTreeMap;

use super::answer::{Answer, Value};
use crate::clinical::Language;
use crate::reply::{FactSheet, Speaker, TargetLine};
use crate::rules::FactKind;

/// A field that asks for a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Control {
    /// The fact's id.
    pub fact: String,
    /// What is asked.
    pub label: String,
    /// How it is answered.
    pub kind: ControlKind,
    /// What stands in it.
    pub value: String,
    /// What is wrong with what stands in it.
    pub fault: Option<String>,
}

/// How a fact is answered.
#[derive(Debug, Clone, PartialEq)]
pub enum ControlKind {
    /// Yes or no.
    YesNo,
    /// A number in a unit.
    Number {
        /// From what to what, with the unit.
        range: String,
    },
    /// One of several.
    Choice(Vec<TargetLine>),
}

/// What a form says of a fact that is not known.
pub const UNKNOWN: &str = "unknown";

/// What is known of facts, and what was wrong with them: by fact.
pub type Said = BTreeMap<String, (String, Option<String>)>;

/// The field for a fact: with its question where it is `asked`, else with its name.
pub fn control(speaker: &Speaker, sheet: &FactSheet, asked: bool, said: Option<&(String, Option<String>)>) -> Control {
    let (value, fault) = said.cloned().unwrap_or_default();
    let number = matches!(sheet.kind, FactKind::Number { .. });
    // A number that is not known is an empty field.
    let value = if number && value == UNKNOWN { String::new() } else { value };
    let range = |low, high| {
        let high = speaker.count(&format!("fact-{}.value", sheet.id), high);
        speaker.tell("value-range", &[("low", &speaker.number(low)), ("high", &high)])
    };
    Control {
        fact: sheet.id.clone(),
        label: if asked { sheet.question.clone() } else { sheet.label.clone() },
        kind: match &sheet.kind {
            FactKind::Boolean => ControlKind::YesNo,
            FactKind::Number { low, high, .. } => ControlKind::Number { range: range(*low, *high) },
            FactKind::Choice(_) => ControlKind::Choice(sheet.options.clone()),
        },
        value,
        fault,
    }
}

/// The facts that an answer knows with one value, as a form says them.
pub fn known(answer: &Answer, language: Language) -> Said {
    let stated = answer.facts.iter().filter(|fact| fact.certainty == "stated");
    stated
        .map(|fact| {
            let value = match &fact.value {
                Some(Value::Boolean(value)) => value.to_string(),
                Some(Value::Number(value)) if language == Language::English => value.to_string(),
                Some(Value::Number(value)) => value.to_string().replace('.', ","),
                Some(Value::Option(id)) => id.clone(),
                None if fact.not_known() => UNKNOWN.to_owned(),
                None => String::new(),
            };
            (fact.id.clone(), (value, None))
        })
        .collect()
}
