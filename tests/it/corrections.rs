//! What corrects or takes back what was said before does so, for every option and every form; and nothing else is lost.

use nordvis::clinical::{Fact, FactId, FactValue, Language};
use nordvis::corpus::Lexicon;
use nordvis::corpus::lexicon::{Concept, Form, Meaning};
use nordvis::facts::{State, Turned};

use crate::counterexamples::ways;
use crate::scored::{as_of, read_facts};
use crate::service::{reader, service};

/// Options of a choice as one language says them: in a first statement, and alone in a correction.
struct Options {
    fact: &'static str,
    language: usize,
    said: &'static [(&'static str, &'static str, &'static str)],
}

const OPTIONS: [Options; 9] = [
    Options {
        fact: "fracture_site",
        language: 0,
        said: &[
            ("hip", "höftfraktur", "höften"),
            ("wrist", "handledsfraktur", "handleden"),
            ("shoulder", "axelfraktur", "axeln"),
            ("pelvis", "bäckenfraktur", "bäckenet"),
            ("vertebra", "kotfraktur", "kotan"),
        ],
    },
    Options {
        fact: "fracture_site",
        language: 1,
        said: &[
            ("hip", "hoftebrud", "hoften"),
            ("wrist", "håndledsbrud", "håndleddet"),
            ("shoulder", "skulderbrud", "skulderen"),
            ("pelvis", "bækkenbrud", "bækkenet"),
            ("vertebra", "hvirvelbrud", "ryghvirvlen"),
        ],
    },
    Options {
        fact: "fracture_site",
        language: 2,
        said: &[
            ("hip", "hip fracture", "the hip"),
            ("wrist", "wrist fracture", "the wrist"),
            ("shoulder", "shoulder fracture", "the shoulder"),
            ("pelvis", "pelvic fracture", "the pelvis"),
        ],
    },
    Options {
        fact: "oa_joint",
        language: 0,
        said: &[("hip", "höftartros", "höften"), ("knee", "knäartros", "knät"), ("hand", "handartros", "handen")],
    },
    Options {
        fact: "oa_joint",
        language: 1,
        said: &[("hip", "hofteartrose", "hoften"), ("knee", "knæartrose", "knæet"), ("hand", "håndartrose", "hånden")],
    },
    Options {
        fact: "oa_joint",
        language: 2,
        said: &[("hip", "hip OA", "the hip"), ("knee", "knee OA", "the knee"), ("hand", "hand OA", "the hand")],
    },
    Options {
        fact: "current_drug",
        language: 0,
        said: &[
            ("denosumab", "står på denosumab", "Prolia"),
            ("oral_bisphosphonate", "står på alendronat", "Fosamax"),
            ("teriparatide", "står på teriparatid", "Forsteo"),
        ],
    },
    Options {
        fact: "current_drug",
        language: 1,
        said: &[
            ("denosumab", "får denosumab", "Prolia"),
            ("oral_bisphosphonate", "får alendronat", "Fosamax"),
            ("teriparatide", "får teriparatid", "Forsteo"),
        ],
    },
    Options {
        fact: "current_drug",
        language: 2,
        said: &[
            ("denosumab", "takes denosumab", "Prolia"),
            ("oral_bisphosphonate", "takes alendronate", "Fosamax"),
            ("teriparatide", "takes teriparatide", "Forsteo"),
        ],
    },
];

const CORRECTIONS: [&[&str]; 3] = [
    &[
        "nej, {new}",
        "nej inte {old}, {new}",
        "nej, inte {old} utan {new}",
        "inte {old} utan {new}",
        "{new}, inte {old}",
        "förlåt, {new}",
        "förlåt, det är {new}",
        "jag menade {new}",
        "det skulle vara {new}",
        "rättelse: {new}",
        "korrigering: {new}, inte {old}",
        "eGFR 44, och det är {new}, inte {old}",
    ],
    &[
        "nej, {new}",
        "nej ikke {old}, {new}",
        "ikke {old} men {new}",
        "{new}, ikke {old}",
        "undskyld, {new}",
        "undskyld, det er {new}",
        "jeg mente {new}",
        "det skulle være {new}",
        "rettelse: {new}",
        "korrektion: {new}, ikke {old}",
        "eGFR 44, og det er {new}, ikke {old}",
    ],
    &[
        "no, {new}",
        "no not {old}, {new}",
        "not {old} but {new}",
        "{new}, not {old}",
        "sorry, {new}",
        "sorry, it's {new}",
        "I meant {new}",
        "it should be {new}",
        "correction: {new}",
        "correction: {new}, not {old}",
        "eGFR 44, and it's {new}, not {old}",
    ],
];

