//! What programs that watch over the service read, and documents in formats that are not ours.

use poem_openapi::Object;
use poem_openapi::registry::MetaSchema;
use serde::Serialize;
use serde_json::{Value, json};

use super::schema::written_only;
use super::words::Language;
use crate::PROGRAM;
use crate::corpus::Corpus;

/// The program runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Object)]
pub struct Live {
    /// `live`
    pub status: String,
}

impl Live {
    /// It runs.
    pub fn now() -> Self {
        Self { status: "live".to_owned() }
    }
}

/// The program can answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Object)]
pub struct Ready {
    /// `ready`
    pub status: String,
    /// The version of the program.
    pub program: String,
    /// The fingerprint of the corpus that answers.
    pub corpus: String,
    /// Part by part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<Parts>,
    /// A corpus that was chosen and cannot answer, so that the one before it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<Refused>,
}

/// What answering stands on, as it is right now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Object)]
pub struct Parts {
    /// The guidelines that are loaded.
    pub guidelines: usize,
    /// Their sections, all of them in the index.
    pub sections: usize,
    /// The languages that are loaded.
    pub locales: Vec<Language>,
    /// `ready`, or what is wrong with the database.
    pub database: String,
}

/// A corpus that cannot answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Object)]
pub struct Refused {
    /// Its fingerprint.
    pub corpus: String,
    /// Why.
    pub reason: String,
}

impl Ready {
    /// It answers with this corpus.
    pub fn with(corpus: &Corpus) -> Self {
        Self {
            status: "ready".to_owned(),
            program: PROGRAM.to_owned(),
            corpus: corpus.fingerprint.clone(),
            parts: None,
            refused: None,
        }
    }
}

/// An OpenAPI document.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct OpenApiDocument;

written_only!(OpenApiDocument, "openapi", MetaSchema::new("object"));

/// Metrics as Prometheus reads them.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Metrics;

written_only!(Metrics, "metrics", MetaSchema::new("string"));

/// An OpenSearch description, as XML.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct OpenSearch;

written_only!(OpenSearch, "opensearch", MetaSchema::new("string"));

/// A catalog of APIs, as a link set (RFC 9727, RFC 9264).
#[derive(Debug, Clone, Copy, Serialize)]
pub struct ApiCatalog;

written_only!(ApiCatalog, "linkset", MetaSchema::new("object"));

impl ApiCatalog {
    /// The catalog of this service.
    pub fn of_this() -> Value {
        json!({"linkset": [{
            "anchor": "/api/v1",
            "service-desc": [{"href": "/openapi.json", "type": "application/vnd.oai.openapi+json;version=3.1"}],
            "service-doc": [{"href": "/docs", "type": "text/html"}],
            "service-meta": [{"href": "/api/v1/api-info", "type": "application/json"}],
            "status": [{"href": "/readyz", "type": "application/json"}],
        }]})
    }
}

/// The terms, as plain text.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Terms;

written_only!(Terms, "terms", MetaSchema::new("string"));

/// Where weaknesses are reported, as RFC 9116 has it.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct SecurityText;

written_only!(SecurityText, "security", MetaSchema::new("string"));
