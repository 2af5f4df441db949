//! Pages for people: HTML at plain addresses, forms that work without script. Free text comes in bodies and goes into the
//! database without identifiers; it never stands in an address that we make.

use std::sync::Arc;

use poem::endpoint::{BoxEndpoint, EndpointExt, make};
use poem::http::header::{self, HeaderName, HeaderValue};
use poem::http::{HeaderMap, Method, StatusCode, Uri};
use poem::{IntoResponse, Request, Response, Route};
use uuid::Uuid;

use super::api::{App, answered, keep_feedback, read_answer, refusal};
use super::caller::Caller;
use super::clock::{day_of, now};
use super::fault::{Fault, FieldFault, Place};
use super::form::Form;
use super::language::accepted;
use super::limits::QUERY_CHARS_MAX;
use super::live::Loaded;
use super::offline::answer_json;
use super::openapi;
use super::parameters::Parameters;
use super::problem::{Kind, Problem};
use super::request::{Json, question};
use super::router::path;
use super::written::Document;
use crate::answer::Status;
use crate::ask::{Defaults, Search, Service};
use crate::clinical::{Facts, Intent, Language, Question, Region};
use crate::facts::shield;
use crate::page::{self, Answer, Asked, KeptAnswer, Page, RESULTS, Results, Trouble, Visit, Wanted, address, assets};
use crate::store::StoredAnswer;

/// The last page of a search: beyond it there are no passages in any corpus.
const PAGES_MAX: usize = 10_000;
const HTML: &str = "text/html; charset=utf-8";

/// Headers of every page: nothing runs, loads or is sent but what is ours, and scripts cannot write markup.
const PAGE_HEADERS: [(HeaderName, HeaderValue); 2] = [
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
             form-action 'self'; base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'",
        ),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ),
];

/// The routes of the pages, beside those of the API.
pub fn routes(route: Route, app: &Arc<App>) -> Route {
    let route = route
        .at("/", path(vec![at(app, Method::GET, home)]))
        .at("/ask", path(vec![at(app, Method::GET, back_home), at(app, Method::POST, ask)]))
        .at("/answers/:id", path(vec![at(app, Method::GET, answer)]))
        .at("/answers/:id/feedback", path(vec![at(app, Method::POST, feedback)]))
        .at("/guidelines", path(vec![at(app, Method::GET, guidelines)]))
        .at("/guidelines/:region/:name", path(vec![at(app, Method::GET, guideline)]))
        .at("/search", path(vec![at(app, Method::GET, search)]))
        .at("/embed", path(vec![at(app, Method::GET, embed)]))
        .at("/docs", path(vec![at(app, Method::GET, docs)]))
        .at("/docs/console", path(vec![at(app, Method::GET, console)]))
        .at("/accessibility", path(vec![at(app, Method::GET, accessibility)]));
    assets().fold(route, |route, asset| {
        let document = Document::new(asset.bytes, None);
        let response = move |_| {
            let written = document.written::<()>().content_type(asset.content_type);
            async move { Ok::<_, Problem>(written.into_response()) }
        };
        route.at(asset.path, path(vec![(Method::GET, make(response).boxed())]))
    })
}

fn at<F>(app: &Arc<App>, method: Method, handler: fn(Arc<App>, Request) -> F) -> (Method, BoxEndpoint<'static>)
where
    F: Future<Output = Result<Response, Problem>> + Send + 'static,
{
    let app = Arc::clone(app);
    (method, make(move |request| handler(Arc::clone(&app), request)).boxed())
}

/// Who reads, what the address says, and what answers.
struct Reader {
    loaded: Arc<Loaded>,
    visit: Visit,
    parameters: Parameters,
}

impl Reader {
    fn of(app: &App, request: &Request) -> Result<Self, Problem> {
        let loaded = request.data::<Arc<Loaded>>().map(Arc::clone).ok_or(Kind::Internal)?;
        let parameters = Parameters::passing_over(request.uri().query().unwrap_or_default())?;
        Ok(Self { loaded, visit: visit(request.uri(), request.headers(), &parameters, app.defaults), parameters })
    }
}

/// The language of a page: that of the address, else the browser's, else the deployment's, else English.
fn visit(uri: &Uri, headers: &HeaderMap, parameters: &Parameters, defaults: Defaults) -> Visit {
    let chosen = parameters.get("language").and_then(Language::from_tag);
    let usual = || accepted(headers).or(defaults.language).or(defaults.region.map(Region::language));
    Visit {
        language: chosen.or_else(usual).unwrap_or(Language::English),
        chosen: chosen.is_some(),
        path: uri.path().to_owned(),
        query: Vec::new(),
        today: day_of(now()),
    }
}

/// A page that is the same for whoever reads it in this language.
fn shown(page: Page, language: Language) -> Result<Response, Problem> {
    let text = page.map_err(|_| Kind::Internal)?;
    let written = Document::new(text, Some(language)).written::<()>().content_type(HTML);
    Ok(with_headers(written.into_response()))
}

/// A page about one case, which no cache keeps.
fn private(page: Page, language: Language, status: StatusCode) -> Result<Response, Problem> {
    let text = page.map_err(|_| Kind::Internal)?;
    let response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, HTML)
        .header(header::CONTENT_LANGUAGE, language.code())
        .body(text);
    Ok(with_headers(response))
}

