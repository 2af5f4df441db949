//! CDS Hooks from outside: discovery, cards, feedback, and everything that must be refused.

use std::collections::BTreeSet;

use nordvis::ask::Defaults;
use nordvis::cds::{SERVICES, answer_of};
use nordvis::clinical::Region;
use nordvis::http::Settings;
use serde_json::{Value, json};

use crate::records::cards_of_every_case;
use crate::server::{Response, Server};

const INSTANCE: &str = "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea";

fn skane() -> Settings {
    let region = Region::from_code("SE-M").ok();
    let defaults = Defaults { region, ..Defaults::default() };
    Settings { defaults, public_url: Some("https://nordvis.example".to_owned()), ..Settings::default() }
}

/// A day so many days back, as the server will see it.
fn days_ago(days: i64) -> String {
    nordvis::http::today().saturating_sub(jiff::Span::new().days(days)).to_string()
}

fn patient() -> Value {
    json!({"resourceType": "Patient", "id": "p1", "birthDate": "1954-05-12", "gender": "female"})
}

fn bundle(resources: &[Value]) -> Value {
    let entries: Vec<_> = resources.iter().map(|resource| json!({"resource": resource})).collect();
    json!({"resourceType": "Bundle", "type": "searchset", "entry": entries})
}

fn condition(code: &str) -> Value {
    json!({"resourceType": "Condition", "id": format!("c-{code}"), "subject": {"reference": "Patient/p1"},
           "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-se", "code": code}]},
           "recordedDate": days_ago(20)})
}

fn egfr(value: f64) -> Value {
    json!({"resourceType": "Observation", "id": "egfr", "status": "final", "effectiveDateTime": days_ago(3),
           "subject": {"reference": "Patient/p1"},
           "code": {"coding": [{"system": "http://loinc.org", "code": "98979-8"}]},
           "valueQuantity": {"value": value, "unit": "mL/min"}})
}

fn view(prefetch: Value) -> Value {
    json!({"hook": "patient-view", "hookInstance": INSTANCE, "prefetch": prefetch,
           "context": {"userId": "Practitioner/1", "patientId": "p1"}})
}

pub fn osteoporosis() -> Value {
    let observations = bundle(&[egfr(28.0)]);
    view(json!({"patient": patient(), "conditions": bundle(&[condition("M81.0")]), "observations": observations,
                "allergies": null}))
}

fn call(server: &Server, service: &str, body: &Value) -> Response {
    server.post_in(&format!("/cds-services/{service}"), "en", &body.to_string())
}

fn cards_of(server: &Server, service: &str, body: &Value) -> Vec<Value> {
    let response = call(server, service, body);
    assert_eq!(response.status, 200, "{}", response.body);
    response.json()["cards"].as_array().unwrap().clone()
}

#[test]
fn discovery_lists_every_service_with_its_queries() {
    let server = Server::with(skane());
    let response = server.get_in("/cds-services", "da");
    assert_eq!((response.status, response.header("content-type")), (200, "application/json"));
    let reply = response.json();
    let services = reply["services"].as_array().unwrap();
    let hooks: Vec<_> = services.iter().map(|service| [&service["id"], &service["hook"]].map(Value::as_str)).collect();
    assert_eq!(hooks.len(), SERVICES.len());
    assert!(hooks.contains(&[Some("nordvis-referral"), Some("order-sign")]));
    for service in services {
        assert_eq!(service["version"], "2.0.1");
        assert!(!service["description"].as_str().unwrap().is_empty());
        let prefetch = service["prefetch"].as_object().unwrap();
        assert_eq!(prefetch["patient"], "Patient/{{context.patientId}}");
        assert!(prefetch["observations"].as_str().unwrap().contains("http://loinc.org|98979-8"));
        assert!(prefetch.values().all(|query| !query.as_str().unwrap().contains("today()")));
    }
    assert_eq!(services[0]["title"], "Vejledningen: næste skridt");
}

