//! A body, read whole and no further than its limits: the type it is sent as, its length, and how long it takes.

use std::marker::PhantomData;

use bytes::Bytes;
use poem::error::ReadBodyError;
use poem::http::{HeaderMap, header};
use poem::{Request, RequestBody};
use poem_openapi::registry::{MetaMediaType, MetaRequest, MetaSchema, MetaSchemaRef, Registry};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};
use tokio::time::timeout;

use super::limits::Limits;
use super::places::Seat;
use super::problem::{Kind, Problem};

/// The bytes of a JSON body, for the reader of `Shape`; its schema is written in `request::schema`.
pub struct JsonBody<Shape> {
    /// The bytes.
    pub bytes: Bytes,
    shape: PhantomData<fn() -> Shape>,
}

impl<'a, Shape: Send> ApiExtractor<'a> for JsonBody<Shape> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];
    type ParamType = ();
    type ParamRawType = ();

    fn register(_: &mut Registry) {}

    fn request_meta() -> Option<MetaRequest> {
        let schema = MetaSchemaRef::Inline(Box::new(MetaSchema::new("object")));
        let content = vec![MetaMediaType { content_type: "application/json", schema }];
        Some(MetaRequest { description: None, content, required: true })
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _: ExtractParamOptions<()>,
    ) -> poem::Result<Self> {
        let limits = request.data::<Limits>().copied().unwrap_or_default();
        let bytes = read(request, body, &limits).await.map_err(Problem::from)?;
        Ok(Self { bytes, shape: PhantomData })
    }
}

/// A JSON body, whole; the request then has its place.
///
/// # Errors
/// It is not sent as JSON, is too large, or does not come in time or whole; there is no place.
pub async fn read(request: &Request, body: &mut RequestBody, limits: &Limits) -> Result<Bytes, Kind> {
    if is_json(request.headers()) { bytes(request, body, limits).await } else { Err(Kind::NotJson) }
}

/// The bytes of a body; the request then has its place.
///
/// # Errors
/// It is too large, or does not come in time or whole; there is no place.
pub async fn bytes(request: &Request, body: &mut RequestBody, limits: &Limits) -> Result<Bytes, Kind> {
    // A length that is announced is refused before a byte is read; a chunked body is counted as it comes.
    let length = request.headers().get(header::CONTENT_LENGTH);
    let announced = length.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > limits.body_bytes_max) {
        return Err(Kind::BodyTooLarge);
    }
    let body = body.take().map_err(|_| Kind::Internal)?;
    let bytes = match timeout(limits.body_within, body.into_bytes_limit(limits.body_bytes_max)).await {
        Err(_) => return Err(Kind::BodyTimeout),
        Ok(Err(ReadBodyError::PayloadTooLarge)) => return Err(Kind::BodyTooLarge),
        Ok(Err(_)) => return Err(Kind::MalformedJson),
        Ok(Ok(bytes)) => bytes,
    };
    if let Some(seat) = request.data::<Seat>() {
        seat.take().await?;
    }
    Ok(bytes)
}

/// `application/json`, with no charset but UTF-8.
fn is_json(headers: &HeaderMap) -> bool {
    let Some(value) = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()) else { return false };
    let mut parts = value.split(';').map(str::trim);
    let json = parts.next().is_some_and(|essence| essence.eq_ignore_ascii_case("application/json"));
    json && parts.all(|parameter| {
        parameter.is_empty()
            || parameter.split_once('=').is_some_and(|(name, value)| {
                !name.eq_ignore_ascii_case("charset") || value.trim_matches('"').eq_ignore_ascii_case("utf-8")
            })
    })
}
