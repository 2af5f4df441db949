//! Corpora that are published while programs answer: taken up by each, refused when they cannot answer, rolled back.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use nordvis::store::{Activation, KeptCorpus};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::replica::json as told;
use crate::replica::{Replica, call, replays, reworded, until, write_edited};
use crate::service::service;
use crate::store::bed::Bed;

const CASE: &str = r#"{"intent":"treatment","facts":{"osteoporosis":true},"region":"SE-M","language":"en"}"#;

fn edition() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    reworded(folder.path());
    folder
}

fn publish(folder: &Path, database: &str) -> String {
    let published = told(&["publish", folder.to_str().unwrap(), "--json", "--database", database]);
    assert_eq!(published["active"], true);
    published["corpus"].as_str().unwrap().to_owned()
}

fn active(database: &str) -> Vec<Value> {
    let corpora = told(&["corpora", "--count", "--json", "--database", database]);
    corpora.as_array().unwrap().iter().filter(|one| one["active"] == true).cloned().collect()
}

/// Whether an answer is wholly of the embedded corpus; it is wholly of the other one if not.
fn is_own(answer: &Value, own: &str, other: &str) -> bool {
    let (corpus, text) = (answer["corpus"].as_str().unwrap(), answer["text"].as_str().unwrap());
    assert!(corpus == own || corpus == other, "{corpus}");
    assert_eq!(corpus == own, text.contains("Because:"), "{corpus}: {text}");
    assert_eq!(corpus == other, text.contains("Grounds:"), "{corpus}: {text}");
    corpus == own
}

/// Ends those who ask, also when the test fails.
pub struct Ends<'a>(pub &'a AtomicBool);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn say(replica: &Replica, conversation: &str, text: &str) -> Value {
    let path = format!("/api/v1/conversations/{conversation}/messages");
    let response = replica.post(&path, &json!({"text": text}).to_string());
    assert_eq!(response.status, 200, "{}", response.body);
    response.json()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_replicas_take_a_corpus_up_under_load_and_no_answer_fails_or_is_mixed() {
    let bed = Bed::postgres().await;
    let (database, edition) = (bed.url(), edition());
    let own = service().corpus().fingerprint.clone();
    let replicas = [Replica::start(&database), Replica::start(&database)];
    let begun = replicas[0].post("/api/v1/conversations", r#"{"region":"SE-M","language":"en"}"#).json();
    let conversation = begun["id"].as_str().unwrap();
    say(&replicas[0], conversation, "Konstaterad osteoporos. Vilket läkemedel?");
    let done = AtomicBool::new(false);
    let (other, answers) = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..2)
            .map(|client| {
                let (replica, done) = (&replicas[client], &done);
                scope.spawn(move || {
                    let mut answers = Vec::new();
                    while !done.load(Ordering::Relaxed) {
                        let response = replica.post("/api/v1/answers", CASE);
                        assert_eq!(response.status, 200, "{}", response.body);
                        answers.push(response.json());
                        // Load enough to meet the change, and not so much that the change has to wait for it.
                        std::thread::sleep(Duration::from_millis(10));
                    }
                    answers
                })
            })
            .collect();
        let ending = Ends(&done);
        let other = publish(edition.path(), &database);
        replicas.iter().for_each(|replica| replica.answers_from(&other));
        told(&["corpora", "rollback", "--json", "--database", &database]);
        replicas.iter().for_each(|replica| replica.answers_from(&own));
        told(&["corpora", "rollback", "--json", "--database", &database]);
        replicas.iter().for_each(|replica| replica.answers_from(&other));
        drop(ending);
        let answers: Vec<Value> = clients.into_iter().flat_map(|client| client.join().unwrap()).collect();
        (other, answers)
    });
    let of_own = answers.iter().filter(|answer| is_own(answer, &own, &other)).count();
    assert!(of_own > 0 && of_own < answers.len(), "{of_own} of {}", answers.len());
    // The conversation goes on elsewhere, over what was said before, with what answers there now.
    let turn = say(&replicas[1], conversation, "eGFR 28");
    assert!(!is_own(&turn, &own, &other));
    let given: Vec<_> = turn["recommendations"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert!(given.contains(&&json!("ost-denosumab-specialist")), "{given:?}");
    assert_eq!(replays(&database), answers.len() + 2);
    for replica in replicas {
        assert_eq!(replica.end(), Some(0));
    }
}

