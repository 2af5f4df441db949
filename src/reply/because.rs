//! Why a recommendation holds: each condition that made it true, with the patient's value.

use super::conditions::Phrases;
use super::lines::Reason;
use crate::clinical::Facts;
use crate::rules::{Atom, Condition, Dialect, Evidence, print};

/// The reasons of a recommendation, in the rule's order.
pub fn reasons(phrases: &Phrases<'_>, evidence: &[Evidence], facts: &Facts) -> Vec<Reason> {
    evidence.iter().map(|evidence| reason(phrases, evidence, facts)).collect()
}

fn reason(phrases: &Phrases<'_>, evidence: &Evidence, facts: &Facts) -> Reason {
    let fact = evidence.atom.fact();
    let terms = phrases.vocabulary.terms();
    let written = print(&Condition::Atom(evidence.atom.clone()), terms, Dialect::Author);
    let condition = if evidence.holds { written } else { format!("not ({written})") };
    let text = match (&evidence.atom, facts.value(fact)) {
        // The limit stands beside the value: "eGFR 28 mL/min (under 35 mL/min)".
        (Atom::Compare(..) | Atom::Between(..), Some(value)) => phrases.speaker.tell(
            "reason-number",
            &[
                ("value", &phrases.statement(fact, value)),
                ("condition", &phrases.limit(&evidence.atom, evidence.holds)),
            ],
        ),
        (_, Some(value)) => phrases.statement(fact, value),
        (_, None) => phrases.atom(&evidence.atom, evidence.holds),
    };
    Reason { fact: terms.name(fact).to_owned(), condition, text }
}
