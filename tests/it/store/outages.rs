//! What happens when PostgreSQL goes away? What cannot be kept is said, what was acknowledged is there, and it goes on
//! by itself.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use nordvis::store::{Store, StoreError, StoredAnswer};
use sqlx::Connection;
use tokio::task::JoinHandle;

use super::bed::{Bed, answer};
use crate::postgres::Server;

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_fails_and_comes_back_loses_nothing() {
    let server = Server::start();
    let bed = Bed::on(&server).await;
    let store = bed.open().await;
    let load = Load::on(&store);
    for _ in 0..3 {
        load.more(20).await;
        tokio::task::block_in_place(|| server.tell("crash"));
        let refused = store.keep_answer(answer()).await;
        assert!(matches!(refused, Err(StoreError::Unavailable(_) | StoreError::Overloaded)), "{refused:?}");
        assert!(matches!(store.answer(answer().id).await, Err(StoreError::Unavailable(_))));
        assert!(store.ready().await.is_err());
        tokio::task::block_in_place(|| server.tell("start"));
    }
    load.more(20).await;
    load.was_kept(&store).await;
    assert_eq!(store.ready().await, Ok(()), "it recovers without hands");
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_that_are_cut_lose_nothing() {
    let bed = Bed::postgres().await;
    let store = bed.open().await;
    let load = Load::on(&store);
    for _ in 0..20 {
        load.more(5).await;
        cut(&bed).await;
    }
    load.more(20).await;
    load.was_kept(&store).await;
}

/// A session that was cut while nobody used it is nobody's failure.
#[tokio::test]
async fn an_idle_connection_that_was_cut_is_not_noticed() {
    let bed = Bed::postgres().await;
    let store = bed.open().await;
    for _ in 0..3 {
        let kept = answer();
        assert_eq!(store.keep_answer(kept.clone()).await, Ok(()));
        assert_eq!(store.answer(kept.id).await, Ok(Some(kept)));
        cut(&bed).await;
    }
}

/// With its session a writer loses its chain: what it writes next goes to one that it has for itself.
#[tokio::test]
async fn a_new_session_has_a_chain_of_its_own() {
    let bed = Bed::postgres().await;
    let stores = [bed.open().await, bed.open().await];
    for store in &stores {
        store.keep_answer(answer()).await.unwrap();
    }
    cut(&bed).await;
    // It is looked whether they are ready before anything is written.
    for store in &stores {
        assert_eq!(store.ready().await, Ok(()));
    }
    let operator = bed.open().await;
    for store in stores.iter().chain([&operator]) {
        store.keep_answer(answer()).await.unwrap();
    }
    let held = "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database
                WHERE locktype = 'advisory' AND datname = current_database()";
    let mut looking = sqlx::PgConnection::connect(&bed.url()).await.unwrap();
    assert_eq!(sqlx::query_scalar::<_, i64>(held).fetch_one(&mut looking).await.unwrap(), 3, "one each");
    let found = operator.verify_audit(&[]).await.unwrap();
    assert_eq!((found.rows, found.faults), (5, vec![]));
}

/// Ends every other session of the database, and waits until it has ended.
async fn cut(bed: &Bed) {
    let mut cutting = sqlx::PgConnection::connect(&bed.url()).await.unwrap();
    let cut = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
               WHERE datname = current_database() AND pid <> pg_backend_pid()";
    sqlx::query(cut).execute(&mut cutting).await.unwrap();
}

/// Callers who keep answers whatever becomes of them, and know which were acknowledged.
struct Load {
    acknowledged: Arc<AtomicUsize>,
    stopped: Arc<AtomicBool>,
    callers: Vec<JoinHandle<Vec<StoredAnswer>>>,
}

impl Load {
    fn on(store: &Store) -> Self {
        let (acknowledged, stopped) = (Arc::<AtomicUsize>::default(), Arc::<AtomicBool>::default());
        let call = || tokio::spawn(keep_on(store.clone(), Arc::clone(&acknowledged), Arc::clone(&stopped)));
        let callers = (0..8).map(|_| call()).collect();
        Self { acknowledged, stopped, callers }
    }

    /// Waits until so many more were acknowledged.
    async fn more(&self, answers: usize) {
        let enough = self.acknowledged.load(Ordering::SeqCst) + answers;
        while self.acknowledged.load(Ordering::SeqCst) < enough {
            assert!(self.callers.iter().all(|caller| !caller.is_finished()), "a caller gave up");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    async fn was_kept(self, store: &Store) {
        self.stopped.store(true, Ordering::SeqCst);
        for caller in self.callers {
            for answer in caller.await.unwrap() {
                assert!(store.answer(answer.id).await.unwrap().as_ref() == Some(&answer), "{answer:?} is lost");
            }
        }
    }
}

async fn keep_on(store: Store, acknowledged: Arc<AtomicUsize>, stopped: Arc<AtomicBool>) -> Vec<StoredAnswer> {
    let mut kept = Vec::new();
    while !stopped.load(Ordering::SeqCst) {
        let answer = answer();
        match store.keep_answer(answer.clone()).await {
            Ok(()) => {
                kept.push(answer);
                acknowledged.fetch_add(1, Ordering::SeqCst);
            }
            Err(StoreError::Unavailable(_)) => tokio::time::sleep(Duration::from_millis(5)).await,
            Err(error) => panic!("{error:?}"),
        }
    }
    kept
}
