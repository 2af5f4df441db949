//! Can these conditions hold together? Exact search over every combination of values that the conditions can tell apart.

use std::collections::BTreeMap;

use super::{Atom, Condition, FactKind, Terms, Verdict};
use crate::clinical::{FactId, FactValue, Facts, Interval, OptionIndex};

/// How many partial cases one proof may look at; conditions that need more are split by their author.
pub const STEPS_MAX: usize = 200_000;

/// What a search for a case came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Proof {
    /// These facts make the conditions hold as wanted; what they leave out does not matter.
    Possible(Facts),
    /// No facts do.
    Impossible,
    /// The search was cut off.
    TooLarge,
}

/// Looks for facts under which every condition has its wanted verdict. A verdict that is decided by some facts stays
/// whatever else is learnt, so the search tries one fact at a time and leaves a branch as soon as it is decided. Only
/// `is null` turns by learning more: its facts are tried first, each also as not known.
#[must_use]
pub fn possible(wanted: &[(&Condition, Verdict)], terms: &Terms) -> Proof {
    let mut domains: Vec<_> = domains(wanted.iter().map(|(condition, _)| *condition), terms).into_iter().collect();
    domains.sort_by_key(|(_, domain)| !domain.may_be_null);
    let mut search = Search { wanted, steps: 0 };
    let mut facts = Facts::default();
    match search.try_facts(&domains, &mut facts) {
        Some(true) => Proof::Possible(facts),
        Some(false) => Proof::Impossible,
        None => Proof::TooLarge,
    }
}

/// What one fact can be, as far as the conditions can tell.
#[derive(Default)]
struct Domain {
    limits: Vec<f64>,
    values: Vec<FactValue>,
    may_be_null: bool,
}

struct Search<'a> {
    wanted: &'a [(&'a Condition, Verdict)],
    steps: usize,
}

impl Search<'_> {
    /// Whether the facts can be completed; nothing when the search grew too large.
    fn try_facts(&mut self, open: &[(FactId, Domain)], facts: &mut Facts) -> Option<bool> {
        self.steps += 1;
        if self.steps > STEPS_MAX {
            return None;
        }
        let Some(((fact, domain), rest)) = open.split_first() else { return Some(self.decided(facts) == Some(true)) };
        if !domain.may_be_null
            && let Some(decided) = self.decided(facts)
        {
            return Some(decided);
        }
        for value in &domain.values {
            facts.give(*fact, *value);
            if self.try_facts(rest, facts)? {
                return Some(true);
            }
        }
        facts.remove(*fact);
        if domain.may_be_null { self.try_facts(rest, facts) } else { Some(false) }
    }

    /// Whether all verdicts are as wanted, or one is not and will not be; nothing while that is open.
    fn decided(&self, facts: &Facts) -> Option<bool> {
        let verdicts = || self.wanted.iter().map(|(condition, wanted)| (condition.verdict(facts), *wanted));
        if verdicts().all(|(verdict, wanted)| verdict == wanted) {
            return Some(true);
        }
        verdicts().any(|(verdict, wanted)| verdict != Verdict::Unknown && verdict != wanted).then_some(false)
    }
}

/// For each fact the values that the conditions can tell apart: every limit, and a point on either side of it.
fn domains<'a>(conditions: impl Iterator<Item = &'a Condition>, terms: &Terms) -> BTreeMap<FactId, Domain> {
    let mut domains: BTreeMap<FactId, Domain> = BTreeMap::new();
    for condition in conditions {
        condition.for_each_atom(&mut |atom| {
            let domain = domains.entry(atom.fact()).or_default();
            match atom {
                Atom::Compare(_, _, limit) => domain.limits.push(*limit),
                Atom::Between(_, low, high) => domain.limits.extend([*low, *high]),
                Atom::IsNull(..) => domain.may_be_null = true,
                Atom::Is(_) | Atom::Equals(..) | Atom::In(..) | Atom::Option(..) | Atom::NotOption(..) => {}
            }
        });
    }
    for (fact, domain) in &mut domains {
        domain.values = values(*fact, std::mem::take(&mut domain.limits), terms);
    }
    domains
}

fn values(fact: FactId, mut limits: Vec<f64>, terms: &Terms) -> Vec<FactValue> {
    match terms.get(fact).map(|term| &term.kind) {
        None => Vec::new(),
        Some(FactKind::Boolean) => vec![FactValue::Boolean(true), FactValue::Boolean(false)],
        Some(FactKind::Choice(options)) => {
            (0..).zip(options).map(|(place, _)| FactValue::Choice(OptionIndex(place))).collect()
        }
        Some(FactKind::Number { low, high, integer, .. }) => {
            limits.extend([*low, *high]);
            limits.sort_by(f64::total_cmp);
            limits.dedup();
            let between = limits.windows(2).filter_map(|pair| match pair {
                [a, b] if *integer => (b - a > 1.0).then_some(a + 1.0),
                [a, b] => Some(f64::midpoint(*a, *b)),
                _ => None,
            });
            let mut points: Vec<_> = between.chain(limits.iter().copied()).collect();
            points.sort_by(f64::total_cmp);
            points.into_iter().map(|point| FactValue::Number(Interval::exactly(point))).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Proof, possible};
    use crate::rules::{Definitions, FactKind, FactTerm, Terms, Verdict, parse, resolve};

    fn terms() -> Terms {
        let term = |name: &str, kind| FactTerm { name: name.to_owned(), kind };
        let number = |integer| FactKind::Number { unit: "x".to_owned(), low: 0.0, high: 100.0, integer };
        Terms::new(vec![
            term("a", FactKind::Boolean),
            term("n", number(false)),
            term("i", number(true)),
            term("c", FactKind::Choice(vec!["x".to_owned(), "y".to_owned()])),
        ])
    }

    fn prove(text: &str, wanted: Verdict) -> Proof {
        let condition = resolve(&parse(text).unwrap(), &terms(), &Definitions::new()).unwrap();
        possible(&[(&condition, wanted)], &terms())
    }

    #[test]
    fn what_can_hold_is_told_from_what_cannot() {
        for text in
            ["n > 35 and n < 36", "a and c = 'y'", "n = 35", "i > 3 and i < 5", "a is null", "not (a is null) and a"]
        {
            assert!(matches!(prove(text, Verdict::Holds), Proof::Possible(_)), "{text}");
        }
        for text in
            ["n > 35 and n < 35", "a and not a", "c = 'x' and c = 'y'", "i > 3 and i < 4", "n < 0", "a is null and a"]
        {
            assert_eq!(prove(text, Verdict::Holds), Proof::Impossible, "{text}");
        }
        assert_eq!(prove("a or not a", Verdict::Fails), Proof::Impossible);
    }
}