fn with_headers(mut response: Response) -> Response {
    for (name, value) in PAGE_HEADERS {
        response.headers_mut().insert(name, value);
    }
    response
}

/// Go there, and read.
fn see_other(to: &str) -> Response {
    let to = HeaderValue::try_from(to).unwrap_or(HeaderValue::from_static("/"));
    Response::builder().status(StatusCode::SEE_OTHER).header(header::LOCATION, to).finish()
}

async fn home(app: Arc<App>, request: Request) -> Result<Response, Problem> {
    let Reader { visit, loaded, .. } = Reader::of(&app, &request)?;
    let asked = Asked { region: app.defaults.region, ..Asked::default() };
    shown(page::home_page(&loaded.service, &visit, &asked), visit.language)
}

/// Whoever loads the address of the form has nothing to send.
async fn back_home(_: Arc<App>, _: Request) -> Result<Response, Problem> {
    Ok(see_other("/"))
}

/// Decides what a form asks, keeps it, and leads to it.
async fn ask(app: Arc<App>, mut request: Request) -> Result<Response, Problem> {
    let Reader { mut visit, loaded, .. } = Reader::of(&app, &request)?;
    let caller = Caller::of(&request);
    let form = Form::read(&mut request).await?;
    let usual = visit.language;
    visit.language = form.get("language").and_then(Language::from_tag).unwrap_or(usual);
    visit.chosen = visit.language != usual;
    let (time, service) = (now(), &loaded.service);
    let read = question(&form.question(&service.corpus().vocabulary), &service.corpus().vocabulary, day_of(time));
    let question = match read {
        Ok(question) => question,
        Err((faults, _)) => {
            let asked = refused(service, &visit, &form, &faults);
            let page = page::home_page(service, &visit, &asked);
            return private(page, visit.language, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    // The page chooses the language; of the caller only the region is taken.
    let defaults = Defaults { language: app.defaults.language, ..caller.defaults(app.defaults) };
    let (kept, _) = answered(service, defaults, &question, time)?;
    let store = app.store.by(caller.client());
    let kept = StoredAnswer { owner: caller.owner, ..kept };
    let id = kept.id;
    store.keep_answer(kept).await.map_err(|error| refusal(&error))?;
    let chosen = visit.chosen.then_some(("language", visit.language.code()));
    Ok(see_other(&address(&format!("/answers/{id}"), chosen.as_slice())))
}

/// What was written, with what is wrong beside each field. Nothing that was typed is lost.
fn refused(service: &Service, visit: &Visit, form: &Form, faults: &[FieldFault]) -> Asked {
    let speaker = service.locales().speaker(visit.language);
    let fault = |fault: &FieldFault| {
        let field = match &fault.place {
            Place::Body(pointer) => pointer.rsplit('/').next().unwrap_or_default().to_owned(),
            Place::Query(_) => String::new(),
        };
        match fault.fault {
            Fault::NothingAsked | Fault::Empty => ("question".to_owned(), speaker.say("page-ask-empty").to_owned()),
            _ => (field, fault.say(speaker).detail),
        }
    };
    Asked {
        question: form.get("question").unwrap_or_default().to_owned(),
        region: form.get("region").and_then(|code| Region::from_code(code).ok()),
        facts: form.facts().map(|(id, value)| (id.to_owned(), value.to_owned())).collect(),
        faults: faults.iter().map(fault).collect(),
    }
}

fn id_of(request: &Request) -> Result<Uuid, Problem> {
    let id = request.raw_path_param("id").and_then(|id| Uuid::parse_str(id).ok());
    id.ok_or(Kind::AnswerNotFound.into())
}

/// An answer as it was given, in the language that it was given in.
async fn answer(app: Arc<App>, request: Request) -> Result<Response, Problem> {
    let id = id_of(&request)?;
    let Reader { mut visit, parameters, loaded } = Reader::of(&app, &request)?;
    let found = read_answer(&app, &Caller::of(&request), id).await?;
    let thanks = parameters.get("thanks").is_some();
    let kept = KeptAnswer::read(&found.request, &found.reply, thanks).map_err(|_| Kind::Internal)?;
    if !visit.chosen {
        visit.language = kept.answer.language();
    }
    private(page::answer_page(&loaded.service, &visit, &kept), visit.language, StatusCode::OK)
}

/// What the reader thinks of an answer.
async fn feedback(app: Arc<App>, mut request: Request) -> Result<Response, Problem> {
    let (id, caller) = (id_of(&request)?, Caller::of(&request));
    let form = Form::read(&mut request).await?;
    let mut said = vec![("helpful".into(), Json::Boolean(form.get("helpful") == Some("true")))];
    said.extend(form.get("comment").map(|comment| ("comment".into(), Json::Text(comment.into()))));
    keep_feedback(&app, &caller, id, None, &Json::Object(said)).await?;
    let language = form.get("language").and_then(Language::from_tag);
    let query: Vec<_> = [("thanks", "1")].into_iter().chain(language.map(|it| ("language", it.code()))).collect();
    Ok(see_other(&format!("{}#feedback", address(&format!("/answers/{id}"), &query))))
}

async fn guidelines(app: Arc<App>, request: Request) -> Result<Response, Problem> {
    let Reader { visit, loaded, .. } = Reader::of(&app, &request)?;
    shown(page::guidelines_page(&loaded.service, &visit), visit.language)
}

async fn guideline(app: Arc<App>, request: Request) -> Result<Response, Problem> {
    let Reader { visit, loaded, .. } = Reader::of(&app, &request)?;
    let part = |name| request.raw_path_param(name).unwrap_or_default();
    let id = format!("{}/{}", part("region"), part("name"));
    let found = loaded.service.corpus().guideline(&id).ok_or(Kind::GuidelineNotFound)?;
    shown(page::guideline_page(&loaded.service, &visit, found), visit.language)
}

/// What the guidelines say of some words. Nothing of it is kept.
async fn search(app: Arc<App>, request: Request) -> Result<Response, Problem> {
    let Reader { mut visit, parameters, loaded } = Reader::of(&app, &request)?;
    let sent = |name| parameters.get(name).map(str::trim).filter(|value| !value.is_empty());
    let shielded = shield(sent("q").unwrap_or_default());
    let page = sent("page").and_then(|page| page.parse().ok()).filter(|page| (1..=PAGES_MAX).contains(page));
    let wanted = Wanted {
        identifier_removed: !shielded.found.is_empty(),
        words: shielded.redacted,
        region: sent("region").and_then(|code| Region::from_code(code).ok()),
        written: sent("written").and_then(Language::from_tag),
        page: page.unwrap_or(1),
    };
    let region = wanted.region.map(|region| ("region", region.code().to_owned()));
    let written = wanted.written.map(|language| ("written", language.code().to_owned()));
    let words = (!wanted.words.is_empty()).then(|| ("q", wanted.words.clone()));
    visit.query = [words, region, written].into_iter().flatten().collect();
    let results = found(&loaded.service, app.defaults, &wanted, &visit)?;
    private(page::results_page(&loaded.service, &visit, &wanted, &results), visit.language, StatusCode::OK)
}

/// The passages, and on the first page what is decided where the words are a question.
fn found(service: &Service, defaults: Defaults, wanted: &Wanted, visit: &Visit) -> Result<Results, Problem> {
    if wanted.words.is_empty() {
        return Ok(Results::default());
    }
    if wanted.words.chars().count() > QUERY_CHARS_MAX {
        let speaker = service.locales().speaker(visit.language);
        let fault = FieldFault { place: Place::Query(None), fault: Fault::TooLong(QUERY_CHARS_MAX) };
        return Ok(Results { fault: Some(fault.say(speaker).detail), ..Results::default() });
    }
    let found = service.search(Search {
        words: &wanted.words,
        region: wanted.region.or(defaults.region),
        only_region: wanted.region.is_some(),
        language: wanted.written.or(Some(visit.language)),
        only_language: wanted.written.is_some(),
        offset: (wanted.page - 1) * RESULTS,
        limit: RESULTS,
    });
    let found = Some(found.map_err(|_| Kind::Internal)?);
    let question = Question {
        text: wanted.words.clone(),
        intent: None,
        facts: Facts::default(),
        region: wanted.region,
        language: Some(visit.language),
        as_of: visit.today,
    };
    let reply = service.ask(&question, defaults);
    let asks = wanted.page == 1 && reply.intent.is_some_and(|intent| intent != Intent::Lookup);
    let needs_facts = asks && reply.status == Status::NeedsFacts;
    let answer = (asks && reply.status == Status::Answered).then(|| Answer::read(&answer_json(reply)));
    Ok(Results { found, needs_facts, answer: answer.transpose().map_err(|_| Kind::Internal)?, fault: None })
}

async fn embed(app: Arc<App>, request: Request) -> Result<Response, Problem> {
    let Reader { visit, loaded, .. } = Reader::of(&app, &request)?;
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    // A service that others reach stands behind a proxy that speaks HTTPS.
    let local = ["localhost", "127.", "[::1]"].iter().any(|name| host.starts_with(name));
    let origin = format!("{}://{host}", if local { "http" } else { "https" });
    shown(page::embed_page(&loaded.service, &visit, &origin), visit.language)
}

async fn docs(app: Arc<App>, request: Request) -> Result<Response, Problem> {
    let Reader { visit, loaded, .. } = Reader::of(&app, &request)?;
    let document = loaded.openapi.get_or_init(|| openapi::document(&app, &loaded.service));
    let openapi = serde_json::from_slice(document.bytes()).map_err(|_| Kind::Internal)?;
    shown(page::reference_page(&loaded.service, &visit, &openapi), visit.language)
}

async fn console(app: Arc<App>, request: Request) -> Result<Response, Problem> {
    let Reader { visit, loaded, .. } = Reader::of(&app, &request)?;
    shown(page::console_page(&loaded.service, &visit), visit.language)
}

async fn accessibility(app: Arc<App>, request: Request) -> Result<Response, Problem> {
    let Reader { visit, loaded, .. } = Reader::of(&app, &request)?;
    shown(page::accessibility_page(&loaded.service, &visit), visit.language)
}

/// What a browser asked for, when it wants a page: problems are told it as pages. The API keeps its own form of them.
pub fn wanted(request: &Request) -> Option<Visit> {
    let page = !request.uri().path().starts_with("/api/");
    let accepts = request.headers().get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let reads = accepts.flat_map(|value| value.split(',')).any(|range| range.trim().starts_with("text/html"));
    (page && reads).then(|| {
        let parameters = Parameters::passing_over(request.uri().query().unwrap_or_default()).unwrap_or_default();
        visit(request.uri(), request.headers(), &parameters, Defaults::default())
    })
}

/// A problem as a page.
pub fn trouble(service: &Service, visit: &Visit, problem: &Problem, number: Uuid) -> Response {
    let speaker = service.locales().speaker(visit.language);
    let code = problem.kind.code();
    let say = |part: &str| {
        let own = speaker.find(&format!("page-problem-{code}{part}"));
        own.unwrap_or_else(|| speaker.say(&format!("problem-{code}{part}"))).to_owned()
    };
    let trouble = Trouble {
        title: say(""),
        detail: say(".detail"),
        faults: problem.faults.iter().map(|fault| fault.say(speaker).detail).collect(),
        number: number.to_string(),
        nothing_there: problem.kind.status() == StatusCode::NOT_FOUND,
    };
    let page = page::problem_page(service, visit, &trouble);
    let response = private(page, visit.language, problem.kind.status());
    response.unwrap_or_else(|_| problem.kind.status().into())
}
