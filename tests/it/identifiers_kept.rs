//! Identifiers of persons reach no file of the database, no log, no error and no reply, wherever they are written.

use serde_json::{Value, json};

use crate::http_log::{heard, listen};
use crate::server::Server;

const CASES: &str = concat!(include_str!("../data/identifiers.jsonl"), include_str!("../data/identifiers-fresh.jsonl"));
/// A conversation takes no more messages than it is made for.
const MESSAGES_IN_ONE: usize = 50;

/// A text and the identifiers in it, as they are written there.
fn cases() -> Vec<(String, Vec<String>)> {
    let read = |line: &str| {
        let case: Value = serde_json::from_str(line).unwrap();
        let text = case["text"].as_str().unwrap().to_owned();
        let spans = case["spans"].as_array().unwrap().iter().filter(|span| span["kind"] != "name");
        let place = |span: &Value, end: &str| usize::try_from(span[end].as_u64().unwrap()).unwrap();
        let identifiers = spans.map(|span| {
            let (start, end) = (place(span, "start"), place(span, "end"));
            text.chars().skip(start).take(end - start).collect()
        });
        (text.clone(), identifiers.collect())
    };
    CASES.lines().map(read).filter(|(_, identifiers): &(_, Vec<String>)| !identifiers.is_empty()).collect()
}

fn percent_encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Writes an identifier wherever a client can, and gives everything that was replied.
fn written_everywhere(server: &Server, talk: &str, text: &str, identifier: &str) -> Vec<String> {
    let answer = server.post("/api/v1/answers", &json!({"question": text, "region": "SE-M"}).to_string());
    assert_eq!(answer.status, 200, "{}", answer.body);
    let feedback = format!("{}/feedback", answer.header("content-location"));
    let said = server.post(&format!("{talk}/messages"), &json!({"text": text}).to_string());
    assert_eq!(said.status, 200, "{}", said.body);
    let comment = json!({"helpful": false, "comment": text}).to_string();
    assert_eq!(server.post(&feedback, &comment).status, 204);
    let found = server.get(&format!("/api/v1/search?q={}", percent_encoded(text)));
    assert_eq!(found.status, 200, "{}", found.body);
    let completed = server.get(&format!("/api/v1/suggestions?q={}", percent_encoded(text)));
    assert_eq!(completed.status, 200, "{}", completed.body);
    let refused = [
        json!({"intent": "treatment", "facts": {"egfr_ml_min": identifier}}),
        json!({"intent": "treatment", "facts": {identifier: true}}),
        json!({"intent": identifier, "region": identifier, "language": identifier, "asOf": identifier}),
        json!({identifier: identifier}),
    ];
    let refused = refused.iter().map(|body| server.post("/api/v1/answers", &body.to_string()));
    let said_refused = server.post(&format!("{talk}/messages"), &json!({"facts": {"bmi": identifier}}).to_string());
    let read = server.get(&format!("/api/v1/answers/{}", percent_encoded(identifier)));
    let asked = server.get(&format!("/api/v1/search?q=dxa&{}=1", percent_encoded(identifier)));
    let refused: Vec<_> = refused.chain([said_refused, read, asked]).collect();
    for response in &refused {
        assert!((400..=422).contains(&response.status), "{} {}", response.status, response.body);
    }
    let replies = [answer, said, found, completed].into_iter().chain(refused);
    replies.map(|response| format!("{:?}\n{}", response.headers, response.body)).collect()
}

#[test]
fn no_identifier_is_kept_or_told() {
    listen();
    let server = Server::start();
    let cases = cases();
    assert!(cases.len() > 50, "only {} cases", cases.len());
    let mut told = Vec::new();
    for some in cases.chunks(MESSAGES_IN_ONE) {
        let begun = server.post("/api/v1/conversations", r#"{"region":"SE-M","language":"sv"}"#);
        let talk = begun.header("location").to_owned();
        for (text, identifiers) in some {
            let replies = written_everywhere(&server, &talk, text, &identifiers[0]);
            told.extend(replies.into_iter().map(|reply| (reply, identifiers)));
        }
        assert_eq!(server.get(&talk).status, 200);
    }
    for (reply, identifiers) in &told {
        let repeats =
            |identifier: &&String| reply.contains(identifier.as_str()) || reply.contains(&percent_encoded(identifier));
        let repeated = identifiers.iter().find(repeats);
        assert_eq!(repeated, None, "{reply}");
    }
    // The journal beside the database is read while it is still there.
    let mut kept = Vec::new();
    for file in std::fs::read_dir(server.folder()).unwrap() {
        kept.push((file.as_ref().unwrap().file_name(), std::fs::read(file.unwrap().path()).unwrap()));
    }
    let names: Vec<_> = kept.iter().map(|(name, _)| name.to_string_lossy().into_owned()).collect();
    assert!(names.iter().any(|name| name.ends_with("-wal")), "{names:?}");
    kept.push(("the log".into(), heard().into_bytes()));
    for (name, bytes) in &kept {
        let text = String::from_utf8_lossy(bytes);
        for identifier in cases.iter().flat_map(|(_, identifiers)| identifiers) {
            assert!(!text.contains(identifier.as_str()), "{identifier} in {}", name.to_string_lossy());
            let encoded = percent_encoded(identifier);
            assert!(!text.contains(&encoded), "{identifier}, percent-encoded, in {}", name.to_string_lossy());
        }
    }
}
