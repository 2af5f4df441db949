//! What the log tells: that something was asked and how it went, never what.

use std::io;
use std::sync::{Mutex, Once, PoisonError};

use tracing_subscriber::fmt::MakeWriter;

use crate::server::Server;

static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct Log;

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        Self
    }
}

/// Everything that any library says from now on is heard, down to the last detail.
pub fn listen() {
    static LISTENING: Once = Once::new();
    let subscriber = tracing_subscriber::fmt().json().with_max_level(tracing::Level::TRACE).with_writer(Log);
    LISTENING.call_once(|| subscriber.init());
}

/// What was heard so far.
pub fn heard() -> String {
    String::from_utf8(LOG.lock().unwrap().clone()).unwrap()
}

#[test]
fn the_log_has_routes_and_ids_and_nothing_that_was_sent() {
    listen();
    let server = Server::start();
    let secret = "qvarnström";
    let body = format!(r#"{{"question":"{secret} 72 år, DXA?","intent":"work_up","region":"SE-M","language":"sv"}}"#);
    let answer = server.post("/api/v1/answers", &body);
    assert_eq!(answer.status, 200);
    let feedback = format!("{}/feedback", answer.header("content-location"));
    assert_eq!(server.post(&feedback, &format!(r#"{{"helpful":true,"comment":"{secret}"}}"#)).status, 204);
    assert_eq!(server.post("/api/v1/answers", &format!(r#"{{"{secret}":"{secret}"}}"#)).status, 422);
    assert_eq!(server.post("/api/v1/answers", &format!(r#"{{"question":"{secret}"#)).status, 400);
    let encoded = "qvarnstr%C3%B6m";
    assert_eq!(server.get(&format!("/api/v1/search?q={encoded}")).status, 200);
    assert_eq!(server.get(&format!("/api/v1/search?{encoded}=1")).status, 400);
    let missing = server.get(&format!("/{encoded}"));
    assert_eq!(missing.status, 404);
    drop(server);
    let log = heard();
    assert!(log.contains(r#""route":"/api/v1/answers/:param0/feedback""#), "{log}");
    assert!(log.contains(&format!(r#""request_id":"{}""#, missing.header("x-request-id"))));
    assert!(log.contains(r#""status":422"#) && log.contains(r#""duration_ms":"#));
    for sent in [secret, "qvarnstr", encoded, "72 år"] {
        let line = log.lines().find(|line| line.contains(sent));
        assert_eq!(line, None, "the log repeats {sent}");
    }
}
