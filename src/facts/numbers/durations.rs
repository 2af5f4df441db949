//! How long does something last, and is a number of years that, an age, or a date: "sedan 2 år", "alendronat 3 år", "Nu 68 år"?

use super::super::dictionary::Layer;
use super::super::layout::is_border;
use super::super::matches::{self, Match};
use super::super::quantities::Quantity;
use super::super::tokens::Kind;
use super::{BARE_AGES, FARTHEST, LOOSE_YOUNGEST, Named, Namer};
use crate::clinical::FactId;
use crate::corpus::lexicon::{Cue, Meaning, Measure, Reading, Unit};

impl Namer<'_> {
    /// "Nu 68 år": how old she is, where nothing lasts so long.
    pub(super) fn age_now(&self, unit: Unit, one: &Match) -> Option<Named> {
        let quantity = self.quantity_at(one.number?).filter(|quantity| BARE_AGES.contains(&quantity.low))?;
        let now = self.layout.of(Cue::Present).any(|cue| cue.from == one.from && cue.to == quantity.from);
        self.value(self.age()?, &quantity, one.from, one.to).filter(|_| now && unit == Unit::Year)
    }

    /// "sedan 2 år", given to the fact whose words stand nearest.
    pub(super) fn lasting(&self, unit: Unit, one: &Match) -> Option<Named> {
        let quantity = self.quantity_at(one.number?)?;
        let near =
            self.found.matches.of(Layer::Near).iter().filter(|word| {
                self.layout.sentence(word.from) == self.layout.sentence(one.from) && !self.apart(word, one)
            });
        let nearest = near
            .filter_map(|word| self.lasts(word).map(|fact| (word, fact)))
            .min_by_key(|(word, _)| word.from.abs_diff(one.from));
        let (_, fact) = nearest?;
        let quantity = Quantity { unit: Some(unit), ..quantity };
        let named = self.value(Measure { fact, reading: Reading::Plain }, &quantity, one.from, one.to)?;
        Some(Named { duration: true, ..named })
    }

    /// "alendronat 3 år", "Prednisolon 4 mån": a time straight behind the word for what lasts so long, and no age.
    pub(super) fn bare_durations(&self, all: &[Named]) -> Vec<Named> {
        let free = |quantity: &Quantity| !all.iter().any(|one| one.from < quantity.to && quantity.from < one.to);
        let short = |quantity: &Quantity| match quantity.unit {
            Some(Unit::Year) => quantity.low < LOOSE_YOUNGEST,
            Some(Unit::Month) => true,
            _ => false,
        };
        // "alendronat 3 år sedan", "3 år efter frakturen" say when.
        let dates =
            |one: &Match| matches!(matches::cue(self.found.lexicon, one), Some(Cue::Past | Cue::Cause | Cue::Whenever));
        let cues: Vec<&Match> = self.found.matches.of(Layer::Cue).iter().filter(|one| dates(one)).collect();
        let dated = |one: &Quantity| cues.iter().any(|cue| one.from < cue.to && cue.from <= self.unit_end(one));
        let alone = self.found.quantities.iter().filter(|one| short(one) && free(one) && !dated(one));
        let named = alone.filter_map(|quantity| {
            // "Prolia, 2 år", "Prolia x 3 år".
            let between = |at: usize| {
                let token = self.found.tokens.get(at);
                token.is_some_and(|token| {
                    token.kind == Kind::Sign(',') || token.kind == Kind::Word && token.end - token.start == 1
                })
            };
            let beside = |word: &Match| word.to == quantity.from || word.to + 1 == quantity.from && between(word.to);
            let mut words = self.found.matches.of(Layer::Near).iter().filter(|word| beside(word));
            let fact = words.find_map(|word| self.lasts(word))?;
            let named = self.value(
                Measure { fact, reading: Reading::Plain },
                quantity,
                quantity.from,
                self.unit_end(quantity),
            )?;
            Some(Named { duration: true, ..named })
        });
        named.collect()
    }

    /// The fact that is the duration of what a word names.
    fn lasts(&self, word: &Match) -> Option<FactId> {
        let Some(Meaning::Near(group)) = self.found.lexicon.meanings.get(word.meaning) else { return None };
        self.found.lexicon.durations.iter().find(|duration| duration.near == *group).map(|duration| duration.fact)
    }

    /// Whether a duration belongs to something else than a word: another concept stands right before it.
    fn apart(&self, word: &Match, one: &Match) -> bool {
        let own = self.layout.segment(one.from);
        let other = self.found.matches.of(Layer::Concept).iter().any(|concept| {
            self.layout.segment(concept.from) == own
                && !concept.overlaps(word)
                && concept.from != one.from
                && matches!(self.found.lexicon.meanings.get(concept.meaning), Some(Meaning::Concept(_)))
                && concept.to == one.from
        });
        let border =
            self.found.tokens.iter().take(word.from.max(one.from)).skip(word.from.min(one.from)).any(is_border);
        other || border && word.from.abs_diff(one.from) > FARTHEST
    }
}
