//! Does PostgreSQL hold what we ask of it? Its sessions, its schema, and a database that is not ours.

use jiff::SignedDuration;
use nordvis::store::{Database, Purged, Reason, Retention, Store, StoreConfig, StoreError};
use sqlx::Row;

use super::bed::{Bed, answer, conversation, turn};
use crate::postgres::shared;

#[tokio::test]
async fn a_commit_is_on_the_disk_and_nothing_waits_for_ever() {
    let bed = Bed::postgres().await;
    let store = bed.open().await;
    store.keep_answer(answer()).await.unwrap();
    assert!(store.answer(answer().id).await.unwrap().is_none());
    // What each of our sessions is held to, as the server sees it in the transaction that it last ran.
    let mut looking = connect(&bed).await;
    let sessions = sqlx::query(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'nordvis'",
    );
    assert_eq!(sessions.fetch_one(&mut looking).await.unwrap().get::<i64, _>(0), 2, "one writes, one reads");
    // A table that somebody holds: the write ends by itself, and says so.
    let mut holding = sqlx::Connection::begin(&mut looking).await.unwrap();
    sqlx::raw_sql("LOCK TABLE answers IN ACCESS EXCLUSIVE MODE").execute(&mut *holding).await.unwrap();
    let timed_out = Err(StoreError::Unavailable(Reason::TimedOut));
    assert_eq!(store.keep_answer(answer()).await, timed_out);
    assert_eq!(store.answer(answer().id).await.map(|_| ()), timed_out);
    holding.rollback().await.unwrap();
    assert_eq!(store.keep_answer(answer()).await, Ok(()), "it goes on by itself");
}

#[tokio::test]
async fn a_newer_schema_is_refused() {
    let bed = Bed::postgres().await;
    bed.open().await.close().await;
    execute(
        &bed,
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (4711, 'of a later version', TRUE, '\\x00', 0)",
    )
    .await;
    assert_eq!(Store::open(&bed.config).await.err(), Some(StoreError::UnknownSchema { version: 4711 }));
}

#[tokio::test]
async fn another_programs_database_is_refused() {
    let bed = Bed::postgres().await;
    execute(&bed, "CREATE TABLE recipes (name TEXT)").await;
    assert_eq!(Store::open(&bed.config).await.err(), Some(StoreError::NotOurs));
}

#[tokio::test]
async fn a_server_or_database_that_is_not_there_is_said() {
    let missing: Database = shared().url("no_such_database").parse().unwrap();
    let refused = Store::open(&StoreConfig::new(missing)).await.err();
    assert_eq!(refused, Some(StoreError::Unavailable(Reason::State(*b"3D000"))));
    let nowhere: Database = "postgres://nordvis@127.0.0.1:9/nordvis".parse().unwrap();
    let refused = Store::open(&StoreConfig::new(nowhere)).await.err();
    assert_eq!(refused, Some(StoreError::Unavailable(Reason::Connection(std::io::ErrorKind::ConnectionRefused))));
}

#[tokio::test]
async fn a_server_that_cannot_encrypt_is_refused_when_encryption_is_asked_for() {
    let bed = Bed::postgres().await;
    let strict: Database = format!("{}?sslmode=verify-full", bed.url()).parse().unwrap();
    let refused = Store::open(&StoreConfig::new(strict)).await.err();
    assert_eq!(refused, Some(StoreError::Unavailable(Reason::NotEncrypted)));
}

/// A turn that another replica acknowledges while a purge waits for its conversation.
#[tokio::test]
async fn a_conversation_that_goes_on_while_a_purge_waits_for_it_stays() {
    let bed = Bed::postgres().await;
    let store = bed.open().await;
    let (begun, said) = (conversation(), turn(1));
    store.begin_conversation(begun.clone()).await.unwrap();
    let now = begun.created_at + SignedDuration::from_hours(24 * 120);
    // As the writer of another replica does it, up to the commit.
    let mut replica = connect(&bed).await;
    let mut writing = sqlx::Connection::begin(&mut replica).await.unwrap();
    let hold = sqlx::query("SELECT id FROM conversations WHERE id = $1 FOR NO KEY UPDATE").bind(begun.id);
    hold.execute(&mut *writing).await.unwrap();
    let insert = "INSERT INTO answers (id, created_at, corpus, program, request, reply, conversation, turn, input)
                  VALUES ($1, $2, '', '', '', '', $3, 1, '')";
    let insert = sqlx::query(insert).bind(said.answer.id).bind(now.as_microsecond()).bind(begun.id);
    insert.execute(&mut *writing).await.unwrap();
    let purging = tokio::spawn({
        let store = store.clone();
        async move { store.purge(&Retention::default(), now).await }
    });
    let waits = "SELECT EXISTS (SELECT 1 FROM pg_stat_activity
                 WHERE datname = current_database() AND wait_event_type = 'Lock')";
    let mut looking = connect(&bed).await;
    while !sqlx::query_scalar::<_, bool>(waits).fetch_one(&mut looking).await.unwrap() {
        assert!(!purging.is_finished(), "it did not wait");
    }
    writing.commit().await.unwrap();
    assert_eq!(purging.await.unwrap(), Ok(Purged::default()));
    assert_eq!(store.conversation(begun.id).await.unwrap().unwrap().1.len(), 1);
}

async fn connect(bed: &Bed) -> sqlx::PgConnection {
    <sqlx::PgConnection as sqlx::Connection>::connect(&bed.url()).await.unwrap()
}

/// Does to the database what another program would.
async fn execute(bed: &Bed, sql: &'static str) {
    sqlx::raw_sql(sql).execute(&mut connect(bed).await).await.unwrap();
}
