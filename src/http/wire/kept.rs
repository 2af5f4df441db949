//! What was asked, as it is kept beside the answer: enough to decide it again, nothing that names a patient.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::fact::Value;
use super::words::{Intent, Language, Region};
use crate::clinical::{self, Fact, FactValue, Facts};
use crate::corpus::Vocabulary;
use crate::reply::Reply;

/// A question as it was resolved, in the shape of the request.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Request<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    question: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    intent: Option<Intent>,
    facts: BTreeMap<&'a str, Option<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
    language: Language,
    as_of: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    identifiers_removed: bool,
}

/// The request to keep: `words` without identifiers, the facts as they were sent, the rest as the reply resolved it.
pub fn kept_request<'a>(
    words: &'a str,
    facts: &Facts,
    as_of: Date,
    vocabulary: &'a Vocabulary,
    reply: &Reply,
    identifiers_removed: bool,
) -> Request<'a> {
    Request {
        question: words,
        intent: reply.intent.map(Intent::from),
        facts: given_facts(facts, vocabulary),
        region: reply.region.map(Region::from),
        language: reply.language.into(),
        as_of: as_of.to_string(),
        identifiers_removed,
    }
}

/// Facts in the shape that a client sends them in.
pub fn given_facts<'a>(facts: &Facts, vocabulary: &'a Vocabulary) -> BTreeMap<&'a str, Option<Value>> {
    let given = facts.iter().map(|(id, fact)| {
        let value = match fact {
            Fact::Known(statement) => value(vocabulary, id, statement.value),
            // A client sends values and "not known"; the rest is read from words.
            Fact::NotKnown | Fact::Uncertain(_) | Fact::Conflicting(_) => None,
        };
        (vocabulary.terms().name(id), value)
    });
    given.collect()
}

fn value(vocabulary: &Vocabulary, id: clinical::FactId, value: FactValue) -> Option<Value> {
    match value {
        FactValue::Boolean(value) => Some(Value::Boolean(value)),
        FactValue::Number(interval) => interval.exact().map(Value::Number),
        FactValue::Choice(option) => Some(Value::Option(vocabulary.terms().option(id, option).to_owned())),
    }
}
