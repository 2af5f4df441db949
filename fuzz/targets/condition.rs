//! Is any condition of a rule refused in its place, or read back as it is printed?
#![no_main]

#[path = "../bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(init: bodies::ready(false), |text: &str| bodies::condition(text));
