//! What others say of our cards, resources and rules: HL7's invariants, a FHIR validator, a CDS Hooks client and a CQL
//! engine, none of them ours (`tests/cds/README.md`, `tests/oracle/README.md`).

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use nordvis::answer::{Outcome, outcome};
use nordvis::ask::Defaults;
use nordvis::clinical::{FactId, FactValue, Facts, Interval, OptionIndex, Region};
use nordvis::corpus::{FactKind, Guideline, Rule};
use nordvis::fhir::{cql, cql_type, facts_of};
use nordvis::http::Settings;
use nordvis::rules::Atom;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngSeed, TestRunner};
use serde_json::{Map, Value, json};

use crate::cql_engines::cql_values;
use crate::records::cards_of_every_case;
use crate::server::Server;
use crate::service::service;

/// Runs a script of a test folder with these lines, and reads its one line of JSON.
fn node(folder: &str, script: &str, arguments: &[&str], lines: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    assert!(
        folder.join("node_modules").is_dir(),
        "the packages are not installed: run `npm ci` in {}, as ./test does",
        folder.display()
    );
    let mut node = Command::new("node")
        .arg(script)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .expect("node runs the scripts: install node 20 or later, as ./test asks for");
    let mut input = node.stdin.take().unwrap();
    let lines = lines.to_owned();
    let writer = std::thread::spawn(move || {
        // A script that reads nothing may end before everything is written.
        let _ = input.write_all(lines.as_bytes());
    });
    let output = node.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success(), "{script} failed");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn skane(public_url: Option<String>) -> Settings {
    let region = Region::from_code("SE-M").ok();
    Settings { defaults: Defaults { region, language: None }, public_url, ..Settings::default() }
}

#[test]
fn every_card_holds_hl7s_invariants() {
    let lines: String = cards_of_every_case()
        .iter()
        .map(|(case, response)| format!("{}\n", json!({"case": case, "response": response})))
        .collect();
    let judged = node("cds", "lint.mjs", &[], &lines);
    assert_eq!(judged["problems"], json!([]), "{judged:#}");
    assert!(judged["cards"].as_u64().unwrap() > 300, "{}", judged["cards"]);
}

/// The resources of everything that is read and suggested.
#[test]
fn resources_are_fhir() {
    let server = Server::with(skane(Some("https://nordvis.example".to_owned())));
    let mut resources: Vec<Value> = Vec::new();
    for language in ["sv", "da", "en"] {
        for path in ["metadata", "PlanDefinition", "Library", "PlanDefinition?_id=se-m-osteoporos", "nothing"] {
            let response = server.get_in(&format!("/fhir/{path}"), language);
            assert_eq!(response.header("content-type"), "application/fhir+json");
            assert_eq!(response.header("content-language"), language);
            let resource = response.json();
            let entries = resource["entry"].as_array().cloned().unwrap_or_default();
            resources.extend(entries.into_iter().map(|entry| entry["resource"].clone()));
            resources.push(resource);
        }
    }
    for (case, response) in cards_of_every_case() {
        for suggestion in response["cards"].as_array().unwrap().iter().flat_map(|card| card["suggestions"].as_array()) {
            for action in suggestion.iter().flat_map(|suggestion| suggestion["actions"].as_array().unwrap()) {
                assert!(!action["resource"].is_null(), "{case}");
                resources.push(action["resource"].clone());
            }
        }
    }
    for (facts, status) in [
        (json!({"osteoporosis": true, "egfr_ml_min": 28}), "data-requested"),
        (json!({"egfr_ml_min": 28}), "data-required"),
        (json!({"osteoporosis": true, "egfr_ml_min": 28, "current_drug": "none"}), "success"),
    ] {
        let asked = server.post("/api/v1/answers", &json!({"intent": "treatment", "facts": facts}).to_string()).json();
        let id = asked["id"].as_str().unwrap();
        let referral = server.get(&format!("/api/v1/answers/{id}/referral?format=fhir"));
        resources.extend((referral.status == 200).then(|| referral.json()));
        let response = server.get(&format!("/fhir/GuidanceResponse/{id}")).json();
        assert_eq!(response["status"], status, "{response:#}");
        assert_eq!(response["moduleUri"], "https://nordvis.example/fhir/Library/se-m-osteoporos");
        assert_eq!(status == "success", response["dataRequirement"].is_null());
        resources.push(response);
    }
    let lines: String = resources.iter().map(|resource| format!("{resource}\n")).collect();
    let judged = node("cds", "validate.mjs", &[], &lines);
    assert_eq!(judged["problems"], json!([]), "{judged:#}");
    let kinds = [
        "Bundle",
        "CapabilityStatement",
        "Condition",
        "GuidanceResponse",
        "Library",
        "OperationOutcome",
        "PlanDefinition",
        "Procedure",
        "ServiceRequest",
    ];
    for kind in kinds {
        assert!(judged["validated"][kind].as_u64().unwrap_or(0) > 0, "no {kind} in {}", judged["validated"]);
    }
}

