//! Random conditions and random partial facts over a small vocabulary of every type.

use std::sync::{Arc, LazyLock};

use nordvis::clinical::{Bound, Fact, FactId, FactValue, Facts, Interval, OptionIndex, Origin, Statement};
use nordvis::rules::{Atom, Comparison, Condition, Definitions, FactKind, FactTerm, Terms, parse, resolve};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::Union;

/// Three facts of each of the simple types, few enough that a random condition meets a fact twice.
pub fn terms() -> &'static Terms {
    static TERMS: LazyLock<Terms> = LazyLock::new(vocabulary);
    &TERMS
}

fn vocabulary() -> Terms {
    let choice = |options: [&str; 3]| FactKind::Choice(options.map(str::to_owned).to_vec());
    let number = |unit: &str, low, high, integer| FactKind::Number { unit: unit.to_owned(), low, high, integer };
    let kinds = [
        ("fever", FactKind::Boolean),
        ("smoker", FactKind::Boolean),
        ("pain", FactKind::Boolean),
        ("bmi", number("kg/m²", 10.0, 80.0, false)),
        ("t_score", number("SD", -8.0, 6.0, false)),
        ("age_years", number("years", 0.0, 120.0, true)),
        ("falls", number("falls", 0.0, 9.0, true)),
        ("joint", choice(["hip", "knee", "hand"])),
        ("severity", choice(["mild", "moderate", "severe"])),
    ];
    Terms::new(kinds.into_iter().map(|(name, kind)| FactTerm { name: name.to_owned(), kind }).collect())
}

/// Conditions by name, one inside the other.
pub fn definitions() -> &'static Definitions {
    static DEFINITIONS: LazyLock<Definitions> = LazyLock::new(|| {
        let written = [("at_risk", "bmi < 18.5 or smoker"), ("frail", "at_risk and not (age_years < 65) or falls > 2")];
        let mut definitions = Definitions::new();
        for (name, text) in written {
            let condition = resolve(&parse(text).unwrap(), terms(), &definitions).unwrap();
            definitions.insert(name.to_owned(), Arc::new(condition));
        }
        definitions
    });
    &DEFINITIONS
}

/// Every id of a vocabulary.
pub fn ids(terms: &Terms) -> Vec<FactId> {
    terms.iter().map(|(id, _)| id).collect()
}

/// The limits that conditions compare a number with, well inside its range.
fn limits(name: &str) -> Vec<f64> {
    match name {
        "bmi" => vec![18.5, 25.0, 30.0],
        "t_score" => vec![-2.5, -1.0, 0.1],
        "age_years" => vec![50.0, 65.0, 80.0],
        _ => vec![1.0, 2.0, 4.0],
    }
}

/// The numbers that tell all conditions over a fact apart: each limit, both sides of it, and the ends of the range.
pub fn points(id: FactId) -> Vec<f64> {
    let term = terms().get(id).unwrap();
    let FactKind::Number { low, high, integer, .. } = term.kind else { return Vec::new() };
    let aside = if integer { 1.0 } else { 0.25 };
    let mut points = vec![low, high];
    for limit in limits(&term.name) {
        points.extend([limit - aside, limit, limit + aside]);
    }
    points.sort_by(f64::total_cmp);
    points.dedup();
    points
}

/// Every exact value of a fact that a condition can tell from the others.
pub fn values(id: FactId) -> Vec<FactValue> {
    match &terms().get(id).unwrap().kind {
        FactKind::Boolean => [true, false].map(FactValue::Boolean).to_vec(),
        FactKind::Choice(options) => {
            (0..).take(options.len()).map(|place| FactValue::Choice(OptionIndex(place))).collect()
        }
        FactKind::Number { .. } => {
            points(id).into_iter().map(|point| FactValue::Number(Interval::exactly(point))).collect()
        }
    }
}

/// Which conditions to make.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Asking {
    /// Those that learning more cannot turn.
    OfValues,
    /// `is null` too.
    AlsoOfNull,
}

