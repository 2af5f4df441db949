//! Does what is older than it may be go, and nothing else? For each database.

use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use nordvis::store::{Action, Client, Conversation, Event, Feedback, Purged, Retention, Store};

use super::bed::{Bed, answer, answer_of, conversation, turn, turn_of};
use super::feedback;

suite!(
    each_kind_goes_when_its_own_time_is_up,
    what_was_kept_under_a_key_goes_as_all_else_does,
    a_conversation_that_goes_on_stays_whole,
    more_than_goes_at_once_goes_all_the_same,
    the_log_goes_in_portions_and_what_stays_can_be_verified,
    what_hinders_that_the_log_goes_hinders_nothing_else,
    a_purge_that_goes_on_is_not_taken_for_a_fault,
    a_row_that_is_missing_keeps_no_other,
    a_chain_that_ended_long_ago_was_purged_for_ever,
);

/// So many days from now.
fn in_days(days: i64) -> Timestamp {
    Timestamp::now() + SignedDuration::from_hours(24 * days)
}

async fn purge(store: &Store, days: i64) -> Purged {
    let (retention, now) = (Retention::default(), in_days(days));
    let overdue = store.overdue(&retention, now).await.unwrap();
    let purged = store.purge(&retention, now).await.unwrap();
    assert_eq!(purged, overdue, "what was told before is what went");
    assert_eq!(store.overdue(&Retention { audit: u32::MAX, ..retention }, now).await, Ok(Purged::default()));
    assert_eq!(store.verify_audit(&[]).await.unwrap().faults, []);
    purged
}

async fn each_kind_goes_when_its_own_time_is_up(bed: Bed) {
    let store = bed.open().await;
    let (begun, alone) = (conversation(), answer());
    store.begin_conversation(begun.clone()).await.unwrap();
    store.keep_turn(begun.id, turn(1)).await.unwrap();
    store.keep_answer(alone.clone()).await.unwrap();
    store.keep_feedback(feedback(alone.id, true, None)).await.unwrap();
    let known = store.audit_heads().await.unwrap();
    assert_eq!(purge(&store, 80).await, Purged::default());
    assert_eq!(purge(&store, 120).await, Purged { conversations: 1, ..Purged::default() });
    assert_eq!(store.conversation(begun.id).await, Ok(None));
    assert_eq!(purge(&store, 400).await, Purged { feedback: 1, ..Purged::default() });
    assert!(store.answer(alone.id).await.unwrap().is_some());
    // Four rows of the log for what was kept, and two for what was purged.
    assert_eq!(purge(&store, 3_700).await, Purged { answers: 1, audit: 6, ..Purged::default() });
    assert_eq!(store.answer(alone.id).await, Ok(None));
    // It is told, the chain goes on, and what was known of it before is no contradiction.
    assert_eq!(bed.raw().await.audit().await.len(), 2, "of the log, and of the rest");
    store.keep_answer(answer()).await.unwrap();
    store.close().await;
    let found = bed.open().await.verify_audit(&known).await.unwrap();
    assert_eq!((found.rows, found.faults), (3, vec![]));
    assert_eq!(found.heads[0].number, 9);
}

/// What follows from a key is an id of any height, and of no time.
async fn what_was_kept_under_a_key_goes_as_all_else_does(bed: Bed) {
    let store = bed.open().await;
    let keyed = |last: u8| {
        let mut bytes = [0xff; 16];
        bytes[15] = last;
        uuid::Builder::from_custom_bytes(bytes).into_uuid()
    };
    let (begun, alone) = (Conversation { id: keyed(1), ..conversation() }, answer_of(keyed(2)));
    store.begin_conversation(begun.clone()).await.unwrap();
    assert_eq!(store.keep_turn(begun.id, turn_of(1, keyed(3))).await, Ok(true));
    store.keep_answer(alone.clone()).await.unwrap();
    for (answer, token) in [(keyed(3), keyed(4)), (alone.id, keyed(5))] {
        store.keep_feedback(Feedback { token: Some(token), ..feedback(answer, true, Some("bra")) }).await.unwrap();
    }
    // One that goes on stays, and all of it.
    let (unended, mut late) = (Conversation { id: keyed(6), ..conversation() }, turn_of(1, keyed(7)));
    late.answer.created_at = in_days(100);
    store.begin_conversation(unended.clone()).await.unwrap();
    assert_eq!(store.keep_turn(unended.id, late).await, Ok(true));
    assert_eq!(purge(&store, 80).await, Purged::default());
    assert_eq!(purge(&store, 120).await, Purged { conversations: 1, ..Purged::default() });
    assert_eq!(store.conversation(begun.id).await, Ok(None));
    assert_eq!(store.answer(keyed(3)).await, Ok(None));
    assert_eq!(store.feedback(keyed(3)).await, Ok(vec![]), "what was said of it went with it");
    assert_eq!(purge(&store, 400).await, Purged { conversations: 1, feedback: 1, ..Purged::default() });
    let purged = purge(&store, 3_700).await;
    assert_eq!((purged.answers, purged.conversations, purged.feedback), (1, 0, 0));
    assert_eq!(store.answer(alone.id).await, Ok(None));
}

async fn a_conversation_that_goes_on_stays_whole(bed: Bed) {
    let store = bed.open().await;
    let (begun, mut late) = (conversation(), turn(2));
    late.answer.created_at = in_days(100);
    store.begin_conversation(begun.clone()).await.unwrap();
    for said in [turn(1), late] {
        assert_eq!(store.keep_turn(begun.id, said).await, Ok(true));
    }
    assert_eq!(purge(&store, 150).await, Purged::default());
    assert_eq!(store.inputs(begun.id).await.unwrap().unwrap().1.len(), 2);
    assert_eq!(purge(&store, 200).await, Purged { conversations: 1, ..Purged::default() });
}