fn after(turns: &[&str]) -> State {
    turns.iter().fold(State::default(), |state, turn| state.next(reader(), turn, as_of(), &[]))
}

#[test]
fn an_option_named_alone_takes_the_place_of_the_one_said_before() {
    let mut wrong = Vec::new();
    for options in &OPTIONS {
        let pairs = options.said.iter().flat_map(|old| options.said.iter().map(move |new| (old, new)));
        for (old, new) in pairs.filter(|(old, new)| old.0 != new.0) {
            let first = format!("FRAX 22, {}.", old.1);
            for frame in CORRECTIONS[options.language] {
                let second = frame.replace("{new}", new.2).replace("{old}", old.2);
                let facts = read_facts(&after(&[&first, &second]).facts, reader().vocabulary());
                let corrected = facts.contains(&(options.fact.to_owned(), format!("{:?}", new.0)));
                if !corrected || !facts.contains(&("frax_percent".to_owned(), "22".to_owned())) {
                    wrong.push(format!("{first} || {second} -> {facts:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

/// What is only spoken of beside it corrects nothing.
#[test]
fn an_option_spoken_of_in_passing_corrects_nothing() {
    for (first, second) in [
        ("Höftfraktur, eGFR 40", "nej, hon har ont i handleden"),
        ("Hoftebrud, eGFR 40", "nej, men hun har smerter i håndleddet"),
        ("Hip fracture, eGFR 40", "no, but she has pain in the wrist"),
        ("Hip fracture, eGFR 40", "sorry, eGFR 44"),
        ("Höftfraktur, eGFR 40", "ingen dysfagi"),
        ("Står på alendronat, höftfraktur", "förlåt, FRAX 20, och hon tål inte Fosamax"),
    ] {
        let site = reader().vocabulary().find("fracture_site").unwrap();
        let facts = after(&[first, second]).facts;
        assert_eq!(facts.value(site.id), site.option("hip"), "{first} || {second}");
    }
}

const RETRACTIONS: [&[&str]; 3] = [
    &[
        "stryk {}",
        "glöm {}",
        "bortse från {}",
        "glöm det där om {}",
        "{} gällde en annan patient",
        "glöm {}, det var en annan patient",
    ],
    &[
        "stryg {}",
        "glem {}",
        "se bort fra {}",
        "glem det med {}",
        "{} gjaldt en anden patient",
        "glem {}, det var en anden patient",
    ],
    &[
        "ignore {}",
        "forget {}",
        "disregard {}",
        "forget about {}",
        "{} was another patient",
        "forget {}, that was another patient",
    ],
];

/// Forms that state a fact on their own.
fn stating(lexicon: &Lexicon) -> impl Iterator<Item = (&Form, &Concept)> {
    lexicon.forms.iter().filter_map(|form| match lexicon.meanings.get(form.meaning) {
        Some(Meaning::Concept(concept)) if concept.near.is_none() && !concept.answer && !concept.weak => {
            Some((form, concept))
        }
        _ => None,
    })
}

/// A few words, as what is taken back is named with; not a whole sentence, and no denial: "glöm inte" takes nothing back.
fn is_a_name(way: &str) -> bool {
    let denies = ["inte ", "ej ", "ikke ", "not "].iter().any(|denial| way.starts_with(denial));
    !denies && way.split(' ').count() <= 3 && way.chars().all(|char| char.is_alphabetic() || matches!(char, ' ' | '-'))
}

#[test]
fn every_fact_can_be_taken_back_by_its_words_and_takes_nothing_with_it() {
    let (mut tried, mut wrong) = (0, Vec::new());
    let service = service();
    let frax: FactId = reader().vocabulary().find("frax_percent").unwrap().id;
    for (form, concept) in stating(&service.corpus().lexicon) {
        let language = Language::ALL.iter().position(|language| *language == form.language).unwrap();
        for way in ways(form).into_iter().filter(|way| is_a_name(way)).take(2) {
            let first = after(&["FRAX 22.", &way]);
            let known =
                |state: &State| concept.means.iter().any(|(fact, value)| state.facts.value(*fact) == Some(*value));
            // What needs more words around it is no name of the fact.
            if !known(&first) || first.facts.value(frax).is_none() {
                continue;
            }
            for frame in RETRACTIONS[language] {
                tried += 1;
                let turn = frame.replace("{}", &way);
                let second = first.next(reader(), &turn, as_of(), &[]);
                if known(&second) || second.facts.value(frax).is_none() {
                    wrong.push(format!("{way} || {turn}"));
                }
            }
        }
    }
    assert!(tried > 5_000, "only {tried} were tried");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}

/// A statement of another patient's is not this one's, also where nothing was known before.
#[test]
fn what_is_said_of_another_patient_is_not_this_ones() {
    for text in [
        "Dysfagin gällde en annan patient.",
        "Glöm dysfagin, det var en annan patient.",
        "Dysfagien gjaldt en anden patient.",
        "The dysphagia was another patient.",
    ] {
        let state = after(&["eGFR 40", text]);
        let facts = read_facts(&state.facts, reader().vocabulary());
        assert_eq!(facts.len(), 1, "{text}: {facts:?}");
    }
}

const FORGETTINGS: [&[&str]; 3] = [
    &[
        "glöm det",
        "nej, glöm det",
        "förlåt, stryk det där",
        "bortse från det",
        "det gällde en annan patient",
        "fel patient",
    ],
    &[
        "glem det",
        "nej, glem det",
        "undskyld, stryg det",
        "se bort fra det",
        "det var en anden patient",
        "forkert patient",
    ],
    &["forget it", "no, forget that", "sorry, scratch that", "never mind", "that was another patient", "wrong patient"],
];

#[test]
fn what_was_answered_last_is_taken_back_by_words_that_name_nothing() {
    let home_care = reader().vocabulary().find("home_care").unwrap().id;
    let first = after(&["Artros, FRAX 22."]);
    for (language, (yes, frames)) in ["ja", "ja", "yes"].into_iter().zip(FORGETTINGS).enumerate() {
        let answered = first.next(reader(), yes, as_of(), &[home_care]);
        assert!(answered.facts.value(home_care).is_some());
        for frame in frames {
            let back = answered.next(reader(), frame, as_of(), &[]);
            assert_eq!(back.turns, first.turns, "{frame}");
            assert_eq!(back.reading.turned, Some(Turned::Back), "{frame}");
        }
        let kept = ["glöm det inte", "glem det ikke", "don't forget it"][language];
        assert!(answered.next(reader(), kept, as_of(), &[]).facts.value(home_care).is_some(), "{kept}");
    }
    // A question beside it is no empty message.
    let asks = first.next(reader(), "glöm det, vad är nästa steg?", as_of(), &[]);
    assert_eq!(asks.reading.turned, None);
}

#[test]
fn what_is_not_to_be_taken_back_stays() {
    for [fact, denial] in [
        ["Dysfagi, eGFR 40", "du ska inte stryka dysfagin"],
        ["Dysfagi, eGFR 40", "dysfagin får vi inte glömma, stryk den inte"],
        ["Dysfagi, eGFR 40", "vi får aldrig glömma dysfagin"],
        ["Dysfagi, eGFR 40", "jag vill inte att du tar bort dysfagin"],
        ["Dysfagi, eGFR 40", "du må ikke slette dysfagien"],
        ["Dysfagi, eGFR 40", "vi må aldrig glemme dysfagien"],
        ["Dysphagia, eGFR 40", "you should not remove the dysphagia"],
        ["Dysphagia, eGFR 40", "we must never forget the dysphagia"],
    ] {
        let facts = read_facts(&after(&[fact, denial]).facts, reader().vocabulary());
        assert!(facts.contains(&("dysphagia".to_owned(), "true".to_owned())), "{denial}: {facts:?}");
    }
}

/// What an answer in words changes: the first turn, the answers to it, the facts asked for, and every fact that is then
/// otherwise than before, as "fact=value", "fact=?" where it is uncertain and "fact=-" where it is said to be not known.
type Answered = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

const ANSWERED: [Answered; 22] = [
    // One answer, whatever goes on with it.
    (
        "Kvinna 75 år, osteoporos, FRAX 34 %, eGFR 50. Vilket läkemedel?",
        &["nej, det har hon inte", "nej. Det har hon inte.", "nej det har hon inte", "nej", "nej, inte ännu"],
        &["dysphagia", "cognitive_impairment"],
        &["dysphagia=false"],
    ),
    (
        "Kvinna 75 år, osteoporos, FRAX 34 %, eGFR 50. Vilket läkemedel?",
        &["ja, det stämmer", "ja, det har hon", "ja, stämmer", "ja, absolut", "Ja."],
        &["dysphagia", "cognitive_impairment"],
        &["dysphagia=true"],
    ),
    (
        "Kvinna 75 år, osteoporos, FRAX 34 %, eGFR 50. Vilket läkemedel?",
        &["nej, det stämmer", "nej, inte vad jag vet", "nej, det tror jag inte", "jag tror det", "ja, kanske"],
        &["dysphagia", "cognitive_impairment"],
        &["dysphagia=?"],
    ),
    (
        "Kvinna 75 år, osteoporos, FRAX 34 %, eGFR 50. Vilket läkemedel?",
        &["nej, vet inte", "vet inte"],
        &["dysphagia", "cognitive_impairment"],
        &["dysphagia=-"],
    ),
    (
        "Kvinde 72 år, knæartrose. Hvor henviser jeg til træning?",
        &["nej, det har hun ikke", "nej det gør hun ikke", "nej", "nej, slet ikke"],
        &["home_care", "low_self_care"],
        &["home_care=false"],
    ),
    (
        "Kvinde 72 år, knæartrose. Hvor henviser jeg til træning?",
        &["ja, det gør hun", "ja, det har hun", "ja"],
        &["home_care", "low_self_care"],
        &["home_care=true"],
    ),
    (
        "Kvinde 72 år, knæartrose. Hvor henviser jeg til træning?",
        &["ja, måske", "ja, det tror jeg", "nej det tror jeg ikke"],
        &["home_care", "low_self_care"],
        &["home_care=?"],
    ),
    (
        "Woman 75, osteoporosis, FRAX 34 %, eGFR 50. Which drug?",
        &["no, she doesn't", "no, she does not", "no, she has not", "no she has not", "no", "no, not yet"],
        &["dysphagia", "cognitive_impairment"],
        &["dysphagia=false"],
    ),
    (
        "Woman 75, osteoporosis, FRAX 34 %, eGFR 50. Which drug?",
        &["yes, that's right", "yes, she does", "yes, correct", "yes"],
        &["dysphagia", "cognitive_impairment"],
        &["dysphagia=true"],
    ),
    (
        "Woman 75, osteoporosis, FRAX 34 %, eGFR 50. Which drug?",
        &["yes, maybe", "no, I don't think so"],
        &["dysphagia", "cognitive_impairment"],
        &["dysphagia=?"],
    ),
    ("Woman 72, knee osteoarthritis.", &["no, she doesn't"], &["home_care", "low_self_care"], &["home_care=false"]),
    // Several answers are as many.
    (
        "Woman 75, osteoporosis, FRAX 34 %, eGFR 50.",
        &["no, no, yes", "No. No. Yes."],
        &["dysphagia", "cognitive_impairment", "sick_listed"],
        &["cognitive_impairment=false", "dysphagia=false", "sick_listed=true"],
    ),
    // A denial that may be of what was asked and of what was said is of neither.
    (
        "Kvinde 72 år, knæartrose, får hjemmepleje.",
        &["nej det gør hun ikke", "nej, det gør hun ikke", "det gør hun ikke alligevel", "nej, det tror jeg ikke"],
        &["nonsurgical_tried", "sufficient_relief"],
        &["home_care=?", "nonsurgical_tried=?"],
    ),
    (
        "Kvinde 72 år, knæartrose, nedsat egenomsorg.",
        &["nej, det har hun ikke"],
        &["nonsurgical_tried", "sufficient_relief"],
        &["low_self_care=?", "nonsurgical_tried=?"],
    ),
    (
        "Kvinde 72 år, knæartrose, sårbar.",
        &["nej det er hun ikke"],
        &["nonsurgical_tried"],
        &["nonsurgical_tried=?", "vulnerable=?"],
    ),
    (
        "Kvinna 63 år, knäartros, har BankID.",
        &["nej det har hon inte", "nej, det har hon inte"],
        &["core_treatment_done"],
        &["core_treatment_done=?", "has_eid=?"],
    ),
    ("Kvinde 72 år, knæartrose, får hjemmepleje.", &["nej"], &["nonsurgical_tried"], &["nonsurgical_tried=false"]),
    // What a number is asked for is no answer, and takes back.
    ("Kvinna 75 år, dysfagi.", &["nej, det har hon inte"], &["egfr_ml_min"], &["dysphagia=false"]),
    // There is a way back.
    ("ingen dysfagi", &["jo, det har hon"], &["cognitive_impairment"], &["cognitive_impairment=?", "dysphagia=?"]),
    ("ingen dysfagi", &["jo, det har hon"], &["egfr_ml_min"], &["dysphagia=?"]),
    ("ingen dysfagi", &["jo"], &["cognitive_impairment"], &["cognitive_impairment=true"]),
    ("no dysphagia", &["yes she does"], &["egfr_ml_min"], &["dysphagia=?"]),
];

fn shown(fact: &Fact) -> String {
    match fact {
        Fact::Known(said) => match said.value {
            FactValue::Boolean(value) => value.to_string(),
            other => format!("{other:?}"),
        },
        Fact::NotKnown => "-".to_owned(),
        Fact::Uncertain(_) | Fact::Conflicting(_) => "?".to_owned(),
    }
}

#[test]
fn one_answer_changes_what_was_asked_or_takes_back_what_was_said_and_nothing_else() {
    let vocabulary = reader().vocabulary();
    let mut wrong = Vec::new();
    for (first, answers, asked, wanted) in ANSWERED {
        let asked: Vec<FactId> = asked.iter().map(|name| vocabulary.find(name).unwrap().id).collect();
        let before = after(&[first]);
        for answer in answers {
            let state = before.next(reader(), answer, as_of(), &asked);
            let changed = state.facts.iter().map(|(id, fact)| (id, shown(fact)));
            let changed = changed.filter(|(id, now)| before.facts.get(*id).map(shown).as_ref() != Some(now));
            let mut changed: Vec<String> =
                changed.map(|(id, now)| format!("{}={now}", vocabulary.get(id).unwrap().name)).collect();
            changed.sort_unstable();
            if changed != wanted {
                wrong.push(format!("{first} | {answer}: {changed:?} instead of {wanted:?}"));
            }
            // What changed something was understood.
            if !state.reading.not_understood.is_empty() {
                wrong.push(format!("{first} | {answer}: {:?}", state.reading.not_understood));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Who answers one question after the other denies none of the answers before.
#[test]
fn an_answer_in_words_leaves_the_one_before_it() {
    let vocabulary = reader().vocabulary();
    let [care, self_care] = ["home_care", "low_self_care"].map(|name| vocabulary.find(name).unwrap().id);
    let first = after(&["Kvinde 72 år, knæartrose."]).next(reader(), "ja, det gør hun", as_of(), &[care, self_care]);
    let second = first.next(reader(), "nej, det har hun ikke", as_of(), &[self_care]);
    let known = |fact: FactId| second.facts.value(fact);
    assert_eq!(known(care), Some(FactValue::Boolean(true)));
    assert_eq!(known(self_care), Some(FactValue::Boolean(false)));
}