#[test]
fn a_patients_record_gives_cards_whose_links_resolve() {
    let server = Server::with(skane());
    let cards = cards_of(&server, "nordvis-treatment", &osteoporosis());
    let denosumab = cards.iter().find(|card| card["source"]["topic"]["code"] == "ost-denosumab-specialist").unwrap();
    assert_eq!(denosumab["indicator"], "info");
    assert!(denosumab["source"]["label"].as_str().unwrap().contains("Region Skåne"));
    let detail = denosumab["detail"].as_str().unwrap();
    assert!(detail.contains("28 mL/min") && detail.contains("30 June 2021"), "{detail}");
    let links: Vec<_> = denosumab["links"].as_array().unwrap().iter().map(|it| it["url"].as_str().unwrap()).collect();
    assert!(links.iter().all(|url| url.starts_with("https://nordvis.example/")), "{links:?}");
    assert!(links.iter().any(|url| url.contains("/guidelines/se-m/osteoporos#bilaga-2-specialiserad-vard")));
    // The link's answer is the one that is kept, with the record as its source.
    let id = links[0].rsplit('/').next().unwrap();
    let answer = server.get(&format!("/api/v1/answers/{id}"));
    assert_eq!(answer.status, 200, "{}", answer.body);
    let facts = answer.json()["facts"].clone();
    assert!(facts.as_array().unwrap().iter().all(|fact| fact["source"] == "record"), "{facts}");
    // Which resources it stands on goes back to the one who sent them, and is not kept.
    let evidence = &denosumab["extension"]["org.nordvis.facts"];
    assert!(evidence.to_string().contains("Observation/egfr"), "{evidence}");
    assert!(!answer.body.contains("Observation/egfr"));
    // A referral is suggested as a draft that nobody has signed.
    let suggestion = &denosumab["suggestions"][0];
    let request = &suggestion["actions"][0]["resource"];
    assert_eq!((&request["status"], &request["intent"]), (&json!("draft"), &json!("proposal")));
    assert_eq!(request["subject"]["reference"], "Patient/p1");
    assert_eq!(denosumab["selectionBehavior"], "at-most-one");
}

#[test]
fn the_missing_is_one_card_and_nothing_touched_is_none() {
    let server = Server::with(skane());
    let cards = cards_of(&server, "nordvis-treatment", &osteoporosis());
    let missing: Vec<_> = cards.iter().filter(|card| card["source"].get("topic").is_none()).collect();
    assert_eq!(missing.len(), 1);
    assert!(missing[0]["detail"].as_str().unwrap().contains("Missing information"));
    // A patient alone, another disease, another patient's disease: nothing to say.
    let others = with(condition("M81"), json!({"subject": {"reference": "Patient/p2"}}));
    for conditions in [json!(null), bundle(&[condition("I10")]), bundle(&[others])] {
        let body = view(json!({"patient": patient(), "conditions": conditions}));
        assert_eq!(cards_of(&server, "nordvis-next-step", &body), Vec::<Value>::new());
    }
    // No guideline binds here on this subject: that is said.
    let region = Region::from_code("SE-F").ok();
    let elsewhere = Server::with(Settings { defaults: Defaults { region, language: None }, ..Settings::default() });
    let cards = cards_of(&elsewhere, "nordvis-treatment", &osteoporosis());
    assert_eq!(cards.len(), 1);
    assert!(cards[0]["summary"].as_str().unwrap().contains("Region Jönköping County"), "{}", cards[0]["summary"]);
}

fn with(mut value: Value, changes: Value) -> Value {
    for (key, change) in changes.as_object().unwrap() {
        value[key] = change.clone();
    }
    value
}

/// What a client could not find is unknown: null is not "none", and a key that is missing is not either.
#[test]
fn null_and_unresolved_are_unknown_never_false() {
    let server = Server::with(skane());
    let prefetch = json!({"patient": null, "conditions": bundle(&[condition("M81")]), "observations": null,
                          "allergies": {"resourceType": "OperationOutcome", "issue": []}});
    let cards = cards_of(&server, "nordvis-treatment", &view(prefetch));
    assert!(cards.iter().all(|card| {
        !["ost-oral-bisphosphonate", "ost-zoledronic-acid", "ost-denosumab-specialist"]
            .contains(&card["source"]["topic"]["code"].as_str().unwrap_or_default())
    }));
    let missing = cards.last().unwrap();
    assert!(missing["detail"].as_str().unwrap().contains("eGFR"), "{missing}");
}

