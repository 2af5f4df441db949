//! What was understood of a text, each thing with the words that it stands on.

use std::collections::BTreeSet;

use crate::clinical::{FactId, FactValue, Facts, Intent, Language, Region, Span};

/// Whose a mention is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The patient's.
    Patient,
    /// A relative's.
    Relative,
}

/// How sure a mention is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sureness {
    /// Said as a fact.
    Sure,
    /// Said as a suspicion or a possibility.
    Unsure,
    /// Asked: "har hon dysfagi?".
    Asked,
    /// Said to be unknown.
    Unknown,
    /// A number that the fact cannot have, or a word that does not fit.
    Implausible,
}

/// When a mention holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Now.
    Now,
    /// Earlier.
    Earlier,
    /// If something comes true.
    Supposed,
    /// Later, by intention.
    Planned,
}

/// A fact spoken of, however it was meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Which fact.
    pub fact: FactId,
    /// What it would be; a denied choice says nothing.
    pub value: Option<FactValue>,
    /// The option named, also where it is denied.
    pub option: Option<FactValue>,
    /// Whether it was denied.
    pub denied: bool,
    /// How sure it is.
    pub sureness: Sureness,
    /// Whose it is.
    pub whose: Whose,
    /// When it holds.
    pub when: When,
    /// The words that name it.
    pub span: Span,
    /// The words that changed it: a denial, a doubt, a relative.
    pub changed_by: Option<Span>,
    /// Whether a word of it was repaired.
    pub repaired: bool,
    /// How it joins with others of the same fact.
    pub joins: Joins,
    /// The order in which it was said.
    pub order: usize,
}

/// How a mention joins with others of the same fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joins {
    /// Another value is a conflict.
    Plainly,
    /// One affirmation outweighs denials.
    Any,
    /// The lowest number counts.
    Lowest,
    /// Gives way to one that joins otherwise.
    Loosely,
    /// Counts only where the fact's subject is spoken of otherwise.
    InItsSubject,
}

impl Mention {
    /// Whether it states the patient's present fact.
    #[must_use]
    pub fn asserts(&self) -> bool {
        self.unused().is_none()
    }

    /// Why it states no present fact of the patient's; nothing when it does.
    #[must_use]
    pub const fn unused(&self) -> Option<Unused> {
        match (self.whose, self.when, self.sureness) {
            (Whose::Relative, ..) => Some(Unused::Relative),
            (_, When::Earlier, _) => Some(Unused::Earlier),
            (_, When::Supposed, _) => Some(Unused::Supposed),
            (_, When::Planned, _) => Some(Unused::Planned),
            (.., Sureness::Unsure) => Some(Unused::Uncertain),
            (.., Sureness::Asked) => Some(Unused::Asked),
            (.., Sureness::Unknown) => Some(Unused::NotKnown),
            (.., Sureness::Implausible) => Some(Unused::Implausible),
            (.., Sureness::Sure) if self.value.is_none() => Some(Unused::Denied),
            (.., Sureness::Sure) => None,
        }
    }
}

/// Why something that was spoken of is no fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unused {
    /// It is a relative's.
    Relative,
    /// It was so earlier.
    Earlier,
    /// It is so only if something comes true.
    Supposed,
    /// It is intended.
    Planned,
    /// It is a suspicion or a possibility.
    Uncertain,
    /// It was asked, not said.
    Asked,
    /// It was said to be unknown.
    NotKnown,
    /// It is a number that the fact cannot have.
    Implausible,
    /// One option was denied, and none takes its place.
    Denied,
}

impl Unused {
    /// Every reason.
    pub const ALL: [Self; 9] = [
        Self::Relative,
        Self::Earlier,
        Self::Supposed,
        Self::Planned,
        Self::Uncertain,
        Self::Asked,
        Self::NotKnown,
        Self::Implausible,
        Self::Denied,
    ];

    /// The reason as the API and the locales name it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Relative => "relative",
            Self::Earlier => "earlier",
            Self::Supposed => "supposed",
            Self::Planned => "planned",
            Self::Uncertain => "uncertain",
            Self::Asked => "asked",
            Self::NotKnown => "not_known",
            Self::Implausible => "implausible",
            Self::Denied => "denied",
        }
    }
}

/// Words that nothing was made of, although they may matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotUnderstood {
    /// Where they stand.
    pub span: Span,
    /// Why they may matter.
    pub why: Puzzle,
}

/// Why words that were not understood may matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Puzzle {
    /// They stand beside a safety-relevant fact.
    BesideSafety,
    /// They look like an answer, and do not fit what was asked: "ja" to "which joint?".
    NoAnswer,
}

impl Puzzle {
    /// Every reason.
    pub const ALL: [Self; 2] = [Self::BesideSafety, Self::NoAnswer];

    /// The reason as the API names it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::BesideSafety => "beside_safety_fact",
            Self::NoAnswer => "no_answer",
        }
    }
}

/// A word that was taken for another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Where it stands.
    pub span: Span,
    /// As it was written, in lower case.
    pub written: String,
    /// As it was read.
    pub read: String,
}

/// What words did to the conversation that they stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turned {
    /// They began anew, about another patient.
    ToANewPatient,
    /// They took the message before back.
    Back,
}

/// All that was understood of a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The facts, each with the words that it stands on.
    pub facts: Facts,
    /// What is asked; none when nothing is, or when it is not clear.
    pub intent: Option<Intent>,
    /// Where.
    pub region: Option<Region>,
    /// In which language.
    pub language: Option<Language>,
    /// The guidelines' subjects that the words touch.
    pub subjects: BTreeSet<String>,
    /// Whether the words are about something else than any subject.
    pub other_matter: bool,
    /// Whether the words are about the staff.
    pub about_staff: bool,
    /// Every fact spoken of, in the order of the text, however it was meant.
    pub mentions: Vec<Mention>,
    /// Words taken for others.
    pub repairs: Vec<Repair>,
    /// What the words did to the conversation.
    pub turned: Option<Turned>,
    /// The facts that the words take back.
    pub taken_back: BTreeSet<FactId>,
    /// Words not understood that may matter.
    pub not_understood: Vec<NotUnderstood>,
}
