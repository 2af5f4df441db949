//! What does a database have to do for us, so that a [`queue`](super::queue) can write to it?

use uuid::Uuid;

use super::{Conversation, Feedback, StoreError, StoredAnswer, Turn};

/// The writing side of a database. Each call is one transaction, durable when it returns. After an error the next
/// call starts afresh, on a new connection.
pub(super) trait Ledger:
    Write<Conversation, Outcome = ()>
    + Write<StoredAnswer, Outcome = ()>
    + Write<NextTurn, Outcome = bool>
    + Write<Deletion, Outcome = bool>
    + Send
    + 'static
{
    /// Keeps this if its answer is there; tells whether it is.
    fn keep_feedback(&mut self, feedback: &Feedback) -> impl Future<Output = Result<bool, StoreError>> + Send;

    /// Writes something small, to learn whether writing works.
    fn probe(&mut self) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Lets go of the database.
    fn close(self) -> impl Future<Output = ()> + Send;
}

/// Writes many of one kind in one transaction.
pub(super) trait Write<T> {
    /// What is told of each of them.
    type Outcome;

    /// Writes all of these or none, but for those that are told to have failed. One outcome for each, in their order.
    fn write(&mut self, entries: &[T]) -> impl Future<Output = Written<Self::Outcome>> + Send;
}

/// What became of all, and of each.
pub(super) type Written<T> = Result<Vec<Result<T, StoreError>>, StoreError>;

/// A turn that is kept if it is the next one of its conversation: otherwise [`StoreError::Conflict`]. Tells whether
/// there is such a conversation.
pub(super) struct NextTurn {
    pub(super) conversation: Uuid,
    pub(super) turn: Turn,
}

/// A conversation that is to be deleted, with all that belongs to it. Tells whether it was there.
pub(super) struct Deletion(pub(super) Uuid);
