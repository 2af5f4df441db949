//! CDS Hooks over HTTP: discovery, calls and feedback. Every answer that gives cards is kept before they are sent.

use jiff::Timestamp;
use poem::http::header;
use poem::{Request, Response};
use serde_json::{Value, json};
use uuid::Uuid;

use super::api::{App, keep_as, refusal};
use super::body;
use super::caller::Caller;
use super::clock::{day_of, now};
use super::fault::{Fault, FieldFault, Place};
use super::guard::tell_refused;
use super::limits::{COMMENT_CHARS_MAX, Limits};
use super::live::Loaded;
use super::outcome::shown;
use super::problem::{Kind, Problem};
use super::wire::kept_request;
use crate::access::{Claims, HookClient, TokenFault};
use crate::answer::Asked;
use crate::ask::{Defaults, Heard, Resolved};
use crate::cds::{Call, Card, HookFault, HookService, Refused, SERVICES, Shown, answer_id, answer_of, cards, services};
use crate::clinical::{Intent, Language, Topic};
use crate::facts::shield;
use crate::fhir::{Drawn, draw};
use crate::store::{Client, Feedback, Store, StoredAnswer, UsedToken};

const JSON: &str = "application/json";
/// FHIR's own resources stand half as deep. What is read is copied once for each level.
const NESTING_MAX: usize = 40;

/// For whom: what the list says of the journal system, then what it says of the reader, then what the deployment adds.
fn defaults(app: &App, client: Option<&HookClient>, request: &Request) -> Defaults {
    let listed =
        client.map_or(Defaults::default(), |client| Defaults { language: client.language, region: client.region });
    let caller = Caller::of(request).defaults(app.defaults);
    Defaults { language: listed.language.or(caller.language), region: listed.region.or(caller.region) }
}

/// Who the audit log says it was: the journal system that the list knows, else whoever the guard knows.
fn audited(client: Option<&HookClient>, request: &Request) -> Client {
    client.map_or_else(|| Caller::of(request).client(), |client| Client::new(&client.issuer.name))
}

/// A journal system whose token opens, once.
pub struct Admitted<'a> {
    client: &'a HookClient,
    token: UsedToken,
}

/// The journal system that calls, by its token, which is not used yet; nothing where there is no list of them.
///
/// # Errors
/// There is a list, and the token does not hold or is of none on it.
pub async fn admit<'a>(app: &'a App, path: &str, request: &Request) -> Result<Option<Admitted<'a>>, Problem> {
    let Some(clients) = &app.hook_clients else { return Ok(None) };
    let mut shown = request.headers().get_all(header::AUTHORIZATION).iter();
    let token = match (shown.next().and_then(|value| value.to_str().ok()?.split_once(' ')), shown.next()) {
        (Some((scheme, token)), None) if scheme.eq_ignore_ascii_case("bearer") => token.trim(),
        _ => return Err(turned_away(app, Kind::HookTokenInvalid, "no-token").await),
    };
    let audiences = |client: &HookClient| {
        let service = path.strip_suffix("/feedback").filter(|_| client.feedback_for_service);
        [Some(path), service].into_iter().flatten().map(|path| format!("{}{path}", app.public_url)).collect()
    };
    let verified = clients.verify(token, audiences, Timestamp::now()).await;
    match verified.and_then(|(client, claims)| Ok(Admitted { client, token: once(&claims)? })) {
        Ok(admitted) => Ok(Some(admitted)),
        Err(fault) => {
            let kind = match fault {
                TokenFault::Issuer => Kind::HookClientUnknown,
                TokenFault::KeysUnavailable => Kind::Unavailable,
                _ => Kind::HookTokenInvalid,
            };
            Err(turned_away(app, kind, fault.word()).await)
        }
    }
}

/// What is kept of a token when it is used.
fn once(claims: &Claims) -> Result<UsedToken, TokenFault> {
    let id = claims.id.as_deref().ok_or(TokenFault::Claim)?;
    Ok(UsedToken::new(&claims.issuer, id, claims.expires))
}

