//! A checked condition: every name is a fact of the vocabulary, every value fits it.

use std::sync::Arc;

use super::{Comparison, Verdict};
use crate::clinical::{Fact, FactId, FactValue, Facts, Interval, OptionIndex};

/// One question to one fact.
#[derive(Debug, Clone, PartialEq)]
pub enum Atom {
    /// The boolean fact is true.
    Is(FactId),
    /// The boolean fact equals this value (`= true`, `!= false` and the like).
    Equals(FactId, bool),
    /// The number stands in this relation to the limit.
    Compare(FactId, Comparison, f64),
    /// The number lies between two limits, both included.
    Between(FactId, f64, f64),
    /// The choice is one of these. Unknown when the choice is unknown: the stated deviation from CQL.
    In(FactId, Vec<OptionIndex>),
    /// The choice is this one.
    Option(FactId, OptionIndex),
    /// The choice is not this one.
    NotOption(FactId, OptionIndex),
    /// Nothing usable is known of the fact (`is null`), or something is (`is not null`). Never unknown.
    IsNull(FactId, bool),
}

/// A condition over facts.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// True or false of itself.
    Constant(bool),
    /// One question to one fact.
    Atom(Atom),
    /// A condition that its guideline defines by name.
    Named(Arc<str>, Arc<Condition>),
    /// The opposite.
    Not(Box<Condition>),
    /// All of these.
    And(Vec<Condition>),
    /// At least one of these.
    Or(Vec<Condition>),
}

impl Atom {
    /// The fact that is asked about.
    #[must_use]
    pub const fn fact(&self) -> FactId {
        match self {
            Self::Is(id)
            | Self::Equals(id, _)
            | Self::Compare(id, ..)
            | Self::Between(id, ..)
            | Self::In(id, _)
            | Self::Option(id, _)
            | Self::NotOption(id, _)
            | Self::IsNull(id, _) => *id,
        }
    }

    /// What the facts say of it.
    #[must_use]
    pub fn verdict(&self, facts: &Facts) -> Verdict {
        if let Self::IsNull(id, null) = self {
            let said = matches!(facts.get(*id), Some(Fact::Known(_)));
            return Verdict::of(Some(said != *null));
        }
        let Some(value) = facts.value(self.fact()) else { return Verdict::Unknown };
        Verdict::of(match (self, value) {
            (Self::Is(_), FactValue::Boolean(known)) => Some(known),
            (Self::Equals(_, wanted), FactValue::Boolean(known)) => Some(known == *wanted),
            (Self::Compare(_, comparison, limit), FactValue::Number(number)) => compare(&number, *comparison, *limit),
            (Self::Between(_, low, high), FactValue::Number(number)) => between(&number, *low, *high),
            (Self::In(_, options), FactValue::Choice(known)) => Some(options.contains(&known)),
            (Self::Option(_, wanted), FactValue::Choice(known)) => Some(known == *wanted),
            (Self::NotOption(_, unwanted), FactValue::Choice(known)) => Some(known != *unwanted),
            // `check` refuses a condition whose types differ, and the edge refuses a fact of another type.
            _ => None,
        })
    }
}

fn compare(number: &Interval, comparison: Comparison, limit: f64) -> Option<bool> {
    match comparison {
        Comparison::Less => number.below(limit),
        Comparison::Greater => number.above(limit),
        Comparison::LessOrEqual => number.above(limit).map(|above| !above),
        Comparison::GreaterOrEqual => number.below(limit).map(|below| !below),
        Comparison::Equal => equal(number, limit),
        Comparison::NotEqual => equal(number, limit).map(|equal| !equal),
    }
}

fn equal(number: &Interval, limit: f64) -> Option<bool> {
    match (number.exact(), number.below(limit), number.above(limit)) {
        (Some(value), ..) => Some(value == limit),
        (None, Some(true), _) | (None, _, Some(true)) => Some(false),
        (None, ..) => None,
    }
}

fn between(number: &Interval, low: f64, high: f64) -> Option<bool> {
    match (number.below(low), number.above(high)) {
        (Some(true), _) | (_, Some(true)) => Some(false),
        (Some(false), Some(false)) => Some(true),
        (None, _) | (_, None) => None,
    }
}

impl Condition {
    /// What the facts say of the condition. Nothing short-circuits into a different verdict: this is CQL's logic.
    #[must_use]
    pub fn verdict(&self, facts: &Facts) -> Verdict {
        match self {
            Self::Constant(value) => Verdict::of(Some(*value)),
            Self::Atom(atom) => atom.verdict(facts),
            Self::Named(_, condition) => condition.verdict(facts),
            Self::Not(condition) => condition.verdict(facts).not(),
            Self::And(parts) => parts.iter().fold(Verdict::Holds, |all, part| all.and(part.verdict(facts))),
            Self::Or(parts) => parts.iter().fold(Verdict::Fails, |any, part| any.or(part.verdict(facts))),
        }
    }

    /// Calls `visit` with every atom, in reading order.
    pub fn for_each_atom<'a>(&'a self, visit: &mut impl FnMut(&'a Atom)) {
        match self {
            Self::Constant(_) => {}
            Self::Atom(atom) => visit(atom),
            Self::Named(_, condition) => condition.for_each_atom(visit),
            Self::Not(condition) => condition.for_each_atom(visit),
            Self::And(parts) | Self::Or(parts) => parts.iter().for_each(|part| part.for_each_atom(visit)),
        }
    }

    /// Every fact that the condition asks about, in the vocabulary's order.
    #[must_use]
    pub fn facts(&self) -> std::collections::BTreeSet<FactId> {
        let mut facts = std::collections::BTreeSet::new();
        self.for_each_atom(&mut |atom| {
            facts.insert(atom.fact());
        });
        facts
    }
}
