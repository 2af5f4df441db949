//! `referral.toml`: what a guideline asks a referral to contain.

use serde::Deserialize;
use toml::Spanned;

use super::toml_file::TomlFile;
use super::{Fault, Rule, SectionRef, Vocabulary};
use crate::clinical::FactId;

/// What a referral to these recipients must contain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralForm {
    /// Its id, unique in the corpus; names its messages.
    pub id: String,
    /// The rules that ask for this content.
    pub rules: Vec<String>,
    /// Whom it is written to: targets of rules.
    pub targets: Vec<String>,
    /// The sections it stands on; never empty.
    pub cite: Vec<SectionRef>,
    /// Its parts, in order.
    pub fields: Vec<ReferralField>,
}

/// One part of a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralField {
    /// Its id, unique in the corpus; names its messages.
    pub id: String,
    /// What stands in it.
    pub content: ReferralContent,
}

/// What stands in a part of a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReferralContent {
    /// Words that the guideline gives.
    Says,
    /// What is known of these facts.
    Facts(Vec<FactId>),
    /// What those of these rules that hold recommend.
    Recommends(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    #[serde(default)]
    referral: Vec<ReferralShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReferralShape {
    id: Spanned<String>,
    rules: Vec<Spanned<String>>,
    targets: Vec<String>,
    cite: Vec<String>,
    #[serde(default)]
    field: Vec<FieldShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldShape {
    id: Spanned<String>,
    #[serde(default)]
    says: bool,
    #[serde(default)]
    facts: Vec<Spanned<String>>,
    #[serde(default)]
    recommends: Vec<Spanned<String>>,
}

/// Reads the forms of the guideline `guideline`, whose rules are these.
pub fn read(
    file: &TomlFile<'_>,
    guideline: &str,
    rules: &[Rule],
    vocabulary: &Vocabulary,
    faults: &mut Vec<Fault>,
) -> Vec<ReferralForm> {
    let Some(shape) = file.read::<Shape>(faults) else { return Vec::new() };
    let mut reader = Reader { file, rules, vocabulary, faults };
    let form = |form: &ReferralShape| ReferralForm {
        id: form.id.get_ref().clone(),
        rules: reader.rules(&form.rules),
        targets: form.targets.clone(),
        cite: {
            if form.cite.is_empty() || form.field.is_empty() {
                let help = "cite the sections that ask for it, and give it a [[referral.field]]";
                let message = format!("referral `{}` has no section or no part", form.id.get_ref());
                reader.faults.push(file.fault(&form.id, message, help));
            }
            let section = |section: &String| SectionRef { guideline: guideline.to_owned(), section: section.clone() };
            form.cite.iter().map(section).collect()
        },
        fields: form.field.iter().filter_map(|field| reader.field(field)).collect(),
    };
    shape.referral.iter().map(form).collect()
}

struct Reader<'a, 'f> {
    file: &'a TomlFile<'a>,
    rules: &'a [Rule],
    vocabulary: &'a Vocabulary,
    faults: &'f mut Vec<Fault>,
}

impl Reader<'_, '_> {
    fn field(&mut self, field: &FieldShape) -> Option<ReferralField> {
        let content = match (field.says, field.facts.as_slice(), field.recommends.as_slice()) {
            (true, [], []) => ReferralContent::Says,
            (false, [_, ..], []) => ReferralContent::Facts(self.facts(&field.facts)),
            (false, [], [_, ..]) => ReferralContent::Recommends(self.rules(&field.recommends)),
            _ => {
                let message = format!("this does not say what stands in `{}`", field.id.get_ref());
                let help = "write one of says = true, facts = [\"…\"] and recommends = [\"…\"]";
                self.faults.push(self.file.fault(&field.id, message, help));
                return None;
            }
        };
        Some(ReferralField { id: field.id.get_ref().clone(), content })
    }

    fn rules(&mut self, ids: &[Spanned<String>]) -> Vec<String> {
        for id in ids.iter().filter(|id| !self.rules.iter().any(|rule| rule.id == *id.get_ref())) {
            let near = crate::rules::closest(id.get_ref(), self.rules.iter().map(|rule| rule.id.as_str()));
            let help = near
                .map_or_else(|| "name a rule of this guideline".to_owned(), |near| format!("did you mean `{near}`?"));
            self.faults.push(self.file.fault(id, format!("this guideline has no rule `{}`", id.get_ref()), help));
        }
        ids.iter().map(|id| id.get_ref().clone()).collect()
    }

    fn facts(&mut self, names: &[Spanned<String>]) -> Vec<FactId> {
        let mut facts = Vec::new();
        for name in names {
            match self.vocabulary.find(name.get_ref()) {
                Some(fact) => facts.push(fact.id),
                None => {
                    let near = self.vocabulary.nearest(name.get_ref());
                    let help = near.map_or_else(
                        || "declare it in facts.toml".to_owned(),
                        |near| format!("did you mean `{}`?", near.name),
                    );
                    self.faults.push(self.file.fault(name, format!("no fact is called `{}`", name.get_ref()), help));
                }
            }
        }
        facts
    }
}
