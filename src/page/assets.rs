//! Which files do the pages load? Their style and script, never written into the pages themselves.

/// A file that pages load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asset {
    /// Where it is.
    pub path: &'static str,
    /// What it is.
    pub content_type: &'static str,
    /// What is in it.
    pub text: &'static str,
}

/// Every file.
pub const ASSETS: &[Asset] = &[
    Asset { path: "/assets/page.css", content_type: "text/css; charset=utf-8", text: include_str!("assets/page.css") },
    Asset {
        path: "/assets/page.js",
        content_type: "text/javascript; charset=utf-8",
        text: include_str!("assets/page.js"),
    },
    Asset { path: "/favicon.svg", content_type: "image/svg+xml", text: include_str!("assets/favicon.svg") },
    Asset { path: "/robots.txt", content_type: "text/plain; charset=utf-8", text: include_str!("assets/robots.txt") },
];
