//! The body of `POST /api/v1/answers/{id}/feedback`.

use std::collections::BTreeSet;

use super::fields::words;
use super::json::Json;
use super::pointer::pointer;
use crate::http::fault::{Fault, FieldFault, Place};
use crate::http::limits::COMMENT_CHARS_MAX;

const FIELDS: &[&str] = &["helpful", "comment"];

/// What a clinician thought of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Whether it helped.
    pub helpful: bool,
    /// In the clinician's words.
    pub comment: Option<String>,
}

/// Reads feedback.
///
/// # Errors
/// Every fault of every field.
pub fn feedback(body: &Json<'_>) -> Result<Feedback, Vec<FieldFault>> {
    let fault = |pointer: String, fault| FieldFault { place: Place::Body(pointer), fault };
    let Json::Object(entries) = body else { return Err(vec![fault(String::new(), Fault::NotAnObject)]) };
    let (mut helpful, mut comment, mut faults) = (None, None, Vec::new());
    let mut seen = BTreeSet::new();
    for (key, value) in entries {
        let field = FIELDS.iter().find(|field| *field == key);
        if field.is_some_and(|field| !seen.insert(*field)) {
            faults.push(fault(pointer("", key), Fault::Twice));
            continue;
        }
        match (field.copied(), value) {
            (Some("helpful"), Json::Boolean(value)) => helpful = Some(*value),
            (Some("helpful"), _) => faults.push(fault("/helpful".into(), Fault::NotTrueOrFalse)),
            (Some(_), Json::Null) => {}
            (Some(_), Json::Text(text)) => match words(text, COMMENT_CHARS_MAX) {
                Ok(words) => comment = Some(words.to_owned()),
                // A form that was sent with an empty comment has none.
                Err(Fault::Empty) => {}
                Err(long) => faults.push(fault("/comment".into(), long)),
            },
            (Some(_), _) => faults.push(fault("/comment".into(), Fault::NotText)),
            (None, _) => faults.push(fault(pointer("", key), Fault::UnknownField { fields: FIELDS })),
        }
    }
    if !entries.iter().any(|(key, _)| key == "helpful") {
        faults.push(fault("/helpful".into(), Fault::Missing));
    }
    match (helpful, faults.is_empty()) {
        (Some(helpful), true) => Ok(Feedback { helpful, comment }),
        _ => Err(faults),
    }
}
