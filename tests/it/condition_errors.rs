//! What is an author told of a condition that is wrong? Each kind of problem: the place, what is wrong, and the way out.

use nordvis::rules::{Problem, parse, resolve};

use crate::conditions::{definitions, terms};

fn problems(condition: &str) -> Vec<Problem> {
    let read = parse(condition).map_err(|problem| vec![problem]);
    read.and_then(|node| resolve(&node, terms(), definitions())).expect_err(condition)
}

/// The condition has this one problem, at the one place where `underlined` stands; at its end when that is empty.
#[track_caller]
fn check_error(condition: &str, underlined: &str, message: &str, help: &str) {
    let problems = problems(condition);
    let [problem] = problems.as_slice() else { panic!("{condition}: {problems:?}") };
    assert_eq!((problem.message.as_str(), problem.help.as_str()), (message, help), "{condition}");
    assert_eq!(&condition[problem.range.start..problem.range.end], underlined, "{condition}");
    if underlined.is_empty() {
        assert_eq!(problem.range.start, condition.len(), "{condition}");
    } else {
        assert_eq!(condition.matches(underlined).count(), 1, "say which `{underlined}` of {condition}");
    }
}

#[test]
fn a_name_that_is_not_known() {
    let define = "use a name of corpus/facts.toml, or define it under [define]";
    check_error("smokr", "smokr", "fact `smokr` is not in facts.toml", "did you mean `smoker`?");
    check_error("Smoker", "Smoker", "fact `Smoker` is not in facts.toml", "did you mean `smoker`?");
    check_error("AGE_YEARS > 5", "AGE_YEARS", "fact `AGE_YEARS` is not in facts.toml", "did you mean `age_years`?");
    check_error("not frial", "frial", "fact `frial` is not in facts.toml", "did you mean `frail`?");
    check_error("weather = 'fine'", "weather", "fact `weather` is not in facts.toml", define);
    check_error("weather is null", "weather", "fact `weather` is not in facts.toml", define);
    check_error("weather between 1 and 2", "weather", "fact `weather` is not in facts.toml", define);
    check_error("frail = true", "frail", "`frail` is a named condition", "write `frail` or `not frail`");
    check_error("frail is null", "frail", "`frail` is a named condition", "write `frail` or `not frail`");
}

#[test]
fn a_fact_that_is_not_what_it_is_taken_for() {
    let number = "`bmi` is a number in kg/m²";
    check_error("bmi", "bmi", number, "compare it: bmi > 1");
    check_error("bmi > 'high'", "'high'", number, "compare it with a number: bmi > 1");
    check_error("bmi = true", "true", number, "compare it with a number: bmi > 1");
    let choice = "`joint` is a choice";
    check_error("joint", "joint", choice, "say which: joint = 'hip'");
    check_error("joint = 5", "5", choice, "its options are hip, knee, hand, in quotes");
    check_error("joint in {'hip', 5}", "5", choice, "its options are hip, knee, hand, in quotes");
    check_error("joint between 1 and 2", "joint between 1 and 2", choice, "its options are hip, knee, hand, in quotes");
    let boolean = "`fever` is a yes-or-no fact";
    let stands_alone = "write `fever`, `not fever`, `fever = true` or `fever = false`";
    check_error("fever > 38", "38", boolean, stands_alone);
    check_error("fever = 'yes'", "'yes'", boolean, stands_alone);
    check_error("fever between 38 and 40", "fever between 38 and 40", boolean, stands_alone);
    let not_a_list = "only a choice can be `in {…}`; join comparisons of others with `or`";
    check_error("falls in {1, 2}", "falls in {1, 2}", "`falls` is a number, not a choice", not_a_list);
    check_error("fever in {true}", "fever in {true}", "`fever` is a yes-or-no fact, not a choice", not_a_list);
    let order = "`joint` is a choice, and its options have no order";
    check_error("joint < 'hip'", "joint < 'hip'", order, "write joint = 'option', or joint in {'option', 'option'}");
    check_error("fever >= true", "fever >= true", "yes and no have no order", "write `fever` or `not fever`");
}

