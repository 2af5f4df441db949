//! The comparable text → words, numbers and signs.

use jiff::civil::Date;

use super::dictionary::{Dictionary, Symbol};
use super::normalise::Normal;
use crate::clinical::Region;

/// One word, number or sign.
#[derive(Debug, Clone)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its first code point in the text as it was written.
    pub start: usize,
    /// The code point after its last.
    pub end: usize,
    /// Its characters in the comparable text.
    pub chars: (usize, usize),
    /// Whether nothing stands between it and the one before.
    pub glued: bool,
    /// Whether it ends in a hyphen that waits for the rest of a later word: "handleds- och kotfraktur".
    pub suspended: bool,
    /// The word of the dictionary that it is.
    pub word: Option<u32>,
    /// The open ends that it has, where it is no word of the dictionary.
    pub open: Vec<Symbol>,
    /// Whether it was taken for another word than is written.
    pub repaired: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// Letters.
    Word,
    /// A number, without its sign.
    Number(f64),
    /// A day.
    Day(Date),
    /// The code of a region: "SE-M".
    Region(Region),
    /// A code, a time of day, a fraction, a long number: something that is no value of ours.
    Opaque,
    /// A sign that does not end a sentence.
    Sign(char),
    /// The end of a sentence.
    End(char),
}

impl Kind {
    /// Whether a sentence ends here.
    pub const fn ends(self) -> bool {
        matches!(self, Self::End(_))
    }
}

/// Splits a text. `abbreviated` tells after which words a full stop ends nothing.
pub fn split(normal: &Normal, dictionary: &Dictionary, abbreviated: impl Fn(&str) -> bool) -> Vec<Token> {
    let mut scanner = Scanner { normal, dictionary, tokens: Vec::with_capacity(normal.chars.len() / 4 + 4), at: 0 };
    while let Some(char) = normal.at(scanner.at) {
        if char.is_alphabetic() {
            scanner.letters();
        } else if char.is_ascii_digit() {
            scanner.digits();
        } else {
            scanner.sign(char, &abbreviated);
        }
    }
    scanner.tokens
}

struct Scanner<'a> {
    normal: &'a Normal,
    dictionary: &'a Dictionary,
    tokens: Vec<Token>,
    at: usize,
}

/// A hyphen, dash or minus of any kind.
const fn is_dash(char: char) -> bool {
    matches!(char, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}' | '\u{fe63}' | '\u{ff0d}')
}

