//! What other people's pages load, and which of them may call the API.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use nordvis::http::{Origins, Settings};

use crate::server::{Response, Server};

const HOST: &str = "https://intranet.example";
const ASSETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/page/assets/embed");

fn origins(list: &[&str]) -> Origins {
    Origins::read(&list.iter().map(|&origin| origin.to_owned()).collect::<Vec<_>>()).unwrap()
}

fn embedded() -> Server {
    let (allowed_origins, frame_ancestors) = (origins(&[HOST, "http://portal.example:8080"]), origins(&[HOST]));
    Server::with(Settings { allowed_origins, frame_ancestors, ..Settings::default() })
}

fn from(server: &Server, origin: &str, path: &str) -> Response {
    server.send("GET", path, &[("origin", origin)], b"")
}

#[test]
fn modules_may_be_loaded_by_every_page_and_kept_by_caches() {
    let server = Server::start();
    let digests = server.get("/embed/v1/integrity.json").json();
    for name in ["widget.js", "search.js"] {
        let file = from(&server, "https://anywhere.example", &format!("/embed/v1/{name}"));
        assert_eq!(file.status, 200);
        assert_eq!(file.header("content-type"), "text/javascript; charset=utf-8");
        assert_eq!(file.header("access-control-allow-origin"), "*");
        assert_eq!(file.header("cross-origin-resource-policy"), "cross-origin");
        assert_eq!(file.header("cache-control"), "public, max-age=3600");
        assert_eq!((file.header("vary"), file.header("content-encoding")), ("Accept-Encoding", ""));
        assert!(file.body.contains("customElements.define('nordvis-"));
        let known = server.send("GET", &format!("/embed/v1/{name}"), &[("if-none-match", file.header("etag"))], b"");
        assert_eq!((known.status, known.body.as_str()), (304, ""));
        assert!(digests[name].as_str().unwrap().starts_with("sha384-"), "{digests}");
        let head = server.send("HEAD", &format!("/embed/v1/{name}"), &[], b"");
        assert_eq!((head.status, head.body.as_str()), (200, ""));
    }
    assert_eq!(server.send("POST", "/embed/v1/widget.js", &[], b"").status, 405);
    assert_eq!(server.get("/embed/v1/other.js").status, 404);
}

#[test]
fn texts_are_whole_in_every_language_and_each_of_them_is_said() {
    let server = Server::start();
    let mut code = String::new();
    for file in fs::read_dir(ASSETS).unwrap() {
        code.push_str(&fs::read_to_string(file.unwrap().path()).unwrap());
    }
    // Ids that are put together end in a variable: what stands before it is all that is known of them.
    let said: BTreeSet<&str> = code.split(['\'', '`']).filter(|word| word.starts_with("widget-")).collect();
    let mut places = Vec::new();
    for language in ["sv", "da", "en"] {
        let response = server.get(&format!("/embed/v1/texts?language={language}"));
        assert_eq!((response.status, response.header("content-language")), (200, language));
        assert_eq!(response.header("access-control-allow-origin"), "*");
        let texts = response.json();
        let texts = texts["texts"].as_object().unwrap();
        for word in &said {
            let known = match word.split_once("${") {
                Some((stem, _)) => texts.keys().any(|id| id.starts_with(stem)),
                None => texts.contains_key(*word),
            };
            assert!(known, "nothing is written for {word}");
        }
        for (id, text) in texts {
            let stems = said.iter().filter_map(|word| word.split_once("${")).map(|(stem, _)| stem);
            assert!(said.contains(id.as_str()) || stems.clone().any(|stem| id.starts_with(stem)), "{id} is never said");
            assert!(!text.as_str().unwrap().is_empty(), "{id}");
        }
        let braces =
            |text: &str| text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap().to_owned()).collect();
        let of: Vec<BTreeSet<String>> = texts.values().map(|text| braces(text.as_str().unwrap())).collect();
        places.push(of);
    }
    assert!(places.windows(2).all(|pair| pair[0] == pair[1]), "languages differ in where values stand");
    assert_eq!(server.get_in("/embed/v1/texts", "da").json()["language"], "da");
    assert_eq!(server.get("/embed/v1/texts?language=xx").status, 400);
}

#[test]
fn a_page_of_an_origin_that_is_named_may_call_the_api() {
    let server = embedded();
    for path in ["/api/v1/guidelines", "/api/v1/answers/none", "/api/v1/nothing"] {
        let response = from(&server, HOST, path);
        assert_eq!(response.header("access-control-allow-origin"), HOST, "{path}");
        assert!(response.header("access-control-expose-headers").contains("Retry-After"));
        assert_eq!(response.header("access-control-allow-credentials"), "");
        assert_eq!(response.header("vary"), "Accept-Language, Origin");
    }
    let asks = [("origin", HOST), ("access-control-request-method", "POST")];
    let preflight = server.send("OPTIONS", "/api/v1/conversations", &asks, b"");
    assert_eq!((preflight.status, preflight.header("access-control-allow-origin")), (204, HOST));
    assert_eq!(preflight.header("access-control-allow-methods"), "GET, POST, DELETE");
    assert!(preflight.header("access-control-allow-headers").contains("content-type"));
    assert_eq!(preflight.header("access-control-max-age"), "600");
}

#[test]
fn no_other_origin_may_read_what_the_api_says() {
    let server = embedded();
    let others = [
        "null",
        "*",
        "https://intranet.example.evil",
        "https://evil-intranet.example",
        "http://intranet.example",
        "https://intranet.example:8443",
        "https://intranet.exämple",
        "http://portal.example",
        "",
    ];
    for origin in others {
        let response = from(&server, origin, "/api/v1/guidelines");
        assert_eq!((response.status, response.header("access-control-allow-origin")), (200, ""), "{origin}");
        let asks = [("origin", origin), ("access-control-request-method", "POST")];
        let preflight = server.send("OPTIONS", "/api/v1/answers", &asks, b"");
        assert_eq!(preflight.header("access-control-allow-origin"), "", "{origin}");
    }
    let closed = Server::start();
    assert_eq!(from(&closed, HOST, "/api/v1/guidelines").header("access-control-allow-origin"), "");
}

#[test]
fn the_chat_can_be_framed_by_those_who_are_named() {
    let server = embedded();
    let page = server.get("/embed/chat?language=da&region=DK-81&theme=dark");
    assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
    let policy = page.header("content-security-policy");
    assert!(policy.contains("frame-ancestors 'self' https://intranet.example;"), "{policy}");
    assert!(policy.contains("require-trusted-types-for 'script'"));
    assert_eq!(page.header("x-frame-options"), "");
    assert!(page.body.contains(r#"<nordvis-chat language="da" region="DK-81" theme="dark">"#), "{}", page.body);
    let strange = server.get("/embed/chat?region=%22%3E%3Cscript%3E&theme=%22x").body;
    assert!(!strange.contains("<script>") && !strange.contains("region="), "{strange}");
    let policy = Server::start().get("/embed/chat").header("content-security-policy").to_owned();
    assert!(policy.contains("frame-ancestors 'self';"), "{policy}");
}

#[test]
fn serving_begins_only_with_origins_that_can_be_meant() {
    for (flag, list) in [("--allowed-origins", "https://a.example,*"), ("--frame-ancestors", "https://a.example/")] {
        let call = ["serve", "--listen", "127.0.0.1:0", "--language", "en", flag, list];
        let output = Command::new(env!("CARGO_BIN_EXE_nordvis")).args(call).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{flag} {list}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("is not an origin"));
    }
}
