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
        assert!(out(&restored).contains("Gendannet fra"), "{}", out(&restored));
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
        let purged = "purged 200 conversations=0 answers=0 feedback=1";
        assert!(log.contains(&format!("operator {purged}")), "{log:?}");
        // What the service does by itself is told as its own doing.
        let copy = Bed::sqlite_in(bed.folder(), 1);
        let service = tokio::task::block_in_place(|| {
            let answer = replica.post("/api/v1/answers", CASE);
            let said = replica.post(&format!("{}/feedback", answer.header("content-location")), r#"{"helpful":true}"#);
            assert_eq!(said.status, 204, "{}", said.body);
            let file = path(bed.folder(), "backup");
            place.says(&["backup", &file], 0, ["innehåller", "indeholder", "holds"], true);
            place.over(&copy.url()).says(&["restore", &file], 0, ["Återställt", "Gendannet", "Restored"], true);
            || Replica::start(&copy.url())
        });
        let mut copied = copy.raw().await;
        assert!(copied.audit().await.iter().any(|row| row.starts_with("operator restored 200 rows=")));
        copied.run("UPDATE feedback SET given_at = given_at - 63072000000000").await;
        let _serving = tokio::task::block_in_place(service);
        while !copied.audit().await.contains(&format!("service {purged}")) {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
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
        place.says(&["corpora", "--count"], 0, ["svar: 4", "svar: 4", "answers: 4 (embedded)"], true);
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
        ("postgres://nordvis@127.0.0.1:9/nordvis", 1, "The database at postgres://127.0.0.1:9/nordvis cannot be used"),
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

/// Every command that reads or looks after what is kept.
const LOOKING: [&[&str]; 12] = [
    &["backup", "BACKUP"],
    &["purge"],
    &["purge", "--dry-run"],
    &["audit", "verify"],
    &["replay", "--all"],
    &["replay", "019356f0-0000-7000-8000-000000000000"],
    &["changes", "embedded", "active"],
    &["corpora"],
    &["corpora", "rollback"],
    &["clients", "list"],
    &["clients", "rotate", "portal"],
    &["clients", "revoke", "portal"],
];

#[tokio::test(flavor = "multi_thread")]
async fn who_looks_where_nothing_is_kept_is_told_so_and_nothing_is_made() {
    let (bed, server) = (Bed::sqlite(), Bed::postgres().await);
    let folder = tempfile::tempdir().unwrap();
    let empty = path(folder.path(), "empty.db");
    fs::write(&empty, "").unwrap();
    let backup = path(folder.path(), "backup");
    let words = ["Det finns ingen databas på ", "Der er ingen database på ", "There is no database at "];
    tokio::task::block_in_place(|| {
        for (number, command) in LOOKING.into_iter().enumerate() {
            let command: Vec<&str> =
                command.iter().map(|word| if *word == "BACKUP" { &backup } else { *word }).collect();
            let url = [bed.url(), format!("sqlite:{empty}"), server.url()][number % 3].clone();
            Place { bed: &bed, url, language: LANGUAGES[number / 3 % 3] }.says(&command, 1, words, false);
        }
        let missing = path(folder.path(), "missing");
        let refused = call(&["corpora", "--data", &missing]);
        assert!(
            err(&refused).contains(&format!("There is no database at {missing}/nordvis.sqlite")),
            "{}",
            err(&refused)
        );
        assert!(err(&refused).contains("--data") && !Path::new(&missing).exists(), "{}", err(&refused));
    });
    assert!(!bed.file().parent().unwrap().exists() && !Path::new(&backup).exists());
    assert_eq!(fs::read(&empty).unwrap(), b"");
    assert!(server.raw().await.refuses("SELECT 1 FROM answers").await, "the server's database is as empty as it was");
    tokio::task::block_in_place(|| {
        let made = call(&["clients", "create", "portal", "--database", &bed.url()]);
        assert_eq!(made.status.code(), Some(0), "{}", err(&made));
        let published = told(&["publish", "--json", "--database", &server.url()]);
        assert_eq!(published["active"], true);
        assert_eq!(call(&["corpora", "--database", &server.url()]).status.code(), Some(0));
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_program_brings_is_not_said_to_be_kept_before_it_is() {
    on_both(|place| {
        assert_eq!(call(&["clients", "create", "portal", "--database", &place.url]).status.code(), Some(0));
        let words = ["sparas först när det svarar (inbyggt)", "gemmes først, når det svarer (indbygget)", ""];
        place.says(&["corpora"], 0, words, true);
        let listed = told(&["corpora", "--json", "--database", &place.url]);
        assert_eq!(listed[0]["storedAt"], Value::Null);
        let fingerprint = listed[0]["fingerprint"].as_str().unwrap();
        let back = told(&["corpora", "rollback", fingerprint, "--json", "--database", &place.url]);
        assert_eq!(back["corpus"], fingerprint);
        let listed = told(&["corpora", "--json", "--database", &place.url]);
        assert!(listed[0]["storedAt"].is_string() && listed[0].get("answers").is_none(), "{listed}");
    })
    .await;
}

#[test]
fn a_word_too_many_and_a_value_out_of_bounds_are_refused_with_what_is_taken() {
    for (language, surplus, limit) in [
        ("sv", "ett ord för mycket", "minst 1826"),
        ("da", "et ord for meget", "mindst 1826"),
        ("en", "one word too many", "at least 1826"),
    ] {
        for command in [&["corpora", "list", "foo"][..], &["audit", "verify", "foo"], &["purge", "foo"]] {
            let refused = call(&[command, &["--language", language]].concat());
            assert_eq!((refused.status.code(), out(&refused).as_str()), (Some(2), ""), "{command:?}");
            assert!(err(&refused).contains(surplus) && err(&refused).contains("foo"), "{}", err(&refused));
        }
        let refused = call(&["purge", "--keep-audit", "1825", "--language", language]);
        assert_eq!(refused.status.code(), Some(2));
        assert!(err(&refused).contains(limit), "{}", err(&refused));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn why_a_database_cannot_be_used_is_said_once_in_one_language_with_the_place_and_no_password() {
    let server = Bed::postgres().await;
    let (before, _) = server.url().rsplit_once('/').map(|(host, name)| (host.to_owned(), name.to_owned())).unwrap();
    let nowhere = "postgres://nordvis:secret@127.0.0.1:9/nordvis".to_owned();
    let folder = tempfile::tempdir().unwrap();
    let inside = path(folder.path(), "file/below.db");
    fs::write(folder.path().join("file"), "x").unwrap();
    let cases = [
        (nowhere, "postgres://127.0.0.1:9/nordvis", ["ingen svarar där", "ingen svarer dér", "nothing answers there"]),
        (
            format!("{before}/nobodys"),
            "/nobodys",
            [
                "ingen databas med det namnet (SQLSTATE 3D000)",
                "ingen database med det navn (SQLSTATE 3D000)",
                "no database with this name (SQLSTATE 3D000)",
            ],
        ),
        (format!("sqlite:{inside}"), &inside, ["ingen mapp", "ikke en mappe", "is no folder"]),
    ];
    tokio::task::block_in_place(|| {
        for (url, place, words) in &cases {
            for (language, words) in LANGUAGES.into_iter().zip(words) {
                let refused = call(&["publish", "--database", url, "--language", language]);
                let said = err(&refused);
                assert_eq!(refused.status.code(), Some(1), "{said}");
                let reason =
                    said.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {said}"));
                assert!(reason.contains(place) && !said.contains("secret"), "{said}");
                let english = ["the database", "cannot be used"].iter().any(|english| reason.contains(english));
                assert!(language == "en" || !english, "{said}");
            }
        }
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn one_is_counted_as_one() {
    let bed = Bed::sqlite();
    let replica = Replica::start(&bed.url());
    let answer = replica.post("/api/v1/answers", CASE).json();
    let mut raw = bed.raw().await;
    raw.unguard().await;
    raw.run("UPDATE audit SET status = 500").await;
    raw.run("UPDATE answers SET program = 'another', checksum = NULL").await;
    tokio::task::block_in_place(|| {
        let place = |language| Place { bed: &bed, url: bed.url(), language };
        for language in LANGUAGES {
            place(language).says(
                &["audit", "verify"],
                1,
                ["1 rad, 1 fel.", "1 række, 1 fejl.", "1 row, 1 fault."],
                true,
            );
            let words = ["Ska gallras: 0 samtal,", "Skal slettes: 0 samtaler, 0 svar,", "0 conversations, 0 answers,"];
            place(language).says(&["purge", "--dry-run"], 0, words, true);
        }
        let words = ["1 av dem gavs", "1 af dem blev", "1 of them was given by another build"];
        place("en").says(&["replay", answer["id"].as_str().unwrap()], 0, words, true);
    });
}

/// With many answers, counting them takes longer than a statement may: who has to go back at once does not wait for it.
#[tokio::test(flavor = "multi_thread")]
async fn corpora_are_listed_and_found_by_fingerprint_without_looking_at_answers() {
    let bed = Bed::sqlite();
    let url = bed.url();
    let published = tokio::task::block_in_place(|| told(&["publish", "--json", "--database", &url]))["corpus"].clone();
    bed.raw().await.run("ALTER TABLE answers RENAME TO hidden").await;
    tokio::task::block_in_place(|| {
        let place = Place { bed: &bed, url: url.clone(), language: "en" };
        let fingerprint = published.as_str().unwrap();
        assert_eq!(told(&["corpora", "--json", "--database", &url])[0]["fingerprint"], published);
        let back = told(&["corpora", "rollback", &fingerprint[..20], "--json", "--database", &url]);
        assert_eq!(back["corpus"], published);
        place.says(&["corpora", "--count"], 1, ["", "", "cannot be used: it refused (SQLite 1)."], false);
    });
}
