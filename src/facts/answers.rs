//! One turn of a conversation → what it did: statements, corrections, retractions, and bare answers to what was asked.

mod anaphora;
mod bare;

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::conversation::Event;
use super::dictionary::Layer;
use super::layout::{CueAt, Layout};
use super::quantities::Quantity;
use super::reader::{Apart, Around, Reader};
use super::reading::{Reading, Turned};
use super::tokens::Kind;
use crate::clinical::{Fact, FactId, FactValue, Facts, Origin, Span, Statement};
use crate::corpus::lexicon::{Cue, Unit};
use crate::rules::FactKind;

/// What was known before the turn.
#[derive(Debug, Clone, Copy)]
pub struct Spoken<'a> {
    /// The facts gathered so far.
    pub facts: &'a Facts,
    /// What the words have been about.
    pub subjects: &'a BTreeSet<String>,
    /// The fact that was last given as a number.
    pub last_number: Option<FactId>,
    /// The facts asked for last, in order.
    pub asked: &'a [FactId],
    /// What the last turn did.
    pub last: &'a [Event],
    /// Whether the last turn named facts: one that did not was an answer itself.
    pub named: bool,
}

/// What a turn says and does.
pub fn turn(reader: &Reader, text: &str, as_of: Date, before: Spoken<'_>) -> (Reading, Vec<Event>) {
    let apart = reader.take_apart(text);
    let layout = reader.lay_out(&apart, before.facts);
    if undoes(reader, &apart, &layout) {
        return (Reading { turned: Some(Turned::Back), ..Reading::default() }, vec![Event::Undid]);
    }
    let reset = layout.of(Cue::Reset).last().copied();
    let around = if reset.is_some() { Around::default() } else { around(before) };
    let mut reading = reader.understand(&apart, &layout, as_of, &around);
    reading.turned = reset.map(|_| Turned::ToANewPatient);
    let turn = Turn { reader, apart: &apart, layout: &layout, reading: &reading, as_of, before };
    let mut events = Vec::new();
    if reset.is_some() {
        events.push(Event::NewPatient);
    }
    let withdrawn = reading.taken_back.iter().filter(|fact| reset.is_none() && before.facts.get(**fact).is_some());
    events.extend(withdrawn.map(|fact| Event::TookBack(*fact)));
    let said = reading.facts.iter().filter(|(id, fact)| turn.outweighs(*id, fact));
    events.extend(said.map(|(id, fact)| Event::Said(id, fact.clone())));
    let mut unfitting = Vec::new();
    if reset.is_none() {
        events.extend(turn.taken_back_option());
        events.extend(turn.doubted());
        events.extend(turn.over());
        let names_no_fact = reading.facts.is_empty() || turn.replaces();
        let answered = if names_no_fact { turn.bare() } else { Vec::new() };
        // What answers a question takes nothing back, but for what `bare` finds contested.
        let acts = if answered.is_empty() { turn.anaphora() } else { answered };
        unfitting = if names_no_fact && acts.is_empty() { turn.unfitting() } else { unfitting };
        events.extend(acts);
    }
    reading.not_understood.extend(unfitting);
    events.extend(reading.other_matter.then_some(Event::Strayed));
    events.extend(reading.about_staff.then_some(Event::TouchedStaff));
    events.extend(reading.subjects.iter().cloned().map(Event::Touched));
    events.extend(reading.intent.map(Event::Asked));
    events.extend(reading.region.map(Event::Placed));
    events.extend(reading.language.map(Event::Spoke));
    (reading, events)
}

/// "ångra", "förlåt, glöm det": takes the last message back, and says nothing else.
fn undoes(reader: &Reader, apart: &Apart, layout: &Layout) -> bool {
    let Some(undo) = layout.of(Cue::Undo).next() else { return false };
    let excuses = |cue: &CueAt| matches!(cue.cue, Cue::Correction | Cue::No | Cue::RetractionAfter);
    let said = |at: usize| layout.cues.iter().any(|cue| excuses(cue) && cue.from <= at && at < cue.to);
    let mut rest = apart.tokens.iter().enumerate().filter(|(at, _)| !(undo.from..undo.to).contains(at));
    let nothing_else = rest.all(|(at, token)| {
        matches!(token.kind, Kind::Sign(_) | Kind::End(_)) || reader.is_everyday(token.word) || said(at)
    });
    let asks = !apart.matches.of(Layer::Intent).is_empty();
    let answers_no = |denial: &CueAt| layout.of(Cue::No).any(|no| no.from == denial.from);
    nothing_else && !asks && layout.of(Cue::Negation).all(answers_no)
}

/// What the turn stands in.
fn around(before: Spoken<'_>) -> Around {
    Around {
        subjects: before.subjects.clone(),
        asked: before.asked.iter().copied().collect(),
        known: before.facts.clone(),
    }
}

struct Turn<'a> {
    reader: &'a Reader,
    apart: &'a Apart,
    layout: &'a Layout,
    reading: &'a Reading,
    as_of: Date,
    before: Spoken<'a>,
}

