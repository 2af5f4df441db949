//! Which passages speak of this, and which first? The search itself.

use super::asked::Asked;
use super::channel::{Channel, Found as Term};
use super::index::{Index, SearchError};
use super::passage::Passage;
use super::snippet::Marker;
use crate::clinical::{Language, Region};
use crate::corpus::SectionKind;

/// What each kind of evidence weighs beside the others. A concept is one term where a word is a stem and many grams.
const WORDS: f32 = 1.0;
const GRAMS: f32 = 1.0;
const CONCEPTS: f32 = 5.0;

/// The rarest grams of a query say nearly all that all of them say, at a fraction of the cost.
const MOST_GRAMS: usize = 24;
const MOST_CONCEPTS: usize = 32;

/// A passage of the region asked for, or in the language asked for, outranks one that matches as well.
const REGION: f32 = 1.3;
const LANGUAGE: f32 = 1.05;
/// Headers, contacts and lists of documents are rarely what is looked for.
const DOCUMENT: f32 = 0.9;

/// Passages below this share of the best score are no hits: they share a few letters with the query.
const LEAST_SHARE: f32 = 0.1;

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Query<'a> {
    /// Any text.
    pub text: &'a str,
    /// Where the asker works: passages that bind there come first.
    pub region: Option<Region>,
    /// Whether passages of other regions are left out.
    pub only_region: bool,
    /// The language that the asker would rather read.
    pub language: Option<Language>,
    /// Whether passages in other languages are left out.
    pub only_language: bool,
    /// How many hits are passed over.
    pub offset: usize,
    /// How many hits are returned at most.
    pub limit: usize,
}

impl<'a> Query<'a> {
    /// The ten best passages for this text, wherever they bind.
    #[must_use]
    pub const fn new(text: &'a str) -> Self {
        Self { text, region: None, only_region: false, language: None, only_language: false, offset: 0, limit: 10 }
    }
}

/// A passage that speaks of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The guideline's id.
    pub guideline: String,
    /// The section's id in that guideline.
    pub section: String,
    /// Its heading.
    pub heading: String,
    /// The language it is written in.
    pub language: Language,
    /// Where the guideline binds.
    pub region: Region,
    /// How well it matches; comparable within one search only.
    pub score: f32,
    /// The sentences that match best as HTML, the matching words in `<mark>`.
    pub snippet: String,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    /// How many hits there are in all.
    pub total: usize,
    /// The hits asked for, the best first.
    pub hits: Vec<Hit>,
    /// The query as it was probably meant, when a word of it is unknown.
    pub correction: Option<String>,
}

impl Index {
    /// The passages that speak of a query. Equal scores are in the corpus' order.
    ///
    /// # Errors
    /// `SearchError` when the index cannot be read, which for one in memory is a fault of the program.
    pub fn search(&self, query: &Query<'_>) -> Result<Found, SearchError> {
        let asked = Asked::new(self, query.text);
        let mut ranked = self.rank(&asked, query)?;
        let total = ranked.len();
        let end = query.offset.saturating_add(query.limit).min(total);
        if end < total {
            ranked.select_nth_unstable_by(end, by_score);
            ranked.truncate(end);
        }
        ranked.sort_unstable_by(by_score);
        let marker = Marker::new(self, &asked);
        let shown = ranked.iter().skip(query.offset);
        let hits = shown.filter_map(|(score, place)| {
            let indexed = self.passages.get(*place as usize)?;
            Some(hit(&indexed.passage, *score, marker.snippet(indexed)))
        });
        Ok(Found { total, hits: hits.collect(), correction: asked.correction })
    }

    /// The passages worth showing with their scores.
    fn rank(&self, asked: &Asked, query: &Query<'_>) -> Result<Vec<(f32, u32)>, SearchError> {
        let mut scores = vec![0.0; self.passages.len()];
        let words = asked.words.iter().map(|(stem, weight)| (stem.as_str(), *weight));
        add(&self.words, words, WORDS, usize::MAX, &mut scores)?;
        let grams = asked.grams.iter().map(|(gram, weight)| (gram.as_str(), *weight));
        add(&self.grams, grams, GRAMS, MOST_GRAMS, &mut scores)?;
        let concepts: Vec<_> = asked.concepts.iter().map(|(id, weight)| (id.to_string(), *weight)).collect();
        let concepts = concepts.iter().map(|(id, weight)| (id.as_str(), *weight));
        add(&self.concepts, concepts, CONCEPTS, MOST_CONCEPTS, &mut scores)?;
        let mut best: f32 = 0.0;
        let mut ranked: Vec<(f32, u32)> = Vec::new();
        for ((score, indexed), place) in scores.into_iter().zip(&self.passages).zip(0..) {
            let score = score * prior(&indexed.passage, query);
            best = best.max(score);
            if score > best * LEAST_SHARE {
                ranked.push((score, place));
            }
        }
        ranked.retain(|(score, _)| *score > best * LEAST_SHARE);
        Ok(ranked)
    }
}

/// Adds the terms of one kind, at most so many, the rarest first.
fn add<'t>(
    channel: &Channel,
    terms: impl Iterator<Item = (&'t str, f32)>,
    weight: f32,
    most: usize,
    scores: &mut [f32],
) -> Result<(), SearchError> {
    let mut found: Vec<(Term, f32)> = Vec::new();
    for (term, share) in terms {
        if let Some(term) = channel.find(term)? {
            found.push((term, share));
        }
    }
    found.sort_by_key(|(term, _)| term.passages());
    for (term, share) in found.iter().take(most) {
        channel.add(term, weight * share, scores)?;
    }
    Ok(())
}

fn prior(passage: &Passage, query: &Query<'_>) -> f32 {
    let elsewhere = query.region.is_some_and(|region| region != passage.region);
    let foreign = query.language.is_some_and(|language| language != passage.language);
    if query.only_region && elsewhere || query.only_language && foreign {
        return 0.0;
    }
    let mut prior = 1.0;
    if query.region == Some(passage.region) {
        prior *= REGION;
    }
    if query.language == Some(passage.language) {
        prior *= LANGUAGE;
    }
    if passage.kind == SectionKind::Document {
        prior *= DOCUMENT;
    }
    prior
}

/// The best first; of equals, the one that comes first in the corpus.
fn by_score(one: &(f32, u32), other: &(f32, u32)) -> std::cmp::Ordering {
    other.0.total_cmp(&one.0).then(one.1.cmp(&other.1))
}

fn hit(passage: &Passage, score: f32, snippet: String) -> Hit {
    Hit {
        guideline: passage.guideline.clone(),
        section: passage.section.clone(),
        heading: passage.heading.clone(),
        language: passage.language,
        region: passage.region,
        score,
        snippet,
    }
}
