//! What becomes of the whole program when what it stands on fails? PostgreSQL that stands still or fails, a disk that does
//! not take what is written, a clock that is set back, a second program over the same file: no wrong answer, nothing
//! acknowledged that is not kept, a clear word of it, and recovery without hands.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

use crate::overload::attempt;
use crate::postgres::Server;
use crate::publish::Ends;
use crate::replica::{Replica, call, program, replays, until};
use crate::server::Response;
use crate::store::bed::Bed;

/// Several clients ask each of these, one question after the other, while this happens: what they were told.
fn asked_while(replicas: &[&Replica], happens: impl FnOnce()) -> Vec<Response> {
    let done = AtomicBool::new(false);
    let ask = |replica: &Replica| {
        let mut told = Vec::new();
        while !done.load(Ordering::Relaxed) {
            told.extend(attempt(replica));
            std::thread::sleep(Duration::from_millis(25));
        }
        told
    };
    std::thread::scope(|scope| {
        let clients: Vec<_> =
            replicas.iter().flat_map(|replica| [replica; 3]).map(|replica| scope.spawn(|| ask(replica))).collect();
        let ending = Ends(&done);
        happens();
        drop(ending);
        clients.into_iter().flat_map(|client| client.join().unwrap()).collect()
    })
}

/// What was acknowledged is there, byte for byte; the rest was told when to come back; the audit log is whole, and every
/// stored answer comes out again.
fn holds(replica: &Replica, database: &str, told: &[Response]) {
    let mut answers = 0;
    for response in told {
        match response.status {
            200 => {
                assert_eq!(replica.get(response.header("content-location")).body, response.body);
                answers += 1;
            }
            503 => assert!((1..=5).contains(&response.header("retry-after").parse().unwrap())),
            other => panic!("{other}: {}", response.body),
        }
    }
    assert!(answers > 0, "nobody was answered");
    let verified = call(&["audit", "verify", "--database", database]);
    assert_eq!(verified.status.code(), Some(0), "{}", String::from_utf8_lossy(&verified.stdout));
    assert!(replays(database) >= answers);
}

/// It says that it cannot, and why, and is still there.
fn cannot_answer(replica: &Replica) {
    until(|| replica.get("/readyz").status == 503);
    let verbose = replica.get("/readyz?verbose");
    assert_eq!((verbose.status, &verbose.json()["status"]), (503, &json!("unavailable")));
    assert!(verbose.json()["parts"]["database"] != "ready", "{}", verbose.body);
    assert_eq!(replica.get("/livez").status, 200);
    let refused = attempt(replica).unwrap();
    assert_eq!((refused.status, refused.json()["code"].as_str()), (503, Some("unavailable")), "{}", refused.body);
    // What needs no database is still to be had.
    assert_eq!(replica.get("/api/v1/search?q=denosumab").status, 200);
}

fn answers_again(replica: &Replica) {
    until(|| replica.get("/readyz").status == 200);
    until(|| attempt(replica).is_some_and(|response| response.status == 200));
}

#[tokio::test(flavor = "multi_thread")]
async fn postgresql_that_stands_still_or_fails_is_said_and_waited_for() {
    let server = Server::start();
    let bed = Bed::on(&server).await;
    let replica = Replica::start(&bed.url());
    let told = asked_while(&[&replica], || {
        answers_again(&replica);
        for (end, begin) in [("freeze", "thaw"), ("crash", "start")] {
            server.tell(end);
            cannot_answer(&replica);
            server.tell(begin);
            answers_again(&replica);
        }
    });
    assert!(told.iter().any(|response| response.status == 503));
    holds(&replica, &bed.url(), &told);
}

