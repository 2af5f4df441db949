//! The operations of the API, by what a client wants: each reads what was sent, asks the service, writes the reply.

mod answers;
mod conversations;
mod find;
mod operate;
mod read;
mod referral;

use std::sync::Arc;

pub use answers::{Answers, answered, decide, keep_as, keep_feedback, read_answer, refusal};
pub use conversations::Conversations;
pub use find::Find;
pub use operate::Operate;
use poem_openapi::Tags;
pub use read::{Library, Read, guidance};
pub use referral::{Format, Refer, referrals};

use super::health::Health;
use super::live::Live;
use super::metrics::Metrics;
use crate::access::HookClients;
use crate::ask::Defaults;
use crate::publish::Shelf;
use crate::store::Store;

/// What every operation works with, beside the corpus that is loaded when the request comes.
pub struct App {
    /// What is loaded, also after this request.
    pub live: Live,
    /// Keeps answers.
    pub store: Store,
    /// The corpora that they stand on.
    pub shelf: Shelf,
    /// Whether it can answer.
    pub health: Health,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// What the deployment adds to a question.
    pub defaults: Defaults,
    /// Where weaknesses are reported.
    pub contact: Option<String>,
    /// Where clients reach it, without a slash at its end.
    pub public_url: String,
    /// The same, where the deployment says it: what descriptions of the API name.
    pub announced: Option<String>,
    /// The journal systems that may call by CDS Hooks; nothing when calls need no token of theirs.
    pub hook_clients: Option<Arc<HookClients>>,
    /// Whether everybody is let in.
    pub is_open: bool,
}

/// Every operation.
pub fn operations(app: &Arc<App>) -> (Answers, Refer, Conversations, Find, Read, Operate) {
    let app = || Arc::clone(app);
    (Answers(app()), Refer(app()), Conversations(app()), Find(app()), Read, Operate(app()))
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
