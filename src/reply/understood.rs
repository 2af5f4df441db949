//! What was spoken of and is no fact, which words were taken for others, and which were not understood?

use super::conditions::Phrases;
use super::lines::{MentionLine, NotUnderstoodLine, RepairLine};
use crate::answer::Asked;
use crate::clinical::{Fact, Facts, Span};
use crate::facts::{Mention, NotUnderstood, Reading, Repair, Unused};

/// What was spoken of and is no fact of the case. What is doubted, asked or unknown stands among the facts already.
pub fn mentions(phrases: &Phrases<'_>, reading: &Reading, words: &str, asked: &Asked) -> Vec<MentionLine> {
    let mut lines: Vec<MentionLine> = Vec::new();
    for mention in reading.mentions.iter().filter(|mention| !is_a_relative(mention)) {
        if let Some(reason) = mention.unused().filter(|reason| !told(*reason, mention, &asked.facts)) {
            let line = mention_line(phrases, mention, reason, words);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines
}

/// "patientens mand" is a relative, not something of his.
fn is_a_relative(mention: &Mention) -> bool {
    let itself = |by: Span| by.start < mention.span.end && mention.span.start < by.end;
    mention.unused() == Some(Unused::Relative) && mention.changed_by.is_some_and(itself)
}

/// Whether the facts of the case tell of it.
fn told(reason: Unused, mention: &Mention, facts: &Facts) -> bool {
    match (reason, facts.get(mention.fact)) {
        (Unused::Uncertain | Unused::Asked | Unused::NotKnown, Some(Fact::Uncertain(_) | Fact::NotKnown)) => true,
        // "inte höft utan knä": the knee tells of it.
        (Unused::Denied, Some(Fact::Known(_))) => true,
        _ => false,
    }
}

fn mention_line(phrases: &Phrases<'_>, mention: &Mention, reason: Unused, words: &str) -> MentionLine {
    let written = slice(words, mention.span);
    let fact = match mention.value.or(mention.option) {
        Some(value) => phrases.statement(mention.fact, value),
        None => written.clone(),
    };
    MentionLine {
        fact: phrases.vocabulary.terms().name(mention.fact).to_owned(),
        words: written,
        reason,
        text: phrases.speaker.tell(&format!("mention-{}", reason.id()), &[("fact", &fact)]),
        span: mention.span,
    }
}

/// The words that were taken for others.
pub fn repairs(reading: &Reading) -> Vec<RepairLine> {
    let line =
        |repair: &Repair| RepairLine { written: repair.written.clone(), read: repair.read.clone(), span: repair.span };
    reading.repairs.iter().map(line).collect()
}

/// The words that nothing was made of, although they may matter.
pub fn not_understood(reading: &Reading, words: &str) -> Vec<NotUnderstoodLine> {
    let puzzles = reading.not_understood.iter();
    let line = |puzzle: &NotUnderstood| NotUnderstoodLine {
        words: slice(words, puzzle.span),
        reason: puzzle.why,
        span: puzzle.span,
    };
    puzzles.map(line).collect()
}

/// The words of a span, which counts code points.
fn slice(words: &str, span: Span) -> String {
    words.chars().skip(span.start).take(span.end.saturating_sub(span.start)).collect()
}
