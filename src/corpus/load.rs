//! All files of the corpus → one value, or every fault at once (invariant 6).

use std::collections::{BTreeMap, BTreeSet};

use super::toml_file::TomlFile;
use super::{Concepts, Fault, Files, Guideline, Level, Lexicon, SectionRef, Target, Vocabulary};
use super::{cases, concepts, edition, lexicon, metadata, referral, rules_file, targets, vocabulary};
use crate::clinical::Region;

/// Everything that the files of `corpus/` say.
#[derive(Debug, Clone)]
pub struct Corpus {
    /// Which facts exist.
    pub vocabulary: Vocabulary,
    /// The guidelines, by id.
    pub guidelines: Vec<Guideline>,
    /// Under which codes referrals' recipients are written.
    pub targets: Vec<Target>,
    /// Which terms mean the same.
    pub concepts: Concepts,
    /// How clinicians say things.
    pub lexicon: Lexicon,
    /// `sha256:` and the digest of every file; of a service, also of the words that it is said in.
    pub fingerprint: String,
}

impl Corpus {
    /// A guideline by id.
    #[must_use]
    pub fn guideline(&self, id: &str) -> Option<&Guideline> {
        self.guidelines.iter().find(|guideline| guideline.id() == id)
    }

    /// The codes of a target, where it has some.
    #[must_use]
    pub fn target(&self, id: &str) -> Option<&Target> {
        self.targets.iter().find(|target| target.id == id)
    }

    /// The guidelines of a region; of all regions when none is given.
    pub fn binding_in(&self, region: Option<Region>) -> impl Iterator<Item = &Guideline> {
        self.guidelines.iter().filter(move |guideline| region.is_none_or(|region| guideline.metadata.region == region))
    }
}

/// Loads the corpus whole.
///
/// # Errors
/// Every fault of every file, when at least one of them is an error.
pub fn load(files: &Files) -> Result<Corpus, Vec<Fault>> {
    let mut faults = Vec::new();
    let vocabulary = vocabulary::load(files, &mut faults);
    let concepts = concepts::load(files, &mut faults);
    let folders = guideline_folders(files, &mut faults);
    let guidelines: Vec<_> = folders.iter().filter_map(|id| guideline(files, id, &vocabulary, &mut faults)).collect();
    check_across(files, &guidelines, &vocabulary, &mut faults);
    let targets = targets::load(files, &guidelines, &vocabulary, &mut faults);
    let mut lexicon = lexicon::load(files, &vocabulary, &mut faults);
    lexicon.protect(guidelines.iter().flat_map(|guideline| &guideline.sections).map(|section| section.text.as_str()));
    if faults.iter().any(|fault| fault.level == Level::Error) {
        return Err(faults);
    }
    Ok(Corpus { vocabulary, guidelines, targets, concepts, lexicon, fingerprint: files.fingerprint() })
}

/// The ids of the folders under `guidelines/`; a file that belongs nowhere is a fault.
fn guideline_folders(files: &Files, faults: &mut Vec<Fault>) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for (path, _) in files.iter() {
        let parts: Vec<_> = path.split('/').collect();
        let name = match parts.as_slice() {
            ["guidelines", region, name, file] if is_guideline_file(file) => Some(format!("{region}/{name}")),
            ["facts.toml" | "targets.toml" | "concepts.toml" | "README.md"]
            | ["lexicon", "sv.toml" | "da.toml" | "en.toml"] => continue,
            _ => None,
        };
        match name {
            Some(id) => {
                ids.insert(id);
            }
            None => faults.push(Fault::error(
                path,
                None,
                "the corpus has no such file",
                "a guideline's folder holds guideline.toml, text.<language>.md, rules.toml, referral.toml and cases.toml",
            )),
        }
    }
    ids
}

fn is_guideline_file(file: &str) -> bool {
    matches!(
        file,
        "guideline.toml" | "rules.toml" | "referral.toml" | "cases.toml" | "text.sv.md" | "text.da.md" | "text.en.md"
    )
}

