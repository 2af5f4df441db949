//! How much is taken from a client, and for how long. Every limit has its reason here.

use std::num::NonZero;
use std::thread::available_parallelism;
use std::time::Duration;

/// The limits of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Open connections; the next client waits in the backlog. Bounds memory.
    pub connections_max: usize,
    /// From the first moment of a connection, or from the last response on it, to the end of the next request's
    /// headers. Ends connections on which nothing comes, or comes too slowly.
    pub headers_within: Duration,
    /// From the end of the headers to the end of the body.
    pub body_within: Duration,
    /// Bytes of a body: the longest question is 16 KB, the whole vocabulary with values 4 KB.
    pub body_bytes_max: usize,
    /// Bytes of a call that carries a patient's record: some hundred resources.
    pub record_bytes_max: usize,
    /// Bytes of a URL: the longest query that is taken, percent-encoded, fits.
    pub url_bytes_max: usize,
    /// Bytes of a request's headers.
    pub headers_bytes_max: usize,
    /// How many headers a request has.
    pub headers_max: usize,
    /// Requests that are answered at once: so many that a flush to the disk is shared by a whole batch of answers, and
    /// so few that the last of them is answered within a quarter of a second.
    pub answering_max: usize,
    /// Requests that may wait for their turn; the next one is told to come back.
    pub waiting_max: usize,
    /// How long they wait.
    pub waiting_within: Duration,
    /// How long a request may take in all: longer than its body and the database may, so that nothing hangs for ever.
    pub request_within: Duration,
    /// How long a client may take to receive a response, from the first moment that it takes no more of it at once.
    pub received_within: Duration,
    /// How long requests that are being answered may take when the server stops.
    pub drain_within: Duration,
}

/// A core gives some two thousand answers a second and more: these are decided in a thirtieth of one.
const ANSWERING_PER_CORE: usize = 64;

impl Default for Limits {
    fn default() -> Self {
        let cores = available_parallelism().map_or(1, NonZero::get);
        Self {
            connections_max: 1024,
            headers_within: Duration::from_secs(10),
            body_within: Duration::from_secs(10),
            body_bytes_max: 64 * 1024,
            record_bytes_max: 2 * 1024 * 1024,
            url_bytes_max: 4096,
            headers_bytes_max: 16 * 1024,
            headers_max: 64,
            answering_max: ANSWERING_PER_CORE * cores,
            waiting_max: ANSWERING_PER_CORE * cores,
            waiting_within: Duration::from_millis(100),
            request_within: Duration::from_secs(20),
            received_within: Duration::from_secs(30),
            drain_within: Duration::from_secs(10),
        }
    }
}

pub use crate::config::QUESTION_CHARS_MAX;

/// Unicode code points of a comment on an answer.
pub const COMMENT_CHARS_MAX: usize = 2000;
/// Unicode code points of a search query: more is no query but a text.
pub const QUERY_CHARS_MAX: usize = 200;
/// Characters of a clinical code.
pub const CODE_CHARS_MAX: usize = 20;
/// Characters of a code system's name.
pub const CODE_SYSTEM_CHARS_MAX: usize = 40;
/// Passages on a page, by the contract.
pub const PAGE_LIMIT_MAX: u64 = 100;
/// Passages on a page when nothing else is asked for, by the contract.
pub const PAGE_LIMIT: u64 = 20;
/// The last page that can be asked for: beyond it there are no passages in any corpus.
pub const PAGE_MAX: u64 = 10_000;
/// Completions of what is being written.
pub const SUGGESTIONS_MAX: usize = 8;
