//! `nordvis publish`: a corpus is checked, kept, and answers from then on, in every program over the same database.

use super::check::{faults, files, tell};
use super::corpus::corpora;
use super::keep::{refuse, wait, with_opened};
use super::open::{Opened, both, open};
use super::{Exit, messages, output};
use crate::config::Publish;
use crate::corpus::{Files, Level};
use crate::http::now;
use crate::publish::Shelf;
use crate::store::{Activation, Store, StoreError};

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
        output::refusal(opened.speaker().tell("cli-not-published", &[("faults", &found.len().to_string())]));
        return Exit::No;
    }
    let published = Files::published(&corpus, &locales);
    wait(with_opened(&opened, &call.keeping, async |opened, store| publish(call, opened, store, &published).await))
}

async fn publish(call: &Publish, opened: &Opened, store: &Store, published: &Files) -> Result<Exit, Exit> {
    let speaker = opened.speaker();
    let refused = |error: StoreError| refuse(&error, speaker);
    let corpora = corpora(Shelf::new(store.clone(), messages()), opened);
    let fingerprint = corpora.shelf.keep(published, now()).await.map_err(refused)?;
    // As every replica will load it: what cannot be loaded is not chosen.
    corpora.load(&fingerprint).await?;
    store.activate(Activation { corpus: Some(fingerprint.clone()), at: now() }).await.map_err(refused)?;
    if call.json {
        output::result(serde_json::json!({"corpus": fingerprint, "active": true}));
    } else {
        output::result(speaker.tell("cli-published", &[("corpus", &fingerprint)]));
    }
    Ok(Exit::Done)
}
