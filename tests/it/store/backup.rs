//! Is everything in a backup, and does it come back, into either database? For each database.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use nordvis::store::{BackupError, Database, Store};

use super::bed::{Bed, answer, conversation, turn};
use super::feedback;
use crate::replica::call;

suite!(
    everything_comes_back_into_either_database,
    what_is_written_meanwhile_is_in_whole_or_not,
    nothing_is_read_of_a_damaged_file,
    a_backup_that_fails_leaves_nothing_and_takes_nothing,
    two_backups_of_one_name_are_not_in_each_others_way,
    nothing_but_a_backup_is_replaced_by_one,
);

async fn everything_comes_back_into_either_database(bed: Bed) {
    let store = bed.open().await;
    let (begun, mut said, alone) = (conversation(), turn(1), answer());
    said.answer.reply = "å\0\n\"".repeat(10_000);
    store.begin_conversation(begun.clone()).await.unwrap();
    store.keep_turn(begun.id, said.clone()).await.unwrap();
    store.keep_answer(alone.clone()).await.unwrap();
    let thought = [feedback(alone.id, true, None), feedback(alone.id, false, Some("fel – 'forkert'\0"))];
    for thought in &thought {
        store.keep_feedback(thought.clone()).await.unwrap();
    }
    let known = store.audit_heads().await.unwrap();
    let file = bed.folder().join("backup");
    let written = store.back_up(&file).await.unwrap();
    assert_eq!((written.rows, written.audit.rows, &written.audit.faults), (10, 5, &vec![]));
    for other in [Bed::sqlite(), Bed::postgres().await] {
        let (restored, found) = Store::restore(&other.config, &file).await.unwrap();
        assert_eq!(found, written);
        assert!(restored.conversation(begun.id).await.unwrap() == Some((begun.clone(), vec![said.clone()])));
        assert!(restored.answer(alone.id).await.unwrap().as_ref() == Some(&alone));
        assert_eq!(restored.feedback(alone.id).await.unwrap(), thought);
        // The log goes on in the copy, and tells of it.
        assert_eq!(restored.keep_turn(begun.id, turn(2)).await, Ok(true));
        let audit = restored.verify_audit(&known).await.unwrap();
        assert_eq!((audit.rows, audit.faults), (7, vec![]));
        assert_eq!(Store::restore(&other.config, &file).await.err(), Some(BackupError::NotEmpty));
        assert!(restored.answer(alone.id).await.unwrap().is_some(), "it was changed");
    }
}

async fn what_is_written_meanwhile_is_in_whole_or_not(bed: Bed) {
    let store = bed.open().await;
    let stop = Arc::new(AtomicBool::new(false));
    let callers: Vec<_> = (0..4)
        .map(|_| {
            let (store, stop) = (store.clone(), Arc::clone(&stop));
            tokio::spawn(async move {
                while !stop.load(Ordering::SeqCst) {
                    let begun = conversation();
                    store.begin_conversation(begun.clone()).await.unwrap();
                    assert_eq!(store.keep_turn(begun.id, turn(1)).await, Ok(true));
                }
            })
        })
        .collect();
    for round in 0..3 {
        let before = answer();
        store.keep_answer(before.clone()).await.unwrap();
        let file = bed.folder().join(format!("backup-{round}"));
        let written = store.back_up(&file).await.unwrap();
        assert_eq!(written.audit.faults, []);
        let (restored, _) = Store::restore(&Bed::sqlite_in(bed.folder(), round).config, &file).await.unwrap();
        assert!(restored.answer(before.id).await.unwrap().as_ref() == Some(&before), "it was acknowledged before");
        assert_eq!(restored.verify_audit(&[]).await.unwrap().faults, []);
        restored.close().await;
    }
    stop.store(true, Ordering::SeqCst);
    for caller in callers {
        caller.await.unwrap();
    }
}

async fn nothing_is_read_of_a_damaged_file(bed: Bed) {
    let full = Bed::sqlite();
    let store = full.open().await;
    for _ in 0..20 {
        store.keep_answer(answer()).await.unwrap();
    }
    let file = full.folder().join("backup");
    store.back_up(&file).await.unwrap();
    let whole = fs::read(&file).unwrap();
    let lines = whole.iter().filter(|byte| **byte == b'\n').count();
    assert_eq!(lines, 42, "the first, the last, and two for each answer");
    for place in [200, whole.len() / 2, whole.len() - 40] {
        let mut damaged = whole.clone();
        damaged[place] ^= 1;
        fs::write(&file, damaged).unwrap();
        let refused = Store::restore(&bed.config, &file).await.err();
        assert!(matches!(refused, Some(BackupError::Damaged { .. })), "{place}: {refused:?}");
        fs::write(&file, &whole[..place]).unwrap();
        let refused = Store::restore(&bed.config, &file).await.err();
        assert!(matches!(refused, Some(BackupError::Damaged { .. })), "cut at {place}: {refused:?}");
    }
    fs::write(&file, "these are the minutes of a meeting\n").unwrap();
    assert_eq!(Store::restore(&bed.config, &file).await.err(), Some(BackupError::NotABackup));
    fs::write(&file, &whole).unwrap();
    assert!(Store::restore(&bed.config, &file).await.is_ok(), "the database is still empty");
}

