//! Which known word was meant: other keyboards' letters, and single slips of the finger.
//!
//! Words that change how others are meant are never guessed; a word that is close to one is suspect instead.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::dictionary::Dictionary;

/// Shorter words are left alone: too many are one letter apart.
const SHORTEST: usize = 5;

/// Finds the known word that an unknown one was meant to be.
#[derive(Debug)]
pub struct Speller {
    /// Words with their letters folded, and the words that fold so. Only looked up in.
    folded: HashMap<String, Vec<u32>>,
    /// The digests of words with one letter left out, in order, each with a word that it may be of.
    shortened: Vec<(u64, u32)>,
    /// Correct words that are no words of ours.
    written: BTreeSet<String>,
}

/// What an unknown word is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// The same word on another keyboard.
    Respelled(u32),
    /// The same word without a slip.
    Repaired(u32),
    /// Perhaps a word that changes how others are meant.
    Suspect,
}

impl Speller {
    /// Learns the words of a dictionary; `written` are correct words that are never repaired.
    pub fn new(dictionary: &Dictionary, written: &BTreeSet<String>) -> Self {
        let mut speller = Self { folded: HashMap::new(), shortened: Vec::new(), written: written.clone() };
        for (place, word, entry) in dictionary.iter() {
            let length = word.chars().count();
            if entry.repairable && !entry.guarded && !entry.everyday && length >= 4 {
                let folded = fold(word);
                if folded != word {
                    speller.folded.entry(folded).or_default().push(place);
                }
            }
            if entry.in_forms && (entry.repairable || entry.guarded) && length >= SHORTEST - 1 {
                speller.shortened.extend(shortened(word).map(|short| (short, place)));
            }
        }
        speller.shortened.sort_unstable();
        speller.shortened.dedup();
        speller
    }

    /// What an unknown word was meant to be, where only one thing can be meant.
    pub fn meant(&self, word: &str, dictionary: &Dictionary) -> Option<Meant> {
        if let Some(place) = exchanged(word, dictionary).or_else(|| self.refolded(word, dictionary)) {
            return Some(Meant::Respelled(place));
        }
        let length = word.chars().count();
        if length < SHORTEST || self.written.contains(word) {
            return None;
        }
        self.repaired(word, dictionary)
    }

    fn refolded(&self, word: &str, dictionary: &Dictionary) -> Option<u32> {
        let folded = fold(word);
        let found = self.folded.get(&folded)?;
        match found.as_slice() {
            [only] => Some(*only),
            [first, rest @ ..] => {
                let symbols = |place: u32| dictionary.entry(place).map(|entry| entry.languages);
                // "rontgen" is röntgen or røntgen: one word in two languages.
                let spelled = |place: u32| dictionary.spelling(place).replace('æ', "ä").replace('ø', "ö");
                let same = |other: u32| symbols(other) == symbols(*first) || spelled(other) == spelled(*first);
                rest.iter().all(|other| same(*other)).then_some(*first)
            }
            [] => None,
        }
    }

    fn repaired(&self, word: &str, dictionary: &Dictionary) -> Option<Meant> {
        let near: BTreeSet<u32> = shortened(word).flat_map(|short| self.alike(short)).collect();
        let first = word.chars().next();
        let close: Vec<u32> = near.into_iter().filter(|place| within_one(word, dictionary.spelling(*place))).collect();
        if close.iter().any(|place| dictionary.entry(*place).is_some_and(|entry| entry.critical)) {
            return Some(Meant::Suspect);
        }
        let guarded = |place: &u32| dictionary.entry(*place).is_some_and(|entry| entry.guarded);
        let mut candidates = close.iter().filter(|place| !guarded(place)).filter(|place| {
            let spelled = dictionary.spelling(**place);
            spelled.chars().count() >= SHORTEST && spelled.chars().next() == first
        });
        match (candidates.next(), candidates.next()) {
            (Some(only), None) => Some(Meant::Repaired(*only)),
            (Some(one), Some(two)) if same_stem(dictionary.spelling(*one), dictionary.spelling(*two)) => {
                Some(Meant::Repaired(*one))
            }
            _ => None,
        }
    }

