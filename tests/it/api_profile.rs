//! The Swedish national REST profile (DIGG), one test for each of its requirements that can be tested: over the OpenAPI
//! document and the running service. Requirements on the way to the service (HTTPS, TLS) are the deployment's.

use std::collections::BTreeSet;

use nordvis::http::Settings;
use serde_json::Value;

use crate::json_schema::misfits;
use crate::server::{Response, Server};

/// One operation of the document.
struct Operation<'d> {
    name: String,
    path: &'d str,
    method: &'d str,
    said: &'d Value,
}

fn document() -> Value {
    Server::start().get("/openapi.json").json()
}

fn operations(document: &Value) -> Vec<Operation<'_>> {
    let paths = document["paths"].as_object().unwrap().iter();
    paths
        .flat_map(|(path, item)| {
            item.as_object().unwrap().iter().map(move |(method, said)| Operation {
                name: format!("{method} {path}"),
                path,
                method,
                said,
            })
        })
        .collect()
}

/// What a reference stands for.
fn resolved<'d>(document: &'d Value, value: &'d Value) -> &'d Value {
    match value["$ref"].as_str() {
        Some(pointer) => document.pointer(pointer.trim_start_matches('#')).unwrap(),
        None => value,
    }
}

/// Every response of every operation, with its name and status.
fn responses(document: &Value) -> Vec<(String, String, &Value)> {
    let mut all = Vec::new();
    for operation in operations(document) {
        for (status, response) in operation.said["responses"].as_object().unwrap() {
            all.push((operation.name.clone(), status.clone(), resolved(document, response)));
        }
    }
    assert!(all.len() > 100);
    all
}

fn is_text(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.trim().len() > 2)
}

/// DOK.01, DOK.03: public documentation, and who stands for it on which terms.
#[test]
fn dok_03_info_says_what_who_and_on_which_terms() {
    let contact = Settings { contact: Some("mailto:drift@example.org".to_owned()), ..Settings::default() };
    let document = Server::with(contact).get("/openapi.json").json();
    let info = &document["info"];
    for field in ["title", "version", "description", "termsOfService"] {
        assert!(is_text(&info[field]), "{field}");
    }
    assert_eq!(info["contact"]["email"], "drift@example.org");
    assert!(is_text(&info["license"]["name"]) && is_text(&info["license"]["identifier"]));
    let terms = Server::start().get_in(info["termsOfService"].as_str().unwrap(), "sv");
    assert_eq!((terms.status, terms.header("content-type")), (200, "text/plain; charset=utf-8"));
    assert!(terms.body.contains("Begränsningar") && terms.body.contains("Servicenivå"), "{}", terms.body);
}

/// DOK.06–09, DOK.11: purpose, behaviour, limitations and service level, in Swedish and in English.
#[test]
fn dok_06_to_11_the_description_tells_purpose_limits_and_level_in_two_languages() {
    let document = document();
    let description = document["info"]["description"].as_str().unwrap();
    for said in ["## English", "## Svenska", "Limitations:", "Begränsningar:", "Service level:", "Servicenivå:"] {
        assert!(description.contains(said), "{said}");
    }
}

/// DOK.15: an example of every JSON body at the level of the media type, and each fits its schema.
#[test]
fn dok_15_every_json_body_has_an_example_that_fits_its_schema() {
    let document = document();
    let mut examined = 0;
    let mut examine = |name: &str, content: &Value| {
        for (media, body) in content.as_object().into_iter().flatten() {
            let examples = body["examples"].as_object().unwrap_or_else(|| panic!("{name} {media} has no examples"));
            assert!(!examples.is_empty(), "{name} {media}");
            for (key, example) in examples {
                let found = misfits(&document, &body["schema"], &example["value"]);
                assert!(found.is_empty(), "{name} {media} {key}: {found:#?}");
                examined += 1;
            }
        }
    };
    for operation in operations(&document) {
        examine(&operation.name, &operation.said["requestBody"]["content"]);
    }
    for (name, status, response) in responses(&document) {
        examine(&format!("{name} {status}"), &response["content"]);
    }
    assert!(examined > 100, "{examined}");
}