#[test]
fn an_option_that_is_not_there() {
    check_error("joint = 'kne'", "'kne'", "`kne` is not an option of `joint`", "did you mean 'knee'?");
    check_error("joint != 'Hip'", "'Hip'", "`Hip` is not an option of `joint`", "did you mean 'hip'?");
    let options = "its options are hip, knee, hand";
    check_error("joint in {'hip', 'foot'}", "'foot'", "`foot` is not an option of `joint`", options);
    check_error("joint = ''", "''", "`` is not an option of `joint`", options);
    check_error("joint = hip", "hip", "expected a value, found `hip`", "an option stands in quotes: 'hip'");
    check_error("joint in {hip}", "hip", "expected a value, found `hip`", "an option stands in quotes: 'hip'");
}

#[test]
fn a_number_that_cannot_be_meant() {
    let plausible = "a limit of age_years lies between 0 and 120 years";
    check_error("age_years > 150", "150", "150 is outside the plausible range of `age_years`", plausible);
    check_error("age_years > -1", "-1", "-1 is outside the plausible range of `age_years`", plausible);
    let both = "age_years between 5 and 500";
    check_error(both, both, "500 is outside the plausible range of `age_years`", plausible);
    let turned = "bmi between 30 and 25";
    check_error(turned, turned, "no number lies between 30 and 25", "write `between 25 and 30`");
    let whole = "`age_years` is a whole number, never 50.5";
    check_error("age_years > 50.5", "50.5", whole, "write a whole number, 50 or 51");
}

#[test]
fn a_number_written_in_another_way() {
    check_error("bmi > 18,5", "18,5", "`18,5` has a decimal comma", "write 18.5");
    check_error("t_score < -2,5 and fever", "-2,5", "`-2,5` has a decimal comma", "write -2.5");
    let unit = "a number stands without its unit";
    let alone = "write the number alone, in the unit that facts.toml declares";
    check_error("bmi > 30 kg", "kg", unit, alone);
    check_error("bmi > 30m2", "m2", unit, alone);
    check_error("bmi > 30 %", "%", unit, alone);
    let minus = "a minus sign needs its number right behind it";
    check_error("t_score < - 2.5", "-", minus, "write -2.5");
    check_error("t_score < −2.5", "−", "`−` has no meaning in a condition", "write the minus sign of the keyboard: -");
    let point = "a decimal point has a digit on both sides: 0.5";
    check_error("bmi > .5", ".", "`.` has no meaning in a condition", point);
    check_error("bmi > 25.", ".", "`.` has no meaning in a condition", point);
}

#[test]
fn an_operator_of_another_language() {
    for (condition, operator, help) in [
        ("bmi == 25", "==", "write ="),
        ("bmi <> 25", "<>", "write !="),
        ("bmi =< 25", "=<", "write <="),
        ("bmi => 25", "=>", "write >="),
        ("bmi ≤ 25", "≤", "write <="),
        ("bmi ≥ 25", "≥", "write >="),
        ("bmi ≠ 25", "≠", "write !="),
        ("fever && pain", "&&", "write `and`"),
        ("fever || pain", "||", "write `or`"),
        ("!fever", "!", "write `not`, or !="),
        ("fever AND pain", "AND", "write `and`"),
        ("fever Or pain", "Or", "write `or`"),
        ("NOT fever", "NOT", "write `not`"),
        ("joint = “hip", "“", "an option stands in straight single quotes: 'hip'"),
        ("joint = \"hip", "\"", "an option stands in straight single quotes: 'hip'"),
        ("ålder > 5", "å", "a name has the letters a to z, digits and _"),
        (
            "fever; pain",
            ";",
            "a condition has names, numbers, 'options', and or not, = != < <= > >=, between, in {…}, is null",
        ),
    ] {
        check_error(condition, operator, &format!("`{operator}` has no meaning in a condition"), help);
    }
}

