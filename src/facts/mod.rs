//! What did the clinician tell us? Words → facts with spans, intent, place and topic; deterministic, nothing guessed.

mod asked;
mod dictionary;
mod layout;
mod matches;
mod mentions;
mod normalise;
mod numbers;
mod quantities;
mod reader;
mod reading;
mod reduce;
mod resolve;
mod scopes;
mod shield;
mod spelling;
mod tokens;

pub use reader::Reader;
pub use reading::{Joins, Mention, Reading, Repair, Sureness, When, Whose};
pub use shield::{IdentifierKind, Shielded, shield};