/// DOK.15: an example is a request that works.
#[test]
fn dok_15_examples_of_requests_are_answered() {
    let document = document();
    let server = Server::start();
    for path in ["/api/v1/answers", "/api/v1/conversations"] {
        let body = &document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["examples"];
        let response = server.post(path, &body["example"]["value"].to_string());
        assert!([200, 201].contains(&response.status), "{path}: {}", response.body);
    }
}

/// DOK.17, DOK.18: the latest OpenAPI, as JSON.
#[test]
fn dok_17_the_document_is_openapi_3_1_as_json() {
    let response = Server::start().get("/openapi.json");
    assert_eq!(response.header("content-type"), "application/json");
    assert_eq!(response.json()["openapi"], "3.1.0");
    assert!(!response.body.contains("\"nullable\"") && !response.body.contains("\"explode\""));
}

/// DOK.19: a summary and a description of every operation, and a name for programs.
#[test]
fn dok_19_every_operation_is_described() {
    let document = document();
    let mut names = BTreeSet::new();
    for operation in operations(&document) {
        for field in ["summary", "description", "operationId"] {
            assert!(is_text(&operation.said[field]), "{} {field}", operation.name);
        }
        assert!(names.insert(operation.said["operationId"].to_string()), "{} twice", operation.name);
        for parameter in operation.said["parameters"].as_array().into_iter().flatten() {
            assert!(is_text(&parameter["description"]), "{} {parameter}", operation.name);
        }
    }
}

/// DOK.20: every status is described.
#[test]
fn dok_20_every_status_is_described() {
    let document = document();
    for (name, status, response) in responses(&document) {
        assert!(is_text(&response["description"]), "{name} {status}");
        for (header, said) in response["headers"].as_object().into_iter().flatten() {
            assert!(is_text(&said["description"]), "{name} {status} {header}");
        }
    }
}

/// DOK.21: every operation says what it takes to use it.
#[test]
fn dok_21_every_operation_states_its_security() {
    let document = document();
    for operation in operations(&document) {
        assert!(operation.said["security"].is_array(), "{}", operation.name);
    }
}

/// DOT.01, DOT.04: times are RFC 3339 in UTC.
#[test]
fn dot_01_times_are_in_utc() {
    let server = Server::start();
    let answer = server.post("/api/v1/answers", r#"{"intent":"treatment","region":"SE-M"}"#).json();
    let time = answer["createdAt"].as_str().unwrap();
    assert!(time.ends_with('Z') && time.contains('T'), "{time}");
    assert_eq!(answer["asOf"].as_str().unwrap().len(), 10);
}

/// RES.06, UFN.07–09: addresses in lower case, of letters, digits, hyphens, dots and tildes.
#[test]
fn res_06_addresses_are_in_lower_case() {
    let document = document();
    for operation in operations(&document) {
        let plain = operation.path.split('/').filter(|segment| !segment.starts_with('{'));
        for segment in plain {
            let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ['-', '.', '~'].contains(&c);
            assert!(segment.chars().all(fits), "{}", operation.path);
        }
        assert!(!operation.path.ends_with('/'), "{}", operation.path);
    }
}

/// UFN.01, VER.05: the API's own addresses begin with its version.
#[test]
fn ufn_01_the_version_stands_in_the_address() {
    let document = document();
    let open = ["/livez", "/readyz", "/openapi.json", "/opensearch.xml", "/.well-known/", "/metrics"];
    for operation in operations(&document) {
        let versioned = operation.path.starts_with("/api/v1/");
        assert!(versioned || open.iter().any(|start| operation.path.starts_with(start)), "{}", operation.path);
    }
}

/// UFN.05: addresses have a limit, and it is told.
#[test]
fn ufn_05_long_addresses_are_refused() {
    let response = Server::start().get(&format!("/api/v1/search?q={}", "a".repeat(4100)));
    assert_eq!(response.status, 414);
}

/// AME.01–AME.07: JSON by default, and every field in one way of writing.
#[test]
fn ame_01_fields_are_in_camel_case() {
    let document = document();
    let mut wrong = Vec::new();
    fields(&document["components"]["schemas"], &mut wrong);
    fields(&document["paths"], &mut wrong);
    assert!(wrong.is_empty(), "{wrong:?}");
}

fn fields(value: &Value, wrong: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                // Examples hold data; ids of facts are data as well, and keys of a map.
                if key == "properties" {
                    let names = inner.as_object().unwrap().keys();
                    wrong.extend(
                        names.filter(|name| name.contains(['_', '-']) || name.starts_with(char::is_uppercase)).cloned(),
                    );
                }
                if key != "examples" {
                    fields(inner, wrong);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| fields(item, wrong)),
        _ => {}
    }
}

