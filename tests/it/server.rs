//! A real server on a port of its own, with a database of its own, and clients that speak to it.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::thread::JoinHandle;
use std::time::Duration;

use nordvis::access::AccessSettings;
use nordvis::http::{Access, Live, Settings, now, serve};
use nordvis::publish::Shelf;
use nordvis::store::{ClientChange, Database, Store, StoreConfig};
use serde_json::Value;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::service::{published, service};

/// A running server; dropped, it stops and has finished what it was doing.
pub struct Server {
    live: Live,
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
    folder: TempDir,
}

/// A response, read whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Response {
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

impl Server {
    pub fn start() -> Self {
        Self::with(Settings::default())
    }

    pub fn with(settings: Settings) -> Self {
        Self::over(tempfile::tempdir().unwrap(), StoreConfig::new, settings)
    }

    /// Stops, and starts again over the same database.
    pub fn restart(self) -> Self {
        self.again(Settings::default())
    }

    /// Stops, and starts again over the same database with other settings.
    pub fn again(mut self, settings: Settings) -> Self {
        self.end();
        let folder = std::mem::replace(&mut self.folder, tempfile::tempdir().unwrap());
        Self::over(folder, StoreConfig::new, settings)
    }

    /// What it serves, to be replaced while it does.
    pub fn live(&self) -> &Live {
        &self.live
    }

    /// A server that lets in these clients, and whom the settings say.
    pub fn guarded(settings: AccessSettings, clients: Vec<ClientChange>) -> Self {
        let settings = Settings { access: Access::guarded(settings), ..Settings::default() };
        Self::letting_in(tempfile::tempdir().unwrap(), StoreConfig::new, settings, clients)
    }

    /// A server whose database is opened as `config` says.
    pub fn over(folder: TempDir, config: impl FnOnce(Database) -> StoreConfig, settings: Settings) -> Self {
        Self::letting_in(folder, config, settings, Vec::new())
    }

    fn letting_in(
        folder: TempDir,
        config: impl FnOnce(Database) -> StoreConfig,
        settings: Settings,
        clients: Vec<ClientChange>,
    ) -> Self {
        let config = config(Database::Sqlite(folder.path().join("nordvis.db")));
        let (stop, stopped) = oneshot::channel::<()>();
        let (ready, address) = std::sync::mpsc::channel();
        let live = Live::new(service()).unwrap();
        let served = live.clone();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
            runtime.block_on(async {
                let store = Store::open(&config).await.unwrap();
                for change in clients {
                    assert!(store.change_clients(change).await.unwrap());
                }
                Shelf::new(store.clone(), nordvis::cli::messages()).keep(published(), now()).await.unwrap();
                let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
                ready.send(listener.local_addr().unwrap()).unwrap();
                let shutdown = async { drop(stopped.await) };
                serve(listener, served, store.clone(), settings, shutdown).await.unwrap();
                store.close().await;
            });
        });
        Self { live, address: address.recv().unwrap(), stop: Some(stop), thread: Some(thread), folder }
    }

    fn end(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }

    /// What the audit log tells so far, row by row: who, what, whether.
    pub fn audit(&self) -> Vec<String> {
        let rows = "SELECT client || ' ' || action || ' ' || status FROM audit ORDER BY number";
        self.kept::<(String,)>(rows).into_iter().map(|(row,)| row).collect()
    }

    /// The attempts that the audit log tells to have been refused, in order: with which status, and why.
    pub fn refused(&self) -> Vec<(i64, String)> {
        self.kept("SELECT status, subject FROM audit WHERE action = 'access-refused' ORDER BY chain, number")
    }

    /// How many attempts it tells to have been refused with this status.
    pub fn refusals(&self, status: i64) -> usize {
        self.refused().into_iter().filter(|(told, _)| *told == status).count()
    }

    /// Rows of its database.
    fn kept<T>(&self, rows: &'static str) -> Vec<T>
    where
        T: for<'row> sqlx::FromRow<'row, sqlx::sqlite::SqliteRow> + Send + Unpin,
    {
        let options =
            sqlx::sqlite::SqliteConnectOptions::new().filename(self.folder().join("nordvis.db")).read_only(true);
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let mut connection = sqlx::ConnectOptions::connect(&options).await.unwrap();
            sqlx::query_as(rows).fetch_all(&mut connection).await.unwrap()
        })
    }

    /// Where it is reached.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What was said of an answer, as it is kept: whether it helped, and the comment; the oldest first.
    pub fn kept_feedback(&self, answer: &str) -> Vec<(bool, String)> {
        let config = StoreConfig::new(Database::Sqlite(self.folder.path().join("nordvis.db")));
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(async {
            let store = Store::open(&config).await.unwrap();
            let kept = store.feedback(answer.parse().unwrap()).await.unwrap();
            store.close().await;
            kept.into_iter().map(|kept| (kept.helpful, kept.comment.unwrap_or_default())).collect()
        })
    }

    /// Tells the server to stop, without waiting for it.
    pub fn begin_to_stop(&mut self) {
        drop(self.stop.take());
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn get(&self, path: &str) -> Response {
        self.send("GET", path, &[], b"")
    }

    pub fn get_in(&self, path: &str, language: &str) -> Response {
        self.send("GET", path, &[("accept-language", language)], b"")
    }

    pub fn post(&self, path: &str, body: &str) -> Response {
        self.send("POST", path, &[("content-type", "application/json")], body.as_bytes())
    }

    pub fn post_in(&self, path: &str, language: &str, body: &str) -> Response {
        let headers = [("content-type", "application/json"), ("accept-language", language)];
        self.send("POST", path, &headers, body.as_bytes())
    }

    /// One request on a connection of its own.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Response {
        let mut request = format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n");
        headers.iter().for_each(|(name, value)| request.push_str(&format!("{name}: {value}\r\n")));
        if !body.is_empty() {
            request.push_str(&format!("content-length: {}\r\n", body.len()));
        }
        request.push_str("\r\n");
        self.raw(&[request.as_bytes(), body].concat())
    }

    /// Writes these bytes and reads until the server closes.
    pub fn raw(&self, bytes: &[u8]) -> Response {
        let mut stream = self.connect();
        // A server that refuses early may close while the client still writes.
        let _ = stream.write_all(bytes);
        read(&mut stream)
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            assert!(ended.is_ok() || std::thread::panicking(), "the server panicked");
        }
    }
}

/// Reads a response until the connection closes.
pub fn read(stream: &mut TcpStream) -> Response {
    let mut bytes = Vec::new();
    let mut piece = [0; 8192];
    loop {
        match stream.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => bytes.extend_from_slice(&piece[..length]),
            // A reset after the response is a close as well.
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => break,
            Err(error) => panic!("{error}; so far: {}", String::from_utf8_lossy(&bytes)),
        }
    }
    let text = String::from_utf8(bytes).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).unwrap_or(0);
    let headers: Vec<_> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    Response { status, headers, body: body.to_owned() }
}
