//! What do clients read? Twins of our types as JSON: the contract's field names, one type for bytes and for OpenAPI.

mod answer;
mod conversation;
mod fact;
mod guideline;
mod kept;
mod lines;
mod operate;
mod problem;
mod schema;
mod search;
mod understood;
mod vocabulary;
mod words;

pub use answer::Answer;
pub use conversation::{Begun, Conversation, KeptAnswer, KeptFacts, Turn};
pub use guideline::{Guideline, Guidelines};
pub use kept::{Request as KeptRequest, given_facts, kept_request};
pub use operate::{Live, OpenApiDocument, OpenSearch, Ready};
pub use problem::{FieldFault, Problem};
pub use search::{SearchPage, Suggestions};
pub use vocabulary::Vocabulary;
