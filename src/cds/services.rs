//! Which services are offered, for which hook, and which data each would like to have beforehand.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::clinical::Intent;
use crate::corpus::{RecordKind, Vocabulary};
use crate::fhir::FACTS_SYSTEM;
use crate::reply::Speaker;

/// The version of CDS Hooks that is spoken.
pub const HOOKS_VERSION: &str = "2.0.1";

/// When the journal system calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hook {
    /// A patient's record is opened.
    PatientView,
    /// An order is being chosen.
    OrderSelect,
    /// Orders are about to be signed.
    OrderSign,
}

impl Hook {
    /// The hook's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PatientView => "patient-view",
            Self::OrderSelect => "order-select",
            Self::OrderSign => "order-sign",
        }
    }
}

/// One service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HookService {
    /// Its id; one may answer several hooks.
    pub id: &'static str,
    /// When it is called.
    pub hook: Hook,
    /// What is asked of the guidelines for it.
    pub asks: &'static [Intent],
}

/// Every service.
pub const SERVICES: [HookService; 5] = [
    HookService { id: "nordvis-next-step", hook: Hook::PatientView, asks: &[Intent::NextStep] },
    HookService { id: "nordvis-treatment", hook: Hook::PatientView, asks: &[Intent::Treatment] },
    HookService { id: "nordvis-codes", hook: Hook::PatientView, asks: &[Intent::RequiredCodes] },
    HookService {
        id: "nordvis-referral",
        hook: Hook::OrderSelect,
        asks: &[Intent::ReferralTarget, Intent::RequiredCodes],
    },
    HookService {
        id: "nordvis-referral",
        hook: Hook::OrderSign,
        asks: &[Intent::ReferralTarget, Intent::RequiredCodes],
    },
];

/// A service as discovery shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Service {
    /// When it is called.
    pub hook: &'static str,
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub title: String,
    /// What it does.
    pub description: String,
    /// The version of CDS Hooks.
    pub version: &'static str,
    /// What it needs.
    pub usage_requirements: String,
    /// What it would like to have: key → query.
    pub prefetch: BTreeMap<&'static str, String>,
}

/// Messages that discovery is said with.
pub const MESSAGES: &[(&str, &[&str])] = &[
    ("hooks-nordvis-next-step", &[]),
    ("hooks-nordvis-next-step.detail", &[]),
    ("hooks-nordvis-treatment", &[]),
    ("hooks-nordvis-treatment.detail", &[]),
    ("hooks-nordvis-codes", &[]),
    ("hooks-nordvis-codes.detail", &[]),
    ("hooks-nordvis-referral", &[]),
    ("hooks-nordvis-referral.detail", &[]),
    ("hooks-requirements", &[]),
];

/// Every service in words.
#[must_use]
pub fn services(vocabulary: &Vocabulary, speaker: &Speaker) -> Vec<Service> {
    let prefetch = prefetch(vocabulary);
    let shown = |service: &HookService| Service {
        hook: service.hook.name(),
        id: service.id,
        title: speaker.say(&format!("hooks-{}", service.id)).to_owned(),
        description: speaker.say(&format!("hooks-{}.detail", service.id)).to_owned(),
        version: HOOKS_VERSION,
        usage_requirements: speaker.say("hooks-requirements").to_owned(),
        prefetch: prefetch.clone(),
    };
    SERVICES.iter().map(shown).collect()
}

/// What the bindings of the vocabulary read, as queries that every client can make: reads and searches by token.
fn prefetch(vocabulary: &Vocabulary) -> BTreeMap<&'static str, String> {
    let kinds: BTreeSet<_> = vocabulary.iter().flat_map(|fact| &fact.bindings).map(|binding| binding.record).collect();
    let search = |name: &str, more: &str| format!("{name}?patient={{{{context.patientId}}}}{more}");
    let mut queries = BTreeMap::from([("patient", "Patient/{{context.patientId}}".to_owned())]);
    for kind in kinds {
        let (key, more) = match kind {
            RecordKind::Patient => continue,
            // Newest first, so that a page that is cut short has what counts.
            RecordKind::Observation => {
                ("observations", format!("&code={}&_sort=-date&_count=100", observed(vocabulary)))
            }
            RecordKind::Condition => ("conditions", String::new()),
            RecordKind::MedicationRequest => ("medicationRequests", "&status=active".to_owned()),
            RecordKind::MedicationStatement => ("medicationStatements", "&status=active".to_owned()),
            RecordKind::AllergyIntolerance => ("allergies", String::new()),
            RecordKind::Procedure => ("procedures", "&status=completed".to_owned()),
            RecordKind::ServiceRequest => ("serviceRequests", "&status=active".to_owned()),
        };
        queries.insert(key, search(kind.name(), &more));
    }
    queries
}

/// The codes of the measurements that are read, ours among them.
fn observed(vocabulary: &Vocabulary) -> String {
    let bindings = vocabulary.iter().flat_map(|fact| &fact.bindings);
    let codes = bindings.filter(|binding| binding.record == RecordKind::Observation).flat_map(|binding| &binding.codes);
    let token = |code: &crate::corpus::ClinicalCode| {
        Some(format!("{}|{}", vocabulary.system(&code.system)?.uris.first()?, code.code))
    };
    let own = std::iter::once(format!("{FACTS_SYSTEM}|"));
    codes.filter_map(token).chain(own).collect::<Vec<_>>().join(",")
}
