//! Does a conversation come back turn by turn, and go without leaving anything? For each database.

use std::collections::BTreeSet;

use nordvis::store::{Conversation, Store, StoreError};
use uuid::Uuid;

use super::bed::{Bed, answer, conversation, turn, turn_of};
use super::{abandon, feedback};

suite!(
    comes_back_turn_by_turn_after_reopening,
    is_not_there_when_it_was_not_begun,
    is_begun_once,
    takes_no_turn_but_the_next,
    takes_one_of_the_turns_that_come_at_once,
    grows_by_every_turn_of_those_who_read_again,
    keeps_apart_from_others_that_are_held_at_once,
    refuses_an_answer_that_is_already_kept,
    takes_a_turn_whose_caller_went_away,
    is_deleted_with_all_that_belongs_to_it,
    is_gone_whole_when_a_turn_meets_its_deletion,
);

async fn comes_back_turn_by_turn_after_reopening(bed: Bed) {
    let store = bed.open().await;
    let begun = begin(&store).await;
    assert_eq!(store.conversation(begun.id).await, Ok(Some((begun.clone(), vec![]))));
    assert_eq!(store.inputs(begun.id).await, Ok(Some((begun.clone(), vec![]))));
    // More than ten, so that an order by text would show.
    let mut said: Vec<_> = (1..=12).map(turn).collect();
    said[4].input = "{\"text\":\"nej förlåt, 28 – '\\u0000'\"}\0".into();
    said[7].answer.reply = "å\0\n\"".repeat(40_000);
    for turn in &said {
        assert_eq!(store.keep_turn(begun.id, turn.clone()).await, Ok(true));
    }
    store.close().await;
    let store = bed.open().await;
    assert!(store.conversation(begun.id).await.unwrap() == Some((begun.clone(), said.clone())));
    let inputs = said.iter().map(|turn| turn.input.clone()).collect();
    assert!(store.inputs(begun.id).await.unwrap() == Some((begun, inputs)));
    assert!(store.answer(said[7].answer.id).await.unwrap().as_ref() == Some(&said[7].answer), "it is an answer too");
}

async fn is_not_there_when_it_was_not_begun(bed: Bed) {
    let store = bed.open().await;
    let (unknown, said) = (Uuid::now_v7(), turn(1));
    assert_eq!(store.keep_turn(unknown, said.clone()).await, Ok(false));
    assert_eq!(store.answer(said.answer.id).await, Ok(None), "an answer of no conversation");
    assert_eq!(store.conversation(unknown).await, Ok(None));
    assert_eq!(store.inputs(unknown).await, Ok(None));
    assert_eq!(store.delete_conversation(unknown).await, Ok(false));
}

async fn is_begun_once(bed: Bed) {
    let store = bed.open().await;
    let begun = begin(&store).await;
    let mut again = begun.clone();
    again.settings = r#"{"region":"DK-81"}"#.into();
    // Polled together, before the writer runs: one batch.
    let (other, refused) = tokio::join!(begin(&store), store.begin_conversation(again));
    assert_eq!(refused, Err(StoreError::Duplicate));
    for begun in [begun, other] {
        assert_eq!(store.inputs(begun.id).await, Ok(Some((begun, vec![]))));
    }
}

async fn takes_no_turn_but_the_next(bed: Bed) {
    let store = bed.open().await;
    let begun = begin(&store).await;
    assert_eq!(store.keep_turn(begun.id, turn(2)).await, Err(StoreError::Conflict), "before there is a first");
    let first = turn(1);
    assert_eq!(store.keep_turn(begun.id, first.clone()).await, Ok(true));
    for number in [0, 1, 3, u32::MAX] {
        let said = turn(number);
        assert_eq!(store.keep_turn(begun.id, said.clone()).await, Err(StoreError::Conflict), "{number}");
        assert_eq!(store.answer(said.answer.id).await, Ok(None), "{number}");
    }
    assert!(store.conversation(begun.id).await.unwrap() == Some((begun, vec![first])));
}

async fn takes_one_of_the_turns_that_come_at_once(bed: Bed) {
    let (one, other) = tokio::join!(bed.open(), bed.open());
    let begun = begin(&one).await;
    for number in 1..=20 {
        // Two in one batch, and one through another program.
        let said = [turn(number), turn(number), turn(number)];
        let outcomes = tokio::join!(
            one.keep_turn(begun.id, said[0].clone()),
            one.keep_turn(begun.id, said[1].clone()),
            other.keep_turn(begun.id, said[2].clone()),
        );
        let outcomes = [outcomes.0, outcomes.1, outcomes.2];
        let kept: Vec<_> = (0..3).filter(|&which| outcomes[which] == Ok(true)).collect();
        assert_eq!(outcomes.iter().filter(|&outcome| *outcome == Err(StoreError::Conflict)).count(), 2, "{outcomes:?}");
        let (_, turns) = other.conversation(begun.id).await.unwrap().unwrap();
        assert_eq!(turns.len(), number as usize);
        assert!(turns.last() == Some(&said[kept[0]]), "what was promised is not what is kept");
    }
}

async fn grows_by_every_turn_of_those_who_read_again(bed: Bed) {
    let (one, other) = tokio::join!(bed.open(), bed.open());
    let id = begin(&one).await.id;
    let callers: Vec<_> = (0..24)
        .map(|caller| tokio::spawn(say(if caller % 2 == 0 { one.clone() } else { other.clone() }, id)))
        .collect();
    let mut said = BTreeSet::new();
    for caller in callers {
        said.insert(caller.await.unwrap());
    }
    let (_, turns) = one.conversation(id).await.unwrap().unwrap();
    assert_eq!(turns.iter().map(|turn| turn.number).collect::<Vec<_>>(), (1..=24).collect::<Vec<_>>());
    assert_eq!(turns.iter().map(|turn| turn.answer.id).collect::<BTreeSet<_>>(), said);
}

