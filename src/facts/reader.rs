//! From a text, its identifiers removed, to all that was understood of it.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::asked;
use super::corrections;
use super::dictionary::{Dictionary, Layer};
use super::doubts::Reminders;
use super::layout::{Found, Layout};
use super::matches::{self, Context, Match, Matches};
use super::mentions::Assembler;
use super::normalise::Normal;
use super::numbers::Namer;
use super::quantities::{self, Quantity};
use super::reading::{Joins, Mention, NotUnderstood, Puzzle, Reading, Repair};
use super::reduce;
use super::resolve::{Oddity, Resolver};
use super::scopes::{Immune, Scopes, Sense};
use super::spelling::Speller;
use super::tokens::{self, Token};
use crate::clinical::{FactId, Facts, Intent, Span};
use crate::corpus::Vocabulary;
use crate::corpus::lexicon::{Cue, Lexicon};

/// Words not understood farther away than this are not shown.
const BESIDE: usize = 4;

/// Reads texts with the words of a lexicon.
#[derive(Debug)]
pub struct Reader {
    lexicon: Lexicon,
    vocabulary: Vocabulary,
    dictionary: Dictionary,
    speller: Speller,
    reminders: Reminders,
}

/// What a turn stands in.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// The subjects already spoken of.
    pub subjects: BTreeSet<String>,
    /// The facts that a word alone may answer.
    pub asked: BTreeSet<FactId>,
    /// What was known, and may be corrected by a word alone.
    pub known: Facts,
}

/// A text taken apart, for those who need more than the reading.
pub(super) struct Apart {
    pub normal: Normal,
    pub tokens: Vec<Token>,
    pub oddities: Vec<(usize, Oddity)>,
    pub quantities: Vec<Quantity>,
    pub matches: Matches,
}

impl Reader {
    /// A reader with these words and facts.
    #[must_use]
    pub fn new(lexicon: &Lexicon, vocabulary: &Vocabulary) -> Self {
        let dictionary = Dictionary::new(lexicon);
        let speller = Speller::new(&dictionary, &lexicon.written_words);
        let reminders = Reminders::new(lexicon, &dictionary);
        Self { lexicon: lexicon.clone(), vocabulary: vocabulary.clone(), dictionary, speller, reminders }
    }

    /// The facts that texts are read for.
    #[must_use]
    pub const fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// What is understood of a text on that day.
    #[must_use]
    pub fn read(&self, text: &str, as_of: Date) -> Reading {
        let apart = self.take_apart(text);
        let layout = self.lay_out(&apart, &Facts::default());
        self.understand(&apart, &layout, as_of, &Around::default())
    }

    /// Whether a word is an everyday one.
    pub(super) fn is_everyday(&self, word: Option<u32>) -> bool {
        word.and_then(|word| self.dictionary.entry(word)).is_some_and(|entry| entry.everyday)
    }

    pub(super) fn take_apart(&self, text: &str) -> Apart {
        let normal = Normal::new(text);
        let mut tokens = tokens::split(&normal, &self.dictionary, |word| self.lexicon.abbreviations.contains(word));
        let resolver = Resolver { dictionary: &self.dictionary, lexicon: &self.lexicon, speller: &self.speller };
        let oddities = resolver.resolve(&normal, &mut tokens);
        let (dictionary, lexicon) = (&self.dictionary, &self.lexicon);
        let bare = Context { dictionary, lexicon, tokens: &tokens, quantities: &[] };
        let around = matches::find(bare, |layer| matches!(layer, Layer::Cue | Layer::Relation | Layer::Unit));
        let quantities = quantities::find(lexicon, dictionary, &tokens, &around);
        let matches = matches::find(Context { quantities: &quantities, ..bare }, |_| true);
        Apart { normal, tokens, oddities, quantities, matches }
    }

    pub(super) const fn found<'a>(&'a self, apart: &'a Apart) -> Found<'a> {
        Found {
            lexicon: &self.lexicon,
            dictionary: &self.dictionary,
            tokens: apart.tokens.as_slice(),
            quantities: apart.quantities.as_slice(),
            matches: &apart.matches,
        }
    }

    /// The parts of a text, where this was known before it.
    pub(super) fn lay_out(&self, apart: &Apart, known: &Facts) -> Layout {
        let sex = self.lexicon.sexes.and_then(|sexes| known.value(sexes.fact));
        Layout::new(self.found(apart), sex)
    }

