//! A referral that is being written: where it goes, why, and what would make it fit.

use serde_json::{Value, json};

use crate::corpus::{Target, Vocabulary};
use crate::fhir::{CodeableConcept, Resource, carries};
use crate::reply::{CodeLine, TargetLine};

/// A ServiceRequest that has not been signed.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// `ServiceRequest/1`: how it is referred to.
    pub reference: String,
    /// As it was sent, so that a suggestion can give it back whole.
    pub written: Value,
    /// The part of it that is read.
    resource: Resource,
}

/// The referrals of a bundle of orders; nothing when it is no bundle. Bundles without a type are taken as they come.
pub(super) fn drafts(bundle: &Value) -> Option<Vec<Draft>> {
    if bundle.get("resourceType").and_then(Value::as_str) != Some("Bundle") {
        return None;
    }
    let entries = bundle.get("entry").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let draft = |entry: &Value| {
        let written = entry.get("resource")?;
        let resource = Resource::read(written).filter(|resource| resource.resource_type == "ServiceRequest")?;
        Some(Draft { reference: resource.reference(), written: written.clone(), resource })
    };
    Some(entries.iter().filter_map(draft).collect())
}

impl Draft {
    /// Whether it goes to this target, by code or by name.
    #[must_use]
    pub fn goes_to(&self, target: &TargetLine, codes: Option<&Target>, vocabulary: &Vocabulary) -> bool {
        let Some(performer) = &self.resource.performer_type else { return false };
        let named = |text: &Option<String>| {
            text.as_ref().is_some_and(|text| text.trim().to_lowercase() == target.text.to_lowercase())
        };
        named(&performer.text)
            || performer.coding.iter().any(|coding| named(&coding.display))
            || codes.is_some_and(|target| carries(performer, &target.codes, vocabulary))
    }

    /// Whether it carries this code already.
    #[must_use]
    pub fn carries(&self, code: &CodeLine, vocabulary: &Vocabulary) -> bool {
        let code = [crate::corpus::ClinicalCode { system: code.system.clone(), code: code.code.clone() }];
        self.resource.reason_code.iter().any(|reason| carries(reason, &code, vocabulary))
    }

    /// The reasons it gives, as the diagnoses that they are.
    #[must_use]
    pub fn diagnoses(&self) -> Vec<Resource> {
        let diagnosis = |concept: &CodeableConcept| {
            let mut condition = Resource { resource_type: "Condition".to_owned(), ..Resource::default() };
            condition.measured.code = concept.clone();
            condition
        };
        self.resource.reason_code.iter().map(diagnosis).collect()
    }

    /// The draft, going to this target.
    #[must_use]
    pub fn to_target(&self, performer: Value) -> Value {
        let mut written = self.written.clone();
        if let Some(object) = written.as_object_mut() {
            object.insert("performerType".to_owned(), performer);
        }
        written
    }

    /// The draft, with this code among its reasons.
    #[must_use]
    pub fn with_reason(&self, concept: Value) -> Value {
        let mut written = self.written.clone();
        if let Some(object) = written.as_object_mut() {
            match object.get_mut("reasonCode").and_then(Value::as_array_mut) {
                Some(reasons) => reasons.push(concept),
                None => {
                    object.insert("reasonCode".to_owned(), json!([concept]));
                }
            }
        }
        written
    }
}