/// One question to this fact, which some of its values answer with yes and some with no.
pub fn atom(id: FactId) -> BoxedStrategy<Atom> {
    let term = terms().get(id).unwrap();
    match &term.kind {
        FactKind::Boolean => {
            prop_oneof![3 => Just(Atom::Is(id)), 1 => any::<bool>().prop_map(move |value| Atom::Equals(id, value))]
                .boxed()
        }
        FactKind::Number { .. } => {
            let limits = limits(&term.name);
            let comparisons = vec![
                Comparison::Equal,
                Comparison::NotEqual,
                Comparison::Less,
                Comparison::LessOrEqual,
                Comparison::Greater,
                Comparison::GreaterOrEqual,
            ];
            let compare = (select(comparisons), select(limits.clone()))
                .prop_map(move |(comparison, limit)| Atom::Compare(id, comparison, limit));
            let between = (select(limits.clone()), select(limits))
                .prop_map(move |(a, b)| Atom::Between(id, f64::min(a, b), f64::max(a, b)));
            prop_oneof![3 => compare, 1 => between].boxed()
        }
        FactKind::Choice(options) => {
            let options: Vec<_> = (0..).take(options.len()).map(OptionIndex).collect();
            let some = subsequence(options.clone(), 1..options.len());
            prop_oneof![
                select(options.clone()).prop_map(move |option| Atom::Option(id, option)),
                select(options).prop_map(move |option| Atom::NotOption(id, option)),
                some.prop_map(move |options| Atom::In(id, options)),
            ]
            .boxed()
        }
    }
}

/// One question to some fact.
pub fn any_atom() -> impl Strategy<Value = Atom> {
    Union::new(ids(terms()).into_iter().map(atom))
}

fn leaf(asking: Asking) -> BoxedStrategy<Condition> {
    let atom = any_atom().prop_map(Condition::Atom);
    let named =
        definitions().iter().map(|(name, condition)| Condition::Named(Arc::from(&**name), Arc::clone(condition)));
    let named = select(named.collect::<Vec<_>>());
    let constant = any::<bool>().prop_map(Condition::Constant);
    let null = (select(ids(terms())), any::<bool>()).prop_map(|(id, null)| Condition::Atom(Atom::IsNull(id, null)));
    match asking {
        Asking::OfValues => prop_oneof![20 => atom, 2 => named, 1 => constant].boxed(),
        Asking::AlsoOfNull => prop_oneof![20 => atom, 2 => named, 1 => constant, 3 => null].boxed(),
    }
}

/// A condition as the parser builds it.
pub fn condition(asking: Asking) -> BoxedStrategy<Condition> {
    leaf(asking)
        .prop_recursive(4, 12, 3, |inner| {
            prop_oneof![
                1 => inner.clone().prop_map(|part| Condition::Not(Box::new(part))),
                2 => vec(inner.clone(), 2..4).prop_map(Condition::And),
                2 => vec(inner, 2..4).prop_map(Condition::Or),
            ]
        })
        .boxed()
}

/// A condition that asks about each of its facts once.
pub fn condition_of_distinct_facts() -> impl Strategy<Value = Condition> {
    let atoms =
        Just(ids(terms())).prop_shuffle().prop_flat_map(|ids| ids.into_iter().take(6).map(atom).collect::<Vec<_>>());
    (atoms, vec((any::<bool>(), any::<bool>(), any::<bool>()), 5)).prop_map(|(atoms, joints)| {
        let mut parts: std::collections::VecDeque<_> = atoms.into_iter().take(6).map(Condition::Atom).collect();
        for (and, not, nest) in joints {
            let two: Vec<_> = parts.drain(..2).collect();
            let joined = if and { Condition::And(two) } else { Condition::Or(two) };
            let joined = if not { Condition::Not(Box::new(joined)) } else { joined };
            if nest { parts.push_front(joined) } else { parts.push_back(joined) }
        }
        parts.pop_front().unwrap()
    })
}

/// A value stated as a structured fact.
pub fn known(value: FactValue) -> Fact {
    Fact::Known(stated(value))
}

fn stated(value: FactValue) -> Statement {
    Statement { value, origin: Origin::Given }
}

/// Exact values and, of numbers, ranges with ends of every kind.
fn value(id: FactId) -> BoxedStrategy<FactValue> {
    let exact = select(values(id));
    let points = points(id);
    if points.is_empty() {
        return exact.boxed();
    }
    // "Over 2 and under 3 falls" says nothing that a clinician would: ends of whole numbers belong to the range.
    let FactKind::Number { integer, .. } = terms().get(id).unwrap().kind else { unreachable!() };
    let bound = move |open: u8, value: f64| match open {
        0 => Bound::Open,
        1 if !integer => Bound::Excluding(value),
        _ => Bound::Including(value),
    };
    // Ends inside the plausible range leave something possible, on whichever side is open.
    let inside = points[1..points.len() - 1].to_vec();
    let range = (select(inside.clone()), select(inside), 0..4_u8, 0..4_u8)
        .prop_filter_map("a range holds numbers", move |(a, b, low, high)| {
            Interval::between(bound(low, f64::min(a, b)), bound(high, f64::max(a, b)))
        });
    prop_oneof![2 => exact, 1 => range.prop_map(FactValue::Number)].boxed()
}

