//! What was meant by a word that nobody writes? The nearest word of the editions and concepts.

use std::collections::{BTreeMap, HashMap};

use super::text::{fold, tidy, words};
use crate::corpus::Concepts;

/// Shorter words have too many neighbours.
const SHORTEST: usize = 5;
/// From this length on, two slips are forgiven instead of one.
const LONG: usize = 9;

/// Letters that an inflection may change.
const ENDING: usize = 2;

/// A word that can be meant, in its folded spelling.
#[derive(Debug)]
struct Candidate {
    folded: String,
    /// As it is shown.
    written: String,
    /// How often the editions have it; some words only concepts have.
    times: u32,
}

impl Candidate {
    /// Whether it may be an inflection of the word rather than what was meant by it: only its ending differs, and the
    /// editions do not have it.
    fn inflects(&self, folded: &str) -> bool {
        let alike = self.folded.chars().zip(folded.chars()).take_while(|(one, other)| one == other).count();
        self.times == 0 && alike + ENDING >= self.folded.chars().count().max(folded.chars().count())
    }
}

/// Every word that can be meant, by first letter and length.
#[derive(Debug, Default)]
pub struct Spelling {
    candidates: HashMap<(char, usize), Vec<Candidate>>,
}

impl Spelling {
    pub fn new(vocabulary: &BTreeMap<String, u32>, concepts: &Concepts) -> Self {
        let mut spellings: BTreeMap<String, (u32, String)> = BTreeMap::new();
        let mut take = |word: &str, times: u32| {
            let best = spellings.entry(fold(word)).or_default();
            if times > best.0 || best.1.is_empty() {
                best.1 = word.to_owned();
            }
            best.0 += times;
        };
        for (word, times) in vocabulary {
            take(word, *times);
        }
        for (_, form) in concepts.concepts.iter().flat_map(|concept| &concept.forms) {
            let form = tidy(form).to_lowercase();
            for word in words(&form).filter_map(|range| form.get(range)) {
                take(word, 0);
            }
        }
        let mut spelling = Self::default();
        for (folded, (times, written)) in spellings {
            let Some(first) = folded.chars().next() else { continue };
            let place = (first, folded.chars().count());
            spelling.candidates.entry(place).or_default().push(Candidate { folded, written, times });
        }
        spelling
    }

    /// Whether a word begins so: it may be one that is still being written.
    pub fn begins(&self, folded: &str) -> bool {
        let length = folded.chars().count();
        let Some(first) = folded.chars().next() else { return false };
        (length..length + LONG)
            .filter_map(|length| self.candidates.get(&(first, length)))
            .flatten()
            .any(|candidate| candidate.folded.starts_with(folded))
    }

    /// The word that a folded spelling was meant to be: the fewest slips away, then the most frequent, then the first
    /// by alphabet. The first letter is taken to be right.
    pub fn correct(&self, folded: &str) -> Option<&str> {
        let length = folded.chars().count();
        let first = folded.chars().next().filter(|c| c.is_alphabetic())?;
        if length < SHORTEST {
            return None;
        }
        let slips = if length < LONG { 1 } else { 2 };
        (length - slips..=length + slips)
            .filter_map(|length| self.candidates.get(&(first, length)))
            .flatten()
            .filter(|candidate| !candidate.inflects(folded))
            .filter_map(|candidate| {
                let slip = strsim::osa_distance(folded, &candidate.folded);
                (slip <= slips).then_some((slip, std::cmp::Reverse(candidate.times), candidate))
            })
            .min_by(|one, other| (one.0, one.1, &one.2.folded).cmp(&(other.0, other.1, &other.2.folded)))
            .map(|(_, _, candidate)| candidate.written.as_str())
    }
}
