//! The service over the repository's own corpus and locales, loaded once for all tests.

use std::sync::{Arc, LazyLock};

use nordvis::ask::Service;
use nordvis::corpus::{Files, render};
use nordvis::source;

static SERVICE: LazyLock<Arc<Service>> = LazyLock::new(|| {
    let (corpus, locales) = (source::corpus(None).unwrap(), source::locales(None).unwrap());
    let service = Service::load(&corpus, &locales, &nordvis::cli::messages());
    Arc::new(service.unwrap_or_else(|faults| {
        let mut files = corpus;
        locales.iter().for_each(|(path, text)| files.insert(path, text));
        panic!("{}", render(&faults, &files, false))
    }))
});

/// The service.
pub fn service() -> Arc<Service> {
    Arc::clone(&SERVICE)
}

/// The files of it.
pub fn published() -> &'static Files {
    static FILES: LazyLock<Files> =
        LazyLock::new(|| Files::published(&source::corpus(None).unwrap(), &source::locales(None).unwrap()));
    &FILES
}

/// What reads the clinicians' words.
pub fn reader() -> &'static nordvis::facts::Reader {
    static READER: LazyLock<nordvis::facts::Reader> = LazyLock::new(|| {
        let corpus = service();
        nordvis::facts::Reader::new(&corpus.corpus().lexicon, &corpus.corpus().vocabulary)
    });
    &READER
}
