//! The service over the repository's own corpus and locales, loaded once for all tests.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use nordvis::ask::Service;
use nordvis::corpus::{Files, render};

static SERVICE: LazyLock<Arc<Service>> = LazyLock::new(|| {
    let (corpus, locales) = (folder("corpus"), folder("locales"));
    let service = Service::load(&corpus, &locales, &nordvis::http::messages());
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

/// The files of a folder of the repository.
fn folder(name: &str) -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let mut files = Files::default();
    read(&root, &root, &mut files);
    files
}

fn read(root: &Path, folder: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            files.insert(name, std::fs::read_to_string(&path).unwrap());
        }
    }
}
