//! Why is this a hit? The sentences of a passage that match best, with the matching words marked.

use std::ops::Range;

use super::asked::Asked;
use super::concept::ConceptId;
use super::index::{Index, Indexed, Known, Written};

/// Characters that a snippet has at most, its marks not counted.
const LONGEST: usize = 240;
/// What a word is worth that only a concept joins to the query; a word of the query itself is worth 1.
const BY_CONCEPT: f32 = 0.8;
/// What a word is worth when a sentence has it again.
const AGAIN: f32 = 0.2;
/// Where no stem and no concept matches, words are marked that begin as a word of the query does.
const ALIKE: usize = 5;

/// Marks what a query matched.
pub struct Marker<'a> {
    index: &'a Index,
    /// Stems by number, in order, with their weights.
    terms: Vec<(u32, f32)>,
    concepts: Vec<ConceptId>,
    folded: &'a [String],
}

impl<'a> Marker<'a> {
    pub fn new(index: &'a Index, asked: &'a Asked) -> Self {
        let known = |(stem, weight): (&String, &f32)| index.terms.get(stem).map(|term| (*term, *weight));
        let mut terms: Vec<(u32, f32)> = asked.words.iter().filter_map(known).collect();
        terms.sort_unstable_by_key(|(term, _)| *term);
        Self { index, terms, concepts: asked.concepts.keys().copied().collect(), folded: &asked.folded }
    }

    /// The best sentences of a passage as HTML: everything escaped but `<mark>`.
    pub fn snippet(&self, indexed: &Indexed) -> String {
        let worth = self.worth_of_words(indexed);
        let window = best_window(indexed, &worth);
        let text = indexed.passage.text.as_str();
        let marked = words_in(&indexed.words, &worth, &window).filter(|(_, worth)| *worth > 0.0);
        render(text, &window, marked.map(|(word, _)| word.range()))
    }

    fn worth_of_words(&self, indexed: &Indexed) -> Vec<f32> {
        let mut worth: Vec<f32> = indexed.words.iter().map(|word| self.worth(word)).collect();
        for named in indexed.named.iter().filter(|named| self.concepts.binary_search(&named.concept).is_ok()) {
            for worth in worth.iter_mut().skip(named.first).take(named.words) {
                *worth = worth.max(BY_CONCEPT);
            }
        }
        if worth.iter().all(|worth| *worth == 0.0) {
            worth = indexed.words.iter().map(|word| if self.alike(word) { BY_CONCEPT } else { 0.0 }).collect();
        }
        worth
    }

    fn known(&self, word: &Written) -> Option<&Known> {
        self.index.lexemes.get(word.lexeme as usize)
    }

    fn worth(&self, word: &Written) -> f32 {
        let Some(known) = self.known(word) else { return 0.0 };
        let weight = |term: &u32| {
            let place = self.terms.binary_search_by_key(term, |(term, _)| *term).ok()?;
            self.terms.get(place).map(|(_, weight)| *weight)
        };
        let stem = known.terms.iter().filter_map(weight).fold(0.0, f32::max);
        let named = known.concepts.iter().any(|concept| self.concepts.binary_search(concept).is_ok());
        if named { stem.max(BY_CONCEPT) } else { stem }
    }

    fn alike(&self, word: &Written) -> bool {
        let Some(known) = self.known(word) else { return false };
        let common =
            |folded: &String| folded.chars().zip(known.folded.chars()).take_while(|(one, other)| one == other).count();
        self.folded.iter().any(|folded| common(folded) >= ALIKE)
    }
}

/// The words within a range of the text, with what they are worth.
fn words_in<'w>(
    words: &'w [Written],
    worth: &'w [f32],
    range: &Range<usize>,
) -> impl Iterator<Item = (&'w Written, f32)> {
    let (start, end) = (range.start as u32, range.end as u32);
    let from = words.partition_point(|word| word.start < start);
    words.iter().zip(worth.iter().copied()).skip(from).take_while(move |(word, _)| word.end <= end)
}

