//! The part of FHIR R4 that facts are read from. A field of another shape than expected counts as absent.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// A field, or nothing when it has another shape.
fn lenient<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(deserializer: D) -> Result<T, D::Error> {
    Ok(serde_json::from_value(Value::deserialize(deserializer)?).unwrap_or_default())
}

/// The items of a list that have the expected shape.
fn each<'de, D: Deserializer<'de>, T: DeserializeOwned>(deserializer: D) -> Result<Vec<T>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Array(items) => items.into_iter().filter_map(|item| serde_json::from_value(item).ok()).collect(),
        _ => Vec::new(),
    })
}

/// A code of a code system.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Coding {
    /// The system's URI.
    #[serde(deserialize_with = "lenient")]
    pub system: Option<String>,
    /// The code.
    #[serde(deserialize_with = "lenient")]
    pub code: Option<String>,
    /// What it stands for.
    #[serde(deserialize_with = "lenient")]
    pub display: Option<String>,
}

/// A concept: codes that mean the same, and words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct CodeableConcept {
    /// The codes.
    #[serde(deserialize_with = "each")]
    pub coding: Vec<Coding>,
    /// The words.
    #[serde(deserialize_with = "lenient")]
    pub text: Option<String>,
}

impl CodeableConcept {
    /// Whether one of the codes is this one, whatever its system: for FHIR's own small lists.
    #[must_use]
    pub fn is(&self, code: &str) -> bool {
        self.coding.iter().any(|coding| coding.code.as_deref() == Some(code))
    }
}

/// A measured amount.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Quantity {
    /// The number.
    #[serde(deserialize_with = "lenient")]
    pub value: Option<f64>,
    /// `<`, `<=`, `>=` or `>`: the number is a limit.
    #[serde(deserialize_with = "lenient")]
    pub comparator: Option<String>,
    /// The unit in words.
    #[serde(deserialize_with = "lenient")]
    pub unit: Option<String>,
    /// The unit's code, mostly UCUM's.
    #[serde(deserialize_with = "lenient")]
    pub code: Option<String>,
}

/// A reference to another resource.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Reference {
    /// `Patient/1`, `#contained` or an absolute URL.
    #[serde(deserialize_with = "lenient")]
    pub reference: Option<String>,
}

/// A time from and to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Period {
    /// From.
    #[serde(deserialize_with = "lenient")]
    pub start: Option<String>,
    /// To.
    #[serde(deserialize_with = "lenient")]
    pub end: Option<String>,
}

/// An entry of a bundle.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// Its resource.
    #[serde(deserialize_with = "lenient")]
    pub resource: Option<Box<Resource>>,
}

/// A reaction to a substance.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Reaction {
    /// The substance.
    #[serde(deserialize_with = "lenient")]
    pub substance: Option<CodeableConcept>,
}

/// A part of an observation with a code and a value of its own.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Component {
    /// What was measured.
    #[serde(deserialize_with = "lenient")]
    pub code: CodeableConcept,
    /// The amount.
    #[serde(deserialize_with = "lenient")]
    pub value_quantity: Option<Quantity>,
    /// The whole number.
    #[serde(deserialize_with = "lenient")]
    pub value_integer: Option<i64>,
    /// Yes or no.
    #[serde(deserialize_with = "lenient")]
    pub value_boolean: Option<bool>,
    /// The code.
    #[serde(deserialize_with = "lenient")]
    pub value_codeable_concept: Option<CodeableConcept>,
    /// The words.
    #[serde(deserialize_with = "lenient")]
    pub value_string: Option<String>,
    /// Why there is no value.
    #[serde(deserialize_with = "lenient")]
    pub data_absent_reason: Option<CodeableConcept>,
}

