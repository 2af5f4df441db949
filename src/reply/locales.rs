//! `locales/`: every sentence that nordvis says. All languages whole, or every fault at once.

use std::collections::{BTreeMap, BTreeSet};

use super::bundle::{self, Bundle};
use super::phrasebook::Phrasebook;
use super::speaker::Speaker;
use crate::clinical::{Intent, Language, Region};
use crate::corpus::{Corpus, Fault, Files, ReferralContent, SectionKind, Strength};
use crate::facts::Unused;
use crate::rules::FactKind;

/// The messages of every language.
pub struct Locales {
    voices: Vec<Voice>,
}

/// One language: who says messages, and what the corpus says in every case.
pub struct Voice {
    /// Says messages.
    pub speaker: Speaker,
    /// What the corpus says in every case.
    pub(super) book: Phrasebook,
}

impl Locales {
    /// One language.
    ///
    /// # Panics
    /// Never: `load` makes a voice for each language.
    #[must_use]
    pub fn voice(&self, language: Language) -> &Voice {
        #[expect(clippy::expect_used, reason = "load makes a voice for each language")]
        self.voices.iter().find(|voice| voice.speaker.language() == language).expect("every language has a voice")
    }

    /// The one who speaks this language.
    #[must_use]
    pub fn speaker(&self, language: Language) -> &Speaker {
        &self.voice(language).speaker
    }
}

/// Messages that the program itself says, with the variables that it passes.
const PROGRAM: &[(&str, &[&str])] = &[
    ("answer-from", &["guideline", "region"]),
    ("answer-from-expired", &["guideline", "region", "date"]),
    ("answer-not-covered", &[]),
    ("answer-not-covered-region", &["region"]),
    ("answer-needs-facts", &[]),
    ("answer-lookup", &[]),
    ("answer-new-patient", &[]),
    ("answer-nothing-asked", &[]),
    ("referral-draft", &[]),
    ("referral-to", &[]),
    ("referral-patient", &[]),
    ("referral-patient.missing", &[]),
    ("referral-reason", &[]),
    ("referral-known", &[]),
    ("referral-note", &[]),
    ("referral-sender", &[]),
    ("referral-sender.missing", &[]),
    ("referral-missing", &["what"]),
    ("answer-undone", &[]),
    ("label-because", &["reasons"]),
    ("label-assumed", &["conditions"]),
    ("label-codes", &["codes"]),
    ("label-conditional", &[]),
    ("label-deadline", &["deadline"]),
    ("label-missing", &[]),
    ("label-more", &["count"]),
    ("label-no-answer", &["words"]),
    ("label-notes", &[]),
    ("label-not-understood", &["words"]),
    ("label-not-used", &["mentions"]),
    ("label-provisional", &["statement"]),
    ("label-repaired", &["repairs"]),
    ("label-sources", &[]),
    ("label-targets", &["targets"]),
    ("label-understood", &["facts"]),
    ("label-warnings", &[]),
    ("label-hits", &[]),
    ("label-evidence", &["grade"]),
    ("conditional-when", &["statement", "condition"]),
    ("source", &["title", "heading", "place"]),
    ("source-page", &["title", "heading", "place", "page"]),
    ("chapter", &["chapter", "heading"]),
    ("date", &["day", "month", "year"]),
    ("month", &["month", "year"]),
    ("part", &["guideline", "part"]),
    ("list-and", &["items", "last"]),
    ("list-or", &["items", "last"]),
    ("in-brackets", &["text"]),
    ("compare-less", &["fact", "value"]),
    ("compare-at-most", &["fact", "value"]),
    ("compare-more", &["fact", "value"]),
    ("compare-at-least", &["fact", "value"]),
    ("compare-equal", &["fact", "value"]),
    ("compare-not-equal", &["fact", "value"]),
    ("compare-between", &["fact", "low", "high"]),
    ("compare-not-between", &["fact", "low", "high"]),
    ("not-any-of", &["options"]),
    ("not-this", &["option"]),
    ("not-so", &["condition"]),
    ("stated", &["fact"]),
    ("not-stated", &["fact"]),
    ("always", &[]),
    ("value-below", &["value"]),
    ("value-above", &["value"]),
    ("value-at-most", &["value"]),
    ("value-at-least", &["value"]),
    ("value-range", &["low", "high"]),
    ("fact-value", &["fact", "value"]),
    ("fact-not-known", &["fact"]),
    ("reason-number", &["value", "condition"]),
    ("yes", &[]),
    ("no", &[]),
    ("warning-guideline_expired", &["guideline", "date"]),
    ("warning-guideline_not_yet_valid", &["guideline", "date"]),
    ("warning-guideline_undated", &["guideline"]),
    ("warning-guideline_old", &["guideline", "date"]),
    ("warning-region_not_stated", &[]),
    ("warning-other_region", &["regions"]),
    ("warning-boundary_not_defined", &["fact", "value", "conditions"]),
    ("warning-practice_not_decided", &["guideline"]),
    ("warning-conflicting_facts", &["fact", "values"]),
    ("warning-uncertain_fact", &["fact"]),
    ("warning-identifier_removed", &[]),
];

