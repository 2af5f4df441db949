//! Every form of the lexicon, denied, doubted, a relative's and supposed: it is never the patient's fact.

use nordvis::clinical::{FactId, FactValue, Language};
use nordvis::corpus::Lexicon;
use nordvis::corpus::lexicon::{Concept, Form, GroupId, Meaning, Step};
use nordvis::facts::State;

use crate::service::{reader, service};

/// So many ways of saying each form are tried.
const WAYS: usize = 12;

/// Sentences around a form, in which it is not the patient's present fact.
struct Frame {
    name: &'static str,
    sentences: [&'static str; 3],
    /// Which concepts it says nothing of.
    passes: fn(&Concept) -> bool,
    /// Whether it says nothing of a denial: "ingen saknar internet".
    of_affirmations: bool,
}

const FRAMES: [Frame; 6] = [
    Frame {
        name: "denied",
        sentences: ["Ingen {}.", "Ingen {}.", "No {}."],
        passes: |concept| concept.undeniable,
        of_affirmations: true,
    },
    Frame {
        name: "doubted",
        sentences: ["Misstänkt {}.", "Mistanke om {}.", "Suspected {}."],
        passes: |concept| concept.certain,
        of_affirmations: true,
    },
    Frame {
        name: "cannot be ruled out",
        sentences: ["Kan inte utesluta {}.", "Kan ikke udelukke {}.", "Cannot rule out {}."],
        passes: |concept| concept.certain,
        of_affirmations: true,
    },
    Frame {
        name: "a relative's",
        sentences: ["Hennes mor hade {}.", "Hendes mor havde {}.", "Her mother had {}."],
        passes: |_| false,
        of_affirmations: false,
    },
    Frame {
        name: "another relative's",
        sentences: ["Systern har {}.", "Søsteren har {}.", "The sister has {}."],
        passes: |_| false,
        of_affirmations: false,
    },
    Frame {
        name: "supposed",
        sentences: ["Om hon får {}, vad gör vi?", "Hvis hun får {}, hvad gør vi?", "If she gets {}, what do we do?"],
        passes: |_| false,
        of_affirmations: false,
    },
];

/// Some ways of saying a form, as a clinician would write them.
pub fn ways(form: &Form) -> Vec<String> {
    let mut all = Vec::new();
    form.pattern.every_way(&mut Vec::new(), &mut |said| {
        let words: Vec<&str> = said
            .iter()
            .filter_map(|step| match step {
                Step::Word(word) | Step::Begins(word) | Step::Ends(word) => Some(word.as_str()),
                Step::Number => Some("2"),
                Step::Gap => None,
            })
            .collect();
        all.push(words.join(" "));
        all.len() < WAYS
    });
    all
}

/// Whether a form says itself that it is not so: "saknar internet" is a denial already.
fn speaks_for_itself(concept: &Concept) -> bool {
    concept.means.iter().any(|(_, value)| *value == FactValue::Boolean(false))
}

/// Words that deny by themselves what they stand near: "utan resultat".
const DENIALS: [&str; 13] =
    ["utan", "ingen", "inte", "ej", "ua", "u", "uden", "ikke", "intet", "no", "not", "without", "normal"];

/// Words of a group, one after the other, in one language.
fn words_of(lexicon: &Lexicon, group: GroupId, language: Language) -> Vec<String> {
    let forms = lexicon.forms.iter().filter(|form| form.language == language);
    let near = forms.filter(|form| lexicon.meanings.get(form.meaning) == Some(&Meaning::Near(group)));
    let words = near.flat_map(|form| ways(form).into_iter().take(1));
    words.filter(|words| !words.split(' ').any(|word| DENIALS.contains(&word) || word.ends_with("n't"))).collect()
}

/// What is said in a frame: the form, with one of the words that it needs near.
fn said(lexicon: &Lexicon, concept: &Concept, form: &Form) -> Vec<String> {
    let near = concept.near.map(|group| words_of(lexicon, group, form.language));
    let ways = ways(form).into_iter();
    match near {
        // Another word for every way, so that each is tried with some.
        Some(near) => ways.zip(near.iter().cycle()).map(|(way, word)| format!("{way} {word}")).collect(),
        None => ways.collect(),
    }
}

/// What is known after a message to which everything was asked.
fn known(text: &str, concept: &Concept) -> Option<FactId> {
    let asked: Vec<FactId> = concept.means.iter().map(|(fact, _)| *fact).collect();
    let facts = State::default().next(reader(), text, "2026-11-21".parse().unwrap(), &asked).facts;
    concept.means.iter().find(|(fact, value)| facts.value(*fact) == Some(*value)).map(|(fact, _)| *fact)
}

#[test]
fn no_form_is_a_fact_where_it_is_denied_doubted_supposed_or_a_relatives() {
    let (mut tried, mut wrong) = (0, Vec::new());
    let service = service();
    let lexicon = &service.corpus().lexicon;
    for form in &lexicon.forms {
        let Some(Meaning::Concept(concept)) = lexicon.meanings.get(form.meaning) else { continue };
        let denial = speaks_for_itself(concept);
        for frame in FRAMES.iter().filter(|frame| !((frame.passes)(concept) || denial && frame.of_affirmations)) {
            let place = Language::ALL.iter().position(|language| *language == form.language).unwrap();
            for way in said(lexicon, concept, form) {
                let text = frame.sentences[place].replace("{}", &way);
                tried += 1;
                if let Some(fact) = known(&text, concept) {
                    let name = &reader().vocabulary().get(fact).unwrap().name;
                    wrong.push(format!("{}: {text} -> {name}", frame.name));
                }
            }
        }
    }
    assert!(tried > 20_000, "only {tried} were tried");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}

/// A number is the patient's only where it is said of the patient, as it is.
#[test]
fn no_number_is_a_fact_where_it_is_supposed_or_a_relatives() {
    let frames = [
        ["Hennes mor har {} 22.", "Hendes mor har {} 22.", "Her mother has {} 22."],
        ["Om hon får {} 22, vad gör vi?", "Hvis hun får {} 22, hvad gør vi?", "If she gets {} 22, what do we do?"],
    ];
    let (mut tried, mut wrong) = (0, Vec::new());
    let service = service();
    let lexicon = &service.corpus().lexicon;
    for form in &lexicon.forms {
        let Some(Meaning::Measure(measure)) = lexicon.meanings.get(form.meaning) else { continue };
        let place = Language::ALL.iter().position(|language| *language == form.language).unwrap();
        for (frame, way) in frames.iter().flat_map(|frame| ways(form).into_iter().map(move |way| (frame, way))) {
            let text = frame[place].replace("{}", &way);
            tried += 1;
            if reader().read(&text, "2026-11-21".parse().unwrap()).facts.value(measure.fact).is_some() {
                wrong.push(text);
            }
        }
    }
    assert!(tried > 300, "only {tried} were tried");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}
