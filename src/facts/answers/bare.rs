//! Which questions does a turn answer that names nothing: "48", "nej, det har hon inte", "ja, måske", "48, nej, nej"?

use super::{Event, Turn};
use crate::clinical::{Fact, FactId, FactValue, Origin, Span, Statement};
use crate::corpus::lexicon::Cue;
use crate::facts::dictionary::Layer;
use crate::facts::layout::CueAt;
use crate::facts::quantities::Quantity;
use crate::facts::reading::{NotUnderstood, Puzzle};
use crate::facts::tokens::Kind;
use crate::rules::FactKind;

/// "ja det har hon": an answer of so many words says of whom.
const OF_A_PERSON: usize = 3;

/// "does not", "inte ännu": a longer denial says who thinks so.
const PLAIN_DENIAL: usize = 2;
/// What makes an answer less than sure.
const HEDGES: [Cue; 2] = [Cue::Doubt, Cue::DoubtAfter];

/// A bare answer.
enum Answer {
    Number(Span, Quantity),
    YesNo(YesNo),
    Unknown,
}

/// "ja", "nej, det har hon inte": one answer, however many words go on with it.
#[derive(Clone, Copy)]
struct YesNo {
    /// The first token.
    from: usize,
    /// The token after the last.
    to: usize,
    yes: bool,
    /// Whether nothing hedges it, and all its words say the same.
    sure: bool,
}

