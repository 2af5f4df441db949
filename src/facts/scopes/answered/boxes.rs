//! Which of the answers that a form offers is ticked: "dysfagi: [x] nej [ ] ja", "demens: ja ( ) nej (x)"?

use super::super::{Scopes, Sense};
use crate::corpus::lexicon::Cue;
use crate::facts::layout::CueAt;
use crate::facts::reading::Sureness;
use crate::facts::tokens::{Kind, Token};

/// A box to tick: whether it is ticked is for the reader's eye.
pub(super) const BOXES: [char; 8] = ['☐', '☑', '☒', '□', '■', '◻', '○', '●'];
/// The one of them that is no bullet of a list, and empty to any eye.
const EMPTY: char = '☐';
/// Those that are ticked beside an empty one.
const FULL: [char; 4] = ['☑', '☒', '■', '●'];
/// What ticks a box of brackets.
const TICKS: [char; 9] = ['x', 'v', '×', '✓', '✔', '✗', '✘', '☑', '☒'];

/// What the boxes of an item say.
enum Ticked {
    /// One answer is ticked.
    Answer(CueAt),
    /// None is, or several are, or it cannot be told: nothing is said up to this token.
    Unclear(usize),
}

/// What a form offers to tick.
#[derive(Clone, Copy)]
enum Offered {
    /// An answer.
    Answer(CueAt),
    /// A box, and whether it is ticked where that can be told.
    Box(Option<bool>),
}