fn draft(performer: &Value, reason: &str) -> Value {
    json!({"resourceType": "ServiceRequest", "id": "sr1", "status": "draft", "intent": "order",
           "subject": {"reference": "Patient/p1"}, "performerType": performer,
           "reasonCode": [{"coding": [{"system": "urn:oid:1.2.208.176.2.4.12", "code": reason}]}]})
}

fn order(hook: &str, drafts: &[Value]) -> Value {
    let fact = |id: &str, value: bool| {
        let code = json!({"coding": [{"system": "urn:nordvis:facts", "code": id}]});
        json!({"resourceType": "Observation", "id": id, "status": "final", "code": code, "valueBoolean": value})
    };
    let facts = [fact("nonsurgical_tried", true), fact("sufficient_relief", false)];
    let mut entries: Vec<_> = drafts.iter().map(|draft| json!({"resource": draft})).collect();
    // A bundle without a type, and an order of another kind without an intent, as clients send them.
    let other = json!({"resource": {"resourceType": "MedicationRequest", "id": "mr1", "status": "draft"}});
    entries.push(other);
    let orders = json!({"resourceType": "Bundle", "entry": entries});
    json!({"hook": hook, "hookInstance": INSTANCE,
           "context": {"userId": "Practitioner/1", "patientId": "p1", "draftOrders": orders,
                       "selections": ["ServiceRequest/sr1"]},
           "prefetch": {"patient": patient(), "observations": bundle(&facts)}})
}

#[test]
fn a_draft_that_goes_elsewhere_is_offered_the_guidelines_target() {
    let region = Region::from_code("DK-81").ok();
    let settings = Settings { defaults: Defaults { region, language: None }, ..Settings::default() };
    let server = Server::with(settings);
    let orthopaedics = json!({"coding": [{"system": "http://snomed.info/sct", "code": "394801008"}]});
    let elsewhere = json!({"text": "Dermatology"});
    let topics = |cards: &[Value]| -> BTreeSet<String> {
        cards.iter().filter_map(|card| card["source"]["topic"]["code"].as_str().map(str::to_owned)).collect()
    };
    for hook in ["order-select", "order-sign"] {
        let wrong = cards_of(&server, "nordvis-referral", &order(hook, &[draft(&elsewhere, "DM17")]));
        assert!(topics(&wrong).contains("dk-orthopaedic-assessment"), "{wrong:?}");
        let card = wrong.iter().find(|card| card["source"]["topic"]["code"] == "dk-orthopaedic-assessment").unwrap();
        let action = &card["suggestions"][0]["actions"][0];
        assert_eq!((&action["type"], &action["resource"]["id"]), (&json!("update"), &json!("sr1")));
        assert_eq!(action["resource"]["performerType"]["coding"][0]["code"], "394801008");
        assert_eq!(action["resource"]["reasonCode"][0]["coding"][0]["code"], "DM17");
        let right = cards_of(&server, "nordvis-referral", &order(hook, &[draft(&orthopaedics, "DM17")]));
        assert!(!topics(&right).contains("dk-orthopaedic-assessment"), "{right:?}");
    }
    // Nothing selected, or no referral among the orders: nothing to say.
    let mut unselected = order("order-select", &[draft(&elsewhere, "DM17")]);
    unselected["context"]["selections"] = json!(["MedicationRequest/mr1"]);
    assert!(cards_of(&server, "nordvis-referral", &unselected).is_empty());
    assert!(cards_of(&server, "nordvis-referral", &order("order-sign", &[])).is_empty());
}

