//! The fields of a body, read strictly: what was sent, or everything that is wrong with it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::json::Json;
use super::pointer::pointer;
use crate::clinical::{Fact, FactValue, Facts, Intent, Language, Origin, Region, Statement};
use crate::corpus::{FactDefinition, Given, Vocabulary};
use crate::http::fault::{Fault, FieldFault, Place};
use crate::http::limits::QUESTION_CHARS_MAX;

/// Everything that is wrong with a body, and the language that it asks for.
pub type Refused = (Vec<FieldFault>, Option<Language>);

/// What was sent, each field where the body has it. A field that is null is left out.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// `question` or `text`.
    pub words: Option<String>,
    /// `intent`
    pub intent: Option<Intent>,
    /// `facts`
    pub facts: Option<Facts>,
    /// `region`
    pub region: Option<Region>,
    /// `language`
    pub language: Option<Language>,
    /// `asOf`
    pub as_of: Option<Date>,
}

/// Reads a body that may have these fields. `enough` says what is missing from those that are there.
///
/// # Errors
/// Every fault of every field, and the language that the body asks for.
pub(super) fn read(
    body: &Json<'_>,
    known: &'static [&'static str],
    vocabulary: &Vocabulary,
    enough: impl FnOnce(&[&str]) -> Option<Fault>,
) -> Result<Fields, Refused> {
    let mut reader = Reader { known, vocabulary, fields: Fields::default(), faults: Vec::new() };
    reader.body(body, enough);
    let Reader { fields, faults, .. } = reader;
    if faults.is_empty() { Ok(fields) } else { Err((faults, fields.language)) }
}

struct Reader<'v> {
    known: &'static [&'static str],
    vocabulary: &'v Vocabulary,
    fields: Fields,
    faults: Vec<FieldFault>,
}

impl Reader<'_> {
    fn refuse(&mut self, pointer: impl Into<String>, fault: Fault) {
        self.faults.push(FieldFault { place: Place::Body(pointer.into()), fault });
    }

    fn body(&mut self, body: &Json<'_>, enough: impl FnOnce(&[&str]) -> Option<Fault>) {
        let Json::Object(entries) = body else { return self.refuse("", Fault::NotAnObject) };
        let mut seen = BTreeSet::new();
        for (key, value) in entries {
            match self.known.iter().find(|field| *field == key) {
                None => self.refuse(pointer("", key), Fault::UnknownField { fields: self.known }),
                Some(field) if !seen.insert(field) => self.refuse(format!("/{field}"), Fault::Twice),
                Some(field) => self.field(field, value),
            }
        }
        let there = entries.iter().filter(|(_, value)| *value != Json::Null);
        if let Some(fault) = enough(&there.map(|(key, _)| key.as_ref()).collect::<Vec<_>>()) {
            self.refuse("", fault);
        }
    }

    fn field(&mut self, field: &str, value: &Json<'_>) {
        match (field, value) {
            (_, Json::Null) => {}
            ("facts", Json::Object(entries)) => self.facts(entries),
            ("facts", _) => self.refuse("/facts", Fault::FactsNotAnObject),
            (_, Json::Text(text)) => {
                if let Err(fault) = self.text(field, text) {
                    self.refuse(format!("/{field}"), fault);
                }
            }
            _ => self.refuse(format!("/{field}"), Fault::NotText),
        }
    }

    fn text(&mut self, field: &str, text: &str) -> Result<(), Fault> {
        match field {
            "question" | "text" => self.fields.words = Some(words(text, QUESTION_CHARS_MAX)?.to_owned()),
            "intent" => self.fields.intent = Some(Intent::from_id(text).ok_or(Fault::UnknownIntent)?),
            "region" => self.fields.region = Some(Region::from_code(text).map_err(|_| Fault::UnknownRegion)?),
            "language" => self.fields.language = Some(language(text).ok_or(Fault::UnknownLanguage)?),
            _ => self.fields.as_of = Some(day(text).ok_or(Fault::NotADay)?),
        }
        Ok(())
    }

    fn facts(&mut self, entries: &[(Cow<'_, str>, Json<'_>)]) {
        let mut seen = BTreeSet::new();
        let mut facts = Facts::default();
        for (key, value) in entries {
            let Some(definition) = self.vocabulary.find(key) else {
                let near = self.vocabulary.nearest(key).map(|near| near.name.clone());
                self.refuse(pointer("/facts", key), Fault::UnknownFact(near));
                continue;
            };
            let place = || format!("/facts/{}", definition.name);
            if !seen.insert(definition.id) {
                self.refuse(place(), Fault::Twice);
                continue;
            }
            match fact(definition, value) {
                Some(fact) => facts.insert(definition.id, fact),
                None => self.refuse(place(), Fault::Value(Box::new(definition.clone()))),
            }
        }
        self.fields.facts = Some(facts);
    }
}

