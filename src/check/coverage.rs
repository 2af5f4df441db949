//! Do the cases cover the rules? Every rule applied, rejected and open; every number under, at and over its limit; every
//! exception alone in blocking, and unknown.

use crate::answer::{Outcome, Rejection, outcome};
use crate::clinical::{FactValue, Interval};
use crate::corpus::{Case, Corpus, Fault, Guideline, Rule};
use crate::rules::{Atom, Condition, Verdict};

/// Every gate that the cases of one guideline leave open.
pub fn check(corpus: &Corpus, guideline: &Guideline) -> Vec<Fault> {
    guideline.rules.iter().flat_map(|rule| check_rule(corpus, guideline, rule)).collect()
}

fn check_rule(corpus: &Corpus, guideline: &Guideline, rule: &Rule) -> Vec<Fault> {
    let cases: Vec<&Case> = guideline.cases.iter().filter(|case| rule.answers.contains(&case.intent)).collect();
    let outcomes: Vec<_> = cases.iter().map(|case| outcome(corpus, guideline, rule, &case.facts)).collect();
    let mut open = Vec::new();
    let any = |test: &dyn Fn(&Outcome<'_>) -> bool| outcomes.iter().any(test);
    if !any(&|outcome| matches!(outcome, Outcome::Recommended(_))) {
        open.push("where it applies".to_owned());
    }
    if !matches!(rule.when, Condition::Constant(_)) {
        if !any(&|outcome| matches!(outcome, Outcome::Rejected(_))) {
            open.push("where it is rejected".to_owned());
        }
        if !any(&|outcome| matches!(outcome, Outcome::Conditional(_))) {
            open.push("where it stays open".to_owned());
        }
    }
    open.extend(exceptions(corpus, rule, &cases, &outcomes));
    open.extend(limits(corpus, rule, &cases));
    let file = guideline.file("cases.toml");
    open.into_iter()
        .map(|what| {
            let message = format!("rule `{}` has no case {what}", rule.id);
            let help = format!("add a [[case]] with an intent of `{}` to cases.toml", rule.id);
            Fault::error(&file, None, message, help)
        })
        .collect()
}

/// Each part of an exception must block alone in some case, and an `unless` must be unknown in some case.
fn exceptions(corpus: &Corpus, rule: &Rule, cases: &[&Case], outcomes: &[Outcome<'_>]) -> Vec<String> {
    let mut open = Vec::new();
    let terms = corpus.vocabulary.terms();
    for (rejection, condition) in [(Rejection::Unless, &rule.unless), (Rejection::Barring, &rule.barring)] {
        let Some(condition) = condition else { continue };
        let parts = match condition {
            Condition::Or(parts) => parts.iter().collect(),
            whole => vec![whole],
        };
        for part in &parts {
            let alone = cases.iter().zip(outcomes).any(|(case, outcome)| {
                let blocked = matches!(outcome, Outcome::Rejected(not) if not.rejection == rejection);
                let others = parts.iter().filter(|other| *other != part);
                blocked
                    && part.verdict(&case.facts) == Verdict::Holds
                    && others.clone().all(|other| other.verdict(&case.facts) != Verdict::Holds)
            });
            if !alone {
                let text = crate::rules::print(part, terms, crate::rules::Dialect::Author);
                open.push(format!("where only `{text}` blocks it"));
            }
        }
    }
    if rule.unless.is_some()
        && !outcomes.iter().any(|outcome| matches!(outcome, Outcome::Recommended(r) if r.provisional()))
    {
        open.push("where its exception is unknown".to_owned());
    }
    open
}

/// Whether a stated number lies where a case is wanted.
type Test<'a> = &'a dyn Fn(&Interval) -> bool;

/// Each number that the rule compares must be stated under, at and over its limit.
fn limits(corpus: &Corpus, rule: &Rule, cases: &[&Case]) -> Vec<String> {
    let mut open = Vec::new();
    for (_, condition) in rule.conditions() {
        condition.for_each_atom(&mut |atom| {
            let limits = match atom {
                Atom::Compare(_, _, limit) => vec![*limit],
                Atom::Between(_, low, high) => vec![*low, *high],
                _ => Vec::new(),
            };
            for limit in limits {
                let stated = |test: Test<'_>| {
                    cases.iter().any(|case| {
                        matches!(case.facts.value(atom.fact()), Some(FactValue::Number(number)) if test(&number))
                    })
                };
                let name = corpus.vocabulary.terms().name(atom.fact());
                let places: [(&str, Test<'_>); 3] = [
                    ("under", &|number| number.below(limit) == Some(true)),
                    ("at", &|number| number.exact() == Some(limit)),
                    ("over", &|number| number.above(limit) == Some(true)),
                ];
                for (word, test) in places {
                    let gate = format!("with {name} {word} {limit}");
                    if !stated(test) && !open.contains(&gate) {
                        open.push(gate);
                    }
                }
            }
        });
    }
    open
}