/// Any resource: the fields of every kind that is read, each where FHIR has it.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Resource {
    /// Its kind.
    #[serde(deserialize_with = "lenient")]
    pub resource_type: String,
    /// Its id.
    #[serde(deserialize_with = "lenient")]
    pub id: Option<String>,
    /// Resources inside it.
    #[serde(deserialize_with = "each")]
    pub contained: Vec<Self>,
    /// What a bundle holds.
    #[serde(deserialize_with = "each")]
    pub entry: Vec<Entry>,
    /// Whose it is.
    #[serde(deserialize_with = "lenient")]
    pub subject: Option<Reference>,
    /// Whose allergy it is.
    #[serde(deserialize_with = "lenient")]
    pub patient: Option<Reference>,
    /// How far it has come.
    #[serde(deserialize_with = "lenient")]
    pub status: Option<String>,
    /// Whether an order is one or only proposed.
    #[serde(deserialize_with = "lenient")]
    pub intent: Option<String>,
    /// Whether an order says not to do it.
    #[serde(deserialize_with = "lenient")]
    pub do_not_perform: bool,
    /// Whether a condition is active.
    #[serde(deserialize_with = "lenient")]
    pub clinical_status: Option<CodeableConcept>,
    /// Whether a condition is confirmed.
    #[serde(deserialize_with = "lenient")]
    pub verification_status: Option<CodeableConcept>,
    /// Whether it is an allergy or an intolerance; of bundles and others something else.
    #[serde(rename = "type", deserialize_with = "lenient")]
    pub kind: Option<String>,
    /// The medicine.
    #[serde(deserialize_with = "lenient")]
    pub medication_codeable_concept: Option<CodeableConcept>,
    /// Where the medicine stands.
    #[serde(deserialize_with = "lenient")]
    pub medication_reference: Option<Reference>,
    /// What the patient reacts to.
    #[serde(deserialize_with = "each")]
    pub reaction: Vec<Reaction>,
    /// What it is, with its value.
    #[serde(flatten)]
    pub measured: Component,
    /// Parts with values of their own.
    #[serde(deserialize_with = "each")]
    pub component: Vec<Component>,
    /// Why a service is asked for.
    #[serde(deserialize_with = "each")]
    pub reason_code: Vec<CodeableConcept>,
    /// Who is asked for it.
    #[serde(deserialize_with = "lenient")]
    pub performer_type: Option<CodeableConcept>,
    /// The patient's day of birth, perhaps only month or year.
    #[serde(deserialize_with = "lenient")]
    pub birth_date: Option<String>,
    /// The patient's administrative gender.
    #[serde(deserialize_with = "lenient")]
    pub gender: Option<String>,
    /// When it was measured or taken.
    #[serde(deserialize_with = "lenient")]
    pub effective_date_time: Option<String>,
    /// When it was measured or taken.
    #[serde(deserialize_with = "lenient")]
    pub effective_instant: Option<String>,
    /// When it was measured or taken.
    #[serde(deserialize_with = "lenient")]
    pub effective_period: Option<Period>,
    /// When a result was given out.
    #[serde(deserialize_with = "lenient")]
    pub issued: Option<String>,
    /// When a condition began.
    #[serde(deserialize_with = "lenient")]
    pub onset_date_time: Option<String>,
    /// When a condition was written down.
    #[serde(deserialize_with = "lenient")]
    pub recorded_date: Option<String>,
    /// When a condition ended.
    #[serde(deserialize_with = "lenient")]
    pub abatement_date_time: Option<String>,
    /// When an order was written.
    #[serde(deserialize_with = "lenient")]
    pub authored_on: Option<String>,
    /// When a statement was made.
    #[serde(deserialize_with = "lenient")]
    pub date_asserted: Option<String>,
    /// When a procedure was done.
    #[serde(deserialize_with = "lenient")]
    pub performed_date_time: Option<String>,
    /// When a procedure was done.
    #[serde(deserialize_with = "lenient")]
    pub performed_period: Option<Period>,
}

impl Resource {
    /// Reads a resource; nothing when it is none.
    #[must_use]
    pub fn read(value: &Value) -> Option<Self> {
        Self::deserialize(value).ok().filter(|resource| !resource.resource_type.is_empty())
    }

    /// The resource, or those of a bundle.
    pub fn flattened(self) -> Vec<Self> {
        if self.resource_type != "Bundle" {
            return vec![self];
        }
        self.entry.into_iter().filter_map(|entry| entry.resource.map(|resource| *resource)).collect()
    }

    /// `Observation/1`: how it is referred to.
    #[must_use]
    pub fn reference(&self) -> String {
        match &self.id {
            Some(id) => format!("{}/{id}", self.resource_type),
            None => self.resource_type.clone(),
        }
    }

    /// Whether it names another patient than this one.
    #[must_use]
    pub fn is_of_another(&self, patient: &str) -> bool {
        if self.resource_type == "Patient" {
            return self.id.as_deref().is_some_and(|id| id != patient);
        }
        let named = self.subject.as_ref().or(self.patient.as_ref()).and_then(|whose| whose.reference.as_deref());
        let id = named.and_then(|named| {
            let mut segments = named.split('/').rev().skip_while(|segment| segment.is_empty());
            let id = segments.next()?;
            match segments.next()? {
                "Patient" => Some(id),
                // `Patient/1/_history/2`
                "_history" => segments.next(),
                _ => None,
            }
        });
        id.is_some_and(|id| id != patient)
    }
}
