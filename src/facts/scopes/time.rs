//! When does a mention hold: now, earlier, later by intention, or only if something comes true?

use super::super::dictionary::Layer;
use super::super::layout::is_border;
use super::super::matches::Match;
use super::super::reading::When;
use super::{Immune, REACH, Scopes, Sense};
use crate::corpus::lexicon::Cue;
use crate::facts::layout::CueAt;
use crate::facts::tokens::Kind;

/// How many words stand between a word of ending and what it ended: "med sin".
const OBJECT_WITHIN: usize = 2;

impl Scopes<'_> {
    pub(super) fn placed_in_time(&self, from: usize, to: usize, immune: Immune, sense: &mut Sense) {
        if let Some(by) = self.supposed(from, to, immune) {
            (sense.when, sense.by) = (When::Supposed, Some(by));
            return;
        }
        if !immune.intended
            && let Some(by) = self.planned(from, to).or_else(|| self.under(Cue::Plan, from))
        {
            (sense.when, sense.by) = (When::Planned, Some(by));
            return;
        }
        if !immune.lasting
            && let Some(by) = self.earlier(from, to, immune).or_else(|| self.earlier_by_form(from, to, immune))
        {
            (sense.when, sense.by) = (When::Earlier, Some(by));
        }
    }

    /// "om hon får dysfagi": from the cue to the next comma, and on where the list goes on.
    fn supposed(&self, from: usize, to: usize, immune: Immune) -> Option<(usize, usize)> {
        let cues = self.layout.cues.iter().filter(|one| match one.cue {
            Cue::Hypothesis => true,
            Cue::HypothesisFirst => self.layout.begins_segment(self.found.tokens, one.from),
            Cue::Whenever => !immune.certain,
            _ => false,
        });
        let mut reaching = cues.filter(|one| one.from < to && self.same_sentence(one.from, from));
        reaching.rfind(|one| self.runs_on(one.to, from)).map(|one| (one.from, one.to))
    }

    /// Whether nothing ends a supposition between two tokens.
    fn runs_on(&self, from: usize, to: usize) -> bool {
        if self.layout.between(Cue::Break, from, to) || self.layout.between(Cue::Then, from, to) {
            return false;
        }
        (from..to).all(|at| {
            let border = self.found.tokens.get(at).is_some_and(is_border) && !self.in_quantity(at);
            !border || self.layout.at(at + 1).is_some_and(|one| matches!(one.cue, Cue::And | Cue::Or))
        })
    }

    fn in_quantity(&self, at: usize) -> bool {
        self.found.quantities.iter().any(|one| one.from <= at && at < one.to)
    }

    fn planned(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let mut cues = self.layout.of(Cue::Plan).filter(|one| {
            one.from < from && self.same_segment(one.from, from) && self.words_between(one.to, from) <= REACH
        });
        let behind = || self.layout.of(Cue::PlanAfter).find(|one| self.stands_behind(one, to));
        cues.next_back().or_else(behind).map(|one| (one.from, one.to))
    }

    fn earlier(&self, from: usize, to: usize, immune: Immune) -> Option<(usize, usize)> {
        let present = self.layout.of(Cue::Present).any(|one| {
            // "ingen ny fraktur sedan höftfrakturen 2021".
            let since = self.layout.between(Cue::Since, one.to, from);
            let before = one.to <= from && self.words_between(one.to, from) <= 3 && !since;
            // "haft Prolia i 4 år nu"
            self.same_segment(one.from, from) && (before || one.from == to)
        });
        if present {
            return None;
        }
        let before = self.layout.of(Cue::Past).rfind(|one| {
            one.to <= from && self.same_segment(one.from, from) && self.words_between(one.to, from) <= REACH
        });
        if before.is_none() && immune.begun && self.has_begun(from, to) {
            return None;
        }
        let mut behind = self.layout.of(Cue::Past).filter(|one| self.stands_behind(one, to));
        let behind = behind.find(|one| !self.turns_to_another(one, to));
        let own = before.or(behind).map(|one| (one.from, one.to)).or_else(|| self.year(from, to));
        own.or_else(|| self.earlier_cause(from)).or_else(|| self.outlasted_cause(from, to))
    }

    /// "fick Prolia insatt efter höftfraktur 2024": whether words beside it say that it began, and none later that
    /// anything ended.
    fn has_begun(&self, from: usize, to: usize) -> bool {
        let mut begun = self.layout.of(Cue::Begun).filter(|one| {
            let before =
                one.to <= from && self.same_segment(one.from, from) && self.words_between(one.to, from) <= REACH;
            before || self.stands_behind(one, to)
        });
        let ends = |one: &CueAt| matches!(one.cue, Cue::Ended | Cue::Ending) && one.from >= to;
        begun.next().is_some() && !self.layout.cues.iter().any(ends)
    }

    /// "on alendronate and has stopped home care": whether a word of ending that "and" sets apart ends what follows it.
    fn turns_to_another(&self, past: &CueAt, to: usize) -> bool {
        self.layout.between(Cue::And, to, past.from) && self.ends_next(past).is_some()
    }

    /// "slutat med hemtjänst": what is named straight behind a word of ending, in its part of the sentence.
    pub fn ends_next(&self, ended: &CueAt) -> Option<&Match> {
        let ends = self.layout.of(Cue::Ended).any(|one| one.from < ended.to && ended.from < one.to);
        let near = |one: &&Match| {
            let plain = |at| self.is_everyday(at) && !self.layout.of(Cue::Cause).any(|cue| cue.from == at);
            let apart = one.from.saturating_sub(ended.to);
            one.from >= ended.to && apart <= OBJECT_WITHIN && (ended.to..one.from).all(plain)
        };
        let mut named = self.found.matches.of(Layer::Concept).iter().filter(|one| !self.is_stop(one));
        named.find(|one| ends && self.same_segment(one.from, ended.from) && near(one))
    }

    /// "fick hemtjänst efter operation förra året": with a verb of the past, what follows its cause dates it too.
    fn outlasted_cause(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let was = |one: &CueAt| {
            one.to <= from && self.same_segment(one.from, from) && self.words_between(one.to, from) <= REACH
        };
        self.layout.of(Cue::Was).rfind(|one| was(one))?;
        let cause = self.layout.of(Cue::Cause).find(|one| one.from >= to && self.same_sentence(one.from, from))?;
        let near = self.layout.segment(cause.from) == self.layout.segment(from) + 1;
        let past = self.layout.of(Cue::Past).find(|one| self.same_segment(one.from, cause.from));
        past.map(|one| (one.from, one.to)).or_else(|| self.year(cause.from, cause.from)).filter(|_| near)
    }

    /// "hade hemtjänst 2021 efter höftfraktur": what led to something earlier is earlier itself.
    fn earlier_cause(&self, from: usize) -> Option<(usize, usize)> {
        let opens = |one: &&CueAt| one.from > 0 && one.from <= from && self.same_segment(one.from, from);
        let cause = self.layout.of(Cue::Cause).find(opens)?;
        let led_to = cause.from - 1;
        let now = self.layout.of(Cue::Present).any(|one| self.same_segment(one.from, led_to));
        let past = self.layout.of(Cue::Past).rfind(|one| self.same_segment(one.from, led_to));
        past.map(|one| (one.from, one.to)).or_else(|| self.year(led_to, led_to)).filter(|_| !now)
    }

    /// A year before this one, in the same part of the sentence; "sedan 2019" is no end.
    fn year(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let segment = self.layout.segment(from);
        let begun = |at: usize| self.layout.of(Cue::Since).any(|one| one.to == at);
        let elsewhere = |at: usize| self.layout.of(Cue::GaveUp).any(|one| one.from <= at && at < one.to);
        let past = |at: usize| self.is_past_year(at) || at >= to && self.short_year(at);
        let own = |at: usize| self.layout.segment(at) == segment && !(from..to).contains(&at);
        // The cheap questions first: every token of the text is asked.
        let mut tokens = 0..self.found.tokens.len();
        let year = tokens.find(|at| own(*at) && past(*at) && !begun(*at) && !elsewhere(*at));
        year.map(|at| (at, at + 1))
    }

    pub(super) fn is_past_year(&self, at: usize) -> bool {
        self.found.tokens.get(at).is_some_and(|token| {
            matches!(token.kind, Kind::Number(year) if year.fract() == 0.0 && 1900.0 <= year && year < f64::from(self.year))
        })
    }

    /// "höftfraktur (2015)", "Tidigare: …, höftfraktur": what dates no measurement, but anything else.
    fn earlier_by_form(&self, from: usize, to: usize, immune: Immune) -> Option<(usize, usize)> {
        let now = self.layout.of(Cue::Present).any(|one| self.same_segment(one.from, from));
        let (open, end) = self.bracket_behind(to).unwrap_or((to, to));
        let begun = self.layout.between(Cue::Since, open, end);
        let year = (open..end).find(|at| self.is_past_year(*at) && !begun).map(|at| (at, at + 1));
        year.or_else(|| self.under(Cue::Past, from)).filter(|_| !immune.undeniable && !now)
    }

    /// "demens -98": two digits behind a minus.
    fn short_year(&self, at: usize) -> bool {
        let minus = at.checked_sub(1).and_then(|before| self.found.tokens.get(before));
        let minus = minus.is_some_and(|token| token.kind == Kind::Sign('-') && !token.glued);
        self.found.tokens.get(at).is_some_and(|token| {
            let digits =
                matches!(token.kind, Kind::Number(year) if year.fract() == 0.0) && token.chars.1 - token.chars.0 == 2;
            let ends = self.found.tokens.get(at + 1).is_none_or(|next| next.kind.ends() || is_border(next));
            minus && token.glued && digits && ends
        })
    }
}
