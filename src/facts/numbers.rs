//! Which fact a number is: the one that names it, with a value that the fact can have.

mod durations;
mod further;

use jiff::civil::Date;

use super::dictionary::Layer;
use super::layout::{Found, Layout, is_border};
use super::matches::Match;
use super::quantities::Quantity;
use super::tokens::{Kind, Token};
use crate::clinical::{Bound, FactId, FactValue, Interval};
use crate::corpus::Vocabulary;
use crate::corpus::lexicon::{Cue, Meaning, Measure, Reading, Unit};
use crate::rules::FactKind;

/// How far a number stands from what names it.
const FARTHEST: usize = 9;
/// A T-score without a sign above this was meant to be negative, or is a slip.
pub const UNSIGNED_HIGHEST: f64 = 1.5;
/// An age that only "years" speaks for is an adult's.
pub const LOOSE_YOUNGEST: f64 = 18.0;
/// A number that nothing names is an age only within these.
const BARE_AGES: std::ops::RangeInclusive<f64> = 40.0..=105.0;
/// Fewer words than this may be an answer, and their number anything.
const BARE_WORDS: usize = 4;
/// How many words name the site of a T-score: "total left hip".
const SITE_WORDS: usize = 3;
const MONTHS_PER_YEAR: f64 = 12.0;

/// A number that a fact was found for.
#[derive(Debug, Clone, Copy)]
pub struct Named {
    /// The fact.
    pub fact: FactId,
    /// Its value; none where the fact cannot have it.
    pub value: Option<FactValue>,
    /// Whether the value is believable as it stands.
    pub believable: bool,
    /// Whether another reading of the same fact goes before this one.
    pub loose: bool,
    /// The tokens of name and number.
    pub from: usize,
    /// The token after their last.
    pub to: usize,
    /// Whether a later value of the same sentence replaces it.
    pub replaced: bool,
    /// Whether it says how long something lasts: what is only intended has lasted no time.
    pub duration: bool,
}

/// Finds the facts of the numbers of one text.
#[derive(Debug, Clone, Copy)]
pub struct Namer<'a> {
    /// The text.
    pub found: Found<'a>,
    /// Its parts.
    pub layout: &'a Layout,
    /// What each fact can be.
    pub vocabulary: &'a Vocabulary,
    /// The day of the question, for years of birth.
    pub as_of: Date,
}

