//! What does a part of a sentence tell that names nothing: "patienten gør ikke", "men inte längre", "nu afsluttet"?

use super::super::corrections;
use super::super::dictionary::Layer;
use super::super::layout::{CueAt, is_border};
use super::super::matches::{self, Match};
use super::super::reading::{Mention, Sureness, When, Whose};
use super::super::tokens::Kind;
use super::Assembler;
use crate::clinical::{FactId, FactValue, Span};
use crate::corpus::lexicon::Cue;

/// How many words stand between what has come to an end and the words that tell it.
const ENDED_WITHIN: usize = 9;
/// A number like this tells when.
const YEARS: std::ops::Range<f64> = 1900.0..2100.0;

impl Assembler<'_> {
    /// "Ægtefællen får hjemmepleje, patienten gør ikke", "hade hemtjänst, men inte längre", "søgt, men ikke bevilget": what is
    /// a relative's, was so earlier, has ended or is intended, is denied of the patient now.
    pub(super) fn ellipses(&self, all: &mut Vec<Mention>) {
        let mut denied = Vec::new();
        for mention in all.iter_mut().filter(|mention| mention.asserts() || mention.value.is_some()) {
            if let Some(by) = self.ended(mention) {
                (mention.when, mention.changed_by) = (When::Earlier, Some(by));
                denied.extend(denies(mention, by));
            } else if self.is_a_colleagues(mention) {
                mention.whose = Whose::Relative;
                denied.extend(self.other_does_not(Cue::Asker, mention.span.end).and_then(|by| denies(mention, by)));
            } else {
                let by = match (mention.whose, mention.when) {
                    (Whose::Relative, _) => self.other_does_not(Cue::Patient, mention.span.end),
                    (Whose::Patient, When::Earlier | When::Planned) => self.does_no_more(mention.span.end),
                    (Whose::Patient, _) => None,
                };
                denied.extend(by.and_then(|by| denies(mention, by)));
            }
        }
        self.denied_afterwards(all, &mut denied);
        all.extend(denied);
    }

    /// "Hon har hemtjänst. Nej, det har hon inte": what is affirmed and denied straight behind without its name.
    fn denied_afterwards(&self, all: &mut [Mention], denied: &mut Vec<Mention>) {
        let denials: Vec<Option<Span>> = all.iter().map(|mention| self.denied_behind(mention)).collect();
        for (mention, by) in all.iter_mut().zip(&denials) {
            let Some(by) = *by else { continue };
            let doubts = self.layout.of(Cue::Doubt).any(|cue| {
                let doubt = self.span(cue.from, cue.to);
                by.start <= doubt.start && doubt.end <= by.end
            });
            if doubts || denials.iter().filter(|other| **other == Some(by)).count() > 1 {
                (mention.sureness, mention.changed_by) = (Sureness::Unsure, Some(by));
            } else {
                denied.extend(denies(mention, by));
                (mention.when, mention.changed_by) = (When::Earlier, Some(by));
            }
        }
    }

    /// The denial that names nothing and fills the rest of the sentence of a mention, or the next one.
    fn denied_behind(&self, mention: &Mention) -> Option<Span> {
        let affirmed = mention.value == Some(FactValue::Boolean(true)) && mention.sureness == Sureness::Sure;
        let now = (mention.whose, mention.when) == (Whose::Patient, When::Now);
        let at = self.token_after(mention.span.end).filter(|_| affirmed && now)?;
        let count = self.found.tokens.len();
        let sentence_end = |from: usize| {
            (from..count).find(|at| self.layout.sentence(*at) != self.layout.sentence(from)).unwrap_or(count)
        };
        let denies = |from: usize, to: usize| {
            let parted = self.closes(from) || self.layout.begins_segment(self.found.tokens, from);
            let fits = from < to && parted && corrections::denies_without_name(self.found, self.layout, from, to);
            fits.then(|| self.span(from, to))
        };
        let own = sentence_end(at.saturating_sub(1));
        denies(at, own).or_else(|| (own < count).then(|| denies(own, sentence_end(own)))?)
    }

    fn token_after(&self, place: usize) -> Option<usize> {
        self.found.tokens.iter().position(|token| token.start >= place)
    }

    /// "fik hjemmepleje sidste år, nu afsluttet", "hade hemtjänst, det är slut nu": the words which tell that something has
    /// come to an end, where it is such as may.
    fn ended(&self, mention: &Mention) -> Option<Span> {
        let passes = |fact: FactId| self.namer.vocabulary.get(fact).is_some_and(|definition| definition.passes);
        let said = mention.value.is_some_and(|value| value != FactValue::Boolean(false))
            && (mention.whose, mention.sureness) == (Whose::Patient, Sureness::Sure)
            && matches!(mention.when, When::Now | When::Earlier);
        let at = self.token_after(mention.span.end).filter(|_| said && passes(mention.fact))?;
        let same = |one: &&CueAt| one.from >= at && self.layout.sentence(one.from) == self.layout.sentence(at);
        let mut theirs = self.layout.of(Cue::Ended).filter(|one| !self.ended_by_another(one, at.saturating_sub(1)));
        let cue = theirs.find(same)?;
        let own = self.layout.segment(at.saturating_sub(1));
        let start = (at..=cue.from).rfind(|at| self.layout.begins_segment(self.found.tokens, *at)).unwrap_or(at);
        let start = if self.layout.segment(cue.from) == own { at } else { start };
        let denied = self.layout.of(Cue::Negation).any(|one| start <= one.from && one.to <= cue.from);
        let alone = (start..cue.from).all(|at| self.says_nothing(at)) && self.says_when_until_the_end(cue.to);
        let near = cue.from - at <= ENDED_WITHIN && !self.names_another(at, cue.from);
        (near && alone && !denied && !self.scopes.is_question(cue.from)).then(|| self.span(cue.from, cue.to))
    }

    /// Whether another thing is named between two tokens, but for what something came of: "efter höftfraktur".
    fn names_another(&self, from: usize, to: usize) -> bool {
        let why = |one: &Match| {
            let opens =
                |cue: &CueAt| cue.from <= one.from && self.layout.segment(cue.from) == self.layout.segment(one.from);
            // "efter operation" may be a form of its own.
            let begins =
                |cue: &Match| cue.from == one.from && matches::cue(self.found.lexicon, cue) == Some(Cue::Cause);
            self.layout.of(Cue::Cause).any(opens) || self.found.matches.of(Layer::Cue).iter().any(begins)
        };
        let mut others = self.found.matches.of(Layer::Concept).iter().filter(|one| from <= one.from && one.from < to);
        others.any(|one| !why(one))
    }

    /// "kollegan har gått kursen": whether what is told of the staff is told of another than the asker.
    fn is_a_colleagues(&self, mention: &Mention) -> bool {
        let of_staff = self.namer.vocabulary.get(mention.fact).is_some_and(|definition| definition.about_staff);
        let Some(start) = self.token_after(mention.span.start).filter(|_| of_staff && !mention.denied) else {
            return false;
        };
        let end = self.token_after(mention.span.end).unwrap_or(self.found.tokens.len());
        let sentence = |one: &CueAt| self.layout.sentence(one.from) == self.layout.sentence(start);
        let Some(colleague) = self.layout.of(Cue::Colleague).rfind(|one| one.from < end && sentence(one)) else {
            return false;
        };
        let joins =
            |one: &CueAt, other: &CueAt| self.layout.of(Cue::And).any(|and| and.from == one.to && and.to == other.from);
        let together = self.layout.of(Cue::Asker).any(|one| joins(one, colleague) || joins(colleague, one));
        let askers = self.layout.between(Cue::Asker, colleague.to, end);
        !together && !askers && !self.asker_does_too(end)
    }

    /// "… och det har jag också": words which name nothing, and affirm of the asker what stands before a token.
    fn asker_does_too(&self, at: usize) -> bool {
        let same = |one: &&CueAt| one.from >= at && self.layout.sentence(one.from) == self.layout.sentence(at);
        let Some(asker) = self.layout.of(Cue::Asker).find(same) else { return false };
        let end = self.layout.segment_end(asker.from);
        let elliptic = self.layout.between(Cue::Elliptic, at, end);
        let denied = self.layout.between(Cue::Negation, at, end) || self.scopes.is_question(at);
        elliptic && !denied && (at..end).all(|at| self.says_nothing(at))
    }

    /// The words of a denial that names nothing and is set apart from what was so earlier, after a code point.
    fn does_no_more(&self, after: usize) -> Option<Span> {
        let at = self.token_after(after)?;
        let same = |one: &&CueAt| one.from >= at && self.layout.sentence(one.from) == self.layout.sentence(at);
        let denial = self.layout.of(Cue::Negation).find(same)?;
        let start = (at..=denial.from).rfind(|at| self.layout.begins_segment(self.found.tokens, *at))?;
        let end = (denial.to..).find(|at| self.closes(*at))?;
        let others = self.names_another(at, end);
        (!others && (start..end).all(|at| self.says_nothing(at))).then(|| self.span(denial.from, denial.to))
    }

    /// Whether a part of the sentence ends before a token.
    pub(super) fn closes(&self, at: usize) -> bool {
        self.found.tokens.get(at).is_none_or(|token| token.kind.ends() || is_border(token))
    }

    /// The words of a denial of the patient or the asker that names nothing, after a code point, in its sentence or the next.
    /// "Det har inte jag." may be a sentence of its own.
    fn other_does_not(&self, who: Cue, after: usize) -> Option<Span> {
        let at = self.token_after(after)?;
        let same = |from: usize, at: usize| self.layout.sentence(from) == self.layout.sentence(at);
        let next = (at..self.found.tokens.len()).find(|next| !same(*next, at));
        let bare = |next: &usize| (*next..).take_while(|at| same(*next, *at)).all(|at| self.says_nothing(at));
        self.does_not(who, at).or_else(|| self.does_not(who, next.filter(bare)?))
    }

    fn does_not(&self, who: Cue, at: usize) -> Option<Span> {
        let patient = self
            .layout
            .of(who)
            .find(|one| one.from >= at && self.layout.sentence(one.from) == self.layout.sentence(at))?;
        // "dottern har BankID, men inte patienten".
        let ahead = self.layout.of(Cue::Negation).find(|one| one.from >= at && one.to == patient.from);
        if let Some(denial) = ahead.filter(|_| self.says_nothing_until_the_end(patient.to)) {
            return Some(self.span(denial.from, patient.to));
        }
        let denial = self.layout.of(Cue::Negation).find(|one| one.from >= patient.to)?;
        let near = denial.from - patient.to <= 2;
        let ends = self.closes(denial.to) || who == Cue::Asker && self.says_nothing_until_the_end(denial.to);
        (near && ends).then(|| self.span(patient.from, denial.to))
    }

    /// Whether only everyday words and cues stand before the end of the part of the sentence.
    pub(super) fn says_nothing_until_the_end(&self, from: usize) -> bool {
        (from..).take_while(|at| !self.closes(*at)).all(|at| self.says_nothing(at))
    }

    /// "slutade 2018": likewise, or a year.
    fn says_when_until_the_end(&self, from: usize) -> bool {
        let year = |at: usize| {
            let kind = self.found.tokens.get(at).map(|token| token.kind);
            matches!(kind, Some(Kind::Number(year)) if YEARS.contains(&year))
        };
        (from..).take_while(|at| !self.closes(*at)).all(|at| self.says_nothing(at) || year(at))
    }

    /// Whether a token is an everyday word, a cue, or the end of a part of the sentence.
    fn says_nothing(&self, at: usize) -> bool {
        self.scopes.is_everyday(at)
            || self.closes(at)
            || self.layout.cues.iter().any(|cue| cue.from <= at && at < cue.to)
    }
}

/// What denies now what a mention affirms.
fn denies(mention: &Mention, by: Span) -> Option<Mention> {
    (mention.value == Some(FactValue::Boolean(true))).then(|| Mention {
        value: Some(FactValue::Boolean(false)),
        denied: true,
        whose: Whose::Patient,
        when: When::Now,
        changed_by: Some(by),
        span: by,
        ..mention.clone()
    })
}
