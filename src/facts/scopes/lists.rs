//! Which items of a list share what is said of one of them: "ingen demens eller dysfagi", "demens och dysfagi saknas"?

use super::super::layout::{CueAt, is_border};
use super::super::matches::Match;
use super::{Denial, REACH, Scopes};
use crate::corpus::lexicon::{Cue, Meaning};
use crate::facts::dictionary::Layer;
use crate::facts::tokens::Kind;

/// How many words an alternative has at most.
const ALTERNATIVE: usize = 3;

impl Scopes<'_> {
    pub(super) fn same_fact(&self, one: &Match, other: &Match) -> bool {
        let meaning = |one: &Match| self.found.lexicon.meanings.get(one.meaning);
        matches!((meaning(one), meaning(other)), (Some(Meaning::Concept(one)), Some(Meaning::Concept(other))) if one.means == other.means)
    }

    /// "varken svullnad, feber eller röda flaggor": a denial before a list of things that mean nothing to us.
    pub(super) fn listed(&self, one: &CueAt, from: usize) -> Denial {
        let words = |at: usize| self.found.tokens.get(at).is_some_and(|token| token.kind == Kind::Word);
        let comma = |at: usize| self.found.tokens.get(at).is_some_and(|token| token.kind == Kind::Sign(','));
        let or = self
            .layout
            .of(Cue::Or)
            .any(|or| one.to <= or.from && or.to <= from && self.words_between(or.to, from) <= 2);
        let items = (one.to..from).all(|at| words(at) || comma(at)) && self.words_between(one.to, from) <= REACH;
        let begins = self.layout.begins_segment(self.found.tokens, from) && self.list_ends_in_or(from);
        match items && (or || begins) {
            false => Denial::No,
            true if self.layout.of(Cue::Neither).any(|neither| neither.from == one.from) => {
                Denial::Yes((one.from, one.to))
            }
            true => Denial::Unclear((one.from, one.to)),
        }
    }

    /// Whether a denial goes on from one item of a list to the next.
    pub(super) fn carried_on(&self, by: (usize, usize), after: usize, from: usize) -> Denial {
        let or = self.layout.of(Cue::Or).any(|one| after <= one.from && one.to <= from);
        let and = self.layout.between(Cue::And, after, from);
        let comma = self.found.tokens.iter().take(from).skip(after).any(is_border);
        let slash = self.found.tokens.get(after).is_some_and(|token| token.kind == Kind::Sign('/'));
        let bare = self.words_between(after, from) <= usize::from(or || and);
        match (or, and, comma) {
            (true, _, _) if self.words_between(after, from) <= 4 => Denial::Yes(by),
            (_, true, _) => Denial::Unclear(by),
            (_, _, true) if bare && slash => Denial::Unclear(by),
            (_, _, true) if bare && self.list_ends_in_or(from) => Denial::Yes(by),
            // "denies dysphagia, dementia and steroids".
            (_, _, true) if bare && self.list_ends_in(Cue::And, from) => Denial::Unclear(by),
            (_, _, true) | (true, _, _) => Denial::No,
            (false, false, false) if bare => Denial::Unclear(by),
            (false, false, false) => Denial::No,
        }
    }

    /// "telefon, surfplatta eller dator": a list that ends in "eller".
    pub(super) fn list_ends_in_or(&self, from: usize) -> bool {
        self.list_ends_in(Cue::Or, from)
    }

    fn list_ends_in(&self, joint: Cue, from: usize) -> bool {
        let end = self.found.tokens.len();
        let or = self.layout.of(joint).find(|one| one.from > from && self.same_sentence(one.from, from));
        or.is_some_and(|or| {
            let words = self.words_between(from, or.from);
            words <= 6 && !self.layout.between(Cue::Break, from, or.from.min(end))
        })
    }

    /// "dysfagi och demens saknas": whether a list goes on between two tokens, and nothing else.
    pub(super) fn goes_on(&self, from: usize, to: usize) -> bool {
        self.joins(from) && (from..to).all(|at| self.joins(at) || self.is_item(at) || self.plain_between(at, at + 1))
    }

    /// "demens, dysfagi och allergi förnekas": whether an item alone between commas may share what is said behind the last.
    pub(super) fn may_share(&self, one: &CueAt, form: &Match) -> bool {
        let bare = self.layout.begins_segment(self.found.tokens, form.from)
            && self.found.tokens.get(form.to).is_some_and(is_border)
            && self.same_sentence(one.from, form.to);
        let rest = form.to..one.from;
        let apart = |at: usize| self.found.tokens.get(at).is_some_and(is_border) || self.is_item(at) || self.joins(at);
        bare && one.from > form.to && self.layout.between(Cue::And, form.to, one.from) && rest.into_iter().all(apart)
    }

    /// "Hemtjänst eller kommunal rehab?": one of two alternatives that are all that is asked.
    pub(in crate::facts) fn one_of_two(&self, one: &Match) -> Option<(usize, usize)> {
        let end = self.layout.segment_end(one.from);
        let asked = self.found.tokens.get(end.checked_sub(1)?).is_some_and(|token| token.kind == Kind::End('?'));
        let own = (0..=one.from).rev().take_while(|at| self.same_segment(*at, one.from)).last()?;
        let or = self.layout.of(Cue::Or).find(|or| self.same_segment(or.from, one.from)).filter(|_| asked)?;
        let first = one.to <= or.from
            && self.words_between(one.to, or.from) <= ALTERNATIVE
            && (own..one.from).all(|at| self.is_everyday(at) || self.layout.begins_segment(self.found.tokens, at));
        let second = or.to <= one.from
            && self.words_between(or.to, one.from) <= 1
            && self.words_between(own, or.from) <= ALTERNATIVE;
        let rest = self.words_between(or.to.max(one.to), end) <= ALTERNATIVE;
        ((first || second) && rest).then_some((or.from, or.to))
    }

    fn is_item(&self, at: usize) -> bool {
        self.found.matches.of(Layer::Concept).iter().any(|one| one.from <= at && at < one.to)
    }

    fn joins(&self, at: usize) -> bool {
        self.layout.of(Cue::And).chain(self.layout.of(Cue::Or)).any(|one| one.from <= at && at < one.to)
    }

    /// "kan inte utesluta demens, dysfagi eller …": a doubt goes on through a list that "eller" ends.
    pub(super) fn lists_on(&self, one: &CueAt, from: usize) -> bool {
        let or = self.layout.of(Cue::Or).any(|or| one.to <= or.from && or.to <= from);
        self.same_sentence(one.from, from)
            && !self.layout.between(Cue::Break, one.to, from)
            && self.concept_between(one.to, from)
            && (or || self.list_ends_in_or(from))
    }
}
