//! What does a browser get? Every page in three languages, forms without script, and nothing that could do harm.

use std::collections::BTreeSet;

use crate::server::{Response, Server};

const LANGUAGES: [&str; 3] = ["sv", "da", "en"];

/// Addresses that always show a page.
const PAGES: &[&str] = &[
    "/",
    "/guidelines",
    "/guidelines/dk-81/knaeartrose",
    "/guidelines/se-f/artros-grundbehandling",
    "/guidelines/se-f/digital-artrosskola",
    "/guidelines/se-m/osteoporos",
    "/guidelines/se-t/osteoporos-frakturkedja",
    "/search",
    "/search?q=osteoporos+remiss",
    "/search?q=artros&region=SE-F&written=sv&page=2",
    "/search?q=xyzzyqwv",
    "/search?q=FRAX+34+%25+vilket+l%C3%A4kemedel&region=SE-M",
    "/embed",
    "/docs",
    "/accessibility",
];

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
    // With script a chat takes over; what stands inside it is the form, which works without.
    let (_, chat) = switch.split_once("<nordvis-chat language=\"da\"").unwrap();
    assert!(chat.split("</nordvis-chat>").next().unwrap().contains("<form class=\"panel ask\" method=\"post\""));
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

#[test]
fn a_guideline_can_be_cited_by_section_in_every_language() {
    let server = Server::start();
    for guideline in &crate::service::service().corpus().guidelines {
        for language in LANGUAGES {
            let page = browse(&server, &format!("/guidelines/{}?language={language}", guideline.id())).body;
            for section in &guideline.sections {
                assert!(page.contains(&format!(" id=\"{}\"", section.id)), "{} #{}", guideline.id(), section.id);
            }
            for rule in &guideline.rules {
                assert!(page.contains(&format!(" id=\"rule-{}\"", rule.id)), "{}", rule.id);
            }
            let own = guideline.metadata.language;
            assert!(page.contains(&format!("<div class=\"edition\" lang=\"{own}\">")));
        }
    }
    assert_eq!(browse(&server, "/guidelines/se-m/no-such").status, 404);
    let skane = browse(&server, "/guidelines/se-m/osteoporos?language=en").body;
    assert!(skane.contains("badge-expired\">Was valid until 30 June 2021"));
}

/// Wherever an answer or a search leads, there is something.
#[test]
fn citations_lead_to_their_sections() {
    let server = Server::start();
    let question = [("question", "Höftfraktur, FRAX 34 %, eGFR 28. Vilket läkemedel?"), ("language", "sv")];
    let (_, answer) = ask(&server, &question);
    let search = browse(&server, "/search?q=osteoporos+remiss&language=da");
    let mut followed = 0;
    for page in [&answer.body, &search.body] {
        let links = attributes(page, "href").into_iter().map(|href| href.replace("&#38;", "&"));
        for link in links.filter(|href| href.contains('#') && href.starts_with('/')) {
            let (address, section) = link.split_once('#').unwrap();
            let there = browse(&server, address);
            assert!(there.body.contains(&format!(" id=\"{section}\"")), "{address}#{section}");
            followed += 1;
        }
    }
    assert!(followed > 10, "{followed}");
}

#[test]
fn an_answer_tells_how_it_was_decided() {
    let server = Server::start();
    let question = "Höftfraktur, FRAX 34 %, eGFR 28. Vilket läkemedel?";
    let (_, page) = ask(&server, &[("question", question), ("region", "SE-M"), ("language", "en")]);
    let trace = page.body.split("<details class=\"trace\">").nth(1).unwrap();
    for part in ["verdict-holds", "verdict-fails", "verdict-unknown", "outcome-recommended", "<svg", "FRAX 34%"] {
        assert!(trace.contains(part), "{part}");
    }
    // What is told by the stroke is told by a sign and a word too.
    assert!(trace.contains("✓ </span>true: FRAX 34%") && trace.contains("✓ true</text>"), "{trace}");
}

