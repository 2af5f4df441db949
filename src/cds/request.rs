//! What did the journal system send? A call read as CDS Hooks writes it: what it must have, and nothing that it may not.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::draft::{Draft, drafts};
use super::services::{Hook, HookService};
use crate::fhir::Resource;

/// A call that can be answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// The service and the hook that it was called for.
    pub service: HookService,
    /// The patient's id.
    pub patient: String,
    /// What was sent of the patient's record.
    pub records: Vec<Resource>,
    /// The referrals that are being written.
    pub drafts: Vec<Draft>,
}

/// What is wrong with a call; each has a message of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HookFault {
    /// It must be there.
    Missing,
    /// It must be an object.
    NotAnObject,
    /// It must be a UUID.
    NotAUuid,
    /// The service is for another hook.
    OtherHook,
    /// It must be a bare id, without a resource's kind.
    NotABareId,
    /// It must be a FHIR resource, a bundle or null.
    NotAResource,
    /// It must be a bundle of orders.
    NotABundle,
    /// It must be a list of references.
    NotAList,
}

impl HookFault {
    /// The message that says it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Missing => "fault-missing",
            Self::NotAnObject => "fault-not-an-object",
            Self::NotAUuid => "fault-not-a-uuid",
            Self::OtherHook => "fault-other-hook",
            Self::NotABareId => "fault-not-a-bare-id",
            Self::NotAResource => "fault-not-a-resource",
            Self::NotABundle => "fault-not-a-bundle",
            Self::NotAList => "fault-not-a-list",
        }
    }
}

/// Why a call cannot be answered. Places are JSON Pointers, and name only what the specification names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is not what CDS Hooks writes.
    Malformed(Vec<(String, HookFault)>),
    /// Its context does not fit the hook.
    Context(Vec<(String, HookFault)>),
    /// The patient was neither sent nor can be read from here.
    PatientMissing,
}

/// Reads a call of one of these services, all of one id. Fields that are not known are passed over.
///
/// # Errors
/// What is wrong with it.
pub fn read(body: &Value, services: &[HookService]) -> Result<Call, Refused> {
    let mut faults = Vec::new();
    let Some(call) = body.as_object() else {
        return Err(Refused::Malformed(vec![(String::new(), HookFault::NotAnObject)]));
    };
    let service = match call.get("hook").and_then(Value::as_str) {
        None => Err(HookFault::Missing),
        Some(hook) => services.iter().find(|service| service.hook.name() == hook).ok_or(HookFault::OtherHook),
    };
    let service = service.map_err(|fault| faults.push(("/hook".to_owned(), fault)));
    match call.get("hookInstance").and_then(Value::as_str) {
        None => faults.push(("/hookInstance".to_owned(), HookFault::Missing)),
        Some(id) if Uuid::parse_str(id).is_err() => faults.push(("/hookInstance".to_owned(), HookFault::NotAUuid)),
        Some(_) => {}
    }
    if call.contains_key("fhirAuthorization") && !call.get("fhirServer").is_some_and(Value::is_string) {
        faults.push(("/fhirServer".to_owned(), HookFault::Missing));
    }
    let context = match call.get("context") {
        None => Err(HookFault::Missing),
        Some(context) => context.as_object().ok_or(HookFault::NotAnObject),
    };
    let context = context.map_err(|fault| faults.push(("/context".to_owned(), fault)));
    let prefetched = prefetched(call.get("prefetch"), &mut faults);
    let (Ok(service), Ok(context), true) = (service, context, faults.is_empty()) else {
        return Err(Refused::Malformed(faults));
    };
    let (patient, drafts) = of_context(context, service.hook).map_err(Refused::Context)?;
    // Null is the client's word that it has none; a key that is not there was not looked for.
    match prefetched.get("patient") {
        Some(None) => {}
        Some(Some(resource)) if resource.resource_type == "Patient" => {}
        Some(Some(_)) | None => return Err(Refused::PatientMissing),
    }
    let records = prefetched.into_values().flatten().collect();
    Ok(Call { service: *service, patient, records, drafts })
}

/// What was sent beforehand, by key; a key whose query failed says nothing.
fn prefetched(sent: Option<&Value>, faults: &mut Vec<(String, HookFault)>) -> BTreeMap<String, Option<Resource>> {
    let sent = match sent {
        None | Some(Value::Null) => return BTreeMap::new(),
        Some(Value::Object(sent)) => sent,
        Some(_) => {
            faults.push(("/prefetch".to_owned(), HookFault::NotAnObject));
            return BTreeMap::new();
        }
    };
    let mut read = BTreeMap::new();
    for (key, value) in sent {
        match Resource::read(value) {
            Some(failed) if failed.resource_type == "OperationOutcome" => {}
            Some(resource) => {
                read.insert(key.clone(), Some(resource));
            }
            None if value.is_null() => {
                read.insert(key.clone(), None);
            }
            None => faults.push(("/prefetch".to_owned(), HookFault::NotAResource)),
        }
    }
    read
}

type Faults = Vec<(String, HookFault)>;

fn of_context(context: &Map<String, Value>, hook: Hook) -> Result<(String, Vec<Draft>), Faults> {
    let mut faults = Vec::new();
    let mut fault = |name: &str, fault| faults.push((format!("/context/{name}"), fault));
    if context.get("userId").and_then(Value::as_str).is_none_or(str::is_empty) {
        fault("userId", HookFault::Missing);
    }
    let patient = match context.get("patientId").and_then(Value::as_str) {
        None => Err(HookFault::Missing),
        Some(id) if !is_bare_id(id) => Err(HookFault::NotABareId),
        Some(id) => Ok(id.to_owned()),
    };
    let patient = patient.map_err(|found| fault("patientId", found));
    let orders = match (hook, context.get("draftOrders")) {
        (Hook::PatientView, _) => Ok(Vec::new()),
        (_, None) => Err(HookFault::Missing),
        (_, Some(bundle)) => drafts(bundle).ok_or(HookFault::NotABundle),
    };
    let orders = orders.map_err(|found| fault("draftOrders", found));
    let selected = match (hook, context.get("selections")) {
        (Hook::PatientView | Hook::OrderSign, _) => Ok(None),
        (Hook::OrderSelect, None) => Err(HookFault::Missing),
        (Hook::OrderSelect, Some(list)) => list.as_array().map(Some).ok_or(HookFault::NotAList),
    };
    let selected = selected.map_err(|found| fault("selections", found));
    let (Ok(patient), Ok(orders), Ok(selected)) = (patient, orders, selected) else { return Err(faults) };
    if !faults.is_empty() {
        return Err(faults);
    }
    let chosen = |draft: &Draft| {
        selected.is_none_or(|list| list.iter().any(|reference| reference.as_str() == Some(&draft.reference)))
    };
    Ok((patient, orders.into_iter().filter(chosen).collect()))
}

/// FHIR's id: letters, digits, `-` and `.`, at most 64 of them.
fn is_bare_id(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
}
