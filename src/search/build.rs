//! How do passages become postings? Each word is taken apart once; tantivy gets terms, not text.

use std::collections::HashMap;

use tantivy::directory::RamDirectory;
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{ReloadPolicy, SegmentReader, SingleSegmentIndexWriter, TantivyDocument};

use super::concept::Named;
use super::index::{Indexed, Known, SearchError, Written};
use super::lexeme::{Analyser, Lexeme};
use super::passage::Passage;
use super::sentence::sentences;
use super::text::words;
use crate::clinical::Language;

/// Memory that tantivy sizes its tables for while it builds.
const BUILD_BYTES: usize = 64_000_000;
/// How often the heading counts in a passage; its text and its context count once.
const HEADING: usize = 2;

/// The fields of the index: one per kind of evidence.
pub struct Fields {
    pub words: Field,
    pub grams: Field,
    pub concepts: Field,
}

/// What building leaves.
pub struct Built {
    pub lexemes: Vec<Known>,
    pub terms: HashMap<String, u32>,
    pub segment: SegmentReader,
    pub fields: Fields,
    pub bytes: usize,
}

/// Writes passages into one segment in memory: scores and order are then the same on every build.
pub struct Builder<'a> {
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
    pub fn new(analyser: &'a Analyser) -> Result<Self, SearchError> {
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
    pub fn add(&mut self, passage: Passage) -> Result<Indexed, SearchError> {
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

    pub fn finish(self) -> Result<Built, SearchError> {
        let index = self.writer.finalize()?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let segment = reader.searcher().segment_reader(0).clone();
        let lexemes = self.lexemes.into_iter().map(|(_, known)| known).collect();
        Ok(Built { lexemes, terms: self.terms, segment, fields: self.fields, bytes: self.directory.total_mem_usage() })
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
