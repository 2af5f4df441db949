//! Who asks, and what may they do?

use std::collections::BTreeSet;

use crate::clinical::{Language, Region};

/// What a client may be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Ask and converse, and read its own answers again.
    Ask,
    /// Search and read the guidelines.
    Search,
    /// Say whether an answer helped.
    Feedback,
    /// Read the audit log.
    AuditRead,
    /// Publish guidelines.
    ContentPublish,
    /// Read the figures of operation.
    MetricsRead,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 6] =
        [Self::Ask, Self::Search, Self::Feedback, Self::AuditRead, Self::ContentPublish, Self::MetricsRead];

    /// What a portal needs, and what a client gets when nothing else is said.
    pub const USUAL: [Self; 3] = [Self::Ask, Self::Search, Self::Feedback];

    /// Its name in tokens, on the command line and in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ask => "ask",
            Self::Search => "search",
            Self::Feedback => "feedback",
            Self::AuditRead => "audit.read",
            Self::ContentPublish => "content.publish",
            Self::MetricsRead => "metrics.read",
        }
    }

    /// The scope with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }
}

/// A client that is known: a program with an API key, or whoever a token names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// Its name; what it makes belongs to this name.
    pub id: String,
    /// What it may do.
    pub scopes: BTreeSet<Scope>,
    /// The region that binds when its questions name none.
    pub region: Option<Region>,
    /// The language of replies when its requests name none.
    pub language: Option<Language>,
    /// How many requests it may make in a minute; nothing for what holds for all.
    pub per_minute: Option<u32>,
}
