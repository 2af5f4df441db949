//! Is each edition complete? Every fact of the documents has its section, and the section has the fact's figures.

use std::collections::{BTreeMap, BTreeSet};

use nordvis::corpus::{Corpus, load};
use nordvis::source;

fn corpus() -> Corpus {
    load(&source::corpus(None).unwrap()).unwrap()
}

/// The figures in a text, decimal commas as points.
fn figures(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut figure = String::new();
    for c in text.chars().chain([' ']) {
        match c {
            '0'..='9' => figure.push(c),
            ',' | '.' if !figure.is_empty() => figure.push('.'),
            _ => {
                found.insert(std::mem::take(&mut figure).trim_end_matches('.').to_owned());
            }
        }
    }
    found
}

#[test]
fn every_fact_stands_in_its_section_with_its_figures() {
    let corpus = corpus();
    let mut sections = BTreeMap::new();
    for guideline in &corpus.guidelines {
        for section in &guideline.sections {
            let text = format!("{}\n{}", section.heading, section.text);
            sections.insert((guideline.id(), section.id.as_str()), figures(&text));
        }
    }
    let table = include_str!("../data/edition-figures.tsv");
    let mut missing = Vec::new();
    let mut facts = 0;
    for line in table.lines().skip(1) {
        let [fact, guideline, section, wanted] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        facts += 1;
        match sections.get(&(guideline, section)) {
            None => missing.push(format!("{fact}: section {guideline}#{section} does not exist")),
            Some(found) => {
                let lost = wanted.split('|').filter(|figure| !figure.is_empty() && !found.contains(*figure));
                missing.extend(lost.map(|figure| format!("{fact}: {guideline}#{section} has lost {figure}")));
            }
        }
    }
    assert_eq!(facts, 727);
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_section_has_words_or_leads_to_its_parts() {
    for guideline in &corpus().guidelines {
        for pair in guideline.sections.windows(2) {
            let [section, next] = pair else { unreachable!() };
            let leads = next.level > section.level;
            assert!(leads || !section.text.is_empty(), "{}#{} is empty", guideline.id(), section.id);
        }
    }
}

#[test]
fn persons_are_named_by_role() {
    let names = ["Jansson", "Gustafsson", "Holmberg", "Lindqvist", "Ståhl", "Forsberg"];
    for guideline in &corpus().guidelines {
        for section in &guideline.sections {
            for name in names {
                assert!(!section.text.contains(name), "{}#{} names a person", guideline.id(), section.id);
            }
        }
    }
}
