//! Patients' records → facts: what counts, what does not, and what is only asked about.

use jiff::civil::{Date, date};
use nordvis::clinical::{Bound, Fact, FactValue};
use nordvis::corpus::Files;
use nordvis::fhir::{Drawn, Resource, draw};
use serde_json::{Value, json};

use crate::service::service;

const AS_OF: Date = date(2026, 11, 22);

fn drawn(resources: &[Value]) -> Drawn {
    let read = resources.iter().filter_map(Resource::read);
    draw(read, "p1", &service().corpus().vocabulary, AS_OF)
}

/// A fact in short: `28`, `true`, `knee`, `? true` in doubt, `a / b` in conflict, `not known`, nothing.
fn said(drawn: &Drawn, fact: &str) -> String {
    let service = service();
    let vocabulary = &service.corpus().vocabulary;
    let id = vocabulary.find(fact).unwrap().id;
    let value = |value: FactValue| match value {
        FactValue::Boolean(value) => value.to_string(),
        FactValue::Choice(option) => vocabulary.terms().option(id, option).to_owned(),
        FactValue::Number(interval) => match (interval.exact(), interval.low(), interval.high()) {
            (Some(exact), ..) => exact.to_string(),
            (_, Bound::Excluding(low), Bound::Open) => format!("over {low}"),
            (_, Bound::Open, Bound::Excluding(high)) => format!("under {high}"),
            (_, Bound::Including(low), Bound::Including(high)) => format!("{low}-{high}"),
            other => format!("{other:?}"),
        },
    };
    match drawn.facts.get(id) {
        None => String::new(),
        Some(Fact::NotKnown) => "not known".to_owned(),
        Some(Fact::Known(statement)) => value(statement.value),
        Some(Fact::Uncertain(statement)) => format!("? {}", value(statement.value)),
        Some(Fact::Conflicting(statements)) => {
            statements.iter().map(|statement| value(statement.value)).collect::<Vec<_>>().join(" / ")
        }
    }
}

fn condition(system: &str, code: &str) -> Value {
    json!({"resourceType": "Condition", "id": "c", "subject": {"reference": "Patient/p1"},
           "code": {"coding": [{"system": system, "code": code}]},
           "clinicalStatus": {"coding": [{"code": "active"}]}, "recordedDate": "2026-11-01"})
}

