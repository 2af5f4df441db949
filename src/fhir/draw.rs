//! Which facts does a record hold, and in which resources do they stand?

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::find::{Finder, Finding};
use super::resource::Resource;
use super::settle::settle;
use crate::clinical::{FactId, Facts};
use crate::corpus::Vocabulary;

/// What a record says of the case.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawn {
    /// The facts.
    pub facts: Facts,
    /// The resources that each fact stands in: `Observation/1`. They name parts of a patient's record: they go back to
    /// the one who sent it, and nowhere else.
    pub origins: BTreeMap<FactId, Vec<String>>,
}

/// Reads what the resources of one patient say on a day. Bundles are opened; what names another patient is passed over.
#[must_use]
pub fn draw(
    resources: impl IntoIterator<Item = Resource>,
    patient: &str,
    vocabulary: &Vocabulary,
    as_of: Date,
) -> Drawn {
    let records: Vec<_> = resources.into_iter().flat_map(Resource::flattened).collect();
    let medicines = records.iter().filter(|record| record.resource_type == "Medication" && record.id.is_some());
    let medicines = medicines.map(|medicine| (medicine.reference(), medicine.measured.code.clone())).collect();
    let finder = Finder { vocabulary, as_of, medicines: &medicines };
    let of_patient: Vec<_> = records.iter().filter(|record| !record.is_of_another(patient)).collect();
    let mut drawn = Drawn::default();
    for fact in vocabulary.iter() {
        let findings: Vec<Finding> = of_patient.iter().flat_map(|record| finder.find(fact, record)).collect();
        if let Some((settled, counting)) = settle(fact, findings) {
            drawn.facts.insert(fact.id, settled);
            // Without an id there is nothing to refer to.
            let references = counting.into_iter().map(|finding| finding.reference);
            let mut origins: Vec<_> = references.filter(|reference| reference.contains('/')).collect();
            origins.sort();
            origins.dedup();
            drawn.origins.insert(fact.id, origins);
        }
    }
    drawn
}
