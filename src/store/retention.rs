//! How long is what kept? Each kind for a period of its own, counted in days.

use jiff::Timestamp;

/// Microseconds of a day.
const DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// For how many days each kind is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// Conversations, counted from their last message.
    pub conversations: u32,
    /// Answers that were given by themselves.
    pub answers: u32,
    /// What was thought of answers.
    pub feedback: u32,
    /// The audit log.
    pub audit: u32,
}

impl Retention {
    /// The longest that a conversation may be kept.
    pub const CONVERSATIONS_MAX: u32 = 730;
    /// The shortest that the audit log is kept: five years.
    pub const AUDIT_MIN: u32 = 1_826;
}

impl Default for Retention {
    /// Conversations for 90 days, feedback for a year, answers and the audit log for ten years.
    fn default() -> Self {
        Self { conversations: 90, answers: 3_653, feedback: 365, audit: 3_653 }
    }
}

/// How many of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Purged {
    /// Conversations, with all that belongs to them.
    pub conversations: u64,
    /// Answers that were given by themselves, with the feedback on them.
    pub answers: u64,
    /// Feedback on answers that are still kept.
    pub feedback: u64,
    /// Rows of the audit log.
    pub audit: u64,
}

impl Purged {
    /// Whether there was none of any kind.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// These and those.
    pub(super) fn add(&mut self, more: Self) {
        self.conversations += more.conversations;
        self.answers += more.answers;
        self.feedback += more.feedback;
        self.audit += more.audit;
    }

    /// As the audit log tells it.
    pub(super) fn told(&self) -> String {
        format!("conversations={} answers={} feedback={}", self.conversations, self.answers, self.feedback)
    }
}

/// What of a chain of the audit log is older than it may be, from the first row to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) chain: i64,
    pub(super) first: i64,
    pub(super) last: i64,
}

impl Stretch {
    /// How many rows go at once: so few that nobody notices the wait.
    pub(super) const PORTION: i64 = 1000;

    /// How many rows it has, when none is missing.
    pub(super) const fn rows(&self) -> u64 {
        (self.last - self.first + 1).unsigned_abs()
    }
}

/// What is deleted in one transaction.
#[derive(Debug, Clone, Copy)]
pub(super) enum Purge {
    /// Some of what is kept and older than this, the audit log not included.
    Kept(Cutoffs),
    /// The oldest of these rows of the audit log.
    Audit(Stretch),
}

/// What is older than this is to go: microseconds since 1970.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cutoffs {
    pub(super) conversations: i64,
    pub(super) answers: i64,
    pub(super) feedback: i64,
    pub(super) audit: i64,
}

impl Cutoffs {
    pub(super) fn new(retention: &Retention, now: Timestamp) -> Self {
        let before = |days: u32| now.as_microsecond().saturating_sub(i64::from(days).saturating_mul(DAY));
        Self {
            conversations: before(retention.conversations.min(Retention::CONVERSATIONS_MAX)),
            answers: before(retention.answers),
            feedback: before(retention.feedback),
            audit: before(retention.audit.max(Retention::AUDIT_MIN)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_setting_keeps_conversations_longer_or_the_log_shorter_than_it_may_be() {
        let retention = Retention { conversations: 10_000, audit: 1, ..Retention::default() };
        let now = Timestamp::from_second(1_795_000_000).unwrap();
        let cutoffs = Cutoffs::new(&retention, now);
        assert_eq!(now.as_microsecond() - cutoffs.conversations, 730 * DAY);
        assert_eq!(now.as_microsecond() - cutoffs.audit, 1_826 * DAY);
    }
}
