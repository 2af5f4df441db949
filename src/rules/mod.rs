//! Does this condition hold? The condition language (a subset of HL7's CQL), its three-valued verdicts, and proofs.
//!
//! `rules` has never heard of Swedish, of files or of HTTP: it knows facts by id and says Holds, Fails or Unknown.

mod ast;
mod check;
mod condition;
mod lex;
mod parse;
mod print;
pub mod prove;
mod reason;
mod terms;
mod verdict;

pub use ast::{Comparison, Expression, Literal, Node, Problem, Range};
pub use check::{Definitions, resolve};
pub use condition::{Atom, Condition};
pub use parse::{DEPTH_MAX, parse};
pub use print::{Dialect, print};
pub use reason::{Evidence, Weighed, evidence, missing, residual, settling, weigh};
pub use terms::{FactKind, FactTerm, Terms, closest};
pub use verdict::Verdict;
