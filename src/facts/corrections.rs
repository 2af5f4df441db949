//! Which words correct or take back what was said before: "nej, höften", "the shoulder, not the wrist", "glöm dysfagin"?

use std::collections::BTreeSet;

use super::dictionary::Layer;
use super::layout::{CueAt, Found, Layout, is_border};
use super::matches::Match;
use super::reading::{Mention, Sureness};
use super::tokens::Kind;
use crate::clinical::{FactId, FactValue, Facts};
use crate::corpus::lexicon::{Cue, Meaning};

/// Where the words stand that name facts.
const NAMING: [Layer; 3] = [Layer::Concept, Layer::Measure, Layer::Name];
/// How many words after "stryk" what is taken back is named at the latest.
const NAMED_WITHIN: usize = 7;
/// "nej det gør hun ikke": an answer of so many words says of whom.
const ANSWER_OF_A_PERSON: usize = 3;
/// How many words stand between "och" and a further thing that is taken back: "and the BMI".
const NAMED_AFTER_AND: usize = 1;

/// Of words that mean something only where it was spoken of, those that correct it.
///
/// `alone` are their mentions, `said` those of the text that mean something anyhow, `known` what was known before it.
pub fn correcting(
    alone: Vec<Mention>,
    said: &[Mention],
    known: &Facts,
    found: Found<'_>,
    layout: &Layout,
) -> Vec<Mention> {
    let before = |one: &Mention| {
        let said = said.iter().filter(|other| other.fact == one.fact && other.span.start < one.span.start);
        said.filter(|other| other.asserts()).filter_map(|other| other.value).chain(known.value(one.fact)).last()
    };
    let corrects = layout.of(Cue::Correction).next().is_some() || layout.opens_with_no();
    let other_denied = |one: &Mention| {
        let mut others = said.iter().filter(|other| other.fact == one.fact && other.option != one.option);
        others.any(|other| other.denied && other.sureness == Sureness::Sure && other.span.start < one.span.start)
    };
    // "the shoulder, not the wrist": the option that is denied is the one that was said. "höften är inte bruten, det är
    // bäckenet": what is so instead of the one that is denied.
    let instead: BTreeSet<FactId> = alone
        .iter()
        .filter(|one| {
            one.denied && one.option.is_some() && one.option == before(one)
                || other_denied(one) && is_identified(one, found, layout)
        })
        .map(|one| one.fact)
        .collect();
    let counts = |one: &&Mention| {
        let said_so = corrects || is_identified(one, found, layout);
        instead.contains(&one.fact) || before(one).is_some() && said_so
    };
    let mut counting: Vec<Mention> = alone.iter().filter(counts).cloned().collect();
    // "nej, höften" corrects a joint or a fracture: where both were said it is asked which.
    let spans: Vec<_> = counting.iter().map(|one| (one.span, one.fact)).collect();
    for one in &mut counting {
        let several = spans.iter().any(|(span, fact)| *span == one.span && *fact != one.fact);
        if several && !instead.contains(&one.fact) {
            one.sureness = Sureness::Unsure;
        }
    }
    counting
}

/// "men det var bäckenet": whether its part of the sentence opens with words that say what it was.
fn is_identified(mention: &Mention, found: Found<'_>, layout: &Layout) -> bool {
    let at = found.tokens.iter().position(|token| token.start >= mention.span.start).unwrap_or(usize::MAX);
    let opens = |cue: &CueAt| (cue.from..=at).all(|within| layout.segment(within) == layout.segment(at));
    layout.of(Cue::Identified).any(|cue| cue.to <= at && opens(cue) && opens_its_part(cue, found, layout))
}

/// Whether only borders, a word such as "men" or "utan", and everyday words stand before a cue in its part of the sentence.
fn opens_its_part(cue: &CueAt, found: Found<'_>, layout: &Layout) -> bool {
    let before = (0..cue.from).rev().take_while(|at| layout.segment(*at) == layout.segment(cue.from));
    before.into_iter().all(|at| {
        let breaks = layout.of(Cue::Break).any(|one| one.from <= at && at < one.to);
        breaks || found.tokens.get(at).is_some_and(is_border)
    })
}

