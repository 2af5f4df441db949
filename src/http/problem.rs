//! What went wrong? Every error of the API as one type, said in the reader's language, without anything that was sent.

use std::fmt;

use poem::http::{HeaderMap, HeaderValue, StatusCode, header};
use poem::{Response, error::ResponseError};
use uuid::Uuid;

use super::fault::FieldFault;
use super::guard::challenge;
use super::trace::Trace;
use super::wire;
use crate::clinical::Language;
use crate::reply::Speaker;

/// The kinds of problems, each on a line: its code, its status.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $status:ident;)*) => {
        /// What kind of problem it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind {
            $($(#[$doc])* $name,)*
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The word that programs can rely on; `problem-` and the word is the message that says it.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }

            /// The HTTP status.
            #[must_use]
            pub const fn status(self) -> StatusCode {
                match self {
                    $(Self::$name => StatusCode::$status,)*
                }
            }
        }

        /// Messages that problems are said with, and the variables that they are given.
        pub const MESSAGES: &[(&str, &[&str])] =
            &[$((concat!("problem-", $code), &[]), (concat!("problem-", $code, ".detail"), &[]),)*];
    };
}

kinds! {
    /// The URL or its query cannot be read.
    MalformedUrl = "malformed-url", BAD_REQUEST;
    /// A query parameter is unknown or has a value that it cannot have.
    InvalidParameters = "invalid-parameters", BAD_REQUEST;
    /// The body is not JSON.
    MalformedJson = "malformed-json", BAD_REQUEST;
    /// The body is not what a form sends.
    MalformedForm = "malformed-form", BAD_REQUEST;
    /// A call is not what CDS Hooks writes.
    MalformedHook = "malformed-hook", BAD_REQUEST;
    /// A call by CDS Hooks has no token that holds.
    HookTokenInvalid = "hook-token-invalid", UNAUTHORIZED;
    /// A call by CDS Hooks is of a journal system that is on no list.
    HookClientUnknown = "hook-client-unknown", FORBIDDEN;
    /// The request names no host.
    MissingHost = "missing-host", BAD_REQUEST;
    /// The idempotency key cannot be one.
    InvalidIdempotencyKey = "invalid-idempotency-key", BAD_REQUEST;
    /// The client says not who it is.
    Unauthenticated = "unauthenticated", UNAUTHORIZED;
    /// The key or token does not hold.
    InvalidCredential = "invalid-credential", UNAUTHORIZED;
    /// The client may not do this.
    Forbidden = "forbidden", FORBIDDEN;
    /// Nothing is at this path.
    NotFound = "not-found", NOT_FOUND;
    /// No answer has this id.
    AnswerNotFound = "answer-not-found", NOT_FOUND;
    /// The answer recommends no referral.
    ReferralNotFound = "referral-not-found", NOT_FOUND;
    /// The corpus of this answer cannot decide again.
    TraceNotFound = "trace-not-found", NOT_FOUND;
    /// No conversation has this id.
    ConversationNotFound = "conversation-not-found", NOT_FOUND;
    /// The conversation takes no more messages.
    ConversationFull = "conversation-full", CONFLICT;
    /// No guideline has this id.
    GuidelineNotFound = "guideline-not-found", NOT_FOUND;
    /// No hook service has this id.
    HookServiceNotFound = "hook-service-not-found", NOT_FOUND;
    /// A card is of no answer that is kept.
    CardNotFound = "card-not-found", NOT_FOUND;
    /// No FHIR resource is there.
    ResourceNotFound = "resource-not-found", NOT_FOUND;
    /// The path is there, the method is not.
    MethodNotAllowed = "method-not-allowed", METHOD_NOT_ALLOWED;
    /// The client does not take what the operation gives.
    NotAcceptable = "not-acceptable", NOT_ACCEPTABLE;
    /// Data that a hook service needs was not sent.
    DataMissing = "data-missing", PRECONDITION_FAILED;
    /// The body did not come in time.
    BodyTimeout = "body-timeout", REQUEST_TIMEOUT;
    /// The body is too large.
    BodyTooLarge = "body-too-large", PAYLOAD_TOO_LARGE;
    /// The URL is too long.
    UrlTooLong = "url-too-long", URI_TOO_LONG;
    /// The headers are too many or too large.
    HeadersTooLarge = "headers-too-large", REQUEST_HEADER_FIELDS_TOO_LARGE;
    /// The body is not sent as JSON.
    NotJson = "not-json", UNSUPPORTED_MEDIA_TYPE;
    /// The body is not sent as a form.
    NotForm = "not-form", UNSUPPORTED_MEDIA_TYPE;
    /// Fields of the body are at fault.
    InvalidFields = "invalid-fields", UNPROCESSABLE_ENTITY;
    /// Something else was sent under the same idempotency key.
    IdempotencyMismatch = "idempotency-mismatch", UNPROCESSABLE_ENTITY;
    /// More is asked than may be.
    TooManyRequests = "too-many-requests", TOO_MANY_REQUESTS;
    /// A fault of the program.
    Internal = "internal", INTERNAL_SERVER_ERROR;
    /// More is asked than can be answered now.
    Overloaded = "overloaded", SERVICE_UNAVAILABLE;
    /// Answers cannot be kept now.
    Unavailable = "unavailable", SERVICE_UNAVAILABLE;
    /// What is kept cannot be read now.
    Unreadable = "unreadable", SERVICE_UNAVAILABLE;
}

