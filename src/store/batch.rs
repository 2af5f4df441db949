//! How is a batch of entries written? All in one transaction, with the rows of the audit log that tell of them; when one
//! of them spoils it, each in its own.

use jiff::Timestamp;

use super::StoreError;
use super::audit::{Action, Client, Event};
use super::chain::{Checkpoint, Head};
use super::ledger::{Entry, Ledger, Outcome, Work};
use super::retention::{Purge, Purged};

/// How often a transaction is begun again because another program came between.
const ATTEMPTS: usize = 10;

/// A database, and where the audit log ends in it as far as we know.
pub(super) struct Writing<L> {
    pub(super) ledger: L,
    head: Option<Head>,
}

impl<L: Ledger> Writing<L> {
    pub(super) const fn new(ledger: L) -> Self {
        Self { ledger, head: None }
    }

    /// Keeps all of these and tells what became of each. When this returns, what was kept is durable, and so is that it
    /// was.
    pub(super) async fn keep(&mut self, entries: &[Work]) -> Vec<Outcome> {
        if entries.is_empty() {
            return Vec::new();
        }
        match self.attempt(entries).await {
            Ok(outcomes) => outcomes,
            // An id that is already kept fails its own entry only.
            Err(StoreError::Duplicate) if entries.len() > 1 => self.one_by_one(entries).await,
            Err(error) => vec![Err(error); entries.len()],
        }
    }

    async fn one_by_one(&mut self, entries: &[Work]) -> Vec<Outcome> {
        let mut outcomes = Vec::with_capacity(entries.len());
        for entry in entries.chunks(1) {
            match self.attempt(entry).await {
                Ok(outcome) => outcomes.extend(outcome),
                Err(StoreError::Duplicate) => outcomes.push(Err(StoreError::Duplicate)),
                // It is not the entry's fault: what comes after it would fail as well, after as long a wait.
                Err(error) => outcomes.resize(entries.len(), Err(error)),
            }
            if outcomes.len() == entries.len() {
                break;
            }
        }
        outcomes
    }

    async fn attempt(&mut self, entries: &[Work]) -> Result<Vec<Outcome>, StoreError> {
        for _ in 0..ATTEMPTS {
            match self.transaction(entries).await {
                Err(StoreError::Conflict) => {}
                outcome => return outcome,
            }
        }
        Err(StoreError::Overloaded)
    }

    async fn transaction(&mut self, entries: &[Work]) -> Result<Vec<Outcome>, StoreError> {
        // Whatever fails from here on, where the log ends is to be looked for again.
        let known = self.head.take();
        let ledger = &mut self.ledger;
        let mut outcomes = vec![Ok(true); entries.len()];
        let (mut conversations, mut answers) = (Kind::default(), Kind::default());
        let (mut turns, mut feedback, mut deletions) = (Kind::default(), Kind::default(), Kind::default());
        let (mut changes, mut corpora, mut activations) = (Kind::default(), Kind::default(), Kind::default());
        let mut tokens = Kind::default();
        for (place, work) in entries.iter().enumerate() {
            match &work.entry {
                Entry::Conversation(conversation) => conversations.push(place, conversation),
                Entry::Answer(answer) => answers.push(place, answer),
                Entry::Turn(turn) => turns.push(place, turn),
                Entry::Feedback(said) => feedback.push(place, said),
                Entry::Deletion(id) => deletions.push(place, id),
                Entry::Clients(change) => changes.push(place, change),
                Entry::Corpus(corpus) => corpora.push(place, corpus),
                Entry::Activation(activation) => activations.push(place, activation),
                Entry::Token(token) => tokens.push(place, token),
                Entry::Event(_) => {}
            }
        }
        let anew = ledger.begin().await?;
        if let Some(corpora) = corpora.some() {
            ledger.keep_corpora(corpora).await?;
        }
        if let Some(chosen) = activations.some() {
            activations.tell(ledger.activate(chosen).await?, &mut outcomes);
        }
        if let Some(conversations) = conversations.some() {
            ledger.begin_conversations(conversations).await?;
        }
        if let Some(answers) = answers.some() {
            ledger.keep_answers(answers).await?;
        }
        if let Some(next) = turns.some() {
            turns.tell(ledger.keep_turns(next).await?, &mut outcomes);
        }
        if let Some(said) = feedback.some() {
            feedback.tell(ledger.keep_feedback(said).await?, &mut outcomes);
        }
        if let Some(ids) = deletions.some() {
            deletions.tell(ledger.delete_conversations(ids).await?, &mut outcomes);
        }
        if let Some(used) = tokens.some() {
            tokens.tell(ledger.use_tokens(used, Timestamp::now()).await?, &mut outcomes);
        }
        let mut told = Vec::with_capacity(changes.entries.len());
        for change in &changes.entries {
            told.push(ledger.change_clients(change).await?);
        }
        changes.tell(told, &mut outcomes);
        let done = entries.iter().zip(&outcomes).filter(|(_, outcome)| **outcome == Ok(true));
        let events: Vec<_> = done.filter_map(|(work, _)| work.event()).collect();
        let head = tell(ledger, known.filter(|_| !anew), events).await?;
        ledger.commit().await?;
        self.head = head;
        Ok(outcomes)
    }

