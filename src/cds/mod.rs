//! What does a journal system ask by CDS Hooks, and which cards does it get? Version 2.0.1, as 3.0 has it where they agree.
//!
//! Pure: a request → the case and what is asked of it; a reply → cards. Nothing here decides anything clinical.

mod card;
mod cards;
mod draft;
mod markdown;
mod request;
mod services;

pub use card::{Action, Card, Link, OverrideReason, Selection, Source, Suggestion};
pub use cards::{MESSAGES as CARD_MESSAGES, Shown, answer_id, answer_of, cards};
pub use draft::Draft;
pub use request::{Call, HookFault, Refused, read};
pub use services::{HOOKS_VERSION, Hook, HookService, MESSAGES as SERVICE_MESSAGES, SERVICES, Service, services};
