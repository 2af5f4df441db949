//! How does a running program learn that another corpus answers? It watches the database, loads what was chosen, and
//! goes over to it; what cannot be loaded is refused, and what answered before goes on.

use std::sync::Arc;

use jiff::Timestamp;
use tracing::{info, warn};

use super::shelf::{Shelf, Unusable};
use crate::ask::Service;
use crate::store::StoreError;

/// What comes of a choice.
#[derive(Clone)]
pub enum Change {
    /// This answers from now on.
    Serve(Arc<Service>),
    /// What was chosen cannot answer.
    Refuse {
        /// Its fingerprint.
        corpus: String,
        /// Why, without anything that anybody asked.
        reason: String,
    },
}

/// Which corpus is to answer.
#[derive(PartialEq, Eq)]
struct Choice {
    /// Its fingerprint.
    corpus: String,
    /// When it was chosen; nothing where nothing ever was.
    at: Option<Timestamp>,
}

/// What one program follows: the corpora of its database, and the corpus that it brings itself.
#[derive(Clone)]
pub struct Follower {
    shelf: Shelf,
    own: Arc<Service>,
}

impl Follower {
    /// Follows the choices in the shelf's database. Where nothing is chosen, `own` answers.
    #[must_use]
    pub fn new(shelf: Shelf, own: Arc<Service>) -> Self {
        shelf.put(Arc::clone(&own));
        Self { shelf, own }
    }

    /// What answers first: what is chosen, or if that cannot be, what the program brings.
    pub async fn first(&self) -> Arc<Service> {
        match self.chosen().await.map_err(Unusable::Store) {
            Ok(wanted) => self.load(&wanted.corpus).await.unwrap_or_else(|_| Arc::clone(&self.own)),
            Err(_) => Arc::clone(&self.own),
        }
    }

    /// Follows what is chosen, for ever, from where `answering` answers. `change` is called for every change, in order.
    pub async fn follow(self, answering: Arc<Service>, mut change: impl FnMut(Change) + Send) {
        let mut watch = self.shelf.store().watch();
        let mut answering = answering;
        let mut refused = None;
        loop {
            let fingerprint = &answering.corpus().fingerprint;
            match self.chosen().await {
                // Chosen once more it is tried once more: what was damaged may have been mended.
                Ok(wanted) if Some(&wanted) == refused.as_ref() => {}
                Ok(wanted) if wanted.corpus == *fingerprint => {
                    if refused.take().is_some() {
                        change(Change::Serve(Arc::clone(&answering)));
                    }
                }
                Ok(wanted) => match self.load(&wanted.corpus).await {
                    Ok(service) => {
                        info!(corpus = %wanted.corpus, before = %fingerprint, "another corpus answers");
                        change(Change::Serve(Arc::clone(&service)));
                        (answering, refused) = (service, None);
                    }
                    // The database can be asked again; what it holds stays what it is.
                    Err(Unusable::Store(error)) => warn!(%error, "the chosen corpus cannot be read"),
                    Err(unusable) => {
                        refuse(&wanted.corpus, &unusable);
                        change(Change::Refuse { corpus: wanted.corpus.clone(), reason: unusable.to_string() });
                        refused = Some(wanted);
                    }
                },
                Err(error) => warn!(%error, "which corpus is chosen cannot be read"),
            }
            watch.changed().await;
        }
    }

    async fn chosen(&self) -> Result<Choice, StoreError> {
        let last = self.shelf.store().activations(1).await?.pop();
        let (corpus, at) = last.map_or((None, None), |chosen| (chosen.corpus, Some(chosen.at)));
        Ok(Choice { corpus: corpus.unwrap_or_else(|| self.own.corpus().fingerprint.clone()), at })
    }

    async fn load(&self, fingerprint: &str) -> Result<Arc<Service>, Unusable> {
        if *fingerprint == self.own.corpus().fingerprint {
            return Ok(Arc::clone(&self.own));
        }
        self.shelf.service(fingerprint).await
    }
}

fn refuse(corpus: &str, unusable: &Unusable) {
    let faults = match unusable {
        Unusable::Faulty { shown, .. } => shown.as_str(),
        Unusable::Unknown | Unusable::Damaged | Unusable::Store(_) => "",
    };
    warn!(%corpus, reason = %unusable, faults, "the chosen corpus is refused, and the one before answers on");
}
