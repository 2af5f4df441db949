//! What was spoken of and is no fact of the case, which words were taken for others, and which were not understood.

use poem_openapi::Object;
use serde::Serialize;

use super::fact::Span;
use super::words::{Puzzle, Unused};
use crate::reply;

/// Something that was spoken of and is no fact of the case.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Mention {
    /// The fact's id in the vocabulary.
    pub fact: String,
    /// The words that name it, as they were written.
    pub words: String,
    /// Why it is not used.
    pub reason: Unused,
    /// What it would be, and why it is not used, as a phrase.
    pub text: String,
    /// Where the words stand.
    pub span: Span,
}

impl From<reply::MentionLine> for Mention {
    fn from(line: reply::MentionLine) -> Self {
        let reply::MentionLine { fact, words, reason, text, span } = line;
        Self { fact, words, reason: reason.into(), text, span: span.into() }
    }
}

/// A misspelt word that was taken for another.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Repair {
    /// As it was written, in lower case.
    pub written: String,
    /// As it was read.
    pub read: String,
    /// Where it stands.
    pub span: Span,
}

impl From<reply::RepairLine> for Repair {
    fn from(line: reply::RepairLine) -> Self {
        Self { written: line.written, read: line.read, span: line.span.into() }
    }
}

/// Words that nothing was made of, although they may matter.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct NotUnderstood {
    /// As they were written.
    pub words: String,
    /// Why they may matter.
    pub reason: Puzzle,
    /// Where they stand.
    pub span: Span,
}

impl From<reply::NotUnderstoodLine> for NotUnderstood {
    fn from(line: reply::NotUnderstoodLine) -> Self {
        Self { words: line.words, reason: line.reason.into(), span: line.span.into() }
    }
}
