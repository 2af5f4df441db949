//! Operate: whether the service works, and how programs and browsers learn what it offers.

use std::sync::Arc;

use jiff::SignedDuration;
use poem::http::StatusCode;
use poem_openapi::OpenApi;

use super::{App, Tag};
use crate::clinical::Language;
use crate::http::caller::{Caller, Near};
use crate::http::clock::{day_of, now};
use crate::http::live::Loaded;
use crate::http::media::media_type;
use crate::http::metrics::{CONTENT_TYPE, Now};
use crate::http::openapi;
use crate::http::parameters::Sent;
use crate::http::problem::{Kind, Problem};
use crate::http::request::flag;
use crate::http::wire;
use crate::http::written::{Document, Written, json};
use crate::store::StoreError;

/// Text, as it is sent.
const TEXT: &str = "text/plain; charset=utf-8";

/// How long a reader of `security.txt` may keep it.
const SECURITY_TEXT_HOLDS: SignedDuration = SignedDuration::from_hours(180 * 24);

/// Health and descriptions.
pub struct Operate(pub Arc<App>);

impl Operate {
    fn readiness(&self, loaded: &Loaded, database: &Result<(), StoreError>, verbose: bool) -> wire::Ready {
        let corpus = loaded.service.corpus();
        let parts = || wire::Parts {
            guidelines: corpus.guidelines.len(),
            sections: corpus.guidelines.iter().map(|guideline| guideline.sections.len()).sum(),
            locales: Language::ALL.map(wire::Language::from).into(),
            database: database.as_ref().err().map_or_else(|| "ready".to_owned(), ToString::to_string),
        };
        let refused = self.0.live.refused().filter(|_| verbose);
        wire::Ready {
            status: if database.is_ok() { "ready" } else { "unavailable" }.to_owned(),
            parts: verbose.then(parts),
            refused: refused.map(|it| wire::Refused { corpus: it.corpus.clone(), reason: it.reason.clone() }),
            ..wire::Ready::with(corpus)
        }
    }
}

#[OpenApi]
impl Operate {
    /// Is the program running?
    ///
    /// Tells that the program runs, whatever the state of its database.
    #[oai(path = "/livez", method = "get", operation_id = "live", tag = "Tag::Operate")]
    async fn live(&self) -> Result<Written<wire::Live>, Problem> {
        Ok(Written::new(json(&wire::Live::now())?))
    }

    /// Can it answer?
    ///
    /// Whether answers can be given and kept right now, learnt by writing to the database at most once a second. With
    /// `verbose`, part by part, and also when they cannot.
    #[oai(path = "/readyz", method = "get", operation_id = "ready", tag = "Tag::Operate")]
    async fn ready(
        &self,
        loaded: &Loaded,
        /// Part by part.
        verbose: Sent,
    ) -> Result<Written<wire::Ready>, Problem> {
        let verbose = flag("verbose", verbose.0.as_deref()).map_err(Problem::parameters)?;
        let database = self.0.health.of(&self.0.store).await;
        if database.is_err() && !verbose {
            return Err(Kind::Unavailable.into());
        }
        let written = Written::new(json(&self.readiness(loaded, &database, verbose))?);
        Ok(if database.is_ok() { written } else { written.status(StatusCode::SERVICE_UNAVAILABLE) })
    }

    /// What is measured
    ///
    /// For Prometheus, on the same machine: requests, answers, overload, the corpus, the database, the process. Nothing
    /// that anybody asked is in it.
    #[oai(path = "/metrics", method = "get", operation_id = "metrics", tag = "Tag::Operate")]
    async fn metrics(&self, loaded: &Loaded, _near: Near) -> Result<Written<wire::Metrics>, Problem> {
        let App { live, store, health, metrics, .. } = &*self.0;
        let now = Now {
            corpus: loaded.service.corpus().fingerprint.clone(),
            refused: live.refused().is_some(),
            ready: health.of(store).await.is_ok(),
            waiting: store.waiting(),
            purged_at: store.purged_at(),
        };
        Ok(Written::new(metrics.text(&now)).content_type(CONTENT_TYPE))
    }

    /// This document
    ///
    /// Describes every operation, in OpenAPI 3.1.
    #[oai(path = "/openapi.json", method = "get", operation_id = "openapi", tag = "Tag::Operate")]
    async fn openapi(&self, loaded: &Loaded) -> Result<Written<wire::OpenApiDocument>, Problem> {
        Ok(loaded.openapi.get_or_init(|| openapi::document(&self.0, &loaded.service)).written())
    }

    /// What is this API?
    ///
    /// Name, version, day of release, documentation and status, for directories of APIs.
    #[oai(path = "/api/v1/api-info", method = "get", operation_id = "apiInfo", tag = "Tag::Operate")]
    async fn api_info(&self) -> Result<Written<wire::ApiInfo>, Problem> {
        Ok(Written::new(json(&wire::ApiInfo::of_this(self.0.announced.as_deref().unwrap_or_default()))?)
            .cache("no-cache"))
    }

    /// Which APIs are here?
    ///
    /// A catalog of APIs as RFC 9727 has it: where each is described and where it tells how it is.
    #[oai(path = "/.well-known/api-catalog", method = "get", operation_id = "apiCatalog", tag = "Tag::Operate")]
    async fn api_catalog(&self) -> Result<Written<wire::ApiCatalog>, Problem> {
        Ok(Written::new(json(&wire::ApiCatalog::of_this())?).content_type(media_type("apiCatalog")).cache("no-cache"))
    }

    /// On which terms?
    ///
    /// What the service is for, what it does not do, how long it may be away and what is kept, in the reader's language.
    #[oai(path = "/api/v1/terms", method = "get", operation_id = "terms", tag = "Tag::Operate")]
    async fn terms(&self, loaded: &Loaded, caller: Caller) -> Result<Written<wire::Terms>, Problem> {
        let language = caller.language.unwrap_or(Language::English);
        let speaker = loaded.service.locales().speaker(language);
        let terms = openapi::PARAGRAPHS.map(|id| speaker.say(id)).join("\n\n");
        Ok(Written::new(terms).content_type(TEXT).language(language).cache("no-cache"))
    }

    /// Where are weaknesses reported?
    ///
    /// The contact of whoever runs the service, as RFC 9116 has it. There is none unless the deployment names it.
    #[oai(path = "/.well-known/security.txt", method = "get", operation_id = "securityText", tag = "Tag::Operate")]
    async fn security_text(&self) -> Result<Written<wire::SecurityText>, Problem> {
        let contact = self.0.contact.as_deref().ok_or(Kind::NotFound)?;
        let expires = day_of(now()).saturating_add(SECURITY_TEXT_HOLDS);
        let text = format!("Contact: {contact}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: sv, da, en\n");
        Ok(Written::new(text).content_type(TEXT))
    }

    /// The OpenSearch description
    ///
    /// How browsers and intranets search here and complete what is being written.
    #[oai(path = "/opensearch.xml", method = "get", operation_id = "opensearch", tag = "Tag::Search")]
    async fn opensearch(&self, loaded: &Loaded, caller: Caller) -> Result<Written<wire::OpenSearch>, Problem> {
        let language = caller.language.unwrap_or(Language::English);
        let (_, document) = loaded.opensearch.iter().find(|(known, _)| *known == language).ok_or(Kind::Internal)?;
        Ok(Document::written(document).content_type(media_type("opensearch")))
    }
}
