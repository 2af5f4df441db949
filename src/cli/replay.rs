//! `nordvis replay`: stored answers decided again, each with the corpus that decided it, and compared byte for byte.

use serde_json::json;
use uuid::Uuid;

use super::corpus::{Corpora, corpora};
use super::keep::{refuse, with_store};
use super::{Exit, messages, output};
use crate::PROGRAM;
use crate::config::Replay;
use crate::http::{Past, Unreadable, differing};
use crate::publish::Shelf;
use crate::reply::Speaker;
use crate::store::StoreError;

/// Decides again, and says with the exit whether every answer came out the same.
pub fn run(call: &Replay) -> Exit {
    with_store(&call.common, &call.keeping, async |opened, store| {
        let speaker = opened.speaker();
        let refused = |error: StoreError| refuse(&error, speaker);
        let corpora = corpora(Shelf::new(store.clone(), messages()), opened);
        let mut replayed = Replayed { json: call.json, ..Replayed::default() };
        match &call.id {
            Some(written) => {
                let id: Uuid = written.parse().map_err(|_| {
                    output::refusal(speaker.say("cli-bad-id"));
                    Exit::Misused
                })?;
                let past = Past::find(store, id).await.map_err(refused)?.ok_or_else(|| {
                    output::refusal(speaker.say("cli-no-answer"));
                    Exit::No
                })?;
                replayed.add(&corpora, id, past).await;
            }
            None => {
                let all = Past::each(store, async |id, past| replayed.add(&corpora, id, past).await).await;
                all.map_err(refused)?;
            }
        }
        Ok(replayed.tell(speaker))
    })
}

/// What came of it.
#[derive(Default)]
struct Replayed {
    json: bool,
    identical: usize,
    /// How many of all were given by another build of the program.
    by_others: usize,
    different: Vec<serde_json::Value>,
    unusable: Vec<serde_json::Value>,
}

impl Replayed {
    async fn add(&mut self, corpora: &Corpora<'_>, id: Uuid, past: Result<Past, Unreadable>) {
        let (id, speaker) = (id.to_string(), corpora.opened.speaker());
        let past = match past {
            Ok(past) => past,
            Err(unreadable) => return self.undecided(speaker, &id, None, &unreadable.to_string()),
        };
        let program = past.answer.program.as_str();
        self.by_others += usize::from(program != PROGRAM);
        let again = match corpora.shelf.service(&past.answer.corpus).await {
            Ok(service) => past.again(&service).map_err(|unreadable| unreadable.to_string()),
            Err(unusable) => Err(unusable.to_string()),
        };
        match again.map(|again| differing(&past.answer.reply, &again)) {
            Ok(fields) if fields.is_empty() => self.identical += 1,
            Ok(fields) => {
                if !self.json {
                    let arguments = [("answer", id.as_str()), ("program", program), ("fields", &fields.join(", "))];
                    output::result(speaker.tell("cli-replay-differs", &arguments));
                }
                self.different.push(json!({"id": id, "program": program, "fields": fields}));
            }
            Err(reason) => self.undecided(speaker, &id, Some(&past.answer.corpus), &reason),
        }
    }

    /// One that cannot be decided again; what is damaged names no corpus that could be trusted.
    fn undecided(&mut self, speaker: &Speaker, id: &str, corpus: Option<&str>, reason: &str) {
        if !self.json {
            output::result(speaker.tell("cli-replay-unusable", &[("answer", id), ("reason", reason)]));
        }
        self.unusable.push(json!({"id": id, "corpus": corpus, "reason": reason}));
    }

    fn tell(self, speaker: &Speaker) -> Exit {
        let (different, unusable) = (self.different.len(), self.unusable.len());
        if self.json {
            output::result(json!({
                "identical": self.identical, "different": self.different, "undecided": self.unusable,
                "program": PROGRAM, "byOtherPrograms": self.by_others,
            }));
        } else {
            let [identical, different, unusable] =
                [self.identical, different, unusable].map(|number| number.to_string());
            let arguments = [("identical", identical.as_str()), ("different", &different), ("undecided", &unusable)];
            output::result(speaker.tell("cli-replayed", &arguments));
            if self.by_others > 0 {
                let arguments = [("answers", self.by_others.to_string()), ("program", PROGRAM.to_owned())];
                let arguments = arguments.each_ref().map(|(name, value)| (*name, value.as_str()));
                output::result(speaker.tell("cli-replay-others", &arguments));
            }
        }
        if different + unusable == 0 { Exit::Done } else { Exit::No }
    }
}
