//! The way to a recommendation, step by step: a rule's conditions as a tree in words, with what a case says of each part.

use super::conditions::Phrases;
use super::locales::Voice;
use crate::clinical::Facts;
use crate::corpus::{Corpus, Rule};
use crate::rules::{Atom, Condition, Verdict};

/// The conditions of a rule, in the order in which they are tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathSheet {
    /// What must be true.
    pub when: Step,
    /// The exception that makes the recommendation provisional while unknown.
    pub unless: Option<Step>,
    /// The exception that counts only when it is stated.
    pub barring: Option<Step>,
}

/// A condition, or a group of conditions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What the case says of it; nothing when there is no case.
    pub verdict: Option<Verdict>,
    /// What it is.
    pub kind: StepKind,
}

/// What a step is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepKind {
    /// One question to one fact.
    One {
        /// The condition in words.
        text: String,
        /// What is known of the fact, in words.
        known: Option<String>,
    },
    /// All of these.
    All(Vec<Step>),
    /// At least one of these.
    Any(Vec<Step>),
}

impl Step {
    /// How many questions it puts to facts.
    #[must_use]
    pub fn questions(&self) -> usize {
        match &self.kind {
            StepKind::One { .. } => 1,
            StepKind::All(parts) | StepKind::Any(parts) => parts.iter().map(Self::questions).sum(),
        }
    }
}

/// The way to what a rule recommends; with facts, what they say of each step.
#[must_use]
pub fn path_sheet(voice: &Voice, corpus: &Corpus, rule: &Rule, facts: Option<&Facts>) -> PathSheet {
    let writer = Writer { phrases: Phrases { speaker: &voice.speaker, vocabulary: &corpus.vocabulary }, facts };
    PathSheet {
        when: writer.step(&rule.when, true),
        unless: rule.unless.as_ref().map(|exception| writer.step(exception, true)),
        barring: rule.barring.as_ref().map(|exception| writer.step(exception, true)),
    }
}

struct Writer<'a> {
    phrases: Phrases<'a>,
    facts: Option<&'a Facts>,
}

impl Writer<'_> {
    /// A condition or, where it is not `wanted`, its opposite: "not (a or b)" is "not a" and "not b".
    fn step(&self, condition: &Condition, wanted: bool) -> Step {
        match condition {
            Condition::Named(_, inner) => self.step(inner, wanted),
            Condition::Not(inner) => self.step(inner, !wanted),
            Condition::And(parts) => self.group(parts, wanted, wanted),
            Condition::Or(parts) => self.group(parts, wanted, !wanted),
            Condition::Atom(atom) => Step {
                verdict: self.verdict(condition, wanted),
                kind: StepKind::One { text: self.phrases.atom(atom, wanted), known: self.known(atom) },
            },
            Condition::Constant(_) => Step {
                verdict: self.verdict(condition, wanted),
                kind: StepKind::One { text: self.phrases.condition(condition), known: None },
            },
        }
    }

    /// A group inside one of its own kind is part of it, and what is said twice is said once.
    fn group(&self, parts: &[Condition], wanted: bool, all: bool) -> Step {
        let mut steps: Vec<Step> = Vec::new();
        for step in parts.iter().map(|part| self.step(part, wanted)) {
            let inner = match step.kind {
                StepKind::All(inner) if all => inner,
                StepKind::Any(inner) if !all => inner,
                kind => vec![Step { kind, ..step }],
            };
            for step in inner {
                if !steps.contains(&step) {
                    steps.push(step);
                }
            }
        }
        let neutral = if all { Verdict::Holds } else { Verdict::Fails };
        let join = if all { Verdict::and } else { Verdict::or };
        let verdict = self.facts.map(|_| steps.iter().filter_map(|step| step.verdict).fold(neutral, join));
        match (steps.pop(), steps.is_empty()) {
            (Some(only), true) => only,
            (last, _) => {
                steps.extend(last);
                Step { verdict, kind: if all { StepKind::All(steps) } else { StepKind::Any(steps) } }
            }
        }
    }

    fn verdict(&self, condition: &Condition, wanted: bool) -> Option<Verdict> {
        let verdict = condition.verdict(self.facts?);
        Some(if wanted { verdict } else { verdict.not() })
    }

    fn known(&self, atom: &Atom) -> Option<String> {
        let value = self.facts?.value(atom.fact())?;
        Some(self.phrases.statement(atom.fact(), value))
    }
}
