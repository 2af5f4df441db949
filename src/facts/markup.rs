//! What is copied out of a page, as a person sees it there: `eGFR&nbsp;38` is "eGFR 38", `<b>` is nothing, `<br>` a new line.

use super::normalise::Char;

/// No reference and no tag is longer.
const LONGEST: usize = 200;
/// References by name, without what XML has no name for and clinicians do not write.
const NAMED: [(&str, char); 29] = [
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("le", '≤'),
    ("ge", '≥'),
    ("quot", '"'),
    ("apos", '\''),
    ("rsquo", '’'),
    ("minus", '−'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("micro", 'µ'),
    ("sup2", '²'),
    ("aring", 'å'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("aelig", 'æ'),
    ("oslash", 'ø'),
    ("eacute", 'é'),
    ("uuml", 'ü'),
    ("asymp", '≈'),
    ("times", '×'),
];
/// Tags between which a page breaks the line.
const BREAKING: [&str; 19] = [
    "br", "p", "div", "li", "ul", "ol", "tr", "table", "section", "article", "hr", "dd", "dt", "h1", "h2", "h3", "h4",
    "h5", "h6",
];
/// Other tags of a text. What else stands between angle brackets was written by a person: "Demens <nej>".
const RUNNING_ON: [&str; 20] = [
    "b", "i", "u", "em", "strong", "span", "font", "a", "sup", "sub", "small", "mark", "td", "th", "tbody", "thead",
    "code", "pre", "label", "img",
];

/// Whether a text may hold any markup.
pub fn may_hold(text: &str) -> bool {
    text.contains(['&', '<'])
}

/// The characters that a person sees, each with the code points that it stands for.
pub fn seen(text: &str) -> Vec<Char> {
    let written: Vec<char> = text.chars().collect();
    let (mut all, mut at) = (Vec::with_capacity(written.len()), 0);
    while let Some(char) = written.get(at).copied() {
        let rest = written.get(at + 1..).unwrap_or_default();
        let read = match char {
            '&' => reference(rest),
            '<' => tag(rest),
            _ => None,
        };
        let (char, length) = read.unwrap_or((char, 0));
        let end = at + 1 + length;
        all.push(Char { char, byte: 0, start: at, end });
        at = end;
    }
    all
}

/// What stands between a sign and the one that closes it, and how many characters both take.
fn until(rest: &[char], close: char) -> Option<(String, usize)> {
    let end = rest.iter().take(LONGEST).position(|char| *char == close)?;
    Some((rest.iter().take(end).collect(), end + 1))
}

/// "nbsp;", "#160;", "#xA0;".
fn reference(rest: &[char]) -> Option<(char, usize)> {
    let (name, length) = until(rest, ';')?;
    let number = name.strip_prefix('#').map(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    });
    let lower = name.to_lowercase();
    let char = match number {
        Some(number) => char::from_u32(number.ok()?).filter(|char| *char != '\0')?,
        None => NAMED.iter().find(|(known, _)| *known == lower).map(|(_, char)| *char)?,
    };
    Some((char, length))
}

/// "b>", "/p>", "span class='x'>": but "30 och FRAX >15" is none.
fn tag(rest: &[char]) -> Option<(char, usize)> {
    let (inside, length) = until(rest, '>')?;
    let name_on = inside.strip_prefix('/').unwrap_or(&inside);
    let end = name_on.find(|char: char| !char.is_ascii_alphanumeric()).unwrap_or(name_on.len());
    let (name, attributes) = name_on.split_at_checked(end)?;
    let attributes = attributes.trim().trim_end_matches('/');
    let name = name.to_lowercase();
    let breaks = BREAKING.contains(&name.as_str());
    let is_tag = (breaks || RUNNING_ON.contains(&name.as_str()))
        && !inside.contains('<')
        && (attributes.is_empty() || attributes.contains('='));
    is_tag.then_some((if breaks { '\n' } else { ' ' }, length))
}

#[cfg(test)]
mod tests {
    use super::seen;

    fn text(written: &str) -> String {
        seen(written).iter().map(|char| char.char).collect()
    }

    #[test]
    fn references_and_tags_are_what_a_page_shows() {
        assert_eq!(text("<b>eGFR&nbsp;38</b>"), " eGFR 38 ");
        assert_eq!(text("FRAX &gt;&#160;15<br/>H&Ouml;FT"), "FRAX >\u{a0}15\nHöFT");
        assert_eq!(text("<span class=\"x\">a</span><p>b"), " a \nb");
    }

    #[test]
    fn other_signs_stay() {
        for plain in [
            "FRAX <30",
            "eGFR <35 och FRAX >15",
            "A&O",
            "a & b; c",
            "&nope;",
            "eGFR <trettio och FRAX >15",
            "&#0;",
            "Demens <nej>",
        ] {
            assert_eq!(text(plain), plain);
        }
    }

    #[test]
    fn what_is_read_points_at_all_that_was_written() {
        let chars = seen("a&nbsp;b");
        let places: Vec<_> = chars.iter().map(|char| (char.char, char.start, char.end)).collect();
        assert_eq!(places, [('a', 0, 1), (' ', 1, 7), ('b', 7, 8)]);
    }
}
