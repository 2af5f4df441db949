//! The text as it is compared: without markup, composed (NFC), in lower case, with a way back to the code points that were
//! written.

use super::markup;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A text made comparable.
#[derive(Debug, Default)]
pub struct Normal {
    /// The comparable text.
    pub text: String,
    /// Its characters, in order.
    pub chars: Vec<Char>,
}

/// One character of the comparable text.
#[derive(Debug, Clone, Copy)]
pub struct Char {
    /// The character, in lower case.
    pub char: char,
    /// Its first byte in the comparable text.
    pub byte: usize,
    /// The first code point of the original that it stands for.
    pub start: usize,
    /// The code point of the original after the last that it stands for.
    pub end: usize,
}

impl Normal {
    /// Makes a text comparable.
    pub fn new(text: &str) -> Self {
        let mut normal = Self { text: String::with_capacity(text.len()), chars: Vec::with_capacity(text.len()) };
        if is_nfc_quick(text.chars()) == IsNormalized::Yes && !markup::may_hold(text) {
            for (place, char) in text.chars().enumerate() {
                normal.push(char, place, place + 1);
            }
        } else {
            normal.compose(&markup::seen(text));
        }
        normal
    }

    /// A letter and the marks after it become the letter that they mean together.
    fn compose(&mut self, seen: &[Char]) {
        let mut rest = seen;
        while let [first, after @ ..] = rest {
            let marks = after.iter().take_while(|one| is_combining_mark(one.char)).count();
            let (together, others) = rest.split_at(1 + marks);
            let end = together.last().map_or(first.end, |last| last.end);
            for char in together.iter().map(|one| one.char).nfc() {
                self.push(char, first.start, end);
            }
            rest = others;
        }
    }

    fn push(&mut self, char: char, start: usize, end: usize) {
        // A capital whose lower case is several characters keeps the first: no word of ours has one.
        let lower = char.to_lowercase().next().unwrap_or(char);
        self.chars.push(Char { char: lower, byte: self.text.len(), start, end });
        self.text.push(lower);
    }

    /// The characters from one place to before another, as a text.
    pub fn slice(&self, from: usize, to: usize) -> &str {
        let byte = |place: usize| self.chars.get(place).map_or(self.text.len(), |char| char.byte);
        self.text.get(byte(from)..byte(to)).unwrap_or_default()
    }

    /// The character at a place.
    pub fn at(&self, place: usize) -> Option<char> {
        self.chars.get(place).map(|char| char.char)
    }
}

#[cfg(test)]
mod tests {
    use super::Normal;

    #[test]
    fn marks_join_their_letter_and_point_back_to_both() {
        let normal = Normal::new("Ho\u{308}ft");
        assert_eq!(normal.text, "höft");
        assert_eq!((normal.chars[1].start, normal.chars[1].end), (1, 3));
        assert_eq!(normal.slice(1, 3), "öf");
        assert_eq!(Normal::new("HÖFT").text, "höft");
    }
}
