//! `nordvis purge`: what is older than it may be goes, or is counted.

use serde::Serialize;

use super::keep::{Kept, Missing, with_store};
use super::open::open;
use super::{Exit, output};
use crate::config::{Periods, Purge};
use crate::http::now;
use crate::store::{Purged, Retention, Store, StoreError};

/// Deletes, and tells how much.
pub fn run(call: &Purge) -> Exit {
    with_store(open(&call.common), &call.keeping, Missing::Refused, async |kept| purge(call, kept).await)
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

async fn purge(call: &Purge, kept: &Kept<'_>) -> Result<Exit, Exit> {
    let purged = carry_out(call, &kept.store).await.map_err(|error| kept.refuse(&error))?;
    let counts = Counts {
        conversations: purged.conversations,
        answers: purged.answers,
        feedback: purged.feedback,
        audit: purged.audit,
    };
    if call.json {
        return Ok(output::json(&counts));
    }
    let told = [
        ("conversations", purged.conversations),
        ("answers", purged.answers),
        ("feedback", purged.feedback),
        ("audit", purged.audit),
    ];
    let id = if call.dry_run { "cli-overdue" } else { "cli-purged" };
    output::result(kept.speaker().tell_counted(id, &[], &told));
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
