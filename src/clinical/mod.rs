//! What words do we share? Plain values that every other module speaks in: no I/O, no clock, no serialisation.

mod fact;
mod interval;
mod place;
mod question;

pub use fact::{Certainty, Fact, FactId, FactValue, Facts, OptionIndex, Origin, Span, Statement};
pub use interval::{Bound, Interval};
pub use place::{Language, Region, UnknownRegion};
pub use question::{Intent, Question, Topic};
