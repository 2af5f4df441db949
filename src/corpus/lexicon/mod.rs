//! `lexicon/{sv,da,en}.toml`: how clinicians say facts, doubt and denial, what they ask, where they work, what they talk of.

mod check;
mod numerals;
mod pattern;
mod read;
mod shape;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::clinical::{FactId, FactValue, Intent, Language, Region};

pub use pattern::Pattern;
pub use read::{lint, load};

/// One word of a form, or a place that something else fills.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// This word, in lower case.
    Word(String),
    /// A word that begins so.
    Begins(String),
    /// A word that ends so.
    Ends(String),
    /// A number, with its comparator or range.
    Number,
    /// Up to three words that say nothing of their own.
    Gap,
}

/// What a form says about how the words beside it are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cue {
    /// Denies what follows: "ingen", "not".
    Negation,
    /// Denies every item of the list that it opens: "varken", "neither".
    Neither,
    /// Denies what stands before it: "saknas", "ruled out".
    NegationAfter,
    /// Finds nothing: denies a disorder before it, and says that an investigation was made: "ua", "normal".
    Normal,
    /// Sets the true against the denied, where a denial stands before it: "inte höft utan bäcken".
    Rather,
    /// Looks like a cue and is none: "inte bara", "without effect".
    Pseudo,
    /// Makes what follows uncertain: "misstänkt", "possible".
    Doubt,
    /// Makes what stands before it uncertain: "misstänks", "not confirmed".
    DoubtAfter,
    /// Makes what follows a supposition: "om", "what if".
    Hypothesis,
    /// Makes what follows a supposition where it begins its part of a sentence: "skulle hon", "should she".
    HypothesisFirst,
    /// Ends a supposition: "så", "then".
    Then,
    /// Makes what follows a supposition when it tells of a state: "när", "when".
    Whenever,
    /// What follows is a relative's: "mor", "her husband".
    Kin,
    /// Gives what stands before it to a relative: "hos mor", "in her mother".
    KinAfter,
    /// A relative who is only company or informant: "bor med sin man", "dottern säger att".
    KinAside,
    /// What follows is the patient's again: "patienten", "själv".
    Patient,
    /// Another of the staff, whose course is not the asker's: "kollegan".
    Colleague,
    /// Who asks: "jag".
    Asker,
    /// A woman: the patient, or a relative where the patient is a man: "hon".
    She,
    /// A man: the patient, or a relative where the patient is a woman: "han".
    He,
    /// As `She`, and no sign of the patient's sex beside other words of it: "kvinnan".
    TheWoman,
    /// As `He`, and no sign of the patient's sex beside other words of it: "mannen" is the husband of "hon".
    TheMan,
    /// A relative who is a woman: "dottern"; she may be spoken of as "hon" afterwards.
    KinWoman,
    /// A relative who is a man: "sonen"; he may be spoken of as "han" afterwards.
    KinMan,
    /// A woman, as no subject of a sentence: a sign of the patient's sex where there is no better: "henne".
    Her,
    /// A man, as no subject of a sentence: a sign of the patient's sex where there is no better: "honom".
    Him,
    /// What is beside it was so earlier: "tidigare", "last year".
    Past,
    /// A verb of the past, which what is said behind it may outlast: "fick", "was".
    Was,
    /// What stands before it has come to an end, where it is such as may: "nu avslutad", "no longer".
    Ended,
    /// What was given up is no treatment, and tells of none that it ended: "slutat röka", "stopped driving".
    GaveUp,
    /// What is beside it has begun, and goes on whatever dates its beginning: "insatt", "started".
    Begun,
    /// A time of the year, which dates a value beside it: "jan", "March".
    Month,
    /// What follows is so now: "nu", "latest".
    Present,
    /// Before a year: what began then still is so: "sedan 2019".
    Since,
    /// What follows is intended: "ska starta", "planned".
    Plan,
    /// What stands before it is intended: "planeras", "is booked".
    PlanAfter,
    /// Ends every scope: "men", "except".
    Break,
    /// Tells why or after what: it breaks off as `Break`, and what it tells is of the same time: "efter", "because of".
    Cause,
    /// Stands between a denial and what it may not reach: "mot", "for".
    Guard,
    /// Joins a list whose items share a denial: "eller", "nor".
    Or,
    /// Joins two things that need not share a denial: "och", "and".
    And,
    /// Affirms the item before it: "ja", "yes".
    Yes,
    /// Denies the item before it, or answers no: "nej", "no".
    No,
    /// Affirms the item of a form where it is all that is filled in: "J", "Y".
    YesLetter,
    /// Denies the item of a form where it is all that is filled in: "N".
    NoLetter,
    /// A word that a denial holds which names nothing: "det har (hon inte)", "alligevel", "does".
    Elliptic,
    /// Says that something is not known: "vet inte", "unclear".
    Unknown,
    /// Takes back what was said and says it anew: "förlåt", "correction".
    Correction,
    /// Opens words that say what it was, after another was named or denied: "det var", "it is".
    Identified,
    /// Takes back what is named: "stryk", "ignore the".
    Retraction,
    /// Takes back what stands before it: "gällde en annan patient".
    RetractionAfter,
    /// Keeps what words beside it would take back: "inte" of "stryk inte" and "får inte glömma".
    Keep,
    /// Starts over with another patient: "ny patient".
    Reset,
    /// Takes the last message back, where nothing else is said: "ångra".
    Undo,
    /// A word between the name of a measurement and its value: "är", "of".
    Link,
    /// Tells who gives a value: a number beside it is another value of what was measured: "jag får det till", "in my hands".
    Source,
    /// Tells what follows from a bound before it, which is no patient's: "(FRAX över 30) ger behandling", "is required".
    Rule,
    /// A word before a statement turned into a question: "har hon", "does she".
    Ask,
    /// A verb that opens a question to be answered by yes or no: "kan", "is".
    Polar,
    /// Asked about, it tells that what was named before goes on: "dags att sluta?", "how much longer?".
    Ending,
    /// Goes on about the one just named: "som", "who".
    Who,
    /// Joins two numbers into a range: "till", "to".
    Range,
    /// Makes a number negative: "minus".
    Minus,
    /// Stands between a number and its decimals: "komma".
    Decimal,
}

