//! `concepts.toml`: terms that mean the same in Swedish, Danish and English, for search across languages.

use serde::Deserialize;
use toml::Spanned;

use super::toml_file::TomlFile;
use super::{Fault, Files};
use crate::clinical::Language;

const PATH: &str = "concepts.toml";

/// One meaning with the forms that say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Its name, for people.
    pub id: String,
    /// Every form, with its language; the first of a language is the preferred one.
    pub forms: Vec<(Language, String)>,
}

/// Every concept, in the file's order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Concepts {
    /// The concepts.
    pub concepts: Vec<Concept>,
    /// Words that hold sentences together and say nothing of what a passage is about.
    pub function_words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    #[serde(default)]
    function_words: FunctionWords,
    #[serde(default)]
    concept: Vec<ConceptShape>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct FunctionWords {
    #[serde(default)]
    sv: Vec<String>,
    #[serde(default)]
    da: Vec<String>,
    #[serde(default)]
    en: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConceptShape {
    id: Spanned<String>,
    #[serde(default)]
    sv: Vec<Spanned<String>>,
    #[serde(default)]
    da: Vec<Spanned<String>>,
    #[serde(default)]
    en: Vec<Spanned<String>>,
}

/// Reads `concepts.toml`.
pub fn load(files: &Files, faults: &mut Vec<Fault>) -> Concepts {
    let Some(file) = TomlFile::open(files, PATH, faults) else { return Concepts::default() };
    let Some(shape) = file.read::<Shape>(faults) else { return Concepts::default() };
    let mut seen = std::collections::BTreeSet::new();
    let mut concepts = Vec::new();
    for concept in &shape.concept {
        if !seen.insert(concept.id.get_ref().clone()) {
            faults.push(file.fault(
                &concept.id,
                format!("concept `{}` stands twice", concept.id.get_ref()),
                "join the two",
            ));
        }
        let written =
            [(Language::Swedish, &concept.sv), (Language::Danish, &concept.da), (Language::English, &concept.en)];
        let forms: Vec<_> = written
            .into_iter()
            .flat_map(|(language, forms)| forms.iter().map(move |form| (language, form.get_ref().clone())))
            .collect();
        if forms.len() < 2 {
            let message = format!("concept `{}` joins nothing", concept.id.get_ref());
            faults.push(file.fault(&concept.id, message, "give it at least two forms in sv, da or en"));
        }
        concepts.push(Concept { id: concept.id.get_ref().clone(), forms });
    }
    let FunctionWords { sv, da, en } = shape.function_words;
    Concepts { concepts, function_words: [sv, da, en].concat() }
}
