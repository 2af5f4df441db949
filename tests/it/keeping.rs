//! What a person does with what is kept, as processes: backup, restore, purge, audit verify, replay, changes and corpora,
//! while a service runs, on both databases: what is printed where, in which language, and with which exit.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::{Value, json};

use crate::replica::{Replica, call, json as told, replays};
use crate::store::bed::Bed;

const CASE: &str = r#"{"intent":"treatment","facts":{"osteoporosis":true},"region":"SE-M","language":"en"}"#;
const LANGUAGES: [&str; 3] = ["sv", "da", "en"];

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A service with three answers, one of them in a conversation, and feedback: five rows of the audit log.
fn running(database: &str) -> Replica {
    let replica = Replica::start(database);
    let first = replica.post("/api/v1/answers", CASE);
    assert_eq!(replica.post("/api/v1/answers", CASE).status, 200);
    let said = replica.post(&format!("{}/feedback", first.header("content-location")), r#"{"helpful":true}"#);
    assert_eq!(said.status, 204, "{}", said.body);
    let talk = replica.post("/api/v1/conversations", r#"{"region":"SE-M"}"#).json();
    let path = format!("/api/v1/conversations/{}/messages", talk["id"].as_str().unwrap());
    assert_eq!(replica.post(&path, r#"{"text":"Konstaterad osteoporos"}"#).status, 200);
    replica
}

/// Where a call is made, and in which language it speaks.
struct Place<'a> {
    bed: &'a Bed,
    url: String,
    language: &'static str,
}

impl Place<'_> {
    /// What a call that ended so has said, with these words in Swedish, Danish or English: on standard output when it did
    /// what was asked or tells what it found, else on standard error alone.
    fn says(&self, arguments: &[&str], exit: i32, words: [&str; 3], on_output: bool) {
        let output = call(&[arguments, &["--database", &self.url, "--language", self.language]].concat());
        assert_eq!(output.status.code(), Some(exit), "{arguments:?}: {}{}", out(&output), err(&output));
        let (said, silent) = if on_output { (out(&output), err(&output)) } else { (err(&output), out(&output)) };
        let words = LANGUAGES.into_iter().zip(words).find(|(language, _)| *language == self.language).unwrap().1;
        assert!(said.contains(words), "{arguments:?}: {words:?} is not in {said}");
        assert_eq!(silent, "", "{arguments:?}");
    }

    /// The same over another database.
    fn over(&self, url: &str) -> Self {
        Self { url: url.to_owned(), ..*self }
    }
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

/// On SQLite in Swedish, on PostgreSQL in Danish.
async fn on_both(test: impl Fn(&Place<'_>)) {
    for (bed, language) in [(Bed::sqlite(), "sv"), (Bed::postgres().await, "da")] {
        tokio::task::block_in_place(|| test(&Place { bed: &bed, url: bed.url(), language }));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_taken_while_it_runs_and_comes_back_once() {
    on_both(|place| {
        let (replica, file) = (running(&place.url), path(place.bed.folder(), "backup"));
        place.says(&["backup", &file], 0, ["innehåller", "indeholder", "holds"], true);
        let nowhere = path(place.bed.folder(), "nowhere/backup");
        place.says(&["backup", &nowhere], 1, ["kan inte", "kan ikke", "cannot be written"], false);
        assert_eq!(replica.post("/api/v1/answers", CASE).status, 200, "it went on");
        let empty = Bed::sqlite_in(place.bed.folder(), 1).url();
        let restored = call(&["restore", &file, "--database", &empty, "--language", "da"]);
        assert_eq!(restored.status.code(), Some(0), "{}", err(&restored));
        assert!(out(&restored).contains("gendannet") || out(&restored).contains("indlæst"), "{}", out(&restored));
        assert_eq!(replays(&empty), 3, "what was there when it was taken");
        place.over(&empty).says(&["restore", &file], 1, ["inte tom", "ikke tom", "not empty"], false);
        // A service over the copy goes on with what was said.
        let copy = Replica::start(&empty);
        assert_eq!(copy.post("/api/v1/answers", CASE).status, 200);
        let minutes = path(place.bed.folder(), "minutes");
        fs::write(&minutes, "these are the minutes of a meeting\n").unwrap();
        let fresh = Bed::sqlite_in(place.bed.folder(), 2).url();
        place.over(&fresh).says(
            &["restore", &minutes],
            1,
            ["inte en säkerhetskopia", "ikke en sikkerhedskopi", "not a backup"],
            false,
        );
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, text.replace("SE-M", "SE-F")).unwrap();
        place.over(&fresh).says(
            &["restore", &file],
            1,
            ["skadad från rad", "beskadiget fra linje", "damaged from line"],
            false,
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_log_is_verified_while_it_is_written() {
    on_both(|place| {
        let replica = running(&place.url);
        place.says(&["audit", "verify"], 0, ["5 rader, 0 fel", "5 rækker, 0 fejl", "5 rows, 0 faults"], true);
        let found = told(&["audit", "verify", "--json", "--database", &place.url]);
        assert_eq!((&found["rows"], &found["faults"]), (&json!(5), &json!([])));
        let known = found["heads"][0].as_str().unwrap().to_owned();
        assert_eq!(replica.post("/api/v1/answers", CASE).status, 200);
        let verified = call(&["audit", "verify", "--checkpoint", &known, "--database", &place.url]);
        assert_eq!(verified.status.code(), Some(0), "{}", out(&verified));
        let (row, _) = known.rsplit_once(':').unwrap();
        let other = format!("{row}:{}", "0".repeat(64));
        let words = ["var känd och", "var kendt og", "was known and is not there"];
        place.says(&["audit", "verify", "--checkpoint", &other], 1, words, true);
        let words = ["skrivs KEDJA", "skrives KÆDE", "written CHAIN:NUMBER:HASH"];
        place.says(&["audit", "verify", "--checkpoint", "1:2"], 2, words, false);
        let found = call(&["audit", "verify", "--json", "--checkpoint", &other, "--database", &place.url]);
        assert_eq!(found.status.code(), Some(1));
        let found: Value = serde_json::from_slice(&found.stdout).unwrap();
        assert_eq!(found["faults"][0]["kind"], "cut-off");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn purging_tells_how_much_and_so_does_the_audit_log() {
    for (bed, language) in [(Bed::sqlite(), "sv"), (Bed::postgres().await, "en")] {
        let place = Place { bed: &bed, url: bed.url(), language };
        let replica = tokio::task::block_in_place(|| running(&place.url));
        let mut raw = bed.raw().await;
        // Two years ago.
        raw.run("UPDATE feedback SET given_at = given_at - 63072000000000").await;
        tokio::task::block_in_place(|| {
            let words = ["Ska gallras: 0 samtal, 0 svar, 1 ", "", "To be deleted: 0 conversations, 0 answers, 1 "];
            place.says(&["purge", "--dry-run"], 0, words, true);
            let counts = json!({"conversations": 0, "answers": 0, "feedback": 1, "audit": 0});
            assert_eq!(told(&["purge", "--rewrite", "--json", "--database", &place.url]), counts);
            place.says(&["purge"], 0, ["Gallrat: 0 samtal, 0 svar, 0 ", "", "Deleted: 0 conversations, 0 "], true);
            for refused in [["--keep-conversations", "731"], ["--keep-audit", "1825"]] {
                let refused = call(&[&["purge", "--database", &place.url][..], &refused].concat());
                assert_eq!(refused.status.code(), Some(2), "{}", err(&refused));
            }
            assert_eq!(replica.post("/api/v1/answers", CASE).status, 200, "it went on");
        });
        let log = raw.audit().await;
        assert!(log.contains(&"service purged 200 conversations=0 answers=0 feedback=1".to_owned()), "{log:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_is_decided_again_and_listed_while_it_runs() {
    on_both(|place| {
        let replica = running(&place.url);
        place.says(&["replay", "--all"], 0, ["Lika: 3", "Ens: 3", "The same: 3"], true);
        let id = replica.post("/api/v1/answers", CASE).json()["id"].as_str().unwrap().to_owned();
        place.says(&["replay", &id], 0, ["Lika: 1", "Ens: 1", "The same: 1"], true);
        let nobody = "019356f0-0000-7000-8000-000000000000";
        place.says(&["replay", nobody], 1, ["Inget svar", "ikke gemt noget svar", "No answer"], false);
        let words = ["Svar: 4", "Svar: 4", "Answers: 4. Become others: 0."];
        place.says(&["changes", "embedded", "active"], 0, words, true);
        place.says(&["corpora"], 0, ["svar: 4", "svar: 4", "answers: 4 (embedded)"], true);
        let words = ["inget att gå tillbaka", "intet at gå tilbage", "nothing to go back"];
        place.says(&["corpora", "rollback"], 1, words, false);
    })
    .await;
}

/// Where there is no database, every command says so and changes nothing.
#[test]
fn a_database_that_cannot_be_had_is_refused_by_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let file = path(folder.path(), "minutes.db");
    fs::write(&file, "these are the minutes of a meeting\n".repeat(100)).unwrap();
    let before = fs::read(&file).unwrap();
    let backup = path(folder.path(), "backup");
    let commands = [
        &["backup", &backup][..],
        &["purge"],
        &["audit", "verify"],
        &["replay", "--all"],
        &["changes", "embedded", "active"],
        &["corpora"],
        &["serve", "--listen", "127.0.0.1:0"],
        &["clients", "list"],
    ];
    let bed = Bed::sqlite();
    for command in commands {
        let place = Place { bed: &bed, url: format!("sqlite:{file}"), language: "en" };
        place.says(command, 1, ["är skadad", "er beskadiget", "is damaged"], false);
    }
    for (url, exit, words) in [
        ("postgres://nordvis@127.0.0.1:9/nordvis", 1, "The database cannot be used"),
        ("mysql://nordvis", 2, "The database is given as"),
    ] {
        for command in [commands[0], commands[6]] {
            let output = call(&[command, &["--database", url]].concat());
            assert_eq!(output.status.code(), Some(exit), "{command:?}: {}", err(&output));
            assert!(err(&output).contains(words), "{command:?}: {}", err(&output));
        }
    }
    assert_eq!(fs::read(&file).unwrap(), before, "it was changed");
    assert!(!Path::new(&backup).exists());
}
