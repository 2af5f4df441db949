//! Requests that cannot be used: each is refused with the right status, in the reader's language, naming every field at
//! fault, repeating nothing that was sent, and nothing is kept.

use nordvis::http::Settings;
use nordvis::store::{Database, StoreConfig};
use serde_json::Value;

use crate::replica::{Replica, until};
use crate::server::{Response, Server};
use crate::store::bed::Bed;

const LANGUAGES: [&str; 3] = ["sv", "da", "en"];
/// What no error may repeat: an official test number, a name, an address.
const SECRETS: [&str; 3] = ["19900101-2385", "Andersson", "example.org"];
const ANSWERS: &str = "/api/v1/answers";

/// Checks what every problem has, and gives its JSON.
#[track_caller]
fn check_problem(response: &Response, status: u16, code: &str, language: &str) -> Value {
    assert_eq!(response.status, status, "{}", response.body);
    assert_eq!(response.header("content-type"), "application/problem+json", "{}", response.body);
    assert_eq!(response.header("content-language"), language);
    assert_eq!(response.header("cache-control"), "no-store");
    let problem = response.json();
    assert_eq!(problem["code"], code, "{problem}");
    assert_eq!(problem["status"], status);
    assert_eq!(problem["type"], format!("urn:nordvis:problem:{code}"));
    assert_eq!(problem["instance"], format!("urn:uuid:{}", response.header("x-request-id")));
    for text in [&problem["title"], &problem["detail"]] {
        assert!(text.as_str().is_some_and(|text| text.len() > 8), "{problem}");
    }
    for secret in SECRETS {
        assert!(!response.body.contains(secret), "repeats {secret}: {problem}");
    }
    assert!(response.body.len() < 4096, "a problem is short");
    problem
}

/// Asks in each language by the headers, and gives the problems.
#[track_caller]
fn check_ask(server: &Server, body: &str, status: u16, code: &str) -> Vec<Value> {
    let problems = LANGUAGES.map(|language| {
        let response = server.post_in(ANSWERS, language, body);
        check_problem(&response, status, code, language)
    });
    let details: std::collections::BTreeSet<_> = problems.iter().map(|problem| problem["detail"].to_string()).collect();
    assert_eq!(details.len(), 3, "one text for each language: {details:?}");
    problems.into()
}

fn pointers(problem: &Value) -> Vec<&str> {
    let errors = problem["errors"].as_array().unwrap().iter();
    errors.map(|error| error["pointer"].as_str().unwrap()).collect()
}

fn details(problem: &Value) -> String {
    problem["errors"].as_array().unwrap().iter().map(|error| format!("{}\n", error["detail"])).collect()
}

fn kept(server: &Server) -> String {
    let files = std::fs::read_dir(server.folder()).unwrap();
    files.map(|file| String::from_utf8_lossy(&std::fs::read(file.unwrap().path()).unwrap()).into_owned()).collect()
}

#[test]
fn every_field_at_fault_is_named_at_once_in_three_languages() {
    let server = Server::start();
    let body = r#"{"question": "  ", "intent": "19900101-2385", "region": "Andersson", "language": 5,
        "asOf": "21/11 2026", "patient": "Andersson", "19900101-2385": 1, "intent": "treatment",
        "facts": {"egfr_ml_min": 900, "age_years": 61.5, "dysphagia": "ja", "fracture_site": "knee",
                  "municipality": "Andersson", "egfr_ml_minn": 28, "shoe_size": 43, "anna@example.org": true,
                  "age_years": 61, "t_score": [1], "bmi": true, "sex": false}}"#;
    let problems = check_ask(&server, body, 422, "invalid-fields");
    for problem in &problems {
        let expected = [
            "#/question",
            "#/intent",
            "#/region",
            "#/language",
            "#/asOf",
            "#/patient",
            "#",
            "#/intent",
            "#/facts/egfr_ml_min",
            "#/facts/age_years",
            "#/facts/dysphagia",
            "#/facts/fracture_site",
            "#/facts/municipality",
            "#/facts/egfr_ml_minn",
            "#/facts/shoe_size",
            "#/facts",
            "#/facts/age_years",
            "#/facts/t_score",
            "#/facts/bmi",
            "#/facts/sex",
        ];
        assert_eq!(pointers(problem), expected);
    }
    insta::assert_snapshot!(problems.iter().map(details).collect::<Vec<_>>().join("\n"));
    assert!(!kept(&server).contains("shoe_size"), "nothing is kept");
}

