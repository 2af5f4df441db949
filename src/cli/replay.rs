//! `nordvis replay`: stored answers decided again, each with the corpus that decided it, and compared byte for byte.

use serde_json::json;

use super::corpus::{Corpora, corpora};
use super::keep::{self, refuse, wait};
use super::open::{Opened, open};
use super::{Exit, messages, output};
use crate::config::Replay;
use crate::http::{Past, differing};
use crate::publish::Shelf;
use crate::store::{KeptAnswer, Store, StoreError};

/// How many answers are read at once.
pub const PAGE: u32 = 200;

/// Decides again, and says with the exit whether every answer came out the same.
pub fn run(call: &Replay) -> Exit {
    match open(&call.common) {
        Ok(opened) => wait(with(call, &opened)),
        Err(exit) => exit,
    }
}

async fn with(call: &Replay, opened: &Opened) -> Exit {
    let speaker = opened.speaker();
    let store = match keep::open(&call.keeping, speaker).await {
        Ok(store) => store,
        Err(exit) => return exit,
    };
    let corpora = corpora(Shelf::new(store.clone(), messages()), opened);
    let mut replayed = Replayed { json: call.json, ..Replayed::default() };
    let done = match call.id {
        Some(id) => match store.kept(id).await {
            Ok(Some(kept)) => replayed.add(&corpora, &store, kept).await,
            Ok(None) => {
                output::refusal(speaker.say("cli-no-answer"));
                return Exit::No;
            }
            Err(error) => Err(error),
        },
        None => replayed.all(&corpora, &store).await,
    };
    store.close().await;
    match done {
        Ok(()) => replayed.tell(opened),
        Err(error) => refuse(&error, speaker),
    }
}

/// What came of it.
#[derive(Default)]
struct Replayed {
    json: bool,
    identical: usize,
    different: Vec<serde_json::Value>,
    unusable: Vec<serde_json::Value>,
}

impl Replayed {
    async fn all(&mut self, corpora: &Corpora<'_>, store: &Store) -> Result<(), StoreError> {
        let mut number = 0;
        loop {
            let page = store.kept_after(number, PAGE).await?;
            let Some(last) = page.last() else { return Ok(()) };
            number = last.number;
            for kept in page {
                self.add(corpora, store, kept).await?;
            }
        }
    }

    async fn add(&mut self, corpora: &Corpora<'_>, store: &Store, kept: KeptAnswer) -> Result<(), StoreError> {
        let Some(past) = Past::gather(store, kept).await? else { return Ok(()) };
        let (id, program) = (past.answer.id.to_string(), &past.answer.program);
        let again = match corpora.shelf.service(&past.answer.corpus).await {
            Ok(service) => past.again(&service).map_err(|unreadable| unreadable.to_string()),
            Err(unusable) => Err(unusable.to_string()),
        };
        let speaker = corpora.opened.speaker();
        match again.map(|again| differing(&past.answer.reply, &again)) {
            Ok(fields) if fields.is_empty() => self.identical += 1,
            Ok(fields) => {
                if !self.json {
                    let arguments = [("answer", id.as_str()), ("program", program), ("fields", &fields.join(", "))];
                    output::result(speaker.tell("cli-replay-differs", &arguments));
                }
                self.different.push(json!({"id": id, "program": program, "fields": fields}));
            }
            Err(reason) => {
                if !self.json {
                    let arguments = [("answer", id.as_str()), ("reason", reason.as_str())];
                    output::result(speaker.tell("cli-replay-unusable", &arguments));
                }
                self.unusable.push(json!({"id": id, "corpus": past.answer.corpus, "reason": reason}));
            }
        }
        Ok(())
    }

    fn tell(self, opened: &Opened) -> Exit {
        let (different, unusable) = (self.different.len(), self.unusable.len());
        if self.json {
            let told = json!({"identical": self.identical, "different": self.different, "undecided": self.unusable});
            output::result(told);
        } else {
            let [identical, different, unusable] =
                [self.identical, different, unusable].map(|number| number.to_string());
            let arguments = [("identical", identical.as_str()), ("different", &different), ("undecided", &unusable)];
            output::result(opened.speaker().tell("cli-replayed", &arguments));
        }
        if different + unusable == 0 { Exit::Done } else { Exit::No }
    }
}
