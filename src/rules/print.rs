//! A condition as text: as its author would write it, or as another CQL engine reads it.

use std::fmt::Write as _;

use super::{Atom, Condition, Terms};
use crate::clinical::{FactId, OptionIndex};

/// For whom a condition is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// As in `rules.toml`, with named conditions by their names.
    Author,
    /// For another CQL engine: named conditions written out, and `x in {…}` as a chain of `=`, which is its meaning here.
    Cql,
}

/// The condition as text; parsing what `Dialect::Author` prints gives the same condition back.
#[must_use]
pub fn print(condition: &Condition, terms: &Terms, dialect: Dialect) -> String {
    let mut text = String::new();
    write_condition(&mut text, condition, terms, dialect, Binding::Loosest);
    text
}

/// How tightly the surrounding text binds; what binds more loosely gets brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Loosest,
    Or,
    And,
    Not,
}

fn write_condition(text: &mut String, condition: &Condition, terms: &Terms, dialect: Dialect, around: Binding) {
    match condition {
        Condition::Constant(value) => text.push_str(if *value { "true" } else { "false" }),
        // `not` binds tighter than a comparison, here as in CQL.
        Condition::Atom(atom) => bracketed(text, around == Binding::Not && !matches!(atom, Atom::Is(_)), |text| {
            write_atom(text, atom, terms, dialect);
        }),
        Condition::Named(name, inner) => match dialect {
            Dialect::Author => text.push_str(name),
            Dialect::Cql => write_condition(text, inner, terms, dialect, around),
        },
        Condition::Not(inner) => {
            text.push_str("not ");
            write_condition(text, inner, terms, dialect, Binding::Not);
        }
        // A group inside a group of its own kind keeps its brackets, so that printing and parsing give the same tree.
        Condition::And(parts) => bracketed(text, around >= Binding::And, |text| {
            separated(text, parts, " and ", |text, part| write_condition(text, part, terms, dialect, Binding::And));
        }),
        Condition::Or(parts) => bracketed(text, around >= Binding::Or, |text| {
            separated(text, parts, " or ", |text, part| write_condition(text, part, terms, dialect, Binding::Or));
        }),
    }
}

fn bracketed(text: &mut String, needed: bool, inner: impl FnOnce(&mut String)) {
    if needed {
        text.push('(');
    }
    inner(text);
    if needed {
        text.push(')');
    }
}

fn separated<T>(text: &mut String, items: &[T], separator: &str, mut write: impl FnMut(&mut String, &T)) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push_str(separator);
        }
        write(text, item);
    }
}

fn write_atom(text: &mut String, atom: &Atom, terms: &Terms, dialect: Dialect) {
    let name = terms.name(atom.fact());
    // Writing to a String cannot fail.
    let _ = match atom {
        Atom::Is(_) => write!(text, "{name}"),
        Atom::Equals(_, value) => write!(text, "{name} = {value}"),
        Atom::Compare(_, comparison, limit) => write!(text, "{name} {} {limit}", comparison.symbol()),
        Atom::Between(_, low, high) => write!(text, "{name} between {low} and {high}"),
        Atom::In(id, options) => {
            write_options(text, *id, options, terms, dialect);
            Ok(())
        }
        Atom::Option(id, option) => write!(text, "{name} = '{}'", terms.option(*id, *option)),
        Atom::NotOption(id, option) => write!(text, "{name} != '{}'", terms.option(*id, *option)),
        Atom::IsNull(_, true) => write!(text, "{name} is null"),
        Atom::IsNull(_, false) => write!(text, "{name} is not null"),
    };
}

fn write_options(text: &mut String, id: FactId, options: &[OptionIndex], terms: &Terms, dialect: Dialect) {
    let name = terms.name(id);
    match dialect {
        Dialect::Author => {
            let _ = write!(text, "{name} in {{");
            separated(text, options, ", ", |text, option| {
                let _ = write!(text, "'{}'", terms.option(id, *option));
            });
            text.push('}');
        }
        Dialect::Cql => bracketed(text, true, |text| {
            separated(text, options, " or ", |text, option| {
                let _ = write!(text, "{name} = '{}'", terms.option(id, *option));
            });
        }),
    }
}
