//! What the guidelines say of a clinical code.

use poem_openapi::Object;
use serde::Serialize;

use super::guideline::{GuidelineEntry, Rule};
use super::lines::Warning;
use super::words::Language;

/// Every rule that carries a code.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
#[serde(rename_all = "camelCase")]
#[oai(rename_all = "camelCase")]
pub struct Guidance {
    /// The language of every text that is not the source's.
    pub language: Language,
    /// The fingerprint of the corpus.
    pub corpus: String,
    /// The code system that was asked for.
    pub system: String,
    /// The code that was asked for.
    pub code: String,
    /// The day that validity is told for.
    pub as_of: String,
    /// The rules, by guideline; empty when none carries the code.
    pub items: Vec<GuidanceItem>,
}

/// A rule that carries the code, and where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct GuidanceItem {
    /// The guideline.
    pub guideline: GuidelineEntry,
    /// What must be said of its validity.
    pub warnings: Vec<Warning>,
    /// The rule with its condition in words, its strength and its sections.
    pub rule: Rule,
}
