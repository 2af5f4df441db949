//! Who may ask, as it is kept: clients, keys that begin and end, and limits that replicas count together.

use jiff::Timestamp;
use nordvis::access::{ApiKey, Bank, Client, KeyRecord, Keyring, Quotas, Scope};
use nordvis::clinical::{Language, Region};
use nordvis::store::{ClientChange, Feedback, Store, StoreError};
use uuid::Uuid;

use super::bed::{Bed, answer};

suite!(
    clients_are_given_back_with_their_keys,
    keys_end_when_they_are_told_to,
    feedback_under_one_token_is_kept_once,
    whose_an_answer_is_is_kept,
);

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + second).unwrap()
}

fn key(client: &str, second: i64) -> (ApiKey, KeyRecord) {
    let key = ApiKey::generate().unwrap();
    let record = KeyRecord {
        id: key.id().to_owned(),
        client: client.to_owned(),
        digest: key.digest(),
        created_at: at(second),
        ends_at: None,
    };
    (key, record)
}

fn portal() -> Client {
    Client {
        id: "portal".to_owned(),
        scopes: [Scope::Ask, Scope::AuditRead].into(),
        region: Region::from_code("DK-81").ok(),
        language: Some(Language::Danish),
        per_minute: Some(90),
    }
}

async fn create(store: &Store, client: Client) -> ApiKey {
    let (key, record) = key(&client.id, 0);
    assert_eq!(store.change_clients(ClientChange::Create { client, key: record }).await, Ok(true));
    key
}

async fn clients_are_given_back_with_their_keys(bed: Bed) {
    let store = bed.open().await;
    assert!(store.clients().await.unwrap().is_empty());
    let first = create(&store, portal()).await;
    let plain =
        Client { id: "a".to_owned(), scopes: Scope::USUAL.into(), region: None, language: None, per_minute: None };
    create(&store, plain.clone()).await;
    let taken = ClientChange::Create { client: portal(), key: key("portal", 1).1 };
    assert_eq!(store.change_clients(taken).await, Ok(false), "the name is taken");
    store.close().await;
    let kept = bed.open().await.clients().await.unwrap();
    assert_eq!(kept.iter().map(|record| record.client.clone()).collect::<Vec<_>>(), [plain, portal()], "by name");
    assert_eq!((kept[1].created_at, kept[1].keys.len()), (at(0), 1));
    assert!(kept[1].keys[0].digest.is(&first.digest()));
    assert_eq!(Keyring::new(kept).find(&first, at(1)).unwrap().id, "portal");
}

async fn keys_end_when_they_are_told_to(bed: Bed) {
    let store = bed.open().await;
    let first = create(&store, portal()).await;
    let holds =
        async |key: &ApiKey, second: i64| Keyring::new(store.clients().await.unwrap()).find(key, at(second)).is_some();
    let (next, record) = key("portal", 10);
    let unknown = ClientChange::Rotate { key: key("nobody", 10).1, others_end: at(100) };
    assert_eq!(store.change_clients(unknown).await, Ok(false));
    assert_eq!(store.change_clients(ClientChange::Rotate { key: record, others_end: at(100) }).await, Ok(true));
    assert!(holds(&first, 99).await && !holds(&first, 100).await && holds(&next, 1_000).await);
    let (last, record) = key("portal", 20);
    store.change_clients(ClientChange::Rotate { key: record, others_end: at(200) }).await.unwrap();
    assert!(!holds(&first, 150).await && holds(&next, 150).await, "what ends sooner ends as it was told");
    let revoke = |key: Option<&ApiKey>, second| ClientChange::Revoke {
        client: "portal".to_owned(),
        key: key.map(|key| key.id().to_owned()),
        at: at(second),
    };
    assert_eq!(store.change_clients(revoke(Some(&next), 30)).await, Ok(true));
    assert!(!holds(&next, 30).await && holds(&last, 30).await);
    assert_eq!(store.change_clients(revoke(Some(&next), 31)).await, Ok(false), "it is over");
    assert_eq!(store.change_clients(revoke(None, 40)).await, Ok(true));
    assert!(!holds(&last, 40).await && !holds(&first, 40).await);
}

async fn feedback_under_one_token_is_kept_once(bed: Bed) {
    let store = bed.open().await;
    let answer = answer();
    store.keep_answer(answer.clone()).await.unwrap();
    let said =
        |token: Option<Uuid>| Feedback { answer: answer.id, helpful: true, comment: None, given_at: at(0), token };
    let token = Some(Uuid::now_v7());
    assert_eq!(store.keep_feedback(said(token)).await, Ok(true));
    let many = std::iter::repeat_with(|| store.keep_feedback(said(token))).take(5);
    let many: Vec<_> = many.chain([store.keep_feedback(said(None))]).collect();
    let mut outcomes = Vec::new();
    for kept in many {
        outcomes.push(kept.await);
    }
    assert_eq!(outcomes.pop(), Some(Ok(true)), "what has no token is always kept");
    assert!(outcomes.iter().all(|outcome| *outcome == Err(StoreError::Duplicate)), "{outcomes:?}");
    let kept = store.feedback(answer.id).await.unwrap();
    assert_eq!(kept.iter().map(|kept| kept.token).collect::<Vec<_>>(), [token, None]);
}

async fn whose_an_answer_is_is_kept(bed: Bed) {
    let store = bed.open().await;
    for owner in [None, Some("portal".to_owned())] {
        let kept = nordvis::store::StoredAnswer { owner: owner.clone(), ..answer() };
        store.keep_answer(kept.clone()).await.unwrap();
        assert_eq!(store.answer(kept.id).await.unwrap().unwrap().owner, owner);
        let begun = nordvis::store::Conversation { owner: owner.clone(), ..super::bed::conversation() };
        store.begin_conversation(begun.clone()).await.unwrap();
        assert_eq!(store.inputs(begun.id).await.unwrap().unwrap().0.owner, owner);
        assert_eq!(store.conversation(begun.id).await.unwrap().unwrap().0.owner, owner);
    }
}

/// Three replicas over one database let through as many as one would, and ask it for a twentieth of them.
#[tokio::test]
async fn a_limit_is_one_for_all_replicas() {
    let bed = Bed::postgres().await;
    let stores = [bed.open().await, bed.open().await, bed.open().await];
    let replicas: Vec<_> = stores.iter().map(|store| Quotas::new(store.bank())).collect();
    for minute in [100, 101] {
        let mut within = 0;
        for number in 0..400 {
            within += u32::from(replicas[number % 3].count("client portal", 200, minute * 60).await.within);
        }
        assert_eq!(within, 200, "in minute {minute}");
    }
    let bank = stores[0].bank();
    assert_eq!(bank.take("client other", 7, 10, 15).await, 10);
    assert_eq!(stores[1].bank().take("client other", 7, 10, 15).await, 5, "no more than is left");
    assert_eq!(bank.take("client other", 8, 10, 15).await, 10, "the next minute");
}
