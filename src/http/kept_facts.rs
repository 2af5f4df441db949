//! Which facts did an answer that was kept stand on? Its JSON → facts, without the doubts and the conflicts.

use serde_json::Value;

use crate::clinical::{Bound, Fact, FactValue, Facts, Interval, Origin, Statement};
use crate::corpus::{FactDefinition, Given, Vocabulary};

/// The facts of a kept answer that its rules could use. One that the vocabulary has no more counts as not said.
#[must_use]
pub fn facts(answer: &Value, vocabulary: &Vocabulary) -> Facts {
    let mut facts = Facts::default();
    let lines = answer.get("facts").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    for line in lines.iter().filter(|line| line.get("certainty").is_some_and(|certainty| certainty == "stated")) {
        let definition = line.get("id").and_then(Value::as_str).and_then(|name| vocabulary.find(name));
        if let Some(definition) = definition
            && let Some(value) = value(definition, line)
        {
            facts.insert(definition.id, Fact::Known(Statement { value, origin: Origin::Given }));
        }
    }
    facts
}

fn value(definition: &FactDefinition, line: &Value) -> Option<FactValue> {
    match line.get("value")? {
        Value::Bool(value) => definition.boolean(*value),
        Value::String(option) => definition.option(option),
        Value::Number(number) => definition.accept(Given::Number(number.as_f64()?)).ok(),
        _ => range(line.get("range")?),
    }
}

fn range(range: &Value) -> Option<FactValue> {
    let end = |key: &str, included: &str| match range.get(key).and_then(Value::as_f64) {
        Some(end) if range.get(included).is_some_and(|included| included == true) => Bound::Including(end),
        Some(end) => Bound::Excluding(end),
        None => Bound::Open,
    };
    Interval::between(end("low", "lowIncluded"), end("high", "highIncluded")).map(FactValue::Number)
}
