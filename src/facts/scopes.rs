//! How a mention is meant by the words around it: denied, doubted, supposed, a relative's, earlier or planned.

mod answered;
mod lists;
mod time;

use super::dictionary::Layer;
use super::layout::{CueAt, Found, Layout, is_border};
use super::matches::Match;
use super::reading::{Sureness, When, Whose};
use super::resolve::Oddity;
use super::tokens::Kind;
use crate::corpus::lexicon::{Cue, Meaning};

/// How many words a cue reaches.
const REACH: usize = 7;
/// How many words head a list at most.
const HEADING: usize = 4;
/// How many words an afterthought stands behind what it changes.
const BEHIND: usize = 5;

/// How the words around a mention mean it.
#[derive(Debug, Clone, Copy)]
pub struct Sense {
    /// Whether it is denied.
    pub denied: bool,
    /// Whether it is affirmed in so many words: "ja".
    pub affirmed: bool,
    /// How sure it is.
    pub sureness: Sureness,
    /// Whose it is.
    pub whose: Whose,
    /// When it holds.
    pub when: When,
    /// The tokens of the words that changed it.
    pub by: Option<(usize, usize)>,
}

/// What a cue may not change.
#[derive(Debug, Clone, Copy, Default)]
pub struct Immune {
    /// Doubt, intention and supposition of a general kind.
    pub certain: bool,
    /// The past.
    pub lasting: bool,
    /// Denial.
    pub undeniable: bool,
    /// A denial that would have to pass "och": it says what is not the case already.
    pub antonym: bool,
    /// An intention.
    pub intended: bool,
    /// Being asked about: a topic, such as a form of care.
    pub topic: bool,
    /// A date behind words which say that it began then: it lasts until it is told to have ended.
    pub begun: bool,
}

/// Reads the scopes of one text.
#[derive(Debug, Clone, Copy)]
pub struct Scopes<'a> {
    /// The text.
    pub found: Found<'a>,
    /// Its parts.
    pub layout: &'a Layout,
    /// Words that were not understood.
    pub oddities: &'a [(usize, Oddity)],
    /// The year of the question: an earlier year in the text is the past.
    pub year: i16,
}

/// What a denial does to a mention.
enum Denial {
    No,
    Yes((usize, usize)),
    Unclear((usize, usize)),
}

