//! One reply of each operation, as the service gives it: long lists are cut to their beginning.

use serde::Serialize;
use serde_json::{Value, json};

use crate::ask::{Defaults, Search, Service};
use crate::clinical::Language;
use crate::http::api::{decide, guidance, referrals};
use crate::http::clock::now;
use crate::http::replay::Past;
use crate::http::request::{CodeQuery, ask_schema, message_schema};
use crate::http::wire;
use crate::http::{clock, opensearch};

const ID: &str = "019356f0-0000-7000-8000-000000000000";
const TIME: &str = "2026-11-21T20:15:00Z";
const LANGUAGE: Language = Language::English;

/// The reply of the operation with this id; nothing for one that replies nothing.
pub(super) fn of(operation: &str, service: &Service) -> Option<Value> {
    let corpus = service.corpus();
    let fingerprint = || corpus.fingerprint.clone();
    match operation {
        "ask" | "readAnswer" => answer(service, ask_schema(&corpus.vocabulary).get("example")?),
        "readReferral" => {
            let answer = answer(service, ask_schema(&corpus.vocabulary).get("example")?)?;
            value(&referrals(service, &answer, LANGUAGE))
        }
        "readReferral text/plain" => of("readReferral", service)?.pointer("/drafts/0/text").cloned(),
        "readReferral application/fhir+json" => Some(json!({"resourceType": "ServiceRequest", "status": "draft"})),
        "traceAnswer" => trace(service, ask_schema(&corpus.vocabulary).get("example")?),
        "sendMessage" => answer(service, &message(service)?),
        "beginConversation" => Some(begun()),
        "readConversation" => conversation(service),
        "search" => {
            let wanted = Search {
                words: "osteoporos remiss",
                region: None,
                only_region: false,
                language: None,
                only_language: false,
                offset: 0,
                limit: 1,
            };
            value(&wire::SearchPage::new(1, 1, service.search(wanted).ok()?))
        }
        "suggest" => Some(json!(["osteop", service.suggest("osteop", 2)])),
        "listGuidelines" => {
            let guideline = corpus.guidelines.first()?;
            let entry = wire::GuidelineEntry::new(guideline, service.describe(guideline, LANGUAGE).name);
            value(&wire::Guidelines { language: LANGUAGE.into(), corpus: fingerprint(), items: vec![entry] })
        }
        "readGuideline" => {
            let guideline = corpus.guidelines.first()?;
            let mut whole = wire::Guideline::new(guideline, fingerprint(), service.describe(guideline, LANGUAGE));
            whole.sections.truncate(2);
            whole.rules.truncate(1);
            value(&whole)
        }
        "findGuidance" => {
            let code =
                corpus.guidelines.iter().flat_map(|guideline| &guideline.rules).find_map(|rule| rule.codes.first())?;
            let query =
                CodeQuery { system: code.system.clone(), code: code.code.clone(), region: None, language: None };
            let mut found = guidance(service, &query, LANGUAGE, clock::day_of(now()));
            found.items.truncate(1);
            value(&found)
        }
        "listFacts" => {
            let mut vocabulary = wire::Vocabulary::new(LANGUAGE, fingerprint(), service.facts(LANGUAGE));
            vocabulary.items.truncate(2);
            value(&vocabulary)
        }
        "metrics" => Some("# HELP nordvis_ready Whether answers can be given and kept.\n# TYPE nordvis_ready gauge\nnordvis_ready 1\n# EOF\n".into()),
        "live" => value(&wire::Live::now()),
        "ready" => value(&wire::Ready::with(corpus)),
        "apiInfo" => value(&wire::ApiInfo::of_this("")),
        "apiCatalog" => Some(wire::ApiCatalog::of_this()),
        "openapi" => Some(json!({"openapi": "3.1.0", "info": {"title": "nordvis", "version": "1"}, "paths": {}})),
        "opensearch" => {
            String::from_utf8(opensearch::document(service, LANGUAGE).bytes().to_vec()).ok().map(Value::from)
        }
        "terms" => Some(service.locales().speaker(LANGUAGE).say("openapi-purpose").into()),
        "securityText" => Some("Contact: mailto:security@example.org\nExpires: 2027-05-20T00:00:00Z\n".into()),
        _ => None,
    }
}

fn value<T: Serialize>(value: &T) -> Option<Value> {
    serde_json::to_value(value).ok()
}

/// The answer to a body, with an id and a time that stay the same.
fn answer(service: &Service, body: &Value) -> Option<Value> {
    let (kept, _) = decide(service, Defaults::default(), &serde_json::to_vec(body).ok()?).ok()?;
    let mut answer: Value = serde_json::from_str(&kept.reply).ok()?;
    let fields = answer.as_object_mut()?;
    fields.insert("id".to_owned(), ID.into());
    fields.insert("createdAt".to_owned(), TIME.into());
    Some(answer)
}

/// Why the answer to a body is what it is, by its first rule that applies.
fn trace(service: &Service, body: &Value) -> Option<Value> {
    let (kept, _) = decide(service, Defaults::default(), &serde_json::to_vec(body).ok()?).ok()?;
    let mut trace = Past::alone(kept).trace(service).ok()?;
    ID.clone_into(&mut trace.id);
    for guideline in &mut trace.guidelines {
        guideline.rules.retain(|rule| rule.asked);
        guideline.rules.truncate(1);
    }
    trace.guidelines.truncate(1);
    value(&trace)
}

/// The example of a message as a question by itself.
fn message(service: &Service) -> Option<Value> {
    let text = message_schema(&service.corpus().vocabulary).pointer("/example/text")?.clone();
    Some(json!({"question": text, "region": "SE-M"}))
}

fn begun() -> Value {
    json!({"id": ID, "createdAt": TIME, "region": "SE-M", "language": "sv", "asOf": null})
}

fn conversation(service: &Service) -> Option<Value> {
    let asked = message(service)?;
    let turn = json!({"number": 1, "text": asked.get("question"), "answer": answer(service, &asked)?});
    let mut conversation = begun();
    conversation.as_object_mut()?.insert("turns".to_owned(), json!([turn]));
    Some(conversation)
}
