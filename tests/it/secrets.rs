//! No secret that nordvis is given or shown comes out again: not in what it prints, logs, replies or keeps, and not in the
//! list of processes. The real program, at its most talkative.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Output, Stdio};
use std::time::Duration;

use jiff::Timestamp;
use serde_json::json;

use crate::postgres::shared;
use crate::replica::program;
use crate::server::read;
use crate::tokens::{ISSUER, Signer, claims, header};

/// What must never be seen, each so that it is found wherever it stands.
const PASSWORD: &str = "canary-of-the-database-password";
const ADDRESS_TOKEN: &str = "canary-of-the-address-of-keys";
const RECORD_TOKEN: &str = "canary-of-the-token-for-the-record";
const GUESS: &str = "nordvis_0123456789abcdef.canaryOfAGuessedKeyThatNobodyWasEverGiven00000";

/// A place that is searched, and what it holds.
struct Places(Vec<(String, String)>);

impl Places {
    fn add(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.0.push((name.into(), text.into()));
    }

    fn output(&mut self, name: &str, output: &Output) {
        self.add(format!("standard output of {name}"), String::from_utf8_lossy(&output.stdout));
        self.add(format!("standard error of {name}"), String::from_utf8_lossy(&output.stderr));
    }

    /// Every file of a folder, whatever it holds.
    fn folder(&mut self, folder: &Path) {
        for file in std::fs::read_dir(folder).unwrap() {
            let file = file.unwrap().path();
            self.add(file.display().to_string(), String::from_utf8_lossy(&std::fs::read(&file).unwrap()));
        }
    }

    fn hold_none_of(&self, secrets: &[&str]) {
        for secret in secrets {
            for (name, text) in &self.0 {
                assert!(!text.contains(secret), "{secret} stands in {name}");
            }
        }
    }
}

/// A client's key, and what its kind of call prints beside it.
fn key(data: &Path, arguments: &[&str], places: &mut Places) -> String {
    let made = program(&[&["clients"], arguments].concat()).env("NORDVIS_DATA", data).output().unwrap();
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    places.add("standard error of clients", String::from_utf8_lossy(&made.stderr));
    String::from_utf8(made.stdout).unwrap().trim().to_owned()
}

/// Method, path, headers and body.
type Call<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)], &'a str);

struct Running {
    process: Child,
    address: String,
}

/// The program with these variables, everything that it and its libraries have to say in a file.
fn serve(log: &Path, flags: &[&str], variables: &[(&str, &str)]) -> Running {
    let flags = [&["serve", "--listen", "127.0.0.1:0"], flags].concat();
    let mut process = program(&flags)
        .envs(variables.iter().copied())
        .env("RUST_LOG", "trace")
        .stdout(Stdio::piped())
        .stderr(std::fs::File::create(log).unwrap())
        .spawn()
        .unwrap();
    let mut said = String::new();
    BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut said).unwrap();
    let address = said.trim().rsplit('/').next().unwrap().to_owned();
    assert!(address.contains(':'), "it does not serve: {}", std::fs::read_to_string(log).unwrap());
    Running { process, address }
}

