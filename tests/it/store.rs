//! Is what was acknowledged kept, and given back as it was? One suite over the interface, run for each database.

/// Runs every test of the suite on a database of its own.
macro_rules! suite {
    ($($test:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test] async fn $test() { super::$test(super::Bed::sqlite()).await; })*
        }
        mod on_postgres {
            $(#[tokio::test] async fn $test() { super::$test(super::Bed::postgres().await).await; })*
        }
    };
}

mod audit;
mod backup;
pub mod bed;
mod clients;
mod conversations;
mod damage;
mod erasure;
mod kill;
mod outages;
mod postgres;
mod retention;
mod sqlite;
mod tokens;

use std::collections::BTreeSet;
use std::future::{Future, ready};

use jiff::Timestamp;
use nordvis::store::{Feedback, Reason, StoreError};
use uuid::Uuid;

use bed::{Bed, answer};
use kill::Promise;

suite!(
    gives_back_what_was_kept_after_reopening,
    gives_nothing_for_an_unknown_id,
    keeps_every_feedback_beside_its_answer,
    keeps_no_feedback_without_its_answer,
    keeps_what_many_callers_bring_at_once,
    an_id_that_is_already_kept_fails_alone,
    a_full_queue_is_said_at_once_and_passes,
    a_caller_that_goes_away_does_not_undo_the_write,
    closing_finishes_what_was_accepted_and_takes_no_more,
    two_programs_share_a_database,
    what_was_acknowledged_survives_a_kill,
);

async fn gives_back_what_was_kept_after_reopening(bed: Bed) {
    let mut kept = answer();
    kept.created_at = "2026-11-21T20:15:00.123456Z".parse().unwrap();
    kept.request = r#"{"question":"Knäartros, knæartrose – 🦴\u0000?","facts":{"egfr_ml_min":28.5}}"#.into();
    kept.reply = "å\0\n\"".repeat(40_000);
    let store = bed.open().await;
    store.keep_answer(kept.clone()).await.unwrap();
    assert!(store.answer(kept.id).await.unwrap() == Some(kept.clone()), "at once");
    store.close().await;
    assert!(bed.open().await.answer(kept.id).await.unwrap() == Some(kept), "after reopening");
}

async fn gives_nothing_for_an_unknown_id(bed: Bed) {
    let store = bed.open().await;
    assert_eq!(store.answer(Uuid::now_v7()).await, Ok(None));
    assert_eq!(store.feedback(Uuid::now_v7()).await, Ok(vec![]));
}

async fn keeps_every_feedback_beside_its_answer(bed: Bed) {
    let store = bed.open().await;
    let (first, second) = (answer(), answer());
    store.keep_answer(first.clone()).await.unwrap();
    store.keep_answer(second.clone()).await.unwrap();
    let said = [feedback(first.id, true, None), feedback(first.id, false, Some("fel sida; 'forkert' side"))];
    for feedback in &said {
        assert_eq!(store.keep_feedback(feedback.clone()).await, Ok(true));
    }
    store.close().await;
    let store = bed.open().await;
    assert_eq!(store.feedback(first.id).await.unwrap(), said);
    assert_eq!(store.feedback(second.id).await, Ok(vec![]));
}

async fn keeps_no_feedback_without_its_answer(bed: Bed) {
    let store = bed.open().await;
    let unknown = Uuid::now_v7();
    assert_eq!(store.keep_feedback(feedback(unknown, true, None)).await, Ok(false));
    assert_eq!(store.feedback(unknown).await, Ok(vec![]));
}

async fn keeps_what_many_callers_bring_at_once(bed: Bed) {
    let store = bed.open().await;
    let callers: Vec<_> = (0..300)
        .map(|_| {
            let (store, answer) = (store.clone(), answer());
            tokio::spawn(async move { store.keep_answer(answer.clone()).await.map(|()| answer) })
        })
        .collect();
    for caller in callers {
        let kept = caller.await.unwrap().unwrap();
        assert!(store.answer(kept.id).await.unwrap() == Some(kept));
    }
}

