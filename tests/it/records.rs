//! Worked cases as journal systems would send them: each fact of a case in the resource that a record keeps it in, by the
//! bindings of `corpus/facts.toml`; those that no code says by itself under our own codes.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::Date;
use nordvis::access::{ApiKey, Client, Scope};
use nordvis::cds::{Hook, SERVICES};
use nordvis::clinical::{FactValue, Facts, Language, Region};
use nordvis::corpus::{Binding, FactDefinition, RecordKind, Says};
use nordvis::fhir::{Resource, draw};
use nordvis::http::today;
use serde_json::{Value, json};

use crate::access::{made, often};
use crate::server::Server;
use crate::service::service;
use crate::vignettes::{Vignette, ids, vignettes};

const PATIENT: &str = "p1";

/// A case with the reply that it gets, and the patient's record that says the same.
struct Recorded {
    case: Vignette,
    reply: Value,
    /// The patient, and the resources that say the facts.
    patient: Value,
    resources: Vec<Value>,
}

/// Every case of every kind, answered today; a conversation by its last message.
fn recorded() -> &'static [Recorded] {
    static RECORDED: LazyLock<Vec<Recorded>> = LazyLock::new(|| {
        let server = Server::start();
        let cases = ["structured", "free_text", "conversation"].into_iter().flat_map(vignettes);
        cases.map(|case| of_case(&server, case)).collect()
    });
    &RECORDED
}

fn of_case(server: &Server, case: Vignette) -> Recorded {
    let mut body = case.request.clone();
    body["asOf"] = today().to_string().into();
    let reply = match body.as_object_mut().unwrap().remove("turns") {
        Some(turns) => conversed(server, &body, turns.as_array().unwrap()),
        None => server.post("/api/v1/answers", &body.to_string()).json(),
    };
    assert_eq!(reply["asOf"], body["asOf"], "{}", case.id);
    let (patient, resources) = record(&reply["facts"]);
    Recorded { case, reply, patient, resources }
}

fn conversed(server: &Server, settings: &Value, turns: &[Value]) -> Value {
    let begun = server.post("/api/v1/conversations", &settings.to_string());
    let path = format!("{}/messages", begun.header("location"));
    let say = |_, text: &Value| server.post(&path, &json!({"text": text}).to_string()).json();
    turns.iter().fold(Value::Null, say)
}

/// The patient and the resources that say the facts of a reply which are known and sure.
fn record(facts: &Value) -> (Value, Vec<Value>) {
    let vocabulary = vocabulary();
    let mut patient = json!({"resourceType": "Patient", "id": PATIENT});
    let mut resources = Vec::new();
    let known: Vec<_> = facts.as_array().unwrap().iter().filter(|fact| fact["certainty"] == "stated").collect();
    let said: BTreeSet<&str> = known.iter().map(|fact| fact["id"].as_str().unwrap()).collect();
    for fact in known {
        let definition = vocabulary.find(fact["id"].as_str().unwrap()).unwrap();
        let Some(value) = value_of(definition, fact) else { continue };
        if definition.bindings.iter().any(|binding| in_patient(binding, value, fact, &mut patient)) {
            continue;
        }
        let id = format!("r-{}", definition.name.replace('_', "-"));
        let bound = definition.bindings.iter().filter_map(|binding| resource(&id, binding, value));
        // A code can say more than this one fact; it is used only where the case says all of it.
        let says_more =
            |resource: &Value| drawn(std::slice::from_ref(resource)).keys().any(|other| !said.contains(other));
        let fitting = bound.into_iter().find(|resource| !says_more(resource));
        resources.push(fitting.unwrap_or_else(|| own(&id, definition, fact)));
    }
    (patient, resources)
}

/// The value of a fact of a reply; nothing for a range, which no single quantity says.
fn value_of(definition: &FactDefinition, fact: &Value) -> Option<FactValue> {
    match &fact["value"] {
        Value::Bool(value) => definition.boolean(*value),
        Value::String(option) => definition.option(option),
        Value::Number(number) => definition.accept(nordvis::corpus::Given::Number(number.as_f64()?)).ok(),
        _ => None,
    }
}

fn in_patient(binding: &Binding, value: FactValue, fact: &Value, patient: &mut Value) -> bool {
    match &binding.says {
        Says::Age => {
            let Some(years) = fact["value"].as_i64() else { return false };
            let born: Date = today().saturating_sub(jiff::Span::new().years(years).days(40));
            patient["birthDate"] = born.to_string().into();
            true
        }
        Says::Gender(values) => {
            let word = values.iter().find(|(_, said)| **said == value).map(|(word, _)| word.clone());
            let told = word.is_some();
            word.into_iter().for_each(|word| patient["gender"] = word.into());
            told
        }
        _ => false,
    }
}

