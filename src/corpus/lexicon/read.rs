//! The three files → one lexicon, or every fault.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;

use super::pattern::{Names, parse};
use super::shape::{BesideShape, ConceptShape, MeasureShape, PlaceShape, Shape, TopicShape, ValueShape};
use super::{Beside, Concept, Form, GroupId, Lexicon, Meaning, Measure, Place, Reading, Sexes, Topic, check};
use crate::clinical::{FactId, FactValue, Intent, Language, Region};
use crate::corpus::toml_file::TomlFile;
use crate::corpus::{Fault, Files, Vocabulary};
use crate::rules::closest;

/// Reads the lexicons of all languages.
pub fn load(files: &Files, vocabulary: &Vocabulary, faults: &mut Vec<Fault>) -> Lexicon {
    let (lexicon, _) = read(files, vocabulary, faults);
    check::whole(&lexicon, vocabulary, faults);
    lexicon
}

/// The forms that mean two things: what an author is told, and the program at work takes as checked.
#[must_use]
pub fn lint(files: &Files, vocabulary: &Vocabulary) -> Vec<Fault> {
    let mut faults = Vec::new();
    let (lexicon, places) = read(files, vocabulary, &mut faults);
    check::unambiguous(&lexicon, &places, &mut faults);
    faults
}

fn read(files: &Files, vocabulary: &Vocabulary, faults: &mut Vec<Fault>) -> (Lexicon, Vec<WrittenAt>) {
    let mut lexicon = Lexicon { sexes: sexes(vocabulary), ..Lexicon::default() };
    let mut places = Vec::new();
    for language in Language::ALL {
        let path = format!("lexicon/{language}.toml");
        let Some(file) = TomlFile::open(files, &path, faults) else { continue };
        let Some(shape) = file.read::<Shape>(faults) else { continue };
        let reader = LanguageReader { file, language, vocabulary, lexicon: &mut lexicon, places: &mut places, faults };
        reader.read(&shape);
    }
    (lexicon, places)
}

/// The fact that tells a woman from a man, where the vocabulary has it.
fn sexes(vocabulary: &Vocabulary) -> Option<Sexes> {
    let fact = vocabulary.find("sex")?;
    Some(Sexes { fact: fact.id, woman: fact.option("female")?, man: fact.option("male")? })
}

/// Where a form is written, for faults.
#[derive(Debug, Clone)]
pub struct WrittenAt {
    /// The file.
    pub file: String,
    /// The bytes of the form there.
    pub range: Range<usize>,
}

struct LanguageReader<'a> {
    file: TomlFile<'a>,
    language: Language,
    vocabulary: &'a Vocabulary,
    lexicon: &'a mut Lexicon,
    places: &'a mut Vec<WrittenAt>,
    faults: &'a mut Vec<Fault>,
}

type Groups = BTreeMap<String, Vec<String>>;

