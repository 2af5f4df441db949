//! What HL7's clients reach us by: CDS Hooks and FHIR, outside the API of the contract. Their paths are found here, and
//! every error on them is an OperationOutcome, whoever found it.

use std::sync::Arc;

use poem::http::{HeaderValue, Method, StatusCode, header};
use poem::{Endpoint, IntoResponse, Request, Response, Route};
use serde_json::{Value, json};

use super::api::App;
use super::live::Loaded;
use super::problem::{Kind, Problem};
use super::{cds, fhir};
use crate::clinical::Language;
use crate::reply::Speaker;

/// The media type of FHIR.
pub const FHIR_JSON: &str = "application/fhir+json";

/// The routes of the API with those of CDS Hooks and FHIR beside them.
pub fn routes(route: Route, app: &Arc<App>) -> Route {
    let hl7 = |of| Hl7 { app: Arc::clone(app), of };
    route.nest_no_strip("/cds-services", hl7(Of::Hooks)).nest_no_strip("/fhir", hl7(Of::Fhir))
}

/// What of HL7's a path belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// CDS Hooks.
    Hooks,
    /// FHIR.
    Fhir,
}

impl Of {
    /// What a path belongs to; nothing when it is none of HL7's.
    #[must_use]
    pub fn path(path: &str) -> Option<Self> {
        [(Self::Hooks, "/cds-services"), (Self::Fhir, "/fhir")].into_iter().find_map(|(of, start)| {
            let rest = path.strip_prefix(start)?;
            (rest.is_empty() || rest.starts_with('/')).then_some(of)
        })
    }

    const fn media(self) -> &'static str {
        match self {
            Self::Hooks => "application/json",
            Self::Fhir => FHIR_JSON,
        }
    }
}

struct Hl7 {
    app: Arc<App>,
    of: Of,
}

/// A path's methods, for `Allow`.
const GET: HeaderValue = HeaderValue::from_static("GET, HEAD, OPTIONS");
const POST: HeaderValue = HeaderValue::from_static("OPTIONS, POST");

impl Endpoint for Hl7 {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let loaded = request.data::<Arc<Loaded>>().map(Arc::clone).ok_or(Problem::from(Kind::Internal))?;
        Ok(self.answer(request, &loaded).await?)
    }
}

impl Hl7 {
    async fn answer(&self, request: Request, loaded: &Loaded) -> Result<Response, Problem> {
        let path = request.uri().path().trim_end_matches('/').to_owned();
        let segments: Vec<&str> = path.split('/').skip(2).collect();
        let allow = match (self.of, segments.as_slice()) {
            (Of::Hooks, []) | (Of::Fhir, _) => GET,
            (Of::Hooks, [_] | [_, "feedback"]) => POST,
            (Of::Hooks, _) => return Err(Kind::NotFound.into()),
        };
        let method = if request.method() == Method::HEAD { &Method::GET } else { request.method() };
        match (method, self.of, segments.as_slice()) {
            (&Method::OPTIONS, ..) => {
                Ok(Response::builder().status(StatusCode::NO_CONTENT).header(header::ALLOW, allow).finish())
            }
            (&Method::GET, Of::Hooks, []) => {
                let admitted = cds::admit(&self.app, &path, &request).await?;
                cds::discover(&self.app, loaded, admitted, &request).await
            }
            (&Method::POST, Of::Hooks, [id]) => {
                let admitted = cds::admit(&self.app, &path, &request).await?;
                cds::call(&self.app, loaded, admitted, id, request).await
            }
            (&Method::POST, Of::Hooks, [id, "feedback"]) => {
                let admitted = cds::admit(&self.app, &path, &request).await?;
                cds::feedback(&self.app, admitted, id, request).await
            }
            (&Method::GET, Of::Fhir, segments) => fhir::read(&self.app, loaded, segments, &request).await,
            _ => Err(Problem { allow: Some(allow), ..Kind::MethodNotAllowed.into() }),
        }
    }
}

/// An error as FHIR says it. Field by field, and never what was sent.
pub fn respond(problem: &Problem, of: Of, speaker: &Speaker) -> Response {
    let status = problem.kind.status();
    let code = problem.kind.code();
    let issue = |text: &str, place: Option<&str>| {
        let mut issue = json!({"severity": "error", "code": issue_type(status), "details": {"text": text}});
        if let (Some(place), Some(object)) = (place, issue.as_object_mut()) {
            object.insert("diagnostics".to_owned(), place.into());
        }
        issue
    };
    let told =
        format!("{}. {}", speaker.say(&format!("problem-{code}")), speaker.say(&format!("problem-{code}.detail")));
    let mut issues = vec![issue(&told, None)];
    for fault in &problem.faults {
        let said = fault.say(speaker);
        issues.push(issue(&said.detail, said.pointer.as_deref().or(said.parameter.as_deref())));
    }
    let body = json!({"resourceType": "OperationOutcome", "language": speaker.language().code(), "issue": issues});
    shown(&body, of.media(), Some(speaker.language())).with_status(status).into_response()
}

/// FHIR's word for what went wrong.
fn issue_type(status: StatusCode) -> &'static str {
    match status.as_u16() {
        401 => "login",
        403 => "forbidden",
        404 => "not-found",
        405 | 406 | 415 => "not-supported",
        408 => "timeout",
        412 => "required",
        413 | 414 | 431 => "too-long",
        422 => "value",
        429 => "throttled",
        500 => "exception",
        503 => "transient",
        _ => "invalid",
    }
}

/// A JSON value as a response.
pub fn shown(value: &Value, media: &'static str, language: Option<Language>) -> Response {
    let response = Response::builder().header(header::CONTENT_TYPE, media);
    match language {
        Some(language) => response.header(header::CONTENT_LANGUAGE, language.code()).body(value.to_string()),
        None => response.body(value.to_string()),
    }
}
