//! What the server takes from a connection: never more than its limits, and never for longer.

use std::io::{Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use nordvis::http::{Limits, Settings};

use crate::publish::Ends;
use crate::server::{Server, read};

fn with(limits: Limits) -> Server {
    Server::with(Settings { limits, ..Settings::default() })
}

const HEAD: &str = "POST /api/v1/answers HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";

#[test]
fn a_chunked_body_is_cut_off_at_the_limit() {
    let server = Server::start();
    let mut stream = server.connect();
    write!(stream, "{HEAD}transfer-encoding: chunked\r\n\r\n").unwrap();
    let chunk = format!("2000\r\n{}\r\n", "a".repeat(0x2000));
    // 600 KB; the server refuses on the way, and may close before all of it is written.
    for _ in 0..75 {
        if stream.write_all(chunk.as_bytes()).is_err() {
            break;
        }
    }
    let _ = stream.write_all(b"0\r\n\r\n");
    let response = read(&mut stream);
    assert_eq!((response.status, &response.json()["code"]), (413, &"body-too-large".into()));
}

#[test]
fn a_length_above_the_limit_is_refused_before_the_body() {
    let server = Server::start();
    let request = format!("{HEAD}content-length: 629145600\r\naccept-language: sv\r\n\r\n{{");
    let response = server.raw(request.as_bytes());
    assert_eq!((response.status, response.header("content-language")), (413, "sv"));
    let largest = format!("{{\"intent\":\"treatment\",\"region\":\"SE-M\"{}}}", " ".repeat(64 * 1024 - 38));
    assert_eq!(largest.len(), 64 * 1024);
    assert_eq!(server.post("/api/v1/answers", &largest).status, 200);
    assert_eq!(server.post("/api/v1/answers", &format!("{largest} ")).status, 413);
}

#[test]
fn half_a_header_silence_and_idleness_are_ended() {
    let server = with(Limits { headers_within: Duration::from_millis(300), ..Limits::default() });
    let half = server.raw(b"GET /livez HTTP/1.1\r\nhost: loc");
    assert!([0, 408].contains(&half.status), "{half:?}");
    let silent = server.raw(b"");
    assert!([0, 408].contains(&silent.status), "{silent:?}");
    // A connection that was used once and is kept open is ended too.
    let used = server.raw(b"GET /livez HTTP/1.1\r\nhost: localhost\r\n\r\n");
    assert_eq!(used.status, 200);
}

#[test]
fn half_a_body_is_ended() {
    let server = with(Limits { body_within: Duration::from_millis(300), ..Limits::default() });
    let response = server.raw(format!("{HEAD}content-length: 100\r\naccept-language: da\r\n\r\n{{\"intent").as_bytes());
    assert_eq!((response.status, response.header("content-language")), (408, "da"));
    assert_eq!(response.json()["code"], "body-timeout");
}

#[test]
fn a_request_without_a_host_is_refused() {
    let server = Server::start();
    let response = server.raw(b"GET /livez HTTP/1.1\r\nconnection: close\r\n\r\n");
    assert_eq!((response.status, &response.json()["code"]), (400, &"missing-host".into()));
}

#[test]
fn too_many_headers_are_refused_and_nonsense_too() {
    let server = Server::start();
    let with = |path: &str, headers: &str| {
        server.raw(format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n{headers}\r\n").as_bytes())
    };
    let numbered = |count: usize| (0..count).map(|number| format!("x-{number}: 1\r\n")).collect::<String>();
    assert_eq!(with("/livez", &numbered(62)).status, 200);
    for headers in [numbered(100), format!("x-a: {}\r\n", "a".repeat(20_000))] {
        let refused = with("/livez", &format!("accept-language: sv\r\n{headers}"));
        assert_eq!((refused.status, &refused.json()["code"]), (431, &"headers-too-large".into()));
        assert_eq!(refused.header("content-language"), "sv");
    }
    // Beyond that the connection's own limit ends it, without words.
    for headers in [numbered(400), format!("x-a: {}\r\n", "a".repeat(80_000))] {
        assert_eq!(with("/livez", &headers).status, 431);
    }
    assert_eq!(server.raw(b"\x00\x01\x02\r\n\r\n").status, 400);
    let smuggled =
        format!("{HEAD}content-length: 4\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n0\r\n\r\n");
    assert_eq!(server.raw(smuggled.as_bytes()).status, 400, "two lengths are no length");
    assert_eq!(server.get("/livez").status, 200);
}

#[test]
fn more_clients_than_places_are_served_in_turn() {
    let limits = Limits { connections_max: 2, headers_within: Duration::from_millis(500), ..Limits::default() };
    let server = with(limits);
    let idle = [server.connect(), server.connect()];
    // The third waits until an idle one is ended.
    assert_eq!(server.get("/livez").status, 200);
    drop(idle);
}

#[test]
fn a_request_that_is_being_sent_is_answered_when_the_server_stops() {
    let mut server = Server::start();
    let mut stream = server.connect();
    let body = r#"{"intent":"treatment","region":"SE-M"}"#;
    write!(stream, "{HEAD}content-length: {}\r\nexpect: 100-continue\r\n\r\n", body.len()).unwrap();
    // The server has begun to answer when it asks for the body.
    let mut proceed = [0; 25];
    std::io::Read::read_exact(&mut stream, &mut proceed).unwrap();
    assert!(proceed.starts_with(b"HTTP/1.1 100 Continue"));
    server.begin_to_stop();
    write!(stream, "{body}").unwrap();
    let response = read(&mut stream);
    assert_eq!(response.status, 200, "{response:?}");
}

/// A byte now and then is progress, and no reason to wait for ever.
#[test]
fn who_sends_a_byte_now_and_then_is_ended_too() {
    let within = Duration::from_millis(400);
    let server = with(Limits { headers_within: within, body_within: within, ..Limits::default() });
    let form = "POST /ask HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\n";
    let hook = "POST /cds-services/nordvis-treatment HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";
    let body = |head: &str| format!("{head}content-length: 1000\r\n\r\n");
    for (begun, statuses) in [
        ("GET /livez HTTP/1.1\r\nhost: localhost\r\nx-long: ".to_owned(), [0, 408]),
        (body(HEAD), [408, 408]),
        (body(form), [408, 408]),
        (body(hook), [408, 408]),
    ] {
        let (mut stream, since) = (server.connect(), Instant::now());
        stream.write_all(begun.as_bytes()).unwrap();
        // Until the server has closed the connection, or has said so and takes no more.
        while since.elapsed() < 3 * within && stream.write_all(b" ").is_ok() {
            std::thread::sleep(Duration::from_millis(20));
        }
        let response = read(&mut stream);
        assert!(statuses.contains(&response.status), "{begun}: {response:?}");
    }
}

/// Whoever does not take what they asked for, or takes it a byte at a time, keeps nobody else out.
#[test]
fn who_does_not_receive_is_ended() {
    let limits = Limits { connections_max: 1, received_within: Duration::from_millis(400), ..Limits::default() };
    let server = with(limits);
    // More than the buffers between them hold.
    let much = "GET /openapi.json HTTP/1.1\r\nhost: localhost\r\n\r\n".repeat(100);
    for bytewise in [false, true] {
        let mut greedy = server.connect();
        greedy.write_all(much.as_bytes()).unwrap();
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let ending = Ends(&done);
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    if bytewise && !greedy.read(&mut [0]).is_ok_and(|bytes| bytes > 0) {
                        break;
                    }
                    std::thread::sleep(Duration::from_millis(20));
                }
            });
            // The only place is free again.
            assert_eq!(server.get("/livez").status, 200);
            drop(ending);
        });
    }
}