impl LanguageReader<'_> {
    fn read(mut self, shape: &Shape) {
        let plain = |forms: &[Spanned<String>]| forms.iter().map(|form| form.get_ref().clone()).collect::<Vec<_>>();
        let groups: Groups = shape.group.iter().map(|(name, forms)| (name.clone(), plain(forms))).collect();
        let names = Names { inflection: &shape.inflection, groups: &groups };
        self.words(shape);
        for concept in &shape.concept {
            if let Some(meaning) = self.concept(concept, &groups) {
                self.forms(meaning, &concept.forms, names);
            }
        }
        for measure in &shape.measure {
            if let Some(meaning) = self.measure(measure) {
                self.forms(meaning, &measure.forms, names);
            }
        }
        for name in &shape.name {
            let facts: Vec<FactId> = name.facts.iter().filter_map(|fact| self.fact(fact)).collect();
            self.forms(Meaning::Name(facts), &name.forms, names);
        }
        for duration in &shape.duration {
            let duration = self.beside(duration, &groups);
            self.lexicon.durations.extend(duration);
        }
        for unproven in &shape.unproven {
            let unproven = self.beside(unproven, &groups);
            self.lexicon.unproven.extend(unproven);
        }
        for lasting in &shape.lasting {
            self.forms(Meaning::Lasting(lasting.kind), &lasting.forms, names);
        }
        for stop in &shape.stop {
            self.forms(Meaning::Stop, &stop.forms, names);
        }
        for cue in &shape.cue {
            self.forms(Meaning::Cue(cue.kind), &cue.forms, names);
        }
        for relation in &shape.relation {
            self.forms(Meaning::Relation(relation.kind), &relation.forms, names);
        }
        for unit in &shape.unit {
            self.forms(Meaning::Unit(unit.kind), &unit.forms, names);
        }
        for intent in &shape.intent {
            if let Some(id) = self.intent(&intent.id) {
                self.forms(Meaning::Intent(id, intent.weight), &intent.forms, names);
            }
        }
        for place in &shape.place {
            if let Some(meaning) = self.place(place) {
                self.forms(meaning, &place.forms, names);
            }
        }
        for topic in &shape.topic {
            if let Some(meaning) = self.topic(topic) {
                self.forms(meaning, &topic.forms, names);
            }
        }
        for (name, forms) in &shape.group {
            if let Some(place) = self.lexicon.groups.iter().position(|known| known == name) {
                let group = GroupId(u16::try_from(place).unwrap_or(u16::MAX));
                self.forms(Meaning::Near(group), forms, names);
            }
        }
    }

    fn words(&mut self, shape: &Shape) {
        let lexicon = &mut *self.lexicon;
        for word in shape.language.function_words.split_whitespace() {
            lexicon.function_words.entry(word.to_owned()).or_default().insert(self.language);
        }
        lexicon.neutral_words.extend(shape.language.neutral_words.split_whitespace().map(str::to_owned));
        lexicon.abbreviations.extend(shape.language.abbreviations.split_whitespace().map(str::to_owned));
        lexicon.signs.extend(shape.language.signs.clone());
        for letter in shape.language.letters.chars() {
            lexicon.letters.entry(letter).or_default().insert(self.language);
        }
        lexicon.numerals.extend(shape.numerals.written_out());
    }

    /// Adds these forms.
    fn forms(&mut self, meaning: Meaning, forms: &[Spanned<String>], names: Names<'_>) {
        let known = self.lexicon.meanings.iter().position(|known| *known == meaning);
        let place = known.unwrap_or(self.lexicon.meanings.len());
        if known.is_none() {
            self.lexicon.meanings.push(meaning);
        }
        for form in forms {
            match parse(form.get_ref(), names) {
                Ok(pattern) => {
                    self.lexicon.forms.push(Form { language: self.language, pattern, meaning: place });
                    self.places.push(WrittenAt { file: self.file.path.to_owned(), range: self.file.inside(form) });
                }
                Err(why) => {
                    let help = "write words in lower case, (a|b), {class}, word?, <group>, ~head, stem~, # or *";
                    self.faults.push(self.file.fault(form, format!("form `{}`: {why}", form.get_ref()), help));
                }
            }
        }
    }

    fn concept(&mut self, shape: &ConceptShape, groups: &Groups) -> Option<Meaning> {
        let means: Vec<_> = shape.means.iter().filter_map(|(fact, value)| self.meaning_of(fact, value)).collect();
        if shape.safety {
            self.lexicon.safety.extend(means.iter().map(|(fact, _)| *fact));
        }
        let mut group = |name: &Option<Spanned<String>>| match name {
            Some(name) => self.group(name, groups).map(Some),
            None => Some(None),
        };
        let (near, with, unless) = (group(&shape.near)?, group(&shape.with)?, group(&shape.unless)?);
        (means.len() == shape.means.len()).then_some(Meaning::Concept(Concept {
            means,
            near,
            with,
            unless,
            listed: shape.listed,
            intended: shape.intended,
            opening: shape.opening,
            answer: shape.answer,
            denied_alone: shape.denied_alone,
            answered: shape.answered,
            lasting: shape.lasting,
            certain: shape.certain,
            any: shape.any,
            weak: shape.weak,
            undeniable: shape.undeniable,
            beside: shape.beside,
        }))
    }

    fn meaning_of(&mut self, name: &Spanned<String>, value: &Spanned<ValueShape>) -> Option<(FactId, FactValue)> {
        let fact = self.fact(name)?;
        let definition = self.vocabulary.get(fact)?;
        let found = match value.get_ref() {
            ValueShape::Boolean(value) => definition.boolean(*value),
            ValueShape::Option(option) => definition.option(option),
        };
        if found.is_none() {
            let message = format!("`{}` has no such value", name.get_ref());
            let help = "write true or false for a yes-or-no fact, an option of facts.toml for a choice";
            self.faults.push(self.file.fault(value, message, help));
        }
        found.map(|value| (fact, value))
    }

    fn measure(&mut self, shape: &MeasureShape) -> Option<Meaning> {
        let fact = self.fact(&shape.fact)?;
        if shape.safety {
            self.lexicon.safety.insert(fact);
        }
        Some(Meaning::Measure(Measure { fact, reading: shape.reading.unwrap_or(Reading::Plain) }))
    }

    fn fact(&mut self, name: &Spanned<String>) -> Option<FactId> {
        let found = self.vocabulary.find(name.get_ref()).map(|definition| definition.id);
        if found.is_none() {
            let names = self.vocabulary.iter().map(|definition| definition.name.as_str());
            let help = closest(name.get_ref(), names)
                .map_or_else(|| "facts.toml has the names".to_owned(), |near| format!("did you mean `{near}`?"));
            self.faults.push(self.file.fault(name, format!("there is no fact `{}`", name.get_ref()), help));
        }
        found
    }

    fn beside(&mut self, shape: &BesideShape, groups: &Groups) -> Option<Beside> {
        let fact = self.fact(&shape.fact);
        fact.zip(self.group(&shape.near, groups)).map(|(fact, near)| Beside { fact, near })
    }

    fn group(&mut self, name: &Spanned<String>, groups: &Groups) -> Option<GroupId> {
        if !groups.contains_key(name.get_ref()) {
            let message = format!("there is no group `{}`", name.get_ref());
            self.faults.push(self.file.fault(name, message, "add it under [group], or name one that is there"));
            return None;
        }
        let known = self.lexicon.groups.iter().position(|known| known == name.get_ref());
        let place = known.unwrap_or_else(|| {
            self.lexicon.groups.push(name.get_ref().clone());
            self.lexicon.groups.len() - 1
        });
        u16::try_from(place).ok().map(GroupId)
    }

    fn intent(&mut self, id: &Spanned<String>) -> Option<Intent> {
        let found = Intent::from_id(id.get_ref());
        if found.is_none() {
            let help = closest(id.get_ref(), Intent::ALL.iter().map(|intent| intent.id()))
                .map_or_else(|| "use an intent of the contract".to_owned(), |near| format!("did you mean `{near}`?"));
            self.faults.push(self.file.fault(id, format!("`{}` is not an intent", id.get_ref()), help));
        }
        found
    }

    fn place(&mut self, shape: &PlaceShape) -> Option<Meaning> {
        let Ok(region) = Region::from_code(shape.region.get_ref()) else {
            let message = format!("`{}` is not a region", shape.region.get_ref());
            self.faults.push(self.file.fault(&shape.region, message, "write an ISO 3166-2 code: SE-F, DK-81"));
            return None;
        };
        let municipality = match &shape.municipality {
            None => None,
            Some(name) => {
                let found = self.vocabulary.find("municipality");
                let value = found.and_then(|fact| fact.option(name.get_ref()).map(|value| (fact.id, value)));
                if value.is_none() {
                    let message = format!("`{}` is no option of `municipality`", name.get_ref());
                    self.faults.push(self.file.fault(name, message, "facts.toml has the options"));
                }
                value
            }
        };
        Some(Meaning::Place(Place { region, municipality }))
    }

    fn topic(&mut self, shape: &TopicShape) -> Option<Meaning> {
        let topic = match (&shape.subject, &shape.about) {
            (Some(subject), None) => Some(Topic::Subject(subject.clone())),
            (None, Some(about)) => match about.get_ref().as_str() {
                "other" => Some(Topic::Other),
                "substance" => Some(Topic::Substance),
                "small_talk" => Some(Topic::SmallTalk),
                "staff" => Some(Topic::Staff),
                _ => None,
            },
            _ => None,
        };
        if topic.is_none() {
            let at = shape.about.as_ref().map(Spanned::span);
            let help = "write subject = \"…\", or about = \"other\", \"substance\", \"small_talk\" or \"staff\"";
            self.faults.push(Fault::error(self.file.path, at, "a topic is neither a subject nor anything else", help));
        }
        topic.map(Meaning::Topic)
    }
}
