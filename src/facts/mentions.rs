//! Everything found in a text → the facts spoken of, each with how it was meant.

mod ellipses;
mod measured;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::corrections;
use super::dictionary::Layer;
use super::layout::{CueAt, Found, Layout};
use super::matches::Match;
use super::numbers::{Namer, scale};
use super::reading::{Joins, Mention, Sureness, When, Whose};
use super::scopes::{Immune, Scopes, Sense};
use super::tokens::Kind;
use crate::clinical::{FactId, FactValue, Facts, Span};
use crate::corpus::lexicon::{Concept, Cue, GroupId, Meaning, Unit};
use crate::rules::FactKind;

/// How many words away a word that must stand near may be.
const NEAR: usize = 7;
/// How many words stand between two alternatives at most: "or rather the".
const ALTERNATIVE: usize = 3;
/// A number above this beside "man" or "f" is no age.
const OLDEST: f64 = 120.0;

/// Makes the mentions of one text.
#[derive(Debug, Clone, Copy)]
pub struct Assembler<'a> {
    /// The text.
    pub found: Found<'a>,
    /// Its parts.
    pub layout: &'a Layout,
    /// How words are meant.
    pub scopes: Scopes<'a>,
    /// Which numbers are which facts.
    pub namer: Namer<'a>,
    /// The facts that a word alone may answer.
    pub asked: &'a BTreeSet<FactId>,
    /// What was known, and may be corrected by a word alone.
    pub known: &'a Facts,
}

