//! How do we say it? An answer → words in one language; every sentence from `locales/`, numbers and dates as the
//! language writes them, a missing message or variable a fault when loading (invariant 9).

mod because;
mod bundle;
mod compose;
mod conditions;
mod describe;
mod locales;
mod numbers;
mod speaker;
mod text;
mod warnings;

pub use compose::{
    Assumption, CitationLine, CodeLine, ConditionalLine, Context, DeadlineLine, FactLine, HitLine, Note, QuestionLine,
    Reason, RecommendationLine, Reply, TargetLine, WarningLine, compose,
};
pub use describe::{ConditionLine, FactSheet, GuidelineSheet, RuleSheet, fact_sheets, guideline_sheet};
pub use locales::{Locales, load};
pub use speaker::{Arguments, Speaker};
