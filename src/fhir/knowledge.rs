//! A guideline as FHIR: its rules as a PlanDefinition, their logic as a Library.

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::FACTS_SYSTEM;
use super::codes::concept;
use super::cql::{cql, facts_of, library_name};
use super::required::requirements;
use crate::clinical::Language;
use crate::corpus::{Corpus, FactKind, Guideline};
use crate::reply::{CitationLine, GuidelineSheet, RuleSheet};

/// What a guideline is written from.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The guideline.
    pub guideline: &'a Guideline,
    /// The guideline in words.
    pub sheet: &'a GuidelineSheet,
    /// The language of the words.
    pub language: Language,
    /// The corpus that it stands in.
    pub corpus: &'a Corpus,
    /// Where this service is reached from outside, without a slash at its end.
    pub base: &'a str,
    /// The day it is read.
    pub today: Date,
}

/// A guideline's id as FHIR writes ids: `se-m-osteoporos`.
#[must_use]
pub fn resource_id(guideline: &Guideline) -> String {
    guideline.id().replace('/', "-")
}

impl Told<'_> {
    /// The rules.
    #[must_use]
    pub fn plan_definition(&self) -> Value {
        let mut plan = self.head("PlanDefinition");
        plan.insert(
            "type".into(),
            coded("http://terminology.hl7.org/CodeSystem/plan-definition-type", "clinical-protocol"),
        );
        plan.insert("library".into(), json!([format!("{}/fhir/Library/{}", self.base, resource_id(self.guideline))]));
        plan.insert("action".into(), self.sheet.rules.iter().map(|rule| self.action(rule)).collect());
        plan.into()
    }

    /// Their logic.
    #[must_use]
    pub fn library(&self) -> Value {
        let vocabulary = &self.corpus.vocabulary;
        let mut library = self.head("Library");
        library.insert("type".into(), coded("http://terminology.hl7.org/CodeSystem/library-type", "logic-library"));
        let facts: Vec<_> = facts_of(self.guideline).into_iter().filter_map(|id| vocabulary.get(id)).collect();
        let taken = facts.iter().map(|fact| {
            let kind = match &fact.kind {
                FactKind::Boolean => "boolean",
                FactKind::Number { integer: true, .. } => "integer",
                FactKind::Number { integer: false, .. } => "decimal",
                FactKind::Choice(_) => "string",
            };
            json!({"name": fact.name, "use": "in", "min": 0, "max": "1", "type": kind})
        });
        let given = self
            .guideline
            .rules
            .iter()
            .map(|rule| json!({"name": rule.id, "use": "out", "min": 1, "max": "1", "type": "string"}));
        library.insert("parameter".into(), taken.chain(given).collect());
        let required: Vec<_> = facts.iter().flat_map(|fact| requirements(fact, vocabulary)).collect();
        library.insert("dataRequirement".into(), required.into());
        let text = cql(self.guideline, vocabulary, &self.version());
        library.insert("content".into(), json!([{"contentType": "text/cql", "data": base64(text.as_bytes())}]));
        library.into()
    }

    /// The corpus decides what a guideline says here: its fingerprint is the version.
    fn version(&self) -> String {
        let digest = self.corpus.fingerprint.trim_start_matches("sha256:");
        digest.chars().take(16).collect()
    }

    /// What both have.
    fn head(&self, kind: &str) -> Map<String, Value> {
        let metadata = &self.guideline.metadata;
        let id = resource_id(self.guideline);
        let mut head = Map::new();
        let mut put = |key: &str, value: Value| head.insert(key.to_owned(), value);
        put("resourceType", kind.into());
        put("id", id.clone().into());
        put("language", self.language.code().into());
        put("url", format!("{}/fhir/{kind}/{id}", self.base).into());
        put("identifier", json!([{"system": "urn:nordvis:guidelines", "value": self.guideline.id()}]));
        put("version", self.version().into());
        put("name", library_name(self.guideline).into());
        put("title", self.sheet.name.clone().into());
        put("status", self.status().into());
        put("publisher", metadata.issuer.clone().into());
        put("description", metadata.title.clone().into());
        put("usage", metadata.r#use.trim().into());
        let region = json!({"system": "urn:iso:std:iso:3166:-2", "code": metadata.region.code()});
        put("jurisdiction", json!([{"coding": [region]}]));
        let mut period = Map::new();
        if let Some(first) = metadata.valid_from.or(metadata.published) {
            period.insert("start".to_owned(), first.to_string().into());
        }
        if let Some(last) = metadata.valid_to {
            period.insert("end".to_owned(), last.to_string().into());
        }
        if !period.is_empty() {
            put("effectivePeriod", period.into());
        }
        let page = format!("{}/guidelines/{}", self.base, self.guideline.id());
        put("relatedArtifact", json!([{"type": "documentation", "display": metadata.title, "url": page}]));
        head
    }

    fn status(&self) -> &'static str {
        let metadata = &self.guideline.metadata;
        if metadata.expired_on(self.today) {
            "retired"
        } else if metadata.in_force_by(self.today) {
            "active"
        } else {
            "draft"
        }
    }

    fn action(&self, rule: &RuleSheet) -> Value {
        let condition = json!({
            "kind": "applicability",
            "expression": {
                "description": rule.when.text,
                "language": "text/cql",
                "expression": format!("\"{}: applies\"", rule.id),
            },
        });
        let mut action = json!({
            "id": rule.id,
            "title": rule.summary,
            "description": rule.text,
            "documentation": rule.citations.iter().map(|citation| self.cited(citation)).collect::<Vec<_>>(),
            "condition": [condition],
        });
        let codes = rule.codes.iter().map(|code| {
            let known = [crate::corpus::ClinicalCode { system: code.system.clone(), code: code.code.clone() }];
            concept(&known, &code.text, &self.corpus.vocabulary)
        });
        let codes: Vec<_> = codes.collect();
        if let Some(object) = action.as_object_mut()
            && !codes.is_empty()
        {
            object.insert("code".to_owned(), codes.into());
        }
        action
    }

    fn cited(&self, citation: &CitationLine) -> Value {
        cited(self.base, &citation.text, &citation.url)
    }
}

