//! What is known after each turn: a fold over what each turn did, so that it can be shown, undone and replayed.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::answers::{self, Spoken};
use super::reader::Reader;
use super::reading::Reading;
use crate::clinical::{Fact, FactId, Facts, Intent, Language, Region};

/// One thing that a turn did.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// Another patient: the facts and the intent are gone, region and language stay.
    NewPatient,
    /// A fact was spoken of; a later one replaces an earlier one.
    Said(FactId, Fact),
    /// A fact was taken back.
    TookBack(FactId),
    /// This is asked, until something else is.
    Asked(Intent),
    /// These guidelines bind, until others are named.
    Placed(Region),
    /// This language is spoken, until another is.
    Spoke(Language),
    /// The words are about this.
    Touched(String),
    /// The words are about the staff.
    TouchedStaff,
    /// The words are about something else than any subject.
    Strayed,
    /// The turn before it was taken back.
    Undid,
}

/// What is known of a conversation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// The patient's facts, gathered so far.
    pub facts: Facts,
    /// What is asked.
    pub intent: Option<Intent>,
    /// Where.
    pub region: Option<Region>,
    /// In which language.
    pub language: Option<Language>,
    /// What the words have been about.
    pub subjects: BTreeSet<String>,
    /// Whether the last turn was about something else.
    pub other_matter: bool,
    /// Whether the words have been about the staff.
    pub about_staff: bool,
    /// What the last turn was understood to say.
    pub reading: Reading,
    /// What each turn that stands did, in order: folding them anew gives the same state.
    pub turns: Vec<Vec<Event>>,
    /// The fact that was last given as a number: a bare correction is of it.
    last_number: Option<FactId>,
}

impl State {
    /// The state after one more message. `text` has no identifiers left; `asked` are the facts asked for last, in order.
    #[must_use]
    pub fn next(&self, reader: &Reader, text: &str, as_of: Date, asked: &[FactId]) -> Self {
        let last = self.turns.last().map_or(&[][..], Vec::as_slice);
        let before = Spoken {
            facts: &self.facts,
            subjects: &self.subjects,
            last_number: self.last_number,
            asked,
            last,
            named: !self.reading.mentions.is_empty(),
        };
        let (reading, events) = answers::turn(reader, text, as_of, before);
        Self { reading, ..self.after(events) }
    }

    /// The state after structured facts.
    #[must_use]
    pub fn given(&self, facts: &Facts) -> Self {
        let events = facts.iter().map(|(id, fact)| Event::Said(id, fact.clone())).collect();
        Self { reading: Reading::default(), ..self.after(events) }
    }

    fn after(&self, events: Vec<Event>) -> Self {
        if events.contains(&Event::Undid) {
            return self.undone();
        }
        let mut state = Self { facts: self.facts.clone().earlier(), other_matter: false, ..self.clone() };
        events.iter().for_each(|event| state.apply(event));
        state.turns.push(events);
        state
    }

    /// The state without its last turn: all that the turns before it did, folded anew.
    #[must_use]
    pub fn undone(&self) -> Self {
        let turns = self.turns.split_last().map_or(&[][..], |(_, earlier)| earlier);
        let state = turns.iter().fold(Self::default(), |state, events| state.after(events.clone()));
        Self { facts: state.facts.earlier(), ..state }
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::NewPatient => {
                self.facts = Facts::default();
                self.subjects.clear();
                (self.intent, self.last_number, self.about_staff) = (None, None, false);
            }
            Event::Said(id, fact) => {
                if let Fact::Known(statement) = fact
                    && matches!(statement.value, crate::clinical::FactValue::Number(_))
                {
                    self.last_number = Some(*id);
                }
                self.facts.insert(*id, fact.clone());
            }
            Event::TookBack(id) => self.facts.remove(*id),
            Event::Asked(intent) => self.intent = Some(*intent),
            Event::Placed(region) => self.region = Some(*region),
            Event::Spoke(language) => self.language = Some(*language),
            Event::Strayed => self.other_matter = true,
            Event::TouchedStaff => self.about_staff = true,
            // Undone as a whole, before anything is applied.
            Event::Undid => {}
            Event::Touched(subject) => {
                self.subjects.insert(subject.clone());
            }
        }
    }
}