#[test]
fn a_file_s_programs_take_a_corpus_up_too_and_after_a_restart_it_still_answers() {
    let (bed, edition) = (Bed::sqlite(), edition());
    let (database, own) = (bed.url(), service().corpus().fingerprint.clone());
    let replica = Replica::start(&database);
    replica.answers_from(&own);
    let other = publish(edition.path(), &database);
    replica.answers_from(&other);
    assert_eq!(replica.post("/api/v1/answers", CASE).json()["corpus"], other);
    assert_eq!(replica.end(), Some(0));
    let replica = Replica::start(&database);
    assert_eq!(replica.get("/readyz").json()["corpus"], other, "from the first request on");
    // Who names a folder means it.
    let corpus = edition.path().join("corpus");
    let named = Replica::with(&database, &["--corpus", corpus.to_str().unwrap()]);
    let answer = named.post("/api/v1/answers", CASE).json();
    assert!(answer["corpus"] != other && answer["corpus"] == own, "its locales are the embedded ones");
    let lines = active(&database);
    assert_eq!((lines.len(), &lines[0]["fingerprint"], &lines[0]["answers"]), (1, &json!(other), &json!(1)));
    told(&["corpora", "rollback", "embedded", "--json", "--database", &database]);
    replica.answers_from(&own);
    let back = &other["sha256:".len()..][..12];
    told(&["corpora", "rollback", back, "--json", "--database", &database]);
    replica.answers_from(&other);
    let said = String::from_utf8(call(&["corpora", "--database", &database]).stdout).unwrap();
    assert!(said.contains(&format!("* {other}, kept ")) && said.contains("(embedded)"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_answer_is_refused_and_what_answered_goes_on() {
    for bed in [Bed::sqlite(), Bed::postgres().await] {
        let (database, own) = (bed.url(), service().corpus().fingerprint.clone());
        let replica = Replica::start(&database);
        let other = publish(edition().path(), &database);
        replica.answers_from(&other);
        let store = bed.open().await;
        let whole = store.corpus(&other).await.unwrap().unwrap();
        let at = Timestamp::now();
        // A corpus whose bytes are another's.
        let wrong = format!("sha256:{}", "0".repeat(64));
        let damaged = KeptCorpus { fingerprint: wrong.clone(), ..whole.clone() };
        store.keep_corpus(damaged).await.unwrap();
        assert!(store.activate(Activation { corpus: Some(wrong.clone()), at }).await.unwrap());
        until(|| replica.get("/readyz?verbose").json()["refused"]["corpus"] == wrong);
        assert_eq!(replica.post("/api/v1/answers", CASE).json()["corpus"], other);
        let fresh = Replica::start(&database);
        assert_eq!(fresh.post("/api/v1/answers", CASE).json()["corpus"], own, "nothing better is known to it");
        let refused = call(&["corpora", "rollback", &wrong, "--database", &database]);
        assert_eq!(refused.status.code(), Some(1));
        // Nobody can choose what is not kept.
        let unknown = Some("sha256:unknown".to_owned());
        assert!(!store.activate(Activation { corpus: unknown, at }).await.unwrap());
        told(&["corpora", "rollback", "--json", "--database", &database]);
        until(|| replica.get("/readyz?verbose").json()["refused"].is_null());
        assert_eq!(replica.get("/readyz").json()["corpus"], other);
        fresh.answers_from(&other);
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_corpus_that_was_damaged_answers_when_it_is_published_again() {
    for bed in [Bed::sqlite(), Bed::postgres().await] {
        let (database, edition) = (bed.url(), edition());
        let other = publish(edition.path(), &database);
        let damage = if bed.raw().await.is_file() { "zeroblob(9)" } else { "'\\x00'" };
        bed.raw().await.run(&format!("UPDATE corpora SET archive = {damage}")).await;
        let replica = Replica::start(&database);
        until(|| replica.get("/readyz?verbose").json()["refused"]["corpus"] == other);
        assert_eq!(publish(edition.path(), &database), other);
        replica.answers_from(&other);
        assert_eq!(replica.get("/readyz?verbose").json()["refused"], Value::Null);
    }
}

#[test]
fn a_corpus_with_faults_is_told_whole_and_changes_nothing() {
    let (bed, folder) = (Bed::sqlite(), tempfile::tempdir().unwrap());
    let database = bed.url();
    write_edited(folder.path(), |path, text| match path {
        "corpus/guidelines/se-m/osteoporos/rules.toml" => text.replace("egfr_ml_min < 35", "egfr_ml_mim < 35"),
        "corpus/guidelines/dk-81/knaeartrose/rules.toml" => text.replacen("cite = [", "cite = [\"nowhere\", ", 1),
        _ => text.to_owned(),
    });
    let refused = call(&["publish", folder.path().to_str().unwrap(), "--database", &database]);
    assert_eq!(refused.status.code(), Some(1));
    let told_faults = String::from_utf8(refused.stdout).unwrap();
    assert!(told_faults.contains("egfr_ml_mim") && told_faults.contains("nowhere"), "{told_faults}");
    assert!(String::from_utf8(refused.stderr).unwrap().contains("Nothing was published"));
    assert!(!bed.file().exists(), "nothing was even opened");
    // Nor one that loads, and does not hold what its own cases promise.
    fs::remove_dir_all(folder.path()).unwrap();
    write_edited(folder.path(), |path, text| match path {
        "corpus/guidelines/se-m/osteoporos/rules.toml" => text.replace("egfr_ml_min < 35", "egfr_ml_min < 25"),
        _ => text.to_owned(),
    });
    let refused = call(&["publish", folder.path().to_str().unwrap(), "--json", "--database", &database]);
    assert_eq!(refused.status.code(), Some(1));
    let faults: Value = serde_json::from_slice(&refused.stdout).unwrap();
    assert!(faults.as_array().unwrap().iter().any(|fault| fault["level"] == "error"), "{faults}");
}
