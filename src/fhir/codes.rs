//! Is this coding that code? By system, and by the classification's own hierarchy.

use serde_json::{Map, Value, json};

use super::resource::{CodeableConcept, Coding};
use crate::corpus::{ClinicalCode, Vocabulary};

/// Whether a concept has one of these codes, or one below it where the system has such.
#[must_use]
pub fn carries(concept: &CodeableConcept, codes: &[ClinicalCode], vocabulary: &Vocabulary) -> bool {
    concept.coding.iter().any(|coding| codes.iter().any(|code| same(code, coding, vocabulary, true)))
}

/// Whether a coding is this code, or one below it.
pub(super) fn same(code: &ClinicalCode, coding: &Coding, vocabulary: &Vocabulary, also_below: bool) -> bool {
    let (Some(uri), Some(given)) = (&coding.system, &coding.code) else { return false };
    let Some(system) = vocabulary.systems_at(uri).find(|system| system.id == code.system) else { return false };
    if !system.below {
        return *given == code.code;
    }
    // Classifications are written with and without the dot.
    let (code, given) = (plain(&code.code), plain(given));
    if also_below { given.starts_with(&code) } else { given == code }
}

/// Letters and digits alone, in capitals.
fn plain(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
}

/// A concept to write: its codes under the systems' own URIs, and its words.
#[must_use]
pub fn concept(codes: &[ClinicalCode], text: &str, vocabulary: &Vocabulary) -> Value {
    let coding = |code: &ClinicalCode| {
        let uri = vocabulary.system(&code.system)?.uris.first()?;
        Some(json!({"system": uri, "code": code.code, "display": text}))
    };
    let codings: Vec<_> = codes.iter().filter_map(coding).collect();
    let mut concept = Map::new();
    if !codings.is_empty() {
        concept.insert("coding".to_owned(), codings.into());
    }
    concept.insert("text".to_owned(), text.into());
    concept.into()
}
