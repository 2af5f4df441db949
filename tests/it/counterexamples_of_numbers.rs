//! Every name of a measurement before a number that is not the patient's value of it: no value is read.

use nordvis::clinical::Language;
use nordvis::corpus::lexicon::{Form, Meaning, Measure, Reading};

use crate::counterexamples::ways;
use crate::scored::as_of;
use crate::service::{reader, service};

/// A sentence in Swedish, Danish and English around the name of a measurement.
type Frame = [&'static str; 3];

/// Fails where a number is read as a value in one of these sentences, around the names that `names` gives of a form.
fn are_no_values(frames: &[Frame], names: impl Fn(&Form, &Measure) -> Vec<String>) {
    let (mut tried, mut wrong) = (0, Vec::new());
    let service = service();
    let lexicon = &service.corpus().lexicon;
    for form in &lexicon.forms {
        let Some(Meaning::Measure(measure)) = lexicon.meanings.get(form.meaning) else { continue };
        let place = Language::ALL.iter().position(|language| *language == form.language).unwrap();
        for name in names(form, measure) {
            for text in frames.iter().map(|frame| frame[place].replace("{}", &name)) {
                tried += 1;
                if reader().read(&text, as_of()).facts.value(measure.fact).is_some() {
                    wrong.push(text);
                }
            }
        }
    }
    assert!(tried > 300, "only {tried} were tried");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}

/// Names without a number: a form that has its own is another matter.
fn bare_names(form: &Form) -> Vec<String> {
    ways(form).into_iter().filter(|way| !way.contains(char::is_numeric)).collect()
}

/// A number is the patient's only where it is said of the patient, as it is.
#[test]
fn no_number_is_a_fact_where_it_is_supposed_or_a_relatives() {
    let frames = [
        ["Hennes mor har {} 22.", "Hendes mor har {} 22.", "Her mother has {} 22."],
        ["Om hon får {} 22, vad gör vi?", "Hvis hun får {} 22, hvad gør vi?", "If she gets {} 22, what do we do?"],
    ];
    are_no_values(&frames, |form, _| ways(form));
}

/// Two who measured disagree: which of them is right is asked.
#[test]
fn no_number_is_a_fact_where_another_gives_another() {
    let frames = [
        [
            "{} 22 enligt remissen, 28 enligt mig.",
            "{} 22 ifølge henvisningen, 28 ifølge mig.",
            "{} 22 according to the referral, 28 according to me.",
        ],
        ["{} 22, jag får det till 28.", "{} 22, jeg får det til 28.", "{} 22, I get 28."],
        ["{} 22. Kollegan skrev 28.", "{} 22. Kollegaen skrev 28.", "{} 22. The referral says 28."],
    ];
    // A year of birth is read as an age.
    let names = |form: &Form, measure: &Measure| match measure.reading {
        Reading::Born => Vec::new(),
        _ => bare_names(form),
    };
    are_no_values(&frames, names);
}

/// A limit, a change, a ward: a number behind the name of a measurement that is not its value.
#[test]
fn no_number_is_a_value_where_it_is_a_limit_a_change_or_a_place() {
    let frames = [
        ["{} gräns 22.", "{} grænse 22.", "{} threshold 22."],
        ["{} bör överstiga 22.", "{} bør overstige 22.", "{} should exceed 22."],
        ["{} sjönk med 22.", "{} faldt med 22.", "{} fell by 22."],
        ["{} tas på avdelning 22.", "{} tages på afdeling 22.", "{} taken by doctor 22."],
        ["{} ska vara över 22.", "{} skal være over 22.", "{} must be above 22."],
        ["{} över 22 krävs.", "{} over 22 kræves.", "{} above 22 is required."],
        ["Gränsen för {} är 22.", "Grænsen for {} er 22.", "The limit for {} is 22."],
    ];
    are_no_values(&frames, |form, _| bare_names(form));
}
