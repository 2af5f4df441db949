//! Which guidelines take part? Those that bind in the region on that day and whose subject is touched.

use std::collections::BTreeSet;

use super::decide::Asked;
use crate::clinical::{Facts, Topic};
use crate::corpus::{Corpus, Guideline};

/// The guidelines of a question.
#[derive(Debug, Clone, Default)]
pub struct Candidates<'c> {
    /// Those that are decided, by id.
    pub deciding: Vec<&'c Guideline>,
    /// Those that would be, but are not valid yet on that day, by id.
    pub not_yet_valid: Vec<&'c Guideline>,
}

/// Finds the guidelines that take part. Words and facts touch subjects; when they touch none, and the words name no
/// other matter, the question is about whatever binds in the region.
#[must_use]
pub fn candidates<'c>(corpus: &'c Corpus, asked: &Asked) -> Candidates<'c> {
    let Asked { region, as_of, topic, facts, .. } = asked;
    let touched = touched(corpus, topic, facts);
    // Neither asked anything nor named anything that a guideline is about: a greeting, thanks, "new patient".
    let nothing_said = asked.intent.is_none() || topic.other_matter;
    if touched.is_empty() && nothing_said {
        return Candidates::default();
    }
    let about = |guideline: &&Guideline| touched.is_empty() || touched.contains(guideline.metadata.subject.as_str());
    let (deciding, not_yet_valid) =
        corpus.binding_in(*region).filter(about).partition(|guideline| guideline.metadata.in_force_by(*as_of));
    Candidates { deciding, not_yet_valid }
}

fn touched<'a>(corpus: &'a Corpus, topic: &'a Topic, facts: &Facts) -> BTreeSet<&'a str> {
    let by_facts = facts.iter().filter_map(|(id, _)| corpus.vocabulary.get(id)?.subject.as_deref());
    topic.subjects.iter().map(String::as_str).chain(by_facts).collect()
}