/// Uses the token, once all of the call is there and has its place: who found none may come again with it.
async fn use_up(app: &App, admitted: Option<&Admitted<'_>>) -> Result<(), Problem> {
    let Some(Admitted { token, .. }) = admitted else { return Ok(()) };
    match app.store.first_use(*token).await {
        Ok(true) => Ok(()),
        Ok(false) => Err(turned_away(app, Kind::HookTokenInvalid, TokenFault::Replayed.word()).await),
        Err(error) => {
            let problem = refusal(&error);
            tell_refused(&app.store, None, problem.kind, "use-unknown").await;
            Err(problem)
        }
    }
}

/// The refusal of a call, which the audit log tells of first.
async fn turned_away(app: &App, kind: Kind, reason: &str) -> Problem {
    tell_refused(&app.store, None, kind, reason).await;
    kind.into()
}

/// The services there are.
///
/// # Errors
/// The token was used before, or nobody can tell.
pub async fn discover(
    app: &App,
    loaded: &Loaded,
    admitted: Option<Admitted<'_>>,
    request: &Request,
) -> Result<Response, Problem> {
    use_up(app, admitted.as_ref()).await?;
    let defaults = defaults(app, admitted.map(|admitted| admitted.client), request);
    let region = defaults.region.map(crate::clinical::Region::language);
    let language = defaults.language.or(region).unwrap_or(Language::English);
    let speaker = loaded.service.locales().speaker(language);
    let listed = services(&loaded.service.corpus().vocabulary, speaker);
    Ok(shown(&json!({"services": listed}), JSON, Some(language)))
}

/// The cards for a patient or an order.
///
/// # Errors
/// There is no such service; the call is not what CDS Hooks writes; the patient is missing; nothing can be kept.
pub async fn call(
    app: &App,
    loaded: &Loaded,
    admitted: Option<Admitted<'_>>,
    id: &str,
    request: Request,
) -> Result<Response, Problem> {
    let services: Vec<HookService> = SERVICES.into_iter().filter(|service| service.id == id).collect();
    if services.is_empty() {
        return Err(Kind::HookServiceNotFound.into());
    }
    let client = admitted.as_ref().map(|admitted| admitted.client);
    let (defaults, store) = (defaults(app, client, &request), app.store.by(audited(client, &request)));
    let body = sent(app, admitted.as_ref(), request).await?;
    let call = crate::cds::read(&body, &services).map_err(refused)?;
    let time = now();
    let resources = call.records.iter().cloned().chain(call.drafts.iter().flat_map(crate::cds::Draft::diagnoses));
    let drawn = draw(resources, &call.patient, &loaded.service.corpus().vocabulary, day_of(time));
    let mut response = (Vec::new(), None);
    if touches(loaded, &drawn) && (call.service.hook == crate::cds::Hook::PatientView || !call.drafts.is_empty()) {
        for (intent, first) in call.service.asks.iter().zip([true, false]) {
            let (shown, answer, language) = answered(app, loaded, &call, &drawn, (*intent, first), defaults, time)?;
            response.1 = Some(language);
            // What shows nothing links to nothing, and need not be kept.
            if !shown.is_empty() {
                store.keep_answer(answer).await.map_err(|error| refusal(&error))?;
                response.0.extend(shown);
            }
        }
    }
    Ok(shown(&json!({"cards": response.0}), JSON, response.1))
}

/// Whether the record says anything that a guideline is about: a patient's age alone asks for no cards.
fn touches(loaded: &Loaded, drawn: &Drawn) -> bool {
    let vocabulary = &loaded.service.corpus().vocabulary;
    drawn.facts.iter().any(|(id, _)| vocabulary.get(id).is_some_and(|fact| fact.subject.is_some()))
}

