//! What does a query look for? Words, grams and concepts with their weights, and what was probably meant.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::concept::ConceptId;
use super::index::Index;
use super::lexeme::Lexeme;
use super::text::{tidy, words};

/// Text beyond that is not read, words beyond that are not looked for, and no more of them are corrected.
const MOST_CHARACTERS: usize = 4_000;
const MOST_WORDS: usize = 48;
const MOST_CORRECTIONS: usize = 8;

/// How much a part of a compound counts beside a whole word.
const PART: f32 = 0.5;

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
            let mut lexeme = index.analyser.lexeme(&word, &index.query_languages);
            let fresh = seen.insert(lexeme.folded.clone());
            if fresh && !lexeme.function_word && seen.len() <= MOST_WORDS {
                if corrections.len() < MOST_CORRECTIONS
                    && let Some(meant) = index.meant(&lexeme)
                {
                    let meant = meant.to_owned();
                    asked.grams(&lexeme);
                    lexeme = index.analyser.lexeme(&meant, &index.query_languages);
                    corrections.push((range, meant));
                }
                asked.take(&lexeme);
            }
            lexemes.push(lexeme);
        }
        let keys: Vec<&[u32]> = lexemes.iter().map(|lexeme| lexeme.keys.as_slice()).collect();
        for named in index.analyser.matcher().find(&keys) {
            asked.concepts.entry(named.concept).or_insert(1.0);
        }
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
        for concept in &lexeme.concepts {
            self.concepts.entry(*concept).or_insert(1.0);
        }
        self.grams(lexeme);
        self.folded.push(lexeme.folded.clone());
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
