//! An expression against the vocabulary: names, types, options and ranges; every fault at once, each with a way out.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Atom, Comparison, Condition, Expression, FactKind, Literal, Node, Problem, Range, Terms, closest};
use crate::clinical::{FactId, OptionIndex};

/// The conditions that a guideline defines by name, already checked.
pub type Definitions = BTreeMap<String, Arc<Condition>>;

/// Makes a condition of an expression.
///
/// # Errors
/// Every name, type, option or value that does not fit the vocabulary.
pub fn resolve(node: &Node, terms: &Terms, definitions: &Definitions) -> Result<Condition, Vec<Problem>> {
    let mut checker = Checker { terms, definitions, problems: Vec::new() };
    let condition = checker.condition(node);
    match (condition, checker.problems.is_empty()) {
        (Some(condition), true) => Ok(condition),
        _ => Err(checker.problems),
    }
}

struct Checker<'a> {
    terms: &'a Terms,
    definitions: &'a Definitions,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn refuse<T>(&mut self, range: Range, message: impl Into<String>, help: impl Into<String>) -> Option<T> {
        self.problems.push(Problem { range, message: message.into(), help: help.into() });
        None
    }

    fn condition(&mut self, node: &Node) -> Option<Condition> {
        match &node.expression {
            Expression::Constant(value) => Some(Condition::Constant(*value)),
            Expression::Name(name) => self.name(name, node.range),
            Expression::Compare(name, comparison, literal, at) => {
                self.compare(name, *comparison, literal, node.range, *at).map(Condition::Atom)
            }
            Expression::Between(name, low, high) => self.between(name, *low, *high, node.range).map(Condition::Atom),
            Expression::In(name, items) => self.one_of(name, items, node.range).map(Condition::Atom),
            Expression::IsNull(name, null) => {
                let (id, _) = self.fact(name, node.range)?;
                Some(Condition::Atom(Atom::IsNull(id, *null)))
            }
            Expression::Not(inner) => Some(Condition::Not(Box::new(self.condition(inner)?))),
            Expression::And(parts) => self.parts(parts).map(Condition::And),
            Expression::Or(parts) => self.parts(parts).map(Condition::Or),
        }
    }

    /// Every part is looked at, so that all faults are found at once.
    fn parts(&mut self, parts: &[Node]) -> Option<Vec<Condition>> {
        let checked: Vec<_> = parts.iter().map(|part| self.condition(part)).collect();
        checked.into_iter().collect()
    }

    fn name(&mut self, name: &str, range: Range) -> Option<Condition> {
        if let Some(definition) = self.definitions.get(name) {
            return Some(Condition::Named(Arc::from(name), Arc::clone(definition)));
        }
        let (id, kind) = self.fact(name, range)?;
        match kind {
            FactKind::Boolean => Some(Condition::Atom(Atom::Is(id))),
            FactKind::Number { unit, .. } => {
                self.refuse(range, format!("`{name}` is a number in {unit}"), format!("compare it: {name} > 1"))
            }
            FactKind::Choice(options) => self.refuse(
                range,
                format!("`{name}` is a choice"),
                format!("say which: {name} = '{}'", options.first().map_or("", String::as_str)),
            ),
        }
    }

    fn fact(&mut self, name: &str, range: Range) -> Option<(FactId, FactKind)> {
        if let Some((id, term)) = self.terms.find(name) {
            return Some((id, term.kind.clone()));
        }
        let range = Range { start: range.start, end: range.start + name.len() };
        if self.definitions.contains_key(name) {
            return self.refuse(
                range,
                format!("`{name}` is a named condition"),
                format!("write `{name}` or `not {name}`"),
            );
        }
        let names = self.terms.iter().map(|(_, term)| term.name.as_str());
        let help = match closest(name, names.chain(self.definitions.keys().map(String::as_str))) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "use a name of corpus/facts.toml, or define it under [define]".to_owned(),
        };
        self.refuse(range, format!("fact `{name}` is not in facts.toml"), help)
    }

    fn compare(
        &mut self,
        name: &str,
        comparison: Comparison,
        literal: &Literal,
        range: Range,
        at: Range,
    ) -> Option<Atom> {
        let (id, kind) = self.fact(name, range)?;
        match (kind, literal, comparison) {
            (kind @ FactKind::Number { .. }, Literal::Number(limit), _) => {
                self.limit(name, *limit, &kind, at)?;
                Some(Atom::Compare(id, comparison, *limit))
            }
            (FactKind::Boolean, Literal::Boolean(value), Comparison::Equal) => Some(Atom::Equals(id, *value)),
            (FactKind::Boolean, Literal::Boolean(value), Comparison::NotEqual) => Some(Atom::Equals(id, !*value)),
            (FactKind::Choice(options), Literal::Text(text), Comparison::Equal) => {
                self.option(name, &options, text, at).map(|option| Atom::Option(id, option))
            }
            (FactKind::Choice(options), Literal::Text(text), Comparison::NotEqual) => {
                self.option(name, &options, text, at).map(|option| Atom::NotOption(id, option))
            }
            (FactKind::Choice(_), Literal::Text(_), _) => self.refuse(
                range,
                format!("`{name}` is a choice, and its options have no order"),
                format!("write {name} = 'option', or {name} in {{'option', 'option'}}"),
            ),
            (FactKind::Boolean, Literal::Boolean(_), _) => {
                self.refuse(range, "yes and no have no order", format!("write `{name}` or `not {name}`"))
            }
            (kind, ..) => self.mismatch(name, &kind, at),
        }
    }

    fn between(&mut self, name: &str, low: f64, high: f64, range: Range) -> Option<Atom> {
        let (id, kind) = self.fact(name, range)?;
        match kind {
            FactKind::Number { .. } if low > high => self.refuse(
                range,
                format!("no number lies between {low} and {high}"),
                format!("write `between {high} and {low}`"),
            ),
            FactKind::Number { .. } => {
                self.limit(name, low, &kind, range)?;
                self.limit(name, high, &kind, range)?;
                Some(Atom::Between(id, low, high))
            }
            kind => self.mismatch(name, &kind, range),
        }
    }

    fn one_of(&mut self, name: &str, items: &[(Literal, Range)], range: Range) -> Option<Atom> {
        let (id, kind) = self.fact(name, range)?;
        let FactKind::Choice(options) = kind else {
            let help = "only a choice can be `in {…}`; join comparisons of others with `or`";
            return self.refuse(range, format!("`{name}` is {}, not a choice", kind.name()), help);
        };
        let found: Vec<_> = items
            .iter()
            .map(|(literal, at)| match literal {
                Literal::Text(text) => self.option(name, &options, text, *at),
                _ => self.mismatch(name, &FactKind::Choice(options.clone()), *at),
            })
            .collect();
        found.into_iter().collect::<Option<Vec<_>>>().map(|options| Atom::In(id, options))
    }

    fn option(&mut self, name: &str, options: &[String], text: &str, range: Range) -> Option<OptionIndex> {
        let place = options.iter().position(|option| option == text).and_then(|place| u16::try_from(place).ok());
        if let Some(place) = place {
            return Some(OptionIndex(place));
        }
        let help = match closest(text, options.iter().map(String::as_str)) {
            Some(near) => format!("did you mean '{near}'?"),
            None => format!("its options are {}", options.join(", ")),
        };
        self.refuse(range, format!("`{text}` is not an option of `{name}`"), help)
    }

    /// A limit that no value of the fact can reach, or stand at, is a slip of its author.
    fn limit(&mut self, name: &str, limit: f64, kind: &FactKind, range: Range) -> Option<()> {
        let FactKind::Number { unit, low, high, integer } = kind else { return Some(()) };
        if !(*low..=*high).contains(&limit) {
            let help = format!("a limit of {name} lies between {low} and {high} {unit}");
            return self.refuse(range, format!("{limit} is outside the plausible range of `{name}`"), help);
        }
        if *integer && limit.fract() != 0.0 {
            let help = format!("write a whole number, {} or {}", limit.floor(), limit.ceil());
            return self.refuse(range, format!("`{name}` is a whole number, never {limit}"), help);
        }
        Some(())
    }

    fn mismatch<T>(&mut self, name: &str, kind: &FactKind, range: Range) -> Option<T> {
        let (message, help) = match kind {
            FactKind::Number { unit, .. } => {
                (format!("`{name}` is a number in {unit}"), format!("compare it with a number: {name} > 1"))
            }
            FactKind::Boolean => (
                format!("`{name}` is a yes-or-no fact"),
                format!("write `{name}`, `not {name}`, `{name} = true` or `{name} = false`"),
            ),
            FactKind::Choice(options) => {
                (format!("`{name}` is a choice"), format!("its options are {}, in quotes", options.join(", ")))
            }
        };
        self.refuse(range, message, help)
    }
}
