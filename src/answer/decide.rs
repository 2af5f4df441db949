//! Every rule of every candidate, evaluated; nothing short-circuits.

use jiff::civil::Date;

use super::candidates::candidates;
use super::outcome::{Conditional, Outcome, Recommendation, Rejected, outcome};
use super::questions::questions;
use super::warnings::{self, Warning, advisories, answers};
use crate::clinical::{FactId, Facts, Intent, Region, Topic};
use crate::corpus::{Advisory, AdvisoryKind, Corpus, Guideline};

/// What is asked, with everything read that was to be read.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What kind of answer is wanted; nothing when nothing is asked.
    pub intent: Option<Intent>,
    /// Whose guidelines bind.
    pub region: Option<Region>,
    /// The day the answer is given for.
    pub as_of: Date,
    /// What the words are about.
    pub topic: Topic,
    /// The case.
    pub facts: Facts,
}

/// How far the guidelines answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// At least one recommendation; for a lookup, at least one hit.
    Answered,
    /// No recommendation yet, but a rule that hangs on facts not yet known.
    NeedsFacts,
    /// No guideline that binds here takes part, or none of its rules can apply.
    NotCovered,
}

impl Status {
    /// The word of the contract.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::NeedsFacts => "needs_facts",
            Self::NotCovered => "not_covered",
        }
    }
}

/// What follows from the facts, in every language the same.
#[derive(Debug, Clone)]
pub struct Answer<'c> {
    /// How far the guidelines answer.
    pub status: Status,
    /// The guidelines that took part.
    pub guidelines: Vec<&'c Guideline>,
    /// What is recommended, in the guidelines' order.
    pub recommendations: Vec<Recommendation<'c>>,
    /// What hangs on facts not yet known.
    pub conditional: Vec<Conditional<'c>>,
    /// What does not apply; for the trace.
    pub rejected: Vec<Rejected<'c>>,
    /// What to ask for, the most decisive first.
    pub questions: Vec<FactId>,
    /// What must be warned of.
    pub warnings: Vec<Warning<'c>>,
    /// Limits of what the source says, to be told beside the answer.
    pub notes: Vec<&'c Advisory>,
}

/// Decides a question. What the search found beside it is joined in `ask`.
#[must_use]
pub fn answer<'c>(corpus: &'c Corpus, asked: &Asked) -> Answer<'c> {
    let candidates = candidates(corpus, asked);
    let outcomes: Vec<_> = candidates
        .deciding
        .iter()
        .flat_map(|guideline| guideline.rules.iter().map(move |rule| (*guideline, rule)))
        .filter(|(_, rule)| answers(rule, asked.intent))
        .map(|(guideline, rule)| outcome(corpus, guideline, rule, &asked.facts))
        .collect();
    let questions = questions(&corpus.vocabulary, &outcomes, &asked.facts, &asked.topic);
    let mut warnings = Vec::new();
    if asked.region.is_none() && !(candidates.deciding.is_empty() && candidates.not_yet_valid.is_empty()) {
        warnings.push(Warning::RegionNotStated);
    }
    warnings.extend(warnings::of_facts(&asked.facts));
    warnings.extend(warnings::of_guidelines(corpus, &candidates, asked.intent, &asked.facts, &outcomes, asked.as_of));
    let notes = candidates
        .deciding
        .iter()
        .flat_map(|guideline| advisories(guideline, AdvisoryKind::Note, asked.intent, &asked.facts))
        .collect();
    sorted(outcomes, candidates.deciding, questions, warnings, notes)
}

fn sorted<'c>(
    outcomes: Vec<Outcome<'c>>,
    guidelines: Vec<&'c Guideline>,
    questions: Vec<FactId>,
    warnings: Vec<Warning<'c>>,
    notes: Vec<&'c Advisory>,
) -> Answer<'c> {
    let (mut recommendations, mut conditional, mut rejected) = (Vec::new(), Vec::new(), Vec::new());
    for outcome in outcomes {
        match outcome {
            Outcome::Recommended(recommendation) => recommendations.push(recommendation),
            Outcome::Conditional(open) => conditional.push(open),
            Outcome::Rejected(not) => rejected.push(not),
        }
    }
    let status = match (recommendations.is_empty(), conditional.is_empty()) {
        (false, _) => Status::Answered,
        (true, false) => Status::NeedsFacts,
        (true, true) => Status::NotCovered,
    };
    Answer { status, guidelines, recommendations, conditional, rejected, questions, warnings, notes }
}
