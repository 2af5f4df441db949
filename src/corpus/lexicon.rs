//! `lexicon/{sv,da,en}.toml`: how clinicians say what they ask, where they work and what they talk of.

/// The words of three languages.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lexicon {}
