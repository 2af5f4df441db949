//! The files of a folder, already read: paths with `/`, relative to the folder, in order.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// Named texts. Whoever reads the folder (or what is embedded in the program) makes one; nothing below does I/O.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    texts: BTreeMap<String, String>,
}

impl Files {
    /// Adds a file.
    pub fn insert(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.texts.insert(path.into(), text.into());
    }

    /// The text of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// A corpus and the words that it is said in, under `corpus/` and `locales/`: what is published, kept and known by
    /// one fingerprint, for a reply follows from both.
    #[must_use]
    pub fn published(corpus: &Self, locales: &Self) -> Self {
        let under = |folder: &'static str, files: &Self| {
            let texts = files.texts.iter().map(move |(path, text)| (format!("{folder}/{path}"), text.clone()));
            texts.collect::<Vec<_>>()
        };
        Self { texts: under("corpus", corpus).into_iter().chain(under("locales", locales)).collect() }
    }

    /// The files in a folder, with paths relative to it.
    #[must_use]
    pub fn within(&self, folder: &str) -> Self {
        let inner = |path: &str| path.strip_prefix(folder)?.strip_prefix('/').map(str::to_owned);
        let texts = self.texts.iter().filter_map(|(path, text)| Some((inner(path)?, text.clone())));
        Self { texts: texts.collect() }
    }

    /// Every file, by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// `sha256:` and the digest over every path and text: equal exactly when the files are equal.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for (path, text) in self.iter() {
            for part in [path, text] {
                // Lengths in front keep "ab" + "c" apart from "a" + "bc".
                hash.update((part.len() as u64).to_be_bytes());
                hash.update(part.as_bytes());
            }
        }
        let digest: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        format!("sha256:{digest}")
    }
}

#[cfg(test)]
mod tests {
    use super::Files;

    #[test]
    fn what_is_published_is_taken_apart_again_and_known_by_all_of_it() {
        let files = |entries: &[(&str, &str)]| {
            let mut files = Files::default();
            entries.iter().for_each(|(path, text)| files.insert(*path, *text));
            files
        };
        let (corpus, locales) = (files(&[("facts.toml", "a"), ("x/y", "b")]), files(&[("sv/app.ftl", "c")]));
        let published = Files::published(&corpus, &locales);
        assert_eq!((published.within("corpus"), published.within("locales")), (corpus.clone(), locales));
        let reworded = Files::published(&corpus, &files(&[("sv/app.ftl", "d")]));
        assert_ne!(published.fingerprint(), reworded.fingerprint());
    }
}
