//! Is a stored answer given again to the byte, and if not, which fields differ?

use std::collections::BTreeSet;

use serde_json::Value;

/// The JSON Pointers of every field that differs, and an empty one when only the writing does; none when no byte does.
#[must_use]
pub fn differing(before: &str, after: &str) -> Vec<String> {
    if before == after {
        return Vec::new();
    }
    let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    let mut fields = Vec::new();
    walk("", &parsed(before), &parsed(after), &mut fields);
    if fields.is_empty() {
        fields.push(String::new());
    }
    fields
}

fn walk(pointer: &str, before: &Value, after: &Value, fields: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
            for key in keys {
                let (one, other) = (before.get(key), after.get(key));
                let (one, other) = (one.unwrap_or(&Value::Null), other.unwrap_or(&Value::Null));
                walk(&format!("{pointer}/{key}"), one, other, fields);
            }
        }
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            for (place, (before, after)) in before.iter().zip(after).enumerate() {
                walk(&format!("{pointer}/{place}"), before, after, fields);
            }
        }
        (before, after) if before == after => {}
        _ => fields.push(pointer.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::differing;

    #[test]
    fn fields_that_differ_are_pointed_at() {
        let before = r#"{"text":"x",
            "facts":[{"id":"age","value":71}]}"#;
        assert_eq!(differing(before, before), Vec::<String>::new());
        let after = before.replace("71", "72").replace("\"x\"", "\"y\"");
        assert_eq!(differing(before, &after), ["/facts/0/value", "/text"]);
        assert_eq!(differing(before, &before.replace('\n', "")), [""]);
        assert_eq!(differing("{}", r#"{"hits":[1]}"#), ["/hits"]);
    }
}
