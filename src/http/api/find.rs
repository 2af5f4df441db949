//! Search: passages of the guidelines, and what somebody may be about to write.

use std::sync::Arc;

use poem_openapi::OpenApi;

use super::{App, Tag};
use crate::ask::Search;
use crate::http::caller::Caller;
use crate::http::limits::{PAGE_MAX, SUGGESTIONS_MAX};
use crate::http::live::Loaded;
use crate::http::media::media_type;
use crate::http::parameters::Sent;
use crate::http::problem::{Kind, Problem};
use crate::http::request::{self, SearchQuery, search_query, suggestion_query};
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
    #[expect(clippy::too_many_arguments, reason = "one for each query parameter, as OpenAPI shows them")]
    async fn search(
        &self,
        loaded: &Loaded,
        caller: Caller,
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
            region: query.region.or(caller.defaults(self.0.defaults).region),
            only_region: query.region.is_some(),
            language: query.language,
            offset: size(query.limit.saturating_mul(query.page - 1)),
            limit: size(query.limit),
        });
        let found = found.map_err(|_| Kind::Internal)?;
        let links = pages(&query, found.total as u64);
        Ok(Written::new(json(&wire::SearchPage::new(query.page, query.limit, found))?).links(links))
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
        Ok(written.content_type(media_type("suggest")).cache("public, max-age=300"))
    }
}

/// The other pages of a search as relative references (RFC 8288). What was searched for is part of them, as it is of
/// the request's own address; they are sent to the one who sent it, and written nowhere else.
fn pages(query: &SearchQuery, total: u64) -> Vec<String> {
    let last = total.div_ceil(query.limit).clamp(1, PAGE_MAX);
    let mut rest = format!("&limit={}", query.limit);
    if let Some(region) = query.region {
        rest.push_str(&format!("&region={region}"));
    }
    if let Some(language) = query.language {
        rest.push_str(&format!("&language={language}"));
    }
    let words = percent_encoded(&query.words);
    let before = (query.page > 1).then(|| (query.page - 1).min(last));
    let after = (query.page < last).then(|| query.page + 1);
    let pages = [("first", Some(1)), ("prev", before), ("next", after), ("last", Some(last))];
    let link = |(name, page): (&str, Option<u64>)| {
        page.map(|page| format!("</api/v1/search?q={words}&page={page}{rest}>; rel=\"{name}\""))
    };
    pages.into_iter().filter_map(link).collect()
}

fn percent_encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    let written = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(written).collect()
}
