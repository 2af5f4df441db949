//! What do clients read? Twins of our types as JSON: the contract's field names, one type for bytes and for OpenAPI.

mod answer;
mod api_info;
mod conversation;
mod fact;
mod guidance;
mod guideline;
mod kept;
mod lines;
mod operate;
mod problem;
mod referral;
mod schema;
mod search;
mod trace;
mod understood;
mod vocabulary;
mod words;

pub use answer::Answer;
pub use api_info::ApiInfo;
pub use conversation::{Begun, Conversation, KeptAnswer, KeptFacts, Turn};
pub use guidance::{Guidance, GuidanceItem};
pub use guideline::{Guideline, GuidelineEntry, Guidelines};
pub use kept::{Request as KeptRequest, given_facts, kept_request};
pub use operate::{ApiCatalog, Live, Metrics, OpenApiDocument, OpenSearch, Parts, Ready, Refused, SecurityText, Terms};
pub use problem::{FieldFault, Problem};
pub use referral::{Referral, Referrals};
pub use search::{SearchPage, Suggestions};
pub use trace::Trace;
pub use vocabulary::Vocabulary;
pub use words::Language;
