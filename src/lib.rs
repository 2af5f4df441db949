//! nordvis answers Nordic clinicians' questions from the guideline that binds where they work.
pub mod clinical;
pub mod rules;
pub mod corpus;
pub mod facts;
pub mod answer;
pub mod check;
