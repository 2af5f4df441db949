//! Drafts of referrals: what the guideline asks for, filled with what is known, the rest marked.

use serde_json::{Value, json};

use crate::server::{Response, Server};

fn asked(server: &Server, body: &Value) -> String {
    let response = server.post("/api/v1/answers", &body.to_string());
    assert_eq!(response.status, 200, "{}", response.body);
    response.json()["id"].as_str().unwrap().to_owned()
}

fn referral(server: &Server, id: &str, format: &str) -> Response {
    server.get(&format!("/api/v1/answers/{id}/referral{format}"))
}

fn knee(language: &str) -> Value {
    json!({"intent": "referral_target", "region": "DK-81", "language": language,
           "facts": {"osteoarthritis": true, "oa_joint": "knee", "home_care": false, "low_self_care": false,
                     "needs_municipal_coordination": false, "tried_physiotherapy": false, "bmi": 31.5}})
}

fn field<'a>(draft: &'a Value, id: &str) -> &'a Value {
    draft["fields"].as_array().unwrap().iter().find(|field| field["id"] == id).unwrap_or(&Value::Null)
}

#[test]
fn the_danish_form_carries_the_words_and_the_phrases() {
    let server = Server::start();
    let id = asked(&server, &knee("da"));
    let response = referral(&server, &id, "");
    assert_eq!((response.status, response.header("content-language")), (200, "da"), "{}", response.body);
    let reply = response.json();
    let drafts = reply["drafts"].as_array().unwrap();
    assert_eq!(drafts.len(), 1, "{reply:#}");
    let draft = &drafts[0];
    assert_eq!(draft["rule"], "dk-refer-practising-physiotherapist");
    assert_eq!(draft["targets"][0]["id"], "practising-physiotherapist");
    let words = "henvises til behandling for den pågældende lidelse, jf. kliniske retningslinjer";
    assert_eq!(field(draft, "dk-words")["text"], words);
    assert_eq!(field(draft, "dk-bmi")["text"], "BMI 31,5 kg/m²");
    assert!(field(draft, "dk-physiotherapy")["text"].is_string());
    // What may still speak against it is marked too, and how old the guideline is.
    let open = json!({"intent": "referral_target", "region": "DK-81", "language": "da", "asOf": "2026-11-22",
                      "facts": {"osteoarthritis": true, "oa_joint": "knee"}});
    let open = referral(&server, &asked(&server, &open), "").json()["drafts"][0].clone();
    assert_eq!(field(&open, "reason")["missing"].as_array().unwrap().len(), 3, "{open:#}");
    assert!(field(&open, "note")["text"].as_str().unwrap().contains("2016"), "{open:#}");
    assert!(open["text"].as_str().unwrap().contains("den anbefalede fysioterapi? [Udfyld:"), "{open:#}");
    // What is not known is marked, and never answered.
    for id in ["dk-pain-relief", "dk-x-ray"] {
        assert_eq!(
            (&field(draft, id)["text"], field(draft, id)["missing"].as_array().unwrap().len()),
            (&Value::Null, 1)
        );
    }
    let text = draft["text"].as_str().unwrap();
    assert!(text.contains("Røntgen: [Udfyld: ") && text.contains("Patient: [Udfyld: "), "{text}");
    assert!(draft["citations"].as_array().unwrap().iter().any(|it| it["section"] == "bilag"));
    // In any language of the reply the Danish words stand as they are.
    for language in ["sv", "en"] {
        let id = asked(&server, &knee(language));
        assert!(referral(&server, &id, "?format=text").body.contains(words), "{language}");
    }
}

#[test]
fn the_coordinators_referral_recommends_what_the_rules_decide() {
    let server = Server::start();
    let case = |facts: Value| json!({"intent": "referral_target", "region": "SE-M", "language": "sv", "facts": facts});
    let facts = json!({"care_setting": "fracture_unit", "frax_percent": 34, "osteoporosis": true, "egfr_ml_min": 28,
                       "drug_treatment_not_relevant": false, "expected_survival_years": 8});
    let reply = referral(&server, &asked(&server, &case(facts)), "").json();
    let drafts = reply["drafts"].as_array().unwrap();
    let to = |target: &str| drafts.iter().find(|draft| draft["targets"][0]["id"] == target).unwrap();
    let drug = field(to("primary-care-doctor"), "ost-drug")["text"].as_str().unwrap();
    assert!(drug.contains("Denosumab") && !drug.contains("Peroral"), "{drug}");
    assert_eq!(
        field(to("primary-care-physiotherapist"), "ost-training")["text"],
        "balansträning och fallförebyggande träning"
    );
    // Of kidneys nothing is known: no drug is named, and what is decided is still said.
    let facts = json!({"care_setting": "fracture_unit", "fracture_site": "hip", "drug_treatment_not_relevant": false,
                       "expected_survival_years": 8});
    let reply = referral(&server, &asked(&server, &case(facts)), "").json();
    let doctor = reply["drafts"].as_array().unwrap().iter().find(|it| it["targets"][0]["id"] == "primary-care-doctor");
    assert_eq!(field(doctor.unwrap(), "ost-drug")["text"], Value::Null, "{reply:#}");
    assert_eq!(field(doctor.unwrap(), "ost-drug")["missing"][0], "Rekommendation om läkemedelsbehandling");
}

#[test]
fn a_referral_without_a_form_says_why_and_what_is_known() {
    let server = Server::start();
    let facts = json!({"osteoporosis": true, "egfr_ml_min": 28});
    let body = json!({"intent": "treatment", "region": "SE-M", "language": "en", "facts": facts});
    let id = asked(&server, &body);
    let text = referral(&server, &id, "?format=text");
    assert_eq!(text.header("content-type"), "text/plain; charset=utf-8");
    for part in ["osteoporosmottagning", "eGFR 28 mL/min", "below 35", "[Fill in: name and identity number]"] {
        assert!(text.body.contains(part), "{part} in {}", text.body);
    }
    let request = referral(&server, &id, "?format=fhir");
    assert_eq!(request.header("content-type"), "application/fhir+json");
    let request = request.json();
    assert_eq!((&request["resourceType"], &request["status"]), (&json!("ServiceRequest"), &json!("draft")));
    assert!(request["note"][0]["text"].as_str().unwrap().contains("eGFR 28"));
}

#[test]
fn without_a_referral_there_is_no_draft() {
    let server = Server::start();
    let body = json!({"intent": "treatment", "region": "SE-F", "language": "sv", "facts": {"osteoarthritis": true}});
    let refused = referral(&server, &asked(&server, &body), "");
    assert_eq!((refused.status, &refused.json()["code"]), (404, &json!("referral-not-found")));
    assert_eq!(refused.header("content-language"), "sv");
    assert_eq!(referral(&server, "019356f0-0000-7000-8000-000000000000", "").json()["code"], "answer-not-found");
    let id = asked(&server, &knee("da"));
    let refused = referral(&server, &id, "?format=pdf");
    assert_eq!((refused.status, &refused.json()["errors"][0]["parameter"]), (400, &json!("format")));
}
