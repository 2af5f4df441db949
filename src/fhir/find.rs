//! What does one resource say of one fact?

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::FACTS_SYSTEM;
use super::codes::{carries, same};
use super::day::{When, age};
use super::resource::{CodeableConcept, Coding, Component, Period, Quantity, Resource};
use crate::clinical::{Bound, FactValue, Interval};
use crate::corpus::{Binding, ClinicalCode, FactDefinition, FactKind, Given, RecordKind, Says, Vocabulary};

/// What a resource says of a fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The value; nothing when it says that it is not known.
    pub value: Option<FactValue>,
    /// Whether it is said as certain.
    pub sure: bool,
    /// When it was measured or written.
    pub when: Option<When>,
    /// The resource.
    pub reference: String,
}

/// Reads resources with one vocabulary, as of one day.
#[derive(Clone, Copy)]
pub struct Finder<'a> {
    /// Which facts there are, and how other systems keep them.
    pub vocabulary: &'a Vocabulary,
    /// The day.
    pub as_of: Date,
    /// What each medicine is that prescriptions refer to, by `Medication/id`.
    pub medicines: &'a BTreeMap<String, CodeableConcept>,
}

impl Finder<'_> {
    /// What a resource says of a fact.
    #[must_use]
    pub fn find(&self, fact: &FactDefinition, resource: &Resource) -> Vec<Finding> {
        let Some(kind) = RecordKind::from_name(&resource.resource_type) else { return Vec::new() };
        let bound = fact.bindings.iter().filter(|binding| binding.record == kind);
        let bound = bound.flat_map(|binding| self.bound(fact, binding, resource));
        bound.chain(self.own(fact, resource)).collect()
    }

    fn bound(&self, fact: &FactDefinition, binding: &Binding, resource: &Resource) -> Vec<Finding> {
        let when = when(resource);
        // What is about the present must say when it was so.
        if binding.within_days.is_some_and(|days| !when.is_some_and(|when| when.within(days, self.as_of))) {
            return Vec::new();
        }
        // What lies ahead has not happened.
        if when.is_some_and(|when| when.day > self.as_of) {
            return Vec::new();
        }
        let finding = |(value, sure)| Finding { value: Some(value), sure, when, reference: resource.reference() };
        let found: Vec<_> = match &binding.says {
            Says::Age => patient_age(fact, resource, self.as_of).into_iter().map(|age| (age, true)).collect(),
            Says::Gender(values) => {
                let value = resource.gender.as_ref().and_then(|gender| values.get(gender));
                value.map(|value| (*value, true)).into_iter().collect()
            }
            Says::Quantity { units, .. } => match observed(resource) {
                Some(sure) => {
                    let factor = |unit: &str| units.get(unit).copied();
                    let coded = measured(resource).filter(|part| carries(&part.code, &binding.codes, self.vocabulary));
                    let numbers = coded.filter_map(|part| quantity(fact, part.value_quantity.as_ref()?, factor));
                    numbers.map(|value| (value, sure)).collect()
                }
                None => Vec::new(),
            },
            Says::Value { value, ruled_out_by } => {
                self.value(binding, *value, ruled_out_by, resource).into_iter().collect()
            }
        };
        found.into_iter().map(finding).collect()
    }

    /// A resource whose being there says something; refuted, it says the opposite where its code means the whole.
    fn value(
        &self,
        binding: &Binding,
        value: FactValue,
        ruled_out_by: &[ClinicalCode],
        resource: &Resource,
    ) -> Option<(FactValue, bool)> {
        if binding.allergy_type.is_some() && binding.allergy_type != resource.kind {
            return None;
        }
        let concepts = self.concepts(resource);
        if !concepts.iter().any(|concept| carries(concept, &binding.codes, self.vocabulary)) {
            return None;
        }
        match standing(binding.record, resource) {
            Standing::Holds => Some((value, true)),
            Standing::Doubtful => Some((value, false)),
            Standing::Refuted => {
                let whole =
                    |coding: &Coding| ruled_out_by.iter().any(|code| same(code, coding, self.vocabulary, false));
                let refuted = concepts.iter().flat_map(|concept| &concept.coding).any(whole);
                match value {
                    FactValue::Boolean(yes) if refuted => Some((FactValue::Boolean(!yes), true)),
                    _ => None,
                }
            }
            Standing::Nothing => None,
        }
    }

    /// What the resource is about.
    fn concepts<'r>(&'r self, resource: &'r Resource) -> Vec<&'r CodeableConcept> {
        let mut concepts = vec![&resource.measured.code];
        concepts.extend(&resource.medication_codeable_concept);
        concepts.extend(resource.reaction.iter().filter_map(|reaction| reaction.substance.as_ref()));
        let medicine = resource.medication_reference.as_ref().and_then(|medicine| medicine.reference.as_deref());
        if let Some(reference) = medicine {
            let local = reference.strip_prefix('#');
            let inside = resource.contained.iter().filter(|inside| local.is_some() && inside.id.as_deref() == local);
            concepts.extend(inside.map(|medicine| &medicine.measured.code));
            concepts.extend(last_two_segments(reference).and_then(|name| self.medicines.get(name)));
        }
        concepts
    }

    /// An observation under nordvis's own code states the fact itself.
    fn own(&self, fact: &FactDefinition, resource: &Resource) -> Vec<Finding> {
        let Some(sure) = observed(resource).filter(|_| resource.resource_type == "Observation") else {
            return Vec::new();
        };
        let when = when(resource);
        let is_fact = |coding: &Coding| {
            coding.system.as_deref() == Some(FACTS_SYSTEM) && coding.code.as_deref() == Some(fact.name.as_str())
        };
        let coded = measured(resource).filter(|part| part.code.coding.iter().any(is_fact));
        let stated = coded.filter_map(|part| match (stated(fact, part), &part.data_absent_reason) {
            (Some(value), _) => Some(Some(value)),
            (None, Some(_)) => Some(None),
            (None, None) => None,
        });
        stated.map(|value| Finding { value, sure, when, reference: resource.reference() }).collect()
    }
}

