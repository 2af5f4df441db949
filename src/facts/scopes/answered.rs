//! Which items of a form are answered, and how: "dysfagi: nej", "demens: ?", "hemtjänst ☐ ja ☐ nej"?

mod boxes;

use super::super::layout::{CueAt, is_border};
use super::super::matches::Match;
use super::{Scopes, Sense};
use crate::corpus::lexicon::Cue;
use crate::facts::dictionary::Layer;
use crate::facts::reading::Sureness;
use crate::facts::tokens::{Kind, Token};
use boxes::BOXES;

impl Scopes<'_> {
    /// "dysfagi: nej", "hjemmepleje? ved ikke", "lågenergifraktur? nej".
    pub(super) fn answered(&self, from: usize, to: usize, sense: &mut Sense) {
        let to = self.over_bracket(self.shared_end(to));
        let offered = to;
        let to = self.over_offer(to);
        if self.ticked_off(from, to, sense) {
            return;
        }
        if self.struck_out(to) {
            (sense.denied, sense.sureness, sense.by) = (true, Sureness::Sure, Some((to - 1, to)));
            return;
        }
        // "demens, nej": an answer alone behind a comma.
        let apart =
            self.sign(to) == Some(Kind::Sign(',')) && self.answer_at(to + 1).is_some_and(|one| self.closes(one.to));
        let boxed = matches!(self.boxed(to), Some((Some(_), _)));
        let sign = matches!(self.sign(to), Some(Kind::Sign(':' | '=' | '-' | '(' | '[' | '<') | Kind::End('?')));
        let marked = apart || sign && !boxed;
        let at = to + usize::from(marked);
        // "demens: (nej)".
        let bracketed = marked && matches!(self.sign(at), Some(Kind::Sign('(' | '[')));
        let at = at + usize::from(bracketed && !self.is_blank(to, at));
        if self.is_blank(to, at) {
            (sense.denied, sense.sureness, sense.by) = (false, Sureness::Asked, Some((to, at + 1)));
            return;
        }
        if self.is_nothing(at) {
            (sense.denied, sense.sureness, sense.by) = (true, Sureness::Sure, Some((at, at + 1)));
            return;
        }
        if to > offered && !marked {
            (sense.denied, sense.sureness, sense.by) = (false, Sureness::Asked, Some((offered, to)));
            return;
        }
        let letter = self.letter_at(at).filter(|one| marked && self.closes(one.to));
        let answer = self.answer_at(at).or_else(|| self.layout.at(at)).copied();
        let Some(answer) = letter.or(answer) else { return };
        let ends = self.sign(answer.to).is_none_or(|kind| kind.ends() || matches!(kind, Kind::Sign(_)))
            || self.is_label(answer.to);
        let stands_alone = ends || marked;
        let by = Some((answer.from, answer.to));
        match answer.cue {
            Cue::Yes | Cue::No if stands_alone && self.is_a_choice(at, answer.to) => {
                (sense.denied, sense.sureness, sense.by) = (false, Sureness::Asked, by);
            }
            Cue::Yes if stands_alone => {
                (sense.denied, sense.affirmed, sense.sureness, sense.by) = (false, true, Sureness::Sure, by);
            }
            Cue::No if stands_alone => (sense.denied, sense.sureness, sense.by) = (true, Sureness::Sure, by),
            Cue::Negation if marked && ends => {
                (sense.denied, sense.sureness, sense.by) = (true, Sureness::Sure, by);
            }
            Cue::Unknown => (sense.sureness, sense.by) = (Sureness::Unknown, by),
            // "dysfagi: ev", "demens: inväntar".
            Cue::Doubt | Cue::DoubtAfter | Cue::Plan | Cue::PlanAfter if marked && ends => {
                (sense.denied, sense.sureness, sense.by) = (false, Sureness::Unsure, by);
            }
            _ => {}
        }
    }

    fn sign(&self, at: usize) -> Option<Kind> {
        self.found.tokens.get(at).map(|token| token.kind)
    }

    /// "demens/dysfagi: nej": the end of the last of the things that share an answer.
    fn shared_end(&self, to: usize) -> usize {
        let glued = self.found.tokens.get(to).is_some_and(|token| token.glued);
        let own = self.layout.segment(to.saturating_sub(1));
        let before = (0..to).rev().take_while(|at| self.layout.segment(*at) == own);
        // "egenvård: god / hemsjukvård: ingen": what is answered already shares nothing.
        let labelled = before.into_iter().any(|at| self.sign(at) == Some(Kind::Sign(':')));
        let slash = glued && !labelled && self.sign(to) == Some(Kind::Sign('/'));
        let next = self.found.matches.of(Layer::Concept).iter().find(|one| slash && one.from == to + 1);
        next.map_or(to, |one: &Match| self.shared_end(one.to))
    }

    /// "demens (Alzheimer): nej": the sign that opens the answer of what stands before a bracket, or in it.
    fn over_bracket(&self, to: usize) -> usize {
        let colon = |at: usize| self.sign(at + 1) == Some(Kind::Sign(':'));
        let within =
            (to..self.layout.segment_end(to).saturating_add(1)).find(|at| self.sign(*at) == Some(Kind::Sign(')')));
        let bracketed = matches!(self.sign(to), Some(Kind::Sign('(' | ')')));
        within.filter(|at| bracketed && colon(*at)).map_or(to, |at| at + 1)
    }

    /// The yes, no or "don't know" that begins at a token, whatever else the word may be.
    fn answer_at(&self, at: usize) -> Option<&CueAt> {
        self.layout.cues.iter().find(|one| one.from == at && matches!(one.cue, Cue::Yes | Cue::No | Cue::Unknown))
    }

    /// The answer that a letter alone stands for: "J", "N".
    fn letter_at(&self, at: usize) -> Option<CueAt> {
        self.layout.cues.iter().filter(|one| one.from == at).find_map(|one| match one.cue {
            Cue::YesLetter => Some(CueAt { cue: Cue::Yes, ..*one }),
            Cue::NoLetter => Some(CueAt { cue: Cue::No, ..*one }),
            _ => None,
        })
    }

    /// "hjemmepleje J/N: N", "dysphagia (Y/N): N": the token behind the answers that may be given.
    fn over_offer(&self, to: usize) -> usize {
        let open = to + usize::from(matches!(self.sign(to), Some(Kind::Sign(':' | '(' | '['))));
        let Some(first) = self.letter_at(open) else { return to };
        let slash = self.sign(first.to) == Some(Kind::Sign('/'));
        let Some(second) = self.letter_at(first.to + 1).filter(|_| slash) else { return to };
        second.to + usize::from(matches!(self.sign(second.to), Some(Kind::Sign(')' | ']'))))
    }

    /// Whether a part of the sentence ends before a token.
    pub(super) fn closes(&self, at: usize) -> bool {
        self.found.tokens.get(at).is_none_or(|token| token.kind.ends() || is_border(token))
    }

    /// "dysfagi: ?", "dysfagi:", "dysfagi: [ ]", "dysfagi ☐": nothing is filled in.
    fn is_blank(&self, to: usize, at: usize) -> bool {
        let boxed = matches!(self.sign(at), Some(Kind::Sign(sign)) if BOXES.contains(&sign));
        let brackets = matches!(
            (self.sign(at), self.sign(at + 1)),
            (Some(Kind::Sign('[')), Some(Kind::Sign(']'))) | (Some(Kind::Sign('(')), Some(Kind::Sign(')')))
        );
        let asked = at > to && self.sign(at) == Some(Kind::End('?'));
        let labelled = self.sign(to) == Some(Kind::Sign(':'));
        let nothing = labelled && self.sign(at).is_none_or(Kind::ends);
        boxed || brackets || asked || nothing
    }

    /// "ja/nej", "ja ☐": what may be answered is no answer.
    fn is_a_choice(&self, from: usize, to: usize) -> bool {
        let slash = self.sign(to) == Some(Kind::Sign('/')) && self.answer_at(to + 1).is_some();
        let boxed = |at: usize| matches!(self.sign(at), Some(Kind::Sign(sign)) if BOXES.contains(&sign));
        slash || boxed(to) || from > 0 && boxed(from - 1)
    }

    /// "demens: ingen dysfagi: ja": whether the next item of a form begins at a token.
    pub(super) fn is_label(&self, at: usize) -> bool {
        let mut items = self.found.matches.of(Layer::Concept).iter().chain(self.found.matches.of(Layer::Measure));
        items.any(|one| one.from == at && self.sign(one.to) == Some(Kind::Sign(':')))
    }

    /// "demens: -", "dysfagi 0", "dysphagia: -ve": a sign that stands for none and ends the item.
    fn is_nothing(&self, at: usize) -> bool {
        let minus = self.sign(at) == Some(Kind::Sign('-')) && at > 0 && self.sign(at - 1) == Some(Kind::Sign(':'));
        let glued = |token: &&Token| token.glued && token.kind == Kind::Word && token.chars.1 - token.chars.0 == 2;
        if minus
            && self.found.tokens.get(at + 1).filter(glued).is_some()
            && (self.closes(at + 2) || self.is_label(at + 2))
        {
            return true;
        }
        let none = |kind: Kind| kind == Kind::Sign('-') || kind == Kind::Number(0.0);
        self.sign(at).is_some_and(none) && at > 0 && self.closes(at + 1)
    }

    /// "dysfagi -, demens +": a minus that ends the item.
    fn struck_out(&self, to: usize) -> bool {
        let minus = self.sign(to) == Some(Kind::Sign('-'));
        let hyphen = self.found.tokens.get(to.wrapping_sub(1)).is_some_and(|token| token.suspended);
        let asked = self.sign(to + 1) == Some(Kind::End('?'));
        // Where the text ends with it, it is no dash if another item was marked before.
        let marks = |at: usize| matches!(self.sign(at), Some(Kind::Sign('-' | '+'))) && self.closes(at + 1);
        let ends = self.sign(to + 1).is_some() || (0..to).any(marks);
        minus && !asked && ends && self.closes(to + 1) || hyphen && self.closes(to)
    }
}