/// The cards of one question, and the answer that they come from.
fn answered(
    app: &App,
    loaded: &Loaded,
    call: &Call,
    drawn: &Drawn,
    (intent, with_missing): (Intent, bool),
    defaults: Defaults,
    time: Timestamp,
) -> Result<(Vec<Card>, StoredAnswer, Language), Problem> {
    let service = &loaded.service;
    let asked = Asked {
        intent: Some(intent),
        region: defaults.region,
        as_of: day_of(time),
        topic: Topic::default(),
        facts: drawn.facts.clone(),
    };
    let (as_of, language) = (asked.as_of, defaults.language);
    let reply = service.reply(&Resolved { asked, heard: Heard::default(), looked_for: String::new(), language });
    let answer = answer_id(Uuid::now_v7());
    let shown = Shown {
        reply: &reply,
        answer,
        base: &app.public_url,
        speaker: service.locales().speaker(reply.language),
        corpus: service.corpus(),
        call,
        origins: &drawn.origins,
        with_missing,
    };
    let (cards, language) = (cards(&shown), reply.language);
    let request = kept_request("", &drawn.facts, as_of, &service.corpus().vocabulary, &reply, false);
    let kept = keep_as(answer, time, &request, reply)?;
    Ok((cards, kept, language))
}

/// A body, read as JSON when the token that it came with is used. A record is larger than a question.
async fn sent(app: &App, admitted: Option<&Admitted<'_>>, request: Request) -> Result<Value, Problem> {
    let limits = request.data::<Limits>().copied().unwrap_or_default();
    let limits = Limits { body_bytes_max: limits.record_bytes_max, ..limits };
    let (request, mut body) = request.split();
    let bytes = body::read(&request, &mut body, &limits).await?;
    use_up(app, admitted).await?;
    let body: Value = serde_json::from_slice(&bytes).map_err(|_| Kind::MalformedJson)?;
    if nesting(&body) > NESTING_MAX { Err(Kind::MalformedJson.into()) } else { Ok(body) }
}

