//! Is any text read, in any conversation, without a panic and with every place inside it?
#![no_main]

#[path = "../bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(init: bodies::ready(false), |text: &str| bodies::reading(text));