#[test]
fn each_fault_alone_is_refused() {
    let server = Server::start();
    let long = format!(r#"{{"question":"{}"}}"#, "å".repeat(4001));
    for (body, pointer) in [
        ("[]", "#"),
        ("\"what?\"", "#"),
        ("null", "#"),
        ("{}", "#"),
        (r#"{"facts":{"age_years":50}}"#, "#"),
        (r#"{"question":null,"intent":null}"#, "#"),
        (r#"{"question":""}"#, "#/question"),
        (r#"{"question":" \n\t"}"#, "#/question"),
        (r#"{"question":5}"#, "#/question"),
        (long.as_str(), "#/question"),
        (r#"{"intent":"cure"}"#, "#/intent"),
        (r#"{"intent":"treatment","facts":[]}"#, "#/facts"),
        (r#"{"intent":"treatment","facts":{"age_years":"50"}}"#, "#/facts/age_years"),
        (r#"{"intent":"treatment","facts":{"age_years":50.5}}"#, "#/facts/age_years"),
        (r#"{"intent":"treatment","facts":{"age_years":121}}"#, "#/facts/age_years"),
        (r#"{"intent":"treatment","facts":{"age_years":-1}}"#, "#/facts/age_years"),
        (r#"{"intent":"treatment","facts":{"t_score":1e300}}"#, "#/facts/t_score"),
        (r#"{"intent":"treatment","facts":{"dysphagia":0}}"#, "#/facts/dysphagia"),
        (r#"{"intent":"treatment","facts":{"dysphagia":{}}}"#, "#/facts/dysphagia"),
        (r#"{"intent":"treatment","facts":{"oa_joint":"Knee"}}"#, "#/facts/oa_joint"),
        (r#"{"intent":"treatment","region":"SE"}"#, "#/region"),
        (r#"{"intent":"treatment","region":"NO-03"}"#, "#/region"),
        (r#"{"intent":"treatment","region":"Skåne"}"#, "#/region"),
        (r#"{"intent":"treatment","language":"fi"}"#, "#/language"),
        (r#"{"intent":"treatment","asOf":"2026-02-30"}"#, "#/asOf"),
        (r#"{"intent":"treatment","asOf":"2026-02-03T10:00:00Z"}"#, "#/asOf"),
        (r#"{"intent":"treatment","asof":"2026-02-03"}"#, "#/asof"),
        (r#"{"intent":"treatment","intent":"treatment"}"#, "#/intent"),
    ] {
        let problem = check_problem(&server.post(ANSWERS, body), 422, "invalid-fields", "en");
        assert_eq!(pointers(&problem), [pointer], "{body}");
    }
    let body = format!(r#"{{"question":"{}","region":"SE-M"}}"#, "å".repeat(4000));
    assert_eq!(server.post(ANSWERS, &body).status, 200, "exactly 4,000 characters");
    let whole = r#"{"intent":"treatment","facts":{"age_years":61.0,"t_score":-2.5},"region":"SE-M"}"#;
    assert_eq!(server.post(ANSWERS, whole).status, 200, "61.0 is whole");
}

#[test]
fn the_language_of_the_body_wins_over_the_headers() {
    let server = Server::start();
    let response = server.post_in(ANSWERS, "en", r#"{"language":"da","intent":"cure"}"#);
    check_problem(&response, 422, "invalid-fields", "da");
}

#[test]
fn bodies_that_are_not_json_are_refused() {
    let server = Server::start();
    let deep = "{\"facts\":".repeat(5_000);
    let wide = format!("{}{}", "[".repeat(30_000), "]".repeat(30_000));
    for body in ["", "{", "{\"intent\":\"19900101-2385\",}", "question=Andersson", "{\"a\":1e999}", &deep, &wide] {
        check_ask(&server, body, 400, "malformed-json");
    }
    let response = server.send("POST", ANSWERS, &[("content-type", "application/json")], b"{\"question\":\"\xff\"}");
    check_problem(&response, 400, "malformed-json", "en");
}

#[test]
fn only_json_is_taken() {
    let server = Server::start();
    let body = br#"{"intent":"treatment","region":"SE-M"}"#;
    for content_type in ["text/plain", "application/jsonx", "application/json; charset=latin-1", "application/xml", "å"]
    {
        let response = server.send("POST", ANSWERS, &[("content-type", content_type), ("accept-language", "sv")], body);
        check_problem(&response, 415, "not-json", "sv");
    }
    check_problem(&server.send("POST", ANSWERS, &[], body), 415, "not-json", "en");
    for content_type in ["application/json", "Application/JSON;charset=UTF-8", "application/json; charset=\"utf-8\""] {
        assert_eq!(server.send("POST", ANSWERS, &[("content-type", content_type)], body).status, 200);
    }
}

#[test]
fn addresses_and_methods_that_are_not_there_are_refused() {
    let server = Server::start();
    for language in LANGUAGES {
        for path in ["/nowhere", "/api/v2/answers", "/api/v1/answers/", "/Andersson/19900101-2385", "/doc", "/%ff"] {
            check_problem(&server.get_in(path, language), 404, "not-found", language);
        }
        for path in ["/api/v1/answers/19900101-2385", "/api/v1/answers/019356f0-0000-7000-8000-000000000000"] {
            check_problem(&server.get_in(path, language), 404, "answer-not-found", language);
        }
        let unknown = server.get_in("/api/v1/guidelines/se-m/Andersson", language);
        check_problem(&unknown, 404, "guideline-not-found", language);
    }
    for (method, path, allow) in [
        ("GET", ANSWERS, "OPTIONS, POST"),
        ("DELETE", "/api/v1/answers/1", "GET, HEAD, OPTIONS"),
        ("POST", "/api/v1/search", "GET, HEAD, OPTIONS"),
        ("TRACE", "/livez", "GET, HEAD, OPTIONS"),
        ("PATCH", "/openapi.json", "GET, HEAD, OPTIONS"),
    ] {
        let response = server.send(method, path, &[("accept-language", "da")], b"");
        check_problem(&response, 405, "method-not-allowed", "da");
        assert_eq!(response.header("allow"), allow);
    }
    let options = server.send("OPTIONS", ANSWERS, &[], b"");
    assert_eq!((options.status, options.header("allow"), options.body.as_str()), (204, "OPTIONS, POST", ""));
}

#[test]
fn queries_that_cannot_be_used_are_refused() {
    let server = Server::start();
    for language in LANGUAGES {
        for path in ["/api/v1/search?q=%zz", "/api/v1/search?q=%ff", "/api/v1/suggestions?q=%"] {
            check_problem(&server.get_in(path, language), 400, "malformed-url", language);
        }
        for (path, parameters) in [
            ("/api/v1/search", vec!["q"]),
            ("/api/v1/search?q=", vec!["q"]),
            (
                "/api/v1/search?q=+&limit=0&page=x&region=Andersson&language=fi",
                vec!["q", "region", "language", "limit", "page"],
            ),
            ("/api/v1/search?q=a&limit=101&page=10001", vec!["limit", "page"]),
            ("/api/v1/search?q=a&limit=1.5&page=-1", vec!["limit", "page"]),
            ("/api/v1/search?q=a&q=b", vec!["q"]),
            ("/api/v1/suggestions", vec!["q"]),
            ("/api/v1/facts?language=Andersson", vec!["language"]),
        ] {
            let problem = check_problem(&server.get_in(path, language), 400, "invalid-parameters", language);
            let errors = problem["errors"].as_array().unwrap().iter();
            let found: Vec<_> = errors.map(|error| error["parameter"].as_str().unwrap()).collect();
            assert_eq!(found, parameters, "{path}");
        }
        for path in ["/api/v1/search?q=a&19900101-2385=1", "/livez?Andersson", "/api/v1/guidelines?region=SE-M"] {
            let problem = check_problem(&server.get_in(path, language), 400, "invalid-parameters", language);
            assert_eq!(problem["errors"][0]["parameter"], Value::Null);
        }
    }
    let long = format!("/api/v1/search?q={}", "a".repeat(201));
    check_problem(&server.get(&long), 400, "invalid-parameters", "en");
    let longer = format!("/api/v1/search?q={}", "a".repeat(4100));
    check_problem(&server.get_in(&longer, "sv"), 414, "url-too-long", "sv");
}

#[test]
fn texts_of_brackets_and_negations_do_no_harm() {
    let server = Server::start();
    for piece in ["(", "NOT ", "()", "\"", "*", "-", "{", "\\", "\u{0}", "å̊", "AND OR "] {
        let blank = piece == "\u{0}";
        for times in [800, 4000] {
            let text: String = piece.chars().cycle().take(piece.chars().count() * times).take(4000).collect();
            let body = serde_json::json!({"question": text, "region": "SE-M"}).to_string();
            let status = server.post(ANSWERS, &body).status;
            assert!(status == 200 || (status == 422 && blank), "{piece:?} × {times}: {status}");
        }
        for times in [100, 200, 800, 4000] {
            let text: String = piece.chars().cycle().take(times).collect();
            let encoded: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
            let expected: &[u16] = if blank || times > 200 { &[400, 414, 431] } else { &[200] };
            for path in ["/api/v1/search", "/api/v1/suggestions"] {
                let response = server.get(&format!("{path}?q={encoded}"));
                assert!(expected.contains(&response.status), "{piece:?} × {times}: {}", response.body);
            }
        }
    }
    let path = server.post(ANSWERS, r#"{"intent":"treatment","region":"SE-M"}"#);
    let path = format!("{}/feedback", path.header("content-location"));
    let body = serde_json::json!({"helpful": true, "comment": "(".repeat(2000)}).to_string();
    assert_eq!(server.post(&path, &body).status, 204);
    assert_eq!(server.get("/livez").status, 200);
}

#[test]
fn an_answer_that_cannot_be_kept_is_not_given() {
    let small = |database: Database| StoreConfig { max_bytes: Some(1024 * 1024), ..StoreConfig::new(database) };
    let server = Server::over(tempfile::tempdir().unwrap(), small, Settings::default());
    assert_eq!(server.get("/readyz").status, 200);
    let body = r#"{"intent":"treatment","facts":{"osteoporosis":true},"region":"SE-M"}"#;
    let mut given = Vec::new();
    let refused = loop {
        let response = server.post_in(ANSWERS, "sv", body);
        if response.status != 200 {
            break response;
        }
        given.push(response);
        assert!(given.len() < 1000, "the limit of the database is not kept");
    };
    check_problem(&refused, 503, "unavailable", "sv");
    assert!((1..=5).contains(&refused.header("retry-after").parse().unwrap()));
    for response in &given {
        assert_eq!(server.get(response.header("content-location")).body, response.body, "what was given is kept");
    }
    // What was found out holds for a second.
    until(|| server.get("/readyz").status == 503);
    check_problem(&server.get("/readyz"), 503, "unavailable", "en");
    let verbose = server.get("/readyz?verbose");
    assert_eq!((verbose.status, &verbose.json()["status"]), (503, &"unavailable".into()));
    assert_eq!(verbose.json()["parts"]["database"], "there is no room left for the database");
    assert_eq!(server.get("/livez").status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_cannot_be_read_now_is_not_said_to_be_unstored() {
    let bed = Bed::sqlite();
    let replica = Replica::start(&bed.url());
    let given = replica.post(ANSWERS, r#"{"intent":"treatment","facts":{"osteoporosis":true},"region":"SE-M"}"#);
    let place = given.header("content-location");
    bed.raw().await.run("ALTER TABLE answers RENAME TO hidden").await;
    for path in [place.to_owned(), format!("{place}/trace")] {
        let refused = replica.get(&path);
        check_problem(&refused, 503, "unreadable", "en");
        assert!(!refused.body.contains("stored"), "{}", refused.body);
    }
    bed.raw().await.run("ALTER TABLE hidden RENAME TO answers").await;
    assert_eq!(replica.get(place).body, given.body);
}
