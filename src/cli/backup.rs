//! `nordvis backup` and `nordvis restore`: everything that is kept, in a file.

use super::open::{Opened, open};
use super::{Exit, keep, output};
use crate::config::Copy;
use crate::reply::Speaker;
use crate::store::{Action, Backup, BackupError, Client, Event, Store, StoreConfig};

/// Writes a backup.
pub fn back_up(call: &Copy) -> Exit {
    keep::with_store(&call.common, &call.keeping, async |opened, store| {
        let speaker = opened.speaker();
        let written = store.back_up(&call.file).await;
        let rows = written.as_ref().map(|found| format!("rows={}", found.rows)).ok();
        let exit = tell("cli-backed-up", written, call, speaker);
        if let Some(rows) = rows {
            // The file is whole also where the log takes nothing more; that is said beside it.
            let told = store.audit(Event::done(Client::operator(), Action::BackedUp, rows)).await;
            told.map_err(|error| keep::refuse(&error, speaker))?;
        }
        Ok(exit)
    })
}

/// Reads a backup.
pub fn restore(call: &Copy) -> Exit {
    match open(&call.common) {
        Ok(opened) => keep::wait(read(call, &opened)),
        Err(exit) => exit,
    }
}

async fn read(call: &Copy, opened: &Opened) -> Exit {
    let speaker = opened.speaker();
    let database = match keep::database(&call.keeping, speaker) {
        Ok(database) => database,
        Err(exit) => return exit,
    };
    let restored = match Store::restore(&StoreConfig::new(database), &call.file).await {
        Ok((store, found)) => {
            store.close().await;
            Ok(found)
        }
        Err(error) => Err(error),
    };
    tell("cli-restored", restored, call, speaker)
}

fn tell(id: &str, done: Result<Backup, BackupError>, call: &Copy, speaker: &Speaker) -> Exit {
    let file = call.file.display().to_string();
    match done {
        Ok(found) => {
            let (rows, faults) = (found.rows.to_string(), found.audit.faults.len().to_string());
            output::result(speaker.tell(id, &[("file", &file), ("rows", &rows), ("faults", &faults)]));
            if found.audit.faults.is_empty() { Exit::Done } else { Exit::No }
        }
        Err(BackupError::Store(error)) => keep::refuse(&error, speaker),
        Err(error) => {
            output::refusal(match error {
                BackupError::NotABackup => speaker.tell("cli-backup-unknown", &[("file", &file)]),
                BackupError::NotEmpty => speaker.say("cli-restore-not-empty").to_owned(),
                BackupError::Damaged { line } => {
                    speaker.tell("cli-backup-damaged", &[("file", &file), ("line", &line.to_string())])
                }
                other => speaker.tell("cli-backup-file", &[("file", &file), ("reason", &other.to_string())]),
            });
            Exit::No
        }
    }
}
