//! What is asked.

use jiff::civil::Date;

use super::{Facts, Language, Region};

/// What kind of answer is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Intent {
    /// What to do now.
    NextStep,
    /// Where to refer.
    ReferralTarget,
    /// Which codes to register.
    RequiredCodes,
    /// Which treatment.
    Treatment,
    /// Whether something is open to this patient or therapist.
    Eligibility,
    /// What to follow up, and when.
    FollowUp,
    /// What a referral must contain.
    ReferralContent,
    /// What to document or register.
    Documentation,
    /// Which investigations.
    WorkUp,
    /// Find the passage; no decision.
    Lookup,
}

impl Intent {
    /// Every intent, in the contract's order.
    pub const ALL: [Self; 10] = [
        Self::NextStep,
        Self::ReferralTarget,
        Self::RequiredCodes,
        Self::Treatment,
        Self::Eligibility,
        Self::FollowUp,
        Self::ReferralContent,
        Self::Documentation,
        Self::WorkUp,
        Self::Lookup,
    ];

    /// The id of the contract.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NextStep => "next_step",
            Self::ReferralTarget => "referral_target",
            Self::RequiredCodes => "required_codes",
            Self::Treatment => "treatment",
            Self::Eligibility => "eligibility",
            Self::FollowUp => "follow_up",
            Self::ReferralContent => "referral_content",
            Self::Documentation => "documentation",
            Self::WorkUp => "work_up",
            Self::Lookup => "lookup",
        }
    }

    /// The intent with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|intent| intent.id() == id)
    }
}

/// One question, as the service decides it. Nothing in it comes from a clock: `as_of` is given.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The clinician's own words, identifiers removed; empty when only structured facts were sent.
    pub text: String,
    /// What is asked; when absent it is read from `text`.
    pub intent: Option<Intent>,
    /// The structured facts; they win over what `text` says.
    pub facts: Facts,
    /// Whose guidelines bind; when absent it is read from `text`.
    pub region: Option<Region>,
    /// The reply's language; when absent it is read from `text`.
    pub language: Option<Language>,
    /// The day the answer is given for.
    pub as_of: Date,
}

/// What the words of a question are about, beside the facts that they state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Topic {
    /// The subjects that the words touch (`osteoporosis` …).
    pub subjects: std::collections::BTreeSet<String>,
    /// Whether the words name another matter: another disease, small talk.
    pub other_matter: bool,
    /// Whether the words are about the staff, so that facts about staff may be asked for.
    pub about_staff: bool,
}