impl Running {
    /// What a request gets, headers and all.
    fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let kind = if body.is_empty() { "" } else { "content-type: application/json\r\n" };
        let length = body.len();
        let host = "host: localhost\r\nconnection: close\r\n";
        write!(stream, "{method} {path} HTTP/1.1\r\n{host}{kind}{headers}content-length: {length}\r\n\r\n{body}")
            .unwrap();
        let response = read(&mut stream);
        (response.status, format!("{:?} {}", response.headers, response.body))
    }

    /// What the list of processes shows of it.
    fn listed(&self) -> String {
        let bytes = std::fs::read(format!("/proc/{}/cmdline", self.process.id())).unwrap();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn end(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

#[test]
fn keys_and_tokens_come_out_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let (data, log) = (folder.path().join("data"), folder.path().join("log"));
    let mut places = Places(Vec::new());
    let first = key(&data, &["create", "portal"], &mut places);
    let own = key(&data, &["rotate", "portal"], &mut places);
    let signer = Signer::new();
    let keys = folder.path().join("keys.json");
    std::fs::write(&keys, signer.key_set()).unwrap();
    let (access, hooks) = (folder.path().join("access.toml"), folder.path().join("hooks.toml"));
    let unreachable = format!("http://127.0.0.1:9/keys?token={ADDRESS_TOKEN}");
    let issuers = [(ISSUER, keys.to_str().unwrap()), ("https://away.example.org", &unreachable)];
    let of = |(name, keys): (&str, &str)| format!("name = {name:?}\nkeys = {keys:?}\n");
    let issuer = |it| format!("[[issuer]]\naudiences = [\"https://kunskap.example.org\"]\n{}", of(it));
    std::fs::write(&access, issuers.map(issuer).concat()).unwrap();
    let client = |it| format!("[[client]]\n{}", of(it).replace("name", "issuer"));
    std::fs::write(&hooks, issuers.map(client).concat()).unwrap();
    let paths = [&data, &access, &hooks].map(|path| path.to_str().unwrap().to_owned());
    let flags = ["--data", &paths[0], "--access", &paths[1], "--hook-clients", &paths[2]];
    let running = serve(&log, &flags, &[]);

    let now = Timestamp::now().as_second();
    let sound = signer.sound("ES256", now);
    let mut away = claims(now);
    away["iss"] = "https://away.example.org".into();
    let away = signer.token("ES256", &header("ES256"), &away);
    let over = signer.token("ES256", &header("ES256"), &claims(now - 10_000));
    let question = r#"{"intent":"treatment","region":"SE-M","facts":{"osteoporosis":true}}"#;
    let mut statuses = std::collections::BTreeSet::new();
    for secret in [&own, &first, &sound, &away, &over, GUESS] {
        let bearer = format!("Bearer {secret}");
        let hook = json!({"hook": "patient-view", "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
                          "fhirServer": "https://ehr.example", "fhirAuthorization": {"access_token": RECORD_TOKEN},
                          "context": {"userId": "Practitioner/1", "patientId": "p1"}, "prefetch": {"patient": null}});
        let calls: &[Call] = &[
            ("POST", "/api/v1/answers", &[("authorization", &bearer)], question),
            ("GET", "/api/v1/facts", &[("x-api-key", secret)], ""),
            ("POST", "/api/v1/answers", &[("authorization", &bearer)], r#"{"region":"nowhere"}"#),
            ("POST", "/api/v1/conversations", &[("authorization", &bearer), ("idempotency-key", secret)], "{}"),
            ("GET", "/metrics", &[("authorization", &bearer)], ""),
            ("GET", "/api/v1/guidelines", &[("authorization", &bearer), ("accept", "text/html")], ""),
            ("POST", "/cds-services/nordvis-treatment", &[("authorization", &bearer)], &hook.to_string()),
            ("GET", "/cds-services", &[("authorization", &bearer)], ""),
            // Where no secret belongs.
            (
                "GET",
                &format!("/api/v1/search?q={secret}&key={secret}"),
                &[("authorization", &format!("Bearer {own}"))],
                "",
            ),
            ("GET", &format!("/{secret}"), &[("authorization", &format!("Bearer {own}"))], ""),
            (
                "POST",
                "/api/v1/answers",
                &[("authorization", &format!("Bearer {own}"))],
                &format!("{{{secret:?}:{secret:?}}}"),
            ),
            ("GET", "/livez", &[("authorization", &format!("Basic {secret}")), ("traceparent", secret)], ""),
        ];
        for (method, path, headers, body) in calls {
            let (status, told) = running.send(method, path, headers, body);
            statuses.insert(status);
            places.add(format!("the reply to {method} {path}"), told);
        }
    }
    for expected in [200, 400, 401, 403, 404, 422, 503] {
        assert!(statuses.contains(&expected), "no {expected} among {statuses:?}");
    }
    places.add("the list of processes", running.listed());
    for call in [&["list"][..], &["list", "--json"], &["revoke", "portal", "--key", &own], &["revoke", "portal"]] {
        let told = program(&[&["clients"], call].concat()).env("NORDVIS_DATA", &data).output().unwrap();
        places.output(&call.join(" "), &told);
    }
    running.end();
    places.folder(&data);
    places.add("the log", std::fs::read_to_string(&log).unwrap());
    let secret_of = |key: &str| key.split_once('.').unwrap().1.to_owned();
    let signature_of = |token: &str| token.rsplit('.').next().unwrap().to_owned();
    let mut secrets: Vec<String> = [first.as_str(), own.as_str(), GUESS].map(secret_of).into();
    secrets.extend([&sound, &away, &over].map(|token| signature_of(token)));
    secrets.extend([ADDRESS_TOKEN, RECORD_TOKEN].map(str::to_owned));
    places.hold_none_of(&secrets.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(places.0.iter().any(|(_, text)| text.contains("cannot be read")), "the keys that are away were looked for");
}

/// By variable or by file the password of the database is in no list of processes; by flag the program says that it is.
#[tokio::test(flavor = "multi_thread")]
async fn the_password_of_the_database_comes_out_nowhere() {
    let there = shared().database().await.replace("nordvis@", &format!("nordvis:{PASSWORD}@"));
    let nowhere = format!("postgres://nordvis:{PASSWORD}@127.0.0.1:9/nordvis");
    let folder = tempfile::tempdir().unwrap();
    let mut places = Places(Vec::new());
    let file = folder.path().join("nordvis.toml");
    std::fs::write(&file, format!("database = {there:?}\n")).unwrap();
    let log = folder.path().join("log");
    for (flags, variables) in
        [(&[][..], &[("NORDVIS_DATABASE", there.as_str())][..]), (&["--config", file.to_str().unwrap()], &[])]
    {
        let running = serve(&log, flags, variables);
        let (status, told) = running.send("POST", "/api/v1/answers", &[], r#"{"intent":"treatment","region":"SE-M"}"#);
        assert_eq!(status, 200, "{told}");
        places.add("a reply", told);
        places.add("the health", running.send("GET", "/readyz?verbose=true", &[], "").1);
        places.add("the list of processes", running.listed());
        running.end();
        places.add("the log", std::fs::read_to_string(&log).unwrap());
    }
    for call in [&["serve"][..], &["clients", "list"], &["purge"], &["serve", "--help"], &["serve", "--nonsense"]] {
        for (name, value) in [("NORDVIS_DATABASE", nowhere.as_str()), ("NORDVIS_CONFIG", file.to_str().unwrap())] {
            // The server of the file is there, and would serve.
            if call.len() > 1 || name == "NORDVIS_DATABASE" {
                let told = program(call).env(name, value).env("RUST_LOG", "trace").output().unwrap();
                places.output(&call.join(" "), &told);
            }
        }
    }
    let shown = program(&["clients", "list", "--database", &nowhere]).output().unwrap();
    assert!(String::from_utf8_lossy(&shown.stderr).contains("NORDVIS_DATABASE"), "it is said that others can read it");
    places.output("clients list --database", &shown);
    places.hold_none_of(&[PASSWORD]);
}
