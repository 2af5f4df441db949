//! Which corpora are there? Kept by fingerprint, and loaded again when somebody needs one to decide with.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use tokio::task::spawn_blocking;

use super::archive::{Damaged, pack, unpack};
use crate::ask::Service;
use crate::corpus::{Fault, Files, render};
use crate::source;
use crate::store::{KeptCorpus, Store, StoreError};

/// How many corpora stay loaded, each of some ten megabytes: the one that answers, the one before, one looked at.
const LOADED_MAX: usize = 3;

/// Messages that the program says itself.
type Messages = Vec<(&'static str, &'static [&'static str])>;

/// The corpora of one database. Clones share what is loaded.
#[derive(Clone)]
pub struct Shelf {
    store: Store,
    program: Arc<Messages>,
    loaded: Arc<Mutex<Vec<Arc<Service>>>>,
}

/// Why nothing can be decided with a corpus.
#[derive(Debug, Clone)]
pub enum Unusable {
    /// No corpus with this fingerprint is kept.
    Unknown,
    /// What is kept is not what the fingerprint says.
    Damaged,
    /// This version of the program cannot load it.
    Faulty {
        /// Every fault.
        faults: Vec<Fault>,
        /// Every fault with its line, for the log.
        shown: String,
    },
    /// The database refused.
    Store(StoreError),
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("no corpus with this fingerprint is kept"),
            Self::Damaged => Damaged.fmt(f),
            Self::Faulty { faults, .. } => write!(f, "this version of nordvis finds {} faults in it", faults.len()),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Unusable {}

impl Shelf {
    /// The corpora of this database, for a program that says these messages itself.
    #[must_use]
    pub fn new(store: Store, program: Messages) -> Self {
        Self { store, program: Arc::new(program), loaded: Arc::default() }
    }

    /// The database.
    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// Keeps a corpus with its locales, and tells its fingerprint.
    ///
    /// # Errors
    /// Nothing was acknowledged: see [`StoreError`].
    pub async fn keep(&self, published: &Files, now: Timestamp) -> Result<String, StoreError> {
        let fingerprint = published.fingerprint();
        // Reading works where writing may not.
        if let Ok(Some(kept)) = self.store.corpus(&fingerprint).await
            && unpack(&fingerprint, &kept.archive).is_ok()
        {
            return Ok(fingerprint);
        }
        let archive = pack(published).map_err(|_| StoreError::Damaged)?;
        self.store.keep_corpus(KeptCorpus { fingerprint: fingerprint.clone(), stored_at: now, archive }).await?;
        Ok(fingerprint)
    }

    /// What is loaded already is not loaded again.
    pub fn put(&self, service: Arc<Service>) {
        let mut loaded = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        loaded.retain(|other| other.corpus().fingerprint != service.corpus().fingerprint);
        loaded.insert(0, service);
        loaded.truncate(LOADED_MAX);
    }

    /// What decides with the corpus that has this fingerprint.
    ///
    /// # Errors
    /// Nothing can be decided with it: see [`Unusable`].
    pub async fn service(&self, fingerprint: &str) -> Result<Arc<Service>, Unusable> {
        if let Some(service) = self.loaded(fingerprint) {
            return Ok(service);
        }
        let kept = self.store.corpus(fingerprint).await.map_err(Unusable::Store)?.ok_or(Unusable::Unknown)?;
        let program = Arc::clone(&self.program);
        let loading = spawn_blocking(move || load(&kept, &program));
        // What ends a task before its time is the end of the program.
        let service = loading.await.unwrap_or(Err(Unusable::Damaged))?;
        self.put(Arc::clone(&service));
        Ok(service)
    }

    fn loaded(&self, fingerprint: &str) -> Option<Arc<Service>> {
        let loaded = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        loaded.iter().find(|service| service.corpus().fingerprint == fingerprint).map(Arc::clone)
    }
}

/// Unpacks and loads it, which takes a second or so of one core.
fn load(kept: &KeptCorpus, program: &Messages) -> Result<Arc<Service>, Unusable> {
    let files = unpack(&kept.fingerprint, &kept.archive).map_err(|Damaged| Unusable::Damaged)?;
    // The program's own words are in the program; that they can be read is tested.
    let own = source::locales(None).unwrap_or_default();
    let service = Service::load_kept(&files, &own, program).map_err(|faults| {
        let shown = render(&faults, &files, false);
        Unusable::Faulty { faults, shown }
    })?;
    Ok(Arc::new(service))
}
