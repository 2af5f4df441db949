//! What follows? Facts, hits and the corpus → the decision with its citations. Pure: no clock, no file, no language.

mod candidates;
mod decide;
mod outcome;
mod questions;
mod warnings;

pub use candidates::{Candidates, candidates};
pub use decide::{Answer, Asked, Status, answer};
pub use outcome::{Citation, Conditional, Outcome, Recommendation, Rejected, Rejection, cite, outcome};
pub use warnings::{Warning, answers, of_validity};