/// A resource that says this value by a binding; nothing when the binding says another.
fn resource(id: &str, binding: &Binding, value: FactValue) -> Option<Value> {
    let vocabulary = vocabulary();
    let concept = |code: &nordvis::corpus::ClinicalCode| json!({"coding": [{"system": vocabulary.system(&code.system).unwrap().uris[0], "code": code.code}]});
    let (code, refuted) = match (&binding.says, value) {
        (Says::Quantity { .. }, FactValue::Number(_)) => (binding.codes.first()?, false),
        (Says::Value { value: said, .. }, value) if *said == value => (binding.codes.first()?, false),
        (Says::Value { value: FactValue::Boolean(said), ruled_out_by }, FactValue::Boolean(value))
            if *said != value =>
        {
            (ruled_out_by.first()?, true)
        }
        _ => return None,
    };
    let (day, code, subject) = (today().to_string(), concept(code), json!({"reference": format!("Patient/{PATIENT}")}));
    let verified = json!({"coding": [{"code": if refuted { "refuted" } else { "confirmed" }}]});
    let mut resource = match binding.record {
        RecordKind::Observation => json!({"status": "final", "effectiveDateTime": day, "code": code}),
        RecordKind::Condition => json!({"recordedDate": day, "code": code, "verificationStatus": verified}),
        RecordKind::AllergyIntolerance => {
            json!({"recordedDate": day, "code": code, "type": binding.allergy_type, "verificationStatus": verified})
        }
        RecordKind::MedicationRequest => {
            json!({"status": "active", "intent": "order", "authoredOn": day, "medicationCodeableConcept": code})
        }
        RecordKind::MedicationStatement => {
            json!({"status": "active", "effectiveDateTime": day, "medicationCodeableConcept": code})
        }
        RecordKind::Procedure => json!({"status": "completed", "performedDateTime": day, "code": code}),
        RecordKind::ServiceRequest => {
            json!({"status": "active", "intent": "order", "authoredOn": day, "code": code})
        }
        RecordKind::Patient => return None,
    };
    if let (Says::Quantity { units, .. }, FactValue::Number(number)) = (&binding.says, value) {
        let (unit, factor) = units.iter().next()?;
        resource["valueQuantity"] = json!({"value": number.exact()? / factor, "unit": unit, "code": unit});
    }
    let holder = if binding.record == RecordKind::AllergyIntolerance { "patient" } else { "subject" };
    (resource["resourceType"], resource["id"], resource[holder]) = (binding.record.name().into(), id.into(), subject);
    Some(resource)
}

/// An Observation under nordvis's own code.
fn own(id: &str, definition: &FactDefinition, fact: &Value) -> Value {
    let code = json!({"coding": [{"system": "urn:nordvis:facts", "code": definition.name}]});
    let mut resource = json!({"resourceType": "Observation", "id": id, "status": "final", "code": code,
                              "subject": {"reference": format!("Patient/{PATIENT}")}});
    match &fact["value"] {
        Value::Bool(value) => resource["valueBoolean"] = (*value).into(),
        Value::String(option) => resource["valueString"] = option.clone().into(),
        number => resource["valueQuantity"] = json!({"value": number, "unit": fact["unit"]}),
    }
    resource
}

/// What resources say, by the names of facts.
fn drawn(resources: &[Value]) -> std::collections::BTreeMap<&'static str, FactValue> {
    let vocabulary = vocabulary();
    let read = resources.iter().map(|resource| Resource::read(resource).unwrap());
    let facts: Facts = draw(read, PATIENT, vocabulary, today()).facts;
    let known = facts.iter().filter_map(|(id, _)| Some((vocabulary.get(id)?.name.as_str(), facts.value(id)?)));
    known.collect()
}

fn vocabulary() -> &'static nordvis::corpus::Vocabulary {
    static SERVICE: LazyLock<std::sync::Arc<nordvis::ask::Service>> = LazyLock::new(service);
    &SERVICE.corpus().vocabulary
}

fn bundle(resources: &[Value]) -> Value {
    let entries: Vec<_> = resources.iter().map(|resource| json!({"resource": resource})).collect();
    json!({"resourceType": "Bundle", "type": "searchset", "entry": entries})
}

