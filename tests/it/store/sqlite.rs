//! Does the SQLite file withstand what happens to files? A full disk, damage, another program, a newer version.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jiff::Timestamp;
use nordvis::store::{BackupError, Database, Reason, Retention, Store, StoreError, StoredAnswer};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};

use super::bed::{Bed, answer, conversation, turn};

#[tokio::test]
async fn a_full_database_recovers_when_there_is_room() {
    let mut bed = Bed::sqlite();
    bed.config.max_bytes = Some(1 << 20);
    let store = bed.open().await;
    let kept = fill(&store).await;
    let file = bed.file();
    // Room is made by removing all but the last answer.
    execute(&file, "DELETE FROM answers WHERE number < (SELECT max(number) FROM answers)").await;
    recovers(&store, &kept[kept.len() - 1..]).await;
}

#[tokio::test]
async fn a_full_disk_recovers_when_there_is_room() {
    let mut bed = Bed::sqlite();
    let Some(disk) = SmallDisk::mount(&bed.folder().join("disk")) else {
        eprintln!("this machine does not let us mount a small disk: only the limit of the database was tried");
        return;
    };
    let ballast = disk.0.join("ballast");
    fs::write(&ballast, vec![1; 4 << 20]).unwrap();
    bed.config.database = Database::Sqlite(disk.0.join("nordvis.db"));
    let store = bed.open().await;
    let kept = fill(&store).await;
    // A program that starts now can still read.
    holds(&bed.open().await, &kept).await;
    fs::remove_file(&ballast).unwrap();
    recovers(&store, &kept).await;
    store.close().await;
    let store = bed.open().await;
    holds(&store, &kept).await;
    store.close().await;
}

/// A copy that finds no room gives back what it took, so that the service beside it goes on.
#[tokio::test]
async fn a_backup_that_fills_the_disk_leaves_room_for_answers() {
    let mut bed = Bed::sqlite();
    let Some(disk) = SmallDisk::mount(&bed.folder().join("disk")) else {
        eprintln!("this machine does not let us mount a small disk");
        return;
    };
    bed.config.database = Database::Sqlite(disk.0.join("nordvis.db"));
    let store = bed.open().await;
    let mut large = answer();
    large.reply = "å".repeat(1 << 20);
    store.keep_answer(large.clone()).await.unwrap();
    // Which empties the log: the file has two megabytes, and a copy of it no room beside the ballast.
    store.ready().await.unwrap();
    fs::write(disk.0.join("ballast"), vec![1; 4 << 20]).unwrap();
    assert_eq!(store.back_up(&disk.0.join("backup")).await, Err(BackupError::File(ErrorKind::StorageFull)));
    let names = fs::read_dir(&disk.0).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    assert!(names.into_iter().all(|name| name == "ballast" || name.starts_with("nordvis.db")));
    recovers(&store, &[large]).await;
    store.close().await;
}

/// Keeps answers until there is no room, and returns those that were acknowledged.
async fn fill(store: &Store) -> Vec<StoredAnswer> {
    let mut kept = Vec::new();
    let begun = conversation();
    store.begin_conversation(begun.clone()).await.unwrap();
    loop {
        let answer = answer();
        match store.keep_answer(answer.clone()).await {
            Ok(()) => kept.push(answer),
            Err(error) => {
                assert_eq!(error, StoreError::DiskFull);
                break;
            }
        }
        assert!(kept.len() < 10_000, "it never filled");
    }
    assert!(kept.len() > 10);
    // It stays so, it says so, and reading goes on.
    assert_eq!(store.keep_answer(answer()).await, Err(StoreError::DiskFull));
    assert_eq!(store.keep_turn(begun.id, turn(1)).await, Err(StoreError::DiskFull));
    assert_eq!(store.ready().await, Err(StoreError::DiskFull));
    assert_eq!(store.inputs(begun.id).await, Ok(Some((begun, vec![]))));
    holds(store, &kept).await;
    kept
}

async fn recovers(store: &Store, kept: &[StoredAnswer]) {
    assert_eq!(store.ready().await, Ok(()));
    let later = answer();
    assert_eq!(store.keep_answer(later.clone()).await, Ok(()));
    holds(store, kept).await;
    holds(store, &[later]).await;
}

