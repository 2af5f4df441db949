//! The arrows between modules, the size of files and functions, and the paths that the documents name.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Which of our modules each module may use. The order is the direction in which data flows.
const ARROWS: &[(&str, &[&str])] = &[
    ("clinical", &[]),
    ("rules", &["clinical"]),
    ("corpus", &["clinical", "rules"]),
    ("facts", &["clinical", "corpus", "rules"]),
    ("search", &["clinical", "corpus"]),
    ("answer", &["clinical", "rules", "corpus", "search"]),
    ("reply", &["clinical", "rules", "corpus", "facts", "answer"]),
    ("access", &["clinical"]),
    ("store", &["clinical", "answer", "access"]),
    ("publish", &["corpus", "ask", "store", "source"]),
    ("check", &["clinical", "rules", "corpus", "answer"]),
    ("ask", &["clinical", "rules", "corpus", "facts", "search", "answer", "reply"]),
    ("converse", &["clinical", "facts", "answer", "reply", "ask"]),
    ("page", &["clinical", "rules", "corpus", "answer", "reply", "ask"]),
    ("fhir", &["clinical", "rules", "corpus", "reply"]),
    ("cds", &["clinical", "corpus", "answer", "reply", "fhir"]),
    ("source", &["corpus"]),
    ("config", &[]),
    (
        "http",
        &[
            "clinical", "corpus", "facts", "answer", "reply", "store", "access", "ask", "converse", "fhir", "cds",
            "config", "source", "rules", "page", "publish",
        ],
    ),
    ("cli", &["*"]),
    ("lib", &["*"]),
    ("main", &["*"]),
];

/// Libraries that one module alone names, so that it alone changes when they do.
const HOMES: &[(&str, &[&str])] = &[
    ("tantivy", &["search"]),
    ("fluent_bundle", &["reply"]),
    ("fluent_syntax", &["reply"]),
    ("sqlx", &["store"]),
    ("askama", &["page"]),
    ("swagger_ui_redist", &["page"]),
    ("pulldown_cmark", &["corpus", "page"]),
    ("poem", &["http"]),
    ("poem_openapi", &["http"]),
    ("hyper", &["http"]),
    ("ring", &["access"]),
    ("rustls", &["access"]),
    ("ureq", &["access"]),
    ("clap", &["config", "cli"]),
    ("rustyline", &["cli"]),
    ("prometheus_client", &["http"]),
    ("flate2", &["publish", "http"]),
    ("arc_swap", &["http"]),
    ("crc32fast", &["store"]),
];

const FILE_LINES_MAX: usize = 500;
const FUNCTION_LINES_MAX: usize = 70;

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
}

fn sources() -> Vec<(String, String)> {
    rust_in("src")
}

