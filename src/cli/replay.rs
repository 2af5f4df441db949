//! `nordvis replay`: stored answers decided again, each with the corpus that decided it, and compared byte for byte.

use serde_json::{Value, json};
use uuid::Uuid;

use super::corpus::{Corpora, corpora};
use super::keep::{Missing, with_store};
use super::open::open;
use super::{Exit, output, reason};
use crate::PROGRAM;
use crate::config::Replay;
use crate::http::{Past, Unreadable, differing};
use crate::reply::Speaker;

/// Decides again, and says with the exit whether every answer came out the same.
pub fn run(call: &Replay) -> Exit {
    with_store(open(&call.common), &call.keeping, Missing::Refused, async |kept| {
        let corpora = corpora(kept);
        let mut replayed = Replayed { json: call.json, ..Replayed::default() };
        match &call.id {
            Some(written) => {
                let id: Uuid = written.parse().map_err(|_| {
                    output::refusal(kept.speaker().say("cli-bad-id"));
                    Exit::Misused
                })?;
                let past =
                    Past::find(&kept.store, id).await.map_err(|error| kept.refuse(&error))?.ok_or_else(|| {
                        output::refusal(kept.speaker().say("cli-no-answer"));
                        Exit::No
                    })?;
                replayed.add(&corpora, id, past).await;
            }
            None => {
                let all = Past::each(&kept.store, async |id, past| replayed.add(&corpora, id, past).await).await;
                all.map_err(|error| kept.refuse(&error))?;
            }
        }
        Ok(replayed.tell(kept.speaker()))
    })
}

/// What came of it.
#[derive(Default)]
struct Replayed {
    json: bool,
    identical: u64,
    different: u64,
    undecided: u64,
    /// How many of all were given by another build of the program.
    by_others: u64,
    /// What is printed in one piece for programs; for people it is printed as it is found.
    told_different: Vec<Value>,
    told_undecided: Vec<Value>,
}

impl Replayed {
    async fn add(&mut self, corpora: &Corpora<'_>, id: Uuid, past: Result<Past, Unreadable>) {
        let speaker = corpora.kept.speaker();
        let unreadable = || speaker.say("cli-reason-unreadable").to_owned();
        let Ok(past) = past else { return self.undecided(speaker, id, None, &unreadable()) };
        self.by_others += u64::from(past.answer.program != PROGRAM);
        let again = match corpora.shelf.service(&past.answer.corpus).await {
            Ok(service) => past.again(&service).map_err(|_| unreadable()),
            Err(unusable) => Err(reason::corpus(&unusable, speaker)),
        };
        match again.map(|again| differing(&past.answer.reply, &again)) {
            Ok(fields) if fields.is_empty() => self.identical += 1,
            Ok(fields) => self.different(speaker, id, &past.answer.program, &fields),
            Err(reason) => self.undecided(speaker, id, Some(&past.answer.corpus), &reason),
        }
    }

    fn different(&mut self, speaker: &Speaker, id: Uuid, program: &str, fields: &[String]) {
        self.different += 1;
        if self.json {
            self.told_different.push(json!({"id": id, "program": program, "fields": fields}));
        } else {
            let (id, fields) = (id.to_string(), fields.join(", "));
            let arguments = [("answer", id.as_str()), ("program", program), ("fields", &fields)];
            output::result(speaker.tell("cli-replay-differs", &arguments));
        }
    }

    /// One that cannot be decided again; what is damaged names no corpus that could be trusted.
    fn undecided(&mut self, speaker: &Speaker, id: Uuid, corpus: Option<&str>, reason: &str) {
        self.undecided += 1;
        if self.json {
            self.told_undecided.push(json!({"id": id, "corpus": corpus, "reason": reason}));
        } else {
            let arguments = [("answer", id.to_string()), ("reason", reason.to_owned())];
            let arguments = arguments.each_ref().map(|(name, value)| (*name, value.as_str()));
            output::result(speaker.tell("cli-replay-unusable", &arguments));
        }
    }

    fn tell(self, speaker: &Speaker) -> Exit {
        let Self { identical, different, undecided, by_others, .. } = self;
        if self.json {
            output::result(json!({
                "identical": identical, "different": self.told_different, "undecided": self.told_undecided,
                "program": PROGRAM, "byOtherPrograms": by_others,
            }));
        } else {
            let counts = [("identical", identical), ("different", different), ("undecided", undecided)];
            output::result(speaker.tell_counted("cli-replayed", &[], &counts));
            if by_others > 0 {
                let program = [("program", PROGRAM)];
                output::result(speaker.tell_counted("cli-replay-others", &program, &[("answers", by_others)]));
            }
        }
        if different + undecided == 0 { Exit::Done } else { Exit::No }
    }
}
