//! Who may call by CDS Hooks: a sound token opens every address once, and everything that may be wrong with one opens none.

use std::sync::Arc;

use nordvis::access::{HookClients, TokenFault};
use nordvis::http::{Limits, Settings};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::postgres::shared;
use crate::replica::Replica;
use crate::server::{Response, Server};
use crate::tokens::{ISSUER, Signer, base64url, refused};

const EHR: &str = "https://ehr.example.org";
const BASE: &str = "https://nordvis.example";
const SERVICE: &str = "/cds-services/nordvis-treatment";

struct Bed {
    server: Server,
    signer: Signer,
    clients: Arc<HookClients>,
    _keys: TempDir,
}

impl Bed {
    fn new() -> Self {
        let (signer, keys) = (Signer::new(), tempfile::tempdir().unwrap());
        let place = keys.path().join("keys.json");
        std::fs::write(&place, signer.key_set()).unwrap();
        let list = format!(
            "[[client]]\nissuer = \"{EHR}\"\nkeys = \"{}\"\nregion = \"SE-M\"\nlanguage = \"sv\"\n\
             [[client]]\nissuer = \"{EHR}/two\"\nkeys = \"{0}\"\nfeedback-for-service = true\n\
             [[client]]\nissuer = \"{ISSUER}\"\nkeys = \"{0}\"\n",
            place.display()
        );
        let clients = Arc::new(HookClients::read(&list).unwrap());
        let server = Server::with(settings(&clients, Limits::default()));
        Self { server, signer, clients, _keys: keys }
    }

    /// The same, started anew with these limits.
    fn again(mut self, limits: Limits) -> Self {
        self.server = self.server.again(settings(&self.clients, limits));
        self
    }

    /// Calls a service with this token; the call is none, so that one that is let in is answered with 400.
    fn call(&self, token: &str) -> u16 {
        let authorization = format!("Bearer {token}");
        let headers = [("content-type", "application/json"), ("authorization", authorization.as_str())];
        self.server.send("POST", SERVICE, &headers, b"{}").status
    }

    /// A token for it.
    fn token(&self) -> String {
        let claims = changed(sound(), json!({"aud": format!("{BASE}{SERVICE}")}));
        self.signer.token("ES384", &crate::tokens::header("ES384"), &claims)
    }

    fn discover(&self, authorization: &[String]) -> Response {
        let headers: Vec<_> = authorization.iter().map(|value| ("authorization", value.as_str())).collect();
        self.server.send("GET", "/cds-services", &headers, b"")
    }

    /// What a token is answered with that is sound but for these changes.
    fn with(&self, algorithm: &str, header: Value, claims: Value) -> u16 {
        let token =
            self.signer.token(algorithm, &changed(crate::tokens::header(algorithm), header), &changed(sound(), claims));
        self.discover(&[format!("Bearer {token}")]).status
    }
}

fn settings(clients: &Arc<HookClients>, limits: Limits) -> Settings {
    let hook_clients = Some(Arc::clone(clients));
    Settings { hook_clients, public_url: Some(BASE.to_owned()), limits, ..Settings::default() }
}

fn now() -> i64 {
    jiff::Timestamp::now().as_second()
}

fn sound() -> Value {
    let id = uuid::Uuid::now_v7().to_string();
    json!({"iss": EHR, "aud": format!("{BASE}/cds-services"), "iat": now(), "exp": now() + 300, "jti": id})
}

fn changed(mut value: Value, changes: Value) -> Value {
    for (key, change) in changes.as_object().unwrap() {
        match change {
            Value::Null => drop(value.as_object_mut().unwrap().remove(key)),
            change => value[key] = change.clone(),
        }
    }
    value
}

#[test]
fn a_sound_token_opens_once_and_brings_region_and_language() {
    let bed = Bed::new();
    for algorithm in ["ES384", "RS384", "ES256"] {
        assert_eq!(bed.with(algorithm, json!({}), json!({})), 200, "{algorithm}");
    }
    assert_eq!(
        bed.with("ES384", json!({}), json!({"aud": ["https://other.example", format!("{BASE}/cds-services")]})),
        200
    );
    let token = bed.signer.token("ES384", &crate::tokens::header("ES384"), &sound());
    let authorization = [format!("Bearer {token}")];
    let first = bed.discover(&authorization);
    assert_eq!((first.status, first.header("content-language")), (200, "sv"));
    let again = bed.discover(&authorization);
    assert_eq!((again.status, again.json()["issue"][0]["code"].as_str()), (401, Some("login")));
    assert!(again.header("www-authenticate").starts_with("Bearer"));
    assert!(!again.body.contains(&token));
}

