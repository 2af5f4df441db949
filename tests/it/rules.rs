//! Is the rule engine sound? Properties over random conditions and facts, and all small conditions one by one.

use std::collections::{BTreeMap, BTreeSet};

use nordvis::clinical::{FactId, FactValue, Facts, Interval};
use nordvis::rules::prove::{Proof, possible};
use nordvis::rules::{
    Condition, DEPTH_MAX, Dialect, Terms, Verdict, evidence, missing, parse, print, resolve, settling, weigh,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::conditions::{
    Asking, any_atom, condition, condition_of_distinct_facts, consistent_values, definitions, facts, facts_and_less,
    known, terms, values,
};

/// The same cases in every run: a test that fails must fail for everyone.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(81), failure_persistence: None, ..ProptestConfig::default() }
}

fn author(condition: &Condition) -> String {
    print(condition, terms(), Dialect::Author)
}

fn read(text: &str) -> Condition {
    resolve(&parse(text).unwrap(), terms(), definitions()).unwrap()
}

fn with(facts: &Facts, id: FactId, value: FactValue) -> Facts {
    let mut more = facts.clone();
    more.insert(id, known(value));
    more
}

fn only(facts: &Facts, kept: &BTreeSet<FactId>) -> Facts {
    let mut fewer = Facts::default();
    facts.iter().filter(|(id, _)| kept.contains(id)).for_each(|(id, fact)| fewer.insert(id, fact.clone()));
    fewer
}

