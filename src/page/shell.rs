//! What stands round every page: its language and address, the ways to the others, and what it stands on.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::ask::Service;
use crate::clinical::{Language, Region};
use crate::corpus::Guideline;
use crate::reply::Speaker;

/// Who reads which page, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The language of the page.
    pub language: Language,
    /// Whether the address names the language, so that the ways from the page should too.
    pub chosen: bool,
    /// The path of the page.
    pub path: String,
    /// The query of the page, without the language.
    pub query: Vec<(&'static str, String)>,
    /// The day it is read.
    pub today: Date,
}

/// A way to the same page in another language, or in this one.
pub struct LanguageLink {
    /// The BCP 47 code.
    pub code: &'static str,
    /// The language's own name of itself.
    pub name: &'static str,
    /// Where.
    pub address: String,
    /// Whether it is the language of the page.
    pub current: bool,
}

/// What every template has: who speaks, and where things are.
pub struct Shell<'a> {
    /// Who speaks.
    pub speaker: &'a Speaker,
    service: &'a Service,
    visit: &'a Visit,
}

/// The pages that every page leads to, with the messages that name them.
const WAYS: [(&str, &str); 5] = [
    ("/", "page-nav-ask"),
    ("/guidelines", "page-nav-guidelines"),
    ("/search", "page-nav-search"),
    ("/embed", "page-nav-embed"),
    ("/docs", "page-nav-docs"),
];

/// How much of a fingerprint tells two corpora apart for a reader.
const FINGERPRINT_SHOWN: usize = 19;

impl<'a> Shell<'a> {
    /// The shell of a page.
    pub fn new(service: &'a Service, visit: &'a Visit) -> Self {
        Self { speaker: service.locales().speaker(visit.language), service, visit }
    }

    /// A message without variables.
    pub fn say(&self, id: &str) -> &'a str {
        self.speaker.say(id)
    }

    /// The BCP 47 code of the page.
    pub const fn language(&self) -> &'static str {
        self.visit.language.code()
    }

    /// Whether the address names the language.
    pub const fn chosen(&self) -> bool {
        self.visit.chosen
    }

    /// A path of ours, in the language that the reader chose.
    pub fn to(&self, path: &str) -> String {
        self.with(path, &[])
    }

    /// A path of ours with a query, in the language that the reader chose.
    pub fn with(&self, path: &str, query: &[(&str, &str)]) -> String {
        let chosen = self.visit.chosen.then_some(("language", self.language()));
        let query: Vec<_> = query.iter().copied().chain(chosen).collect();
        address(path, &query)
    }

    /// The same page in every language.
    pub fn languages(&self) -> Vec<LanguageLink> {
        let link = |language: Language| {
            let query = self.visit.query.iter().map(|(name, value)| (*name, value.as_str()));
            let query: Vec<_> = query.chain([("language", language.code())]).collect();
            LanguageLink {
                code: language.code(),
                name: match language {
                    Language::Swedish => "Svenska",
                    Language::Danish => "Dansk",
                    Language::English => "English",
                },
                address: address(&self.visit.path, &query),
                current: language == self.visit.language,
            }
        };
        Language::ALL.map(link).into()
    }

    /// The ways to the other pages: address, name, whether it is this one.
    pub fn ways(&self) -> Vec<(String, &'a str, bool)> {
        let here = |path: &str| match path {
            "/" => self.visit.path == "/" || self.visit.path == "/ask" || self.visit.path.starts_with("/answers/"),
            path => self.visit.path == path || self.visit.path.starts_with(&format!("{path}/")),
        };
        WAYS.map(|(path, id)| (self.to(path), self.say(id), here(path))).into()
    }

    /// The beginning of the corpus' fingerprint.
    pub fn fingerprint(&self) -> String {
        short(&self.service.corpus().fingerprint)
    }

    /// The version of the program.
    pub const fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    /// The regions that have guidelines, by name.
    pub fn regions(&self) -> Vec<(Region, &'a str)> {
        let mut regions: Vec<_> =
            self.service.corpus().guidelines.iter().map(|guideline| guideline.metadata.region).collect();
        regions.sort_by_key(|region| self.region(*region));
        regions.dedup();
        regions.into_iter().map(|region| (region, self.region(region))).collect()
    }

    /// The languages that guidelines are written in.
    pub fn written(&self) -> Vec<Language> {
        let written = |language: &Language| {
            self.service.corpus().guidelines.iter().any(|guideline| guideline.metadata.language == *language)
        };
        Language::ALL.into_iter().filter(written).collect()
    }

    /// The name of a region.
    pub fn region(&self, region: Region) -> &'a str {
        self.say(&format!("region-{region}"))
    }

    /// The name of a guideline in the language of the page.
    pub fn guideline(&self, guideline: &Guideline) -> &'a str {
        self.say(&format!("guideline-{}", guideline.id().replace('/', "-")))
    }

    /// How a guideline stands on the day that the page is read.
    pub fn validity(&self, guideline: &Guideline) -> Validity {
        validity(self.speaker, guideline, self.visit.today)
    }
}

/// How a guideline stands on a day, in words.
pub struct Validity {
    /// `expired`, `coming`, `old`, `undated` or `valid`: what the look goes by.
    pub state: &'static str,
    /// In words.
    pub text: String,
}

/// How a guideline stands on a day.
pub fn validity(speaker: &Speaker, guideline: &Guideline, day: Date) -> Validity {
    let metadata = &guideline.metadata;
    let dated = |id: &str, date: Option<Date>| {
        let date = date.map(|date| speaker.date(date)).unwrap_or_default();
        speaker.tell(id, &[("date", &date)])
    };
    let (state, text) = if metadata.expired_on(day) {
        ("expired", dated("page-validity-expired", metadata.valid_to))
    } else if !metadata.in_force_by(day) {
        ("coming", dated("page-validity-coming", metadata.valid_from.or(metadata.published)))
    } else if metadata.undated() {
        ("undated", speaker.say("page-validity-undated").to_owned())
    } else if metadata.valid_to.is_some() {
        ("valid", dated("page-validity-to", metadata.valid_to))
    } else {
        let newest = metadata.newest_date();
        let month_only = metadata.last_revised_month_only && newest == metadata.last_revised;
        let date = newest.map(|date| if month_only { speaker.month(date) } else { speaker.date(date) });
        let (state, id) =
            if metadata.old_on(day) { ("old", "page-validity-old") } else { ("valid", "page-validity-from") };
        (state, speaker.tell(id, &[("date", &date.unwrap_or_default())]))
    };
    Validity { state, text }
}

/// The beginning of a fingerprint, enough to compare by eye.
pub fn short(fingerprint: &str) -> String {
    fingerprint.chars().take(FINGERPRINT_SHOWN).collect()
}

/// A path with a query, percent-encoded.
#[must_use]
pub fn address(path: &str, query: &[(&str, &str)]) -> String {
    let mut address = path.to_owned();
    for (place, (name, value)) in query.iter().enumerate() {
        address.push(if place == 0 { '?' } else { '&' });
        address.push_str(name);
        address.push('=');
        for byte in value.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => address.push(char::from(byte)),
                // Writing to a String cannot fail.
                byte => drop(write!(address, "%{byte:02X}")),
            }
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_carries_any_text_and_nothing_of_it_is_markup() {
        assert_eq!(address("/search", &[]), "/search");
        let query = [("q", "höft & \"led\" <b>"), ("page", "2")];
        assert_eq!(address("/search", &query), "/search?q=h%C3%B6ft%20%26%20%22led%22%20%3Cb%3E&page=2");
    }
}
