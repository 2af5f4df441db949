//! What does a database have to do for us, so that a [`queue`](super::queue) can write to it?

use uuid::Uuid;

use super::{Activation, Conversation, Feedback, KeptCorpus, StoreError, StoredAnswer, Turn};

/// The writing side of a database. What is written between [`begin`](Self::begin) and [`commit`](Self::commit) is one
/// transaction. After an error there is none any more, nothing of it is kept, and the next one starts on a connection
/// that works. [`StoreError::Conflict`] says that another program came between: the transaction is begun again.
pub(super) trait Ledger: Send + 'static {
    /// Begins a transaction.
    fn begin(&mut self) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Keeps conversations that begin.
    fn begin_conversations(
        &mut self,
        conversations: &[&Conversation],
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Keeps answers that were given by themselves.
    fn keep_answers(&mut self, answers: &[&StoredAnswer]) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Keeps each turn that is the next one of its conversation; another one is told to be in
    /// [`StoreError::Conflict`]. Tells of each whether there is such a conversation.
    fn keep_turns(&mut self, turns: &[&NextTurn]) -> impl Future<Output = Result<Vec<Outcome>, StoreError>> + Send;

    /// Keeps feedback whose answer is there. Tells of each whether it is.
    fn keep_feedback(
        &mut self,
        feedback: &[&Feedback],
    ) -> impl Future<Output = Result<Vec<Outcome>, StoreError>> + Send;

    /// Deletes conversations with all that belongs to them. Tells of each whether it was there.
    fn delete_conversations(&mut self, ids: &[&Uuid]) -> impl Future<Output = Result<Vec<Outcome>, StoreError>> + Send;

    /// Keeps corpora; one that is kept already stays.
    fn keep_corpora(&mut self, corpora: &[&KeptCorpus]) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Lets corpora answer, the last one in the end, and tells whoever follows. Tells of each whether it is kept.
    fn activate(
        &mut self,
        activations: &[&Activation],
    ) -> impl Future<Output = Result<Vec<Outcome>, StoreError>> + Send;

    /// Ends the transaction. When this returns `Ok`, all of it is durable.
    fn commit(&mut self) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Writes something small, to learn whether writing works.
    fn probe(&mut self) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Lets go of the database.
    fn close(self) -> impl Future<Output = ()> + Send;
}

/// What became of one entry: it was kept, what it belongs to is not there, or it failed alone.
pub(super) type Outcome = Result<bool, StoreError>;

/// Something to write.
pub(super) enum Entry {
    /// A conversation that begins.
    Conversation(Conversation),
    /// An answer that was given by itself.
    Answer(StoredAnswer),
    /// The next turn of a conversation.
    Turn(NextTurn),
    /// What was thought of an answer.
    Feedback(Feedback),
    /// A conversation that goes, with all that belongs to it.
    Deletion(Uuid),
    /// A corpus that is to be kept.
    Corpus(KeptCorpus),
    /// A corpus that is to answer.
    Activation(Activation),
}

/// A turn that is kept if it is the next one of its conversation.
pub(super) struct NextTurn {
    pub(super) conversation: Uuid,
    pub(super) turn: Turn,
}
