//! Is what was deleted gone from SQLite's files too? Looked for byte by byte.

use nordvis::store::Feedback;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};

use super::bed::{Bed, conversation, turn};

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

fn contains(bed: &Bed, text: &str) -> bool {
    bed.bytes().windows(text.len()).any(|bytes| bytes == text.as_bytes())
}