/// The sentences in a row, no longer than a snippet, whose words are worth most; the first of equals. A window begins
/// with a sentence that matches, so that the match is read first.
fn best_window(indexed: &Indexed, worth: &[f32]) -> Range<usize> {
    let total = |range: &Range<usize>| {
        let mut seen: Vec<u32> = Vec::new();
        let mut total = 0.0;
        for (word, worth) in words_in(&indexed.words, worth, range).filter(|(_, worth)| *worth > 0.0) {
            if seen.contains(&word.lexeme) {
                total += worth * AGAIN;
            } else {
                total += worth;
                seen.push(word.lexeme);
            }
        }
        total
    };
    let mut best = (0.0, 0);
    for (place, first) in indexed.sentences.iter().enumerate() {
        if words_in(&indexed.words, worth, &first.range).all(|(_, worth)| worth == 0.0) {
            continue;
        }
        let total = total(&window_from(indexed, place));
        if total > best.0 {
            best = (total, place);
        }
    }
    cut(indexed, worth, window_from(indexed, best.1))
}

/// As many sentences as a snippet holds, from this one on, and at least this one.
fn window_from(indexed: &Indexed, place: usize) -> Range<usize> {
    let mut sentences = indexed.sentences.iter().skip(place);
    let Some(first) = sentences.next() else { return 0..0 };
    let mut characters = first.characters;
    let mut end = first.range.end;
    for sentence in sentences {
        characters += sentence.characters;
        if characters > LONGEST {
            break;
        }
        end = sentence.range.end;
    }
    first.range.start..end
}

/// A sentence longer than a snippet is cut at words, round its first match.
fn cut(indexed: &Indexed, worth: &[f32], window: Range<usize>) -> Range<usize> {
    let characters = |range: Range<usize>| indexed.passage.text.get(range).map_or(0, |part| part.chars().count());
    if window.len() <= LONGEST || characters(window.clone()) <= LONGEST {
        return window;
    }
    let within = || words_in(&indexed.words, worth, &window);
    let matched = within().find(|(_, worth)| *worth > 0.0).map_or(window.start, |(word, _)| word.range().start);
    let start = within()
        .map(|(word, _)| word.range().start)
        .find(|start| *start >= matched || matched - *start <= LONGEST / 4)
        .unwrap_or(window.start);
    let fitting = within()
        .map(|(word, _)| word.range().end)
        .take_while(|end| *end <= start || characters(start..*end) <= LONGEST);
    let end = fitting.last().filter(|end| *end > start).unwrap_or(window.end);
    // Without words to cut at there is no match either: the length alone decides.
    let text = indexed.passage.text.get(start..end).unwrap_or_default();
    start..text.char_indices().nth(LONGEST).map_or(end, |(at, _)| start + at)
}

fn render(text: &str, window: &Range<usize>, marks: impl Iterator<Item = Range<usize>>) -> String {
    let mut html = String::with_capacity(window.len() * 2);
    let before = text.get(..window.start).unwrap_or_default();
    if !(before.is_empty() || before.ends_with('\n') || ends_sentence(before.trim_end())) {
        html.push('…');
    }
    let mut from = window.start;
    for mark in joined(text, marks) {
        escape(&mut html, text.get(from..mark.start).unwrap_or_default());
        html.push_str("<mark>");
        escape(&mut html, text.get(mark.clone()).unwrap_or_default());
        html.push_str("</mark>");
        from = mark.end;
    }
    escape(&mut html, text.get(from..window.end).unwrap_or_default());
    let shown = text.get(..window.end).unwrap_or_default();
    let after = text.get(window.end..).unwrap_or_default();
    if !(after.is_empty() || after.starts_with('\n') || ends_sentence(shown)) {
        html.push('…');
    }
    html
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?'])
}

/// Marks one character apart on the same line are one: "en gång per år", "1,5".
fn joined(text: &str, marks: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        let gap = joined
            .last()
            .and_then(|last| text.get(last.end..mark.start))
            .map(|gap| gap.chars().count() == 1 && gap != "\n");
        match (gap, joined.last_mut()) {
            (Some(true), Some(last)) => last.end = mark.end,
            _ => joined.push(mark),
        }
    }
    joined
}

/// Escaped for HTML; a line's end becomes a space, or a semicolon where no mark ends the line.
fn escape(html: &mut String, text: &str) {
    let mut from = 0;
    for (at, c) in text.match_indices(['&', '<', '>', '"', '\'', '\n']) {
        html.push_str(text.get(from..at).unwrap_or_default());
        let escaped = match c {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            "\"" => "&quot;",
            "'" => "&#39;",
            _ if html.ends_with(['.', '!', '?', ':', ';', ',']) => " ",
            _ => "; ",
        };
        html.push_str(escaped);
        from = at + 1;
    }
    html.push_str(text.get(from..).unwrap_or_default());
}
