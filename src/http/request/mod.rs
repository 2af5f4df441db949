//! What did the client send? JSON read strictly: every fault of it at once, and never a word of it repeated.

mod ask;
mod feedback;
mod json;
mod pointer;
mod query;
mod schema;

pub use ask::question;
pub use feedback::feedback;
pub use json::Json;
pub use query::{Sent, reader_language, search_query, suggestion_query};
pub use schema::{ask_schema, feedback_schema, parameter_schema};
