//! The OpenAPI document: what poem-openapi says of the types, made to tell the whole truth.
//!
//! poem-openapi writes OpenAPI 3.0 without limits, closed objects, error responses or headers. Here it becomes 3.1
//! (whose schemas are JSON Schema), with the bodies and parameters that `request::schema` describes, every response
//! that an operation can give, and what every response carries.

use std::sync::Arc;

use poem_openapi::OpenApiService;
use serde_json::{Map, Value, json};

use super::api::{App, operations};
use super::problem::Kind;
use super::request::{ask_schema, feedback_schema, message_schema, parameter_schema, settings_schema};
use super::written::Document;
use crate::corpus::Vocabulary;

const DESCRIPTION: &str = "Answers clinicians' questions from the guideline that binds where they work, with the \
reasons and the sections that each recommendation stands on, in Swedish, Danish and English. A recommendation is given \
only when its conditions are true of the facts; what is unknown is asked for, never assumed.\n\nFields may be added to \
replies, and words to lists such as warnings: clients pass over what they do not know. Requests with fields that are \
not described here are refused.\n\nLimitations: no patient identities are wanted here. What looks like one in free text \
is not kept, and errors never repeat what was sent.";

/// The document of an application that reads these facts.
pub fn document(app: &Arc<App>, vocabulary: &Vocabulary) -> Document {
    let service = OpenApiService::new(operations(app), "nordvis", env!("CARGO_PKG_VERSION")).description(DESCRIPTION);
    let mut document: Value = serde_json::from_str(&service.spec()).unwrap_or_default();
    tell(&mut document, vocabulary);
    Document::new(serde_json::to_vec_pretty(&document).unwrap_or_default(), None)
}

fn tell(document: &mut Value, vocabulary: &Vocabulary) {
    modernise(document);
    put(document, "openapi", "3.1.0".into());
    if let Some(info) = document.get_mut("info") {
        put(info, "license", json!({"name": "Apache-2.0", "identifier": "Apache-2.0"}));
    }
    put(document, "servers", json!([{"url": "/"}]));
    put(document, "security", json!([]));
    for (path, item) in members(document.get_mut("paths")) {
        for (_, operation) in members(Some(item)) {
            describe(path, operation, vocabulary);
        }
    }
    if let Some(problem) = document.pointer_mut("/components/schemas/Problem") {
        put(problem, "examples", json!([PROBLEM_EXAMPLE.clone()]));
    }
}

static PROBLEM_EXAMPLE: std::sync::LazyLock<Value> = std::sync::LazyLock::new(|| {
    json!({
        "type": "urn:nordvis:problem:invalid-fields",
        "title": "Some fields cannot be used",
        "status": 422,
        "detail": "Nothing was answered or stored. Correct the fields named here and send the question again.",
        "instance": "urn:uuid:019356f0-0000-7000-8000-000000000000",
        "code": "invalid-fields",
        "errors": [{"pointer": "#/facts/egfr_ml_min", "detail": "eGFR is a number from 0 to 200 mL/min."}],
    })
});

