//! A guideline's rules as a CQL library that another engine runs: which rule holds for which facts.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::clinical::FactId;
use crate::corpus::{Guideline, Rule, Vocabulary};
use crate::rules::{Condition, Dialect, FactKind, print};

/// What comes of a rule, as the library says it.
pub const OUTCOMES: [&str; 4] = ["recommended", "provisional", "conditional", "rejected"];

/// A name that FHIR and CQL both take: `SeMOsteoporos`.
#[must_use]
pub fn library_name(guideline: &Guideline) -> String {
    let words = guideline.id().split(['/', '-']);
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
    };
    words.map(capital).collect()
}

/// The facts that the rules of a guideline ask about, in the vocabulary's order.
#[must_use]
pub fn facts_of(guideline: &Guideline) -> BTreeSet<FactId> {
    let mut facts = BTreeSet::new();
    for (_, condition) in guideline.rules.iter().flat_map(Rule::conditions) {
        condition.for_each_atom(&mut |atom| {
            facts.insert(atom.fact());
        });
    }
    facts
}

/// The type of a fact in CQL.
#[must_use]
pub const fn cql_type(kind: &FactKind) -> &'static str {
    match kind {
        FactKind::Boolean => "Boolean",
        FactKind::Number { integer: true, .. } => "Integer",
        FactKind::Number { integer: false, .. } => "Decimal",
        FactKind::Choice(_) => "String",
    }
}

/// The library. Every fact is a parameter, null while it is unknown; each rule is defined by its id, as one of
/// [`OUTCOMES`].
#[must_use]
pub fn cql(guideline: &Guideline, vocabulary: &Vocabulary, version: &str) -> String {
    let terms = vocabulary.terms();
    let mut text = format!("library {} version '{version}'\n\n", library_name(guideline));
    for id in facts_of(guideline) {
        if let Some(fact) = vocabulary.get(id) {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "parameter {} {}", fact.name, cql_type(&fact.kind));
        }
    }
    text.push_str("\ncontext Unfiltered\n");
    for rule in &guideline.rules {
        let id = &rule.id;
        for (role, condition) in rule.conditions() {
            let _ = writeln!(text, "\ndefine \"{id}: {role}\":\n  {}", print(condition, terms, Dialect::Cql));
        }
        let _ = writeln!(text, "\ndefine \"{id}\":\n{}", outcome(rule));
        let _ = writeln!(text, "\ndefine \"{id}: applies\":\n  \"{id}\" = 'recommended' or \"{id}\" = 'provisional'");
    }
    text
}

/// How the three conditions of a rule come to an outcome; all that is asked here is two-valued.
fn outcome(rule: &Rule) -> String {
    let id = &rule.id;
    let exception = |role: &str, condition: &Option<Condition>| match condition {
        Some(_) => format!(" or \"{id}: {role}\" is true"),
        None => String::new(),
    };
    let rejected = format!(
        "  if \"{id}: when\" is false{}{} then 'rejected'\n",
        exception("unless", &rule.unless),
        exception("barring", &rule.barring)
    );
    let provisional = match rule.unless {
        Some(_) => format!("  else if \"{id}: unless\" is null then 'provisional'\n"),
        None => String::new(),
    };
    format!("{rejected}  else if \"{id}: when\" is null then 'conditional'\n{provisional}  else 'recommended'")
}
