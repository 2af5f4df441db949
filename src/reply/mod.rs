//! How do we say it? An answer → words in one language; every sentence from `locales/`, numbers and dates as the
//! language writes them, a missing message or variable a fault when loading (invariant 9).

mod because;
mod bundle;
mod lines;
mod compose;
mod conditions;
mod describe;
mod locales;
mod numbers;
mod path;
mod phrasebook;
mod referral;
mod speaker;
mod text;
mod trace;
mod understood;
mod warnings;

pub use compose::{Context, compose, fact_lines};
pub use describe::{ConditionLine, FactSheet, GuidelineSheet, RuleSheet, fact_sheets, guideline_sheet, validity_line};
pub use lines::{
    Assumption, CitationLine, CodeLine, ConditionalLine, DeadlineLine, FactLine, HitLine, MentionLine,
    NotUnderstoodLine, Note, QuestionLine, Reason, RecommendationLine, RepairLine, Reply, TargetLine, WarningLine,
};
pub use locales::{Locales, Voice, load, load_kept};
pub use path::{PathSheet, Step, StepKind, path_sheet};
pub use referral::{FieldLine, ReferralDraft, referral_drafts};
pub use speaker::{Arguments, Speaker};
pub use text::plain;
pub use trace::{ConditionTrace, GuidelineTrace, RuleTrace, guideline_trace};
