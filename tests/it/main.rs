//! The tests that need more than one module.
mod identifiers;
mod messages;

use std::sync::OnceLock;

use nordvis::corpus::{Files, lexicon, vocabulary_of};
use nordvis::facts::Reader;

/// The reader of the corpus in this repository.
fn reader() -> &'static Reader {
    static READER: OnceLock<Reader> = OnceLock::new();
    READER.get_or_init(|| {
        let mut files = Files::default();
        for name in ["facts.toml", "lexicon/sv.toml", "lexicon/da.toml", "lexicon/en.toml"] {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
            files.insert(name, std::fs::read_to_string(path).unwrap());
        }
        let mut faults = Vec::new();
        let vocabulary = vocabulary_of(&files, &mut faults);
        let lexicon = lexicon::load(&files, &vocabulary, &mut faults);
        assert!(faults.is_empty(), "{}", nordvis::corpus::render(&faults, &files, false));
        Reader::new(&lexicon, &vocabulary)
    })
}
