//! Is this bearer token (JWT, RFC 7519) sound? Everything about it is checked against what is expected, with the
//! current time as an argument. What a token says is believed only after [`Unverified::verify`].

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::base64url::decode;
use super::jwk::{Algorithm, KeySet};

/// A token with more bytes is not read: those of identity providers have one or two thousand.
const TOKEN_BYTES_MAX: usize = 12 * 1024;

/// Why a token is refused. None holds anything of the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TokenFault {
    /// It is not a signed token in compact form.
    Malformed,
    /// It is of a type that is not accepted, or asks for an extension.
    Type,
    /// It is signed in a way that is not accepted.
    Algorithm,
    /// Nobody who is trusted issued it.
    Issuer,
    /// Its key set is not one that may be used.
    KeyAddress,
    /// The issuer has no such key.
    Key,
    /// The issuer did not sign this.
    Signature,
    /// It is not meant for us.
    Audience,
    /// A claim that it must have is missing, or is not of its type.
    Claim,
    /// It is over.
    Expired,
    /// It has not begun.
    NotYetValid,
    /// It lasts longer than a token may.
    TooLong,
    /// It was used before.
    Replayed,
    /// The issuer's keys cannot be had at the moment.
    KeysUnavailable,
}

impl TokenFault {
    /// A word for logs and audit entries.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Type => "type",
            Self::Algorithm => "algorithm",
            Self::Issuer => "issuer",
            Self::KeyAddress => "key_address",
            Self::Key => "key",
            Self::Signature => "signature",
            Self::Audience => "audience",
            Self::Claim => "claim",
            Self::Expired => "expired",
            Self::NotYetValid => "not_yet_valid",
            Self::TooLong => "too_long",
            Self::Replayed => "replayed",
            Self::KeysUnavailable => "keys_unavailable",
        }
    }
}

impl fmt::Display for TokenFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the token is refused: {}", self.word())
    }
}

impl std::error::Error for TokenFault {}

/// What a token must be to be believed.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// Who must have issued it.
    pub issuer: &'a str,
    /// Of these audiences it must name one.
    pub audiences: &'a [String],
    /// How it may be signed.
    pub algorithms: &'a [Algorithm],
    /// How far clocks may differ.
    pub skew: SignedDuration,
    /// From `iat`, which it then must have, to `exp` at most; nothing for any length.
    pub lifetime_max: Option<SignedDuration>,
    /// Whether it must have a `jti`, by which it can be told from all others.
    pub identified: bool,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    typ: Option<String>,
    jku: Option<String>,
    crit: Option<Value>,
}

/// A token whose signature is not yet verified: what it says of itself can be used to find the key, and for nothing
/// else.
pub struct Unverified<'a> {
    header: Header,
    claims: Map<String, Value>,
    message: &'a str,
    signature: Vec<u8>,
}

/// What a verified token says.
#[derive(Debug, Clone, PartialEq)]
pub struct Claims {
    /// `iss`
    pub issuer: String,
    /// `sub`
    pub subject: Option<String>,
    /// `jti`
    pub id: Option<String>,
    /// `exp`
    pub expires: Timestamp,
    /// Everything that it says.
    pub all: Map<String, Value>,
}

impl<'a> Unverified<'a> {
    /// Reads a token.
    ///
    /// # Errors
    /// [`TokenFault::Malformed`].
    pub fn read(token: &'a str) -> Result<Self, TokenFault> {
        Self::parts(token).ok_or(TokenFault::Malformed)
    }

    fn parts(token: &'a str) -> Option<Self> {
        if token.len() > TOKEN_BYTES_MAX {
            return None;
        }
        let (message, signature) = token.rsplit_once('.')?;
        let (header, claims) = message.split_once('.')?;
        Some(Self {
            header: serde_json::from_slice(&decode(header)?).ok()?,
            claims: serde_json::from_slice(&decode(claims)?).ok()?,
            message,
            signature: decode(signature)?,
        })
    }