    pub(super) fn understand(&self, apart: &Apart, layout: &Layout, as_of: Date, around: &Around) -> Reading {
        let found = self.found(apart);
        let scopes = self.scopes(apart, layout, as_of);
        let namer = Namer { found, layout, vocabulary: &self.vocabulary, as_of };
        let assembler = Assembler { found, layout, scopes, namer, asked: &around.asked, known: &around.known };
        let mut mentions = assembler.mentions();
        let taken_back = corrections::taken_back(found, layout);
        // Shown, and not used.
        for mention in mentions.iter_mut().filter(|mention| corrections::is_taken_back(mention, found, &taken_back)) {
            (mention.value, mention.denied) = (None, true);
        }
        let mut about = asked::about(found);
        let touched = mentions.iter().filter_map(|mention| self.vocabulary.get(mention.fact)?.subject.clone());
        let by_words: BTreeSet<String> = touched.collect();
        let firm = mentions.iter().filter(|mention| mention.joins != Joins::InItsSubject);
        let by_facts = firm.filter_map(|mention| self.vocabulary.get(mention.fact)?.subject.clone());
        let subjects: BTreeSet<String> = about.subjects.union(&around.subjects).cloned().chain(by_facts).collect();
        let corrected = layout.of(Cue::Correction).last().map(|cue| self.span(apart, cue.from, cue.to).start);
        let facts = reduce::reduce(&mentions, &self.vocabulary, &subjects, corrected);
        about.subjects.extend(by_words);
        let region = asked::region(found);
        let silent = about.subjects.is_empty() && around.subjects.is_empty();
        let asked = asked::intent(found, layout);
        let lookup = asked == Some(Intent::Lookup);
        let unheard_of =
            asked::unheard_of(&apart.oddities, &apart.tokens) && facts.is_empty() && region.is_none() && !lookup;
        let small_talk = about.small_talk && facts.is_empty() && asked.is_none() && region.is_none();
        let other_matter = silent && (about.other || small_talk || unheard_of);
        // A question that opens with a verb asks whether, where it is about anything that we know of.
        let whether = !silent || !facts.is_empty();
        let intent = asked.or_else(|| (whether && asked::asks_whether(found, layout)).then_some(Intent::Eligibility));
        Reading {
            intent: intent.filter(|_| !other_matter),
            region,
            language: asked::language(&self.lexicon, &self.dictionary, &apart.normal, &apart.tokens),
            other_matter,
            about_staff: about.staff,
            repairs: self.repairs(apart),
            turned: None,
            taken_back: corrections::named(found, &taken_back),
            not_understood: self.not_understood(apart, &mentions),
            subjects: about.subjects,
            facts,
            mentions,
        }
    }

    /// How the words around a form mean it.
    pub(super) fn sense(&self, apart: &Apart, layout: &Layout, one: &Match, as_of: Date) -> Sense {
        self.scopes(apart, layout, as_of).sense(one, Immune::default())
    }

    fn scopes<'a>(&'a self, apart: &'a Apart, layout: &'a Layout, as_of: Date) -> Scopes<'a> {
        Scopes { found: self.found(apart), layout, oddities: &apart.oddities, year: as_of.year() }
    }

    /// The facts that were known and that a turn puts in doubt.
    pub(super) fn doubted(&self, apart: &Apart, layout: &Layout, reading: &Reading, known: &Facts) -> BTreeSet<FactId> {
        self.reminders.doubted(&apart.tokens, &self.dictionary, layout, reading, known)
    }

    /// The facts that a word brings to mind, however many.
    pub(super) fn reminded(&self, word: u32) -> impl Iterator<Item = FactId> {
        self.reminders.facts(word, &self.dictionary)
    }

    /// Whether a word that was not understood matters beside a fact.
    pub(super) fn is_of_safety(&self, fact: FactId) -> bool {
        self.lexicon.safety.contains(&fact)
    }

    pub(super) fn span(&self, apart: &Apart, from: usize, to: usize) -> Span {
        let start = apart.tokens.get(from).map_or(0, |token| token.start);
        Span { start, end: apart.tokens.get(to.saturating_sub(1)).map_or(start, |token| token.end) }
    }

    fn repairs(&self, apart: &Apart) -> Vec<Repair> {
        let repaired = apart.oddities.iter().filter_map(|(at, oddity)| {
            let (Oddity::Repaired(word), Some(token)) = (oddity, apart.tokens.get(*at)) else { return None };
            Some(Repair {
                span: Span { start: token.start, end: token.end },
                written: apart.normal.slice(token.chars.0, token.chars.1).to_owned(),
                read: self.dictionary.spelling(*word).to_owned(),
            })
        });
        repaired.collect()
    }

    /// Unknown words within a few words of a safety-relevant fact.
    fn not_understood(&self, apart: &Apart, mentions: &[Mention]) -> Vec<NotUnderstood> {
        let safety = mentions.iter().filter(|mention| self.lexicon.safety.contains(&mention.fact));
        let places: Vec<usize> = safety
            .filter_map(|mention| apart.tokens.iter().position(|token| token.start >= mention.span.start))
            .collect();
        let unknown = apart.oddities.iter().filter(|(_, oddity)| !matches!(oddity, Oddity::Repaired(_)));
        unknown
            .filter(|(at, _)| places.iter().any(|place| place.abs_diff(*at) <= BESIDE))
            .filter_map(|(at, _)| apart.tokens.get(*at))
            .map(|token| Span { start: token.start, end: token.end })
            .map(|span| NotUnderstood { span, why: Puzzle::BesideSafety })
            .collect()
    }
}
