//! `--fact ID=VALUE`: structured facts from a terminal.

use crate::clinical::{Fact, Facts};
use crate::corpus::{FactDefinition, Given, Misfit, Vocabulary};
use crate::reply::Speaker;
use crate::rules::{FactKind, closest};

/// The facts, or every refusal in words.
pub fn read(written: &[String], vocabulary: &Vocabulary, speaker: &Speaker) -> Result<Facts, Vec<String>> {
    let mut facts = Facts::default();
    let mut refusals = Vec::new();
    for fact in written {
        let Some((name, value)) = fact.split_once('=') else {
            refusals.push(speaker.tell("cli-fact-form", &[("fact", fact)]));
            continue;
        };
        let (name, value) = (name.trim(), value.trim());
        let Some(definition) = vocabulary.find(name) else {
            let near = closest(name, vocabulary.iter().map(|known| known.name.as_str()));
            refusals.push(match near {
                Some(near) => speaker.tell("cli-fact-did-you-mean", &[("fact", name), ("near", near)]),
                None => speaker.tell("cli-fact-unknown", &[("fact", name)]),
            });
            continue;
        };
        match given(definition, value, speaker) {
            None => facts.insert(definition.id, Fact::NotKnown),
            Some(Ok(value)) => facts.give(definition.id, value),
            Some(Err(misfit)) => refusals.push(refusal(definition, misfit, speaker)),
        }
    }
    if refusals.is_empty() { Ok(facts) } else { Err(refusals) }
}

/// The value as typed: numbers with comma or point, yes and no in the reader's language; `null` is "not known".
fn given(
    definition: &FactDefinition,
    value: &str,
    speaker: &Speaker,
) -> Option<Result<crate::clinical::FactValue, Misfit>> {
    if value.eq_ignore_ascii_case("null") {
        return None;
    }
    let lower = value.to_lowercase();
    let yes = ["true", "yes", speaker.say("yes")].contains(&lower.as_str());
    let no = ["false", "no", speaker.say("no")].contains(&lower.as_str());
    let number =
        value.replace(',', ".").replace('\u{2212}', "-").parse::<f64>().ok().filter(|number| number.is_finite());
    let given = match (&definition.kind, yes, no, number) {
        (FactKind::Boolean, true, ..) => Given::Boolean(true),
        (FactKind::Boolean, _, true, _) => Given::Boolean(false),
        (FactKind::Number { .. }, _, _, Some(number)) => Given::Number(number),
        _ => Given::Text(value),
    };
    Some(definition.accept(given))
}

fn refusal(definition: &FactDefinition, misfit: Misfit, speaker: &Speaker) -> String {
    let name = definition.name.as_str();
    match (&definition.kind, misfit) {
        (FactKind::Boolean, _) => speaker.tell("cli-fact-boolean", &[("fact", name)]),
        (FactKind::Choice(options), _) => {
            speaker.tell("cli-fact-choice", &[("fact", name), ("options", &options.join(", "))])
        }
        (FactKind::Number { .. }, Misfit::NotWhole) => speaker.tell("cli-fact-whole", &[("fact", name)]),
        (FactKind::Number { low, high, unit, .. }, _) => {
            let (low, high) = (speaker.number(*low), speaker.number(*high));
            let arguments = [("fact", name), ("low", low.as_str()), ("high", high.as_str()), ("unit", unit.as_str())];
            speaker.tell("cli-fact-number", &arguments)
        }
    }
}
