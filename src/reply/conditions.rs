//! A condition in words, generated from the condition and the facts' phrases, so that it is never written twice.

use super::speaker::Speaker;
use crate::clinical::{Bound, FactId, FactValue, Interval, OptionIndex};
use crate::corpus::Vocabulary;
use crate::rules::{Atom, Comparison, Condition, FactKind};

/// Says conditions and values of one vocabulary in one language.
#[derive(Clone, Copy)]
pub struct Phrases<'a> {
    /// Who speaks.
    pub speaker: &'a Speaker,
    /// What the facts are.
    pub vocabulary: &'a Vocabulary,
}

/// Whether a group of conditions stands inside a group of the other kind and needs brackets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Nothing,
    And,
    Or,
}

impl Phrases<'_> {
    /// The whole condition.
    pub fn condition(&self, condition: &Condition) -> String {
        self.part(condition, true, Around::Nothing)
    }

    /// The opposite of a condition: what is assumed when an exception is not stated.
    pub fn opposite(&self, condition: &Condition) -> String {
        self.part(condition, false, Around::Nothing)
    }

    fn part(&self, condition: &Condition, wanted: bool, around: Around) -> String {
        match condition {
            Condition::Constant(_) => self.speaker.say("always").to_owned(),
            Condition::Atom(atom) => self.atom_inside(atom, wanted, around),
            Condition::Named(_, inner) => self.part(inner, wanted, around),
            Condition::Not(inner) => self.part(inner, !wanted, around),
            // "Not (a or b)" is said as "not a and not b".
            Condition::And(parts) => self.group(parts, wanted, wanted, around),
            Condition::Or(parts) => self.group(parts, wanted, !wanted, around),
        }
    }

    fn group(&self, parts: &[Condition], wanted: bool, all: bool, around: Around) -> String {
        let (joiner, inside, brackets) =
            if all { ("list-and", Around::And, Around::Or) } else { ("list-or", Around::Or, Around::And) };
        // A group inside one of its own kind is said in one breath.
        let mut flat = Vec::new();
        flatten(parts, wanted, all, &mut flat);
        let mut said: Vec<String> = Vec::new();
        for (part, wanted) in flat {
            let words = self.part(part, wanted, inside);
            if !said.contains(&words) {
                said.push(words);
            }
        }
        let several = said.len() > 1;
        let text = self.speaker.list(joiner, &said);
        if several && around == brackets { self.speaker.tell("in-brackets", &[("text", &text)]) } else { text }
    }

    /// A list of options is an "or" of its own, and so stands in brackets inside an "and".
    fn atom_inside(&self, atom: &Atom, wanted: bool, around: Around) -> String {
        let text = self.atom(atom, wanted);
        let several = matches!(atom, Atom::In(_, options) if options.len() > 1);
        let brackets = several && wanted && around == Around::And;
        if brackets { self.speaker.tell("in-brackets", &[("text", &text)]) } else { text }
    }

    /// One question to one fact, or its opposite.
    pub fn atom(&self, atom: &Atom, wanted: bool) -> String {
        let fact = atom.fact();
        match atom {
            Atom::Is(_) => self.phrase(fact, if wanted { "yes" } else { "no" }),
            Atom::Equals(_, value) => self.phrase(fact, if *value == wanted { "yes" } else { "no" }),
            Atom::Compare(_, comparison, limit) => self.comparison(fact, *comparison, *limit, wanted),
            Atom::Between(_, low, high) => {
                let id = if wanted { "compare-between" } else { "compare-not-between" };
                let (low, high) = (self.speaker.number(*low), self.number(fact, *high));
                self.speaker.tell(id, &[("fact", self.label(fact)), ("low", &low), ("high", &high)])
            }
            Atom::In(_, options) => self.options(fact, options, wanted),
            Atom::Option(_, option) => self.one_option(fact, *option, wanted),
            Atom::NotOption(_, option) => self.one_option(fact, *option, !wanted),
            Atom::IsNull(_, null) => {
                let id = if *null == wanted { "not-stated" } else { "stated" };
                self.speaker.tell(id, &[("fact", self.label(fact))])
            }
        }
    }

    fn comparison(&self, fact: FactId, comparison: Comparison, limit: f64, wanted: bool) -> String {
        let id = match (comparison, wanted) {
            (Comparison::Less, true) | (Comparison::GreaterOrEqual, false) => "compare-less",
            (Comparison::LessOrEqual, true) | (Comparison::Greater, false) => "compare-at-most",
            (Comparison::Greater, true) | (Comparison::LessOrEqual, false) => "compare-more",
            (Comparison::GreaterOrEqual, true) | (Comparison::Less, false) => "compare-at-least",
            (Comparison::Equal, true) | (Comparison::NotEqual, false) => "compare-equal",
            (Comparison::NotEqual, true) | (Comparison::Equal, false) => "compare-not-equal",
        };
        self.speaker.tell(id, &[("fact", self.label(fact)), ("value", &self.number(fact, limit))])
    }

    /// A limit without its fact, to stand behind the patient's value: `över 30 %`.
    pub fn limit(&self, atom: &Atom, wanted: bool) -> String {
        let (fact, comparison, limit) = match atom {
            Atom::Compare(fact, comparison, limit) => (*fact, *comparison, *limit),
            _ => return self.atom(atom, wanted),
        };
        let id = match (comparison, wanted) {
            (Comparison::Less, true) | (Comparison::GreaterOrEqual, false) => "value-below",
            (Comparison::LessOrEqual, true) | (Comparison::Greater, false) => "value-at-most",
            (Comparison::Greater, true) | (Comparison::LessOrEqual, false) => "value-above",
            (Comparison::GreaterOrEqual, true) | (Comparison::Less, false) => "value-at-least",
            (Comparison::Equal | Comparison::NotEqual, _) => return self.atom(atom, wanted),
        };
        self.speaker.tell(id, &[("value", &self.number(fact, limit))])
    }

    fn options(&self, fact: FactId, options: &[OptionIndex], wanted: bool) -> String {
        let phrases: Vec<_> = options.iter().map(|option| self.option(fact, *option)).collect();
        let list = self.speaker.list("list-or", &phrases);
        match (wanted, options) {
            (true, _) => list,
            (false, [_]) => self.speaker.tell("not-this", &[("option", &list)]),
            (false, _) => self.speaker.tell("not-any-of", &[("options", &list)]),
        }
    }

    fn one_option(&self, fact: FactId, option: OptionIndex, wanted: bool) -> String {
        let phrase = self.option(fact, option);
        if wanted { phrase } else { self.speaker.tell("not-this", &[("option", &phrase)]) }
    }

    /// The label of a fact.
    pub fn label(&self, fact: FactId) -> &str {
        self.speaker.say(&format!("fact-{}", self.name(fact)))
    }

    /// The question that asks for a fact.
    pub fn question(&self, fact: FactId) -> &str {
        self.speaker.say(&format!("ask-{}", self.name(fact)))
    }

    fn name(&self, fact: FactId) -> &str {
        self.vocabulary.terms().name(fact)
    }

    fn phrase(&self, fact: FactId, word: &str) -> String {
        self.speaker.say(&format!("fact-{}.{word}", self.name(fact))).to_owned()
    }

    fn option(&self, fact: FactId, option: OptionIndex) -> String {
        self.phrase(fact, self.vocabulary.terms().option(fact, option))
    }

    /// A number with its unit.
    pub fn number(&self, fact: FactId, number: f64) -> String {
        self.speaker.count(&format!("fact-{}.value", self.name(fact)), number)
    }

    fn interval(&self, fact: FactId, number: &Interval) -> String {
        let one = |id: &str, value: f64| self.speaker.tell(id, &[("value", &self.number(fact, value))]);
        match (number.exact(), number.low(), number.high()) {
            (Some(value), ..) => self.number(fact, value),
            (None, Bound::Open, Bound::Including(high)) => one("value-at-most", high),
            (None, Bound::Open, Bound::Excluding(high)) => one("value-below", high),
            (None, Bound::Including(low), Bound::Open) => one("value-at-least", low),
            (None, Bound::Excluding(low), Bound::Open) => one("value-above", low),
            (None, Bound::Including(low) | Bound::Excluding(low), Bound::Including(high) | Bound::Excluding(high)) => {
                let (low, high) = (self.speaker.number(low), self.number(fact, high));
                self.speaker.tell("value-range", &[("low", &low), ("high", &high)])
            }
            (None, Bound::Open, Bound::Open) => String::new(),
        }
    }

    /// What a fact is, alone: `34 %`, `ja`, `höftfraktur`.
    pub fn value(&self, fact: FactId, value: FactValue) -> String {
        match value {
            FactValue::Boolean(value) => self.speaker.say(if value { "yes" } else { "no" }).to_owned(),
            FactValue::Number(number) => self.interval(fact, &number),
            FactValue::Choice(option) => self.option(fact, option),
        }
    }

    /// What a fact is, as a phrase that stands alone: `FRAX 34 %`, `ingen dysfagi`, `höftfraktur`.
    pub fn statement(&self, fact: FactId, value: FactValue) -> String {
        match (value, self.vocabulary.get(fact).map(|definition| &definition.kind)) {
            (FactValue::Boolean(value), Some(FactKind::Boolean)) => self.phrase(fact, if value { "yes" } else { "no" }),
            (FactValue::Choice(option), _) => self.option(fact, option),
            (value, _) => {
                let value = self.value(fact, value);
                self.speaker.tell("fact-value", &[("fact", self.label(fact)), ("value", &value)])
            }
        }
    }
}

/// The parts of a group, with those of groups of the same kind inside it.
fn flatten<'a>(parts: &'a [Condition], wanted: bool, all: bool, flat: &mut Vec<(&'a Condition, bool)>) {
    for part in parts {
        match unwrapped(part, wanted) {
            (Condition::And(inner), wanted) if wanted == all => flatten(inner, wanted, all, flat),
            (Condition::Or(inner), wanted) if wanted != all => flatten(inner, wanted, all, flat),
            other => flat.push(other),
        }
    }
}

/// A condition without the names and negations around it.
fn unwrapped(condition: &Condition, wanted: bool) -> (&Condition, bool) {
    match condition {
        Condition::Named(_, inner) => unwrapped(inner, wanted),
        Condition::Not(inner) => unwrapped(inner, !wanted),
        other => (other, wanted),
    }
}
