//! Under which codes do other systems keep a fact? Bindings of `facts.toml`: a resource of FHIR, its codes and units,
//! and what they say of the fact.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::toml_file::TomlFile;
use super::{ClinicalCode, FactDefinition, FactKind, Fault, Given};
use crate::clinical::FactValue;

/// A code system, as bindings name it and as it arrives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeSystem {
    /// The short name: `loinc`, `atc`, `icd-10-se`.
    pub id: String,
    /// The URIs under which its codes arrive; the first is the one that nordvis writes.
    pub uris: Vec<String>,
    /// Whether a code stands for those that begin with it too, as M81 does for M81.0.
    pub below: bool,
}

/// A kind of FHIR resource that a fact can be read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordKind {
    /// Who the patient is.
    Patient,
    /// A measurement.
    Observation,
    /// A diagnosis or a problem.
    Condition,
    /// A prescription.
    MedicationRequest,
    /// What the patient takes.
    MedicationStatement,
    /// An allergy or an intolerance.
    AllergyIntolerance,
    /// Something that was done.
    Procedure,
    /// An order or a referral.
    ServiceRequest,
}

impl RecordKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Patient,
        Self::Observation,
        Self::Condition,
        Self::MedicationRequest,
        Self::MedicationStatement,
        Self::AllergyIntolerance,
        Self::Procedure,
        Self::ServiceRequest,
    ];

    /// FHIR's name of it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Patient => "Patient",
            Self::Observation => "Observation",
            Self::Condition => "Condition",
            Self::MedicationRequest => "MedicationRequest",
            Self::MedicationStatement => "MedicationStatement",
            Self::AllergyIntolerance => "AllergyIntolerance",
            Self::Procedure => "Procedure",
            Self::ServiceRequest => "ServiceRequest",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What a resource says of the fact.
#[derive(Debug, Clone, PartialEq)]
pub enum Says {
    /// The patient's age in whole years, from the date of birth.
    Age,
    /// One of these, by the patient's administrative gender.
    Gender(BTreeMap<String, FactValue>),
    /// The number of a quantity in one of these units, each with what one of it is in the fact's own unit.
    Quantity {
        /// UCUM code → factor.
        units: BTreeMap<String, f64>,
        /// Whether the lowest of several counts, and not the latest.
        lowest: bool,
    },
    /// That such a resource is there says this.
    Value {
        /// What it says.
        value: FactValue,
        /// The codes whose refutation says the opposite: those that mean the whole of the fact.
        ruled_out_by: Vec<ClinicalCode>,
    },
}

/// One way in which other systems keep a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Binding {
    /// In which kind of resource.
    pub record: RecordKind,
    /// Under which codes; none for what stands in the patient's own data.
    pub codes: Vec<ClinicalCode>,
    /// `allergy` or `intolerance`, where only one of them counts.
    pub allergy_type: Option<String>,
    /// What it says of the fact.
    pub says: Says,
    /// Days after which it says nothing of the present any more.
    pub within_days: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SystemShape {
    id: Spanned<String>,
    uris: Vec<String>,
    #[serde(default)]
    below: bool,
}

type CodesShape = BTreeMap<Spanned<String>, Vec<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BindingShape {
    resource: Spanned<String>,
    element: Option<Spanned<String>>,
    #[serde(default)]
    codes: CodesShape,
    #[serde(default)]
    units: BTreeMap<Spanned<String>, f64>,
    #[serde(default)]
    lowest: bool,
    value: Option<Spanned<toml::Value>>,
    #[serde(default)]
    values: BTreeMap<String, Spanned<toml::Value>>,
    #[serde(default)]
    ruled_out_by: CodesShape,
    r#type: Option<Spanned<String>>,
    within_days: Option<u32>,
}

/// Reads the code systems.
pub(super) fn systems(file: &TomlFile<'_>, shapes: &[SystemShape], faults: &mut Vec<Fault>) -> Vec<CodeSystem> {
    let mut systems: Vec<CodeSystem> = Vec::new();
    for shape in shapes {
        let id = shape.id.get_ref();
        if systems.iter().any(|known| known.id == *id) {
            faults.push(file.fault(&shape.id, format!("code system `{id}` is declared twice"), "keep one of them"));
        }
        if shape.uris.is_empty() {
            let help = "list the URIs under which its codes arrive, the one to write first";
            faults.push(file.fault(&shape.id, format!("code system `{id}` has no URI"), help));
        }
        systems.push(CodeSystem { id: id.clone(), uris: shape.uris.clone(), below: shape.below });
    }
    systems
}

/// Reads the bindings of one fact.
pub(super) fn bindings(
    file: &TomlFile<'_>,
    fact: &FactDefinition,
    shapes: &[BindingShape],
    systems: &[CodeSystem],
    faults: &mut Vec<Fault>,
) -> Vec<Binding> {
    let mut reader = Reader { file, fact, systems, faults };
    shapes.iter().filter_map(|shape| reader.binding(shape)).collect()
}

