//! Which passages speak of this? One index over every section of every edition, in memory.
//!
//! A passage is found by three kinds of evidence, each a field of the index: the **stems** of its words and of the parts
//! of its compounds; **character grams**, which bear misspelling, inflection and the spelling of another keyboard; and
//! **concepts**, numbered meanings that `concepts.toml` gives Swedish, Danish and English forms, so that a question in one
//! language finds a passage in another. Text of a person never meets a query parser: it is cut into words, and the words
//! are looked up.

mod asked;
mod build;
mod channel;
mod concept;
mod find;
mod index;
mod lexeme;
mod passage;
mod sentence;
mod snippet;
mod spelling;
mod stem;
mod suggest;
mod text;

pub use find::{Found, Hit, Query};
pub use index::{Index, SearchError};
pub use passage::{Passage, passages};
