//! One operation: its body, parameters, responses and what lets a client use it.

use poem::http::Method;
use serde_json::{Value, json};

use super::problems::reference;
use super::{example, put};
use crate::ask::Service;
use crate::corpus::Vocabulary;
use crate::http::guard::{Permission, permission};
use crate::http::media::{media_type, other_media_types};
use crate::http::problem::Kind;
use crate::http::request::{ask_schema, feedback_schema, message_schema, parameter_schema, settings_schema};

/// Tells the whole truth of one operation.
pub(super) fn describe((method, path): (&str, &str), operation: &mut Value, is_open: bool, service: &Service) {
    let id = operation.get("operationId").and_then(Value::as_str).unwrap_or_default().to_owned();
    if operation.get("description").is_none() {
        let summary = operation.get("summary").cloned().unwrap_or_default();
        put(operation, "description", summary);
    }
    put(operation, "security", security(method, path, is_open));
    body(&id, operation, &service.corpus().vocabulary);
    parameters(&id, operation);
    responses(&id, operation, service);
    problems(path, operation);
}

/// What lets a client use it: a key or a token with a scope, or nothing.
fn security(method: &str, path: &str, is_open: bool) -> Value {
    let method = Method::from_bytes(method.to_ascii_uppercase().as_bytes()).unwrap_or_default();
    match permission(&method, path) {
        Permission::Public => json!([]),
        Permission::Needs(scope) => {
            let mut ways = vec![json!({"bearer": [scope.name()]}), json!({"apiKey": [scope.name()]})];
            if is_open {
                ways.push(json!({}));
            }
            ways.into()
        }
    }
}