/// The limit on the size of a file makes writing fail as a broken disk does; it is lifted while the program runs.
#[test]
fn a_disk_that_takes_nothing_more_is_said_and_waited_for() {
    let bed = Bed::sqlite();
    let nordvis = program(&[]);
    let mut limited = Command::new("sh");
    limited.args(["-c", r#"trap '' XFSZ; ulimit -S -f 6144; exec "$@""#, "limited"]).arg(nordvis.get_program());
    for (name, value) in nordvis.get_envs() {
        match value {
            Some(value) => limited.env(name, value),
            None => limited.env_remove(name),
        };
    }
    let replica = Replica::serving(limited, &bed.url(), &[]);
    let told = asked_while(&[&replica], || {
        cannot_answer(&replica);
        let lifted = Command::new("prlimit").args(["--fsize=unlimited", "--pid", &replica.id().to_string()]).status();
        assert!(lifted.unwrap().success());
        answers_again(&replica);
    });
    assert!(told.iter().any(|response| response.status == 503));
    holds(&replica, &bed.url(), &told);
}

/// What fakes the clock of a program that is started with it.
fn faketime() -> PathBuf {
    let folders = fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let found = folders.map(|folder| folder.path().join("faketime/libfaketimeMT.so.1")).find(|file| file.exists());
    found.expect("faketime is not installed: `./test` installs it")
}

#[test]
fn a_clock_that_is_set_back_and_forth_changes_nothing() {
    let bed = Bed::sqlite();
    let clock = bed.folder().join("clock");
    let set = |offset: &str| {
        fs::write(clock.with_extension("new"), format!("{offset}\n")).unwrap();
        fs::rename(clock.with_extension("new"), &clock).unwrap();
    };
    set("+0d");
    let mut faked = program(&[]);
    faked.env("LD_PRELOAD", faketime()).env("FAKETIME_TIMESTAMP_FILE", &clock);
    // What Linux counts from its start stands still for nobody.
    faked.env("FAKETIME_NO_CACHE", "1").env("FAKETIME_DONT_FAKE_MONOTONIC", "1").env("DONT_FAKE_MONOTONIC", "1");
    let replica = Replica::serving(faked, &bed.url(), &[]);
    let talk = replica.post("/api/v1/conversations", r#"{"region":"SE-M","language":"sv"}"#).json();
    let talk = format!("/api/v1/conversations/{}", talk["id"].as_str().unwrap());
    let mut given: Vec<Value> = Vec::new();
    let told = asked_while(&[&replica], || {
        for (offset, text) in [
            ("+0d", "Konstaterad osteoporos. Vilket läkemedel?"),
            ("-3d", "eGFR 28"),
            ("+30d", "eGFR 52"),
            ("-400d", "ångra"),
        ] {
            set(offset);
            let said = replica.post(&format!("{talk}/messages"), &json!({"text": text}).to_string());
            assert_eq!(said.status, 200, "{}", said.body);
            given.push(said.json());
            assert_eq!(replica.get("/readyz").status, 200);
        }
    });
    let days: Vec<_> = given.iter().map(|answer| answer["createdAt"].as_str().unwrap()[..10].to_owned()).collect();
    assert!(days[1] < days[0] && days[2] > days[0] && days[3] < days[1], "the clock was not set: {days:?}");
    assert!(told.iter().all(|response| response.status == 200));
    let turns = replica.get(&talk).json()["turns"].as_array().unwrap().clone();
    let kept: Vec<_> = turns.iter().map(|turn| turn["answer"]["id"].clone()).collect();
    assert_eq!(kept, given.iter().map(|answer| answer["id"].clone()).collect::<Vec<_>>(), "in the order of saying");
    holds(&replica, &bed.url(), &told);
    // The next program, whose clock is right, goes on from there.
    assert_eq!(replica.end(), Some(0));
    let next = Replica::start(&bed.url());
    assert_eq!(next.get("/readyz").status, 200);
    holds(&next, &bed.url(), &[told, vec![attempt(&next).unwrap()]].concat());
}

/// On one machine several programs may share a file: each waits for the other, and what one is told the other knows.
#[test]
fn two_programs_over_one_file_are_as_safe_as_one() {
    let bed = Bed::sqlite();
    let (one, other) = (Replica::start(&bed.url()), Replica::start(&bed.url()));
    let told = asked_while(&[&one, &other], || {
        let talk = one.post("/api/v1/conversations", r#"{"region":"SE-M"}"#).json();
        let talk = format!("/api/v1/conversations/{}", talk["id"].as_str().unwrap());
        for (replica, text) in
            [(&one, "Konstaterad osteoporos. Vilket läkemedel?"), (&other, "eGFR 28"), (&one, "ångra")]
        {
            let said = replica.post(&format!("{talk}/messages"), &json!({"text": text}).to_string());
            assert_eq!(said.status, 200, "{}", said.body);
        }
        assert_eq!(other.get(&talk).json()["turns"].as_array().unwrap().len(), 3);
        assert_eq!(other.delete(&talk).status, 204);
        assert_eq!(one.get(&talk).status, 404);
        std::thread::sleep(Duration::from_secs(1));
    });
    assert!(told.iter().all(|response| response.status == 200), "they hinder each other");
    // One is killed in the middle of it; the other goes on.
    let mut more = Vec::new();
    let rest = asked_while(&[&other], || {
        more = asked_while(&[&one], || std::thread::sleep(Duration::from_millis(300)));
        drop(one);
        std::thread::sleep(Duration::from_millis(300));
    });
    assert!(rest.iter().all(|response| response.status == 200));
    holds(&other, &bed.url(), &[told, more, rest].concat());
}
