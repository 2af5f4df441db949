//! What does a page read of an answer that was kept? The API's own JSON, as far as a page shows it. What an older
//! version did not write is absent.

use serde::Deserialize;

use crate::clinical::{Bound, Fact, FactValue, Facts, Intent, Interval, Language, Origin, Region, Statement};
use crate::corpus::{FactDefinition, Given, Vocabulary};

/// What was asked, as it was kept.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Request {
    /// The words, without identifiers.
    pub question: String,
}

/// An answer.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// Its id.
    pub id: String,
    /// When it was given, in UTC.
    pub created_at: String,
    language: String,
    intent: Option<String>,
    region: Option<String>,
    /// The day it is given for.
    pub as_of: jiff::civil::Date,
    /// The fingerprint of the corpus that decided.
    pub corpus: String,
    /// `answered`, `needs_facts` or `not_covered`.
    pub status: String,
    /// What is known of the case.
    pub facts: Vec<KnownFact>,
    /// What was spoken of and is not used.
    #[serde(default)]
    pub mentions: Vec<Told>,
    /// Words that were taken for others.
    #[serde(default)]
    pub repairs: Vec<Repair>,
    /// Words that nothing was made of, although they may matter.
    #[serde(default)]
    pub not_understood: Vec<NotUnderstood>,
    /// What is recommended.
    pub recommendations: Vec<Recommendation>,
    /// What hangs on facts not yet known.
    pub conditional: Vec<Conditional>,
    /// What is assumed.
    pub assumptions: Vec<Assumption>,
    /// What is asked for.
    pub questions: Vec<Question>,
    /// What is warned of.
    pub warnings: Vec<Warning>,
    /// Limits of what the guidelines say.
    pub notes: Vec<Note>,
    /// Passages beside it.
    pub hits: Vec<Hit>,
    /// The whole reply as plain text.
    pub text: String,
}

impl Answer {
    /// Reads an answer.
    ///
    /// # Errors
    /// It is no answer of this program.
    pub fn read(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// The language of its texts.
    #[must_use]
    pub fn language(&self) -> Language {
        Language::from_tag(&self.language).unwrap_or(Language::English)
    }

    /// Whose guidelines bind.
    #[must_use]
    pub fn region(&self) -> Option<Region> {
        Region::from_code(self.region.as_deref()?).ok()
    }

    /// What was asked.
    #[must_use]
    pub fn intent(&self) -> Option<Intent> {
        Intent::from_id(self.intent.as_deref()?)
    }

    /// The case, as it was decided. A fact that the vocabulary has no more counts as not said.
    #[must_use]
    pub fn facts(&self, vocabulary: &Vocabulary) -> Facts {
        let mut facts = Facts::default();
        for known in &self.facts {
            if let Some(definition) = vocabulary.find(&known.id)
                && let Some(fact) = known.fact(definition)
            {
                facts.insert(definition.id, fact);
            }
        }
        facts
    }
}

/// A fact of the case.
#[derive(Debug, Clone, Deserialize)]
pub struct KnownFact {
    /// Its id.
    pub id: String,
    /// Its value, when it has exactly one.
    pub value: Option<Value>,
    /// The fact as a phrase.
    pub text: String,
    /// `stated`, `uncertain` or `conflicting`.
    pub certainty: String,
    range: Option<Range>,
}

impl KnownFact {
    /// Whether it was said not to be known.
    #[must_use]
    pub fn not_known(&self) -> bool {
        self.certainty == "stated" && self.value.is_none() && self.range.is_none()
    }

    fn fact(&self, definition: &FactDefinition) -> Option<Fact> {
        let value = match (&self.value, &self.range) {
            (Some(value), _) => Some(definition.accept(value.given()).ok()?),
            (None, Some(range)) => Some(FactValue::Number(range.interval()?)),
            (None, None) => None,
        };
        let statement = |value| Statement { value, origin: Origin::Given };
        match (self.certainty.as_str(), value) {
            ("stated", Some(value)) => Some(Fact::Known(statement(value))),
            ("stated", None) => Some(Fact::NotKnown),
            ("uncertain", Some(value)) => Some(Fact::Uncertain(statement(value))),
            // What disagrees decides nothing, whatever it was.
            ("conflicting", _) => Some(Fact::Conflicting(Vec::new())),
            _ => None,
        }
    }
}

/// The value of a fact.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Yes or no.
    Boolean(bool),
    /// A number.
    Number(f64),
    /// The id of an option.
    Option(String),
}

