//! What does the patient's record say of the case? FHIR R4 resources → facts, by the bindings of `corpus/facts.toml`.
//!
//! Pure, and lenient in what it reads: what is not understood says nothing. A resource that is not there says nothing
//! either; unknown is never false.

mod day;
mod draw;
mod find;
mod resource;
mod settle;

pub use draw::{Drawn, draw};
pub use resource::{CodeableConcept, Coding, Quantity, Reference, Resource};

/// The system of nordvis's own codes: an Observation whose code is a fact's id states that fact.
pub const FACTS_SYSTEM: &str = "urn:nordvis:facts";
