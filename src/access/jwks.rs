//! Where are an issuer's keys, and are those that we have still good? Read from a file or an address, kept for
//! minutes, read anew when a token names a new one, and used for a day when the address cannot be reached.

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use tokio::sync::Mutex;
use tokio::task::spawn_blocking;

use super::fetch::fetch;
use super::jwk::KeySet;

/// Where keys are.
#[derive(Clone, PartialEq, Eq)]
pub enum KeyPlace {
    /// A file with a JWK Set.
    File(PathBuf),
    /// An address that gives one, by HTTPS; on this machine by HTTP as well.
    Address(String),
}

impl fmt::Debug for KeyPlace {
    /// Without the query of an address, which may hold a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Address(address) => f.write_str(address.split('?').next().unwrap_or_default()),
        }
    }
}

/// An address that keys may not be fetched from: neither HTTPS nor on this machine, or with a password in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoKeyPlace;

impl fmt::Display for NoKeyPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("keys are read from a file or from an https address without a password")
    }
}

impl std::error::Error for NoKeyPlace {}

impl FromStr for KeyPlace {
    type Err = NoKeyPlace;

    fn from_str(text: &str) -> Result<Self, NoKeyPlace> {
        match text.split_once("://") {
            None if text.is_empty() => Err(NoKeyPlace),
            None => Ok(Self::File(PathBuf::from(text))),
            Some((_, rest)) if authority(rest).contains('@') => Err(NoKeyPlace),
            Some(("https", _)) => Ok(Self::Address(text.to_owned())),
            Some(("http", rest)) if on_this_machine(rest) => Ok(Self::Address(text.to_owned())),
            Some(_) => Err(NoKeyPlace),
        }
    }
}

