//! Does `nordvis check` find what authors and translators get wrong? One planted fault each, in a copy of the real files.

use nordvis::cli::messages;
use nordvis::corpus::{Fault, Files, load, render};
use nordvis::{check, reply, source};

const RULES: &str = "guidelines/se-m/osteoporos/rules.toml";
const CASES: &str = "guidelines/se-m/osteoporos/cases.toml";
const TEXT: &str = "guidelines/se-m/osteoporos/text.sv.md";
const META: &str = "guidelines/se-m/osteoporos/guideline.toml";

/// Every fault of the real files after `old` was replaced by `new` in one of them.
#[track_caller]
fn plant(corpus: bool, path: &str, old: &str, new: &str) -> (Vec<Fault>, Files) {
    let mut corpus_files = source::corpus(None).unwrap();
    let mut locale_files = source::locales(None).unwrap();
    let files = if corpus { &mut corpus_files } else { &mut locale_files };
    let text = files.get(path).unwrap_or_else(|| panic!("{path} does not exist")).to_owned();
    assert!(text.contains(old), "{path} does not hold {old:?}");
    files.insert(path, text.replacen(old, new, 1));
    let faults = match load(&corpus_files) {
        Err(faults) => faults,
        Ok(corpus) => {
            let mut faults = check::check(&corpus, &corpus_files);
            faults.extend(reply::load(&locale_files, &corpus, &messages()).err().unwrap_or_default());
            faults
        }
    };
    let shown = if corpus { corpus_files } else { locale_files };
    (faults, shown)
}

#[track_caller]
fn expect(faults: &[Fault], files: &Files, path: &str, message: &str, help: &str) {
    let found = faults.iter().find(|fault| fault.message.contains(message) && fault.help.contains(help));
    let all = || faults.iter().take(12).map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let fault = found.unwrap_or_else(|| panic!("no fault says {message:?} with help {help:?}; there are:\n{}", all()));
    assert!(fault.file.contains(path), "{} is not {path}", fault.file);
    assert!(render(std::slice::from_ref(fault), files, false).contains(&fault.message));
}

#[track_caller]
fn finds(path: &str, old: &str, new: &str, message: &str, help: &str) {
    let (faults, files) = plant(true, path, old, new);
    expect(&faults, &files, path, message, help);
}

#[track_caller]
fn finds_in_words(path: &str, old: &str, new: &str, message: &str, help: &str) {
    let (faults, files) = plant(false, path, old, new);
    let language = path.split('/').next().unwrap();
    expect(&faults, &files, language, message, help);
}

#[test]
fn the_real_files_have_no_fault() {
    let (faults, files) = plant(true, META, "id", "id");
    assert!(faults.is_empty(), "{}", render(&faults, &files, false));
}

#[test]
fn conditions() {
    finds(
        RULES,
        "when = \"high_risk\"",
        "when = \"hihg_risk\"",
        "fact `hihg_risk` is not in facts.toml",
        "did you mean `high_risk`?",
    );
    finds(RULES, "frax_percent > 15\"", "frax_percent > 15,5\"", "decimal comma", "15.5");
    finds(RULES, "frax_percent > 15\"", "frax_percent > '15'\"", "is a number in %", "compare it with a number");
    finds(
        RULES,
        "frax_percent > 15\"",
        "frax_percent > 150\"",
        "150 is outside the plausible range",
        "between 0 and 100",
    );
    finds(
        RULES,
        "'hip', 'vertebra'}",
        "'hip', 'vertebrae'}",
        "`vertebrae` is not an option",
        "did you mean 'vertebra'?",
    );
    finds(
        RULES,
        "when = \"frax_percent > 15\"",
        "when = \"frax_percent is null\"",
        "must not turn by learning more",
        "unless and barring",
    );
    finds(RULES, "osteoporotic = \"", "osteoporosis = \"", "`osteoporosis` is already a fact", "another name");
    finds(
        RULES,
        "when = \"frax_percent > 15\"",
        "when = \"frax_percent > 15 and\"",
        "the condition ends where",
        "name",
    );
}

#[test]
fn a_condition_fault_points_at_its_place() {
    let (faults, files) = plant(true, RULES, "when = \"frax_percent > 15\"", "when = \"frax_percnt > 15\"");
    let fault = faults.iter().find(|fault| fault.message.contains("frax_percnt")).unwrap();
    let text = files.get(RULES).unwrap();
    let (line, column) = fault.place(text).unwrap();
    let written = text.lines().nth(line - 1).unwrap();
    assert_eq!(written, "when = \"frax_percnt > 15\"");
    assert_eq!(column, "when = \"".len() + 1);
    assert!(fault.message.starts_with("column 1 of the condition"), "{}", fault.message);
}

#[test]
fn rules() {
    finds(RULES, "id = \"ost-high-risk\"", "id = \"ost-dxa\"", "rule `ost-dxa` stands in", "another id");
    finds(
        RULES,
        "cite = [\"bilaga-2-frakturkoordinator\"]",
        "cite = [\"bilaga-2-frakturkordinator\"]",
        "which does not exist",
        "did you mean `bilaga-2-frakturkoordinator`?",
    );
    finds(RULES, "cite = [\"bilaga-2-frakturkoordinator\"]", "cite = []", "cites no section", "name the section");
    finds(RULES, "strength = \"states\"", "strength = \"stated\"", "`stated` is not a strength", "modal verb");
    finds(
        RULES,
        "answers = [\"next_step\", \"eligibility\"]",
        "answers = [\"next_stp\"]",
        "`next_stp` is not an intent",
        "did you mean `next_step`?",
    );
    finds(RULES, "strength = \"states\"", "strenght = \"states\"", "unknown field `strenght`", "corpus/README.md");
    finds(
        RULES,
        "boundary = [\"frax_percent = 30\"]",
        "boundary = [\"frax_percent > 30\"]",
        "one value of one fact",
        "egfr_ml_min = 35",
    );
    finds(
        RULES,
        "targets = [\"dxa-unit\"]",
        "targets = [\"dxa-unit\"]\nwants = [\"bim\"]",
        "fact `bim` is not in facts.toml",
        "did you mean `bmi`?",
    );
}

