//! What is known of every passage? The index: built once in memory, in one segment, the same for the same corpus.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::ops::Range;

use tantivy::directory::RamDirectory;
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{SingleSegmentIndexWriter, TantivyDocument};

use super::channel::{Bm25, Channel};
use super::concept::Named;
use super::lexeme::{Analyser, Lexeme};
use super::passage::{Passage, passages};
use super::sentence::{Sentence, sentences};
use super::spelling::Spelling;
use super::suggest::Suggestions;
use super::text::{tidy, words};
use crate::clinical::Language;
use crate::corpus::{Concepts, Corpus};

/// Memory that tantivy may take for its tables while it builds.
const BUILD_BYTES: usize = 64_000_000;
/// The usual saturation; sections differ in length by what they have to say, so length counts less than usual.
const BM25: Bm25 = Bm25 { k1: 1.2, b: 0.6 };
/// How often the heading counts in a passage; its text and its context count once.
const HEADING: usize = 2;

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

/// A passage with its words.
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
    pub(super) terms: HashMap<String, u32>,
    pub(super) words: Channel,
    pub(super) grams: Channel,
    pub(super) concepts: Channel,
    /// The languages that a word of a query may be in.
    pub(super) query_languages: Vec<Language>,
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
        let Builder { lexemes, terms, writer, directory, fields, .. } = builder;
        let index = writer.finalize()?;
        let searcher = index.reader()?.searcher();
        let segment = searcher.segment_reader(0);
        let channel = |field| Channel::open(segment, field, BM25);
        Ok(Self {
            words: channel(fields.words)?,
            grams: channel(fields.grams)?,
            concepts: channel(fields.concepts)?,
            spelling: Spelling::new(&vocabulary, concepts),
            suggestions: Suggestions::new(&indexed, &vocabulary, concepts),
            passages: indexed,
            lexemes: lexemes.into_iter().map(|(_, known)| known).collect(),
            terms,
            query_languages: Language::ALL.to_vec(),
            analyser,
            bytes: directory.total_mem_usage(),
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

struct Fields {
    words: Field,
    grams: Field,
    concepts: Field,
}

struct Builder<'a> {
    analyser: &'a Analyser,
    places: HashMap<(Language, String), u32>,
    lexemes: Vec<(Lexeme, Known)>,
    terms: HashMap<String, u32>,
    writer: SingleSegmentIndexWriter,
    directory: RamDirectory,
    fields: Fields,
}

/// What a document's fields hold, terms apart by spaces.
#[derive(Default)]
struct Fill {
    words: String,
    grams: String,
    concepts: String,
}

impl<'a> Builder<'a> {
    fn new(analyser: &'a Analyser) -> Result<Self, SearchError> {
        let mut schema = Schema::builder();
        // Terms come analysed and apart by spaces; positions are not needed, for concepts are found before indexing.
        let terms =
            TextFieldIndexing::default().set_tokenizer("whitespace").set_index_option(IndexRecordOption::WithFreqs);
        let options = TextOptions::default().set_indexing_options(terms);
        let mut field = |name| schema.add_text_field(name, options.clone());
        let fields = Fields { words: field("words"), grams: field("grams"), concepts: field("concepts") };
        let directory = RamDirectory::create();
        let writer = tantivy::Index::builder()
            .schema(schema.build())
            .single_segment_index_writer(directory.clone(), BUILD_BYTES)?;
        Ok(Self {
            analyser,
            places: HashMap::new(),
            lexemes: Vec::new(),
            terms: HashMap::new(),
            writer,
            directory,
            fields,
        })
    }

    /// Documents are added in the passages' order, so that a document's number is its passage's place.
    fn add(&mut self, passage: Passage) -> Result<Indexed, SearchError> {
        let mut fill = Fill::default();
        for _ in 0..HEADING {
            self.read(&passage.heading, passage.language, &mut fill);
        }
        for line in passage.context.lines() {
            self.read(line, passage.language, &mut fill);
        }
        let (words, named) = self.read(&passage.text, passage.language, &mut fill);
        let mut document = TantivyDocument::default();
        document.add_text(self.fields.words, fill.words);
        document.add_text(self.fields.grams, fill.grams);
        document.add_text(self.fields.concepts, fill.concepts);
        self.writer.add_document(document)?;
        Ok(Indexed { sentences: sentences(&passage.text), passage, words, named })
    }

    fn read(&mut self, text: &str, language: Language, fill: &mut Fill) -> (Vec<Written>, Vec<Named>) {
        let mut written = Vec::new();
        for range in words(text) {
            let word = text.get(range.clone()).unwrap_or_default().to_lowercase();
            let lexeme = self.lexeme(word, language);
            written.push(Written { start: range.start as u32, end: range.end as u32, lexeme });
        }
        let lexemes = || written.iter().filter_map(|word| self.lexemes.get(word.lexeme as usize));
        for (lexeme, _) in lexemes() {
            fill.take(lexeme);
        }
        let keys: Vec<&[u32]> = lexemes().map(|(lexeme, _)| lexeme.keys.as_slice()).collect();
        let mut named = self.analyser.matcher().find(&keys);
        named.retain(|named| named.words > 1);
        for run in &named {
            fill.concept(run.concept);
        }
        (written, named)
    }

    /// The place of a word's lexeme, taken apart the first time that it is met.
    fn lexeme(&mut self, word: String, language: Language) -> u32 {
        if let Some(place) = self.places.get(&(language, word.clone())) {
            return *place;
        }
        let lexeme = self.analyser.lexeme(&word, &[language]);
        let mut terms = Vec::new();
        for term in lexeme.stems.iter().chain(&lexeme.parts) {
            let fresh = self.terms.len() as u32;
            terms.push(*self.terms.entry(term.clone()).or_insert(fresh));
        }
        let known = Known { folded: lexeme.folded.clone(), terms, concepts: lexeme.concepts.clone() };
        let place = self.lexemes.len() as u32;
        self.lexemes.push((lexeme, known));
        self.places.insert((language, word), place);
        place
    }
}

impl Fill {
    fn take(&mut self, lexeme: &Lexeme) {
        let into = |field: &mut String, terms: &[String]| {
            for term in terms {
                field.push_str(term);
                field.push(' ');
            }
        };
        into(&mut self.words, &lexeme.stems);
        into(&mut self.words, &lexeme.parts);
        into(&mut self.grams, &lexeme.grams);
        for concept in &lexeme.concepts {
            self.concept(*concept);
        }
    }

    fn concept(&mut self, concept: u32) {
        self.concepts.push_str(&concept.to_string());
        self.concepts.push(' ');
    }
}
