//! The vocabulary: which facts exist, and how they are said.

use poem_openapi::Object;
use serde::Serialize;

use super::fact::Range;
use super::lines::{Option_, twins, unit_and_range};
use super::words::{FactType, Language};
use crate::clinical;
use crate::corpus::ClinicalCode;
use crate::reply::FactSheet;

/// Every fact that a question may state.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Vocabulary {
    /// The language of labels and questions.
    pub language: Language,
    /// The fingerprint of the corpus.
    pub corpus: String,
    /// The facts, in the vocabulary's order.
    pub items: Vec<FactDefinition>,
}

/// One fact of the vocabulary.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct FactDefinition {
    /// Its id: the key in `facts`.
    pub id: String,
    /// What its value is.
    pub r#type: FactType,
    /// The unit of a number.
    #[oai(nullable)]
    pub unit: Option<String>,
    /// The values that a number can have.
    #[oai(nullable)]
    pub range: Option<Range>,
    /// The options of a choice.
    pub options: Vec<Option_>,
    /// Its name.
    pub label: String,
    /// The question that asks for it.
    pub question: String,
    /// The subject that mentioning it touches.
    #[oai(nullable)]
    pub subject: Option<String>,
    /// Codes under which other systems know it.
    pub codes: Vec<FactCode>,
}

/// A code of a clinical terminology.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct FactCode {
    /// The terminology: `loinc`, `atc`.
    pub system: String,
    /// The code.
    pub code: String,
}

impl From<ClinicalCode> for FactCode {
    fn from(code: ClinicalCode) -> Self {
        Self { system: code.system, code: code.code }
    }
}

impl Vocabulary {
    /// The vocabulary in one language.
    pub fn new(language: clinical::Language, corpus: String, sheets: Vec<FactSheet>) -> Self {
        Self { language: language.into(), corpus, items: twins(sheets) }
    }
}

impl From<FactSheet> for FactDefinition {
    fn from(sheet: FactSheet) -> Self {
        let (unit, range) = unit_and_range(&sheet.kind);
        Self {
            id: sheet.id,
            r#type: (&sheet.kind).into(),
            unit,
            range,
            options: twins(sheet.options),
            label: sheet.label,
            question: sheet.question,
            subject: sheet.subject,
            codes: twins(sheet.codes),
        }
    }
}
