//! Drafts of referrals, as `GET /api/v1/answers/{id}/referral` gives them.

use poem_openapi::Object;
use serde::Serialize;

use super::lines::{Citation, Target, twins};
use super::words::Language;
use crate::reply::{FieldLine, ReferralDraft};

/// The referrals that an answer recommends.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Referrals {
    /// The answer's id.
    pub answer: String,
    /// The language of every text in it.
    pub language: Language,
    /// The fingerprint of the corpus that it stands on.
    pub corpus: String,
    /// A draft for each recipient; never empty.
    #[oai(validator(min_items = 1))]
    pub drafts: Vec<Referral>,
}

/// A referral that a clinician completes and sends.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Referral {
    /// The rule that recommends it, or asks for its content.
    pub rule: String,
    /// The guideline's id.
    pub guideline: String,
    /// Whom it may be written to; more than one where the guideline leaves the choice open.
    pub targets: Vec<Target>,
    /// Its parts, in order.
    pub fields: Vec<ReferralField>,
    /// The sections it stands on; never empty.
    #[oai(validator(min_items = 1))]
    pub citations: Vec<Citation>,
    /// The whole draft as plain text.
    pub text: String,
}

/// One part of a referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Object)]
pub struct ReferralField {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub label: String,
    /// What stands in it; null when all of it is missing.
    #[oai(nullable)]
    pub text: Option<String>,
    /// What the clinician must fill in.
    pub missing: Vec<String>,
}

impl From<ReferralDraft> for Referral {
    fn from(draft: ReferralDraft) -> Self {
        Self {
            rule: draft.rule,
            guideline: draft.guideline,
            targets: twins(draft.targets),
            fields: twins(draft.fields),
            citations: twins(draft.citations),
            text: draft.text,
        }
    }
}

impl From<FieldLine> for ReferralField {
    fn from(line: FieldLine) -> Self {
        Self { id: line.id, label: line.label, text: line.text, missing: line.missing }
    }
}