struct Reader<'a, 'f> {
    file: &'a TomlFile<'a>,
    fact: &'a FactDefinition,
    systems: &'a [CodeSystem],
    faults: &'f mut Vec<Fault>,
}

impl Reader<'_, '_> {
    fn binding(&mut self, shape: &BindingShape) -> Option<Binding> {
        let at = &shape.resource;
        let Some(record) = RecordKind::from_name(at.get_ref()) else {
            let help = format!("write one of {}", RecordKind::ALL.map(RecordKind::name).join(", "));
            self.faults.push(self.file.fault(at, format!("`{}` is no resource that is read", at.get_ref()), help));
            return None;
        };
        let codes = self.codes(&shape.codes);
        if record != RecordKind::Patient && codes.is_empty() {
            let message = format!("fact `{}` is bound to {} without a code", self.fact.name, record.name());
            self.faults.push(self.file.fault(at, message, "write codes = { loinc = [\"39156-5\"] }"));
        }
        if let Some(kind) = &shape.r#type
            && (record != RecordKind::AllergyIntolerance
                || !["allergy", "intolerance"].contains(&kind.get_ref().as_str()))
        {
            let help = "an AllergyIntolerance has type = \"allergy\" or \"intolerance\"; others have none";
            self.faults.push(self.file.fault(kind, format!("`{}` is no type here", kind.get_ref()), help));
        }
        Some(Binding {
            record,
            codes,
            allergy_type: shape.r#type.as_ref().map(|kind| kind.get_ref().clone()),
            says: self.says(record, shape)?,
            within_days: shape.within_days,
        })
    }

    fn says(&mut self, record: RecordKind, shape: &BindingShape) -> Option<Says> {
        let number = matches!(self.fact.kind, FactKind::Number { .. });
        let element = shape.element.as_ref().map(|element| element.get_ref().as_str());
        match (record, element, &shape.value) {
            (RecordKind::Patient, Some("birthDate"), None) if number => Some(Says::Age),
            (RecordKind::Patient, Some("gender"), None) if !number => {
                let values = shape.values.iter();
                let read: Vec<_> = values.map(|(word, value)| (word.clone(), self.value(value))).collect();
                Some(Says::Gender(read.into_iter().filter_map(|(word, value)| Some((word, value?))).collect()))
            }
            (RecordKind::Observation, None, None) if number && !shape.units.is_empty() => {
                for (unit, _) in shape.units.iter().filter(|(_, factor)| !(factor.is_finite() && **factor > 0.0)) {
                    let help = "write what one of this unit is in the fact's own: units = { \"mL/min\" = 1.0 }";
                    self.faults.push(self.file.fault(unit, "a unit's factor is above zero", help));
                }
                let units = shape.units.iter().map(|(unit, factor)| (unit.get_ref().clone(), *factor)).collect();
                Some(Says::Quantity { units, lowest: shape.lowest })
            }
            (record, None, Some(value)) if record != RecordKind::Patient && shape.units.is_empty() => {
                let value = self.value(value)?;
                Some(Says::Value { value, ruled_out_by: self.codes(&shape.ruled_out_by) })
            }
            _ => {
                let help = "a number has units; a boolean or choice has value; Patient has element = \"birthDate\", or \
                            element = \"gender\" with values";
                let message = format!("this does not say what fact `{}` becomes", self.fact.name);
                self.faults.push(self.file.fault(&shape.resource, message, help));
                None
            }
        }
    }

    fn value(&mut self, at: &Spanned<toml::Value>) -> Option<FactValue> {
        let value = match at.get_ref() {
            toml::Value::Boolean(value) => self.fact.accept(Given::Boolean(*value)).ok(),
            toml::Value::String(option) => self.fact.accept(Given::Text(option)).ok(),
            _ => None,
        };
        if value.is_none() {
            let message = format!("fact `{}` cannot have this value", self.fact.name);
            self.faults.push(self.file.fault(at, message, "write true or false for a boolean, an option for a choice"));
        }
        value
    }

    fn codes(&mut self, shape: &CodesShape) -> Vec<ClinicalCode> {
        let mut codes = Vec::new();
        for (system, listed) in shape {
            let id = system.get_ref();
            if !self.systems.iter().any(|known| known.id == *id) {
                let near = crate::rules::closest(id, self.systems.iter().map(|known| known.id.as_str()));
                let help = near
                    .map_or_else(|| "declare it under [[system]]".to_owned(), |near| format!("did you mean `{near}`?"));
                self.faults.push(self.file.fault(system, format!("no code system is called `{id}`"), help));
            }
            codes.extend(listed.iter().map(|code| ClinicalCode { system: id.clone(), code: code.clone() }));
        }
        codes
    }
}
