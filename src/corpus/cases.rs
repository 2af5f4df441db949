//! `cases.toml`: facts in, rule ids out. The cases that keep a guideline's rules, compared exactly.

use std::ops::Range;

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use super::toml_file::TomlFile;
use super::{FactDefinition, Fault, Given, Vocabulary};
use crate::clinical::{Fact, FactValue, Facts, Intent};
use crate::rules::{FactKind, closest};

/// One case: what is known, what is asked, and everything that must follow.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// What varies and what follows.
    pub name: String,
    /// The day.
    pub as_of: Date,
    /// What is asked.
    pub intent: Intent,
    /// What is known.
    pub facts: Facts,
    /// Rules that apply for certain.
    pub recommended: Vec<String>,
    /// Rules that apply while an exception is unknown.
    pub provisional: Vec<String>,
    /// Rules that hang on facts not yet known.
    pub conditional: Vec<String>,
    /// Rules that do not apply.
    pub rejected: Vec<String>,
    /// Facts that are asked for, in order.
    pub asks: Vec<String>,
    /// Recommendations that rest on an assumption.
    pub assumes: Vec<String>,
    /// Warnings, by id.
    pub warnings: Vec<String>,
    /// Where its name stands in `cases.toml`, in bytes.
    pub place: Range<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    #[serde(default)]
    case: Vec<CaseShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseShape {
    name: Spanned<String>,
    as_of: Spanned<toml::value::Datetime>,
    intent: Spanned<String>,
    #[serde(default)]
    facts: toml::map::Map<String, toml::Value>,
    #[serde(default)]
    recommended: Vec<String>,
    #[serde(default)]
    provisional: Vec<String>,
    #[serde(default)]
    conditional: Vec<String>,
    #[serde(default)]
    rejected: Vec<String>,
    #[serde(default)]
    asks: Vec<String>,
    #[serde(default)]
    assumes: Vec<String>,
    #[serde(default)]
    warnings: Vec<String>,
}

/// Reads `cases.toml`.
pub fn read(file: &TomlFile<'_>, vocabulary: &Vocabulary, faults: &mut Vec<Fault>) -> Vec<Case> {
    let Some(shape) = file.read::<Shape>(faults) else { return Vec::new() };
    shape.case.into_iter().filter_map(|case| read_case(file, case, vocabulary, faults)).collect()
}

fn read_case(file: &TomlFile<'_>, case: CaseShape, vocabulary: &Vocabulary, faults: &mut Vec<Fault>) -> Option<Case> {
    let as_of = file.date(&case.as_of, faults);
    let intent = Intent::from_id(case.intent.get_ref());
    if intent.is_none() {
        let ids = Intent::ALL.map(Intent::id).join(", ");
        faults.push(file.fault(
            &case.intent,
            format!("`{}` is not an intent", case.intent.get_ref()),
            format!("one of {ids}"),
        ));
    }
    let mut facts = Facts::default();
    for (name, value) in &case.facts {
        match fact(vocabulary, name, value) {
            Ok((definition, Some(value))) => facts.give(definition.id, value),
            Ok((definition, None)) => facts.insert(definition.id, Fact::NotKnown),
            Err((message, help)) => faults.push(file.fault(&case.name, message, help)),
        }
    }
    for name in case.asks.iter().filter(|name| vocabulary.find(name).is_none()) {
        let message = format!("fact `{name}` in asks is not in facts.toml");
        faults.push(file.fault(&case.name, message, "write the id of a fact"));
    }
    Some(Case {
        name: case.name.get_ref().clone(),
        as_of: as_of?,
        intent: intent?,
        facts,
        recommended: case.recommended,
        provisional: case.provisional,
        conditional: case.conditional,
        rejected: case.rejected,
        asks: case.asks,
        assumes: case.assumes,
        warnings: case.warnings,
        place: case.name.span(),
    })
}

type Refusal = (String, String);

/// A fact of a case; the text "not known" says that the clinician does not know it.
fn fact<'v>(
    vocabulary: &'v Vocabulary,
    name: &str,
    value: &toml::Value,
) -> Result<(&'v FactDefinition, Option<FactValue>), Refusal> {
    let Some(definition) = vocabulary.find(name) else {
        let near = closest(name, vocabulary.iter().map(|fact| fact.name.as_str()));
        let help = near.map_or_else(|| "use a name of facts.toml".to_owned(), |near| format!("did you mean `{near}`?"));
        return Err((format!("fact `{name}` is not in facts.toml"), help));
    };
    let given = match value {
        toml::Value::String(text) if text == "not known" => return Ok((definition, None)),
        toml::Value::Boolean(value) => Some(Given::Boolean(*value)),
        toml::Value::Float(number) => Some(Given::Number(*number)),
        toml::Value::Integer(number) => i32::try_from(*number).ok().map(|number| Given::Number(f64::from(number))),
        toml::Value::String(option) => Some(Given::Text(option)),
        toml::Value::Datetime(_) | toml::Value::Array(_) | toml::Value::Table(_) => None,
    };
    let found = given.and_then(|given| definition.accept(given).ok());
    found.map(|value| (definition, Some(value))).ok_or_else(|| {
        let help = match &definition.kind {
            FactKind::Boolean => "write true, false or \"not known\"".to_owned(),
            FactKind::Number { low, high, unit, .. } => format!("write a number from {low} to {high} ({unit})"),
            FactKind::Choice(options) => format!("write one of {}", options.join(", ")),
        };
        (format!("`{value}` is no value of `{name}`"), help)
    })
}
