//! An issuer of tokens that signs what it should and what it should not, and everything that may be wrong with a token.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use nordvis::access::TokenFault;
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair,
    EcdsaSigningAlgorithm, KeyPair, RSA_PKCS1_SHA256, RSA_PKCS1_SHA384, RSA_PSS_SHA256, RsaEncoding, RsaKeyPair,
    RsaPublicKeyComponents,
};
use serde_json::{Map, Value, json};

pub const ISSUER: &str = "https://idp.example.org";
pub const AUDIENCE: &str = "https://kunskap.example.org";

pub fn base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A key on a curve, in both forms in which signatures are written.
struct Curve {
    fixed: EcdsaKeyPair,
    asn1: Option<EcdsaKeyPair>,
}

impl Curve {
    fn generate(algorithm: &'static EcdsaSigningAlgorithm, asn1: Option<&'static EcdsaSigningAlgorithm>) -> Self {
        let random = SystemRandom::new();
        let written = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        let read = |algorithm| EcdsaKeyPair::from_pkcs8(algorithm, written.as_ref(), &random).unwrap();
        Self { fixed: read(algorithm), asn1: asn1.map(read) }
    }

    fn jwk(&self, id: &str, curve: &str) -> Value {
        let point = &self.fixed.public_key().as_ref()[1..];
        let (x, y) = point.split_at(point.len() / 2);
        json!({"kty": "EC", "use": "sig", "kid": id, "crv": curve, "x": base64url(x), "y": base64url(y)})
    }
}

/// An issuer with a key of each kind: `p256`, `p384`, `rsa`.
pub struct Signer {
    p256: Curve,
    p384: Curve,
    rsa: RsaKeyPair,
}

impl Signer {
    pub fn new() -> Self {
        Self {
            p256: Curve::generate(&ECDSA_P256_SHA256_FIXED_SIGNING, Some(&ECDSA_P256_SHA256_ASN1_SIGNING)),
            p384: Curve::generate(&ECDSA_P384_SHA384_FIXED_SIGNING, None),
            // A key that is known to everybody, and opens nothing but these tests.
            rsa: RsaKeyPair::from_pkcs8(include_bytes!("../data/signing-key-of-tests.der")).unwrap(),
        }
    }

    /// The JWK Set, with keys that no token may be verified by among the others.
    pub fn key_set(&self) -> String {
        let RsaPublicKeyComponents { n, e } = RsaPublicKeyComponents::<Vec<u8>>::from(self.rsa.public());
        let mut encryption = self.p256.jwk("encryption", "P-256");
        encryption["use"] = "enc".into();
        let keys = json!([
            {"kty": "oct", "kid": "symmetric", "k": "c2VjcmV0"},
            {"kty": "OKP", "kid": "ed", "crv": "Ed25519", "x": "AQAB"},
            encryption,
            self.p256.jwk("p256", "P-256"),
            self.p384.jwk("p384", "P-384"),
            {"kty": "RSA", "kid": "rsa", "n": base64url(&n), "e": base64url(&e)},
            {"kty": "RSA", "kid": "rsa-small", "n": base64url(&[0xc5; 128]), "e": "AQAB"},
            "no key at all",
        ]);
        json!({ "keys": keys }).to_string()
    }

    /// Signs as the algorithm says; one that no issuer has signs as `ES256`.
    pub fn sign(&self, algorithm: &str, message: &[u8]) -> Vec<u8> {
        let random = SystemRandom::new();
        match algorithm {
            "ES384" => self.p384.fixed.sign(&random, message).unwrap().as_ref().to_vec(),
            "DER" => self.p256.asn1.as_ref().unwrap().sign(&random, message).unwrap().as_ref().to_vec(),
            "RS256" => self.rsa_sign(&RSA_PKCS1_SHA256, message),
            "RS384" => self.rsa_sign(&RSA_PKCS1_SHA384, message),
            "PS256" => self.rsa_sign(&RSA_PSS_SHA256, message),
            _ => self.p256.fixed.sign(&random, message).unwrap().as_ref().to_vec(),
        }
    }

    fn rsa_sign(&self, padding: &'static dyn RsaEncoding, message: &[u8]) -> Vec<u8> {
        let mut signature = vec![0; self.rsa.public().modulus_len()];
        self.rsa.sign(padding, &SystemRandom::new(), message, &mut signature).unwrap();
        signature
    }

    /// The token with this header and these claims, signed as `algorithm` says.
    pub fn token(&self, algorithm: &str, header: &Value, claims: &Value) -> String {
        let message =
            format!("{}.{}", base64url(header.to_string().as_bytes()), base64url(claims.to_string().as_bytes()));
        let signature = self.sign(algorithm, message.as_bytes());
        format!("{message}.{}", base64url(&signature))
    }