async fn a_backup_that_fails_leaves_nothing_and_takes_nothing(bed: Bed) {
    let store = bed.open().await;
    store.keep_answer(answer()).await.unwrap();
    let folder = bed.folder().join("backups");
    fs::create_dir(&folder).unwrap();
    let file = folder.join("backup");
    let written = store.back_up(&file).await.unwrap();
    let good = fs::read(&file).unwrap();
    // The last table cannot be read, when all others are written already.
    let mut raw = bed.raw().await;
    raw.run("ALTER TABLE audit RENAME TO elsewhere").await;
    assert!(matches!(store.back_up(&file).await, Err(BackupError::Store(_))));
    raw.run("ALTER TABLE elsewhere RENAME TO audit").await;
    assert_eq!(fs::read(&file).unwrap(), good);
    // No folder becomes a file, nor anything in it.
    assert_eq!(store.back_up(&folder).await, Err(BackupError::File(ErrorKind::IsADirectory)));
    assert_eq!(store.back_up(&folder.join(".")).await, Err(BackupError::File(ErrorKind::IsADirectory)));
    let socket = bed.folder().join("socket");
    let _listens = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    assert_eq!(store.back_up(&socket).await, Err(BackupError::File(ErrorKind::AlreadyExists)));
    for folder in [&folder, bed.folder()] {
        let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        assert_eq!(files.filter(|name| name.contains("part")).collect::<Vec<_>>(), [""; 0]);
    }
    // What a killed program left is in nobody's way, and what another still writes is not taken from it.
    fs::write(folder.join("backup.part"), "half a line").unwrap();
    assert_eq!(store.back_up(&file).await, Ok(written));
    assert_eq!(fs::read(folder.join("backup.part")).unwrap(), b"half a line");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

async fn two_backups_of_one_name_are_not_in_each_others_way(bed: Bed) {
    let store = bed.open().await;
    store.keep_answer(answer()).await.unwrap();
    let folder = bed.folder().join("backups");
    fs::create_dir(&folder).unwrap();
    let file = folder.join("backup");
    let (first, second) = tokio::join!(store.back_up(&file), store.back_up(&file));
    assert_eq!(first.as_ref().map(|found| found.rows), Ok(2));
    assert_eq!(first, second);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    let (restored, found) = Store::restore(&Bed::sqlite().config, &file).await.unwrap();
    assert_eq!(Ok(found), first);
    restored.close().await;
}

async fn nothing_but_a_backup_is_replaced_by_one(bed: Bed) {
    let store = bed.open().await;
    let kept = answer();
    store.keep_answer(kept.clone()).await.unwrap();
    let mut others = Vec::new();
    for (name, content) in [
        ("minutes", "these are the minutes of a meeting\n".to_owned()),
        ("image", "\0".repeat(100_000)),
        ("later", "{\"format\":\"another-backup-7\",\"program\":\"another\"}\n".to_owned()),
    ] {
        fs::write(bed.folder().join(name), content).unwrap();
        others.push(bed.folder().join(name));
    }
    // Another database of ours, and this one by any name.
    let other = Bed::sqlite_in(bed.folder(), 1);
    other.open().await.close().await;
    others.push(other.file());
    let before: Vec<_> = others.iter().map(|file| fs::read(file).unwrap()).collect();
    let mut own = Vec::new();
    if matches!(bed.config.database, Database::Sqlite(_)) {
        let (database, link, twin) = (bed.file(), bed.folder().join("link"), bed.folder().join("twin"));
        std::os::unix::fs::symlink(&database, &link).unwrap();
        fs::hard_link(&database, &twin).unwrap();
        let beside = |suffix| PathBuf::from(format!("{}-{suffix}", database.display()));
        let round = database.parent().unwrap().join("..").join("data").join(database.file_name().unwrap());
        own.extend([beside("wal"), beside("shm"), beside("journal"), database, round, link, twin]);
    }
    for file in others.iter().chain(&own) {
        assert_eq!(store.back_up(file).await, Err(BackupError::NotABackup), "{}", file.display());
        let refused = call(&["backup", file.to_str().unwrap(), "--database", &bed.url(), "--language", "en"]);
        assert_eq!(refused.status.code(), Some(1), "{}", file.display());
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(said.contains("is not a backup"), "{}: {said}", file.display());
    }
    assert!(others.iter().map(|file| fs::read(file).unwrap()).eq(before));
    assert!(store.answer(kept.id).await.unwrap().as_ref() == Some(&kept));
    store.close().await;
    let reopened = bed.open().await;
    assert!(reopened.answer(kept.id).await.unwrap() == Some(kept), "it is still the database");
    // What was made to take a backup does, and so does what took one.
    let made = bed.folder().join("made");
    fs::write(&made, "").unwrap();
    assert!(reopened.back_up(&made).await.is_ok());
    assert!(reopened.back_up(&made).await.is_ok());
}
