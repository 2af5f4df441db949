//! What the guidelines say of a clinical code, without a patient.

use serde_json::json;

use crate::server::Server;
use crate::service::service;

fn rules(server: &Server, query: &str) -> Vec<String> {
    let found = server.get(&format!("/api/v1/guidance?{query}"));
    assert_eq!(found.status, 200, "{}", found.body);
    let items = found.json()["items"].as_array().unwrap().clone();
    items.iter().map(|item| item["rule"]["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_code_of_every_rule_leads_to_it_in_every_language() {
    let server = Server::start();
    let mut codes = 0;
    for guideline in &service().corpus().guidelines {
        for rule in &guideline.rules {
            for code in &rule.codes {
                for language in ["sv", "da", "en"] {
                    let query = format!("system={}&code={}&language={language}", code.system, code.code);
                    assert!(rules(&server, &query).contains(&rule.id), "{query}");
                }
                codes += 1;
            }
        }
    }
    assert!(codes > 3, "{codes}");
}

#[test]
fn a_code_tells_condition_strength_sections_and_validity() {
    let server = Server::start();
    let found = server.get_in("/api/v1/guidance?system=icd-10-se&code=M81", "sv");
    assert_eq!(found.header("content-language"), "sv");
    let found = found.json();
    let item = &found["items"][0];
    assert_eq!((&item["rule"]["id"], &item["guideline"]["region"]), (&json!("ost-code-m81"), &json!("SE-M")));
    assert!(item["rule"]["when"]["text"].as_str().is_some_and(|text| text.len() > 8), "{item}");
    assert_eq!(item["rule"]["strength"], "states");
    assert!(!item["rule"]["citations"].as_array().unwrap().is_empty());
    assert_eq!(item["warnings"][0]["id"], "guideline_expired");
}

#[test]
fn a_code_below_a_category_finds_it_and_a_region_narrows() {
    let server = Server::start();
    for query in ["system=icd-10-se&code=M81.9", "system=ICD-10-SE&code=m819", "system=icd-10-se&code=M81&region=SE-M"]
    {
        assert_eq!(rules(&server, query), ["ost-code-m81"], "{query}");
    }
    for query in ["system=icd-10-se&code=M8", "system=kva&code=M81", "system=icd-10-se&code=M81&region=SE-F"] {
        assert!(rules(&server, query).is_empty(), "{query}");
    }
    assert_eq!(rules(&server, "system=kva&code=GB020"), ["oa-code-gb020"]);
}

#[test]
fn what_is_no_code_is_refused() {
    let server = Server::start();
    for (query, parameters) in [
        ("", vec!["system", "code"]),
        ("system=icd-10-se&code=", vec!["code"]),
        ("system=icd+10&code=M81%3BDROP", vec!["system", "code"]),
        ("system=kva&code=GB020&region=NO-03&language=fi", vec!["region", "language"]),
    ] {
        let response = server.get(&format!("/api/v1/guidance?{query}"));
        assert_eq!(response.status, 400, "{query}");
        let problem = response.json();
        let errors = problem["errors"].as_array().unwrap().iter();
        assert_eq!(errors.map(|error| error["parameter"].as_str().unwrap()).collect::<Vec<_>>(), parameters);
    }
}
