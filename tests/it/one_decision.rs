//! One decision, however it is asked for: over the API with a key and on the command line, in each language, time and again.
//!
//! A few cases on the command line by themselves; with `NORDVIS_TEST_LONG` set, as `./test --long` does, every case on the
//! command line, and ten times over the API.

use std::io::Write;
use std::process::Stdio;

use nordvis::access::{ApiKey, Scope};
use serde_json::{Value, json};

use crate::access::{client, often, with_key};
use crate::replica::program;
use crate::server::Server;
use crate::vignettes::{Vignette, decision, vignettes};

const LANGUAGES: [&str; 3] = ["sv", "da", "en"];

/// A decision without the answer's own id.
fn decided(mut reply: Value) -> Value {
    reply["id"] = Value::Null;
    decision(&reply)
}

/// A decision without the passages beside it: those in the reader's language come first.
fn without_hits(decision: &Value) -> Value {
    let mut decision = decision.clone();
    decision["hits"] = Value::Null;
    decision
}

/// The decision of the API, asked with a key: of the last message where there are several.
fn over_the_api(server: &Server, key: &ApiKey, case: &Vignette, language: &str) -> Value {
    let mut body = case.request.clone();
    body["language"] = language.into();
    let Some(Value::Array(turns)) = body.as_object_mut().unwrap().remove("turns") else {
        return with_key(server, key, "POST", "/api/v1/answers", &body.to_string()).json();
    };
    let begun = with_key(server, key, "POST", "/api/v1/conversations", &body.to_string());
    let path = format!("{}/messages", begun.header("location"));
    turns
        .iter()
        .fold(Value::Null, |_, text| with_key(server, key, "POST", &path, &json!({"text": text}).to_string()).json())
}

/// The decision of the command line.
fn on_the_command_line(case: &Vignette, language: &str) -> Value {
    let request = &case.request;
    let turns = request.get("turns").map(|turns| turns.as_array().unwrap());
    let mut arguments: Vec<String> = vec![if turns.is_some() { "chat" } else { "ask" }.to_owned(), "--json".to_owned()];
    let mut give = |flag: &str, value: &str| arguments.extend([flag.to_owned(), value.to_owned()]);
    give("--language", language);
    for (flag, field) in [("--region", "region"), ("--as-of", "asOf"), ("--intent", "intent")] {
        request[field].as_str().into_iter().for_each(|value| give(flag, value));
    }
    for (fact, value) in request["facts"].as_object().into_iter().flatten() {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        give("--fact", &format!("{fact}={value}"));
    }
    arguments.extend(request["question"].as_str().map(str::to_owned));
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut asked =
        program(&arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut said = asked.stdin.take().unwrap();
    for turn in turns.into_iter().flatten() {
        writeln!(said, "{}", turn.as_str().unwrap()).unwrap();
    }
    drop(said);
    let output = asked.wait_with_output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    let last =
        told.lines().last().unwrap_or_else(|| panic!("{}: {}", case.id, String::from_utf8_lossy(&output.stderr)));
    serde_json::from_str(last).unwrap()
}

#[test]
fn with_a_key_the_decisions_are_those_of_the_command_line() {
    let long = std::env::var_os("NORDVIS_TEST_LONG").is_some();
    let (times, every) = if long { (10, 1) } else { (1, 40) };
    let (key, portal) = client("portal", &[Scope::Ask]);
    let server = Server::guarded(often(), vec![portal]);
    let cases: Vec<_> = ["structured", "free_text", "conversation"].into_iter().flat_map(vignettes).collect();
    let (mut decisions, mut asked) = (Vec::new(), 0);
    for case in &cases {
        let of_case = LANGUAGES.map(|language| {
            let replies = (0..times).map(|_| decided(over_the_api(&server, &key, case, language)));
            asked += times;
            let each = replies.collect::<Vec<_>>();
            assert!(each.iter().all(|decision| *decision == each[0]), "{} in {language}, time and again", case.id);
            (case, language, each[0].clone())
        });
        for (_, language, decision) in &of_case {
            assert_eq!(without_hits(decision), without_hits(&of_case[0].2), "{} in {language}", case.id);
        }
        decisions.extend(of_case);
    }
    let mut alone = 0;
    for (case, language, decision) in decisions.iter().step_by(every) {
        let told = decided(on_the_command_line(case, language));
        assert_eq!(*decision, told, "{} in {language} on the command line", case.id);
        alone += 1;
    }
    println!(
        "{} cases, asked {asked} times with a key and {alone} times on the command line: one decision each",
        cases.len()
    );
}
