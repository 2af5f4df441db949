//! The structured case: what is known of the patient, the contact or the setting, and where it was said.

use std::collections::BTreeMap;

use super::Interval;

/// A fact of the vocabulary (`corpus/facts.toml`), by its place there; the order of ids is the vocabulary's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub u16);

/// One of the options of a choice fact, by its place in the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionIndex(pub u16);

/// What a fact is. Numbers are in the unit that the vocabulary declares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FactValue {
    /// Yes or no.
    Boolean(bool),
    /// A number or a range of numbers.
    Number(Interval),
    /// One of the declared options.
    Choice(OptionIndex),
}

/// A half-open range of Unicode code points of the question's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first code point.
    pub start: usize,
    /// The code point after the last.
    pub end: usize,
}

/// Where a statement comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Given as a structured fact by the client.
    Given,
    /// Read from these words of the question.
    Words(Span),
    /// Read from an earlier message of the conversation.
    Earlier,
    /// Read from a resource of the patient's record.
    Record,
}

/// How sure the clinician is. Only what is stated decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Said as a fact.
    Stated,
    /// Said as a suspicion or a possibility: shown and asked about, never used.
    Uncertain,
}

/// One thing that was said of a fact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Statement {
    /// What it is said to be.
    pub value: FactValue,
    /// Where it was said.
    pub origin: Origin,
}

/// All that was said of one fact. Only `Known` has a value that a rule may use.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// It has this value.
    Known(Statement),
    /// The clinician says that it is not known.
    NotKnown,
    /// It is a suspicion or a possibility.
    Uncertain(Statement),
    /// Two statements disagree; neither is used.
    Conflicting(Vec<Statement>),
}

impl Fact {
    fn statements_mut(&mut self) -> &mut [Statement] {
        match self {
            Self::Known(statement) | Self::Uncertain(statement) => std::slice::from_mut(statement),
            Self::Conflicting(statements) => statements,
            Self::NotKnown => &mut [],
        }
    }
}

/// Every fact that was spoken of, in the vocabulary's order. What is not here is unknown, never false.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    spoken_of: BTreeMap<FactId, Fact>,
}

impl Facts {
    /// Records what was said of a fact, in place of what was recorded before.
    pub fn insert(&mut self, id: FactId, fact: Fact) {
        self.spoken_of.insert(id, fact);
    }

    /// Records a structured value.
    pub fn give(&mut self, id: FactId, value: FactValue) {
        self.insert(id, Fact::Known(Statement { value, origin: Origin::Given }));
    }

    /// Forgets a fact.
    pub fn remove(&mut self, id: FactId) {
        self.spoken_of.remove(&id);
    }

    /// The same facts, as what was said before the message that is answered.
    #[must_use]
    pub fn earlier(mut self) -> Self {
        let statements = self.spoken_of.values_mut().flat_map(Fact::statements_mut);
        for statement in statements.filter(|statement| matches!(statement.origin, Origin::Words(_))) {
            statement.origin = Origin::Earlier;
        }
        self
    }

    /// The value that rules may use: present only when it is known, sure and unopposed.
    #[must_use]
    pub fn value(&self, id: FactId) -> Option<FactValue> {
        match self.spoken_of.get(&id) {
            Some(Fact::Known(statement)) => Some(statement.value),
            Some(Fact::NotKnown | Fact::Uncertain(_) | Fact::Conflicting(_)) | None => None,
        }
    }

    /// All that was said of a fact.
    #[must_use]
    pub fn get(&self, id: FactId) -> Option<&Fact> {
        self.spoken_of.get(&id)
    }

    /// Every fact that was spoken of, in the vocabulary's order.
    pub fn iter(&self) -> impl Iterator<Item = (FactId, &Fact)> {
        self.spoken_of.iter().map(|(id, fact)| (*id, fact))
    }

    /// Whether nothing was said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spoken_of.is_empty()
    }
}