/// What a hook of a journal system sends when this patient's record is opened, or a referral to nowhere known is signed.
fn call(recorded: &Recorded, hook: Hook) -> Value {
    let mut context = json!({"userId": "Practitioner/1", "patientId": PATIENT});
    if hook != Hook::PatientView {
        let draft = json!({"resourceType": "ServiceRequest", "id": "sr1", "status": "draft", "intent": "order",
                           "subject": {"reference": format!("Patient/{PATIENT}")}, "performerType": {"text": "?"}});
        context["draftOrders"] = json!({"resourceType": "Bundle", "entry": [{"resource": draft}]});
        context["selections"] = json!(["ServiceRequest/sr1"]);
    }
    json!({"hook": hook.name(), "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea", "context": context,
           "prefetch": {"patient": recorded.patient, "record": bundle(&recorded.resources), "allergies": null}})
}

/// The response of every service to the record of every case, in every language, and which case and language it was.
pub fn cards_of_every_case() -> &'static [(String, Value)] {
    static RESPONSES: LazyLock<Vec<(String, Value)>> = LazyLock::new(|| {
        let cases = recorded();
        let regions: BTreeSet<_> = cases.iter().map(|case| case.reply["region"].as_str().map(str::to_owned)).collect();
        let (clients, changes): (Vec<_>, Vec<_>) = regions
            .into_iter()
            .map(|region| {
                let id = region.clone().unwrap_or_else(|| "nowhere".to_owned());
                let in_region = region.as_deref().and_then(|code| Region::from_code(code).ok());
                let scopes = [Scope::Ask].into();
                let (key, change) = made(Client { id, scopes, region: in_region, language: None, per_minute: None });
                ((region, key), change)
            })
            .unzip();
        let server = Server::guarded(often(), changes);
        let key_of = |case: &Recorded| -> &ApiKey {
            let region = case.reply["region"].as_str();
            &clients.iter().find(|(known, _)| known.as_deref() == region).unwrap().1
        };
        let mut all = Vec::new();
        for case in cases {
            for service in SERVICES {
                let (body, path) = (call(case, service.hook).to_string(), format!("/cds-services/{}", service.id));
                for language in Language::ALL {
                    let credential = format!("Bearer {}", key_of(case).reveal());
                    let headers = [
                        ("accept-language", language.code()),
                        ("authorization", credential.as_str()),
                        ("content-type", "application/json"),
                    ];
                    let response = server.send("POST", &path, &headers, body.as_bytes());
                    assert_eq!(response.status, 200, "{}: {}", case.case.id, response.body);
                    let name = format!("{} {} {} {language}", case.case.id, service.id, service.hook.name());
                    all.push((name, response.json()));
                }
            }
        }
        all
    });
    &RESPONSES
}

/// What is drawn from the record is what the case says, no more and no less; most of it by the codes of others.
#[test]
fn a_record_says_what_its_case_says() {
    let (mut facts, mut coded) = (0, 0);
    for case in recorded() {
        let said = case.reply["facts"].as_array().unwrap().iter().filter(|fact| fact["certainty"] == "stated");
        let said: std::collections::BTreeMap<_, _> = said
            .filter_map(|fact| {
                let definition = vocabulary().find(fact["id"].as_str().unwrap()).unwrap();
                Some((definition.name.as_str(), value_of(definition, fact)?))
            })
            .collect();
        let mut resources = case.resources.clone();
        resources.push(case.patient.clone());
        assert_eq!(drawn(&resources), said, "{}", case.case.id);
        facts += said.len();
        coded += resources.iter().filter(|resource| !resource.to_string().contains("urn:nordvis:facts")).count();
    }
    assert!(facts > 300 && coded > 100, "{facts} facts, {coded} resources of others");
}

/// What a journal system's card recommends is what the API answers to the same facts, in each language.
#[test]
fn cards_from_a_record_are_the_decision_of_the_api() {
    let of = |case: &Recorded| {
        let service =
            SERVICES.iter().find(|it| it.hook == Hook::PatientView && case.reply["intent"] == it.asks[0].id());
        service.map(|service| format!("{} {} {}", case.case.id, service.id, service.hook.name()))
    };
    let mut compared = 0;
    for case in recorded() {
        let Some(name) = of(case) else { continue };
        // What is unsure or a range is not in the record; a code or drug that was asked about by name is not either.
        let whole = case.reply["facts"]
            .as_array()
            .unwrap()
            .iter()
            .all(|fact| fact["certainty"] == "stated" && !fact["value"].is_null());
        if !whole {
            continue;
        }
        let recommended = ids(&case.reply, "recommendations", "id");
        for (_, response) in cards_of_every_case().iter().filter(|(known, _)| known.starts_with(&name)) {
            let cards = response["cards"].as_array().unwrap();
            let topics: BTreeSet<_> =
                cards.iter().filter_map(|card| card["source"]["topic"]["code"].as_str().map(str::to_owned)).collect();
            assert_eq!(topics, recommended, "{name}");
            compared += 1;
        }
    }
    assert!(compared > 150, "{compared}");
}
