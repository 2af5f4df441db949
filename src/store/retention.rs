//! How long is what kept? Each kind for a period of its own, counted in days.

use jiff::Timestamp;
use uuid::Uuid;

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

/// What is older than this is to go.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cutoffs {
    pub(super) conversations: Cutoff,
    pub(super) answers: Cutoff,
    pub(super) feedback: Cutoff,
    pub(super) audit: Cutoff,
}

/// A time, and the lowest id that can be of that time: ids (UUID version 7) stand in the order of time, so that what is
/// old is found through their index.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cutoff {
    pub(super) at: i64,
    pub(super) id: Uuid,
}

impl Cutoff {
    /// Nothing is older than this.
    pub(super) const NEVER: Self = Self { at: i64::MIN, id: Uuid::nil() };
}

impl Cutoffs {
    pub(super) fn new(retention: &Retention, now: Timestamp) -> Self {
        let before = |days: u32| {
            let at = now.as_microsecond().saturating_sub(i64::from(days).saturating_mul(DAY));
            // An id is made a moment before or after the time that is kept with it: a day is room enough.
            let milliseconds = u64::try_from(at.saturating_add(DAY) / 1_000).unwrap_or(0);
            Cutoff { at, id: Uuid::from_u64_pair(milliseconds << 16, 0) }
        };
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
        assert_eq!(now.as_microsecond() - cutoffs.conversations.at, 730 * DAY);
        assert_eq!(now.as_microsecond() - cutoffs.audit.at, 1_826 * DAY);
    }
}