    /// Who it says issued it.
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        self.text("iss")
    }

    /// Where it says that its key is (`jku`). Only an address from a list may ever be read.
    #[must_use]
    pub fn key_address(&self) -> Option<&str> {
        self.header.jku.as_deref()
    }

    fn text(&self, claim: &str) -> Option<&str> {
        self.claims.get(claim).and_then(Value::as_str)
    }

    /// Whether these keys have the one that it names; if not, the issuer may have a new one.
    #[must_use]
    pub fn is_known_to(&self, keys: &KeySet) -> bool {
        Algorithm::from_name(&self.header.alg).is_none_or(|algorithm| keys.has(self.header.kid.as_deref(), algorithm))
    }

    /// Believes the token if it is all that is expected at this moment.
    ///
    /// # Errors
    /// The first thing that it is not.
    pub fn verify(self, keys: &KeySet, expected: &Expected<'_>, now: Timestamp) -> Result<Claims, TokenFault> {
        let known_type = self.header.typ.as_deref().is_none_or(|kind| {
            ["JWT", "at+jwt", "application/at+jwt"].iter().any(|known| kind.eq_ignore_ascii_case(known))
        });
        if !known_type || self.header.crit.is_some() {
            return Err(TokenFault::Type);
        }
        let algorithm = Algorithm::from_name(&self.header.alg).filter(|own| expected.algorithms.contains(own));
        let algorithm = algorithm.ok_or(TokenFault::Algorithm)?;
        if self.issuer() != Some(expected.issuer) {
            return Err(TokenFault::Issuer);
        }
        let key = self.header.kid.as_deref();
        if !keys.has(key, algorithm) {
            return Err(TokenFault::Key);
        }
        if !keys.verify(key, algorithm, self.message.as_bytes(), &self.signature) {
            return Err(TokenFault::Signature);
        }
        self.believe(expected, now)
    }

    /// The claims of a token that is the issuer's.
    fn believe(self, expected: &Expected<'_>, now: Timestamp) -> Result<Claims, TokenFault> {
        if !self.is_meant_for(expected.audiences) {
            return Err(TokenFault::Audience);
        }
        let expires = self.time("exp")?.ok_or(TokenFault::Claim)?;
        let (issued, begins) = (self.time("iat")?, self.time("nbf")?);
        if now >= after(expires, expected.skew) {
            return Err(TokenFault::Expired);
        }
        let latest = after(now, expected.skew);
        if [issued, begins].into_iter().flatten().any(|time| time > latest) {
            return Err(TokenFault::NotYetValid);
        }
        if let Some(lifetime) = expected.lifetime_max {
            let issued = issued.ok_or(TokenFault::Claim)?;
            if expires > after(issued, lifetime) {
                return Err(TokenFault::TooLong);
            }
        }
        let id = self.text("jti").filter(|id| !id.is_empty()).map(str::to_owned);
        if expected.identified && id.is_none() {
            return Err(TokenFault::Claim);
        }
        let subject = self.text("sub").map(str::to_owned);
        Ok(Claims { issuer: expected.issuer.to_owned(), subject, id, expires, all: self.claims })
    }

    fn is_meant_for(&self, audiences: &[String]) -> bool {
        let ours = |audience: &Value| audience.as_str().is_some_and(|name| audiences.iter().any(|own| own == name));
        match self.claims.get("aud") {
            Some(Value::Array(named)) => named.iter().any(ours),
            Some(named) => ours(named),
            None => false,
        }
    }

    /// A claim that is a time, in seconds since 1970.
    fn time(&self, claim: &str) -> Result<Option<Timestamp>, TokenFault> {
        let Some(value) = self.claims.get(claim) else { return Ok(None) };
        let seconds = value.as_f64().filter(|seconds| (0.0..1e11).contains(seconds)).ok_or(TokenFault::Claim)?;
        #[expect(clippy::cast_possible_truncation, reason = "a fraction of a second changes nothing")]
        Timestamp::from_second(seconds as i64).map(Some).map_err(|_| TokenFault::Claim)
    }
}

/// The time so much later; the end of time when there is none.
fn after(time: Timestamp, duration: SignedDuration) -> Timestamp {
    time.checked_add(duration).unwrap_or(Timestamp::MAX)
}
