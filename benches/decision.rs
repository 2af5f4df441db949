//! How long does it take to decide, and to answer, in process? `cargo bench --bench decision`

#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use divan::{Bencher, black_box};
use nordvis::answer::{Asked, Outcome, outcome};
use nordvis::ask::{Defaults, Service};
use nordvis::cli::messages;
use nordvis::clinical::{Facts, Intent, Question, Region, Topic};
use nordvis::corpus::Given;
use nordvis::source;

fn main() {
    divan::main();
}

fn service() -> Service {
    Service::load(&source::corpus(None).unwrap(), &source::locales(None).unwrap(), &messages()).unwrap()
}

fn facts(service: &Service) -> Facts {
    let mut facts = Facts::default();
    let vocabulary = &service.corpus().vocabulary;
    let mut give = |name: &str, value| {
        let definition = vocabulary.find(name).unwrap();
        facts.give(definition.id, definition.accept(value).unwrap());
    };
    give("age_years", Given::Number(72.0));
    give("fracture_site", Given::Text("wrist"));
    give("low_energy_fracture", Given::Boolean(true));
    give("frax_percent", Given::Number(22.0));
    give("egfr_ml_min", Given::Number(48.0));
    facts
}

/// Every rule of the largest guideline.
#[divan::bench]
fn decision_over_one_guideline(bencher: Bencher<'_, '_>) {
    let service = service();
    let facts = facts(&service);
    let guideline = service.corpus().guideline("se-m/osteoporos").unwrap();
    bencher.bench_local(|| {
        let outcomes: Vec<_> =
            guideline.rules.iter().map(|rule| outcome(service.corpus(), guideline, rule, black_box(&facts))).collect();
        assert!(outcomes.iter().any(|outcome| matches!(outcome, Outcome::Recommended(_))));
        outcomes.len()
    });
}

/// Candidates, rules of the intent, questions and warnings.
#[divan::bench]
fn answer_without_words(bencher: Bencher<'_, '_>) {
    let service = service();
    let asked = Asked {
        intent: Some(Intent::NextStep),
        region: Region::from_code("SE-M").ok(),
        as_of: jiff::civil::date(2026, 11, 21),
        topic: Topic::default(),
        facts: facts(&service),
    };
    bencher.bench_local(|| {
        let answer = service.decide(black_box(&asked));
        assert!(!answer.recommendations.is_empty());
        answer.questions.len()
    });
}

/// From the structured question to the reply in Swedish.
#[divan::bench]
fn whole_structured_answer(bencher: Bencher<'_, '_>) {
    let service = service();
    let question = Question {
        text: String::new(),
        intent: Some(Intent::NextStep),
        facts: facts(&service),
        region: Region::from_code("SE-M").ok(),
        language: Some(nordvis::clinical::Language::Swedish),
        as_of: jiff::civil::date(2026, 11, 21),
    };
    bencher.bench_local(|| {
        let reply = service.ask(black_box(&question), Defaults::default());
        assert!(reply.text.contains("DXA"));
        reply.text.len()
    });
}

/// Reading and checking everything that is embedded: most of the time from start to ready.
#[divan::bench(sample_count = 20)]
fn load_corpus_and_locales() {
    black_box(service());
}
