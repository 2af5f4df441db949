//! What does a reply hold? Every line that the API, the command line and the pages show, in one language.

use jiff::civil::Date;

use crate::answer::Status;
use crate::clinical::{Certainty, FactValue, Intent, Language, Origin, Region, Span};
use crate::corpus::{Strength, TimeUnit};
use crate::facts::{Puzzle, Turned, Unused};
use crate::rules::FactKind;

/// An answer in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// The language of every text below.
    pub language: Language,
    /// What was asked.
    pub intent: Option<Intent>,
    /// Whose guidelines bind.
    pub region: Option<Region>,
    /// The day the answer is given for.
    pub as_of: Date,
    /// The fingerprint of the corpus that decided and the words that it is said in.
    pub corpus: String,
    /// How far the guidelines answer.
    pub status: Status,
    /// What the words did to the conversation.
    pub turned: Option<Turned>,
    /// What is known of the case.
    pub facts: Vec<FactLine>,
    /// What was spoken of and is no fact of the case.
    pub mentions: Vec<MentionLine>,
    /// Words that were taken for others.
    pub repairs: Vec<RepairLine>,
    /// Words that nothing was made of, although they may matter.
    pub not_understood: Vec<NotUnderstoodLine>,
    /// What is recommended.
    pub recommendations: Vec<RecommendationLine>,
    /// What hangs on facts not yet known.
    pub conditional: Vec<ConditionalLine>,
    /// What is assumed.
    pub assumptions: Vec<Assumption>,
    /// What is asked for, the most decisive first.
    pub questions: Vec<QuestionLine>,
    /// What is warned of.
    pub warnings: Vec<WarningLine>,
    /// Limits of what the guidelines say.
    pub notes: Vec<Note>,
    /// Passages that the search found.
    pub hits: Vec<HitLine>,
    /// The whole reply as plain text.
    pub text: String,
}

/// A fact of the case.
#[derive(Debug, Clone, PartialEq)]
pub struct FactLine {
    /// Its id.
    pub id: String,
    /// The values that were stated: none when it is not known, several when they conflict.
    pub values: Vec<FactValue>,
    /// The options' ids, for the values that are choices, in the same order.
    pub options: Vec<String>,
    /// The unit, for numbers.
    pub unit: Option<String>,
    /// Its name.
    pub label: String,
    /// The fact as a phrase: `FRAX 34 %`, `ingen dysfagi`.
    pub text: String,
    /// Where it was said, when it was read from words.
    pub origin: Option<Origin>,
    /// How sure it is; nothing when statements conflict.
    pub certainty: Option<Certainty>,
}

/// Something that was spoken of and is no fact of the case: a relative's, a supposition, the past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentionLine {
    /// The fact's id.
    pub fact: String,
    /// The words that name it, as they were written.
    pub words: String,
    /// Why it is not used.
    pub reason: Unused,
    /// What it would be, and why it is not used: `höftfraktur (anhörig)`.
    pub text: String,
    /// Where the words stand.
    pub span: Span,
}

/// A word that was taken for another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepairLine {
    /// As it was written.
    pub written: String,
    /// As it was read.
    pub read: String,
    /// Where it stands.
    pub span: Span,
}

/// Words that nothing was made of, although they may matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotUnderstoodLine {
    /// As they were written.
    pub words: String,
    /// Why they may matter.
    pub reason: Puzzle,
    /// Where they stand.
    pub span: Span,
}

/// A condition that made a recommendation true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The fact's id.
    pub fact: String,
    /// The condition as rules write it.
    pub condition: String,
    /// The condition with the patient's value, in words.
    pub text: String,
}

/// A section that a sentence stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitationLine {
    /// The guideline's id.
    pub guideline: String,
    /// The section's id.
    pub section: String,
    /// The guideline's title as printed.
    pub title: String,
    /// The section's heading.
    pub heading: String,
    /// The page of the original, where it is known.
    pub page: Option<u32>,
    /// The section's language.
    pub language: Language,
    /// Where it can be read on this service.
    pub url: String,
    /// The source in words.
    pub text: String,
}

/// Where to refer or turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub text: String,
}

/// A code to register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeLine {
    /// The code system: `kva`, `icd-10-se`.
    pub system: String,
    /// The code.
    pub code: String,
    /// What it stands for.
    pub text: String,
}

/// A time limit or a duration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineLine {
    /// How many.
    pub amount: u32,
    /// Of which unit.
    pub unit: TimeUnit,
    /// From what it counts, as an id.
    pub from: String,
    /// The limit in words.
    pub text: String,
}

/// One recommendation in words.
#[derive(Debug, Clone, PartialEq)]
pub struct RecommendationLine {
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
    pub targets: Vec<TargetLine>,
    /// Codes to register.
    pub codes: Vec<CodeLine>,
    /// A time limit.
    pub deadline: Option<DeadlineLine>,
    /// The grade of evidence that the source prints.
    pub evidence: Option<String>,
    /// What made it true.
    pub because: Vec<Reason>,
    /// The sections it stands on; never empty.
    pub citations: Vec<CitationLine>,
    /// Targets, codes, deadline and evidence as lines of the whole text.
    pub lines: Vec<String>,
}

/// A rule that hangs on facts not yet known, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionalLine {
    /// The rule's id.
    pub id: String,
    /// The guideline's id.
    pub guideline: String,
    /// What would follow.
    pub text: String,
    /// The condition in words.
    pub when: String,
    /// What would follow, with the condition, as a line of the whole text.
    pub told: String,
    /// The facts it hangs on.
    pub missing: Vec<String>,
    /// The codes it would give.
    pub codes: Vec<CodeLine>,
    /// Where it would refer.
    pub targets: Vec<TargetLine>,
    /// The section it stands on first of all; never empty. A recommendation has them all.
    pub citations: Vec<CitationLine>,
}

/// An exception that is taken not to hold because nothing is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumption {
    /// The recommendation that rests on it.
    pub recommendation: String,
    /// The exception as rules write it.
    pub condition: String,
    /// What is assumed, in words.
    pub text: String,
}

/// A fact that is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionLine {
    /// The fact's id.
    pub fact: String,
    /// The question.
    pub text: String,
    /// What kind of value answers it.
    pub kind: FactKind,
    /// The options with their phrases, for a choice.
    pub options: Vec<TargetLine>,
}

/// A warning in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WarningLine {
    /// The contract's id.
    pub id: String,
    /// The guideline it is about.
    pub guideline: Option<String>,
    /// The warning.
    pub text: String,
    /// Where the readings stand, when it tells of readings.
    pub citations: Vec<CitationLine>,
}

/// A limit of what a guideline says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: String,
    /// The guideline's id.
    pub guideline: String,
    /// The note.
    pub text: String,
    /// The sections it stands on; never empty.
    pub citations: Vec<CitationLine>,
}

/// A passage that the search found.
#[derive(Debug, Clone, PartialEq)]
pub struct HitLine {
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
    /// A passage as HTML: escaped, with `<mark>` round what was found.
    pub snippet: String,
    /// How well it fits; comparable within one search.
    pub score: f32,
}
