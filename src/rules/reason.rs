//! Why a condition has its verdict, and which facts would settle an unknown one.

use std::collections::BTreeSet;

use super::{Atom, Condition, Verdict};
use crate::clinical::{FactId, Facts};

/// One atom that contributed to a verdict, with what it came to: `holds: false` means that its failing contributed.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The question that was put to a fact.
    pub atom: Atom,
    /// What the answer was.
    pub holds: bool,
}

/// A condition with the verdict of each of its parts, for `explain` and the trace.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed<'a> {
    /// The part.
    pub condition: &'a Condition,
    /// What the facts say of it.
    pub verdict: Verdict,
    /// Its own parts; empty for an atom.
    pub parts: Vec<Weighed<'a>>,
}

/// Every atom that made a decided condition what it is, in reading order, each once; empty when it is unknown.
#[must_use]
pub fn evidence(condition: &Condition, facts: &Facts) -> Vec<Evidence> {
    let mut found = Vec::new();
    match condition.verdict(facts) {
        Verdict::Holds => collect(condition, true, facts, &mut found),
        Verdict::Fails => collect(condition, false, facts, &mut found),
        Verdict::Unknown => {}
    }
    found
}

fn collect(condition: &Condition, wanted: bool, facts: &Facts, found: &mut Vec<Evidence>) {
    if condition.verdict(facts) != Verdict::of(Some(wanted)) {
        return;
    }
    match condition {
        Condition::Constant(_) => {}
        Condition::Atom(atom) => {
            let evidence = Evidence { atom: atom.clone(), holds: wanted };
            if !found.contains(&evidence) {
                found.push(evidence);
            }
        }
        Condition::Named(_, inner) => collect(inner, wanted, facts, found),
        Condition::Not(inner) => collect(inner, !wanted, facts, found),
        Condition::And(parts) | Condition::Or(parts) => {
            parts.iter().for_each(|part| collect(part, wanted, facts, found));
        }
    }
}

/// The facts that could settle an unknown condition: those of its unknown parts, in the vocabulary's order.
/// A part that is already decided is left out, for more knowledge cannot turn it.
#[must_use]
pub fn missing(condition: &Condition, facts: &Facts) -> BTreeSet<FactId> {
    let mut found = BTreeSet::new();
    collect_missing(condition, facts, &mut found);
    found
}

fn collect_missing(condition: &Condition, facts: &Facts, found: &mut BTreeSet<FactId>) {
    if condition.verdict(facts) != Verdict::Unknown {
        return;
    }
    match condition {
        Condition::Constant(_) => {}
        Condition::Atom(atom) => {
            found.insert(atom.fact());
        }
        Condition::Named(_, inner) => collect_missing(inner, facts, found),
        Condition::Not(inner) => collect_missing(inner, facts, found),
        Condition::And(parts) | Condition::Or(parts) => {
            parts.iter().for_each(|part| collect_missing(part, facts, found));
        }
    }
}

/// The condition with the verdict of every part.
#[must_use]
pub fn weigh<'a>(condition: &'a Condition, facts: &Facts) -> Weighed<'a> {
    let parts = match condition {
        Condition::Constant(_) | Condition::Atom(_) => Vec::new(),
        Condition::Named(_, inner) => vec![weigh(inner, facts)],
        Condition::Not(inner) => vec![weigh(inner, facts)],
        Condition::And(parts) | Condition::Or(parts) => parts.iter().map(|part| weigh(part, facts)).collect(),
    };
    Weighed { condition, verdict: condition.verdict(facts), parts }
}

/// What is left of a condition once its decided parts are taken out: what its verdict still hangs on.
#[must_use]
pub fn residual(condition: &Condition, facts: &Facts) -> Condition {
    let open = |parts: &[Condition]| -> Vec<Condition> {
        parts.iter().filter(|part| part.verdict(facts) == Verdict::Unknown).map(|part| residual(part, facts)).collect()
    };
    match condition {
        Condition::Constant(_) | Condition::Atom(_) => condition.clone(),
        Condition::Named(_, inner) => residual(inner, facts),
        Condition::Not(inner) => Condition::Not(Box::new(residual(inner, facts))),
        Condition::And(parts) => only(open(parts), Condition::And, condition),
        Condition::Or(parts) => only(open(parts), Condition::Or, condition),
    }
}

/// A group of one is that one; a group of none was decided and stays as it is.
fn only(mut parts: Vec<Condition>, join: fn(Vec<Condition>) -> Condition, whole: &Condition) -> Condition {
    match (parts.pop(), parts.is_empty()) {
        (None, _) => whole.clone(),
        (Some(part), true) => part,
        (Some(last), false) => {
            parts.push(last);
            join(parts)
        }
    }
}

/// The facts of which one alone, with a fitting value, would settle an unknown condition, whatever else stays unknown.
#[must_use]
pub fn settling(condition: &Condition, facts: &Facts) -> BTreeSet<FactId> {
    let Turning { holds, fails } = turning(condition, facts);
    holds.union(&fails).copied().collect()
}

/// Which single facts could make an unknown condition hold, and which could make it fail.
#[derive(Default)]
struct Turning {
    holds: BTreeSet<FactId>,
    fails: BTreeSet<FactId>,
}

fn turning(condition: &Condition, facts: &Facts) -> Turning {
    if condition.verdict(facts) != Verdict::Unknown {
        return Turning::default();
    }
    match condition {
        Condition::Constant(_) => Turning::default(),
        Condition::Atom(atom) => {
            let fact = BTreeSet::from([atom.fact()]);
            Turning { holds: fact.clone(), fails: fact }
        }
        Condition::Named(_, inner) => turning(inner, facts),
        Condition::Not(inner) => {
            let Turning { holds, fails } = turning(inner, facts);
            Turning { holds: fails, fails: holds }
        }
        // One failing part settles an `and`; it takes the last unknown part to make it hold. `or` is the mirror image.
        Condition::And(parts) => {
            let (any, last) = any_and_last(parts, facts, |turning| turning.fails, |turning| turning.holds);
            Turning { holds: last, fails: any }
        }
        Condition::Or(parts) => {
            let (any, last) = any_and_last(parts, facts, |turning| turning.holds, |turning| turning.fails);
            Turning { holds: any, fails: last }
        }
    }
}

fn any_and_last(
    parts: &[Condition],
    facts: &Facts,
    one_is_enough: fn(Turning) -> BTreeSet<FactId>,
    all_are_needed: fn(Turning) -> BTreeSet<FactId>,
) -> (BTreeSet<FactId>, BTreeSet<FactId>) {
    let unknown: Vec<_> = parts.iter().filter(|part| part.verdict(facts) == Verdict::Unknown).collect();
    let any = unknown.iter().flat_map(|part| one_is_enough(turning(part, facts))).collect();
    let last = match unknown.as_slice() {
        [only] => all_are_needed(turning(only, facts)),
        _ => BTreeSet::new(),
    };
    (any, last)
}
