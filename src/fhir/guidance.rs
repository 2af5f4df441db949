//! An answer that was given, as FHIR's GuidanceResponse. It names no patient: none is kept.

use serde_json::{Map, Value, json};

use super::knowledge::cited;
use super::required::requirements;
use crate::corpus::Vocabulary;

/// The answer that is kept as this JSON of the API, as a GuidanceResponse.
#[must_use]
pub fn guidance_response(answer: &Value, vocabulary: &Vocabulary, base: &str) -> Value {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let items = |key: &str| answer.get(key).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let asked: Vec<_> = items("questions").iter().filter_map(|it| vocabulary.find(it.get("fact")?.as_str()?)).collect();
    let status = match (text(answer, "status").as_str(), asked.is_empty()) {
        ("needs_facts", _) => "data-required",
        (_, false) => "data-requested",
        _ => "success",
    };
    let mut response = Map::new();
    let mut put = |key: &str, value: Value| response.insert(key.to_owned(), value);
    put("resourceType", "GuidanceResponse".into());
    put("id", text(answer, "id").into());
    put("language", text(answer, "language").into());
    let recommended: Vec<_> = items("recommendations").iter().map(|line| parameter(line, base)).collect();
    if !recommended.is_empty() {
        let output = json!({"resourceType": "Parameters", "id": "recommendations", "parameter": recommended});
        put("contained", json!([output]));
    }
    put("moduleUri", module(answer, base).into());
    put("status", status.into());
    put("occurrenceDateTime", text(answer, "createdAt").into());
    put("performer", json!({"display": "nordvis"}));
    put("note", json!([{"text": text(answer, "text")}]));
    if !recommended.is_empty() {
        put("outputParameters", json!({"reference": "#recommendations"}));
    }
    let required: Vec<_> = asked.into_iter().flat_map(|fact| requirements(fact, vocabulary)).collect();
    if !required.is_empty() {
        put("dataRequirement", required.into());
    }
    response.into()
}

/// The logic that decided: the library of the one guideline that took part; of several, the service.
fn module(answer: &Value, base: &str) -> String {
    let lists = ["recommendations", "conditional"].into_iter().filter_map(|key| answer.get(key)?.as_array());
    let mut guidelines: Vec<_> = lists.flatten().filter_map(|line| line.get("guideline")?.as_str()).collect();
    guidelines.sort_unstable();
    guidelines.dedup();
    match guidelines.as_slice() {
        [one] => format!("{base}/fhir/Library/{}", one.replace('/', "-")),
        _ => format!("{base}/fhir/metadata"),
    }
}

/// A recommendation: what the rule is, what it says, and the sections that it stands on.
fn parameter(line: &Value, base: &str) -> Value {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let citations = line.get("citations").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let mut parts = vec![
        json!({"name": "rule", "valueString": text(line, "id")}),
        json!({"name": "summary", "valueString": text(line, "summary")}),
        json!({"name": "text", "valueString": text(line, "text")}),
        json!({"name": "strength", "valueCode": text(line, "strength")}),
        json!({"name": "provisional", "valueBoolean": line.get("provisional").is_some_and(|it| it == true)}),
    ];
    parts.extend(citations.iter().map(|citation| {
        let said = format!("{}: {}", text(citation, "title"), text(citation, "heading"));
        json!({"name": "citation", "valueRelatedArtifact": cited(base, &said, &text(citation, "url"))})
    }));
    json!({"name": "recommendation", "part": parts})
}