/// How deep lists and objects stand in each other.
fn nesting(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(nesting).max().unwrap_or_default(),
        Value::Object(fields) => 1 + fields.values().map(nesting).max().unwrap_or_default(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

fn refused(refused: Refused) -> Problem {
    let (kind, faults) = match refused {
        Refused::Malformed(faults) => (Kind::MalformedHook, faults),
        Refused::Context(faults) => (Kind::InvalidFields, faults),
        Refused::PatientMissing => (Kind::DataMissing, vec![("/prefetch/patient".to_owned(), HookFault::Missing)]),
    };
    let faults = faults.into_iter().map(|(pointer, fault)| field(pointer, Fault::Said(fault.message()))).collect();
    Problem { faults, ..kind.into() }
}

const fn field(pointer: String, fault: Fault) -> FieldFault {
    FieldFault { place: Place::Body(pointer), fault }
}

/// What became of cards: kept beside the answers that they came from.
///
/// # Errors
/// There is no such service; the feedback is not what CDS Hooks writes; one of the cards is of no answer here, and then
/// the others are kept all the same; nothing can be kept.
pub async fn feedback(
    app: &App,
    admitted: Option<Admitted<'_>>,
    id: &str,
    request: Request,
) -> Result<Response, Problem> {
    if !SERVICES.iter().any(|service| service.id == id) {
        return Err(Kind::HookServiceNotFound.into());
    }
    let store = app.store.by(audited(admitted.as_ref().map(|admitted| admitted.client), &request));
    let body = sent(app, admitted.as_ref(), request).await?;
    let said = said(&body).map_err(|faults| Problem { faults, ..Kind::MalformedHook.into() })?;
    let mut unknown = Vec::new();
    for (number, feedback) in said.into_iter().enumerate() {
        if !keep(&store, feedback).await? {
            unknown.push(field(format!("/feedback/{number}/card"), Fault::Said("fault-no-such-card")));
        }
    }
    if unknown.is_empty() {
        Ok(shown(&json!({}), JSON, None))
    } else {
        Err(Problem { faults: unknown, ..Kind::CardNotFound.into() })
    }
}

/// Keeps it, unless the same was kept before. Tells whether there is such a card.
async fn keep(store: &Store, (feedback, timed): (Feedback, bool)) -> Result<bool, Problem> {
    let before = store.feedback(feedback.answer).await.map_err(|error| refusal(&error))?;
    let same = |kept: &Feedback| {
        kept.helpful == feedback.helpful
            && kept.comment == feedback.comment
            && (!timed || kept.given_at == feedback.given_at)
    };
    if before.iter().any(same) {
        return Ok(true);
    }
    store.keep_feedback(feedback).await.map_err(|error| refusal(&error))
}

/// Every piece of feedback, and whether it says when it was given.
fn said(body: &Value) -> Result<Vec<(Feedback, bool)>, Vec<FieldFault>> {
    let Some(items) = body.get("feedback").and_then(Value::as_array) else {
        return Err(vec![field("/feedback".to_owned(), Fault::Said(HookFault::Missing.message()))]);
    };
    let (mut said, mut faults) = (Vec::new(), Vec::new());
    for (number, item) in items.iter().enumerate() {
        match one(item) {
            Ok(feedback) => said.push(feedback),
            Err((name, fault)) => faults.push(field(format!("/feedback/{number}/{name}"), fault)),
        }
    }
    if faults.is_empty() { Ok(said) } else { Err(faults) }
}

fn one(item: &Value) -> Result<(Feedback, bool), (&'static str, Fault)> {
    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    let card = text(item.get("card")).ok_or(("card", Fault::Said(HookFault::Missing.message())))?;
    let card = Uuid::parse_str(&card).map_err(|_| ("card", Fault::Said(HookFault::NotAUuid.message())))?;
    let accepted = match text(item.get("outcome")).as_deref() {
        Some("accepted") => true,
        Some("overridden") => false,
        _ => return Err(("outcome", Fault::Said("fault-not-an-outcome"))),
    };
    let taken = item.get("acceptedSuggestions").and_then(Value::as_array);
    if accepted && taken.is_none_or(Vec::is_empty) {
        return Err(("acceptedSuggestions", Fault::Said(HookFault::Missing.message())));
    }
    let reason = item.get("overrideReason").filter(|reason| !reason.is_null());
    let comment = text(reason.and_then(|reason| reason.get("userComment")));
    if comment.as_ref().is_some_and(|comment| comment.chars().count() > COMMENT_CHARS_MAX) {
        return Err(("overrideReason/userComment", Fault::TooLong(COMMENT_CHARS_MAX)));
    }
    let code = text(reason.and_then(|reason| reason.pointer("/reason/code")));
    if reason.is_some() && comment.is_none() && code.is_none() {
        return Err(("overrideReason", Fault::Said(HookFault::Missing.message())));
    }
    let at = text(item.get("outcomeTimestamp")).and_then(|at| at.parse::<Timestamp>().ok());
    let ids = taken.into_iter().flatten().filter_map(|taken| Uuid::parse_str(taken.get("id")?.as_str()?).ok());
    let mut kept = json!({"card": card.to_string()});
    let suggestions: Vec<_> = ids.map(|id| id.to_string()).collect();
    if let Some(object) = kept.as_object_mut() {
        // What comes from a list is kept as it is; whatever a person may have written, without identifiers.
        if !suggestions.is_empty() {
            object.insert("acceptedSuggestions".to_owned(), suggestions.into());
        }
        if let Some(code) = code {
            object.insert("reason".to_owned(), shield(&code).redacted.into());
        }
        if let Some(comment) = comment {
            object.insert("userComment".to_owned(), shield(&comment).redacted.into());
        }
    }
    let feedback = Feedback {
        answer: answer_of(card),
        helpful: accepted,
        comment: Some(kept.to_string()),
        given_at: at.unwrap_or_else(now),
        token: None,
    };
    Ok((feedback, at.is_some()))
}
