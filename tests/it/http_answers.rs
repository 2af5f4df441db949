//! Asking over HTTP: the worked cases in every language, and answers that are kept.

use serde_json::{Value, json};

use crate::server::{Response, Server};
use crate::vignettes::{check, decision, vignettes};

const LANGUAGES: [&str; 3] = ["sv", "da", "en"];

fn ask(server: &Server, body: &Value) -> Response {
    let response = server.post("/api/v1/answers", &body.to_string());
    assert_eq!(response.status, 200, "{}", response.body);
    response
}

/// A decision without the answer's own id.
fn decided(response: &Response) -> Value {
    let mut reply = response.json();
    reply["id"] = Value::Null;
    decision(&reply)
}

#[test]
fn every_structured_case_holds_and_is_decided_alike_in_every_language() {
    let server = Server::start();
    let mut differences = Vec::new();
    for case in vignettes("structured") {
        let mut decisions = Vec::new();
        for language in LANGUAGES {
            let mut body = case.request.clone();
            body["language"] = language.into();
            let response = ask(&server, &body);
            assert_eq!(response.header("content-language"), language);
            assert_eq!(response.json()["language"], language);
            differences.extend(check(&case, &response.json()));
            decisions.push(decided(&response));
        }
        assert!(decisions.windows(2).all(|pair| pair[0] == pair[1]), "{} differs between languages", case.id);
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

fn denosumab() -> Value {
    json!({"intent": "treatment", "facts": {"osteoporosis": true, "egfr_ml_min": 28}, "region": "SE-M",
           "language": "en", "asOf": "2021-03-01"})
}

#[test]
fn an_answer_has_the_fields_of_the_contract() {
    let server = Server::start();
    let response = ask(&server, &denosumab());
    let reply = response.json();
    let id = reply["id"].as_str().unwrap();
    assert_eq!(response.header("content-type"), "application/json");
    assert_eq!(response.header("content-location"), format!("/api/v1/answers/{id}"));
    assert_eq!(response.header("vary"), "Accept-Language, Origin");
    assert_eq!(response.header("cache-control"), "no-store");
    assert_eq!(response.header("x-content-type-options"), "nosniff");
    assert!(!response.header("x-request-id").is_empty());
    let keys: Vec<_> = reply.as_object().unwrap().keys().map(String::as_str).collect();
    let contract = [
        "id",
        "createdAt",
        "language",
        "intent",
        "region",
        "asOf",
        "corpus",
        "status",
        "facts",
        "mentions",
        "repairs",
        "notUnderstood",
        "recommendations",
        "conditional",
        "assumptions",
        "questions",
        "warnings",
        "notes",
        "hits",
        "text",
    ];
    assert_eq!(keys, contract);
    let facts = reply["facts"].as_array().unwrap();
    let egfr = facts.iter().find(|fact| fact["id"] == "egfr_ml_min").unwrap();
    assert_eq!(
        egfr.to_string(),
        r#"{"id":"egfr_ml_min","value":28,"unit":"mL/min","label":"eGFR","text":"eGFR 28 mL/min","source":"given","certainty":"stated","span":null}"#
    );
    let denosumab = reply["recommendations"].as_array().unwrap().iter();
    let denosumab = denosumab.clone().find(|one| one["id"] == "ost-denosumab-specialist").unwrap();
    assert_eq!(denosumab["because"][0]["condition"], "osteoporosis");
    assert_eq!(denosumab["region"], "SE-M");
    assert!(!denosumab["citations"].as_array().unwrap().is_empty());
    let deadline = json!({"intent": "follow_up", "region": "SE-M", "language": "en",
                          "facts": {"osteoporosis": true, "current_drug": "oral_bisphosphonate"}});
    let lines = ask(&server, &deadline).json();
    assert!(lines.to_string().contains(r#""deadline":{"years":5,"from":""#), "{lines}");
}

#[test]
fn what_is_left_out_is_filled_in() {
    let server = Server::start();
    let body = r#"{"intent":"treatment","facts":{"osteoporosis":null},"region":"se-m","question":null}"#;
    let reply = server.post_in("/api/v1/answers", "nl, da-DK;q=0.8", body).json();
    assert_eq!(reply["language"], "da");
    assert_eq!(reply["region"], "SE-M");
    assert_eq!(reply["facts"][0]["value"], Value::Null);
    assert_eq!(reply["facts"][0]["certainty"], "stated");
    let day: jiff::civil::Date = reply["asOf"].as_str().unwrap().parse().unwrap();
    // Midnight may pass between the answer and this line.
    assert!([nordvis::http::today(), nordvis::http::today().yesterday().unwrap()].contains(&day), "{day}");
    // Without any other sign, the region's own language.
    let body = r#"{"intent":"treatment","region":"DK-81"}"#;
    assert_eq!(server.post("/api/v1/answers", body).json()["language"], "da");
}

#[test]
fn an_answer_is_given_back_byte_for_byte_after_a_restart() {
    let server = Server::start();
    let given = ask(&server, &denosumab());
    let path = given.header("content-location").to_owned();
    let again = server.get(&path);
    assert_eq!((again.status, &again.body), (200, &given.body));
    let server = server.restart();
    let after = server.get(&path);
    assert_eq!((after.status, &after.body), (200, &given.body));
    assert_eq!(after.header("content-language"), "en");
    assert_eq!(after.header("content-location"), path);
    assert_eq!(server.send("HEAD", &path, &[], b"").body, "");
}

#[test]
fn the_same_question_is_answered_with_the_same_bytes_but_for_id_and_time() {
    let server = Server::start();
    let text = |mut reply: Value| {
        reply["id"] = Value::Null;
        reply["createdAt"] = Value::Null;
        reply.to_string()
    };
    let first = text(ask(&server, &denosumab()).json());
    assert_eq!(first, text(ask(&server, &denosumab()).json()));
}

#[test]
fn feedback_is_kept_for_answers_that_are() {
    let server = Server::start();
    let path = format!("{}/feedback", ask(&server, &denosumab()).header("content-location"));
    let said = server.post(&path, r#"{"helpful":true,"comment":"Rätt mottagning direkt."}"#);
    assert_eq!((said.status, said.body.as_str()), (204, ""));
    assert_eq!(server.post(&path, r#"{"helpful":false,"comment":""}"#).status, 204);
    let unknown = "/api/v1/answers/019356f0-0000-7000-8000-000000000000/feedback";
    assert_eq!(server.post(unknown, r#"{"helpful":true}"#).json()["code"], "answer-not-found");
    assert_eq!(server.post("/api/v1/answers/1/feedback", r#"{"helpful":true}"#).status, 404);
    let faults = server.post(&path, r#"{"helpful":"yes","comment":7,"helpful":true,"rating":5}"#);
    assert_eq!(faults.status, 422);
    let errors = faults.json()["errors"].clone();
    let pointers: Vec<_> = errors.as_array().unwrap().iter().map(|error| error["pointer"].as_str().unwrap()).collect();
    assert_eq!(pointers, ["#/helpful", "#/comment", "#/helpful", "#/rating"]);
    let long = format!(r#"{{"helpful":true,"comment":"{}"}}"#, "å".repeat(2001));
    assert_eq!(server.post(&path, &long).status, 422);
    let longest = format!(r#"{{"helpful":true,"comment":"{}"}}"#, "å".repeat(2000));
    assert_eq!(server.post(&path, &longest).status, 204);
}

#[test]
fn what_names_a_patient_reaches_neither_disk_nor_reply() {
    let server = Server::start();
    let body = json!({"question": "Kvinna 19900101-2385, anna@example.org, 070-174 06 05: DXA?", "intent": "work_up",
                      "region": "SE-M", "language": "sv"});
    let response = ask(&server, &body);
    let path = format!("{}/feedback", response.header("content-location"));
    assert_eq!(server.post(&path, r#"{"helpful":true,"comment":"900101-2385 ringde"}"#).status, 204);
    assert!(!response.body.contains("2385"));
    let mut kept = Vec::new();
    for file in std::fs::read_dir(server.folder()).unwrap() {
        kept.extend(std::fs::read(file.unwrap().path()).unwrap());
    }
    let kept = String::from_utf8_lossy(&kept).into_owned();
    assert!(kept.contains("Kvinna             "), "the question is kept, the identifier blanked");
    assert!(kept.contains("[personnummer] ringde"), "the comment is kept without the identifier");
    assert!(response.body.contains("identifier_removed"));
    for secret in ["2385", "anna@example.org", "174 06"] {
        assert!(!kept.contains(secret), "{secret} was kept");
    }
}