/// Reads and checks `locales/` against the corpus that it speaks of.
///
/// # Errors
/// Every fault of every language: a message that is missing, unused, unreadable, or whose variables differ.
pub fn load(files: &Files, corpus: &Corpus, program: &[(&str, &[&str])]) -> Result<Locales, Vec<Fault>> {
    let mut faults = Vec::new();
    let bundles: Vec<_> =
        Language::ALL.into_iter().map(|language| (language, bundle::read(language, files, &mut faults))).collect();
    let required = required(corpus, program);
    for (language, bundle) in &bundles {
        check(*language, bundle, &required, &mut faults);
        check_unused(*language, bundle, &bundles, &required, &mut faults);
    }
    voices(files, corpus, bundles, faults)
}

/// Reads locales that were kept, perhaps by another version of the program: what that version did not say yet is said
/// in this program's `own` words, and what nobody says any more is let stand.
///
/// # Errors
/// Every fault of every language: a message that is missing in both, unreadable, or whose variables differ.
pub fn load_kept(
    files: &Files,
    own: &Files,
    corpus: &Corpus,
    program: &[(&str, &[&str])],
) -> Result<Locales, Vec<Fault>> {
    let mut faults = Vec::new();
    let bundles: Vec<_> = Language::ALL
        .into_iter()
        .map(|language| (language, bundle::read_kept(language, files, own, &mut faults)))
        .collect();
    let required = required(corpus, program);
    for (language, bundle) in &bundles {
        check(*language, bundle, &required, &mut faults);
    }
    voices(files, corpus, bundles, faults)
}

