//! What is still to be asked, the most decisive first.

use std::collections::BTreeMap;

use super::outcome::Outcome;
use crate::clinical::{Fact, FactId, Facts, Topic};
use crate::corpus::Vocabulary;
use crate::rules;

/// The unknown facts that would decide a rule, lift an exception or complete a recommendation's content: by how many
/// rules each would decide alone, then in the vocabulary's order. What cannot change this answer is not asked for.
pub fn questions(vocabulary: &Vocabulary, outcomes: &[Outcome<'_>], facts: &Facts, topic: &Topic) -> Vec<FactId> {
    let mut decides: BTreeMap<FactId, usize> = BTreeMap::new();
    for outcome in outcomes {
        let (asked, settling) = match outcome {
            Outcome::Conditional(conditional) => {
                (conditional.missing.clone(), rules::settling(&conditional.rule.when, facts))
            }
            Outcome::Recommended(recommendation) => {
                let rule = recommendation.rule();
                let wanted = rule.wants.iter().copied().filter(|fact| facts.value(*fact).is_none());
                let asked = recommendation.open_exceptions().iter().copied().chain(wanted).collect();
                let settling = rule.unless.iter().flat_map(|exception| rules::settling(exception, facts)).collect();
                (asked, settling)
            }
            Outcome::Rejected(_) => continue,
        };
        for fact in asked {
            *decides.entry(fact).or_default() += usize::from(settling.contains(&fact));
        }
    }
    let mut asked: Vec<_> = decides.into_iter().filter(|(fact, _)| may_ask(vocabulary, *fact, topic)).collect();
    // What the clinician has said not to know is asked for last: the next answer is rather about something else.
    let not_known = |fact| matches!(facts.get(fact), Some(Fact::NotKnown));
    asked.sort_by_key(|(fact, decided)| (not_known(*fact), std::cmp::Reverse(*decided), *fact));
    asked.into_iter().map(|(fact, _)| fact).collect()
}

/// Facts about the staff are asked for only when the words are about staff.
fn may_ask(vocabulary: &Vocabulary, fact: FactId, topic: &Topic) -> bool {
    vocabulary.get(fact).is_some_and(|definition| topic.about_staff || !definition.about_staff)
}
