//! Is what was deleted gone from the databases' files too? Looked for byte by byte.

use nordvis::store::Feedback;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};

use super::bed::{Bed, conversation, turn};
use crate::postgres::shared;

#[tokio::test]
async fn what_was_deleted_is_in_none_of_its_files() {
    let bed = Bed::sqlite();
    let store = bed.open().await;
    let (deleted, stays) = (conversation(), conversation());
    for begun in [&deleted, &stays] {
        store.begin_conversation(begun.clone()).await.unwrap();
    }
    for number in 1..=20 {
        for (begun, name) in [(&deleted, "Anna"), (&stays, "Berit")] {
            let mut said = turn(number);
            said.input = format!("{name} says");
            said.answer.request = format!("{name} asks");
            // Both sides of what fits on a page.
            said.answer.reply = format!("{name} ").repeat(if number % 5 == 0 { 9000 } else { 1000 });
            let comment = Some(format!("{name} thinks"));
            let feedback =
                Feedback { answer: said.answer.id, helpful: true, comment, given_at: begun.created_at, token: None };
            assert_eq!(store.keep_turn(begun.id, said).await, Ok(true));
            assert_eq!(store.keep_feedback(feedback).await, Ok(true));
        }
    }
    assert!(contains(&bed, "Anna") && contains(&bed, "Berit"));
    assert_eq!(store.delete_conversation(deleted.id).await, Ok(true));
    assert!(!contains(&bed, "Anna"), "it is deleted but still written somewhere");
    assert!(contains(&bed, "Berit"));
}

/// A program that still reads what was there before the deletion keeps it in the log; then it goes with the next look.
#[tokio::test]
async fn what_was_deleted_goes_when_its_last_reader_goes() {
    let bed = Bed::sqlite();
    let store = bed.open().await;
    let (begun, mut said) = (conversation(), turn(1));
    said.input = "Anna".into();
    store.begin_conversation(begun.clone()).await.unwrap();
    assert_eq!(store.keep_turn(begun.id, said).await, Ok(true));
    let mut reading = SqliteConnectOptions::new().filename(bed.file()).connect().await.unwrap();
    let mut transaction = reading.begin().await.unwrap();
    sqlx::raw_sql("SELECT input FROM answers").execute(&mut *transaction).await.unwrap();
    assert_eq!(store.delete_conversation(begun.id).await, Ok(true));
    assert_eq!(store.conversation(begun.id).await, Ok(None));
    assert!(contains(&bed, "Anna"), "nothing is in the way");
    transaction.rollback().await.unwrap();
    assert_eq!(store.ready().await, Ok(()));
    assert!(!contains(&bed, "Anna"));
}

/// What the deletion of others left behind in unused parts of pages goes when the file is written anew.
#[tokio::test]
async fn what_was_deleted_leaves_nothing_in_a_file_that_is_written_anew() {
    let bed = Bed::sqlite();
    let store = bed.open().await;
    let mut begun = Vec::new();
    for number in 0..300 {
        let (conversation, mut said) = (conversation(), turn(1));
        said.input = format!("Anna {number} says");
        said.answer.reply = format!("Anna {number} ").repeat(1 + number % 97);
        store.begin_conversation(conversation.clone()).await.unwrap();
        store.keep_turn(conversation.id, said).await.unwrap();
        begun.push(conversation.id);
    }
    // Not in the order in which they came.
    for number in 0..300 {
        assert_eq!(store.delete_conversation(begun[number * 7 % 300]).await, Ok(true));
    }
    store.rewrite().await.unwrap();
    assert!(!contains(&bed, "Anna"));
    assert_eq!(store.verify_audit(&[]).await.unwrap().faults, []);
}

/// PostgreSQL leaves what was deleted in its pages until they are written anew; its own log goes as it goes on.
#[tokio::test]
async fn what_was_deleted_is_in_none_of_postgresqls_tables_that_are_written_anew() {
    let bed = Bed::postgres().await;
    let store = bed.open().await;
    let (deleted, stays) = (conversation(), conversation());
    for (begun, name) in [(&deleted, "Anna"), (&stays, "Berit")] {
        let mut said = turn(1);
        said.input = format!("{name} says");
        store.begin_conversation(begun.clone()).await.unwrap();
        store.keep_turn(begun.id, said).await.unwrap();
    }
    assert_eq!(store.delete_conversation(deleted.id).await, Ok(true));
    store.rewrite().await.unwrap();
    let mut raw = bed.raw().await;
    raw.run("CHECKPOINT").await;
    let folder = shared().folder().join("base").join(raw.folder_name().await);
    let files = std::fs::read_dir(folder).unwrap();
    // A table that is gone may have gone while we look.
    let bytes: Vec<u8> = files.flat_map(|file| std::fs::read(file.unwrap().path()).unwrap_or_default()).collect();
    let found = |text: &str| bytes.windows(text.len()).any(|bytes| bytes == text.as_bytes());
    assert!(found("Berit says"), "nothing is found at all");
    assert!(!found("Anna says"));
}

fn contains(bed: &Bed, text: &str) -> bool {
    bed.bytes().windows(text.len()).any(|bytes| bytes == text.as_bytes())
}
