//! A guideline: what it is, its sections, and its rules with their conditions.

use jiff::civil::Date;
use poem_openapi::Object;
use serde::Serialize;

use super::lines::{Citation, Code, Deadline, Note, Target, twins};
use super::words::{Intent, Language, Region, SectionKind, Strength};
use crate::corpus;
use crate::reply::{ConditionLine, GuidelineSheet, RuleSheet};

/// Every guideline.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Guidelines {
    /// The language of names.
    pub language: Language,
    /// The fingerprint of the corpus.
    pub corpus: String,
    /// The guidelines, by id.
    pub items: Vec<GuidelineEntry>,
}

/// What a guideline is.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
#[serde(rename_all = "camelCase")]
#[oai(rename_all = "camelCase")]
pub struct GuidelineEntry {
    /// The id: region and name.
    pub id: String,
    /// Its name in the reader's language.
    pub name: String,
    /// The title as printed.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// What kind of document it is.
    pub document_type: String,
    /// Where it binds.
    pub region: Region,
    /// The language it is written in.
    pub language: Language,
    /// What it is about.
    pub subject: String,
    /// The number that the issuer gave it.
    #[oai(nullable)]
    pub document_id: Option<String>,
    /// The version that the issuer gave it.
    #[oai(nullable)]
    pub version: Option<String>,
    /// The first day it is valid.
    #[oai(nullable)]
    pub valid_from: Option<String>,
    /// The last day it is valid.
    #[oai(nullable)]
    pub valid_to: Option<String>,
    /// The day it was published.
    #[oai(nullable)]
    pub published: Option<String>,
    /// When it was last revised.
    #[oai(nullable)]
    pub last_revised: Option<String>,
    /// Where it can be read on this service.
    pub url: String,
}

impl GuidelineEntry {
    /// The entry of a guideline.
    pub fn new(guideline: &corpus::Guideline, name: String) -> Self {
        let metadata = &guideline.metadata;
        let day = |date: Option<Date>| date.map(|date| date.to_string());
        Self {
            id: metadata.id.clone(),
            name,
            title: metadata.title.clone(),
            issuer: metadata.issuer.clone(),
            document_type: metadata.document_type.clone(),
            region: metadata.region.into(),
            language: metadata.language.into(),
            subject: metadata.subject.clone(),
            document_id: metadata.document_id.clone(),
            version: metadata.version.clone(),
            valid_from: day(metadata.valid_from),
            valid_to: day(metadata.valid_to),
            published: day(metadata.published),
            last_revised: day(metadata.last_revised),
            url: format!("/guidelines/{}", metadata.id),
        }
    }
}

/// A guideline with its sections and rules.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
#[serde(rename_all = "camelCase")]
#[oai(rename_all = "camelCase")]
pub struct Guideline {
    /// What it is.
    pub guideline: GuidelineEntry,
    /// The fingerprint of the corpus.
    pub corpus: String,
    /// For whom and for what it is, in its own language.
    pub r#use: String,
    /// For whom and for what it is not, in its own language.
    pub misuse: String,
    /// The file name of the original.
    pub source_file: String,
    /// How page numbers were found.
    pub page_basis: String,
    /// Its sections, in order.
    pub sections: Vec<Section>,
    /// Its rules, in order.
    pub rules: Vec<Rule>,
    /// Where the source contradicts itself, and limits of what it says.
    pub notes: Vec<Note>,
}

impl Guideline {
    /// A guideline in words.
    pub fn new(guideline: &corpus::Guideline, corpus: String, sheet: GuidelineSheet) -> Self {
        let metadata = &guideline.metadata;
        Self {
            guideline: GuidelineEntry::new(guideline, sheet.name),
            corpus,
            r#use: metadata.r#use.clone(),
            misuse: metadata.misuse.clone(),
            source_file: metadata.source_file.clone(),
            page_basis: metadata.page_basis.clone(),
            sections: guideline.sections.iter().map(|section| Section::new(&metadata.id, section)).collect(),
            rules: twins(sheet.rules),
            notes: twins(sheet.notes),
        }
    }
}

/// One section of a guideline.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Section {
    /// The id that citations name.
    pub id: String,
    /// 1 for the title, 2 for a chapter …
    pub level: u8,
    /// The heading.
    pub heading: String,
    /// What it is; only guidance directs.
    pub kind: SectionKind,
    /// The page of the original, where it is known.
    #[oai(nullable)]
    pub page: Option<u32>,
    /// The body as plain text, in the guideline's language.
    pub text: String,
    /// Where it can be read on this service.
    pub url: String,
}

impl Section {
    fn new(guideline: &str, section: &corpus::Section) -> Self {
        Self {
            id: section.id.clone(),
            level: section.level,
            heading: section.heading.clone(),
            kind: section.kind.into(),
            page: section.page,
            text: section.text.clone(),
            url: format!("/guidelines/{guideline}#{}", section.id),
        }
    }
}

/// One rule of a guideline.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Rule {
    /// Its id, which is the recommendation's.
    pub id: String,
    /// Which questions it answers.
    pub answers: Vec<Intent>,
    /// The source's modal verb.
    pub strength: Strength,
    /// Whether it is decided practice.
    pub decided: bool,
    /// The bottom line.
    pub summary: String,
    /// The bottom line and what the source adds to it.
    pub text: String,
    /// What must be true.
    pub when: Condition,
    /// The exception that makes it provisional while unknown.
    #[oai(nullable)]
    pub unless: Option<Condition>,
    /// The exception that counts only when it is stated.
    #[oai(nullable)]
    pub barring: Option<Condition>,
    /// Ids of facts that its content needs.
    pub wants: Vec<String>,
    /// Where to refer.
    pub targets: Vec<Target>,
    /// Codes to register.
    pub codes: Vec<Code>,
    /// A time limit.
    #[oai(nullable)]
    pub deadline: Option<Deadline>,
    /// The grade of evidence that the source prints.
    #[oai(nullable)]
    pub evidence: Option<String>,
    /// The sections it stands on; never empty.
    #[oai(validator(min_items = 1))]
    pub citations: Vec<Citation>,
}

impl From<RuleSheet> for Rule {
    fn from(sheet: RuleSheet) -> Self {
        Self {
            id: sheet.id,
            answers: twins(sheet.answers),
            strength: sheet.strength.into(),
            decided: sheet.decided,
            summary: sheet.summary,
            text: sheet.text,
            when: sheet.when.into(),
            unless: sheet.unless.map(Condition::from),
            barring: sheet.barring.map(Condition::from),
            wants: sheet.wants,
            targets: twins(sheet.targets),
            codes: twins(sheet.codes),
            deadline: sheet.deadline.map(Deadline::from),
            evidence: sheet.evidence,
            citations: twins(sheet.citations),
        }
    }
}

/// A condition over facts.
#[derive(Debug, Clone, PartialEq, Serialize, Object)]
pub struct Condition {
    /// As the guideline's rules write it, with named conditions.
    pub written: String,
    /// As CQL, with named conditions written out.
    pub cql: String,
    /// In words.
    pub text: String,
}

impl From<ConditionLine> for Condition {
    fn from(line: ConditionLine) -> Self {
        Self { written: line.written, cql: line.cql, text: line.text }
    }
}
