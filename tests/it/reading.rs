//! What does not change what is said does not change what is read; and nothing that is written breaks the reader.

use std::collections::BTreeSet;

use jiff::civil::Date;
use nordvis::facts::{Reading, State, shield};
use proptest::prelude::*;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::service::reader;

const MESSAGES: &str = include_str!("../data/messages.jsonl");

fn as_of() -> Date {
    "2026-11-21".parse().unwrap()
}

fn turns() -> Vec<String> {
    let read = |line: &str| {
        let message: Value = serde_json::from_str(line).unwrap();
        message["turns"].as_array().unwrap().iter().map(|turn| turn.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    MESSAGES.lines().flat_map(read).collect()
}

fn read(text: &str) -> Reading {
    reader().read(&shield(text).text, as_of())
}

/// The facts of a text, without the places where they stand.
fn facts(text: &str) -> BTreeSet<String> {
    let reading = read(text);
    reading.facts.iter().map(|(id, _)| format!("{id:?} {:?}", reading.facts.value(id))).collect()
}

/// The messages that are read otherwise when they are changed so.
fn differing(change: impl Fn(&str) -> String) -> Vec<String> {
    let differs = |text: &String| {
        let changed = change(text);
        let (before, after) = (facts(text), facts(&changed));
        (before != after).then(|| format!("{text:?} {before:?}\n{changed:?} {after:?}"))
    };
    turns().iter().filter_map(differs).collect()
}

#[test]
fn composed_and_decomposed_letters_read_alike() {
    let differing = differing(|text| text.nfd().collect());
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn capitals_read_alike() {
    let differing = differing(str::to_uppercase);
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn spaces_of_any_kind_read_alike() {
    for space in ["  ", "\u{a0}", "\u{2009}"] {
        let differing = differing(|text| format!("{space}{}{space}", text.replace(' ', space)));
        assert!(differing.is_empty(), "{}", differing.join("\n"));
    }
}

#[test]
fn what_is_copied_out_of_a_page_reads_alike() {
    let spaced = |text: &str| format!("<p class=\"x\">{}</p>", text.replace(' ', "&nbsp;"));
    assert_eq!(differing(spaced), Vec::<String>::new());
    assert_eq!(differing(|text| format!("<b>{}</b>", text.replace('å', "&aring;"))), Vec::<String>::new());
}

#[test]
fn minus_signs_of_any_kind_read_alike() {
    for minus in ["−2,", "–2,", "-2,", "- 2,", "minus 2,"] {
        let differing = differing(|text| text.replace("−2,", "-2,").replace("-2,", minus));
        assert!(differing.is_empty(), "{}", differing.join("\n"));
    }
}

#[test]
fn decimal_commas_and_points_read_alike() {
    let marks = |from: char, to: char| {
        move |text: &str| {
            let chars: Vec<char> = text.chars().collect();
            let between_digits = |at: usize| {
                at > 0 && chars[at - 1].is_ascii_digit() && chars.get(at + 1).is_some_and(char::is_ascii_digit)
            };
            chars
                .iter()
                .enumerate()
                .map(|(at, char)| if *char == from && between_digits(at) { to } else { *char })
                .collect()
        }
    };
    for differing in [differing(marks(',', '.')), differing(marks('.', ','))] {
        // A date or time with commas is none.
        let others: Vec<_> = differing.iter().filter(|text| !text.contains("kl 14")).collect();
        assert!(others.is_empty(), "{others:?}");
    }
}

#[test]
fn an_identifier_changes_nothing() {
    let differing = differing(|text| format!("{text}. Ring 070-174 06 05."));
    assert!(differing.is_empty(), "{}", differing.join("\n"));
    let first = self::differing(|text| format!("Pnr 19121212-1212. {text}"));
    assert!(first.is_empty(), "{}", first.join("\n"));
}

#[test]
fn a_relatives_sentence_changes_nothing() {
    for sentence in
        ["Modern hade höftfraktur och demens.", "Hendes mor havde hoftebrud.", "Her mother had a hip fracture."]
    {
        let differing = differing(|text| format!("{sentence} {text}"));
        assert!(differing.is_empty(), "{}", differing.join("\n"));
    }
}

#[test]
fn the_order_of_sentences_changes_nothing() {
    let pieces = ["Kvinna 72 år med handledsfraktur.", "FRAX 22 %.", "Ingen dysfagi.", "eGFR 48."];
    let forwards = facts(&pieces.join(" "));
    let backwards: Vec<&str> = pieces.iter().rev().copied().collect();
    assert_eq!(forwards.len(), 6);
    assert_eq!(forwards, facts(&backwards.join(" ")));
}

/// Every place that a reading names lies in its text.
fn places_fit(text: &str) {
    let shielded = shield(text);
    let length = text.chars().count();
    assert_eq!(shielded.text.chars().count(), length);
    let reading = reader().read(&shielded.text, as_of());
    let spans = reading.mentions.iter().flat_map(|mention| [Some(mention.span), mention.changed_by]);
    let repairs = reading.repairs.iter().map(|repair| Some(repair.span));
    for span in spans.chain(repairs).chain(reading.not_understood.iter().map(|puzzle| Some(puzzle.span))).flatten() {
        assert!(span.start <= span.end && span.end <= length, "{text:?} {span:?}");
    }
}

#[test]
fn every_place_lies_in_its_text() {
    turns().iter().for_each(|text| places_fit(text));
}

#[test]
fn four_thousand_characters_of_anything_are_read() {
    for piece in ["ingen dysfagi, ", "a", "1", "1 ", "- ", "om ", "FRAX ", "knä- och ", "22 % ", "🙂", "ingen ", ", "]
    {
        let text: String = piece.chars().cycle().take(4_000).collect();
        places_fit(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        places_fit(&text);
    }

    #[test]
    fn any_words_and_signs_are_read(text in "(ingen|FRAX|eGFR|72|år|-|,|[.]|%|om|mor|dysfagi|knä-|och|T-score|2,|ny patient|stryk| ){0,40}") {
        places_fit(&text);
    }

    #[test]
    fn a_conversation_can_be_undone_and_replayed(turns in proptest::collection::vec("(FRAX 22 %|eGFR 48|ingen dysfagi|ny patient|stryk dysfagi|förlåt, 32 %|nej|Vart remitterar jag?)", 1..6)) {
        let next = |state: State, turn: &String| state.next(reader(), turn, as_of(), &[]);
        let last = turns.iter().fold(State::default(), next);
        let before = turns.iter().take(turns.len() - 1).fold(State::default(), next);
        let undone = last.undone();
        prop_assert_eq!(undone.facts, before.facts.clone().earlier());
        prop_assert_eq!(undone.intent, before.intent);
        prop_assert_eq!(&undone.turns, &before.turns);
    }
}
