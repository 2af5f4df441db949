//! Which facts does a turn take back or end that names none: "nej, det gør hun ikke", "det stämmer inte", "hon har slutat"?

use std::collections::BTreeSet;

use super::{Event, Turn};
use crate::clinical::{Fact, FactId, FactValue, Origin, Span, Statement};
use crate::corpus::lexicon::{Cue, Meaning, Topic};
use crate::corpus::{Binding, RecordKind};
use crate::facts::corrections;
use crate::facts::dictionary::Layer;
use crate::facts::layout::CueAt;
use crate::facts::matches::Match;
use crate::facts::numbers::is_year;
use crate::facts::reading::{Sureness, When, Whose};
use crate::facts::resolve::Oddity;
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
        if !self.names_nothing(0, self.apart.tokens.len()) {
            return if self.identifies_another() { self.doubted_of_last() } else { Vec::new() };
        }
        if self.layout.of(Cue::RetractionAfter).next().is_some() || self.identifies_a_relative() {
            return self.found_of_last().map(|(id, said)| uncertain(id, *said)).collect();
        }
        self.denied_of_last()
    }

    /// Whether it asks anything.
    fn asks(&self) -> bool {
        self.reading.intent.is_some() || self.apart.tokens.iter().any(|token| token.kind == Kind::End('?'))
    }

    /// Whether these tokens hold nothing but everyday words and words that tell how others are meant.
    fn names_nothing(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| self.says_nothing(at))
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

    /// What the last turn stated of the patient's state: not who the patient is, unless it stated nothing else.
    fn found_of_last(&self) -> impl Iterator<Item = (FactId, &Statement)> {
        let of_the_patient = |binding: &Binding| binding.record == RecordKind::Patient;
        let tells_who = move |id: FactId| {
            self.reader.vocabulary().get(id).is_some_and(|fact| fact.bindings.iter().any(of_the_patient))
        };
        let only_who = self.last().all(|(id, _)| tells_who(id));
        self.last().filter(move |(id, _)| only_who || !tells_who(*id))
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

    /// "det var penicillin", "nej, det var bursit": whether words that say what it was name something that is no fact. When
    /// it was and how it was is no other thing: "det var 2019", "det var en kraftig reaktion".
    fn identifies_another(&self) -> bool {
        let named = |layer: Layer| !self.apart.matches.of(layer).is_empty();
        let known = named(Layer::Measure) || named(Layer::Place) || !self.reading.mentions.is_empty();
        let counted = self.apart.tokens.iter().any(|token| matches!(token.kind, Kind::Number(_)));
        let other = self.names(&Topic::Substance)
            || self.corrects_with_no() && (self.names(&Topic::Other) || self.names_the_unknown());
        !known && !counted && other && self.identifies()
    }

    /// "nej, det var hennes mamma": whether words that say whose it was name somebody else than the patient.
    fn identifies_a_relative(&self) -> bool {
        let opened = self.layout.of(Cue::Identified).next();
        let relative = |cue: &CueAt| self.layout.of(Cue::Kin).any(|kin| kin.from >= cue.from);
        self.corrects_with_no() && self.identifies() && opened.is_some_and(relative)
    }

    /// Whether nothing but words that correct stands before words which say what it was.
    fn identifies(&self) -> bool {
        let corrects = |at: usize| {
            let sign =
                self.apart.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Sign(_) | Kind::End(_)));
            let mut cues = self.layout.cues.iter().filter(|cue| cue.from <= at && at < cue.to);
            sign || cues.any(|cue| matches!(cue.cue, Cue::No | Cue::Correction | Cue::Break))
        };
        self.layout.of(Cue::Identified).any(|cue| (0..cue.from).all(corrects))
    }

    fn corrects_with_no(&self) -> bool {
        self.corrects() || self.layout.opens_with_no()
    }

    fn names(&self, topic: &Topic) -> bool {
        let lexicon = self.reader.found(self.apart).lexicon;
        let means = |one: &Match| matches!(lexicon.meanings.get(one.meaning), Some(Meaning::Topic(of)) if of == topic);
        self.apart.matches.of(Layer::Topic).iter().any(means)
    }

    fn names_the_unknown(&self) -> bool {
        self.apart.oddities.iter().any(|(_, oddity)| *oddity == Oddity::Unknown)
    }

    /// What it was instead of what the last turn affirmed: of several things those that are a matter of safety.
    fn doubted_of_last(&self) -> Vec<Event> {
        let all = self.affirmed();
        let several = all.len() > 1;
        let doubted = all.into_iter().filter(|(id, _)| !several || self.reader.is_of_safety(*id));
        doubted.map(|(id, said)| uncertain(id, said)).collect()
    }

    /// "hon har slutat", "alendronat utsatt nu", "hon har slutat, vad gör jag nu?": what may have come to an end is uncertain.
    fn ended(&self) -> Vec<Event> {
        let ends: Vec<&CueAt> = self.layout.of(Cue::Ended).filter(|cue| self.is_an_end_of_the_patients(cue)).collect();
        let nameless = ends.iter().any(|cue| self.names_nothing_else(cue));
        let named: BTreeSet<FactId> = ends.iter().flat_map(|cue| self.named_beside(cue)).collect();
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

    /// Whether an end is told, and of the patient: not denied, asked about, supposed, planned, a relative's or a colleague's.
    fn is_an_end_of_the_patients(&self, cue: &CueAt) -> bool {
        let mut forms = self.apart.matches.of(Layer::Cue).iter();
        let form = forms.find(|one| (one.from, one.to) == (cue.from, cue.to));
        let sense = form.map(|form| self.reader.sense(self.apart, self.layout, form, self.as_of));
        let told = sense.is_some_and(|sense| {
            let now = matches!(sense.when, When::Now | When::Earlier);
            now && !sense.denied && (sense.sureness, sense.whose) == (Sureness::Sure, Whose::Patient)
        });
        let (from, to) = self.part(cue);
        let asks = self.apart.matches.of(Layer::Intent).iter().any(|one| from <= one.from && one.from < to)
            || self.apart.tokens.iter().take(to).skip(from).any(|token| token.kind == Kind::End('?'));
        let sentence = |one: &&CueAt| self.layout.sentence(one.from) == self.layout.sentence(cue.from);
        let colleague = self.layout.of(Cue::Colleague).filter(sentence).any(|one| one.from < cue.from);
        told && !asks && !colleague
    }

    /// Whether the part of the sentence that a cue is in names nothing but perhaps a year: "slutade 2018".
    fn names_nothing_else(&self, cue: &CueAt) -> bool {
        let (from, to) = self.part(cue);
        let year = |at: usize| {
            let token = self.apart.tokens.get(at);
            token.is_some_and(|token| matches!(token.kind, Kind::Number(number) if is_year(number)))
        };
        (from..to).all(|at| self.says_nothing(at) || year(at))
    }

    /// The tokens of the part of the sentence that a cue is in.
    fn part(&self, cue: &CueAt) -> (usize, usize) {
        let same = |at: &usize| self.layout.segment(*at) == self.layout.segment(cue.from);
        let from = (0..=cue.from).rev().take_while(same).last().unwrap_or(cue.from);
        (from, self.layout.segment_end(cue.from))
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
