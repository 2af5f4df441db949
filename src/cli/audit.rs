//! `nordvis audit verify`: whether the audit log is as it was written, and where not.

use serde::Serialize;

use super::keep::{Kept, Missing, with_store};
use super::open::open;
use super::{Exit, output};
use crate::config::{Audit, AuditTask};
use crate::reply::Speaker;
use crate::store::{Checkpoint, Verification};

/// Does what is asked of the log.
pub fn run(call: &Audit) -> Exit {
    match call.task {
        AuditTask::Verify => {
            with_store(open(&call.common), &call.keeping, Missing::Refused, async |kept| verify(call, kept).await)
        }
    }
}

async fn verify(call: &Audit, kept: &Kept<'_>) -> Result<Exit, Exit> {
    let speaker = kept.speaker();
    let known: Result<Vec<Checkpoint>, _> = call.checkpoint.iter().map(|known| known.parse()).collect();
    let known = known.map_err(|_| {
        output::refusal(speaker.say("cli-bad-checkpoint"));
        Exit::Misused
    })?;
    let found = kept.store.verify_audit(&known).await.map_err(|error| kept.refuse(&error))?;
    if call.json {
        return Ok(as_json(&found));
    }
    tell(&found, speaker);
    Ok(exit(&found))
}

fn exit(found: &Verification) -> Exit {
    if found.faults.is_empty() { Exit::Done } else { Exit::No }
}

fn tell(found: &Verification, speaker: &Speaker) {
    for fault in &found.faults {
        let (chain, number) = (fault.chain.to_string(), fault.number.to_string());
        let id = format!("cli-audit-{}", fault.kind.name());
        output::result(speaker.tell(&id, &[("chain", &chain), ("number", &number)]));
    }
    for head in &found.heads {
        output::result(speaker.tell("cli-audit-head", &[("checkpoint", &head.to_string())]));
    }
    let counts = [("rows", found.rows), ("faults", found.faults.len() as u64)];
    output::result(speaker.tell_counted("cli-audit-verified", &[], &counts));
}

/// What was found, for programs.
#[derive(Serialize)]
struct Found {
    rows: u64,
    heads: Vec<String>,
    faults: Vec<FoundFault>,
}

#[derive(Serialize)]
struct FoundFault {
    chain: i64,
    number: i64,
    kind: &'static str,
}

fn as_json(found: &Verification) -> Exit {
    let fault = |fault: &crate::store::AuditFault| FoundFault {
        chain: fault.chain,
        number: fault.number,
        kind: fault.kind.name(),
    };
    let printed = Found {
        rows: found.rows,
        heads: found.heads.iter().map(Checkpoint::to_string).collect(),
        faults: found.faults.iter().map(fault).collect(),
    };
    match output::json(&printed) {
        Exit::Done => exit(found),
        other => other,
    }
}
