//! Was this token used before? Ids of tokens that may be used once, until they are over.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

/// How many tokens are remembered: beyond it, new ones are refused rather than old ones forgotten.
const REMEMBERED_MAX: usize = 100_000;

/// The tokens that were used and are not over.
#[derive(Default)]
pub struct Replays {
    used: Mutex<BTreeMap<(String, String), Timestamp>>,
}

impl Replays {
    /// Whether this token of this issuer is used for the first time. It is remembered until `expires`, to which the
    /// caller adds what it allows clocks to differ.
    #[must_use]
    pub fn first(&self, issuer: &str, id: &str, expires: Timestamp, now: Timestamp) -> bool {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if used.len() >= REMEMBERED_MAX {
            used.retain(|_, expires| *expires > now);
        }
        let key = (issuer.to_owned(), id.to_owned());
        if used.get(&key).is_some_and(|expires| *expires > now) || used.len() >= REMEMBERED_MAX {
            return false;
        }
        used.insert(key, expires);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_used_once_until_it_is_over() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let replays = Replays::default();
        assert!(replays.first("a", "1", at(100), at(0)));
        assert!(!replays.first("a", "1", at(100), at(99)));
        assert!(replays.first("b", "1", at(100), at(0)), "another issuer has ids of its own");
        assert!(replays.first("a", "1", at(300), at(200)), "over, so that it is refused for that");
    }
}
