//! The contract's words: each a closed list that comes from the type that it names.

use poem_openapi::registry::MetaSchema;
use serde::Serialize;

use super::schema::written_only;
use crate::answer;
use crate::clinical;
use crate::corpus;
use crate::facts;

/// A word of one list, as JSON text; OpenAPI shows the list.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $list:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
        #[serde(transparent)]
        pub struct $name(&'static str);

        written_only!($name, "word", MetaSchema {
            enum_items: $list.into_iter().map(|word: &'static str| word.into()).collect(),
            ..MetaSchema::new("string")
        });
    };
}

words!(
    /// How far the guidelines answer.
    Status,
    [answer::Status::Answered, answer::Status::NeedsFacts, answer::Status::NotCovered].map(answer::Status::id)
);
words!(
    /// What is asked.
    Intent,
    clinical::Intent::ALL.map(clinical::Intent::id)
);
words!(
    /// A language that nordvis speaks.
    Language,
    clinical::Language::ALL.map(clinical::Language::code)
);
words!(
    /// A Swedish county or Danish region, by its ISO 3166-2 code.
    Region,
    clinical::Region::all().map(clinical::Region::code)
);
words!(
    /// The source's modal verb.
    Strength,
    corpus::Strength::ALL.map(|(_, word)| word)
);
words!(
    /// How sure the clinician is.
    Certainty,
    ["stated", "uncertain", "conflicting"]
);
words!(
    /// Where a fact was said: given as structured fact, read from the clinician's words, or from the patient's record.
    Source,
    ["given", "question", "record"]
);
words!(
    /// Why something that was spoken of is not used: it is a relative's, was so earlier, is only supposed, planned or
    /// uncertain, was asked or said to be unknown, cannot be, or one option was denied and none takes its place.
    Unused,
    facts::Unused::ALL.map(facts::Unused::id)
);
words!(
    /// Why words that were not understood may matter: they stand beside a safety-relevant fact, or look like an answer
    /// and do not fit what was asked.
    Puzzle,
    facts::Puzzle::ALL.map(facts::Puzzle::id)
);
words!(
    /// What a fact can be.
    FactType,
    ["boolean", "integer", "number", "choice"]
);
words!(
    /// What a section is.
    SectionKind,
    corpus::SectionKind::ALL.map(|(_, word)| word)
);

impl From<facts::Unused> for Unused {
    fn from(reason: facts::Unused) -> Self {
        Self(reason.id())
    }
}

impl From<facts::Puzzle> for Puzzle {
    fn from(reason: facts::Puzzle) -> Self {
        Self(reason.id())
    }
}

impl From<answer::Status> for Status {
    fn from(status: answer::Status) -> Self {
        Self(status.id())
    }
}

impl From<clinical::Intent> for Intent {
    fn from(intent: clinical::Intent) -> Self {
        Self(intent.id())
    }
}

impl From<clinical::Language> for Language {
    fn from(language: clinical::Language) -> Self {
        Self(language.code())
    }
}

impl From<clinical::Region> for Region {
    fn from(region: clinical::Region) -> Self {
        Self(region.code())
    }
}

impl From<corpus::Strength> for Strength {
    fn from(strength: corpus::Strength) -> Self {
        Self(strength.id())
    }
}

impl From<corpus::SectionKind> for SectionKind {
    fn from(kind: corpus::SectionKind) -> Self {
        Self(kind.id())
    }
}

impl From<Option<clinical::Certainty>> for Certainty {
    fn from(certainty: Option<clinical::Certainty>) -> Self {
        Self(match certainty {
            Some(clinical::Certainty::Stated) => "stated",
            Some(clinical::Certainty::Uncertain) => "uncertain",
            None => "conflicting",
        })
    }
}

impl From<clinical::Origin> for Source {
    fn from(origin: clinical::Origin) -> Self {
        Self(match origin {
            clinical::Origin::Given => "given",
            clinical::Origin::Words(_) | clinical::Origin::Earlier => "question",
            clinical::Origin::Record => "record",
        })
    }
}

impl From<&corpus::FactKind> for FactType {
    fn from(kind: &corpus::FactKind) -> Self {
        Self(match kind {
            corpus::FactKind::Boolean => "boolean",
            corpus::FactKind::Number { integer: true, .. } => "integer",
            corpus::FactKind::Number { integer: false, .. } => "number",
            corpus::FactKind::Choice(_) => "choice",
        })
    }
}