proptest! {
    #![proptest_config(config(5_000))]

    #[test]
    fn knowing_more_never_turns_a_verdict(
        condition in condition(Asking::OfValues),
        (more, less) in facts_and_less(),
    ) {
        let before = condition.verdict(&less);
        if before != Verdict::Unknown {
            prop_assert_eq!(condition.verdict(&more), before, "{}", author(&condition));
        }
    }

    #[test]
    fn what_is_printed_reads_back_as_the_same_condition(condition in condition(Asking::AlsoOfNull)) {
        let text = author(&condition);
        prop_assert_eq!(&read(&text), &condition, "{}", &text);
        // Written out for another engine, it means the same: `in` has become a chain, so the tree may differ.
        let cql = print(&condition, terms(), Dialect::Cql);
        prop_assert_eq!(read(&cql).facts(), condition.facts(), "{}", &cql);
    }

    #[test]
    fn a_condition_written_out_for_another_engine_has_the_same_verdict(
        condition in condition(Asking::AlsoOfNull),
        facts in facts(),
    ) {
        let cql = print(&condition, terms(), Dialect::Cql);
        prop_assert_eq!(read(&cql).verdict(&facts), condition.verdict(&facts), "{} as {}", author(&condition), cql);
    }

    #[test]
    fn the_evidence_alone_gives_the_verdict(condition in condition(Asking::AlsoOfNull), facts in facts()) {
        let verdict = condition.verdict(&facts);
        let evidence = evidence(&condition, &facts);
        if verdict == Verdict::Unknown {
            prop_assert!(evidence.is_empty());
        }
        for evidence in &evidence {
            prop_assert_eq!(evidence.atom.verdict(&facts), Verdict::of(Some(evidence.holds)));
        }
        let kept = evidence.iter().map(|evidence| evidence.atom.fact()).collect();
        if verdict != Verdict::Unknown {
            prop_assert_eq!(condition.verdict(&only(&facts, &kept)), verdict, "{}", author(&condition));
        }
    }

    #[test]
    fn every_part_is_weighed_as_it_stands(condition in condition(Asking::AlsoOfNull), facts in facts()) {
        let mut open = vec![weigh(&condition, &facts)];
        while let Some(weighed) = open.pop() {
            prop_assert_eq!(weighed.verdict, weighed.condition.verdict(&facts));
            open.extend(weighed.parts);
        }
    }

    #[test]
    fn facts_are_missing_exactly_while_the_verdict_is_open(
        condition in condition(Asking::AlsoOfNull),
        facts in facts(),
    ) {
        let undecided = condition.verdict(&facts) == Verdict::Unknown;
        prop_assert_eq!(!missing(&condition, &facts).is_empty(), undecided, "{}", author(&condition));
        prop_assert!(settling(&condition, &facts).is_subset(&missing(&condition, &facts)));
    }

    #[test]
    fn all_missing_facts_together_decide(
        condition in condition(Asking::OfValues),
        facts in facts(),
        choices in proptest::collection::vec(any::<prop::sample::Index>(), 9),
    ) {
        let mut more = facts.clone();
        for (id, choice) in missing(&condition, &facts).into_iter().zip(choices) {
            let possible = consistent_values(&facts, id);
            more.insert(id, known(*choice.get(&possible)));
        }
        prop_assert_ne!(condition.verdict(&more), Verdict::Unknown, "{}", author(&condition));
    }

    #[test]
    fn a_fact_settles_exactly_when_one_of_its_values_decides(
        condition in condition_of_distinct_facts(),
        facts in facts(),
    ) {
        let undecided = condition.verdict(&facts) == Verdict::Unknown;
        let settles = |id: &FactId| {
            let mut values = consistent_values(&facts, *id).into_iter();
            values.any(|value| condition.verdict(&with(&facts, *id, value)) != Verdict::Unknown)
        };
        let expected: BTreeSet<_> = condition.facts().into_iter().filter(|id| undecided && settles(id)).collect();
        prop_assert_eq!(settling(&condition, &facts), expected, "{}", author(&condition));
    }

    #[test]
    fn a_range_decides_what_all_its_numbers_decide_alike(
        atom in any_atom(),
        facts in facts(),
    ) {
        let said = consistent_values(&facts, atom.fact());
        let verdicts: BTreeSet<_> =
            said.into_iter().map(|value| atom.verdict(&with(&facts, atom.fact(), value))).collect();
        let alike = if verdicts.len() == 1 { verdicts.first().copied() } else { None };
        prop_assert_eq!(atom.verdict(&facts), alike.unwrap_or(Verdict::Unknown));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 10_000, ..config(2_000) })]

    #[test]
    fn a_proof_agrees_with_trying_everything(
        conditions in prop::collection::vec((condition(Asking::AlsoOfNull), any::<bool>()), 1..3),
    ) {
        let wanted: Vec<_> = conditions.iter().map(|(c, wanted)| (c, Verdict::of(Some(*wanted)))).collect();
        let asked: BTreeSet<_> = conditions.iter().flat_map(|(condition, _)| condition.facts()).collect();
        prop_assume!(asked.len() <= 4);
        let as_wanted = |facts: &Facts| wanted.iter().all(|(condition, wanted)| condition.verdict(facts) == *wanted);
        let asked: Vec<_> = asked.into_iter().collect();
        let text = || wanted.iter().map(|(c, v)| format!("{v:?}: {}\n", author(c))).collect::<String>();
        match possible(&wanted, terms()) {
            Proof::Possible(facts) => prop_assert!(as_wanted(&facts), "{}", text()),
            Proof::Impossible => prop_assert!(!any_case(&asked, &mut Facts::default(), &as_wanted), "{}", text()),
            Proof::TooLarge => prop_assert!(false, "four facts are too large a search: {}", text()),
        }
    }
}

/// Whether some combination of values, or of nothing known, passes the test.
fn any_case(open: &[FactId], facts: &mut Facts, test: &dyn Fn(&Facts) -> bool) -> bool {
    let Some((id, rest)) = open.split_first() else { return test(facts) };
    facts.remove(*id);
    if any_case(rest, facts, test) {
        return true;
    }
    values(*id).into_iter().any(|value| any_case(rest, &mut with(facts, *id, value), test))
}

