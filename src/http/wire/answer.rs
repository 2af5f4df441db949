//! The whole answer, as `POST /api/v1/answers` gives it and `GET /api/v1/answers/{id}` gives it back.

use poem_openapi::Object;
use serde::Serialize;

use super::fact::Fact;
use super::lines::{Assumption, Conditional, Hit, Note, Question, Recommendation, Warning, twins};
use super::understood::{Mention, NotUnderstood, Repair};
use super::words::{Intent, Language, Region, Status};
use crate::reply::Reply;

/// An answer.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
#[serde(rename_all = "camelCase")]
#[oai(rename_all = "camelCase")]
pub struct Answer {
    /// Its id.
    pub id: String,
    /// When it was given, in UTC.
    pub created_at: String,
    /// The language of every text in it.
    pub language: Language,
    /// What was asked; null when nothing is asked.
    #[oai(nullable)]
    pub intent: Option<Intent>,
    /// Whose guidelines bind; null when no region is known.
    #[oai(nullable)]
    pub region: Option<Region>,
    /// The day it is given for.
    pub as_of: String,
    /// The fingerprint of the corpus that decided and the words that it is said in.
    pub corpus: String,
    /// How far the guidelines answer.
    pub status: Status,
    /// What is known of the case.
    pub facts: Vec<Fact>,
    /// What was spoken of and is not used: a relative's, a supposition, the past.
    pub mentions: Vec<Mention>,
    /// Misspelt words and what they were taken for.
    pub repairs: Vec<Repair>,
    /// Words that nothing was made of, although they may matter.
    pub not_understood: Vec<NotUnderstood>,
    /// What is recommended: conditions that are true of the facts.
    pub recommendations: Vec<Recommendation>,
    /// What hangs on facts not yet known.
    pub conditional: Vec<Conditional>,
    /// What is assumed because nothing is said of it.
    pub assumptions: Vec<Assumption>,
    /// What is asked for, the most decisive first.
    pub questions: Vec<Question>,
    /// What must be known before the answer is used.
    pub warnings: Vec<Warning>,
    /// Limits of what the guidelines say.
    pub notes: Vec<Note>,
    /// Passages that the search found.
    pub hits: Vec<Hit>,
    /// The whole reply as plain text: for a chat line, a journal note or a screen reader.
    pub text: String,
}

impl Answer {
    /// The reply as the answer with this id, given at that time.
    pub fn new(id: String, created_at: String, reply: Reply) -> Self {
        Self {
            id,
            created_at,
            language: reply.language.into(),
            intent: reply.intent.map(Intent::from),
            region: reply.region.map(Region::from),
            as_of: reply.as_of.to_string(),
            corpus: reply.corpus,
            status: reply.status.into(),
            facts: twins(reply.facts),
            mentions: twins(reply.mentions),
            repairs: twins(reply.repairs),
            not_understood: twins(reply.not_understood),
            recommendations: twins(reply.recommendations),
            conditional: twins(reply.conditional),
            assumptions: twins(reply.assumptions),
            questions: twins(reply.questions),
            warnings: twins(reply.warnings),
            notes: twins(reply.notes),
            hits: twins(reply.hits),
            text: reply.text,
        }
    }
}
