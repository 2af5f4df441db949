//! Does the audit log tell of every operation that it has to tell of, and of nothing else? Every operation of the OpenAPI
//! document is walked, so that a new one has to say here what is told of it; then pages, CDS Hooks and FHIR.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use nordvis::access::Scope;
use serde_json::{Value, json};

use crate::access::{client, often, with_key};
use crate::cds::osteoporosis;
use crate::server::{Response, Server};

const QUESTION: &str = r#"{"intent":"treatment","facts":{"osteoporosis":true,"egfr_ml_min":28},"region":"SE-M"}"#;
const REFERRAL: &str = r#"{"intent":"referral_target","facts":{"osteoarthritis":true,"oa_joint":"knee","home_care":true},"region":"DK-81"}"#;

/// What is sent to an operation, and the actions that are told when it is done.
struct Call {
    /// After the path: a query.
    query: &'static str,
    body: &'static str,
    told: &'static [&'static str],
    /// Whether it takes no credential.
    open: bool,
}

const fn call(query: &'static str, body: &'static str, told: &'static [&'static str]) -> Call {
    Call { query, body, told, open: false }
}

const OPEN: Call = Call { query: "", body: "", told: &[], open: true };

/// What is sent to each operation, and told of it.
fn known(operation: &str) -> Call {
    match operation {
        "ask" => call("", QUESTION, &["answered"]),
        "readAnswer" | "traceAnswer" | "readReferral" => call("", "", &["answer-read"]),
        "giveFeedback" => call("", r#"{"helpful":true,"comment":"bra"}"#, &["feedback-given"]),
        "beginConversation" => call("", r#"{"region":"SE-M"}"#, &["conversation-begun"]),
        "sendMessage" => call("", r#"{"text":"Konstaterad osteoporos. Vilket läkemedel?"}"#, &["turn-answered"]),
        "readConversation" => call("", "", &["conversation-read"]),
        "deleteConversation" => call("", "", &["conversation-deleted"]),
        // What the guidelines say is read by nobody's patient.
        "search" | "suggest" => call("?q=osteoporos", "", &[]),
        "findGuidance" => call("?system=icd-10-se&code=M81", "", &[]),
        "listGuidelines" | "readGuideline" | "listFacts" => call("", "", &[]),
        "metrics" => call("", "", &[]),
        "live" | "ready" | "openapi" | "apiInfo" | "apiCatalog" | "terms" | "securityText" | "opensearch" => OPEN,
        new => panic!("say here what the audit log tells of {new}"),
    }
}

/// The audit log, and how much of it was looked at.
struct Log<'a> {
    server: &'a Server,
    seen: usize,
}

impl Log<'_> {
    /// What was told since the last look: exactly this by exactly them, and after a moment nothing more.
    fn tells(&mut self, what: &str, expected: &[String]) {
        let begun = Instant::now();
        let enough = self.seen + expected.len();
        // That something was read is told without holding up the reader.
        while self.server.audit().len() < enough && begun.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(5));
        }
        std::thread::sleep(Duration::from_millis(20));
        let told = self.server.audit();
        assert_eq!(told.get(self.seen..).unwrap_or_default(), expected, "{what}");
        self.seen = told.len();
    }

    fn tells_of(&mut self, what: &str, who: &str, actions: &[&str]) {
        let expected: Vec<_> = actions.iter().map(|action| format!("{who} {action} 200")).collect();
        self.tells(what, &expected);
    }
}

/// Every operation of the document: its method, its path and its id, deletions last.
fn operations(document: &Value) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let id = operation["operationId"].as_str().unwrap().to_owned();
            found.push((method.to_uppercase(), path.clone(), id));
        }
    }
    found.sort_by_key(|(method, ..)| method == "DELETE");
    found
}

