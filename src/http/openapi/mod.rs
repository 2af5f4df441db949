//! The OpenAPI document: what poem-openapi says of the types, made to tell the whole truth.
//!
//! poem-openapi writes OpenAPI 3.0 without limits, closed objects, error responses, headers, examples or security. Here
//! it becomes 3.1 (whose schemas are JSON Schema), with the bodies and parameters that `request::schema` describes,
//! every response that an operation can give with an example of it, and what every request and response carries.

mod example;
mod info;
mod modernise;
mod operation;
mod problems;

pub(in crate::http) use info::PARAGRAPHS;

use std::sync::Arc;

use poem_openapi::OpenApiService;
use serde_json::{Value, json};

use super::api::{App, operations};
use super::written::Document;
use crate::ask::Service;

/// The document of an application that answers with this.
pub fn document(app: &Arc<App>, service: &Service) -> Document {
    let written = OpenApiService::new(operations(app), "nordvis", env!("CARGO_PKG_VERSION")).spec();
    let mut document: Value = serde_json::from_str(&written).unwrap_or_default();
    tell(&mut document, app, service);
    Document::new(serde_json::to_vec_pretty(&document).unwrap_or_default(), None)
}

fn tell(document: &mut Value, app: &App, service: &Service) {
    modernise::modernise(document);
    put(document, "openapi", "3.1.0".into());
    put(document, "info", info::info(app, service));
    put(document, "servers", servers(app.announced.as_deref()));
    put(document, "security", json!([]));
    for (path, item) in members(document.get_mut("paths")) {
        for (method, operation) in members(Some(item)) {
            operation::describe((method, path), operation, app.is_open, service);
        }
    }
    if let Some(components) = document.get_mut("components") {
        put(components, "responses", problems::responses(service));
        put(components, "securitySchemes", security_schemes());
    }
}

/// Where it is reached: where the deployment says, and where this document was read.
fn servers(announced: Option<&str>) -> Value {
    let urls = announced.into_iter().chain(["/"]);
    urls.map(|url| json!({"url": url})).collect()
}

fn security_schemes() -> Value {
    let key = "An API key, as `nordvis clients create` prints it";
    json!({
        "bearer": {
            "type": "http",
            "scheme": "bearer",
            "description": format!("{key}, or a token (JWT) of an issuer that the deployment trusts."),
        },
        "apiKey": {"type": "apiKey", "in": "header", "name": "X-API-Key", "description": format!("{key}.")},
    })
}

fn put(object: &mut Value, key: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

fn members(value: Option<&mut Value>) -> impl Iterator<Item = (&String, &mut Value)> {
    value.and_then(Value::as_object_mut).into_iter().flatten()
}