impl Assembler<'_> {
    /// Every mention, in the order of the text.
    pub fn mentions(&self) -> Vec<Mention> {
        let (mut all, mut alone) = (Vec::new(), Vec::new());
        for one in self.found.matches.of(Layer::Concept) {
            if let Some(Meaning::Concept(concept)) = self.found.lexicon.meanings.get(one.meaning) {
                if !concept.answer || concept.means.iter().any(|(fact, _)| self.asked.contains(fact)) {
                    self.concept(concept, one, &mut all);
                } else if corrections::stands_alone(self.found, self.layout, one) {
                    self.concept(concept, one, &mut alone);
                }
            }
        }
        let correcting = corrections::correcting(alone, &all, self.known, self.found, self.layout);
        all.extend(correcting);
        all.extend(self.namer.named().iter().map(|named| self.number(named)));
        for place in self.found.matches.of(Layer::Place) {
            self.place(place, &mut all);
        }
        self.ellipses(&mut all);
        leave_open(&mut all);
        all.sort_by_key(|mention| (mention.span.start, mention.fact));
        for (order, mention) in all.iter_mut().enumerate() {
            mention.order = order;
        }
        all
    }

    fn span(&self, from: usize, to: usize) -> Span {
        let start = self.found.tokens.get(from).map_or(0, |token| token.start);
        Span { start, end: self.found.tokens.get(to.saturating_sub(1)).map_or(start, |token| token.end) }
    }

    fn repaired(&self, from: usize, to: usize) -> bool {
        self.found.tokens.iter().take(to).skip(from).any(|token| token.repaired)
    }

    fn concept(&self, concept: &Concept, one: &Match, all: &mut Vec<Mention>) {
        // "it should be Fosamax": a correction stands alone, and so with no other words than those that it may have.
        let corrects = concept.answer && !concept.means.iter().any(|(fact, _)| self.asked.contains(fact));
        let unless = concept.unless.filter(|_| !corrects || self.scopes.is_question(one.from));
        let barred = unless.is_some_and(|group| self.is_barred(group, one));
        let asked_for = concept.means.iter().any(|(fact, _)| self.asked.contains(fact));
        let without = concept.with.is_some_and(|group| !asked_for && self.words_of(group).next().is_none());
        let opens = self.layout.begins_segment(self.found.tokens, one.from)
            || one.from > 0 && self.found.tokens.get(one.from - 1).is_some_and(|token| token.kind == Kind::Sign(':'));
        if barred || without || concept.opening && !opens {
            return;
        }
        let immune = self.immune(concept);
        let mut sense = self.scopes.sense(one, immune);
        if let Some(group) = concept.near
            && let Err(missing) = self.near(group, one, concept, &mut sense)
        {
            let answered = sense.affirmed || sense.denied && self.answers(&sense, one);
            let stands = concept.answered && answered || missing.denied_alone && (sense.denied || sense.affirmed);
            if !stands {
                return;
            }
        }
        if concept.listed && sense.denied && !self.answers(&sense, one) && !self.denials_beside(one) {
            (sense.sureness, sense.denied) = (Sureness::Unsure, true);
        }
        let choice = concept.means.iter().any(|(_, value)| matches!(value, FactValue::Choice(_)));
        if concept.undeniable && !choice && sense.sureness == Sureness::Sure && self.scopes.is_denied(one) {
            sense.sureness = Sureness::Unsure;
        }
        if self.counts_otherwise(one) {
            return;
        }
        if let Some(by) = self.alternative(concept, one).or_else(|| self.scopes.one_of_two(one)) {
            (sense.sureness, sense.by) = (Sureness::Asked, Some(by));
        }
        let share = self.is_share(one);
        for (fact, value) in concept.means.iter().filter(|(fact, _)| !share || !self.has_a_risk(*fact)) {
            let mut sense = sense;
            if sense.denied && sense.sureness == Sureness::Sure && self.proves_nothing(*fact, one) {
                sense.sureness = Sureness::Unsure;
            }
            all.push(self.mention(*fact, *value, &sense, one, concept));
        }
    }

    /// "röntgen visar ingen artros": a denial that does not rule the fact out.
    fn proves_nothing(&self, fact: FactId, one: &Match) -> bool {
        let unproven = self.found.lexicon.unproven.iter().filter(|unproven| unproven.fact == fact);
        unproven.into_iter().any(|unproven| self.in_the_sentence(unproven.near, one).next().is_some())
    }

    fn mention(&self, fact: FactId, value: FactValue, sense: &Sense, one: &Match, concept: &Concept) -> Mention {
        let said = match (value, sense.denied) {
            (value, false) => Some(value),
            (FactValue::Boolean(value), true) => Some(FactValue::Boolean(!value)),
            // "inte höft" leaves every other joint open.
            (FactValue::Choice(_) | FactValue::Number(_), true) => None,
        };
        Mention {
            fact,
            value: said,
            option: Some(value),
            denied: sense.denied,
            sureness: sense.sureness,
            whose: sense.whose,
            when: sense.when,
            span: self.span(one.from, one.to),
            changed_by: sense.by.map(|(from, to)| self.span(from, to)),
            repaired: self.repaired(one.from, one.to),
            joins: match (concept.any, concept.weak) {
                (true, _) => Joins::Any,
                (false, true) => Joins::InItsSubject,
                (false, false) => Joins::Plainly,
            },
            order: 0,
        }
    }

    /// The words of a group.
    fn words_of(&self, group: GroupId) -> impl Iterator<Item = &Match> {
        let own = Meaning::Near(group);
        self.found
            .matches
            .of(Layer::Near)
            .iter()
            .filter(move |word| self.found.lexicon.meanings.get(word.meaning) == Some(&own))
    }

    /// The words of a group in the same sentence.
    fn in_the_sentence(&self, group: GroupId, one: &Match) -> impl Iterator<Item = &Match> {
        let sentence = self.layout.sentence(one.from);
        self.words_of(group).filter(move |word| self.layout.sentence(word.from) == sentence)
    }

    /// Whether a word that may not stand beside a form does. "står på alendronat, dags att sluta?": what is asked behind
    /// a comma about the end of something says that it goes on. "slutat röka", "maken har slutat": what another or something
    /// else ended bars nothing.
    fn is_barred(&self, group: GroupId, one: &Match) -> bool {
        let own = self.layout.segment(one.from);
        let asks_for_the_end = |word: &Match| {
            let part = self.layout.segment(word.from);
            part > own
                && self.layout.of(Cue::Ending).any(|cue| self.layout.segment(cue.from) == part)
                && self.scopes.is_question(word.from)
        };
        self.in_the_sentence(group, one).any(|word| !asks_for_the_end(word) && !self.is_of_another(word, one))
    }

    /// Whether a word of ending is not about a form: it tells what was given up, is another person's, or ends what is named
    /// straight behind it, "slutat med hemtjänst".
    fn is_of_another(&self, word: &Match, one: &Match) -> bool {
        let over = |cue: &CueAt| cue.from < word.to && word.from < cue.to;
        let passing = |other: &Match| {
            let mut facts = self.facts_of(other);
            let own = |fact: &FactId| self.facts_of(one).any(|same| same == *fact);
            facts.any(|fact| !own(&fact) && self.namer.vocabulary.get(fact).is_some_and(|definition| definition.passes))
        };
        let ended =
            |cue: &CueAt| self.ended_by_another(cue, one.from) || self.scopes.ends_next(cue).is_some_and(passing);
        self.layout.of(Cue::GaveUp).any(over) || self.layout.of(Cue::Ended).any(|cue| over(cue) && ended(cue))
    }

    /// The facts that a form states.
    fn facts_of(&self, one: &Match) -> impl Iterator<Item = FactId> {
        let concept = match self.found.lexicon.meanings.get(one.meaning) {
            Some(Meaning::Concept(concept)) => Some(concept),
            _ => None,
        };
        concept.into_iter().flat_map(|concept| concept.means.iter().map(|(fact, _)| *fact))
    }

    /// "maken har slutat": whether who ended something, and is all that is spoken of, is a relative or a colleague, in
    /// another part of the sentence than a token. "dottern säger att hon har slutat" is of the patient.
    pub(super) fn ended_by_another(&self, cue: &CueAt, at: usize) -> bool {
        let part = self.layout.segment(cue.from);
        let of_the_patient =
            self.layout.cues.iter().any(|one| {
                matches!(one.cue, Cue::Patient | Cue::Her | Cue::Him) && self.layout.segment(one.from) == part
            });
        let mut others = self.layout.of(Cue::Kin).chain(self.layout.of(Cue::Colleague));
        let another = others.any(|who| who.to <= cue.from && self.layout.segment(who.from) == part);
        let elsewhere = part != self.layout.segment(at);
        elsewhere && another && !of_the_patient && self.says_nothing_until_the_end(cue.to)
    }

    /// "digital artrosskola eller fysisk?": another option of the same fact, which "eller" joins.
    fn alternative(&self, concept: &Concept, one: &Match) -> Option<(usize, usize)> {
        let chosen = concept.means.iter().filter(|(_, value)| matches!(value, FactValue::Choice(_)));
        let others = |other: &Match| match self.found.lexicon.meanings.get(other.meaning) {
            Some(Meaning::Concept(other)) => chosen
                .clone()
                .any(|(fact, value)| other.means.iter().any(|(same, else_)| same == fact && else_ != value)),
            _ => false,
        };
        let joins = |other: &Match| {
            let (first, last) = if other.from < one.from { (other, one) } else { (one, other) };
            let near = first.to <= last.from && last.from - first.to <= ALTERNATIVE;
            self.layout.of(Cue::Or).find(|or| near && first.to <= or.from && or.to <= last.from)
        };
        let mut alternatives = self.found.matches.of(Layer::Concept).iter().filter(|other| others(other));
        alternatives.find_map(joins).map(|or| (or.from, or.to))
    }

    /// Whether the words that changed it are an answer: "osteoporos: nej".
    fn answers(&self, sense: &Sense, one: &Match) -> bool {
        sense.by.is_some_and(|(from, _)| from >= one.to && self.layout.of(Cue::No).any(|cue| cue.from == from))
    }

    /// Whether another denial stands in the part of the sentence before or after: a list of what is not the case.
    fn denials_beside(&self, one: &Match) -> bool {
        let (own, sentence) = (self.layout.segment(one.from), self.layout.sentence(one.from));
        let denials = self.layout.of(Cue::Negation).chain(self.layout.of(Cue::NegationAfter));
        denials
            .filter(|cue| self.layout.sentence(cue.from) == sentence)
            .any(|cue| self.layout.segment(cue.from).abs_diff(own) == 1)
    }

    /// Whether a word of the group stands near; its own denial counts for the concept.
    fn near(&self, group: GroupId, one: &Match, concept: &Concept, sense: &mut Sense) -> Result<(), Missing> {
        let missing = Missing { denied_alone: concept.denied_alone };
        let nearest = self
            .words_of(group)
            .filter(|word| !word.overlaps(one) && self.together(word, one))
            .min_by_key(|word| (word.from.abs_diff(one.from), word.from, Reverse(word.to)))
            .ok_or(missing)?;
        let immune = Immune { undeniable: false, ..self.immune(concept) };
        let theirs = self.scopes.sense_beside(nearest, Some(one), immune);
        // A denial before the first of the two reaches both.
        match (theirs.denied, concept.undeniable) {
            // "knä utan artros" names no joint with osteoarthritis.
            (true, true) => return Err(missing),
            (true, false) => (sense.denied, sense.by) = (true, theirs.by),
            (false, _) => {}
        }
        if theirs.sureness != Sureness::Sure && sense.sureness == Sureness::Sure {
            (sense.sureness, sense.by) = (theirs.sureness, theirs.by);
        }
        if theirs.when != When::Now && sense.when == When::Now {
            (sense.when, sense.by) = (theirs.when, theirs.by);
        }
        if theirs.whose == Whose::Relative {
            (sense.whose, sense.by) = (theirs.whose, theirs.by);
        }
        // "alendronat magbesvär?"
        if let Some(by) = self.scopes.asked(one.from.min(nearest.from), one.to.max(nearest.to)) {
            (sense.sureness, sense.by) = (Sureness::Asked, Some(by));
        }
        Ok(())
    }

    fn together(&self, word: &Match, one: &Match) -> bool {
        let (first, last) = if word.from < one.from { (word, one) } else { (one, word) };
        // "trots Fosamax" begins a part of the sentence, and belongs to the one before.
        let begins = self.layout.of(Cue::Break).any(|cue| cue.from == word.from);
        let segment = self.layout.segment(if begins { word.from.saturating_sub(1) } else { word.from });
        let own = self.layout.segment(one.from);
        let same = segment == own || self.layout.segment(word.from) == own;
        same && last.from.saturating_sub(first.to) <= NEAR
    }

    /// "FRAX 22 % (höftfraktur 8 %)": a fracture with a percentage is a risk, not a fracture.
    fn is_share(&self, one: &Match) -> bool {
        let link = |at: usize| {
            self.found.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Sign(':' | '=')))
                || self.layout.of(Cue::Link).any(|cue| cue.from == at)
        };
        let at = one.to + usize::from(link(one.to));
        let quantity = self.found.quantities.iter().find(|quantity| quantity.from == at);
        quantity.is_some_and(|quantity| quantity.unit == Some(Unit::Percent))
    }

    /// Whether the risk of a fact is told in per cent: that of a fracture is, being on sick leave is not.
    fn has_a_risk(&self, fact: FactId) -> bool {
        let subject = |fact: FactId| self.namer.vocabulary.get(fact).and_then(|definition| definition.subject.as_ref());
        let in_percent = |kind: &FactKind| matches!(kind, FactKind::Number { unit, .. } if scale(unit, Some(Unit::Percent)).is_some());
        let mut risks = self.namer.vocabulary.iter().filter(|other| in_percent(&other.kind));
        subject(fact).is_some() && risks.any(|risk| risk.subject.as_ref() == subject(fact))
    }

    /// "f 1951" and "f-51" are years of birth, not women of that age; "400 m" is a distance, "65M" a man.
    fn counts_otherwise(&self, one: &Match) -> bool {
        let number = one.number.and_then(|at| self.found.quantities.iter().find(|quantity| quantity.from == at));
        let ends_apart = |at: usize| one.to == at + 1 && self.found.tokens.get(at).is_some_and(|token| !token.glued);
        number.is_some_and(|quantity| {
            quantity.low > OLDEST
                || quantity.low.fract() != 0.0
                || quantity.minus
                || quantity.unit == Some(Unit::Other) && ends_apart(quantity.to)
        })
    }

    fn immune(&self, concept: &Concept) -> Immune {
        let topic = concept.means.iter().all(|(_, value)| matches!(value, FactValue::Choice(_))) && concept.certain;
        let passes = |fact: FactId| self.namer.vocabulary.get(fact).is_some_and(|definition| definition.passes);
        Immune {
            certain: concept.certain,
            lasting: concept.lasting,
            undeniable: concept.undeniable,
            topic,
            intended: concept.intended || topic,
            antonym: concept.means.iter().all(|(_, value)| *value == FactValue::Boolean(false)),
            begun: concept.means.iter().any(|(fact, _)| passes(*fact)),
        }
    }

    fn place(&self, one: &Match, all: &mut Vec<Mention>) {
        let Some(Meaning::Place(place)) = self.found.lexicon.meanings.get(one.meaning) else { return };
        let Some((fact, value)) = place.municipality else { return };
        all.push(Mention {
            fact,
            value: Some(value),
            option: Some(value),
            denied: false,
            sureness: Sureness::Sure,
            whose: Whose::Patient,
            when: When::Now,
            span: self.span(one.from, one.to),
            changed_by: None,
            repaired: self.repaired(one.from, one.to),
            joins: Joins::Plainly,
            order: 0,
        });
    }
}

/// "knäartros, inte höftartros": where an option and what it is an option of are denied together, only the option is if
/// the other is affirmed beside it.
fn leave_open(all: &mut Vec<Mention>) {
    let open: Vec<(Span, FactId)> = all
        .iter()
        .filter(|one| one.denied && one.value == Some(FactValue::Boolean(false)))
        .filter(|one| all.iter().any(|other| other.span == one.span && other.denied && other.value.is_none()))
        .filter(|one| all.iter().any(|other| other.fact == one.fact && other.asserts() && !other.denied))
        .map(|one| (one.span, one.fact))
        .collect();
    all.retain(|one| !open.contains(&(one.span, one.fact)));
}

/// A word that should stand near does not.
#[derive(Clone, Copy)]
struct Missing {
    denied_alone: bool,
}
