//! The lines of an answer, as the contract names them.

use poem_openapi::Object;
use serde::Serialize;

use super::fact::Range;
use super::words::{FactType, Intent, Language, Region, Strength};
use crate::corpus::{FactKind, TimeUnit};
use crate::reply;

/// A section that a sentence stands on.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Citation {
    /// The guideline's id.
    pub guideline: String,
    /// The section's id in that guideline.
    pub section: String,
    /// The guideline's title as printed.
    pub title: String,
    /// The section's heading.
    pub heading: String,
    /// The page of the original, where it is known.
    #[oai(nullable)]
    pub page: Option<u32>,
    /// The section's language.
    pub language: Language,
    /// Where it can be read on this service.
    pub url: String,
}

impl From<reply::CitationLine> for Citation {
    fn from(line: reply::CitationLine) -> Self {
        Self {
            guideline: line.guideline,
            section: line.section,
            title: line.title,
            heading: line.heading,
            page: line.page,
            language: line.language.into(),
            url: line.url,
        }
    }
}

/// Where to refer or turn.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Target {
    /// Its id.
    pub id: String,
    /// Its name.
    pub text: String,
}

impl From<reply::TargetLine> for Target {
    fn from(line: reply::TargetLine) -> Self {
        Self { id: line.id, text: line.text }
    }
}

/// One of the values that answer a question.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
#[oai(rename = "Option")]
pub struct Option_ {
    /// Its id: what to send as the fact's value.
    pub id: String,
    /// The option as a phrase.
    pub text: String,
}

impl From<reply::TargetLine> for Option_ {
    fn from(line: reply::TargetLine) -> Self {
        Self { id: line.id, text: line.text }
    }
}

/// A code to register.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Code {
    /// The code system: `kva`, `icd-10-se`.
    pub system: String,
    /// The code.
    pub code: String,
    /// What it stands for.
    pub text: String,
}

impl From<reply::CodeLine> for Code {
    fn from(line: reply::CodeLine) -> Self {
        Self { system: line.system, code: line.code, text: line.text }
    }
}

/// A time limit or a duration; one of the four units is present.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Deadline {
    /// So many days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// So many weeks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weeks: Option<u32>,
    /// So many months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
    /// So many years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<u32>,
    /// From what it counts, as an id.
    pub from: String,
    /// The limit in words.
    pub text: String,
}

impl From<reply::DeadlineLine> for Deadline {
    fn from(line: reply::DeadlineLine) -> Self {
        let of = |unit| (line.unit == unit).then_some(line.amount);
        Self {
            days: of(TimeUnit::Days),
            weeks: of(TimeUnit::Weeks),
            months: of(TimeUnit::Months),
            years: of(TimeUnit::Years),
            from: line.from,
            text: line.text,
        }
    }
}

/// A condition that made a recommendation true.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Reason {
    /// The fact's id.
    pub fact: String,
    /// The condition as rules write it.
    pub condition: String,
    /// The condition with the patient's value, in words.
    pub text: String,
}

impl From<reply::Reason> for Reason {
    fn from(reason: reply::Reason) -> Self {
        Self { fact: reason.fact, condition: reason.condition, text: reason.text }
    }
}

/// What is recommended.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Recommendation {
    /// The rule's id.
    pub id: String,
    /// The guideline's id.
    pub guideline: String,
    /// Where the guideline binds.
    pub region: Region,
    /// Which questions the rule answers.
    pub intents: Vec<Intent>,
    /// The source's modal verb.
    pub strength: Strength,
    /// Whether an exception is still unknown.
    pub provisional: bool,
    /// The bottom line, one sentence.
    pub summary: String,
    /// The bottom line and what the source adds to it.
    pub text: String,
    /// Where to refer.
    pub targets: Vec<Target>,
    /// Codes to register.
    pub codes: Vec<Code>,
    /// A time limit.
    #[oai(nullable)]
    pub deadline: Option<Deadline>,
    /// The grade of evidence that the source prints.
    #[oai(nullable)]
    pub evidence: Option<String>,
    /// Every condition that made it true; empty only for a rule that holds of its subject as such.
    pub because: Vec<Reason>,
    /// The sections it stands on; never empty.
    #[oai(validator(min_items = 1))]
    pub citations: Vec<Citation>,
}

impl From<reply::RecommendationLine> for Recommendation {
    fn from(line: reply::RecommendationLine) -> Self {
        Self {
            id: line.id,
            guideline: line.guideline,
            region: line.region.into(),
            intents: twins(line.intents),
            strength: line.strength.into(),
            provisional: line.provisional,
            summary: line.summary,
            text: line.text,
            targets: twins(line.targets),
            codes: twins(line.codes),
            deadline: line.deadline.map(Deadline::from),
            evidence: line.evidence,
            because: twins(line.because),
            citations: twins(line.citations),
        }
    }
}