impl Cue {
    /// Whether a word like it may turn a fact into none, so that a misspelt one must not be passed over.
    #[must_use]
    pub const fn is_critical(self) -> bool {
        matches!(
            self,
            Self::Negation
                | Self::NegationAfter
                | Self::Doubt
                | Self::DoubtAfter
                | Self::Unknown
                | Self::Hypothesis
                | Self::Kin
                | Self::KinAfter
                | Self::Past
                | Self::Plan
                | Self::PlanAfter
        )
    }

    /// Whether another cue inside it loses its own meaning: "vet inte" denies nothing.
    #[must_use]
    pub const fn hides(self, other: Self) -> bool {
        // "ingen påvist artrose" both doubts and denies: what doubt cannot touch is still denied.
        // "det är oklart huruvida hon …" knows nothing, whatever "är oklart" says of what stands before it.
        let doubts = matches!(self, Self::Doubt | Self::DoubtAfter) && !matches!(other, Self::Negation | Self::Unknown);
        doubts
            || matches!(
                self,
                Self::Pseudo
                    | Self::GaveUp
                    | Self::Unknown
                    | Self::Negation
                    | Self::Correction
                    | Self::Retraction
                    | Self::RetractionAfter
                    | Self::Reset
                    | Self::KinAside
                    | Self::Kin
                    | Self::Yes
                    | Self::No
            )
    }
}

/// How a number is bounded by the words beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Less than.
    Under,
    /// At most.
    AtMost,
    /// More than.
    Over,
    /// At least.
    AtLeast,
    /// At least, said after the number: "eller mer", "or older".
    OrMore,
    /// At most, said after the number: "eller mindre".
    OrLess,
    /// About; the value itself is taken.
    About,
    /// From the number to the next one: "mellan".
    Between,
    /// From the number to another that it has become: "från 50 till 33".
    Changed,
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Years.
    Year,
    /// Months.
    Month,
    /// Weeks.
    Week,
    /// Days.
    Day,
    /// Per cent.
    Percent,
    /// Millilitres per minute.
    MlPerMinute,
    /// Kilograms per square metre.
    KgPerSquareMetre,
    /// Standard deviations.
    Deviation,
    /// Anything that no fact is counted in: kg, mg, cm, times.
    Other,
}

/// A concept: words that state facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Concept {
    /// What it says when it is affirmed.
    pub means: Vec<(FactId, FactValue)>,
    /// The group of words of which one must stand near, in the same part of the sentence.
    pub near: Option<GroupId>,
    /// The group of words of which one must stand anywhere in the text.
    pub with: Option<GroupId>,
    /// The group of words of which none may stand in the same sentence.
    pub unless: Option<GroupId>,
    /// Whether a denial suffices where the word that should stand near is missing.
    pub denied_alone: bool,
    /// Whether a yes or no behind it suffices where the word that should stand near is missing: "fys: nej".
    pub answered: bool,
    /// What once was so still is so, whenever it was: a course gone through, an allergy.
    pub lasting: bool,
    /// Doubt does not touch it: an investigation, a form of care.
    pub certain: bool,
    /// One affirmation outweighs denials: a phone is a device whatever else is missing.
    pub any: bool,
    /// It counts only where the fact's subject is spoken of otherwise.
    pub weak: bool,
    /// Denying it says nothing.
    pub undeniable: bool,
    /// Its denial counts only as an answer or in a list of denials: "ingen osteoporos" in passing may mean none known.
    pub listed: bool,
    /// An intention does not touch it: a need.
    pub intended: bool,
    /// It counts only at the beginning of its part of a sentence: "man med artros" is a man, "börjar man med" is not.
    pub opening: bool,
    /// It counts only where the fact is asked for or corrected: "svår" alone.
    pub answer: bool,
    /// Other facts said by the same words count beside it: "lindrig handartros" says how bad it is and where.
    pub beside: bool,
}

