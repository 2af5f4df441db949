//! A slip in a lexicon is found, with its place and a way out.

use nordvis::corpus::{Files, lexicon};

use crate::service::service;

/// The faults of the repository's lexicons after a change to one of them.
fn faults_after(language: &str, change: impl Fn(String) -> String) -> Vec<String> {
    let mut files = Files::default();
    let path = format!("lexicon/{language}.toml");
    for (name, text) in nordvis::source::corpus(None).unwrap().iter() {
        let text = if name == path { change(text.to_owned()) } else { text.to_owned() };
        files.insert(name, text);
    }
    let mut faults = Vec::new();
    let service = service();
    let vocabulary = &service.corpus().vocabulary;
    lexicon::load(&files, vocabulary, &mut faults);
    faults.extend(lexicon::lint(&files, vocabulary));
    let told = |fault: &nordvis::corpus::Fault| {
        let place = files.get(&fault.file).and_then(|text| fault.place(text)).is_some();
        format!("{} placed {place}: {} | {}", fault.file, fault.message, fault.help)
    };
    faults.iter().map(told).collect()
}

fn concept(lines: &str) -> impl Fn(String) -> String {
    let lines = format!("[[concept]]\n{lines}\n\n[[measure]]");
    move |text| text.replacen("[[measure]]", &lines, 1)
}

#[test]
fn the_lexicons_of_the_repository_have_no_fault() {
    assert!(!service().corpus().lexicon.forms.is_empty());
    assert_eq!(faults_after("sv", |text| text), Vec::<String>::new());
}

#[test]
fn a_slip_is_told_with_its_place() {
    let slips = [
        ("means = { dysfagia = true }\nforms = [\"x\"]", "did you mean `dysphagia`"),
        ("means = { oa_joint = \"kne\" }\nforms = [\"x\"]", "no such value"),
        ("means = { oa_joint = true }\nforms = [\"x\"]", "no such value"),
        ("means = { dysphagia = true }\nforms = [\"x{nope}\"]", "no inflection `nope`"),
        ("means = { dysphagia = true }\nforms = [\"<nope>\"]", "no group `nope`"),
        ("means = { dysphagia = true }\nforms = [\"(x\"]", "lacks a `)`"),
        ("means = { dysphagia = true }\nforms = [\"Xyz\"]", "capital letters"),
        ("means = { dysphagia = true }\nforms = [\"x?\"]", "no word at all"),
        ("means = { dysphagia = true }\nnear = \"nope\"\nforms = [\"xyzzy\"]", "no group `nope`"),
        ("means = { dysphagia = false }\nforms = [\"dysfagi\"]", "two meanings"),
        ("means = { dysphagia = true }\nforms = [\"hvordan\"]", "everyday word of `da`"),
    ];
    for (lines, says) in slips {
        let faults = faults_after("sv", concept(lines));
        let found = faults.iter().any(|fault| fault.contains(says) && fault.contains("lexicon/sv.toml placed true"));
        assert!(found, "{lines}: {faults:#?}");
    }
}

#[test]
fn a_fact_without_words_and_a_language_without_cues_are_told() {
    let unsaid = faults_after("da", |text| text.replace("means = { red_flags = ", "means = { sick_listed = "));
    assert!(unsaid.iter().any(|fault| fault.contains("fact `red_flags` cannot be said in `da`")), "{unsaid:#?}");
    let cueless = faults_after("en", |text| text.replace("kind = \"hypothesis\"", "kind = \"then\""));
    assert!(cueless.iter().any(|fault| fault.contains("Hypothesis")), "{cueless:#?}");
}
