//! Ask: an answer is given when it is safely kept, and given back byte for byte.

use std::sync::Arc;

use jiff::Timestamp;
use poem_openapi::OpenApi;
use poem_openapi::param::Path;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{App, Tag};
use crate::PROGRAM;
use crate::answer::Status;
use crate::ask::{Defaults, Service};
use crate::clinical::{Language, Question};
use crate::facts::shield;
use crate::http::body::JsonBody;
use crate::http::caller::Caller;
use crate::http::clock::{day_of, now};
use crate::http::idempotency::Once;
use crate::http::live::Loaded;
use crate::http::problem::{Kind, Problem};
use crate::http::replay::Past;
use crate::http::request::{Json, feedback, question};
use crate::http::wire::{self, KeptRequest, kept_request};
use crate::http::written::{Done, Written, json};
use crate::publish::Unusable;
use crate::reply::Reply;
use crate::store::{self, Action, StoreError, StoredAnswer};

/// Questions and their answers.
pub struct Answers(pub Arc<App>);

/// The body of a question.
pub struct Ask;
/// The body of feedback.
pub struct Say;

#[OpenApi]
impl Answers {
    /// Ask a question
    ///
    /// Decides a structured case, a question in words, or both, by the guidelines that bind in the region. The answer
    /// is kept before it is sent; what could identify a patient in `question` is not.
    #[oai(path = "/api/v1/answers", method = "post", operation_id = "ask", tag = "Tag::Ask")]
    async fn ask(
        &self,
        loaded: &Loaded,
        caller: Caller,
        body: JsonBody<Ask>,
    ) -> Result<Written<wire::Answer>, Problem> {
        let (kept, Said { language, status }) = decide(&loaded.service, caller.defaults(self.0.defaults), &body.bytes)?;
        let store = self.0.store.by(caller.client());
        let kept = StoredAnswer { owner: caller.owner, ..kept };
        let location = format!("/api/v1/answers/{}", kept.id);
        let bytes = kept.reply.clone();
        store.keep_answer(kept).await.map_err(|error| in_language(refusal(&error), language))?;
        self.0.metrics.answer(status);
        Ok(Written::new(bytes).language(language).location(location))
    }

    /// Read an answer again
    ///
    /// The answer as it was given, byte for byte.
    #[oai(path = "/api/v1/answers/:id", method = "get", operation_id = "readAnswer", tag = "Tag::Ask")]
    async fn read(
        &self,
        caller: Caller,
        /// The answer's id.
        id: Path<String>,
    ) -> Result<Written<wire::Answer>, Problem> {
        let id = Uuid::parse_str(&id.0).map_err(|_| Kind::AnswerNotFound)?;
        let answer = read_answer(&self.0, &caller, id).await?;
        let language = language_of(&answer.reply);
        let written = Written::new(answer.reply).location(format!("/api/v1/answers/{id}"));
        Ok(match language {
            Some(language) => written.language(language),
            None => written,
        })
    }

    /// Read why an answer is what it is
    ///
    /// Every rule of every guideline that took part, with what it came to, and every condition of it with its verdict
    /// and what was known of the patient; decided again with the corpus that decided.
    #[oai(path = "/api/v1/answers/:id/trace", method = "get", operation_id = "traceAnswer", tag = "Tag::Ask")]
    async fn trace(
        &self,
        loaded: &Loaded,
        caller: Caller,
        /// The answer's id.
        id: Path<String>,
    ) -> Result<Written<wire::Trace>, Problem> {
        let App { store, shelf, .. } = &*self.0;
        let id = Uuid::parse_str(&id.0).map_err(|_| Kind::AnswerNotFound)?;
        read_answer(&self.0, &caller, id).await?;
        let kept = store.kept(id).await.map_err(|error| unread(&error))?.ok_or(Kind::AnswerNotFound)?;
        let past = Past::gather(store, kept).await.map_err(|error| unread(&error))?.ok_or(Kind::AnswerNotFound)?;
        let service = if past.answer.corpus == loaded.service.corpus().fingerprint {
            Arc::clone(&loaded.service)
        } else {
            shelf.service(&past.answer.corpus).await.map_err(|unusable| unusable_corpus(&unusable))?
        };
        let language = language_of(&past.answer.reply);
        let trace = past.trace(&service).map_err(|_| Kind::Internal)?;
        let written = Written::new(json(&trace)?);
        Ok(match language {
            Some(language) => written.language(language),
            None => written,
        })
    }

