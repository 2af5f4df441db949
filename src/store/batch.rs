//! How is a batch of entries written? All in one transaction; when one of them spoils it, each in its own.

use super::StoreError;
use super::ledger::{Entry, Ledger, Outcome};

/// How often a transaction is begun again because another program came between.
const ATTEMPTS: usize = 10;

/// Keeps all of these and tells what became of each. When this returns, what was kept is durable.
pub(super) async fn keep(ledger: &mut impl Ledger, entries: &[Entry]) -> Vec<Outcome> {
    if entries.is_empty() {
        return Vec::new();
    }
    match attempt(ledger, entries).await {
        Ok(outcomes) => outcomes,
        // An id that is already kept fails its own entry only.
        Err(StoreError::Duplicate) if entries.len() > 1 => one_by_one(ledger, entries).await,
        Err(error) => vec![Err(error); entries.len()],
    }
}

async fn one_by_one(ledger: &mut impl Ledger, entries: &[Entry]) -> Vec<Outcome> {
    let mut outcomes = Vec::with_capacity(entries.len());
    for entry in entries.chunks(1) {
        match attempt(ledger, entry).await {
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

async fn attempt(ledger: &mut impl Ledger, entries: &[Entry]) -> Result<Vec<Outcome>, StoreError> {
    for _ in 0..ATTEMPTS {
        match transaction(ledger, entries).await {
            Err(StoreError::Conflict) => {}
            outcome => return outcome,
        }
    }
    Err(StoreError::Overloaded)
}

async fn transaction(ledger: &mut impl Ledger, entries: &[Entry]) -> Result<Vec<Outcome>, StoreError> {
    let mut outcomes = vec![Ok(true); entries.len()];
    let (mut conversations, mut answers) = (Kind::default(), Kind::default());
    let (mut turns, mut feedback, mut deletions) = (Kind::default(), Kind::default(), Kind::default());
    let (mut corpora, mut activations) = (Kind::default(), Kind::default());
    for (place, entry) in entries.iter().enumerate() {
        match entry {
            Entry::Conversation(conversation) => conversations.push(place, conversation),
            Entry::Answer(answer) => answers.push(place, answer),
            Entry::Turn(turn) => turns.push(place, turn),
            Entry::Feedback(said) => feedback.push(place, said),
            Entry::Deletion(id) => deletions.push(place, id),
            Entry::Corpus(corpus) => corpora.push(place, corpus),
            Entry::Activation(activation) => activations.push(place, activation),
        }
    }
    ledger.begin().await?;
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
    ledger.commit().await?;
    Ok(outcomes)
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