/// How the number of a measurement is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// As it stands.
    Plain,
    /// As the ten years that begin there: "i 70-årsåldern".
    Decade,
    /// As a year of birth.
    Born,
    /// As an age whose words leave some doubt: "72 år" alone.
    Loose,
}

/// A measurement: words that name a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// Which fact the number is.
    pub fact: FactId,
    /// How it is read.
    pub reading: Reading,
}

/// A fact, and a group of words that matters to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beside {
    /// Which fact it is.
    pub fact: FactId,
    /// The words.
    pub near: GroupId,
}

/// The fact that tells a woman from a man, and its options.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sexes {
    /// Which fact it is.
    pub fact: FactId,
    /// Its option for a woman.
    pub woman: FactValue,
    /// Its option for a man.
    pub man: FactValue,
}

/// A place, and what it says about where the question is asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Its region.
    pub region: Region,
    /// The fact that names the municipality, where the vocabulary has it.
    pub municipality: Option<(FactId, FactValue)>,
}

/// What a word is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// A subject of the guidelines.
    Subject(String),
    /// Another matter: another disease.
    Other,
    /// Another substance, which is another matter too: "penicillin".
    Substance,
    /// Greetings and thanks.
    SmallTalk,
    /// The staff.
    Staff,
}

/// A group of words, by its place in `Lexicon::groups`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct GroupId(pub u16);

/// What a form means.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// States facts.
    Concept(Concept),
    /// Names a measurement.
    Measure(Measure),
    /// Says how long, in this unit.
    Lasting(Unit),
    /// Hides what would be read inside it: "osteoporosmottagning" is no diagnosis.
    Stop,
    /// Says how the words beside it are meant.
    Cue(Cue),
    /// Bounds a number.
    Relation(Relation),
    /// A unit.
    Unit(Unit),
    /// Names facts without saying anything of them, so that they can be taken back: "sväljningen".
    Name(Vec<FactId>),
    /// Belongs to a group that others need near.
    Near(GroupId),
    /// Tells what is asked, with a weight.
    Intent(Intent, i8),
    /// Tells where.
    Place(Place),
    /// Tells what it is about.
    Topic(Topic),
}

/// One way to say one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Whose language.
    pub language: Language,
    /// The words.
    pub pattern: Pattern,
    /// What it means, by its place in `Lexicon::meanings`.
    pub meaning: usize,
}

/// The words of three languages.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lexicon {
    /// What forms mean.
    pub meanings: Vec<Meaning>,
    /// Every form.
    pub forms: Vec<Form>,
    /// The names of the groups.
    pub groups: Vec<String>,
    /// Facts that are the duration of what the group names.
    pub durations: Vec<Beside>,
    /// The fact that tells a woman from a man, where the vocabulary has it.
    pub sexes: Option<Sexes>,
    /// Facts whose denial proves nothing in a sentence with a word of the group: "röntgen visar ingen artros".
    pub unproven: Vec<Beside>,
    /// Words that tell the language, and are never repaired.
    pub function_words: BTreeMap<String, BTreeSet<Language>>,
    /// Common words that say nothing about what the question concerns.
    pub neutral_words: BTreeSet<String>,
    /// Words of the guidelines' own texts: correct as they stand, and so never repaired into others.
    pub written_words: BTreeSet<String>,
    /// Letters that tell the language.
    pub letters: BTreeMap<char, BTreeSet<Language>>,
    /// Signs that are written for a word: "#" for "fracture". Before a digit they stay signs.
    pub signs: BTreeMap<char, String>,
    /// Words after which a full stop ends no sentence.
    pub abbreviations: BTreeSet<String>,
    /// Numbers in words.
    pub numerals: BTreeMap<String, u16>,
    /// Facts beside which a word that was not understood is shown.
    pub safety: BTreeSet<FactId>,
}

impl Lexicon {
    /// Protects every word of these texts from repair.
    pub fn protect<'a>(&mut self, texts: impl Iterator<Item = &'a str>) {
        let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic())).filter(|word| word.len() > 4);
        self.written_words.extend(words.map(str::to_lowercase));
    }
}
