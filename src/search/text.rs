//! How is text made comparable? Words, Scandinavian folding and character grams.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters in a gram.
const GRAM: usize = 4;

/// Composed characters, without the soft hyphens and byte order marks that break words apart.
pub fn tidy(text: &str) -> String {
    text.nfc().filter(|c| !matches!(c, '\u{ad}' | '\u{feff}' | '\u{200b}')).collect()
}

/// The words of tidied text, as byte ranges: runs of letters and digits.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = rest.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = text.len();
        while let Some((place, c)) = rest.peek() {
            if !c.is_alphanumeric() {
                end = *place;
                break;
            }
            rest.next();
        }
        Some(start..end)
    })
}

/// One spelling for the ways a word is written on Swedish, Danish and other keyboards: knä, knæ, knae and kna meet.
///
/// Letters lose their marks (å, ä, æ → a; ö, ø → o), and of the pairs that stand in for them (aa, ae, ao; oe, oo) the
/// first letter stays.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    let mut last = '\0';
    for c in word.chars().flat_map(char::to_lowercase) {
        if c.is_ascii() {
            last = push(&mut folded, last, c);
            continue;
        }
        match c {
            'å' | 'ä' | 'æ' => last = push(&mut folded, last, 'a'),
            'ö' | 'ø' | 'œ' => last = push(&mut folded, last, 'o'),
            'ß' => folded.push_str("ss"),
            _ => {
                for base in std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)) {
                    last = push(&mut folded, last, base);
                }
            }
        }
    }
    folded
}

fn push(folded: &mut String, last: char, c: char) -> char {
    let stands_in = matches!((last, c), ('a', 'a' | 'e' | 'o') | ('o', 'e' | 'o'));
    if stands_in {
        return last;
    }
    folded.push(c);
    c
}

/// The padded grams of a folded word, each once. Doubled letters count as one: they are what is most often misspelt,
/// and where Swedish and Danish differ.
pub fn grams(folded: &str) -> Vec<String> {
    let mut padded = vec!['_'];
    for c in folded.chars() {
        if padded.last() != Some(&c) || c.is_ascii_digit() {
            padded.push(c);
        }
    }
    padded.push('_');
    let mut grams: Vec<String> = Vec::with_capacity(padded.len());
    for window in padded.windows(GRAM.min(padded.len())) {
        let gram = window.iter().collect();
        if !grams.contains(&gram) {
            grams.push(gram);
        }
    }
    grams
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn meet(spellings: &[&str]) {
        let folded: Vec<String> = spellings.iter().map(|spelling| fold(spelling)).collect();
        assert!(folded.iter().all(|one| Some(one) == folded.first()), "{spellings:?} fold to {folded:?}");
    }

    #[test]
    fn spellings_of_one_word_meet() {
        meet(&["Blåbärsyltetöj", "blåbærsyltetøj", "blaabaersyltetoej", "blabarsyltetoj"]);
        meet(&["knäartros", "knaartros", "knæartros", "KNAEARTROS"]);
        meet(&["bentäthet", "bentathet", "bentaethet", &tidy("benta\u{308}thet")]);
        meet(&["café", "cafe"]);
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let text = tidy("Höft-/kotfraktur: eGFR <35, GB020 bentäthets\u{ad}mätning");
        let found: Vec<&str> = words(&text).filter_map(|range| text.get(range)).collect();
        assert_eq!(found, ["Höft", "kotfraktur", "eGFR", "35", "GB020", "bentäthetsmätning"]);
    }

    #[test]
    fn grams_are_padded_and_stand_once() {
        assert_eq!(grams("ben"), ["_ben", "ben_"]);
        assert_eq!(grams("ra"), ["_ra_"]);
        assert_eq!(grams("tablett"), grams("tablet"));
        assert_eq!(grams(""), ["__"]);
    }
}
