//! Is the audit log as it was written? Every row is sealed anew and compared, chain by chain.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::audit::Action;
use super::chain::{Checkpoint, Hash, Head, Link};

/// What a look at the whole audit log found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verification {
    /// How many rows there are.
    pub rows: u64,
    /// The last row of each chain: kept elsewhere, it shows later that nothing was cut off.
    pub heads: Vec<Checkpoint>,
    /// What is not as it was written; none when the log is whole.
    pub faults: Vec<AuditFault>,
}

/// Where the log is not as it was written, and how that shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AuditFault {
    /// The chain.
    pub chain: i64,
    /// The number of the row: the first one, where there are several.
    pub number: i64,
    /// How it shows.
    pub kind: AuditFaultKind,
}

/// How it shows that the log is not as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AuditFaultKind {
    /// Rows are missing: from this one to, and without, the next that is there.
    Missing,
    /// The row does not have the seal of what it says, where it stands: it was changed, moved or added.
    Changed,
    /// The row is earlier than the one before it.
    Earlier,
    /// The row was purged, and is here all the same: it was added.
    Added,
    /// The rows up to this one were removed, and no purge tells of it.
    PurgeUntold,
    /// The row was known to be there with another seal, or is gone with all that followed it.
    CutOff,
}

impl AuditFaultKind {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Changed => "changed",
            Self::Earlier => "earlier",
            Self::Added => "added",
            Self::PurgeUntold => "purge-untold",
            Self::CutOff => "cut-off",
        }
    }
}

impl fmt::Display for AuditFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{} {}", self.chain, self.number, self.kind.name())
    }
}

/// Takes all rows in the order of their chains and numbers.
pub(super) struct Verifier<'a> {
    purged: BTreeMap<i64, Head>,
    checkpoints: &'a [Checkpoint],
    /// What the rows say was purged.
    told: BTreeSet<String>,
    /// The checkpoints that were met.
    met: BTreeSet<Checkpoint>,
    head: Option<Head>,
    found: Verification,
}

impl<'a> Verifier<'a> {
    /// Chains begin after what was purged of them.
    pub(super) fn new(purged: impl IntoIterator<Item = Head>, checkpoints: &'a [Checkpoint]) -> Self {
        Self {
            purged: purged.into_iter().map(|head| (head.chain, head)).collect(),
            checkpoints,
            told: BTreeSet::new(),
            met: BTreeSet::new(),
            head: None,
            found: Verification::default(),
        }
    }

    /// The next row.
    pub(super) fn take(&mut self, link: &Link) {
        self.found.rows += 1;
        let before = match self.head {
            Some(head) if head.chain == link.chain => head,
            _ => {
                self.end_chain();
                self.start(link.chain)
            }
        };
        if link.number <= before.number {
            self.fault(link.number, link.chain, AuditFaultKind::Added);
            self.head = Some(before);
            return;
        }
        // After a gap nobody knows what this row follows: that it is there is what shows.
        if link.number > before.number + 1 {
            self.fault(before.number + 1, link.chain, AuditFaultKind::Missing);
        } else if link.seal(&before.hash) != link.hash {
            self.fault(link.number, link.chain, AuditFaultKind::Changed);
        } else if link.at < before.at {
            self.fault(link.number, link.chain, AuditFaultKind::Earlier);
        }
        if link.action == Action::AuditPurged.name() {
            self.told.insert(link.subject.clone());
        }
        let here = Checkpoint::from(link.head());
        if self.checkpoints.contains(&here) {
            self.met.insert(here);
        }
        self.head = Some(link.head());
    }

    /// What was found, after the last row.
    pub(super) fn end(mut self) -> Verification {
        self.end_chain();
        for head in self.purged.values() {
            if !self.told.contains(&Checkpoint::from(*head).to_string()) {
                let (chain, number) = (head.chain, head.number);
                self.found.faults.push(AuditFault { chain, number, kind: AuditFaultKind::PurgeUntold });
            }
        }
        for known in self.checkpoints {
            let purged = self.purged.get(&known.chain);
            let gone_in_time = purged.is_some_and(|purged| known.number < purged.number)
                || purged.is_some_and(|purged| Checkpoint::from(*purged) == *known);
            if !gone_in_time && !self.met.contains(known) {
                let (chain, number) = (known.chain, known.number);
                self.found.faults.push(AuditFault { chain, number, kind: AuditFaultKind::CutOff });
            }
        }
        self.found.faults.sort();
        self.found
    }

    fn start(&self, chain: i64) -> Head {
        self.purged.get(&chain).copied().unwrap_or(Head::of_empty(chain))
    }

    fn end_chain(&mut self) {
        if let Some(head) = self.head.take() {
            self.found.heads.push(head.into());
        }
    }

    fn fault(&mut self, number: i64, chain: i64, kind: AuditFaultKind) {
        self.found.faults.push(AuditFault { chain, number, kind });
    }
}

/// A hash as a database gives it.
pub(super) fn hash(bytes: &[u8]) -> Result<Hash, sqlx::Error> {
    bytes.try_into().map_err(|_| sqlx::Error::Decode("a hash of another length".into()))
}
