//! A corpus that is replaced while it answers: every answer is wholly of one corpus.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use nordvis::ask::Service;
use nordvis::corpus::Files;
use nordvis::source;

use crate::publish::Ends;
use crate::server::Server;
use crate::service::service;

const BODY: &str = r#"{"intent":"treatment","facts":{"osteoporosis":true},"region":"SE-M","language":"en"}"#;

/// The repository's corpus with another fingerprint, and locales that say "Grounds:" where the repository's say
/// "Because:".
fn other() -> Service {
    let mut corpus = source::corpus(None).unwrap();
    let concepts = format!("{}\n# another edition\n", corpus.get("concepts.toml").unwrap());
    corpus.insert("concepts.toml", concepts);
    let mut locales = Files::default();
    for (path, text) in source::locales(None).unwrap().iter() {
        locales.insert(path, text.replace("Because:", "Grounds:"));
    }
    Service::load(&corpus, &locales, &nordvis::cli::messages()).unwrap_or_else(|_| panic!("it loads"))
}

#[test]
fn every_answer_is_wholly_of_one_corpus_and_none_fails() {
    let server = Server::start();
    let (old, new) = (service(), Arc::new(other()));
    let (before, after) = (old.corpus().fingerprint.clone(), new.corpus().fingerprint.clone());
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let asking = || {
            let mut answers = Vec::new();
            while !done.load(Ordering::Relaxed) {
                let response = server.post("/api/v1/answers", BODY);
                assert_eq!(response.status, 200, "{}", response.body);
                answers.push(response.json());
            }
            answers
        };
        let clients: Vec<_> = (0..4).map(|_| scope.spawn(asking)).collect();
        let ending = Ends(&done);
        for service in [&new, &old, &new, &old, &new] {
            server.live().replace(Arc::clone(service)).unwrap();
            let expected = if Arc::ptr_eq(service, &new) { &after } else { &before };
            assert_eq!(server.get("/readyz").json()["corpus"], **expected);
            assert_eq!(server.get("/api/v1/guidelines").json()["corpus"], **expected);
        }
        drop(ending);
        for answer in clients.into_iter().flat_map(|client| client.join().unwrap()) {
            let (corpus, text) = (answer["corpus"].as_str().unwrap(), answer["text"].as_str().unwrap());
            assert!(corpus == before || corpus == after);
            assert_eq!(corpus == before, text.contains("Because:"), "{corpus}: {text}");
            assert_eq!(corpus == after, text.contains("Grounds:"), "{corpus}: {text}");
        }
    });
    assert_eq!(server.post("/api/v1/answers", BODY).json()["corpus"], after);
}
