//! What the search found: the answer on top where the query is a question, then passages, page by page.

use askama::Template;

use super::Page;
use super::answer::Answer;
use super::card::{Card, pieces, section_address};
use super::shell::{Shell, Validity, Visit};
use crate::ask::{Searched, Service};
use crate::clinical::{Language, Region};
use crate::reply::HitLine;

/// Passages on a page.
pub const RESULTS: usize = 10;

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The words, without identifiers.
    pub words: String,
    /// Whose guidelines are searched.
    pub region: Option<Region>,
    /// In which language the passages are written.
    pub written: Option<Language>,
    /// The page, from 1.
    pub page: usize,
    /// Whether an identifier was taken out of the words.
    pub identifier_removed: bool,
}

/// What there is to show.
#[derive(Debug, Clone, Default)]
pub struct Results {
    /// The passages.
    pub found: Option<Searched>,
    /// The answer, where the query is a question that can be answered.
    pub answer: Option<Answer>,
    /// Whether the query is a question that more facts would answer.
    pub needs_facts: bool,
    /// What is wrong with the query.
    pub fault: Option<String>,
}

/// A passage as it is listed.
struct Result_<'a> {
    address: String,
    name: &'a str,
    line: &'a HitLine,
    place: &'a str,
    validity: Option<Validity>,
    pieces: Vec<(bool, String)>,
}

/// A filter's option.
struct Choice<'a> {
    value: String,
    name: &'a str,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "results.html")]
struct ResultsPage<'a> {
    shell: &'a Shell<'a>,
    wanted: &'a Wanted,
    fault: Option<&'a str>,
    needs_facts: bool,
    card: Option<Card<'a>>,
    searched: bool,
    count: String,
    first: usize,
    results: Vec<Result_<'a>>,
    correction: Option<(&'a str, String)>,
    regions: Vec<Choice<'a>>,
    languages: Vec<Choice<'a>>,
    previous: Option<String>,
    next: Option<String>,
    unfiltered: Option<String>,
}

/// The page of a search; without words, a field to write them in.
///
/// # Errors
/// A fault of the program.
pub fn results_page(service: &Service, visit: &Visit, wanted: &Wanted, results: &Results) -> Page {
    let shell = Shell::new(service, visit);
    let found = results.found.as_ref();
    let total = found.map_or(0, |found| found.total);
    let to = |words: &str, page: usize| address_of(&shell, wanted, words, page);
    let filtered = wanted.region.is_some() || wanted.written.is_some();
    ResultsPage {
        fault: results.fault.as_deref(),
        needs_facts: results.needs_facts,
        card: results.answer.as_ref().map(|answer| Card::shown(service, &shell, answer, &wanted.words)),
        searched: found.is_some(),
        count: found.map(|_| count(&shell, total)).unwrap_or_default(),
        first: (wanted.page.max(1) - 1) * RESULTS + 1,
        results: found.map_or(&[][..], |found| &found.hits).iter().map(|hit| result(service, &shell, hit)).collect(),
        correction: found
            .and_then(|found| found.correction.as_deref())
            .map(|correction| (correction, to(correction, 1))),
        regions: regions(&shell, wanted),
        languages: languages(&shell, wanted),
        previous: (wanted.page > 1 && found.is_some()).then(|| to(&wanted.words, wanted.page - 1)),
        next: (wanted.page * RESULTS < total).then(|| to(&wanted.words, wanted.page + 1)),
        unfiltered: (filtered && total == 0).then(|| shell.with("/search", &[("q", &wanted.words)])),
        shell: &shell,
        wanted,
    }
    .render()
}

fn address_of(shell: &Shell<'_>, wanted: &Wanted, words: &str, page: usize) -> String {
    let page = page.to_string();
    let region = wanted.region.map(|region| ("region", region.code()));
    let written = wanted.written.map(|language| ("written", language.code()));
    let page = (page != "1").then_some(("page", page.as_str()));
    let query: Vec<_> = [Some(("q", words)), region, written, page].into_iter().flatten().collect();
    shell.with("/search", &query)
}

#[expect(clippy::cast_precision_loss, reason = "a corpus has few passages")]
fn count(shell: &Shell<'_>, total: usize) -> String {
    shell.speaker.count("page-search-count", total as f64)
}

fn regions<'a>(shell: &Shell<'a>, wanted: &Wanted) -> Vec<Choice<'a>> {
    let choice = |(region, name): (Region, _)| Choice {
        value: region.code().to_owned(),
        name,
        chosen: wanted.region == Some(region),
    };
    shell.regions().into_iter().map(choice).collect()
}

fn languages<'a>(shell: &Shell<'a>, wanted: &Wanted) -> Vec<Choice<'a>> {
    let choice = |language: Language| Choice {
        value: language.code().to_owned(),
        name: shell.say(&format!("page-language-{language}")),
        chosen: wanted.written == Some(language),
    };
    shell.written().into_iter().map(choice).collect()
}

fn result<'a>(service: &'a Service, shell: &Shell<'a>, line: &'a HitLine) -> Result_<'a> {
    let guideline = service.corpus().guideline(&line.guideline);
    Result_ {
        address: section_address(shell, &line.guideline, &line.section),
        name: guideline.map_or("", |guideline| shell.guideline(guideline)),
        place: shell.region(line.region),
        validity: guideline.map(|guideline| shell.validity(guideline)),
        pieces: pieces(&line.snippet),
        line,
    }
}