fn guideline(files: &Files, id: &str, vocabulary: &Vocabulary, faults: &mut Vec<Fault>) -> Option<Guideline> {
    let path = |name: &str| format!("guidelines/{id}/{name}");
    let metadata_path = path("guideline.toml");
    let metadata = metadata::read(&TomlFile::open(files, &metadata_path, faults)?, id, faults)?;
    let text_path = path(&format!("text.{}.md", metadata.language));
    let sections = match files.get(&text_path) {
        Some(text) => edition::read(&text_path, text, faults),
        None => {
            faults.push(Fault::error(
                &text_path,
                None,
                "the edition is missing",
                "write it in the document's own language",
            ));
            Vec::new()
        }
    };
    let rules_path = path("rules.toml");
    let set = TomlFile::open(files, &rules_path, faults)
        .map(|file| rules_file::read(&file, id, vocabulary, faults))
        .unwrap_or_default();
    let referral_path = path("referral.toml");
    let referrals = files
        .get(&referral_path)
        .map(|text| TomlFile { path: &referral_path, text })
        .map(|file| referral::read(&file, id, &set.rules, vocabulary, faults))
        .unwrap_or_default();
    let cases_path = path("cases.toml");
    let cases = TomlFile::open(files, &cases_path, faults)
        .map(|file| cases::read(&file, vocabulary, faults))
        .unwrap_or_default();
    Some(Guideline {
        metadata,
        sections,
        definitions: set.definitions,
        rules: set.rules,
        advisories: set.advisories,
        referrals,
        cases,
    })
}

/// What only shows when all guidelines are read: ids that stand twice, sections, rules and subjects that do not exist.
fn check_across(files: &Files, guidelines: &[Guideline], vocabulary: &Vocabulary, faults: &mut Vec<Fault>) {
    let subjects: BTreeSet<_> = guidelines.iter().map(|guideline| guideline.metadata.subject.as_str()).collect();
    for fact in vocabulary.iter() {
        if let Some(subject) = fact.subject.as_deref().filter(|subject| !subjects.contains(subject)) {
            let message = format!("fact `{}` belongs to `{subject}`, which no guideline is about", fact.name);
            faults.push(Fault::error(
                "facts.toml",
                None,
                message,
                "use a subject of a guideline.toml, or leave it out",
            ));
        }
    }
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for guideline in guidelines {
        if let Some(part) = guideline.metadata.dates_of.as_deref().filter(|part| guideline.section(part).is_none()) {
            let message = format!("`dates_of` names section `{part}`, which does not exist");
            faults.push(Fault::error(
                guideline.file("guideline.toml"),
                None,
                message,
                "name a {#section-id} of the edition",
            ));
        }
        let path = guideline.file("rules.toml");
        for rule in &guideline.rules {
            if let Some(owner) = owners.insert(&rule.id, guideline.id()) {
                let message = format!("rule `{}` stands in `{owner}` too", rule.id);
                faults.push(Fault::error(&path, rule.place.clone(), message, "give one of them another id"));
            }
            for cite in rule.cite.iter().filter(|cite| !exists(guidelines, cite)) {
                faults.push(missing_section(&path, Some(rule.place.clone()), &rule.id, cite, guidelines));
            }
        }
        for form in &guideline.referrals {
            let path = guideline.file("referral.toml");
            for cite in form.cite.iter().filter(|cite| !exists(guidelines, cite)) {
                faults.push(missing_section(&path, None, &form.id, cite, guidelines));
            }
        }
        for advisory in &guideline.advisories {
            let place = files.get(&path).and_then(|text| text.find(&format!("\"{}\"", advisory.id)));
            let place = place.map(|start| start..start + advisory.id.len() + 2);
            for rule in advisory.rules.iter().filter(|rule| guideline.rule(rule).is_none()) {
                let message = format!("`{}` concerns rule `{rule}`, which this guideline has not", advisory.id);
                faults.push(Fault::error(&path, place.clone(), message, "name a rule of this file"));
            }
            for cite in advisory.cite.iter().filter(|cite| !exists(guidelines, cite)) {
                faults.push(missing_section(&path, place.clone(), &advisory.id, cite, guidelines));
            }
        }
    }
}

fn find<'a>(guidelines: &'a [Guideline], id: &str) -> Option<&'a Guideline> {
    guidelines.iter().find(|guideline| guideline.id() == id)
}

fn exists(guidelines: &[Guideline], cite: &SectionRef) -> bool {
    find(guidelines, &cite.guideline).is_some_and(|guideline| guideline.section(&cite.section).is_some())
}

fn missing_section(
    path: &str,
    place: Option<std::ops::Range<usize>>,
    id: &str,
    cite: &SectionRef,
    guidelines: &[Guideline],
) -> Fault {
    let sections = find(guidelines, &cite.guideline).map(|guideline| &guideline.sections);
    let names = sections.into_iter().flatten().map(|section| section.id.as_str());
    let help = crate::rules::closest(&cite.section, names)
        .map_or_else(|| "name a {#section-id} of the edition".to_owned(), |near| format!("did you mean `{near}`?"));
    let message = format!("`{id}` cites section `{}` of `{}`, which does not exist", cite.section, cite.guideline);
    Fault::error(path, place, message, help)
}
