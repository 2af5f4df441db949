//! `nordvis explain`: every rule of a guideline with the verdict of each part of its condition.

use super::open::open;
use super::{Exit, facts, output};
use crate::answer::Asked;
use crate::clinical::Topic;
use crate::config::Explain;
use crate::corpus::Guideline;
use crate::http::today;
use crate::reply::{ConditionTrace, RuleTrace, Speaker, guideline_trace};
use crate::rules::closest;

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
    let asked = Asked { intent: None, region: None, as_of: today(), topic: Topic::default(), facts };
    let voice = opened.service.locales().voice(opened.language);
    let trace = guideline_trace(voice, corpus, guideline, &asked);
    if call.json {
        let rules: serde_json::Value = trace.rules.iter().map(as_json).collect();
        output::result(rules);
    } else {
        trace.rules.iter().for_each(|rule| print_rule(rule, speaker));
    }
    Exit::Done
}

fn print_rule(rule: &RuleTrace, speaker: &Speaker) {
    output::result(format_args!("{}: {}", rule.id, speaker.say(&format!("cli-outcome-{}", rule.outcome))));
    rule.conditions.iter().for_each(|condition| print_part(condition, speaker, 1));
    output::result("");
}

fn print_part(part: &ConditionTrace, speaker: &Speaker, depth: usize) {
    let sign = match part.verdict {
        "holds" => '+',
        "fails" => '-',
        _ => '?',
    };
    let word = speaker.say(&format!("cli-verdict-{}", part.verdict));
    let role = if part.role.is_empty() { String::new() } else { format!("{}: ", part.role) };
    output::result(format_args!("{}{sign} {role}{} ({word})", "  ".repeat(depth), part.condition));
    part.parts.iter().for_each(|inner| print_part(inner, speaker, depth + 1));
}

fn as_json(rule: &RuleTrace) -> serde_json::Value {
    let conditions: serde_json::Map<_, _> =
        rule.conditions.iter().map(|condition| (condition.role.to_owned(), part_json(condition))).collect();
    serde_json::json!({"rule": rule.id, "outcome": rule.outcome, "conditions": conditions})
}

fn part_json(part: &ConditionTrace) -> serde_json::Value {
    let parts: Vec<_> = part.parts.iter().map(part_json).collect();
    serde_json::json!({"condition": part.condition, "verdict": part.verdict, "parts": parts})
}
