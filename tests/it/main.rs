//! The tests that need more than one module.
mod counterexamples;
mod identifiers;
mod messages;
mod reading;

use std::sync::OnceLock;

use nordvis::corpus::{Files, lexicon as lexicon_of, lexicon::Lexicon, vocabulary_of};
use nordvis::facts::Reader;

fn words() -> &'static (Lexicon, Reader) {
    static WORDS: OnceLock<(Lexicon, Reader)> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut files = Files::default();
        for name in ["facts.toml", "lexicon/sv.toml", "lexicon/da.toml", "lexicon/en.toml"] {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
            files.insert(name, std::fs::read_to_string(path).unwrap());
        }
        let mut faults = Vec::new();
        let vocabulary = vocabulary_of(&files, &mut faults);
        let lexicon = lexicon_of::load(&files, &vocabulary, &mut faults);
        assert!(faults.is_empty(), "{}", nordvis::corpus::render(&faults, &files, false));
        let reader = Reader::new(&lexicon, &vocabulary);
        (lexicon, reader)
    })
}

/// The reader of the corpus in this repository.
fn reader() -> &'static Reader {
    &words().1
}

/// The lexicon of the corpus in this repository.
fn lexicon() -> &'static Lexicon {
    &words().0
}
