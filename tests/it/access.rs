//! Who is let in, to what, and how often: keys and tokens over HTTP, against every operation.

use jiff::Timestamp;
use nordvis::access::{AccessSettings, ApiKey, Client, KeyRecord, Scope};
use nordvis::clinical::{Language, Region};
use nordvis::store::{ClientChange, Database, Store, StoreConfig};
use serde_json::{Value, json};

use crate::server::{Response, Server};
use crate::tokens::{AUDIENCE, ISSUER, Signer, refused};

const ID: &str = "019356f0-0000-7000-8000-000000000000";
const QUESTION: &str =
    r#"{"question":"Kvinna 71 år med osteoporos, eGFR 28. Vilket läkemedel?","region":"SE-M","language":"sv"}"#;

/// Every operation that takes a scope: method, path, body and the scope.
fn operations() -> Vec<(&'static str, String, &'static str, Scope)> {
    let of = |path: &str| path.replace("{id}", ID);
    vec![
        ("POST", of("/api/v1/answers"), QUESTION, Scope::Ask),
        ("GET", of("/api/v1/answers/{id}"), "", Scope::Ask),
        ("POST", of("/api/v1/answers/{id}/feedback"), r#"{"helpful":true}"#, Scope::Feedback),
        ("POST", of("/api/v1/conversations"), r#"{"region":"SE-M"}"#, Scope::Ask),
        ("GET", of("/api/v1/conversations/{id}"), "", Scope::Ask),
        ("DELETE", of("/api/v1/conversations/{id}"), "", Scope::Ask),
        ("POST", of("/api/v1/conversations/{id}/messages"), r#"{"text":"eGFR 28"}"#, Scope::Ask),
        ("GET", of("/api/v1/search?q=osteoporos"), "", Scope::Search),
        ("GET", of("/api/v1/suggestions?q=osteo"), "", Scope::Search),
        ("GET", of("/api/v1/guidelines"), "", Scope::Search),
        ("GET", of("/api/v1/guidelines/se-m/osteoporos"), "", Scope::Search),
        ("GET", of("/api/v1/guidance?system=icd-10-se&code=M81"), "", Scope::Search),
        ("GET", of("/api/v1/facts"), "", Scope::Search),
        ("GET", of("/nowhere"), "", Scope::Ask),
    ]
}

pub fn client(id: &str, scopes: &[Scope]) -> (ApiKey, ClientChange) {
    made(Client {
        id: id.to_owned(),
        scopes: scopes.iter().copied().collect(),
        region: None,
        language: None,
        per_minute: None,
    })
}

pub fn made(client: Client) -> (ApiKey, ClientChange) {
    let key = ApiKey::generate().unwrap();
    let record = record(&key, &client.id);
    (key, ClientChange::Create { client, key: record })
}

fn record(key: &ApiKey, client: &str) -> KeyRecord {
    KeyRecord {
        id: key.id().to_owned(),
        client: client.to_owned(),
        digest: key.digest(),
        created_at: Timestamp::now(),
        ends_at: None,
    }
}

/// As often as the tests like.
pub fn often() -> AccessSettings {
    AccessSettings { per_minute: 1_000_000, per_minute_anonymous: 1_000_000, ..AccessSettings::default() }
}

fn trusting(signer: &Signer, folder: &std::path::Path) -> AccessSettings {
    let keys = folder.join("keys.json");
    std::fs::write(&keys, signer.key_set()).unwrap();
    let written = format!(
        "per-minute = 1000000\nper-minute-anonymous = 1000000\n[[issuer]]\nname = {ISSUER:?}\naudiences = [{AUDIENCE:?}]\n\
         keys = {keys:?}\nscope-claim = \"scope\"\nregion-claim = \"region\"\n"
    );
    AccessSettings::read(&written).unwrap()
}

fn send(server: &Server, method: &str, path: &str, credential: &str, body: &str) -> Response {
    let mut headers = vec![("content-type", "application/json")];
    if !credential.is_empty() {
        headers.push(("authorization", credential));
    }
    server.send(method, path, &headers, body.as_bytes())
}

pub fn with_key(server: &Server, key: &ApiKey, method: &str, path: &str, body: &str) -> Response {
    send(server, method, path, &format!("Bearer {}", key.reveal()), body)
}

fn store(server: &Server) -> StoreConfig {
    StoreConfig::new(Database::Sqlite(server.folder().join("nordvis.db")))
}

/// Every wrong key and token at every operation: refused alike, told nothing, nothing done.
#[test]
fn nobody_is_let_in_without_a_key_or_token_that_holds() {
    let (signer, folder) = (Signer::new(), tempfile::tempdir().unwrap());
    let (key, portal) = client("portal", &Scope::ALL);
    let server = Server::guarded(trusting(&signer, folder.path()), vec![portal]);
    let stranger = ApiKey::generate().unwrap();
    let (id, secret) = (key.id(), stranger.reveal().split('.').nth(1).unwrap());
    let mut wrong: Vec<String> = [
        String::new(),
        stranger.reveal().to_owned(),
        format!("{id}.{secret}"),
        format!("{id}."),
        id.to_owned(),
        key.reveal().to_uppercase(),
        key.reveal().replace("nordvis_", ""),
        format!("{}x", key.reveal()),
        format!("\"{}\"", key.reveal()),
        format!("{} {}", key.reveal(), key.reveal()),
        "nordvis_".to_owned(),
        "' OR 1=1 --".to_owned(),
    ]
    .map(|credential| format!("Bearer {credential}"))
    .into();
    wrong.extend(["", "Bearer", "Basic cG9ydGFsOnNlY3JldA==", "Digest x", "Token x"].map(str::to_owned));
    wrong.push(key.reveal().to_owned());
    let now = Timestamp::now().as_second();
    // One that is longer than headers may be never gets as far as here.
    wrong.extend(
        refused(&signer, AUDIENCE, now)
            .into_iter()
            .map(|(_, token, _)| format!("Bearer {token}"))
            .filter(|token| token.len() < 8_000),
    );
    assert!(wrong.len() > 70, "{}", wrong.len());
    for credential in &wrong {
        for (method, path, body, _) in operations() {
            let response = send(&server, method, &path, credential, body);
            assert_eq!(response.status, 401, "{method} {path} {credential}: {}", response.body);
            assert!(response.header("www-authenticate").starts_with("Bearer realm=\"nordvis\""));
            let code = response.json()["code"].clone();
            let expected = if credential.is_empty() { "unauthenticated" } else { "invalid-credential" };
            assert_eq!(code, expected, "{credential}");
            assert!(!response.body.contains(secret) && !response.body.contains("portal"), "{}", response.body);
        }
    }
    assert_eq!(with_key(&server, &key, "GET", "/api/v1/facts", "").status, 200);
    assert_eq!(server.refusals(401), wrong.len() * operations().len(), "each of them is in the audit log");
    let kept = std::fs::read(server.folder().join("nordvis.db")).unwrap();
    let log = std::fs::read(server.folder().join("nordvis.db-wal")).unwrap_or_default();
    let kept = String::from_utf8_lossy(&[kept, log].concat()).into_owned();
    assert!(!kept.contains("eGFR 28"), "nothing was kept");
    let own = key.reveal().split('.').nth(1).unwrap();
    assert!(!kept.contains(own) && !kept.contains(key.reveal()), "no secret is kept");
}

#[test]
fn who_watches_or_wants_to_know_need_not_say_who_they_are() {
    let server = Server::guarded(often(), vec![client("portal", &[Scope::Ask]).1]);
    for path in [
        "/livez",
        "/readyz",
        "/openapi.json",
        "/opensearch.xml",
        "/api/v1/api-info",
        "/api/v1/terms",
        "/.well-known/api-catalog",
    ] {
        assert_eq!(server.get(path).status, 200, "{path}");
    }
    let document = server.get("/openapi.json").json();
    assert_eq!(document["paths"]["/livez"]["get"]["security"], json!([]));
    assert_eq!(
        document["paths"]["/api/v1/answers"]["post"]["security"],
        json!([{"bearer": ["ask"]}, {"apiKey": ["ask"]}])
    );
    assert_eq!(server.send("OPTIONS", "/api/v1/answers", &[], b"").status, 204);
}

/// Journal systems are told by an OperationOutcome, also of what is refused before anything is looked for.
#[test]
fn journal_systems_are_refused_in_their_own_form() {
    let (key, portal) = client("portal", &[Scope::Ask]);
    let server = Server::guarded(often(), vec![portal]);
    let long = "x".repeat(5_000);
    for (path, accept, credential, status, issue) in [
        ("/fhir/Library", "text/html", "", 401, "login"),
        ("/fhir/Library", "application/fhir+json", "Bearer nonsense", 401, "login"),
        ("/fhir/Library", "*/*", key.reveal(), 403, "forbidden"),
        ("/cds-services", "*/*", "", 401, "login"),
        (&format!("/fhir/Library?url={long}"), "*/*", "", 414, "too-long"),
        (&format!("/cds-services/{long}"), "*/*", "", 414, "too-long"),
    ] {
        let credential =
            if credential.starts_with("nordvis_") { format!("Bearer {credential}") } else { credential.to_owned() };
        let headers = [("accept", accept), ("accept-language", "da"), ("authorization", &credential)];
        let shown = if credential.is_empty() { &headers[..2] } else { &headers[..] };
        let refused = server.send("GET", path, shown, b"");
        let outcome = refused.json();
        assert_eq!((refused.status, &outcome["issue"][0]["code"]), (status, &json!(issue)), "{path}");
        assert_eq!((&outcome["resourceType"], &outcome["language"]), (&json!("OperationOutcome"), &json!("da")));
        let media = if path.starts_with("/fhir") { "application/fhir+json" } else { "application/json" };
        assert_eq!((refused.header("content-type"), refused.header("content-language")), (media, "da"));
        assert_eq!(refused.header("www-authenticate").is_empty(), status == 414, "{path}");
    }
    let elsewhere = server.send("GET", "/fhirs", &[], b"");
    assert_eq!(elsewhere.header("content-type"), "application/problem+json");
}

/// Every scope at every operation.
#[test]
fn a_scope_opens_its_operations_and_no_other() {
    let clients: Vec<_> = Scope::ALL.iter().map(|scope| (*scope, client(scope.name(), &[*scope]))).collect();
    let (keys, changes): (Vec<_>, Vec<_>) =
        clients.into_iter().map(|(scope, (key, change))| ((scope, key), change)).unzip();
    let server = Server::guarded(often(), changes);
    for (scope, key) in &keys {
        for (method, path, body, needed) in operations() {
            let response = with_key(&server, key, method, &path, body);
            if *scope == needed {
                assert!(![401, 403, 429].contains(&response.status), "{method} {path}: {}", response.body);
            } else {
                assert_eq!(
                    (response.status, response.json()["code"].as_str()),
                    (403, Some("forbidden")),
                    "{method} {path}"
                );
                assert!(response.header("www-authenticate").contains("insufficient_scope"));
            }
        }
    }
    assert_eq!(server.refusals(403), (Scope::ALL.len() - 1) * operations().len(), "each of them is in the audit log");
    let (_, key) = &keys[0];
    let sent = server.send("GET", "/api/v1/facts", &[("x-api-key", keys[1].1.reveal())], b"");
    assert_eq!(sent.status, 200, "the key may be sent in a header of its own");
    let both = [("x-api-key", key.reveal()), ("authorization", "Bearer x")];
    assert_eq!(server.send("POST", "/api/v1/answers", &both, QUESTION.as_bytes()).status, 401);
}

#[test]
fn those_who_show_nothing_may_do_what_the_settings_say() {
    let settings = AccessSettings { anonymous: [Scope::Search].into(), ..often() };
    let server = Server::guarded(settings, Vec::new());
    assert_eq!(server.get("/api/v1/facts").status, 200);
    assert_eq!(server.post("/api/v1/answers", QUESTION).status, 401);
    assert_eq!(send(&server, "GET", "/api/v1/facts", "Bearer nonsense", "").status, 401, "what is shown must hold");
}

#[test]
fn tokens_let_in_with_their_scopes_and_region() {
    let (signer, folder) = (Signer::new(), tempfile::tempdir().unwrap());
    let server = Server::guarded(trusting(&signer, folder.path()), Vec::new());
    let now = Timestamp::now().as_second();
    for algorithm in ["ES256", "ES384", "RS256", "RS384", "PS256"] {
        let credential = format!("Bearer {}", signer.sound(algorithm, now));
        let asked = send(&server, "POST", "/api/v1/answers", &credential, QUESTION);
        assert_eq!(asked.status, 200, "{algorithm}: {}", asked.body);
    }
    let mut claims = crate::tokens::claims(now);
    claims["scope"] = "ask".into();
    claims["region"] = "SE-F".into();
    let credential = format!("Bearer {}", signer.token("ES256", &crate::tokens::header("ES256"), &claims));
    let asked = send(
        &server,
        "POST",
        "/api/v1/answers",
        &credential,
        r#"{"intent":"required_codes","facts":{"osteoarthritis":true}}"#,
    );
    assert_eq!(asked.json()["region"], "SE-F", "{}", asked.body);
    assert_eq!(send(&server, "GET", "/api/v1/facts", &credential, "").status, 403);
}

/// What one client makes, another does not see, change or find out about.
#[test]
fn answers_and_conversations_belong_to_the_client_that_made_them() {
    let ((own, a), (other, b)) = (client("a", &Scope::USUAL), client("b", &Scope::USUAL));
    let server = Server::guarded(often(), vec![a, b]);
    let answer = with_key(&server, &own, "POST", "/api/v1/answers", QUESTION).header("content-location").to_owned();
    let begun = with_key(&server, &own, "POST", "/api/v1/conversations", "{}").header("location").to_owned();
    let (said, feedback) = (format!("{begun}/messages"), format!("{answer}/feedback"));
    let turn = with_key(&server, &own, "POST", &said, r#"{"text":"Osteoporos, eGFR 28. Vilket läkemedel i Skåne?"}"#);
    let turn = turn.header("content-location").to_owned();
    let id = answer.rsplit('/').next().unwrap();
    let (trace, referral) = (format!("{answer}/trace"), format!("{answer}/referral"));
    let (page, resource) = (format!("/answers/{id}"), format!("/fhir/GuidanceResponse/{id}"));
    let calls = [
        ("GET", answer.as_str(), "", 200),
        ("GET", &trace, "", 200),
        ("GET", &referral, "", 200),
        ("GET", &page, "", 200),
        ("GET", &resource, "", 200),
        ("GET", &turn, "", 200),
        ("POST", &feedback, r#"{"helpful":true}"#, 204),
        ("GET", &begun, "", 200),
        ("POST", &said, r#"{"text":"eGFR 52"}"#, 200),
        ("DELETE", &begun, "", 204),
    ];
    for (method, path, body, _) in calls {
        let refused = with_key(&server, &other, method, path, body);
        assert_eq!(refused.status, 404, "{method} {path}");
        let known = path.split('/').find(|segment| segment.parse::<uuid::Uuid>().is_ok()).unwrap();
        let nothing = path.replace(known, ID);
        let mut unknown = with_key(&server, &other, method, &nothing, body).json();
        let mut told = refused.json();
        for problem in [&mut unknown, &mut told] {
            problem["instance"] = Value::Null;
            problem["traceId"] = Value::Null;
        }
        assert_eq!(told, unknown, "another's and none are told alike");
    }
    for (method, path, body, status) in calls {
        assert_eq!(with_key(&server, &own, method, path, body).status, status, "{method} {path}");
    }
}

/// A key that is revoked opens no more, without a restart; a rotated one opens beside the new one until it ends.
#[test]
fn keys_are_revoked_and_rotated_while_the_service_runs() {
    let (key, portal) = client("portal", &Scope::USUAL);
    let server = Server::guarded(often(), vec![portal]);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let change = |change: ClientChange| {
        runtime.block_on(async {
            let beside = Store::open(&store(&server)).await.unwrap();
            assert!(beside.change_clients(change).await.unwrap());
            beside.close().await;
        });
    };
    let reaches = |key: &ApiKey, status: u16| {
        let reached = (0..600).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(50));
            with_key(&server, key, "GET", "/api/v1/facts", "").status == status
        });
        assert!(reached, "never {status}");
    };
    let next = ApiKey::generate().unwrap();
    let others_end = Timestamp::now().checked_add(jiff::SignedDuration::from_hours(1)).unwrap();
    change(ClientChange::Rotate { key: record(&next, "portal"), others_end });
    reaches(&next, 200);
    assert_eq!(with_key(&server, &key, "GET", "/api/v1/facts", "").status, 200, "both hold for an hour");
    change(ClientChange::Revoke { client: "portal".to_owned(), key: Some(key.id().to_owned()), at: Timestamp::now() });
    reaches(&key, 401);
    assert_eq!(with_key(&server, &next, "GET", "/api/v1/facts", "").status, 200);
    change(ClientChange::Revoke { client: "portal".to_owned(), key: None, at: Timestamp::now() });
    reaches(&next, 401);
    let told = server.refused();
    assert!(told.len() >= 2 && told.iter().all(|one| *one == (401, "unknown_key".to_owned())), "{told:?}");
}

#[test]
fn limits_are_told_and_kept_for_clients_and_for_addresses() {
    let slow = Client { per_minute: Some(5), ..busy("slow") };
    let ((slow, first), (quick, second)) = (made(slow), made(busy("quick")));
    let server = Server::guarded(AccessSettings { per_minute_anonymous: 8, ..often() }, vec![first, second]);
    let mut refused = None;
    for number in 0..12 {
        let response = with_key(&server, &slow, "GET", "/api/v1/facts", "");
        assert_eq!(response.header("ratelimit-policy"), "\"minute\";q=5;w=60");
        // A minute may begin on the way.
        assert!(response.status == 200 || number >= 5, "{}", response.body);
        if response.status == 429 {
            refused = Some(response);
        }
    }
    let refused = refused.expect("a limit");
    assert_eq!(refused.json()["code"], "too-many-requests");
    let wait: u32 = refused.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&wait));
    assert_eq!(refused.header("ratelimit"), format!("\"minute\";r=0;t={wait}"));
    assert_eq!(with_key(&server, &quick, "GET", "/api/v1/facts", "").status, 200, "another's limit is another");
    let guessed = (0..20).map(|_| send(&server, "GET", "/api/v1/facts", "Bearer guess", "").status);
    let guessed: Vec<_> = guessed.collect();
    assert!(guessed.starts_with(&[401]) && guessed.contains(&429), "{guessed:?}");
    assert_eq!(server.get("/livez").status, 200);
    assert_eq!(with_key(&server, &quick, "GET", "/api/v1/facts", "").status, 200, "keys that hold are not held up");
}

fn busy(id: &str) -> Client {
    Client { id: id.to_owned(), scopes: Scope::USUAL.into(), region: None, language: None, per_minute: None }
}

#[test]
fn a_client_brings_its_region_and_language() {
    let regional =
        Client { region: Region::from_code("SE-F").ok(), language: Some(Language::Danish), ..busy("portal") };
    let (key, change) = made(regional);
    let server = Server::guarded(often(), vec![change]);
    let asked = |body: &str| with_key(&server, &key, "POST", "/api/v1/answers", body).json();
    let own = asked(r#"{"intent":"required_codes","facts":{"osteoarthritis":true}}"#);
    assert_eq!((&own["region"], &own["language"]), (&json!("SE-F"), &json!("da")));
    let said = asked(r#"{"intent":"treatment","region":"SE-M","language":"sv"}"#);
    assert_eq!((&said["region"], &said["language"]), (&json!("SE-M"), &json!("sv")), "the request wins");
}

/// What is sent again under one key is done once; something else under it is refused.
#[test]
fn what_is_sent_again_is_done_once() {
    let ((one, a), (two, b)) = (client("a", &Scope::USUAL), client("b", &Scope::USUAL));
    let server = Server::guarded(often(), vec![a, b]);
    let called = |client: &ApiKey, path: &str, key: &str, body: &str| {
        let credential = format!("Bearer {}", client.reveal());
        let headers = [("content-type", "application/json"), ("authorization", &credential), ("idempotency-key", key)];
        server.send("POST", path, &headers, body.as_bytes())
    };
    let (path, key) = ("/api/v1/conversations", "8e03978e-40d5-43dd-bc93-6894a57f9324");
    let first = called(&one, path, key, r#"{"region":"SE-M"}"#);
    let again = called(&one, path, &format!("\"{key}\""), r#"{ "region": "SE-M" }"#);
    assert_eq!((first.status, again.status, &first.body), (201, 201, &again.body));
    let other = called(&one, path, key, r#"{"region":"SE-F"}"#);
    assert_eq!((other.status, other.json()["code"].as_str()), (422, Some("idempotency-mismatch")));
    assert_ne!(called(&two, path, key, r#"{"region":"SE-M"}"#).body, first.body, "another client's key is another");
    assert_eq!(called(&one, path, "short", "{}").json()["code"], "invalid-idempotency-key");

    // A "yes" that is sent again answers the question that it answered, and not the next one.
    let path = format!("{path}/{}/messages", first.json()["id"].as_str().unwrap());
    let asked = with_key(&server, &one, "POST", &path, r#"{"text":"Osteoporos, eGFR 52. Vilket läkemedel?"}"#).json();
    assert!(asked["questions"].as_array().unwrap().len() > 1, "{asked:#}");
    let said = [(); 3].map(|()| called(&one, &path, key, r#"{"text":"nej"}"#));
    assert!(said.iter().all(|again| again.status == 200 && again.body == said[0].body), "{said:?}");
    assert_eq!(said[2].header("content-location"), said[0].header("content-location"));
    assert_eq!(called(&one, &path, key, r#"{"text":"ja"}"#).json()["code"], "idempotency-mismatch");
    assert_eq!(called(&one, &path, key, r#"{"facts":{"dysphagia":false}}"#).status, 422);
    let turns = with_key(&server, &one, "GET", path.trim_end_matches("/messages"), "").json();
    assert_eq!(turns["turns"].as_array().unwrap().len(), 2, "said once");
    let by_facts = [(); 2].map(|()| called(&one, &path, &format!("{key}-2"), r#"{"facts":{"egfr_ml_min":28}}"#));
    assert!(by_facts[0].status == 200 && by_facts[0].body == by_facts[1].body);

    let answer = with_key(&server, &one, "POST", "/api/v1/answers", QUESTION).header("content-location").to_owned();
    let path = format!("{answer}/feedback");
    for _ in 0..3 {
        assert_eq!(called(&one, &path, key, r#"{"helpful":true,"comment":"Bra"}"#).status, 204);
    }
    assert_eq!(called(&one, &path, key, r#"{"helpful":false}"#).status, 422);
    let id = answer.rsplit('/').next().unwrap().parse().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let kept = runtime.block_on(async {
        let beside = Store::open(&store(&server)).await.unwrap();
        let kept = beside.feedback(id).await.unwrap();
        beside.close().await;
        kept
    });
    assert_eq!(kept.len(), 1, "kept once");
}
