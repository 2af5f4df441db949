//! The query of a search: what is looked for, for whom, and which page.

use super::fields::{language, words};
use crate::clinical::{Language, Region};
use crate::http::api::Format;
use crate::http::fault::{Fault, FieldFault, Place};
use crate::http::limits::{
    CODE_CHARS_MAX, CODE_SYSTEM_CHARS_MAX, PAGE_LIMIT, PAGE_LIMIT_MAX, PAGE_MAX, QUERY_CHARS_MAX,
};

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchQuery {
    /// The words.
    pub words: String,
    /// Where the asker works.
    pub region: Option<Region>,
    /// The language that the asker would rather read.
    pub language: Option<Language>,
    /// Passages on a page.
    pub limit: u64,
    /// The page, from 1.
    pub page: u64,
}

/// The parameters of a search as they were sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// `q`
    pub words: Option<String>,
    /// `region`
    pub region: Option<String>,
    /// `language`
    pub language: Option<String>,
    /// `limit`
    pub limit: Option<String>,
    /// `page`
    pub page: Option<String>,
}

/// Reads the query of a search.
///
/// # Errors
/// Every fault of every parameter.
pub fn search_query(sent: &Sent) -> Result<SearchQuery, Vec<FieldFault>> {
    let mut faults = Vec::new();
    let mut note = |name: &str, fault| faults.push(FieldFault { place: Place::Query(Some(String::from(name))), fault });
    let words = looked_for(sent.words.as_deref()).map_err(|fault| note("q", fault));
    let region = optional(sent.region.as_deref(), |code| Region::from_code(code).map_err(|_| Fault::UnknownRegion))
        .map_err(|fault| note("region", fault));
    let language = optional(sent.language.as_deref(), |tag| language(tag).ok_or(Fault::UnknownLanguage))
        .map_err(|fault| note("language", fault));
    let limit =
        optional(sent.limit.as_deref(), |text| number(text, PAGE_LIMIT_MAX)).map_err(|fault| note("limit", fault));
    let page = optional(sent.page.as_deref(), |text| number(text, PAGE_MAX)).map_err(|fault| note("page", fault));
    match (words, region, language, limit, page) {
        (Ok(words), Ok(region), Ok(language), Ok(limit), Ok(page)) => {
            Ok(SearchQuery { words, region, language, limit: limit.unwrap_or(PAGE_LIMIT), page: page.unwrap_or(1) })
        }
        _ => Err(faults),
    }
}

/// Which clinical code is looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeQuery {
    /// The code system, in lower case.
    pub system: String,
    /// The code.
    pub code: String,
    /// Whose guidelines; those of every region when nothing is said.
    pub region: Option<Region>,
    /// The language of the reply.
    pub language: Option<Language>,
}

/// Reads the lookup of a code: `system`, `code`, `region` and `language` as they were sent.
///
/// # Errors
/// Every fault of every parameter.
pub fn code_query(
    system: Option<&str>,
    code: Option<&str>,
    region: Option<&str>,
    tag: Option<&str>,
) -> Result<CodeQuery, Vec<FieldFault>> {
    let mut faults = Vec::new();
    let mut note = |name: &str, fault| faults.push(FieldFault { place: Place::Query(Some(String::from(name))), fault });
    let system = code_of(system, CODE_SYSTEM_CHARS_MAX).map_err(|fault| note("system", fault));
    let code = code_of(code, CODE_CHARS_MAX).map_err(|fault| note("code", fault));
    let region = optional(region, |code| Region::from_code(code).map_err(|_| Fault::UnknownRegion))
        .map_err(|fault| note("region", fault));
    let language =
        optional(tag, |tag| language(tag).ok_or(Fault::UnknownLanguage)).map_err(|fault| note("language", fault));
    match (system, code, region, language) {
        (Ok(system), Ok(code), Ok(region), Ok(language)) => {
            Ok(CodeQuery { system: system.to_ascii_lowercase(), code: code.to_owned(), region, language })
        }
        _ => Err(faults),
    }
}

/// A code or the name of a code system: letters, digits, dots, hyphens.
fn code_of(text: Option<&str>, chars_max: usize) -> Result<&str, Fault> {
    let text = text.ok_or(Fault::Missing)?;
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let is_code = (1..=chars_max).contains(&text.len()) && text.bytes().all(fits);
    if is_code { Ok(text) } else { Err(Fault::NotACode) }
}

/// Reads what is being written.
///
/// # Errors
/// The fault of `q`.
pub fn suggestion_query(words: Option<&str>) -> Result<String, Vec<FieldFault>> {
    looked_for(words).map_err(|fault| vec![FieldFault { place: Place::Query(Some("q".to_owned())), fault }])
}

/// Reads the language that a page is asked for in.
///
/// # Errors
/// The fault of `language`.
pub fn reader_language(tag: Option<&str>) -> Result<Option<Language>, Vec<FieldFault>> {
    optional(tag, |tag| language(tag).ok_or(Fault::UnknownLanguage))
        .map_err(|fault| vec![FieldFault { place: Place::Query(Some("language".to_owned())), fault }])
}

/// Reads how a referral is to be written; nothing when it is not said.
///
/// # Errors
/// The fault of `format`.
pub fn referral_format(format: Option<&str>) -> Result<Option<Format>, Vec<FieldFault>> {
    optional(format, |format| Format::from_word(format).ok_or(Fault::Said("fault-unknown-format")))
        .map_err(|fault| vec![FieldFault { place: Place::Query(Some("format".to_owned())), fault }])
}

/// A parameter that need only be named, or is true or false.
///
/// # Errors
/// It is something else.
pub fn flag(name: &str, sent: Option<&str>) -> Result<bool, Vec<FieldFault>> {
    match sent {
        Some("" | "true") => Ok(true),
        None | Some("false") => Ok(false),
        Some(_) => Err(vec![FieldFault { place: Place::Query(Some(name.to_owned())), fault: Fault::NotTrueOrFalse }]),
    }
}

fn looked_for(text: Option<&str>) -> Result<String, Fault> {
    match words(text.unwrap_or_default(), QUERY_CHARS_MAX) {
        Ok(words) => Ok(words.to_owned()),
        Err(Fault::Empty) => Err(Fault::NothingSought),
        Err(fault) => Err(fault),
    }
}

fn optional<T>(text: Option<&str>, read: impl FnOnce(&str) -> Result<T, Fault>) -> Result<Option<T>, Fault> {
    text.map(read).transpose()
}

fn number(text: &str, most: u64) -> Result<u64, Fault> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse().ok().filter(|number| digits && (1..=most).contains(number));
    number.ok_or(Fault::NotANumberBetween(1, most))
}
