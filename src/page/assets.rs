//! Which files do the pages load? Their style and script, never written into the pages themselves, and Swagger UI's own.

use swagger_ui_redist::SwaggerUi;

/// A file that pages load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Where it is.
    pub path: String,
    /// What it is.
    pub content_type: &'static str,
    /// What is in it.
    pub bytes: &'static [u8],
}

const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// Our own files.
const OWN: [(&str, &str, &[u8]); 5] = [
    ("/assets/page.css", CSS, include_bytes!("assets/page.css")),
    ("/assets/page.js", SCRIPT, include_bytes!("assets/page.js")),
    ("/assets/console.js", SCRIPT, include_bytes!("assets/console.js")),
    ("/favicon.svg", "image/svg+xml", include_bytes!("assets/favicon.svg")),
    ("/robots.txt", "text/plain; charset=utf-8", include_bytes!("assets/robots.txt")),
];

/// Those of Swagger UI that the API's console loads.
const CONSOLE: [(&str, &str); 2] = [("swagger-ui.css", CSS), ("swagger-ui-bundle.js", SCRIPT)];

/// Every file.
pub fn assets() -> impl Iterator<Item = Asset> {
    let own = OWN.map(|(path, content_type, bytes)| Asset { path: path.to_owned(), content_type, bytes });
    let console = SwaggerUi::static_files().iter().filter_map(|(file, bytes)| {
        let (name, content_type) = CONSOLE.into_iter().find(|(name, _)| *name == file.file_name())?;
        Some(Asset { path: format!("/docs/files/{name}"), content_type, bytes })
    });
    own.into_iter().chain(console)
}
