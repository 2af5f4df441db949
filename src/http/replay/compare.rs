//! How do two answers to one question differ? Byte for byte by the fields that do, and for clinicians by what they
//! would be told.

use std::collections::BTreeSet;

use serde_json::Value;

/// What differs between two answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// How far the guidelines answer.
    Status,
    /// What was read from the words.
    Fact,
    /// A recommendation.
    Recommendation,
    /// A recommendation that is given in both, provisionally in one.
    Provisional,
    /// What hangs on facts not yet known.
    Conditional,
    /// What is assumed.
    Assumption,
    /// What is asked for.
    Question,
    /// What is warned of.
    Warning,
    /// A limit of the source.
    Note,
    /// The wording, or anything else that is shown, of what is in both.
    Words,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::Status,
        Self::Fact,
        Self::Recommendation,
        Self::Provisional,
        Self::Conditional,
        Self::Assumption,
        Self::Question,
        Self::Warning,
        Self::Note,
        Self::Words,
    ];

    /// The word for it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Fact => "fact",
            Self::Recommendation => "recommendation",
            Self::Provisional => "provisional",
            Self::Conditional => "conditional",
            Self::Assumption => "assumption",
            Self::Question => "question",
            Self::Warning => "warning",
            Self::Note => "note",
            Self::Words => "words",
        }
    }
}

/// One difference: what the second answer has and the first has not, or the other way round.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// What differs.
    pub kind: Kind,
    /// Whether it is new; otherwise it is gone.
    pub added: bool,
    /// Its id; for words, the field.
    pub id: String,
}

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

/// What a clinician would be told otherwise; mere wording only with `words`.
#[must_use]
pub fn differences(before: &str, after: &str, words: bool) -> Vec<Difference> {
    let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    let (before, after) = (parsed(before), parsed(after));
    let mut found = Vec::new();
    for kind in Kind::ALL {
        let (old, new) = (ids(kind, &before), ids(kind, &after));
        found.extend(old.difference(&new).map(|id| Difference { kind, added: false, id: id.clone() }));
        found.extend(new.difference(&old).map(|id| Difference { kind, added: true, id: id.clone() }));
    }
    // That one is given provisionally matters where it is given in both.
    let moved: BTreeSet<String> =
        found.iter().filter(|one| one.kind == Kind::Recommendation).map(|one| one.id.clone()).collect();
    found.retain(|one| one.kind != Kind::Provisional || !moved.contains(&one.id));
    if words && found.is_empty() {
        let mut fields = Vec::new();
        walk("", &before, &after, &mut fields);
        fields.retain(|field| field != "/corpus");
        found.extend(fields.into_iter().map(|id| Difference { kind: Kind::Words, added: true, id }));
    }
    found
}

/// What an answer says of a kind, by ids.
fn ids(kind: Kind, answer: &Value) -> BTreeSet<String> {
    let list = |field: &str, id: fn(&Value) -> Option<String>| {
        answer.get(field).and_then(Value::as_array).into_iter().flatten().filter_map(id).collect()
    };
    match kind {
        Kind::Status => answer.get("status").and_then(Value::as_str).map(str::to_owned).into_iter().collect(),
        Kind::Fact => list("facts", |fact| {
            Some(format!("{}={}", fact.get("id")?.as_str()?, fact.get("value").unwrap_or(&Value::Null)))
        }),
        Kind::Recommendation => list("recommendations", |one| one.get("id")?.as_str().map(str::to_owned)),
        Kind::Provisional => list("recommendations", |one| {
            one.get("provisional")?.as_bool()?.then(|| one.get("id")?.as_str().map(str::to_owned))?
        }),
        Kind::Conditional => list("conditional", |one| one.get("id")?.as_str().map(str::to_owned)),
        Kind::Assumption => list("assumptions", |one| {
            Some(format!("{}: {}", one.get("recommendation")?.as_str()?, one.get("condition")?.as_str()?))
        }),
        Kind::Question => list("questions", |one| one.get("fact")?.as_str().map(str::to_owned)),
        Kind::Warning => list("warnings", |one| {
            let guideline = one.get("guideline").and_then(Value::as_str);
            let id = one.get("id")?.as_str()?;
            Some(guideline.map_or_else(|| id.to_owned(), |guideline| format!("{id} ({guideline})")))
        }),
        Kind::Note => list("notes", |one| one.get("id")?.as_str().map(str::to_owned)),
        Kind::Words => BTreeSet::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Difference, Kind, differences, differing};

    const BEFORE: &str = r#"{"corpus":"a","status":"answered","text":"x","facts":[{"id":"age","value":71}],
        "recommendations":[{"id":"r1","provisional":true},{"id":"r2","provisional":true}],
        "warnings":[{"id":"guideline_expired","guideline":"se-m/osteoporos"}]}"#;

    #[test]
    fn fields_that_differ_are_pointed_at() {
        assert_eq!(differing(BEFORE, BEFORE), Vec::<String>::new());
        let after = BEFORE.replace("71", "72").replace("\"x\"", "\"y\"");
        assert_eq!(differing(BEFORE, &after), ["/facts/0/value", "/text"]);
        assert_eq!(differing(BEFORE, &BEFORE.replace('\n', "")), [""]);
        assert_eq!(differing("{}", r#"{"hits":[1]}"#), ["/hits"]);
    }

    #[test]
    fn what_a_clinician_would_be_told_otherwise_is_told_and_wording_when_asked_for() {
        let after = BEFORE.replace("\"a\"", "\"b\"").replace("\"x\"", "\"y\"");
        assert_eq!(differences(BEFORE, &after, false), []);
        let words = Difference { kind: Kind::Words, added: true, id: "/text".into() };
        assert_eq!(differences(BEFORE, &after, true), [words]);
        let after = BEFORE.replace(r#""id":"r1","provisional":true"#, r#""id":"r1","provisional":false"#);
        let firm = Difference { kind: Kind::Provisional, added: false, id: "r1".into() };
        assert_eq!(differences(BEFORE, &after, true), [firm]);
        let after = BEFORE.replace("r2", "r3");
        let difference = |added, id: &str| Difference { kind: Kind::Recommendation, added, id: id.into() };
        assert_eq!(differences(BEFORE, &after, false), [difference(false, "r2"), difference(true, "r3")]);
    }
}
