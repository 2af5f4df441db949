//! No dead rule, no gap, no conflict goes unseen.

use crate::clinical::FactId;
use crate::corpus::{AdvisoryKind, Corpus, Fault, Guideline, Rule};
use crate::rules::prove::{Proof, possible};
use crate::rules::{Atom, Comparison, Condition, Verdict};

/// Every proof over one guideline.
pub fn check(corpus: &Corpus, guideline: &Guideline) -> Vec<Fault> {
    let mut faults = dead_rules(corpus, guideline);
    faults.extend(gaps(corpus, guideline));
    faults.extend(conflicts(corpus, guideline));
    faults
}

/// What must be so for a rule to be recommended for certain.
fn applies(rule: &Rule) -> Vec<(&Condition, Verdict)> {
    let exceptions = [&rule.unless, &rule.barring].into_iter().flatten();
    std::iter::once((&rule.when, Verdict::Holds))
        .chain(exceptions.map(|exception| (exception, Verdict::Fails)))
        .collect()
}

fn dead_rules(corpus: &Corpus, guideline: &Guideline) -> Vec<Fault> {
    let file = guideline.file("rules.toml");
    let terms = corpus.vocabulary.terms();
    let mut faults = Vec::new();
    for rule in &guideline.rules {
        let at = || Some(rule.place.clone());
        if possible(&applies(rule), terms) == Proof::Impossible {
            let message = format!("rule `{}` can never apply", rule.id);
            let help = "its condition contradicts itself, or its exceptions take all of it; look the source up";
            faults.push(Fault::error(&file, at(), message, help));
        }
        for (role, condition) in rule.conditions() {
            if matches!(condition, Condition::Constant(_)) {
                continue;
            }
            if possible(&[(condition, Verdict::Fails)], terms) == Proof::Impossible {
                let message = format!("the `{role}` of rule `{}` can never fail", rule.id);
                faults.push(Fault::error(&file, at(), message, "write `true` if that is meant, or mend it"));
            } else if role != "when" && possible(&[(condition, Verdict::Holds)], terms) == Proof::Impossible {
                let message = format!("the `{role}` of rule `{}` can never hold", rule.id);
                faults.push(Fault::error(&file, at(), message, "leave it out, or mend it"));
            }
        }
    }
    faults
}

/// Two strict comparisons that leave a point between them need a `boundary` that says so.
fn gaps(corpus: &Corpus, guideline: &Guideline) -> Vec<Fault> {
    let comparisons: Vec<_> =
        guideline.rules.iter().flat_map(|rule| compared(rule).into_iter().map(move |c| (rule, c))).collect();
    let has = |fact: FactId, limit: f64, wanted: &[Comparison]| {
        comparisons.iter().any(|(_, (f, comparison, l))| *f == fact && *l == limit && wanted.contains(comparison))
    };
    let mut faults = Vec::new();
    for (rule, (fact, comparison, limit)) in &comparisons {
        let strict = matches!(comparison, Comparison::Less | Comparison::Greater);
        let opposite = if *comparison == Comparison::Less { Comparison::Greater } else { Comparison::Less };
        let covered = has(*fact, *limit, &[Comparison::LessOrEqual, Comparison::GreaterOrEqual, Comparison::Equal]);
        let open = strict && has(*fact, *limit, &[opposite]) && !covered;
        if open && !rule.boundary.contains(&(*fact, *limit)) {
            let name = corpus.vocabulary.terms().name(*fact);
            let message = format!("rule `{}` leaves {name} = {limit} open and does not say so", rule.id);
            let help = format!("add boundary = [\"{name} = {limit}\"], or use <= or >= if the source does");
            let fault = Fault::error(guideline.file("rules.toml"), rule.place.clone(), message, help);
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
    }
    faults
}

fn compared(rule: &Rule) -> Vec<(FactId, Comparison, f64)> {
    let mut found = Vec::new();
    for (_, condition) in rule.conditions() {
        condition.for_each_atom(&mut |atom| {
            if let Atom::Compare(fact, comparison, limit) = atom {
                found.push((*fact, *comparison, *limit));
            }
        });
    }
    found
}

/// Rules that are meant to exclude each other may apply together only where an inconsistency that names both holds.
fn conflicts(corpus: &Corpus, guideline: &Guideline) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (place, one) in guideline.rules.iter().enumerate() {
        for other in guideline.rules.iter().skip(place + 1) {
            let Some(group) = one.alternatives.iter().find(|group| other.alternatives.contains(group)) else {
                continue;
            };
            // Where an inconsistency that names both holds, the reader is told; what is left must be impossible.
            let told = guideline.advisories.iter().filter(|advisory| {
                advisory.kind == AdvisoryKind::Inconsistency
                    && advisory.rules.contains(&one.id)
                    && advisory.rules.contains(&other.id)
            });
            let untold = told.map(|advisory| (&advisory.when, Verdict::Fails));
            let together: Vec<_> = applies(one).into_iter().chain(applies(other)).chain(untold).collect();
            let message = match possible(&together, corpus.vocabulary.terms()) {
                Proof::Impossible => continue,
                Proof::Possible(case) => format!(
                    "rules `{}` and `{}` are alternatives (`{group}`) and can apply together untold: {}",
                    one.id,
                    other.id,
                    super::cases::in_words(corpus, &case)
                ),
                Proof::TooLarge => format!("rules `{}` and `{}` are too large to compare", one.id, other.id),
            };
            let help = "add an [[inconsistency]] that names both, holds there and tells both readings, or mend their conditions";
            faults.push(Fault::error(guideline.file("rules.toml"), other.place.clone(), message, help));
        }
    }
    faults
}