async fn holds(store: &Store, kept: &[StoredAnswer]) {
    for answer in kept {
        assert!(store.answer(answer.id).await.unwrap().as_ref() == Some(answer), "{answer:?} is lost");
    }
}

/// What goes to a file that has lost its name is found by nobody.
#[tokio::test]
async fn what_goes_to_a_file_that_was_moved_is_not_acknowledged() {
    let bed = Bed::sqlite();
    let store = bed.open().await;
    let kept = answer();
    store.keep_answer(kept.clone()).await.unwrap();
    let (file, aside) = (bed.file(), bed.folder().join("aside"));
    fs::rename(&file, &aside).unwrap();
    says_that_it_was_moved(&store).await;
    fs::rename(&aside, &file).unwrap();
    recovers(&store, std::slice::from_ref(&kept)).await;
    // Another that was in its place may have been read from.
    fs::rename(&file, &aside).unwrap();
    fs::copy(&aside, &file).unwrap();
    says_that_it_was_moved(&store).await;
    fs::rename(&aside, &file).unwrap();
    says_that_it_was_moved(&store).await;
    store.close().await;
    recovers(&bed.open().await, &[kept]).await;
}

async fn says_that_it_was_moved(store: &Store) {
    let moved = StoreError::Unavailable(Reason::Moved);
    assert_eq!(store.keep_answer(answer()).await, Err(moved.clone()));
    assert_eq!(store.purge(&Retention::default(), Timestamp::now()).await, Err(moved.clone()));
    assert_eq!(store.ready().await, Err(moved.clone()));
    assert_eq!(store.rewrite().await, Err(moved));
}

