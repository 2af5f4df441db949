//! What must be said beside an answer: of the guideline's validity, of open values, of contradictions, of the facts.

use jiff::civil::Date;

use super::candidates::Candidates;
use super::outcome::{Citation, Outcome, cite};
use crate::clinical::{Fact, FactId, Facts, Intent, Region};
use crate::corpus::{Advisory, AdvisoryKind, Corpus, Guideline, Rule};
use crate::rules::Verdict;

/// One warning of the contract.
#[derive(Debug, Clone)]
pub enum Warning<'c> {
    /// The guideline's last day has passed.
    GuidelineExpired(&'c Guideline),
    /// The guideline's first day has not come; it takes no part.
    GuidelineNotYetValid(&'c Guideline),
    /// The guideline prints no date.
    GuidelineUndated(&'c Guideline),
    /// The guideline's newest date is more than five years back, and it prints no end.
    GuidelineOld(&'c Guideline),
    /// No region is known: every region's guidelines answer.
    RegionNotStated,
    /// Passages of these other regions are shown.
    OtherRegion(Vec<Region>),
    /// A fact lies exactly on a value that the guideline leaves open.
    BoundaryNotDefined {
        /// The guideline.
        guideline: &'c Guideline,
        /// The fact.
        fact: FactId,
        /// The value, in the fact's unit.
        value: f64,
        /// The sections of the rules that compare it.
        citations: Vec<Citation<'c>>,
    },
    /// The source contradicts itself.
    SourceInconsistent {
        /// The guideline.
        guideline: &'c Guideline,
        /// What is said of it.
        advisory: &'c Advisory,
        /// Where both readings stand.
        citations: Vec<Citation<'c>>,
    },
    /// Something is proposed or recommended there that is not decided practice.
    PracticeNotDecided(&'c Guideline),
    /// Statements of this fact disagree.
    ConflictingFacts(FactId),
    /// This fact was said with doubt.
    UncertainFact(FactId),
    /// A patient identifier was removed from the question.
    IdentifierRemoved,
}

impl<'c> Warning<'c> {
    /// The id of the contract.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::GuidelineExpired(_) => "guideline_expired",
            Self::GuidelineNotYetValid(_) => "guideline_not_yet_valid",
            Self::GuidelineUndated(_) => "guideline_undated",
            Self::GuidelineOld(_) => "guideline_old",
            Self::RegionNotStated => "region_not_stated",
            Self::OtherRegion(_) => "other_region",
            Self::BoundaryNotDefined { .. } => "boundary_not_defined",
            Self::SourceInconsistent { .. } => "source_inconsistent",
            Self::PracticeNotDecided(_) => "practice_not_decided",
            Self::ConflictingFacts(_) => "conflicting_facts",
            Self::UncertainFact(_) => "uncertain_fact",
            Self::IdentifierRemoved => "identifier_removed",
        }
    }

    /// The guideline it is about.
    #[must_use]
    pub const fn guideline(&self) -> Option<&'c Guideline> {
        match self {
            Self::GuidelineExpired(guideline)
            | Self::GuidelineNotYetValid(guideline)
            | Self::GuidelineUndated(guideline)
            | Self::GuidelineOld(guideline)
            | Self::PracticeNotDecided(guideline)
            | Self::BoundaryNotDefined { guideline, .. }
            | Self::SourceInconsistent { guideline, .. } => Some(guideline),
            Self::RegionNotStated
            | Self::OtherRegion(_)
            | Self::ConflictingFacts(_)
            | Self::UncertainFact(_)
            | Self::IdentifierRemoved => None,
        }
    }
}

/// Whether a rule answers this question; a question without an intent is answered by every rule.
#[must_use]
pub fn answers(rule: &Rule, intent: Option<Intent>) -> bool {
    intent.is_none_or(|intent| rule.answers.contains(&intent))
}

/// The warnings about the guidelines that take part, in the guidelines' order.
pub fn of_guidelines<'c>(
    corpus: &'c Corpus,
    candidates: &Candidates<'c>,
    intent: Option<Intent>,
    facts: &Facts,
    outcomes: &[Outcome<'c>],
    as_of: Date,
) -> Vec<Warning<'c>> {
    let mut warnings = Vec::new();
    warnings.extend(candidates.not_yet_valid.iter().copied().map(Warning::GuidelineNotYetValid));
    for guideline in candidates.deciding.iter().copied() {
        warnings.extend(validity(guideline, as_of));
        warnings.extend(boundaries(corpus, guideline, intent, facts));
        warnings.extend(advisories(guideline, AdvisoryKind::Inconsistency, intent, facts).map(|advisory| {
            Warning::SourceInconsistent { guideline, advisory, citations: cite(corpus, &advisory.cite) }
        }));
        if outcomes.iter().any(|outcome| undecided_practice(outcome, guideline)) {
            warnings.push(Warning::PracticeNotDecided(guideline));
        }
    }
    warnings
}

