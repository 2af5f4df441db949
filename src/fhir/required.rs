//! Where would a fact stand in a record? What a client that is asked for it should look for or send.

use serde_json::{Value, json};

use super::FACTS_SYSTEM;
use crate::corpus::{ClinicalCode, FactDefinition, RecordKind, Vocabulary};

/// What to look for: nordvis's own code, by which every fact can be sent, and each place that bindings name.
#[must_use]
pub fn requirements(fact: &FactDefinition, vocabulary: &Vocabulary) -> Vec<Value> {
    let own = json!({
        "type": "Observation",
        "codeFilter": [{"path": "code", "code": [{"system": FACTS_SYSTEM, "code": fact.name}]}],
    });
    let mut required = vec![own];
    for kind in RecordKind::ALL {
        let bindings = fact.bindings.iter().filter(|binding| binding.record == kind);
        let codes: Vec<_> = bindings.clone().flat_map(|binding| &binding.codes).collect();
        if bindings.count() == 0 {
            continue;
        }
        let coding = |code: &&ClinicalCode| {
            let uri = vocabulary.system(&code.system)?.uris.first()?;
            Some(json!({"system": uri, "code": code.code}))
        };
        let codings: Vec<_> = codes.iter().filter_map(coding).collect();
        let path = match kind {
            RecordKind::MedicationRequest | RecordKind::MedicationStatement => "medication",
            _ => "code",
        };
        required.push(if codings.is_empty() {
            json!({"type": kind.name()})
        } else {
            json!({"type": kind.name(), "codeFilter": [{"path": path, "code": codings}]})
        });
    }
    required
}
