//! What every request goes through: an id, the limits that need no handler, errors in the reader's language, the
//! headers that every response has, and one line in the log. Never a body, a query or a value.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;
use std::time::Instant;

use poem::http::header::{self, HeaderName, HeaderValue};
use poem::http::{Method, StatusCode, Version};
use poem::{Endpoint, PathPattern, Request, Response};
use tokio::time::timeout;
use tracing::{error, info};
use uuid::Uuid;

use super::guard::{self, Guard};
use super::language::accepted;
use super::limits::Limits;
use super::live::{Live, Loaded};
use super::metrics::Metrics;
use super::origins::{self, Origins};
use super::outcome;
use super::pages;
use super::places::{Places, Seat};
use super::problem::{Kind, Problem};
use super::request_id;
use super::trace::{TRACEPARENT, Trace};
use crate::access::Standing;
use crate::clinical::Language;
use crate::page::Visit;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Headers of every response that says nothing else of itself: it is data, for the one who asked and nobody else.
const UNLESS_SAID: [(HeaderName, HeaderValue); 5] = [
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'")),
    (header::VARY, HeaderValue::from_static("Accept-Language, Origin")),
];

/// Where the service is described and where it tells how it is (RFC 8631).
const DESCRIBED: HeaderValue = HeaderValue::from_static(
    "</openapi.json>; rel=\"service-desc\", </docs>; rel=\"service-doc\", </readyz>; rel=\"status\"",
);

/// The outermost endpoint.
pub struct Frame<E> {
    inner: E,
    live: Live,
    metrics: Arc<Metrics>,
    places: Places,
    limits: Limits,
    origins: Origins,
    guard: Guard,
}

impl<E> Frame<E> {
    /// Puts the frame round the routes.
    pub fn new(inner: E, live: Live, metrics: Arc<Metrics>, limits: Limits, origins: Origins, guard: Guard) -> Self {
        Self { inner, live, metrics, places: Places::new(&limits), limits, origins, guard }
    }
}

impl<E: Endpoint<Output = Response>> Endpoint for Frame<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let started = Instant::now();
        let trace = Trace::of(request.headers(), request_id::next());
        let method = request.method().clone();
        let reader = accepted(request.headers());
        let form = Form::of(&request);
        let origin = self.origins.allowed(request.headers());
        let preflight = origins::is_preflight(&method, request.headers());
        let known = request.headers().get(header::IF_NONE_MATCH).cloned();
        let loaded = self.live.loaded();
        let (answered, standing) = self.answer(request, &loaded).await;
        let (mut response, route) = match answered {
            Ok(response) => {
                let route = response.data::<PathPattern>().cloned();
                (unless_known(response, known.as_ref()), route)
            }
            Err((problem, route)) => {
                if problem.kind == Kind::Overloaded {
                    self.metrics.shed();
                }
                (respond(problem, &loaded, reader, &form, &trace), route)
            }
        };
        if method == Method::HEAD {
            response.set_body(());
        }
        finish(&mut response, &trace);
        if let Some(origin) = origin {
            origins::share(&mut response, origin, preflight);
        }
        if let Some(standing) = standing {
            guard::tell(&mut response, standing);
        }
        let template = route.as_ref().map_or("", |route| &route.0);
        self.metrics.request(&method, template, response.status(), started.elapsed());
        info!(
            request_id = %trace.request,
            trace_id = trace.id(),
            method = %method,
            route = template,
            status = response.status().as_u16(),
            duration_ms = started.elapsed().as_secs_f64() * 1000.0,
        );
        Ok(response)
    }
}

impl<E: Endpoint<Output = Response>> Frame<E> {
    /// What is replied, and how the limit of the one who asks stands.
    async fn answer(
        &self,
        mut request: Request,
        loaded: &Arc<Loaded>,
    ) -> (Result<Response, (Problem, Option<PathPattern>)>, Option<Standing>) {
        if let Some(kind) = self.refusal(&request) {
            return (Err((kind.into(), None)), None);
        }
        let (admitted, standing) = self.guard.admit(&mut request).await;
        if let Err(kind) = admitted {
            return (Err((kind.into(), None)), standing);
        }
        request.set_data(self.limits);
        request.set_data(Arc::clone(loaded));
        (self.handle(request).await, standing)
    }