    /// A token that is all that it should be.
    pub fn sound(&self, algorithm: &str, now: i64) -> String {
        self.token(algorithm, &header(algorithm), &claims(now))
    }
}

pub fn header(algorithm: &str) -> Value {
    let key = match algorithm {
        "ES384" => "p384",
        "RS256" | "RS384" | "PS256" => "rsa",
        _ => "p256",
    };
    json!({"alg": algorithm, "kid": key, "typ": "JWT"})
}

pub fn claims(now: i64) -> Value {
    claims_for(AUDIENCE, now)
}

fn claims_for(audience: &str, now: i64) -> Value {
    json!({
        "iss": ISSUER, "aud": [audience, "another"], "sub": "portal", "client_id": "portal", "jti": "one",
        "iat": now, "nbf": now, "exp": now + 300, "scope": "ask search feedback unknown",
    })
}

fn with(mut object: Value, changes: Value) -> Value {
    let changed: &mut Map<String, Value> = object.as_object_mut().unwrap();
    for (key, value) in changes.as_object().unwrap() {
        if value == "(left out)" {
            changed.remove(key);
        } else {
            changed.insert(key.clone(), value.clone());
        }
    }
    object
}

/// Every token that must be refused, with its name and why. Those that only some deployments refuse are not among them.
pub fn refused(signer: &Signer, audience: &str, now: i64) -> Vec<(String, String, TokenFault)> {
    let claims = |now| claims_for(audience, now);
    let mut all = Vec::new();
    let es256 = || header("ES256");
    for (name, claims_changed, fault) in [
        ("over for two minutes", json!({"exp": now - 120}), TokenFault::Expired),
        ("over by a fraction", json!({"exp": (now - 61) as f64 + 0.5}), TokenFault::Expired),
        ("issued in two minutes", json!({"iat": now + 120}), TokenFault::NotYetValid),
        ("valid in two minutes", json!({"nbf": now + 120}), TokenFault::NotYetValid),
        ("without an end", json!({"exp": "(left out)"}), TokenFault::Claim),
        ("with an end in words", json!({"exp": "tomorrow"}), TokenFault::Claim),
        ("with an end as text", json!({"exp": (now + 300).to_string()}), TokenFault::Claim),
        ("with an end before time", json!({"exp": -1}), TokenFault::Claim),
        ("with an end after time", json!({"exp": 1e300}), TokenFault::Claim),
        ("with a null end", json!({"exp": null}), TokenFault::Claim),
        ("with a beginning in words", json!({"nbf": "now"}), TokenFault::Claim),
        ("for nobody", json!({"aud": "(left out)"}), TokenFault::Audience),
        ("for another", json!({"aud": "https://other.example.org"}), TokenFault::Audience),
        ("for others", json!({"aud": ["a", "b"]}), TokenFault::Audience),
        ("for a part of the audience", json!({"aud": &audience[..audience.len() - 4]}), TokenFault::Audience),
        ("for the audience and more", json!({"aud": format!("{audience}/")}), TokenFault::Audience),
        ("for an object", json!({"aud": {"is": audience}}), TokenFault::Audience),
        ("from another", json!({"iss": "https://evil.example.org"}), TokenFault::Issuer),
        ("from one who looks alike", json!({"iss": "https://idp.example.org/"}), TokenFault::Issuer),
        ("from nobody", json!({"iss": "(left out)"}), TokenFault::Issuer),
        ("from several", json!({"iss": [ISSUER]}), TokenFault::Issuer),
        ("without a client", json!({"sub": "(left out)", "client_id": "(left out)"}), TokenFault::Claim),
        ("with a blank client", json!({"sub": "", "client_id": ""}), TokenFault::Claim),
        ("with a client that is a number", json!({"sub": 5, "client_id": 5}), TokenFault::Claim),
    ] {
        let token = signer.token("ES256", &es256(), &with(claims(now), claims_changed));
        all.push((name.to_owned(), token, fault));
    }
    for (name, sign, header_changed, fault) in [
        ("signed by nobody", "ES256", json!({"alg": "none"}), TokenFault::Algorithm),
        ("signed by Nobody", "ES256", json!({"alg": "NoNe"}), TokenFault::Algorithm),
        ("signed by name in lower case", "ES256", json!({"alg": "es256"}), TokenFault::Algorithm),
        ("signed by an algorithm that is not taken", "ES256", json!({"alg": "RS512"}), TokenFault::Algorithm),
        ("signed by EdDSA", "ES256", json!({"alg": "EdDSA", "kid": "ed"}), TokenFault::Algorithm),
        ("with an RSA name on a curve's key", "ES256", json!({"alg": "RS384"}), TokenFault::Key),
        ("with the other curve's name", "ES256", json!({"alg": "ES384"}), TokenFault::Key),
        ("with a curve's name on an RSA key", "RS256", json!({"kid": "rsa"}), TokenFault::Key),
        ("with a key that is not there", "ES256", json!({"kid": "p521"}), TokenFault::Key),
        ("with the encryption key", "ES256", json!({"kid": "encryption"}), TokenFault::Key),
        ("with the symmetric key", "ES256", json!({"kid": "symmetric"}), TokenFault::Key),
        (
            "with an RSA key that is too small",
            "RS256",
            json!({"alg": "RS256", "kid": "rsa-small"}),
            TokenFault::Signature,
        ),
        ("padded in another way", "PS256", json!({"alg": "RS256", "kid": "rsa"}), TokenFault::Signature),
        ("hashed in another way", "RS384", json!({"alg": "RS256", "kid": "rsa"}), TokenFault::Signature),
        ("signed in DER", "DER", json!({}), TokenFault::Signature),
        ("with an extension", "ES256", json!({"crit": ["exp"], "exp": 1}), TokenFault::Type),
        ("of another type", "ES256", json!({"typ": "dpop+jwt"}), TokenFault::Type),
        ("with its keys elsewhere", "ES256", json!({"jku": "https://evil.example.org/keys"}), TokenFault::KeyAddress),
        ("without an algorithm", "ES256", json!({"alg": "(left out)"}), TokenFault::Malformed),
        ("with a key that is a number", "ES256", json!({"kid": 1}), TokenFault::Malformed),
    ] {
        all.push((name.to_owned(), signer.token(sign, &with(es256(), header_changed), &claims(now)), fault));
    }
    all.extend(symmetric(signer, &claims(now)));
    all.extend(mangled(signer, &claims(now), &claims(now + 600)));
    all
}