async fn more_than_goes_at_once_goes_all_the_same(bed: Bed) {
    let store = bed.open().await;
    let kept: Vec<_> = (0..1_100)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move { store.keep_answer(answer()).await })
        })
        .collect();
    for kept in kept {
        // The queue is not endless.
        kept.await.unwrap().ok();
    }
    let answers = store.overdue(&Retention::default(), in_days(3_700)).await.unwrap().answers;
    assert!(answers > 1_000, "{answers}");
    let retention = Retention { audit: u32::MAX, ..Retention::default() };
    assert_eq!(store.purge(&retention, in_days(3_700)).await, Ok(Purged { answers, ..Purged::default() }));
}

async fn the_log_goes_in_portions_and_what_stays_can_be_verified(bed: Bed) {
    let stores = [bed.open().await, bed.open().await];
    for (store, rows) in [(&stores[1], 3), (&stores[0], 2_500), (&stores[1], 2)] {
        tell(store, rows).await;
    }
    let known = stores[0].audit_heads().await.unwrap();
    let rows = known.iter().map(|head| head.number).sum::<i64>().unsigned_abs();
    let service = stores[0].by(Client::service());
    assert_eq!(purge(&service, 3_700).await, Purged { audit: rows, ..Purged::default() });
    // Each portion was told of by the transaction that it went in, as the doing of whoever purged.
    let mut expected = Vec::new();
    for head in &known {
        let whole = (1..=(head.number - 1) / 1_000).map(|portion| portion * 1_000);
        expected
            .extend(whole.chain([head.number]).map(|last| format!("service audit-purged 200 {}:{last}", head.chain)));
    }
    assert!(expected.len() > 2, "{expected:?}");
    let told = bed.raw().await.audit().await;
    let told: Vec<_> = told.iter().map(|row| row.rsplit_once(':').unwrap().0).collect();
    assert_eq!(told, expected);
    // Each chain goes on from there, and holds what was known of it.
    for store in &stores {
        tell(store, 1).await;
    }
    let found = stores[0].verify_audit(&known).await.unwrap();
    assert_eq!((found.rows, found.faults), (expected.len() as u64 + 2, vec![]));
}

async fn what_hinders_that_the_log_goes_hinders_nothing_else(bed: Bed) {
    let store = bed.open().await;
    let begun = conversation();
    store.begin_conversation(begun.clone()).await.unwrap();
    let mut raw = bed.raw().await;
    raw.run("ALTER TABLE audit_purged RENAME TO elsewhere").await;
    let (retention, now) = (Retention::default(), in_days(3_700));
    store.purge(&retention, now).await.unwrap_err();
    assert_eq!(store.conversation(begun.id).await, Ok(None));
    assert_eq!(store.purged_at(), 0, "it was not whole");
    raw.run("ALTER TABLE elsewhere RENAME TO audit_purged").await;
    // What was told in the meantime goes as well: by then its time is up.
    assert_eq!(store.purge(&retention, now).await, Ok(Purged { audit: 2, ..Purged::default() }));
    assert_eq!(store.by(Client::operator()).purged_at(), now.as_second());
    assert_eq!(store.verify_audit(&[]).await.unwrap().faults, []);
}

async fn a_row_that_is_missing_keeps_no_other(bed: Bed) {
    let store = bed.open().await;
    tell(&store, 12).await;
    let mut raw = bed.raw().await;
    raw.unguard().await;
    // Far behind the others, where nobody gets by counting.
    raw.run("DELETE FROM audit WHERE number = 8; UPDATE audit SET number = 1000000000000 WHERE number = 12").await;
    let purged = store.purge(&Retention::default(), in_days(3_700)).await.unwrap();
    assert_eq!(purged, Purged { audit: 11, ..Purged::default() });
    let told = raw.audit().await;
    assert!(told.iter().all(|row| row.contains(" audit-purged ")), "{told:?}");
}

/// What told of its purge goes as well, when its time is up.
async fn a_chain_that_ended_long_ago_was_purged_for_ever(bed: Bed) {
    let (goes_on, ends) = (bed.open().await, bed.open().await);
    for store in [&goes_on, &ends] {
        tell(store, 3).await;
    }
    let known = goes_on.audit_heads().await.unwrap();
    ends.close().await;
    for _ in 0..3 {
        assert!(purge(&goes_on, 3_700).await.audit > 0);
        assert_eq!(goes_on.verify_audit(&known).await.unwrap().faults, []);
    }
}

async fn a_purge_that_goes_on_is_not_taken_for_a_fault(bed: Bed) {
    let store = bed.open().await;
    tell(&store, 4_500).await;
    let known = store.audit_heads().await.unwrap();
    let purged = async { store.purge(&Retention::default(), in_days(3_700)).await.unwrap().audit };
    let verified = async {
        let mut rows = Vec::new();
        // From the whole log until nothing of it is left but what tells of its purge.
        while rows.last() != Some(&5) {
            let found = store.verify_audit(&known).await.unwrap();
            assert_eq!(found.faults, []);
            rows.push(found.rows);
        }
        rows
    };
    let (purged, rows) = tokio::join!(purged, verified);
    assert_eq!(purged, 4_500);
    assert!(rows.is_sorted_by(|before, after| before >= after), "{rows:?}");
}

/// Adds rows to the log, no more at once than may wait.
async fn tell(store: &Store, rows: usize) {
    let event = || Event::done(Client::default(), Action::AnswerRead, "");
    for some in vec![(); rows].chunks(500) {
        join_all(some.iter().map(|()| store.audit(event()))).await.into_iter().for_each(Result::unwrap);
    }
}
