//! What one rule comes to: recommended, conditional or rejected.

use crate::clinical::{FactId, Facts};
use crate::corpus::{Corpus, Guideline, Rule, Section};
use crate::rules::{self, Condition, Evidence, Verdict};

/// A section that a statement stands on.
#[derive(Debug, Clone, Copy)]
pub struct Citation<'c> {
    /// The guideline it is in.
    pub guideline: &'c Guideline,
    /// The section.
    pub section: &'c Section,
}

/// What one rule comes to under the facts.
#[derive(Debug, Clone)]
pub enum Outcome<'c> {
    /// Its condition is true, and no known exception stands against it.
    Recommended(Recommendation<'c>),
    /// Its condition is not decided, and no known exception stands against it.
    Conditional(Conditional<'c>),
    /// Its condition is false, or an exception is true.
    Rejected(Rejected<'c>),
}

impl Outcome<'_> {
    /// The word for it.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Recommended(recommendation) if recommendation.provisional() => "provisional",
            Self::Recommended(_) => "recommended",
            Self::Conditional(_) => "conditional",
            Self::Rejected(_) => "rejected",
        }
    }

    /// Every word that there is for one.
    pub const IDS: [&'static str; 4] = ["recommended", "provisional", "conditional", "rejected"];
}

/// A rule whose condition is true of the known facts. `outcome` alone builds one, with its reasons and citations, so a
/// recommendation without them, or of a condition that is not true, cannot be had (invariant 2).
#[derive(Debug, Clone)]
pub struct Recommendation<'c> {
    guideline: &'c Guideline,
    rule: &'c Rule,
    because: Vec<Evidence>,
    citations: Vec<Citation<'c>>,
    open_exceptions: Vec<FactId>,
    assumed: Option<&'c Condition>,
}

impl<'c> Recommendation<'c> {
    /// The guideline that says it.
    #[must_use]
    pub const fn guideline(&self) -> &'c Guideline {
        self.guideline
    }

    /// The rule.
    #[must_use]
    pub const fn rule(&self) -> &'c Rule {
        self.rule
    }

    /// Every condition that made it true; empty only for a rule that holds of its subject as such.
    #[must_use]
    pub fn because(&self) -> &[Evidence] {
        &self.because
    }

    /// The sections it stands on; never empty.
    #[must_use]
    pub fn citations(&self) -> &[Citation<'c>] {
        &self.citations
    }

    /// Whether an exception is still unknown.
    #[must_use]
    pub const fn provisional(&self) -> bool {
        !self.open_exceptions.is_empty()
    }

    /// The facts of exceptions that are still unknown.
    #[must_use]
    pub fn open_exceptions(&self) -> &[FactId] {
        &self.open_exceptions
    }

    /// The exception that is taken not to hold because nothing is said of it.
    #[must_use]
    pub const fn assumed(&self) -> Option<&'c Condition> {
        self.assumed
    }
}

/// A rule that hangs on facts not yet known.
#[derive(Debug, Clone)]
pub struct Conditional<'c> {
    /// The guideline that says it.
    pub guideline: &'c Guideline,
    /// The rule.
    pub rule: &'c Rule,
    /// The facts it hangs on, in the vocabulary's order.
    pub missing: Vec<FactId>,
    /// The sections it stands on; never empty.
    pub citations: Vec<Citation<'c>>,
}

/// Why a rule does not apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rejection {
    /// Its condition is false.
    When,
    /// Its exception is true.
    Unless,
    /// A stated exception bars it.
    Barring,
}

/// A rule that does not apply; kept for the trace.
#[derive(Debug, Clone)]
pub struct Rejected<'c> {
    /// The guideline that says it.
    pub guideline: &'c Guideline,
    /// The rule.
    pub rule: &'c Rule,
    /// Why.
    pub rejection: Rejection,
    /// Every condition that made it so.
    pub because: Vec<Evidence>,
}

/// Evaluates one rule whole.
#[must_use]
pub fn outcome<'c>(corpus: &'c Corpus, guideline: &'c Guideline, rule: &'c Rule, facts: &Facts) -> Outcome<'c> {
    let verdict =
        |condition: &Option<Condition>| condition.as_ref().map_or(Verdict::Fails, |condition| condition.verdict(facts));
    let rejected = |rejection, condition: &Condition| {
        Outcome::Rejected(Rejected { guideline, rule, rejection, because: rules::evidence(condition, facts) })
    };
    match (rule.when.verdict(facts), &rule.unless, &rule.barring) {
        (Verdict::Fails, ..) => rejected(Rejection::When, &rule.when),
        (_, Some(exception), _) if exception.verdict(facts) == Verdict::Holds => rejected(Rejection::Unless, exception),
        (_, _, Some(exception)) if exception.verdict(facts) == Verdict::Holds => {
            rejected(Rejection::Barring, exception)
        }
        (Verdict::Unknown, ..) => Outcome::Conditional(Conditional {
            guideline,
            rule,
            missing: rules::missing(&rule.when, facts).into_iter().collect(),
            citations: citations(corpus, rule),
        }),
        (Verdict::Holds, unless, barring) => Outcome::Recommended(Recommendation {
            guideline,
            rule,
            because: rules::evidence(&rule.when, facts),
            citations: citations(corpus, rule),
            open_exceptions: unless.iter().flat_map(|condition| rules::missing(condition, facts)).collect(),
            assumed: barring.as_ref().filter(|_| verdict(barring) == Verdict::Unknown),
        }),
    }
}

/// The sections of a rule. The loader has seen that each exists and that there is at least one.
fn citations<'c>(corpus: &'c Corpus, rule: &Rule) -> Vec<Citation<'c>> {
    cite(corpus, &rule.cite)
}

/// Looks sections up. The loader has seen that each exists.
#[must_use]
pub fn cite<'c>(corpus: &'c Corpus, sections: &[crate::corpus::SectionRef]) -> Vec<Citation<'c>> {
    sections
        .iter()
        .filter_map(|reference| {
            let guideline = corpus.guideline(&reference.guideline)?;
            Some(Citation { guideline, section: guideline.section(&reference.section)? })
        })
        .collect()
}
