//! What an author must mend, and how it is shown: file, line, column, what, why and a way out.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as SnippetLevel, Renderer, Snippet};

use super::Files;

/// How grave a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The corpus does not load.
    Error,
    /// The corpus loads; an author should look.
    Warning,
}

/// One fault of one file. Messages are lower case, without a full stop, with input in backticks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// How grave it is.
    pub level: Level,
    /// The file, relative to the corpus or locale folder.
    pub file: String,
    /// Where in the file, in bytes; the whole file when absent.
    pub range: Option<Range<usize>>,
    /// What is wrong and why.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Fault {
    /// A fault that keeps the corpus from loading.
    pub fn error(
        file: impl Into<String>,
        range: impl Into<Option<Range<usize>>>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { level: Level::Error, file: file.into(), range: range.into(), message: message.into(), help: help.into() }
    }

    /// A fault that an author should look at.
    pub fn warning(
        file: impl Into<String>,
        range: impl Into<Option<Range<usize>>>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { level: Level::Warning, ..Self::error(file, range, message, help) }
    }

    /// Line and column in `text`, both from 1, the column in characters.
    #[must_use]
    pub fn place(&self, text: &str) -> Option<(usize, usize)> {
        let start = self.range.as_ref().filter(|range| range.start <= text.len())?.start;
        let before = text.get(..text.floor_char_boundary(start))?;
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        Some((line, before.get(line_start..)?.chars().count() + 1))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} (help: {})", self.file, self.message, self.help)
    }
}

/// Every fault with the lines it concerns, for a terminal or a log.
#[must_use]
pub fn render(faults: &[Fault], files: &Files, coloured: bool) -> String {
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    let shown: Vec<String> = faults.iter().map(|fault| renderer.render(&[report(fault, files)])).collect();
    shown.join("\n\n")
}

fn report<'a>(fault: &'a Fault, files: &'a Files) -> Group<'a> {
    let level = match fault.level {
        Level::Error => SnippetLevel::ERROR,
        Level::Warning => SnippetLevel::WARNING,
    };
    let group = Group::with_title(level.primary_title(fault.message.as_str()));
    let group = match (files.get(&fault.file), &fault.range) {
        (Some(text), Some(range)) if range.end <= text.len() => {
            // A parser may point into the middle of a character, such as a U+FEFF where none belongs.
            let shown = text.floor_char_boundary(range.start)..text.ceil_char_boundary(range.end);
            group.element(
                Snippet::source(text).path(fault.file.as_str()).annotation(AnnotationKind::Primary.span(shown)),
            )
        }
        _ => group.element(annotate_snippets::Origin::path(fault.file.as_str())),
    };
    group.element(SnippetLevel::HELP.message(fault.help.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{Fault, Files, render};

    /// Found by fuzzing: the parser of TOML points at one byte of a character that it does not expect.
    #[test]
    fn a_place_within_a_character_is_shown() {
        let text = "a = b {\u{feff} }";
        let mut files = Files::default();
        files.insert("a.toml", text);
        for range in [7..8, 8..9, 9..10, 8..8] {
            let fault = Fault::error("a.toml", range, "unexpected", "remove it");
            assert_eq!(fault.place(text), Some((1, 8)));
            assert!(render(&[fault], &files, false).contains("a.toml:1:8"), "the place");
        }
    }
}