    /// The words that leave this behind when they lose a letter, or that are it; now and then another, of an equal digest.
    fn alike(&self, short: u64) -> impl Iterator<Item = u32> {
        let from = self.shortened.partition_point(|(known, _)| *known < short);
        let known = self.shortened.iter().skip(from).take_while(move |(known, _)| *known == short);
        known.map(|(_, place)| *place)
    }
}

/// Whether two words are forms of one: equal but for an ending of three letters at most.
fn same_stem(one: &str, two: &str) -> bool {
    let common = one.chars().zip(two.chars()).take_while(|(a, b)| a == b).count();
    let longest = one.chars().count().max(two.chars().count());
    common >= SHORTEST && longest - common <= 3
}

/// The word as another keyboard writes it: aa for å, ae for ä and æ, oe for ö and ø, ä for æ, ö for ø.
fn exchanged(word: &str, dictionary: &Dictionary) -> Option<u32> {
    let has = |pairs: &[&str]| pairs.iter().any(|pair| word.contains(pair));
    if !has(&["aa", "ae", "oe", "ä", "ö", "æ", "ø"]) {
        return None;
    }
    let digraphs = |a: &str, o: &str| word.replace("aa", "å").replace("ae", a).replace("oe", o);
    let swapped = |from: [char; 2], to: [&str; 2]| word.replace(from[0], to[0]).replace(from[1], to[1]);
    let tries =
        [digraphs("ä", "ö"), digraphs("æ", "ø"), swapped(['ä', 'ö'], ["æ", "ø"]), swapped(['æ', 'ø'], ["ä", "ö"])];
    tries.iter().find_map(|spelled| dictionary.find(spelled))
}

/// A word with its Nordic letters made plain, however they were written.
fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for char in word.chars() {
        folded.push(match char {
            'å' | 'ä' | 'æ' | 'à' | 'á' | 'â' => 'a',
            'ö' | 'ø' | 'ó' => 'o',
            'é' | 'è' | 'ê' => 'e',
            'ü' => 'u',
            other => other,
        });
    }
    folded.replace("ae", "a").replace("aa", "a").replace("oe", "o")
}

/// The digests of a word with each letter in turn left out, and of the word as it is.
fn shortened(word: &str) -> impl Iterator<Item = u64> + '_ {
    let digest = |before: &str, behind: &str| {
        let mut hasher = DefaultHasher::new();
        before.bytes().chain(behind.bytes()).for_each(|byte| byte.hash(&mut hasher));
        hasher.finish()
    };
    let without = word.char_indices().map(move |(at, left_out)| {
        let behind = word.get(at + left_out.len_utf8()..).unwrap_or_default();
        digest(word.get(..at).unwrap_or_default(), behind)
    });
    std::iter::once(digest(word, "")).chain(without)
}

/// Whether one letter more, less, other or exchanged with its neighbour turns one word into the other.
fn within_one(one: &str, two: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let shorter = a.len().min(b.len());
    let tail = tail.min(shorter - head.min(shorter));
    let (left_a, left_b) = (a.len() - head - tail, b.len() - head - tail);
    match (left_a, left_b) {
        (0 | 1, 0 | 1) => true,
        (2, 2) => a.get(head) == b.get(head + 1) && a.get(head + 1) == b.get(head),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{fold, within_one};

    #[test]
    fn one_slip_is_one_letter_more_less_other_or_exchanged() {
        for (one, two) in [
            ("fraktr", "fraktur"),
            ("disfagi", "dysfagi"),
            ("artors", "artros"),
            ("ostoeporos", "osteoporos"),
            ("hoft", "hoft"),
        ] {
            assert!(within_one(one, two), "{one} {two}");
        }
        for (one, two) in [("model", "mother"), ("fraktr", "frakturen"), ("ab", "ba c")] {
            assert!(!within_one(one, two), "{one} {two}");
        }
    }

    #[test]
    fn every_keyboard_folds_alike() {
        assert_eq!(fold("knæartrose"), fold("knaeartrose"));
        assert_eq!(fold("höft"), fold("hoeft"));
        assert_eq!(fold("får"), fold("faar"));
    }
}
