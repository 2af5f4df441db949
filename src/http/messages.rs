//! Which messages does HTTP say itself? The locales are checked against this list when they are loaded.

use super::{embed, fault, problem};
use crate::cds::{CARD_MESSAGES, SERVICE_MESSAGES};
use crate::page;

/// What is neither a problem nor a fault.
const OWN: &[(&str, &[&str])] = &[
    ("openapi-language", &[]),
    ("openapi-contact", &[]),
    ("openapi-purpose", &[]),
    ("openapi-behaviour", &[]),
    ("openapi-beside", &[]),
    ("openapi-limitations", &[]),
    ("openapi-service-level", &[]),
    ("opensearch-name", &[]),
    ("opensearch-description", &[]),
];

/// Every message with the variables that it is given; `Service::load` takes them.
#[must_use]
pub fn messages() -> Vec<(&'static str, &'static [&'static str])> {
    [problem::MESSAGES, fault::MESSAGES, CARD_MESSAGES, SERVICE_MESSAGES, embed::MESSAGES, OWN, page::MESSAGES].concat()
}
