//! Worked cases: a question, and what must and must not follow. `check` compares a reply with one; whoever gets the
//! reply (over HTTP, on the command line, in process) uses the same.

use std::collections::BTreeSet;

use serde_json::Value;

/// One case of `tests/data/vignettes.jsonl`, or of those beside it that were decided before anyone had seen them.
#[derive(Debug, Clone)]
pub struct Vignette {
    pub id: String,
    pub kind: String,
    /// A body for `POST /api/v1/answers`; for a conversation, its turns.
    pub request: Value,
    pub expect: Value,
}

/// Every case of a kind: `structured`, `free_text`, `conversation`.
pub fn vignettes(kind: &str) -> Vec<Vignette> {
    let blind = include_str!("../data/vignettes-blind.jsonl").lines();
    let cases: Vec<Vignette> = include_str!("../data/vignettes.jsonl")
        .lines()
        .chain(blind)
        .map(|line| {
            let case: Value = serde_json::from_str(line).unwrap();
            let text = |key: &str| case[key].as_str().unwrap().to_owned();
            Vignette {
                id: text("id"),
                kind: text("kind"),
                request: case["request"].clone(),
                expect: case["expect"].clone(),
            }
        })
        .filter(|case| case.kind == kind)
        .collect();
    assert!(!cases.is_empty(), "no case of kind {kind}");
    cases
}

/// Everything in which a reply differs from what a case expects; nothing when it holds.
pub fn check(case: &Vignette, reply: &Value) -> Vec<String> {
    let mut differences = Vec::new();
    let keys = case.expect.as_object().unwrap();
    for (key, wanted) in keys {
        if let Some(difference) = differ(key, wanted, reply) {
            differences.push(format!("{}: {difference}", case.id));
        }
    }
    differences
}

fn differ(key: &str, wanted: &Value, reply: &Value) -> Option<String> {
    let recommended = || ids(reply, "recommendations", "id");
    let provisional = || -> BTreeSet<String> {
        list(reply, "recommendations").filter(|one| one["provisional"] == true).map(|one| text(&one["id"])).collect()
    };
    let offered = || recommended().union(&ids(reply, "conditional", "id")).cloned().collect();
    match key {
        "status" => (reply["status"] != *wanted).then(|| format!("status is {}, not {wanted}", reply["status"])),
        "must" => lacks(key, wanted, &recommended()),
        "mustOffer" => lacks(key, wanted, &offered()),
        "mustNot" => has(key, wanted, &recommended()),
        "provisional" => lacks(key, wanted, &provisional()),
        "provisionalNot" => has(key, wanted, &provisional()),
        "asks" => lacks(key, wanted, &ids(reply, "questions", "fact")),
        "asksNot" => has(key, wanted, &ids(reply, "questions", "fact")),
        "assumes" => lacks(key, wanted, &ids(reply, "assumptions", "recommendation")),
        "warnings" => lacks(key, wanted, &ids(reply, "warnings", "id")),
        "warningsNot" => has(key, wanted, &ids(reply, "warnings", "id")),
        "codes" => lacks(
            key,
            wanted,
            &nested(reply, "codes", |code| format!("{}:{}", text(&code["system"]).to_uppercase(), text(&code["code"]))),
        ),
        "targets" => lacks(key, wanted, &nested(reply, "targets", |target| text(&target["id"]))),
        "facts" => facts(wanted, reply),
        other => Some(format!("the checker does not know `{other}`")),
    }
}

fn list<'a>(reply: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    reply[key].as_array().unwrap_or_else(|| panic!("no list `{key}` in {reply}")).iter()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

/// The ids of a list of the reply.
pub fn ids(reply: &Value, key: &str, id: &str) -> BTreeSet<String> {
    list(reply, key).map(|item| text(&item[id])).collect()
}

fn nested(reply: &Value, key: &str, name: impl Fn(&Value) -> String) -> BTreeSet<String> {
    list(reply, "recommendations").flat_map(|one| list(one, key).map(&name).collect::<Vec<_>>()).collect()
}

fn wanted_ids(wanted: &Value) -> BTreeSet<String> {
    wanted.as_array().unwrap().iter().map(text).collect()
}

fn lacks(key: &str, wanted: &Value, found: &BTreeSet<String>) -> Option<String> {
    let missing: Vec<_> = wanted_ids(wanted).difference(found).cloned().collect();
    (!missing.is_empty()).then(|| format!("{key}: {missing:?} missing among {found:?}"))
}

fn has(key: &str, unwanted: &Value, found: &BTreeSet<String>) -> Option<String> {
    let wrong: Vec<_> = wanted_ids(unwanted).intersection(found).cloned().collect();
    (!wrong.is_empty()).then(|| format!("{key}: {wrong:?} found"))
}

/// Facts that must have been read, with their values.
fn facts(wanted: &Value, reply: &Value) -> Option<String> {
    let wrong: Vec<_> = wanted
        .as_object()
        .unwrap()
        .iter()
        .filter(|(id, value)| {
            let found = list(reply, "facts").find(|fact| fact["id"] == id.as_str());
            found.is_none_or(|fact| !same(&fact["value"], value) || fact["certainty"] != "stated")
        })
        .map(|(id, _)| id)
        .collect();
    (!wrong.is_empty()).then(|| format!("facts: {wrong:?} not as expected in {}", reply["facts"]))
}

fn same(found: &Value, wanted: &Value) -> bool {
    match (found.as_f64(), wanted.as_f64()) {
        (Some(found), Some(wanted)) => found == wanted,
        _ => found == wanted,
    }
}

/// What must not differ between languages: every id, value and number of a reply, no words.
pub fn decision(reply: &Value) -> Value {
    const WORDS: [&str; 11] = [
        "text",
        "summary",
        "label",
        "when",
        "title",
        "heading",
        "name",
        "id_of_answer",
        "createdAt",
        "language",
        "snippet",
    ];
    match reply {
        Value::Array(items) => items.iter().map(decision).collect(),
        Value::Object(object) => object
            .iter()
            .filter(|(key, _)| !WORDS.contains(&key.as_str()))
            .map(|(key, value)| (key.clone(), decision(value)))
            .collect(),
        other => other.clone(),
    }
}

/// Asked in words, in process: nearly all hold, and none gives a recommendation that it must not.
#[test]
fn questions_in_words_get_their_decisions() {
    let service = crate::service::service();
    let mut differences = Vec::new();
    let mut wrong = Vec::new();
    let cases = vignettes("free_text");
    for case in &cases {
        let body = serde_json::to_vec(&case.request).unwrap();
        let reply: Value = serde_json::from_str(&nordvis::http::answer_to(&service, &body).unwrap()).unwrap();
        let found = check(case, &reply);
        wrong.extend(found.iter().filter(|difference| difference.contains("mustNot")).cloned());
        if !found.is_empty() {
            differences.push(found.join("\n  "));
        }
    }
    let held = cases.len() - differences.len();
    assert!(wrong.is_empty(), "a recommendation that must not be given:\n{}", wrong.join("\n"));
    assert!(held * 100 >= cases.len() * 97, "{held} of {} hold:\n{}", cases.len(), differences.join("\n"));
}
