//! The program itself, as it is installed: servers that run beside each other, and calls of the command line.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use nordvis::source;
use serde_json::json;

use crate::server::{Response, read};

/// A call of the program, with nothing of the environment that it would heed.
pub fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nordvis"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("NORDVIS_") || name.starts_with("LC_")) {
        command.env_remove(name);
    }
    command.env("LANG", "en_GB.UTF-8").args(arguments);
    command
}

/// Calls the program and waits for its end.
pub fn call(arguments: &[&str]) -> Output {
    program(arguments).output().unwrap()
}

/// The result of a call that did what was asked, as JSON.
pub fn json(arguments: &[&str]) -> serde_json::Value {
    let output = call(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// How many answers are stored, each of which the program decides again to the same bytes.
pub fn replays(database: &str) -> usize {
    let replayed = json(&["replay", "--all", "--json", "--database", database]);
    assert_eq!((&replayed["different"], &replayed["undecided"]), (&json!([]), &json!([])), "{replayed}");
    assert_eq!(replayed["byOtherPrograms"], 0, "it was this program that gave them");
    usize::try_from(replayed["identical"].as_u64().unwrap()).unwrap()
}

/// A running server; dropped, it is killed.
pub struct Replica {
    process: Child,
    address: SocketAddr,
}

impl Replica {
    /// Serves over this database on a port of its own.
    pub fn start(database: &str) -> Self {
        Self::with(database, &[])
    }

    /// The same with more flags.
    pub fn with(database: &str, flags: &[&str]) -> Self {
        Self::serving(program(&[]), database, flags)
    }

    /// The same by a command that calls the program in a way of its own.
    pub fn serving(mut command: Command, database: &str, flags: &[&str]) -> Self {
        command.args(["serve", "--listen", "127.0.0.1:0", "--database", database]).args(flags).env("RUST_LOG", "off");
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut said).unwrap();
        let address = said.trim().rsplit('/').next().and_then(|address| address.parse().ok());
        Self { process, address: address.unwrap_or_else(|| panic!("it does not serve: {said:?}")) }
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn get(&self, path: &str) -> Response {
        self.send("GET", path, "")
    }

    pub fn post(&self, path: &str, body: &str) -> Response {
        self.send("POST", path, body)
    }

    pub fn delete(&self, path: &str) -> Response {
        self.send("DELETE", path, "")
    }

    fn send(&self, method: &str, path: &str, body: &str) -> Response {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        let length = body.len();
        let head = format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n");
        let kind = if body.is_empty() { "" } else { "content-type: application/json\r\n" };
        write!(stream, "{head}{kind}content-length: {length}\r\n\r\n{body}").unwrap();
        read(&mut stream)
    }

    /// Waits until it answers from this corpus.
    pub fn answers_from(&self, corpus: &str) {
        until(|| self.get("/readyz").json()["corpus"] == corpus);
    }

    /// Asks it to end.
    pub fn tell_to_end(&self) {
        assert!(Command::new("kill").args(["-TERM", &self.process.id().to_string()]).status().unwrap().success());
    }

    /// Asks it to end, and waits until it has: its exit.
    pub fn end(mut self) -> Option<i32> {
        // It may have ended already, and then need not be told.
        if self.process.try_wait().unwrap().is_none() {
            self.tell_to_end();
        }
        self.process.wait().unwrap().code()
    }
}

impl Drop for Replica {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// Waits until this is so.
pub fn until(so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !so() {
        assert!(begun.elapsed() < Duration::from_secs(60), "it never came");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Writes the embedded corpus and locales into a folder, each file as `edit` makes it of its path and text.
pub fn write_edited(folder: &Path, edit: impl Fn(&str, &str) -> String) {
    let (corpus, locales) = (source::corpus(None).unwrap(), source::locales(None).unwrap());
    for (under, files) in [("corpus", corpus), ("locales", locales)] {
        for (path, text) in files.iter() {
            let path = format!("{under}/{path}");
            let file = folder.join(&path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, edit(&path, text)).unwrap();
        }
    }
}

/// An edition whose English says "Grounds:" where the embedded one says "Because:".
pub fn reworded(folder: &Path) {
    write_edited(folder, |path, text| match path {
        "locales/en/app.ftl" => text.replace("Because:", "Grounds:"),
        _ => text.to_owned(),
    });
}
