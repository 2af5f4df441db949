//! Which corpus is meant? A fingerprint or its beginning, a folder, what the program brings, or what answers.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::check::files;
use super::keep::Kept;
use super::open::both;
use super::{Exit, messages, output, reason};
use crate::ask::Service;
use crate::config::Common;
use crate::corpus::{Files, render};
use crate::publish::{Shelf, Unusable};

/// The word for the corpus that the program brings.
pub const EMBEDDED: &str = "embedded";
/// The word for the corpus that answers.
const ACTIVE: &str = "active";

/// The corpora of a database, and how to speak of them.
pub struct Corpora<'a> {
    /// The corpora.
    pub shelf: Shelf,
    /// What the program brings.
    pub own: Arc<Service>,
    /// The database.
    pub kept: &'a Kept<'a>,
}

impl Corpora<'_> {
    /// The fingerprint that begins like this, or `embedded` as nothing. Says so when there is none, or more than one.
    pub async fn find(&self, written: &str) -> Result<Option<String>, Exit> {
        if written == EMBEDDED {
            return Ok(None);
        }
        let digest = written.strip_prefix("sha256:").unwrap_or(written);
        let kept = self.kept.store.corpora().await.map_err(|error| self.kept.refuse(&error))?;
        let fits = |fingerprint: &String| fingerprint.strip_prefix("sha256:").is_some_and(|it| it.starts_with(digest));
        let all = kept.into_iter().map(|corpus| corpus.fingerprint).chain([self.own.corpus().fingerprint.clone()]);
        let mut found: BTreeSet<_> = all.filter(fits).collect();
        match (found.pop_first(), found.is_empty()) {
            (Some(only), true) if !digest.is_empty() => Ok(Some(only)),
            _ => {
                output::refusal(self.kept.speaker().tell("cli-no-corpus", &[("corpus", written)]));
                Err(Exit::No)
            }
        }
    }

    /// The fingerprint of what answers; nothing for what the program brings.
    pub async fn active(&self) -> Result<Option<String>, Exit> {
        let last = self.kept.store.activations(1).await.map_err(|error| self.kept.refuse(&error))?;
        Ok(last.into_iter().next().and_then(|chosen| chosen.corpus))
    }

    /// What decides with the corpus that is meant.
    pub async fn service(&self, written: &str, common: &Common) -> Result<Arc<Service>, Exit> {
        let fingerprint = match written {
            ACTIVE => self.active().await?,
            folder if Path::new(folder).is_dir() => return self.folder(Path::new(folder), common),
            fingerprint => self.find(fingerprint).await?,
        };
        match fingerprint {
            None => Ok(Arc::clone(&self.own)),
            Some(fingerprint) => self.load(&fingerprint).await,
        }
    }

    /// What decides with the corpus that has this fingerprint, or why nothing does.
    pub async fn load(&self, fingerprint: &str) -> Result<Arc<Service>, Exit> {
        self.shelf.service(fingerprint).await.map_err(|unusable| {
            if let Unusable::Faulty { shown, .. } = &unusable {
                output::notice(shown);
            }
            let arguments = [("corpus", fingerprint), ("reason", &reason::corpus(&unusable, self.kept.speaker()))];
            output::refusal(self.kept.speaker().tell("cli-corpus-unusable", &arguments));
            Exit::No
        })
    }

    fn folder(&self, folder: &Path, common: &Common) -> Result<Arc<Service>, Exit> {
        let (corpus, locales): (Files, Files) = files(Some(folder), common)?;
        Service::load(&corpus, &locales, &messages()).map(Arc::new).map_err(|faults| {
            output::notice(render(&faults, &both(&corpus, &locales), false));
            Exit::No
        })
    }
}

/// The corpora of a database.
pub fn corpora<'a>(kept: &'a Kept<'a>) -> Corpora<'a> {
    let shelf = Shelf::new(kept.store.clone(), messages());
    let own = Arc::clone(&kept.opened.service);
    shelf.put(Arc::clone(&own));
    Corpora { shelf, own, kept }
}
