//! `nordvis search`: passages, the best first.

use super::open::open;
use super::{Exit, output};
use crate::ask;
use crate::clinical::Region;
use crate::config::{SEARCH_LIMIT_MAX, Search};
use crate::http::search_json;
use crate::reply::plain;

/// Prints the hits; none is a "no".
pub fn run(call: &Search) -> Exit {
    let opened = match open(&call.common) {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    let speaker = opened.speaker();
    let region = match call.region.as_deref().map(Region::from_code) {
        Some(Err(_)) => {
            output::refusal(speaker.say("cli-bad-region"));
            return Exit::No;
        }
        Some(Ok(region)) => Some(region),
        None => None,
    };
    let limit = call.limit.clamp(1, SEARCH_LIMIT_MAX);
    let wanted = ask::Search {
        words: &call.query,
        region: region.or(opened.defaults.region),
        only_region: region.is_some(),
        language: opened.defaults.language,
        only_language: false,
        offset: 0,
        limit,
    };
    let Ok(found) = opened.service.search(wanted) else {
        output::refusal(speaker.say("cli-search-failed"));
        return Exit::No;
    };
    let none = found.hits.is_empty();
    if call.json {
        output::result(search_json(limit, found));
    } else {
        if let Some(correction) = &found.correction {
            output::notice(speaker.tell("cli-searched-for", &[("query", correction)]));
        }
        for hit in &found.hits {
            let place = speaker.say(&format!("region-{}", hit.region));
            let text = plain(&hit.snippet);
            output::result(speaker.tell("cli-hit", &[("heading", &hit.heading), ("place", place), ("text", &text)]));
        }
        if none {
            output::notice(speaker.say("cli-nothing-found"));
        }
    }
    if none { Exit::No } else { Exit::Done }
}
