//! What is asked, where, about what and in which language: weighted words, with abstention rather than a guess.

use std::collections::{BTreeMap, BTreeSet};

use super::dictionary::{Dictionary, Layer};
use super::layout::{Found, Layout, is_border};
use super::matches::Match;
use super::normalise::Normal;
use super::resolve::Oddity;
use super::tokens::{Kind, Token};
use crate::clinical::{Intent, Language, Region};
use crate::corpus::lexicon::{Cue, Lexicon, Meaning, Topic};

/// Less evidence than this is no question.
const ENOUGH: i32 = 3;
/// A shorter unknown word is a slip or a name of a unit.
const UNHEARD_LETTERS: usize = 4;
/// What one everyday word of one language weighs.
const EVERYDAY: i32 = 2;

/// What is asked, when the words say it: the weightiest words decide, further ones tip the balance.
pub fn intent(found: Found<'_>, layout: &Layout) -> Option<Intent> {
    let mut weights: BTreeMap<Intent, (i32, i32)> = BTreeMap::new();
    // "FRAX ska vara 28" asks nothing.
    let corrects = |one: &Match| layout.of(Cue::Correction).any(|cue| cue.from < one.to && one.from < cue.to);
    for one in found.matches.of(Layer::Intent).iter().filter(|one| !corrects(one)) {
        if let Some(Meaning::Intent(intent, weight)) = found.lexicon.meanings.get(one.meaning) {
            let (heaviest, further) = weights.entry(*intent).or_default();
            *further += 1;
            *heaviest = i32::from(*weight).max(*heaviest);
        }
    }
    // Of equal weights the first of the contract's order is taken: it is the wider one.
    let weighed = weights.into_iter().map(|(intent, (heaviest, further))| (intent, heaviest * 4 + further.min(3)));
    let best = weighed.rev().max_by_key(|(_, weight)| *weight).filter(|(_, weight)| *weight >= ENOUGH * 4);
    best.map(|(intent, _)| intent)
}

/// Whether a question opens with a verb: it is answered by yes or no.
pub fn asks_whether(found: Found<'_>, layout: &Layout) -> bool {
    layout.of(Cue::Polar).any(|cue| {
        let opens =
            cue.from == 0 || found.tokens.get(cue.from - 1).is_some_and(|token| token.kind.ends() || is_border(token));
        let mut rest = found.tokens.iter().skip(cue.to);
        opens && rest.find(|token| token.kind.ends()).is_some_and(|token| token.kind == Kind::End('?'))
    })
}

/// Where, when the words name one region. Its code says it plainer than any name.
pub fn region(found: Found<'_>) -> Option<Region> {
    let codes = found.tokens.iter().filter_map(|token| match token.kind {
        Kind::Region(region) => Some(region),
        _ => None,
    });
    let codes: BTreeSet<Region> = codes.collect();
    if let (1, Some(region)) = (codes.len(), codes.first()) {
        return Some(*region);
    }
    let place = |one: &Match| match found.lexicon.meanings.get(one.meaning) {
        Some(Meaning::Place(place)) => Some(place.region),
        _ => None,
    };
    let places = found.matches.of(Layer::Place);
    let named: BTreeSet<Region> = places.iter().filter_map(place).collect();
    let mut all = named.iter();
    match (all.next(), all.next()) {
        (Some(only), None) => Some(*only),
        // "Region Skåne" says it plainer than a town does.
        (Some(_), Some(_)) => {
            places.iter().max_by_key(|one| (one.to - one.from, usize::MAX - one.from)).and_then(place)
        }
        (None, _) => None,
    }
}

/// What the words are about.
#[derive(Debug, Default)]
pub struct About {
    /// The guidelines' subjects.
    pub subjects: BTreeSet<String>,
    /// Whether another matter is named.
    pub other: bool,
    /// Whether the staff is.
    pub staff: bool,
    /// Whether it is a greeting or thanks.
    pub small_talk: bool,
}

/// What the words are about.
pub fn about(found: Found<'_>) -> About {
    let mut about = About::default();
    for one in found.matches.of(Layer::Topic) {
        match found.lexicon.meanings.get(one.meaning) {
            Some(Meaning::Topic(Topic::Subject(subject))) => {
                about.subjects.insert(subject.clone());
            }
            Some(Meaning::Topic(Topic::Other | Topic::Substance)) => about.other = true,
            Some(Meaning::Topic(Topic::Staff)) => about.staff = true,
            Some(Meaning::Topic(Topic::SmallTalk)) => about.small_talk = true,
            _ => {}
        }
    }
    about
}

/// The language of the text, when its words tell it.
pub fn language(lexicon: &Lexicon, dictionary: &Dictionary, normal: &Normal, tokens: &[Token]) -> Option<Language> {
    let mut scores = [0_i32; Language::ALL.len()];
    let mut add = |languages: u8, weight: i32| {
        for (score, language) in scores.iter_mut().zip(Language::ALL) {
            *score += if languages & 1 << language as u8 == 0 { 0 } else { weight };
        }
    };
    for token in tokens.iter().filter(|token| token.kind == Kind::Word) {
        if let Some(entry) = token.word.and_then(|word| dictionary.entry(word)) {
            let several = entry.languages.count_ones() > 1;
            let weight = if entry.everyday { EVERYDAY * 2 } else { EVERYDAY };
            add(entry.languages, if several { weight / 2 } else { weight });
        }
        for char in normal.chars.get(token.chars.0..token.chars.1).unwrap_or_default() {
            if let Some(languages) = lexicon.letters.get(&char.char) {
                let bits = languages.iter().fold(0, |bits, language| bits | 1 << *language as u8);
                add(bits, 1);
            }
        }
    }
    let mut ranked: Vec<(i32, Language)> = scores.into_iter().zip(Language::ALL).collect();
    ranked.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    match ranked.as_slice() {
        [(first, language), (second, _), ..] if first > second => Some(*language),
        _ => None,
    }
}

/// Whether any longer word is neither known nor everyday: the words may be about something unheard of.
pub fn unheard_of(oddities: &[(usize, Oddity)], tokens: &[Token]) -> bool {
    let long = |at: usize| tokens.get(at).is_some_and(|token| token.end - token.start >= UNHEARD_LETTERS);
    oddities.iter().any(|(at, oddity)| matches!(oddity, Oddity::Unknown | Oddity::Suspect) && long(*at))
}
