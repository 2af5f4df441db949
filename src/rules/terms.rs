//! The vocabulary as conditions need it: which names exist, of which type, with which options.

use crate::clinical::{FactId, OptionIndex};

/// What a fact can be.
#[derive(Debug, Clone, PartialEq)]
pub enum FactKind {
    /// Yes or no.
    Boolean,
    /// A number in `unit`, plausible from `low` to `high` inclusive; `integer` when it has no decimals.
    Number {
        /// The unit, as it is shown.
        unit: String,
        /// The least plausible value.
        low: f64,
        /// The greatest plausible value.
        high: f64,
        /// Whether only whole numbers make sense.
        integer: bool,
    },
    /// One of these options, by id.
    Choice(Vec<String>),
}

impl FactKind {
    /// What an author would call it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Boolean => "a yes-or-no fact",
            Self::Number { .. } => "a number",
            Self::Choice(_) => "a choice",
        }
    }
}

/// One name that a condition may use.
#[derive(Debug, Clone, PartialEq)]
pub struct FactTerm {
    /// The id in files and in the API.
    pub name: String,
    /// Its type.
    pub kind: FactKind,
}

/// All names that conditions may use, in the vocabulary's order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Terms {
    terms: Vec<FactTerm>,
}

impl Terms {
    /// The terms in this order; ids are their places.
    #[must_use]
    pub const fn new(terms: Vec<FactTerm>) -> Self {
        Self { terms }
    }

    /// The term with this id.
    #[must_use]
    pub fn get(&self, id: FactId) -> Option<&FactTerm> {
        self.terms.get(usize::from(id.0))
    }

    /// The id of a name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<(FactId, &FactTerm)> {
        self.iter().find(|(_, term)| term.name == name)
    }

    /// Every term with its id, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FactId, &FactTerm)> {
        (0..).map(FactId).zip(&self.terms)
    }

    /// The name of a fact; empty for an id that is not of this vocabulary.
    #[must_use]
    pub fn name(&self, id: FactId) -> &str {
        self.get(id).map_or("", |term| &term.name)
    }

    /// The id of an option of a choice; empty when the fact is no choice or has no such option.
    #[must_use]
    pub fn option(&self, id: FactId, option: OptionIndex) -> &str {
        match self.get(id).map(|term| &term.kind) {
            Some(FactKind::Choice(options)) => options.get(usize::from(option.0)).map_or("", String::as_str),
            Some(FactKind::Boolean | FactKind::Number { .. }) | None => "",
        }
    }
}

/// The name nearest to `word`, when one is near enough to be what was meant; capitals do not count.
pub fn closest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    let distance = |name: &str| {
        let size = name.chars().count();
        let most = 1 + size / 5;
        // Two words are never nearer than their lengths: a very long one is not compared at all.
        let compared = size.abs_diff(length) <= most;
        compared.then(|| strsim::damerau_levenshtein(&word, &name.to_lowercase())).filter(|distance| *distance <= most)
    };
    names.into_iter().filter_map(|name| Some((distance(name)?, name))).min().map(|(_, name)| name)
}
