//! Where does a thought end? The sentences of a section's text.

use std::ops::Range;

/// A sentence, a heading's worth of a list item, or a table row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// Its length, and that of the space before the next.
    pub characters: usize,
}

/// The sentences of a text: its lines, cut after `.`, `!` or `?` before a space and a capital.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut take = |range: Range<usize>| {
        let characters = text.get(range.clone()).map_or(0, |sentence| sentence.chars().count() + 1);
        if characters > 1 {
            found.push(Sentence { range, characters });
        }
    };
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let written = line.trim_end();
        let mut from = 0;
        for (at, _) in written.match_indices(['.', '!', '?']) {
            let mut after = written.get(at + 1..).unwrap_or_default().chars();
            if after.next() == Some(' ') && after.next().is_some_and(char::is_uppercase) {
                take(line_start + from..line_start + at + 1);
                from = at + 2;
            }
        }
        take(line_start + from..line_start + written.len());
        line_start += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_full_stops_end_sentences_abbreviations_do_not() {
        let text = "Ca 5 minuter, t.ex. varje vecka. Följ upp! Är allt gjort?\nZoledronsyra · 1 gång/år\n\nM80.";
        let found: Vec<&str> = sentences(text).into_iter().filter_map(|sentence| text.get(sentence.range)).collect();
        let expected =
            ["Ca 5 minuter, t.ex. varje vecka.", "Följ upp!", "Är allt gjort?", "Zoledronsyra · 1 gång/år", "M80."];
        assert_eq!(found, expected);
    }
}
