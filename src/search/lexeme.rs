//! What does one word bring to the index or to a query? Stems, compound parts, grams and concepts.

use std::collections::{BTreeSet, HashSet};

use super::concept::{ConceptId, ConceptMatcher};
use super::stem::Stems;
use super::text::{fold, grams, tidy, words};
use crate::clinical::Language;
use crate::corpus::Concepts;

/// What follows is not read: no word is longer, and work on a word grows with the square of its length.
const LONGEST_WORD: usize = 64;
/// Shorter words are no compounds, and shorter parts too often stand in words by chance.
const SHORTEST_COMPOUND: usize = 7;
const SHORTEST_PART: usize = 4;
/// Parts shorter than that must be concepts: knä, led.
const SHORTEST_CONCEPT_PART: usize = 3;
const MOST_PARTS: usize = 4;

/// One word, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lexeme {
    /// The folded spelling.
    pub folded: String,
    /// The folded stems, one per language asked for, each once.
    pub stems: Vec<String>,
    /// The stems of the parts of a compound.
    pub parts: Vec<String>,
    /// The padded grams of the folded spelling.
    pub grams: Vec<String>,
    /// What the concept matcher knows the word by.
    pub keys: Vec<u32>,
    /// The concepts that the word names or, when it names none, those that its parts name.
    pub concepts: Vec<ConceptId>,
    /// Whether it only holds the sentence together.
    pub function_word: bool,
}

/// Takes words apart. Index and query use the same one.
pub struct Analyser {
    stems: Stems,
    matcher: ConceptMatcher,
    function_words: HashSet<String>,
    parts: HashSet<String>,
}

impl Analyser {
    /// An analyser that knows these concepts, and whose compounds are made of their words and of `vocabulary`.
    pub fn new<'v>(concepts: &Concepts, vocabulary: impl Iterator<Item = &'v str>) -> Self {
        let stems = Stems::new();
        let matcher = ConceptMatcher::new(concepts, &stems);
        let mut parts: HashSet<String> =
            vocabulary.map(fold).filter(|word| word.chars().count() >= SHORTEST_PART).collect();
        for form in concept_words(concepts) {
            let folded = fold(&form);
            if folded.chars().count() >= SHORTEST_CONCEPT_PART {
                parts.insert(folded);
            }
        }
        let function_words: HashSet<String> = concepts.function_words.iter().map(|word| fold(word)).collect();
        parts.retain(|part| !function_words.contains(part));
        Self { stems, matcher, function_words, parts }
    }

    /// The matcher of runs of words.
    pub const fn matcher(&self) -> &ConceptMatcher {
        &self.matcher
    }

    /// Whether some word of the vocabulary is spelt so.
    pub fn knows(&self, folded: &str) -> bool {
        self.parts.contains(folded) || self.function_words.contains(folded)
    }

    /// Takes a word in lower case apart, as a word of any of these languages.
    pub fn lexeme(&self, word: &str, languages: &[Language]) -> Lexeme {
        let word = word.char_indices().nth(LONGEST_WORD).and_then(|(end, _)| word.get(..end)).unwrap_or(word);
        let folded = fold(word);
        if self.function_words.contains(&folded) {
            let keys = self.matcher.keys([folded.as_str()]);
            return Lexeme { folded, keys, function_word: true, ..Lexeme::default() };
        }
        let stems = self.stems_of(word, languages);
        let compound: Vec<(String, Vec<String>)> =
            self.split(&folded).into_iter().map(|part| (part.clone(), self.stems_of(&part, languages))).collect();
        let mut parts: Vec<String> = compound.iter().flat_map(|(_, stems)| stems.clone()).collect();
        parts.retain(|part| !stems.contains(part));
        dedupe(&mut parts);
        let keys = self.keys_of(&folded, &stems);
        let mut concepts = self.concepts_of(&[&keys]);
        if concepts.is_empty() {
            // benskörhet is a disease, not a leg: parts speak only where the whole says nothing.
            let keys: Vec<Vec<u32>> = compound.iter().map(|(part, stems)| self.keys_of(part, stems)).collect();
            concepts = self.concepts_of(&keys.iter().map(Vec::as_slice).collect::<Vec<_>>());
        }
        concepts.sort_unstable();
        concepts.dedup();
        Lexeme { grams: grams(&folded), folded, stems, parts, keys, concepts, function_word: false }
    }

    fn stems_of(&self, word: &str, languages: &[Language]) -> Vec<String> {
        let mut stems: Vec<String> = languages.iter().map(|language| self.stems.stem(*language, word)).collect();
        dedupe(&mut stems);
        stems
    }

    fn keys_of(&self, folded: &str, stems: &[String]) -> Vec<u32> {
        self.matcher.keys(std::iter::once(folded).chain(stems.iter().map(String::as_str)))
    }

    fn concepts_of(&self, words: &[&[u32]]) -> Vec<ConceptId> {
        self.matcher.find(words).into_iter().map(|named| named.concept).collect()
    }

    /// The parts that cover a folded compound, the longest first part that leaves a known rest; none when it is no
    /// compound of known words.
    fn split(&self, folded: &str) -> Vec<String> {
        let mut parts = Vec::new();
        if folded.chars().count() >= SHORTEST_COMPOUND && !self.cover(folded, &mut parts) {
            parts.clear();
        }
        parts
    }

    fn cover(&self, rest: &str, parts: &mut Vec<String>) -> bool {
        if parts.len() >= MOST_PARTS {
            return false;
        }
        let ends: Vec<usize> = rest.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
        for end in ends.into_iter().skip(SHORTEST_CONCEPT_PART - 1).rev() {
            let (Some(head), Some(tail)) = (rest.get(..end), rest.get(end..)) else { continue };
            let whole = parts.is_empty() && tail.is_empty();
            let Some(part) = self.part(head, tail.is_empty()).filter(|_| !whole) else { continue };
            parts.push(part);
            if tail.is_empty() || self.cover(tail, parts) {
                return true;
            }
            parts.pop();
        }
        false
    }

    /// The word that a piece of a compound is: as it stands, without the s that links it to the next, or, at the end,
    /// without an inflection.
    fn part(&self, piece: &str, last: bool) -> Option<String> {
        let known = |word: &str| self.parts.contains(word).then(|| word.to_owned());
        known(piece).or_else(|| {
            if last {
                [Language::Swedish, Language::Danish].into_iter().find_map(|language| {
                    let stem = self.stems.stem(language, piece);
                    known(&stem).filter(|stem| stem.chars().count() >= SHORTEST_PART)
                })
            } else {
                piece.strip_suffix('s').and_then(known)
            }
        })
    }
}

/// Every word of every form, in lower case.
fn concept_words(concepts: &Concepts) -> BTreeSet<String> {
    let forms = concepts.concepts.iter().flat_map(|concept| &concept.forms).map(|(_, form)| tidy(form));
    let mut found = BTreeSet::new();
    for form in forms {
        found.extend(words(&form).filter_map(|range| form.get(range)).map(str::to_lowercase));
    }
    found
}

fn dedupe(list: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    list.retain(|item| seen.insert(item.clone()));
}
