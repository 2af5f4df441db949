//! Every form of the lexicon, denied, doubted, a relative's and supposed: it is never the patient's fact.

use nordvis::clinical::{FactValue, Language};
use nordvis::corpus::lexicon::{Concept, Form, Meaning, Step};

use crate::service::{reader, service};

/// So many ways of saying each form are tried.
const WAYS: usize = 12;

/// Sentences around a form, in which it is not the patient's present fact.
struct Frame {
    name: &'static str,
    sentences: [&'static str; 3],
    /// Which concepts it says nothing of.
    passes: fn(&Concept) -> bool,
}

const FRAMES: [Frame; 6] = [
    Frame { name: "denied", sentences: ["Ingen {}.", "Ingen {}.", "No {}."], passes: |concept| concept.undeniable },
    Frame {
        name: "doubted",
        sentences: ["Misstänkt {}.", "Mistanke om {}.", "Suspected {}."],
        passes: |concept| concept.certain,
    },
    Frame {
        name: "cannot be ruled out",
        sentences: ["Kan inte utesluta {}.", "Kan ikke udelukke {}.", "Cannot rule out {}."],
        passes: |concept| concept.certain,
    },
    Frame {
        name: "a relative's",
        sentences: ["Hennes mor hade {}.", "Hendes mor havde {}.", "Her mother had {}."],
        passes: |_| false,
    },
    Frame {
        name: "another relative's",
        sentences: ["Systern har {}.", "Søsteren har {}.", "The sister has {}."],
        passes: |_| false,
    },
    Frame {
        name: "supposed",
        sentences: ["Om hon får {}, vad gör vi?", "Hvis hun får {}, hvad gør vi?", "If she gets {}, what do we do?"],
        passes: |_| false,
    },
];

/// Some ways of saying a form, as a clinician would write them.
fn ways(form: &Form) -> Vec<String> {
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

#[test]
fn no_form_is_a_fact_where_it_is_denied_doubted_supposed_or_a_relatives() {
    let as_of = "2026-11-21".parse().unwrap();
    let (mut tried, mut wrong) = (0, Vec::new());
    let service = service();
    let lexicon = &service.corpus().lexicon;
    for form in &lexicon.forms {
        let Some(Meaning::Concept(concept)) = lexicon.meanings.get(form.meaning) else { continue };
        if concept.near.is_some() || concept.answer || speaks_for_itself(concept) {
            continue;
        }
        for frame in FRAMES.iter().filter(|frame| !(frame.passes)(concept)) {
            let place = Language::ALL.iter().position(|language| *language == form.language).unwrap();
            for way in ways(form) {
                let text = frame.sentences[place].replace("{}", &way);
                let facts = reader().read(&text, as_of).facts;
                tried += 1;
                let said = concept.means.iter().find(|(fact, value)| facts.value(*fact) == Some(*value));
                if let Some((fact, _)) = said {
                    let name = &reader().vocabulary().get(*fact).unwrap().name;
                    wrong.push(format!("{}: {text} -> {name}", frame.name));
                }
            }
        }
    }
    assert!(tried > 10_000, "only {tried} were tried");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}
