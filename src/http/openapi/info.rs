//! What is this API, for whom, on which terms? In Swedish and in English, from `locales/`.

use serde_json::{Value, json};

use crate::ask::Service;
use crate::clinical::Language;
use crate::http::api::App;

/// What is said of the whole, in this order.
pub(in crate::http) const PARAGRAPHS: [&str; 4] =
    ["openapi-purpose", "openapi-behaviour", "openapi-limitations", "openapi-service-level"];

/// What else is at this address, and described elsewhere.
const BESIDE: &str = "openapi-beside";

/// The `info` of the document.
pub(super) fn info(app: &App, service: &Service) -> Value {
    let speaker = |language| service.locales().speaker(language);
    let (english, swedish) = (speaker(Language::English), speaker(Language::Swedish));
    let described = [english, swedish].map(|speaker| {
        let heading = format!("## {}", speaker.say("openapi-language"));
        let paragraphs = PARAGRAPHS.into_iter().chain([BESIDE]).map(|id| speaker.say(id).to_owned());
        std::iter::once(heading).chain(paragraphs).collect::<Vec<_>>().join("\n\n")
    });
    let name = english.say("openapi-contact");
    let contact = match app.contact.as_deref() {
        Some(contact) => match contact.strip_prefix("mailto:") {
            Some(address) => json!({"name": name, "email": address}),
            None => json!({"name": name, "url": contact}),
        },
        None => json!({"name": name, "url": TERMS}),
    };
    json!({
        "title": "nordvis",
        "version": env!("CARGO_PKG_VERSION"),
        "summary": english.say("openapi-purpose"),
        "description": described.join("\n\n"),
        "termsOfService": TERMS,
        "contact": contact,
        "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
    })
}

/// Where the terms are.
const TERMS: &str = "/api/v1/terms";
