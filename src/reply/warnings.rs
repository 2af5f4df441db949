//! Each warning as a sentence; one that tells of two readings says both.

use super::compose::citation_line;
use super::conditions::Phrases;
use super::lines::{CitationLine, WarningLine};
use super::phrasebook::Phrasebook;
use crate::answer::Warning;
use crate::clinical::{Fact, FactId, Facts};
use crate::corpus::Guideline;
use crate::rules::{Atom, Comparison, Condition};

/// A warning in words.
pub fn warning(phrases: &Phrases<'_>, book: &Phrasebook, warning: &Warning<'_>, facts: &Facts) -> WarningLine {
    let citations: Vec<CitationLine> = match warning {
        Warning::BoundaryNotDefined { citations, .. } | Warning::SourceInconsistent { citations, .. } => {
            citations.iter().map(|citation| citation_line(phrases.speaker, citation)).collect()
        }
        _ => Vec::new(),
    };
    WarningLine {
        id: warning.id().to_owned(),
        guideline: warning.guideline().map(|guideline| guideline.id().to_owned()),
        text: text(phrases, book, warning, facts),
        citations,
    }
}

fn text(phrases: &Phrases<'_>, book: &Phrasebook, warning: &Warning<'_>, facts: &Facts) -> String {
    let speaker = phrases.speaker;
    let id = format!("warning-{}", warning.id());
    let title = |guideline: &Guideline| book.guideline(guideline).map_or("", |words| words.title.as_str());
    let dated = |guideline: &Guideline, date: Option<jiff::civil::Date>| {
        let date = date.map(|date| speaker.date(date)).unwrap_or_default();
        let dated = book.guideline(guideline).map_or("", |words| words.dated.as_str());
        speaker.tell(&id, &[("guideline", dated), ("date", &date)])
    };
    match warning {
        Warning::GuidelineExpired(guideline) => dated(guideline, guideline.metadata.valid_to),
        Warning::GuidelineNotYetValid(guideline) => {
            dated(guideline, guideline.metadata.valid_from.or(guideline.metadata.published))
        }
        Warning::GuidelineOld(guideline) => {
            let metadata = &guideline.metadata;
            let newest = metadata.newest_date();
            let month_only = metadata.last_revised_month_only && newest == metadata.last_revised;
            let date = newest.map(|date| if month_only { speaker.month(date) } else { speaker.date(date) });
            speaker.tell(&id, &[("guideline", title(guideline)), ("date", &date.unwrap_or_default())])
        }
        Warning::GuidelineUndated(guideline) | Warning::PracticeNotDecided(guideline) => {
            speaker.tell(&id, &[("guideline", title(guideline))])
        }
        Warning::RegionNotStated | Warning::IdentifierRemoved => speaker.say(&id).to_owned(),
        Warning::OtherRegion(regions) => {
            let names: Vec<_> =
                regions.iter().map(|region| speaker.say(&format!("region-{region}")).to_owned()).collect();
            speaker.tell(&id, &[("regions", &speaker.list("list-and", &names))])
        }
        Warning::BoundaryNotDefined { guideline, fact, value, .. } => boundary(phrases, &id, guideline, *fact, *value),
        Warning::SourceInconsistent { advisory, .. } => {
            book.advisory(&advisory.id).map(|note| note.text.clone()).unwrap_or_default()
        }
        Warning::ConflictingFacts(fact) => {
            let values = match facts.get(*fact) {
                Some(Fact::Conflicting(statements)) => {
                    statements.iter().map(|statement| phrases.value(*fact, statement.value)).collect()
                }
                _ => Vec::new(),
            };
            let values = speaker.list("list-and", &values);
            speaker.tell(&id, &[("fact", phrases.label(*fact)), ("values", &values)])
        }
        Warning::UncertainFact(fact) => speaker.tell(&id, &[("fact", phrases.label(*fact))]),
    }
}

/// What the guideline does say on either side of the value that it leaves open.
fn boundary(phrases: &Phrases<'_>, id: &str, guideline: &Guideline, fact: FactId, value: f64) -> String {
    let rules = guideline.rules.iter().flat_map(|rule| rule.conditions().map(|(_, condition)| condition));
    let mut said = strict(phrases, rules, fact, value);
    if said.is_empty() {
        // A limit that only another layer of the document prints stands in what is told of the contradiction.
        said = strict(phrases, guideline.advisories.iter().map(|advisory| &advisory.when), fact, value);
    }
    let conditions = phrases.speaker.list("list-and", &said);
    let value = phrases.number(fact, value);
    phrases.speaker.tell(id, &[("fact", phrases.label(fact)), ("value", &value), ("conditions", &conditions)])
}

/// The strict comparisons of a fact with a value, in words, each once.
fn strict<'r>(
    phrases: &Phrases<'_>,
    conditions: impl Iterator<Item = &'r Condition>,
    fact: FactId,
    value: f64,
) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for condition in conditions {
        condition.for_each_atom(&mut |atom| {
            let strict = matches!(atom, Atom::Compare(of, Comparison::Less | Comparison::Greater, limit) if *of == fact && *limit == value);
            let words = strict.then(|| phrases.atom(atom, true));
            said.extend(words.filter(|words| !said.contains(words)).into_iter().collect::<Vec<_>>());
        });
    }
    said
}
