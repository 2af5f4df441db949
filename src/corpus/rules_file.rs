//! `rules.toml`: the shapes people write, and the rules they mean.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::rule::{Advisory, AdvisoryKind, Deadline, Rule, Strength, TimeUnit};
use super::toml_file::TomlFile;
use super::{ClinicalCode, Fault, SectionRef, Vocabulary};
use crate::clinical::{FactId, Intent};
use crate::rules::{self, Atom, Comparison, Condition, Definitions, closest};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    #[serde(default)]
    define: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    rule: Vec<RuleShape>,
    #[serde(default)]
    inconsistency: Vec<AdvisoryShape>,
    #[serde(default)]
    note: Vec<AdvisoryShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleShape {
    id: Spanned<String>,
    answers: Vec<Spanned<String>>,
    when: Spanned<String>,
    unless: Option<Spanned<String>>,
    barring: Option<Spanned<String>>,
    #[serde(default)]
    wants: Vec<Spanned<String>>,
    strength: Spanned<String>,
    evidence: Option<String>,
    cite: Vec<Spanned<String>>,
    #[serde(default)]
    targets: Vec<String>,
    #[serde(default)]
    codes: Vec<ClinicalCode>,
    deadline: Option<Spanned<DeadlineShape>>,
    #[serde(default)]
    boundary: Vec<Spanned<String>>,
    #[serde(default = "yes")]
    decided: bool,
    #[serde(default)]
    alternatives: Vec<String>,
}

const fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeadlineShape {
    days: Option<u32>,
    weeks: Option<u32>,
    months: Option<u32>,
    years: Option<u32>,
    from: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AdvisoryShape {
    id: Spanned<String>,
    when: Spanned<String>,
    unless: Option<Spanned<String>>,
    #[serde(default)]
    rules: Vec<String>,
    cite: Vec<Spanned<String>>,
}

/// What a `rules.toml` holds.
#[derive(Debug, Default)]
pub struct RuleSet {
    /// The named conditions, in the order written.
    pub definitions: Vec<(String, Arc<Condition>)>,
    /// The rules, in the order written.
    pub rules: Vec<Rule>,
    /// Inconsistencies and notes, in the order written.
    pub advisories: Vec<Advisory>,
}

/// Reads a `rules.toml` of the guideline `guideline`.
pub fn read(file: &TomlFile<'_>, guideline: &str, vocabulary: &Vocabulary, faults: &mut Vec<Fault>) -> RuleSet {
    let Some(shape) = file.read::<Shape>(faults) else { return RuleSet::default() };
    let mut reader = Reader { file: *file, guideline, vocabulary, definitions: Definitions::new(), faults };
    let definitions = reader.definitions(&shape.define);
    let rules = shape.rule.iter().filter_map(|rule| reader.rule(rule)).collect();
    let kinds = [(AdvisoryKind::Inconsistency, &shape.inconsistency), (AdvisoryKind::Note, &shape.note)];
    let advisories = kinds
        .into_iter()
        .flat_map(|(kind, shapes)| shapes.iter().map(move |shape| (kind, shape)))
        .filter_map(|(kind, shape)| reader.advisory(kind, shape))
        .collect();
    RuleSet { definitions, rules, advisories }
}

struct Reader<'a, 'f> {
    file: TomlFile<'a>,
    guideline: &'a str,
    vocabulary: &'a Vocabulary,
    definitions: Definitions,
    faults: &'f mut Vec<Fault>,
}

/// Where a condition may ask what was said (`is null`): a `when` must never turn by learning more (invariant 3).
#[derive(Clone, Copy, PartialEq)]
enum Role {
    When,
    Exception,
}

impl Reader<'_, '_> {
    fn refuse<T>(&mut self, at: &Spanned<T>, message: impl Into<String>, help: impl Into<String>) {
        let fault = self.file.fault(at, message, help);
        self.faults.push(fault);
    }

    /// Named conditions in the order written: each may use those above it, so that none can use itself.
    fn definitions(&mut self, define: &BTreeMap<Spanned<String>, Spanned<String>>) -> Vec<(String, Arc<Condition>)> {
        let mut written: Vec<_> = define.iter().collect();
        written.sort_by_key(|(name, _)| name.span().start);
        let mut definitions = Vec::new();
        for (name, text) in written {
            if self.vocabulary.find(name.get_ref()).is_some() {
                self.refuse(name, format!("`{}` is already a fact", name.get_ref()), "give the condition another name");
                continue;
            }
            if let Some(condition) = self.condition(text, Role::When) {
                let condition = Arc::new(condition);
                self.definitions.insert(name.get_ref().clone(), Arc::clone(&condition));
                definitions.push((name.get_ref().clone(), condition));
            }
        }
        definitions
    }

    fn condition(&mut self, at: &Spanned<String>, role: Role) -> Option<Condition> {
        let text = at.get_ref();
        let read = rules::parse(text).map_err(|problem| vec![problem]);
        let checked = read.and_then(|node| rules::resolve(&node, self.vocabulary.terms(), &self.definitions));
        match checked {
            Ok(condition) => {
                self.check_role(at, &condition, role);
                Some(condition)
            }
            Err(problems) => {
                let inside = self.file.inside(at);
                for problem in problems {
                    let start = inside.start + problem.range.start;
                    let end = (inside.start + problem.range.end).min(inside.end).max(start);
                    let column = text.get(..problem.range.start).map_or(1, |before| before.chars().count() + 1);
                    let message = format!("column {column} of the condition: {}", problem.message);
                    self.faults.push(Fault::error(self.file.path, start..end, message, problem.help));
                }
                None
            }
        }
    }

    fn check_role(&mut self, at: &Spanned<String>, condition: &Condition, role: Role) {
        let mut asks_what_was_said = false;
        condition.for_each_atom(&mut |atom| asks_what_was_said |= matches!(atom, Atom::IsNull(..)));
        if asks_what_was_said && role == Role::When {
            let help = "`is null` and `is not null` stand only in unless and barring";
            self.refuse(at, "a `when` must not turn by learning more, and `is null` does", help);
        }
    }

    fn rule(&mut self, shape: &RuleShape) -> Option<Rule> {
        let answers: Vec<_> = shape.answers.iter().filter_map(|id| self.intent(id)).collect();
        let when = self.condition(&shape.when, Role::When);
        let unless = shape.unless.as_ref().map(|text| self.condition(text, Role::Exception));
        let barring = shape.barring.as_ref().map(|text| self.condition(text, Role::Exception));
        let wants = shape.wants.iter().filter_map(|name| self.fact(name)).collect();
        let boundary = shape.boundary.iter().filter_map(|text| self.boundary(text)).collect();
        let strength = Strength::from_id(shape.strength.get_ref());
        if strength.is_none() {
            let words: Vec<_> = Strength::ALL.into_iter().map(|(_, word)| word).collect();
            let message = format!("`{}` is not a strength", shape.strength.get_ref());
            self.refuse(&shape.strength, message, format!("the source's modal verb: {}", words.join(", ")));
        }
        if shape.cite.is_empty() {
            self.refuse(
                &shape.id,
                format!("rule `{}` cites no section", shape.id.get_ref()),
                "name the section it stands on",
            );
        }
        if answers.is_empty() {
            self.refuse(
                &shape.id,
                format!("rule `{}` answers nothing", shape.id.get_ref()),
                "name at least one intent",
            );
        }
        Some(Rule {
            id: shape.id.get_ref().clone(),
            answers,
            when: when?,
            unless: flatten(unless)?,
            barring: flatten(barring)?,
            wants,
            strength: strength?,
            evidence: shape.evidence.clone(),
            cite: shape.cite.iter().map(|cite| self.section(cite)).collect(),
            targets: shape.targets.clone(),
            codes: shape.codes.clone(),
            deadline: shape.deadline.as_ref().and_then(|deadline| self.deadline(deadline)),
            boundary,
            decided: shape.decided,
            alternatives: shape.alternatives.clone(),
            place: shape.id.span(),
        })
    }

    fn advisory(&mut self, kind: AdvisoryKind, shape: &AdvisoryShape) -> Option<Advisory> {
        let when = self.condition(&shape.when, Role::When);
        let unless = shape.unless.as_ref().map(|text| self.condition(text, Role::Exception));
        if shape.cite.is_empty() {
            self.refuse(
                &shape.id,
                format!("`{}` cites no section", shape.id.get_ref()),
                "name the section it stands on",
            );
        }
        Some(Advisory {
            id: shape.id.get_ref().clone(),
            kind,
            when: when?,
            unless: flatten(unless)?,
            rules: shape.rules.clone(),
            cite: shape.cite.iter().map(|cite| self.section(cite)).collect(),
        })
    }

    fn intent(&mut self, id: &Spanned<String>) -> Option<Intent> {
        let intent = Intent::from_id(id.get_ref());
        if intent.is_none() {
            let near = closest(id.get_ref(), Intent::ALL.map(Intent::id));
            let all = || format!("one of {}", Intent::ALL.map(Intent::id).join(", "));
            let help = near.map_or_else(all, |near| format!("did you mean `{near}`?"));
            self.refuse(id, format!("`{}` is not an intent", id.get_ref()), help);
        }
        intent
    }

    fn fact(&mut self, name: &Spanned<String>) -> Option<FactId> {
        let found = self.vocabulary.find(name.get_ref()).map(|fact| fact.id);
        if found.is_none() {
            let near = closest(name.get_ref(), self.vocabulary.iter().map(|fact| fact.name.as_str()));
            let help =
                near.map_or_else(|| "use a name of facts.toml".to_owned(), |near| format!("did you mean `{near}`?"));
            self.refuse(name, format!("fact `{}` is not in facts.toml", name.get_ref()), help);
        }
        found
    }

    fn boundary(&mut self, text: &Spanned<String>) -> Option<(FactId, f64)> {
        let condition = self.condition(text, Role::Exception)?;
        match condition {
            Condition::Atom(Atom::Compare(fact, Comparison::Equal, value)) => Some((fact, value)),
            _ => {
                self.refuse(text, "a boundary is one value of one fact", "write it as `egfr_ml_min = 35`");
                None
            }
        }
    }

    fn deadline(&mut self, shape: &Spanned<DeadlineShape>) -> Option<Deadline> {
        let given = shape.get_ref();
        let amounts = [
            (given.days, TimeUnit::Days),
            (given.weeks, TimeUnit::Weeks),
            (given.months, TimeUnit::Months),
            (given.years, TimeUnit::Years),
        ];
        let mut present = amounts.into_iter().filter_map(|(amount, unit)| amount.map(|amount| (amount, unit)));
        match (present.next(), present.next()) {
            (Some((amount, unit)), None) => Some(Deadline { amount, unit, from: given.from.clone() }),
            _ => {
                let help = "write one of days, weeks, months, years: { weeks = 16, from = \"diagnosis\" }";
                self.refuse(shape, "a deadline is one number of one unit", help);
                None
            }
        }
    }

    /// Whether the section exists is seen when all guidelines are read: it may be another guideline's.
    fn section(&self, cite: &Spanned<String>) -> SectionRef {
        let (guideline, section) = cite.get_ref().split_once('#').unwrap_or((self.guideline, cite.get_ref()));
        SectionRef { guideline: guideline.to_owned(), section: section.to_owned() }
    }
}

/// An exception that is absent is fine; one that could not be read is not.
fn flatten(condition: Option<Option<Condition>>) -> Option<Option<Condition>> {
    match condition {
        None => Some(None),
        Some(read) => read.map(Some),
    }
}
