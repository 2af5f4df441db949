//! What is told of everything that happens? Who, what, whether, and of what: ids and kinds, never anybody's words.

use std::fmt;
use std::sync::Arc;

/// Who acts: a client's id. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Client(Arc<str>);

impl Client {
    /// The client with this id. An id is not a name: it tells nothing to whoever does not have the list of clients.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self(id.into())
    }

    /// The service itself, as when it purges.
    #[must_use]
    pub fn service() -> Self {
        Self::new("service")
    }

    /// Whoever runs the program's commands on a machine that reaches the database.
    #[must_use]
    pub fn operator() -> Self {
        Self::new("operator")
    }

    /// Whether a client that asks may not have this id: it would be taken for one of these.
    #[must_use]
    pub fn is_reserved(id: &str) -> bool {
        [Self::default(), Self::service(), Self::operator()].iter().any(|known| known.id() == id)
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.0
    }
}

impl Default for Client {
    /// Somebody who did not say who they are.
    fn default() -> Self {
        Self::new("anonymous")
    }
}

impl fmt::Display for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Who did it.
    pub client: Client,
    /// What was done, or refused.
    pub action: Action,
    /// What came of it, as HTTP says it: 200 for what was done; 401, 403 or 429 for what was refused.
    pub status: u16,
    /// The id of what it was done to: an answer, a conversation, a corpus, a client; empty when there is none.
    pub subject: String,
}

impl Event {
    /// Something that was done.
    #[must_use]
    pub fn done(client: Client, action: Action, subject: impl Into<String>) -> Self {
        Self { client, action, status: 200, subject: subject.into() }
    }
}

/// Kinds of events, each with the name that it has in the log.
macro_rules! actions {
    ($($(#[$doc:meta])+ $action:ident = $name:literal,)+) => {
        /// What can happen.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Action {
            $($(#[$doc])+ $action,)+
        }

        impl Action {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$action),+];

            /// Its name in the log.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$action => $name,)+
                }
            }
        }
    };
}

actions! {
    /// An answer was given by itself.
    Answered = "answered",
    /// An answer was read again.
    AnswerRead = "answer-read",
    /// A conversation was begun.
    ConversationBegun = "conversation-begun",
    /// A message of a conversation was answered.
    TurnAnswered = "turn-answered",
    /// A conversation was read.
    ConversationRead = "conversation-read",
    /// A conversation was deleted, with all that belongs to it.
    ConversationDeleted = "conversation-deleted",
    /// Somebody said whether an answer helped.
    FeedbackGiven = "feedback-given",
    /// What was kept for as long as it may be was deleted.
    Purged = "purged",
    /// The oldest rows of a chain of this log were deleted; the subject is the last of them.
    AuditPurged = "audit-purged",
    /// Everything was copied to a file.
    BackedUp = "backed-up",
    /// A backup was read back into an empty database.
    Restored = "restored",
    /// A corpus was let answer: one that was published, or one that answered before.
    CorpusActivated = "corpus-activated",
    /// A client was let in.
    ClientCreated = "client-created",
    /// A client was shut out.
    ClientRevoked = "client-revoked",
    /// A client got a new key.
    ClientRotated = "client-rotated",
    /// Access was refused.
    AccessRefused = "access-refused",
}
