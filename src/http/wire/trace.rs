//! Why an answer is what it is, rule by rule, as JSON.

use poem_openapi::Object;
use poem_openapi::registry::MetaSchema;
use serde::Serialize;

use super::lines::twins;
use super::schema::written_only;
use super::words::{Intent, Language, Region};
use crate::answer::{Asked, Outcome};
use crate::clinical;
use crate::reply::{ConditionTrace, GuidelineTrace, RuleTrace};

/// Why an answer is what it is: every rule of every guideline that took part.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
#[serde(rename_all = "camelCase")]
#[oai(rename_all = "camelCase")]
pub struct Trace {
    /// The answer's id.
    pub id: String,
    /// The fingerprint of the corpus that decided.
    pub corpus: String,
    /// The language of every text in it.
    pub language: Language,
    /// What was asked; null when nothing was.
    #[oai(nullable)]
    pub intent: Option<Intent>,
    /// Whose guidelines bind; null when no region was known.
    #[oai(nullable)]
    pub region: Option<Region>,
    /// The day it was given for.
    pub as_of: String,
    /// The guidelines that took part.
    pub guidelines: Vec<TracedGuideline>,
}

impl Trace {
    /// The trace of the answer with this id.
    pub fn new(
        id: String,
        corpus: String,
        language: clinical::Language,
        asked: &Asked,
        guidelines: Vec<GuidelineTrace>,
    ) -> Self {
        Self {
            id,
            corpus,
            language: language.into(),
            intent: asked.intent.map(Intent::from),
            region: asked.region.map(Region::from),
            as_of: asked.as_of.to_string(),
            guidelines: twins(guidelines),
        }
    }
}

/// A guideline that took part.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct TracedGuideline {
    /// Its id.
    pub id: String,
    /// Its name in the answer's language.
    pub name: String,
    /// Every rule of it, in order.
    pub rules: Vec<TracedRule>,
}

impl From<GuidelineTrace> for TracedGuideline {
    fn from(trace: GuidelineTrace) -> Self {
        Self { id: trace.id, name: trace.name, rules: twins(trace.rules) }
    }
}

/// A rule with what it came to.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct TracedRule {
    /// Its id, which is the recommendation's.
    pub id: String,
    /// The bottom line.
    pub summary: String,
    /// Whether it answers what was asked.
    pub asked: bool,
    /// What it came to.
    pub outcome: OutcomeWord,
    /// Its conditions, each with its verdict.
    pub conditions: Vec<TracedCondition>,
}

impl From<RuleTrace> for TracedRule {
    fn from(trace: RuleTrace) -> Self {
        let RuleTrace { id, summary, asked, outcome, conditions } = trace;
        Self { id, summary, asked, outcome: OutcomeWord(outcome), conditions: twins(conditions) }
    }
}

/// A condition, or a part of one, with its verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct TracedCondition {
    /// `when`, `unless` or `barring`; left out for a part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// `holds`, `fails` or `unknown`: what the facts say of it.
    pub verdict: Verdict,
    /// As the rules write it.
    pub condition: String,
    /// In words.
    pub text: String,
    /// What is known of the patient, in words; left out where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Its parts, each with its verdict.
    pub parts: Vec<Self>,
}

impl From<ConditionTrace> for TracedCondition {
    fn from(trace: ConditionTrace) -> Self {
        let ConditionTrace { role, verdict, condition, text, value, parts } = trace;
        let role = (!role.is_empty()).then(|| role.to_owned());
        Self { role, verdict: Verdict(verdict), condition, text, value, parts: twins(parts) }
    }
}

/// What a rule came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct OutcomeWord(&'static str);

written_only!(OutcomeWord, "word", words(&Outcome::IDS));

/// What the facts say of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Verdict(&'static str);

written_only!(Verdict, "word", words(&["holds", "fails", "unknown"]));

fn words(list: &[&'static str]) -> MetaSchema {
    MetaSchema { enum_items: list.iter().map(|&word| word.into()).collect(), ..MetaSchema::new("string") }
}