/// What hangs on facts not yet known.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Conditional {
    /// The rule's id.
    pub id: String,
    /// The guideline's id.
    pub guideline: String,
    /// What would follow.
    pub text: String,
    /// The condition in words.
    pub when: String,
    /// The ids of the facts it hangs on.
    pub missing: Vec<String>,
    /// Where it would refer.
    pub targets: Vec<Target>,
    /// The codes it would give.
    pub codes: Vec<Code>,
    /// The section it stands on first of all; never empty. A recommendation has them all.
    #[oai(validator(min_items = 1))]
    pub citations: Vec<Citation>,
}

impl From<reply::ConditionalLine> for Conditional {
    fn from(line: reply::ConditionalLine) -> Self {
        Self {
            id: line.id,
            guideline: line.guideline,
            text: line.text,
            when: line.when,
            missing: line.missing,
            targets: twins(line.targets),
            codes: twins(line.codes),
            citations: twins(line.citations),
        }
    }
}

/// An exception that is taken not to hold because nothing is said of it.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Assumption {
    /// The recommendation that rests on it.
    pub recommendation: String,
    /// The exception as rules write it.
    pub condition: String,
    /// What is assumed, in words.
    pub text: String,
}

impl From<reply::Assumption> for Assumption {
    fn from(line: reply::Assumption) -> Self {
        Self { recommendation: line.recommendation, condition: line.condition, text: line.text }
    }
}

/// A fact that is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Question {
    /// The fact's id.
    pub fact: String,
    /// The question.
    pub text: String,
    /// What kind of value answers it.
    pub r#type: FactType,
    /// The unit of a number.
    #[oai(nullable)]
    pub unit: Option<String>,
    /// The values that a number can have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
    /// The options of a choice.
    pub options: Vec<Option_>,
}

impl From<reply::QuestionLine> for Question {
    fn from(line: reply::QuestionLine) -> Self {
        let (unit, range) = unit_and_range(&line.kind);
        Self {
            fact: line.fact,
            text: line.text,
            r#type: (&line.kind).into(),
            unit,
            range,
            options: twins(line.options),
        }
    }
}

/// The unit and the plausible values of a number.
pub(super) fn unit_and_range(kind: &FactKind) -> (Option<String>, Option<Range>) {
    match kind {
        FactKind::Number { unit, low, high, .. } => (Some(unit.clone()), Some(Range::closed(*low, *high))),
        FactKind::Boolean | FactKind::Choice(_) => (None, None),
    }
}

/// What is warned of.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Warning {
    /// The warning's id; more may come.
    pub id: String,
    /// The guideline it is about.
    #[oai(nullable)]
    pub guideline: Option<String>,
    /// The warning.
    pub text: String,
    /// Where the readings stand, when it tells of readings.
    pub citations: Vec<Citation>,
}

impl From<reply::WarningLine> for Warning {
    fn from(line: reply::WarningLine) -> Self {
        Self { id: line.id, guideline: line.guideline, text: line.text, citations: twins(line.citations) }
    }
}

/// A limit of what a guideline says.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Note {
    /// Its id.
    pub id: String,
    /// The guideline's id.
    pub guideline: String,
    /// The note.
    pub text: String,
    /// The sections it stands on; never empty.
    #[oai(validator(min_items = 1))]
    pub citations: Vec<Citation>,
}

impl From<reply::Note> for Note {
    fn from(note: reply::Note) -> Self {
        Self { id: note.id, guideline: note.guideline, text: note.text, citations: twins(note.citations) }
    }
}

/// A passage that the search found.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Hit {
    /// The guideline's id.
    pub guideline: String,
    /// Where it binds.
    pub region: Region,
    /// The section's id.
    pub section: String,
    /// The section's heading.
    pub heading: String,
    /// The section's language.
    pub language: Language,
    /// Where it can be read on this service.
    pub url: String,
    /// A passage as HTML: escaped, with `<mark>` round what was found.
    pub snippet: String,
    /// How well it fits; comparable within one search.
    pub score: f32,
}

impl From<reply::HitLine> for Hit {
    fn from(line: reply::HitLine) -> Self {
        Self {
            url: format!("/guidelines/{}#{}", line.guideline, line.section),
            guideline: line.guideline,
            region: line.region.into(),
            section: line.section,
            heading: line.heading,
            language: line.language.into(),
            snippet: line.snippet,
            score: line.score,
        }
    }
}

/// The twins of a list.
pub(super) fn twins<Line, Twin: From<Line>>(lines: Vec<Line>) -> Vec<Twin> {
    lines.into_iter().map(Twin::from).collect()
}
