//! Was this token used before? The first program over the database that is shown it keeps it, until it is over.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use super::ledger::{Entry, Outcome};
use super::{Store, StoreError};

/// How long a token is kept that is over, so that clocks may differ: far more than they may for a token to be sound.
const KEPT_LONGER: SignedDuration = SignedDuration::from_hours(1);

/// A token that may be used once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsedToken {
    /// Made of its issuer and its id: what they are is not kept.
    pub(super) id: Uuid,
    /// When it is over.
    pub(super) ends_at: Timestamp,
}

impl UsedToken {
    /// The token with this id (`jti`) of this issuer (`iss`), which is over then (`exp`).
    #[must_use]
    pub fn new(issuer: &str, id: &str, ends_at: Timestamp) -> Self {
        let mut hash = Sha256::new();
        // The length tells where the issuer ends.
        hash.update(issuer.len().to_be_bytes());
        hash.update(issuer);
        hash.update(id);
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(hash.finalize()).for_each(|(byte, digest)| *byte = digest);
        Self { id: Builder::from_custom_bytes(bytes).into_uuid(), ends_at }
    }
}

impl Store {
    /// Uses a token. Tells whether no program over this database has used it before. When this returns `Ok(true)`, none
    /// will again, even after a crash.
    ///
    /// # Errors
    /// It cannot be told: see [`StoreError`].
    pub async fn first_use(&self, token: UsedToken) -> Result<bool, StoreError> {
        self.write(Entry::Token(token)).await
    }
}

/// Tokens that ended before this are forgotten.
pub(super) fn forgotten(now: Timestamp) -> i64 {
    now.checked_sub(KEPT_LONGER).unwrap_or(Timestamp::MIN).as_microsecond()
}

/// Whether each was used for the first time, when these are those that were not known: of two that are the same, the first.
pub(super) fn told(tokens: &[&UsedToken], mut new: BTreeSet<Uuid>) -> Vec<Outcome> {
    tokens.iter().map(|token| Ok(new.remove(&token.id))).collect()
}
