//! What is wrong with one field, and what to write instead. Never what was written: it may name a patient.

use super::wire;
use crate::clinical::{Intent, Language};
use crate::corpus::{FactDefinition, FactKind};
use crate::reply::Speaker;

/// With at most this many options a fault lists them; the vocabulary lists them all.
const OPTIONS_LISTED_MAX: usize = 12;

/// A field or parameter at fault.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldFault {
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    pub fault: Fault,
}

/// Where a fault is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In the body, by JSON Pointer; empty for the whole body.
    Body(String),
    /// In the query, by name; nothing for a parameter whose name is not ours to repeat.
    Query(Option<String>),
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// The body is no object.
    NotAnObject,
    /// No such field.
    UnknownField {
        /// The fields there are.
        fields: &'static [&'static str],
    },
    /// No such query parameter.
    UnknownParameter {
        /// The parameters there are.
        parameters: Vec<String>,
    },
    /// The field or parameter stands twice.
    Twice,
    /// It must be there.
    Missing,
    /// It must be text.
    NotText,
    /// It must be true or false.
    NotTrueOrFalse,
    /// Nothing is asked.
    NothingAsked,
    /// There must be text or facts, and not both.
    TextOrFacts,
    /// There are no words in it.
    Empty,
    /// Nothing is looked for.
    NothingSought,
    /// There are more characters in it than this.
    TooLong(usize),
    /// It must be a whole number from the first to the second.
    NotANumberBetween(u64, u64),
    /// It is no intent.
    UnknownIntent,
    /// It is no region.
    UnknownRegion,
    /// It is no language of ours.
    UnknownLanguage,
    /// It is no clinical code, or no name of a code system.
    NotACode,
    /// It is no day.
    NotADay,
    /// The facts are no object.
    FactsNotAnObject,
    /// The vocabulary has no such fact; perhaps this one was meant.
    UnknownFact(Option<String>),
    /// What this message says, which has no variables.
    Said(&'static str),
    /// The fact cannot have this value; its definition says what it can have.
    Value(Box<FactDefinition>),
}

/// Messages that faults are said with, and the variables that they are given.
pub const MESSAGES: &[(&str, &[&str])] = &[
    ("fault-not-an-object", &[]),
    ("fault-unknown-field", &["fields"]),
    ("fault-unknown-parameter", &["parameters"]),
    ("fault-no-parameters", &[]),
    ("fault-twice", &[]),
    ("fault-missing", &[]),
    ("fault-not-text", &[]),
    ("fault-not-true-or-false", &[]),
    ("fault-nothing-asked", &[]),
    ("fault-text-or-facts", &[]),
    ("fault-empty", &[]),
    ("fault-nothing-sought", &[]),
    ("fault-too-long", &["number"]),
    ("fault-not-a-number-between", &["low", "high"]),
    ("fault-unknown-intent", &["intents"]),
    ("fault-unknown-region", &[]),
    ("fault-unknown-language", &["languages"]),
    ("fault-not-a-code", &[]),
    ("fault-not-a-day", &[]),
    ("fault-facts-not-an-object", &[]),
    ("fault-unknown-fact", &[]),
    ("fault-unknown-fact-near", &["near"]),
    ("fault-unknown-format", &[]),
    ("fault-not-a-uuid", &[]),
    ("fault-other-hook", &[]),
    ("fault-not-a-bare-id", &[]),
    ("fault-not-a-resource", &[]),
    ("fault-not-a-bundle", &[]),
    ("fault-not-a-list", &[]),
    ("fault-not-an-outcome", &[]),
    ("fault-no-such-card", &[]),
    ("fault-fact-boolean", &["fact"]),
    ("fault-fact-number", &["fact", "low", "high"]),
    ("fault-fact-integer", &["fact", "low", "high"]),
    ("fault-fact-choice", &["fact", "options"]),
    ("fault-fact-choice-many", &["fact"]),
];

impl FieldFault {
    /// In words.
    #[must_use]
    pub fn say(&self, speaker: &Speaker) -> wire::FieldFault {
        let (pointer, parameter) = match &self.place {
            Place::Body(pointer) => (Some(format!("#{pointer}")), None),
            Place::Query(name) => (None, name.clone()),
        };
        wire::FieldFault { pointer, parameter, detail: self.fault.say(speaker) }
    }
}

impl Fault {
    fn say(&self, speaker: &Speaker) -> String {
        let plain = |id: &str| speaker.say(id).to_owned();
        match self {
            Self::NotAnObject => plain("fault-not-an-object"),
            Self::UnknownField { fields } => speaker.tell("fault-unknown-field", &[("fields", &fields.join(", "))]),
            Self::UnknownParameter { parameters } if parameters.is_empty() => plain("fault-no-parameters"),
            Self::UnknownParameter { parameters } => {
                speaker.tell("fault-unknown-parameter", &[("parameters", &parameters.join(", "))])
            }
            Self::Twice => plain("fault-twice"),
            Self::Missing => plain("fault-missing"),
            Self::NotText => plain("fault-not-text"),
            Self::NotTrueOrFalse => plain("fault-not-true-or-false"),
            Self::NothingAsked => plain("fault-nothing-asked"),
            Self::TextOrFacts => plain("fault-text-or-facts"),
            Self::Empty => plain("fault-empty"),
            Self::NothingSought => plain("fault-nothing-sought"),
            #[expect(clippy::cast_precision_loss, reason = "limits are small numbers")]
            Self::TooLong(most) => speaker.count("fault-too-long", *most as f64),
            Self::NotANumberBetween(low, high) => {
                let (low, high) = (low.to_string(), high.to_string());
                speaker.tell("fault-not-a-number-between", &[("low", &low), ("high", &high)])
            }
            Self::UnknownIntent => {
                speaker.tell("fault-unknown-intent", &[("intents", &Intent::ALL.map(Intent::id).join(", "))])
            }
            Self::UnknownRegion => plain("fault-unknown-region"),
            Self::UnknownLanguage => {
                let languages = Language::ALL.map(Language::code).join(", ");
                speaker.tell("fault-unknown-language", &[("languages", &languages)])
            }
            Self::NotACode => plain("fault-not-a-code"),
            Self::Said(message) => plain(message),
            Self::NotADay => plain("fault-not-a-day"),
            Self::FactsNotAnObject => plain("fault-facts-not-an-object"),
            Self::UnknownFact(None) => plain("fault-unknown-fact"),
            Self::UnknownFact(Some(near)) => speaker.tell("fault-unknown-fact-near", &[("near", near)]),
            Self::Value(definition) => value(speaker, definition),
        }
    }
}

/// What the fact can be: the same sentence whether the type was wrong or the value.
fn value(speaker: &Speaker, definition: &FactDefinition) -> String {
    let label = speaker.say(&format!("fact-{}", definition.name));
    match &definition.kind {
        FactKind::Boolean => speaker.tell("fault-fact-boolean", &[("fact", label)]),
        FactKind::Number { low, high, integer, .. } => {
            let id = if *integer { "fault-fact-integer" } else { "fault-fact-number" };
            let high = speaker.count(&format!("fact-{}.value", definition.name), *high);
            speaker.tell(id, &[("fact", label), ("low", &speaker.number(*low)), ("high", &high)])
        }
        FactKind::Choice(options) if options.len() > OPTIONS_LISTED_MAX => {
            speaker.tell("fault-fact-choice-many", &[("fact", label)])
        }
        FactKind::Choice(options) => {
            speaker.tell("fault-fact-choice", &[("fact", label), ("options", &options.join(", "))])
        }
    }
}