fn body(id: &str, operation: &mut Value, vocabulary: &Vocabulary) {
    let schema = match id {
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
}

fn parameters(id: &str, operation: &mut Value) {
    let mut parameters = match operation.get_mut("parameters").map(Value::take) {
        Some(Value::Array(parameters)) => parameters,
        _ => Vec::new(),
    };
    for parameter in &mut parameters {
        let name = parameter.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
        let in_query = parameter.get("in").is_some_and(|place| place == "query");
        if let Some(schema) = parameter_schema(&name).filter(|_| in_query) {
            put(parameter, "schema", schema);
            // What is searched for must be said; the rest has defaults.
            put(parameter, "required", (matches!(name.as_str(), "q" | "system" | "code")).into());
            if let Some(example) = query_example(&name) {
                put(parameter, "example", example.into());
            }
        } else if let Some((schema, example)) = path_parameter(&name) {
            put(parameter, "schema", schema);
            put(parameter, "example", example.into());
        }
        if let Some(parameter) = parameter.as_object_mut() {
            parameter.remove("explode");
            parameter.retain(|key, value| key != "deprecated" || value == true);
        }
    }
    if ["giveFeedback", "beginConversation", "sendMessage"].contains(&id) {
        let mut key = header("Idempotency-Key", "A name for this request, by which it can be sent again.");
        put(&mut key, "schema", json!({"type": "string", "pattern": "^[!#-\\[\\]-~]{16,128}$"}));
        put(&mut key, "example", "8e03978e-40d5-43dd-bc93-6894a57f9324".into());
        parameters.push(key);
    }
    parameters.extend([
        header(
            "traceparent",
            "The trace that the request is part of, by W3C Trace Context. It goes on in the response.",
        ),
        header("Accept-Language", "The languages that the reader reads; `sv`, `da` and `en` are spoken here."),
    ]);
    put(operation, "parameters", parameters.into());
}

fn header(name: &str, description: &str) -> Value {
    json!({"name": name, "in": "header", "required": false, "description": description, "schema": {"type": "string"}})
}

/// What could be asked for.
fn query_example(name: &str) -> Option<&'static str> {
    match name {
        "q" => Some("osteoporos remiss"),
        "system" => Some("icd-10-se"),
        "code" => Some("M81.9"),
        "region" => Some("SE-M"),
        "language" => Some("sv"),
        _ => None,
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

/// What it replies when all is well.
fn responses(id: &str, operation: &mut Value, service: &Service) {
    let Some(Value::Object(responses)) = operation.get_mut("responses") else { return };
    for (status, response) in responses.iter_mut() {
        put(response, "description", reason(status).into());
        put(response, "headers", headers(id, status));
        if let Some(Value::Object(content)) = response.get_mut("content")
            && let Some(mut media) = content.remove("application/json")
        {
            if let Some(example) = example::of(id, service) {
                put(&mut media, "examples", json!({"example": {"value": example}}));
            }
            content.insert(media_type(id).to_owned(), media);
            for (other, kind, example) in other_media_types(id)
                .iter()
                .zip(["string", "object"])
                .map(|(other, kind)| (*other, kind, example::of(&format!("{id} {other}"), service)))
            {
                let schema = json!({"type": kind});
                content
                    .insert(other.to_owned(), json!({"schema": schema, "examples": {"example": {"value": example}}}));
            }
        }
    }
    if ["openapi", "opensearch", "listFacts", "listGuidelines", "readGuideline"].contains(&id) {
        responses.insert("304".to_owned(), json!({"description": reason("304"), "headers": headers(id, "304")}));
    }
}

/// What it replies when something is wrong.
fn problems(path: &str, operation: &mut Value) {
    let mut kinds = vec![
        Kind::MissingHost,
        Kind::InvalidParameters,
        Kind::UrlTooLong,
        Kind::HeadersTooLarge,
        Kind::NotAcceptable,
        Kind::Internal,
    ];
    if operation.get("requestBody").is_some() {
        kinds.extend([Kind::BodyTimeout, Kind::BodyTooLarge, Kind::NotJson, Kind::InvalidFields]);
    }
    if path.contains('{') || path.ends_with("security.txt") || path == "/metrics" {
        kinds.push(Kind::NotFound);
    }
    if path != "/livez" {
        kinds.push(Kind::Unavailable);
    }
    if path.ends_with("/messages") {
        kinds.push(Kind::ConversationFull);
    }
    if operation.get("security").and_then(Value::as_array).is_some_and(|ways| !ways.is_empty()) {
        kinds.extend([Kind::Unauthenticated, Kind::Forbidden, Kind::TooManyRequests, Kind::Unavailable]);
    }
    let Some(Value::Object(responses)) = operation.get_mut("responses") else { return };
    let statuses = kinds.iter().map(|kind| kind.status().as_u16().to_string());
    for status in statuses.chain(["default".to_owned()]) {
        let response = reference(&status);
        responses.insert(status, response);
    }
}

/// What a status means here.
pub(super) fn reason(status: &str) -> &'static str {
    match status {
        "200" => "What was asked for.",
        "201" => "It is begun.",
        "204" => "Done; there is nothing to say.",
        "304" => "Not changed since the client's copy.",
        "400" => "The request cannot be read, or a query parameter is at fault.",
        "401" => "No key or token was shown that holds; `WWW-Authenticate` says what to show.",
        "403" => "The key or token holds, but not for this.",
        "404" => "There is no such thing.",
        "405" => "There is something at this address, but not by this method; `Allow` lists those that there are.",
        "406" => "`Accept` names no form that there is.",
        "408" => "The body did not come in time.",
        "409" => "The conversation takes no more messages.",
        "412" => "Data that is needed was not sent.",
        "413" => "The body is too large.",
        "414" => "The URL is too long.",
        "415" => "The body is not sent as JSON.",
        "422" => "Fields are at fault; `errors` names each of them. Nothing was answered or stored.",
        "429" => "More was asked than may be. Try again after `Retry-After`.",
        "431" => "The headers are too many or too large.",
        "500" => "A fault of the program.",
        "503" => "Answers cannot be given and kept at the moment. Try again after `Retry-After`.",
        _ => "Any other error.",
    }
}

/// The headers that a response has beside those that every response has.
pub(super) fn headers(id: &str, status: &str) -> Value {
    let text = |description: &str| json!({"description": description, "schema": {"type": "string"}});
    let mut headers = json!({
        "X-Request-Id": text("The id of this request in the log."),
        "traceparent": text("The trace that the request was part of, with the request as parent."),
        "Link": text("Where the service is described and where it tells how it is; for pages, the other pages."),
    });
    if !["304", "405"].contains(&status) {
        put(&mut headers, "RateLimit-Policy", text("How often may be asked, where there is a limit."));
        put(&mut headers, "RateLimit", text("How often may still be asked, and in how many seconds it is renewed."));
    }
    let of_an_answer = ["ask", "readAnswer", "sendMessage"].contains(&id);
    match status {
        "200" if of_an_answer => {
            put(&mut headers, "Content-Language", text("The language of the answer."));
            put(&mut headers, "Content-Location", text("Where the answer can be read again."));
        }
        "201" => put(&mut headers, "Location", text("Where it is.")),
        "304" => put(&mut headers, "ETag", text("What the copy is known by.")),
        "405" => put(&mut headers, "Allow", text("The methods that there are.")),
        "401" | "403" => put(&mut headers, "WWW-Authenticate", text("What to show.")),
        "429" | "503" => {
            put(&mut headers, "Retry-After", json!({"description": "Seconds to wait.", "schema": {"type": "integer"}}));
        }
        _ => {}
    }
    headers
}
