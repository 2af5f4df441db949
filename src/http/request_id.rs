//! Which request is meant? An id for the log, the response and the one who asks what went wrong.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use uuid::{Builder, Uuid};

/// What tells this process from every other.
static PROCESS: LazyLock<Uuid> = LazyLock::new(Uuid::now_v7);
static REQUESTS: AtomicU64 = AtomicU64::new(0);

/// The id of a new request: a UUID of version 7, of the time, the process and the number of the request in it. It has
/// to be unlike every other, not unguessable as an answer's is, so that it need not cost a random number.
#[must_use]
pub fn next() -> Uuid {
    let number = REQUESTS.fetch_add(1, Ordering::Relaxed);
    let millis = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    let mut rest = [0; 10];
    let process = PROCESS.as_bytes().iter().rev();
    rest.iter_mut().zip(process).for_each(|(byte, own)| *byte = *own);
    rest.iter_mut().rev().zip(number.to_le_bytes()).take(5).for_each(|(byte, counted)| *byte = counted);
    Builder::from_unix_timestamp_millis(u64::try_from(millis).unwrap_or_default(), &rest).into_uuid()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::next;

    #[test]
    fn no_two_requests_have_one_id() {
        let ids: BTreeSet<_> = (0..100_000).map(|_| next()).collect();
        assert_eq!(ids.len(), 100_000);
        assert!(ids.iter().all(|id| id.get_version_num() == 7));
    }
}
