//! Which pages of other origins may call the API? Those that the deployment names, exactly; and frame it, in a list of its own.

use std::collections::BTreeSet;

use poem::Response;
use poem::http::uri::Uri;
use poem::http::{HeaderMap, HeaderValue, Method, header};

/// Methods that the API has.
const METHODS: HeaderValue = HeaderValue::from_static("GET, POST, DELETE");
/// Headers that a page may send.
const SENT: HeaderValue =
    HeaderValue::from_static("accept, accept-language, authorization, content-type, idempotency-key, traceparent");
/// Headers that a page may read.
const READ: HeaderValue = HeaderValue::from_static(
    "Content-Language, Content-Location, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, traceparent, \
     X-Request-Id",
);
/// How long a browser may remember, in seconds.
const REMEMBERED: HeaderValue = HeaderValue::from_static("600");

/// A list of origins, such as `https://intranet.example`. The empty list allows none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origins(BTreeSet<String>);

impl Origins {
    /// Reads a list: each a scheme, a host and maybe a port, as browsers write origins.
    ///
    /// # Errors
    /// The first that is no origin: `*`, `null`, a pattern, an address with a path.
    pub fn read(list: &[String]) -> Result<Self, String> {
        let written = list.iter().map(|origin| origin.trim()).filter(|origin| !origin.is_empty());
        written.map(|origin| if is_origin(origin) { Ok(origin.to_owned()) } else { Err(origin.to_owned()) }).collect()
    }

    /// The origin of a request, when it is one of these. Bytes are compared, so that nothing needs to be decoded.
    #[must_use]
    pub fn allowed(&self, request: &HeaderMap) -> Option<HeaderValue> {
        let origin = request.get(header::ORIGIN)?;
        self.0.iter().any(|known| known.as_bytes() == origin.as_bytes()).then(|| origin.clone())
    }

    /// The origins as a source list of a content security policy.
    #[must_use]
    pub fn sources(&self) -> String {
        self.0.iter().map(|origin| format!(" {origin}")).collect()
    }
}

impl FromIterator<String> for Origins {
    fn from_iter<I: IntoIterator<Item = String>>(origins: I) -> Self {
        Self(origins.into_iter().collect())
    }
}

/// Whether browsers would write an origin like that: no path, no capitals, no port that goes without saying.
fn is_origin(text: &str) -> bool {
    let Some((scheme, authority)) = text.split_once("://") else { return false };
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-:[]".contains(&byte);
    let implied = match scheme {
        "https" => ":443",
        "http" => ":80",
        _ => return false,
    };
    let parsed = text.parse::<Uri>().ok().and_then(|uri| uri.into_parts().authority);
    let host = parsed.as_ref().is_some_and(|parsed| parsed.as_str() == authority && !parsed.host().is_empty());
    let port = authority.rsplit_once(':').is_none_or(|(_, port)| port.ends_with(']') || port.parse::<u16>().is_ok());
    host && port && authority.bytes().all(plain) && !authority.ends_with('.') && !authority.ends_with(implied)
}

/// What the browser asks before it sends a request, as opposed to an `OPTIONS` that somebody sends.
#[must_use]
pub fn is_preflight(method: &Method, request: &HeaderMap) -> bool {
    method == Method::OPTIONS && request.contains_key(header::ACCESS_CONTROL_REQUEST_METHOD)
}

/// Lets the page of this origin read a response.
pub fn share(response: &mut Response, origin: HeaderValue, preflight: bool) {
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    if preflight {
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, SENT);
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, REMEMBERED);
    } else {
        headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, READ);
    }
}

#[cfg(test)]
mod tests {
    use poem::http::{HeaderMap, HeaderValue, header};

    use super::Origins;

    fn read(origin: &str) -> Result<Origins, String> {
        Origins::read(&[origin.to_owned()])
    }

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        for origin in [
            "https://intranet.example",
            "http://127.0.0.1:8099",
            "https://xn--rebro-lua.example:8443",
            "http://[::1]:80801",
        ] {
            assert_eq!(read(origin).is_ok(), !origin.ends_with("80801"), "{origin}");
        }
        for origin in [
            "*",
            "null",
            "https://*",
            "https://*.example",
            "https://a.example/",
            "https://a.example/x",
            "a.example",
            "https://A.example",
            "https://a.example:443",
            "http://a.example:80",
            "https://u@a.example",
            "https://",
            "https://a.example:",
            "https://a.example?x",
            "https://örebro.example",
            "file:///x",
            "ftp://a.example",
            "https://a.example https://b.example",
        ] {
            assert_eq!(read(origin), Err(origin.to_owned()));
        }
        assert_eq!(Origins::read(&[String::new(), "  ".to_owned()]), Ok(Origins::default()));
    }

    #[test]
    fn only_the_very_same_origin_is_allowed() {
        let origins = read("https://intranet.example").unwrap();
        let allowed = |value: &[u8]| {
            let value = HeaderValue::from_bytes(value).unwrap();
            origins.allowed(&HeaderMap::from_iter([(header::ORIGIN, value)])).is_some()
        };
        assert!(allowed(b"https://intranet.example"));
        for other in [
            &b"http://intranet.example"[..],
            b"https://intranet.example.evil",
            b"https://evil-intranet.example",
            b"null",
            b"https://intranet.example:444",
            b"https://INTRANET.example",
            "https://intranet.exämple".as_bytes(),
            b"\xff",
            b"*",
            b"",
        ] {
            assert!(!allowed(other), "{}", String::from_utf8_lossy(other));
        }
        assert!(Origins::default().allowed(&HeaderMap::new()).is_none());
    }
}
