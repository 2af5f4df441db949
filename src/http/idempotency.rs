//! Was this sent before? An `Idempotency-Key` names a request that its client may send again: what it makes gets an id
//! that follows from the key, so that every replica finds the first one in the database.

use poem::http::HeaderName;
use poem::{FromRequest, Request, RequestBody};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid, Variant, Version};

use super::problem::{Kind, Problem};
use crate::access::Visitor;

/// The header.
const NAME: HeaderName = HeaderName::from_static("idempotency-key");
/// Shorter keys could be guessed, or chosen twice; a UUID has 36 characters.
const KEY_CHARS_MIN: usize = 16;
/// More characters say no more.
const KEY_CHARS_MAX: usize = 128;

/// What a request was called by the one who sent it.
pub struct Once(Option<String>);

impl Once {
    /// The id of what the request makes: the same for the same key of the same client and purpose, and unlike every
    /// other. Nothing when the request has no key.
    #[must_use]
    pub fn id(&self, purpose: &str) -> Option<Uuid> {
        let key = self.0.as_ref()?;
        let digest = Sha256::digest(format!("{purpose}\n{key}"));
        let bytes = digest.first_chunk::<16>()?;
        Some(Builder::from_bytes(*bytes).with_version(Version::Custom).with_variant(Variant::RFC4122).into_uuid())
    }
}

impl<'a> FromRequest<'a> for Once {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        let mut sent = request.headers().get_all(NAME).iter();
        let Some(first) = sent.next() else { return Ok(Self(None)) };
        let key = first.to_str().ok().filter(|_| sent.next().is_none()).and_then(readable);
        let key = key.ok_or(Problem::from(Kind::InvalidIdempotencyKey))?;
        // Two clients may choose one key.
        let owner = request.data::<Visitor>().and_then(Visitor::name).unwrap_or_default();
        Ok(Self(Some(format!("{owner}\n{key}"))))
    }
}

/// A key, with or without the quotes of a structured header.
fn readable(text: &str) -> Option<&str> {
    let key = text.strip_prefix('"').map_or(Some(text), |rest| rest.strip_suffix('"'))?;
    let plain = |byte: u8| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\';
    ((KEY_CHARS_MIN..=KEY_CHARS_MAX).contains(&key.len()) && key.bytes().all(plain)).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_long_plain_and_perhaps_quoted() {
        let key = "8e03978e-40d5-43dd-bc93-6894a57f9324";
        assert_eq!(readable(key), Some(key));
        assert_eq!(readable(&format!("\"{key}\"")), Some(key));
        let long = "a".repeat(129);
        for other in ["", "1", "\"", "fifteen letters", "with spaces in it, and more", "\"open-quote-only-here", &long]
        {
            assert_eq!(readable(other), None, "{other}");
        }
    }

    #[test]
    fn one_key_makes_one_id_for_each_purpose() {
        let once = Once(Some("a\nkey".to_owned()));
        assert_eq!(once.id("x"), once.id("x"));
        assert_ne!(once.id("x"), once.id("y"));
        assert_ne!(once.id("x"), Once(Some("b\nkey".to_owned())).id("x"));
        assert_eq!(Once(None).id("x"), None);
        assert_eq!(once.id("x").unwrap().get_version_num(), 8);
    }
}
