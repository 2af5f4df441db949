//! Is any file of the corpus or the locales loaded, or refused with a place that is in it?
#![no_main]

#[path = "../bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(init: bodies::ready(false), |data: &[u8]| bodies::files(data));