#[test]
fn every_fault_of_a_token_is_refused() {
    let bed = Bed::new();
    let is = |algorithm: &str, header: Value, claims: Value| bed.with(algorithm, header, claims);
    assert_eq!(bed.discover(&[]).status, 401, "none");
    assert_eq!(bed.discover(&["Basic dTpw".to_owned()]).status, 401, "another scheme");
    assert_eq!(bed.discover(&["Bearer abc".to_owned()]).status, 401, "no token");
    let sound_one = || format!("Bearer {}", bed.signer.token("ES384", &crate::tokens::header("ES384"), &sound()));
    assert_eq!(bed.discover(&[sound_one(), sound_one()]).status, 401, "two headers");
    assert_eq!(is("ES384", json!({}), json!({"iss": "https://evil.example"})), 403, "not on the list");
    for (name, header, claims) in [
        ("alg none", json!({"alg": "none"}), json!({})),
        ("alg HS384", json!({"alg": "HS384"}), json!({})),
        ("RS384 on an EC key", json!({"alg": "RS384"}), json!({})),
        ("an unknown kid", json!({"kid": "rotated-away"}), json!({})),
        ("a jku off the list", json!({"jku": "https://evil.example/jwks.json"}), json!({})),
        ("another type", json!({"typ": "logout+jwt"}), json!({})),
        ("expired", json!({}), json!({"iat": now() - 900, "exp": now() - 600})),
        ("iat ahead", json!({}), json!({"iat": now() + 600, "exp": now() + 900})),
        ("for a day", json!({}), json!({"exp": now() + 86_400})),
        ("for another address", json!({}), json!({"aud": format!("{BASE}/cds-services/nordvis-treatment")})),
        ("for another host", json!({}), json!({"aud": "https://other.example/cds-services"})),
        ("for nobody", json!({}), json!({"aud": null})),
        ("without exp", json!({}), json!({"exp": null})),
        ("without iat", json!({}), json!({"iat": null})),
        ("valid later", json!({}), json!({"nbf": now() + 600})),
        ("with an extension", json!({"crit": ["x"], "x": 1}), json!({})),
        ("without jti", json!({}), json!({"jti": null})),
        ("without iss", json!({}), json!({"iss": null})),
    ] {
        let refused = is("ES384", header, claims);
        assert_eq!(refused, if name == "without iss" { 403 } else { 401 }, "{name}");
    }
    let der = json!({"alg": "ES256", "kid": "p256"});
    assert_eq!(is("DER", der, json!({})), 401, "a signature in DER");
    // Signed by what everybody knows: the public key as a secret cannot even be tried.
    let head = base64url(json!({"alg": "none", "typ": "JWT"}).to_string().as_bytes());
    let unsigned = format!("Bearer {head}.{}.", base64url(sound().to_string().as_bytes()));
    assert_eq!(bed.discover(&[unsigned]).status, 401, "unsigned");
    let told = (bed.server.refusals(401), bed.server.refusals(403));
    assert_eq!(told, (23, 2), "each of them is in the audit log");
}

/// Everything that may be wrong with a token of an identity provider is wrong with one of a journal system too, and the audit
/// log tells each for what it is.
#[test]
fn every_fault_is_in_the_audit_log_for_what_it_is() {
    let bed = Bed::new();
    let cases = refused(&bed.signer, &format!("{BASE}/cds-services"), now());
    // Who the client is, a journal system's token says by its issuer alone; one that is too long for a header comes nowhere.
    let of_hooks = |name: &str, token: &str| !name.contains("client") && token.len() < 8_000;
    let cases: Vec<_> = cases.into_iter().filter(|(name, token, _)| of_hooks(name, token)).collect();
    assert!(cases.len() > 55, "{}", cases.len());
    let mut expected = Vec::new();
    for (name, token, fault) in &cases {
        let response = bed.discover(&[format!("Bearer {token}")]);
        let status = if *fault == TokenFault::Issuer { 403 } else { 401 };
        assert_eq!(response.status, status, "a token {name}");
        assert!(!response.body.contains(fault.word()) || fault.word().len() < 6, "why is not said: {}", response.body);
        expected.push((i64::from(status), fault.word().to_owned()));
    }
    let once = bed.signer.token("ES384", &crate::tokens::header("ES384"), &sound());
    assert_eq!([200, 401], [(); 2].map(|()| bed.discover(&[format!("Bearer {once}")]).status));
    assert_eq!(bed.with("ES384", json!({}), json!({"exp": now() + 3_600})), 401);
    assert_eq!(bed.discover(&[]).status, 401);
    expected.extend(["replayed", "too_long", "no-token"].map(|word| (401, word.to_owned())));
    assert_eq!(bed.server.refused(), expected);
}

