//! The command line as a person meets it: what is printed where, and with which exit.

use std::process::{Command, Output, Stdio};

/// Calls nordvis in a clean environment.
fn nordvis(arguments: &[&str]) -> Output {
    nordvis_with(arguments, &[])
}

fn nordvis_with(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nordvis"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("NORDVIS_") || name.starts_with("LC_")) {
        command.env_remove(name);
    }
    command.env("LANG", "en_GB.UTF-8").envs(variables.iter().copied()).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const CASE: [&str; 9] =
    ["ask", "--region", "SE-M", "--intent", "treatment", "--fact", "osteoporosis=true", "--fact", "egfr_ml_min=48"];

#[test]
fn an_answer_goes_to_standard_output_in_the_language_asked_for() {
    for (language, line) in [
        ("sv", "Det finns indikation för läkemedelsbehandling"),
        ("da", "indikation for"),
        ("en", "indication for drug treatment"),
    ] {
        let output = nordvis(&[&CASE[..], &["--language", language]].concat());
        assert_eq!(output.status.code(), Some(0));
        assert!(out(&output).contains(line), "{language}: {}", out(&output));
        assert_eq!(err(&output), "");
    }
    let from_terminal = nordvis_with(&CASE, &[("LANG", "da_DK.UTF-8")]);
    assert!(out(&from_terminal).contains("Kilder:"));
}

#[test]
fn json_is_the_answer_of_the_api() {
    let output = nordvis(&[&CASE[..], &["--json", "--as-of", "2021-06-30"]].concat());
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["status"], "answered");
    assert_eq!(answer["asOf"], "2021-06-30");
    let ids: Vec<_> = answer["recommendations"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert!(ids.contains(&&serde_json::json!("ost-oral-bisphosphonate")), "{ids:?}");
    assert!(!answer["warnings"].as_array().unwrap().iter().any(|warning| warning["id"] == "guideline_expired"));
}

#[test]
fn the_referral_is_drafted_beside_the_answer() {
    let facts = ["--fact", "osteoarthritis=true", "--fact", "oa_joint=knee", "--fact", "home_care=true"];
    let asked = ["ask", "--language", "da", "--region", "DK-81", "--intent", "referral_target"];
    let alone = nordvis(&[&asked[..], &facts].concat());
    let drafted = nordvis(&[&asked[..], &facts, &["--referral"]].concat());
    let (answer, draft) = (out(&alone), out(&drafted));
    let draft = draft.strip_prefix(answer.trim_end()).unwrap();
    assert!(draft.contains("Til: kommunen") && draft.contains("jf. kliniske retningslinjer"), "{draft}");
    assert!(!answer.contains("jf. kliniske retningslinjer"));
}

#[test]
fn exits_tell_done_from_no_from_misused() {
    let not_covered = nordvis(&["ask", "--region", "SE-AB", "--intent", "treatment", "--fact", "osteoporosis=true"]);
    assert_eq!(not_covered.status.code(), Some(1));
    assert!(out(&not_covered).contains("No guideline that applies in Region Stockholm"));
    let nothing = nordvis(&["search", "xyzzyqwkjh"]);
    assert_eq!((nothing.status.code(), out(&nothing)), (Some(1), String::new()));
    for (misused, says) in [
        (&["ask", "--reigon", "SE-M", "x"][..], "There is no flag --reigon"),
        (&["aks"][..], "There is no command “aks”"),
        (&["search"][..], "This is missing"),
        (&["serve", "--listen", "here"][..], "cannot be used"),
    ] {
        let output = nordvis(misused);
        assert_eq!(output.status.code(), Some(2), "{misused:?}");
        assert!(err(&output).contains(says), "{misused:?}: {}", err(&output));
        assert_eq!(out(&output), "");
    }
}

