//! Numbers with what bounds them: "över 30", "15–30", "mellan 20 och 25", "80+", "ca 33".

use std::collections::BTreeMap;

use super::dictionary::{Dictionary, Layer};
use super::matches::{Match, Matches, cue};
use super::tokens::{Kind, Token};
use crate::clinical::{Bound, Interval};
use crate::corpus::lexicon::{Cue, Lexicon, Meaning, Relation, Unit};

/// A number, with its bound, range, sign and unit.
#[derive(Debug, Clone, Copy)]
pub struct Quantity {
    /// Its first token, bound or sign included.
    pub from: usize,
    /// The token after its last, the unit not included.
    pub to: usize,
    /// The token of the (first) number itself.
    pub number: usize,
    /// The number or range, without sign.
    pub low: f64,
    /// The end of a range.
    pub high: Option<f64>,
    /// How it is bounded.
    pub relation: Option<Relation>,
    /// Whether a minus stands before it.
    pub minus: bool,
    /// Its unit, when one follows.
    pub unit: Option<Unit>,
}

impl Quantity {
    /// The values that it may have, with this sign and in this scale.
    pub fn interval(&self, negative: bool, scale: f64) -> Option<Interval> {
        let sign = if negative { -1.0 } else { 1.0 };
        let low = self.low * sign * scale;
        if let Some(high) = self.high {
            let high = high * sign * scale;
            return Interval::between(Bound::Including(low.min(high)), Bound::Including(low.max(high)));
        }
        match self.relation {
            None | Some(Relation::About | Relation::Between | Relation::Changed) => Some(Interval::exactly(low)),
            Some(Relation::Under) => Interval::between(Bound::Open, Bound::Excluding(low)),
            Some(Relation::AtMost | Relation::OrLess) => Interval::between(Bound::Open, Bound::Including(low)),
            Some(Relation::Over) => Interval::between(Bound::Excluding(low), Bound::Open),
            Some(Relation::AtLeast | Relation::OrMore) => Interval::between(Bound::Including(low), Bound::Open),
        }
    }
}

/// Finds every quantity, in order.
pub fn find(lexicon: &Lexicon, dictionary: &Dictionary, tokens: &[Token], found: &Matches) -> Vec<Quantity> {
    let reader = Reader { lexicon, dictionary, tokens, found };
    let mut quantities = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match reader.quantity(at) {
            Some(quantity) => {
                at = quantity.to.max(at + 1);
                quantities.push(quantity);
            }
            None => at += 1,
        }
    }
    quantities
}

struct Reader<'a> {
    lexicon: &'a Lexicon,
    dictionary: &'a Dictionary,
    tokens: &'a [Token],
    found: &'a Matches,
}

