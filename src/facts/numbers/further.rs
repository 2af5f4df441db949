//! Which further numbers of a sentence are values of a measurement that was named once: "eGFR var 52 i våras men är nu 28"?

use super::super::dictionary::Layer;
use super::super::layout::{CueAt, is_border};
use super::super::matches::Match;
use super::super::quantities::Quantity;
use super::super::tokens::Kind;
use super::{Named, Namer, is_year};
use crate::clinical::FactId;
use crate::corpus::lexicon::{Cue, Meaning, Measure, Relation};

impl Namer<'_> {
    /// "eGFR var 52 i våras men är nu 28", "T-score höft -2,1, ländrygg -2,8": further values of the same name.
    ///
    /// Each with whether it is so now: it replaces the others then. One that is told to have been so is replaced already.
    pub(super) fn later_values(&self, measure: Measure, first: &Quantity, taken: &mut [bool]) -> Vec<(Named, bool)> {
        let sentence = self.layout.sentence(first.from);
        let (mut all, mut last) = (Vec::new(), self.unit_end(first));
        for quantity in self.found.quantities.iter().filter(|quantity| quantity.from >= first.to) {
            let another = self.found.matches.of(Layer::Measure).iter().any(|one| {
                first.to <= one.from
                    && one.from <= quantity.from
                    && matches!(self.found.lexicon.meanings.get(one.meaning), Some(Meaning::Measure(_)))
                    && !self.qualifies(measure.fact, one.from)
            });
            let elsewhere = self.layout.sentence(quantity.from) != sentence;
            let sourced = self.has_a_source(quantity) && self.counts(measure.fact, quantity);
            // "eGFR 38. P-krea enligt labb 120.": in another sentence words before the number may name something else.
            let sourced = sourced && !(elsewhere && self.is_named_apart(quantity));
            let instead = self.is_told_instead(first, quantity) && self.counts(measure.fact, quantity);
            if another || !sourced && !instead && elsewhere {
                break;
            }
            let now = self
                .layout
                .of(Cue::Present)
                .chain(self.layout.of(Cue::Correction))
                .any(|one| first.to <= one.from && one.to <= quantity.from && quantity.from - one.to <= 2);
            // "FRAX 18, nej 28".
            let mut denials = self.layout.of(Cue::No).filter(|one| one.to == quantity.from);
            let now = now || denials.any(|one| self.layout.begins_segment(self.found.tokens, one.from));
            let now = now || instead || self.holds_today(first, quantity);
            let signed = quantity.minus && self.negative(measure.fact);
            let further = self.is_further(measure.fact, last, quantity);
            let was = self.was(quantity) && self.counts(measure.fact, quantity);
            if self.is_free(quantity, taken)
                && (now || signed || further || sourced || was || self.is_rival(measure.fact, last, quantity))
            {
                last = self.unit_end(quantity);
                self.take(quantity, taken);
                let (from, to) = (quantity.from, self.unit_end(quantity));
                let named = self.value(measure, quantity, from, to);
                all.extend(named.map(|named| (Named { replaced: was, ..named }, now && !was)));
            }
        }
        let latest = all.iter().rposition(|(_, now)| *now);
        for (at, (named, _)) in all.iter_mut().enumerate() {
            named.replaced |= latest.is_some_and(|latest| latest != at);
        }
        all
    }

    /// "eGFR 52? Nej, 38.": a number alone behind the no that answers a value in question.
    fn is_told_instead(&self, asked: &Quantity, quantity: &Quantity) -> bool {
        let token = |at: usize| self.found.tokens.get(at);
        let sign = self.unit_end(asked);
        let no = self.layout.of(Cue::No).find(|one| one.from == sign + 1 && one.from < quantity.from);
        let comma = |at: usize| token(at).is_some_and(is_border);
        let alone = token(self.unit_end(quantity)).is_none_or(|token| token.kind.ends());
        let straight = no.is_some_and(|no| (no.to..quantity.from).all(comma));
        token(sign).is_some_and(|token| token.kind == Kind::End('?')) && straight && alone
    }

    /// "T-score nu -2,2 (var -3,0)": a verb of the past that opens its part of the sentence, straight before a number.
    fn was(&self, quantity: &Quantity) -> bool {
        let mut verbs = self.layout.of(Cue::Was).filter(|one| one.to == quantity.from);
        verbs.any(|one| self.layout.begins_segment(self.found.tokens, one.from))
    }

    /// "52 (2023)", "44 (jan)", "61 i januari": a number with nothing behind it but its date.
    pub(super) fn is_dated(&self, quantity: &Quantity) -> bool {
        let bracket =
            |at: usize| self.found.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Sign('(' | ')')));
        let closes = |at: usize| self.found.tokens.get(at).is_none_or(|token| token.kind.ends() || is_border(token));
        let end = self.unit_end(quantity);
        let begin = end + usize::from(bracket(end));
        let date = (begin..).take_while(|at| !closes(*at) && (self.dates(*at) || self.is_everyday(*at))).count();
        let dated = (begin..begin + date).any(|at| self.dates(at));
        quantity.unit.is_none() && dated && closes(begin + date)
    }

    /// Whether a token is a day, a month, a year, or tells that something is so now or was so earlier.
    fn dates(&self, at: usize) -> bool {
        let told =
            |cue: &CueAt| matches!(cue.cue, Cue::Month | Cue::Past | Cue::Present) && cue.from <= at && at < cue.to;
        self.found.tokens.get(at).is_some_and(|token| match token.kind {
            Kind::Day(_) => true,
            Kind::Number(year) => is_year(year),
            _ => self.layout.cues.iter().any(told),
        })
    }

    /// "FRAX 12 % och 18 %", "eGFR 38 och 41": a further value, `last` being the token after the one before. Two values of
    /// one measurement are a conflict.
    fn is_further(&self, fact: FactId, last: usize, quantity: &Quantity) -> bool {
        let plain = matches!(quantity.relation, None | Some(Relation::About));
        let sign = |at: usize, signs: &[char]| {
            self.found
                .tokens
                .get(at)
                .is_some_and(|token| matches!(token.kind, Kind::Sign(sign) if signs.contains(&sign)))
        };
        let and =
            |at: usize| self.layout.cues.iter().any(|cue| cue.from == at && matches!(cue.cue, Cue::And | Cue::Or));
        let dates = |at: usize| self.dates(at) || self.is_everyday(at);
        let joins = |at: usize| and(at) || sign(at, &[',', '/', '(', ')']) || self.qualifies(fact, at) || dates(at);
        let between = last..quantity.from;
        let end = self.unit_end(quantity);
        let behind = end + usize::from(sign(end, &['(']));
        // Without a unit or a qualifier a number behind a comma may be anything.
        let told = quantity.unit.is_some()
            || self.is_dated(quantity)
            || self.is_of_a_series(quantity)
            || between.clone().chain([behind]).any(|at| self.qualifies(fact, at));
        let ends = self.found.tokens.get(end).is_none_or(|token| token.kind.ends() || is_border(token));
        let joined = last < quantity.from && between.into_iter().all(joins);
        let free = !self.inside_another(quantity);
        plain && free && joined && (told || and(last) && ends) && self.counts(fact, quantity)
    }

    /// "eGFR 61, 50, 33": a number alone between commas before or after another one.
    fn is_of_a_series(&self, quantity: &Quantity) -> bool {
        let alone = |one: &Quantity| {
            let comma = |at: Option<usize>| at.and_then(|at| self.found.tokens.get(at)).is_some_and(is_border);
            let ends = self.found.tokens.get(one.to).is_none_or(|token| token.kind.ends() || is_border(token));
            one.unit.is_none() && one.relation.is_none() && comma(one.from.checked_sub(1)) && ends
        };
        let beside = |one: &Quantity| one.from == quantity.to + 1 || one.to + 1 == quantity.from;
        alone(quantity) && self.found.quantities.iter().any(|one| beside(one) && alone(one))
    }

    /// Whether a form that means something else contains a number: "men 3 kotkompressioner".
    fn inside_another(&self, quantity: &Quantity) -> bool {
        let layers = [Layer::Concept, Layer::Measure].into_iter();
        layers
            .flat_map(|layer| self.found.matches.of(layer))
            .any(|one| one.from <= quantity.from && quantity.from < one.to)
    }

    /// "FRAX 31 med T-score inlagt, 27 utan", "eGFR 38 enligt remissen men 31 i Melior": a bare number that begins a part of
    /// the sentence and of which only words of every day tell more.
    fn is_rival(&self, fact: FactId, last: usize, quantity: &Quantity) -> bool {
        let at = quantity.from;
        let sets_against = self.layout.of(Cue::Break).any(|one| {
            last < at && one.to <= at && at - one.to <= 2 && (one.to..at).all(|between| self.is_everyday(between))
        });
        // "FRAX 31 med T-score, 27 utan": what is with or without something, and not "eGFR 48, 2 på natten".
        let begins = at.checked_sub(1).and_then(|before| self.found.tokens.get(before)).is_some_and(is_border);
        let end = quantity.to;
        let without = self.layout.of(Cue::Negation).any(|cue| cue.from == end) || self.qualifies(fact, end);
        let ends = self.found.tokens.get(end).is_none_or(|token| token.kind.ends());
        let bare = quantity.unit.is_none() && quantity.relation.is_none() && !quantity.minus;
        let against = sets_against && (ends || self.is_everyday(end));
        bare && self.counts(fact, quantity) && !self.inside_another(quantity) && (against || begins && without)
    }

    /// Whether a token belongs to a name of a fact that is no measurement's: "utan BMD".
    fn qualifies(&self, fact: FactId, at: usize) -> bool {
        let named = |one: &Match| match self.found.lexicon.meanings.get(one.meaning) {
            Some(Meaning::Name(facts)) => facts.contains(&fact),
            _ => false,
        };
        self.found.matches.of(Layer::Name).iter().any(|one| one.from <= at && at < one.to && named(one))
    }

    /// "Kollegan skrev FRAX 18, jag får det till 28", "FRAX 18 i remissen, 28 enligt mig": two who measured disagree.
    fn has_a_source(&self, quantity: &Quantity) -> bool {
        let end = self.unit_end(quantity);
        let closes = self.found.tokens.get(end).is_none_or(|token| token.kind.ends() || is_border(token));
        let mut sources = self.layout.of(Cue::Source);
        sources.any(|one| end == one.from || closes && (one.to..=one.to + 1).contains(&quantity.from))
    }

    /// Whether words that are neither everyday ones nor cues stand before a number in its sentence.
    fn is_named_apart(&self, quantity: &Quantity) -> bool {
        let sentence = self.layout.sentence(quantity.from);
        let before = (0..quantity.from).rev().take_while(|at| self.layout.sentence(*at) == sentence);
        let cue = |at: usize| self.layout.cues.iter().any(|cue| cue.from <= at && at < cue.to);
        let sign = |at: usize| self.found.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Sign(_)));
        before.into_iter().any(|at| !self.is_everyday(at) && !cue(at) && !sign(at))
    }

    /// "eGFR was 33 in March but is 46 today": a later number that a word of the present follows.
    fn holds_today(&self, first: &Quantity, quantity: &Quantity) -> bool {
        let end = self.unit_end(quantity);
        // "eGFR 48, 2 nya kotkompressioner": there the word of the present belongs to what is counted.
        let closes = |at: usize| self.found.tokens.get(at).is_none_or(|token| token.kind.ends() || is_border(token));
        let followed = self.layout.of(Cue::Present).any(|one| (end..=end + 1).contains(&one.from) && closes(one.to));
        let set_against = self.layout.between(Cue::Break, first.to, quantity.from)
            || self.layout.between(Cue::And, first.to, quantity.from)
            || self.layout.segment(first.from) != self.layout.segment(quantity.from);
        followed && set_against && (quantity.unit.is_none() || quantity.unit == first.unit)
    }
}
