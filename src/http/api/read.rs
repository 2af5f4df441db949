//! Read: the guidelines and the vocabulary, the same for everybody until another corpus is published.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use poem_openapi::OpenApi;
use poem_openapi::param::Path;

use super::Tag;
use crate::ask::Service;
use crate::clinical::Language;
use crate::corpus::{Guideline, Rule};
use crate::http::caller::Caller;
use crate::http::clock::{day_of, now};
use crate::http::live::Loaded;
use crate::http::parameters::Sent;
use crate::http::problem::{Kind, Problem};
use crate::http::request::{CodeQuery, code_query, reader_language};
use crate::http::wire;
use crate::http::written::{Document, Written, json};
use crate::reply::RuleSheet;

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
        let language = reader(&caller, &language)?;
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
        let language = reader(&caller, &language)?;
        let id = format!("{}/{}", region.0, name.0);
        loaded.library.guideline.get(&(language, id)).map(Document::written).ok_or(Kind::GuidelineNotFound.into())
    }

    /// Look up a clinical code
    ///
    /// Every rule that carries the code, with its condition in words, its strength and its sections: what a record
    /// system shows beside a diagnosis or a procedure, without a patient. A code of ICD-10 finds the rules of its
    /// category as well.
    #[oai(path = "/api/v1/guidance", method = "get", operation_id = "findGuidance", tag = "Tag::Read")]
    async fn guidance(
        &self,
        loaded: &Loaded,
        caller: Caller,
        /// The code system, such as `icd-10-se` or `kva`.
        system: Sent,
        /// The code.
        code: Sent,
        /// Whose guidelines; those of every region when it is left out.
        region: Sent,
        /// The language of rules and conditions; else that of `Accept-Language`, else English.
        language: Sent,
    ) -> Result<Written<wire::Guidance>, Problem> {
        let query = code_query(system.0.as_deref(), code.0.as_deref(), region.0.as_deref(), language.0.as_deref())
            .map_err(Problem::parameters)?;
        let language = query.language.or(caller.language).unwrap_or(Language::English);
        let found = guidance(&loaded.service, &query, language, day_of(now()));
        Ok(Written::new(json(&found)?).language(language).cache("no-cache"))
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
        let language = reader(&caller, &language)?;
        loaded.library.facts.get(&language).map(Document::written).ok_or(Kind::Internal.into())
    }
}

fn reader(caller: &Caller, language: &Sent) -> Result<Language, Problem> {
    let asked = reader_language(language.0.as_deref()).map_err(Problem::parameters)?;
    Ok(asked.or(caller.language).unwrap_or(Language::English))
}

/// The rules that carry a code, in words.
pub fn guidance(service: &Service, query: &CodeQuery, language: Language, as_of: Date) -> wire::Guidance {
    let corpus = service.corpus();
    let of_guideline = |guideline: &Guideline| -> Vec<wire::GuidanceItem> {
        let carries = |rule: &Rule| rule.codes.iter().any(|code| code.covers(&query.system, &query.code));
        let carrying: BTreeSet<&str> =
            guideline.rules.iter().filter(|rule| carries(rule)).map(|rule| rule.id.as_str()).collect();
        if carrying.is_empty() {
            return Vec::new();
        }
        let sheet = service.describe(guideline, language);
        let warnings: Vec<_> = service.validity(guideline, as_of, language).into_iter().map(Into::into).collect();
        let entry = wire::GuidelineEntry::new(guideline, sheet.name);
        let rules = sheet.rules.into_iter().filter(|rule| carrying.contains(rule.id.as_str()));
        let item = |rule: RuleSheet| wire::GuidanceItem {
            guideline: entry.clone(),
            warnings: warnings.clone(),
            rule: rule.into(),
        };
        rules.map(item).collect()
    };
    let binding = corpus.guidelines.iter();
    let binding = binding.filter(|own| query.region.is_none_or(|region| own.metadata.region == region));
    wire::Guidance {
        language: language.into(),
        corpus: corpus.fingerprint.clone(),
        system: query.system.clone(),
        code: query.code.clone(),
        as_of: as_of.to_string(),
        items: binding.flat_map(of_guideline).collect(),
    }
}
