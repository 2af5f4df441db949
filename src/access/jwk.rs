//! Does this key say that this message is the issuer's? Public keys of a JWK Set (RFC 7517) and the signatures that
//! they verify (RFC 7518). Symmetric keys and `none` do not exist here, so that nothing can be confused with them.

use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, EcdsaVerificationAlgorithm, RSA_PKCS1_2048_8192_SHA256,
    RSA_PKCS1_2048_8192_SHA384, RSA_PSS_2048_8192_SHA256, RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;

use super::base64url::decode;

/// How a token may be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Algorithm {
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// ECDSA on P-384 with SHA-384.
    Es384,
    /// RSA PKCS #1 v1.5 with SHA-256.
    Rs256,
    /// RSA PKCS #1 v1.5 with SHA-384.
    Rs384,
    /// RSA PSS with SHA-256.
    Ps256,
}

impl Algorithm {
    /// Every algorithm.
    pub const ALL: [Self; 5] = [Self::Es256, Self::Es384, Self::Rs256, Self::Rs384, Self::Ps256];

    /// The name that a token's `alg` has for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
            Self::Rs256 => "RS256",
            Self::Rs384 => "RS384",
            Self::Ps256 => "PS256",
        }
    }

    /// The algorithm with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|algorithm| algorithm.name() == name)
    }
}

/// What a key is made of. It decides which algorithms it can be used with; the token does not.
#[derive(Clone)]
enum Material {
    Rsa { modulus: Vec<u8>, exponent: Vec<u8> },
    P256(Vec<u8>),
    P384(Vec<u8>),
}

/// One public key.
#[derive(Clone)]
struct Key {
    id: Option<String>,
    algorithm: Option<Algorithm>,
    material: Material,
}

/// The public keys of an issuer.
#[derive(Clone, Default)]
pub struct KeySet(Vec<Key>);

#[derive(Deserialize)]
struct WrittenSet {
    keys: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct WrittenKey {
    kty: String,
    kid: Option<String>,
    r#use: Option<String>,
    alg: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

impl KeySet {
    /// Reads a JWK Set. Keys that cannot verify a signature here (encryption, other kinds and curves) are passed over,
    /// as RFC 7517 asks; nothing when it is no set.
    #[must_use]
    pub fn read(text: &[u8]) -> Option<Self> {
        let set: WrittenSet = serde_json::from_slice(text).ok()?;
        let keys = set.keys.into_iter().filter_map(|key| Key::read(serde_json::from_value(key).ok()?));
        Some(Self(keys.collect()))
    }

    /// Whether there is a key for a token that names this key and algorithm.
    #[must_use]
    pub fn has(&self, id: Option<&str>, algorithm: Algorithm) -> bool {
        self.candidates(id, algorithm).next().is_some()
    }

    /// Whether a key that may be used with the algorithm made this signature.
    #[must_use]
    pub fn verify(&self, id: Option<&str>, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> bool {
        self.candidates(id, algorithm).any(|key| key.verify(algorithm, message, signature))
    }

    /// A token that names a key means that one; one that names none may mean any.
    fn candidates(&self, id: Option<&str>, algorithm: Algorithm) -> impl Iterator<Item = &Key> {
        self.0.iter().filter(move |key| (id.is_none() || key.id.as_deref() == id) && key.fits(algorithm))
    }
}

impl Key {
    fn read(key: WrittenKey) -> Option<Self> {
        if key.r#use.is_some_and(|purpose| purpose != "sig") {
            return None;
        }
        let algorithm = match key.alg {
            Some(name) => Some(Algorithm::from_name(&name)?),
            None => None,
        };
        let point = |bytes: usize| {
            let (x, y) = (decode(key.x.as_deref()?)?, decode(key.y.as_deref()?)?);
            (x.len() == bytes && y.len() == bytes).then(|| [&[4], &*x, &*y].concat())
        };
        let material = match (key.kty.as_str(), key.crv.as_deref()) {
            ("RSA", _) => Material::Rsa { modulus: decode(&key.n?)?, exponent: decode(&key.e?)? },
            ("EC", Some("P-256")) => Material::P256(point(32)?),
            ("EC", Some("P-384")) => Material::P384(point(48)?),
            _ => return None,
        };
        Some(Self { id: key.kid, algorithm, material })
    }

    fn fits(&self, algorithm: Algorithm) -> bool {
        let made_for = match self.material {
            Material::Rsa { .. } => matches!(algorithm, Algorithm::Rs256 | Algorithm::Rs384 | Algorithm::Ps256),
            Material::P256(_) => algorithm == Algorithm::Es256,
            Material::P384(_) => algorithm == Algorithm::Es384,
        };
        made_for && self.algorithm.is_none_or(|own| own == algorithm)
    }

    fn verify(&self, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> bool {
        match (&self.material, algorithm) {
            (Material::P256(point), Algorithm::Es256) => on_curve(&ECDSA_P256_SHA256_FIXED, point, message, signature),
            (Material::P384(point), Algorithm::Es384) => on_curve(&ECDSA_P384_SHA384_FIXED, point, message, signature),
            (Material::Rsa { modulus, exponent }, _) => rsa(algorithm).is_some_and(|parameters| {
                let key = RsaPublicKeyComponents { n: modulus, e: exponent };
                key.verify(parameters, message, signature).is_ok()
            }),
            _ => false,
        }
    }
}

fn on_curve(curve: &'static EcdsaVerificationAlgorithm, point: &[u8], message: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(curve, point).verify(message, signature).is_ok()
}

/// Keys of less than 2048 bits are refused by the parameters.
const fn rsa(algorithm: Algorithm) -> Option<&'static RsaParameters> {
    match algorithm {
        Algorithm::Rs256 => Some(&RSA_PKCS1_2048_8192_SHA256),
        Algorithm::Rs384 => Some(&RSA_PKCS1_2048_8192_SHA384),
        Algorithm::Ps256 => Some(&RSA_PSS_2048_8192_SHA256),
        Algorithm::Es256 | Algorithm::Es384 => None,
    }
}
