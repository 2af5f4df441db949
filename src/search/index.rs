//! What is known of every passage? The index: built once in memory, in one segment, the same for the same corpus.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::ops::Range;

use super::build::{Builder, Built};
use super::channel::{Bm25, Channel};
use super::concept::Named;
use super::lexeme::Analyser;
use super::passage::{Passage, passages};
use super::sentence::Sentence;
use super::spelling::Spelling;
use super::suggest::Suggestions;
use super::text::{tidy, words};
use crate::corpus::{Concepts, Corpus};

/// The usual saturation; sections differ in length by what they have to say, so length counts less than usual.
const BM25: Bm25 = Bm25 { k1: 1.2, b: 0.6 };

/// The index could not be built or read.
#[derive(Debug)]
pub struct SearchError(tantivy::TantivyError);

impl fmt::Display for SearchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the search index could not be built or read")
    }
}

impl std::error::Error for SearchError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

impl From<tantivy::TantivyError> for SearchError {
    fn from(error: tantivy::TantivyError) -> Self {
        Self(error)
    }
}

/// A word of a passage: where it stands, and its place among the lexemes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written {
    pub start: u32,
    pub end: u32,
    pub lexeme: u32,
}

impl Written {
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// What a lexeme is known by when a hit is marked: numbers instead of texts.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub folded: String,
    pub terms: Vec<u32>,
    pub concepts: Vec<u32>,
}

/// A passage with its words and sentences.
#[derive(Debug)]
pub(super) struct Indexed {
    pub passage: Passage,
    pub words: Vec<Written>,
    /// Concepts that several words name together.
    pub named: Vec<Named>,
    pub sentences: Vec<Sentence>,
}

/// Every passage of every edition, ready to be searched.
pub struct Index {
    pub(super) analyser: Analyser,
    pub(super) passages: Vec<Indexed>,
    pub(super) lexemes: Vec<Known>,
    /// The number of every stem and compound part.
    pub(super) terms: HashMap<String, u32>,
    pub(super) words: Channel,
    pub(super) grams: Channel,
    pub(super) concepts: Channel,
    pub(super) spelling: Spelling,
    pub(super) suggestions: Suggestions,
    bytes: usize,
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index").field("passages", &self.passages.len()).finish_non_exhaustive()
    }
}

impl Index {
    /// The index over every section of the corpus.
    ///
    /// # Errors
    /// `SearchError` when tantivy cannot build it.
    pub fn build(corpus: &Corpus) -> Result<Self, SearchError> {
        Self::of(passages(corpus), &corpus.concepts)
    }

    /// The index over these passages.
    ///
    /// # Errors
    /// `SearchError` when tantivy cannot build it.
    pub fn of(passages: impl IntoIterator<Item = Passage>, concepts: &Concepts) -> Result<Self, SearchError> {
        let passages: Vec<Passage> = passages.into_iter().map(tidied).collect();
        let vocabulary = vocabulary(&passages);
        let analyser = Analyser::new(concepts, vocabulary.keys().map(String::as_str));
        let mut builder = Builder::new(&analyser)?;
        let indexed: Vec<Indexed> =
            passages.into_iter().map(|passage| builder.add(passage)).collect::<Result<_, _>>()?;
        let Built { lexemes, terms, segment, fields, bytes } = builder.finish()?;
        let channel = |field| Channel::open(&segment, field, BM25);
        Ok(Self {
            words: channel(fields.words)?,
            grams: channel(fields.grams)?,
            concepts: channel(fields.concepts)?,
            spelling: Spelling::new(&vocabulary, concepts),
            suggestions: Suggestions::new(&indexed, &vocabulary, concepts),
            passages: indexed,
            lexemes,
            terms,
            analyser,
            bytes,
        })
    }

    /// How many passages there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.passages.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.passages.is_empty()
    }

    /// What the postings and dictionaries take in memory.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.bytes
    }
}

fn tidied(passage: Passage) -> Passage {
    Passage { context: tidy(&passage.context), heading: tidy(&passage.heading), text: tidy(&passage.text), ..passage }
}

/// Every word of headings and texts in lower case, with the number of times it stands there.
fn vocabulary(passages: &[Passage]) -> BTreeMap<String, u32> {
    let mut vocabulary = BTreeMap::new();
    for text in passages.iter().flat_map(|passage| [&passage.heading, &passage.text]) {
        for word in words(text).filter_map(|range| text.get(range)) {
            *vocabulary.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    vocabulary
}
