//! `facts.toml`: which facts exist, of which type and range, what they belong to, and how other systems keep them.

use serde::Deserialize;
use toml::Spanned;

use super::binding::{Binding, BindingShape, CodeSystem, SystemShape, bindings, systems};
use super::toml_file::TomlFile;
use super::{Fault, Files};
use crate::clinical::{FactId, FactValue, Interval, OptionIndex};
pub use crate::rules::FactKind;
use crate::rules::{FactTerm, Terms, closest};

const PATH: &str = "facts.toml";

/// A code of a clinical terminology (LOINC, ATC …).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClinicalCode {
    /// The terminology's short name, lower case: `loinc`, `atc`, `kva`, `icd-10-se`.
    pub system: String,
    /// The code.
    pub code: String,
}

impl ClinicalCode {
    /// Whether what is registered under this code is what the code stands for, or a part of it: M81 covers M81.9.
    /// Upper and lower case are the same, and the dot that divides a code of ICD-10 may be left out.
    #[must_use]
    pub fn covers(&self, system: &str, code: &str) -> bool {
        let plain = |code: &str| code.to_ascii_uppercase().replace('.', "");
        let (own, other) = (plain(&self.code), plain(code));
        let covered = if self.system.starts_with("icd-10") { other.starts_with(&own) } else { other == own };
        covered && self.system.eq_ignore_ascii_case(system)
    }
}

/// One fact of the vocabulary.
#[derive(Debug, Clone, PartialEq)]
pub struct FactDefinition {
    /// Its id in conditions.
    pub id: FactId,
    /// Its name in files and in the API.
    pub name: String,
    /// Its type, unit, range or options.
    pub kind: FactKind,
    /// The subject that mentioning it touches; none for general facts such as age.
    pub subject: Option<String>,
    /// Whether it is about the staff, and so asked only when the words are about staff.
    pub about_staff: bool,
    /// Whether it may come to an end, so that words which only tell of an end may be about it.
    pub passes: bool,
    /// The facts that are no longer so once it is.
    pub ends: Vec<FactId>,
    /// How other systems keep it.
    pub bindings: Vec<Binding>,
}

impl FactDefinition {
    /// Codes under which other systems know it, each once.
    #[must_use]
    pub fn codes(&self) -> Vec<ClinicalCode> {
        let mut codes: Vec<ClinicalCode> = Vec::new();
        for code in self.bindings.iter().flat_map(|binding| &binding.codes) {
            if !codes.contains(code) {
                codes.push(code.clone());
            }
        }
        codes
    }

    /// The value of an option, when this fact has it.
    #[must_use]
    pub fn option(&self, option: &str) -> Option<FactValue> {
        self.accept(Given::Text(option)).ok()
    }

    /// Yes or no, when this fact is answered so.
    #[must_use]
    pub fn boolean(&self, value: bool) -> Option<FactValue> {
        self.accept(Given::Boolean(value)).ok()
    }

    /// The value that a client, an author or a terminal gave, when it fits this fact.
    ///
    /// # Errors
    /// In which way it does not fit.
    pub fn accept(&self, given: Given<'_>) -> Result<FactValue, Misfit> {
        match (&self.kind, given) {
            (FactKind::Boolean, Given::Boolean(value)) => Ok(FactValue::Boolean(value)),
            (FactKind::Number { integer: true, .. }, Given::Number(number)) if number.fract() != 0.0 => {
                Err(Misfit::NotWhole)
            }
            (FactKind::Number { low, high, .. }, Given::Number(number)) if (*low..=*high).contains(&number) => {
                Ok(FactValue::Number(Interval::exactly(number)))
            }
            (FactKind::Number { .. }, Given::Number(_)) => Err(Misfit::OutOfRange),
            (FactKind::Choice(options), Given::Text(text)) => options
                .iter()
                .position(|option| option == text)
                .and_then(|place| u16::try_from(place).ok())
                .map(|place| FactValue::Choice(OptionIndex(place)))
                .ok_or(Misfit::NoOption),
            (FactKind::Boolean | FactKind::Number { .. } | FactKind::Choice(_), _) => Err(Misfit::Type),
        }
    }
}

/// A value as it was given, before it is known to fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Given<'a> {
    /// True or false.
    Boolean(bool),
    /// A number, in the fact's unit.
    Number(f64),
    /// A word.
    Text(&'a str),
}

/// In which way a given value does not fit its fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// It is of another type.
    Type,
    /// It has decimals and must not.
    NotWhole,
    /// It is outside the plausible range.
    OutOfRange,
    /// It is none of the options.
    NoOption,
}

/// Every fact, in the order of `facts.toml`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Vocabulary {
    definitions: Vec<FactDefinition>,
    systems: Vec<CodeSystem>,
    terms: Terms,
}

impl Vocabulary {
    /// The names as conditions need them.
    #[must_use]
    pub const fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The definition of a fact.
    #[must_use]
    pub fn get(&self, id: FactId) -> Option<&FactDefinition> {
        self.definitions.get(usize::from(id.0))
    }