/// Reads and answers until nobody came between.
async fn say(store: Store, conversation: Uuid) -> Uuid {
    let answer = Uuid::now_v7();
    loop {
        let (_, inputs) = store.inputs(conversation).await.unwrap().unwrap();
        match store.keep_turn(conversation, turn_of(inputs.len() as u32 + 1, answer)).await {
            Ok(true) => return answer,
            refused => assert_eq!(refused, Err(StoreError::Conflict)),
        }
    }
}

async fn keeps_apart_from_others_that_are_held_at_once(bed: Bed) {
    let store = bed.open().await;
    let talk = |store: Store| async move {
        let begun = begin(&store).await;
        let said: Vec<_> = (1..=5).map(turn).collect();
        for turn in &said {
            assert_eq!(store.keep_turn(begun.id, turn.clone()).await, Ok(true));
            store.keep_answer(answer()).await.unwrap();
        }
        (begun, said)
    };
    let talks: Vec<_> = (0..50).map(|_| tokio::spawn(talk(store.clone()))).collect();
    for talk in talks {
        let (begun, said) = talk.await.unwrap();
        assert!(store.conversation(begun.id).await.unwrap() == Some((begun, said)));
    }
}

async fn refuses_an_answer_that_is_already_kept(bed: Bed) {
    let store = bed.open().await;
    let (left, middle, right) = (begin(&store).await, begin(&store).await, begin(&store).await);
    let kept = answer();
    store.keep_answer(kept.clone()).await.unwrap();
    // Polled together, before the writer runs: one batch.
    let outcomes = tokio::join!(
        store.keep_turn(left.id, turn(1)),
        store.keep_turn(middle.id, turn_of(1, kept.id)),
        store.keep_turn(right.id, turn(1)),
    );
    assert_eq!(outcomes, (Ok(true), Err(StoreError::Duplicate), Ok(true)));
    assert_eq!(store.inputs(middle.id).await, Ok(Some((middle, vec![]))));
    assert!(store.answer(kept.id).await.unwrap() == Some(kept));
}

async fn takes_a_turn_whose_caller_went_away(bed: Bed) {
    let store = bed.open().await;
    let (begun, said) = (begin(&store).await, turn(1));
    abandon(store.keep_turn(begun.id, said.clone())).await;
    store.close().await;
    assert!(bed.open().await.conversation(begun.id).await.unwrap() == Some((begun, vec![said])));
}

async fn is_deleted_with_all_that_belongs_to_it(bed: Bed) {
    let store = bed.open().await;
    let (deleted, stays, alone) = (begin(&store).await, begin(&store).await, answer());
    let (said, staying) = ([turn(1), turn(2)], [turn(1), turn(2)]);
    store.keep_answer(alone.clone()).await.unwrap();
    for (turn, staying) in said.iter().zip(&staying) {
        assert_eq!(store.keep_turn(deleted.id, turn.clone()).await, Ok(true));
        assert_eq!(store.keep_turn(stays.id, staying.clone()).await, Ok(true));
        for answer in [turn.answer.id, staying.answer.id] {
            assert_eq!(store.keep_feedback(feedback(answer, false, Some("fel"))).await, Ok(true));
        }
    }
    assert_eq!(store.delete_conversation(deleted.id).await, Ok(true));
    assert_eq!(store.delete_conversation(deleted.id).await, Ok(false), "it was deleted already");
    assert_eq!(store.keep_turn(deleted.id, turn(3)).await, Ok(false), "it takes no more turns");
    store.close().await;
    let store = bed.open().await;
    assert_eq!(store.conversation(deleted.id).await, Ok(None));
    assert_eq!(store.inputs(deleted.id).await, Ok(None));
    for turn in said {
        assert_eq!(store.answer(turn.answer.id).await, Ok(None));
        assert_eq!(store.feedback(turn.answer.id).await, Ok(vec![]));
        assert_eq!(store.keep_feedback(feedback(turn.answer.id, true, None)).await, Ok(false));
    }
    for turn in &staying {
        assert_eq!(store.feedback(turn.answer.id).await, Ok(vec![feedback(turn.answer.id, false, Some("fel"))]));
    }
    assert!(store.conversation(stays.id).await.unwrap() == Some((stays, staying.into())));
    assert!(store.answer(alone.id).await.unwrap() == Some(alone));
}

async fn is_gone_whole_when_a_turn_meets_its_deletion(bed: Bed) {
    let (one, other) = tokio::join!(bed.open(), bed.open());
    for round in 0..20 {
        let begun = begin(&one).await;
        let said = turn(1);
        let deleting = if round % 2 == 0 { &one } else { &other };
        let (kept, deleted) =
            tokio::join!(one.keep_turn(begun.id, said.clone()), deleting.delete_conversation(begun.id));
        assert!(matches!(kept, Ok(true | false)), "{kept:?}");
        assert_eq!(deleted, Ok(true));
        assert_eq!(one.answer(said.answer.id).await, Ok(None), "an answer of no conversation");
    }
}

async fn begin(store: &Store) -> Conversation {
    let begun = conversation();
    store.begin_conversation(begun.clone()).await.unwrap();
    begun
}
