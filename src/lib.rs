//! nordvis answers Nordic clinicians' questions from the guideline that binds where they work.
pub mod answer;
pub mod ask;
pub mod check;
pub mod clinical;
pub mod corpus;
pub mod facts;
pub mod http;
pub mod reply;
pub mod rules;
pub mod search;
pub mod store;