/// What an address names after its scheme, up to its path.
fn authority(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Whether the authority of an address, with whatever follows it, is a loopback address.
pub(super) fn on_this_machine(rest: &str) -> bool {
    let authority = authority(rest);
    let host = match authority.strip_prefix('[') {
        Some(bracketed) => bracketed.split(']').next(),
        None => authority.split(':').next(),
    };
    host.unwrap_or_default().parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// How long keys are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyAge {
    /// So long without asking again.
    pub fresh: Duration,
    /// So long when they cannot be had anew.
    pub usable: Duration,
    /// So long between two attempts to have them.
    pub pause: Duration,
}

impl Default for KeyAge {
    fn default() -> Self {
        let minutes = |minutes: u64| Duration::from_secs(60 * minutes);
        Self { fresh: minutes(5), usable: minutes(24 * 60), pause: minutes(1) }
    }
}

/// Keys as they were read.
#[derive(Clone)]
struct Held {
    keys: Arc<KeySet>,
    since: Instant,
}

/// The keys of one issuer, wherever they are.
pub struct KeySource {
    place: KeyPlace,
    age: KeyAge,
    held: RwLock<Option<Held>>,
    /// When they were last asked for; whoever has the lock asks.
    asked: Mutex<Option<Instant>>,
}

impl KeySource {
    /// Keys that are read when the first token comes.
    #[must_use]
    pub fn new(place: KeyPlace, age: KeyAge) -> Self {
        Self { place, age, held: RwLock::new(None), asked: Mutex::new(None) }
    }

    /// The keys; nothing when they cannot be had.
    pub async fn keys(&self) -> Option<Arc<KeySet>> {
        self.younger_than(self.age.fresh).await
    }

    /// The keys, asked for again if that was not done just now: a token names one that is not among them.
    pub async fn newer_keys(&self) -> Option<Arc<KeySet>> {
        self.younger_than(Duration::ZERO).await
    }

    async fn younger_than(&self, age: Duration) -> Option<Arc<KeySet>> {
        let held = self.held();
        if let Some(held) = &held
            && held.since.elapsed() < age
        {
            return Some(Arc::clone(&held.keys));
        }
        // One asks. The others go on with what there is, and wait only when there is nothing.
        let asked = match held {
            Some(_) => self.asked.try_lock().ok(),
            None => Some(self.asked.lock().await),
        };
        if let Some(mut asked) = asked
            && asked.is_none_or(|last| last.elapsed() >= self.age.pause)
        {
            *asked = Some(Instant::now());
            self.ask().await;
        }
        self.held().filter(|held| held.since.elapsed() < self.age.usable).map(|held| held.keys)
    }

    async fn ask(&self) {
        let (place, since) = (self.place.clone(), Instant::now());
        let read = spawn_blocking(move || read(&place)).await;
        match read.ok().flatten().and_then(|text| KeySet::read(&text)) {
            Some(keys) => {
                let held = Held { keys: Arc::new(keys), since };
                *self.held.write().unwrap_or_else(PoisonError::into_inner) = Some(held);
            }
            None => tracing::warn!(place = ?self.place, "the keys of an issuer of tokens cannot be read"),
        }
    }

    fn held(&self) -> Option<Held> {
        self.held.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn read(place: &KeyPlace) -> Option<Vec<u8>> {
    match place {
        KeyPlace::File(path) => std::fs::read(path).ok(),
        KeyPlace::Address(address) => fetch(address),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_from_files_and_by_https_and_from_nowhere_else() {
        for text in ["https://idp.example.se/keys", "http://127.0.0.1:9/keys", "http://[::1]:9/keys"] {
            assert_eq!(text.parse(), Ok(KeyPlace::Address(text.to_owned())));
        }
        assert_eq!("/etc/nordvis/keys.json".parse(), Ok(KeyPlace::File("/etc/nordvis/keys.json".into())));
        let others = [
            "",
            "http://idp.example.se/",
            "http://127.0.0.1.example.se/",
            "https://user:secret@idp.example.se/",
            "ftp://a/b",
        ];
        for other in others {
            assert_eq!(other.parse::<KeyPlace>(), Err(NoKeyPlace), "{other}");
        }
        let place: KeyPlace = "https://idp.example.se/keys?token=secret".parse().unwrap();
        assert_eq!(format!("{place:?}"), "https://idp.example.se/keys");
    }

    #[tokio::test]
    async fn keys_are_read_anew_when_asked_and_kept_when_they_cannot_be() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("keys.json");
        let age = KeyAge { fresh: Duration::from_secs(60), usable: Duration::from_secs(60), pause: Duration::ZERO };
        let source = KeySource::new(KeyPlace::File(file.clone()), age);
        assert!(source.keys().await.is_none(), "there is no file yet");
        let set = |id: &str| format!(r#"{{"keys":[{{"kty":"RSA","kid":"{id}","n":"AQAB","e":"AQAB"}}]}}"#);
        let has = |keys: Option<Arc<KeySet>>, id: &str| keys.unwrap().has(Some(id), crate::access::Algorithm::Rs256);
        std::fs::write(&file, set("old")).unwrap();
        assert!(has(source.keys().await, "old"));
        std::fs::write(&file, set("new")).unwrap();
        assert!(has(source.keys().await, "old"), "still fresh");
        assert!(has(source.newer_keys().await, "new"));
        std::fs::remove_file(&file).unwrap();
        assert!(has(source.newer_keys().await, "new"), "better than none");
    }

    #[tokio::test]
    async fn keys_grow_too_old_and_are_not_asked_for_at_every_token() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("keys.json");
        std::fs::write(&file, r#"{"keys":[]}"#).unwrap();
        let age = KeyAge { fresh: Duration::ZERO, usable: Duration::from_secs(60), pause: Duration::from_secs(60) };
        let source = KeySource::new(KeyPlace::File(file.clone()), age);
        let first = source.keys().await.unwrap();
        assert!(Arc::ptr_eq(&first, &source.newer_keys().await.unwrap()), "asked for just now");
        let source = KeySource::new(KeyPlace::File(file), KeyAge { usable: Duration::ZERO, ..age });
        assert!(source.keys().await.is_none());
    }
}