    async fn handle(&self, mut request: Request) -> Result<Response, (Problem, Option<PathPattern>)> {
        let seat = Seat::new(&self.places);
        request.set_data(seat.clone());
        // A request without a body is ready to be answered; one with a body takes its place when the body is there.
        if waits_for_nothing(&request) {
            seat.take().await.map_err(|kind| (kind.into(), None))?;
        }
        let Ok(answered) = timeout(self.limits.request_within, caught(self.inner.call(request))).await else {
            return Err((Kind::Unavailable.into(), None));
        };
        match answered {
            Some(Ok(response)) => Ok(response),
            Some(Err(error)) => {
                let route = error.data::<PathPattern>().cloned();
                let problem = error.downcast::<Problem>();
                // What other errors say of themselves can quote the request: their status is all that is used.
                Err((problem.unwrap_or_else(|error| Kind::of_status(error.status()).into()), route))
            }
            None => Err((Kind::Internal.into(), None)),
        }
    }

    fn refusal(&self, request: &Request) -> Option<Kind> {
        let length = request.uri().path_and_query().map_or(0, |written| written.as_str().len());
        if length > self.limits.url_bytes_max {
            return Some(Kind::UrlTooLong);
        }
        let headers = request.headers();
        let bytes: usize = headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
        if headers.len() > self.limits.headers_max || bytes > self.limits.headers_bytes_max {
            return Some(Kind::HeadersTooLarge);
        }
        let nameless = request.version() == Version::HTTP_11
            && request.uri().authority().is_none()
            && request.headers().get(header::HOST).is_none();
        nameless.then_some(Kind::MissingHost)
    }
}

/// What watches over us has to come through also when too much is asked.
const WATCHING: [&str; 3] = ["/livez", "/readyz", "/metrics"];

fn waits_for_nothing(request: &Request) -> bool {
    request.method().is_safe() && !WATCHING.contains(&request.uri().path()) || request.method() == Method::DELETE
}

/// The form in which a client is told of problems.
enum Form {
    /// A page, for people.
    Page(Visit),
    /// An OperationOutcome, for journal systems.
    Outcome(outcome::Of),
    /// A problem document, for everybody else.
    Problem,
}

impl Form {
    fn of(request: &Request) -> Self {
        match outcome::Of::path(request.uri().path()) {
            Some(of) => Self::Outcome(of),
            None => pages::wanted(request).map_or(Self::Problem, Self::Page),
        }
    }
}

fn respond(problem: Problem, loaded: &Loaded, reader: Option<Language>, form: &Form, trace: &Trace) -> Response {
    if problem.kind == Kind::Internal {
        error!(request_id = %trace.request, "a fault of the program");
    }
    let language = problem.language.or(reader).unwrap_or(Language::English);
    let speaker = loaded.service.locales().speaker(language);
    let mut response = match form {
        Form::Page(visit) => pages::trouble(&loaded.service, visit, &problem, trace.request),
        Form::Outcome(of) => outcome::respond(&problem, *of, speaker),
        Form::Problem => problem.respond(speaker, trace),
    };
    response.headers_mut().extend(problem.headers(trace.request));
    response
}

/// Awaits, and gives nothing when it panics.
async fn caught<F: Future>(future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(output)) => Poll::Ready(Some(output)),
        Err(_) => Poll::Ready(None),
    })
    .await
}

/// The response without its body, when the client has it already.
fn unless_known(response: Response, known: Option<&HeaderValue>) -> Response {
    let same = match (response.headers().get(header::ETAG), known.and_then(|known| known.to_str().ok())) {
        (Some(etag), Some(known)) => known.split(',').any(|tag| {
            let tag = tag.trim();
            tag == "*" || tag.strip_prefix("W/").unwrap_or(tag).as_bytes() == etag.as_bytes()
        }),
        _ => false,
    };
    if !same {
        return response;
    }
    let mut response = response;
    response.set_status(StatusCode::NOT_MODIFIED);
    response.set_body(());
    response
}

fn finish(response: &mut Response, trace: &Trace) {
    let headers = response.headers_mut();
    for (name, value) in UNLESS_SAID {
        headers.entry(name).or_insert(value);
    }
    let mut text = Uuid::encode_buffer();
    if let Ok(id) = HeaderValue::from_str(trace.request.hyphenated().encode_lower(&mut text)) {
        headers.insert(REQUEST_ID, id);
    }
    if let Some(traceparent) = trace.header() {
        headers.insert(TRACEPARENT, traceparent);
    }
    headers.append(header::LINK, DESCRIBED);
}

#[cfg(test)]
mod tests {
    use super::caught;

    #[tokio::test]
    async fn a_panic_ends_in_nothing_and_goes_no_further() {
        assert_eq!(caught(async { 7 }).await, Some(7));
        let panics = async {
            tokio::task::yield_now().await;
            let nothing: [u8; 0] = [];
            nothing[nothing.len()]
        };
        assert_eq!(caught(panics).await, None);
    }
}