/// Signed with the public key as if it were a secret.
fn symmetric(signer: &Signer, claims: &Value) -> Vec<(String, String, TokenFault)> {
    let sign = |name: &str, algorithm: ring::hmac::Algorithm| {
        let header = json!({"alg": name, "kid": "rsa", "typ": "JWT"}).to_string();
        let message = format!("{}.{}", base64url(header.as_bytes()), base64url(claims.to_string().as_bytes()));
        let key = ring::hmac::Key::new(algorithm, signer.key_set().as_bytes());
        let signature = ring::hmac::sign(&key, message.as_bytes());
        let token = format!("{message}.{}", base64url(signature.as_ref()));
        (format!("signed with the public key by {name}"), token, TokenFault::Algorithm)
    };
    vec![
        sign("HS256", ring::hmac::HMAC_SHA256),
        sign("HS384", ring::hmac::HMAC_SHA384),
        sign("HS512", ring::hmac::HMAC_SHA512),
    ]
}

/// What is left when a sound token is changed on its way.
fn mangled(signer: &Signer, claims: &Value, other: &Value) -> Vec<(String, String, TokenFault)> {
    let sound = signer.token("ES256", &header("ES256"), claims);
    let parts: Vec<&str> = sound.split('.').collect();
    let [head, body, tail] = parts[..] else { panic!() };
    let longer = base64url(other.to_string().as_bytes());
    let stranger = Signer::new().token("ES256", &header("ES256"), claims);
    let malformed = |name: &str, token: String| (name.to_owned(), token, TokenFault::Malformed);
    let forged = |name: &str, token: String| (name.to_owned(), token, TokenFault::Signature);
    vec![
        forged("with other claims", format!("{head}.{longer}.{tail}")),
        forged("with another's signature", stranger),
        forged("without a signature", format!("{head}.{body}.")),
        forged("with half a signature", format!("{head}.{body}.{}", &tail[..40])),
        forged("with a signature of zeros", format!("{head}.{body}.{}", base64url(&[0; 64]))),
        malformed("of two parts", format!("{head}.{body}")),
        malformed("of one part", head.to_owned()),
        malformed("of five parts", format!("{head}.{body}.{tail}.{tail}.{tail}")),
        malformed("of dots", "..".to_owned()),
        malformed("padded", format!("{head}.{body}.{tail}==")),
        malformed("in the other alphabet", format!("{head}.{body}.{}", "+/".repeat(43))),
        malformed("with claims that are no JSON", format!("{head}.{}.{tail}", base64url(b"claims"))),
        malformed("with claims in a list", format!("{head}.{}.{tail}", base64url(b"[]"))),
        malformed("with a header that is no JSON", format!("{}.{body}.{tail}", base64url(b"{alg}"))),
        malformed(
            "with a name of a key twice",
            format!("{}.{body}.{tail}", base64url(br#"{"alg":"ES256","alg":"none"}"#)),
        ),
        malformed("of sixteen kilobytes", format!("{head}.{body}.{}", "A".repeat(16_384))),
    ]
}
