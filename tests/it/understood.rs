//! What is not used and what was not understood is shown with its words, and said in one line each where there is any.

use nordvis::ask::Defaults;
use nordvis::clinical::{Facts, Language, Question, Region};
use nordvis::converse::{Settings, Turn};
use nordvis::http::answer_json;
use nordvis::reply::Reply;
use serde_json::{Value, json};

use crate::service::service;

fn ask(text: &str, language: Language) -> Reply {
    let question = Question {
        text: text.to_owned(),
        intent: None,
        facts: Facts::default(),
        region: Region::from_code("SE-M").ok(),
        language: Some(language),
        as_of: "2026-11-21".parse().unwrap(),
    };
    service().ask(&question, Defaults::default())
}

fn answer(text: &str) -> Value {
    serde_json::from_str(&answer_json(ask(text, Language::Swedish))).unwrap()
}

#[test]
fn what_is_not_certain_is_understood_as_such() {
    let reply = ask("Misstänkt dysfagi, FRAX 22 %", Language::Swedish);
    assert!(reply.text.contains("FRAX 22\u{a0}%, dysfagi (osäkert)"), "{}", reply.text);
}

/// Fact, words and reason of everything that was spoken of and is not used.
fn unused(answer: &Value) -> Vec<[&str; 3]> {
    let mentions = answer["mentions"].as_array().unwrap().iter();
    mentions.map(|mention| ["fact", "words", "reason"].map(|key| mention[key].as_str().unwrap())).collect()
}

#[test]
fn what_is_not_used_says_why() {
    let cases: [(&str, &[[&str; 3]]); 9] = [
        ("FRAX 22 %. Modern hade höftfraktur.", &[["fracture_site", "höftfraktur", "relative"]]),
        ("Tidigare höftfraktur, nu FRAX 22 %.", &[["fracture_site", "höftfraktur", "earlier"]]),
        ("Vad gör vi om FRAX blir över 30 %?", &[["frax_percent", "FRAX blir över 30 %", "supposed"]]),
        ("Hennes mor har demens. FRAX 22 %", &[["cognitive_impairment", "demens", "relative"]]),
        ("eGFR från 50 till 33", &[]),
        ("FRAX 340 %", &[["frax_percent", "FRAX 340 %", "implausible"]]),
        ("Misstänkt dysfagi, FRAX 22 %", &[]),
        ("FRAX 22 %, ingen dysfagi", &[]),
        ("Patientens man säger att hon har FRAX 22 %", &[]),
    ];
    for (text, expected) in cases {
        let answer = answer(text);
        assert_eq!(unused(&answer), expected, "{text}");
        let places = answer["mentions"].as_array().unwrap().iter().map(|mention| {
            let at = |end: &str| usize::try_from(mention["span"][end].as_u64().unwrap()).unwrap();
            (at("start"), at("end"), mention["words"].as_str().unwrap())
        });
        for (start, end, words) in places {
            let there: String = text.chars().skip(start).take(end - start).collect();
            assert_eq!(there, words, "{text}");
        }
    }
}

#[test]
fn each_kind_is_said_in_one_line_where_there_is_any() {
    let text = "FRAX 22 %, höftfraktr, krumelurisk dysfagi. Mor hade demens. Nästa steg?";
    for (language, lines) in [
        (
            Language::Swedish,
            ["Inte använt: kognitiv svikt (anhörig)", "Förmodad stavning: höftfraktr → höftfraktur", "krumelurisk"],
        ),
        (
            Language::Danish,
            [
                "Ikke brugt: kognitiv svækkelse (pårørende)",
                "Formodet stavemåde: höftfraktr → höftfraktur",
                "krumelurisk",
            ],
        ),
        (
            Language::English,
            [
                "Not used: cognitive impairment (a relative)",
                "Assumed spelling: höftfraktr → höftfraktur",
                "krumelurisk",
            ],
        ),
    ] {
        let reply = ask(text, language);
        for line in lines {
            assert!(reply.text.contains(line), "{line}: {}", reply.text);
        }
        let plain = ask("FRAX 22 %, höftfraktur. Nästa steg?", language);
        for label in lines.iter().filter_map(|line| Some(line.split_once(':')?.0)) {
            assert!(!plain.text.contains(label), "{label}: {}", plain.text);
        }
    }
    let answer = answer(text);
    assert_eq!(
        answer["repairs"],
        json!([{"written": "höftfraktr", "read": "höftfraktur", "span": {"start": 11, "end": 21}}])
    );
    let puzzle = json!([{"words": "krumelurisk", "reason": "beside_safety_fact", "span": {"start": 23, "end": 34}}]);
    assert_eq!(answer["notUnderstood"], puzzle);
}

#[test]
fn an_answer_that_fits_no_question_is_said_to_be_none() {
    let as_of = "2026-11-21".parse().unwrap();
    let service = service();
    let vocabulary = &service.corpus().vocabulary;
    for (asked, said, fits) in [
        ("municipality", "ja", false),
        ("egfr_ml_min", "ja", false),
        ("egfr_ml_min", "900", false),
        ("dysphagia", "ja", true),
        ("egfr_ml_min", "48", true),
        ("municipality", "vet inte", true),
        ("municipality", "Lund", true),
    ] {
        let first = Turn::words("Konstaterad osteoporos. Vart remitteras patienten?", Vec::new(), as_of);
        let second = Turn::words(said, vec![vocabulary.find(asked).unwrap().id], as_of);
        let settings = Settings { language: Some(Language::Swedish), ..Settings::default() };
        let reply = service.converse(&settings, &[first], &second, Defaults::default());
        let puzzles: Vec<_> = reply.not_understood.iter().map(|it| (it.words.as_str(), it.reason.id())).collect();
        let expected = if fits { vec![] } else { vec![(said, "no_answer")] };
        assert_eq!(puzzles, expected, "{asked}: {said}");
        assert_eq!(reply.text.contains("Svarar inte på det som efterfrågades"), !fits, "{asked}: {said}");
    }
}
