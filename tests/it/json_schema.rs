//! Does a JSON value fit a schema? The keywords that the OpenAPI document uses; another one is a failure, so that none is
//! passed over in silence.

use serde_json::{Map, Value};

/// Keywords that say something to readers, and restrict nothing that is checked here. `pattern` and `format` are
/// checked by the readers of requests themselves.
const SAID: [&str; 9] =
    ["description", "title", "default", "examples", "example", "format", "pattern", "deprecated", "discriminator"];

/// Everything in which the value does not fit, each with its place.
pub fn misfits(document: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(document, schema, value, "", &mut found);
    found
}

fn fits(document: &Value, schema: &Value, value: &Value) -> bool {
    misfits(document, schema, value).is_empty()
}

fn check(document: &Value, schema: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    let Some(schema) = schema.as_object() else { return };
    for (keyword, said) in schema {
        if let Some(problem) = keyword_problem(document, schema, keyword, said, value, place, found) {
            found.push(format!("{place}: {problem}"));
        }
    }
}

fn keyword_problem(
    document: &Value,
    schema: &Map<String, Value>,
    keyword: &str,
    said: &Value,
    value: &Value,
    place: &str,
    found: &mut Vec<String>,
) -> Option<String> {
    let number = || value.as_f64().zip(said.as_f64());
    let length = |length: Option<usize>| length.map(|length| length as f64).zip(said.as_f64());
    let chars = || length(value.as_str().map(|text| text.chars().count()));
    let items = || length(value.as_array().map(Vec::len));
    let each = || said.as_array().into_iter().flatten();
    let wrong = match keyword {
        "$ref" => {
            let pointer = said.as_str().unwrap().trim_start_matches('#');
            check(document, document.pointer(pointer).unwrap_or_else(|| panic!("no {said}")), value, place, found);
            false
        }
        "type" => !each().chain([said]).filter_map(Value::as_str).any(|kind| is(value, kind)),
        "enum" => !each().any(|known| known == value),
        "const" => said != value,
        "required" => {
            let missing = |name: &&Value| value.is_object() && value.get(name.as_str().unwrap()).is_none();
            return each().find(missing).map(|name| format!("{name} is missing"));
        }
        "properties" | "additionalProperties" | "patternProperties" => {
            members(document, schema, keyword, said, value, place, found);
            false
        }
        "items" => {
            for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                check(document, said, item, &format!("{place}/{number}"), found);
            }
            false
        }
        "allOf" => {
            each().for_each(|part| check(document, part, value, place, found));
            false
        }
        "anyOf" => !each().any(|part| fits(document, part, value)),
        "oneOf" => each().filter(|part| fits(document, part, value)).count() != 1,
        "minimum" => number().is_some_and(|(value, least)| value < least),
        "maximum" => number().is_some_and(|(value, most)| value > most),
        "minLength" => chars().is_some_and(|(length, least)| length < least),
        "maxLength" => chars().is_some_and(|(length, most)| length > most),
        "minItems" => items().is_some_and(|(length, least)| length < least),
        "maxItems" => items().is_some_and(|(length, most)| length > most),
        other => return (!SAID.contains(&other)).then(|| format!("the keyword {other} is not known here")),
    };
    wrong.then(|| format!("{value} is not as {keyword} {said} says"))
}

fn members(
    document: &Value,
    schema: &Map<String, Value>,
    keyword: &str,
    said: &Value,
    value: &Value,
    place: &str,
    found: &mut Vec<String>,
) {
    // A pattern here is a name between anchors.
    let named = |name: &str| schema.get("patternProperties").and_then(|names| names.get(format!("^{name}$")));
    for (name, member) in value.as_object().into_iter().flatten() {
        let place = format!("{place}/{name}");
        let listed = schema.get("properties").and_then(|names| names.get(name));
        match keyword {
            "properties" => listed.into_iter().for_each(|own| check(document, own, member, &place, found)),
            "patternProperties" => {
                named(name).into_iter().for_each(|own| check(document, own, member, &place, found));
            }
            _ if listed.is_some() || named(name).is_some() => {}
            _ if *said == Value::Bool(false) => found.push(format!("{place} may not be there")),
            _ => check(document, said, member, &place, found),
        }
    }
}

fn is(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("no type {other}"),
    }
}

#[test]
fn values_that_do_not_fit_are_found() {
    let document = serde_json::json!({"$defs": {"name": {"type": "string", "minLength": 2}}});
    let schema = serde_json::json!({
        "type": "object", "required": ["a"], "additionalProperties": false,
        "properties": {
            "a": {"$ref": "#/$defs/name"},
            "b": {"type": ["integer", "null"], "minimum": 1},
            "c": {"type": "array", "maxItems": 1, "items": {"enum": ["x"]}},
        },
    });
    let fitting = serde_json::json!({"a": "åå", "b": null, "c": ["x"]});
    assert_eq!(misfits(&document, &schema, &fitting), [""; 0]);
    for (value, count) in [
        (serde_json::json!({"b": 1}), 1),
        (serde_json::json!({"a": "å"}), 1),
        (serde_json::json!({"a": "åå", "b": 0.5}), 2),
        (serde_json::json!({"a": "åå", "c": ["y", "x"], "d": 1}), 3),
        (serde_json::json!([]), 1),
    ] {
        assert_eq!(misfits(&document, &schema, &value).len(), count, "{value}");
    }
}