/// What must be said of a guideline whatever is asked of it on that day.
#[must_use]
pub fn of_validity(guideline: &Guideline, as_of: Date) -> Option<Warning<'_>> {
    if guideline.metadata.in_force_by(as_of) {
        validity(guideline, as_of)
    } else {
        Some(Warning::GuidelineNotYetValid(guideline))
    }
}

fn validity(guideline: &Guideline, as_of: Date) -> Option<Warning<'_>> {
    let metadata = &guideline.metadata;
    match (metadata.expired_on(as_of), metadata.undated(), metadata.old_on(as_of)) {
        (true, ..) => Some(Warning::GuidelineExpired(guideline)),
        (_, true, _) => Some(Warning::GuidelineUndated(guideline)),
        (_, _, true) => Some(Warning::GuidelineOld(guideline)),
        (false, false, false) => None,
    }
}

fn boundaries<'c>(
    corpus: &'c Corpus,
    guideline: &'c Guideline,
    intent: Option<Intent>,
    facts: &Facts,
) -> Vec<Warning<'c>> {
    let mut open: Vec<(FactId, f64)> = Vec::new();
    let asked = || guideline.rules.iter().filter(|rule| answers(rule, intent));
    for boundary in asked().flat_map(|rule| &rule.boundary) {
        if lies_on(facts, *boundary) && !open.contains(boundary) {
            open.push(*boundary);
        }
    }
    open.sort_by_key(|(fact, _)| *fact);
    open.into_iter()
        .map(|boundary| {
            let mut sections = Vec::new();
            // The first section of a rule is the one that has its limit.
            for section in asked().filter(|rule| rule.boundary.contains(&boundary)).filter_map(|rule| rule.cite.first())
            {
                if !sections.contains(section) {
                    sections.push(section.clone());
                }
            }
            let (fact, value) = boundary;
            Warning::BoundaryNotDefined { guideline, fact, value, citations: cite(corpus, &sections) }
        })
        .collect()
}

fn lies_on(facts: &Facts, (fact, value): (FactId, f64)) -> bool {
    match facts.value(fact) {
        Some(crate::clinical::FactValue::Number(number)) => number.exact() == Some(value),
        _ => false,
    }
}

/// The inconsistencies or notes that hold and concern a rule which answers the question.
pub(super) fn advisories<'c>(
    guideline: &'c Guideline,
    kind: AdvisoryKind,
    intent: Option<Intent>,
    facts: &Facts,
) -> impl Iterator<Item = &'c Advisory> {
    guideline.advisories.iter().filter(move |advisory| {
        let concerns = |rule: &Rule| advisory.rules.is_empty() || advisory.rules.contains(&rule.id);
        advisory.kind == kind
            && guideline.rules.iter().any(|rule| answers(rule, intent) && concerns(rule))
            && advisory.when.verdict(facts) == Verdict::Holds
            && advisory.unless.as_ref().is_none_or(|unless| unless.verdict(facts) != Verdict::Holds)
    })
}

fn undecided_practice(outcome: &Outcome<'_>, guideline: &Guideline) -> bool {
    let (of, rule) = match outcome {
        Outcome::Recommended(recommendation) => (recommendation.guideline(), recommendation.rule()),
        Outcome::Conditional(conditional) => (conditional.guideline, conditional.rule),
        Outcome::Rejected(_) => return false,
    };
    of.id() == guideline.id() && !rule.decided
}

/// The warnings about the facts, in the vocabulary's order.
pub fn of_facts<'c>(facts: &Facts) -> Vec<Warning<'c>> {
    facts
        .iter()
        .filter_map(|(id, fact)| match fact {
            Fact::Conflicting(_) => Some(Warning::ConflictingFacts(id)),
            Fact::Uncertain(_) => Some(Warning::UncertainFact(id)),
            Fact::Known(_) | Fact::NotKnown => None,
        })
        .collect()
}
