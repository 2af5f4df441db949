//! nordvis answers Nordic clinicians' questions from the guideline that binds where they work.
pub mod clinical;
pub mod corpus;
pub mod facts;
pub mod rules;
