//! What do the files of `corpus/` say? One immutable value, or every fault at once with file, line, column and a way out.

mod binding;
mod cases;
mod concepts;
mod edition;
mod fault;
mod files;
mod guideline;
pub mod lexicon;
mod load;
mod metadata;
mod referral;
mod rule;
mod rules_file;
mod targets;
mod toml_file;
mod vocabulary;

pub use binding::{Binding, CodeSystem, RecordKind, Says};
pub use cases::Case;
pub use concepts::{Concept, Concepts};
pub use edition::{Section, SectionKind};
pub use fault::{Fault, Level, render};
pub use files::Files;
pub use guideline::{Guideline, SectionRef};
pub use lexicon::Lexicon;
pub use load::{Corpus, load};
pub use metadata::Metadata;
pub use referral::{ReferralContent, ReferralField, ReferralForm};
pub use rule::{Advisory, AdvisoryKind, Code, Deadline, Rule, Strength, TimeUnit};
pub use targets::Target;
pub use vocabulary::{ClinicalCode, FactDefinition, FactKind, Given, Misfit, Vocabulary};
