//! FHIR over HTTP: what the guidelines say and what was answered, to be read by programs.

use poem::{Request, Response};
use serde_json::{Value, json};
use uuid::Uuid;

use super::api::{App, read_answer};
use super::caller::Caller;
use super::clock::{day_of, now};
use super::language::accepted;
use super::live::Loaded;
use super::outcome::{FHIR_JSON, shown};
use super::problem::{Kind, Problem};
use crate::PROGRAM;
use crate::clinical::Language;
use crate::corpus::Guideline;
use crate::fhir::{Told, capability_statement, guidance_response, resource_id};

/// What is at a path under `/fhir`.
///
/// # Errors
/// There is no such thing; it cannot be read now.
pub async fn read(app: &App, loaded: &Loaded, path: &[&str], request: &Request) -> Result<Response, Problem> {
    let language = accepted(request.headers()).unwrap_or(Language::English);
    let written = match path {
        ["metadata"] => {
            let description = loaded.service.locales().speaker(language).say("opensearch-description");
            capability_statement(&app.public_url, PROGRAM, description, day_of(now()))
        }
        [kind @ ("PlanDefinition" | "Library")] => search(app, loaded, kind, language, request),
        [kind @ ("PlanDefinition" | "Library"), id] => {
            let guidelines = &loaded.service.corpus().guidelines;
            let guideline = guidelines.iter().find(|guideline| resource_id(guideline) == *id);
            told(app, loaded, kind, guideline.ok_or(Kind::ResourceNotFound)?, language)
        }
        ["GuidanceResponse", id] => return guidance(app, loaded, &Caller::of(request), id).await,
        _ => return Err(Kind::ResourceNotFound.into()),
    };
    Ok(shown(&written, FHIR_JSON, Some(language)))
}

/// An answer that was given, in the language that it was given in.
async fn guidance(app: &App, loaded: &Loaded, caller: &Caller, id: &str) -> Result<Response, Problem> {
    let id = Uuid::parse_str(id).map_err(|_| Kind::ResourceNotFound)?;
    let answer = read_answer(app, caller, id).await.map_err(|problem| match problem.kind {
        Kind::AnswerNotFound => Kind::ResourceNotFound.into(),
        _ => problem,
    })?;
    let answer: Value = serde_json::from_str(&answer.reply).map_err(|_| Kind::Internal)?;
    let language = answer.get("language").and_then(Value::as_str).and_then(Language::from_tag);
    let written = guidance_response(&answer, &loaded.service.corpus().vocabulary, &app.public_url);
    Ok(shown(&written, FHIR_JSON, language))
}

fn told(app: &App, loaded: &Loaded, kind: &str, guideline: &Guideline, language: Language) -> Value {
    let service = &loaded.service;
    let sheet = service.describe(guideline, language);
    let today = day_of(now());
    let told = Told { guideline, sheet: &sheet, language, corpus: service.corpus(), base: &app.public_url, today };
    if kind == "Library" { told.library() } else { told.plan_definition() }
}

/// Those that fit the query. As FHIR has it, a parameter that is not known is passed over.
fn search(app: &App, loaded: &Loaded, kind: &str, language: Language, request: &Request) -> Value {
    let parameters: Vec<(String, String)> = request.params().unwrap_or_default();
    let fits = |resource: &Value| {
        parameters.iter().all(|(name, value)| match name.as_str() {
            "_id" => resource.get("id").is_some_and(|id| id == value),
            "url" => resource.get("url").is_some_and(|url| url == value),
            "status" => resource.get("status").is_some_and(|status| status == value),
            _ => true,
        })
    };
    let all = loaded.service.corpus().guidelines.iter().map(|one| told(app, loaded, kind, one, language));
    let found: Vec<_> = all.filter(fits).collect();
    let entry =
        |resource: &Value| json!({"fullUrl": resource.get("url"), "resource": resource, "search": {"mode": "match"}});
    let mut bundle = json!({
        "resourceType": "Bundle",
        "type": "searchset",
        "total": found.len(),
        "link": [{"relation": "self", "url": format!("{}/fhir/{kind}", app.public_url)}],
    });
    if let Some(object) = bundle.as_object_mut()
        && !found.is_empty()
    {
        object.insert("entry".to_owned(), found.iter().map(entry).collect());
    }
    bundle
}