#[test]
fn a_condition_that_is_not_finished() {
    let ends = "the condition ends where a fact or a named condition should follow";
    let name = "write a name of corpus/facts.toml or of [define]";
    for unfinished in ["", "fever and", "fever or not", "(", "not not"] {
        check_error(unfinished, "", ends, name);
    }
    check_error("(fever", "", "the condition ends where `)` should follow", "close the bracket");
    let value = "write a number, an option in quotes, true or false";
    check_error("bmi >", "", "the condition ends where a value should follow", value);
    check_error("joint in {", "", "the condition ends where a value should follow", value);
    let braces = "write the options in braces: in {'hip', 'knee'}";
    check_error("joint in", "", "the condition ends where `{` should follow", braces);
    let commas = "separate the options with commas and close the braces";
    check_error("joint in {'hip'", "", "the condition ends where `,` or `}` should follow", commas);
    check_error("bmi between 5", "", "the condition ends where `and` should follow", "write `between 1 and 3`");
    let null = "write `is null` or `is not null`; a yes-or-no fact stands alone";
    check_error("fever is", "", "the condition ends where `null` should follow", null);
    check_error("joint = 'hip", "'hip", "the quotation is not closed", "end it with '");
}

#[test]
fn words_in_the_wrong_place() {
    let expected = |found: &str| format!("expected a fact or a named condition, found `{found}`");
    check_error("fever and or", "or", &expected("or"), "`or` needs one in front of it");
    check_error("between 1 and 2", "between", &expected("between"), "`between` needs one in front of it");
    check_error("fever or null", "null", &expected("null"), "write `name is null` or `name is not null`");
    check_error("()", ")", &expected(")"), "write a name of corpus/facts.toml or of [define]");
    check_error("5 < bmi", "5", &expected("5"), "put the name in front: age_years > 50, oa_joint = 'hip'");
    check_error("fever)", ")", "`)` closes no bracket", "take it away, or open a bracket in front");
    let join = "join two conditions with `and` or `or`";
    check_error("fever pain", "pain", "`pain` does not continue the condition", join);
    check_error("bmi > 1 000", "000", "`000` does not continue the condition", join);
    let one_name = "a comparison has one name, on its left";
    check_error("true != fever", "!=", "`!=` does not continue the condition", one_name);
    let bracket = "write `not (name in {…})`, `not (name between … and …)`, `name is not null`";
    check_error("joint not in {'hip'}", "not", "`not` does not continue the condition", bracket);
    let null = "write `is null` or `is not null`; a yes-or-no fact stands alone";
    check_error("fever is true", "true", "expected `null`, found `true`", null);
    check_error("fever is not false", "false", "expected `null`, found `false`", null);
    let braces = "write the options in braces: in {'hip', 'knee'}";
    check_error("joint in ('hip')", "(", "expected `{`, found `(`", braces);
    let commas = "separate the options with commas and close the braces";
    check_error("joint in {'hip' 'knee'}", "'knee'", "expected `,` or `}`, found `'knee'`", commas);
    let value = "write a number, an option in quotes, true or false";
    check_error("joint in {}", "}", "expected a value, found `}`", value);
    check_error("bmi between 5 or 6", "or", "expected `and`, found `or`", "write `between 1 and 3`");
    check_error("bmi between 'a' and 6", "'a'", "`between` takes two numbers", "write `between 1 and 3`");
}

/// CQL reads `not age_years > 65` as `(not age_years) > 65`; a text that means two things is refused.
#[test]
fn a_comparison_behind_not_stands_in_brackets() {
    let alone = "`not` would take the name alone, as in CQL";
    for (condition, test) in [
        ("not age_years > 65", "age_years > 65"),
        ("fever or not not joint = 'hip'", "joint = 'hip'"),
        ("not bmi between 25 and 30 or fever", "bmi between 25 and 30"),
        ("not joint in {'hip'}", "joint in {'hip'}"),
    ] {
        check_error(condition, test, alone, &format!("put the rest in brackets: not ({test})"));
    }
    for condition in ["not fever", "not frail", "not fever is null", "not (age_years > 65)", "not true"] {
        assert!(parse(condition).is_ok(), "{condition}");
    }
}

#[test]
fn all_that_does_not_fit_the_vocabulary_is_told_at_once() {
    let condition = "smokr and (joint in {'hip', 'kne', 'foot'} or not (bmi > 500)) and age_years";
    let underlined: Vec<_> =
        problems(condition).iter().map(|problem| &condition[problem.range.start..problem.range.end]).collect();
    assert_eq!(underlined, ["smokr", "'kne'", "'foot'", "500", "age_years"]);
}
