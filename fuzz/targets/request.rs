//! Is any body of a question answered or refused?
#![no_main]

#[path = "../bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(init: bodies::ready(true), |body: &[u8]| bodies::request(body));