fn voices(
    files: &Files,
    corpus: &Corpus,
    bundles: Vec<(Language, Bundle)>,
    mut faults: Vec<Fault>,
) -> Result<Locales, Vec<Fault>> {
    let strangers = files.iter().filter(|(path, _)| !Language::ALL.iter().any(|l| path.starts_with(&format!("{l}/"))));
    for (path, _) in strangers.filter(|(path, _)| *path != "README.md") {
        faults.push(Fault::error(path, None, "no such language", "messages stand in sv/, da/ or en/"));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let voice = |(language, bundle)| {
        let speaker = Speaker::new(language, bundle);
        Voice { book: Phrasebook::new(&speaker, corpus), speaker }
    };
    Ok(Locales { voices: bundles.into_iter().map(voice).collect() })
}

/// What each message may be given: the variables that the program passes.
type Required = BTreeMap<String, BTreeSet<String>>;

fn required(corpus: &Corpus, program: &[(&str, &[&str])]) -> Required {
    let mut required = Required::new();
    let mut need = |id: String, variables: &[&str]| {
        required.insert(id, variables.iter().map(|&variable| variable.to_owned()).collect());
    };
    PROGRAM.iter().chain(program).for_each(|(id, variables)| need((*id).to_owned(), variables));
    Intent::ALL.into_iter().for_each(|intent| need(format!("intent-{}", intent.id()), &[]));
    Unused::ALL.into_iter().for_each(|reason| need(format!("mention-{}", reason.id()), &["fact"]));
    Region::all().for_each(|region| need(format!("region-{region}"), &[]));
    (1..=12).for_each(|month| need(format!("month-{month}"), &[]));
    SectionKind::ALL.into_iter().for_each(|(_, kind)| need(format!("kind-{kind}"), &[]));
    Strength::ALL.into_iter().for_each(|(_, strength)| need(format!("strength-{strength}"), &[]));
    for fact in corpus.vocabulary.iter() {
        need(format!("fact-{}", fact.name), &[]);
        need(format!("ask-{}", fact.name), &[]);
        match &fact.kind {
            FactKind::Boolean => ["yes", "no"].iter().for_each(|word| need(format!("fact-{}.{word}", fact.name), &[])),
            FactKind::Number { .. } => need(format!("fact-{}.value", fact.name), &["number"]),
            FactKind::Choice(options) => {
                options.iter().for_each(|option| need(format!("fact-{}.{option}", fact.name), &[]));
            }
        }
    }
    for guideline in &corpus.guidelines {
        need(format!("guideline-{}", guideline.id().replace('/', "-")), &[]);
        for rule in &guideline.rules {
            need(rule.id.clone(), &[]);
            rule.targets.iter().for_each(|target| need(format!("target-{target}"), &[]));
            rule.codes.iter().for_each(|code| need(format!("code-{}-{}", code.system, code.code), &[]));
            if rule.deadline.is_some() {
                need(format!("{}.deadline", rule.id), &[]);
            }
        }
        for form in &guideline.referrals {
            form.targets.iter().for_each(|target| need(format!("target-{target}"), &[]));
            for field in &form.fields {
                need(format!("referral-{}", field.id), &[]);
                if field.content == ReferralContent::Says {
                    need(format!("referral-{}.says", field.id), &[]);
                }
            }
        }
        guideline.advisories.iter().for_each(|advisory| need(format!("note-{}", advisory.id), &[]));
    }
    required
}

fn check(language: Language, bundle: &Bundle, required: &Required, faults: &mut Vec<Fault>) {
    for (id, variables) in required {
        match bundle.declared.get(id) {
            None => {
                let help = format!("write it in a file under {language}/, as in the other languages");
                faults.push(Fault::error(
                    language.code(),
                    None,
                    format!("message `{id}` is missing in `{language}`"),
                    help,
                ));
            }
            Some(declared) => {
                for variable in declared.variables.difference(variables) {
                    let known: Vec<_> = variables.iter().map(|name| format!("${name}")).collect();
                    let help = if known.is_empty() {
                        "it has none".to_owned()
                    } else {
                        format!("it has {}", known.join(", "))
                    };
                    let message = format!("message `{id}` uses ${variable}, which it is not given");
                    faults.push(Fault::error(&declared.file, None, message, help));
                }
            }
        }
    }
}

fn check_unused(
    language: Language,
    bundle: &Bundle,
    all: &[(Language, Bundle)],
    required: &Required,
    faults: &mut Vec<Fault>,
) {
    for (id, declared) in &bundle.declared {
        let detail = id.strip_suffix(".detail").is_some_and(|rule| required.contains_key(rule));
        if !detail && !required.contains_key(id) {
            let near = crate::rules::closest(id, required.keys().map(String::as_str));
            let help = near.map_or_else(|| "remove it".to_owned(), |near| format!("did you mean `{near}`?"));
            faults.push(Fault::error(&declared.file, None, format!("no one says message `{id}`"), help));
        }
        for (other, _) in all.iter().filter(|(_, other)| !other.declared.contains_key(id) && detail) {
            let message = format!("`{id}` stands in `{language}` and not in `{other}`");
            faults.push(Fault::error(other.code(), None, message, "say it in every language or in none"));
        }
    }
}
