//! `nordvis publish`: a corpus is checked, kept, and answers from then on, in every program over the same database.

use super::check::{faults, files, tell};
use super::corpus::corpora;
use super::keep::{Kept, Missing, with_store};
use super::open::{both, open};
use super::{Exit, output};
use crate::config::Publish;
use crate::corpus::{Files, Level};
use crate::http::now;
use crate::store::{Activation, StoreError};

/// Publishes, or tells every fault and leaves everything as it is.
pub fn run(call: &Publish) -> Exit {
    let opened = match open(&call.common) {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    let (corpus, locales) = match files(call.dir.as_deref(), &call.common) {
        Ok(files) => files,
        Err(exit) => return exit,
    };
    let (found, _) = faults(&corpus, &locales);
    if found.iter().any(|fault| fault.level == Level::Error) {
        tell(&found, &both(&corpus, &locales), call.json);
        let count = [("faults", found.len() as u64)];
        output::refusal(opened.speaker().tell_counted("cli-not-published", &[], &count));
        return Exit::No;
    }
    let published = Files::published(&corpus, &locales);
    with_store(Ok(opened), &call.keeping, Missing::Made, async |kept| publish(call, kept, &published).await)
}

async fn publish(call: &Publish, kept: &Kept<'_>, published: &Files) -> Result<Exit, Exit> {
    let refused = |error: StoreError| kept.refuse(&error);
    let corpora = corpora(kept);
    let fingerprint = corpora.shelf.keep(published, now()).await.map_err(refused)?;
    // As every replica will load it: what cannot be loaded is not chosen.
    corpora.load(&fingerprint).await?;
    kept.store.activate(Activation { corpus: Some(fingerprint.clone()), at: now() }).await.map_err(refused)?;
    if call.json {
        output::result(serde_json::json!({"corpus": fingerprint, "active": true}));
    } else {
        output::result(kept.speaker().tell("cli-published", &[("corpus", &fingerprint)]));
    }
    Ok(Exit::Done)
}