impl Value {
    fn given(&self) -> Given<'_> {
        match self {
            Self::Boolean(value) => Given::Boolean(*value),
            Self::Number(value) => Given::Number(*value),
            Self::Option(id) => Given::Text(id),
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Range {
    low: Option<f64>,
    high: Option<f64>,
    low_included: bool,
    high_included: bool,
}

impl Range {
    fn interval(&self) -> Option<Interval> {
        let end = |value: Option<f64>, included| match (value, included) {
            (None, _) => Bound::Open,
            (Some(value), true) => Bound::Including(value),
            (Some(value), false) => Bound::Excluding(value),
        };
        Interval::between(end(self.low, self.low_included), end(self.high, self.high_included))
    }
}

/// A section that a sentence stands on.
#[derive(Debug, Clone, Deserialize)]
pub struct Citation {
    /// The guideline's id.
    pub guideline: String,
    /// The section's id.
    pub section: String,
    /// The guideline's title as printed.
    pub title: String,
    /// The section's heading.
    pub heading: String,
    /// The page of the original.
    pub page: Option<u32>,
    /// The section's language.
    pub language: String,
}

/// Something with an id and a name.
#[derive(Debug, Clone, Deserialize)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its name.
    pub text: String,
}

/// A code to register.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Code {
    /// The code system.
    pub system: String,
    /// The code.
    pub code: String,
    /// What it stands for.
    pub text: String,
}

/// Anything of which a page shows the words alone.
#[derive(Debug, Clone, Deserialize)]
pub struct Told {
    /// The words.
    pub text: String,
}

/// A word that was taken for another.
#[derive(Debug, Clone, Deserialize)]
pub struct Repair {
    /// As it was written.
    pub written: String,
    /// As it was read.
    pub read: String,
}

/// Words that nothing was made of.
#[derive(Debug, Clone, Deserialize)]
pub struct NotUnderstood {
    /// As they were written.
    pub words: String,
    /// Why they may matter.
    pub reason: String,
}

/// What is recommended.
#[derive(Debug, Clone, Deserialize)]
pub struct Recommendation {
    /// The rule's id.
    pub id: String,
    /// The guideline's id.
    pub guideline: String,
    /// The source's modal verb.
    pub strength: String,
    /// Whether an exception is still unknown.
    pub provisional: bool,
    /// The bottom line.
    pub summary: String,
    /// The bottom line and what the source adds to it.
    pub text: String,
    /// Where to refer.
    pub targets: Vec<Named>,
    /// Codes to register.
    pub codes: Vec<Code>,
    /// A time limit.
    pub deadline: Option<Told>,
    /// The grade of evidence that the source prints.
    pub evidence: Option<String>,
    /// What made it true.
    pub because: Vec<Told>,
    /// The sections it stands on.
    pub citations: Vec<Citation>,
}

/// What hangs on facts not yet known.
#[derive(Debug, Clone, Deserialize)]
pub struct Conditional {
    /// The rule's id.
    pub id: String,
    /// The guideline's id.
    pub guideline: String,
    /// What would follow.
    pub text: String,
    /// The condition in words.
    pub when: String,
    /// The sections it stands on.
    pub citations: Vec<Citation>,
}

/// An exception that is taken not to hold.
#[derive(Debug, Clone, Deserialize)]
pub struct Assumption {
    /// The recommendation that rests on it.
    pub recommendation: String,
    /// What is assumed.
    pub text: String,
}

/// A fact that is asked for.
#[derive(Debug, Clone, Deserialize)]
pub struct Question {
    /// The fact's id.
    pub fact: String,
}

/// A warning.
#[derive(Debug, Clone, Deserialize)]
pub struct Warning {
    /// Its id.
    pub id: String,
    /// The guideline it is about.
    pub guideline: Option<String>,
    /// The warning.
    pub text: String,
    /// Where the readings stand.
    pub citations: Vec<Citation>,
}

/// A limit of what a guideline says.
#[derive(Debug, Clone, Deserialize)]
pub struct Note {
    /// The guideline's id.
    pub guideline: String,
    /// The note.
    pub text: String,
    /// The sections it stands on.
    pub citations: Vec<Citation>,
}

/// A passage beside an answer.
#[derive(Debug, Clone, Deserialize)]
pub struct Hit {
    /// The guideline's id.
    pub guideline: String,
    /// Where it binds.
    pub region: String,
    /// The section's id.
    pub section: String,
    /// The section's heading.
    pub heading: String,
    /// The section's language.
    pub language: String,
    /// A passage as HTML: escaped, with `<mark>` round what was found.
    pub snippet: String,
}
