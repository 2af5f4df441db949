//! What does a browser get? Every page in three languages, forms without script, and nothing that could do harm.

use std::collections::BTreeSet;

use crate::server::{Response, Server};

const LANGUAGES: [&str; 3] = ["sv", "da", "en"];

/// Addresses that always show a page.
const PAGES: &[&str] = &["/"];

fn browse(server: &Server, path: &str) -> Response {
    server.send("GET", path, &[("accept", "text/html,application/xhtml+xml;q=0.9")], b"")
}

fn submit(server: &Server, path: &str, fields: &[(&str, &str)]) -> Response {
    let encoded: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
    let headers = [("accept", "text/html"), ("content-type", "application/x-www-form-urlencoded")];
    server.send("POST", path, &headers, encoded.join("&").as_bytes())
}

fn encode(value: &str) -> String {
    value
        .bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// Asks with the form and follows where it leads.
fn ask(server: &Server, fields: &[(&str, &str)]) -> (String, Response) {
    let sent = submit(server, "/ask", fields);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let location = sent.header("location").to_owned();
    let page = browse(server, &location);
    assert_eq!(page.status, 200, "{}", page.body);
    (location, page)
}

/// The values of an attribute, in order.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// What holds of every page, whatever it shows.
fn check_page(page: &Response, path: &str, language: &str) {
    let html = &page.body;
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{path}");
    assert_eq!(page.header("content-language"), language, "{path}");
    assert!(html.contains(&format!("<html lang=\"{language}\">")), "{path}");
    let policy = page.header("content-security-policy");
    for rule in ["default-src 'none'", "script-src 'self'", "style-src 'self'", "require-trusted-types-for 'script'"] {
        assert!(policy.contains(rule), "{path}: {policy}");
    }
    assert!(!policy.contains("unsafe"), "{path}: {policy}");
    // Nothing that the policy would refuse, and nothing that it would have to refuse.
    assert!(!html.contains("<style") && !html.contains(" style=\"") && !html.contains("javascript:"), "{path}");
    for script in html.split("<script").skip(1) {
        let (tag, rest) = script.split_once('>').unwrap();
        assert!(tag.contains(" src=\"/") && rest.starts_with("</script>"), "{path}: <script{tag}>");
    }
    for tag in html.split('<').skip(1).map(|tag| tag.split('>').next().unwrap()) {
        // What stands in quotation marks is no attribute.
        let tag: String = tag.split('"').step_by(2).collect();
        assert!(!tag.split_ascii_whitespace().any(|word| word.starts_with("on")), "{path}: <{tag}>");
    }
    let ids: Vec<_> = attributes(html, "id");
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{path}: an id stands twice: {ids:?}");
    for name in ["for", "aria-labelledby", "aria-describedby"] {
        for id in attributes(html, name).into_iter().flat_map(str::split_ascii_whitespace) {
            assert!(ids.contains(&id), "{path}: {name}={id} leads nowhere");
        }
    }
    for anchor in attributes(html, "href").into_iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(ids.contains(&anchor), "{path}: #{anchor} leads nowhere");
    }
    check_headings(html, path);
}

/// One first heading, and none that skips a level on the way down.
fn check_headings(html: &str, path: &str) {
    let level = |rest: &str| rest.chars().next().and_then(|digit| digit.to_digit(10));
    let levels: Vec<u32> = html.split("<h").skip(1).filter_map(level).collect();
    assert_eq!(levels.first(), Some(&1), "{path}: {levels:?}");
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{path}: {levels:?}");
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{path}: {levels:?}");
}

#[test]
fn every_page_is_whole_in_three_languages() {
    let server = Server::start();
    for path in PAGES {
        for language in LANGUAGES {
            let address = format!("{path}{}language={language}", if path.contains('?') { '&' } else { '?' });
            let page = browse(&server, &address);
            assert_eq!(page.status, 200, "{address}");
            check_page(&page, &address, language);
        }
    }
}

#[test]
fn a_page_is_in_the_language_of_its_address_then_of_its_reader() {
    let server = Server::start();
    assert_eq!(server.get_in("/", "da, en;q=0.5").header("content-language"), "da");
    assert_eq!(server.get_in("/?language=sv", "da").header("content-language"), "sv");
    assert_eq!(server.get("/").header("content-language"), "en");
    // A link that somebody else's program has lengthened still leads here.
    assert_eq!(browse(&server, "/?utm_source=mail&language=da").header("content-language"), "da");
    let switch = server.get("/?language=da").body;
    assert!(switch.contains("href=\"/?language=sv\"") && switch.contains("href=\"/guidelines?language=da\""));
}