/// The Rust files of a folder of the repository, by their paths in it.
fn rust_in(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let folder = Path::new(ROOT).join(folder);
    files(&folder, ".rs", &mut found);
    found.sort();
    let name = |path: &PathBuf| path.strip_prefix(&folder).unwrap().to_string_lossy().into_owned();
    found.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

fn module(file: &str) -> &str {
    file.split('/').next().unwrap().trim_end_matches(".rs")
}

/// The code of a file without its tests and comments, with line numbers.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let tests = text.find("#[cfg(test)]").unwrap_or(text.len());
    text[..tests]
        .lines()
        .enumerate()
        .map(|(number, line)| (number + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn modules_use_only_what_the_arrows_allow() {
    let arrows: BTreeMap<_, _> = ARROWS.iter().copied().collect();
    let mut broken = Vec::new();
    for (file, text) in sources() {
        let own = module(&file);
        let Some(allowed) = arrows.get(own) else {
            broken.push(format!(
                "src/{file}: `{own}` is not in the list of modules; add it to ARROWS with what it may use"
            ));
            continue;
        };
        for (number, line) in code(&text) {
            for used in line.split("crate::").skip(1) {
                let names: Vec<&str> = match used.strip_prefix('{') {
                    Some(group) => {
                        group.split(',').map(|name| name.trim().split("::").next().unwrap_or_default()).collect()
                    }
                    None => vec![used],
                };
                for name in names {
                    let name: String = name.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                    let known = arrows.contains_key(name.as_str());
                    if known && name != own && !allowed.contains(&"*") && !allowed.contains(&name.as_str()) {
                        broken.push(format!("src/{file}:{number}: `{own}` may use {allowed:?}, not `{name}`"));
                    }
                }
            }
        }
    }
    assert!(broken.is_empty(), "arrows broken (docs/architecture.md):\n{}", broken.join("\n"));
}

#[test]
fn libraries_are_named_in_their_homes_alone() {
    let mut broken = Vec::new();
    for (file, text) in sources() {
        for (number, line) in code(&text) {
            for (library, homes) in HOMES {
                let whole = |(place, _): (usize, &str)| {
                    !line[..place].ends_with(|before: char| before.is_alphanumeric() || before == '_')
                };
                let named = line.match_indices(&format!("{library}::")).any(whole)
                    || line.contains(&format!("use {library}::"));
                if named && !homes.contains(&module(&file)) {
                    broken.push(format!("src/{file}:{number}: `{library}` belongs in {homes:?}"));
                }
            }
        }
    }
    assert!(broken.is_empty(), "libraries away from home:\n{}", broken.join("\n"));
}

#[test]
fn every_file_says_which_question_it_answers_and_stays_short() {
    let mut broken = Vec::new();
    for folder in ["src", "tests/it", "benches", "examples"] {
        for (file, text) in rust_in(folder) {
            if !text.starts_with("//!") {
                broken.push(format!("{folder}/{file} does not open with //!"));
            }
            let lines = text.lines().count();
            if lines > FILE_LINES_MAX {
                broken.push(format!("{folder}/{file} has {lines} lines, more than {FILE_LINES_MAX}"));
            }
            if folder == "src" {
                broken.extend(long_functions(&file, &text));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Functions longer than allowed, by the indentation that rustfmt gives them.
fn long_functions(file: &str, text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut long = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let head = line.trim_start();
        let is_function = [
            "fn ",
            "pub fn ",
            "pub(super) fn ",
            "pub(crate) fn ",
            "async fn ",
            "pub async fn ",
            "const fn ",
            "pub const fn ",
        ]
        .iter()
        .any(|keyword| head.starts_with(keyword));
        if !is_function || head.ends_with(';') {
            continue;
        }
        let close = format!("{}}}", " ".repeat(indent));
        let length = lines[start..].iter().position(|line| *line == close).map_or(1, |end| end + 1);
        if length > FUNCTION_LINES_MAX {
            long.push(format!(
                "src/{file}:{}: a function of {length} lines, more than {FUNCTION_LINES_MAX}",
                start + 1
            ));
        }
    }
    long
}

#[test]
fn paths_that_the_documents_name_exist() {
    let mut documents = vec![Path::new(ROOT).join("README.md"), Path::new(ROOT).join("corpus/README.md")];
    files(&Path::new(ROOT).join("docs"), ".md", &mut documents);
    let mut missing = Vec::new();
    for document in documents {
        let text = fs::read_to_string(&document).unwrap();
        for quoted in text.split('`').skip(1).step_by(2) {
            let folder =
                ["src/", "tests/", "corpus/", "locales/", "docs/", "benches/", "migrations/", ".ci/", "deploy/"];
            let plain = !quoted.contains(['<', '*', '{', ' ', '…']);
            if plain && folder.iter().any(|start| quoted.starts_with(start)) && !Path::new(ROOT).join(quoted).exists() {
                missing.push(format!("{}: {quoted}", document.display()));
            }
        }
    }
    assert!(missing.is_empty(), "documents name paths that do not exist:\n{}", missing.join("\n"));
}

#[test]
fn message_style_is_kept() {
    let mut broken = Vec::new();
    for (file, text) in
        sources().into_iter().filter(|(file, _)| file.starts_with("rules") || file.starts_with("corpus"))
    {
        for (number, line) in code(&text) {
            for literal in line.split('"').skip(1).step_by(2) {
                let sentence = literal.contains(' ') && literal.len() > 12;
                if sentence && (literal.ends_with('.') || literal.starts_with(|c: char| c.is_uppercase())) {
                    broken.push(format!("src/{file}:{number}: `{literal}`"));
                }
            }
        }
    }
    assert!(
        broken.is_empty(),
        "messages for authors begin in lower case and end without a full stop:\n{}",
        broken.join("\n")
    );
}