fn egfr(value: f64, unit: &str, on: &str) -> Value {
    json!({"resourceType": "Observation", "id": format!("o-{on}-{value}"), "status": "final",
           "code": {"coding": [{"system": "http://loinc.org", "code": "98979-8"}]},
           "subject": {"reference": "Patient/p1"}, "effectiveDateTime": on,
           "valueQuantity": {"value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit}})
}

fn with(mut resource: Value, changes: Value) -> Value {
    for (key, value) in changes.as_object().unwrap() {
        resource[key] = value.clone();
    }
    resource
}

const ICD: &str = "http://hl7.org/fhir/sid/icd-10";

#[test]
fn codes_of_every_nordic_classification_are_read() {
    let cases = [
        ("http://hl7.org/fhir/sid/icd-10-se", "M81.0", "osteoporosis", "true"),
        ("urn:oid:1.2.752.116.1.1.1.1.3", "M810", "osteoporosis", "true"),
        ("urn:oid:1.2.208.176.2.4.12", "DM809", "osteoporosis", "true"),
        ("urn:oid:1.2.208.176.2.31", "L95", "osteoporosis", "true"),
        ("http://snomed.info/sct", "64859006", "osteoporosis", "true"),
        (ICD, "M17.1", "oa_joint", "knee"),
        (ICD, "M17.1", "osteoarthritis", "true"),
        (ICD, "S72.00", "fracture_site", "hip"),
        // Another system, another code, a part of a code: nothing.
        ("http://loinc.org", "M81", "osteoporosis", ""),
        (ICD, "M82", "osteoporosis", ""),
        (ICD, "M8", "osteoporosis", ""),
        ("http://snomed.info/sct", "648590061", "osteoporosis", ""),
        ("urn:oid:1.2.208.176.2.31", "L950", "osteoporosis", ""),
        (ICD, "M15.0", "oa_joint", ""),
    ];
    for (system, code, fact, expected) in cases {
        assert_eq!(said(&drawn(&[condition(system, code)]), fact), expected, "{system} {code}");
    }
}

#[test]
fn what_is_refuted_ended_or_in_doubt_is_not_taken_for_so() {
    let osteoporosis = |changes| said(&drawn(&[with(condition(ICD, "M81"), changes)]), "osteoporosis");
    let status = |code: &str| json!({"coding": [{"code": code}]});
    assert_eq!(osteoporosis(json!({"verificationStatus": status("confirmed")})), "true");
    assert_eq!(osteoporosis(json!({"clinicalStatus": null})), "true");
    assert_eq!(osteoporosis(json!({"verificationStatus": status("provisional")})), "? true");
    assert_eq!(osteoporosis(json!({"verificationStatus": status("entered-in-error")})), "");
    assert_eq!(osteoporosis(json!({"clinicalStatus": status("resolved")})), "");
    assert_eq!(osteoporosis(json!({"abatementDateTime": "2020-01-01"})), "");
    assert_eq!(osteoporosis(json!({"recordedDate": "2027-01-01"})), "");
    // M81 ruled out leaves M80; the concept as a whole ruled out leaves nothing.
    assert_eq!(osteoporosis(json!({"verificationStatus": status("refuted")})), "");
    let whole = with(condition("http://snomed.info/sct", "64859006"), json!({"verificationStatus": status("refuted")}));
    assert_eq!(said(&drawn(std::slice::from_ref(&whole)), "osteoporosis"), "false");
    assert_eq!(said(&drawn(&[whole, condition(ICD, "M81")]), "osteoporosis"), "false / true");
}

#[test]
fn a_number_counts_with_its_code_its_unit_and_its_day() {
    let value = |resources: &[Value]| said(&drawn(resources), "egfr_ml_min");
    assert_eq!(value(&[egfr(28.0, "mL/min", "2026-11-01")]), "28");
    assert_eq!(value(&[egfr(0.5, "mL/s", "2026-11-01")]), "30");
    assert_eq!(value(&[egfr(28.0, "mL/min/{1.73_m2}", "2026-11-01")]), "");
    assert_eq!(value(&[egfr(280.0, "mL/min", "2026-11-01")]), "");
    assert_eq!(value(&[egfr(28.0, "mL/min", "2025-11-01")]), "");
    assert_eq!(value(&[with(egfr(28.0, "mL/min", "2026-11-01"), json!({"effectiveDateTime": null}))]), "");
    assert_eq!(value(&[with(egfr(28.0, "mL/min", "2026-11-01"), json!({"status": "entered-in-error"}))]), "");
    assert_eq!(value(&[with(egfr(28.0, "mL/min", "2026-11-01"), json!({"status": "preliminary"}))]), "? 28");
    let over = json!({"valueQuantity": {"value": 60, "comparator": ">", "unit": "mL/min"}});
    assert_eq!(value(&[with(egfr(60.0, "mL/min", "2026-11-01"), over)]), "over 60");
    // The latest counts; two of one day disagree, unless their times tell which is later.
    assert_eq!(value(&[egfr(28.0, "mL/min", "2026-11-01"), egfr(52.0, "mL/min", "2026-05-01")]), "28");
    assert_eq!(value(&[egfr(28.0, "mL/min", "2026-11-01"), egfr(52.0, "mL/min", "2026-11-01")]), "28 / 52");
    let timed = [egfr(28.0, "mL/min", "2026-11-01T08:00:00Z"), egfr(52.0, "mL/min", "2026-11-01T09:30:00+01:00")];
    assert_eq!(value(&timed), "52");
}

#[test]
fn the_lowest_t_score_counts_and_parts_of_an_observation_are_read() {
    let score = |code: &str, value: f64| {
        json!({"code": {"coding": [{"system": "http://loinc.org", "code": code}]},
               "valueQuantity": {"value": value, "unit": "{T-Score}"}})
    };
    let panel = json!({"resourceType": "Observation", "status": "final", "effectiveDateTime": "2025-11-01",
                       "component": [score("80946-7", -1.9), score("80948-3", -2.7)]});
    assert_eq!(said(&drawn(&[panel]), "t_score"), "-2.7");
}

#[test]
fn age_gender_and_whose_record_it_is() {
    let patient = json!({"resourceType": "Patient", "id": "p1", "birthDate": "1954-05-12", "gender": "female"});
    assert_eq!(said(&drawn(std::slice::from_ref(&patient)), "age_years"), "72");
    assert_eq!(said(&drawn(std::slice::from_ref(&patient)), "sex"), "female");
    let vague = with(patient.clone(), json!({"birthDate": "1954", "gender": "unknown"}));
    assert_eq!(said(&drawn(std::slice::from_ref(&vague)), "age_years"), "71-72");
    assert_eq!(said(&drawn(&[vague]), "sex"), "");
    assert_eq!(said(&drawn(&[with(patient, json!({"id": "p2"}))]), "age_years"), "");
    for subject in ["Patient/p2", "http://ehr.example/fhir/Patient/p2", "Patient/p2/_history/1"] {
        let other = with(condition(ICD, "M81"), json!({"subject": {"reference": subject}}));
        assert_eq!(said(&drawn(&[other]), "osteoporosis"), "", "{subject}");
    }
    let own = with(condition(ICD, "M81"), json!({"subject": {"reference": "http://ehr.example/fhir/Patient/p1"}}));
    assert_eq!(said(&drawn(&[own]), "osteoporosis"), "true");
}

#[test]
fn medicines_allergies_and_procedures() {
    let atc = |code: &str| json!({"coding": [{"system": "http://www.whocc.no/atc", "code": code}]});
    let request = |code: &str| {
        json!({"resourceType": "MedicationRequest", "id": code, "status": "active", "authoredOn": "2026-09-01",
               "medicationCodeableConcept": atc(code), "subject": {"reference": "Patient/p1"}})
    };
    let drug = |resources: &[Value]| said(&drawn(resources), "current_drug");
    assert_eq!(drug(&[request("M05BA04")]), "oral_bisphosphonate");
    assert_eq!(drug(&[request("M05BX04")]), "denosumab");
    assert_eq!(drug(&[request("M05BA06")]), "");
    assert_eq!(drug(&[request("H02AB06")]), "");
    assert_eq!(drug(&[request("M05BA04"), request("M05BX04")]), "oral_bisphosphonate / denosumab");
    for changes in [
        json!({"status": "stopped"}),
        json!({"status": "draft"}),
        json!({"intent": "proposal"}),
        json!({"doNotPerform": true}),
        json!({"authoredOn": "2024-01-01"}),
    ] {
        assert_eq!(drug(&[with(request("M05BA04"), changes.clone())]), "", "{changes}");
    }
    let elsewhere = with(
        request("x"),
        json!({"medicationCodeableConcept": null, "medicationReference": {"reference": "Medication/m1"}}),
    );
    let medication = json!({"resourceType": "Medication", "id": "m1", "code": atc("M05BA08")});
    let bundle = json!({"resourceType": "Bundle", "entry": [{"resource": elsewhere}, {"resource": medication}, {}, 7]});
    assert_eq!(drug(&[bundle]), "iv_bisphosphonate");
    let reaction = |kind: &str| {
        let patient = json!({"reference": "Patient/p1"});
        let allergy =
            json!({"resourceType": "AllergyIntolerance", "type": kind, "code": atc("M05BA04"), "patient": patient});
        let drawn = drawn(&[allergy]);
        [said(&drawn, "bisphosphonate_allergy"), said(&drawn, "bisphosphonate_intolerance")]
    };
    assert_eq!(reaction("allergy"), ["true", ""]);
    assert_eq!(reaction("intolerance"), ["", "true"]);
    let scan = |status: &str| {
        let code = json!({"coding": [{"system": "http://snomed.info/sct", "code": "312681000"}]});
        let done =
            json!({"resourceType": "Procedure", "status": status, "code": code, "performedDateTime": "2026-01-01"});
        said(&drawn(&[done]), "dxa_done")
    };
    assert_eq!((scan("completed").as_str(), scan("not-done").as_str()), ("true", ""));
}

#[test]
fn our_own_codes_state_any_fact() {
    let stated = |fact: &str, value: Value| {
        let code = json!({"coding": [{"system": "urn:nordvis:facts", "code": fact}]});
        let observation = json!({"resourceType": "Observation", "id": "s", "status": "final", "code": code});
        said(&drawn(&[with(observation, value)]), fact)
    };
    assert_eq!(stated("home_care", json!({"valueBoolean": false})), "false");
    assert_eq!(stated("frax_percent", json!({"valueQuantity": {"value": 34, "unit": "%"}})), "34");
    assert_eq!(stated("frax_percent", json!({"valueQuantity": {"value": 34, "unit": "1"}})), "");
    assert_eq!(stated("age_years", json!({"valueInteger": 71})), "71");
    assert_eq!(stated("care_form", json!({"valueCodeableConcept": {"coding": [{"code": "digital"}]}})), "digital");
    assert_eq!(stated("care_form", json!({"valueString": "by post"})), "");
    assert_eq!(stated("home_care", json!({"dataAbsentReason": {"coding": [{"code": "asked-unknown"}]}})), "not known");
    assert_eq!(stated("home_care", json!({})), "");
}

#[test]
fn each_fact_says_in_which_resources_it_stands() {
    let service = service();
    let drawn = drawn(&[egfr(28.0, "mL/min", "2026-11-01"), egfr(52.0, "mL/min", "2026-05-01"), condition(ICD, "M81")]);
    let origins = |fact: &str| &drawn.origins[&service.corpus().vocabulary.find(fact).unwrap().id];
    assert_eq!(origins("egfr_ml_min"), &["Observation/o-2026-11-01-28"]);
    assert_eq!(origins("osteoporosis"), &["Condition/c"]);
}

/// Whatever is sent, nothing that is not understood says anything, and nothing breaks.
#[test]
fn other_shapes_say_nothing() {
    for shape in [json!(null), json!([]), json!({}), json!("Patient"), json!({"resourceType": 7})] {
        assert_eq!(Resource::read(&shape), None, "{shape}");
    }
    let odd = json!({"resourceType": "Condition", "code": "M81", "subject": 7, "contained": {}, "clinicalStatus": [1]});
    assert!(drawn(&[odd]).facts.is_empty());
    let odd = json!({"resourceType": "Patient", "id": 1, "birthDate": 1954, "gender": {}});
    assert!(drawn(&[odd]).facts.is_empty());
}

#[test]
fn an_authors_faults_in_bindings_are_told() {
    let faults = |fhir: &str| {
        let systems = "[[system]]\nid = \"loinc\"\nuris = [\"http://loinc.org\"]\n";
        let facts = "[[fact]]\nid = \"bmi\"\ntype = \"number\"\nunit = \"kg/m2\"\nrange = [8, 90]\n[[fact.fhir]]\n";
        let mut files = Files::default();
        files.insert("facts.toml", format!("{systems}{facts}{fhir}"));
        let faults = nordvis::corpus::load(&files).err().unwrap_or_default();
        faults.iter().filter(|fault| fault.file == "facts.toml").map(|fault| fault.message.clone()).collect::<String>()
    };
    let bound = |text: &str| faults(&format!("resource = \"Observation\"\n{text}"));
    assert_eq!(bound("codes = { loinc = [\"39156-5\"] }\nunits = { \"kg/m2\" = 1.0 }\n"), "");
    assert!(bound("codes = { loink = [\"39156-5\"] }\nunits = { \"kg/m2\" = 1.0 }\n").contains("no code system"));
    assert!(bound("units = { \"kg/m2\" = 1.0 }\n").contains("without a code"));
    assert!(bound("codes = { loinc = [\"39156-5\"] }\nunits = { \"kg/m2\" = 0.0 }\n").contains("above zero"));
    assert!(bound("codes = { loinc = [\"39156-5\"] }\n").contains("does not say"));
    assert!(bound("codes = { loinc = [\"39156-5\"] }\nvalue = true\n").contains("cannot have this value"));
    assert!(faults("resource = \"Observations\"\n").contains("no resource that is read"));
    assert!(faults("resource = \"Patient\"\nelement = \"gender\"\n").contains("does not say"));
}