impl Reader<'_> {
    fn quantity(&self, from: usize) -> Option<Quantity> {
        let (relation, at) = self.relation_at(from).map_or((None, from), |(relation, to)| (Some(relation), to));
        // "ca 20", "över ca 20": the bound decides, the approximation does not.
        let at = self.relation_at(at).filter(|(second, _)| *second == Relation::About).map_or(at, |(_, to)| to);
        let (minus, at) = self.minus_at(at);
        let (low, next) = self.number_at(at)?;
        let (low, next) = self.become_at(next).unwrap_or((low, next));
        let mut quantity =
            Quantity { from, to: next, number: at, low, high: None, relation, minus, unit: self.unit_at(next) };
        if relation == Some(Relation::Changed) {
            match self.range_end(next, relation, low) {
                // "från 50 till 33": what it has become.
                Some((now, to)) => {
                    (quantity.low, quantity.to, quantity.relation) = (now, to, None);
                    quantity.unit = self.unit_at(to);
                }
                None => quantity.relation = Some(Relation::AtLeast),
            }
        } else if let Some((now, to)) = self.has_become(next, low) {
            (quantity.low, quantity.to) = (now, to);
            quantity.unit = self.unit_at(to);
        } else if let Some((high, to)) = self.range_end(next, relation, low) {
            quantity.high = Some(high);
            quantity.to = to;
            quantity.unit = self.unit_at(to);
        } else if relation.is_none() {
            self.bounded_after(&mut quantity);
        }
        Some(quantity)
    }

    /// "29 → 41": what a number has become.
    fn has_become(&self, at: usize, low: f64) -> Option<(f64, usize)> {
        let after_unit = starting(self.found.of(Layer::Unit), at).map_or(at, |one| one.to);
        let arrow = |at: usize| self.tokens.get(at).is_some_and(|token| token.kind == Kind::Sign('→'));
        (arrow(at) || arrow(after_unit)).then(|| self.range_end(at, Some(Relation::Changed), low))?
    }

    fn relation_at(&self, at: usize) -> Option<(Relation, usize)> {
        if let Some(signed) = self.sign_at(at) {
            return Some(signed);
        }
        let one = starting(self.found.of(Layer::Relation), at)?;
        match self.lexicon.meanings.get(one.meaning) {
            Some(Meaning::Relation(Relation::OrMore | Relation::OrLess)) | None => None,
            Some(Meaning::Relation(relation)) => Some((*relation, one.to)),
            Some(_) => None,
        }
    }

    /// "<", ">=", "≤", "~".
    fn sign_at(&self, at: usize) -> Option<(Relation, usize)> {
        let Kind::Sign(sign) = self.tokens.get(at)?.kind else { return None };
        let equal = self.tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Sign('='));
        match (sign, equal) {
            ('<', false) => Some((Relation::Under, at + 1)),
            ('>', false) => Some((Relation::Over, at + 1)),
            ('<', true) => Some((Relation::AtMost, at + 2)),
            ('>', true) => Some((Relation::AtLeast, at + 2)),
            ('≤', _) => Some((Relation::AtMost, at + 1)),
            ('≥', _) => Some((Relation::AtLeast, at + 1)),
            ('~' | '≈', _) => Some((Relation::About, at + 1)),
            _ => None,
        }
    }

    /// "52 → 38", "52 -> 38": what a number has become.
    fn become_at(&self, at: usize) -> Option<(f64, usize)> {
        let sign = |at: usize| self.tokens.get(at).map(|token| token.kind);
        let after = match (sign(at)?, sign(at + 1)) {
            (Kind::Sign('→' | '⇒' | '➔'), _) => at + 1,
            (Kind::Sign('-' | '='), Some(Kind::Sign('>'))) => at + 2,
            _ => return None,
        };
        let (low, next) = self.number_at(after)?;
        Some(self.become_at(next).unwrap_or((low, next)))
    }

    /// A minus sign or the word for it, straight before a number.
    fn minus_at(&self, at: usize) -> (bool, usize) {
        let sign = self.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Sign('-' | '÷')));
        let word = self.cue_at(at, Cue::Minus);
        match word.or(sign.then_some(at + 1)) {
            Some(to) if self.number_at(to).is_some() => (true, to),
            _ => (false, at),
        }
    }

    fn cue_at(&self, at: usize, wanted: Cue) -> Option<usize> {
        let cues = self.found.of(Layer::Cue).iter();
        cues.filter(|one| one.from == at && cue(self.lexicon, one) == Some(wanted)).map(|one| one.to).max()
    }

    /// A number in digits or words.
    fn number_at(&self, at: usize) -> Option<(f64, usize)> {
        let token = self.tokens.get(at)?;
        match token.kind {
            Kind::Number(value) => Some((value, at + 1)),
            Kind::Word => {
                if let Some(decimal) = self.decimal_in_words(at) {
                    return Some(decimal);
                }
                let value = self.numeral(at)?;
                // "seventy two": tens, then units.
                let units = self.numeral(at + 1).filter(|units| value >= 20.0 && value % 10.0 == 0.0 && *units < 10.0);
                match units {
                    Some(units) => Some((value + units, at + 2)),
                    None => Some((value, at + 1)),
                }
            }
            _ => None,
        }
    }

    /// "två komma sju".
    fn decimal_in_words(&self, at: usize) -> Option<(f64, usize)> {
        let tenths_at = self.cue_at(at + 1, Cue::Decimal)?;
        let (whole, tenths) = (self.numeral_word(at)?, self.numeral_word(tenths_at)?);
        (tenths < 10.0).then_some((whole + tenths / 10.0, tenths_at + 1))
    }

    fn numeral_word(&self, at: usize) -> Option<f64> {
        let word = self.tokens.get(at)?.word?;
        self.numerals().get(self.dictionary.spelling(word)).map(|value| f64::from(*value))
    }

    /// A word for a number. Small ones are everyday words too ("en", "to", "ti"), and count only before a unit.
    fn numeral(&self, at: usize) -> Option<f64> {
        let value = self.numeral_word(at)?;
        let small = value <= 12.0;
        (!small || self.unit_at(at + 1).is_some() || at > 0 && self.is_tens(at - 1)).then_some(value)
    }

    fn is_tens(&self, at: usize) -> bool {
        let word = self.tokens.get(at).and_then(|token| token.word);
        word.and_then(|word| self.numerals().get(self.dictionary.spelling(word))).is_some_and(|value| *value >= 20)
    }

    const fn numerals(&self) -> &BTreeMap<String, u16> {
        &self.lexicon.numerals
    }

    fn unit_at(&self, at: usize) -> Option<Unit> {
        let one = starting(self.found.of(Layer::Unit), at)?;
        match self.lexicon.meanings.get(one.meaning) {
            Some(Meaning::Unit(unit)) => Some(*unit),
            _ => None,
        }
    }

    /// The second number of "15-30", "15 till 30" or "mellan 15 och 30".
    fn range_end(&self, at: usize, relation: Option<Relation>, low: f64) -> Option<(f64, usize)> {
        let after_unit = starting(self.found.of(Layer::Unit), at).map_or(at, |one| one.to);
        [at, after_unit].into_iter().find_map(|at| {
            let joined = match relation {
                Some(Relation::Between) => self.cue_at(at, Cue::And).or_else(|| self.joint(at)),
                None | Some(Relation::About | Relation::Changed) => self.joint(at),
                Some(_) => None,
            }?;
            let (_, number) = self.minus_at(joined);
            let (high, to) = self.number_at(number)?;
            let ordered =
                high > low || number != joined || matches!(relation, Some(Relation::Between | Relation::Changed));
            // "FRAX 22 – 72 år": two numbers of different kinds are no range.
            let alike = self.unit_at(at).is_none() || self.unit_at(at) == self.unit_at(to);
            let parted = self.tokens.get(at).is_some_and(|token| token.kind == Kind::Sign('-') && !token.glued);
            let other = parted && matches!(self.unit_at(to), Some(Unit::Year | Unit::Other));
            (ordered && alike && !other).then_some((high, to))
        })
    }

    fn joint(&self, at: usize) -> Option<usize> {
        let dash = self.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Sign('-' | '→')));
        // "BMI 28 eller 29" leaves both open.
        self.cue_at(at, Cue::Range).or_else(|| self.cue_at(at, Cue::Or)).or(dash.then_some(at + 1))
    }

    /// "80+", "30 eller mer", "80 år eller äldre".
    fn bounded_after(&self, quantity: &mut Quantity) {
        let unit_end = starting(self.found.of(Layer::Unit), quantity.to).map_or(quantity.to, |one| one.to);
        for at in [quantity.to, unit_end] {
            if at == quantity.to && self.tokens.get(at).is_some_and(|token| token.kind == Kind::Sign('+')) {
                (quantity.relation, quantity.to) = (Some(Relation::OrMore), at + 1);
                return;
            }
            let after = starting(self.found.of(Layer::Relation), at).and_then(|one| {
                match self.lexicon.meanings.get(one.meaning) {
                    Some(Meaning::Relation(relation @ (Relation::OrMore | Relation::OrLess))) => {
                        Some((*relation, one.to))
                    }
                    _ => None,
                }
            });
            if let Some((relation, to)) = after {
                quantity.relation = Some(relation);
                if at == quantity.to {
                    quantity.to = to;
                    quantity.unit = quantity.unit.or_else(|| self.unit_at(to));
                }
                return;
            }
        }
    }
}

/// The match that begins at a token.
fn starting(matches: &[Match], at: usize) -> Option<&Match> {
    matches.iter().find(|one| one.from == at)
}