/// SQLite would remove the log of the file that was there, with every answer that only the log holds.
#[tokio::test]
async fn a_log_without_its_file_is_left_alone() {
    let bed = Bed::sqlite();
    let store = bed.open().await;
    let kept = answer();
    let backup = bed.folder().join("backup");
    store.back_up(&backup).await.unwrap();
    store.keep_answer(kept.clone()).await.unwrap();
    // As they are after a kill.
    let other = Bed::sqlite();
    let named = |bed: &Bed, suffix: &str| PathBuf::from(format!("{}{suffix}", bed.file().display()));
    fs::create_dir(other.file().parent().unwrap()).unwrap();
    let log = fs::read(named(&bed, "-wal")).unwrap();
    let orphan = StoreError::Unavailable(Reason::Orphan);
    for suffix in ["-shm", "-wal"] {
        fs::copy(named(&bed, suffix), named(&other, suffix)).unwrap();
        assert_eq!(Store::open(&other.config).await.err(), Some(orphan.clone()));
        assert_eq!(Store::restore(&other.config, &backup).await.err(), Some(BackupError::Store(orphan.clone())));
        assert!(!other.file().exists());
    }
    assert!(fs::read(named(&other, "-wal")).unwrap() == log, "it was changed");
    // Beside its file it is whole.
    fs::copy(bed.file(), other.file()).unwrap();
    holds(&other.open().await, &[kept]).await;
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused() {
    let bed = Bed::sqlite();
    fs::create_dir_all(bed.file().parent().unwrap()).unwrap();
    let content = "these are the minutes of a meeting\n".repeat(1000);
    fs::write(bed.file(), &content).unwrap();
    assert_eq!(Store::open(&bed.config).await.err(), Some(StoreError::Damaged));
    assert_eq!(fs::read_to_string(bed.file()).unwrap(), content, "it was changed");
}

#[tokio::test]
async fn a_damaged_page_is_refused() {
    let bed = Bed::sqlite();
    let store = bed.open().await;
    for _ in 0..100 {
        store.keep_answer(answer()).await.unwrap();
    }
    store.close().await;
    let mut file = OpenOptions::new().write(true).open(bed.file()).unwrap();
    let middle = file.metadata().unwrap().len() / 2 / 16_384 * 16_384;
    file.seek(SeekFrom::Start(middle)).unwrap();
    file.write_all(&[0xff; 512]).unwrap();
    drop(file);
    assert_eq!(Store::open(&bed.config).await.err(), Some(StoreError::Damaged));
}

#[tokio::test]
async fn a_file_that_was_cut_short_is_refused() {
    let bed = Bed::sqlite();
    let store = bed.open().await;
    for _ in 0..100 {
        store.keep_answer(answer()).await.unwrap();
    }
    store.close().await;
    let file = OpenOptions::new().write(true).open(bed.file()).unwrap();
    file.set_len(file.metadata().unwrap().len() / 2).unwrap();
    drop(file);
    assert_eq!(Store::open(&bed.config).await.err(), Some(StoreError::Damaged));
}

#[tokio::test]
async fn a_newer_schema_is_refused() {
    let bed = Bed::sqlite();
    bed.open().await.close().await;
    execute(
        &bed.file(),
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (4711, 'of a later version', TRUE, x'00', 0)",
    )
    .await;
    assert_eq!(Store::open(&bed.config).await.err(), Some(StoreError::UnknownSchema { version: 4711 }));
}

#[tokio::test]
async fn another_programs_database_is_refused() {
    let bed = Bed::sqlite();
    fs::create_dir_all(bed.file().parent().unwrap()).unwrap();
    File::create(bed.file()).unwrap();
    execute(&bed.file(), "CREATE TABLE recipes (name TEXT)").await;
    assert_eq!(Store::open(&bed.config).await.err(), Some(StoreError::NotOurs));
}

#[tokio::test]
async fn a_place_where_no_file_can_be_is_refused() {
    let mut bed = Bed::sqlite();
    fs::write(bed.folder().join("file"), "").unwrap();
    bed.config.database = Database::Sqlite(bed.folder().join("file").join("nordvis.db"));
    let refused = Store::open(&bed.config).await.err();
    assert!(matches!(refused, Some(StoreError::Unavailable(Reason::File(_)))), "{refused:?}");
}

#[tokio::test]
async fn an_older_database_keeps_its_answers_and_learns_to_converse() {
    let bed = Bed::sqlite();
    bed.open().await.close().await;
    // What the first migration left: nothing of the second, and one answer.
    execute(
        &bed.file(),
        "DROP TABLE activations; DROP TABLE corpora; DROP TABLE client_keys; DROP TABLE clients; DROP INDEX turns;
         DROP TABLE probe; DROP TABLE feedback; DROP TABLE answers; DROP TABLE conversations; DROP TABLE audit;
         DROP TABLE audit_purged; DROP TABLE used_tokens;
         DELETE FROM _sqlx_migrations WHERE version > 1",
    )
    .await;
    execute(&bed.file(), include_str!("../../../migrations/sqlite/0001_answers_and_feedback.sql")).await;
    execute(
        &bed.file(),
        "INSERT INTO answers (id, created_at, corpus, program, request, reply)
         VALUES (x'0193a0c0000070008000000000000001', 1, 'sha256:00', '0.1.0', '{}', '{}')",
    )
    .await;
    let store = bed.open().await;
    assert!(store.answer("0193a0c0-0000-7000-8000-000000000001".parse().unwrap()).await.unwrap().is_some());
    let begun = conversation();
    store.begin_conversation(begun.clone()).await.unwrap();
    assert_eq!(store.keep_turn(begun.id, turn(1)).await, Ok(true));
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_services_own_user_may_look() {
    use std::os::unix::fs::PermissionsExt;

    let bed = Bed::sqlite();
    let store = bed.open().await;
    store.keep_answer(answer()).await.unwrap();
    let folder = bed.file().parent().unwrap().to_owned();
    let files: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 3, "the database, its log and the log's index: {files:?}");
    for path in files.iter().chain([&folder]) {
        let mode = fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{} is {mode:o}", path.display());
    }
}

/// Does to the file what another program would.
async fn execute(file: &Path, sql: &'static str) {
    let mut connection = SqliteConnectOptions::new().filename(file).connect().await.unwrap();
    sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// A file system of eight megabytes in memory.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// Nothing where mounting is not allowed.
    fn mount(folder: &Path) -> Option<Self> {
        fs::create_dir_all(folder).unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=8m", "tmpfs"])
            .arg(folder)
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        mounted.then(|| Self(folder.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        Command::new("umount").arg("--lazy").arg(&self.0).status().ok();
    }
}
