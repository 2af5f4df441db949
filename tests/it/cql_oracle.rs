//! Do other people's CQL engines give the verdicts that nordvis gives? `tests/oracle/README.md` says how they are run.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use nordvis::clinical::{FactId, FactValue, Facts, Interval, OptionIndex};
use nordvis::corpus::{Corpus, Files, Guideline};
use nordvis::rules::{Atom, Comparison, Condition, Dialect, FactKind, Terms, Verdict, print};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngSeed, TestRunner};

use crate::conditions::{Asking, condition, exact_facts, known, terms};
use crate::cql_engines::{Compared, ENGINES, Library, compared, cql_values};

const fn letter(verdict: Verdict) -> char {
    match verdict {
        Verdict::Holds => 'T',
        Verdict::Fails => 'F',
        Verdict::Unknown => 'U',
    }
}

/// How often `verdict` and an engine differ.
fn differences(all: &[Compared<'_>], verdict: impl Fn(&Condition, &Facts) -> Verdict) -> usize {
    all.iter().filter(|one| one.theirs.iter().any(|their| *their != letter(verdict(one.condition, one.facts)))).count()
}

/// Fails with the first differences when there is one.
fn assert_same_verdicts(all: &[Compared<'_>]) {
    let mut shown = String::new();
    let differ = |one: &&Compared<'_>| one.theirs != [letter(one.condition.verdict(one.facts)); 2];
    for one in all.iter().filter(differ).take(5) {
        let facts = cql_values(one.terms, one.facts);
        let ours = letter(one.condition.verdict(one.facts));
        shown += &format!("\n{}\n  facts {facts}\n  nordvis {ours}, {ENGINES:?} {:?}\n", one.text, one.theirs);
    }
    let count = differences(all, Condition::verdict);
    assert_eq!(count, 0, "of {} verdicts {count} differ; the first:\n{shown}", all.len());
}

fn share(all: &[Compared<'_>], verdict: char) -> f64 {
    let count = all.iter().filter(|one| one.theirs == [verdict; 2]).count();
    f64::from(u32::try_from(count).unwrap()) / f64::from(u32::try_from(all.len()).unwrap())
}

fn runner(seed: u64) -> TestRunner {
    TestRunner::new(ProptestConfig { rng_seed: RngSeed::Fixed(seed), ..ProptestConfig::default() })
}

fn drawn<T>(strategy: &impl Strategy<Value = T>, runner: &mut TestRunner) -> T {
    strategy.new_tree(runner).unwrap().current()
}

/// Libraries of different conditions, each with its own facts.
fn random_libraries(seed: u64, libraries: usize, conditions: usize, cases: usize) -> Vec<Library<'static>> {
    let mut runner = runner(seed);
    let (any_condition, any_facts) = (condition(Asking::AlsoOfNull), exact_facts());
    let mut seen = BTreeSet::new();
    let mut library = |_| {
        let mut all = Vec::new();
        while all.len() < conditions {
            let one = drawn(&any_condition, &mut runner);
            if seen.insert(print(&one, terms(), Dialect::Cql)) {
                all.push(one);
            }
        }
        Library::new(terms(), all, (0..cases).map(|_| drawn(&any_facts, &mut runner)).collect())
    };
    (0..libraries).map(&mut library).collect()
}

#[test]
fn random_conditions_have_the_verdicts_of_other_cql_engines() {
    let libraries = random_libraries(81, 400, 50, 4);
    let all = compared(&libraries);
    assert_same_verdicts(&all);
    let conditions: BTreeSet<_> = all.iter().map(|one| one.text).collect();
    assert!(conditions.len() >= 20_000, "{} conditions", conditions.len());
    let shares = ['T', 'F', 'U'].map(|verdict| share(&all, verdict));
    assert!(shares.iter().all(|share| *share > 0.15), "true, false, unknown: {shares:?}");
    println!("{} conditions, {} verdicts, true, false, unknown: {shares:?}", conditions.len(), all.len());
}

/// If the comparison could not see these faults of an engine, it would prove nothing.
#[test]
fn the_comparison_sees_faults() {
    let libraries = random_libraries(82, 20, 50, 8);
    let all = compared(&libraries);
    assert_same_verdicts(&all);
    let unknown_is_false = |condition: &Condition, facts: &Facts| match condition.verdict(facts) {
        Verdict::Unknown => Verdict::Fails,
        decided => decided,
    };
    assert!(differences(&all, unknown_is_false) > 0);
    let closed_world = |condition: &Condition, facts: &Facts| {
        let mut told = facts.clone();
        let open = terms().iter().filter(|(id, term)| term.kind == FactKind::Boolean && facts.value(*id).is_none());
        open.for_each(|(id, _)| told.insert(id, known(FactValue::Boolean(false))));
        condition.verdict(&told)
    };
    assert!(differences(&all, closed_world) > 0);
    for (fault, change) in FAULTS {
        let count = differences(&all, |condition, facts| changed(condition, change).verdict(facts));
        println!("{fault}: {count} of {} verdicts differ", all.len());
        assert!(count > 0, "{fault} goes unseen");
    }
}

type Change = fn(&Condition) -> Option<Condition>;

const FAULTS: [(&str, Change); 8] = [
    ("`and` is `or`", |condition| match condition {
        Condition::And(parts) => Some(Condition::Or(parts.clone())),
        _ => None,
    }),
    ("`not` is lost", |condition| match condition {
        Condition::Not(inner) => Some((**inner).clone()),
        _ => None,
    }),
    ("the last part is lost", |condition| match condition {
        Condition::And(parts) => Some(Condition::And(parts[..parts.len() - 1].to_vec())),
        _ => None,
    }),
    ("`<` includes its limit", |condition| match condition {
        Condition::Atom(Atom::Compare(id, Comparison::Less, limit)) => {
            Some(Condition::Atom(Atom::Compare(*id, Comparison::LessOrEqual, *limit)))
        }
        _ => None,
    }),
    ("`>=` leaves its limit out", |condition| match condition {
        Condition::Atom(Atom::Compare(id, Comparison::GreaterOrEqual, limit)) => {
            Some(Condition::Atom(Atom::Compare(*id, Comparison::Greater, *limit)))
        }
        _ => None,
    }),
    ("`between` leaves its upper end out", |condition| match condition {
        Condition::Atom(Atom::Between(id, low, high)) => Some(Condition::And(vec![
            Condition::Atom(Atom::Compare(*id, Comparison::GreaterOrEqual, *low)),
            Condition::Atom(Atom::Compare(*id, Comparison::Less, *high)),
        ])),
        _ => None,
    }),
    ("`in` forgets its first option", |condition| match condition {
        Condition::Atom(Atom::In(id, options)) => Some(Condition::Atom(Atom::In(*id, options[1..].to_vec()))),
        _ => None,
    }),
    ("`is null` is `is not null`", |condition| match condition {
        Condition::Atom(Atom::IsNull(id, null)) => Some(Condition::Atom(Atom::IsNull(*id, !null))),
        _ => None,
    }),
];

/// The condition with every part changed that the change speaks of.
fn changed(condition: &Condition, change: Change) -> Condition {
    let all = |parts: &[Condition]| parts.iter().map(|part| changed(part, change)).collect();
    let inside = match condition {
        Condition::Constant(_) | Condition::Atom(_) => condition.clone(),
        Condition::Named(_, inner) => changed(inner, change),
        Condition::Not(inner) => Condition::Not(Box::new(changed(inner, change))),
        Condition::And(parts) => Condition::And(all(parts)),
        Condition::Or(parts) => Condition::Or(all(parts)),
    };
    change(&inside).unwrap_or(inside)
}

/// A printer that forgets brackets still prints CQL, of another meaning.
#[test]
fn the_comparison_sees_forgotten_brackets() {
    let mut libraries = random_libraries(83, 4, 50, 8);
    for library in &mut libraries {
        library.conditions.retain(|(_, text)| text.contains('(') && !text.contains("not "));
        library.conditions.iter_mut().for_each(|(_, text)| text.retain(|letter| !matches!(letter, '(' | ')')));
    }
    let all = compared(&libraries);
    assert!(differences(&all, Condition::verdict) > 0);
}

/// The one deviation that is meant: where the choice is unknown, `in` is unknown here and false in CQL.
#[test]
fn in_deviates_exactly_where_the_choice_is_unknown() {
    let (joint, _) = terms().find("joint").unwrap();
    let condition = Condition::Atom(Atom::In(joint, vec![OptionIndex(0), OptionIndex(1)]));
    let cases = [None, Some(0), Some(1), Some(2)].map(|option| {
        let mut facts = Facts::default();
        option.into_iter().for_each(|option| facts.give(joint, FactValue::Choice(OptionIndex(option))));
        facts
    });
    let written = print(&condition, terms(), Dialect::Author);
    assert_eq!(written, "joint in {'hip', 'knee'}");
    let chain = Library::new(terms(), [condition.clone()], cases.to_vec());
    let list = Library {
        terms: terms(),
        definitions: Vec::new(),
        conditions: vec![(condition, written)],
        cases: cases.to_vec(),
    };
    let both = [chain, list];
    let theirs: Vec<_> = compared(&both).iter().map(|one| one.theirs).collect();
    assert_eq!(theirs, "UTTFFTTF".chars().map(|verdict| [verdict; 2]).collect::<Vec<_>>());
}

fn corpus() -> Corpus {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut files = Files::default();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(name, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    nordvis::corpus::load(&files).unwrap_or_else(|faults| panic!("{}", nordvis::corpus::render(&faults, &files, false)))
}

fn conditions_of(guideline: &Guideline) -> Vec<Condition> {
    let defined = guideline.definitions.iter().map(|(_, condition)| condition.as_ref());
    let of_rules = guideline.rules.iter().flat_map(|rule| rule.conditions().map(|(_, condition)| condition));
    let of_advisories = guideline.advisories.iter().flat_map(|note| std::iter::once(&note.when).chain(&note.unless));
    defined.chain(of_rules).chain(of_advisories).cloned().collect()
}

/// Values of each fact on both sides of every limit that the conditions have.
fn telling_values(terms: &Terms, conditions: &[Condition]) -> BTreeMap<FactId, Vec<FactValue>> {
    let mut limits: BTreeMap<FactId, Vec<f64>> = BTreeMap::new();
    for condition in conditions {
        condition.for_each_atom(&mut |atom| match atom {
            Atom::Compare(id, _, limit) => limits.entry(*id).or_default().push(*limit),
            Atom::Between(id, low, high) => limits.entry(*id).or_default().extend([low, high]),
            _ => {}
        });
    }
    let values = |id, kind: &FactKind| match kind {
        FactKind::Boolean => [true, false].map(FactValue::Boolean).to_vec(),
        FactKind::Choice(options) => {
            (0..).take(options.len()).map(|place| FactValue::Choice(OptionIndex(place))).collect()
        }
        FactKind::Number { low, .. } => {
            let limits = limits.get(&id).cloned().unwrap_or_else(|| vec![*low + 1.0]);
            let around = limits.iter().flat_map(|limit| [limit - 1.0, *limit, limit + 1.0]);
            around.map(|number| FactValue::Number(Interval::exactly(number))).collect()
        }
    };
    terms.iter().map(|(id, term)| (id, values(id, &term.kind))).collect()
}

/// Random facts: six in ten are known, and those that `always` names.
fn random_facts(
    values: &BTreeMap<FactId, Vec<FactValue>>,
    runner: &mut TestRunner,
    always: impl Fn(FactId) -> bool,
) -> Facts {
    let mut facts = Facts::default();
    for (id, values) in values {
        let (value, likely) = drawn(&(select(values.clone()), 0..10_u8), runner);
        if likely < 6 || always(*id) {
            facts.give(*id, value);
        }
    }
    facts
}

#[test]
fn conditions_of_the_guidelines_have_the_verdicts_of_other_cql_engines() {
    let corpus = corpus();
    let terms = corpus.vocabulary.terms();
    let mut runner = runner(84);
    let mut libraries = Vec::new();
    for guideline in &corpus.guidelines {
        let conditions = conditions_of(guideline);
        let values = telling_values(terms, &conditions);
        let cases = (0..100).map(|_| random_facts(&values, &mut runner, |_| false)).collect();
        libraries.push(Library::new(terms, conditions.clone(), cases));
        // As its author wrote it: the same where no choice is unknown, which is where `in` deviates.
        let author = |condition: &Condition| print(condition, terms, Dialect::Author);
        let choice = |id| terms.get(id).is_some_and(|term| matches!(term.kind, FactKind::Choice(_)));
        libraries.push(Library {
            terms,
            definitions: guideline.definitions.iter().map(|(name, c)| (name.clone(), author(c))).collect(),
            conditions: conditions.iter().map(|condition| (condition.clone(), author(condition))).collect(),
            cases: (0..50).map(|_| random_facts(&values, &mut runner, choice)).collect(),
        });
    }
    let all = compared(&libraries);
    assert_same_verdicts(&all);
    let conditions: usize = corpus.guidelines.iter().map(|guideline| conditions_of(guideline).len()).sum();
    let shares = ['T', 'F', 'U'].map(|verdict| share(&all, verdict));
    assert!(shares.iter().all(|share| *share > 0.1), "true, false, unknown: {shares:?}");
    println!("{conditions} conditions, {} verdicts, true, false, unknown: {shares:?}", all.len());
}
