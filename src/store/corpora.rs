//! What is kept of corpora, and of the answers that stand on them? Every corpus that ever answered, and which one does.

use jiff::Timestamp;
use uuid::Uuid;

use super::ledger::Entry;
use super::{Reader, Store, StoreError, StoredAnswer, Watch};

/// A corpus with the words that it is said in, packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptCorpus {
    /// `sha256:` and the digest of what is packed.
    pub fingerprint: String,
    /// When it was first kept.
    pub stored_at: Timestamp,
    /// The packed files.
    pub archive: Vec<u8>,
}

/// A line of the list of corpora.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorpusEntry {
    /// Its fingerprint.
    pub fingerprint: String,
    /// When it was first kept.
    pub stored_at: Timestamp,
}

/// From when on a corpus answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activation {
    /// Its fingerprint; nothing for the one in the program itself.
    pub corpus: Option<String>,
    /// When it was chosen.
    pub at: Timestamp,
}

/// An answer with its place among all answers, and in its conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAnswer {
    /// Its place: later answers have higher numbers.
    pub number: i64,
    /// The answer.
    pub answer: StoredAnswer,
    /// Its conversation, and which turn of it, when it was given in one.
    pub turn: Option<(Uuid, u32)>,
}

impl Store {
    /// Keeps a corpus. One that is kept already stays as it is.
    ///
    /// # Errors
    /// Nothing was acknowledged: see [`StoreError`].
    pub async fn keep_corpus(&self, corpus: KeptCorpus) -> Result<(), StoreError> {
        self.write(Entry::Corpus(corpus)).await.map(|_| ())
    }

    /// The corpus with this fingerprint, as it was kept.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn corpus(&self, fingerprint: &str) -> Result<Option<KeptCorpus>, StoreError> {
        either!(self, reader => reader.corpus(fingerprint).await)
    }

    /// Every corpus that is kept, the oldest first.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn corpora(&self) -> Result<Vec<CorpusEntry>, StoreError> {
        either!(self, reader => reader.corpora().await)
    }

    /// How many answers stand on a corpus. Every one of them is counted, however long it takes.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn answers_on(&self, fingerprint: &str) -> Result<i64, StoreError> {
        either!(self, reader => reader.answers_on(fingerprint).await)
    }

    /// Lets a corpus answer from now on, in every program over this database. Tells whether it is kept; if not,
    /// nothing changes.
    ///
    /// # Errors
    /// Nothing was acknowledged: see [`StoreError`].
    pub async fn activate(&self, activation: Activation) -> Result<bool, StoreError> {
        self.write(Entry::Activation(activation)).await
    }

    /// The last choices of which corpus answers, at most `most` of them, the newest first. None: nothing was ever chosen.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn activations(&self, most: u32) -> Result<Vec<Activation>, StoreError> {
        either!(self, reader => reader.activations(most).await)
    }

    /// Waits for other choices.
    #[must_use]
    pub fn watch(&self) -> Watch {
        Watch::new(self.reader.clone())
    }

    /// The answer with this id, and where it stands.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn kept(&self, id: Uuid) -> Result<Option<KeptAnswer>, StoreError> {
        either!(self, reader => reader.kept(id).await)
    }

    /// The answer at this place.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn kept_at(&self, number: i64) -> Result<Option<KeptAnswer>, StoreError> {
        either!(self, reader => reader.kept_at(number).await)
    }

    /// The places after this number and the ids of the answers there, at most `most` of them, in the order of their
    /// numbers; 0 begins. No answer is read, so that a damaged one hides no other; an id that cannot be read is all zeros.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn places_after(&self, number: i64, most: u32) -> Result<Vec<(i64, Uuid)>, StoreError> {
        either!(self, reader => reader.places_after(number, most).await)
    }
}
