//! Every form of the lexicon, denied, doubted, a relative's and supposed: it is never the patient's fact.

use nordvis::clinical::{FactId, FactValue, Language};
use nordvis::corpus::Lexicon;
use nordvis::corpus::lexicon::{Concept, Form, GroupId, Meaning, Step};
use nordvis::facts::State;
use nordvis::rules::FactKind;

use crate::service::{reader, service};

/// So many ways of saying each form are tried.
const WAYS: usize = 3;

/// Sentences around a form, in which it is not the patient's present fact.
struct Frame {
    name: &'static str,
    /// In each language, the words before and behind it.
    sentences: [&'static [&'static str]; 3],
    /// Which concepts it says nothing of.
    passes: fn(&Concept) -> bool,
    /// Whether it says nothing of a denial: "ingen saknar internet".
    of_affirmations: bool,
    /// Whether it leaves the opposite open too: a denial states it.
    open: bool,
}

impl Frame {
    /// Whether it makes sense around these words: nothing follows what ends in a sign, and a denial is not denied again.
    fn fits(&self, sentence: &str, way: &str) -> bool {
        let ends = way.ends_with(['.', ',', '?']) || [" och", " og", " and"].iter().any(|and| way.ends_with(and));
        let denies = way.split(' ').any(|word| DENIALS.contains(&word));
        (!ends || sentence.ends_with("{}.")) && (!denies || !self.of_affirmations)
    }
}

