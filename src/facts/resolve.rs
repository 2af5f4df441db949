//! What each word is: known, a number and a word in one, half of a compound, misspelt, or not understood.

use super::dictionary::Dictionary;
use super::normalise::Normal;
use super::spelling::{Meant, Speller};
use super::tokens::{Kind, Token};
use crate::corpus::lexicon::Lexicon;

/// How a word was understood, where that is worth saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddity {
    /// The token was taken for this word.
    Repaired(u32),
    /// The token may be a word that changes how others are meant.
    Suspect,
    /// The token was not understood.
    Unknown,
}

/// What resolving needs to know.
#[derive(Debug, Clone, Copy)]
pub struct Resolver<'a> {
    /// The words.
    pub dictionary: &'a Dictionary,
    /// Numbers in words.
    pub lexicon: &'a Lexicon,
    /// Misspelt words.
    pub speller: &'a Speller,
}

impl Resolver<'_> {
    /// Resolves every word, and returns the oddities by token.
    pub fn resolve(&self, normal: &Normal, tokens: &mut Vec<Token>) -> Vec<(usize, Oddity)> {
        self.part_numbers(normal, tokens);
        let mut oddities = Vec::new();
        for at in 0..tokens.len() {
            self.complete(normal, tokens, at);
            self.spell_out(tokens, at);
            let Some(token) = tokens.get_mut(at) else { continue };
            if token.word.is_some() || token.kind != Kind::Word {
                continue;
            }
            let written = normal.slice(token.chars.0, token.chars.1);
            match self.speller.meant(written, self.dictionary) {
                Some(Meant::Respelled(word)) => token.word = Some(word),
                meant => {
                    token.open = self.dictionary.open_symbols(written);
                    if token.open.is_empty() {
                        oddities.push((at, self.odd(token, meant)));
                    }
                }
            }
        }
        oddities
    }

    fn odd(&self, token: &mut Token, meant: Option<Meant>) -> Oddity {
        match meant {
            Some(Meant::Repaired(word)) => {
                token.word = Some(word);
                token.repaired = true;
                Oddity::Repaired(word)
            }
            Some(Meant::Suspect) => Oddity::Suspect,
            Some(Meant::Respelled(_)) | None => Oddity::Unknown,
        }
    }

    /// "hip #" is a hip fracture, "#2" a number, and "# Hip", "## Hip" and "# Hip #" hold a heading's own signs.
    fn spell_out(&self, tokens: &mut [Token], at: usize) {
        let Some(kind @ Kind::Sign(sign)) = tokens.get(at).map(|token| token.kind) else { return };
        let Some(word) = self.lexicon.signs.get(&sign) else { return };
        let before = at.checked_sub(1).and_then(|before| tokens.get(before)).map(|token| token.kind);
        let after = tokens.get(at + 1).map(|token| token.kind);
        let parts_lines = |kind: Kind| matches!(kind, Kind::End('\n' | '\r'));
        let begins_line = before.is_none_or(parts_lines);
        let line = tokens.iter().take(at).rev().map(|token| token.kind).take_while(|kind| !parts_lines(*kind));
        let closes_heading = after.is_none_or(parts_lines) && line.last() == Some(kind);
        let doubled = before == Some(kind) || after == Some(kind);
        let counts = matches!(after, Some(Kind::Number(_)));
        if let Some(token) = tokens.get_mut(at).filter(|_| !begins_line && !closes_heading && !doubled && !counts) {
            token.word = self.dictionary.find(word);
        }
    }

    /// "sjuttiotvåårig" is a number and a word.
    fn part_numbers(&self, normal: &Normal, tokens: &mut Vec<Token>) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if token.word.is_none()
                && token.kind == Kind::Word
                && let Some((number, rest)) = self.number_and_word(normal, token)
            {
                tokens.splice(at..=at, [number, rest]);
            }
            at += 1;
        }
    }

    fn number_and_word(&self, normal: &Normal, token: &Token) -> Option<(Token, Token)> {
        let (from, to) = token.chars;
        // The longest number first: "sjuttiotvå" before "sjuttio".
        (from + 3..to.saturating_sub(1)).rev().find_map(|border| {
            let value = *self.lexicon.numerals.get(normal.slice(from, border))?;
            let word = self.dictionary.find(normal.slice(border, to))?;
            let middle = normal.chars.get(border)?.start;
            let number =
                Token { kind: Kind::Number(f64::from(value)), end: middle, chars: (from, border), ..token.clone() };
            let rest = Token { start: middle, chars: (border, to), glued: true, word: Some(word), ..token.clone() };
            (value > 12).then_some((number, rest))
        })
    }

    /// "handleds-" of "handleds- och kotfraktur" borrows the head of the word that it waits for.
    fn complete(&self, normal: &Normal, tokens: &mut [Token], at: usize) {
        let Some(token) = tokens.get(at).filter(|token| token.suspended) else { return };
        let first = normal.slice(token.chars.0, token.chars.1).to_owned();
        let later = tokens.iter().skip(at + 1).take(4).filter(|later| later.kind == Kind::Word && !later.suspended);
        let whole = later.flat_map(|later| {
            let (from, to) = later.chars;
            (from + 2..to.saturating_sub(2)).map(move |border| (border, to))
        });
        let found = whole
            .into_iter()
            .find_map(|(border, to)| self.dictionary.find(&format!("{first}{}", normal.slice(border, to))));
        if let (Some(word), Some(token)) = (found, tokens.get_mut(at)) {
            token.word = Some(word);
        }
    }
}
