//! `nordvis purge`: what is older than it may be goes, or is counted.

use serde::Serialize;

use super::open::Opened;
use super::{Exit, keep, output};
use crate::config::{Periods, Purge};
use crate::http::now;
use crate::store::{Purged, Retention, Store, StoreError};

/// Deletes, and tells how much.
pub fn run(call: &Purge) -> Exit {
    keep::with_store(&call.common, &call.keeping, async |opened, store| purge(call, opened, store).await)
}

/// The periods that a call names.
pub const fn retention(periods: &Periods) -> Retention {
    Retention {
        conversations: periods.keep_conversations,
        answers: periods.keep_answers,
        feedback: periods.keep_feedback,
        audit: periods.keep_audit,
    }
}

async fn purge(call: &Purge, opened: &Opened, store: &Store) -> Result<Exit, Exit> {
    let purged = carry_out(call, store).await.map_err(|error| keep::refuse(&error, opened.speaker()))?;
    let counts = Counts {
        conversations: purged.conversations,
        answers: purged.answers,
        feedback: purged.feedback,
        audit: purged.audit,
    };
    if call.json {
        return Ok(output::json(&counts));
    }
    let [conversations, answers, feedback, audit] =
        [purged.conversations, purged.answers, purged.feedback, purged.audit].map(|count| count.to_string());
    let told =
        [("conversations", conversations.as_str()), ("answers", &answers), ("feedback", &feedback), ("audit", &audit)];
    let id = if call.dry_run { "cli-overdue" } else { "cli-purged" };
    output::result(opened.speaker().tell(id, &told));
    Ok(Exit::Done)
}

async fn carry_out(call: &Purge, store: &Store) -> Result<Purged, StoreError> {
    let retention = retention(&call.periods);
    if call.dry_run {
        return store.overdue(&retention, now()).await;
    }
    let purged = store.purge(&retention, now()).await?;
    if call.rewrite {
        store.rewrite().await?;
    }
    Ok(purged)
}

#[derive(Serialize)]
struct Counts {
    conversations: u64,
    answers: u64,
    feedback: u64,
    audit: u64,
}
