//! How often may somebody ask? So many times in each minute, counted where all replicas can see it, and taken from there
//! in portions, so that most requests ask nobody.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Seconds of a window; limits are told for a minute.
pub const WINDOW_SECONDS: i64 = 60;

/// Into how many portions a limit is divided where it is shared.
const PORTIONS: u32 = 20;

/// How many names are remembered within a window; a new one beyond that is not limited by itself.
const NAMES_MAX: usize = 100_000;

/// Where a limit is counted.
pub trait Bank: Send + Sync {
    /// Takes up to `wanted` from what is left of `limit` in this window, and tells how many were had.
    fn take(&self, name: &str, window: i64, wanted: u32, limit: u32) -> impl Future<Output = u32> + Send;
}

/// How a limit stands after a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Requests in a window.
    pub limit: u32,
    /// How many of them are known to be left.
    pub left: u32,
    /// Seconds until the next window.
    pub renewed_in: i64,
    /// Whether this request was within the limit.
    pub within: bool,
}

/// What is left of the portions that were taken in this window.
#[derive(Default)]
struct Window {
    number: i64,
    /// For each name what is left of its portion, and whether more can be had.
    left: BTreeMap<String, (u32, bool)>,
}

/// Counts requests.
pub struct Quotas<B> {
    bank: B,
    window: Mutex<Window>,
}

impl<B: Bank> Quotas<B> {
    /// Counts by this bank.
    pub fn new(bank: B) -> Self {
        Self { bank, window: Mutex::new(Window::default()) }
    }

    /// Counts a request of this name at this second, of which there may be `limit` in a window.
    pub async fn count(&self, name: &str, limit: u32, second: i64) -> Standing {
        let window = second.div_euclid(WINDOW_SECONDS);
        let renewed_in = WINDOW_SECONDS - second.rem_euclid(WINDOW_SECONDS);
        let standing = |left, within| Standing { limit, left, renewed_in, within };
        match self.spend(name, window) {
            Some((left, true)) => return standing(left, true),
            Some((left, false)) => return standing(left, false),
            None => {}
        }
        let portion = (limit / PORTIONS).max(1);
        let had = self.bank.take(name, window, portion, limit).await;
        let left = self.keep(name, window, had, had == portion);
        standing(left, had > 0)
    }

    /// Takes one from what is left, and tells how many are left then; with `false`, that there are none and will be
    /// none in this window. Nothing when the bank has to be asked.
    fn spend(&self, name: &str, number: i64) -> Option<(u32, bool)> {
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        if window.number != number {
            *window = Window { number, left: BTreeMap::new() };
        }
        match window.left.get_mut(name)? {
            (0, true) => None,
            (0, false) => Some((0, false)),
            (left, _) => {
                *left -= 1;
                Some((*left, true))
            }
        }
    }

    /// Keeps what was had, but for the one that is spent at once; tells how many are left.
    fn keep(&self, name: &str, number: i64, had: u32, more: bool) -> u32 {
        let mut window = self.window.lock().unwrap_or_else(PoisonError::into_inner);
        let rest = had.saturating_sub(1);
        if window.number != number || (window.left.len() >= NAMES_MAX && !window.left.contains_key(name)) {
            return rest;
        }
        let kept = window.left.entry(name.to_owned()).or_insert((0, true));
        *kept = (kept.0 + rest, more);
        kept.0
    }
}

/// Counts in this process alone.
#[derive(Default)]
pub struct OwnBank {
    taken: Mutex<(i64, BTreeMap<String, u32>)>,
}

impl Bank for OwnBank {
    async fn take(&self, name: &str, window: i64, wanted: u32, limit: u32) -> u32 {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if taken.0 != window {
            *taken = (window, BTreeMap::new());
        }
        let so_far = taken.1.entry(name.to_owned()).or_default();
        let had = wanted.min(limit.saturating_sub(*so_far));
        *so_far += had;
        had
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_limit_is_kept_and_renewed_with_the_minute() {
        let quotas = Quotas::new(OwnBank::default());
        let mut within = 0;
        for _ in 0..250 {
            within += u32::from(quotas.count("a", 100, 6_000).await.within);
        }
        assert_eq!(within, 100);
        assert_eq!(quotas.count("a", 100, 6_059).await, Standing { limit: 100, left: 0, renewed_in: 1, within: false });
        assert!(quotas.count("b", 100, 6_059).await.within, "another name has a limit of its own");
        let renewed = quotas.count("a", 100, 6_060).await;
        assert!(renewed.within && renewed.left > 0 && renewed.renewed_in == 60);
    }

    #[tokio::test]
    async fn replicas_share_one_limit() {
        struct Shared(std::sync::Arc<OwnBank>);
        impl Bank for Shared {
            async fn take(&self, name: &str, window: i64, wanted: u32, limit: u32) -> u32 {
                self.0.take(name, window, wanted, limit).await
            }
        }
        let bank = std::sync::Arc::new(OwnBank::default());
        let replicas = [(); 3].map(|()| Quotas::new(Shared(std::sync::Arc::clone(&bank))));
        let mut within = 0;
        for number in 0..900 {
            within += u32::from(replicas[number % 3].count("a", 200, 0).await.within);
        }
        assert_eq!(within, 200);
    }
}
