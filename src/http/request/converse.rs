//! The bodies of `/api/v1/conversations`: what holds from the beginning, and what is said in a turn.

use super::fields::{self, Refused};
use super::json::Json;
use crate::clinical::Facts;
use crate::converse::Settings;
use crate::corpus::Vocabulary;
use crate::http::fault::Fault;

/// The fields of a new conversation.
const SETTINGS: &[&str] = &["region", "language", "asOf"];
/// The fields of a message.
const MESSAGE: &[&str] = &["text", "facts"];

/// A message as it was sent.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// In the clinician's own words.
    Text(String),
    /// As structured facts.
    Facts(Facts),
}

/// Reads what holds from the beginning of a conversation.
///
/// # Errors
/// Every fault of every field, and the language that the body asks for.
pub fn settings(body: &Json<'_>, vocabulary: &Vocabulary) -> Result<Settings, Refused> {
    let sent = fields::read(body, SETTINGS, vocabulary, |_| None)?;
    Ok(Settings { region: sent.region, language: sent.language, as_of: sent.as_of })
}

/// Reads a message.
///
/// # Errors
/// Every fault of every field.
pub fn message(body: &Json<'_>, vocabulary: &Vocabulary) -> Result<Message, Refused> {
    let exactly_one =
        |there: &[&str]| (there.contains(&"text") == there.contains(&"facts")).then_some(Fault::TextOrFacts);
    let sent = fields::read(body, MESSAGE, vocabulary, exactly_one)?;
    Ok(match sent.words {
        Some(text) => Message::Text(text),
        None => Message::Facts(sent.facts.unwrap_or_default()),
    })
}
