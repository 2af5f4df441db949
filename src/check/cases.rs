//! Do the rules give what the cases say? Sets are compared exactly: an unexpected recommendation fails like a missing one.

use std::collections::BTreeSet;

use crate::answer::{Answer, Asked, answer};
use crate::clinical::{Fact, FactValue, Facts, Topic};
use crate::corpus::{Case, Corpus, Fault, Guideline};

/// Runs every case of one guideline.
pub fn check(corpus: &Corpus, guideline: &Guideline) -> Vec<Fault> {
    guideline.cases.iter().flat_map(|case| run(corpus, guideline, case)).collect()
}

/// Decides a case with its own guideline alone.
pub fn decide<'c>(corpus: &'c Corpus, guideline: &'c Guideline, case: &Case) -> Answer<'c> {
    let topic = Topic {
        subjects: BTreeSet::from([guideline.metadata.subject.clone()]),
        other_matter: false,
        // A case about staff states facts about staff; the gate on asking for them is the words', not the rules'.
        about_staff: true,
    };
    let asked = Asked {
        intent: Some(case.intent),
        region: Some(guideline.metadata.region),
        as_of: case.as_of,
        topic,
        facts: case.facts.clone(),
    };
    let mut whole = answer(corpus, &asked);
    let own = |id: &str| id == guideline.id();
    whole.recommendations.retain(|recommendation| own(recommendation.guideline().id()));
    whole.conditional.retain(|conditional| own(conditional.guideline.id()));
    whole.rejected.retain(|rejected| own(rejected.guideline.id()));
    whole.warnings.retain(|warning| warning.guideline().is_none_or(|guideline| own(guideline.id())));
    whole
}

fn run(corpus: &Corpus, guideline: &Guideline, case: &Case) -> Vec<Fault> {
    let answer = decide(corpus, guideline, case);
    let rules = |provisional: bool| {
        answer.recommendations.iter().filter(move |r| r.provisional() == provisional).map(|r| r.rule().id.as_str())
    };
    let mut faults = Vec::new();
    let mut compare = |key: &str, wanted: &[String], found: Vec<&str>| {
        let wanted: BTreeSet<_> = wanted.iter().map(String::as_str).collect();
        let found: BTreeSet<_> = found.into_iter().collect();
        if wanted != found {
            let list = |names: Vec<&str>| if names.is_empty() { "nothing".to_owned() } else { names.join(", ") };
            let missing = list(wanted.difference(&found).copied().collect());
            let surplus = list(found.difference(&wanted).copied().collect());
            let message = format!("case `{}`, {key}: {missing} is missing, {surplus} is not expected", case.name);
            let all: Vec<_> = found.iter().map(|name| format!("\"{name}\"")).collect();
            let help = format!("the rules give {key} = [{}]; mend the case or the rule", all.join(", "));
            faults.push(Fault::error(guideline.file("cases.toml"), case.place.clone(), message, help));
        }
    };
    compare("recommended", &case.recommended, rules(false).collect());
    compare("provisional", &case.provisional, rules(true).collect());
    compare("conditional", &case.conditional, answer.conditional.iter().map(|open| open.rule.id.as_str()).collect());
    compare("rejected", &case.rejected, answer.rejected.iter().map(|not| not.rule.id.as_str()).collect());
    let assumed = answer.recommendations.iter().filter(|r| r.assumed().is_some()).map(|r| r.rule().id.as_str());
    compare("assumes", &case.assumes, assumed.collect());
    let asked = |name: &&str| !name.is_empty();
    let asks = own_questions(corpus, &answer);
    compare("asks", &case.asks, asks.iter().map(String::as_str).filter(asked).collect());
    compare("warnings", &case.warnings, answer.warnings.iter().map(crate::answer::Warning::id).collect());
    faults
}

/// What this guideline's rules ask for; other guidelines of the region may ask for more.
fn own_questions(corpus: &Corpus, answer: &Answer<'_>) -> Vec<String> {
    let hangs_on = answer.conditional.iter().flat_map(|open| open.missing.iter().copied());
    let exceptions = answer.recommendations.iter().flat_map(|r| r.open_exceptions().iter().copied());
    let wanted = answer.recommendations.iter().flat_map(|r| r.rule().wants.iter().copied());
    let own: BTreeSet<_> = hangs_on.chain(exceptions).chain(wanted).collect();
    let questions = answer.questions.iter().filter(|fact| own.contains(fact));
    questions.map(|fact| corpus.vocabulary.terms().name(*fact).to_owned()).collect()
}

/// Facts as an author writes them in `cases.toml`.
pub fn in_words(corpus: &Corpus, facts: &Facts) -> String {
    let terms = corpus.vocabulary.terms();
    let written = facts.iter().filter_map(|(id, fact)| match fact {
        Fact::Known(statement) => {
            let value = match statement.value {
                FactValue::Boolean(value) => value.to_string(),
                FactValue::Number(number) => number.exact()?.to_string(),
                FactValue::Choice(option) => format!("\"{}\"", terms.option(id, option)),
            };
            Some(format!("{} = {value}", terms.name(id)))
        }
        Fact::NotKnown | Fact::Uncertain(_) | Fact::Conflicting(_) => None,
    });
    written.collect::<Vec<_>>().join(", ")
}