    /// Say whether an answer helped
    ///
    /// What could identify a patient in `comment` is not kept. A request with the header `Idempotency-Key` (16 to 128
    /// characters, such as a UUID) can be sent again: with the same body it is kept once, with another it is refused
    /// with 422.
    #[oai(path = "/api/v1/answers/:id/feedback", method = "post", operation_id = "giveFeedback", tag = "Tag::Ask")]
    async fn feedback(
        &self,
        caller: Caller,
        once: Once,
        /// The answer's id.
        id: Path<String>,
        body: JsonBody<Say>,
    ) -> Result<Done, Problem> {
        let id = Uuid::parse_str(&id.0).map_err(|_| Kind::AnswerNotFound)?;
        let body = Json::read(&body.bytes).ok_or(Kind::MalformedJson)?;
        let token = once.id(&format!("feedback {id}"));
        keep_feedback(&self.0, &caller, id, token, &body).await.map(|()| Done)
    }
}

/// An answer that this caller may see. Another client's is told from none by nothing.
///
/// # Errors
/// There is no such answer; nothing can be read now.
pub async fn own_answer(app: &App, caller: &Caller, id: Uuid) -> Result<StoredAnswer, Problem> {
    seen(app.store.answer(id).await.map_err(|error| refusal(&error))?, caller)
}

fn seen(found: Option<StoredAnswer>, caller: &Caller) -> Result<StoredAnswer, Problem> {
    found.filter(|answer| caller.sees(answer.owner.as_deref())).ok_or(Kind::AnswerNotFound.into())
}

/// The same, to be shown to them in whatever form: the audit log tells that they read it.
///
/// # Errors
/// There is no such answer; nothing can be read now.
pub async fn read_answer(app: &App, caller: &Caller, id: Uuid) -> Result<StoredAnswer, Problem> {
    let answer = seen(app.store.answer(id).await.map_err(|error| unread(&error))?, caller)?;
    app.store.by(caller.client()).note(Action::AnswerRead, id);
    Ok(answer)
}

/// What is told of an answer beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// The language of the answer.
    pub language: Language,
    /// How far the guidelines answer.
    pub status: Status,
}

impl Said {
    /// What there is to tell of a reply.
    pub(super) const fn of(reply: &Reply) -> Self {
        Self { language: reply.language, status: reply.status }
    }
}

/// Everything between the body of a question and the answer that is kept and sent.
///
/// # Errors
/// What is wrong with the body.
pub fn decide(service: &Service, defaults: Defaults, body: &[u8]) -> Result<(StoredAnswer, Said), Problem> {
    let (time, vocabulary) = (now(), &service.corpus().vocabulary);
    let body = Json::read(body).ok_or(Kind::MalformedJson)?;
    let question =
        question(&body, vocabulary, day_of(time)).map_err(|(faults, language)| Problem::fields(faults, language))?;
    answered(service, defaults, &question, time)
}

/// Everything between a question and the answer that is kept.
///
/// # Errors
/// A fault of the program: something that JSON cannot say.
pub fn answered(
    service: &Service,
    defaults: Defaults,
    question: &Question,
    time: Timestamp,
) -> Result<(StoredAnswer, Said), Problem> {
    let heard = service.hear(question);
    let reply = service.answer(question, &heard, defaults);
    let said = Said::of(&reply);
    let vocabulary = &service.corpus().vocabulary;
    let removed = heard.identifiers_removed;
    let request = kept_request(&heard.words, &question.facts, question.as_of, vocabulary, &reply, removed);
    Ok((keep(time, &request, reply)?, said))
}

