//! Is the lexicon whole and unambiguous? What only shows when all three languages are read.

use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasher, RandomState};

use super::read::WrittenAt;
use super::{Cue, Lexicon, Meaning, Step};
use crate::clinical::{FactId, Language};
use crate::corpus::{Fault, Vocabulary};

/// Cues without which no text is safe to read.
const NEEDED: [Cue; 16] = [
    Cue::Negation,
    Cue::NegationAfter,
    Cue::Doubt,
    Cue::DoubtAfter,
    Cue::Hypothesis,
    Cue::Kin,
    Cue::Past,
    Cue::Plan,
    Cue::Break,
    Cue::Or,
    Cue::And,
    Cue::Yes,
    Cue::No,
    Cue::Unknown,
    Cue::Reset,
    Cue::Undo,
];

/// So many ways of saying a form are compared with all others.
const MOST_WAYS: usize = 1_000;

/// Reports what no text could be read safely without: facts without words, and languages without cues.
pub fn whole(lexicon: &Lexicon, vocabulary: &Vocabulary, faults: &mut Vec<Fault>) {
    for language in Language::ALL {
        // A language whose file could not be read has faults of its own.
        if lexicon.forms.iter().any(|form| form.language == language) {
            without_words(lexicon, language, vocabulary, faults);
            without_cues(lexicon, language, faults);
        }
    }
}

/// Reports forms with two meanings. Every form is compared with all others in every way that it can be said, which takes
/// too long for each start of the program.
pub fn unambiguous(lexicon: &Lexicon, places: &[WrittenAt], faults: &mut Vec<Fault>) {
    ambiguous(lexicon, places, faults);
    foreign_function_words(lexicon, places, faults);
}

/// Which meanings compete for the same words. Cues, intents, topics and groups do not: a word may play several parts.
const fn layer(meaning: &Meaning) -> Option<u8> {
    match meaning {
        Meaning::Concept(_) | Meaning::Stop => Some(0),
        Meaning::Measure(_) | Meaning::Lasting(_) => Some(1),
        Meaning::Relation(_) => Some(2),
        Meaning::Unit(_) => Some(3),
        Meaning::Place(_) => Some(4),
        Meaning::Cue(_) | Meaning::Intent(..) | Meaning::Topic(_) | Meaning::Name(_) | Meaning::Near(_) => None,
    }
}

/// Whether the same words cannot mean both: one fact with two values, or something and what hides it.
fn contradict(one: &Meaning, other: &Meaning) -> bool {
    match (one, other) {
        (Meaning::Concept(one), Meaning::Concept(other)) => one
            .means
            .iter()
            .any(|(fact, value)| other.means.iter().any(|(another, different)| fact == another && value != different)),
        (one, other) => one != other,
    }
}

/// The same words may not mean two things that exclude each other.
fn ambiguous(lexicon: &Lexicon, places: &[WrittenAt], faults: &mut Vec<Fault>) {
    let mut seen: HashMap<u64, usize> = HashMap::new();
    let mut told = BTreeSet::new();
    let hasher = RandomState::new();
    for (index, form) in lexicon.forms.iter().enumerate() {
        let Some(meaning) = lexicon.meanings.get(form.meaning) else { continue };
        let Some(layer) = layer(meaning) else { continue };
        let mut ways = 0;
        form.pattern.every_way(&mut Vec::new(), &mut |said| {
            ways += 1;
            let first = *seen.entry(hasher.hash_one((layer, &said))).or_insert(index);
            let other = lexicon.forms.get(first).and_then(|other| lexicon.meanings.get(other.meaning));
            if other.is_some_and(|other| contradict(other, meaning))
                && let (Some(at), Some(before)) = (places.get(index), places.get(first))
                && told.insert((at.file.clone(), at.range.start))
            {
                let message =
                    format!("`{}` is said twice, with two meanings (the other is in {})", spelled(said), before.file);
                let help = "keep it where it belongs, or add the words that tell the two apart";
                faults.push(Fault::error(&at.file, at.range.clone(), message, help));
            }
            ways <= MOST_WAYS
        });
    }
}

/// A single word that states a fact may not be an everyday word of another language.
fn foreign_function_words(lexicon: &Lexicon, places: &[WrittenAt], faults: &mut Vec<Fault>) {
    for (form, at) in lexicon.forms.iter().zip(places) {
        if !matches!(lexicon.meanings.get(form.meaning), Some(Meaning::Concept(_) | Meaning::Measure(_))) {
            continue;
        }
        let mut everyday = None;
        form.pattern.words_alone(&mut |word| {
            if let Some(language) = lexicon.function_words.get(word).and_then(BTreeSet::first) {
                everyday = Some((word.to_owned(), *language));
            }
        });
        if let Some((word, language)) = everyday {
            let message = format!("`{word}` states a fact and is an everyday word of `{language}`");
            faults.push(Fault::error(&at.file, at.range.clone(), message, "add the words that tell the two apart"));
        }
    }
}

fn without_words(lexicon: &Lexicon, language: Language, vocabulary: &Vocabulary, faults: &mut Vec<Fault>) {
    let mut said: BTreeSet<FactId> = lexicon.durations.iter().map(|duration| duration.fact).collect();
    for form in lexicon.forms.iter().filter(|form| form.language == language) {
        match lexicon.meanings.get(form.meaning) {
            Some(Meaning::Concept(concept)) => said.extend(concept.means.iter().map(|(fact, _)| *fact)),
            Some(Meaning::Measure(measure)) => {
                said.insert(measure.fact);
            }
            Some(Meaning::Place(place)) => said.extend(place.municipality.map(|(fact, _)| fact)),
            _ => {}
        }
    }
    // Names of places are the same in every language, and stand in one file.
    let places_elsewhere = lexicon.meanings.iter().filter_map(|meaning| match meaning {
        Meaning::Place(place) => place.municipality.map(|(fact, _)| fact),
        _ => None,
    });
    said.extend(places_elsewhere);
    for fact in vocabulary.iter().filter(|fact| !said.contains(&fact.id)) {
        let message = format!("fact `{}` cannot be said in `{language}`", fact.name);
        let help = "add a [[concept]] or [[measure]] with the words that clinicians use";
        faults.push(Fault::error(format!("lexicon/{language}.toml"), None, message, help));
    }
}

fn without_cues(lexicon: &Lexicon, language: Language, faults: &mut Vec<Fault>) {
    let has = |cue: Cue| {
        lexicon
            .forms
            .iter()
            .any(|form| form.language == language && lexicon.meanings.get(form.meaning) == Some(&Meaning::Cue(cue)))
    };
    for cue in NEEDED.into_iter().filter(|cue| !has(*cue)) {
        let message = format!("`{language}` has no words of kind {cue:?}");
        let help = "add a [[cue]]: a text cannot be read safely without it";
        faults.push(Fault::error(format!("lexicon/{language}.toml"), None, message, help));
    }
}

fn spelled(said: &[&Step]) -> String {
    let words = said.iter().map(|step| match step {
        Step::Word(word) => word.clone(),
        Step::Begins(word) => format!("{word}~"),
        Step::Ends(word) => format!("~{word}"),
        Step::Number => "#".to_owned(),
        Step::Gap => "*".to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}
