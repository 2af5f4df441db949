//! The body of `POST /api/v1/answers`: a Question, or everything that is wrong with it.

use jiff::civil::Date;

use super::fields::{self, Refused};
use super::json::Json;
use crate::clinical::Question;
use crate::corpus::Vocabulary;
use crate::http::fault::Fault;

/// The fields there are.
const FIELDS: &[&str] = &["question", "intent", "facts", "region", "language", "asOf"];

/// Reads a question. `today` is the day that is meant when none is named.
///
/// # Errors
/// Every fault of every field, and the language that the body asks for.
pub fn question(body: &Json<'_>, vocabulary: &Vocabulary, today: Date) -> Result<Question, Refused> {
    let something_asked = |there: &[&str]| {
        let asked = there.contains(&"question") || there.contains(&"intent");
        (!asked).then_some(Fault::NothingAsked)
    };
    let sent = fields::read(body, FIELDS, vocabulary, something_asked)?;
    Ok(Question {
        text: sent.words.unwrap_or_default(),
        intent: sent.intent,
        facts: sent.facts.unwrap_or_default(),
        region: sent.region,
        language: sent.language,
        as_of: sent.as_of.unwrap_or(today),
    })
}