    /// Writes something small, to learn whether writing works. A new connection may have another chain.
    pub(super) async fn probe(&mut self) -> Result<(), StoreError> {
        let known = self.head.take();
        let anew = self.ledger.probe().await?;
        self.head = known.filter(|_| !anew);
        Ok(())
    }

    /// Deletes some of what is older than it may be, and tells that this client did. Nothing, when nothing is left to delete.
    pub(super) async fn purge(&mut self, some: Purge, client: &Client) -> Result<Purged, StoreError> {
        for _ in 0..ATTEMPTS {
            match self.purge_some(some, client).await {
                Err(StoreError::Conflict) => {}
                outcome => return outcome,
            }
        }
        Err(StoreError::Overloaded)
    }

    async fn purge_some(&mut self, some: Purge, client: &Client) -> Result<Purged, StoreError> {
        // Another program may have written what goes of the log: then nothing would show that the end we know is not the end.
        let known = self.head.take().filter(|_| matches!(some, Purge::Kept(_)));
        let ledger = &mut self.ledger;
        let anew = ledger.begin().await?;
        let done = |action, subject| Event::done(client.clone(), action, subject);
        let (purged, events) = match some {
            Purge::Kept(cutoffs) => {
                let purged = ledger.purge(&cutoffs).await?;
                let told = (!purged.is_empty()).then(|| done(Action::Purged, purged.told()));
                (purged, told.into_iter().collect())
            }
            Purge::Audit(oldest) => {
                let (ends, audit) = ledger.purge_audit(oldest).await?;
                let told = ends.into_iter().map(|end| done(Action::AuditPurged, Checkpoint::from(end).to_string()));
                (Purged { audit, ..Purged::default() }, told.collect())
            }
        };
        let head = tell(ledger, known.filter(|_| !anew), events).await?;
        ledger.commit().await?;
        self.head = head;
        Ok(purged)
    }
}

/// Adds to the audit log; gives where it ends now, as far as is known.
async fn tell(ledger: &mut impl Ledger, known: Option<Head>, events: Vec<Event>) -> Result<Option<Head>, StoreError> {
    if events.is_empty() {
        return Ok(known);
    }
    let mut end = match known {
        Some(head) => head,
        None => ledger.head().await?,
    };
    ledger.append(&end.extend(events, Timestamp::now())).await?;
    Ok(Some(end))
}

/// The entries of one kind, and their places among all.
struct Kind<'a, T> {
    entries: Vec<&'a T>,
    places: Vec<usize>,
}

impl<T> Default for Kind<'_, T> {
    fn default() -> Self {
        Self { entries: Vec::new(), places: Vec::new() }
    }
}

impl<'a, T> Kind<'a, T> {
    fn push(&mut self, place: usize, entry: &'a T) {
        self.entries.push(entry);
        self.places.push(place);
    }

    fn some(&self) -> Option<&[&'a T]> {
        (!self.entries.is_empty()).then_some(&self.entries)
    }

    fn tell(&self, told: Vec<Outcome>, outcomes: &mut [Outcome]) {
        for (place, told) in self.places.iter().zip(told) {
            if let Some(outcome) = outcomes.get_mut(*place) {
                *outcome = told;
            }
        }
    }
}