impl Scopes<'_> {
    /// How a form is meant.
    pub fn sense(&self, one: &Match, immune: Immune) -> Sense {
        self.sense_beside(one, None, immune)
    }

    /// How a form is meant that belongs to another one beside it.
    pub fn sense_beside(&self, one: &Match, beside: Option<&Match>, immune: Immune) -> Sense {
        let (from, to) = (one.from, one.to);
        let mut sense = Sense {
            denied: false,
            affirmed: false,
            sureness: Sureness::Sure,
            whose: Whose::Patient,
            when: When::Now,
            by: None,
        };
        if !immune.undeniable {
            match self.denial(one, beside, immune) {
                Denial::No => {}
                Denial::Unclear(_) if immune.antonym => {}
                Denial::Yes(by) => (sense.denied, sense.by) = (true, Some(by)),
                Denial::Unclear(by) => (sense.sureness, sense.by) = (Sureness::Unsure, Some(by)),
            }
        }
        if !immune.certain
            && let Some(by) = self.doubt(one)
        {
            (sense.denied, sense.sureness, sense.by) = (false, Sureness::Unsure, Some(by));
        } else if !immune.topic
            && let Some(by) = self.asked(from, to)
        {
            (sense.sureness, sense.by) = (Sureness::Asked, Some(by));
        }
        if let Some(by) = self.asked_and_denied(from) {
            (sense.sureness, sense.by) = (Sureness::Asked, Some(by));
        }
        let mut unknown = self.layout.of(Cue::Unknown).filter(|one| {
            one.from < from && self.same_segment(one.from, from) && self.words_between(one.to, from) <= REACH
        });
        if let Some(one) = unknown.next_back() {
            (sense.denied, sense.sureness, sense.by) = (false, Sureness::Unknown, Some((one.from, one.to)));
        }
        self.answered(from, to, &mut sense);
        self.placed_in_time(from, to, immune, &mut sense);
        if let Some(by) = self.relative(one) {
            (sense.whose, sense.by) = (Whose::Relative, Some(by));
        }
        if self.suspect(from) {
            sense.sureness = Sureness::Unsure;
        }
        sense
    }

    /// Whether a denial reaches a form, even where denying it says nothing: "ingen tolk behövs".
    pub fn is_denied(&self, one: &Match) -> bool {
        matches!(self.denial(one, None, Immune::default()), Denial::Yes(_))
    }

    fn same_sentence(&self, one: usize, two: usize) -> bool {
        self.layout.sentence(one) == self.layout.sentence(two)
    }

    fn same_segment(&self, one: usize, two: usize) -> bool {
        self.layout.segment(one) == self.layout.segment(two)
    }

    fn words_between(&self, from: usize, to: usize) -> usize {
        let tokens = self.found.tokens.iter().take(to).skip(from);
        tokens.filter(|token| matches!(token.kind, Kind::Word | Kind::Number(_) | Kind::Opaque)).count()
    }

    fn denial(&self, form: &Match, beside: Option<&Match>, immune: Immune) -> Denial {
        let (from, to) = (form.from, form.to);
        let inside = |one: &&CueAt| form.leapt && from < one.from && one.to < to;
        if let Some(one) = self.layout.of(Cue::Negation).find(inside) {
            return Denial::Yes((one.from, one.to));
        }
        if self.counts_none(form) {
            return Denial::Yes((from.saturating_sub(1), from.max(1)));
        }
        let after = self.layout.of(Cue::NegationAfter).find(|one| self.stands_behind(one, to));
        let normal = self.layout.of(Cue::Normal).find(|one| !immune.certain && self.stands_behind(one, to));
        if let Some(one) = after.or(normal).or_else(|| self.last_word_no(to)) {
            // "demens och dysfagi saknas", but "har demens och dysfagi saknas".
            let carried = self.concept_between(to, one.from) && !self.layout.begins_segment(self.found.tokens, from);
            return if carried { Denial::Unclear((one.from, one.to)) } else { Denial::Yes((one.from, one.to)) };
        }
        let mut before = self
            .layout
            .of(Cue::Negation)
            .filter(|one| one.from < from && self.same_sentence(one.from, from) && !self.is_own(one, from));
        match before.next_back().map_or(Denial::No, |one| self.reaches(one, form, beside)) {
            Denial::No => self.may_be_denied_behind(form),
            denial => denial,
        }
    }

    /// "eGFR 59, 0 dysfagi", "0 kotkompressioner": a zero that begins a part of the sentence, or is the form's own.
    fn counts_none(&self, form: &Match) -> bool {
        let zero = |at: usize| self.found.tokens.get(at).is_some_and(|token| token.kind == Kind::Number(0.0));
        let before = form.from.checked_sub(1).filter(|at| self.layout.begins_segment(self.found.tokens, *at));
        before.is_some_and(zero) || form.number.is_some_and(zero)
    }

    /// "does not have core treatment" as "does" and "not have core treatment": the denial is the form's own.
    fn is_own(&self, one: &CueAt, from: usize) -> bool {
        let word = self.found.tokens.get(from).and_then(|token| token.word);
        one.to > from && word.and_then(|word| self.found.dictionary.entry(word)).is_some_and(|entry| entry.critical)
    }

    fn may_be_denied_behind(&self, form: &Match) -> Denial {
        let behind = self.layout.of(Cue::NegationAfter).find(|one| self.may_share(one, form));
        behind.map_or_else(|| self.likewise(form.from), |one| Denial::Unclear((one.from, one.to)))
    }

    /// "Dysfagi har hon inte": a denial that ends its part of the sentence.
    fn last_word_no(&self, to: usize) -> Option<&CueAt> {
        self.last_word(Cue::Negation, to)
    }

    /// A cue that ends its part of the sentence, with only everyday words between it and what stands before it.
    fn last_word(&self, kind: Cue, to: usize) -> Option<&CueAt> {
        self.layout.of(kind).find(|one| {
            let ends = one.to >= self.layout.segment_end(one.from)
                || self.found.tokens.get(one.to).is_none_or(|token| token.kind.ends() || is_border(token));
            let word = self.found.tokens.get(one.from).is_some_and(|token| token.kind == Kind::Word);
            word && ends && self.stands_behind(one, to) && self.plain_between(to, one.from)
        })
    }

    fn plain_between(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| self.is_everyday(at))
    }

    /// Whether a token is an everyday word.
    pub fn is_everyday(&self, at: usize) -> bool {
        let word = self.found.tokens.get(at).and_then(|token| token.word);
        word.and_then(|word| self.found.dictionary.entry(word)).is_some_and(|entry| entry.everyday)
    }

    /// A cue after the mention that speaks of it: in the same part, close, with nothing but a list's other items between, or
    /// in a bracket.
    fn stands_behind(&self, one: &CueAt, to: usize) -> bool {
        if self.bracket_behind(to).is_some_and(|(from, end)| from <= one.from && one.to <= end) {
            return true;
        }
        to > 0
            && one.from >= to
            && self.same_segment(one.from, to - 1)
            && self.words_between(to, one.from) <= BEHIND
            && (!self.concept_between(to, one.from) || self.goes_on(to, one.from))
    }

    /// "höftfraktur (2015)", "dysfagi (tidigare)": what stands in a bracket straight behind, where it only tells how or when.
    fn bracket_behind(&self, to: usize) -> Option<(usize, usize)> {
        self.found.tokens.get(to).filter(|token| token.kind == Kind::Sign('('))?;
        let inside = (to + 1..self.found.tokens.len()).take_while(|at| !self.closes(*at));
        let end = inside.last()? + 1;
        let cue = |at: usize| self.layout.cues.iter().any(|one| one.from <= at && at < one.to);
        let tells = |at: usize| cue(at) || self.is_everyday(at) || self.is_past_year(at);
        let closed = self.found.tokens.get(end).is_some_and(|token| token.kind == Kind::Sign(')'));
        (closed && (to + 1..end).all(tells)).then_some((to + 1, end))
    }

    fn concept_between(&self, from: usize, to: usize) -> bool {
        let between = |one: &Match| from <= one.from && one.from < to && !self.is_stop(one);
        // How long something lasts is no other thing: "sygemeldt i 3 måneder sidste år".
        let lasts = |one: &Match| matches!(self.found.lexicon.meanings.get(one.meaning), Some(Meaning::Lasting(_)));
        let measures = self.found.matches.of(Layer::Measure).iter().filter(|one| !lasts(one));
        self.found.matches.of(Layer::Concept).iter().chain(measures).any(between)
    }

    fn is_stop(&self, one: &Match) -> bool {
        self.found.lexicon.meanings.get(one.meaning) == Some(&Meaning::Stop)
    }

    /// "Tidigare: höftfraktur, handledsfraktur": a cue in the heading of the list that a mention is an item of.
    fn under(&self, kind: Cue, from: usize) -> Option<(usize, usize)> {
        let begins = (0..=from).rev().take_while(|at| self.same_sentence(*at, from)).last()?;
        let colon = (begins..from)
            .rev()
            .find(|at| self.found.tokens.get(*at).is_some_and(|token| token.kind == Kind::Sign(':')))?;
        let words = self.words_between(begins, colon);
        let heads =
            words <= HEADING && !self.concept_between(begins, colon) && !self.layout.between(Cue::Break, colon, from);
        let mut cues = self.layout.of(kind).filter(|one| begins <= one.from && one.to <= colon);
        cues.next().filter(|_| heads).map(|one| (one.from, one.to))
    }

    /// "dysfagi saknas, liksom demens": a denial behind the item before may go on.
    fn likewise(&self, from: usize) -> Denial {
        let and = self
            .layout
            .of(Cue::And)
            .find(|one| one.to == from && self.layout.begins_segment(self.found.tokens, one.from));
        let before =
            and.and_then(|one| (0..one.from).rev().find(|at| !self.found.tokens.get(*at).is_some_and(is_border)));
        let Some(before) = before.filter(|at| self.same_sentence(*at, from)) else { return Denial::No };
        let denial =
            self.layout.of(Cue::NegationAfter).find(|one| self.same_segment(one.from, before) && one.to == before + 1);
        denial.map_or(Denial::No, |one| Denial::Unclear((one.from, one.to)))
    }

    /// Whether a denial before a mention reaches it.
    fn reaches(&self, one: &CueAt, form: &Match, beside: Option<&Match>) -> Denial {
        let from = form.from;
        let by = (one.from, one.to);
        if self.layout.between(Cue::Break, one.to, from) || self.words_between(one.to, from) > REACH {
            return Denial::No;
        }
        let mut items = self.found.matches.of(Layer::Concept).iter().filter(|item| {
            one.to <= item.from && item.to <= from && !beside.is_some_and(|beside| beside.overlaps(item))
        });
        match items.next_back() {
            // "det passer ikke, at": the denial goes on behind its comma.
            None if !self.same_segment(one.to.saturating_sub(1), from) => self.listed(one, from),
            None if self.layout.between(Cue::Guard, one.to, from) => Denial::Unclear(by),
            None => Denial::Yes(by),
            Some(item) if matches!(self.reaches(one, item, beside), Denial::No) => Denial::No,
            Some(item) => match self.carried_on(by, item.to, from) {
                // "saknar både dator och mobil": two names of one thing share what is said of it.
                Denial::Unclear(by) if self.same_fact(item, form) => Denial::Yes(by),
                carried_on => carried_on,
            },
        }
    }

    fn doubt(&self, form: &Match) -> Option<(usize, usize)> {
        let (from, to) = (form.from, form.to);
        if let Some(heading) = self.under(Cue::Doubt, from) {
            return Some(heading);
        }
        let within = self.layout.of(Cue::Doubt).find(|one| form.leapt && one.from < to && from < one.to);
        let mut before = self.layout.of(Cue::Doubt).filter(|one| {
            one.from < from
                && self.words_between(one.to, from) <= REACH
                && (self.same_segment(one.from, from) || self.lists_on(one, from))
        });
        let behind = self
            .layout
            .of(Cue::DoubtAfter)
            .find(|one| self.stands_behind(one, to) || self.added(one, to) || self.may_share(one, form));
        // "lågenergifraktur troligen, men …".
        let behind = behind.or_else(|| self.last_word(Cue::Doubt, to));
        within.or(before.next_back()).or(behind).map(|one| (one.from, one.to))
    }

    /// "knæartrose, endnu ikke bekræftet": an afterthought behind a comma, which speaks of nothing after it.
    fn added(&self, one: &CueAt, to: usize) -> bool {
        let comma = self.found.tokens.get(to).is_some_and(is_border) && one.from == to + 1;
        comma && !self.layout.of(Cue::Doubt).any(|other| other.from == one.from)
    }

    /// "har hon dysfagi?", "dysfagi?": asked, not said.
    pub fn asked(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let asked = self.layout.of(Cue::Ask).find(|one| {
            one.to <= from
                && self.same_segment(one.from, from)
                && self.layout.begins_segment(self.found.tokens, one.from)
                && self.is_question(from)
        });
        asked.map(|one| (one.from, one.to)).or_else(|| self.bare_question(from, to))
    }

    /// "Formål: genoptræning efter operation? Nej, træning": the no that follows what ends a question.
    fn asked_and_denied(&self, from: usize) -> Option<(usize, usize)> {
        let end = (from..self.found.tokens.len())
            .find(|at| self.found.tokens.get(*at).is_some_and(|token| token.kind.ends()))?;
        let asked = self.found.tokens.get(end).is_some_and(|token| token.kind == Kind::End('?'));
        let (own, last) = (self.layout.segment(from), self.layout.segment(end));
        let cause = self.layout.of(Cue::Cause).any(|one| self.layout.segment(one.from) == last);
        let no = self.layout.of(Cue::No).find(|one| one.from == end + 1)?;
        (asked && (own == last || cause && own + 1 == last)).then_some((no.from, no.to))
    }

    /// Whether the sentence of a token ends in a question mark.
    pub fn is_question(&self, at: usize) -> bool {
        let mut rest = self.found.tokens.iter().skip(at);
        rest.find(|token| token.kind.ends()).is_some_and(|token| token.kind == Kind::End('?'))
    }

    /// "dysfagi?" alone is a suspicion.
    fn bare_question(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let asked = self.found.tokens.get(to).is_some_and(|token| token.kind == Kind::End('?'));
        let begins = (0..=from).rev().find(|at| self.layout.begins_segment(self.found.tokens, *at))?;
        let patient = |at: usize| self.layout.of(Cue::Patient).any(|one| one.from <= at && at < one.to);
        let alone = (begins..from).all(|at| self.is_everyday(at) || patient(at));
        (asked && alone).then_some((to, to + 1))
    }

    /// "mor hade höftfraktur": to the end of the sentence, or until the patient is spoken of again.
    fn relative(&self, form: &Match) -> Option<(usize, usize)> {
        let (from, to) = (form.from, form.to);
        let before = self
            .layout
            .of(Cue::Kin)
            .rfind(|one| one.to <= from && self.same_sentence(one.from, from) && !self.patient_again(one.to, from));
        let behind = self.layout.of(Cue::KinAfter).find(|one| self.stands_behind(one, to) || self.may_share(one, form));
        // "hennes man" is no man of ours.
        let within =
            self.layout.cues.iter().find(|one| {
                matches!(one.cue, Cue::Kin | Cue::KinAfter | Cue::KinAside) && one.from < to && from < one.to
            });
        let bracket = self.layout.of(Cue::Kin).find(|one| {
            one.from == to + 1 && self.found.tokens.get(to).is_some_and(|token| token.kind == Kind::Sign('('))
        });
        // "her demented husband".
        let next = self.layout.of(Cue::Kin).find(|one| one.from == to && to > 0 && self.same_segment(to, to - 1));
        within.or(before).or(behind).or(bracket).or(next).map(|one| (one.from, one.to))
    }

    /// Whether the patient is spoken of again between two tokens.
    fn patient_again(&self, from: usize, to: usize) -> bool {
        // A measurement that begins a part of the sentence is the patient's: "mor höftfraktur, FRAX 20 %, …".
        let measured = self.found.matches.of(Layer::Measure).iter().any(|one| {
            from <= one.from
                && one.from < to
                && self.layout.begins_segment(self.found.tokens, one.from)
                && matches!(self.found.lexicon.meanings.get(one.meaning), Some(Meaning::Measure(_)))
        });
        measured || self.layout.between(Cue::Patient, from, to)
    }

    /// A word close to a cue stands before the mention: it may change it.
    fn suspect(&self, from: usize) -> bool {
        self.oddities
            .iter()
            .any(|(at, oddity)| *oddity == Oddity::Suspect && *at < from && self.same_segment(*at, from))
    }
}
