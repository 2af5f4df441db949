//! The operations of the API, by what a client wants: each reads what was sent, asks the service, writes the reply.

mod answers;
mod caller;
mod conversations;
mod find;
mod operate;
mod read;

use std::sync::{Arc, OnceLock};

pub use answers::{Answers, decide};
pub use conversations::Conversations;
pub use find::Find;
pub use operate::Operate;
use poem_openapi::Tags;
use read::Library;
pub use read::Read;

use super::opensearch;
use super::problem::Problem;
use super::written::Document;
use crate::ask::{Defaults, Service};
use crate::clinical::Language;
use crate::store::Store;

/// The version that answers carry.
const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// What every operation works with.
pub struct App {
    /// Answers questions.
    pub service: Arc<Service>,
    /// Keeps answers.
    pub store: Store,
    /// What the deployment adds to a question.
    pub defaults: Defaults,
    /// What can be read without asking.
    library: Library,
    /// The OpenAPI document; it describes the operations, which hold this.
    openapi: OnceLock<Document>,
    /// The OpenSearch descriptions.
    opensearch: Vec<(Language, Document)>,
}

impl App {
    /// Everything that can be written before anybody asks.
    ///
    /// # Errors
    /// A fault of the program: something that JSON cannot say.
    pub fn new(service: Arc<Service>, store: Store, defaults: Defaults) -> Result<Self, Problem> {
        let library = Library::new(&service)?;
        let opensearch = Language::ALL.map(|language| (language, opensearch::document(&service, language))).into();
        Ok(Self { service, store, defaults, library, openapi: OnceLock::new(), opensearch })
    }
}

/// Every operation.
pub fn operations(app: &Arc<App>) -> (Answers, Conversations, Find, Read, Operate) {
    let app = || Arc::clone(app);
    (Answers(app()), Conversations(app()), Find(app()), Read(app()), Operate(app()))
}

/// The groups of operations.
#[derive(Tags)]
pub enum Tag {
    /// Decisions from the guidelines that bind, with reasons and sources.
    Ask,
    /// Messages that build on each other.
    Converse,
    /// Passages of the guidelines.
    Search,
    /// What the answers stand on.
    Read,
    /// Whether the service works.
    Operate,
}
