//! How does OpenAPI 3.0 become 3.1? Its ways of saying null and limits, as JSON Schema says them.

use serde_json::{Map, Value, json};

/// 3.0's ways of saying null and exclusive limits, as JSON Schema says them.
pub(super) fn modernise(value: &mut Value) {
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
