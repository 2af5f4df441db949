//! `nordvis corpora`: the corpora that are kept, which of them answers, and the way back to one.

use serde_json::{Value, json};

use super::corpus::{Corpora, EMBEDDED, corpora};
use super::keep::{refuse, with_store};
use super::{Exit, messages, output};
use crate::config::{Corpora as Call, CorporaAction};
use crate::http::now;
use crate::publish::Shelf;
use crate::store::{Activation, CorpusEntry, Store};

/// How far back the corpus before this one is looked for.
const CHOICES_MAX: u32 = 1000;

/// Lists, or goes back.
pub fn run(call: &Call) -> Exit {
    with_store(&call.common, &call.keeping, async |opened, store| {
        let corpora = corpora(Shelf::new(store.clone(), messages()), opened);
        match call.action {
            CorporaAction::List => list(call, &corpora, store).await?,
            CorporaAction::Rollback => rollback(call, &corpora, store).await?,
        }
        Ok(Exit::Done)
    })
}

async fn list(call: &Call, corpora: &Corpora<'_>, store: &Store) -> Result<(), Exit> {
    let speaker = corpora.opened.speaker();
    let own = &corpora.own.corpus().fingerprint;
    let mut kept = store.corpora().await.map_err(|error| refuse(&error, speaker))?;
    if !kept.iter().any(|corpus| corpus.fingerprint == *own) {
        // It is kept when it first answers.
        kept.push(CorpusEntry { fingerprint: own.clone(), stored_at: now(), answers: 0 });
    }
    let active = corpora.active().await?.unwrap_or_else(|| own.clone());
    if call.json {
        let lines: Value = kept
            .iter()
            .map(|corpus| {
                json!({"fingerprint": corpus.fingerprint, "storedAt": corpus.stored_at.to_string(),
                       "answers": corpus.answers, "active": corpus.fingerprint == active,
                       "embedded": corpus.fingerprint == *own})
            })
            .collect();
        output::result(lines);
        return Ok(());
    }
    for corpus in &kept {
        let mark = if corpus.fingerprint == active { "*" } else { " " };
        let own = if corpus.fingerprint == *own { speaker.say("cli-corpus-embedded") } else { "" };
        let (time, answers) = (corpus.stored_at.to_string(), corpus.answers.to_string());
        let arguments = [("corpus", corpus.fingerprint.as_str()), ("time", &time), ("answers", &answers)];
        let line = speaker.tell("cli-corpus-line", &arguments);
        output::result(format_args!("{mark} {line} {own}").to_string().trim_end());
    }
    Ok(())
}

async fn rollback(call: &Call, corpora: &Corpora<'_>, store: &Store) -> Result<(), Exit> {
    let speaker = corpora.opened.speaker();
    let wanted = match &call.to {
        Some(written) => corpora.find(written).await?,
        None => before(corpora, store).await?,
    };
    if let Some(fingerprint) = &wanted {
        corpora.load(fingerprint).await?;
    }
    let activation = Activation { corpus: wanted.clone(), at: now() };
    store.activate(activation).await.map_err(|error| refuse(&error, speaker))?;
    let name = wanted.as_deref().unwrap_or(EMBEDDED);
    if call.json {
        output::result(json!({"corpus": name, "active": true}));
    } else {
        output::result(speaker.tell("cli-published", &[("corpus", name)]));
    }
    Ok(())
}

/// What answered before what answers now.
async fn before(corpora: &Corpora<'_>, store: &Store) -> Result<Option<String>, Exit> {
    let speaker = corpora.opened.speaker();
    let chosen = store.activations(CHOICES_MAX).await.map_err(|error| refuse(&error, speaker))?;
    let Some(now) = chosen.first() else {
        output::refusal(speaker.say("cli-nothing-published"));
        return Err(Exit::No);
    };
    let other = chosen.iter().find(|activation| activation.corpus != now.corpus);
    match (other, &now.corpus) {
        (Some(other), _) => Ok(other.corpus.clone()),
        // Before the first one was chosen, the program's own answered.
        (None, Some(_)) => Ok(None),
        (None, None) => {
            output::refusal(speaker.say("cli-nothing-published"));
            Err(Exit::No)
        }
    }
}
