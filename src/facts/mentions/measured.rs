//! How is a number meant that a fact was found for: now, earlier, guessed, a rule's?

use super::super::layout::CueAt;
use super::super::matches::Match;
use super::super::numbers::{LOOSE_YOUNGEST, Named};
use super::super::reading::{Joins, Mention, Sureness, When, Whose};
use super::super::scopes::Immune;
use super::super::tokens::Kind;
use super::{Assembler, OLDEST};
use crate::clinical::FactValue;
use crate::corpus::lexicon::Cue;

impl Assembler<'_> {
    /// A number that a fact was found for, and how it is meant.
    pub(super) fn number(&self, named: &Named) -> Mention {
        let value = !named.duration;
        let immune = Immune { certain: value, undeniable: true, topic: true, intended: value, ..Immune::default() };
        let form = Match { meaning: 0, from: named.from, to: named.to, number: None, leapt: false };
        let mut sense = self.scopes.sense(&form, immune);
        let in_the_same_part = |at: (usize, usize)| self.layout.segment(at.0) == self.layout.segment(named.from);
        if sense.whose == Whose::Relative && !sense.by.is_some_and(in_the_same_part) {
            sense.whose = Whose::Patient;
        }
        // "FRAX 16 % at age 58": the age dates nothing, "eGFR 60 för ett år sedan" does.
        let dated_by_age = sense.by.is_some_and(|by| {
            let mut quantities = self.found.quantities.iter();
            // A treatment that ended in 2022 had lasted as long.
            let age = |number: f64| number >= LOOSE_YOUNGEST && (named.duration || number <= OLDEST);
            quantities.any(|quantity| by.0 <= quantity.from && quantity.from < by.1 && age(quantity.low))
        });
        if sense.when == When::Earlier && dated_by_age {
            sense.when = When::Now;
        }
        if sense.when == When::Now
            && let Some(by) = self.earlier_between(named)
        {
            (sense.when, sense.by) = (When::Earlier, Some(by));
        }
        if sense.when == When::Now
            && let Some(rule) = self.rule(named)
        {
            (sense.when, sense.by) = (When::Supposed, Some(rule));
        }
        if named.replaced && sense.when == When::Now {
            sense.when = When::Earlier;
        }
        // "eGFR 52? Nej, 38".
        let refused = sense.denied && self.asks_at(named.to);
        let sureness = match (named.value, named.believable) {
            (Some(_), true) if refused => Sureness::Asked,
            (Some(_), true) if sense.sureness == Sureness::Sure && self.is_guessed(named) => Sureness::Unsure,
            (Some(_), true) => sense.sureness,
            (Some(_), false) => Sureness::Unsure,
            (None, true) => Sureness::Unknown,
            (None, false) => Sureness::Implausible,
        };
        let negative = matches!(named.value, Some(FactValue::Number(interval)) if interval.below(0.0) == Some(true));
        Mention {
            fact: named.fact,
            value: named.value,
            option: named.value,
            denied: false,
            sureness,
            whose: sense.whose,
            when: sense.when,
            span: self.span(named.from, named.to),
            changed_by: sense.by.map(|(from, to)| self.span(from, to)),
            repaired: self.repaired(named.from, named.to),
            joins: match (named.loose, negative) {
                (true, _) => Joins::Loosely,
                (false, true) => Joins::Lowest,
                (false, false) => Joins::Plainly,
            },
            order: 0,
        }
    }

    fn asks_at(&self, at: usize) -> bool {
        self.found.tokens.get(at).is_some_and(|token| token.kind == Kind::End('?'))
    }

    /// "FRAX kanske 22", "FRAX 22 tror jag", "eGFR (48?)", "eGFR 48??": whether the asker is not sure of a value.
    fn is_guessed(&self, named: &Named) -> bool {
        let word = |at: usize| self.found.tokens.get(at).is_some_and(|token| token.kind == Kind::Word);
        let within = |one: &CueAt| named.from < one.from && one.to < named.to && word(one.from);
        let ends = |one: &CueAt| one.from == named.to && word(one.from) && self.closes(one.to);
        let doubted = self.layout.of(Cue::Doubt).any(|one| within(one) || ends(one));
        let behind = self.layout.of(Cue::DoubtAfter).any(ends);
        let sign = self.found.tokens.get(named.to + 1).map(|token| token.kind);
        let marked = self.asks_at(named.to) && matches!(sign, Some(Kind::Sign(')') | Kind::End('?')));
        doubted || behind || marked
    }

    /// "FRAX tidigare 22": the words that date a value between its name and it.
    fn earlier_between(&self, named: &Named) -> Option<(usize, usize)> {
        let last = self.found.quantities.iter().rfind(|quantity| quantity.from < named.to)?;
        let mut past = self.layout.of(Cue::Past).filter(|one| named.from < one.from && one.to == last.from);
        past.next().filter(|_| !named.duration).map(|one| (one.from, one.to))
    }

    /// "FRAX över 30 ger behandling, hennes är 22": a bound and what follows from it.
    fn rule(&self, named: &Named) -> Option<(usize, usize)> {
        let bound = matches!(named.value, Some(FactValue::Number(interval)) if interval.exact().is_none());
        let behind = self.layout.of(Cue::Rule).find(|one| one.from == named.to);
        // "eGFR ska vara > 35".
        let within = self.layout.of(Cue::Correction).find(|one| named.from < one.from && one.to < named.to);
        behind.or(within).filter(|_| bound).map(|one| (one.from, one.to))
    }
}
