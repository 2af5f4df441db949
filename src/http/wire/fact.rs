//! A fact of the case: its value as JSON has it, a range where the clinician gave one, and where it was said.

use poem_openapi::Object;
use poem_openapi::registry::{MetaSchema, MetaSchemaRef};
use serde::{Serialize, Serializer};

use super::schema::written_only;
use super::words::{Certainty, Source};
use crate::clinical::{self, Bound, FactValue, Interval, Origin};
use crate::reply::FactLine;

/// The value of a fact: true or false, a number, or the id of an option.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Yes or no.
    Boolean(bool),
    /// A number in the fact's unit.
    Number(f64),
    /// The id of an option.
    Option(String),
}

/// Above this a number is no longer exact, and is written as the float that it is.
const WHOLE_MAX: f64 = 9_007_199_254_740_992.0;

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Boolean(value) => serializer.serialize_bool(*value),
            // 28, not 28.0: whole numbers are written as they are said.
            #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
            Self::Number(value) if value.fract() == 0.0 && value.abs() < WHOLE_MAX => {
                serializer.serialize_i64(*value as i64)
            }
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Option(id) => serializer.serialize_str(id),
        }
    }
}

written_only!(
    Value,
    "value",
    MetaSchema {
        one_of: ["boolean", "number", "string"]
            .map(|name| MetaSchemaRef::Inline(Box::new(MetaSchema::new(name))))
            .into(),
        ..MetaSchema::ANY
    }
);

/// A range of numbers in the fact's unit; an end that is absent is open.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
#[serde(rename_all = "camelCase")]
#[oai(rename_all = "camelCase")]
pub struct Range {
    /// The lower end.
    #[oai(nullable)]
    pub low: Option<Value>,
    /// The upper end.
    #[oai(nullable)]
    pub high: Option<Value>,
    /// Whether the lower end itself belongs to the range.
    pub low_included: bool,
    /// Whether the upper end itself belongs to the range.
    pub high_included: bool,
}

impl Range {
    /// A range with both ends included.
    pub const fn closed(low: f64, high: f64) -> Self {
        Self { low: Some(Value::Number(low)), high: Some(Value::Number(high)), low_included: true, high_included: true }
    }
}

impl From<Interval> for Range {
    fn from(interval: Interval) -> Self {
        let end = |bound| match bound {
            Bound::Including(value) => (Some(Value::Number(value)), true),
            Bound::Excluding(value) => (Some(Value::Number(value)), false),
            Bound::Open => (None, false),
        };
        let ((low, low_included), (high, high_included)) = (end(interval.low()), end(interval.high()));
        Self { low, high, low_included, high_included }
    }
}

/// The words that gave a fact: Unicode code points of `question`, the end not included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Object)]
pub struct Span {
    /// The first code point.
    #[oai(validator(minimum(value = "0")))]
    pub start: u64,
    /// The code point after the last.
    #[oai(validator(minimum(value = "0")))]
    pub end: u64,
}

impl From<clinical::Span> for Span {
    fn from(span: clinical::Span) -> Self {
        Self { start: span.start as u64, end: span.end as u64 }
    }
}

/// A fact of the case.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Fact {
    /// Its id in the vocabulary.
    pub id: String,
    /// Its value; null when it is not known, when a range was given (`range`) or when statements disagree (`values`).
    #[oai(nullable)]
    pub value: Option<Value>,
    /// The unit of a number.
    #[oai(nullable)]
    pub unit: Option<String>,
    /// Its name.
    pub label: String,
    /// The fact as a phrase.
    pub text: String,
    /// Where it was said; null when it was said to be not known.
    #[oai(nullable)]
    pub source: Option<Source>,
    /// How sure it is. Only `stated` decides.
    pub certainty: Certainty,
    /// The words that gave it, when it was read from `question` or, in a conversation, from the message answered.
    #[oai(nullable)]
    pub span: Option<Span>,
    /// The range, when one was given in place of a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
    /// What was said, when statements disagree.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[oai(default)]
    pub values: Vec<Stated>,
}

/// One of several statements that disagree.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Stated {
    /// The value; null when a range was given.
    #[oai(nullable)]
    pub value: Option<Value>,
    /// The range, when one was given in place of a value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
}

impl From<FactLine> for Fact {
    fn from(line: FactLine) -> Self {
        let mut options = line.options.into_iter();
        let mut stated: Vec<Stated> = line.values.iter().map(|value| stated(*value, &mut options)).collect();
        let only = if stated.len() == 1 { stated.pop() } else { None };
        let (value, range) = only.map_or((None, None), |only| (only.value, only.range));
        Self {
            id: line.id,
            value,
            unit: line.unit,
            label: line.label,
            text: line.text,
            source: line.origin.map(Source::from),
            certainty: line.certainty.into(),
            span: match line.origin {
                Some(Origin::Words(span)) => Some(span.into()),
                Some(Origin::Given | Origin::Earlier | Origin::Record) | None => None,
            },
            range,
            values: stated,
        }
    }
}

/// The ids of options stand beside the values, in the same order.
fn stated(value: FactValue, options: &mut impl Iterator<Item = String>) -> Stated {
    match value {
        FactValue::Boolean(value) => Stated { value: Some(Value::Boolean(value)), range: None },
        FactValue::Choice(_) => Stated { value: options.next().map(Value::Option), range: None },
        FactValue::Number(interval) => match interval.exact() {
            Some(exact) => Stated { value: Some(Value::Number(exact)), range: None },
            None => Stated { value: None, range: Some(interval.into()) },
        },
    }
}
