//! The keys of a lexicon file, as they are written.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::numerals::Numerals;
use super::{Cue, Reading, Relation, Unit};

/// One file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    pub language: LanguageShape,
    pub inflection: BTreeMap<String, Vec<String>>,
    pub group: BTreeMap<String, Vec<Spanned<String>>>,
    pub numerals: Numerals,
    pub concept: Vec<ConceptShape>,
    pub measure: Vec<MeasureShape>,
    pub name: Vec<NameShape>,
    pub lasting: Vec<Kinded<Unit>>,
    pub duration: Vec<BesideShape>,
    pub unproven: Vec<BesideShape>,
    pub stop: Vec<FormsShape>,
    pub cue: Vec<Kinded<Cue>>,
    pub relation: Vec<Kinded<Relation>>,
    pub unit: Vec<Kinded<Unit>>,
    pub intent: Vec<IntentShape>,
    pub place: Vec<PlaceShape>,
    pub topic: Vec<TopicShape>,
}

/// What the language is known by.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageShape {
    pub letters: String,
    pub function_words: String,
    pub neutral_words: String,
    pub abbreviations: String,
    #[serde(default)]
    pub signs: BTreeMap<char, String>,
}

/// What an option or a yes is written as.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum ValueShape {
    Boolean(bool),
    Option(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConceptShape {
    pub means: BTreeMap<Spanned<String>, Spanned<ValueShape>>,
    pub forms: Vec<Spanned<String>>,
    pub near: Option<Spanned<String>>,
    pub with: Option<Spanned<String>>,
    pub unless: Option<Spanned<String>>,
    #[serde(default)]
    pub listed: bool,
    #[serde(default)]
    pub intended: bool,
    #[serde(default)]
    pub opening: bool,
    #[serde(default)]
    pub answer: bool,
    #[serde(default)]
    pub denied_alone: bool,
    #[serde(default)]
    pub answered: bool,
    #[serde(default)]
    pub lasting: bool,
    #[serde(default)]
    pub certain: bool,
    #[serde(default)]
    pub any: bool,
    #[serde(default)]
    pub weak: bool,
    #[serde(default)]
    pub undeniable: bool,
    #[serde(default)]
    pub beside: bool,
    #[serde(default)]
    pub safety: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureShape {
    pub fact: Spanned<String>,
    pub reading: Option<Reading>,
    pub forms: Vec<Spanned<String>>,
    #[serde(default)]
    pub safety: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameShape {
    pub facts: Vec<Spanned<String>>,
    pub forms: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BesideShape {
    pub fact: Spanned<String>,
    pub near: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormsShape {
    pub forms: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kinded<K> {
    pub kind: K,
    pub forms: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntentShape {
    pub id: Spanned<String>,
    pub weight: i8,
    pub forms: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceShape {
    pub region: Spanned<String>,
    pub municipality: Option<Spanned<String>>,
    pub forms: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicShape {
    pub subject: Option<String>,
    pub about: Option<Spanned<String>>,
    pub forms: Vec<Spanned<String>>,
}