#[test]
fn every_operation_is_told_of_once_and_so_is_every_refusal() {
    let (key, portal) = client("portal", &Scope::ALL);
    let (narrow, other) = client("narrow", &[]);
    let server = Server::guarded(often(), vec![portal, other]);
    let document = server.get("/openapi.json").json();
    let done = |method: &str, path: &str, body: &str| {
        let response = with_key(&server, &key, method, path, body);
        assert!((200..300).contains(&response.status), "{method} {path}: {}", response.body);
        response
    };
    let mut log = Log { server: &server, seen: 0 };
    log.tells_of("clients", "anonymous", &["client-created", "client-created"]);
    let answer = done("POST", "/api/v1/answers", REFERRAL).json()["id"].as_str().unwrap().to_owned();
    let talk = done("POST", "/api/v1/conversations", "{}").json()["id"].as_str().unwrap().to_owned();
    log.tells_of("what there is to read", "portal", &["answered", "conversation-begun"]);
    let mut walked = BTreeSet::new();
    for (method, path, operation) in operations(&document) {
        let Call { query, body, told, open } = known(&operation);
        let id = if path.contains("/conversations/") { &talk } else { &answer };
        let path = path.replace("{id}", id).replace("{region}", "se-m").replace("{name}", "osteoporos") + query;
        let what = format!("{operation}: {method} {path}");
        if !open {
            let nobody = server.send(&method, &path, &[("content-type", "application/json")], body.as_bytes());
            assert_eq!(nobody.status, 401, "{what}: {}", nobody.body);
            log.tells(&what, &["anonymous access-refused 401".to_owned()]);
            assert_eq!(with_key(&server, &narrow, &method, &path, body).status, 403, "{what}");
            log.tells(&what, &["narrow access-refused 403".to_owned()]);
        }
        if operation != "securityText" {
            done(&method, &path, body);
        }
        log.tells_of(&what, "portal", told);
        walked.insert(operation);
    }
    assert!(walked.len() >= 20, "{walked:?}");
}

/// What comes of a form.
fn send_form(server: &Server, headers: &[(&str, &str)], path: &str, form: &str) -> Response {
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    server.send("POST", path, &[headers, &kind].concat(), form.as_bytes())
}

#[test]
fn pages_hooks_and_fhir_are_told_of_like_the_api() {
    let (key, portal) = client("portal", &Scope::ALL);
    let server = Server::guarded(often(), vec![portal]);
    let bearer = format!("Bearer {}", key.reveal());
    let credential = [("authorization", bearer.as_str())];
    let mut log = Log { server: &server, seen: 0 };
    log.tells_of("the client", "anonymous", &["client-created"]);
    let asked = send_form(&server, &credential, "/ask", "intent=treatment&region=SE-M&fact.osteoporosis=true");
    assert_eq!(asked.status, 303, "{}", asked.body);
    log.tells_of("a form", "portal", &["answered"]);
    let page = asked.header("location").split('?').next().unwrap().to_owned();
    assert_eq!(server.send("GET", &page, &credential, b"").status, 200);
    log.tells_of("its page", "portal", &["answer-read"]);
    let said = send_form(&server, &credential, &format!("{page}/feedback"), "helpful=true");
    assert_eq!(said.status, 303, "{}", said.body);
    log.tells_of("feedback by a form", "portal", &["feedback-given"]);
    for path in [
        "/",
        "/guidelines",
        "/guidelines/se-m/osteoporos",
        "/search?q=osteoporos",
        "/cds-services",
        "/fhir/metadata",
        "/fhir/PlanDefinition",
        "/fhir/Library",
    ] {
        assert_eq!(server.send("GET", path, &credential, b"").status, 200, "{path}");
        log.tells_of(path, "portal", &[]);
    }
    let cards = with_key(&server, &key, "POST", "/cds-services/nordvis-treatment", &osteoporosis().to_string());
    let cards = cards.json()["cards"].as_array().unwrap().clone();
    log.tells_of("cards", "portal", &["answered"]);
    let said = json!({"feedback": [{"card": cards[0]["uuid"], "outcome": "overridden",
                                    "overrideReason": {"userComment": "nej"}}]});
    let said = with_key(&server, &key, "POST", "/cds-services/nordvis-treatment/feedback", &said.to_string());
    assert_eq!(said.status, 200, "{}", said.body);
    log.tells_of("what became of a card", "portal", &["feedback-given"]);
    let guidance = page.replace("/answers/", "/fhir/GuidanceResponse/");
    assert_eq!(server.send("GET", &guidance, &credential, b"").status, 200);
    log.tells_of("an answer as FHIR", "portal", &["answer-read"]);
    // What is refused for what it says is no access, and did nothing.
    for (path, body) in [("/api/v1/answers", "{"), ("/api/v1/answers", "{}"), ("/cds-services/nordvis-treatment", "{}")]
    {
        let refused = with_key(&server, &key, "POST", path, body);
        assert!((400..500).contains(&refused.status), "{path}: {}", refused.body);
        log.tells_of(path, "portal", &[]);
    }
}
