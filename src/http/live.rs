//! Which corpus answers right now? One value that is replaced whole while requests go on.
//!
//! A request takes what is loaded when it begins and keeps it to its end, so that every answer is wholly the old
//! corpus's or wholly the new one's. Handlers take it as an argument, `loaded: &Loaded`.

use std::io;
use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwap;
use poem::{FromRequest, Request, RequestBody};

use super::api::Library;
use super::opensearch;
use super::problem::{Kind, Problem};
use super::written::Document;
use crate::ask::Service;
use crate::clinical::Language;

/// What is being served. Clones share it.
#[derive(Clone)]
pub struct Live(Arc<ArcSwap<Loaded>>);

impl Live {
    /// Serves from this.
    ///
    /// # Errors
    /// A fault of the program: something that JSON cannot say.
    pub fn new(service: Arc<Service>) -> io::Result<Self> {
        Ok(Self(Arc::new(ArcSwap::from_pointee(Loaded::new(service)?))))
    }

    /// Serves every later request from this; those that have begun end as they began.
    ///
    /// # Errors
    /// As [`new`](Self::new); then nothing is replaced.
    pub fn replace(&self, service: Arc<Service>) -> io::Result<()> {
        self.0.store(Arc::new(Loaded::new(service)?));
        Ok(())
    }

    /// What answers right now.
    #[must_use]
    pub fn service(&self) -> Arc<Service> {
        Arc::clone(&self.0.load().service)
    }

    /// All that is loaded right now, for one request from its beginning to its end.
    pub(super) fn loaded(&self) -> Arc<Loaded> {
        self.0.load_full()
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
