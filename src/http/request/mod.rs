//! What did the client send? JSON read strictly: every fault of it at once, and never a word of it repeated.

mod ask;
mod converse;
mod feedback;
mod fields;
mod json;
mod pointer;
mod query;
mod schema;

pub use ask::question;
pub use converse::{Message, message, settings};
pub use feedback::feedback;
pub(super) use fields::fact;
pub use json::Json;
pub use query::{
    CodeQuery, SearchQuery, Sent, code_query, flag, reader_language, referral_format, search_query, suggestion_query,
};
pub use schema::{ask_schema, feedback_schema, message_schema, parameter_schema, settings_schema};