/// ARQ.01–05: UTF-8, `Accept`, `Cache-Control` and `ETag`.
#[test]
fn arq_03_accept_and_etag_are_kept_to() {
    let server = Server::start();
    let xml = |path| server.send("GET", path, &[("accept", "application/xml"), ("accept-language", "sv")], b"");
    let refused = xml("/api/v1/facts");
    assert_eq!((refused.status, refused.json()["code"].as_str()), (406, Some("not-acceptable")));
    let taken = [("accept", "application/xml, application/*;q=0.1")];
    assert_eq!(server.send("GET", "/api/v1/facts", &taken, b"").status, 200);
    let asked = [("accept", "text/html"), ("content-type", "application/json")];
    let body = br#"{"intent":"treatment","region":"SE-M"}"#;
    assert_eq!(server.send("POST", "/api/v1/answers", &asked, body).status, 406, "before anything is done");
    for path in ["/api/v1/facts", "/api/v1/guidelines"] {
        let first = server.get(path);
        assert!(first.header("cache-control").contains("no-cache"), "{path}");
        let known = server.send("GET", path, &[("if-none-match", first.header("etag"))], b"");
        assert_eq!((known.status, known.body.as_str()), (304, ""));
    }
    assert_eq!(server.post("/api/v1/answers", r#"{"intent":"treatment"}"#).header("cache-control"), "no-store");
}

/// FOR.02: no body with GET.
#[test]
fn for_02_no_body_with_get() {
    let document = document();
    for operation in operations(&document) {
        let bodyless = ["get", "head", "delete"].contains(&operation.method);
        assert!(!bodyless || operation.said["requestBody"].is_null(), "{}", operation.name);
    }
}

/// FEL.01, FEL.02: every error is a problem by RFC 9457, with an instance, and declared.
#[test]
fn fel_01_errors_are_problems_and_declared() {
    let document = document();
    for (name, status, response) in responses(&document) {
        if status.starts_with(['4', '5', 'd']) {
            assert!(response["content"]["application/problem+json"].is_object(), "{name} {status}");
        }
    }
    for operation in operations(&document) {
        let said = operation.said["responses"].as_object().unwrap();
        assert!(said.contains_key("default") && said.contains_key("406"), "{}", operation.name);
    }
    let server = Server::start();
    let json = [("content-type", "application/json")];
    let large = vec![b' '; 70_000];
    for (status, response) in [
        (404, server.get("/nowhere")),
        (405, server.send("PUT", "/api/v1/facts", &[], b"")),
        (406, server.send("GET", "/api/v1/facts", &[("accept", "image/png")], b"")),
        (413, server.send("POST", "/api/v1/answers", &json, &large)),
        (415, server.send("POST", "/api/v1/answers", &[("content-type", "text/plain")], b"x")),
        (422, server.post("/api/v1/answers", "{}")),
    ] {
        assert_eq!(response.status, status, "{}", response.body);
        assert_eq!(response.header("content-type"), "application/problem+json");
        let problem = response.json();
        let schema = &document["components"]["schemas"]["Problem"];
        assert_eq!(misfits(&document, schema, &problem), [""; 0]);
        for field in ["type", "title", "detail", "instance", "code", "traceId"] {
            assert!(is_text(&problem[field]), "{field}: {problem}");
        }
        assert_eq!(status == 405, !response.header("allow").is_empty());
    }
}

/// VER.06: the API tells what it is.
#[test]
fn ver_06_api_info_is_there() {
    let info = Server::start().get("/api/v1/api-info").json();
    for field in ["apiName", "apiVersion", "apiReleased", "apiDocumentation", "apiStatus"] {
        assert!(is_text(&info[field]), "{field}: {info}");
    }
    assert_eq!(info["apiStatus"], "active");
    assert_eq!(info["apiReleased"].as_str().unwrap().len(), 10);
}

/// FNS.01–09: parameters that mean the same are called the same; pages count from 1, with a limit of 20.
#[test]
fn fns_03_paging_is_the_same_everywhere_and_linked() {
    let document = document();
    for operation in operations(&document) {
        for parameter in operation.said["parameters"].as_array().into_iter().flatten() {
            let schema = &parameter["schema"];
            match parameter["name"].as_str().unwrap() {
                "limit" => assert_eq!((&schema["default"], &schema["maximum"]), (&20.into(), &100.into())),
                "page" => assert_eq!((&schema["default"], &schema["minimum"]), (&1.into(), &1.into())),
                _ => {}
            }
        }
    }
    let server = Server::start();
    let path = "/api/v1/search?q=osteoporos+h%C3%B6ft&limit=2&region=SE-M&language=da";
    let mut page = server.get(path);
    let total = page.json()["total"].as_u64().unwrap();
    assert!(total > 4, "{total}");
    assert_eq!(linked(&page, "prev"), None);
    assert_eq!(linked(&page, "first"), Some(page_of(path, 1)));
    let last = linked(&page, "last").unwrap();
    assert_eq!(last, page_of(path, total.div_ceil(2)));
    let mut read = 0;
    loop {
        read += page.json()["items"].as_array().unwrap().len() as u64;
        let Some(next) = linked(&page, "next") else { break };
        page = server.get(&next);
        assert_eq!(page.status, 200, "{next}");
    }
    assert_eq!(read, total, "the links lead through all pages");
    assert!(linked(&page, "prev").is_some());
}

fn page_of(path: &str, page: u64) -> String {
    let (words, rest) =
        path.replace('+', "%20").split_once("&limit=2").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    format!("{words}&page={page}&limit=2{rest}")
}

fn linked(response: &Response, relation: &str) -> Option<String> {
    let ending = format!("; rel=\"{relation}\"");
    let links = response.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("link"));
    let link = links.flat_map(|(_, value)| value.split(", ")).find_map(|link| link.strip_suffix(&ending))?;
    Some(link.trim_start_matches('<').trim_end_matches('>').to_owned())
}

/// MOG.01, MOG.02: resources and methods, and links to what describes them.
#[test]
fn mog_02_replies_link_to_descriptions() {
    let server = Server::start();
    for path in ["/api/v1/facts", "/api/v1/api-info", "/nowhere", "/api/v1/search?q=artros"] {
        let response = server.get(path);
        assert_eq!(linked(&response, "service-desc").as_deref(), Some("/openapi.json"), "{path}");
        assert_eq!(linked(&response, "status").as_deref(), Some("/readyz"), "{path}");
    }
    let catalog = server.get("/.well-known/api-catalog");
    assert_eq!(catalog.header("content-type"), "application/linkset+json");
    assert_eq!(catalog.json()["linkset"][0]["service-desc"][0]["href"], "/openapi.json");
    assert_eq!(server.get("/.well-known/security.txt").status, 404, "nobody is named");
    let contact = Settings { contact: Some("mailto:drift@example.org".to_owned()), ..Settings::default() };
    let text = Server::with(contact).get("/.well-known/security.txt").body;
    assert!(text.contains("Contact: mailto:drift@example.org\n") && text.contains("\nExpires: 20"), "{text}");
}

/// SPA.02, SPA.04: the trace of the caller goes on, is declared and returned.
#[test]
fn spa_02_traces_go_on() {
    let document = document();
    for operation in operations(&document) {
        let parameters = operation.said["parameters"].as_array().unwrap();
        let declared = parameters.iter().any(|one| one["name"] == "traceparent" && one["in"] == "header");
        assert!(declared, "{}", operation.name);
    }
    let server = Server::start();
    let given = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    for path in ["/livez", "/nowhere"] {
        let response = server.send("GET", path, &[("traceparent", given)], b"");
        let returned = response.header("traceparent");
        assert!(
            returned.starts_with("00-4bf92f3577b34da6a3ce929d0e0e4736-") && returned.ends_with("-01"),
            "{returned}"
        );
        assert_ne!(returned, given, "this request is the parent now");
        if response.status == 404 {
            assert_eq!(response.json()["traceId"], "4bf92f3577b34da6a3ce929d0e0e4736");
        }
    }
    let own = server.get("/livez");
    assert_eq!(own.header("traceparent").len(), given.len());
}
