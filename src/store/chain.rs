//! How is the audit log sealed? Each row's hash is over its content and the hash of the row before it in its chain, so
//! that nothing in between can be changed, removed, added or moved without that showing.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::audit::Event;
use super::backup::{bytes, hex};

/// Says what is hashed, and in which order; another order gets another name.
const DOMAIN: &[u8] = b"nordvis audit 1\n";

/// The seal of a row.
pub(super) type Hash = [u8; 32];

/// The end of a chain: what the next row follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) chain: i64,
    /// The last row's number; 0 before the first.
    pub(super) number: i64,
    /// The last row's time, in microseconds since 1970.
    pub(super) at: i64,
    pub(super) hash: Hash,
}

/// A row of the audit log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) chain: i64,
    pub(super) number: i64,
    pub(super) at: i64,
    pub(super) client: String,
    pub(super) action: String,
    pub(super) status: i64,
    pub(super) subject: String,
    pub(super) hash: Hash,
}

impl Head {
    /// Before the first row of a chain.
    pub(super) const fn of_empty(chain: i64) -> Self {
        Self { chain, number: 0, at: 0, hash: [0; 32] }
    }

    /// The rows that tell of these events, after this one; moves on to the last of them. Time never runs backwards in a
    /// chain, whatever the clock does.
    pub(super) fn extend(&mut self, events: Vec<Event>, now: Timestamp) -> Vec<Link> {
        self.at = self.at.max(now.as_microsecond());
        let link = |Event { client, action, status, subject }: Event| {
            self.number += 1;
            let mut link = Link {
                chain: self.chain,
                number: self.number,
                at: self.at,
                client: client.id().to_owned(),
                action: action.name().to_owned(),
                status: i64::from(status),
                subject,
                hash: self.hash,
            };
            link.hash = link.seal(&self.hash);
            self.hash = link.hash;
            link
        };
        events.into_iter().map(link).collect()
    }
}

impl Link {
    /// What its hash has to be when it follows this one. Every field is as long as it says or as it always is.
    pub(super) fn seal(&self, previous: &Hash) -> Hash {
        let mut hash = Sha256::new();
        hash.update(DOMAIN);
        hash.update(previous);
        for number in [self.chain, self.number, self.at, self.status] {
            hash.update(number.to_be_bytes());
        }
        for text in [&self.client, &self.action, &self.subject] {
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text.as_bytes());
        }
        hash.finalize().into()
    }

    /// The end of the chain when this row is the last.
    pub(super) const fn head(&self) -> Head {
        Head { chain: self.chain, number: self.number, at: self.at, hash: self.hash }
    }
}

/// A row that is known to have been there: a chain that does not have it any more has been tampered with. Written
/// `CHAIN:NUMBER:HASH`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Checkpoint {
    /// The chain.
    pub chain: i64,
    /// The row's number in it.
    pub number: i64,
    /// The row's hash.
    pub hash: [u8; 32],
}

impl From<Head> for Checkpoint {
    fn from(Head { chain, number, hash, .. }: Head) -> Self {
        Self { chain, number, hash }
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.chain, self.number, hex(&self.hash))
    }
}

impl FromStr for Checkpoint {
    type Err = UnknownCheckpoint;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.trim().splitn(3, ':');
        let mut part = || parts.next().ok_or(UnknownCheckpoint);
        let chain = part()?.parse().map_err(|_| UnknownCheckpoint)?;
        let number = part()?.parse().map_err(|_| UnknownCheckpoint)?;
        Ok(Self { chain, number, hash: hash_of(part()?).ok_or(UnknownCheckpoint)? })
    }
}

/// A hash as it is written.
pub(super) fn hash_of(hex: &str) -> Option<Hash> {
    bytes(hex)?.try_into().ok()
}

/// A text that is no checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownCheckpoint;

impl fmt::Display for UnknownCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a checkpoint: expected CHAIN:NUMBER:HASH")
    }
}

impl std::error::Error for UnknownCheckpoint {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Action, Client};

    fn event(subject: &str) -> Event {
        Event::done(Client::default(), Action::Answered, subject)
    }

    #[test]
    fn time_never_runs_backwards() {
        let mut head = Head::of_empty(1);
        let (noon, morning) = ("2026-11-21T12:00:00Z".parse().unwrap(), "2026-11-21T08:00:00Z".parse().unwrap());
        let first = head.extend(vec![event("a")], noon);
        let second = head.extend(vec![event("b")], morning);
        assert_eq!((first[0].number, second[0].number), (1, 2));
        assert_eq!(first[0].at, second[0].at);
    }

    #[test]
    fn fields_cannot_run_into_each_other() {
        let link = |client: &str, subject: &str| Link {
            client: client.into(),
            subject: subject.into(),
            ..Head::of_empty(1).extend(vec![event("")], Timestamp::UNIX_EPOCH).remove(0)
        };
        assert_ne!(link("ab", "c").seal(&[0; 32]), link("a", "bc").seal(&[0; 32]));
    }

    #[test]
    fn checkpoints_are_printed_and_read_back() {
        let mut head = Head::of_empty(3);
        head.extend(vec![event("a")], Timestamp::UNIX_EPOCH);
        let checkpoint = Checkpoint::from(head);
        assert_eq!(checkpoint.to_string().parse(), Ok(checkpoint));
        for text in ["", "1", "1:2", "1:2:00", "a:2:00", &format!("{checkpoint}0"), "1:2:åå"] {
            assert_eq!(text.parse::<Checkpoint>(), Err(UnknownCheckpoint), "{text}");
        }
    }
}
