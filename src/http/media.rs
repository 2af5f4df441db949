//! Does the client take what an operation gives? `Accept`, before anything is done.

use poem::http::HeaderMap;
use poem::http::header::ACCEPT;

/// What an operation replies with when it succeeds.
#[must_use]
pub fn media_type(operation: &str) -> &'static str {
    match operation {
        "opensearch" => "application/opensearchdescription+xml",
        "metrics" => "application/openmetrics-text",
        "suggest" => "application/x-suggestions+json",
        "apiCatalog" => "application/linkset+json",
        "securityText" | "terms" => "text/plain",
        _ => "application/json",
    }
}

/// What else it replies with, when the client asks for it.
#[must_use]
pub fn other_media_types(operation: &str) -> &'static [&'static str] {
    match operation {
        "readReferral" => &["text/plain", "application/fhir+json"],
        _ => &[],
    }
}

/// Whether the client takes this type. Without the header it takes everything; of the ranges that match, the one that
/// says most counts.
#[must_use]
pub fn is_accepted(headers: &HeaderMap, media: &str) -> bool {
    let mut said = None;
    let mut any = false;
    for value in headers.get_all(ACCEPT) {
        let Ok(text) = value.to_str() else { return false };
        for range in text.split(',').map(str::trim).filter(|range| !range.is_empty()) {
            any = true;
            let mut parts = range.split(';').map(str::trim);
            let precision = parts.next().and_then(|range| matches(range, media));
            let refused = parts.any(|part| part.strip_prefix("q=").is_some_and(|weight| weight.parse() == Ok(0.0)));
            if precision > said.map(|(precision, _)| precision) {
                said = precision.map(|precision| (precision, !refused));
            }
        }
    }
    said.map_or(!any, |(_, taken)| taken)
}

/// How precisely a range names this type: not at all, every type, its family, itself.
fn matches(range: &str, media: &str) -> Option<u8> {
    let (family, _) = media.split_once('/')?;
    match range.split_once('/')? {
        ("*", "*") => Some(1),
        (own, "*") => own.eq_ignore_ascii_case(family).then_some(2),
        _ => range.eq_ignore_ascii_case(media).then_some(3),
    }
}

#[cfg(test)]
mod tests {
    use poem::http::HeaderValue;

    use super::*;

    #[test]
    fn what_is_named_most_precisely_counts() {
        for (accept, taken) in [
            ("", true),
            ("*/*", true),
            ("application/json", true),
            ("Application/JSON; charset=utf-8", true),
            ("text/html,application/xhtml+xml,*/*;q=0.8", true),
            ("application/*;q=0.1", true),
            ("text/html", false),
            ("application/xml, text/*", false),
            ("*/*, application/json;q=0", false),
            ("application/json;q=0.5, */*;q=0", true),
            ("nonsense", false),
        ] {
            let headers = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static(accept))]);
            assert_eq!(is_accepted(&headers, "application/json"), taken, "{accept}");
        }
        assert!(is_accepted(&HeaderMap::new(), "application/json"));
    }
}
