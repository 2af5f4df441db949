//! `nordvis clients`, and where nordvis may listen: keys are shown once, kept as digests, and open the way outside.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn nordvis(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nordvis"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("NORDVIS_") || name.starts_with("LC_")) {
        command.env_remove(name);
    }
    command.env("LANG", "en_GB.UTF-8").env("NORDVIS_DATA", data).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn kept(data: &Path) -> String {
    let files = std::fs::read_dir(data).unwrap();
    files.map(|file| String::from_utf8_lossy(&std::fs::read(file.unwrap().path()).unwrap()).into_owned()).collect()
}

#[test]
fn a_key_is_shown_once_and_its_secret_is_kept_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let call = |arguments: &[&str]| nordvis(folder.path(), &[&["clients"], arguments].concat());
    let made = call(&["create", "portal", "--region", "se-m", "--reply-language", "sv", "--per-minute", "90"]);
    assert_eq!(made.status.code(), Some(0), "{}", err(&made));
    let key = out(&made).trim().to_owned();
    let (id, secret) = key.split_once('.').unwrap();
    assert!(err(&made).contains("shown once"));
    let again = call(&["create", "portal"]);
    assert_eq!((again.status.code(), out(&again).as_str()), (Some(1), ""));
    assert!(err(&again).contains("already"));
    let narrow = call(&["create", "reader", "--scope", "search", "--scope", "audit.read"]);
    assert_eq!(narrow.status.code(), Some(0));
    let rotated = call(&["rotate", "portal", "--overlap-hours", "1"]);
    assert!(out(&rotated).trim() != key && err(&rotated).contains("end at"), "{}", err(&rotated));
    let list = out(&call(&["list"]));
    assert!(list.contains("portal  ask search feedback  SE-M, sv, 90/min") && list.contains(id), "{list}");
    assert!(list.contains("reader  search audit.read") && list.contains(", ends "), "{list}");
    let listed: Value = serde_json::from_str(&out(&call(&["list", "--json"]))).unwrap();
    assert_eq!((&listed[0]["id"], listed[0]["keys"].as_array().unwrap().len()), (&"portal".into(), 2));
    let revoked = call(&["revoke", "portal", "--key", id]);
    assert_eq!(revoked.status.code(), Some(0), "{}", err(&revoked));
    assert_eq!(call(&["revoke", "portal", "--key", id]).status.code(), Some(1), "it is over");
    assert!(out(&call(&["list"])).contains(", ended "));
    for text in [list, listed.to_string(), err(&made), err(&rotated), kept(folder.path())] {
        assert!(!text.contains(secret), "the secret stands in {text}");
    }
}

#[test]
fn what_cannot_be_a_client_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, said) in [
        // The first one that may make a database makes it, whatever becomes of what it was to keep.
        (&["create", "two words"][..], "letters, digits"),
        (&["create", "service"], "already a client"),
        (&["create", "a", "--scope", "everything"], "audit.read"),
        (&["create", "a", "--region", "NO-03"], "There is no such region"),
        (&["create", "a", "--reply-language", "fi"], "There is no such language"),
        (&["rotate", "nobody"], "no client called"),
        (&["revoke", "nobody"], "no client called"),
    ] {
        let output = nordvis(folder.path(), &[&["clients"], arguments].concat());
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(err(&output).contains(said), "{arguments:?}: {}", err(&output));
    }
    let listed = nordvis(folder.path(), &["clients", "list"]);
    assert_eq!((listed.status.code(), out(&listed).as_str()), (Some(0), ""));
    let help = nordvis(folder.path(), &["clients", "create", "--help", "--language", "sv"]);
    assert!(out(&help).contains("Klientens namn"), "{}", out(&help));
}

/// The address belongs to documentation: nothing can listen there, so that nothing is opened by this test.
#[test]
fn nordvis_listens_beyond_this_machine_only_when_it_knows_whom_to_let_in() {
    let folder = tempfile::tempdir().unwrap();
    let serve = |extra: &[&str]| nordvis(folder.path(), &[&["serve", "--listen", "192.0.2.1:8080"], extra].concat());
    for (language, said) in [
        ("sv", "lyssnar utanför den här maskinen bara när"),
        ("da", "lytter kun uden for denne maskine"),
        ("en", "listens beyond this machine only when"),
    ] {
        let refused = serve(&["--language", language]);
        assert_eq!(refused.status.code(), Some(2));
        let told = err(&refused);
        assert!(told.contains(said) && told.contains("nordvis clients create"), "{told}");
    }
    let file = folder.path().join("access.toml");
    let access = ["--access", file.to_str().unwrap()];
    for (text, code, said) in [
        ("per-minute = 5", 2, "knows whom to let in"),
        ("anonymous = [\"everything\"]", 2, "there is no scope"),
        ("anonymus = []", 2, "unknown field"),
        ("anonymous = [\"search\"]", 1, "Cannot listen on 192.0.2.1:8080"),
        ("[[issuer]]\nname = \"a\"\naudiences = [\"b\"]\nkeys = \"keys.json\"", 1, "Cannot listen on 192.0.2.1:8080"),
    ] {
        std::fs::write(&file, text).unwrap();
        let output = serve(&access);
        assert_eq!(output.status.code(), Some(code), "{text}: {}", err(&output));
        assert!(err(&output).contains(said), "{text}: {}", err(&output));
    }
    assert_eq!(nordvis(folder.path(), &["clients", "create", "portal"]).status.code(), Some(0));
    let known = serve(&[]);
    assert!(err(&known).contains("Cannot listen on 192.0.2.1:8080"), "{}", err(&known));
    let bad = serve(&["--contact", "ring us"]);
    assert_eq!(bad.status.code(), Some(2));
    assert!(err(&bad).contains("mailto:"));
}