/// `Medication/1` of a reference to it, wherever it is.
fn last_two_segments(reference: &str) -> Option<&str> {
    let (rest, _) = reference.rsplit_once('/')?;
    reference.get(rest.rfind('/').map_or(0, |slash| slash + 1)..)
}

fn patient_age(fact: &FactDefinition, resource: &Resource, as_of: Date) -> Option<FactValue> {
    let age = age(resource.birth_date.as_deref()?, as_of)?;
    plausible(fact, age)
}

/// The parts of an observation that have a code and a value.
fn measured(resource: &Resource) -> impl Iterator<Item = &Component> {
    std::iter::once(&resource.measured).chain(&resource.component)
}

/// Whether an observation counts, and whether it is certain.
fn observed(resource: &Resource) -> Option<bool> {
    match resource.status.as_deref() {
        Some("final" | "amended" | "corrected") | None => Some(true),
        Some("preliminary") => Some(false),
        Some(_) => None,
    }
}

/// A quantity in the fact's own unit, when its unit is one of those that are known.
fn quantity(fact: &FactDefinition, quantity: &Quantity, factor: impl Fn(&str) -> Option<f64>) -> Option<FactValue> {
    let unit = quantity.code.as_deref().or(quantity.unit.as_deref())?;
    let number = quantity.value? * factor(unit)?;
    let interval = match quantity.comparator.as_deref() {
        None => Interval::exactly(number),
        Some("<") => Interval::between(Bound::Open, Bound::Excluding(number))?,
        Some("<=") => Interval::between(Bound::Open, Bound::Including(number))?,
        Some(">=") => Interval::between(Bound::Including(number), Bound::Open)?,
        Some(">") => Interval::between(Bound::Excluding(number), Bound::Open)?,
        Some(_) => return None,
    };
    plausible(fact, interval)
}