/// Keeps what was said of an answer, without what could identify a patient. What is sent again under the same token is
/// kept once.
///
/// # Errors
/// What is wrong with the body; there is no such answer; something else was sent under this token; nothing can be kept
/// now.
pub async fn keep_feedback(
    app: &App,
    caller: &Caller,
    answer: Uuid,
    token: Option<Uuid>,
    body: &Json<'_>,
) -> Result<(), Problem> {
    let said = feedback(body).map_err(|faults| Problem::fields(faults, None))?;
    let comment = said.comment.as_deref().map(|comment| shield(comment).redacted);
    own_answer(app, caller, answer).await?;
    let new = store::Feedback { answer, helpful: said.helpful, comment, given_at: now(), token };
    match app.store.by(caller.client()).keep_feedback(new.clone()).await {
        Ok(true) => Ok(()),
        Ok(false) => Err(Kind::AnswerNotFound.into()),
        Err(StoreError::Duplicate) => said_before(app, &new).await,
        Err(error) => Err(refusal(&error)),
    }
}

/// The same feedback was kept before; other feedback under the same key is refused.
async fn said_before(app: &App, new: &store::Feedback) -> Result<(), Problem> {
    let kept = app.store.feedback(new.answer).await.map_err(|error| refusal(&error))?;
    let same = |old: &store::Feedback| old.helpful == new.helpful && old.comment == new.comment;
    match kept.iter().find(|old| old.token == new.token) {
        Some(old) if same(old) => Ok(()),
        _ => Err(Kind::IdempotencyMismatch.into()),
    }
}

/// The answer to keep: what was asked, and the reply as it is sent.
///
/// # Errors
/// A fault of the program: something that JSON cannot say.
pub(super) fn keep(time: Timestamp, request: &KeptRequest<'_>, reply: Reply) -> Result<StoredAnswer, Problem> {
    keep_as(Uuid::now_v7(), time, request, reply)
}

/// The answer to keep, under an id that was made for it.
///
/// # Errors
/// A fault of the program: something that JSON cannot say.
pub fn keep_as(id: Uuid, time: Timestamp, request: &KeptRequest<'_>, reply: Reply) -> Result<StoredAnswer, Problem> {
    let (corpus, request) = (reply.corpus.clone(), text(request)?);
    let reply = text(&wire::Answer::new(id.to_string(), time.to_string(), reply))?;
    Ok(StoredAnswer { id, created_at: time, corpus, program: PROGRAM.to_owned(), request, reply, owner: None })
}

fn text<T: Serialize>(value: &T) -> Result<String, Problem> {
    serde_json::to_string(value).map_err(|_| Kind::Internal.into())
}

pub(super) fn in_language(problem: Problem, language: Language) -> Problem {
    Problem { language: Some(language), ..problem }
}

/// What a client is told when something cannot be kept or read; the reason stands in the log.
pub fn refusal(error: &StoreError) -> Problem {
    let kind = match error {
        StoreError::Overloaded => Kind::Overloaded,
        StoreError::Duplicate | StoreError::Conflict => Kind::Internal,
        StoreError::DiskFull
        | StoreError::Unavailable(_)
        | StoreError::Damaged
        | StoreError::TooOld { .. }
        | StoreError::UnknownSchema { .. }
        | StoreError::NotOurs => Kind::Unavailable,
    };
    tracing::error!(%error, "the store refused");
    kind.into()
}

/// What a client is told when something cannot be read that it only wants to see; the reason stands in the log.
pub fn unread(error: &StoreError) -> Problem {
    let problem = refusal(error);
    if problem.kind == Kind::Unavailable { Kind::Unreadable.into() } else { problem }
}

/// What a client is told when the corpus of an answer cannot decide again.
fn unusable_corpus(unusable: &Unusable) -> Problem {
    match unusable {
        Unusable::Store(error) => unread(error),
        Unusable::Unknown | Unusable::Damaged | Unusable::Faulty { .. } => {
            tracing::error!(%unusable, "an answer cannot be traced");
            Kind::TraceNotFound.into()
        }
    }
}

/// The language of a reply that was kept as JSON.
fn language_of(reply: &str) -> Option<Language> {
    #[derive(Deserialize)]
    struct Shape<'a> {
        #[serde(borrow)]
        language: &'a str,
    }
    serde_json::from_str::<Shape<'_>>(reply).ok().and_then(|shape| Language::from_tag(shape.language))
}
