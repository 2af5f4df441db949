//! What can go wrong, as responses that operations refer to: one for each status, with each of its problems.

use std::collections::BTreeMap;

use poem::http::HeaderMap;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::operation::{headers, reason};
use crate::ask::Service;
use crate::clinical::Language;
use crate::http::fault::{Fault, FieldFault, Place};
use crate::http::problem::{Kind, Problem};
use crate::http::trace::Trace;

/// The name of the response that a status has.
pub(super) fn reference(status: &str) -> Value {
    json!({"$ref": format!("#/components/responses/Problem-{status}")})
}

/// Every response that is a problem.
pub(super) fn responses(service: &Service) -> Value {
    let mut examples: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
    let speaker = service.locales().speaker(Language::English);
    let trace = Trace::of(&HeaderMap::new(), Uuid::from_u128(0x0193_56f0_0000_7000_8000_0000_0000_0000));
    for kind in Kind::ALL {
        let problem = Problem { faults: faults(*kind), ..(*kind).into() }.say(speaker, &trace);
        let problem = serde_json::to_value(problem).unwrap_or_default();
        let of_status = examples.entry(kind.status().as_u16().to_string()).or_default();
        of_status.insert(kind.code().to_owned(), json!({"value": problem.clone()}));
        if *kind == Kind::Internal {
            let other = examples.entry("default".to_owned()).or_default();
            other.insert(kind.code().to_owned(), json!({"value": problem}));
        }
    }
    let response = |(status, examples): (String, Map<String, Value>)| {
        let content = json!({"schema": {"$ref": "#/components/schemas/Problem"}, "examples": examples});
        let response = json!({
            "description": reason(&status),
            "headers": headers("", &status),
            "content": {"application/problem+json": content},
        });
        (format!("Problem-{status}"), response)
    };
    examples.into_iter().map(response).collect::<Map<_, _>>().into()
}

/// A field at fault, where fields are.
fn faults(kind: Kind) -> Vec<FieldFault> {
    match kind {
        Kind::InvalidFields => {
            vec![FieldFault { place: Place::Body("/language".to_owned()), fault: Fault::UnknownLanguage }]
        }
        Kind::InvalidParameters => {
            vec![FieldFault { place: Place::Query(Some("language".to_owned())), fault: Fault::UnknownLanguage }]
        }
        _ => Vec::new(),
    }
}
