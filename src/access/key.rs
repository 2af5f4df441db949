//! What is an API key? A name that may be shown and a secret of 256 bits that is shown once: `nordvis_0123456789abcdef.…`

use std::fmt;

use ring::rand::{SecureRandom, SystemRandom};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::base64url;

/// By this a key can be told from other secrets, also by programs that look for secrets where none belong.
const MARK: &str = "nordvis_";
const ID_BYTES: usize = 8;
const SECRET_BYTES: usize = 32;
/// A text that is longer is no key, and not worth a digest.
const KEY_CHARS: usize = MARK.len() + 2 * ID_BYTES + 1 + 43;

/// A key as it is given to a client. It is printed nowhere but by [`ApiKey::reveal`].
pub struct ApiKey(String);

/// The operating system gives no random numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoRandomness;

impl fmt::Display for NoRandomness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the operating system gives no random numbers")
    }
}

impl std::error::Error for NoRandomness {}

impl ApiKey {
    /// A new key.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn generate() -> Result<Self, NoRandomness> {
        let mut random = [0; ID_BYTES + SECRET_BYTES];
        SystemRandom::new().fill(&mut random).map_err(|_| NoRandomness)?;
        let (id, secret) = random.split_at(ID_BYTES);
        let id: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self(format!("{MARK}{id}.{}", base64url::encode(secret))))
    }

    /// Whether a credential is written as a key is; it may still be nobody's.
    #[must_use]
    pub fn is_meant(credential: &str) -> bool {
        credential.starts_with(MARK)
    }

    /// A key as it was sent; nothing when it cannot be one.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (id, secret) = text.strip_prefix(MARK)?.split_once('.')?;
        let id_fits = id.len() == 2 * ID_BYTES && id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let fits = text.len() == KEY_CHARS && id_fits && base64url::decode(secret)?.len() == SECRET_BYTES;
        fits.then(|| Self(text.to_owned()))
    }

    /// The part that may be shown, by which the key is found.
    #[must_use]
    pub fn id(&self) -> &str {
        self.0.split('.').next().unwrap_or_default()
    }

    /// What is kept of it.
    #[must_use]
    pub fn digest(&self) -> KeyDigest {
        #[cfg(test)]
        WORK.set((WORK.get().0 + 1, WORK.get().1));
        KeyDigest(Sha256::digest(self.0.as_bytes()).into())
    }

    /// The whole key, for the one line in which it is shown.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ApiKey({})", self.id())
    }
}

/// What is kept of a key: its SHA-256. The secret is random and as long as the digest, so that nothing slower would
/// make it harder to find.
#[derive(Clone, Copy)]
pub struct KeyDigest([u8; 32]);

impl KeyDigest {
    /// The digest of no key.
    pub(super) const NONE: Self = Self([0; 32]);

    /// A digest as it was kept.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The digest, to keep.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Whether they are the same, in a time that does not tell where they differ.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        #[cfg(test)]
        WORK.set((WORK.get().0, WORK.get().1 + 1));
        self.0.ct_eq(&other.0).into()
    }
}

impl fmt::Debug for KeyDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyDigest")
    }
}

#[cfg(test)]
thread_local! {
    /// How many digests were made and compared.
    static WORK: std::cell::Cell<(usize, usize)> = const { std::cell::Cell::new((0, 0)) };
}

/// How many digests were made and compared on this thread so far: what refusing costs.
#[cfg(test)]
pub(super) fn work() -> (usize, usize) {
    WORK.get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_written_and_prints_no_secret() {
        let key = ApiKey::generate().unwrap();
        let again = ApiKey::read(key.reveal()).unwrap();
        assert!(key.digest().is(&again.digest()));
        assert_eq!(key.id().len(), 24);
        let secret = key.reveal().split('.').nth(1).unwrap();
        assert_eq!(secret.len(), 43, "256 bits");
        assert!(!format!("{key:?} {:?}", key.digest()).contains(secret));
        assert_ne!(key.reveal(), ApiKey::generate().unwrap().reveal());
    }

    #[test]
    fn what_is_no_key_is_not_read() {
        let key = ApiKey::generate().unwrap();
        let text = key.reveal();
        let shorter = text.strip_suffix(|_| true).unwrap();
        let others = [
            String::new(),
            "nordvis_".into(),
            shorter.into(),
            format!("{text}A"),
            text.to_uppercase(),
            text.replace('.', "_"),
        ];
        for other in others {
            assert!(ApiKey::read(&other).is_none(), "{other}");
        }
    }
}
