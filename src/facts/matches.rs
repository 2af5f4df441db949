//! Which forms of the lexicon stand in the tokens: in each layer from left to right, the longest first.

use super::dictionary::{Dictionary, Layer, Node, ROOT};
use super::quantities::Quantity;
use super::tokens::{Kind, Token};
use crate::corpus::lexicon::{Cue, Lexicon, Meaning};

/// The longest gap that a form's `*` leaps.
const WIDEST_GAP: usize = 3;

/// A form in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// What it means, by its place in the lexicon.
    pub meaning: usize,
    /// Its first token.
    pub from: usize,
    /// The token after its last.
    pub to: usize,
    /// The token at which its number begins.
    pub number: Option<usize>,
    /// Whether it leapt over words that are not its own.
    pub leapt: bool,
}

impl Match {
    /// Whether the two share a token.
    pub const fn overlaps(&self, other: &Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

/// Every form that stands in a text.
#[derive(Debug, Default)]
pub struct Matches {
    layers: [Vec<Match>; Layer::COUNT],
}

impl Matches {
    /// The forms of a layer, in order.
    pub fn of(&self, layer: Layer) -> &[Match] {
        self.layers.get(layer as usize).map_or(&[], Vec::as_slice)
    }
}

/// What matching needs to know.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The words and forms.
    pub dictionary: &'a Dictionary,
    /// What they mean.
    pub lexicon: &'a Lexicon,
    /// The text.
    pub tokens: &'a [Token],
    /// Its numbers, with their bounds; none while those are still to be found.
    pub quantities: &'a [Quantity],
}

/// Finds the forms of the wanted layers.
pub fn find(context: Context<'_>, wanted: impl Fn(Layer) -> bool) -> Matches {
    let mut all: [Vec<Match>; Layer::COUNT] = Default::default();
    let mut found: Vec<Match> = Vec::new();
    for from in 0..context.tokens.len() {
        found.clear();
        context.walk(ROOT, from, Match { meaning: 0, from, to: from, number: None, leapt: false }, &mut found);
        for one in &found {
            for layer in context.layers(one.meaning).into_iter().flatten().filter(|layer| wanted(*layer)) {
                all.get_mut(layer as usize).into_iter().for_each(|list| list.push(*one));
            }
        }
    }
    let layers = all.map(|list| context.settle(list));
    Matches { layers }
}

impl Context<'_> {
    /// The layers in which a meaning competes: what hides does so among measurements too.
    fn layers(&self, meaning: usize) -> [Option<Layer>; 2] {
        let meaning = self.lexicon.meanings.get(meaning);
        [meaning.map(Layer::of), meaning.filter(|meaning| **meaning == Meaning::Stop).map(|_| Layer::Measure)]
    }

    /// Of forms that share words the longest stays, and whatever else may be meant beside it.
    fn settle(&self, mut list: Vec<Match>) -> Vec<Match> {
        list.sort_by_key(|one| (usize::MAX - (one.to - one.from), one.leapt, one.from, one.meaning));
        list.dedup();
        let mut kept: Vec<Match> = Vec::with_capacity(list.len());
        for one in list {
            if !kept.iter().any(|longer| longer.overlaps(&one) && self.hides(longer, &one)) {
                kept.push(one);
            }
        }
        kept.sort_by_key(|one| (one.from, one.to, one.meaning));
        kept
    }

    fn hides(&self, longer: &Match, one: &Match) -> bool {
        let meanings = &self.lexicon.meanings;
        match (meanings.get(longer.meaning), meanings.get(one.meaning)) {
            (Some(Meaning::Near(_)), _) => false,
            (Some(Meaning::Cue(longer_cue)), Some(Meaning::Cue(cue))) => {
                let same = (longer.from, longer.to) == (one.from, one.to);
                cue == longer_cue || longer_cue.hides(*cue) && !same
            }
            (Some(Meaning::Concept(concept)), Some(Meaning::Concept(other))) => {
                let same = (longer.from, longer.to) == (one.from, one.to);
                let shared = concept.means.iter().any(|(fact, _)| other.means.iter().any(|(same, _)| fact == same));
                // What counts only where it is asked for leaves the same words their other condition.
                let apart = same && concept.answer != other.answer;
                !apart && (shared || !same && (!concept.beside || other.answer))
            }
            // What is hidden stays so inside a longer form that lets others count beside it.
            (Some(Meaning::Concept(concept)), Some(Meaning::Stop)) => !concept.beside,
            (Some(Meaning::Intent(..)), _) => (longer.from, longer.to) != (one.from, one.to),
            (Some(Meaning::Topic(_)), Some(Meaning::Topic(_))) => longer.meaning == one.meaning,
            _ => true,
        }
    }

    fn walk(&self, node: u32, at: usize, so_far: Match, found: &mut Vec<Match>) {
        let Some(place) = self.dictionary.node(node) else { return };
        found.extend(place.meaning.map(|meaning| Match { meaning: meaning as usize, to: at, ..so_far }));
        for to in &place.passes {
            self.walk(*to, at, so_far, found);
        }
        for to in &place.gaps {
            self.leap(*to, at, so_far, found);
        }
        let Some(token) = self.tokens.get(at) else { return };
        let known = token.word.and_then(|word| self.dictionary.entry(word)).map(|entry| entry.symbols.as_slice());
        for symbol in known.unwrap_or(&token.open) {
            for to in self.dictionary.follow(node, *symbol) {
                self.walk(to, at + 1, so_far, found);
            }
        }
        if !place.numbers.is_empty() {
            self.number(place, at, so_far, found);
        }
    }

    fn number(&self, place: &Node, at: usize, so_far: Match, found: &mut Vec<Match>) {
        if let Some(quantity) = self.quantities.iter().find(|quantity| quantity.from == at) {
            for to in &place.numbers {
                self.walk(*to, quantity.to, Match { number: Some(at), ..so_far }, found);
            }
        }
    }

    /// Leaps over up to three words that end nothing and join nothing.
    fn leap(&self, to: u32, at: usize, so_far: Match, found: &mut Vec<Match>) {
        self.walk(to, at, so_far, found);
        for width in 1..=WIDEST_GAP {
            let plain = self.tokens.get(at + width - 1).is_some_and(|token| matches!(token.kind, Kind::Word));
            if !plain {
                return;
            }
            self.walk(to, at + width, Match { leapt: true, ..so_far }, found);
        }
    }
}

/// The cue that a match is.
pub fn cue(lexicon: &Lexicon, one: &Match) -> Option<Cue> {
    match lexicon.meanings.get(one.meaning) {
        Some(Meaning::Cue(cue)) => Some(*cue),
        _ => None,
    }
}
