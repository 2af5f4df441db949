//! The mentions of a text → one value per fact, or why there is none.

use std::collections::{BTreeMap, BTreeSet};

use super::corrections;
use super::reading::{Joins, Mention, Sureness, When, Whose};
use crate::clinical::{Bound, Fact, FactId, FactValue, Facts, Interval, Origin, Statement};
use crate::corpus::Vocabulary;

/// What the mentions say together. `corrected_from` is the code point from which the words correct those before.
pub fn reduce(
    mentions: &[Mention],
    vocabulary: &Vocabulary,
    subjects: &BTreeSet<String>,
    corrected_from: Option<usize>,
) -> Facts {
    let mut by_fact: BTreeMap<FactId, Vec<&Mention>> = BTreeMap::new();
    for mention in mentions {
        let subject = vocabulary.get(mention.fact).and_then(|fact| fact.subject.as_ref());
        let elsewhere = subject.is_some_and(|subject| !subjects.contains(subject));
        let counts = mention.whose == Whose::Patient && mention.when == When::Now;
        if counts && !(mention.joins == Joins::InItsSubject && elsewhere) {
            by_fact.entry(mention.fact).or_default().push(mention);
        }
    }
    let mut facts = Facts::default();
    for (fact, mentions) in by_fact {
        if let Some(found) = one_fact(&mentions, corrected_from) {
            facts.insert(fact, found);
        }
    }
    facts
}

fn one_fact(mentions: &[&Mention], corrected_from: Option<usize>) -> Option<Fact> {
    let corrected: Vec<&Mention> = match corrected_from {
        Some(from) if mentions.iter().any(|mention| mention.span.start >= from && mention.value.is_some()) => {
            mentions.iter().copied().filter(|mention| mention.span.start >= from).collect()
        }
        _ => mentions.to_vec(),
    };
    // What is asked does not undo what is said; what is said later does.
    let said = corrected.iter().rfind(|mention| !matches!(mention.sureness, Sureness::Implausible | Sureness::Asked));
    let last = said.or_else(|| corrected.iter().rfind(|mention| mention.sureness == Sureness::Asked))?;
    let stated =
        |mention: &Mention| mention.value.map(|value| Statement { value, origin: Origin::Words(mention.span) });
    match last.sureness {
        Sureness::Unknown => return Some(Fact::NotKnown),
        Sureness::Unsure | Sureness::Asked => return stated(last).map(Fact::Uncertain),
        Sureness::Sure | Sureness::Implausible => {}
    }
    let sure: Vec<&Mention> = corrected.iter().copied().filter(|mention| mention.asserts()).collect();
    let sure: Vec<&Mention> = sure.into_iter().filter(|mention| !corrections::is_undone(mention, &corrected)).collect();
    let firm: Vec<&Mention> = sure.iter().copied().filter(|mention| mention.joins != Joins::Loosely).collect();
    let chosen = if firm.is_empty() { sure } else { firm };
    join(&chosen.iter().filter_map(|mention| stated(mention).map(|said| (said, mention.joins))).collect::<Vec<_>>())
}

/// Statements that agree are one; others are a conflict, unless the fact says which of them counts.
fn join(statements: &[(Statement, Joins)]) -> Option<Fact> {
    let mut distinct: Vec<(Statement, Joins)> = Vec::new();
    for (statement, joins) in statements {
        if !distinct.iter().any(|(known, _)| known.value == statement.value) {
            distinct.push((*statement, *joins));
        }
    }
    let first = *distinct.first()?;
    if distinct.len() == 1 {
        return Some(Fact::Known(first.0));
    }
    if distinct.iter().all(|(_, joins)| *joins == Joins::Any)
        && let Some((affirmed, _)) = distinct.iter().find(|(one, _)| one.value == FactValue::Boolean(true))
    {
        return Some(Fact::Known(*affirmed));
    }
    if distinct.iter().all(|(_, joins)| *joins == Joins::Lowest) {
        return lowest(&distinct).map(Fact::Known);
    }
    if let Some(narrowed) = narrower(&distinct) {
        return Some(Fact::Known(narrowed));
    }
    Some(Fact::Conflicting(distinct.into_iter().map(|(statement, _)| statement).collect()))
}

fn interval(statement: &Statement) -> Option<Interval> {
    match statement.value {
        FactValue::Number(interval) => Some(interval),
        FactValue::Boolean(_) | FactValue::Choice(_) => None,
    }
}

fn lowest(statements: &[(Statement, Joins)]) -> Option<Statement> {
    let exact = statements.iter().filter_map(|(one, _)| Some((interval(one)?.exact()?, *one)));
    let all: Vec<(f64, Statement)> = exact.collect();
    (all.len() == statements.len()).then_some(())?;
    all.into_iter().min_by(|one, two| one.0.total_cmp(&two.0)).map(|(_, statement)| statement)
}

/// "FRAX 34, alltså över 30": an exact value within the bounds that were also given.
fn narrower(statements: &[(Statement, Joins)]) -> Option<Statement> {
    let exact: Vec<&Statement> = statements
        .iter()
        .map(|(one, _)| one)
        .filter(|one| interval(one).is_some_and(|interval| interval.exact().is_some()))
        .collect();
    let [only] = exact.as_slice() else { return None };
    let value = interval(only)?.exact()?;
    let holds = |one: &Statement| interval(one).is_some_and(|interval| contains(&interval, value));
    statements.iter().all(|(one, _)| holds(one)).then_some(**only)
}

fn contains(interval: &Interval, value: f64) -> bool {
    let above = match interval.low() {
        Bound::Including(low) => low <= value,
        Bound::Excluding(low) => low < value,
        Bound::Open => true,
    };
    let below = match interval.high() {
        Bound::Including(high) => value <= high,
        Bound::Excluding(high) => value < high,
        Bound::Open => true,
    };
    above && below
}
