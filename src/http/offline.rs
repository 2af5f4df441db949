//! The API's JSON for those who ask without a server: the command line prints what a client would have received.

use uuid::Uuid;

use super::clock::now;
use super::wire::{Answer, SearchPage};
use super::written::json;
use crate::ask::Searched;
use crate::reply::Reply;

/// The answer as JSON. It is not kept, so its id leads nowhere.
#[must_use]
pub fn answer_json(reply: Reply) -> String {
    text(json(&Answer::new(Uuid::now_v7().to_string(), now().to_string(), reply)))
}

/// The first page of what was found as JSON.
#[must_use]
pub fn search_json(limit: usize, found: Searched) -> String {
    text(json(&SearchPage::new(1, limit as u64, found)))
}

/// Our own types always have a JSON form in UTF-8.
fn text<E>(bytes: Result<Vec<u8>, E>) -> String {
    bytes.ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