#[test]
fn a_client_of_others_discovers_calls_and_reads() {
    let server = Server::with(skane(None));
    let read = node("cds", "client.mjs", &[&server.url()], "");
    assert_eq!(read["services"].as_array().unwrap().len(), 5);
    // A query that it could not fill in it sends as null: unknown, and nothing follows from it.
    assert_eq!(read["prefetch"]["allergies"], Value::Null);
    assert_eq!(read["prefetch"]["patient"]["id"], "p1");
    let cards = read["cards"].as_array().unwrap();
    let topics: Vec<_> = cards.iter().filter_map(|card| card["source"]["topic"]["code"].as_str()).collect();
    assert!(topics.contains(&"ost-denosumab-specialist"), "{topics:?}");
    assert!(!topics.contains(&"ost-oral-bisphosphonate"), "{topics:?}");
    assert!(cards.last().unwrap()["detail"].as_str().unwrap().contains("- "), "{cards:?}");
}

/// Values of each fact on both sides of every limit that the rules have.
fn telling_values(guideline: &Guideline) -> BTreeMap<FactId, Vec<FactValue>> {
    let service = service();
    let vocabulary = &service.corpus().vocabulary;
    let mut limits: BTreeMap<FactId, Vec<f64>> = BTreeMap::new();
    for (_, condition) in guideline.rules.iter().flat_map(Rule::conditions) {
        condition.for_each_atom(&mut |atom| match atom {
            Atom::Compare(id, _, limit) => limits.entry(*id).or_default().push(*limit),
            Atom::Between(id, low, high) => limits.entry(*id).or_default().extend([low, high]),
            _ => {}
        });
    }
    let values = |id: FactId| match &vocabulary.get(id).unwrap().kind {
        FactKind::Boolean => [true, false].map(FactValue::Boolean).to_vec(),
        FactKind::Choice(options) => (0..).take(options.len()).map(|at| FactValue::Choice(OptionIndex(at))).collect(),
        FactKind::Number { low, .. } => {
            let limits = limits.get(&id).cloned().unwrap_or_else(|| vec![*low + 1.0]);
            let around = limits.iter().flat_map(|limit| [limit - 1.0, *limit, limit + 1.0]);
            around.map(|number| FactValue::Number(Interval::exactly(number))).collect()
        }
    };
    facts_of(guideline).into_iter().map(|id| (id, values(id))).collect()
}

fn patients(guideline: &Guideline, count: usize) -> Vec<Facts> {
    let seed = RngSeed::Fixed(85);
    let mut runner = TestRunner::new(ProptestConfig { rng_seed: seed, ..ProptestConfig::default() });
    let values = telling_values(guideline);
    let mut patient = || {
        let mut facts = Facts::default();
        for (id, values) in &values {
            let drawn = (select(values.clone()), 0..10_u8).new_tree(&mut runner).unwrap().current();
            // Six in ten are known.
            if drawn.1 < 6 {
                facts.give(*id, drawn.0);
            }
        }
        facts
    };
    (0..count).map(|_| patient()).collect()
}

fn decided(guideline: &Guideline, rule: &Rule, facts: &Facts) -> &'static str {
    let service = service();
    match outcome(service.corpus(), guideline, rule, facts) {
        Outcome::Recommended(recommendation) if recommendation.provisional() => "provisional",
        Outcome::Recommended(_) => "recommended",
        Outcome::Conditional(_) => "conditional",
        Outcome::Rejected(_) => "rejected",
    }
}

/// The libraries as they are exported, over 5,000 random patients: every rule of every guideline comes out the same.
#[test]
fn exported_cql_decides_as_nordvis_does() {
    const PATIENTS_EACH: usize = 1_000;
    let service = service();
    let vocabulary = &service.corpus().vocabulary;
    let (mut compared, mut outcomes) = (0, BTreeMap::<String, usize>::new());
    for guideline in &service.corpus().guidelines {
        let names: Vec<_> = guideline.rules.iter().map(|rule| rule.id.clone()).collect();
        let facts: Map<_, _> = facts_of(guideline)
            .into_iter()
            .map(|id| vocabulary.get(id).unwrap())
            .map(|fact| (fact.name.clone(), json!(cql_type(&fact.kind))))
            .collect();
        let patients = patients(guideline, PATIENTS_EACH);
        let cases: Vec<_> = patients.iter().map(|facts| cql_values(vocabulary.terms(), facts)).collect();
        let library = cql(guideline, vocabulary, "1");
        let request = json!({"library": library, "facts": facts, "names": names, "cases": cases});
        let reply = node("oracle", "run.mjs", &[], &format!("{request}\n"));
        assert!(reply["problems"].is_null(), "{}\n{library}", reply["problems"]);
        for (facts, row) in patients.iter().zip(reply["outcomes"].as_array().unwrap()) {
            for (rule, theirs) in guideline.rules.iter().zip(row.as_array().unwrap()) {
                let ours = decided(guideline, rule, facts);
                assert_eq!(theirs, ours, "{} under {}", rule.id, cql_values(vocabulary.terms(), facts));
                *outcomes.entry(ours.to_owned()).or_default() += 1;
                compared += 1;
            }
        }
    }
    assert_eq!(service.corpus().guidelines.len() * PATIENTS_EACH, 5_000);
    assert_eq!(outcomes.len(), 4, "{outcomes:?}");
    println!("{compared} decisions: {outcomes:?}");
}
