//! A page of search results.

use poem_openapi::Object;
use poem_openapi::registry::MetaSchema;
use serde::Serialize;

use super::lines::{Hit, twins};
use super::schema::written_only;
use crate::ask::Searched;

/// One page of what a search found.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct SearchPage {
    /// How many passages there are in all.
    pub total: u64,
    /// This page, from 1.
    pub page: u64,
    /// How many passages a page has at most.
    pub limit: u64,
    /// The passages of this page, the best first.
    pub items: Vec<Hit>,
    /// The query as it was probably meant, when a word of it is unknown.
    #[oai(nullable)]
    pub correction: Option<String>,
}

impl SearchPage {
    /// The page that was asked for.
    pub fn new(page: u64, limit: u64, found: Searched) -> Self {
        Self { total: found.total as u64, page, limit, items: twins(found.hits), correction: found.correction }
    }
}

/// Completions as OpenSearch has them: what was written, then the completions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suggestions(pub String, pub Vec<String>);

written_only!(Suggestions, "suggestions", MetaSchema::new("array"));