impl Scopes<'_> {
    /// Reads an item by the boxes beside it, and tells whether there are any.
    pub(super) fn ticked_off(&self, from: usize, to: usize, sense: &mut Sense) -> bool {
        let ticked = if self.is_unticked(from) { Some(Ticked::Unclear(from)) } else { self.ticked(to) };
        match ticked {
            Some(Ticked::Answer(answer)) => {
                let sureness = if answer.cue == Cue::Unknown { Sureness::Unknown } else { Sureness::Sure };
                (sense.denied, sense.affirmed) = (answer.cue == Cue::No, answer.cue == Cue::Yes);
                (sense.sureness, sense.by) = (sureness, Some((answer.from, answer.to)));
            }
            Some(Ticked::Unclear(end)) => {
                (sense.denied, sense.sureness, sense.by) = (false, Sureness::Asked, Some((end - 1, end)));
            }
            None => {}
        }
        ticked.is_some()
    }

    /// The answer that is ticked behind an item; nothing where no box stands beside an answer there.
    fn ticked(&self, to: usize) -> Option<Ticked> {
        let (offered, end) = self.offered(to);
        let answers = offered.iter().filter(|one| matches!(one, Offered::Answer(_))).count();
        if answers == 0 || answers == offered.len() {
            return None;
        }
        // "[x] nej [ ] ja", "nej [x] ja [ ]"; the box of the next item may stand last.
        let pairs: Vec<(CueAt, Option<bool>)> = offered.chunks_exact(2).filter_map(pair).collect();
        let pairs = self.contrasted(pairs, to, end);
        // "nej (journal)" explains the answer.
        if let ([Offered::Answer(_), Offered::Box(None)], [(_, None)]) = (offered.as_slice(), pairs.as_slice()) {
            return None;
        }
        let clear = pairs.len() == answers && pairs.iter().all(|(_, ticked)| ticked.is_some());
        let mut ticked = pairs.iter().filter(|(_, ticked)| *ticked == Some(true));
        match (ticked.next(), ticked.next()) {
            (Some((answer, _)), None) if clear => Some(Ticked::Answer(*answer)),
            _ => Some(Ticked::Unclear(end)),
        }
    }

    /// "☐ ja ☒ nej": where all boxes but one are empty, the full one is ticked.
    fn contrasted(&self, pairs: Vec<(CueAt, Option<bool>)>, from: usize, to: usize) -> Vec<(CueAt, Option<bool>)> {
        let full = |token: &&Token| matches!(token.kind, Kind::Sign(sign) if FULL.contains(&sign));
        let one_full = self.found.tokens.iter().take(to).skip(from).filter(full).count() == 1;
        let empty = pairs.iter().filter(|(_, ticked)| *ticked == Some(false)).count();
        let contrast = one_full && empty > 0 && empty + 1 == pairs.len();
        let seen = |(answer, ticked): (CueAt, Option<bool>)| (answer, ticked.or(contrast.then_some(true)));
        pairs.into_iter().map(seen).collect()
    }

    /// Whether the box before an item is left empty: "[ ] demens". Of "dysfagi [ ] demens" nobody can tell whose it is.
    fn is_unticked(&self, from: usize) -> bool {
        let opens = [1, 2].into_iter().filter_map(|length| from.checked_sub(length));
        opens.into_iter().any(|open| self.boxed(open) == Some((Some(false), from)))
    }

    /// The answers and boxes that follow an item, and the token behind them.
    fn offered(&self, to: usize) -> (Vec<Offered>, usize) {
        let (mut offered, mut end, mut at) = (Vec::new(), to, self.over_separators(to));
        loop {
            let (one, next) = if let Some((ticked, next)) = self.boxed(at) {
                (Offered::Box(ticked), next)
            } else if let Some(answer) = self.answer_at(at) {
                (Offered::Answer(*answer), answer.to)
            } else {
                return (offered, end);
            };
            // "nej, [ ] demens": the box behind a comma is no longer the answer's.
            let box_is_next = matches!((offered.first(), one), (None | Some(Offered::Answer(_)), Offered::Answer(_)));
            offered.push(one);
            end = next;
            at = if box_is_next { next } else { self.over_separators(next) };
        }
    }

    /// The token behind the signs and new lines that part what is offered.
    fn over_separators(&self, at: usize) -> usize {
        let parts = |kind: Kind| {
            matches!(kind, Kind::Sign(':' | '=' | '-' | ',' | '/' | '|') | Kind::End('?' | ';' | '\n' | '\r'))
        };
        let signs = self.found.tokens.iter().skip(at).take_while(|token| parts(token.kind));
        at + signs.count()
    }

    /// Whether the box that begins at a token is ticked, and the token behind it: "[x]", "( )", "☐".
    pub(super) fn boxed(&self, at: usize) -> Option<(Option<bool>, usize)> {
        let close = match self.sign(at)? {
            Kind::Sign('[') => Kind::Sign(']'),
            Kind::Sign('(') => Kind::Sign(')'),
            Kind::Sign(EMPTY) => return Some((Some(false), at + 1)),
            Kind::Sign(sign) if BOXES.contains(&sign) => return Some((None, at + 1)),
            _ => return None,
        };
        if self.sign(at + 1) == Some(close) {
            return Some((Some(false), at + 2));
        }
        let within = self.found.tokens.get(at + 1).filter(|_| self.sign(at + 2) == Some(close))?;
        let ticked = self.is_tick(within).then_some(true);
        self.answer_at(at + 1).is_none().then_some((ticked, at + 3))
    }

    fn is_tick(&self, token: &Token) -> bool {
        let written = match (token.kind, token.word) {
            (Kind::Sign(sign), _) => Some(sign),
            (Kind::Word, Some(word)) if token.chars.1 - token.chars.0 == 1 => {
                self.found.dictionary.spelling(word).chars().next()
            }
            _ => None,
        };
        written.is_some_and(|sign| TICKS.contains(&sign))
    }
}

/// A box and the answer beside it.
fn pair(two: &[Offered]) -> Option<(CueAt, Option<bool>)> {
    match two {
        [Offered::Box(ticked), Offered::Answer(answer)] | [Offered::Answer(answer), Offered::Box(ticked)] => {
            Some((*answer, *ticked))
        }
        _ => None,
    }
}