/// What is sent of a fact: its value, or null for "not known".
pub(in crate::http) fn fact(definition: &FactDefinition, value: &Json<'_>) -> Option<Fact> {
    match value {
        Json::Null => Some(Fact::NotKnown),
        value => fact_value(definition, value).map(|value| Fact::Known(Statement { value, origin: Origin::Given })),
    }
}

/// The value of a fact, when it has the fact's type and is one of its values.
fn fact_value(definition: &FactDefinition, value: &Json<'_>) -> Option<FactValue> {
    let given = match value {
        Json::Boolean(value) => Given::Boolean(*value),
        Json::Number(number) => Given::Number(*number),
        Json::Text(text) => Given::Text(text),
        _ => return None,
    };
    definition.accept(given).ok()
}

/// Text with words in it, of at most so many characters.
pub(super) fn words(text: &str, chars_max: usize) -> Result<&str, Fault> {
    // A text has at least as many bytes as characters, so that most texts need no counting.
    if text.len() > chars_max && text.chars().count() > chars_max {
        return Err(Fault::TooLong(chars_max));
    }
    if text.chars().all(blank) { Err(Fault::Empty) } else { Ok(text) }
}

/// What `request::schema` says that a text must have something else than.
fn blank(character: char) -> bool {
    character <= ' ' || character.is_whitespace() || character == '\u{feff}'
}

/// The language of a well-formed BCP 47 tag: `sv`, `da-DK`.
pub(super) fn language(tag: &str) -> Option<Language> {
    let mut subtags = tag.split('-');
    let primary = Language::from_tag(subtags.next().filter(|primary| !primary.contains('_'))?)?;
    let fits =
        |subtag: &str| (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric());
    subtags.all(fits).then_some(primary)
}

/// An ISO 8601 day, `2026-11-21`, and no other way of writing one.
fn day(text: &str) -> Option<Date> {
    let shaped = text.len() == 10
        && text.bytes().zip(0..).all(|(byte, place)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    text.parse().ok().filter(|_| shaped)
}

#[cfg(test)]
mod tests {
    use super::{day, language, words};
    use crate::clinical::Language;

    #[test]
    fn a_text_without_words_is_empty() {
        for text in ["", " \t\r\n", "\u{0}", "\u{85}\u{a0}\u{2003}\u{feff}"] {
            assert!(words(text, 10).is_err(), "{text:?}");
        }
        assert!(words(" ? ", 10).is_ok());
    }

    #[test]
    fn days_and_languages_are_read_strictly() {
        assert!(day("2026-02-28").is_some() && day("2024-02-29").is_some());
        for other in ["2026-02-29", "2026-2-1", "20260201", "2026-02-01T00:00", "+02026-02-01", "i dag", ""] {
            assert_eq!(day(other), None, "{other}");
        }
        assert_eq!(language("sv-SE"), Some(Language::Swedish));
        assert_eq!(language("DA"), Some(Language::Danish));
        for other in ["sv_SE", "sv-", "svenska", "no", "", "en-abcdefghi"] {
            assert_eq!(language(other), None, "{other}");
        }
    }
}
