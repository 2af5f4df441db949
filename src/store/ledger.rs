//! What does a database have to do for us, so that a [`queue`](super::queue) can write to it?

use jiff::Timestamp;
use uuid::Uuid;

use super::audit::{Action, Client, Event};
use super::chain::{Head, Link};
use super::retention::{Cutoffs, Purged, Stretch};
use super::{Activation, ClientChange, Conversation, Feedback, KeptCorpus, StoreError, StoredAnswer, Turn, UsedToken};

/// The writing side of a database. What is written between [`begin`](Self::begin) and [`commit`](Self::commit) is one
/// transaction. After an error there is none any more, nothing of it is kept, and the next one starts on a connection
/// that works. [`StoreError::Conflict`] says that another program came between: the transaction is begun again.
pub(super) trait Ledger: Send + 'static {
    /// Begins a transaction. Tells whether it is the first on its connection: then the end of the audit log has to be
    /// looked for.
    fn begin(&mut self) -> impl Future<Output = Result<bool, StoreError>> + Send;

    /// Keeps conversations that begin.
    fn begin_conversations(&mut self, begun: &[&Conversation]) -> impl Future<Output = Done> + Send;

    /// Keeps answers that were given by themselves.
    fn keep_answers(&mut self, answers: &[&StoredAnswer]) -> impl Future<Output = Done> + Send;

    /// Keeps each turn that is the next one of its conversation; another one is told to be in
    /// [`StoreError::Conflict`]. Tells of each whether there is such a conversation.
    fn keep_turns(&mut self, turns: &[&NextTurn]) -> impl Future<Output = Told> + Send;

    /// Keeps feedback whose answer is there. Tells of each whether it is.
    fn keep_feedback(&mut self, feedback: &[&Feedback]) -> impl Future<Output = Told> + Send;

    /// Deletes conversations with all that belongs to them. Tells of each whether it was there.
    fn delete_conversations(&mut self, ids: &[&Uuid]) -> impl Future<Output = Told> + Send;

    /// Deletes some of what is older than it may be, as much as may be in the way of other writes.
    fn purge(&mut self, cutoffs: &Cutoffs) -> impl Future<Output = Result<Purged, StoreError>> + Send;

    /// Deletes the oldest of these rows of the audit log, no more than a portion. Tells how many
    /// there were, and gives what the log is to tell of: the last of them, and the ends of other chains that were purged and
    /// of which one of these rows told. Nothing when all are gone already.
    fn purge_audit(&mut self, oldest: Stretch) -> impl Future<Output = Result<(Vec<Head>, u64), StoreError>> + Send;

    /// Writes the whole database anew, so that nothing that was deleted is left in an unused part of it. Other writes
    /// wait as long.
    fn rewrite(&mut self) -> impl Future<Output = Done> + Send;

    /// The end of the chain of the audit log that this connection writes.
    fn head(&mut self) -> impl Future<Output = Result<Head, StoreError>> + Send;

    /// Adds to the audit log. [`StoreError::Conflict`] when something else follows what these rows follow.
    fn append(&mut self, links: &[Link]) -> impl Future<Output = Done> + Send;

    /// Changes who may ask. Tells whether there is such a client, or for a new one, whether its name was free.
    fn change_clients(&mut self, change: &ClientChange) -> impl Future<Output = Result<Outcome, StoreError>> + Send;

    /// Keeps corpora; one that is kept already stays.
    fn keep_corpora(&mut self, corpora: &[&KeptCorpus]) -> impl Future<Output = Done> + Send;

    /// Lets corpora answer, the last one in the end, and tells whoever follows. Tells of each whether it is kept.
    fn activate(&mut self, activations: &[&Activation]) -> impl Future<Output = Told> + Send;

    /// Uses tokens, and forgets those that are over by now. Tells of each whether it was used for the first time.
    fn use_tokens(&mut self, tokens: &[&UsedToken], now: Timestamp) -> impl Future<Output = Told> + Send;

    /// Ends the transaction. When this returns `Ok`, all of it is durable.
    fn commit(&mut self) -> impl Future<Output = Done> + Send;

    /// Writes something small, to learn whether writing works. Tells, as [`begin`](Self::begin) does, whether it is the
    /// first on its connection.
    fn probe(&mut self) -> impl Future<Output = Result<bool, StoreError>> + Send;

    /// Lets go of the database.
    fn close(self) -> impl Future<Output = ()> + Send;
}

/// Whether it was done.
pub(super) type Done = Result<(), StoreError>;

/// What became of each of several entries.
pub(super) type Told = Result<Vec<Outcome>, StoreError>;

/// What became of one entry: it was kept, what it belongs to is not there, or it failed alone.
pub(super) type Outcome = Result<bool, StoreError>;

/// Something to write, and who wants it written.
pub(super) struct Work {
    pub(super) entry: Entry,
    pub(super) client: Client,
}

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
    /// A change of who may ask.
    Clients(Box<ClientChange>),
    /// A corpus that is to be kept.
    Corpus(KeptCorpus),
    /// A corpus that is to answer.
    Activation(Activation),
    /// A token that may be used once.
    Token(UsedToken),
    /// Something that happened, which the audit log alone tells of.
    Event(Event),
}

impl Work {
    /// What the audit log tells when this was done; nothing of a corpus that is kept and does not answer yet, nor of a
    /// token, as it tells of what was done with it.
    pub(super) fn event(&self) -> Option<Event> {
        let done = |action, id: Uuid| Event::done(self.client.clone(), action, id.to_string());
        Some(match &self.entry {
            Entry::Conversation(conversation) => done(Action::ConversationBegun, conversation.id),
            Entry::Answer(answer) => done(Action::Answered, answer.id),
            Entry::Turn(next) => done(Action::TurnAnswered, next.turn.answer.id),
            Entry::Feedback(feedback) => done(Action::FeedbackGiven, feedback.answer),
            Entry::Deletion(id) => done(Action::ConversationDeleted, *id),
            Entry::Clients(change) => {
                let (action, id) = match change.as_ref() {
                    ClientChange::Create { client, .. } => (Action::ClientCreated, &client.id),
                    ClientChange::Rotate { key, .. } => (Action::ClientRotated, &key.client),
                    ClientChange::Revoke { client, .. } => (Action::ClientRevoked, client),
                };
                Event::done(self.client.clone(), action, id.as_str())
            }
            Entry::Activation(Activation { corpus, .. }) => {
                let corpus = corpus.as_deref().unwrap_or("embedded");
                Event::done(self.client.clone(), Action::CorpusActivated, corpus)
            }
            Entry::Event(event) => event.clone(),
            Entry::Corpus(_) | Entry::Token(_) => return None,
        })
    }
}

/// A turn that is kept if it is the next one of its conversation.
pub(super) struct NextTurn {
    pub(super) conversation: Uuid,
    pub(super) turn: Turn,
}
