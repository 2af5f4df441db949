//! What are an answer, a conversation and a piece of feedback, once they are kept?

use std::fmt;

use jiff::Timestamp;
use uuid::Uuid;

/// An answer as it was given, with all that is needed to show it again and to decide it again.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredAnswer {
    /// Its id, a UUID; no two answers share one. It tells of no time: one of version 8 follows from a client's key.
    pub id: Uuid,
    /// When it was given; kept to the microsecond.
    pub created_at: Timestamp,
    /// The fingerprint of the corpus that it stands on.
    pub corpus: String,
    /// The version of the program that gave it.
    pub program: String,
    /// What was asked, as JSON: the question with identifiers removed, and facts, intent, region, language and date
    /// as they were resolved.
    pub request: String,
    /// What was replied: the JSON body as it was sent.
    pub reply: String,
    /// The client that it was given to; nothing where nobody had to say who they are.
    pub owner: Option<String>,
}

/// What a clinician thought of an answer.
#[derive(Clone, PartialEq, Eq)]
pub struct Feedback {
    /// The id of the answer.
    pub answer: Uuid,
    /// Whether it helped.
    pub helpful: bool,
    /// In the clinician's words, with identifiers removed.
    pub comment: Option<String>,
    /// When it was said; kept to the microsecond.
    pub given_at: Timestamp,
    /// What its client calls it; no two are kept that are called the same.
    pub token: Option<Uuid>,
}

/// A conversation, as it was begun. Its state is not kept: it follows from its turns.
#[derive(Clone, PartialEq, Eq)]
pub struct Conversation {
    /// Its id, a UUID as an answer's; no two conversations share one.
    pub id: Uuid,
    /// When it was begun; kept to the microsecond.
    pub created_at: Timestamp,
    /// What holds from its beginning, as JSON: region, language and date as they were given.
    pub settings: String,
    /// The client that began it; nothing where nobody had to say who they are.
    pub owner: Option<String>,
}

/// One message of a conversation, and the answer to it.
#[derive(Clone, PartialEq, Eq)]
pub struct Turn {
    /// Its place in the conversation: 1, 2, 3 …
    pub number: u32,
    /// All that the conversation's state takes from this turn, as JSON: what was said, with identifiers removed, and
    /// when.
    pub input: String,
    /// What was answered.
    pub answer: StoredAnswer,
}

// Clinicians' words stay out of logs, also when a value is printed for debugging.

impl fmt::Debug for StoredAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredAnswer")
            .field("id", &self.id)
            .field("created_at", &self.created_at)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Feedback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Feedback").field("answer", &self.answer).field("helpful", &self.helpful).finish_non_exhaustive()
    }
}

impl fmt::Debug for Conversation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Conversation")
            .field("id", &self.id)
            .field("created_at", &self.created_at)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Turn").field("number", &self.number).field("answer", &self.answer).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clinicians_words_are_not_printed() {
        let secret = || "Anna Andersson".to_owned();
        let (id, at) = (Uuid::nil(), Timestamp::UNIX_EPOCH);
        let answer = StoredAnswer {
            id,
            created_at: at,
            corpus: secret(),
            program: secret(),
            request: secret(),
            reply: secret(),
            owner: Some(secret()),
        };
        let feedback = Feedback { answer: id, helpful: true, comment: Some(secret()), given_at: at, token: None };
        let conversation = Conversation { id, created_at: at, settings: secret(), owner: Some(secret()) };
        let turn = Turn { number: 1, input: secret(), answer: answer.clone() };
        assert!(!format!("{answer:?} {feedback:?} {conversation:?} {turn:?}").contains("Anna"));
    }
}
