//! Text that Markdown shows as it is: some clients render whatever stands in a card, HTML too.

/// Escapes what Markdown or HTML would take for its own.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' => {
                escaped.push('\\');
                escaped.push(character);
            }
            // A line break would begin a block of its own.
            '\n' | '\r' => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A sentence of at most so many UTF-16 units: cut between words, with an ellipsis, where it is longer.
#[must_use]
pub fn fitted(text: &str, units_max: usize) -> String {
    if text.encode_utf16().count() <= units_max {
        return text.to_owned();
    }
    let mut kept = String::new();
    for word in text.split_inclusive(' ') {
        // One unit is for the ellipsis.
        if kept.encode_utf16().count() + word.trim_end().encode_utf16().count() + 1 > units_max {
            break;
        }
        kept.push_str(word);
    }
    let kept = kept.trim_end_matches([' ', ',', ';', ':', '–', '(']);
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::{escaped, fitted};

    #[test]
    fn nothing_is_markup() {
        assert_eq!(
            escaped("<b>FRAX</b> > 30 & *nu*\n# [x](y)"),
            "&lt;b&gt;FRAX&lt;/b&gt; &gt; 30 &amp; \\*nu\\* \\# \\[x\\](y)"
        );
    }

    #[test]
    fn a_summary_is_cut_between_words_and_says_so() {
        assert_eq!(fitted("kort nog", 8), "kort nog");
        assert_eq!(fitted("inte kort nog", 9), "inte…");
        assert_eq!(fitted("höft, knä", 8), "höft…");
        assert_eq!(fitted("🦴🦴 🦴", 6), "🦴🦴…");
    }
}