#[test]
fn proofs() {
    finds(
        RULES,
        "when = \"frax_percent > 15\"",
        "when = \"frax_percent > 15 and frax_percent < 10\"",
        "rule `ost-dxa` can never apply",
        "contradicts itself",
    );
    finds(RULES, "when = \"frax_percent > 15\"", "when = \"frax_percent >= 0\"", "can never fail", "write `true`");
    finds(
        RULES,
        "when = \"indicated and egfr_ml_min > 35\"",
        "when = \"indicated and egfr_ml_min > 30\"",
        "can apply together",
        "[[inconsistency]]",
    );
    finds(RULES, "\"egfr_ml_min = 35\"", "\"egfr_ml_min = 36\"", "leaves egfr_ml_min = 35 open", "boundary");
}

#[test]
fn cases_and_their_coverage() {
    let (faults, files) = plant(true, RULES, "when = \"frax_percent > 15\"", "when = \"frax_percent > 16\"");
    expect(&faults, &files, CASES, "recommended: ost-dxa is missing", "mend the case or the rule");
    let corpus = source::corpus(None).unwrap();
    let first = corpus.get(CASES).unwrap().find("[[case]]").unwrap();
    let mut without = corpus.clone();
    without.insert(CASES, &corpus.get(CASES).unwrap()[..first]);
    let faults = check::check(&load(&without).unwrap(), &without);
    for gate in [
        "has no case where it applies",
        "is rejected",
        "stays open",
        "with egfr_ml_min at 35",
        "where only `dysphagia` blocks it",
        "exception is unknown",
    ] {
        assert!(faults.iter().any(|fault| fault.message.contains(gate)), "{gate}");
    }
    finds(CASES, "intent = \"treatment\"", "intent = \"treatments\"", "`treatments` is not an intent", "one of");
    finds(CASES, "osteoporosis = true", "osteoporos = true", "fact `osteoporos` is not in facts.toml", "did you mean");
    finds(CASES, "osteoporosis = true", "osteoporosis = 3", "is no value of `osteoporosis`", "true, false");
}

#[test]
fn editions_and_metadata() {
    finds(TEXT, " {#titel kind=document page=2}", "", "a heading has no section id", "{#section-id}");
    finds(TEXT, "{#forord kind=foreword", "{#forord kind=preface", "`preface` is not a kind of section", "foreword");
    finds(TEXT, "{#forord kind=foreword page=2}", "{#titel kind=foreword page=2}", "stands twice", "another id");
    finds(TEXT, "page=2}", "page=two}", "`two` is not a page", "page=3");
    finds(TEXT, "## Förord", "<b>x</b>\n\n## Förord", "an edition has no HTML", "Markdown");
    finds(META, "region = \"SE-M\"", "region = \"SE-Q\"", "`SE-Q` is not a region", "ISO 3166-2");
    finds(
        META,
        "valid_to = 2021-06-30",
        "valid_to = 2017-06-30",
        "the last day is before the first",
        "look both dates up",
    );
    finds(META, "id = \"se-m/osteoporos\"", "id = \"se-m/osteoporosis\"", "the id is not the folder's", "folder");
    finds(META, "language = \"sv\"", "language = \"no\"", "`no` is not a language", "sv, da or en");
    finds("facts.toml", "type = \"integer\"", "type = \"int\"", "`int` is not a type", "boolean, integer");
    finds("facts.toml", "id = \"sex\"", "id = \"age_years\"", "is declared twice", "keep one");
}

#[test]
fn files_that_are_missing_or_strange() {
    let mut files = source::corpus(None).unwrap();
    files.insert("guidelines/se-m/osteoporos/notes.txt", "x");
    files.insert("guidelines/se-x/new/guideline.toml", "id = 1");
    let faults = load(&files).unwrap_err();
    assert!(faults.iter().any(|fault| fault.file.ends_with("notes.txt") && fault.message.contains("no such file")));
    assert!(faults.iter().any(|fault| fault.file == "guidelines/se-x/new/guideline.toml"));
}

#[test]
fn words() {
    let guideline = "sv/guidelines/se-m-osteoporos.ftl";
    finds_in_words(
        guideline,
        "ost-high-risk = ",
        "ost-hihg-risk = ",
        "message `ost-high-risk` is missing in `sv`",
        "sv/",
    );
    finds_in_words(
        guideline,
        "ost-high-risk = ",
        "ost-hihg-risk = ",
        "no one says message `ost-hihg-risk`",
        "did you mean `ost-high-risk`?",
    );
    finds_in_words(
        "da/app.ftl",
        "compare-less = { $fact }",
        "compare-less = { $fakt }",
        "uses $fakt, which it is not given",
        "$fact",
    );
    finds_in_words("en/app.ftl", "yes = yes", "yes = yes\nyes = yes", "message `yes` stands twice", "keep one");
    finds_in_words("en/app.ftl", "yes = yes", "yes = { yes", "expected", "projectfluent.org");
    finds_in_words("en/app.ftl", "yes = yes", "h = {\"\\U\u{253}", "", "projectfluent.org");
}
