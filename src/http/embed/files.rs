//! Which files does a browser load? Modules that are written as several and served as one, and a style sheet.

use std::io::Write;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use poem::http::{HeaderValue, header};
use poem::{Endpoint, Request, Response};
use sha2::{Digest, Sha256, Sha384};

/// The modules named, in this order: what one imports stands before it.
macro_rules! modules {
    ($($name:literal),* $(,)?) => {
        &[$(include_str!(concat!("../../page/assets/embed/", $name, ".js"))),*]
    };
}

const CHAT: &[&str] = modules![
    "dom",
    "service",
    "identifier",
    "tokens",
    "fields",
    "facts",
    "sources",
    "actions",
    "card",
    "conversation",
    "trouble",
    "chat-style",
    "chat",
];
const SEARCH_BOX: &[&str] = modules!["dom", "service", "tokens", "search-style", "search"];
const FRAME_STYLE: &str = include_str!("../../page/assets/embed/frame.css");

const JAVASCRIPT: &str = "text/javascript; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
/// Long enough to spare requests, short enough for a mend to arrive within the hour.
pub const CACHED: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// `<nordvis-chat>`.
pub static WIDGET: LazyLock<File> = LazyLock::new(|| File::new("widget.js", JAVASCRIPT, joined(CHAT)));
/// `<nordvis-search>`.
pub static SEARCH: LazyLock<File> = LazyLock::new(|| File::new("search.js", JAVASCRIPT, joined(SEARCH_BOX)));
/// What lets the chat fill a frame.
pub static FRAME: LazyLock<File> = LazyLock::new(|| File::new("frame.css", CSS, FRAME_STYLE.to_owned()));

/// Modules as one: without what is between them, comments and indentation.
fn joined(modules: &[&str]) -> String {
    let lines = modules.iter().flat_map(|module| module.lines()).map(str::trim);
    let told = lines.filter(|line| {
        let comment = line.starts_with("//") || line.starts_with("/*") || line.starts_with("* ") || *line == "*/";
        !comment && !line.starts_with("import ") && !line.is_empty()
    });
    told.map(|line| format!("{}\n", line.strip_prefix("export ").unwrap_or(line))).collect()
}

/// A file as it is served: whole and compressed, with what tells whether it is the same.
pub struct File {
    /// Its name, the last part of its address.
    pub name: &'static str,
    content_type: &'static str,
    plain: Bytes,
    gzip: Bytes,
    digest: String,
}

impl File {
    fn new(name: &'static str, content_type: &'static str, text: String) -> Self {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        // Writing to memory does not fail; if it did, the file would be sent as it is.
        let gzip = encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish()).unwrap_or_default();
        let digest = Sha256::digest(&text).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        Self { name, content_type, plain: text.into(), gzip: gzip.into(), digest }
    }

    /// What the attribute `integrity` of a script says.
    #[must_use]
    pub fn integrity(&self) -> String {
        format!("sha384-{}", STANDARD.encode(Sha384::digest(&self.plain)))
    }
}

/// A file that any page may load: it holds nothing that is not public.
impl Endpoint for &'static File {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let zipped = !self.gzip.is_empty() && takes_gzip(&request);
        let (body, mark) = if zipped { (&self.gzip, "-gzip") } else { (&self.plain, "") };
        let mut response = open(Response::builder().content_type(self.content_type).body(body.clone()));
        let headers = response.headers_mut();
        if zipped {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        if let Ok(etag) = HeaderValue::try_from(format!("\"{}{mark}\"", self.digest)) {
            headers.insert(header::ETAG, etag);
        }
        Ok(response)
    }
}

/// A response that pages of every origin may load and caches may keep.
pub fn open(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    headers.insert(header::CACHE_CONTROL, CACHED);
    response
}

fn takes_gzip(request: &Request) -> bool {
    let sent = request.headers().get_all(header::ACCEPT_ENCODING);
    let mut codings = sent.iter().flat_map(|value| value.to_str().unwrap_or_default().split(','));
    codings.any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let never = |quality: &str| quality.trim_start_matches("q=").trim_matches(['0', '.']).is_empty();
        parts.next() == Some("gzip") && !parts.any(never)
    })
}

#[cfg(test)]
mod tests {
    use super::{SEARCH, WIDGET, joined};

    #[test]
    fn modules_become_one_that_imports_nothing() {
        let one = joined(&["//! Why?\nexport const a = 1;\n", "import { a } from './a.js';\n\n  /** b */\n  a + 1;\n"]);
        assert_eq!(one, "const a = 1;\na + 1;\n");
        let widget = std::str::from_utf8(&WIDGET.plain).unwrap();
        assert!(!widget.lines().any(|line| line.starts_with("import") || line.starts_with("export")));
    }

    #[test]
    fn a_module_is_small() {
        for (file, kilobytes) in [(&WIDGET, 20), (&SEARCH, 8)] {
            assert!(!file.gzip.is_empty());
            assert!(file.gzip.len() <= kilobytes * 1024, "{} is {} bytes compressed", file.name, file.gzip.len());
        }
    }
}