/// All that can be said of one fact, or nothing.
fn fact(id: FactId) -> BoxedStrategy<Option<Fact>> {
    prop_oneof![
        6 => value(id).prop_map(|value| Some(known(value))),
        3 => Just(None),
        1 => Just(Some(Fact::NotKnown)),
        1 => value(id).prop_map(|value| Some(Fact::Uncertain(stated(value)))),
        1 => vec(value(id), 2).prop_map(|values| Some(Fact::Conflicting(values.into_iter().map(stated).collect()))),
    ]
    .boxed()
}

fn gathered(each: impl Fn(FactId) -> BoxedStrategy<Option<Fact>>) -> impl Strategy<Value = Facts> {
    let ids = ids(terms());
    ids.iter().map(|id| each(*id)).collect::<Vec<_>>().prop_map(move |said| {
        let mut facts = Facts::default();
        for (id, fact) in ids.iter().zip(said) {
            fact.into_iter().for_each(|fact| facts.insert(*id, fact));
        }
        facts
    })
}

/// Partial facts of every kind.
pub fn facts() -> impl Strategy<Value = Facts> {
    gathered(fact)
}

/// Partial facts that other engines can be told: an exact value, or nothing usable.
pub fn exact_facts() -> impl Strategy<Value = Facts> {
    gathered(|id| {
        let value = select(values(id)).prop_map(|value| Some(known(value)));
        prop_oneof![3 => value, 2 => Just(None), 1 => Just(Some(Fact::NotKnown))].boxed()
    })
}

/// Facts, and the same facts known less well: forgotten, doubted, contradicted, or a number only as a range.
pub fn facts_and_less() -> impl Strategy<Value = (Facts, Facts)> {
    let loss = vec((0..8_u8, 0..4_u8, 0..4_u8), ids(terms()).len());
    (facts(), loss).prop_map(|(facts, losses)| {
        let mut less = facts.clone();
        for ((id, fact), (loss, down, up)) in facts.iter().zip(losses) {
            let Fact::Known(statement) = fact else { continue };
            match (loss, statement.value) {
                (0, _) => less.remove(id),
                (1, _) => less.insert(id, Fact::NotKnown),
                (2, _) => less.insert(id, Fact::Uncertain(*statement)),
                (3, _) => less.insert(id, Fact::Conflicting(vec![*statement, *statement])),
                (4 | 5, FactValue::Number(number)) => less.give(id, FactValue::Number(wider(number, down, up))),
                _ => {}
            }
        }
        (facts, less)
    })
}

/// A range around a range.
fn wider(number: Interval, down: u8, up: u8) -> Interval {
    let further = |bound, by: u8, direction: f64| match (bound, by) {
        (Bound::Open, _) | (_, 3) => Bound::Open,
        (Bound::Including(end) | Bound::Excluding(end), by) => Bound::Including(end + direction * f64::from(by)),
    };
    Interval::between(further(number.low(), down, -1.0), further(number.high(), up, 1.0)).unwrap()
}

/// Whether a range holds a number.
pub fn holds(range: Interval, number: f64) -> bool {
    let above_low = match range.low() {
        Bound::Open => true,
        Bound::Including(low) => number >= low,
        Bound::Excluding(low) => number > low,
    };
    let below_high = match range.high() {
        Bound::Open => true,
        Bound::Including(high) => number <= high,
        Bound::Excluding(high) => number < high,
    };
    above_low && below_high
}

/// Exact values that the facts leave possible for a fact; never empty.
pub fn consistent_values(facts: &Facts, id: FactId) -> Vec<FactValue> {
    match facts.value(id) {
        None => values(id),
        Some(FactValue::Number(range)) => {
            let points = points(id);
            let between = points.windows(2).map(|pair| f64::midpoint(pair[0], pair[1]));
            let all = points.iter().copied().chain(between).filter(|point| holds(range, *point));
            let whole = matches!(terms().get(id).unwrap().kind, FactKind::Number { integer: true, .. });
            let all = all.filter(|point| !whole || point.fract() == 0.0);
            all.map(|point| FactValue::Number(Interval::exactly(point))).collect()
        }
        Some(value) => vec![value],
    }
}