/// Who finds no place comes again with the same token; whoever was let in does not, nor after a restart.
#[test]
fn a_token_is_used_when_the_call_is_let_in_and_for_good() {
    let bed = Bed::new().again(Limits { answering_max: 0, waiting_max: 0, ..Limits::default() });
    let token = bed.token();
    assert_eq!([bed.call(&token), bed.call(&token)], [503; 2], "no place");
    let bed = bed.again(Limits::default());
    assert_eq!([bed.call(&token), bed.call(&token)], [400, 401]);
    let bed = bed.again(Limits::default());
    assert_eq!(bed.call(&token), 401, "the program does not forget");
    assert_eq!(bed.server.refused(), [(401, "replayed".to_owned()), (401, "replayed".to_owned())]);
}

/// Where nobody can tell whether a token was used before, it opens nothing, and the audit log tells that from keys which
/// cannot be had.
#[test]
fn a_token_opens_nothing_while_its_use_is_unknown() {
    let bed = Bed::new();
    let file = sqlx::sqlite::SqliteConnectOptions::new().filename(bed.server.folder().join("nordvis.db"));
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let mut connection = sqlx::ConnectOptions::connect(&file).await.unwrap();
        sqlx::query("DROP TABLE used_tokens").execute(&mut connection).await.unwrap();
    });
    assert_eq!(bed.call(&bed.token()), 503);
    assert_eq!(bed.with("ES384", json!({}), json!({})), 503, "discovery too");
    assert_eq!(bed.server.refused(), [(503, "use-unknown".to_owned()), (503, "use-unknown".to_owned())]);
}

/// A token that one program took, another over the same database does not take.
#[tokio::test(flavor = "multi_thread")]
async fn replicas_take_a_token_once_between_them() {
    let (signer, folder) = (Signer::new(), tempfile::tempdir().unwrap());
    let [keys, list] = ["keys.json", "hooks.toml"].map(|name| folder.path().join(name));
    std::fs::write(&keys, signer.key_set()).unwrap();
    std::fs::write(&list, format!("[[client]]\nissuer = {EHR:?}\nkeys = {keys:?}\n")).unwrap();
    let database = shared().database().await;
    let flags = ["--hook-clients", list.to_str().unwrap(), "--public-url", BASE];
    let replicas = [(); 2].map(|()| Replica::with(&database, &flags));
    let discover = |replica: &Replica, token: &str| {
        let headers = format!("host: localhost\r\nconnection: close\r\nauthorization: Bearer {token}\r\n");
        let mut stream = std::net::TcpStream::connect(replica.address()).unwrap();
        std::io::Write::write_all(&mut stream, format!("GET /cds-services HTTP/1.1\r\n{headers}\r\n").as_bytes())
            .unwrap();
        crate::server::read(&mut stream).status
    };
    for (first, second) in [(0, 1), (1, 0)] {
        let token = signer.token("ES384", &crate::tokens::header("ES384"), &sound());
        assert_eq!(discover(&replicas[first], &token), 200);
        assert_eq!(discover(&replicas[second], &token), 401);
        assert_eq!(discover(&replicas[first], &token), 401);
    }
}

#[test]
fn each_address_takes_a_token_of_its_own() {
    let bed = Bed::new();
    let send = |issuer: &str, audience: &str, path: &str, body: &str| {
        let claims = changed(sound(), json!({"iss": issuer, "aud": format!("{BASE}{audience}")}));
        let token = format!("Bearer {}", bed.signer.token("ES384", &crate::tokens::header("ES384"), &claims));
        let headers = [("content-type", "application/json"), ("authorization", token.as_str())];
        bed.server.send("POST", path, &headers, body.as_bytes()).status
    };
    let (service, feedback) = ("/cds-services/nordvis-treatment", "/cds-services/nordvis-treatment/feedback");
    assert_eq!(send(EHR, service, service, "{}"), 400, "let in, and then read");
    assert_eq!(send(EHR, "/cds-services", service, "{}"), 401);
    assert_eq!(send(EHR, feedback, feedback, r#"{"feedback":[]}"#), 200);
    assert_eq!(send(EHR, service, feedback, r#"{"feedback":[]}"#), 401, "feedback has an address of its own");
    let two = format!("{EHR}/two");
    assert_eq!(send(&two, service, feedback, r#"{"feedback":[]}"#), 200, "unless the operator says otherwise");
    // A browser asks without any token what it may send.
    assert_eq!(bed.server.send("OPTIONS", service, &[], b"").status, 204);
    // The rest of the service is not what the list is about.
    assert_eq!(bed.server.get("/fhir/metadata").status, 200);
}
