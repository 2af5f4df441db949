//! Whose key is this? All keys that hold, in memory: a wrong key and an unknown one cost the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::client::Client;
use super::key::{ApiKey, KeyDigest};

/// A key that a client was given, as it is kept.
#[derive(Debug, Clone)]
pub struct KeyRecord {
    /// The part of the key that may be shown.
    pub id: String,
    /// The name of the client that it was given to.
    pub client: String,
    /// What is kept of the secret.
    pub digest: KeyDigest,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ceases to hold; nothing while no end is set.
    pub ends_at: Option<Timestamp>,
}

impl KeyRecord {
    /// Whether it holds at this moment.
    #[must_use]
    pub fn holds(&self, now: Timestamp) -> bool {
        self.ends_at.is_none_or(|end| now < end)
    }
}

/// A client that keys are given to, as it is kept.
#[derive(Debug, Clone)]
pub struct ClientRecord {
    /// The client.
    pub client: Client,
    /// When it was made.
    pub created_at: Timestamp,
    /// Its keys, the oldest first.
    pub keys: Vec<KeyRecord>,
}

/// The keys that hold.
#[derive(Debug, Clone, Default)]
pub struct Keyring {
    keys: BTreeMap<String, (KeyRecord, Arc<Client>)>,
}

impl Keyring {
    /// The keys of these clients.
    #[must_use]
    pub fn new(clients: impl IntoIterator<Item = ClientRecord>) -> Self {
        let keys = clients.into_iter().flat_map(|record| {
            let client = Arc::new(record.client);
            record.keys.into_iter().map(move |key| (key.id.clone(), (key, Arc::clone(&client))))
        });
        Self { keys: keys.collect() }
    }

    /// The client that was given this key, if it still holds. The digest is made and compared also for a key that
    /// nobody has, so that the time tells nothing.
    #[must_use]
    pub fn find(&self, key: &ApiKey, now: Timestamp) -> Option<Arc<Client>> {
        let held = self.keys.get(key.id());
        let kept = held.map_or(&KeyDigest::NONE, |(record, _)| &record.digest);
        let same = kept.is(&key.digest());
        held.filter(|(record, _)| same && record.holds(now)).map(|(_, client)| Arc::clone(client))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::key::work;

    #[test]
    fn a_key_opens_until_it_ends_and_another_secret_never() {
        let now = Timestamp::from_second(1_000).unwrap();
        let (key, other) = (ApiKey::generate().unwrap(), ApiKey::generate().unwrap());
        let record = |ends_at| KeyRecord {
            id: key.id().to_owned(),
            client: "portal".to_owned(),
            digest: key.digest(),
            created_at: Timestamp::UNIX_EPOCH,
            ends_at,
        };
        let ring = |ends_at| {
            let client =
                Client { id: "portal".to_owned(), scopes: [].into(), region: None, language: None, per_minute: None };
            Keyring::new([ClientRecord { client, created_at: Timestamp::UNIX_EPOCH, keys: vec![record(ends_at)] }])
        };
        assert_eq!(ring(None).find(&key, now).unwrap().id, "portal");
        assert!(ring(Timestamp::from_second(1_001).ok()).find(&key, now).is_some());
        assert!(ring(Timestamp::from_second(1_000).ok()).find(&key, now).is_none());
        assert!(ring(None).find(&other, now).is_none());
        let secret = other.reveal().split('.').nth(1).unwrap();
        let forged = ApiKey::read(&format!("{}.{secret}", key.id())).unwrap();
        assert!(ring(None).find(&forged, now).is_none());
        // Whatever is shown, and whoever has it: one digest is made of it and compared with one.
        let ended = Timestamp::from_second(1_000).ok();
        for (ring, shown) in [(ring(None), &key), (ring(None), &other), (ring(None), &forged), (ring(ended), &key)] {
            let before = work();
            let _ = ring.find(shown, now);
            assert_eq!(work(), (before.0 + 1, before.1 + 1));
        }
    }
}
