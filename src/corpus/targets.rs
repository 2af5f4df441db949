//! `targets.toml`: under which codes a referral's recipient is written.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::toml_file::TomlFile;
use super::{ClinicalCode, Fault, Files, Guideline, Vocabulary};

const PATH: &str = "targets.toml";

/// Where rules refer to, as other systems write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The target's id in rules.
    pub id: String,
    /// Its codes; the first is the one that nordvis writes.
    pub codes: Vec<ClinicalCode>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    #[serde(default)]
    target: Vec<TargetShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TargetShape {
    id: Spanned<String>,
    codes: BTreeMap<Spanned<String>, Vec<String>>,
}

/// Reads `targets.toml`, when there is one, against the guidelines whose targets it speaks of.
pub fn load(files: &Files, guidelines: &[Guideline], vocabulary: &Vocabulary, faults: &mut Vec<Fault>) -> Vec<Target> {
    if files.get(PATH).is_none() {
        return Vec::new();
    }
    let Some(file) = TomlFile::open(files, PATH, faults) else { return Vec::new() };
    let Some(shape) = file.read::<Shape>(faults) else { return Vec::new() };
    let known: Vec<&str> = guidelines
        .iter()
        .flat_map(|guideline| &guideline.rules)
        .flat_map(|rule| rule.targets.iter().map(String::as_str))
        .collect();
    let mut targets: Vec<Target> = Vec::new();
    for target in &shape.target {
        let id = target.id.get_ref();
        if !known.contains(&id.as_str()) {
            let help = crate::rules::closest(id, known.iter().copied())
                .map_or_else(|| "name a target of a rule".to_owned(), |near| format!("did you mean `{near}`?"));
            faults.push(file.fault(&target.id, format!("no rule refers to `{id}`"), help));
        }
        if targets.iter().any(|known| known.id == *id) {
            faults.push(file.fault(&target.id, format!("target `{id}` is declared twice"), "keep one of them"));
        }
        let mut codes = Vec::new();
        for (system, listed) in &target.codes {
            if vocabulary.system(system.get_ref()).is_none() {
                let message = format!("no code system is called `{}`", system.get_ref());
                faults.push(file.fault(system, message, "declare it under [[system]] in facts.toml"));
            }
            codes.extend(
                listed.iter().map(|code| ClinicalCode { system: system.get_ref().clone(), code: code.clone() }),
            );
        }
        targets.push(Target { id: id.clone(), codes });
    }
    targets
}
