//! Which facts of earlier turns do words put in doubt that correct something in a way that is not read? "Nej, inte allergi"
//! after "allergisk mot alendronat" says nothing that is known to a form, and still the allergy is no longer sure.

use std::collections::{BTreeMap, BTreeSet};

use super::dictionary::Dictionary;
use super::layout::Layout;
use super::reading::Reading;
use super::tokens::Token;
use crate::clinical::{FactId, Facts};
use crate::corpus::lexicon::{Cue, Lexicon, Meaning, Step};

/// A word that belongs to the forms of more facts than these tells of none of them.
const FACTS_MOST: usize = 3;
/// Shorter words and beginnings are part of too many others.
const LETTERS_LEAST: usize = 4;

/// How many words stand between a denial and what it takes back.
const BEFORE_MOST: usize = 2;

/// Which facts a word brings to mind.
#[derive(Debug)]
pub struct Reminders {
    words: BTreeMap<u32, BTreeSet<FactId>>,
    beginnings: Vec<(String, BTreeSet<FactId>)>,
}

impl Reminders {
    /// Those of a lexicon's forms; words of every day and words that change others bring nothing to mind.
    pub fn new(lexicon: &Lexicon, dictionary: &Dictionary) -> Self {
        let mut words: BTreeMap<u32, BTreeSet<FactId>> = BTreeMap::new();
        let mut beginnings: BTreeMap<String, BTreeSet<FactId>> = BTreeMap::new();
        for form in &lexicon.forms {
            let facts = lexicon.meanings.get(form.meaning).map_or_else(Vec::new, told_by);
            if facts.is_empty() {
                continue;
            }
            form.pattern.steps(&mut |step| match step {
                Step::Word(word) if word.chars().count() >= LETTERS_LEAST => {
                    let known = dictionary.find(word).filter(|place| tells(dictionary, *place));
                    known.into_iter().for_each(|place| words.entry(place).or_default().extend(&facts));
                }
                Step::Begins(part) if part.chars().count() >= LETTERS_LEAST => {
                    beginnings.entry(part.clone()).or_default().extend(&facts);
                }
                _ => {}
            });
        }
        Self { words, beginnings: beginnings.into_iter().collect() }
    }

    /// The facts that a word brings to mind.
    pub fn facts(&self, word: u32, dictionary: &Dictionary) -> impl Iterator<Item = FactId> {
        self.sets(word, dictionary).flatten().copied()
    }

    fn sets(&self, word: u32, dictionary: &Dictionary) -> impl Iterator<Item = &BTreeSet<FactId>> {
        let spelled = dictionary.spelling(word);
        let begun = self.beginnings.iter().filter(move |(part, _)| spelled.starts_with(part.as_str()));
        self.words.get(&word).into_iter().chain(begun.map(|(_, facts)| facts))
    }

    /// The facts that were known, are brought to mind beside a correction, and of which nothing was read.
    pub fn doubted(
        &self,
        tokens: &[Token],
        dictionary: &Dictionary,
        layout: &Layout,
        reading: &Reading,
        known: &Facts,
    ) -> BTreeSet<FactId> {
        let corrected: BTreeSet<usize> =
            layout.of(Cue::Correction).chain(layout.of(Cue::Retraction)).map(|cue| layout.sentence(cue.from)).collect();
        // "Nej, inte allergi", but not "nej, handleden gör inte ont".
        let denied = |at: usize| {
            layout.opens_with_no()
                && layout.of(Cue::Negation).any(|cue| {
                    let same = layout.segment(cue.from) == layout.segment(at);
                    same && cue.to <= at && at - cue.to <= BEFORE_MOST
                })
        };
        let read_of = |token: &Token| {
            reading.mentions.iter().any(|one| one.span.start <= token.start && token.end <= one.span.end)
        };
        let words = tokens
            .iter()
            .enumerate()
            .filter(|(at, token)| (corrected.contains(&layout.sentence(*at)) || denied(*at)) && !read_of(token));
        let sets = words.filter_map(|(_, token)| token.word).flat_map(|word| self.sets(word, dictionary));
        let facts = sets.filter(|facts| facts.len() <= FACTS_MOST).flatten().copied();
        let read = |fact: &FactId| {
            reading.mentions.iter().any(|mention| mention.fact == *fact) || reading.taken_back.contains(fact)
        };
        facts.filter(|fact| known.value(*fact).is_some() && !read(fact)).collect()
    }
}

fn told_by(meaning: &Meaning) -> Vec<FactId> {
    match meaning {
        Meaning::Concept(concept) => concept.means.iter().map(|(fact, _)| *fact).collect(),
        Meaning::Measure(measure) => vec![measure.fact],
        Meaning::Name(facts) => facts.clone(),
        _ => Vec::new(),
    }
}

fn tells(dictionary: &Dictionary, word: u32) -> bool {
    dictionary.entry(word).is_some_and(|entry| !entry.everyday && !entry.guarded)
}
