//! Does the audit log tell of everything, and does it show when somebody laid hands on it? For each database.

use std::fmt::Write;

use nordvis::store::{Action, AuditFaultKind, Checkpoint, Client, Event, Store, StoreError};

use super::bed::{Bed, Raw, answer, conversation, turn};
use super::feedback;

suite!(
    tells_of_everything_that_was_done_and_of_nothing_else,
    goes_on_where_it_ended,
    is_told_or_nothing_is_done,
    can_only_be_added_to,
    is_written_by_several_programs_at_once,
    shows_every_change_and_where_it_was_made,
);

async fn tells_of_everything_that_was_done_and_of_nothing_else(bed: Bed) {
    let store = bed.open().await.by(Client::new("care-unit-7"));
    let (begun, said, alone) = (conversation(), turn(1), answer());
    store.begin_conversation(begun.clone()).await.unwrap();
    store.keep_turn(begun.id, said.clone()).await.unwrap();
    store.keep_turn(begun.id, turn(5)).await.unwrap_err();
    store.keep_answer(alone.clone()).await.unwrap();
    store.keep_answer(alone.clone()).await.unwrap_err();
    store.keep_feedback(feedback(alone.id, true, Some("bra"))).await.unwrap();
    store.keep_feedback(feedback(begun.id, true, None)).await.unwrap();
    store.note(Action::ConversationRead, begun.id);
    tokio::task::yield_now().await;
    store.delete_conversation(begun.id).await.unwrap();
    store.delete_conversation(begun.id).await.unwrap();
    let refused =
        Event { client: Client::default(), action: Action::AccessRefused, status: 403, subject: String::new() };
    store.audit(refused).await.unwrap();
    store.close().await;
    let expected = [
        format!("care-unit-7 conversation-begun 200 {}", begun.id),
        format!("care-unit-7 turn-answered 200 {}", said.answer.id),
        format!("care-unit-7 answered 200 {}", alone.id),
        format!("care-unit-7 feedback-given 200 {}", alone.id),
        format!("care-unit-7 conversation-read 200 {}", begun.id),
        format!("care-unit-7 conversation-deleted 200 {}", begun.id),
        "anonymous access-refused 403 ".to_owned(),
    ];
    let mut raw = bed.raw().await;
    assert_eq!(raw.audit().await, expected);
    let found = bed.open().await.verify_audit(&[]).await.unwrap();
    assert_eq!((found.rows, found.faults), (7, vec![]));
}

async fn goes_on_where_it_ended(bed: Bed) {
    let mut known = Vec::new();
    for round in 1..=3 {
        let store = bed.open().await;
        for _ in 0..5 {
            store.keep_answer(answer()).await.unwrap();
        }
        let found = store.verify_audit(&known).await.unwrap();
        assert_eq!((found.rows, found.faults), (5 * round, vec![]));
        assert_eq!(found.heads.len(), 1, "the same chain, opened again");
        known.extend(found.heads);
        store.close().await;
    }
}

async fn is_told_or_nothing_is_done(bed: Bed) {
    let store = bed.open().await;
    store.keep_answer(answer()).await.unwrap();
    let mut raw = bed.raw().await;
    raw.run("ALTER TABLE audit RENAME TO elsewhere").await;
    let untold = answer();
    assert!(matches!(store.keep_answer(untold.clone()).await, Err(StoreError::Unavailable(_))));
    assert_eq!(store.answer(untold.id).await, Ok(None));
    raw.run("ALTER TABLE elsewhere RENAME TO audit").await;
    assert_eq!(store.keep_answer(untold).await, Ok(()));
    assert_eq!(store.verify_audit(&[]).await.unwrap().faults, []);
}

async fn can_only_be_added_to(bed: Bed) {
    let store = bed.open().await;
    store.keep_answer(answer()).await.unwrap();
    let mut raw = bed.raw().await;
    for sql in ["UPDATE audit SET client = 'somebody else'", "DELETE FROM audit", "DELETE FROM audit WHERE number = 1"]
    {
        assert!(raw.refuses(sql).await, "{sql}");
    }
    assert_eq!(store.verify_audit(&[]).await.unwrap().rows, 1);
}

