//! The examples of `docs/integration.md` run as they stand, with a key, and print what the page says.

use std::path::Path;
use std::process::Command;

use nordvis::access::{ApiKey, Client, KeyRecord, Scope};
use nordvis::store::ClientChange;

use crate::server::Server;

/// The code blocks of a page in order: language and text.
fn blocks(page: &str) -> Vec<(String, String)> {
    let mut pieces = page.split("```");
    pieces.next();
    let mut blocks = Vec::new();
    while let (Some(block), rest) = (pieces.next(), pieces.next()) {
        assert!(rest.is_some(), "a code block is not closed");
        let (language, text) = block.split_once('\n').unwrap();
        blocks.push((language.to_owned(), text.to_owned()));
    }
    blocks
}

fn run(language: &str, text: &str, folder: &Path, server: &Server, key: &ApiKey) -> String {
    let (program, file) = match language {
        "sh" => ("bash", "example.sh"),
        "js" => ("node", "example.mjs"),
        "python" => ("python3", "example.py"),
        other => panic!("nothing runs {other}"),
    };
    std::fs::write(folder.join(file), text).unwrap();
    let output = Command::new(program)
        .arg(folder.join(file))
        .env("NORDVIS_URL", server.url())
        .env("NORDVIS_KEY", key.reveal())
        .env("NO_PROXY", "*")
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}; ./test installs it"));
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{language}: {shown}{}", String::from_utf8_lossy(&output.stderr));
    shown
}

#[test]
fn the_examples_run_and_print_what_is_shown() {
    let key = ApiKey::generate().unwrap();
    let client =
        Client { id: "portal".into(), scopes: Scope::USUAL.into(), region: None, language: None, per_minute: None };
    let record = KeyRecord {
        id: key.id().to_owned(),
        client: client.id.clone(),
        digest: key.digest(),
        created_at: jiff::Timestamp::now(),
        ends_at: None,
    };
    let server = Server::guarded(Default::default(), vec![ClientChange::Create { client, key: record }]);
    let folder = tempfile::tempdir().unwrap();
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/integration.md")).unwrap();
    let blocks = blocks(&page);
    let mut examined = 0;
    for pair in blocks.chunks(2) {
        let [(language, text), (kind, shown)] = pair else { panic!("an example without what it prints") };
        assert_eq!(kind, "text", "after every example stands what it prints");
        assert_eq!(run(language, text, folder.path(), &server, &key).trim_end(), shown.trim_end(), "{text}");
        examined += 1;
    }
    assert!(examined >= 4, "{examined}");
}
