//! Where sentences and their parts begin and end, and which cues stand where.

mod persons;

use super::dictionary::{Dictionary, Layer};
use super::matches::{Match, Matches, cue};
use super::quantities::Quantity;
use super::tokens::{Kind, Token};
use crate::clinical::FactValue;
use crate::corpus::lexicon::{Cue, Lexicon, Meaning};

/// A cue in the text.
#[derive(Debug, Clone, Copy)]
pub struct CueAt {
    /// What it does.
    pub cue: Cue,
    /// Its first token.
    pub from: usize,
    /// The token after its last.
    pub to: usize,
}

/// The text, its numbers, and everything found in it.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// What forms mean.
    pub lexicon: &'a Lexicon,
    /// The words.
    pub dictionary: &'a Dictionary,
    /// The tokens.
    pub tokens: &'a [Token],
    /// The numbers.
    pub quantities: &'a [Quantity],
    /// The forms.
    pub matches: &'a Matches,
}

/// The parts of a text.
#[derive(Debug)]
pub struct Layout {
    sentences: Vec<usize>,
    segments: Vec<usize>,
    /// The cues that no concept contains, in order.
    pub cues: Vec<CueAt>,
}

impl Layout {
    /// Lays a text out. `sex` is the patient's, where it is known already.
    pub fn new(found: Found<'_>, sex: Option<FactValue>) -> Self {
        let concepts = found.matches.of(Layer::Concept);
        let cues = found.matches.of(Layer::Cue).iter().filter(|one| !inside_a_concept(found.lexicon, one, concepts));
        let mut cues: Vec<CueAt> = cues
            .filter_map(|one| cue(found.lexicon, one).map(|cue| CueAt { cue, from: one.from, to: one.to }))
            .filter(|one| one.cue != Cue::Doubt || !bounds_a_number(one, found.quantities))
            .collect();
        speak_on(&mut cues);
        unmask(&mut cues, found);
        deny_on(&mut cues, found);
        set_against(&mut cues, found.tokens);
        keep(&mut cues, found.tokens);
        persons::tell_apart(&mut cues, found, sex);
        let (mut sentence, mut segment) = (0, 0);
        let (mut sentences, mut segments) = (Vec::with_capacity(found.tokens.len()), Vec::new());
        segments.reserve(found.tokens.len());
        for (at, token) in found.tokens.iter().enumerate() {
            let breaks = cues.iter().any(|one| one.cue == Cue::Break && one.from == at);
            let border = is_border(token) && !found.quantities.iter().any(|one| one.from <= at && at < one.to);
            segment += usize::from(breaks || border);
            sentences.push(sentence);
            segments.push(segment);
            if token.kind.ends() {
                sentence += 1;
                segment += 1;
            }
        }
        Self { sentences, segments, cues }
    }

    /// The sentence of a token.
    pub fn sentence(&self, at: usize) -> usize {
        self.sentences.get(at).copied().unwrap_or(usize::MAX)
    }

    /// The part of a sentence between commas, brackets, dashes and words such as "men".
    pub fn segment(&self, at: usize) -> usize {
        self.segments.get(at).copied().unwrap_or(usize::MAX)
    }

    /// Whether a token is the first of its part.
    pub fn begins_segment(&self, tokens: &[Token], at: usize) -> bool {
        let same = |before: usize| self.segment(before) == self.segment(at);
        at == 0 || !same(at - 1) || tokens.get(at - 1).is_some_and(is_border)
    }

    /// The token after the last one of the part that a token is in.
    pub fn segment_end(&self, at: usize) -> usize {
        let segment = self.segment(at);
        at + self.segments.iter().skip(at).take_while(|one| **one == segment).count()
    }

    /// The cues of a kind.
    pub fn of(&self, kind: Cue) -> impl DoubleEndedIterator<Item = &CueAt> {
        self.cues.iter().filter(move |one| one.cue == kind)
    }

    /// The cue that begins at a token.
    pub fn at(&self, at: usize) -> Option<&CueAt> {
        self.cues.iter().find(|one| one.from == at)
    }

    /// "nej, höften": whether a sentence opens with a no.
    pub fn opens_with_no(&self) -> bool {
        self.of(Cue::No).any(|one| one.from == 0 || self.sentence(one.from - 1) != self.sentence(one.from))
    }

    /// Whether a cue of this kind begins in these tokens.
    pub fn between(&self, kind: Cue, from: usize, to: usize) -> bool {
        self.of(kind).any(|one| from <= one.from && one.from < to)
    }
}

/// "bor med sin man som har demens": the sentence goes on about the one who was only company.
fn speak_on(cues: &mut [CueAt]) {
    let who: Vec<usize> = cues.iter().filter(|one| one.cue == Cue::Who).map(|one| one.from).collect();
    for one in cues.iter_mut().filter(|one| one.cue == Cue::KinAside && who.contains(&one.to)) {
        one.cue = Cue::Kin;
    }
}