#[test]
fn a_question_is_asked_answered_and_asked_on_without_script() {
    let server = Server::start();
    let question = "Kvinna 71 år, höftfraktur, FRAX 34 %, ingen dysfagi. Vilket läkemedel?";
    let (location, page) = ask(&server, &[("question", question), ("region", "SE-M"), ("language", "sv")]);
    check_page(&page, &location, "sv");
    let id = location.trim_start_matches("/answers/").split('?').next().unwrap();
    assert!(page.body.contains(id) && page.body.contains("Kvinna 71 år, höftfraktur"), "{}", page.body);
    // What is known is told, what expired is shown before the next step, what is missing is asked for.
    assert!(page.body.contains("<li class=\"chip chip-stated\">FRAX 34\u{a0}%</li>"), "{}", page.body);
    let [warned, recommended] =
        ["warning-guideline_expired", "class=\"statement\""].map(|part| page.body.find(part).unwrap());
    assert!(warned < recommended);
    assert!(page.body.contains("name=\"fact.egfr_ml_min\""));
    assert_eq!(page.header("cache-control"), "no-store");
    let fields = [("question", question), ("region", "SE-M"), ("language", "sv"), ("fact.egfr_ml_min", "28,0")];
    let (_, next) = ask(&server, &fields);
    assert!(next.body.contains("id=\"rule-ost-denosumab-specialist\""), "{}", next.body);
    // Taking out what the words say: it is not known then.
    let taken = [("known", "frax_percent"), ("fact.frax_percent", ""), fields[0], fields[1], fields[2]];
    let (_, without) = ask(&server, &taken);
    assert!(!without.body.contains("chip-stated\">FRAX 34\u{a0}%"), "{}", without.body);
}

#[test]
fn an_answer_stays_in_its_language_whatever_the_page_is_in() {
    let server = Server::start();
    let (location, page) = ask(&server, &[("question", "Höftfraktur, FRAX 34 %. Vad gör jag nu?"), ("language", "sv")]);
    assert_eq!(page.header("content-language"), "sv");
    let id = location.split('?').next().unwrap();
    let english = browse(&server, &format!("{id}?language=en"));
    check_page(&english, id, "en");
    assert!(english.body.contains("<article class=\"card card-answered\" lang=\"sv\""), "{}", english.body);
}

#[test]
fn markup_in_a_question_is_text() {
    let server = Server::start();
    let evil =
        r#"</h2><script>alert(1)</script><img src=x onerror="alert(2)"> " onmouseover="alert(3) {{7*7}} FRAX 34 %?"#;
    let (location, page) = ask(&server, &[("question", evil), ("region", "SE-M"), ("language", "en")]);
    check_page(&page, &location, "en");
    assert!(!page.body.contains("<script>") && !page.body.contains("<img") && page.body.contains("&#60;script&#62;"));
    assert!(page.body.contains("{{7*7}}"), "a template is no template once it is text");
    // The same where it stands in a field that is shown again.
    let again = submit(&server, "/ask", &[("question", evil), ("region", "\"><b>"), ("language", "en")]);
    assert_eq!(again.status, 422);
    check_page(&again, "/ask", "en");
    assert!(!again.body.contains("<img") && again.body.contains("&#60;img"), "{}", again.body);
}

#[test]
fn free_text_stands_in_no_address_that_is_made() {
    let server = Server::start();
    let (location, page) = ask(
        &server,
        &[("question", "Höftfraktur hos Xylofonsson, FRAX 34 %?"), ("region", "SE-M"), ("language", "sv")],
    );
    assert!(!location.to_lowercase().contains("xylofonsson"), "{location}");
    for address in attributes(&page.body, "href").into_iter().chain(attributes(&page.body, "action")) {
        assert!(!address.to_lowercase().contains("xylofonsson"), "{address}");
    }
    for form in page.body.split("<form").skip(1).map(|form| form.split("</form>").next().unwrap()) {
        assert!(form.contains("method=\"post\"") || !form.contains("Xylofonsson"), "{form}");
    }
}

#[test]
fn an_identifier_is_gone_from_the_page_and_the_reader_is_told() {
    let server = Server::start();
    let text = "Pat 19121212-1212, höftfraktur, FRAX 34 %. Nästa steg?";
    let (_, page) = ask(&server, &[("question", text), ("region", "SE-M"), ("language", "sv")]);
    assert!(!page.body.contains("19121212") && !page.body.contains("1212-1212"), "{}", page.body);
    assert!(page.body.contains("class=\"notice\""), "{}", page.body);
}