impl Turn<'_> {
    /// A doubt or a supposition of now does not make what was stated unknown, unless it is about the same words' opposite.
    fn outweighs(&self, id: FactId, fact: &Fact) -> bool {
        match fact {
            Fact::Known(_) | Fact::NotKnown | Fact::Conflicting(_) => true,
            Fact::Uncertain(_) => self.before.facts.value(id).is_none() || self.corrects(),
        }
    }

    fn corrects(&self) -> bool {
        self.layout.of(Cue::Correction).next().is_some()
    }

    /// "nej, inte allergi": what was stated is uncertain from now on.
    fn doubted(&self) -> Vec<Event> {
        let facts = self.reader.doubted(self.apart, self.layout, self.reading, self.before.facts);
        let stated = facts.into_iter().filter_map(|id| match self.before.facts.get(id)? {
            Fact::Known(statement) => Some(Event::Said(id, Fact::Uncertain(*statement))),
            _ => None,
        });
        stated.collect()
    }

    /// "DXA gjord nu": what was so until a fact came true.
    fn over(&self) -> Vec<Event> {
        let yes = FactValue::Boolean(true);
        let true_now = self.reading.facts.iter().filter_map(|(id, fact)| match fact {
            Fact::Known(said) if said.value == yes => Some((self.reader.vocabulary().get(id)?, said.origin)),
            _ => None,
        });
        let over = true_now.flat_map(|(definition, origin)| definition.ends.iter().map(move |ended| (*ended, origin)));
        let still =
            over.filter(|(id, _)| self.before.facts.value(*id) == Some(yes) && self.reading.facts.get(*id).is_none());
        let no = |origin| Fact::Known(Statement { value: FactValue::Boolean(false), origin });
        still.map(|(id, origin)| Event::Said(id, no(origin))).collect()
    }

    /// "nej, 32", where nothing was asked that a no answers.
    fn replaces(&self) -> bool {
        self.corrects() || self.before.asked.is_empty() && self.layout.opens_with_no()
    }

    /// "inte höft": the option that was known is denied, and none takes its place.
    fn taken_back_option(&self) -> Vec<Event> {
        let denied = self.reading.mentions.iter().filter(|mention| {
            mention.denied && mention.value.is_none() && self.reading.facts.get(mention.fact).is_none()
        });
        let known = denied.filter(|mention| {
            matches!(self.before.facts.value(mention.fact), Some(FactValue::Choice(_)))
                && mention.option.is_some()
                && self.before.facts.value(mention.fact) == mention.option
        });
        known.map(|mention| Event::TookBack(mention.fact)).collect()
    }

    fn number(&self, fact: FactId, quantity: &Quantity, span: Span) -> Option<Event> {
        let FactKind::Number { unit, low, high, integer } = &self.reader.vocabulary().get(fact)?.kind else {
            return None;
        };
        let negative = quantity.minus && *low < 0.0;
        let signed = if negative { -quantity.low } else { quantity.low };
        let unit_fits = quantity.unit.is_none_or(|written| super::numbers::scale(unit, Some(written)) == Some(1.0));
        let fits = (*low..=*high).contains(&signed) && (!integer || signed.fract() == 0.0);
        let value = quantity.interval(negative, 1.0).filter(|_| unit_fits && fits)?;
        let statement = Statement { value: FactValue::Number(value), origin: Origin::Words(span) };
        let unsigned = *low < 0.0 && !negative && quantity.low > super::numbers::UNSIGNED_HIGHEST;
        Some(Event::Said(fact, if unsigned { Fact::Uncertain(statement) } else { Fact::Known(statement) }))
    }

    /// A number that corrects one given before: the one denied in the turn, else the one of its unit, else the last.
    fn corrected_number(&self) -> Option<Event> {
        let anew = self.layout.of(Cue::Correction).chain(self.layout.of(Cue::No)).map(|cue| cue.to).max();
        let stated = || self.free_quantities().filter(|quantity| !self.is_denied(quantity));
        // "27, nej 72": what stands behind the no.
        let behind = stated().find(|quantity| anew.is_some_and(|anew| quantity.from >= anew));
        let quantity = behind.or_else(|| stated().next())?;
        let denied = self.free_quantities().find(|quantity| self.is_denied(quantity)).map(|quantity| quantity.low);
        let known = |wanted: &dyn Fn(FactId, f64) -> bool| {
            self.before.facts.iter().map(|(id, _)| id).find(|id| match self.before.facts.value(*id) {
                Some(FactValue::Number(interval)) => interval.exact().is_some_and(|value| wanted(*id, value)),
                _ => false,
            })
        };
        let by_value = denied.and_then(|denied| known(&|_, value| value.abs() == denied));
        let by_unit = quantity.unit.and_then(|unit| known(&|id, _| self.is_in(id, unit)));
        let fits = |id: &FactId| quantity.unit.is_none_or(|unit| self.is_in(*id, unit));
        let last = self.before.last_number.filter(fits);
        let fact = by_value.or_else(|| last.or(by_unit).filter(|_| self.replaces()))?;
        let end = quantity.to;
        self.number(fact, quantity, self.reader.span(self.apart, quantity.from, end))
    }

    fn is_in(&self, fact: FactId, unit: Unit) -> bool {
        match self.reader.vocabulary().get(fact).map(|definition| &definition.kind) {
            Some(FactKind::Number { unit: declared, .. }) => super::numbers::scale(declared, Some(unit)) == Some(1.0),
            _ => false,
        }
    }

    /// Numbers that no mention stands on.
    fn free_quantities(&self) -> impl Iterator<Item = &Quantity> {
        self.apart.quantities.iter().filter(|quantity| {
            let span = self.reader.span(self.apart, quantity.from, quantity.to);
            !self.reading.mentions.iter().any(|mention| mention.span.start < span.end && span.start < mention.span.end)
        })
    }

    fn is_denied(&self, quantity: &Quantity) -> bool {
        self.layout.of(Cue::Negation).any(|cue| cue.to == quantity.from)
    }
}
