//! `nordvis publish`: a corpus is checked, kept, and answers from then on, in every program over the same database.

use super::check::{faults, files, tell};
use super::corpus::corpora;
use super::keep::{self, refuse, wait};
use super::open::{Opened, both, open};
use super::{Exit, messages, output};
use crate::config::Publish;
use crate::corpus::{Files, Level};
use crate::http::now;
use crate::publish::Shelf;
use crate::store::Activation;

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
    wait(publish(call, &opened, &Files::published(&corpus, &locales)))
}

async fn publish(call: &Publish, opened: &Opened, published: &Files) -> Exit {
    let speaker = opened.speaker();
    let store = match keep::open(&call.keeping, speaker).await {
        Ok(store) => store,
        Err(exit) => return exit,
    };
    let corpora = corpora(Shelf::new(store.clone(), messages()), opened);
    let fingerprint = match corpora.shelf.keep(published, now()).await {
        Ok(fingerprint) => fingerprint,
        Err(error) => return refuse(&error, speaker),
    };
    // As every replica will load it: what cannot be loaded is not chosen.
    if let Err(exit) = corpora.load(&fingerprint).await {
        return exit;
    }
    let chosen = store.activate(Activation { corpus: Some(fingerprint.clone()), at: now() }).await;
    store.close().await;
    match chosen {
        Ok(_) if call.json => output::result(serde_json::json!({"corpus": fingerprint, "active": true})),
        Ok(_) => output::result(speaker.tell("cli-published", &[("corpus", &fingerprint)])),
        Err(error) => return refuse(&error, speaker),
    }
    Exit::Done
}