impl Kind {
    /// The kind that stands for an error of the framework.
    #[must_use]
    pub const fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::NOT_ACCEPTABLE => Self::NotAcceptable,
            StatusCode::PAYLOAD_TOO_LARGE => Self::BodyTooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::NotJson,
            StatusCode::BAD_REQUEST => Self::MalformedUrl,
            _ => Self::Internal,
        }
    }
}

/// A problem on its way to the client.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// What kind it is.
    pub kind: Kind,
    /// What is wrong with which field.
    pub faults: Vec<FieldFault>,
    /// The language that the body asks for; it wins over the headers.
    pub language: Option<Language>,
    /// The methods that the path has.
    pub allow: Option<HeaderValue>,
}

impl From<Kind> for Problem {
    fn from(kind: Kind) -> Self {
        Self { kind, faults: Vec::new(), language: None, allow: None }
    }
}

impl Problem {
    /// Fields of a body are at fault.
    #[must_use]
    pub const fn fields(faults: Vec<FieldFault>, language: Option<Language>) -> Self {
        Self { kind: Kind::InvalidFields, faults, language, allow: None }
    }

    /// Query parameters are at fault.
    #[must_use]
    pub const fn parameters(faults: Vec<FieldFault>) -> Self {
        Self { kind: Kind::InvalidParameters, faults, language: None, allow: None }
    }

    /// In words.
    #[must_use]
    pub fn say(&self, speaker: &Speaker, trace: &Trace) -> wire::Problem {
        let code = self.kind.code();
        wire::Problem {
            r#type: format!("urn:nordvis:problem:{code}"),
            title: speaker.say(&format!("problem-{code}")).to_owned(),
            status: self.kind.status().as_u16(),
            detail: speaker.say(&format!("problem-{code}.detail")).to_owned(),
            instance: trace.request.urn().to_string(),
            code: code.to_owned(),
            trace_id: trace.id(),
            errors: self.faults.iter().map(|fault| fault.say(speaker)).collect(),
        }
    }

    /// The response, in words.
    #[must_use]
    pub fn respond(&self, speaker: &Speaker, trace: &Trace) -> Response {
        let status = self.kind.status();
        let body = self.say(speaker, trace);
        Response::builder()
            .status(status)
            .header(header::CONTENT_TYPE, "application/problem+json")
            .header(header::CONTENT_LANGUAGE, speaker.language().code())
            .body(serde_json::to_vec(&body).unwrap_or_default())
    }

    /// The headers that go with it, in whatever form it is told, for the request with this id.
    #[must_use]
    pub fn headers(self, request: Uuid) -> HeaderMap {
        let mut headers = HeaderMap::new();
        if self.kind.status() == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(pause(request)));
        }
        if let Some(allow) = self.allow {
            headers.insert(header::ALLOW, allow);
        }
        if let Some(challenge) = challenge(self.kind) {
            headers.insert(header::WWW_AUTHENTICATE, challenge);
        }
        headers
    }
}

/// How many seconds to stay away, from 1 to 5. Clients that all come back at once would keep the queue full; requests
/// are numbered, so that those turned away one after the other come back one after the other.
fn pause(request: Uuid) -> u16 {
    let number = request.as_bytes().last().copied().unwrap_or_default();
    1 + u16::from(number % 5)
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.code())
    }
}

impl std::error::Error for Problem {}

impl ResponseError for Problem {
    fn status(&self) -> StatusCode {
        self.kind.status()
    }
}
