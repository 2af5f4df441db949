//! What programs that watch over the service read, and documents in formats that are not ours.

use poem_openapi::Object;
use poem_openapi::registry::MetaSchema;
use serde::Serialize;

use super::schema::written_only;

/// The program runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Object)]
pub struct Live {
    /// `live`
    pub status: String,
}

/// The program can answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Object)]
pub struct Ready {
    /// `ready`
    pub status: String,
    /// The version of the program.
    pub program: String,
    /// The fingerprint of the corpus.
    pub corpus: String,
}

/// An OpenAPI document.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct OpenApiDocument;

written_only!(OpenApiDocument, "openapi", MetaSchema::new("object"));

/// An OpenSearch description, as XML.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct OpenSearch;

written_only!(OpenSearch, "opensearch", MetaSchema::new("string"));