impl Namer<'_> {
    /// Every number that a fact was found for.
    pub fn named(&self) -> Vec<Named> {
        let mut all = Vec::new();
        let mut taken = vec![false; self.found.tokens.len()];
        for one in self.found.matches.of(Layer::Measure) {
            match self.found.lexicon.meanings.get(one.meaning) {
                Some(Meaning::Measure(measure)) => self.measure(*measure, one, &mut taken, &mut all),
                Some(Meaning::Lasting(unit)) => {
                    all.extend(self.lasting(*unit, one).or_else(|| self.age_now(*unit, one)))
                }
                _ => {}
            }
        }
        all.extend(self.bare_age(&taken));
        let durations: Vec<Named> = self.bare_durations(&all);
        all.extend(durations);
        all
    }

    fn age(&self) -> Option<Measure> {
        self.found.lexicon.meanings.iter().find_map(|meaning| match meaning {
            Meaning::Measure(measure) if measure.reading == Reading::Loose => Some(*measure),
            _ => None,
        })
    }

    /// "Kvinna med höftfraktur, 74, FRAX 22": a number alone in its part of a longer sentence is an age.
    fn bare_age(&self, taken: &[bool]) -> Option<Named> {
        let age = self.age()?;
        let words = self.found.tokens.iter().filter(|token| token.kind == Kind::Word).count();
        let corrects = self.layout.of(Cue::Correction).next().is_some() || self.layout.of(Cue::No).next().is_some();
        let mut bare = self.found.quantities.iter().filter(|quantity| {
            let alone = self.layout.begins_segment(self.found.tokens, quantity.from)
                && self.found.tokens.get(quantity.to).is_none_or(|token| token.kind.ends() || is_border(token));
            let plain =
                quantity.relation.is_none() && !quantity.minus && quantity.high.is_none() && quantity.unit.is_none();
            alone
                && plain
                && !self.is_dated(quantity)
                && self.is_free(quantity, taken)
                && BARE_AGES.contains(&quantity.low)
        });
        let (only, another) = (bare.next()?, bare.next());
        if corrects || another.is_some() || words < BARE_WORDS {
            return None;
        }
        self.value(age, only, only.from, only.to)
    }

    fn measure(&self, measure: Measure, one: &Match, taken: &mut [bool], all: &mut Vec<Named>) {
        // "kvinna f 1951", "F-48": a year beside "f" is when she was born.
        let year = one.number.and_then(|at| self.quantity_at(at));
        // "FRAX 22 - 72 år" has a dash between two things; "F - 48" may have been born then, or be so old.
        let dash = year.filter(|quantity| quantity.minus && quantity.unit != Some(Unit::Year));
        let dash = dash.filter(|_| self.is_whole(measure.fact));
        if dash.is_some_and(|quantity| self.found.tokens.get(quantity.number).is_some_and(|token| !token.glued)) {
            return;
        }
        let year = dash.is_some() || year.is_some_and(|quantity| is_year(quantity.low));
        if measure.reading == Reading::Born || year {
            all.extend(self.born(measure, one));
            return;
        }
        let quantity = match one.number {
            // "69M": a word of the form's own is no unit.
            Some(at) => self.quantity_at(at).map(|quantity| self.without_own_unit(quantity, one)),
            None => self.number_after(measure.fact, one.to, taken).or_else(|| self.number_before(one.from, taken)),
        };
        let Some(quantity) = quantity else {
            all.extend(self.unknown(measure, one));
            return;
        };
        if self.counts_things(measure, one, &quantity) {
            return;
        }
        self.take(&quantity, taken);
        let (from, to) = (one.from.min(quantity.from), one.to.max(self.unit_end(&quantity)));
        let mut named = self.value(measure, &quantity, from, to);
        if one.number.is_none() {
            let later = self.later_values(measure, &quantity, taken);
            named.iter_mut().for_each(|first| first.replaced = later.iter().any(|(_, replaces)| *replaces));
            all.extend(named);
            all.extend(later.into_iter().map(|(later, _)| later));
        } else {
            all.extend(named);
        }
    }

    /// "woman, 3 compression fractures": a small number before a word, which is no age.
    fn counts_things(&self, measure: Measure, one: &Match, quantity: &Quantity) -> bool {
        let word = self.found.tokens.get(one.to).is_some_and(|token| token.kind == Kind::Word && !token.glued);
        let small = quantity.low < LOOSE_YOUNGEST && quantity.unit.is_none();
        self.is_whole(measure.fact) && one.number.is_some() && small && word && one.to == quantity.to
    }

    /// "I don't know the eGFR": a name without a number beside a word that says so.
    fn unknown(&self, measure: Measure, one: &Match) -> Option<Named> {
        let segment = self.layout.segment(one.from);
        let said = self.layout.of(Cue::Unknown).any(|cue| self.layout.segment(cue.from) == segment);
        (said && one.number.is_none()).then_some(Named {
            fact: measure.fact,
            value: None,
            believable: true,
            loose: false,
            from: one.from,
            to: one.to,
            replaced: false,
            duration: false,
        })
    }

    fn quantity_at(&self, at: usize) -> Option<Quantity> {
        self.found.quantities.iter().find(|quantity| quantity.from == at).copied()
    }

    fn without_own_unit(&self, quantity: Quantity, one: &Match) -> Quantity {
        let glued = self.found.tokens.get(quantity.to).is_some_and(|token| token.glued);
        let own = quantity.unit == Some(Unit::Other) && one.to == quantity.to + 1 && glued;
        Quantity { unit: quantity.unit.filter(|_| !own), ..quantity }
    }

    fn take(&self, quantity: &Quantity, taken: &mut [bool]) {
        for token in taken.iter_mut().take(quantity.to).skip(quantity.from) {
            *token = true;
        }
    }

    fn is_free(&self, quantity: &Quantity, taken: &[bool]) -> bool {
        !taken.get(quantity.number).copied().unwrap_or(true)
    }

    fn unit_end(&self, quantity: &Quantity) -> usize {
        let unit = self.found.matches.of(Layer::Unit).iter().find(|one| one.from == quantity.to);
        unit.map_or(quantity.to, |one| one.to)
    }

    /// The first number after a name, with only words in between that link, date or qualify.
    fn number_after(&self, fact: FactId, from: usize, taken: &[bool]) -> Option<Quantity> {
        let (mut at, mut farthest) = (from, from + FARTHEST);
        while at < farthest {
            if let Some(after) = self.aside(fact, at) {
                farthest += after - at;
                at = after;
                continue;
            }
            if let Some(quantity) = self.quantity_at(at) {
                return self.is_free(&quantity, taken).then_some(quantity);
            }
            if !(self.links(at) || at == from && self.is_asked_and_told(at) || self.is_a_site(fact, from, at)) {
                return None;
            }
            at += 1;
        }
        None
    }

    /// "T-scores: L-spine -2.9, hip -2.1": a word between a name and the first of several numbers with a sign, or one behind
    /// a colon, where the fact may be negative; "sämre än" is no site.
    fn is_a_site(&self, fact: FactId, from: usize, at: usize) -> bool {
        let sentence = self.layout.sentence(at);
        let mut signed = self
            .found
            .quantities
            .iter()
            .filter(|one| one.from > at && one.minus && self.layout.sentence(one.from) == sentence);
        let near = signed.next().filter(|one| one.from - at <= SITE_WORDS);
        let listed =
            signed.next().is_some() || self.found.tokens.get(from).is_some_and(|token| token.kind == Kind::Sign(':'));
        let site = |at: usize| {
            let word = self.found.tokens.get(at).is_some_and(|token| token.kind == Kind::Word);
            let linked = self.layout.of(Cue::Link).any(|cue| cue.from <= at && at < cue.to);
            let names = self.found.matches.of(Layer::Measure).iter().any(|one| one.from == at);
            word && (linked || !self.everyday(at)) && !names
        };
        self.negative(fact) && listed && near.is_some_and(|near| (at..near.from).all(site))
    }

    /// "FRAX (MOF) 23 %", "eGFR (krea) 38": the token after a bracket that only qualifies the name before it.
    fn aside(&self, fact: FactId, at: usize) -> Option<usize> {
        let opened =
            |at: usize| self.found.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Sign('(' | '[')));
        let closed =
            |at: &usize| self.found.tokens.get(*at).is_some_and(|token| matches!(token.kind, Kind::Sign(')' | ']')));
        let close = (at + 1..=at + FARTHEST).find(closed).filter(|_| opened(at))?;
        let value = (at + 1..close).take_while(|at| self.links(*at) || self.quantity_at(*at).is_some());
        let holds_value =
            value.into_iter().any(|at| self.quantity_at(at).is_some_and(|number| self.counts(fact, &number)));
        // "FRAX (ej gjord) 3 kotor".
        let undone = self.layout.cues.iter().any(|cue| {
            let changes =
                matches!(cue.cue, Cue::Negation | Cue::NegationAfter | Cue::Unknown | Cue::Plan | Cue::PlanAfter);
            changes && at < cue.from && cue.from < close
        });
        (!holds_value && !undone).then_some(close + 1)
    }

    /// Whether a number is in a unit in which a fact is counted, or in none.
    fn counts(&self, fact: FactId, quantity: &Quantity) -> bool {
        matches!(self.kind(fact), Some(FactKind::Number { unit, .. }) if scale(unit, quantity.unit).is_some())
    }

    /// "eGFR? 49.": a question mark, and behind it a number that says nothing else.
    fn is_asked_and_told(&self, at: usize) -> bool {
        let asked = self.found.tokens.get(at).is_some_and(|token| token.kind == Kind::End('?'));
        let told = self.quantity_at(at + 1).filter(|_| asked);
        let alone = |at: usize| self.found.tokens.get(at).is_none_or(|token| token.kind.ends());
        let counted =
            |unit: Option<Unit>| unit.is_none() || unit == Some(Unit::Percent) || unit == Some(Unit::MlPerMinute);
        told.is_some_and(|told| counted(told.unit) && alone(self.unit_end(&told)))
    }

    /// Whether a token links, dates or qualifies.
    fn links(&self, at: usize) -> bool {
        let Some(token) = self.found.tokens.get(at) else { return false };
        let cue = self.layout.cues.iter().find(|cue| cue.from <= at && at < cue.to);
        let links = match token.kind {
            Kind::Sign(sign) => matches!(sign, ':' | '=' | '(' | '-' | '+' | '%'),
            Kind::Word => {
                cue.is_some_and(|cue| {
                    matches!(cue.cue, Cue::Link | Cue::Past | Cue::Present | Cue::Correction | Cue::Whenever)
                }) || self.is_everyday(at)
            }
            Kind::Number(year) => is_year(year),
            Kind::Day(_) => true,
            Kind::Opaque | Kind::Region(_) | Kind::End(_) => false,
        };
        links && !self.concept_at(at)
    }

    fn everyday(&self, at: usize) -> bool {
        let word = self.found.tokens.get(at).and_then(|token| token.word);
        word.and_then(|word| self.found.dictionary.entry(word)).is_some_and(|entry| entry.everyday)
    }

    fn is_everyday(&self, at: usize) -> bool {
        let denies = self.layout.cues.iter().any(|cue| {
            cue.from <= at && at < cue.to && matches!(cue.cue, Cue::Negation | Cue::And | Cue::Or | Cue::Break)
        });
        self.everyday(at) && !denies
    }

    fn concept_at(&self, at: usize) -> bool {
        [Layer::Concept, Layer::Measure]
            .iter()
            .any(|layer| self.found.matches.of(*layer).iter().any(|one| one.from == at))
    }

    /// "22 % FRAX", "22 % i FRAX": a number straight before its name.
    fn number_before(&self, from: usize, taken: &[bool]) -> Option<Quantity> {
        let near = self.found.quantities.iter().rfind(|quantity| quantity.to <= from)?;
        let end = self.unit_end(near);
        let linked =
            end == from || end + 1 == from && self.layout.of(Cue::Link).any(|one| one.from == end && one.to == from);
        let foreign = matches!(near.unit, Some(Unit::Year | Unit::Month | Unit::Week | Unit::Day | Unit::Other));
        (linked && !foreign && self.is_free(near, taken)).then_some(*near)
    }

    /// Whether a fact can be less than nothing.
    fn negative(&self, fact: FactId) -> bool {
        matches!(self.kind(fact), Some(FactKind::Number { low, .. }) if *low < 0.0)
    }

    fn is_whole(&self, fact: FactId) -> bool {
        matches!(self.kind(fact), Some(FactKind::Number { integer: true, .. }))
    }

    fn kind(&self, fact: FactId) -> Option<&FactKind> {
        self.vocabulary.get(fact).map(|definition| &definition.kind)
    }

    /// The value of a number as this fact counts it.
    fn value(&self, measure: Measure, quantity: &Quantity, from: usize, to: usize) -> Option<Named> {
        let Some(FactKind::Number { unit, low, high, integer }) = self.kind(measure.fact) else { return None };
        let scale = scale(unit, quantity.unit)?;
        let (low, high, integer) = (*low, *high, *integer);
        let negative = quantity.minus && low < 0.0;
        let interval = match measure.reading {
            Reading::Decade => Interval::between(Bound::Including(quantity.low), Bound::Including(quantity.low + 9.0)),
            _ => quantity.interval(negative, scale),
        };
        let greatest = quantity.high.unwrap_or(quantity.low) * scale;
        let signed = if negative { -greatest } else { greatest };
        let fits = (low..=high).contains(&signed) && (!integer || quantity.low.fract() == 0.0);
        let loose = measure.reading == Reading::Loose;
        // "det är 5 år" may say how long.
        let identified = integer && self.layout.of(Cue::Identified).any(|cue| cue.from <= from && from < cue.to);
        if (loose || identified) && quantity.low < LOOSE_YOUNGEST {
            return None;
        }
        let unsigned = low < 0.0 && !negative && quantity.low > UNSIGNED_HIGHEST;
        Some(Named {
            fact: measure.fact,
            value: interval.filter(|_| fits).map(FactValue::Number),
            believable: fits && !unsigned,
            loose,
            from,
            to,
            replaced: false,
            duration: false,
        })
    }

    /// A year or day of birth as an age on the day of the question.
    fn born(&self, measure: Measure, one: &Match) -> Option<Named> {
        let token_at = |at: usize| self.found.tokens.get(at);
        let near = (one.from..one.to + 3)
            .find(|at| token_at(*at).is_some_and(|token| matches!(token.kind, Kind::Number(_) | Kind::Day(_))))?;
        let plain = (one.to..near).all(|at| {
            self.is_everyday(at) || token_at(at).is_some_and(|token| matches!(token.kind, Kind::Sign('-' | ':')))
        });
        let interval = token_at(near).filter(|_| plain).and_then(|token| self.age_of(token))?;
        Some(Named {
            fact: measure.fact,
            value: Some(FactValue::Number(interval)),
            believable: true,
            loose: false,
            from: one.from,
            to: one.to.max(near + 1),
            replaced: false,
            duration: false,
        })
    }

    fn age_of(&self, token: &Token) -> Option<Interval> {
        let this_year = f64::from(self.as_of.year());
        match token.kind {
            Kind::Day(day) if day <= self.as_of => {
                let had = (self.as_of.month(), self.as_of.day()) >= (day.month(), day.day());
                let years = self.as_of.year() - day.year() - i16::from(!had);
                Some(Interval::exactly(f64::from(years)))
            }
            Kind::Number(written) if written.fract() == 0.0 => {
                let century = if written < 100.0 { 1900.0 } else { 0.0 };
                let age = this_year - written - century;
                // The birthday may still be to come.
                (1.0..=120.0).contains(&age).then_some(())?;
                Interval::between(Bound::Including(age - 1.0), Bound::Including(age))
            }
            _ => None,
        }
    }
}

/// Whether a number may be a year.
pub fn is_year(number: f64) -> bool {
    (1900.0..2100.0).contains(&number) && number.fract() == 0.0
}

/// How many of the fact's units one of the number's is; none where they do not go together.
pub fn scale(unit: &str, written: Option<Unit>) -> Option<f64> {
    match (unit, written) {
        (_, None) => Some(1.0),
        ("years", Some(Unit::Year))
        | ("months", Some(Unit::Month))
        | ("%", Some(Unit::Percent))
        | ("mL/min", Some(Unit::MlPerMinute))
        | ("kg/m2", Some(Unit::KgPerSquareMetre))
        | ("SD", Some(Unit::Deviation)) => Some(1.0),
        ("years", Some(Unit::Month)) => Some(MONTHS_PER_YEAR.recip()),
        ("months", Some(Unit::Year)) => Some(MONTHS_PER_YEAR),
        _ => None,
    }
}
