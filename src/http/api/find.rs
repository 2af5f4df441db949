//! Search: passages of the guidelines, and what somebody may be about to write.

use std::sync::Arc;

use poem_openapi::OpenApi;

use super::{App, Tag};
use crate::ask::Search;
use crate::http::limits::SUGGESTIONS_MAX;
use crate::http::live::Loaded;
use crate::http::parameters::Sent;
use crate::http::problem::{Kind, Problem};
use crate::http::request::{self, search_query, suggestion_query};
use crate::http::wire;
use crate::http::written::{Written, json};

/// Passages and completions.
pub struct Find(pub Arc<App>);

#[OpenApi]
impl Find {
    /// Search the guidelines
    ///
    /// Passages of the guidelines of a region, or of all, the best first. Nothing that is searched for is kept.
    #[oai(path = "/api/v1/search", method = "get", operation_id = "search", tag = "Tag::Search")]
    async fn search(
        &self,
        loaded: &Loaded,
        /// What to look for.
        q: Sent,
        /// Whose guidelines are searched; all when it is left out.
        region: Sent,
        /// The language that the reader would rather read: its passages come first.
        language: Sent,
        /// Passages on a page.
        limit: Sent,
        /// The page, from 1.
        page: Sent,
    ) -> Result<Written<wire::SearchPage>, Problem> {
        let sent = request::Sent { words: q.0, region: region.0, language: language.0, limit: limit.0, page: page.0 };
        let query = search_query(&sent).map_err(Problem::parameters)?;
        let size = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let found = loaded.service.search(Search {
            words: &query.words,
            region: query.region.or(self.0.defaults.region),
            only_region: query.region.is_some(),
            language: query.language,
            offset: size(query.limit.saturating_mul(query.page - 1)),
            limit: size(query.limit),
        });
        let found = found.map_err(|_| Kind::Internal)?;
        Ok(Written::new(json(&wire::SearchPage::new(query.page, query.limit, found))?))
    }

    /// Complete what is being written
    ///
    /// Completions as OpenSearch has them: an array of what was written and the list of completions.
    #[oai(path = "/api/v1/suggestions", method = "get", operation_id = "suggest", tag = "Tag::Search")]
    async fn suggest(
        &self,
        loaded: &Loaded,
        /// What is written so far.
        q: Sent,
    ) -> Result<Written<wire::Suggestions>, Problem> {
        let words = suggestion_query(q.0.as_deref()).map_err(Problem::parameters)?;
        let completions = loaded.service.suggest(&words, SUGGESTIONS_MAX);
        let written = Written::new(json(&wire::Suggestions(words, completions))?);
        Ok(written.content_type("application/x-suggestions+json").cache("public, max-age=300"))
    }
}
