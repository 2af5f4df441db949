//! What a guideline's rule is: a condition, its exceptions, and what follows.

use std::ops::Range;

use super::{ClinicalCode, SectionRef};
use crate::clinical::{FactId, Intent};
use crate::rules::Condition;

/// The source's own modal verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// ska, skal.
    Must,
    /// bör, bør.
    Should,
    /// rekommenderas, anbefales.
    Recommended,
    /// kan.
    May,
    /// A plain statement.
    States,
    /// A proposal that is not decided.
    Proposed,
}

impl Strength {
    /// Every strength with the word that files and the API use.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Must, "must"),
        (Self::Should, "should"),
        (Self::Recommended, "recommended"),
        (Self::May, "may"),
        (Self::States, "states"),
        (Self::Proposed, "proposed"),
    ];

    /// The word that files and the API use.
    #[must_use]
    pub fn id(self) -> &'static str {
        Self::ALL.into_iter().find(|(strength, _)| *strength == self).map_or("", |(_, id)| id)
    }

    /// The strength with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == id).map(|(strength, _)| strength)
    }
}

/// A unit of a time limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeUnit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

impl TimeUnit {
    /// The word that files and the API use.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
        }
    }
}

/// A time limit or a duration that the source gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// How many.
    pub amount: u32,
    /// Of which unit.
    pub unit: TimeUnit,
    /// From what it counts, as an id.
    pub from: String,
}

/// A code to register.
pub type Code = ClinicalCode;

/// One rule of a guideline.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// The recommendation's id, unique in the corpus, never reused.
    pub id: String,
    /// Which questions it answers.
    pub answers: Vec<Intent>,
    /// Must be true of the facts.
    pub when: Condition,
    /// An exception that matters: unknown, the recommendation is provisional; true, it is rejected.
    pub unless: Option<Condition>,
    /// An exception that counts only when it is stated; unknown, its opposite is assumed and listed.
    pub barring: Option<Condition>,
    /// Facts that the recommendation's content needs.
    pub wants: Vec<FactId>,
    /// The source's modal verb.
    pub strength: Strength,
    /// The grade of evidence that the source prints.
    pub evidence: Option<String>,
    /// The sections it stands on; never empty.
    pub cite: Vec<SectionRef>,
    /// Where to refer or turn.
    pub targets: Vec<String>,
    /// Codes to register.
    pub codes: Vec<Code>,
    /// A time limit or duration.
    pub deadline: Option<Deadline>,
    /// Values of facts that the source leaves open.
    pub boundary: Vec<(FactId, f64)>,
    /// Whether it is decided practice.
    pub decided: bool,
    /// Names of groups whose rules are meant to exclude each other.
    pub alternatives: Vec<String>,
    /// Where in `rules.toml` its id stands, in bytes.
    pub place: Range<usize>,
}

/// Why something must be said beside an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdvisoryKind {
    /// The source contradicts itself; both readings are shown.
    Inconsistency,
    /// A limit of what the source says.
    Note,
}

/// Something to say beside an answer when its condition holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Advisory {
    /// Its id, unique in the corpus.
    pub id: String,
    /// Why it must be said.
    pub kind: AdvisoryKind,
    /// Must be true of the facts.
    pub when: Condition,
    /// Said no more when this is true.
    pub unless: Option<Condition>,
    /// The rules it concerns; empty for every rule of its guideline.
    pub rules: Vec<String>,
    /// The sections it stands on; never empty.
    pub cite: Vec<SectionRef>,
}

impl Rule {
    /// Every condition of the rule with its role.
    pub fn conditions(&self) -> impl Iterator<Item = (&'static str, &Condition)> {
        let exceptions = [("unless", self.unless.as_ref()), ("barring", self.barring.as_ref())];
        std::iter::once(("when", &self.when))
            .chain(exceptions.into_iter().filter_map(|(role, condition)| condition.map(|condition| (role, condition))))
    }
}
