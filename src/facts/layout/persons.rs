//! Who is "han", who "mannen": the patient or, where the patient is a woman, her husband or another relative?

use super::super::dictionary::Layer;
use super::super::matches::Match;
use super::{CueAt, Found};
use crate::clinical::FactValue;
use crate::corpus::lexicon::{Cue, Meaning, Sexes};

/// Makes every word for a woman or a man the patient's, or a relative's where the patient is of the other sex.
pub(super) fn tell_apart(cues: &mut [CueAt], found: Found<'_>, known: Option<FactValue>) {
    let Some(sexes) = found.lexicon.sexes else { return };
    let anew = cues.iter().any(|one| one.cue == Cue::Reset);
    let patients = named(cues, found, sexes).or(known.filter(|_| !anew)).or_else(|| first_spoken_of(cues, sexes));
    for one in cues.iter_mut() {
        if let Some(theirs) = sex(one.cue, sexes) {
            one.cue = if patients.is_none_or(|patients| patients == theirs) { Cue::Patient } else { Cue::Kin };
        }
    }
}

/// Whose a word for a woman or a man is.
fn sex(cue: Cue, sexes: Sexes) -> Option<FactValue> {
    match cue {
        Cue::She | Cue::TheWoman => Some(sexes.woman),
        Cue::He | Cue::TheMan => Some(sexes.man),
        _ => None,
    }
}

/// "kvinna 72 år": the sex that the text states, where it states one. "mannen" may be anybody's.
fn named(cues: &[CueAt], found: Found<'_>, sexes: Sexes) -> Option<FactValue> {
    let others = |one: &Match| {
        let other = |cue: Cue| matches!(cue, Cue::TheWoman | Cue::TheMan | Cue::Kin | Cue::KinAfter | Cue::KinAside);
        cues.iter().any(|cue| other(cue.cue) && cue.from < one.to && one.from < cue.to)
    };
    let stated = found.matches.of(Layer::Concept).iter().filter(|one| !others(one)).filter_map(|one| {
        let Some(Meaning::Concept(concept)) = found.lexicon.meanings.get(one.meaning) else { return None };
        concept.means.iter().find(|(fact, _)| *fact == sexes.fact).map(|(_, value)| *value)
    });
    let mut stated = stated.peekable();
    let first = *stated.peek()?;
    stated.all(|value| value == first).then_some(first)
}

/// "hun passer ham": the first that is spoken of is the patient, unless a relative of that sex was named before. Where
/// nobody is, "for hende" tells as much.
fn first_spoken_of(cues: &[CueAt], sexes: Sexes) -> Option<FactValue> {
    let relatives = |cue: Cue| match cue {
        Cue::KinWoman => Some(sexes.woman),
        Cue::KinMan => Some(sexes.man),
        _ => None,
    };
    let spoken_of = |cue: Cue| match cue {
        Cue::She | Cue::He => sex(cue, sexes).map(|sex| (false, sex)),
        Cue::Her => Some((true, sexes.woman)),
        Cue::Him => Some((true, sexes.man)),
        _ => None,
    };
    let candidates = cues.iter().filter_map(|one| {
        let (aside, sex) = spoken_of(one.cue)?;
        let relative = |other: &CueAt| other.from < one.from && relatives(other.cue) == Some(sex);
        (!cues.iter().any(relative)).then_some((aside, one.from, sex))
    });
    candidates.min_by_key(|(aside, from, _)| (*aside, *from)).map(|(_, _, sex)| sex)
}
