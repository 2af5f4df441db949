//! What may be sent, as JSON Schema: beside the code that reads it, from the same vocabulary and the same limits.

use serde_json::{Map, Value, json};

use crate::clinical::{Intent, Region};
use crate::corpus::{FactDefinition, FactKind, Vocabulary};
use crate::http::limits::{
    CODE_CHARS_MAX, CODE_SYSTEM_CHARS_MAX, COMMENT_CHARS_MAX, PAGE_LIMIT, PAGE_LIMIT_MAX, PAGE_MAX, QUERY_CHARS_MAX,
    QUESTION_CHARS_MAX,
};

/// Text with at least one character that is not blank. Dialects of regular expressions differ in what `\s` is, so that
/// it is written out.
const WORDS: &str = r"[^\u0000-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]";
/// A BCP 47 tag of a language that nordvis speaks.
const LANGUAGE: &str = "^([sS][vV]|[dD][aA]|[eE][nN])(-[A-Za-z0-9]{1,8})*$";

/// The body of a question.
#[must_use]
pub fn ask_schema(vocabulary: &Vocabulary) -> Value {
    json!({
        "title": "Question",
        "type": "object",
        "description": "A question in words, an intent, or both. A field that is null counts as left out.",
        "additionalProperties": false,
        "anyOf": [
            {"required": ["question"], "properties": {"question": {"type": "string"}}},
            {"required": ["intent"], "properties": {"intent": {"type": "string"}}},
        ],
        "properties": {
            "question": {
                "type": ["string", "null"],
                "minLength": 1,
                "maxLength": QUESTION_CHARS_MAX,
                "pattern": WORDS,
                "description": "The clinician's own words. May be left out when `intent` is given.",
            },
            "intent": {
                "type": ["string", "null"],
                "enum": Intent::ALL.map(Intent::id).map(Value::from).into_iter().chain([Value::Null]).collect::<Vec<_>>(),
                "description": "What is asked. When left out it is read from `question`.",
            },
            "facts": facts_schema(vocabulary),
            "region": region_schema(
                "Whose guidelines bind, by ISO 3166-2. When left out it is read from `question`, else it is the \
                 deployment's, else none. Upper and lower case are the same.",
            ),
            "language": language_schema(
                "The reply's language, by BCP 47. Else that of `Accept-Language`, else the question's.",
            ),
            "asOf": day_schema("The day that is answered for. When left out, today in Sweden and Denmark."),
        },
        "example": {
            "intent": "treatment",
            "facts": {"osteoporosis": true, "egfr_ml_min": 28},
            "region": "SE-M",
            "language": "en",
            "asOf": "2021-03-01",
        },
    })
}

fn region_schema(description: &str) -> Value {
    let regions = Region::all().map(Region::code).map(Value::from);
    json!({
        "type": ["string", "null"],
        "enum": regions.chain([Value::Null]).collect::<Vec<_>>(),
        "description": description,
    })
}

fn language_schema(description: &str) -> Value {
    json!({"type": ["string", "null"], "pattern": LANGUAGE, "description": description})
}

fn day_schema(description: &str) -> Value {
    json!({"type": ["string", "null"], "format": "date", "description": description})
}

/// The body of a new conversation.
#[must_use]
pub fn settings_schema() -> Value {
    json!({
        "title": "NewConversation",
        "type": "object",
        "description": "What holds from the beginning. A field that is null counts as left out.",
        "additionalProperties": false,
        "properties": {
            "region": region_schema(
                "Whose guidelines bind, by ISO 3166-2, until a message names another region. When left out it is the \
                 deployment's, else none. Upper and lower case are the same.",
            ),
            "language": language_schema(
                "The language of every reply, by BCP 47. Else that of `Accept-Language`, else the message's, else that \
                 of earlier messages.",
            ),
            "asOf": day_schema("The day that is answered for. When left out, the day of each message."),
        },
        "example": {"region": "SE-M", "language": "sv"},
    })
}

