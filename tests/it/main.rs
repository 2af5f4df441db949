//! Does the whole of it hold together? One binary for all integration tests, one module for each topic.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

mod access_tokens;
mod api_profile;
mod architecture;
mod chat;
mod check;
mod cli;
mod condition_errors;
mod conditions;
mod conversations;
mod counterexamples;
mod cql_engines;
mod cql_oracle;
mod editions;
mod fhir;
mod guidance;
mod http_answers;
mod http_limits;
mod http_log;
mod http_read;
mod http_refused;
mod identifiers;
mod json_schema;
mod judged;
mod lexicon;
mod live;
mod messages;
mod overload;
mod postgres;
mod publish;
mod reading;
mod readme;
mod replay;
mod replica;
mod rules;
mod search;
mod server;
mod service;
mod store;
mod tokens;
mod understood;
mod vignettes;