/// Whether nothing but everyday words and cues stands around a form in its part of the sentence.
pub fn stands_alone(found: Found<'_>, layout: &Layout, one: &Match) -> bool {
    let segment = layout.segment(one.from);
    let own = (0..found.tokens.len()).filter(|at| layout.segment(*at) == segment && !(one.from..one.to).contains(at));
    own.into_iter().all(|at| {
        let Some(token) = found.tokens.get(at) else { return false };
        let everyday = token.word.and_then(|word| found.dictionary.entry(word)).is_some_and(|entry| entry.everyday);
        let cue = layout.cues.iter().any(|cue| cue.from <= at && at < cue.to);
        let another = found.matches.of(Layer::Concept).iter().any(|other| {
            let answer = |concept: &Meaning| matches!(concept, Meaning::Concept(concept) if concept.answer);
            other.from <= at && at < other.to && found.lexicon.meanings.get(other.meaning).is_some_and(answer)
        });
        matches!(token.kind, Kind::Sign(_) | Kind::End(_)) || everyday || cue || another
    })
}

/// The tokens that words of the text take back, in ranges: "stryk dysfagi", "demensen gällde en annan patient".
pub fn taken_back(found: Found<'_>, layout: &Layout) -> Vec<(usize, usize)> {
    let scope = Scope { found, layout };
    let mut all: Vec<(usize, usize)> = Vec::new();
    for cue in layout.of(Cue::Retraction) {
        let after = scope.named_after(cue);
        // "det med hjemmeplejen skal du se bort fra".
        all.extend(if after.is_empty() { scope.named_beside(cue) } else { after });
    }
    if all.is_empty() {
        all.extend(layout.of(Cue::RetractionAfter).flat_map(|cue| scope.named_before(cue)));
    }
    all
}

/// The facts that words in these ranges name.
pub fn named(found: Found<'_>, ranges: &[(usize, usize)]) -> BTreeSet<FactId> {
    let forms = NAMING.into_iter().flat_map(|layer| found.matches.of(layer));
    let named = forms.filter(|one| ranges.iter().any(|(from, to)| *from <= one.from && one.to <= *to));
    let facts = named.flat_map(|one| match found.lexicon.meanings.get(one.meaning) {
        Some(Meaning::Concept(concept)) => concept.means.iter().map(|(fact, _)| *fact).collect(),
        Some(Meaning::Measure(measure)) => vec![measure.fact],
        Some(Meaning::Name(facts)) => facts.clone(),
        _ => Vec::new(),
    });
    facts.collect()
}

/// "nej, det har hon inte": whether these tokens deny, of somebody, and name nothing.
pub fn denies_without_name(found: Found<'_>, layout: &Layout, from: usize, to: usize) -> bool {
    let within = |cue: &&CueAt| from <= cue.from && cue.to <= to;
    let of_somebody = |cue: &CueAt| match cue.cue {
        Cue::Patient => true,
        Cue::No | Cue::Yes => cue.to - cue.from >= ANSWER_OF_A_PERSON,
        _ => false,
    };
    let plain = |cue: &CueAt| {
        let part = matches!(
            cue.cue,
            Cue::Elliptic | Cue::Correction | Cue::Break | Cue::Or | Cue::Negation | Cue::No | Cue::Doubt
        );
        part || of_somebody(cue)
    };
    let cues: Vec<&CueAt> = layout.cues.iter().filter(within).collect();
    let covered = |at: usize| cues.iter().any(|cue| plain(cue) && cue.from <= at && at < cue.to);
    let sign = |at: usize| found.tokens.get(at).is_some_and(|token| matches!(token.kind, Kind::Sign(_) | Kind::End(_)));
    let asks = |at: usize| found.tokens.get(at).is_some_and(|token| token.kind == Kind::End('?'));
    let denies = cues.iter().any(|cue| matches!(cue.cue, Cue::Negation | Cue::No));
    denies && cues.iter().any(|cue| of_somebody(cue)) && (from..to).all(|at| !asks(at) && (sign(at) || covered(at)))
}

struct Scope<'a> {
    found: Found<'a>,
    layout: &'a Layout,
}