/// Letters of several alphabets, all that the language is made of, and all that it is not.
fn texts() -> impl Strategy<Value = String> {
    let pieces = [
        "fever", "bmi", "joint", "frail", "and", "or", "not", "in", "is", "null", "between", "true", "false", "(", ")",
        "{", "}", ",", "'", "'hip'", "'å'", "=", "!=", "<", "<=", ">", ">=", "==", "!", "-", "5", "-2.5", "2,5", "7%",
        ".", " ", "\n", "\u{a0}", "é", "−", "“", "🦴", "NOT", "\0", "\\", "e\u{301}", "٣",
    ];
    let soup = prop::collection::vec((prop::sample::select(pieces.to_vec()), any::<bool>()), 0..24);
    let soup = soup.prop_map(|pieces| {
        pieces.into_iter().map(|(piece, spaced)| if spaced { format!("{piece} ") } else { piece.to_owned() }).collect()
    });
    prop_oneof![soup, any::<String>(), condition(Asking::AlsoOfNull).prop_map(|condition| author(&condition))]
}

proptest! {
    #![proptest_config(config(10_000))]

    #[test]
    fn any_text_is_read_or_refused_at_a_place_inside_it(text in texts()) {
        let read = parse(&text).map_err(|problem| vec![problem]);
        let checked = read.and_then(|node| resolve(&node, terms(), definitions()));
        for problem in checked.err().unwrap_or_default() {
            let place = text.get(problem.range.start..problem.range.end);
            prop_assert!(place.is_some(), "{:?} is no place of {:?}", problem, text);
            prop_assert!(!problem.message.is_empty() && !problem.help.is_empty());
        }
    }

    #[test]
    fn a_condition_cut_short_or_mistyped_is_read_or_refused_at_a_place_inside_it(
        condition in condition(Asking::AlsoOfNull),
        cut in any::<prop::sample::Index>(),
        typed in any::<char>(),
    ) {
        let whole = author(&condition);
        let cut = cut.index(whole.len() + 1);
        let mut typo = whole.clone();
        typo.insert(cut, typed);
        for text in [&whole[..cut], &typo] {
            let read = parse(text).map_err(|problem| vec![problem]);
            for problem in read.and_then(|node| resolve(&node, terms(), definitions())).err().unwrap_or_default() {
                prop_assert!(text.get(problem.range.start..problem.range.end).is_some(), "{:?} of {:?}", problem, text);
            }
        }
    }
}

/// Runs on a small stack, so that recursion without bound would end the process.
fn on_a_small_stack(test: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(512 * 1024).spawn(test).unwrap().join().unwrap();
}

#[test]
fn nesting_ends_at_the_limit() {
    let nested = |opening: &str, levels: usize, closing: &str| {
        format!("{}fever{}", opening.repeat(levels), closing.repeat(levels))
    };
    for (opening, closing, deepest) in
        [("(", ")", DEPTH_MAX - 1), ("not ", "", DEPTH_MAX - 1), ("not (", ")", (DEPTH_MAX - 1) / 2)]
    {
        assert!(parse(&nested(opening, deepest, closing)).is_ok(), "{opening}");
        let problem = parse(&nested(opening, deepest + 1, closing)).unwrap_err();
        assert_eq!(problem.message, "the condition nests deeper than 32 levels");
        assert_eq!(problem.help, "name a part of it under [define]");
    }
}

#[test]
fn the_deepest_condition_fits_a_small_stack() {
    on_a_small_stack(|| {
        let text = format!("{}fever{}", "fever or pain and (".repeat(DEPTH_MAX - 1), ")".repeat(DEPTH_MAX - 1));
        let condition = read(&text);
        assert_eq!(condition.verdict(&Facts::default()), Verdict::Unknown);
        assert_eq!(read(&author(&condition)), condition);
        assert_eq!(missing(&condition, &Facts::default()).len(), 2);
    });
}

#[test]
fn long_texts_are_read_or_refused_without_exhausting_the_stack() {
    on_a_small_stack(|| {
        for piece in ["(", "not ", "not (", "fever and (", "fever or not ", "joint in {", "'", "-", "\u{a0}"] {
            assert!(parse(&piece.repeat(100_000)).is_err(), "{piece}");
        }
        let chain = format!("{}fever", "fever and pain or ".repeat(50_000));
        assert_eq!(read(&chain).verdict(&Facts::default()), Verdict::Unknown);
        let word = "x".repeat(1_000_000);
        assert!(resolve(&parse(&word).unwrap(), terms(), definitions()).is_err());
    });
}

