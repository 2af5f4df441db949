//! Is every text of the same length when its identifiers are taken out, and does none remain?
#![no_main]

#[path = "../bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(init: bodies::ready(false), |text: &str| bodies::shield(text));