/// "inte tillräckligt lindrad", "without problems swallowing": words that deny nothing alone do where a concept goes on
/// with the last of them.
fn unmask(cues: &mut [CueAt], found: Found<'_>) {
    for one in cues.iter_mut().filter(|one| one.cue == Cue::Pseudo) {
        let word = found.tokens.get(one.from).and_then(|token| token.word);
        let denies = word.and_then(|word| found.dictionary.entry(word)).is_some_and(|entry| entry.denies);
        let concepts = found.matches.of(Layer::Concept).iter();
        let mut over =
            concepts.filter(|concept| one.from < concept.from && concept.from < one.to && one.to < concept.to);
        if let (true, Some(concept)) = (denies, over.next()) {
            (one.cue, one.to) = (Cue::Negation, concept.from);
        }
    }
}

/// "demens, dock ej dysfagi": a no of two words that goes on denies what follows.
fn deny_on(cues: &mut [CueAt], found: Found<'_>) {
    let denies = |at: usize| {
        let word = found.tokens.get(at).and_then(|token| token.word);
        word.and_then(|word| found.dictionary.entry(word)).is_some_and(|entry| entry.denies)
    };
    let goes_on = |at: usize| found.tokens.get(at).is_some_and(|token| !(token.kind.ends() || is_border(token)));
    let no = |one: &&mut CueAt| one.cue == Cue::No && one.to - one.from == 2;
    for one in cues.iter_mut().filter(no).filter(|one| denies(one.to - 1) && goes_on(one.to)) {
        one.cue = Cue::Negation;
    }
}

/// "inte höftfraktur utan bäckenfraktur": the second word denies nothing after the first, and ends what that one denies.
fn set_against(cues: &mut [CueAt], tokens: &[Token]) {
    let rather: Vec<CueAt> = cues.iter().filter(|one| one.cue == Cue::Rather).copied().collect();
    for one in &rather {
        let before = cues.iter().rfind(|other| other.cue == Cue::Negation && other.to <= one.from);
        let apart = |other: &CueAt| {
            let mut between = tokens.iter().take(one.from).skip(other.to);
            between.any(|token| token.kind.ends() || is_border(token))
        };
        let denies = before.is_some_and(|other| !apart(other) && !rather.iter().any(|same| same.from == other.from));
        for other in cues.iter_mut().filter(|other| denies && other.from == one.from && other.cue == Cue::Negation) {
            other.cue = Cue::Break;
        }
    }
}

/// "stryk inte demensen", "stryk den inte": words that would take something back and are denied take nothing back, and
/// the denial is of them alone. "stryk det inte dement" goes on with a denial of its own.
fn keep(cues: &mut Vec<CueAt>, tokens: &[Token]) {
    let keeps: Vec<CueAt> = cues.iter().filter(|one| one.cue == Cue::Keep).copied().collect();
    let takes_back = |cue: Cue| matches!(cue, Cue::Retraction | Cue::Undo);
    let closes = |at: usize| tokens.get(at).is_none_or(|token| token.kind.ends() || is_border(token));
    let beside = |keep: &CueAt, one: &CueAt| keep.from == one.to && (one.to - one.from == 1 || closes(keep.to));
    let kept: Vec<CueAt> = cues.iter().filter(|one| takes_back(one.cue)).copied().collect();
    let kept = kept.iter().filter_map(|one| keeps.iter().find(|keep| beside(keep, one)).map(|keep| (*one, *keep)));
    let kept: Vec<(CueAt, CueAt)> = kept.collect();
    let overlaps = |one: &CueAt, other: &CueAt| one.from < other.to && other.from < one.to;
    cues.retain(|cue| {
        !kept.iter().any(|(one, keep)| {
            takes_back(cue.cue) && overlaps(cue, one) || cue.cue == Cue::Negation && overlaps(cue, keep)
        })
    });
}

/// "mer än 5 år på alendronat": what tells how a number is bounded doubts nothing behind it.
fn bounds_a_number(one: &CueAt, quantities: &[Quantity]) -> bool {
    one.to - one.from > 1 && quantities.iter().any(|number| number.from <= one.from && one.to <= number.to)
}

/// "tål inte alendronat" contains its own denial; one in a gap is the text's.
fn inside_a_concept(lexicon: &Lexicon, one: &Match, concepts: &[Match]) -> bool {
    concepts.iter().any(|form| {
        // What cannot be denied lets its words deny others: "utan kortison eller demens".
        let own = matches!(lexicon.meanings.get(form.meaning), Some(Meaning::Concept(concept)) if !concept.undeniable);
        form.from <= one.from && one.to <= form.to && !form.leapt && own
    })
}

/// A sign that parts a sentence.
pub fn is_border(token: &Token) -> bool {
    match token.kind {
        Kind::Sign(',' | '(' | ')' | '[' | ']' | '•' | '·' | '|') => true,
        Kind::Sign('-' | '/') => !token.glued,
        _ => false,
    }
}
