//! What do other people's pages load? The widget's modules and texts, and a page that shows the chat in a frame.

mod files;
mod texts;

use std::sync::Arc;

use files::{FRAME, File, SEARCH, WIDGET, open};
use poem::http::{HeaderValue, Method, header};
use poem::{Endpoint, EndpointExt, IntoResponse, Request, Response, Route};
use serde_json::json;
pub use texts::MESSAGES;
use texts::Texts;

use super::live::Loaded;
use super::origins::Origins;
use super::parameters::Parameters;
use super::problem::{Kind, Problem};
use super::request::reader_language;
use super::{language, router, written};
use crate::clinical::{Language, Region};
use crate::reply::Speaker;

/// The modules; each has its digest in `integrity.json`.
fn modules() -> [&'static File; 2] {
    [&WIDGET, &SEARCH]
}

/// Adds what is under `/embed/`. `frames` may show the chat in a frame.
pub fn routes(route: Route, frames: &Origins) -> Route {
    let policy = policy(frames);
    let texts = poem::endpoint::make_sync(|request| texts(&request));
    let chat = poem::endpoint::make_sync(move |request| framed_chat(&request, &policy));
    let route =
        modules().into_iter().fold(route, |route, file| route.at(format!("/embed/v1/{}", file.name), read(file)));
    route
        .at("/embed/v1/frame.css", read(&*FRAME))
        .at("/embed/v1/integrity.json", read(poem::endpoint::make_sync(|_| integrity())))
        .at("/embed/v1/texts", read(texts))
        .at("/embed/chat", read(chat))
}

/// A path that is only read.
fn read(endpoint: impl Endpoint<Output = Response> + 'static) -> impl Endpoint<Output = Response> + 'static {
    router::path(vec![(Method::GET, endpoint.boxed())])
}

/// The digest of each module, for the attribute `integrity`.
fn integrity() -> Response {
    let digests: serde_json::Map<_, _> =
        modules().into_iter().map(|file| (file.name.to_owned(), json!(file.integrity()))).collect();
    let body = serde_json::Value::Object(digests).to_string();
    open(Response::builder().content_type("application/json").body(body))
}

/// Who speaks the language that is asked for, else the reader's.
fn speaker<'a>(request: &'a Request, sent: &Parameters) -> Result<&'a Speaker, Problem> {
    let loaded = request.data::<Arc<Loaded>>().ok_or(Kind::Internal)?;
    let asked = reader_language(sent.get("language")).map_err(Problem::parameters)?;
    let language = asked.or_else(|| language::accepted(request.headers())).unwrap_or(Language::English);
    Ok(loaded.service.locales().speaker(language))
}

fn texts(request: &Request) -> poem::Result<Response> {
    let speaker =
        speaker(request, &Parameters::read(request.uri().query().unwrap_or_default(), &["language".to_owned()])?)?;
    let document = written::Document::new(written::json(&Texts::new(speaker))?, Some(speaker.language()));
    Ok(open(document.written::<()>().into_response()))
}

/// The chat alone on a page, for a frame in pages that may not load scripts.
fn framed_chat(request: &Request, policy: &HeaderValue) -> poem::Result<Response> {
    let sent = Parameters::passing_over(request.uri().query().unwrap_or_default())?;
    let speaker = speaker(request, &sent)?;
    let (language, heading) = (speaker.language(), speaker.say("widget-heading"));
    let region = sent.get("region").and_then(|code| Region::from_code(code).ok());
    let region = region.map(|region| format!(" region=\"{region}\"")).unwrap_or_default();
    let theme = sent.get("theme").filter(|theme| ["light", "dark"].contains(theme));
    let theme = theme.map(|theme| format!(" theme=\"{theme}\"")).unwrap_or_default();
    let page = format!(
        r#"<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{heading}</title>
<link rel="stylesheet" href="/embed/v1/frame.css">
<script type="module" src="/embed/v1/widget.js"></script>
</head>
<body>
<main><nordvis-chat language="{language}"{region}{theme}><a href="/?language={language}">{heading}</a></nordvis-chat></main>
</body>
</html>
"#
    );
    let mut response = Response::builder().content_type("text/html; charset=utf-8").body(page);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.code()));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(response)
}

/// What the framed page may do, and who may frame it.
fn policy(frames: &Origins) -> HeaderValue {
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'self'{}; require-trusted-types-for 'script'; trusted-types 'none'",
        frames.sources()
    );
    HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}
