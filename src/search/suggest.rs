//! What might somebody be about to write? Concepts, headings and frequent words that begin so.

use std::collections::{BTreeMap, BTreeSet};

use super::index::{Index, Indexed};
use super::text::{fold, tidy, words};
use crate::corpus::Concepts;

/// A word must stand that often to be suggested alone, and be that long.
const FREQUENT: u32 = 3;
const LONG: usize = 6;
/// More are never asked for.
const MOST: usize = 50;

/// What kind of thing is suggested; the first come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// The form of a concept that its language prefers.
    Concept,
    Heading,
    Word,
    /// Another form of a concept.
    Form,
    /// A heading that has the prefix further in.
    WithinHeading,
}

/// Everything that can be suggested, by folded text.
#[derive(Debug, Default)]
pub struct Suggestions {
    /// Folded text, kind, the text as shown; in order.
    entries: Vec<(String, Kind, String)>,
}

impl Suggestions {
    pub fn new(passages: &[Indexed], vocabulary: &BTreeMap<String, u32>, concepts: &Concepts) -> Self {
        let mut entries = Vec::new();
        let function_words: BTreeSet<String> = concepts.function_words.iter().map(|word| fold(word)).collect();
        for concept in &concepts.concepts {
            let mut preferred = BTreeSet::new();
            for (language, form) in &concept.forms {
                let kind = if preferred.insert(language) { Kind::Concept } else { Kind::Form };
                let key = key(form);
                // "how long" is there to be matched, not to be suggested.
                if !key.split(' ').next().is_some_and(|first| function_words.contains(first)) {
                    entries.push((key, kind, form.clone()));
                }
            }
        }
        for indexed in passages {
            let heading = &indexed.passage.heading;
            for (place, range) in words(heading).enumerate() {
                let kind = if place == 0 { Kind::Heading } else { Kind::WithinHeading };
                entries.push((key(heading.get(range.start..).unwrap_or_default()), kind, heading.clone()));
            }
        }
        for (word, times) in vocabulary {
            if *times >= FREQUENT && word.chars().count() >= LONG {
                entries.push((key(word), Kind::Word, word.clone()));
            }
        }
        entries.sort_unstable();
        entries.dedup();
        Self { entries }
    }

    fn starting(&self, prefix: &str) -> impl Iterator<Item = &(String, Kind, String)> {
        let from = self.entries.partition_point(|(key, ..)| key.as_str() < prefix);
        self.entries.iter().skip(from).take_while(move |(key, ..)| key.starts_with(prefix))
    }
}

/// The folded words of a text, a space between them.
fn key(text: &str) -> String {
    let text = tidy(text);
    let folded: Vec<String> = words(&text).filter_map(|range| text.get(range)).map(fold).collect();
    folded.join(" ")
}

impl Index {
    /// What begins as `prefix` does, on any keyboard: concepts, headings, frequent words, then other ways
    /// to say a concept; the shortest of each first.
    #[must_use]
    pub fn suggest(&self, prefix: &str, limit: usize) -> Vec<String> {
        let prefix = key(prefix.chars().take(100).collect::<String>().as_str());
        if prefix.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<&(String, Kind, String)> = self.suggestions.starting(&prefix).collect();
        found.sort_by(|one, other| {
            (one.1, one.0.chars().count(), &one.2).cmp(&(other.1, other.0.chars().count(), &other.2))
        });
        let mut seen = BTreeSet::new();
        let texts = found.into_iter().map(|(_, _, text)| text).filter(|text| seen.insert(key(text)));
        texts.take(limit.min(MOST)).cloned().collect()
    }
}
