//! Tokens: those of a trusted issuer are believed, with each algorithm; everything else is refused for what is wrong.

use jiff::{SignedDuration, Timestamp};
use nordvis::access::{Algorithm, Claims, Issuer, KeyPlace, Provider, Providers, Scope, TokenFault, Unverified};
use serde_json::json;

use crate::tokens::{AUDIENCE, ISSUER, Signer, claims, header, refused};

const NOW: i64 = 1_795_000_000;

fn now() -> Timestamp {
    Timestamp::from_second(NOW).unwrap()
}

struct Bed {
    signer: Signer,
    folder: tempfile::TempDir,
}

impl Bed {
    fn new() -> Self {
        let bed = Self { signer: Signer::new(), folder: tempfile::tempdir().unwrap() };
        std::fs::write(bed.folder.path().join("keys.json"), bed.signer.key_set()).unwrap();
        bed
    }

    fn issuer(&self) -> Issuer {
        Issuer::new(ISSUER, KeyPlace::File(self.folder.path().join("keys.json")))
    }

    fn providers(&self) -> Providers {
        Providers(vec![Provider {
            issuer: self.issuer(),
            audiences: vec![AUDIENCE.to_owned()],
            client_claims: vec!["client_id".to_owned(), "sub".to_owned()],
            scope_claim: Some("scope".to_owned()),
            scopes: [Scope::Ask, Scope::Search].into(),
            region_claim: Some("region".to_owned()),
            per_minute: None,
        }])
    }
}

#[tokio::test]
async fn tokens_of_the_issuer_are_believed_with_every_algorithm() {
    let bed = Bed::new();
    let providers = bed.providers();
    for algorithm in Algorithm::ALL.map(Algorithm::name) {
        let client = providers.client(&bed.signer.sound(algorithm, NOW), now()).await;
        let client = client.unwrap_or_else(|fault| panic!("{algorithm}: {fault}"));
        assert_eq!(client.id, format!("{ISSUER}#portal"));
        assert_eq!(client.scopes, [Scope::Ask, Scope::Search].into(), "no more than the issuer may give");
    }
    let mut nameless = header("ES256");
    nameless.as_object_mut().unwrap().remove("kid");
    let mut regional = claims(NOW);
    regional["region"] = "SE-M".into();
    regional["exp"] = (NOW - 30).into();
    let token = bed.signer.token("ES256", &nameless, &regional);
    let client = providers.client(&token, now()).await.unwrap();
    assert_eq!(client.region.unwrap().code(), "SE-M", "within the skew of clocks, by any key that fits");
}

#[tokio::test]
async fn every_other_token_is_refused_for_what_is_wrong_with_it() {
    let bed = Bed::new();
    let providers = bed.providers();
    let cases = refused(&bed.signer, AUDIENCE, NOW);
    assert!(cases.len() >= 60, "{}", cases.len());
    for (name, token, fault) in cases {
        let refused = providers.client(&token, now()).await.map(|client| client.id.clone());
        assert_eq!(refused, Err(fault), "a token {name}");
        let error = fault.to_string();
        assert!(!error.contains(&token) && error.len() < 60);
    }
}

/// What CDS Hooks asks of a client's token: short, and with an id, by which it is used once.
#[tokio::test]
async fn tokens_can_be_asked_to_be_short_and_to_have_an_id() {
    let bed = Bed::new();
    let issuer = Issuer { lifetime_max: Some(SignedDuration::from_mins(5)), identified: true, ..bed.issuer() };
    let audience = [AUDIENCE.to_owned()];
    let verify = async |changes: serde_json::Value| -> Result<Claims, TokenFault> {
        let mut claims = claims(NOW);
        claims.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        let token = bed.signer.token("ES384", &header("ES384"), &claims);
        issuer.verify(Unverified::read(&token)?, &audience, now()).await
    };
    let claims = verify(json!({})).await.unwrap();
    assert_eq!((claims.id.as_deref(), claims.subject.as_deref()), (Some("one"), Some("portal")));
    assert_eq!(verify(json!({"exp": NOW + 301})).await, Err(TokenFault::TooLong));
    assert_eq!(verify(json!({"iat": null})).await, Err(TokenFault::Claim), "its length is not known");
    assert_eq!(verify(json!({"jti": ""})).await, Err(TokenFault::Claim));
}

