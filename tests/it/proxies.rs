//! Behind a reverse proxy: where a request comes from, and where links lead.

use nordvis::access::AccessSettings;
use nordvis::clinical::Region;
use nordvis::http::{Access, Proxies, Settings};
use serde_json::json;

use crate::replica::call;
use crate::server::{Response, Server};

/// Few requests from each address, brought by these proxies.
fn sparing(trusted: &[&str]) -> Server {
    let access = AccessSettings { per_minute_anonymous: 3, ..AccessSettings::default() };
    let trusted: Vec<_> = trusted.iter().map(|address| (*address).to_owned()).collect();
    let trusted_proxies = Proxies::read(&trusted).unwrap();
    Server::with(Settings { access: Access::guarded(access), trusted_proxies, ..Settings::default() })
}

fn asked(server: &Server, headers: &[(&str, &str)]) -> Response {
    server.send("GET", "/api/v1/facts", headers, b"")
}

/// How many requests of ten, each with a header of its own, are turned away for being too many.
fn turned_away(server: &Server, header: impl Fn(usize) -> (&'static str, String)) -> usize {
    let statuses = (0..10).map(|number| {
        let (name, value) = header(number);
        asked(server, &[(name, &value)]).status
    });
    statuses.filter(|status| *status == 429).count()
}

#[test]
fn each_address_behind_a_trusted_proxy_has_a_limit_of_its_own() {
    let server = sparing(&["127.0.0.1"]);
    for name in ["x-forwarded-for", "forwarded"] {
        let of = |number: usize, rest: &str| {
            let node = format!("203.0.{}.{number}", u8::from(name == "forwarded"));
            (name, if name == "forwarded" { format!("{rest}for={node}") } else { format!("{rest}{node}") })
        };
        assert_eq!(turned_away(&server, |number| of(number, "")), 0, "ten addresses");
    }
    // One of them that pretends to be others is still one. A minute may begin on the way.
    let pretended = |number: usize| ("x-forwarded-for", format!("198.51.100.{number}, 192.0.2.7"));
    assert!(turned_away(&server, pretended) >= 4);
    // Nor does it help to say so twice, where the proxy writes in one place and passes the other on.
    let twice = (0..10).map(|number| {
        let forged = format!("for=198.51.100.{number}");
        asked(&server, &[("x-forwarded-for", "192.0.2.8"), ("forwarded", &forged)]).status
    });
    assert!(twice.filter(|status| *status == 429).count() >= 4);
    // A network of IPv6 is one subscriber's.
    let neighbours = |number: usize| ("x-forwarded-for", format!("2001:db8:0:1::{number}"));
    assert!(turned_away(&server, neighbours) >= 4);
    let streets = |number: usize| ("x-forwarded-for", format!("2001:db8:1:{number}::1"));
    assert_eq!(turned_away(&server, streets), 0);
}

#[test]
fn nobody_else_is_believed() {
    for trusted in [&[][..], &["192.0.2.1", "10.0.0.0/8"]] {
        let server = sparing(trusted);
        assert!(turned_away(&server, |number| ("x-forwarded-for", format!("203.0.113.{number}"))) >= 4);
    }
}

/// What leaves the service names the public address, whatever a request says of its host; what stays is relative.
#[test]
fn links_lead_to_the_public_address() {
    let public_url = Some("https://kunskap.example".to_owned());
    let defaults = nordvis::ask::Defaults { region: Region::from_code("SE-M").ok(), language: None };
    let server = Server::with(Settings { public_url, defaults, ..Settings::default() });
    let get = |path: &str| {
        let headers =
            [("x-forwarded-host", "evil.example"), ("x-forwarded-proto", "gopher"), ("forwarded", "host=evil.example")];
        let response = server.send("GET", path, &headers, b"");
        assert!(!response.body.contains("evil.example") && !response.body.contains("127.0.0.1"), "{path}");
        response.json()
    };
    assert_eq!(get("/openapi.json")["servers"], json!([{"url": "https://kunskap.example"}, {"url": "/"}]));
    assert_eq!(get("/api/v1/api-info")["apiDocumentation"], "https://kunskap.example/docs");
    assert_eq!(get("/fhir/metadata")["implementation"]["url"], "https://kunskap.example/fhir");
    let library = get("/fhir/Library/se-m-osteoporos");
    assert_eq!(library["url"], "https://kunskap.example/fhir/Library/se-m-osteoporos");
    let record = json!({"resourceType": "Condition", "subject": {"reference": "Patient/p1"}, "code": {"coding": [
        {"system": "http://hl7.org/fhir/sid/icd-10-se", "code": "M81"}]}});
    let hook = json!({"hook": "patient-view", "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
                      "context": {"userId": "Practitioner/1", "patientId": "p1"},
                      "prefetch": {"patient": null, "conditions": record}});
    let cards = server.post("/cds-services/nordvis-treatment", &hook.to_string()).json();
    for link in cards["cards"].as_array().unwrap().iter().flat_map(|card| card["links"].as_array().unwrap()) {
        assert!(link["url"].as_str().unwrap().starts_with("https://kunskap.example/"), "{link}");
    }
    let begun = server.post("/api/v1/conversations", "{}");
    assert!(begun.header("location").starts_with("/api/v1/conversations/"));
    // Where nobody says where it is reached, it is where the reader is.
    let here = Server::start();
    assert_eq!(here.get("/openapi.json").json()["servers"], json!([{"url": "/"}]));
    assert_eq!(here.get("/api/v1/api-info").json()["apiDocumentation"], "/docs");
}

/// The address belongs to documentation: nothing can listen there.
#[test]
fn addresses_that_cannot_be_are_refused_in_words() {
    for (flag, value, said) in [
        ("--public-url", "https://portal.example/nordvis", "is not an origin"),
        ("--public-url", "portal.example", "is not an origin"),
        ("--trusted-proxies", "10.0.0.0/33", "neither an IP address nor a network"),
        ("--trusted-proxies", "127.0.0.1,proxy.example", "neither an IP address nor a network"),
    ] {
        let output = call(&["serve", "--listen", "192.0.2.1:80", flag, value, "--language", "en"]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), told.contains(said)), (Some(2), true), "{flag} {value}: {told}");
    }
}
