//! Which corpus answers right now? One value that is replaced whole while requests go on.
//!
//! A request takes what is loaded when it begins and keeps it to its end, so that every answer is wholly the old
//! corpus's or wholly the new one's. Handlers take it as an argument, `loaded: &Loaded`.

use std::io;
use std::sync::{Arc, OnceLock};

use arc_swap::{ArcSwap, ArcSwapOption};
use poem::{FromRequest, Request, RequestBody};

use super::api::Library;
use super::opensearch;
use super::problem::{Kind, Problem};
use super::written::Document;
use crate::ask::Service;
use crate::clinical::Language;
use crate::publish::Change;

/// What is being served. Clones share it.
#[derive(Clone)]
pub struct Live(Arc<Parts>);

struct Parts {
    loaded: ArcSwap<Loaded>,
    refused: ArcSwapOption<Refused>,
}

/// A corpus that was chosen and cannot answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Its fingerprint.
    pub corpus: String,
    /// Why.
    pub reason: String,
}

impl Live {
    /// Serves from this.
    ///
    /// # Errors
    /// A fault of the program: something that JSON cannot say.
    pub fn new(service: Arc<Service>) -> io::Result<Self> {
        let loaded = ArcSwap::from_pointee(Loaded::new(service)?);
        Ok(Self(Arc::new(Parts { loaded, refused: ArcSwapOption::empty() })))
    }

    /// Serves every later request from this; those that have begun end as they began.
    ///
    /// # Errors
    /// As [`new`](Self::new); then nothing is replaced.
    pub fn replace(&self, service: Arc<Service>) -> io::Result<()> {
        self.0.loaded.store(Arc::new(Loaded::new(service)?));
        self.0.refused.store(None);
        Ok(())
    }

    /// Does what was chosen: serves from it, or tells in its health that it cannot.
    pub fn follow(&self, change: Change) {
        let refused = match change {
            Change::Serve(service) => {
                let corpus = service.corpus().fingerprint.clone();
                match self.replace(service) {
                    Ok(()) => return,
                    Err(error) => Refused { corpus, reason: error.to_string() },
                }
            }
            Change::Refuse { corpus, reason } => Refused { corpus, reason },
        };
        self.0.refused.store(Some(Arc::new(refused)));
    }

    /// What was chosen last, when it cannot answer.
    #[must_use]
    pub fn refused(&self) -> Option<Arc<Refused>> {
        self.0.refused.load_full()
    }

    /// What answers right now.
    #[must_use]
    pub fn service(&self) -> Arc<Service> {
        Arc::clone(&self.0.loaded.load().service)
    }

    /// All that is loaded right now, for one request from its beginning to its end.
    pub(super) fn loaded(&self) -> Arc<Loaded> {
        self.0.loaded.load_full()
    }
}

/// A corpus, and everything that is written from it once.
pub(super) struct Loaded {
    /// Answers questions.
    pub service: Arc<Service>,
    /// What can be read without asking.
    pub library: Library,
    /// The OpenAPI document, written when it is first read.
    pub openapi: OnceLock<Document>,
    /// The OpenSearch descriptions.
    pub opensearch: Vec<(Language, Document)>,
}

impl Loaded {
    fn new(service: Arc<Service>) -> io::Result<Self> {
        let library = Library::new(&service).map_err(io::Error::other)?;
        let opensearch = Language::ALL.map(|language| (language, opensearch::document(&service, language))).into();
        Ok(Self { service, library, openapi: OnceLock::new(), opensearch })
    }
}

/// What the [`Frame`](super::frame::Frame) took when the request came.
impl<'a> FromRequest<'a> for &'a Loaded {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        let loaded = request.data::<Arc<Loaded>>().ok_or(Problem::from(Kind::Internal))?;
        Ok(loaded.as_ref())
    }
}