impl Scanner<'_> {
    fn push(&mut self, kind: Kind, from: usize, to: usize) {
        let glued = from > 0 && self.tokens.last().is_some_and(|last| last.chars.1 == from)
            || from > 1
                && self.tokens.last().is_some_and(|last| last.chars.1 + 1 == from && matches!(kind, Kind::Word))
                && self.normal.at(from - 1).is_some_and(is_dash);
        let start = self.normal.chars.get(from).map_or(0, |char| char.start);
        let end = self.normal.chars.get(to.saturating_sub(1)).map_or(start, |char| char.end);
        let word = match kind {
            Kind::Day(_) | Kind::Region(_) => None,
            // "3 månadersuppföljning": a form may name a number.
            Kind::Word | Kind::Number(_) | Kind::Opaque | Kind::Sign(_) | Kind::End(_) => {
                self.dictionary.find(self.normal.slice(from, to))
            }
        };
        self.tokens.push(Token {
            kind,
            start,
            end,
            chars: (from, to),
            glued,
            suspended: false,
            word,
            open: Vec::new(),
            repaired: false,
        });
        self.at = to;
    }

    fn run(&self, from: usize, belongs: impl Fn(char) -> bool) -> usize {
        let mut to = from;
        while self.normal.at(to).is_some_and(&belongs) {
            to += 1;
        }
        to
    }

    fn digit_at(&self, place: usize) -> bool {
        self.normal.at(place).is_some_and(|char| char.is_ascii_digit())
    }

    fn letter_at(&self, place: usize) -> bool {
        self.normal.at(place).is_some_and(char::is_alphabetic)
    }

    /// A word, a code such as M17.9, or letters with a number glued to them as in "eGFR48".
    fn letters(&mut self) {
        let from = self.at;
        if let Some((region, to)) = self.region_code(from) {
            self.push(Kind::Region(region), from, to);
            return;
        }
        let to = self.run(from, |char| char.is_alphabetic() || is_apostrophe(char));
        let to = to - usize::from(self.normal.at(to - 1).is_some_and(is_apostrophe));
        if !self.digit_at(to) {
            self.slashed(from, to);
            return;
        }
        let all = self.run(to, char::is_alphanumeric);
        let second = self.run(to, |char| char.is_ascii_digit());
        if self.dictionary.find(self.normal.slice(from, all)).is_some() {
            self.push(Kind::Word, from, all);
            self.swallow_subcode();
        } else if all > second && self.run(second, char::is_alphabetic) < all {
            self.push(Kind::Opaque, from, all);
        } else {
            self.push(Kind::Word, from, to);
        }
    }

    /// "SE-M", "dk–81".
    fn region_code(&self, from: usize) -> Option<(Region, usize)> {
        let dash = from + 2;
        if !self.normal.at(dash).is_some_and(is_dash) || !self.letter_at(from + 1) {
            return None;
        }
        let to = self.run(dash + 1, char::is_alphanumeric);
        // "se T-score" is no county, nor is "Se-M-prov".
        let goes_on = self.normal.at(to).is_some_and(is_dash) && self.letter_at(to + 1);
        let code = format!("{}-{}", self.normal.slice(from, dash), self.normal.slice(dash + 1, to));
        Region::from_code(&code).ok().filter(|_| !goes_on).map(|region| (region, to))
    }

    /// The ".9" of "M17.9".
    fn swallow_subcode(&mut self) {
        if self.normal.at(self.at) == Some('.') && self.digit_at(self.at + 1) {
            self.at = self.run(self.at + 1, |char| char.is_ascii_digit());
        }
    }

    /// "y/o" and "c/o" are words; "röntgen/DXA" is two.
    fn slashed(&mut self, from: usize, to: usize) {
        if self.normal.at(to) == Some('/') && self.letter_at(to + 1) {
            let end = self.run(to + 1, char::is_alphabetic);
            if self.dictionary.find(self.normal.slice(from, end)).is_some() {
                self.push(Kind::Word, from, end);
                return;
            }
        }
        self.push(Kind::Word, from, to);
    }

    /// A number, or something made of numbers that is none.
    fn digits(&mut self) {
        let from = self.at;
        let mut to = self.run(from, |char| char.is_ascii_digit());
        let whole = to - from;
        let mut parts = 1;
        while self.normal.at(to).is_some_and(|char| matches!(char, '.' | ',' | '/' | ':')) && self.digit_at(to + 1) {
            // "22,eGFR" has no digit after the comma; "1.250,5" and "14.30.00" have too many parts to be a value.
            if matches!(self.normal.at(to), Some('/' | ':')) {
                parts += 2;
            }
            parts += 1;
            to = self.run(to + 1, |char| char.is_ascii_digit());
        }
        if let Some((day, end)) = self.iso_day(from) {
            self.push(Kind::Day(day), from, end);
            return;
        }
        let written = self.normal.slice(from, to).replace(',', ".");
        match written.parse::<f64>() {
            Ok(value) if parts <= 2 && whole <= 5 => self.push(Kind::Number(value), from, to),
            _ => {
                let day = day_first(&written);
                self.push(day.map_or(Kind::Opaque, Kind::Day), from, to);
            }
        }
    }

    /// "1951-03-12".
    fn iso_day(&self, from: usize) -> Option<(Date, usize)> {
        let end = from + 10;
        let written = self.normal.slice(from, end);
        if self.digit_at(end) || written.chars().count() != 10 {
            return None;
        }
        let plain: String = written.chars().map(|char| if is_dash(char) { '-' } else { char }).collect();
        plain.parse().ok().map(|day| (day, end))
    }

    fn sign(&mut self, char: char, abbreviated: &impl Fn(&str) -> bool) {
        let at = self.at;
        let spaced = self.normal.at(at + 1).is_none_or(|next| !next.is_alphanumeric());
        match char {
            '\n' | '\r' | ';' | '!' | '…' => self.push(Kind::End(char), at, at + 1),
            '?' if self.queries(at) => self.push(Kind::Sign('?'), at, at + 1),
            '?' => self.push(Kind::End('?'), at, at + 1),
            '.' if spaced => {
                let ends = !self.after_abbreviation(abbreviated);
                if ends {
                    self.push(Kind::End('.'), at, at + 1);
                } else {
                    self.at += 1;
                }
            }
            '.' | '"' | '\'' | '“' | '”' | '«' | '»' | '’' | '*' | '_' => self.at += 1,
            char if is_dash(char) => self.dash(at),
            char if char.is_whitespace() => self.at += 1,
            char => self.push(Kind::Sign(char), at, at + 1),
        }
    }

    /// "?vertebral fracture", "eGFR 50, ? dementia": a query before the word, and no end.
    fn queries(&self, at: usize) -> bool {
        let before = (0..at).rev().filter_map(|at| self.normal.at(at)).find(|char| *char != ' ');
        let opens = before.is_none_or(|char| matches!(char, ',' | ';' | ':' | '(' | '\n' | '-' | '.'));
        let spaced = self.normal.at(at + 1) == Some(' ') && self.letter_at(at + 2);
        let alone = at == 0 || !self.normal.at(at - 1).is_some_and(char::is_alphanumeric);
        alone && self.letter_at(at + 1) || opens && spaced
    }

    fn after_abbreviation(&self, abbreviated: &impl Fn(&str) -> bool) -> bool {
        self.tokens.last().is_some_and(|last| {
            last.kind == Kind::Word
                && last.chars.1 == self.at
                && (abbreviated(self.normal.slice(last.chars.0, last.chars.1)) || abbreviated(self.dotted(last.chars)))
                && self.run(self.at + 1, char::is_whitespace) < self.normal.chars.len()
        })
    }

    /// "t.ex": a word with the letters and full stops that stand straight before it.
    fn dotted(&self, (from, to): (usize, usize)) -> &str {
        let joins = |at: &usize| self.normal.at(*at).is_some_and(|char| char == '.' || char.is_alphabetic());
        let begin = (0..from).rev().take_while(joins).last().unwrap_or(from);
        self.normal.slice(begin, to)
    }

    /// Between letters a hyphen joins two words; before a digit it may be a sign; alone it parts.
    fn dash(&mut self, at: usize) {
        // "29 -> 41"
        if self.normal.at(at + 1) == Some('>') {
            self.push(Kind::Sign('→'), at, at + 2);
            return;
        }
        let before = at > 0 && self.normal.at(at - 1).is_some_and(char::is_alphanumeric);
        let after = self.normal.at(at + 1);
        let letter_before = at > 0 && self.letter_at(at - 1);
        match after {
            Some(next) if before && next.is_alphabetic() => self.at += 1,
            Some(next) if letter_before && (next.is_whitespace() || next == '/' || next == ',') => {
                if let Some(last) = self.tokens.last_mut() {
                    last.suspended = true;
                }
                self.at += 1;
            }
            _ => self.push(Kind::Sign('-'), at, at + 1),
        }
    }
}

const fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '’')
}

/// "12.3.1951" or "12/3/1951".
fn day_first(written: &str) -> Option<Date> {
    let mut parts = written.split(['.', '/']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{Kind, split};
    use crate::corpus::lexicon::Lexicon;
    use crate::facts::dictionary::Dictionary;
    use crate::facts::normalise::Normal;

    fn tokens(text: &str) -> Vec<String> {
        let normal = Normal::new(text);
        let dictionary = Dictionary::new(&Lexicon::default());
        split(&normal, &dictionary, |word| word == "ca")
            .iter()
            .map(|token| match token.kind {
                Kind::Number(value) => format!("#{value}"),
                Kind::Opaque => format!("opaque {}", normal.slice(token.chars.0, token.chars.1)),
                Kind::Day(day) => day.to_string(),
                Kind::Region(region) => format!("region {region}"),
                _ => normal.slice(token.chars.0, token.chars.1).to_owned(),
            })
            .collect()
    }

    #[test]
    fn words_numbers_and_signs_come_apart() {
        assert_eq!(tokens("eGFR48, FRAX22%"), ["egfr", "#48", ",", "frax", "#22", "%"]);
        assert_eq!(tokens("72-årig T-score −2,9"), ["#72", "årig", "t", "score", "−", "#2.9"]);
        assert_eq!(tokens("handl.fraktur ca. 20. Nu"), ["handl", "fraktur", "ca", "#20", ".", "nu"]);
        assert_eq!(
            tokens("BT 145/85 kl 14.30.10 345465"),
            ["bt", "opaque 145/85", "kl", "opaque 14.30.10", "opaque 345465"]
        );
        assert_eq!(tokens("f. 1951-03-12 M05BA04"), ["f", ".", "1951-03-12", "opaque m05ba04"]);
        assert_eq!(tokens("SE-M, dk–81: se T-score"), ["region SE-M", ",", "region DK-81", ":", "se", "t", "score"]);
        assert_eq!(tokens("se-m-prov DK-8100"), ["se", "m", "prov", "dk", "-", "#8100"]);
    }
}