async fn is_written_by_several_programs_at_once(bed: Bed) {
    let stores = [bed.open().await, bed.open().await, bed.open().await];
    let callers: Vec<_> = (0..60)
        .map(|caller| {
            let store = stores[caller % 3].clone();
            tokio::spawn(async move { store.keep_answer(answer()).await })
        })
        .collect();
    for caller in callers {
        caller.await.unwrap().unwrap();
    }
    let found = stores[0].verify_audit(&[]).await.unwrap();
    assert_eq!((found.rows, found.faults), (60, vec![]));
}

const ROWS: u64 = 40;

async fn shows_every_change_and_where_it_was_made(bed: Bed) {
    let store = bed.open().await;
    for _ in 0..ROWS {
        store.keep_answer(answer()).await.unwrap();
    }
    let mut raw = bed.raw().await;
    raw.unguard().await;
    raw.run("CREATE TABLE pristine AS SELECT * FROM audit").await;
    let known = store.verify_audit(&[]).await.unwrap().heads;
    let mut chance = Chance(4711);
    // A server is slower than a file; what is looked for is the same.
    for round in 0..if raw.is_file() { 1000 } else { 200 } {
        let (sql, number, kind) = mutation(&mut chance);
        raw.run(&sql).await;
        let found = store.verify_audit(&known).await.unwrap();
        let first = found.faults.first().unwrap_or_else(|| panic!("round {round}: not seen: {sql}"));
        assert_eq!((first.number, first.kind), (number, kind), "round {round}: {sql}: {:?}", found.faults);
        raw.run("DELETE FROM audit; INSERT INTO audit SELECT * FROM pristine").await;
    }
    assert_eq!(store.verify_audit(&known).await.unwrap().faults, []);
    forgets_no_purge(&store, &mut raw, &known).await;
}

/// Rows that are removed as if they had been purged.
async fn forgets_no_purge(store: &Store, raw: &mut Raw, known: &[Checkpoint]) {
    raw.run(
        "INSERT INTO audit_purged SELECT chain, number, hash FROM audit WHERE number = 7;
         DELETE FROM audit WHERE number <= 7",
    )
    .await;
    let faults = store.verify_audit(known).await.unwrap().faults;
    assert_eq!(
        faults.iter().map(|fault| (fault.number, fault.kind)).collect::<Vec<_>>(),
        [(7, AuditFaultKind::PurgeUntold)]
    );
}

/// What somebody does to the log, and where and as what it has to show.
fn mutation(chance: &mut Chance) -> (String, i64, AuditFaultKind) {
    use AuditFaultKind::{Changed, CutOff, Missing};
    let rows = ROWS as i64;
    let one = chance.up_to(rows);
    let set = |what: &str| (format!("UPDATE audit SET {what} WHERE number = {one}"), one, Changed);
    match chance.up_to(10) {
        1 => set("at = at + 1"),
        2 => set("client = 'somebody else'"),
        3 => set("action = 'answer-read'"),
        4 => set("status = 403"),
        5 => set("subject = '01930000-0000-7000-8000-000000000000'"),
        6 => {
            let other = one % rows + 1;
            set(&format!("hash = (SELECT hash FROM pristine WHERE number = {other})"))
        }
        7 => {
            let first = chance.up_to(rows - 2);
            let last = first + chance.up_to(rows - 1 - first) - 1;
            (format!("DELETE FROM audit WHERE number BETWEEN {first} AND {last}"), first, Missing)
        }
        8 => (format!("DELETE FROM audit WHERE number >= {one}"), rows, CutOff),
        9 => {
            let mut sql = format!("UPDATE audit SET number = number + 1000000 WHERE number >= {one};");
            write!(sql, "UPDATE audit SET number = number - 999999 WHERE number >= 1000000;").unwrap();
            let same = "chain, at, 'intruder', action, status, subject, hash";
            let same = same.replacen("chain,", &format!("chain, {one},"), 1);
            write!(sql, "INSERT INTO audit SELECT {same} FROM pristine WHERE number = {one}").unwrap();
            (sql, one, Changed)
        }
        _ => {
            let first = chance.up_to(rows - 1);
            let second = first + chance.up_to(rows - first);
            let move_to = |from: i64, to: i64| format!("UPDATE audit SET number = {to} WHERE number = {from};");
            let sql = move_to(first, 1_000_000) + &move_to(second, first) + &move_to(1_000_000, second);
            (sql, first, Changed)
        }
    }
}

/// The same accidents every time.
struct Chance(u64);

impl Chance {
    /// From 1 to `most`.
    fn up_to(&mut self, most: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as i64 % most + 1
    }
}
