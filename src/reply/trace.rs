//! Why did each rule come to what it came to? Every condition of it in words, with its verdict and the patient's value.

use super::conditions::Phrases;
use super::locales::Voice;
use crate::answer::{Asked, answers, outcome};
use crate::clinical::Facts;
use crate::corpus::{Corpus, Guideline, Rule};
use crate::rules::{Condition, Dialect, Verdict, Weighed, print, weigh};

/// A guideline with what its rules came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuidelineTrace {
    /// Its id.
    pub id: String,
    /// Its name in the reader's language.
    pub name: String,
    /// Every rule of it, in order.
    pub rules: Vec<RuleTrace>,
}

/// A rule with what it came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleTrace {
    /// Its id.
    pub id: String,
    /// The bottom line.
    pub summary: String,
    /// Whether it answers what was asked; those that do not are told for completeness.
    pub asked: bool,
    /// `recommended`, `provisional`, `conditional` or `rejected`.
    pub outcome: &'static str,
    /// Its conditions: `when`, and `unless` and `barring` where it has them.
    pub conditions: Vec<ConditionTrace>,
}

/// A condition, or a part of one, with its verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionTrace {
    /// `when`, `unless` or `barring`; empty for a part.
    pub role: &'static str,
    /// `holds`, `fails` or `unknown`.
    pub verdict: &'static str,
    /// As `rules.toml` has it.
    pub condition: String,
    /// In words.
    pub text: String,
    /// What is known of the patient, in words, for a question to one fact.
    pub value: Option<String>,
    /// Its parts; none for a question to one fact.
    pub parts: Vec<Self>,
}

/// The word for a verdict.
#[must_use]
const fn id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::Fails => "fails",
        Verdict::Unknown => "unknown",
    }
}

/// Every rule of a guideline, weighed.
#[must_use]
pub fn guideline_trace(voice: &Voice, corpus: &Corpus, guideline: &Guideline, asked: &Asked) -> GuidelineTrace {
    let phrases = Phrases { speaker: &voice.speaker, vocabulary: &corpus.vocabulary };
    let rule = |rule: &Rule| RuleTrace {
        id: rule.id.clone(),
        summary: voice.book.rule(rule).map(|words| words.summary.clone()).unwrap_or_default(),
        asked: answers(rule, asked.intent),
        outcome: outcome(corpus, guideline, rule, &asked.facts).id(),
        conditions: rule
            .conditions()
            .map(|(role, condition)| trace(&phrases, role, &weigh(condition, &asked.facts), &asked.facts))
            .collect(),
    };
    GuidelineTrace {
        id: guideline.id().to_owned(),
        name: voice.book.guideline(guideline).map(|words| words.title.clone()).unwrap_or_default(),
        rules: guideline.rules.iter().map(rule).collect(),
    }
}

fn trace(phrases: &Phrases<'_>, role: &'static str, part: &Weighed<'_>, facts: &Facts) -> ConditionTrace {
    let value = match part.condition {
        Condition::Atom(atom) => {
            let fact = atom.fact();
            facts.value(fact).map(|value| phrases.statement(fact, value))
        }
        Condition::Constant(_) | Condition::Named(..) | Condition::Not(_) | Condition::And(_) | Condition::Or(_) => {
            None
        }
    };
    ConditionTrace {
        role,
        verdict: id(part.verdict),
        condition: print(part.condition, phrases.vocabulary.terms(), Dialect::Author),
        text: phrases.condition(part.condition),
        value,
        parts: part.parts.iter().map(|inner| trace(phrases, "", inner, facts)).collect(),
    }
}
