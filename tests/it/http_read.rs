//! What can be read over HTTP without asking: search, guidelines, vocabulary, descriptions.

use serde_json::{Value, json};

use crate::server::Server;
use crate::service::service;

#[test]
fn search_finds_passages_page_by_page() {
    let server = Server::start();
    let page = server.get("/api/v1/search?q=osteoporos+remiss&limit=3").json();
    let total = page["total"].as_u64().unwrap();
    assert!(total > 3, "{page}");
    assert_eq!((&page["page"], &page["limit"]), (&json!(1), &json!(3)));
    let items = page["items"].as_array().unwrap();
    assert_eq!(items.len(), 3);
    for hit in items {
        let keys: Vec<_> = hit.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, ["guideline", "region", "section", "heading", "language", "url", "snippet", "score"]);
        assert!(hit["snippet"].as_str().unwrap().contains("<mark>"), "{hit}");
    }
    let second = server.get("/api/v1/search?q=osteoporos+remiss&limit=3&page=2").json();
    assert_ne!(items, second["items"].as_array().unwrap());
    let beyond = server.get("/api/v1/search?q=osteoporos&page=10000").json();
    assert_eq!(beyond["items"], json!([]));
    let region = server.get("/api/v1/search?q=artros&region=DK-81").json();
    assert!(region["total"].as_u64().unwrap() > 0);
    assert!(region["items"].as_array().unwrap().iter().all(|hit| hit["region"] == "DK-81"), "{region}");
    let nothing = server.get("/api/v1/search?q=xyzzyqwv").json();
    assert_eq!(nothing["items"], json!([]));
}

#[test]
fn a_misspelt_word_is_corrected_and_a_beginning_completed() {
    let server = Server::start();
    assert_eq!(server.get("/api/v1/search?q=osteoporss").json()["correction"], "osteoporos");
    let response = server.get("/api/v1/suggestions?q=osteo");
    assert_eq!(response.header("content-type"), "application/x-suggestions+json");
    let suggestions = response.json();
    assert_eq!(suggestions[0], "osteo");
    let completions = suggestions[1].as_array().unwrap();
    assert!(!completions.is_empty() && completions.len() <= 8, "{suggestions}");
}

#[test]
fn every_guideline_can_be_read_whole_in_every_language() {
    let server = Server::start();
    let list = server.get("/api/v1/guidelines").json();
    let ids: Vec<_> = list["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids, service().corpus().guidelines.iter().map(|guideline| guideline.id()).collect::<Vec<_>>());
    for guideline in &service().corpus().guidelines {
        for language in ["sv", "da", "en"] {
            let response = server.get_in(&format!("/api/v1/guidelines/{}", guideline.id()), language);
            assert_eq!((response.status, response.header("content-language")), (200, language));
            let whole = response.json();
            let rules = whole["rules"].as_array().unwrap();
            assert_eq!(rules.len(), guideline.rules.len());
            assert_eq!(whole["sections"].as_array().unwrap().len(), guideline.sections.len());
            for rule in rules {
                for text in [&rule["summary"], &rule["when"]["cql"], &rule["when"]["text"], &rule["when"]["written"]] {
                    assert!(text.as_str().is_some_and(|text| !text.is_empty()), "{rule}");
                }
                assert!(!rule["citations"].as_array().unwrap().is_empty());
            }
        }
    }
    let skane = server.get("/api/v1/guidelines/se-m/osteoporos?language=da").json();
    assert_eq!(skane["guideline"]["validTo"], "2021-06-30");
    let oral = skane["rules"].as_array().unwrap().iter().find(|rule| rule["id"] == "ost-oral-bisphosphonate").unwrap();
    assert!(oral["unless"]["cql"].as_str().unwrap().contains("dysphagia"), "{oral}");
}

#[test]
fn the_vocabulary_has_every_fact_with_its_labels() {
    let server = Server::start();
    let [sv, en] = ["sv", "en"].map(|language| server.get_in("/api/v1/facts", language).json());
    let fact = |list: &Value, id: &str| list["items"].as_array().unwrap().iter().find(|fact| fact["id"] == id).cloned();
    assert_eq!(sv["items"].as_array().unwrap().len(), service().corpus().vocabulary.iter().count());
    let (swedish, english) = (fact(&sv, "age_years").unwrap(), fact(&en, "age_years").unwrap());
    assert_eq!((&swedish["type"], &swedish["unit"]), (&json!("integer"), &json!("years")));
    assert_eq!(swedish["range"], json!({"low": 0, "high": 120, "lowIncluded": true, "highIncluded": true}));
    assert_ne!(swedish["label"], english["label"]);
    let joint = fact(&en, "oa_joint").unwrap();
    let options: Vec<_> = joint["options"].as_array().unwrap().iter().map(|option| &option["id"]).collect();
    assert_eq!(options, ["hip", "knee", "hand", "other"]);
}

#[test]
fn what_does_not_change_is_sent_once() {
    let server = Server::start();
    for path in ["/api/v1/facts", "/api/v1/guidelines", "/api/v1/guidelines/se-m/osteoporos", "/openapi.json"] {
        let first = server.get(path);
        let etag = first.header("etag").to_owned();
        assert!(etag.len() > 2, "{path}");
        let again = server.send("GET", path, &[("if-none-match", &etag)], b"");
        assert_eq!((again.status, again.body.as_str(), again.header("etag")), (304, "", etag.as_str()));
        assert_eq!(server.send("GET", path, &[("if-none-match", "\"other\"")], b"").status, 200);
    }
    let [sv, en] = ["sv", "en"].map(|language| server.get_in("/api/v1/facts", language).header("etag").to_owned());
    assert_ne!(sv, en);
}

#[test]
fn browsers_and_watchers_get_what_they_need() {
    let server = Server::start();
    let description = server.get_in("/opensearch.xml", "sv");
    assert_eq!(description.header("content-type"), "application/opensearchdescription+xml");
    assert!(description.body.contains("<ShortName>Riktlinjer</ShortName>"), "{}", description.body);
    assert!(description.body.contains("/api/v1/suggestions?q={searchTerms}"));
    assert_eq!(server.get("/livez").json(), json!({"status": "live"}));
    let ready = server.get("/readyz").json();
    assert_eq!((&ready["status"], &ready["corpus"]), (&json!("ready"), &json!(service().corpus().fingerprint)));
    assert_eq!(server.send("HEAD", "/readyz", &[], b"").body, "");
}

fn unexampled(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            let rest = object.into_iter().filter(|(key, _)| key != "examples");
            rest.map(|(key, value)| (key, unexampled(value))).collect()
        }
        Value::Array(items) => items.into_iter().map(unexampled).collect(),
        other => other,
    }
}

/// Set `UPDATE_OPENAPI=1` to write the document anew, then read the difference. Examples follow the corpus and the
/// locales, which have tests of their own; that there are examples, and that they fit, is tested in `api_profile`.
#[test]
fn the_openapi_document_is_the_one_that_was_agreed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/openapi.json");
    let document = serde_json::to_string_pretty(&unexampled(Server::start().get("/openapi.json").json())).unwrap();
    if std::env::var_os("UPDATE_OPENAPI").is_some() {
        std::fs::write(path, format!("{document}\n")).unwrap();
    }
    let agreed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        agreed.trim_end() == document,
        "the API changed: UPDATE_OPENAPI=1 cargo test openapi, then review the diff"
    );
}
