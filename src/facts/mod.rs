//! What did the clinician tell us? Words → facts with spans, intent, place and topic; deterministic, nothing guessed.

mod answers;
mod asked;
mod conversation;
mod corrections;
mod dictionary;
mod doubts;
mod layout;
mod markup;
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

pub use conversation::{Event, State};
pub use reader::Reader;
pub use reading::{Joins, Mention, NotUnderstood, Puzzle, Reading, Repair, Sureness, Turned, Unused, When, Whose};
pub use shield::{IdentifierKind, Shielded, shield};