#[test]
fn the_picture_of_a_path_is_the_same_to_the_byte() {
    let server = Server::start();
    let page = |language: &str| browse(&server, &format!("/guidelines/se-m/osteoporos?language={language}")).body;
    let picture = |page: &str| {
        let start = page.find("aria-labelledby=\"path-ost-denosumab-specialist-title").unwrap();
        let start = page[..start].rfind("<svg").unwrap();
        page[start..start + page[start..].find("</svg>").unwrap() + 6].replace("><", ">\n<")
    };
    let first = picture(&page("en"));
    assert_eq!(first, picture(&page("en")));
    insta::assert_snapshot!(first);
    for language in LANGUAGES {
        for svg in page(language).split("<svg").skip(1) {
            let svg = svg.split("</svg>").next().unwrap();
            assert!(!svg.contains(" style=") && !svg.contains("<script") && !svg.contains(" class=\"\""), "{svg}");
        }
    }
}

#[test]
fn the_search_page_shows_decides_filters_and_pages() {
    let server = Server::start();
    let first = browse(&server, "/search?q=osteoporos&language=sv").body;
    assert!(first.contains("<mark>") && first.contains("rel=\"next\"") && !first.contains("rel=\"prev\""));
    assert!(first.contains("<meta name=\"robots\" content=\"noindex\">"));
    let second = browse(&server, "/search?q=osteoporos&language=sv&page=2").body;
    assert!(second.contains("rel=\"prev\"") && second.contains("start=\"11\""));
    let danish = browse(&server, "/search?q=artros&written=da&language=sv").body;
    assert!(danish.contains("/guidelines/dk-81/") && !danish.contains("/guidelines/se-f/"), "{danish}");
    let region = browse(&server, "/search?q=artros&region=SE-F&language=sv").body;
    assert!(region.contains("/guidelines/se-f/") && !region.contains("/guidelines/dk-81/"), "{region}");
    // The language is changed without losing the search.
    assert!(region.contains("/search?q=artros&#38;region=SE-F&#38;language=da"), "{region}");
    assert!(browse(&server, "/search?q=osteoporss").body.contains("q=osteoporos"));
    let question = "/search?q=h%C3%B6ftfraktur+FRAX+34+%25+eGFR+28+vilket+l%C3%A4kemedel&region=SE-M&language=sv";
    let decided = browse(&server, question).body;
    assert!(decided.find("class=\"card card-answered\"").unwrap() < decided.find("class=\"results\"").unwrap());
    let long = browse(&server, &format!("/search?q={}", "a".repeat(201)));
    assert!(long.body.contains("id=\"q-fault\"") && long.body.contains("aria-invalid"));
    // Browsers that search here lead to this page.
    let described = server.get_in("/opensearch.xml", "da").body;
    assert!(
        described.contains("type=\"text/html\" template=\"/search?q={searchTerms}&amp;language=da\""),
        "{described}"
    );
    let identified = browse(&server, "/search?q=19121212-1212+osteoporos&language=sv").body;
    assert!(!identified.contains("19121212") && identified.contains("class=\"notice\""), "{identified}");
}

#[test]
fn the_api_is_described_without_script_and_with() {
    let server = Server::start();
    let page = browse(&server, "/docs?language=en").body;
    let document = server.get("/openapi.json").json();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let id = operation["operationId"].as_str().unwrap();
            assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
            assert!(page.contains(&format!("{} {path}", method.to_uppercase())), "{method} {path}");
        }
    }
    for name in document["components"]["schemas"].as_object().unwrap().keys() {
        assert!(page.contains(&format!("id=\"type-{name}\"")), "{name}");
    }
    assert_eq!(browse(&server, "/docs/console").status, 200);
    for (path, start) in [("/docs/files/swagger-ui-bundle.js", "/*!"), ("/docs/files/swagger-ui.css", ".swagger-ui")] {
        let file = server.get(path);
        assert!(file.status == 200 && file.body.contains(start), "{path}");
    }
}
