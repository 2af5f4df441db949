//! What does the patient's record say of the case, and how do we say in FHIR what the guidelines say? FHIR R4 resources →
//! facts, by the bindings of `corpus/facts.toml`; guidelines and answers → FHIR R4 resources.
//!
//! Pure, and lenient in what it reads: what is not understood says nothing. A resource that is not there says nothing
//! either; unknown is never false.

mod codes;
mod cql;
mod day;
mod draw;
mod find;
mod guidance;
mod knowledge;
mod proposal;
mod required;
mod resource;
mod settle;

pub use codes::{carries, concept};
pub use cql::{OUTCOMES, cql, cql_type, facts_of};
pub use draw::{Drawn, draw};
pub use guidance::guidance_response;
pub use knowledge::{Told, capability_statement, resource_id};
pub use proposal::{Referral, diagnosis, measure};
pub use resource::{CodeableConcept, Coding, Quantity, Reference, Resource};

/// The system of nordvis's own codes: an Observation whose code is a fact's id states that fact.
pub const FACTS_SYSTEM: &str = "urn:nordvis:facts";
