//! Which concepts does a run of words name? All forms of all languages at once, the longest and those within it.

use std::collections::HashMap;

use super::stem::Stems;
use super::text::{fold, tidy, words};
use crate::corpus::Concepts;

/// The number of a concept: its place in `concepts.toml`.
pub type ConceptId = u32;

/// A concept named by `words` words from the word `first`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    pub first: usize,
    pub words: usize,
    pub concept: ConceptId,
}

impl Named {
    /// Whether all words of `other` are words of this.
    pub const fn covers(&self, other: &Self) -> bool {
        self.first <= other.first && other.first + other.words <= self.first + self.words
    }
}

/// Abbreviations are matched as they stand: a stemmer would make other words of them.
const ABBREVIATION: usize = 4;

/// A trie over the forms, each word in its folded spelling and as its stem.
#[derive(Debug, Default)]
pub struct ConceptMatcher {
    keys: HashMap<String, u32>,
    steps: HashMap<(u32, u32), u32>,
    ends: Vec<Vec<ConceptId>>,
}

impl ConceptMatcher {
    pub fn new(concepts: &Concepts, stems: &Stems) -> Self {
        let mut matcher = Self { ends: vec![Vec::new()], ..Self::default() };
        for (id, concept) in (0..).zip(&concepts.concepts) {
            for (language, form) in &concept.forms {
                let form = tidy(form);
                let written: Vec<&str> = words(&form).filter_map(|range| form.get(range)).collect();
                matcher.insert(written.iter().map(|word| fold(word)), id);
                if written.iter().any(|word| word.chars().count() > ABBREVIATION) {
                    matcher.insert(written.iter().map(|word| stems.stem(*language, &word.to_lowercase())), id);
                }
            }
        }
        matcher
    }

    fn insert(&mut self, form: impl Iterator<Item = String>, concept: ConceptId) {
        let mut node = 0;
        for word in form {
            let fresh = self.keys.len() as u32;
            let key = *self.keys.entry(word).or_insert(fresh);
            let fresh = self.ends.len() as u32;
            node = *self.steps.entry((node, key)).or_insert(fresh);
            if node == fresh {
                self.ends.push(Vec::new());
            }
        }
        if let Some(ends) = self.ends.get_mut(node as usize)
            && node != 0
            && !ends.contains(&concept)
        {
            ends.push(concept);
        }
    }

    /// The numbers of those spellings and stems of a word that any form uses.
    pub fn keys<'s>(&self, spellings: impl IntoIterator<Item = &'s str>) -> Vec<u32> {
        let mut keys: Vec<u32> = spellings.into_iter().filter_map(|key| self.keys.get(key).copied()).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// The concepts that these words name, in order; each word is its keys.
    pub fn find(&self, words: &[&[u32]]) -> Vec<Named> {
        let mut found = Vec::new();
        for first in 0..words.len() {
            self.follow(0, words, first, 0, &mut found);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn follow(&self, node: u32, words: &[&[u32]], first: usize, taken: usize, found: &mut Vec<Named>) {
        let Some(keys) = words.get(first + taken) else { return };
        for key in *keys {
            let Some(next) = self.steps.get(&(node, *key)) else { continue };
            for concept in self.ends.get(*next as usize).into_iter().flatten() {
                found.push(Named { first, words: taken + 1, concept: *concept });
            }
            self.follow(*next, words, first, taken + 1, found);
        }
    }
}
