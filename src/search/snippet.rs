//! Why is this a hit? The sentences of a passage that match best, with the matching words marked.

use std::ops::Range;

use super::asked::Asked;
use super::concept::ConceptId;
use super::index::{Index, Indexed, Known, Written};

/// Characters that a snippet has at most, its marks not counted.
const LONGEST: usize = 240;
/// A word that no stem or concept joins to the query is marked when it begins as a word of the query does.
const LIKE: usize = 5;

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
        let text = &indexed.passage.text;
        let mut worth: Vec<f32> = indexed.words.iter().map(|word| self.worth(word)).collect();
        for (first, words, concept) in &indexed.named {
            if self.concepts.binary_search(concept).is_ok() {
                let (first, words) = (*first as usize, *words as usize);
                worth.iter_mut().skip(first).take(words).for_each(|worth| *worth = worth.max(0.8));
            }
        }
        if worth.iter().all(|worth| *worth == 0.0) {
            worth = indexed.words.iter().map(|word| self.likeness(word)).collect();
        }
        let window = best_window(text, &indexed.words, &worth);
        let marks = indexed.words.iter().zip(&worth).filter(|(word, worth)| **worth > 0.0 && inside(word, &window));
        render(text, window.clone(), marks.map(|(word, _)| word.start as usize..word.end as usize))
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
        if named { stem.max(0.8) } else { stem }
    }

    fn likeness(&self, word: &Written) -> f32 {
        let Some(known) = self.known(word) else { return 0.0 };
        let alike = |folded: &String| {
            let common = folded.chars().zip(known.folded.chars()).take_while(|(one, other)| one == other).count();
            common >= LIKE
        };
        if self.folded.iter().any(alike) { 0.5 } else { 0.0 }
    }
}

fn inside(word: &Written, window: &Range<usize>) -> bool {
    window.start <= word.start as usize && word.end as usize <= window.end
}

/// The sentences in a row, no longer than a snippet, whose words are worth most. Different words count more than the
/// same word again.
fn best_window(text: &str, words: &[Written], worth: &[f32]) -> Range<usize> {
    let sentences = sentences(text);
    let mut best = (0.0, 0..0);
    for (place, first) in sentences.iter().enumerate() {
        let mut end = first.start;
        for sentence in sentences.iter().skip(place) {
            let fits = text.get(first.start..sentence.end).is_some_and(|window| window.chars().count() <= LONGEST);
            if !fits && end > first.start {
                break;
            }
            end = sentence.end;
        }
        let window = first.start..end;
        let total = window_worth(words, worth, &window);
        if total > best.0 || best.1.is_empty() {
            best = (total, window);
        }
    }
    cut(text, words, worth, best.1)
}

fn window_worth(words: &[Written], worth: &[f32], window: &Range<usize>) -> f32 {
    let from = words.partition_point(|word| (word.start as usize) < window.start);
    let mut seen: Vec<u32> = Vec::new();
    let mut total = 0.0;
    for (word, worth) in words.iter().zip(worth).skip(from).take_while(|(word, _)| inside(word, window)) {
        if *worth == 0.0 {
            continue;
        }
        let again = seen.contains(&word.lexeme);
        total += if again { worth * 0.2 } else { *worth };
        if !again {
            seen.push(word.lexeme);
        }
    }
    total
}

/// A sentence longer than a snippet is cut at words, round its first match.
fn cut(text: &str, words: &[Written], worth: &[f32], window: Range<usize>) -> Range<usize> {
    let characters = |range: Range<usize>| text.get(range).map_or(0, |part| part.chars().count());
    if characters(window.clone()) <= LONGEST {
        return window;
    }
    let within: Vec<&Written> = words.iter().filter(|word| inside(word, &window)).collect();
    let matched = words.iter().zip(worth).find(|(word, worth)| **worth > 0.0 && inside(word, &window));
    let anchor = matched.map_or(window.start, |(word, _)| word.start as usize);
    let first = within.iter().find(|word| characters(word.start as usize..anchor) <= LONGEST / 4);
    let start = first.map_or(window.start, |word| word.start as usize);
    let last = within.iter().rev().find(|word| characters(start..word.end as usize) <= LONGEST);
    start..last.map_or(window.end, |word| word.end as usize)
}

/// The sentences of a text: its lines, cut after `.`, `!`, `?` or `:` before a space and a capital or digit.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        let mut from = start;
        let mut rest = line.trim_end().char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            let stops = matches!(c, '.' | '!' | '?') && rest.peek().is_some_and(|(_, next)| *next == ' ');
            let capital = line.get(at + 2..).and_then(|tail| tail.chars().next()).is_some_and(char::is_uppercase);
            if stops && capital {
                sentences.push(from..start + at + 1);
                from = start + at + 2;
            }
        }
        if from < end {
            sentences.push(from..end);
        }
        start += line.len();
    }
    sentences
}

fn render(text: &str, window: Range<usize>, marks: impl Iterator<Item = Range<usize>>) -> String {
    let mut html = String::with_capacity(window.len() + 64);
    if !text.get(..window.start).is_none_or(|before| before.is_empty() || before.ends_with(['\n', ' '])) {
        html.push('…');
    }
    let mut from = window.start;
    for mark in marks {
        escape(&mut html, text.get(from..mark.start).unwrap_or_default());
        html.push_str("<mark>");
        escape(&mut html, text.get(mark.clone()).unwrap_or_default());
        html.push_str("</mark>");
        from = mark.end;
    }
    escape(&mut html, text.get(from..window.end).unwrap_or_default());
    html
}

fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' => html.push(' '),
            _ => html.push(c),
        }
    }
}