/// The body of a message.
#[must_use]
pub fn message_schema(vocabulary: &Vocabulary) -> Value {
    json!({
        "title": "Message",
        "type": "object",
        "description": "Words or structured facts. A field that is null counts as left out.",
        "additionalProperties": false,
        "oneOf": [
            {"required": ["text"], "properties": {"text": {"type": "string"}, "facts": {"type": "null"}}},
            {"required": ["facts"], "properties": {"facts": {"type": "object"}, "text": {"type": "null"}}},
        ],
        "properties": {
            "text": {
                "type": ["string", "null"],
                "minLength": 1,
                "maxLength": QUESTION_CHARS_MAX,
                "pattern": WORDS,
                "description": "The clinician's own words.",
            },
            "facts": facts_schema(vocabulary),
        },
        "example": {"text": "Konstaterad osteoporos, eGFR 28. Vilket läkemedel?"},
    })
}

/// Fact ids are data, not names of fields, so they are described by pattern: a list of facts is as long as the
/// vocabulary, and grows with it.
fn facts_schema(vocabulary: &Vocabulary) -> Value {
    let facts: Map<String, Value> =
        vocabulary.iter().map(|fact| (format!("^{}$", fact.name), fact_schema(fact))).collect();
    json!({
        "type": ["object", "null"],
        "additionalProperties": false,
        "patternProperties": facts,
        "description": "The structured case: fact id and value, or null for \"not known\". `/api/v1/facts` says what \
                        each fact is.",
    })
}

fn fact_schema(fact: &FactDefinition) -> Value {
    match &fact.kind {
        FactKind::Boolean => json!({"type": ["boolean", "null"]}),
        FactKind::Number { low, high, integer, unit } => {
            let kind = if *integer { "integer" } else { "number" };
            json!({"type": [kind, "null"], "minimum": low, "maximum": high, "description": unit})
        }
        FactKind::Choice(options) => {
            let options: Vec<_> = options.iter().map(|id| Value::from(id.as_str())).chain([Value::Null]).collect();
            json!({"type": ["string", "null"], "enum": options})
        }
    }
}

/// The body of feedback.
#[must_use]
pub fn feedback_schema() -> Value {
    json!({
        "title": "Feedback",
        "type": "object",
        "additionalProperties": false,
        "required": ["helpful"],
        "properties": {
            "helpful": {"type": "boolean", "description": "Whether the answer helped."},
            "comment": {
                "type": ["string", "null"],
                "maxLength": COMMENT_CHARS_MAX,
                "description": "In the clinician's own words. Nothing that could identify a patient.",
            },
        },
        "example": {"helpful": true, "comment": "The right clinic at once."},
    })
}

/// A query parameter, by name.
#[must_use]
pub fn parameter_schema(name: &str) -> Option<Value> {
    Some(match name {
        "q" => json!({"type": "string", "minLength": 1, "maxLength": QUERY_CHARS_MAX, "pattern": WORDS}),
        "region" => json!({"type": "string", "enum": Region::all().map(Region::code).collect::<Vec<_>>()}),
        "language" => json!({"type": "string", "pattern": LANGUAGE}),
        "system" => json!({"type": "string", "pattern": format!("^[A-Za-z0-9.-]{{1,{CODE_SYSTEM_CHARS_MAX}}}$")}),
        "code" => json!({"type": "string", "pattern": format!("^[A-Za-z0-9.-]{{1,{CODE_CHARS_MAX}}}$")}),
        "format" => json!({"type": "string", "enum": ["json", "text", "fhir"], "default": "json"}),
        "verbose" => json!({"type": "string", "enum": ["", "true", "false"]}),
        "limit" => json!({"type": "integer", "minimum": 1, "maximum": PAGE_LIMIT_MAX, "default": PAGE_LIMIT}),
        "page" => json!({"type": "integer", "minimum": 1, "maximum": PAGE_MAX, "default": 1}),
        _ => return None,
    })
}
