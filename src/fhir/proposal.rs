//! What nordvis proposes to write into a journal: drafts that a clinician signs or does not.

use serde_json::{Value, json};

/// A referral as a draft.
#[derive(Debug, Clone, Copy)]
pub struct Referral<'a> {
    /// The patient's id; without it, words stand in its place.
    pub patient: Result<&'a str, &'a str>,
    /// What is asked for.
    pub asked: &'a str,
    /// Who is asked for it, as a concept.
    pub performer: &'a Value,
    /// Why.
    pub reasons: &'a [String],
    /// What else the recipient should read.
    pub note: Option<&'a str>,
    /// Where the guideline stands.
    pub guideline: &'a str,
    /// The day it is written.
    pub authored_on: &'a str,
}

impl Referral<'_> {
    /// As a ServiceRequest.
    #[must_use]
    pub fn service_request(&self) -> Value {
        let subject = match self.patient {
            Ok(id) => json!({"reference": format!("Patient/{id}")}),
            Err(words) => json!({"display": words}),
        };
        let mut request = json!({
            "resourceType": "ServiceRequest",
            "status": "draft",
            "intent": "proposal",
            "instantiatesUri": [self.guideline],
            "code": {"text": self.asked},
            "subject": subject,
            "authoredOn": self.authored_on,
            "performerType": self.performer,
        });
        if let Some(object) = request.as_object_mut() {
            if !self.reasons.is_empty() {
                let reasons: Vec<_> = self.reasons.iter().map(|reason| json!({"text": reason})).collect();
                object.insert("reasonCode".to_owned(), reasons.into());
            }
            if let Some(note) = self.note {
                object.insert("note".to_owned(), json!([{"text": note}]));
            }
        }
        request
    }
}

/// A diagnosis to register, unconfirmed until a clinician confirms it.
#[must_use]
pub fn diagnosis(patient: &str, code: &Value) -> Value {
    json!({
        "resourceType": "Condition",
        "clinicalStatus": {"coding": [
            {"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]},
        "verificationStatus": {"coding": [
            {"system": "http://terminology.hl7.org/CodeSystem/condition-ver-status", "code": "provisional"}]},
        "code": code,
        "subject": {"reference": format!("Patient/{patient}")},
    })
}

/// A measure to register, prepared until a clinician says that it was done.
#[must_use]
pub fn measure(patient: &str, code: &Value) -> Value {
    json!({
        "resourceType": "Procedure",
        "status": "preparation",
        "code": code,
        "subject": {"reference": format!("Patient/{patient}")},
    })
}
