//! Which language does the client read? `Accept-Language`, by RFC 4647's lookup.

use poem::http::HeaderMap;
use poem::http::header::ACCEPT_LANGUAGE;

use crate::clinical::Language;

/// The language that the client would rather read, of those that nordvis speaks.
#[must_use]
pub fn accepted(headers: &HeaderMap) -> Option<Language> {
    let mut best: Option<(u16, Language)> = None;
    for value in headers.get_all(ACCEPT_LANGUAGE) {
        for range in value.to_str().unwrap_or_default().split(',') {
            let mut parts = range.split(';').map(str::trim);
            let language = parts.next().and_then(Language::from_tag);
            let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(Some(1000), thousandths);
            // Of equals, the first one stands.
            if let (Some(language), Some(weight)) = (language, weight)
                && weight > best.map_or(0, |(weight, _)| weight)
            {
                best = Some((weight, language));
            }
        }
    }
    best.map(|(_, language)| language)
}

/// A quality value in thousandths.
fn thousandths(text: &str) -> Option<u16> {
    let value: f32 = text.parse().ok()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1000")]
    (0.0..=1.0).contains(&value).then_some((value * 1000.0) as u16)
}

#[cfg(test)]
mod tests {
    use poem::http::{HeaderMap, HeaderValue};

    use super::{ACCEPT_LANGUAGE, accepted};
    use crate::clinical::Language;

    #[test]
    fn the_language_read_best_that_nordvis_speaks() {
        let cases = [
            ("sv-SE,sv;q=0.9,en;q=0.8", Some(Language::Swedish)),
            ("de, da;q=0.4, en;q=0.7", Some(Language::English)),
            ("en;q=0, da;q=0.001", Some(Language::Danish)),
            ("en;q=2, fi", None),
            ("*", None),
            ("", None),
            ("da;q=abc,sv;q=0.1", Some(Language::Swedish)),
        ];
        for (header, language) in cases {
            let headers = HeaderMap::from_iter([(ACCEPT_LANGUAGE, HeaderValue::from_static(header))]);
            assert_eq!(accepted(&headers), language, "{header}");
        }
    }
}