const FRAMES: [Frame; 8] = [
    Frame {
        name: "denied",
        sentences: [
            &[
                "Ingen {}.",
                "Har inte {}.",
                "Inga tecken på {}.",
                "Förnekar {}.",
                "Ännu inte {}.",
                "{}: -",
                "{}: nej.",
                "{}, nej.",
                "{} saknas.",
                "{} utesluten.",
                "0 {}.",
                "{}: N",
                "{} ☐ ja ☒ nej",
                "Det stämmer inte att hon har {}.",
            ],
            &[
                "Ingen {}.",
                "Har ikke {}.",
                "Ingen tegn på {}.",
                "Benægter {}.",
                "Endnu ikke {}.",
                "{}: -",
                "{}: nej.",
                "{}, nej.",
                "{} benægtes.",
                "{} udelukket.",
                "0 {}.",
                "{}: N",
                "{} ☐ ja ☒ nej",
                "Det passer ikke, at hun har {}.",
            ],
            &[
                "No {}.",
                "Does not have {}.",
                "No signs of {}.",
                "Denies {}.",
                "Not yet {}.",
                "{}: -",
                "{}: no.",
                "{}, no.",
                "{} absent.",
                "{} ruled out.",
                "0 {}.",
                "{}: N",
                "{} ☐ yes ☒ no",
                "It is not true that she has {}.",
            ],
        ],
        passes: |concept| concept.undeniable,
        of_affirmations: true,
        open: false,
    },
    Frame {
        name: "doubted",
        sentences: [
            &[
                "Misstänkt {}.",
                "Kan inte utesluta {}.",
                "Möjligen {}.",
                "Eventuellt {}.",
                "Oklart om {}.",
                "Vet inte om hon har {}.",
                "{} misstänks.",
                "{} kan inte uteslutas.",
                "{}?",
                "Knappast {}.",
                "Troligen inte {}.",
                "Snarare gikt än {}.",
                "Gikt snarare än {}.",
                "{} är osannolik.",
                "{} troligen.",
                "Remissen anger felaktigt {}.",
            ],
            &[
                "Mistanke om {}.",
                "Kan ikke udelukke {}.",
                "Muligvis {}.",
                "Eventuelt {}.",
                "Uvist om {}.",
                "Ved ikke om hun har {}.",
                "{} mistænkes.",
                "{} kan ikke udelukkes.",
                "{}?",
                "Næppe {}.",
                "Formentlig ikke {}.",
                "Urinsyregigt frem for {}.",
                "Urinsyregigt snarere end {}.",
                "{} er usandsynlig.",
                "{} formentlig.",
                "Henvisningen angiver fejlagtigt {}.",
            ],
            &[
                "Suspected {}.",
                "Cannot rule out {}.",
                "Possible {}.",
                "Perhaps {}.",
                "Unclear if {}.",
                "Don't know if she has {}.",
                "{} suspected.",
                "{} cannot be ruled out.",
                "{}?",
                "Hardly {}.",
                "Probably not {}.",
                "Gout in preference to {}.",
                "Gout rather than {}.",
                "{} is unlikely.",
                "{} probably.",
                "The referral wrongly states {}.",
            ],
        ],
        passes: |concept| concept.certain,
        of_affirmations: true,
        open: true,
    },
    Frame {
        name: "a relative's",
        sentences: [
            &[
                "Hennes mor hade {}.",
                "Systern har {}.",
                "Pappan: {}.",
                "Ärftlighet för {}.",
                "{} hos mamman.",
                "{} i släkten.",
            ],
            &[
                "Hendes mor havde {}.",
                "Søsteren har {}.",
                "Faren: {}.",
                "Arvelighed for {}.",
                "{} hos moderen.",
                "{} i familien.",
            ],
            &[
                "Her mother had {}.",
                "The sister has {}.",
                "Father: {}.",
                "Family history of {}.",
                "{} in her mother.",
                "{} in the family.",
            ],
        ],
        passes: |_| false,
        of_affirmations: false,
        open: true,
    },
    Frame {
        name: "her husband's",
        sentences: [
            &["Mannen har {}, hon vårdar honom.", "Hon vårdar sin man. Han har {}."],
            &["Manden har {}, hun passer ham.", "Hun passer sin mand. Han har {}."],
            &["The man has {}, she looks after him.", "She cares for her husband. He has {}."],
        ],
        passes: is_topic,
        of_affirmations: true,
        open: true,
    },
    Frame {
        name: "supposed",
        sentences: [
            &[
                "Om hon får {}, vad gör vi?",
                "Ifall hon har {}, vad gäller?",
                "Vad gäller om {}?",
                "Skulle hon utveckla {}, vad gör vi?",
                "Ponera {}, vad gör vi?",
                "Anta att hon har {}. Vad gör vi?",
                "Tänk dig att hon har {}.",
            ],
            &[
                "Hvis hun får {}, hvad gør vi?",
                "Såfremt hun har {}, hvad gælder?",
                "Hvad gælder hvis {}?",
                "Skulle hun udvikle {}, hvad gør vi?",
                "Antag {}, hvad gør vi?",
                "Forestil dig at hun har {}.",
                "Sæt at hun har {}.",
            ],
            &[
                "If she gets {}, what do we do?",
                "In case of {}, what applies?",
                "What applies if {}?",
                "Should she develop {}, what do we do?",
                "Assume {}, what do we do?",
                "Imagine she has {}.",
                "Let's say she has {}.",
            ],
        ],
        passes: |_| false,
        of_affirmations: false,
        open: true,
    },
    Frame {
        name: "left open in a form",
        sentences: [
            &["{}: ?", "{}:", "{}: ja/nej", "{}: ☐", "{}: ja ☐ nej ☐", "{}: ?, FRAX 22."],
            &["{}: ?", "{}:", "{}: ja/nej", "{}: ☐", "{}: ja ☐ nej ☐", "{}: ?, FRAX 22."],
            &["{}: ?", "{}:", "{}: yes/no", "{}: ☐", "{}: yes ☐ no ☐", "{}: ?, FRAX 22."],
        ],
        passes: is_topic,
        of_affirmations: true,
        open: true,
    },
    Frame {
        name: "earlier",
        sentences: [
            &["Tidigare {}.", "Hade {} förra året.", "{} för 10 år sedan.", "{} 2009."],
            &["Tidligere {}.", "Havde {} sidste år.", "{} for 10 år siden.", "{} i 2009."],
            &["Previously {}.", "Had {} last year.", "{} 10 years ago.", "{} in 2009."],
        ],
        passes: |concept| concept.lasting || is_topic(concept),
        of_affirmations: true,
        open: true,
    },
    Frame {
        name: "planned",
        sentences: [
            &["Ska få {}.", "Planerad {}.", "Inväntar {}.", "{} planeras."],
            &["Skal have {}.", "Planlagt {}.", "Afventer {}.", "{} planlægges."],
            &["Will have {}.", "Planned {}.", "Awaiting {}.", "{} is planned."],
        ],
        passes: |concept| concept.intended || concept.answer || is_topic(concept),
        of_affirmations: true,
        open: true,
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

/// Whether it tells what the question is about: a form of care, a kind of visit.
fn is_topic(concept: &Concept) -> bool {
    concept.certain && concept.means.iter().all(|(_, value)| matches!(value, FactValue::Choice(_)))
}

/// Whether a form says itself that it is not so: "saknar internet" is a denial already.
fn speaks_for_itself(concept: &Concept) -> bool {
    concept.means.iter().any(|(_, value)| *value == FactValue::Boolean(false))
}

/// Words that deny by themselves what they stand near: "utan resultat".
const DENIALS: [&str; 16] = [
    "utan", "ingen", "inte", "ej", "ua", "u", "aldrig", "uden", "ikke", "intet", "no", "not", "nothing", "never",
    "without", "normal",
];

/// Words of a group, one after the other, in one language.
fn words_of(lexicon: &Lexicon, group: GroupId, language: Language) -> Vec<String> {
    let forms = lexicon.forms.iter().filter(|form| form.language == language);
    let near = forms.filter(|form| lexicon.meanings.get(form.meaning) == Some(&Meaning::Near(group)));
    let words = near.flat_map(|form| ways(form).into_iter().take(1));
    let denies = |word: &str| DENIALS.contains(&word) || word.ends_with("n't");
    // "står sedan 2009" is so still.
    let opens = |words: &str| ["sedan", "siden", "since"].iter().any(|since| words.ends_with(since));
    words.filter(|words| !words.split(' ').any(denies) && !opens(words)).collect()
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

/// What is known of the concept's facts after a message, which answers a question where only that makes it mean anything:
/// its value, or any at all.
fn known(text: &str, concept: &Concept, any: bool) -> Option<FactId> {
    let asked: Vec<FactId> = concept.means.iter().filter(|_| concept.answer).map(|(fact, _)| *fact).collect();
    let facts = State::default().next(reader(), text, "2026-11-21".parse().unwrap(), &asked).facts;
    let wrong = |fact: FactId, value: FactValue| facts.value(fact).is_some_and(|known| any || known == value);
    concept.means.iter().find(|(fact, value)| wrong(*fact, *value)).map(|(fact, _)| *fact)
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
            let ways = said(lexicon, concept, form);
            for (sentence, way) in frame.sentences[place].iter().flat_map(|one| ways.iter().map(move |way| (one, way)))
            {
                if !frame.fits(sentence, way) {
                    continue;
                }
                let text = sentence.replace("{}", way);
                tried += 1;
                if let Some(fact) = known(&text, concept, frame.open) {
                    let name = &reader().vocabulary().get(fact).unwrap().name;
                    wrong.push(format!("{}: {text} -> {name}", frame.name));
                }
            }
        }
    }
    assert!(tried > 20_000, "only {tried} were tried");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}

/// What was affirmed is not so any more when the next turn or sentence denies it without a name, or tells that it has ended.
#[test]
fn nothing_stays_affirmed_that_is_denied_or_ended_without_its_name() {
    let denials = [
        ["Nej, det har hon inte.", "Det stämmer inte.", "Nej, det är hon faktiskt inte."],
        ["Nej, det har hun ikke.", "Det passer ikke.", "Nej, det er hun faktisk ikke."],
        ["No, she doesn't.", "That's not right.", "No, she isn't actually."],
    ];
    let ends = ["Det är slut nu.", "Det er slut nu.", "That has ended."];
    let day = "2026-11-21".parse().unwrap();
    let (mut tried, mut wrong) = (0, Vec::new());
    let service = service();
    let lexicon = &service.corpus().lexicon;
    let vocabulary = reader().vocabulary();
    let yes_or_no = vocabulary.iter().filter(|fact| fact.kind == FactKind::Boolean).map(|fact| fact.id);
    let yes_or_no: Vec<FactId> = yes_or_no.collect();
    // Every question, one after the other.
    let mut questions = yes_or_no.iter().cycle();
    let is_diagnosis = |id: FactId| vocabulary.get(id).is_some_and(|fact| fact.subject.as_ref() == Some(&fact.name));
    for form in &lexicon.forms {
        let Some(Meaning::Concept(concept)) = lexicon.meanings.get(form.meaning) else { continue };
        let place = Language::ALL.iter().position(|language| *language == form.language).unwrap();
        let affirms = |(_, value): &&(FactId, FactValue)| *value == FactValue::Boolean(true);
        for (way, (fact, value)) in ways(form).iter().take(1).zip(concept.means.iter().filter(affirms)) {
            let said = State::default().next(reader(), way, day, &[]);
            if said.facts.value(*fact) != Some(*value) {
                continue;
            }
            let passes = reader().vocabulary().get(*fact).unwrap().passes;
            for turn in denials[place].iter().chain(ends.get(place).filter(|_| passes)) {
                tried += 1;
                if said.next(reader(), turn, day, &[]).facts.value(*fact) == Some(*value) {
                    wrong.push(format!("{way} / {turn}"));
                }
                let Some(question) = questions.next() else { continue };
                let answered = said.next(reader(), turn, day, &[*question, *fact]).facts;
                // The diagnosis is what is asked about: a denial of it answers.
                let diagnosis = is_diagnosis(*fact);
                let known = |id: FactId| answered.value(id).is_some() && said.facts.value(id).is_none();
                if answered.value(*fact) == Some(*value) && !(diagnosis && known(*question)) {
                    wrong.push(format!("{way} / asked / {turn}"));
                }
                wrong.extend(answered.iter().map(|(id, _)| id).filter(|id| known(*id) && *id != *fact).filter_map(
                    |id| {
                        let name = &reader().vocabulary().get(id)?.name;
                        (!(diagnosis && id == *question)).then(|| format!("{way} / asked / {turn} -> {name}"))
                    },
                ));
            }
        }
    }
    assert!(tried > 1_000, "only {tried} were tried");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}

/// "Alendronat: ja" says that she has it, not that she tolerates it badly: what needs words beside it is said with them.
#[test]
fn a_yes_to_a_word_says_no_more_than_the_word() {
    let (mut tried, mut wrong) = (0, Vec::new());
    let service = service();
    let lexicon = &service.corpus().lexicon;
    for form in &lexicon.forms {
        let Some(Meaning::Concept(concept)) = lexicon.meanings.get(form.meaning) else { continue };
        if concept.near.is_none() || concept.answered || concept.denied_alone {
            continue;
        }
        let place = Language::ALL.iter().position(|language| *language == form.language).unwrap();
        for (way, answer) in ways(form).into_iter().flat_map(|way| [0, 1].map(|answer| (way.clone(), answer))) {
            let text = format!("{way}: {}.", [["ja", "nej"], ["ja", "nej"], ["yes", "no"]][place][answer]);
            tried += 1;
            let facts = reader().read(&text, "2026-11-21".parse().unwrap()).facts;
            // Another form of the same words may say it.
            let alone = reader().read(&way, "2026-11-21".parse().unwrap()).facts;
            let says = |fact: &FactId| facts.value(*fact).is_some() && alone.value(*fact).is_none();
            wrong.extend(concept.means.iter().filter(|(fact, _)| says(fact)).map(|_| text.clone()));
        }
    }
    assert!(tried > 300, "only {tried} were tried");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}
