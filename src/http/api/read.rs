//! Read: the guidelines and the vocabulary, the same for everybody until another corpus is published.

use std::collections::BTreeMap;

use poem_openapi::OpenApi;
use poem_openapi::param::Path;

use super::Tag;
use super::caller::Caller;
use crate::ask::Service;
use crate::clinical::Language;
use crate::http::live::Loaded;
use crate::http::parameters::Sent;
use crate::http::problem::{Kind, Problem};
use crate::http::request::reader_language;
use crate::http::wire;
use crate::http::written::{Document, Written, json};

/// What can be read, written once in every language.
pub struct Library {
    facts: BTreeMap<Language, Document>,
    guidelines: BTreeMap<Language, Document>,
    guideline: BTreeMap<(Language, String), Document>,
}

impl Library {
    /// Writes everything.
    ///
    /// # Errors
    /// A fault of the program: something that JSON cannot say.
    pub fn new(service: &Service) -> Result<Self, Problem> {
        let mut library = Self { facts: BTreeMap::new(), guidelines: BTreeMap::new(), guideline: BTreeMap::new() };
        let corpus = service.corpus();
        let fingerprint = || corpus.fingerprint.clone();
        for language in Language::ALL {
            let document = |bytes| Document::new(bytes, Some(language));
            let facts = wire::Vocabulary::new(language, fingerprint(), service.facts(language));
            library.facts.insert(language, document(json(&facts)?));
            let mut items = Vec::new();
            for guideline in &corpus.guidelines {
                let whole = wire::Guideline::new(guideline, fingerprint(), service.describe(guideline, language));
                items.push(whole.guideline.clone());
                library.guideline.insert((language, guideline.id().to_owned()), document(json(&whole)?));
            }
            let list = wire::Guidelines { language: language.into(), corpus: fingerprint(), items };
            library.guidelines.insert(language, document(json(&list)?));
        }
        Ok(library)
    }
}

/// Guidelines and vocabulary.
pub struct Read;

#[OpenApi]
impl Read {
    /// List the guidelines
    ///
    /// Every guideline with where and when it binds.
    #[oai(path = "/api/v1/guidelines", method = "get", operation_id = "listGuidelines", tag = "Tag::Read")]
    async fn guidelines(
        &self,
        loaded: &Loaded,
        caller: Caller,
        /// The language of names; else that of `Accept-Language`, else English.
        language: Sent,
    ) -> Result<Written<wire::Guidelines>, Problem> {
        let language = reader(caller, &language)?;
        loaded.library.guidelines.get(&language).map(Document::written).ok_or(Kind::Internal.into())
    }

    /// Read a guideline
    ///
    /// A guideline with its sections, and its rules with their conditions as CQL and in words.
    #[oai(path = "/api/v1/guidelines/:region/:name", method = "get", operation_id = "readGuideline", tag = "Tag::Read")]
    async fn guideline(
        &self,
        loaded: &Loaded,
        caller: Caller,
        /// The first part of the guideline's id, such as `se-m`.
        region: Path<String>,
        /// The second part of the guideline's id, such as `osteoporos`.
        name: Path<String>,
        /// The language of rules and conditions; else that of `Accept-Language`, else English.
        language: Sent,
    ) -> Result<Written<wire::Guideline>, Problem> {
        let language = reader(caller, &language)?;
        let id = format!("{}/{}", region.0, name.0);
        loaded.library.guideline.get(&(language, id)).map(Document::written).ok_or(Kind::GuidelineNotFound.into())
    }

    /// List the facts
    ///
    /// The vocabulary: what a structured case can state.
    #[oai(path = "/api/v1/facts", method = "get", operation_id = "listFacts", tag = "Tag::Read")]
    async fn facts(
        &self,
        loaded: &Loaded,
        caller: Caller,
        /// The language of labels and questions; else that of `Accept-Language`, else English.
        language: Sent,
    ) -> Result<Written<wire::Vocabulary>, Problem> {
        let language = reader(caller, &language)?;
        loaded.library.facts.get(&language).map(Document::written).ok_or(Kind::Internal.into())
    }
}

fn reader(caller: Caller, language: &Sent) -> Result<Language, Problem> {
    let asked = reader_language(language.0.as_deref()).map_err(Problem::parameters)?;
    Ok(asked.or(caller.language).unwrap_or(Language::English))
}
