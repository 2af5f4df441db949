//! A reply that serde writes straight into bytes, and that OpenAPI knows by the type it was written from.

use std::marker::PhantomData;

use bytes::Bytes;
use poem::http::{HeaderValue, StatusCode, header};
use poem::{Body, IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::registry::{MetaMediaType, MetaResponse, MetaResponses, Registry};
use poem_openapi::types::Type;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::problem::{Kind, Problem};
use super::wire;
use crate::clinical::Language;

const JSON: &str = "application/json";

/// A JSON reply that was written from a `T`.
pub struct Written<T> {
    body: Body,
    language: Option<Language>,
    location: Option<String>,
    etag: Option<HeaderValue>,
    status: StatusCode,
    content_type: &'static str,
    cache: Option<&'static str>,
    links: Vec<String>,
    of: PhantomData<fn() -> T>,
}

impl<T> Written<T> {
    /// A reply of these bytes.
    pub fn new(body: impl Into<Body>) -> Self {
        Self {
            body: body.into(),
            language: None,
            location: None,
            etag: None,
            status: StatusCode::OK,
            content_type: JSON,
            cache: None,
            links: Vec::new(),
            of: PhantomData,
        }
    }

    /// In this language.
    #[must_use]
    pub fn language(self, language: Language) -> Self {
        Self { language: Some(language), ..self }
    }

    /// To be found there again.
    #[must_use]
    pub fn location(self, location: String) -> Self {
        Self { location: Some(location), ..self }
    }

    /// With another status than 200.
    #[must_use]
    pub fn status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// As another type than JSON's own.
    #[must_use]
    pub fn content_type(self, content_type: &'static str) -> Self {
        Self { content_type, ..self }
    }

    /// With links to what belongs to it.
    #[must_use]
    pub fn links(self, links: Vec<String>) -> Self {
        Self { links, ..self }
    }

    /// With another rule for caches than `no-store`.
    #[must_use]
    pub fn cache(self, cache: &'static str) -> Self {
        Self { cache: Some(cache), ..self }
    }
}

/// Writes a value as JSON.
///
/// # Errors
/// A fault of the program: a value that JSON cannot say.
pub fn json<T: Serialize>(value: &T) -> Result<Vec<u8>, Problem> {
    // Most answers are about this long; one that grows is copied.
    let mut bytes = Vec::with_capacity(8 * 1024);
    serde_json::to_writer(&mut bytes, value).map_err(|_| Problem::from(Kind::Internal))?;
    Ok(bytes)
}

impl<T> IntoResponse for Written<T> {
    fn into_response(self) -> Response {
        let mut response = Response::builder().status(self.status).body(self.body);
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.content_type));
        if let Some(language) = self.language {
            headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.code()));
        }
        if let Some(location) = self.location.and_then(|location| HeaderValue::try_from(location).ok()) {
            headers.insert(header::CONTENT_LOCATION, location);
        }
        if let Some(etag) = self.etag {
            headers.insert(header::ETAG, etag);
        }
        for link in self.links.into_iter().filter_map(|link| HeaderValue::try_from(link).ok()) {
            headers.append(header::LINK, link);
        }
        if let Some(cache) = self.cache {
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        }
        response
    }
}

impl<T: Type> ApiResponse for Written<T> {
    fn meta() -> MetaResponses {
        meta(200, vec![MetaMediaType { content_type: JSON, schema: T::schema_ref() }])
    }

    fn register(registry: &mut Registry) {
        T::register(registry);
    }
}

fn meta(status: u16, content: Vec<MetaMediaType>) -> MetaResponses {
    let response = MetaResponse { description: "", status: Some(status), status_range: None, content, headers: vec![] };
    MetaResponses { responses: vec![response] }
}

/// A JSON reply about what was made, and where it is.
pub struct Created<T> {
    written: Written<T>,
    location: String,
}

impl<T> Created<T> {
    /// What was made is there.
    pub const fn at(location: String, written: Written<T>) -> Self {
        Self { written, location }
    }
}

impl<T> IntoResponse for Created<T> {
    fn into_response(self) -> Response {
        let mut response = self.written.into_response();
        response.set_status(StatusCode::CREATED);
        if let Ok(location) = HeaderValue::try_from(self.location) {
            response.headers_mut().insert(header::LOCATION, location);
        }
        response
    }
}

impl<T: Type> ApiResponse for Created<T> {
    fn meta() -> MetaResponses {
        meta(201, vec![MetaMediaType { content_type: JSON, schema: T::schema_ref() }])
    }

    fn register(registry: &mut Registry) {
        T::register(registry);
    }
}

/// Nothing to say: it was done.
pub struct Done;

impl IntoResponse for Done {
    fn into_response(self) -> Response {
        StatusCode::NO_CONTENT.into()
    }
}

impl ApiResponse for Done {
    fn meta() -> MetaResponses {
        meta(204, vec![])
    }

    fn register(_: &mut Registry) {}
}

impl ApiResponse for Problem {
    fn meta() -> MetaResponses {
        let content =
            vec![MetaMediaType { content_type: "application/problem+json", schema: wire::Problem::schema_ref() }];
        let response = MetaResponse { description: "", status: None, status_range: None, content, headers: vec![] };
        MetaResponses { responses: vec![response] }
    }

    fn register(registry: &mut Registry) {
        wire::Problem::register(registry);
    }
}

/// A document that is the same for everybody until the program is started again: written once, known by its digest.
#[derive(Debug, Clone)]
pub struct Document {
    bytes: Bytes,
    etag: HeaderValue,
    language: Option<Language>,
}

impl Document {
    /// A document of these bytes, in this language.
    #[must_use]
    pub fn new(bytes: impl Into<Bytes>, language: Option<Language>) -> Self {
        let bytes = bytes.into();
        let digest: String = Sha256::digest(&bytes).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        let etag = HeaderValue::try_from(format!("\"{digest}\"")).unwrap_or(HeaderValue::from_static("\"\""));
        Self { bytes, etag, language }
    }

    /// What it says.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The document as a reply. Caches may keep it, and ask each time whether it is still the same.
    #[must_use]
    pub fn written<T>(&self) -> Written<T> {
        let written = Written::new(self.bytes.clone()).cache("no-cache");
        Written { etag: Some(self.etag.clone()), language: self.language, ..written }
    }
}