/// A call, and the status and pointer that it gets.
#[test]
fn every_faulty_call_is_refused_with_an_operation_outcome() {
    let server = Server::with(skane());
    let good = osteoporosis();
    let changed = |pointer: &str, value: Value| {
        let mut body = good.clone();
        *body.pointer_mut(pointer).unwrap() = value;
        body
    };
    let without = |pointer: &str, key: &str| {
        let mut body = good.clone();
        body.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(key);
        body
    };
    let wrapped = json!({"response": {"status": "200 OK"}, "resource": patient()});
    let authorised =
        with(good.clone(), json!({"fhirAuthorization": {"access_token": "s3cret", "token_type": "Bearer"}}));
    let mut order_without = order("order-sign", &[]);
    order_without["context"].as_object_mut().unwrap().remove("draftOrders");
    let mut order_unselected = order("order-select", &[]);
    order_unselected["context"].as_object_mut().unwrap().remove("selections");
    let mut order_list = order("order-sign", &[]);
    order_list["context"]["draftOrders"] = json!([]);
    let view = "nordvis-treatment";
    let cases = [
        (view, json!([]), 400, ""),
        (view, without("", "hook"), 400, "#/hook"),
        (view, changed("/hook", json!("order-sign")), 400, "#/hook"),
        (view, without("", "hookInstance"), 400, "#/hookInstance"),
        (view, changed("/hookInstance", json!("1")), 400, "#/hookInstance"),
        (view, without("", "context"), 400, "#/context"),
        (view, authorised, 400, "#/fhirServer"),
        (view, changed("/prefetch/patient", wrapped), 400, "#/prefetch"),
        (view, changed("/prefetch", json!([])), 400, "#/prefetch"),
        (view, changed("/context/patientId", json!("Patient/p1")), 422, "#/context/patientId"),
        (view, without("/context", "patientId"), 422, "#/context/patientId"),
        (view, without("/context", "userId"), 422, "#/context/userId"),
        ("nordvis-referral", order_without, 422, "#/context/draftOrders"),
        ("nordvis-referral", order_unselected, 422, "#/context/selections"),
        ("nordvis-referral", order_list, 422, "#/context/draftOrders"),
        (view, without("", "prefetch"), 412, "#/prefetch/patient"),
        (view, without("/prefetch", "patient"), 412, "#/prefetch/patient"),
        (view, changed("/prefetch/patient", json!({"resourceType": "OperationOutcome"})), 412, "#/prefetch/patient"),
        ("nordvis-other", good.clone(), 404, ""),
    ];
    for (service, body, status, pointer) in cases {
        let response = call(&server, service, &body);
        assert_eq!(response.status, status, "{body}\n{}", response.body);
        assert_eq!(response.header("content-type"), "application/json");
        let outcome = response.json();
        assert_eq!(outcome["resourceType"], "OperationOutcome");
        assert!(!outcome["issue"][0]["details"]["text"].as_str().unwrap().is_empty());
        if !pointer.is_empty() {
            assert_eq!(outcome["issue"][1]["diagnostics"], pointer, "{}", response.body);
        }
        assert!(!response.body.contains("s3cret"));
    }
    let path = "/cds-services/nordvis-treatment";
    assert_eq!(server.post(path, "{").status, 400);
    assert_eq!(server.send("POST", path, &[("content-type", "text/plain")], b"{}").status, 415);
    // A field that is not known is passed over, unless it nests deeper than any record does.
    let nested = |depth: usize| (0..depth).fold(json!(1), |inner, _| json!([inner]));
    assert_eq!(call(&server, view, &with(good.clone(), json!({"other": nested(10)}))).status, 200);
    assert_eq!(call(&server, view, &with(good.clone(), json!({"other": nested(60)}))).status, 400);
    let large = json!({"hook": "x".repeat(3 * 1024 * 1024)}).to_string();
    assert_eq!(server.post(path, &large).status, 413);
    for (method, path, allow) in [
        ("GET", path, "OPTIONS, POST"),
        ("POST", "/cds-services", "GET, HEAD, OPTIONS"),
        ("PUT", "/fhir/Library", "GET, HEAD, OPTIONS"),
    ] {
        let refused = server.send(method, path, &[], b"");
        assert_eq!((refused.status, refused.header("allow")), (405, allow), "{method} {path}");
    }
    assert_eq!(server.get("/cds-services/a/b/c").json()["resourceType"], "OperationOutcome");
    assert_eq!(server.send("OPTIONS", path, &[], b"").status, 204);
}