#[test]
fn every_fault_of_a_call_is_told_at_once() {
    let output = nordvis(&[
        "ask",
        "--intent",
        "cure",
        "--region",
        "SE-Q",
        "--as-of",
        "soon",
        "--fact",
        "egfr=48",
        "--fact",
        "oa_joint=nose",
        "--fact",
        "age_years=7.5",
        "--fact",
        "frax_percent=101",
        "--fact",
        "dysphagia=maybe",
    ]);
    assert_eq!(output.status.code(), Some(1));
    let told = err(&output);
    for part in [
        "no such intent",
        "no such region",
        "date cannot be read",
        "no fact called “egfr”",
        "oa_joint is one of",
        "whole number",
        "from 0 to 100",
        "dysphagia is yes or no",
    ] {
        assert!(told.contains(part), "{part} is not in: {told}");
    }
}

#[test]
fn facts_are_typed_as_people_write_them() {
    let output = nordvis(&[
        "explain",
        "se-m/osteoporos",
        "--language",
        "sv",
        "--fact",
        "t_score=−2,6",
        "--fact",
        "dysphagia=nej",
    ]);
    assert!(out(&output).contains("+ t_score < -2.5 (sant)"), "{}", out(&output));
    assert!(out(&output).contains("- dysphagia (falskt)"));
}

#[test]
fn explain_names_the_nearest_guideline() {
    let output = nordvis(&["explain", "se-m/osteoporosis"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("se-m/osteoporos"));
}

#[test]
fn flags_win_over_variables_over_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("nordvis.toml");
    std::fs::write(&file, "language = \"sv\"\nregion = \"DK-81\"\n").unwrap();
    let config = file.to_str().unwrap();
    let region_of = |output: &Output| {
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        (answer["region"].clone(), answer["language"].clone())
    };
    let call = ["ask", "--config", config, "--json", "--intent", "treatment"];
    assert_eq!(region_of(&nordvis(&call)), ("DK-81".into(), "sv".into()));
    let variable = nordvis_with(&call, &[("NORDVIS_REGION", "SE-M")]);
    assert_eq!(region_of(&variable), ("SE-M".into(), "sv".into()));
    let flag = nordvis_with(&[&call[..], &["--region", "SE-T"]].concat(), &[("NORDVIS_REGION", "SE-M")]);
    assert_eq!(region_of(&flag), ("SE-T".into(), "sv".into()));
    std::fs::write(&file, "regoin = \"DK-81\"\n").unwrap();
    let unknown = nordvis(&call);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(err(&unknown).contains("was “region” meant?"), "{}", err(&unknown));
}

#[test]
fn check_finds_a_fault_in_a_folder_and_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    copy(&root.join("corpus"), &folder.path().join("corpus"));
    let sound = nordvis(&["check", folder.path().to_str().unwrap()]);
    assert_eq!(sound.status.code(), Some(0), "{}{}", out(&sound), err(&sound));
    let rules = folder.path().join("corpus/guidelines/se-m/osteoporos/rules.toml");
    let text = std::fs::read_to_string(&rules).unwrap();
    std::fs::write(&rules, text.replace("when = \"frax_percent > 15\"", "when = \"frax_percnt > 15\"")).unwrap();
    let faulty = nordvis(&["check", folder.path().to_str().unwrap()]);
    assert_eq!(faulty.status.code(), Some(1));
    assert!(out(&faulty).contains("guidelines/se-m/osteoporos/rules.toml:"), "{}", out(&faulty));
    assert!(out(&faulty).contains("did you mean `frax_percent`?"));
    let corpus = folder.path().join("corpus");
    let served = nordvis(&["ask", "--corpus", corpus.to_str().unwrap(), "--intent", "treatment"]);
    assert_eq!((served.status.code(), out(&served)), (Some(1), String::new()));
    assert!(err(&served).contains("frax_percnt"), "a faulty corpus must not answer: {}", err(&served));
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            std::fs::copy(entry.path(), target).map(drop).unwrap()
        }
    }
}

#[test]
fn help_version_and_completions_are_results() {
    for (arguments, says) in [
        (&["--help"][..], "guideline"),
        (&["ask", "--help", "--language", "da"][..], "Svarer på ét spørgsmål"),
        (&["--version"][..], env!("CARGO_PKG_VERSION")),
        (&["completions", "bash"][..], "_nordvis"),
    ] {
        let output = nordvis(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(out(&output).contains(says), "{arguments:?}: {}", out(&output));
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_nordvis"))
        .args(["explain", "se-m/osteoporos"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(err(&output), "");
}