    /// The definition with this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&FactDefinition> {
        self.definitions.iter().find(|definition| definition.name == name)
    }

    /// The definition whose name is nearest to `word`, when one is near enough to be what was meant.
    #[must_use]
    pub fn nearest(&self, word: &str) -> Option<&FactDefinition> {
        self.find(closest(word, self.definitions.iter().map(|definition| definition.name.as_str()))?)
    }

    /// The code system with this short name.
    #[must_use]
    pub fn system(&self, id: &str) -> Option<&CodeSystem> {
        self.systems.iter().find(|system| system.id == id)
    }

    /// The code systems whose codes arrive under this URI.
    pub fn systems_at<'a>(&'a self, uri: &'a str) -> impl Iterator<Item = &'a CodeSystem> {
        self.systems.iter().filter(move |system| system.uris.iter().any(|known| known == uri))
    }

    /// Every definition, in order.
    pub fn iter(&self) -> impl Iterator<Item = &FactDefinition> {
        self.definitions.iter()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    #[serde(default)]
    system: Vec<SystemShape>,
    fact: Vec<FactShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactShape {
    id: Spanned<String>,
    r#type: Spanned<String>,
    unit: Option<String>,
    range: Option<Spanned<[f64; 2]>>,
    options: Option<Vec<Spanned<String>>>,
    subject: Option<String>,
    about: Option<Spanned<String>>,
    #[serde(default)]
    passes: bool,
    #[serde(default)]
    ends: Vec<Spanned<String>>,
    #[serde(default)]
    fhir: Vec<BindingShape>,
}

/// Reads `facts.toml`.
pub fn load(files: &Files, faults: &mut Vec<Fault>) -> Vocabulary {
    let Some(file) = TomlFile::open(files, PATH, faults) else { return Vocabulary::default() };
    let Some(shape) = file.read::<Shape>(faults) else { return Vocabulary::default() };
    let systems = systems(&file, &shape.system, faults);
    let mut definitions: Vec<FactDefinition> = Vec::new();
    for (fact, place) in shape.fact.iter().zip(0..) {
        let name = fact.id.get_ref();
        if definitions.iter().any(|known| known.name == *name) {
            faults.push(file.fault(&fact.id, format!("fact `{name}` is declared twice"), "keep one of them"));
        }
        if !is_id(name) {
            let help = "an id has lower-case ASCII letters, digits and underscores, and begins with a letter";
            faults.push(file.fault(&fact.id, format!("`{name}` is not an id"), help));
        }
        let about_staff = match fact.about.as_ref().map(|about| (about, about.get_ref().as_str())) {
            None => false,
            Some((_, "staff")) => true,
            Some((at, other)) => {
                faults.push(file.fault(
                    at,
                    format!("`{other}` is nothing a fact is about"),
                    "write about = \"staff\", or nothing",
                ));
                false
            }
        };
        if let Some(kind) = kind(&file, fact, faults) {
            let definition = FactDefinition {
                id: FactId(place),
                name: name.clone(),
                kind,
                subject: fact.subject.clone(),
                about_staff,
                passes: fact.passes,
                ends: ended(&file, fact, &shape.fact, faults),
                bindings: Vec::new(),
            };
            let bindings = bindings(&file, &definition, &fact.fhir, &systems, faults);
            definitions.push(FactDefinition { bindings, ..definition });
        }
    }
    let terms = definitions.iter().map(|fact| FactTerm { name: fact.name.clone(), kind: fact.kind.clone() }).collect();
    Vocabulary { definitions, systems, terms: Terms::new(terms) }
}

/// The facts that end with this one.
fn ended(file: &TomlFile<'_>, fact: &FactShape, all: &[FactShape], faults: &mut Vec<Fault>) -> Vec<FactId> {
    let places = fact.ends.iter().filter_map(|name| {
        let booleans = all.iter().zip(0..).filter(|(other, _)| other.r#type.get_ref() == "boolean");
        let place =
            booleans.into_iter().find(|(other, _)| other.id.get_ref() == name.get_ref()).map(|(_, place)| place);
        if place.is_none() || fact.r#type.get_ref() != "boolean" {
            let message = format!("`{}` cannot end `{}`", fact.id.get_ref(), name.get_ref());
            faults.push(file.fault(name, message, "a yes-or-no fact ends other yes-or-no facts of facts.toml"));
        }
        place.map(FactId)
    });
    places.collect()
}

fn is_id(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

fn kind(file: &TomlFile<'_>, fact: &FactShape, faults: &mut Vec<Fault>) -> Option<FactKind> {
    let at = &fact.r#type;
    match (at.get_ref().as_str(), &fact.unit, &fact.range, &fact.options) {
        ("boolean", None, None, None) => Some(FactKind::Boolean),
        ("choice", None, None, Some(options)) if !options.is_empty() => {
            Some(FactKind::Choice(options.iter().map(|option| option.get_ref().clone()).collect()))
        }
        (number @ ("number" | "integer"), Some(unit), Some(range), None) => {
            let [low, high] = *range.get_ref();
            if low >= high {
                faults.push(file.fault(range, "the range is empty", "write the least value first"));
            }
            Some(FactKind::Number { unit: unit.clone(), low, high, integer: number == "integer" })
        }
        ("boolean" | "choice" | "number" | "integer", ..) => {
            let help = "a boolean has neither unit, range nor options; a choice has options; a number or integer has unit and range";
            faults.push(file.fault(at, format!("fact `{}` does not fit its type", fact.id.get_ref()), help));
            None
        }
        (other, ..) => {
            faults.push(file.fault(at, format!("`{other}` is not a type"), "write boolean, integer, number or choice"));
            None
        }
    }
}
