//! `nordvis backup` and `nordvis restore`: everything that is kept, in a file.

use super::keep::{self, Missing, with_store};
use super::open::{Opened, open};
use super::{Exit, output, reason};
use crate::config::Copy;
use crate::reply::Speaker;
use crate::store::{Action, Backup, BackupError, Client, Database, Event, Store, StoreConfig};

/// Writes a backup.
pub fn back_up(call: &Copy) -> Exit {
    with_store(open(&call.common), &call.keeping, Missing::Refused, async |kept| {
        let written = kept.store.back_up(&call.file).await;
        let rows = written.as_ref().map(|found| format!("rows={}", found.rows)).ok();
        let exit = tell("cli-backed-up", written, call, &kept.database, kept.speaker());
        if let Some(rows) = rows {
            // The file is whole also where the log takes nothing more; that is said beside it.
            let told = kept.store.audit(Event::done(Client::operator(), Action::BackedUp, rows)).await;
            told.map_err(|error| kept.refuse(&error))?;
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

async fn read(call: &Copy, opened: &Opened) -> Result<Exit, Exit> {
    let speaker = opened.speaker();
    let database = keep::database(&call.keeping, speaker)?;
    let restored = match Store::restore(&StoreConfig::new(database.clone()), &call.file).await {
        Ok((store, found)) => {
            store.close().await;
            Ok(found)
        }
        Err(error) => Err(error),
    };
    Ok(tell("cli-restored", restored, call, &database, speaker))
}

fn tell(id: &str, done: Result<Backup, BackupError>, call: &Copy, database: &Database, speaker: &Speaker) -> Exit {
    let file = call.file.display().to_string();
    match done {
        Ok(found) => {
            let counts = [("rows", found.rows), ("faults", found.audit.faults.len() as u64)];
            output::result(speaker.tell_counted(id, &[("file", &file)], &counts));
            if found.audit.faults.is_empty() { Exit::Done } else { Exit::No }
        }
        Err(BackupError::Store(error)) => keep::refuse(&error, database, speaker),
        Err(BackupError::NotABackup) => refuse(speaker.tell("cli-backup-unknown", &[("file", &file)])),
        Err(BackupError::NotEmpty) => {
            refuse(speaker.tell("cli-restore-not-empty", &[("place", &keep::place(database))]))
        }
        Err(BackupError::Damaged { line }) => {
            refuse(speaker.tell("cli-backup-damaged", &[("file", &file), ("line", &line.to_string())]))
        }
        Err(BackupError::File(kind)) => {
            refuse(speaker.tell("cli-backup-file", &[("file", &file), ("reason", &reason::file(kind, speaker))]))
        }
    }
}

fn refuse(why: String) -> Exit {
    output::refusal(why);
    Exit::No
}
