//! An error as RFC 9457 has it.

use poem_openapi::Object;
use serde::Serialize;

/// What went wrong, in the reader's language.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
#[serde(rename_all = "camelCase")]
#[oai(rename_all = "camelCase")]
pub struct Problem {
    /// The kind of problem, as a URN: `urn:nordvis:problem:` and the code.
    pub r#type: String,
    /// The kind of problem in a few words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened and what to do.
    pub detail: String,
    /// This occurrence: the id that the log has too.
    pub instance: String,
    /// The kind of problem as a word that programs can rely on.
    pub code: String,
    /// The trace that the request is part of, as `traceparent` has it.
    pub trace_id: String,
    /// The fields at fault, where fields are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[oai(default)]
    pub errors: Vec<FieldFault>,
}

/// What is wrong with one field or parameter. Values that were sent are never repeated.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct FieldFault {
    /// The field, as a JSON Pointer in a URI fragment: `#/facts/egfr_ml_min`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The query parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// What is wrong and what to write instead.
    pub detail: String,
}