#[test]
fn what_was_typed_is_never_lost() {
    let server = Server::start();
    let empty = submit(&server, "/ask", &[("question", "  "), ("language", "da")]);
    assert_eq!(empty.status, 422);
    check_page(&empty, "/ask", "da");
    assert!(empty.body.contains("aria-invalid=\"true\"") && empty.body.contains("Skriv et spørgsmål først."));
    let long = format!("FRAX 34 %? {}", "å".repeat(4000));
    let refused = submit(&server, "/ask", &[("question", &long), ("region", "SE-M"), ("language", "sv")]);
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains(&long) && refused.body.contains("<option value=\"SE-M\" selected>"));
    let fact = [("question", "Höftfraktur?"), ("fact.egfr_ml_min", "mycket låg"), ("language", "sv")];
    let refused = submit(&server, "/ask", &fact);
    assert_eq!(refused.status, 422);
    check_page(&refused, "/ask", "sv");
    assert!(refused.body.contains("value=\"mycket låg\"") && refused.body.contains("id=\"fault-egfr_ml_min\""));
}

#[test]
fn feedback_is_given_without_script() {
    let server = Server::start();
    let (location, _) = ask(&server, &[("question", "Höftfraktur, FRAX 34 %?"), ("language", "en")]);
    let path = format!("{}/feedback", location.split('?').next().unwrap());
    let sent = submit(&server, &path, &[("helpful", "false"), ("comment", "Too long"), ("language", "en")]);
    assert_eq!(sent.status, 303);
    let thanked = browse(&server, sent.header("location").split('#').next().unwrap());
    assert!(thanked.body.contains("Thank you."), "{}", thanked.body);
    let nowhere = "/answers/019f0000-0000-7000-8000-000000000000/feedback";
    assert_eq!(submit(&server, nowhere, &[("helpful", "true")]).status, 404);
}

#[test]
fn a_browser_is_told_of_problems_as_a_page_and_a_program_as_json() {
    let server = Server::start();
    for language in LANGUAGES {
        for path in ["/nothing-here", "/answers/no-such", "/answers/019f0000-0000-7000-8000-000000000000"] {
            let address = format!("{path}?language={language}");
            let page = browse(&server, &address);
            assert_eq!(page.status, 404, "{address}");
            check_page(&page, &address, language);
        }
    }
    let api = browse(&server, "/api/v1/nothing");
    assert_eq!((api.status, api.header("content-type")), (404, "application/problem+json"));
    assert_eq!(server.get("/nothing-here").header("content-type"), "application/problem+json");
    let refused = server.send("DELETE", "/", &[("accept", "text/html")], b"");
    assert_eq!((refused.status, refused.header("allow")), (405, "GET, HEAD, OPTIONS"));
    check_page(&refused, "/", "en");
    let json = server.send("POST", "/ask", &[("accept", "text/html"), ("content-type", "application/json")], b"{}");
    assert_eq!(json.status, 415);
    assert_eq!(server.get("/ask").header("location"), "/");
}

#[test]
fn files_of_the_pages_are_kept_by_caches_and_asked_about() {
    let server = Server::start();
    for (path, kind) in [
        ("/assets/page.css", "text/css; charset=utf-8"),
        ("/assets/page.js", "text/javascript; charset=utf-8"),
        ("/favicon.svg", "image/svg+xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ] {
        let file = server.get(path);
        assert_eq!((file.status, file.header("content-type")), (200, kind), "{path}");
        let again = server.send("GET", path, &[("if-none-match", file.header("etag"))], b"");
        assert_eq!((again.status, again.body.as_str()), (304, ""), "{path}");
    }
    let home = server.get("/");
    assert!(home.header("link").contains("rel=\"service-desc\"") && home.header("link").contains("</readyz>"));
}

/// Every message that the pages ask for is on their list, and every one on the list is asked for.
#[test]
fn pages_say_what_is_on_their_list() {
    let mut text = String::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.join("page")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            match entry.extension().and_then(|ending| ending.to_str()) {
                None => folders.push(entry),
                Some("html" | "rs") if !entry.ends_with("messages.rs") => {
                    text.push_str(&std::fs::read_to_string(entry).unwrap());
                }
                Some(_) => {}
            }
        }
    }
    text.push_str(&std::fs::read_to_string(root.join("http/pages.rs")).unwrap());
    let asked: BTreeSet<&str> =
        text.split('"').filter(|part| part.starts_with("page-") && !part.contains(' ')).collect();
    let (made, said): (Vec<&str>, Vec<&str>) = asked.into_iter().partition(|id| id.contains('{') || id.ends_with('-'));
    let listed: BTreeSet<&str> = nordvis::page::MESSAGES.iter().map(|(id, _)| *id).collect();
    for id in &said {
        assert!(listed.contains(id), "`{id}` is said and not listed");
    }
    for id in listed {
        let by_pattern = made.iter().any(|pattern| id.starts_with(pattern.split('{').next().unwrap()));
        assert!(said.contains(&id) || by_pattern, "`{id}` is listed and never said");
    }
}
