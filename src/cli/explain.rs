//! `nordvis explain`: every rule of a guideline with the verdict of each part of its condition.

use super::open::open;
use super::{Exit, facts, output};
use crate::answer::{Outcome, outcome};
use crate::clinical::Facts;
use crate::config::Explain;
use crate::corpus::{Corpus, Guideline, Rule};
use crate::reply::Speaker;
use crate::rules::{Condition, Dialect, Verdict, Weighed, closest, print, weigh};

/// Prints the rules, or says that there is no such guideline.
pub fn run(call: &Explain) -> Exit {
    let opened = match open(&call.common) {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    let (corpus, speaker) = (opened.service.corpus(), opened.speaker());
    let Some(guideline) = corpus.guideline(&call.guideline) else {
        let ids = || corpus.guidelines.iter().map(Guideline::id);
        let near = closest(&call.guideline, ids()).map_or_else(|| ids().collect::<Vec<_>>().join(", "), str::to_owned);
        output::refusal(speaker.tell("cli-no-guideline", &[("near", &near)]));
        return Exit::No;
    };
    let facts = match facts::read(&call.fact, &corpus.vocabulary, speaker) {
        Ok(facts) => facts,
        Err(refusals) => {
            refusals.iter().for_each(output::refusal);
            return Exit::No;
        }
    };
    if call.json {
        let rules: serde_json::Value =
            guideline.rules.iter().map(|rule| as_json(corpus, guideline, rule, &facts)).collect();
        output::result(rules);
    } else {
        guideline.rules.iter().for_each(|rule| print_rule(corpus, guideline, rule, &facts, speaker));
    }
    Exit::Done
}

fn outcome_id(outcome: &Outcome<'_>) -> &'static str {
    match outcome {
        Outcome::Recommended(recommendation) if recommendation.provisional() => "provisional",
        Outcome::Recommended(_) => "recommended",
        Outcome::Conditional(_) => "conditional",
        Outcome::Rejected(_) => "rejected",
    }
}

fn print_rule(corpus: &Corpus, guideline: &Guideline, rule: &Rule, facts: &Facts, speaker: &Speaker) {
    let id = outcome_id(&outcome(corpus, guideline, rule, facts));
    output::result(format_args!("{}: {}", rule.id, speaker.say(&format!("cli-outcome-{id}"))));
    for (role, condition) in rule.conditions() {
        print_part(corpus, &weigh(condition, facts), speaker, role, 1);
    }
    output::result("");
}

fn print_part(corpus: &Corpus, part: &Weighed<'_>, speaker: &Speaker, role: &str, depth: usize) {
    let (sign, word) = match part.verdict {
        Verdict::Holds => ('+', speaker.say("cli-verdict-holds")),
        Verdict::Fails => ('-', speaker.say("cli-verdict-fails")),
        Verdict::Unknown => ('?', speaker.say("cli-verdict-unknown")),
    };
    let text = print(part.condition, corpus.vocabulary.terms(), Dialect::Author);
    let role = if role.is_empty() { String::new() } else { format!("{role}: ") };
    output::result(format_args!("{}{sign} {role}{text} ({word})", "  ".repeat(depth)));
    part.parts.iter().for_each(|inner| print_part(corpus, inner, speaker, "", depth + 1));
}

fn as_json(corpus: &Corpus, guideline: &Guideline, rule: &Rule, facts: &Facts) -> serde_json::Value {
    let conditions: serde_json::Map<_, _> = rule
        .conditions()
        .map(|(role, condition): (_, &Condition)| (role.to_owned(), part_json(corpus, &weigh(condition, facts))))
        .collect();
    serde_json::json!({
        "rule": rule.id,
        "outcome": outcome_id(&outcome(corpus, guideline, rule, facts)),
        "conditions": conditions,
    })
}

fn part_json(corpus: &Corpus, part: &Weighed<'_>) -> serde_json::Value {
    let verdict = match part.verdict {
        Verdict::Holds => "holds",
        Verdict::Fails => "fails",
        Verdict::Unknown => "unknown",
    };
    let parts: Vec<_> = part.parts.iter().map(|inner| part_json(corpus, inner)).collect();
    serde_json::json!({
        "condition": print(part.condition, corpus.vocabulary.terms(), Dialect::Author),
        "verdict": verdict,
        "parts": parts,
    })
}
