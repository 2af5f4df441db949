//! Operate: whether the service works, and how programs and browsers learn what it offers.

use std::sync::Arc;

use poem_openapi::OpenApi;

use super::caller::Caller;
use super::{App, PROGRAM, Tag};
use crate::clinical::Language;
use crate::http::live::Loaded;
use crate::http::openapi;
use crate::http::problem::{Kind, Problem};
use crate::http::wire;
use crate::http::written::{Document, Written, json};

/// Health and descriptions.
pub struct Operate(pub Arc<App>);

#[OpenApi]
impl Operate {
    /// Is the program running?
    #[oai(path = "/livez", method = "get", operation_id = "live", tag = "Tag::Operate")]
    async fn live(&self) -> Result<Written<wire::Live>, Problem> {
        Ok(Written::new(json(&wire::Live { status: "live".to_owned() })?))
    }

    /// Can it answer?
    ///
    /// Whether answers can be given and kept right now, learnt by writing to the database.
    #[oai(path = "/readyz", method = "get", operation_id = "ready", tag = "Tag::Operate")]
    async fn ready(&self, loaded: &Loaded) -> Result<Written<wire::Ready>, Problem> {
        if let Err(error) = self.0.store.ready().await {
            tracing::warn!(%error, "not ready");
            return Err(Kind::Unavailable.into());
        }
        let ready = wire::Ready {
            status: "ready".to_owned(),
            program: PROGRAM.to_owned(),
            corpus: loaded.service.corpus().fingerprint.clone(),
        };
        Ok(Written::new(json(&ready)?))
    }

    /// This document
    #[oai(path = "/openapi.json", method = "get", operation_id = "openapi", tag = "Tag::Operate")]
    async fn openapi(&self, loaded: &Loaded) -> Result<Written<wire::OpenApiDocument>, Problem> {
        let vocabulary = &loaded.service.corpus().vocabulary;
        Ok(loaded.openapi.get_or_init(|| openapi::document(&self.0, vocabulary)).written())
    }

    /// The OpenSearch description
    ///
    /// How browsers and intranets search here and complete what is being written.
    #[oai(path = "/opensearch.xml", method = "get", operation_id = "opensearch", tag = "Tag::Search")]
    async fn opensearch(&self, loaded: &Loaded, caller: Caller) -> Result<Written<wire::OpenSearch>, Problem> {
        let language = caller.language.unwrap_or(Language::English);
        let (_, document) = loaded.opensearch.iter().find(|(known, _)| *known == language).ok_or(Kind::Internal)?;
        Ok(Document::written(document).content_type("application/opensearchdescription+xml"))
    }
}