impl Scope<'_> {
    /// What names facts, of what begins or goes on in these tokens.
    fn names(&self, from: usize, to: usize) -> Vec<(usize, usize)> {
        let forms = NAMING.into_iter().flat_map(|layer| self.found.matches.of(layer));
        let mut names: Vec<(usize, usize)> = forms
            .filter(|one| from < one.to && one.from < to && !self.is_stop(one))
            .map(|one| (one.from, one.to.max(self.number_end(one.to, to))))
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn is_stop(&self, one: &Match) -> bool {
        self.found.lexicon.meanings.get(one.meaning) == Some(&Meaning::Stop)
    }

    /// "stryk FRAX 22": the value goes with its name.
    fn number_end(&self, at: usize, to: usize) -> usize {
        let next = self.found.quantities.iter().find(|quantity| quantity.from >= at);
        next.filter(|quantity| quantity.from <= at + 1 && quantity.to <= to).map_or(at, |quantity| quantity.to)
    }

    /// The first thing named after "stryk", and further ones that "och" joins to it.
    fn named_after(&self, cue: &CueAt) -> Vec<(usize, usize)> {
        let breaks = self.layout.of(Cue::Break).map(|one| one.from).find(|from| *from >= cue.to);
        let end = self.layout.segment_end(cue.from).min(breaks.unwrap_or(usize::MAX));
        let mut taken: Vec<(usize, usize)> = Vec::new();
        for (from, to) in self.names(cue.to, end) {
            let reached = match taken.last() {
                None => from.saturating_sub(cue.to) <= NAMED_WITHIN,
                Some((_, last)) if from < *last => true,
                Some((_, last)) => {
                    let and = self.layout.of(Cue::And).chain(self.layout.of(Cue::Or)).find(|one| one.from == *last);
                    and.is_some_and(|and| from <= and.to + NAMED_AFTER_AND)
                }
            };
            if !reached {
                break;
            }
            taken.push((from, to));
        }
        taken
    }

    /// The first token of the part of the sentence that a token is in.
    fn segment_start(&self, at: usize) -> usize {
        let segment = self.layout.segment(at);
        (0..=at).rev().take_while(|before| self.layout.segment(*before) == segment).last().unwrap_or(at)
    }

    /// What is named before a cue in the same part of the sentence.
    fn named_beside(&self, cue: &CueAt) -> Vec<(usize, usize)> {
        self.names(self.segment_start(cue.from), cue.from)
    }

    /// What is named before "gällde en annan patient": in the same part of the sentence, else in the one before.
    fn named_before(&self, cue: &CueAt) -> Vec<(usize, usize)> {
        let own = self.segment_start(cue.from);
        let named = self.named_beside(cue);
        let joined = own > 0 && self.layout.sentence(own - 1) == self.layout.sentence(own);
        let comma = self.found.tokens.get(own).is_some_and(is_border);
        // "men det stämmer inte".
        let but = self.layout.of(Cue::Break).any(|one| one.from == own);
        if !named.is_empty() || !joined || !(comma || but) {
            return named;
        }
        // ", men": both part the sentence.
        let parts = |at: &usize| self.found.tokens.get(*at).is_some_and(is_border);
        let last = (0..own).rev().find(|at| !parts(at)).unwrap_or(0);
        self.names(self.segment_start(last), own)
    }
}

/// Whether a mention stands in tokens that are taken back.
pub fn is_taken_back(mention: &Mention, found: Found<'_>, ranges: &[(usize, usize)]) -> bool {
    ranges.iter().any(|(from, to)| {
        let start = found.tokens.get(*from).map_or(usize::MAX, |token| token.start);
        let end = found.tokens.get(to.saturating_sub(1)).map_or(0, |token| token.end);
        start <= mention.span.start && mention.span.start < end
    })
}

/// Whether a later word denied the option that a mention states: "höftfraktur, nej inte höften".
pub fn is_undone(mention: &Mention, later: &[&Mention]) -> bool {
    matches!(mention.value, Some(FactValue::Choice(_)))
        && later.iter().any(|other| {
            other.order > mention.order
                && other.denied
                && other.sureness == Sureness::Sure
                && other.value.is_none()
                && other.option == mention.value
        })
}
