//! What does a query look for? Words, grams and concepts with their weights, and what was probably meant.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::concept::{ConceptId, Named};
use super::index::Index;
use super::lexeme::Lexeme;
use super::text::{tidy, words};
use crate::clinical::Language;

/// Text beyond that is not read, words beyond that are not looked for, and no more of them are corrected.
const MOST_CHARACTERS: usize = 4_000;
const MOST_WORDS: usize = 48;
const MOST_CORRECTIONS: usize = 8;

/// How much a part of a compound counts beside a whole word.
const PART: f32 = 0.5;
/// How much a concept counts that is named within a longer run: bone in "bone density scan".
const WITHIN: f32 = 0.3;
/// The power of the number of meanings by which each of them is divided.
const AMBIGUITY: f32 = 0.5;

/// A query, taken apart.
#[derive(Debug, Default)]
pub struct Asked {
    /// Stems with their weights.
    pub words: BTreeMap<String, f32>,
    /// Grams with the number of words that have them.
    pub grams: BTreeMap<String, f32>,
    /// Concepts with the number of times they are named.
    pub concepts: BTreeMap<ConceptId, f32>,
    /// The folded words, for marking what resembles them.
    pub folded: Vec<String>,
    /// The query as it was probably meant, when that differs.
    pub correction: Option<String>,
}

impl Asked {
    pub fn new(index: &Index, text: &str) -> Self {
        let cut = text.char_indices().nth(MOST_CHARACTERS).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
        let text = tidy(cut);
        let mut asked = Self::default();
        let mut corrections: Vec<(Range<usize>, String)> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut lexemes: Vec<Lexeme> = Vec::new();
        for range in words(&text).take(MOST_WORDS * 4) {
            let word = text.get(range.clone()).unwrap_or_default().to_lowercase();
            let mut lexeme = index.analyser.lexeme(&word, &Language::ALL);
            let fresh = seen.insert(lexeme.folded.clone());
            if fresh && !lexeme.function_word && seen.len() <= MOST_WORDS {
                if corrections.len() < MOST_CORRECTIONS
                    && let Some(meant) = index.meant(&lexeme)
                {
                    let meant = meant.to_owned();
                    asked.grams(&lexeme);
                    lexeme = index.analyser.lexeme(&meant, &Language::ALL);
                    corrections.push((range, meant));
                }
                asked.take(&lexeme);
            }
            lexemes.push(lexeme);
        }
        asked.concepts(index, &lexemes);
        asked.correction = corrected(&text, &corrections);
        asked
    }

    fn take(&mut self, lexeme: &Lexeme) {
        for stem in &lexeme.stems {
            self.words.insert(stem.clone(), 1.0);
        }
        for part in &lexeme.parts {
            self.words.entry(part.clone()).or_insert(PART);
        }
        self.grams(lexeme);
        self.folded.push(lexeme.folded.clone());
    }

    /// The concepts that words name alone and together. What is named within a longer run says little of its own, and
    /// what can mean several things says less of each.
    fn concepts(&mut self, index: &Index, lexemes: &[Lexeme]) {
        let keys: Vec<&[u32]> = lexemes.iter().map(|lexeme| lexeme.keys.as_slice()).collect();
        let mut named: Vec<Named> = index.analyser.matcher().find(&keys);
        named.retain(|named| named.words > 1);
        for (first, lexeme) in lexemes.iter().enumerate() {
            named.extend(lexeme.concepts.iter().map(|concept| Named { first, words: 1, concept: *concept }));
        }
        for one in &named {
            let meanings = named.iter().filter(|other| (other.first, other.words) == (one.first, one.words)).count();
            let within = named.iter().any(|other| other.words > one.words && other.covers(one));
            let weight = if within { WITHIN } else { 1.0 } / (meanings as f32).powf(AMBIGUITY);
            let known = self.concepts.entry(one.concept).or_default();
            *known = known.max(weight);
        }
    }

    fn grams(&mut self, lexeme: &Lexeme) {
        for gram in &lexeme.grams {
            self.grams.insert(gram.clone(), 1.0);
        }
    }
}

impl Index {
    /// What a word that nothing knows was meant to be.
    fn meant(&self, lexeme: &Lexeme) -> Option<&str> {
        let known = self.analyser.knows(&lexeme.folded)
            || !lexeme.concepts.is_empty()
            || !lexeme.parts.is_empty()
            || lexeme.stems.iter().any(|stem| self.terms.contains_key(stem))
            || lexeme.folded.contains(|c: char| c.is_ascii_digit())
            || self.spelling.begins(&lexeme.folded);
        if known { None } else { self.spelling.correct(&lexeme.folded) }
    }
}

fn corrected(text: &str, corrections: &[(Range<usize>, String)]) -> Option<String> {
    let mut corrected = String::new();
    let mut from = 0;
    for (range, meant) in corrections {
        corrected.push_str(text.get(from..range.start)?);
        corrected.push_str(meant);
        from = range.end;
    }
    corrected.push_str(text.get(from..)?);
    (!corrections.is_empty()).then(|| corrected.trim().to_owned())
}
