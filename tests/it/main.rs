//! The tests that need more than one module.
mod identifiers;
