//! `nordvis changes`: which stored answers would differ with another corpus, and how.

use std::sync::Arc;

use serde_json::{Value, json};
use uuid::Uuid;

use super::corpus::corpora;
use super::keep::{Missing, with_store};
use super::open::open;
use super::{Exit, output};
use crate::ask::Service;
use crate::config::Changes as Call;
use crate::http::{Change, Difference, Past, Step, Unreadable, differences, shown};
use crate::reply::Speaker;

/// Decides every stored answer with both corpora and tells what differs; with the exit, whether all could be decided.
pub fn run(call: &Call) -> Exit {
    with_store(open(&call.common), &call.keeping, Missing::Refused, async |kept| {
        let speaker = kept.speaker();
        let corpora = corpora(kept);
        let old = corpora.service(&call.old, &call.common).await?;
        let new = corpora.service(&call.new, &call.common).await?;
        let mut compared = Compared { call, speaker, old, new, counts: Counts::default(), told: Told::default() };
        let all = Past::each(&kept.store, async |id, past| compared.add(id, past)).await;
        all.map_err(|error| kept.refuse(&error))?;
        Ok(compared.tell())
    })
}

struct Compared<'a> {
    call: &'a Call,
    speaker: &'a Speaker,
    old: Arc<Service>,
    new: Arc<Service>,
    counts: Counts,
    told: Told,
}

#[derive(Default)]
struct Counts {
    answers: u64,
    different: u64,
    reworded: u64,
    undecided: u64,
}

/// What is printed in one piece for programs; for people it is printed as it is found.
#[derive(Default)]
struct Told {
    different: Vec<Value>,
    reworded: Vec<Value>,
    undecided: Vec<Value>,
}

impl Compared<'_> {
    fn add(&mut self, id: Uuid, past: Result<Past, Unreadable>) {
        self.counts.answers += 1;
        let both = past.and_then(|past| Ok((past.again(&self.old)?, past.again(&self.new)?)));
        let Ok((old, new)) = both else { return self.undecided(id) };
        let found = differences(&old, &new);
        if !found.decided.is_empty() {
            self.counts.different += 1;
            self.different(id, &found.decided);
        } else if !found.worded.is_empty() {
            self.counts.reworded += 1;
        }
        if self.call.words && !found.worded.is_empty() {
            self.reworded(id, &found.worded, found.decided.is_empty());
        }
    }

    fn undecided(&mut self, id: Uuid) {
        self.counts.undecided += 1;
        if self.call.json {
            self.told.undecided.push(json!({"id": id}));
        } else {
            output::result(self.speaker.tell("cli-change-undecided", &[("answer", &id.to_string())]));
        }
    }

    fn different(&mut self, id: Uuid, found: &[Difference]) {
        if self.call.json {
            let changes: Vec<Value> = found.iter().map(Difference::json).collect();
            self.told.different.push(json!({"id": id, "changes": changes}));
        } else {
            output::result(id);
            found.iter().for_each(|difference| output::result(line(self.speaker, difference)));
        }
    }

    fn reworded(&mut self, id: Uuid, found: &[Vec<Step>], alone: bool) {
        if self.call.json {
            let places: Vec<Value> = found.iter().map(|at| at.iter().map(Step::to_string).collect()).collect();
            self.told.reworded.push(json!({"id": id, "at": places}));
        } else {
            if alone {
                output::result(id);
            }
            let wording = self.speaker.say("cli-change-wording");
            found.iter().for_each(|at| output::result(format_args!("  ~ {wording}: {}", place(self.speaker, at))));
        }
    }

    fn tell(self) -> Exit {
        let Counts { answers, different, reworded, undecided } = self.counts;
        if self.call.json {
            output::result(json!({
                "old": self.old.corpus().fingerprint, "new": self.new.corpus().fingerprint, "answers": answers,
                "different": self.told.different, "reworded": self.told.reworded, "undecided": self.told.undecided,
            }));
        } else {
            let counts =
                [("answers", answers), ("different", different), ("reworded", reworded), ("undecided", undecided)];
            output::result(self.speaker.tell_counted("cli-changed", &[], &counts));
        }
        if undecided == 0 { Exit::Done } else { Exit::No }
    }
}

/// `  ~ recommendation: ost-dxa: strength: may → must`
fn line(speaker: &Speaker, difference: &Difference) -> String {
    let place = place(speaker, &difference.at);
    match &difference.change {
        Change::Added => format!("  + {place}"),
        Change::Removed => format!("  - {place}"),
        Change::Changed(before, after) => format!("  ~ {place}: {} → {}", shown(before), shown(after)),
        Change::Reordered => format!("  ~ {place}: {}", speaker.say("cli-change-order")),
    }
}

/// Fields have names in the reader's language, entries of lists the ids that they have in every language.
fn place(speaker: &Speaker, at: &[Step]) -> String {
    let step = |step: &Step| match step {
        Step::Field(name) => speaker.find(&format!("cli-change-{name}")).unwrap_or(name).to_owned(),
        Step::Entry(name) => name.clone(),
    };
    at.iter().map(step).collect::<Vec<_>>().join(": ")
}