/// A section that something stands on.
pub(super) fn cited(base: &str, text: &str, url: &str) -> Value {
    json!({"type": "citation", "display": text, "url": format!("{base}{url}")})
}

fn coded(system: &str, code: &str) -> Value {
    json!({"coding": [{"system": system, "code": code}]})
}

/// RFC 4648's base64, as FHIR writes bytes.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let letter = |six: u32| LETTERS.get((six & 63) as usize).map_or('=', |letter| char::from(*letter));
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let mut padded = three.iter().copied().chain([0, 0]).take(3);
        let number = padded.by_ref().fold(0_u32, |number, byte| (number << 8) | u32::from(byte));
        for place in 0..4 {
            text.push(if place <= three.len() { letter(number >> (18 - 6 * place)) } else { '=' });
        }
    }
    text
}

/// What the service is, to those who ask FHIR's way.
#[must_use]
pub fn capability_statement(base: &str, program: &str, description: &str, today: Date) -> Value {
    let interactions = |codes: &[&str]| codes.iter().map(|code| json!({"code": code})).collect::<Vec<_>>();
    let searched = json!([
        {"name": "_id", "type": "token"},
        {"name": "url", "type": "uri"},
        {"name": "status", "type": "token"},
    ]);
    let read = |kind: &str| json!({"type": kind, "interaction": interactions(&["read", "search-type"]), "searchParam": searched});
    json!({
        "resourceType": "CapabilityStatement",
        "url": format!("{base}/fhir/metadata"),
        "name": "Nordvis",
        "status": "active",
        "date": today.to_string(),
        "kind": "instance",
        "software": {"name": "nordvis", "version": program},
        "implementation": {"description": description, "url": format!("{base}/fhir")},
        "fhirVersion": "4.0.1",
        "format": ["application/fhir+json"],
        "rest": [{
            "mode": "server",
            "documentation": format!("Facts that are asked for can be sent as Observations coded in {FACTS_SYSTEM}."),
            "resource": [
                read("PlanDefinition"),
                read("Library"),
                {"type": "GuidanceResponse", "interaction": interactions(&["read"])},
            ],
        }],
    })
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_as_in_the_rfc() {
        let cases =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE=")];
        for (bytes, text) in cases {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xff, 0xef, 0xfe]), "/+/+");
    }
}
