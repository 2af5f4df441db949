//! Does the whole of it hold together? One binary for all integration tests, one module for each topic.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

mod access;
mod access_tokens;
mod api_profile;
mod architecture;
mod audited;
mod cds;
mod cds_oracle;
mod chat;
mod check;
mod cli;
mod clients;
mod condition_errors;
mod conditions;
mod conversations;
mod corrections;
mod counterexamples;
mod counterexamples_of_numbers;
mod crash;
mod cql_engines;
mod cql_oracle;
mod deployment;
mod editions;
mod faults;
mod frames;
mod fhir;
mod fuzz;
mod guidance;
mod embed;
mod hook_tokens;
mod http_answers;
mod http_limits;
mod http_log;
mod http_read;
mod http_refused;
mod identifiers;
mod identifiers_kept;
mod integration;
mod json_schema;
mod keeping;
mod judged;
mod lexicon;
mod live;
mod messages;
mod one_decision;
mod pages;
mod overload;
mod postgres;
mod proxies;
mod publish;
mod reading;
mod readme;
mod records;
mod referral;
mod replay;
mod replica;
mod rules;
mod scored;
mod search;
mod secrets;
mod server;
mod service;
mod store;
mod tokens;
mod understood;
mod vignettes;
