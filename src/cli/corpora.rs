//! `nordvis corpora`: the corpora that are kept, which of them answers, and the way back to one.

use serde_json::{Value, json};

use super::corpus::{Corpora, EMBEDDED, corpora};
use super::keep::{Kept, Missing, with_store};
use super::open::open;
use super::{Exit, output};
use crate::config::{Corpora as Call, CorporaAction};
use crate::http::now;
use crate::store::{Activation, CorpusEntry};

/// How far back the corpus before this one is looked for.
const CHOICES_MAX: u32 = 1000;

/// Lists, or goes back.
pub fn run(call: &Call) -> Exit {
    let opened = open(&call.common);
    if let (CorporaAction::List, Some(surplus), Ok(opened)) = (call.action, &call.to, &opened) {
        output::refusal(opened.speaker().tell("cli-argument-surplus", &[("argument", surplus)]));
        return Exit::Misused;
    }
    with_store(opened, &call.keeping, Missing::Refused, async |kept| {
        let corpora = corpora(kept);
        match call.action {
            CorporaAction::List => list(call, &corpora).await?,
            CorporaAction::Rollback => rollback(call, &corpora).await?,
        }
        Ok(Exit::Done)
    })
}

/// A corpus that can be chosen.
struct Line {
    fingerprint: String,
    /// Nothing when it is in the program only, and is kept when it first answers.
    kept: Option<CorpusEntry>,
    active: bool,
    embedded: bool,
    /// How many answers stand on it, when somebody asks for that.
    answers: Option<i64>,
}

async fn list(call: &Call, corpora: &Corpora<'_>) -> Result<(), Exit> {
    let lines = lines(call, corpora).await?;
    if call.json {
        output::result(lines.iter().map(as_json).collect::<Value>());
    } else {
        lines.iter().for_each(|line| output::result(as_text(line, corpora.kept)));
    }
    Ok(())
}

async fn lines(call: &Call, corpora: &Corpora<'_>) -> Result<Vec<Line>, Exit> {
    let Kept { store, .. } = corpora.kept;
    let own = &corpora.own.corpus().fingerprint;
    let kept = store.corpora().await.map_err(|error| corpora.kept.refuse(&error))?;
    let active = corpora.active().await?.unwrap_or_else(|| own.clone());
    let brought = (!kept.iter().any(|corpus| corpus.fingerprint == *own)).then(|| own.clone());
    let all = kept.into_iter().map(|corpus| (corpus.fingerprint.clone(), Some(corpus)));
    let mut lines = Vec::new();
    for (fingerprint, kept) in all.chain(brought.map(|fingerprint| (fingerprint, None))) {
        let answers = match (call.count, &kept) {
            (true, Some(_)) => Some(store.answers_on(&fingerprint).await.map_err(|error| corpora.kept.refuse(&error))?),
            (true, None) => Some(0),
            (false, _) => None,
        };
        lines.push(Line { active: fingerprint == active, embedded: fingerprint == *own, fingerprint, kept, answers });
    }
    Ok(lines)
}

fn as_json(line: &Line) -> Value {
    let mut said = json!({
        "fingerprint": line.fingerprint, "storedAt": line.kept.as_ref().map(|kept| kept.stored_at.to_string()),
        "active": line.active, "embedded": line.embedded,
    });
    if let (Some(answers), Some(said)) = (line.answers, said.as_object_mut()) {
        said.insert("answers".to_owned(), answers.into());
    }
    said
}

/// `* sha256:…, kept 2026-11-22T09:00:00Z, answers: 12 (embedded)`
fn as_text(line: &Line, kept: &Kept<'_>) -> String {
    let speaker = kept.speaker();
    let mark = if line.active { "*" } else { " " };
    let corpus = ("corpus", line.fingerprint.as_str());
    let mut said = match &line.kept {
        Some(kept) => speaker.tell("cli-corpus-kept", &[corpus, ("time", &kept.stored_at.to_string())]),
        None => speaker.tell("cli-corpus-unkept", &[corpus]),
    };
    if let Some(answers) = line.answers {
        said += &speaker.tell("cli-corpus-answers", &[("answers", &answers.to_string())]);
    }
    let own = if line.embedded { speaker.say("cli-corpus-embedded") } else { "" };
    format!("{mark} {said} {own}").trim_end().to_owned()
}

async fn rollback(call: &Call, corpora: &Corpora<'_>) -> Result<(), Exit> {
    let Kept { store, opened, .. } = corpora.kept;
    let wanted = match &call.to {
        Some(written) => corpora.find(written).await?,
        None => before(corpora.kept).await?,
    };
    if let Some(fingerprint) = &wanted {
        corpora.load(fingerprint).await?;
        if *fingerprint == corpora.own.corpus().fingerprint {
            // What is chosen by its fingerprint stays, also when another program comes.
            corpora.shelf.keep(&opened.published, now()).await.map_err(|error| corpora.kept.refuse(&error))?;
        }
    }
    let activation = Activation { corpus: wanted.clone(), at: now() };
    store.activate(activation).await.map_err(|error| corpora.kept.refuse(&error))?;
    let name = wanted.as_deref().unwrap_or(EMBEDDED);
    if call.json {
        output::result(json!({"corpus": name, "active": true}));
    } else {
        output::result(corpora.kept.speaker().tell("cli-published", &[("corpus", name)]));
    }
    Ok(())
}

/// What answered before what answers now.
async fn before(kept: &Kept<'_>) -> Result<Option<String>, Exit> {
    let chosen = kept.store.activations(CHOICES_MAX).await.map_err(|error| kept.refuse(&error))?;
    let other = |now: &Activation| chosen.iter().find(|activation| activation.corpus != now.corpus);
    match chosen.first().map(|now| (other(now), &now.corpus)) {
        Some((Some(other), _)) => Ok(other.corpus.clone()),
        // Before the first one was chosen, the program's own answered.
        Some((None, Some(_))) => Ok(None),
        Some((None, None)) | None => {
            output::refusal(kept.speaker().say("cli-nothing-published"));
            Err(Exit::No)
        }
    }
}