/// A number or range, when what it names lies in the fact's range.
fn plausible(fact: &FactDefinition, interval: Interval) -> Option<FactValue> {
    let ends = [interval.low(), interval.high()].into_iter().filter_map(|bound| match bound {
        Bound::Including(end) | Bound::Excluding(end) => Some(end),
        Bound::Open => None,
    });
    let mut ends = ends;
    ends.all(|end| fact.accept(Given::Number(end)).is_ok()).then_some(FactValue::Number(interval))
}

/// What an observation under our own code states.
fn stated(fact: &FactDefinition, part: &Component) -> Option<FactValue> {
    match &fact.kind {
        FactKind::Boolean => fact.boolean(part.value_boolean?),
        FactKind::Number { unit, .. } => {
            #[expect(
                clippy::cast_precision_loss,
                reason = "no plausible value is as large as a number that loses by it"
            )]
            let whole = || fact.accept(Given::Number(part.value_integer? as f64)).ok();
            let factor = |given: &str| (given == unit).then_some(1.0);
            part.value_quantity.as_ref().map_or_else(whole, |amount| quantity(fact, amount, factor))
        }
        FactKind::Choice(_) => {
            let coded = part.value_codeable_concept.iter().flat_map(|concept| &concept.coding);
            let mut words = coded.filter_map(|coding| coding.code.as_deref()).chain(part.value_string.as_deref());
            words.find_map(|word| fact.option(word))
        }
    }
}

/// What a coded resource amounts to.
enum Standing {
    Holds,
    Doubtful,
    Refuted,
    Nothing,
}

fn standing(record: RecordKind, resource: &Resource) -> Standing {
    let status = resource.status.as_deref();
    match record {
        RecordKind::Condition | RecordKind::AllergyIntolerance => verified(resource),
        RecordKind::MedicationRequest | RecordKind::ServiceRequest => {
            let proposed = matches!(resource.intent.as_deref(), Some("proposal" | "plan" | "option"));
            let stands = matches!(status, Some("active")) && !resource.do_not_perform && !proposed;
            if stands { Standing::Holds } else { Standing::Nothing }
        }
        RecordKind::MedicationStatement if status == Some("active") => Standing::Holds,
        RecordKind::Procedure if status == Some("completed") => Standing::Holds,
        RecordKind::Observation if observed(resource) == Some(true) => Standing::Holds,
        RecordKind::Observation if observed(resource) == Some(false) => Standing::Doubtful,
        // Not taken, not done, stopped: it says nothing of what else was taken or done.
        _ => Standing::Nothing,
    }
}

/// A diagnosis or an allergy: what has ended says nothing, what is only thought of is doubtful.
fn verified(resource: &Resource) -> Standing {
    let status = |concept: &Option<CodeableConcept>, codes: &[&str]| {
        concept.as_ref().is_some_and(|concept| codes.iter().any(|code| concept.is(code)))
    };
    if status(&resource.verification_status, &["entered-in-error"]) {
        Standing::Nothing
    } else if status(&resource.verification_status, &["refuted"]) {
        Standing::Refuted
    } else if status(&resource.clinical_status, &["inactive", "resolved", "remission"])
        || resource.abatement_date_time.is_some()
    {
        Standing::Nothing
    } else if status(&resource.verification_status, &["unconfirmed", "provisional", "differential", "presumed"]) {
        Standing::Doubtful
    } else {
        Standing::Holds
    }
}

/// The end of a period, or its beginning while it goes on.
fn ended(period: &Option<Period>) -> Option<&str> {
    let period = period.as_ref()?;
    period.end.as_deref().or(period.start.as_deref())
}

/// When it was measured, done or written.
fn when(resource: &Resource) -> Option<When> {
    let written = [
        resource.effective_date_time.as_deref(),
        resource.effective_instant.as_deref(),
        ended(&resource.effective_period),
        resource.performed_date_time.as_deref(),
        ended(&resource.performed_period),
        resource.onset_date_time.as_deref(),
        resource.recorded_date.as_deref(),
        resource.authored_on.as_deref(),
        resource.date_asserted.as_deref(),
        resource.issued.as_deref(),
    ];
    written.into_iter().flatten().find_map(When::read)
}