/// Every condition of two levels over one fact of each type, every way of knowing those facts, every step of learning.
#[test]
fn no_small_condition_turns_by_learning_one_fact() {
    let leaves = [
        "true",
        "false",
        "fever",
        "fever = false",
        "falls > 2",
        "falls = 2",
        "falls between 1 and 2",
        "joint = 'hand'",
        "joint != 'hip'",
        "joint in {'hip', 'knee'}",
    ];
    let leaves = leaves.map(read);
    let one = combined(&leaves);
    let two = combined(&one);
    let states = states(terms());
    assert_eq!((one.len(), two.len(), states.len()), (110, 12_210, 84));
    let mut turns_looked_at = 0;
    for condition in one.iter().chain(&two) {
        let verdicts: Vec<_> = states.iter().map(|state| condition.verdict(&state.facts)).collect();
        for (state, verdict) in states.iter().zip(&verdicts).filter(|(_, verdict)| **verdict != Verdict::Unknown) {
            for learnt in &state.learnt {
                turns_looked_at += 1;
                assert_eq!(verdicts[*learnt], *verdict, "{}: {:?}", author(condition), state.facts);
            }
        }
    }
    assert!(turns_looked_at > 1_000_000, "{turns_looked_at}");
}

/// The conditions, their opposites, and every unordered pair of them under `and` and `or`.
fn combined(conditions: &[Condition]) -> Vec<Condition> {
    let mut all = conditions.to_vec();
    all.extend(conditions.iter().map(|condition| Condition::Not(Box::new(condition.clone()))));
    for (place, one) in conditions.iter().enumerate() {
        for other in conditions.iter().skip(place + 1) {
            let pair = || vec![one.clone(), other.clone()];
            all.extend([Condition::And(pair()), Condition::Or(pair())]);
        }
    }
    all
}

/// Something known, and the places of the states that know one fact better.
struct State {
    facts: Facts,
    learnt: Vec<usize>,
}

/// Every combination of: nothing, a range, or a value of each fact.
fn states(terms: &Terms) -> Vec<State> {
    let id = |name: &str| terms.find(name).unwrap().0;
    let range = |low, high| {
        use nordvis::clinical::Bound::Including;
        Interval::between(Including(low), Including(high)).unwrap()
    };
    let numbers = [range(0.0, 4.0), range(1.0, 2.0), range(2.0, 3.0)].into_iter();
    let numbers = numbers.chain([0.0, 1.0, 3.0].map(Interval::exactly)).map(FactValue::Number).collect();
    let said: BTreeMap<FactId, Vec<FactValue>> = BTreeMap::from([
        (id("fever"), values(id("fever"))),
        (id("falls"), numbers),
        (id("joint"), values(id("joint"))),
    ]);
    let mut all = vec![Facts::default()];
    for (id, values) in &said {
        let more: Vec<_> = all.iter().flat_map(|facts| values.iter().map(|value| with(facts, *id, *value))).collect();
        all.extend(more);
    }
    let learnt_from = |less: &Facts| {
        let better = |more: &Facts| more != less && said.keys().all(|id| knows_at_least(more, less, *id));
        all.iter().enumerate().filter(|(_, more)| better(more)).map(|(place, _)| place).collect()
    };
    let learnt: Vec<_> = all.iter().map(learnt_from).collect();
    all.into_iter().zip(learnt).map(|(facts, learnt)| State { facts, learnt }).collect()
}

fn knows_at_least(more: &Facts, less: &Facts, id: FactId) -> bool {
    match (less.value(id), more.value(id)) {
        (None, _) => true,
        (Some(FactValue::Number(wide)), Some(FactValue::Number(narrow))) => [0.0, 1.0, 2.0, 3.0, 4.0]
            .into_iter()
            .all(|number| !crate::conditions::holds(narrow, number) || crate::conditions::holds(wide, number)),
        (Some(less), more) => more == Some(less),
    }
}