/// A new key is found when a token names it, without a restart, and the old one stops with its file.
#[tokio::test]
async fn keys_are_rotated_without_a_restart() {
    let bed = Bed::new();
    let path = bed.folder.path().join("keys.json");
    let age = nordvis::access::KeyAge { pause: std::time::Duration::ZERO, ..Default::default() };
    let keys = nordvis::access::KeySource::new(KeyPlace::File(path.clone()), age);
    let providers = Providers(vec![Provider {
        issuer: Issuer { keys, ..bed.issuer() },
        ..bed.providers().0.into_iter().next().unwrap()
    }]);
    assert!(providers.client(&bed.signer.sound("ES256", NOW), now()).await.is_ok());
    let next = Signer::new();
    std::fs::write(&path, next.key_set().replace("\"p256\"", "\"next\"")).unwrap();
    let mut named = header("ES256");
    named["kid"] = "next".into();
    let token = next.token("ES256", &named, &claims(NOW));
    assert!(providers.client(&token, now()).await.is_ok(), "the keys are read anew");
    let old = providers.client(&bed.signer.sound("ES256", NOW), now()).await;
    assert_eq!(old.map(|client| client.id.clone()), Err(TokenFault::Key));
}

/// An issuer's address on this machine, which gives these responses one after the other, and how often it was asked.
fn address(responses: Vec<String>) -> (String, std::thread::JoinHandle<usize>) {
    use std::io::{Read, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/keys", listener.local_addr().unwrap());
    let served = std::thread::spawn(move || {
        responses.iter().for_each(|response| {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = [0; 2048];
            let length = stream.read(&mut request).unwrap();
            assert!(request[..length].starts_with(b"GET /"));
            // Who is sent more than it takes may leave early.
            let _ = stream.write_all(response.as_bytes());
        });
        responses.len()
    });
    (address, served)
}

fn response(status: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
}

/// Keys are fetched from the address that the operator wrote: no redirect is followed, nothing endless is read, and what
/// is there is used while nothing better comes.
#[tokio::test]
async fn keys_are_fetched_from_their_address_and_nowhere_else() {
    let signer = Signer::new();
    let elsewhere = "302 Found\r\nlocation: http://127.0.0.1:9/keys";
    let padded = format!("{}{}", signer.key_set(), " ".repeat(300 * 1024));
    let (address, served) = address(vec![
        response("500 Internal Server Error", ""),
        response(elsewhere, ""),
        response("200 OK", &padded),
        response("200 OK", "no keys"),
        response("200 OK", &signer.key_set()),
        response(elsewhere, ""),
    ]);
    let age = nordvis::access::KeyAge { pause: std::time::Duration::ZERO, ..Default::default() };
    let keys = nordvis::access::KeySource::new(address.parse().unwrap(), age);
    for refused in ["an error", "a redirect", "a flood", "nonsense"] {
        assert!(keys.keys().await.is_none(), "{refused}");
    }
    let has = |keys: &nordvis::access::KeySet| keys.has(Some("p256"), Algorithm::Es256);
    assert!(has(&keys.keys().await.unwrap()));
    assert!(has(&keys.newer_keys().await.unwrap()), "better than none");
    assert_eq!(served.join().unwrap(), 6, "each was asked for once");
    assert!(has(&keys.keys().await.unwrap()), "fresh enough not to ask");
    let nobody = nordvis::access::KeySource::new("https://127.0.0.1:9/keys".parse().unwrap(), age);
    assert!(nobody.keys().await.is_none(), "nobody is there");
}

/// A token may name the address of its keys only when it is the one that is known.
#[tokio::test]
async fn a_token_names_the_known_address_or_none() {
    let signer = Signer::new();
    let (address, served) = address(vec![response("200 OK", &signer.key_set())]);
    let issuer = Issuer::new(ISSUER, address.parse().unwrap());
    let verify = async |place: &str| {
        let mut header = header("ES256");
        header["jku"] = place.into();
        let token = signer.token("ES256", &header, &claims(NOW));
        issuer.verify(Unverified::read(&token)?, &[AUDIENCE.to_owned()], now()).await.map(|_| ())
    };
    assert_eq!(verify(&address).await, Ok(()));
    for other in [format!("{address}/"), address.replace("127.0.0.1", "127.0.0.2"), String::new()] {
        assert_eq!(verify(&other).await, Err(TokenFault::KeyAddress), "{other}");
    }
    assert_eq!(served.join().unwrap(), 1);
}
