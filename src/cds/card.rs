//! A card, as CDS Hooks writes it. What has no value is left out: null and empty are not allowed.

use serde::Serialize;
use serde_json::Value;

/// A card.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// Its id, by which feedback names it.
    pub uuid: String,
    /// One sentence of fewer than 140 characters.
    pub summary: String,
    /// The rest, in GitHub Flavored Markdown.
    pub detail: String,
    /// How urgent it is; always `info` here.
    pub indicator: &'static str,
    /// Who says it.
    pub source: Source,
    /// What could be done about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<Suggestion>,
    /// How many of the suggestions may be taken; there exactly when they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selection_behavior: Option<Selection>,
    /// Reasons for not following it.
    pub override_reasons: Vec<OverrideReason>,
    /// Where more is to be read.
    pub links: Vec<Link>,
    /// In which resources of the request the facts stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extension: Option<Value>,
}

/// Who says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The guideline and its region.
    pub label: String,
    /// The rule: the same in every card that it gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<OverrideReason>,
}

/// A code with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OverrideReason {
    /// The code.
    pub code: String,
    /// Its system.
    pub system: String,
    /// Its words.
    pub display: String,
}

/// How many suggestions may be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Selection {
    /// One or none.
    AtMostOne,
    /// Any of them.
    Any,
}

/// What could be done.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Suggestion {
    /// What it does.
    pub label: String,
    /// Its id, by which feedback names it.
    pub uuid: String,
    /// What changes.
    pub actions: Vec<Action>,
}

/// A change in the journal.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Action {
    /// `create` or `update`.
    pub r#type: &'static str,
    /// In words.
    pub description: String,
    /// The whole resource.
    pub resource: Value,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// In words.
    pub label: String,
    /// Where.
    pub url: String,
    /// Always `absolute`: nothing here is a SMART app.
    pub r#type: &'static str,
}
