//! How was it decided? Every rule that was asked, with what the case said of each of its conditions. An answer is decided
//! again only by the corpus that gave it: by another one it would be another answer.

use super::answer::Answer;
use super::path::{PathView, path_view};
use crate::answer::{Outcome, outcome};
use crate::ask::Service;
use crate::clinical::{Facts, Question};
use crate::corpus::{Guideline, Rule};
use crate::reply::Speaker;

/// The rules of an answer.
pub struct Trace {
    /// Those that were recommended or may come to be.
    pub leading: Vec<Traced>,
    /// Those that do not apply.
    pub rejected: Vec<Traced>,
}

/// One rule with what it came to.
pub struct Traced {
    /// Its bottom line.
    pub summary: String,
    /// `recommended`, `provisional`, `conditional` or `rejected`.
    pub outcome: &'static str,
    /// The same in words.
    pub word: String,
    /// The way there.
    pub path: PathView,
}

/// The trace of an answer; nothing when another corpus gave it.
///
/// # Errors
/// A fault of the program.
pub fn trace(service: &Service, question: &str, answer: &Answer) -> askama::Result<Option<Trace>> {
    let corpus = service.corpus();
    if corpus.fingerprint != answer.corpus {
        return Ok(None);
    }
    let facts = answer.facts(&corpus.vocabulary);
    let mut trace = Trace { leading: Vec::new(), rejected: Vec::new() };
    for guideline in guidelines(service, question, answer, &facts) {
        let asked = |rule: &&Rule| answer.intent().is_none_or(|intent| rule.answers.contains(&intent));
        for rule in guideline.rules.iter().filter(asked) {
            let traced = traced(service, answer, guideline, rule, &facts)?;
            let list = if traced.outcome == "rejected" { &mut trace.rejected } else { &mut trace.leading };
            list.push(traced);
        }
    }
    Ok(Some(trace))
}

/// The guidelines that took part: those that the answer names; where it names none, those that the words touch.
fn guidelines<'s>(service: &'s Service, question: &str, answer: &Answer, facts: &Facts) -> Vec<&'s Guideline> {
    let named = answer.recommendations.iter().map(|line| line.guideline.as_str());
    let named = named.chain(answer.conditional.iter().map(|line| line.guideline.as_str()));
    let named: Vec<_> = named.chain(answer.warnings.iter().filter_map(|line| line.guideline.as_deref())).collect();
    if named.is_empty() {
        let question = Question {
            text: question.to_owned(),
            intent: answer.intent(),
            facts: facts.clone(),
            region: answer.region(),
            language: Some(answer.language()),
            as_of: answer.as_of,
        };
        return service.candidates(&question);
    }
    service.corpus().guidelines.iter().filter(|guideline| named.contains(&guideline.id())).collect()
}

fn traced(
    service: &Service,
    answer: &Answer,
    guideline: &Guideline,
    rule: &Rule,
    facts: &Facts,
) -> askama::Result<Traced> {
    let speaker: &Speaker = service.locales().speaker(answer.language());
    let outcome = match outcome(service.corpus(), guideline, rule, facts) {
        Outcome::Recommended(recommendation) if recommendation.provisional() => "provisional",
        Outcome::Recommended(_) => "recommended",
        Outcome::Conditional(_) => "conditional",
        Outcome::Rejected(_) => "rejected",
    };
    let summary = speaker.say(&rule.id).to_owned();
    let word = speaker.say(&format!("page-outcome-{outcome}")).to_owned();
    let sheet = service.path(rule, Some(facts), answer.language());
    let path = path_view(speaker, &format!("path-{}", rule.id), &sheet, vec![summary.clone(), word.clone()])?;
    Ok(Traced { summary, outcome, word, path })
}
