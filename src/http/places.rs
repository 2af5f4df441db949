//! Is there room for one more? A few requests are answered at once, as many wait for a moment, and the rest are told at
//! once to come back: what is accepted stays quick however much is asked.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::limits::Limits;
use super::problem::Kind;

/// The places of a server. Clones share them.
#[derive(Debug, Clone)]
pub struct Places {
    answering: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    within: Duration,
}

/// A place; given back when it is dropped.
type Place = OwnedSemaphorePermit;

impl Places {
    /// As many as the limits say.
    #[must_use]
    pub fn new(limits: &Limits) -> Self {
        let places = |number: usize| Arc::new(Semaphore::new(number));
        let within = limits.waiting_within;
        Self { answering: places(limits.answering_max), waiting: places(limits.waiting_max), within }
    }

    /// A place, now or after a short wait; nothing when there is none.
    async fn take(&self) -> Option<Place> {
        if let Ok(place) = Arc::clone(&self.answering).try_acquire_owned() {
            return Some(place);
        }
        let _waiting = self.waiting.try_acquire().ok()?;
        timeout(self.within, Arc::clone(&self.answering).acquire_owned()).await.ok()?.ok()
    }
}

/// Where one request sits while it is answered. Clones are the same seat; its place is given back with the last of them.
#[derive(Debug, Clone)]
pub struct Seat {
    places: Places,
    taken: Arc<OnceLock<Place>>,
}

impl Seat {
    /// For a request that has no place yet.
    #[must_use]
    pub fn new(places: &Places) -> Self {
        Self { places: places.clone(), taken: Arc::default() }
    }

    /// Takes a place, once all of the request is there: who sends slowly holds up nobody.
    ///
    /// # Errors
    /// There is none.
    pub async fn take(&self) -> Result<(), Kind> {
        let place = self.places.take().await.ok_or(Kind::Overloaded)?;
        // A request that sits already gives the second place back.
        drop(self.taken.set(place));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Limits, Places};

    #[tokio::test]
    async fn some_are_answered_some_wait_and_the_rest_are_sent_away() {
        let places = Places::new(&Limits { answering_max: 1, waiting_max: 1, ..Limits::default() });
        let first = places.take().await.unwrap();
        let waiting = tokio::spawn({
            let places = places.clone();
            async move { places.take().await.is_some() }
        });
        tokio::task::yield_now().await;
        assert!(places.take().await.is_none(), "neither a place nor room to wait");
        drop(first);
        assert!(waiting.await.unwrap(), "the one who waited comes next");
        let held = places.take().await.unwrap();
        assert!(places.take().await.is_none(), "nobody waits for ever");
        drop(held);
        assert!(places.take().await.is_some());
    }
}