async fn an_id_that_is_already_kept_fails_alone(bed: Bed) {
    let store = bed.open().await;
    let first = answer();
    store.keep_answer(first.clone()).await.unwrap();
    let mut again = first.clone();
    again.reply = "another reply".into();
    // Polled together, before the writer runs: one batch.
    let (left, middle, right) = (answer(), again, answer());
    let (kept_left, refused, kept_right) =
        tokio::join!(store.keep_answer(left.clone()), store.keep_answer(middle), store.keep_answer(right.clone()),);
    assert_eq!((kept_left, refused, kept_right), (Ok(()), Err(StoreError::Duplicate), Ok(())));
    for kept in [first, left, right] {
        assert!(store.answer(kept.id).await.unwrap() == Some(kept));
    }
}

async fn a_full_queue_is_said_at_once_and_passes(mut bed: Bed) {
    bed.config.queue = 2;
    let store = bed.open().await;
    // The tests' runtime has one thread: the writer runs only once all three have been polled.
    let outcomes = tokio::join!(store.keep_answer(answer()), store.keep_answer(answer()), store.keep_answer(answer()));
    assert_eq!(outcomes, (Ok(()), Ok(()), Err(StoreError::Overloaded)));
    assert_eq!(store.keep_answer(answer()).await, Ok(()));
}

async fn a_caller_that_goes_away_does_not_undo_the_write(bed: Bed) {
    let store = bed.open().await;
    let kept = answer();
    abandon(store.keep_answer(kept.clone())).await;
    store.close().await;
    assert!(bed.open().await.answer(kept.id).await.unwrap() == Some(kept));
}

async fn closing_finishes_what_was_accepted_and_takes_no_more(bed: Bed) {
    let store = bed.open().await;
    assert_eq!(store.ready().await, Ok(()));
    let accepted = answer();
    let (outcome, ()) = tokio::join!(store.keep_answer(accepted.clone()), store.close());
    assert_eq!(outcome, Ok(()));
    let stopped = StoreError::Unavailable(Reason::Stopped);
    assert_eq!(store.keep_answer(answer()).await, Err(stopped.clone()));
    assert_eq!(store.keep_feedback(feedback(accepted.id, true, None)).await, Err(stopped.clone()));
    assert_eq!(store.answer(accepted.id).await, Err(stopped.clone()));
    assert_eq!(store.ready().await, Err(stopped));
    store.close().await;
    assert!(bed.open().await.answer(accepted.id).await.unwrap() == Some(accepted));
}

async fn two_programs_share_a_database(bed: Bed) {
    let (one, other) = tokio::join!(bed.open(), bed.open());
    for _ in 0..20 {
        let (left, right) = (answer(), answer());
        let outcomes = tokio::join!(one.keep_answer(left.clone()), other.keep_answer(right.clone()));
        assert_eq!(outcomes, (Ok(()), Ok(())));
        assert!(one.answer(right.id).await.unwrap() == Some(right));
        assert!(other.answer(left.id).await.unwrap() == Some(left));
    }
}

/// A child process keeps answers and turns until it is killed in the middle of it; what it was promised is there.
async fn what_was_acknowledged_survives_a_kill(bed: Bed) {
    let mut promised = BTreeSet::new();
    for round in 1..=4 {
        promised.extend(kill::keep_until_killed(&bed.url(), 40 * round));
        let store = bed.open().await;
        for promise in &promised {
            assert!(promise.is_kept(&store).await, "round {round}: {promise:?} is lost");
        }
        store.close().await;
    }
    assert!(promised.len() >= 400);
    assert!(promised.iter().any(|promise| matches!(promise, Promise::Turn { number: 2.., .. })));
}

fn feedback(answer: Uuid, helpful: bool, comment: Option<&str>) -> Feedback {
    let given_at = Timestamp::from_microsecond(1_795_000_000_000_001).unwrap();
    Feedback { answer, helpful, comment: comment.map(str::to_owned), given_at, token: None }
}

/// Begins and lets go at once.
async fn abandon<T>(work: impl Future<Output = T>) {
    tokio::select! {
        biased;
        _ = work => panic!("it was finished before it could be abandoned"),
        () = ready(()) => {}
    }
}