#[test]
fn feedback_is_kept_once_without_identifiers() {
    let server = Server::with(skane());
    let cards = cards_of(&server, "nordvis-treatment", &osteoporosis());
    let card = cards[0]["uuid"].as_str().unwrap();
    let answer = cards[0]["links"][0]["url"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    assert_eq!(answer_of(card.parse().unwrap()).to_string(), answer);
    let path = "/cds-services/nordvis-treatment/feedback";
    let send = |feedback: Value| server.post(path, &json!({"feedback": feedback}).to_string());
    let overridden = json!({"card": card, "outcome": "overridden", "outcomeTimestamp": "2026-11-22T08:00:00Z",
                            "overrideReason": {"reason": {"code": "cds-not-applicable", "system": "x"},
                                               "userComment": "Ring 19540512-2385 först"}});
    let accepted = json!({"card": card, "outcome": "accepted", "outcomeTimestamp": "2026-11-22T07:59:00Z",
                          "acceptedSuggestions": [{"id": INSTANCE}]});
    // The same card accepted and then overridden, one of them twice, and once more in another call.
    assert_eq!(send(json!([accepted, overridden, overridden])).status, 200);
    assert_eq!(send(json!([overridden])).status, 200);
    let stranger = json!({"card": INSTANCE, "outcome": "overridden"});
    assert_eq!(send(json!([stranger])).status, 404);
    for (faulty, pointer) in [
        (json!({"outcome": "overridden"}), "#/feedback/0/card"),
        (json!({"card": card, "outcome": "ignored"}), "#/feedback/0/outcome"),
        (json!({"card": card, "outcome": "accepted"}), "#/feedback/0/acceptedSuggestions"),
        (json!({"card": card, "outcome": "overridden", "overrideReason": {}}), "#/feedback/0/overrideReason"),
    ] {
        let refused = send(json!([faulty]));
        assert_eq!((refused.status, &refused.json()["issue"][1]["diagnostics"]), (400, &json!(pointer)));
    }
    let kept = server.kept_feedback(&answer);
    assert_eq!(kept.len(), 2, "{kept:?}");
    assert!(kept.iter().all(|(_, comment)| !comment.contains("540512")), "{kept:?}");
    assert_eq!(kept.iter().map(|(helpful, _)| *helpful).collect::<Vec<_>>(), [true, false]);
    assert!(kept[1].1.contains("cds-not-applicable") && kept[1].1.contains("Ring"), "{kept:?}");
}

/// What is not allowed anywhere in a response: null, and texts, lists and objects without content.
fn empties(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Null => found.push(path.to_owned()),
        Value::String(text) if text.trim().is_empty() => found.push(path.to_owned()),
        Value::Array(items) if items.is_empty() => found.push(path.to_owned()),
        Value::Object(fields) if fields.is_empty() => found.push(path.to_owned()),
        Value::Array(items) => items.iter().for_each(|item| empties(item, path, found)),
        Value::Object(fields) => fields.iter().for_each(|(key, item)| empties(item, &format!("{path}/{key}"), found)),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_card_of_every_case_is_well_formed() {
    let mut faults = Vec::new();
    let (mut count, mut cut) = (0, BTreeSet::new());
    for (case, response) in cards_of_every_case() {
        let listed = response["cards"].as_array().unwrap();
        let ids: BTreeSet<_> = listed.iter().map(|card| card["uuid"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), listed.len(), "{case}");
        for card in listed {
            count += 1;
            empties(card, case, &mut faults);
            let summary = card["summary"].as_str().unwrap();
            if summary.encode_utf16().count() > 139 {
                faults.push(format!("{case}: {summary}"));
            }
            if summary.ends_with('…') {
                cut.insert(summary.to_owned());
            }
            for key in ["links", "overrideReasons"] {
                if card[key].as_array().is_none_or(Vec::is_empty) {
                    faults.push(format!("{case}: no {key}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(count > 300, "{count} cards");
    println!("{count} cards; cut: {cut:#?}");
}
