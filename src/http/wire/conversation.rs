//! A conversation, as it was begun and as it went.

use poem_openapi::Object;
use poem_openapi::registry::MetaSchema;
use serde::Serialize;
use serde_json::value::RawValue;

use super::answer::Answer;
use super::schema::written_only;
use super::words::{Language, Region};

/// A conversation as it was begun.
#[derive(Debug, Clone, Serialize, Object)]
#[serde(rename_all = "camelCase")]
#[oai(rename_all = "camelCase")]
pub struct Begun {
    /// Its id.
    pub id: String,
    /// When it was begun, in UTC.
    pub created_at: String,
    /// Whose guidelines bind until a message names another region; null when none was given.
    #[oai(nullable)]
    pub region: Option<Region>,
    /// The language of every reply; null when none was given.
    #[oai(nullable)]
    pub language: Option<Language>,
    /// The day that every message is answered for; null for the day of the message.
    #[oai(nullable)]
    pub as_of: Option<String>,
}

/// A conversation with its turns.
#[derive(Debug, Clone, Serialize, Object)]
#[serde(rename_all = "camelCase")]
#[oai(rename_all = "camelCase")]
pub struct Conversation {
    /// How it was begun.
    #[serde(flatten)]
    #[oai(flatten)]
    pub begun: Begun,
    /// The turns in order.
    pub turns: Vec<Turn>,
}

/// A message and the answer to it.
#[derive(Debug, Clone, Serialize, Object)]
pub struct Turn {
    /// Its place in the conversation: 1, 2, 3 …
    #[oai(validator(minimum(value = "1")))]
    pub number: u32,
    /// The message in words; what could identify a patient is blank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The message as structured facts: fact id and value, or null for "not known".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<KeptFacts>,
    /// The answer, byte for byte.
    pub answer: KeptAnswer,
}

/// Facts as they were kept.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct KeptFacts(pub Box<RawValue>);

written_only!(KeptFacts, "facts", MetaSchema::new("object"));

/// An answer as it was kept.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct KeptAnswer(pub Box<RawValue>);

written_only!(KeptAnswer, "answer", MetaSchema { all_of: vec![Answer::schema_ref()], ..MetaSchema::ANY });
