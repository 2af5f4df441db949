//! Several resources speak of one fact: what is it then?

use super::find::Finding;
use crate::clinical::{Fact, FactValue, Origin, Statement};
use crate::corpus::{FactDefinition, FactKind, Says};

/// What the findings come to, and those that count. What is certain goes before what is not, the latest number before
/// earlier ones; what still disagrees is a conflict, and decides nothing.
#[must_use]
pub fn settle(fact: &FactDefinition, findings: Vec<Finding>) -> Option<(Fact, Vec<Finding>)> {
    let known: Vec<_> = findings.iter().filter(|finding| finding.value.is_some()).cloned().collect();
    if known.is_empty() {
        return (!findings.is_empty()).then_some((Fact::NotKnown, findings));
    }
    let certain: Vec<_> = known.iter().filter(|finding| finding.sure).cloned().collect();
    let sure = !certain.is_empty();
    let counting = if sure { certain } else { known };
    let counting = match fact.kind {
        FactKind::Number { .. } if lowest_counts(fact) => lowest(counting),
        FactKind::Number { .. } => latest(counting),
        FactKind::Boolean | FactKind::Choice(_) => counting,
    };
    let mut statements: Vec<Statement> = Vec::new();
    for value in counting.iter().filter_map(|finding| finding.value) {
        if !statements.iter().any(|statement| statement.value == value) {
            statements.push(Statement { value, origin: Origin::Record });
        }
    }
    let settled = match statements.as_slice() {
        [one] if sure => Fact::Known(*one),
        [one] => Fact::Uncertain(*one),
        _ => Fact::Conflicting(statements),
    };
    Some((settled, counting))
}

fn lowest_counts(fact: &FactDefinition) -> bool {
    fact.bindings.iter().any(|binding| matches!(binding.says, Says::Quantity { lowest: true, .. }))
}

/// Those of the last day; of that day, when every one has a time, the last one.
fn latest(findings: Vec<Finding>) -> Vec<Finding> {
    let day = |finding: &Finding| finding.when.map(|when| when.day);
    let last = findings.iter().map(day).max().flatten();
    let of_the_day: Vec<_> = findings.into_iter().filter(|finding| day(finding) == last).collect();
    let moment = |finding: &Finding| finding.when.and_then(|when| when.moment);
    let timed = of_the_day.iter().all(|finding| moment(finding).is_some());
    let last = of_the_day.iter().filter_map(moment).max();
    of_the_day.into_iter().filter(|finding| !timed || moment(finding) == last).collect()
}

/// Those with the lowest number; limits and ranges are left beside it, for they may be lower.
fn lowest(findings: Vec<Finding>) -> Vec<Finding> {
    let number = |finding: &Finding| match finding.value {
        Some(FactValue::Number(interval)) => interval.exact(),
        _ => None,
    };
    let least = findings.iter().filter_map(number).min_by(f64::total_cmp);
    findings.into_iter().filter(|finding| number(finding).is_none() || number(finding) == least).collect()
}
