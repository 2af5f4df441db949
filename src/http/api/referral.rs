//! Refer: what an answer recommends to refer, as a draft to complete and send.

use std::sync::Arc;

use poem::http::HeaderMap;
use poem_openapi::OpenApi;
use poem_openapi::param::Path;
use serde_json::{Value, json};
use uuid::Uuid;

use super::answers::read_answer;
use super::{App, Tag};
use crate::ask::Service;
use crate::clinical::Language;
use crate::fhir::{self, concept};
use crate::http::caller::Caller;
use crate::http::clock::{day_of, now};
use crate::http::kept_facts::facts;
use crate::http::live::Loaded;
use crate::http::media::is_accepted;
use crate::http::outcome::FHIR_JSON;
use crate::http::parameters::Sent;
use crate::http::problem::{Kind, Problem};
use crate::http::request::referral_format;
use crate::http::wire;
use crate::http::written::{Written, json};
use crate::reply::ReferralDraft;

const TEXT: &str = "text/plain";
const TEXT_UTF8: &str = "text/plain; charset=utf-8";

/// Drafts of referrals.
pub struct Refer(pub Arc<App>);

/// How a draft is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Its parts as JSON.
    Json,
    /// Plain text.
    Text,
    /// FHIR's ServiceRequest; a Bundle of several.
    Fhir,
}

impl Format {
    /// Every format with its word and its media type, the usual one first.
    const ALL: [(Self, &'static str, &'static str); 3] =
        [(Self::Json, "json", "application/json"), (Self::Text, "text", TEXT), (Self::Fhir, "fhir", FHIR_JSON)];

    /// The format with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known, _)| *known == word).map(|(format, ..)| format)
    }

    /// The first format that the client takes.
    fn accepted(headers: &HeaderMap) -> Self {
        let taken = Self::ALL.into_iter().find(|(.., media)| is_accepted(headers, media));
        taken.map_or(Self::Json, |(format, ..)| format)
    }
}

#[OpenApi]
impl Refer {
    /// Draft the referral
    ///
    /// For each recipient that the answer recommends to refer to: what the guideline asks the referral to contain, filled with
    /// the answer's facts, and what is missing marked. Nothing is sent anywhere.
    #[oai(path = "/api/v1/answers/:id/referral", method = "get", operation_id = "readReferral", tag = "Tag::Ask")]
    async fn referral(
        &self,
        loaded: &Loaded,
        caller: Caller,
        /// The answer's id.
        id: Path<String>,
        headers: &HeaderMap,
        /// How it is written: its parts as JSON, plain text, or FHIR's ServiceRequest. When left out, as `Accept` says.
        format: Sent,
    ) -> Result<Written<wire::Referrals>, Problem> {
        let format = referral_format(format.0.as_deref()).map_err(Problem::parameters)?;
        let format = format.unwrap_or_else(|| Format::accepted(headers));
        let id = Uuid::parse_str(&id.0).map_err(|_| Kind::AnswerNotFound)?;
        let kept = read_answer(&self.0, &caller, id).await?;
        let answer: Value = serde_json::from_str(&kept.reply).map_err(|_| Kind::Internal)?;
        let language = answer.get("language").and_then(Value::as_str).and_then(Language::from_tag);
        let language = language.unwrap_or(Language::English);
        let drafts = drafts(&loaded.service, &answer, language);
        if drafts.is_empty() {
            return Err(Problem { language: Some(language), ..Kind::ReferralNotFound.into() });
        }
        let written = match format {
            Format::Json => Written::new(json(&told(&loaded.service, id.to_string(), drafts, language))?),
            Format::Text => {
                let texts: Vec<_> = drafts.into_iter().map(|draft| draft.text).collect();
                Written::new(texts.join("\n\n\n") + "\n").content_type(TEXT_UTF8)
            }
            Format::Fhir => {
                Written::new(json(&service_requests(&self.0, loaded, &drafts, language))?).content_type(FHIR_JSON)
            }
        };
        Ok(written.language(language))
    }
}

/// The drafts of an answer, as the API gives them.
#[must_use]
pub fn referrals(service: &Service, answer: &Value, language: Language) -> wire::Referrals {
    let id = answer.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    told(service, id, drafts(service, answer, language), language)
}

fn told(service: &Service, answer: String, drafts: Vec<ReferralDraft>, language: Language) -> wire::Referrals {
    let corpus = service.corpus().fingerprint.clone();
    let drafts = drafts.into_iter().map(wire::Referral::from).collect();
    wire::Referrals { answer, language: language.into(), corpus, drafts }
}

fn drafts(service: &Service, answer: &Value, language: Language) -> Vec<ReferralDraft> {
    let recommended = answer.get("recommendations").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let rules: Vec<_> =
        recommended.iter().filter_map(|line| line.get("id").and_then(Value::as_str).map(str::to_owned)).collect();
    let as_of = answer.get("asOf").and_then(Value::as_str).and_then(|day| day.parse().ok());
    let facts = facts(answer, &service.corpus().vocabulary);
    service.referrals(&facts, &rules, language, as_of.unwrap_or_else(|| day_of(now())))
}

/// One ServiceRequest, or a Bundle of several.
fn service_requests(app: &App, loaded: &Loaded, drafts: &[ReferralDraft], language: Language) -> Value {
    let corpus = loaded.service.corpus();
    let speaker = loaded.service.locales().speaker(language);
    let request = |draft: &ReferralDraft| {
        let names: Vec<_> = draft.targets.iter().map(|target| target.text.clone()).collect();
        let to = speaker.list("list-or", &names);
        let codes: Vec<_> = draft
            .targets
            .iter()
            .filter_map(|target| corpus.target(&target.id))
            .flat_map(|it| it.codes.clone())
            .collect();
        let reasons = draft.fields.iter().filter(|field| field.id == "reason").filter_map(|field| field.text.clone());
        let section = draft.citations.first().map_or("", |citation| citation.url.as_str());
        let referral = fhir::Referral {
            patient: Err(speaker.say("referral-patient")),
            asked: &speaker.tell("card-refer", &[("target", &to)]),
            performer: &concept(&codes, &to, &corpus.vocabulary),
            reasons: &reasons.collect::<Vec<_>>(),
            note: Some(&draft.text),
            guideline: &format!("{}{section}", app.public_url),
            authored_on: &day_of(now()).to_string(),
        };
        referral.service_request()
    };
    match drafts {
        [one] => request(one),
        several => {
            let entries: Vec<_> = several.iter().map(|draft| json!({"resource": request(draft)})).collect();
            json!({"resourceType": "Bundle", "type": "collection", "entry": entries})
        }
    }
}
