//! `nordvis changes`: which stored answers would differ with another corpus, and how.

use std::sync::Arc;

use serde_json::{Value, json};

use super::corpus::corpora;
use super::keep::{refuse, with_store};
use super::{Exit, messages, output};
use crate::ask::Service;
use crate::config::Changes as Call;
use crate::http::{Difference, DifferenceKind, Past, Unreadable, differences};
use crate::publish::Shelf;
use crate::reply::Speaker;

/// Decides every stored answer with both corpora and tells what differs.
pub fn run(call: &Call) -> Exit {
    with_store(&call.common, &call.keeping, async |opened, store| {
        let speaker = opened.speaker();
        let corpora = corpora(Shelf::new(store.clone(), messages()), opened);
        let old = corpora.service(&call.old, &call.common).await?;
        let new = corpora.service(&call.new, &call.common).await?;
        let mut compared = Compared { call, speaker, old, new, answers: 0, undecided: 0, different: Vec::new() };
        let all = Past::each(store, async |_, past| compared.add(past)).await;
        all.map_err(|error| refuse(&error, speaker))?;
        Ok(compared.tell())
    })
}

struct Compared<'a> {
    call: &'a Call,
    speaker: &'a Speaker,
    old: Arc<Service>,
    new: Arc<Service>,
    answers: usize,
    undecided: usize,
    different: Vec<Value>,
}

impl Compared<'_> {
    fn add(&mut self, past: Result<Past, Unreadable>) {
        self.answers += 1;
        let both = past.and_then(|past| Ok((past.answer.id, past.again(&self.old)?, past.again(&self.new)?)));
        let Ok((id, old, new)) = both else {
            self.undecided += 1;
            return;
        };
        let found = differences(&old, &new, self.call.words);
        if found.is_empty() {
            return;
        }
        let id = id.to_string();
        if !self.call.json {
            output::result(&id);
            found.iter().for_each(|change| output::result(line(self.speaker, change)));
        }
        let told: Vec<Value> = found
            .iter()
            .map(|change| json!({"kind": change.kind.id(), "added": change.added, "id": change.id}))
            .collect();
        self.different.push(json!({"id": id, "changes": told}));
    }

    fn tell(self) -> Exit {
        let different = self.different.len();
        if self.call.json {
            output::result(json!({
                "old": self.old.corpus().fingerprint, "new": self.new.corpus().fingerprint,
                "answers": self.answers, "undecided": self.undecided, "different": self.different,
            }));
        } else {
            let [answers, different, undecided] =
                [self.answers, different, self.undecided].map(|number| number.to_string());
            let arguments = [("answers", answers.as_str()), ("different", &different), ("undecided", &undecided)];
            output::result(self.speaker.tell("cli-changed", &arguments));
        }
        Exit::Done
    }
}

/// `  + recommendation: ost-dxa`
fn line(speaker: &Speaker, change: &Difference) -> String {
    let sign = match (change.kind, change.added) {
        (DifferenceKind::Words, _) => '~',
        (_, true) => '+',
        (_, false) => '-',
    };
    let kind = speaker.say(&format!("cli-change-{}", change.kind.id()));
    format!("  {sign} {kind}: {}", change.id)
}
