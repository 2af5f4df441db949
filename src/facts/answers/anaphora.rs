//! Which facts does a turn take back or end that names none: "nej, det gør hun ikke", "det stämmer inte", "hon har slutat"?

use std::collections::BTreeSet;

use super::{Event, Turn};
use crate::clinical::{Fact, FactId, FactValue, Origin, Span, Statement};
use crate::corpus::lexicon::Cue;
use crate::facts::corrections;
use crate::facts::dictionary::Layer;
use crate::facts::layout::CueAt;
use crate::facts::tokens::Kind;
use crate::rules::FactKind;

impl Turn<'_> {
    /// What the turn does to facts that it does not name.
    pub(super) fn anaphora(&self) -> Vec<Event> {
        // "hon har inte slutat" denies an end, and nothing else.
        if self.layout.of(Cue::Ended).next().is_some() {
            return self.ended();
        }
        let nothing_read = self.reading.facts.is_empty() && self.reading.taken_back.is_empty();
        if self.asks() || !nothing_read || self.reading.region.is_some() {
            return Vec::new();
        }
        if !self.names_nothing() {
            return if self.identifies_another() { self.doubted_of_last() } else { Vec::new() };
        }
        if self.layout.of(Cue::RetractionAfter).next().is_some() {
            return self.last().map(|(id, said)| uncertain(id, *said)).collect();
        }
        self.denied_of_last()
    }

    /// Whether it asks anything.
    fn asks(&self) -> bool {
        self.reading.intent.is_some() || self.apart.tokens.iter().any(|token| token.kind == Kind::End('?'))
    }

    /// Whether it holds nothing but everyday words and words that tell how others are meant.
    fn names_nothing(&self) -> bool {
        (0..self.apart.tokens.len()).all(|at| self.says_nothing(at))
    }

    fn says_nothing(&self, at: usize) -> bool {
        let Some(token) = self.apart.tokens.get(at) else { return true };
        let cue = self.layout.cues.iter().any(|cue| cue.from <= at && at < cue.to);
        let sign = matches!(token.kind, Kind::Sign(_) | Kind::End(_));
        sign || cue || token.kind == Kind::Word && self.reader.is_everyday(token.word)
    }

    /// What the last turn stated and still is so.
    pub(super) fn last(&self) -> impl Iterator<Item = (FactId, &Statement)> {
        self.before.last.iter().filter_map(|event| match event {
            Event::Said(id, Fact::Known(said)) if self.before.facts.value(*id) == Some(said.value) => Some((*id, said)),
            _ => None,
        })
    }

    /// What the last turn affirmed: yes, or where it affirmed nothing so, an option.
    pub(super) fn affirmed(&self) -> Vec<(FactId, Statement)> {
        let of = |wanted: &dyn Fn(FactValue) -> bool| {
            let said = self.last().filter(|(_, said)| wanted(said.value));
            said.map(|(id, said)| (id, *said)).collect::<Vec<_>>()
        };
        let yes = of(&|value| value == FactValue::Boolean(true));
        if yes.is_empty() { of(&|value| matches!(value, FactValue::Choice(_))) } else { yes }
    }

    /// "nej, det gør hun alligevel ikke": denied where one thing was affirmed, doubted where several were or where the no
    /// may be the answer to a question.
    fn denied_of_last(&self) -> Vec<Event> {
        let end = self.apart.tokens.len();
        if !corrections::denies_without_name(self.reader.found(self.apart), self.layout, 0, end) {
            return Vec::new();
        }
        let answers = self.before.asked.first().and_then(|fact| self.reader.vocabulary().get(*fact));
        let doubts = self.layout.of(Cue::Doubt).next().is_some();
        let may_answer = doubts || answers.is_some_and(|definition| definition.kind == FactKind::Boolean);
        match self.affirmed().as_slice() {
            [(id, said)] if said.value == FactValue::Boolean(true) && !may_answer => vec![denied(*id, self.whole())],
            several => several.iter().map(|(id, said)| uncertain(*id, *said)).collect(),
        }
    }

    /// "det var penicillin": whether words that say what it was name something that is no fact.
    fn identifies_another(&self) -> bool {
        let corrects = |at: usize| {
            let sign =
                self.apart.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Sign(_) | Kind::End(_)));
            let mut cues = self.layout.cues.iter().filter(|cue| cue.from <= at && at < cue.to);
            sign || cues.any(|cue| matches!(cue.cue, Cue::No | Cue::Correction | Cue::Break))
        };
        let opens = |cue: &CueAt| (0..cue.from).all(corrects);
        let named = |layer: Layer| !self.apart.matches.of(layer).is_empty();
        let known = named(Layer::Measure) || named(Layer::Place) || !self.reading.mentions.is_empty();
        !known && self.layout.of(Cue::Identified).any(opens)
    }

    /// What it was instead of what the last turn affirmed: of several things those that are a matter of safety.
    fn doubted_of_last(&self) -> Vec<Event> {
        let all = self.affirmed();
        let several = all.len() > 1;
        let doubted = all.into_iter().filter(|(id, _)| !several || self.reader.is_of_safety(*id));
        doubted.map(|(id, said)| uncertain(id, said)).collect()
    }

    /// "hon har slutat", "alendronat utsatt nu": what may have come to an end is uncertain.
    fn ended(&self) -> Vec<Event> {
        let denied = |cue: &CueAt| self.layout.of(Cue::Negation).any(|no| no.to <= cue.from && cue.from - no.to <= 1);
        let ends: Vec<CueAt> = self.layout.of(Cue::Ended).filter(|cue| !denied(cue)).copied().collect();
        if ends.is_empty() || self.asks() {
            return Vec::new();
        }
        let named: BTreeSet<FactId> = ends.iter().flat_map(|cue| self.named_beside(cue)).collect();
        let nameless = self.names_nothing();
        let may_end = self.before.facts.iter().filter_map(|(id, fact)| match fact {
            Fact::Known(said) if self.reader.vocabulary().get(id).is_some_and(|fact| fact.passes) => Some((id, *said)),
            _ => None,
        });
        let meant = may_end.filter(|(id, said)| {
            let spoken_of = self.reading.facts.get(*id).is_some();
            said.value != FactValue::Boolean(false) && !spoken_of && (nameless || named.contains(id))
        });
        meant.map(|(id, said)| uncertain(id, said)).collect()
    }

    /// The facts that words beside a cue bring to mind.
    fn named_beside(&self, cue: &CueAt) -> BTreeSet<FactId> {
        let sentence = self.layout.sentence(cue.from);
        let words = self.apart.tokens.iter().enumerate().filter(|(at, _)| self.layout.sentence(*at) == sentence);
        let words = words.filter_map(|(_, token)| token.word);
        words.flat_map(|word| self.reader.reminded(word)).collect()
    }

    fn whole(&self) -> Span {
        self.reader.span(self.apart, 0, self.apart.tokens.len())
    }
}

const fn uncertain(id: FactId, said: Statement) -> Event {
    Event::Said(id, Fact::Uncertain(said))
}

const fn denied(id: FactId, words: Span) -> Event {
    let said = Statement { value: FactValue::Boolean(false), origin: Origin::Words(words) };
    Event::Said(id, Fact::Known(said))
}