impl Turn<'_> {
    /// An answer that names no fact: "48", "ja", "vet inte", "förlåt, 32 %", "48, nej, nej".
    pub(super) fn bare(&self) -> Vec<Event> {
        let answers = self.answers();
        if self.replaces() || answers.is_empty() {
            return self.corrected_number().into_iter().collect();
        }
        let asked = self.before.asked;
        let [answer] = answers.as_slice() else {
            let in_order = answers.iter().zip(asked).map(|(answer, fact)| self.fits(*fact, answer));
            let all: Option<Vec<Event>> = in_order.collect();
            return all.filter(|events| events.len() == answers.len()).unwrap_or_default();
        };
        // A number answers the first question that a number can answer; yes, no and "don't know" only the first.
        let reach = if matches!(answer, Answer::Number(..)) { asked.len() } else { 1 };
        let event = asked.iter().take(reach).find_map(|fact| self.fits(*fact, answer));
        let contested = match answer {
            Answer::YesNo(said) if said.yes || event.is_some() => self.contested(*said),
            _ => Vec::new(),
        };
        if contested.is_empty() {
            return event.or_else(|| self.corrected_number()).into_iter().collect();
        }
        let doubted = contested.into_iter().map(|(id, said)| Event::Said(id, Fact::Uncertain(said)));
        doubted.chain(event.map(unsure)).collect()
    }

    /// Bare answers that fit nothing that was asked.
    pub(super) fn unfitting(&self) -> Vec<NotUnderstood> {
        let answers = if self.before.asked.is_empty() { Vec::new() } else { self.answers() };
        let spans = answers.iter().filter_map(|answer| match answer {
            Answer::Number(span, _) => Some(*span),
            Answer::YesNo(said) => Some(self.reader.span(self.apart, said.from, said.to)),
            Answer::Unknown => None,
        });
        spans.map(|span| NotUnderstood { span, why: Puzzle::NoAnswer }).collect()
    }

    fn fits(&self, fact: FactId, answer: &Answer) -> Option<Event> {
        let kind = &self.reader.vocabulary().get(fact)?.kind;
        let event = match (answer, kind) {
            (Answer::Unknown, _) => Some(Event::Said(fact, Fact::NotKnown)),
            (Answer::YesNo(said), FactKind::Boolean) => {
                let origin = Origin::Words(self.reader.span(self.apart, said.from, said.to));
                let known = Event::Said(fact, Fact::Known(Statement { value: FactValue::Boolean(said.yes), origin }));
                Some(if said.sure { known } else { unsure(known) })
            }
            (Answer::Number(span, quantity), FactKind::Number { .. }) => self.number(fact, quantity, *span),
            _ => None,
        };
        // "nej, det tror jag inte" may disagree with what was said, too.
        let disagrees = self.layout.of(Cue::RetractionAfter).next().is_some();
        if disagrees || self.hedges().next().is_some() { event.map(unsure) } else { event }
    }

    /// What the last turn named and these words may take back instead of answering what was asked. A denial may be of
    /// all that was affirmed but the diagnosis, which every question is about; "jo, det har hon" of the one thing denied.
    fn contested(&self, said: YesNo) -> Vec<(FactId, Statement)> {
        let refers = |cue: &CueAt| match cue.cue {
            Cue::Patient | Cue::RetractionAfter => true,
            Cue::Yes | Cue::No => cue.to - cue.from >= OF_A_PERSON,
            _ => false,
        };
        if !self.before.named || !self.layout.cues.iter().any(refers) {
            return Vec::new();
        }
        if !said.yes {
            let affirmed = self.affirmed().into_iter();
            return affirmed.filter(|(id, one)| !said.sure || self.may_be_denied(*id, one.value)).collect();
        }
        let last: Vec<(FactId, Statement)> = self.last().map(|(id, said)| (id, *said)).collect();
        match last.as_slice() {
            [(id, said)] if said.value == FactValue::Boolean(false) => vec![(*id, *said)],
            _ => Vec::new(),
        }
    }

    fn may_be_denied(&self, id: FactId, value: FactValue) -> bool {
        self.reader.vocabulary().get(id).is_some_and(|fact| match value {
            FactValue::Boolean(_) => fact.subject.as_ref() != Some(&fact.name),
            _ => fact.passes,
        })
    }

    /// The bare answers of a turn that holds nothing else.
    fn answers(&self) -> Vec<Answer> {
        let mut answers = Vec::new();
        let mut at = 0;
        while let Some(token) = self.apart.tokens.get(at) {
            if let Some(quantity) = self.apart.quantities.iter().find(|quantity| quantity.from == at) {
                answers.push(Answer::Number(self.reader.span(self.apart, quantity.from, quantity.to), *quantity));
                at = self.unit_end(quantity.to);
            } else if let Some(cue) = self.cue_at(at, &[Cue::Unknown, Cue::Yes, Cue::No]) {
                self.answer(&mut answers, cue);
                at = cue.to;
            } else if let Some(cue) = self.cue_at(at, &[Cue::Negation])
                && let Some(Answer::YesNo(said)) = answers.last_mut()
                && !self.ends_something()
            {
                said.sure &= !said.yes && self.is_plain_denial(cue);
                (said.to, at) = (cue.to, cue.to);
            } else if let Some(cue) = self.cue_at(at, &HEDGES) {
                at = cue.to;
            } else if matches!(token.kind, Kind::Sign(_) | Kind::End(_)) || self.is_filler(at) {
                at += 1;
            } else {
                return Vec::new();
            }
        }
        let asks = self.apart.tokens.iter().any(|token| token.kind == Kind::End('?'));
        // "jag tror det".
        if let (true, false, Some(hedge)) = (answers.is_empty(), asks, self.hedges().next()) {
            answers.push(Answer::YesNo(YesNo { from: hedge.from, to: hedge.to, yes: true, sure: false }));
        }
        answers
    }

    /// One more answer, or words that go on with the one before: "nej, det har hon inte", "ja, stämmer", "nej, vet inte".
    fn answer(&self, answers: &mut Vec<Answer>, cue: &CueAt) {
        let alone = answers.len() == 1;
        let yes = cue.cue == Cue::Yes;
        match answers.last_mut() {
            Some(last @ Answer::YesNo(_)) if alone && cue.cue == Cue::Unknown => *last = Answer::Unknown,
            Some(Answer::YesNo(said)) if cue.cue != Cue::Unknown && self.goes_on(said, cue) => {
                (said.sure, said.to) = (said.sure && said.yes == yes, cue.to);
            }
            _ if cue.cue == Cue::Unknown => answers.push(Answer::Unknown),
            _ => answers.push(Answer::YesNo(YesNo { from: cue.from, to: cue.to, yes, sure: true })),
        }
    }

    /// Whether words say again what they follow; "nej, nej, ja" are three answers.
    fn goes_on(&self, said: &YesNo, cue: &CueAt) -> bool {
        let word = |at: usize| self.apart.tokens.get(at).and_then(|token| token.word);
        let yes = cue.cue == Cue::Yes;
        cue.to - cue.from > 1 || said.to == cue.from || said.yes == yes && word(said.from) != word(cue.from)
    }

    /// "ja, måske", "det tror jag".
    fn hedges(&self) -> impl Iterator<Item = &CueAt> {
        self.layout.cues.iter().filter(|cue| HEDGES.contains(&cue.cue))
    }

    /// "nej, inte längre" may be an end of what was said.
    fn ends_something(&self) -> bool {
        self.layout.of(Cue::Ended).next().is_some()
    }

    /// The first of these cues that begins at a token.
    fn cue_at(&self, at: usize, kinds: &[Cue]) -> Option<&CueAt> {
        let here = || self.layout.cues.iter().filter(move |cue| cue.from == at);
        kinds.iter().find_map(|kind| here().find(|cue| cue.cue == *kind))
    }

    fn unit_end(&self, at: usize) -> usize {
        let units = self.apart.matches.of(Layer::Unit);
        units.iter().find(|unit| unit.from == at).map_or(at, |unit| unit.to)
    }

    /// "no, she doesn't" is no more than a no; "nej, inte vad jag vet" and "nej, det tror jag inte" are not as sure.
    fn is_plain_denial(&self, denial: &CueAt) -> bool {
        let short = denial.to - denial.from <= PLAIN_DENIAL;
        short && (0..self.apart.tokens.len()).all(|at| self.is_of_denial(at))
    }

    /// A sign, a no, or a word that a denial holds which names nothing.
    fn is_of_denial(&self, at: usize) -> bool {
        let sign = self.apart.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Sign(_) | Kind::End(_)));
        let mut cues = self.layout.cues.iter().filter(|cue| cue.from <= at && at < cue.to);
        sign || cues.any(|cue| matches!(cue.cue, Cue::Elliptic | Cue::Patient | Cue::Negation | Cue::No))
    }

    /// A word that a bare answer may have around it.
    fn is_filler(&self, at: usize) -> bool {
        let word = self.apart.tokens.get(at).and_then(|token| token.word);
        self.reader.is_everyday(word) && self.cue_at(at, &[Cue::Negation]).is_none()
    }
}

fn unsure(event: Event) -> Event {
    match event {
        Event::Said(id, Fact::Known(said)) => Event::Said(id, Fact::Uncertain(said)),
        other => other,
    }
}