/// 3.0's ways of saying null and exclusive limits, as JSON Schema says them.
fn modernise(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(modernise),
        Value::Object(object) => {
            require_nullable(object);
            object.values_mut().for_each(modernise);
            if object.remove("nullable").is_some_and(|nullable| nullable == true) {
                or_null(object);
            }
            // Formats such as `uint32` mean nothing to others; the limit does.
            if object.get("format").and_then(Value::as_str).is_some_and(|format| format.starts_with("uint")) {
                object.remove("format");
                object.entry("minimum").or_insert(0.into());
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A field that can be null is always there.
fn require_nullable(object: &mut Map<String, Value>) {
    let Some(Value::Object(properties)) = object.get("properties") else { return };
    let nullable: Vec<Value> = properties
        .iter()
        .filter(|(_, schema)| schema.get("nullable").is_some_and(|nullable| nullable == true))
        .map(|(name, _)| name.as_str().into())
        .collect();
    if let Value::Array(required) = object.entry("required").or_insert(json!([])) {
        required.extend(nullable);
    }
}

fn or_null(object: &mut Map<String, Value>) {
    if let Some(Value::String(kind)) = object.get("type").cloned() {
        object.insert("type".to_owned(), json!([kind, "null"]));
        if let Some(Value::Array(words)) = object.get_mut("enum") {
            words.push(Value::Null);
        }
    } else if let Some(Value::Array(kinds)) = object.get_mut("oneOf") {
        kinds.push(json!({"type": "null"}));
    } else if let Some(Value::Array(parts)) = object.remove("allOf") {
        let reference = parts.into_iter().find(|part| part.get("$ref").is_some()).unwrap_or_default();
        object.insert("anyOf".to_owned(), json!([reference, {"type": "null"}]));
    }
}

/// One operation: its body, parameters and responses.
fn describe(path: &str, operation: &mut Value, vocabulary: &Vocabulary) {
    let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default().to_owned();
    let schema = match id.as_str() {
        "ask" => Some(ask_schema(vocabulary)),
        "giveFeedback" => Some(feedback_schema()),
        "beginConversation" => Some(settings_schema()),
        "sendMessage" => Some(message_schema(vocabulary)),
        _ => None,
    };
    if let (Some(mut schema), Some(content)) = (schema, operation.pointer_mut("/requestBody/content/application~1json"))
    {
        let example = schema.as_object_mut().and_then(|schema| schema.remove("example"));
        put(content, "schema", schema);
        put(content, "examples", json!({"example": {"value": example}}));
    }
    let mut kinds = vec![Kind::MissingHost, Kind::InvalidParameters, Kind::UrlTooLong, Kind::Internal];
    if operation.get("requestBody").is_some() {
        kinds.extend([Kind::BodyTimeout, Kind::BodyTooLarge, Kind::NotJson, Kind::InvalidFields]);
    }
    if path.contains('{') {
        kinds.push(Kind::NotFound);
    }
    if ["/api/v1/answers", "/api/v1/conversations", "/readyz"].iter().any(|kept| path.starts_with(kept)) {
        kinds.push(Kind::Unavailable);
    }
    parameters(operation);
    responses(&id, operation, &kinds);
}

fn parameters(operation: &mut Value) {
    let Some(Value::Array(parameters)) = operation.get_mut("parameters") else { return };
    for parameter in parameters {
        let name = parameter.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
        let in_query = parameter.get("in").is_some_and(|place| place == "query");
        if let Some(schema) = parameter_schema(&name).filter(|_| in_query) {
            put(parameter, "schema", schema);
            // What is searched for must be said; the rest has defaults.
            put(parameter, "required", (name == "q").into());
        } else if let Some((schema, example)) = path_parameter(&name) {
            put(parameter, "schema", schema);
            put(parameter, "example", example.into());
        }
        if let Some(parameter) = parameter.as_object_mut() {
            parameter.remove("explode");
            parameter.retain(|key, value| key != "deprecated" || value == true);
        }
    }
}

/// What a parameter of the path looks like, and one that is there or could be.
fn path_parameter(name: &str) -> Option<(Value, &'static str)> {
    match name {
        "id" => Some((json!({"type": "string", "format": "uuid"}), "019356f0-0000-7000-8000-000000000000")),
        "region" => Some((json!({"type": "string", "pattern": "^[a-z]{2}-[a-z0-9]{1,3}$"}), "se-m")),
        "name" => Some((json!({"type": "string", "pattern": "^[a-z0-9-]+$"}), "osteoporos")),
        _ => None,
    }
}

fn responses(id: &str, operation: &mut Value, kinds: &[Kind]) {
    let Some(Value::Object(responses)) = operation.get_mut("responses") else { return };
    let problem = responses.get("default").and_then(|response| response.get("content")).cloned().unwrap_or_default();
    for (status, response) in responses.iter_mut() {
        put(response, "description", reason(status).into());
        put(response, "headers", headers(id, status));
        let other = match id {
            "opensearch" => "application/opensearchdescription+xml",
            "suggest" => "application/x-suggestions+json",
            _ => continue,
        };
        if let Some(Value::Object(content)) = response.get_mut("content")
            && let Some(media) = content.remove("application/json")
        {
            content.insert(other.to_owned(), media);
        }
    }
    if ["openapi", "opensearch", "listFacts", "listGuidelines", "readGuideline"].contains(&id) {
        responses.insert("304".to_owned(), json!({"description": reason("304"), "headers": headers(id, "304")}));
    }
    for status in kinds.iter().map(|kind| kind.status().as_u16().to_string()) {
        let response =
            json!({"description": reason(&status), "headers": headers(id, &status), "content": problem.clone()});
        responses.insert(status, response);
    }
}

/// What a status means here.
fn reason(status: &str) -> &'static str {
    match status {
        "200" => "What was asked for.",
        "201" => "It is begun.",
        "204" => "Done; there is nothing to say.",
        "304" => "Not changed since the client's copy.",
        "400" => "The request cannot be read, or a query parameter is at fault.",
        "404" => "There is no such thing.",
        "408" => "The body did not come in time.",
        "413" => "The body is too large.",
        "414" => "The URL is too long.",
        "415" => "The body is not sent as JSON.",
        "422" => "Fields are at fault; `errors` names each of them. Nothing was answered or stored.",
        "500" => "A fault of the program.",
        "503" => "Answers cannot be given and kept at the moment. Try again after `Retry-After`.",
        _ => "Any other error.",
    }
}

fn headers(id: &str, status: &str) -> Value {
    let text = |description: &str| json!({"description": description, "schema": {"type": "string"}});
    let mut headers = json!({"X-Request-Id": text("The id of this request in the log.")});
    if status == "200" && ["ask", "readAnswer", "sendMessage"].contains(&id) {
        put(&mut headers, "Content-Language", text("The language of the answer."));
        put(&mut headers, "Content-Location", text("Where the answer can be read again."));
    }
    if status == "201" {
        put(&mut headers, "Location", text("Where it is."));
    }
    if status == "503" {
        put(&mut headers, "Retry-After", json!({"description": "Seconds to wait.", "schema": {"type": "integer"}}));
    }
    headers
}

fn put(object: &mut Value, key: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

fn members(value: Option<&mut Value>) -> impl Iterator<Item = (&String, &mut Value)> {
    value.and_then(Value::as_object_mut).into_iter().flatten()
}
