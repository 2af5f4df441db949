//! Identifiers of persons are found, and what only looks like one stays.

use std::collections::BTreeSet;

use nordvis::facts::{IdentifierKind, shield};
use serde_json::Value;

const CASES: &str = concat!(include_str!("../data/identifiers.jsonl"), include_str!("../data/identifiers-fresh.jsonl"));

fn kind_of(kind: IdentifierKind) -> &'static str {
    match kind {
        IdentifierKind::Personnummer => "se_personnummer",
        IdentifierKind::Samordningsnummer => "se_samordningsnummer",
        IdentifierKind::Reservnummer => "se_reservnummer",
        IdentifierKind::Cpr => "dk_cpr",
        IdentifierKind::ReplacementCpr => "dk_ecpr",
        IdentifierKind::Phone => "phone",
        IdentifierKind::Email => "email",
    }
}

type Place = (u64, u64, String);

fn cases() -> Vec<(String, BTreeSet<Place>)> {
    let read = |line: &str| {
        let case: Value = serde_json::from_str(line).unwrap();
        // Names are no identifiers: two people share one, and eponyms are many.
        let spans = case["spans"].as_array().unwrap().iter().filter(|span| span["kind"] != "name");
        let spans = spans.map(|span| {
            (span["start"].as_u64().unwrap(), span["end"].as_u64().unwrap(), span["kind"].as_str().unwrap().to_owned())
        });
        (case["text"].as_str().unwrap().to_owned(), spans.collect())
    };
    CASES.lines().map(read).collect()
}

fn found(text: &str) -> BTreeSet<Place> {
    let places = shield(text).found;
    places.iter().map(|(span, kind)| (span.start as u64, span.end as u64, kind_of(*kind).to_owned())).collect()
}

#[test]
fn every_identifier_is_found_where_it_stands() {
    let missed: Vec<_> = cases()
        .into_iter()
        .filter_map(|(text, spans)| {
            let left: Vec<_> = spans.difference(&found(&text)).cloned().collect();
            (!left.is_empty()).then_some((text, left))
        })
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn what_only_looks_like_an_identifier_stays() {
    let (mut right, mut wrong) = (0, Vec::new());
    for (text, spans) in cases() {
        for place in found(&text) {
            if spans.contains(&place) { right += 1 } else { wrong.push((text.clone(), place)) }
        }
    }
    assert!(wrong.len() * 100 <= right * 2, "{right} right, wrong: {wrong:#?}");
}

#[test]
fn the_blanked_text_keeps_every_place() {
    for (text, spans) in cases() {
        let shielded = shield(&text);
        assert_eq!(shielded.text.chars().count(), text.chars().count(), "{text}");
        for (start, end, _) in spans {
            let hidden: String = text.chars().skip(start as usize).take((end - start) as usize).collect();
            assert!(!shielded.text.contains(&hidden) && !shielded.redacted.contains(&hidden), "{text}");
        }
    }
}
