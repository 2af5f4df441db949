//! `guideline.toml`: what a document is, where and when it binds, what it is for and what it is not for.

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use super::Fault;
use super::toml_file::TomlFile;
use crate::clinical::{Language, Region};

/// Years after which a guideline without an end date is called old.
const OLD_AFTER_YEARS: i16 = 5;

/// What a document says of itself. Dates that it does not print are absent.
#[derive(Debug, Clone, PartialEq)]
pub struct Metadata {
    /// The id: region and name, `se-m/osteoporos`.
    pub id: String,
    /// The title as printed.
    pub title: String,
    /// What kind of document it is, in its own language.
    pub document_type: String,
    /// Who issued it.
    pub issuer: String,
    /// Where it binds.
    pub region: Region,
    /// The language of the document and of our edition.
    pub language: Language,
    /// What it is about; facts and words touch a subject.
    pub subject: String,
    /// The file name of the original.
    pub source_file: String,
    /// The number that the issuer gave it.
    pub document_id: Option<String>,
    /// The version that the issuer gave it.
    pub version: Option<String>,
    /// The first day it is valid.
    pub valid_from: Option<Date>,
    /// The last day it is valid.
    pub valid_to: Option<Date>,
    /// The day it was published.
    pub published: Option<Date>,
    /// When it was last revised; the first day of the month where only a month is printed.
    pub last_revised: Option<Date>,
    /// Whether only the month of the last revision is printed.
    pub last_revised_month_only: bool,
    /// The section that the dates belong to, where it is not the whole document.
    pub dates_of: Option<String>,
    /// How page numbers were found.
    pub page_basis: String,
    /// For whom and for what it is, in its language.
    pub r#use: String,
    /// For whom and for what it is not, in its language.
    pub misuse: String,
}

impl Metadata {
    /// Whether the document had come into force on that day. One without a first day is taken to have.
    #[must_use]
    pub fn in_force_by(&self, day: Date) -> bool {
        self.valid_from.or(self.published).is_none_or(|first| first <= day)
    }

    /// Whether its last day was before that day.
    #[must_use]
    pub fn expired_on(&self, day: Date) -> bool {
        self.valid_to.is_some_and(|last| last < day)
    }

    /// Whether no date at all is printed.
    #[must_use]
    pub const fn undated(&self) -> bool {
        self.valid_from.is_none() && self.valid_to.is_none() && self.published.is_none() && self.last_revised.is_none()
    }

    /// Whether its newest date lies more than five years before that day while no end date speaks for itself.
    #[must_use]
    pub fn old_on(&self, day: Date) -> bool {
        let newest = [self.valid_from, self.published, self.last_revised].into_iter().flatten().max();
        match (self.valid_to, newest) {
            (None, Some(newest)) => newest.saturating_add(jiff::Span::new().years(OLD_AFTER_YEARS)) < day,
            (Some(_), _) | (None, None) => false,
        }
    }

    /// The newest date that the document prints of itself.
    #[must_use]
    pub fn newest_date(&self) -> Option<Date> {
        [self.valid_from, self.published, self.last_revised].into_iter().flatten().max()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    id: Spanned<String>,
    title: String,
    document_type: String,
    issuer: String,
    region: Spanned<String>,
    language: Spanned<String>,
    subject: String,
    source_file: String,
    document_id: Option<String>,
    version: Option<String>,
    valid_from: Option<Spanned<toml::value::Datetime>>,
    valid_to: Option<Spanned<toml::value::Datetime>>,
    published: Option<Spanned<toml::value::Datetime>>,
    last_revised: Option<Spanned<toml::Value>>,
    dates_of: Option<String>,
    page_basis: String,
    r#use: String,
    misuse: String,
}

/// Reads the `guideline.toml` of the folder `id`.
pub fn read(file: &TomlFile<'_>, id: &str, faults: &mut Vec<Fault>) -> Option<Metadata> {
    let shape: Shape = file.read(faults)?;
    if shape.id.get_ref() != id {
        faults.push(file.fault(&shape.id, format!("the id is not the folder's, `{id}`"), "write the folder's name"));
    }
    let region = Region::from_code(shape.region.get_ref());
    if region.is_err() {
        let help = "write the ISO 3166-2 code of a Swedish county or a Danish region: SE-F, DK-81";
        faults.push(file.fault(&shape.region, format!("`{}` is not a region", shape.region.get_ref()), help));
    }
    let language = Language::from_tag(shape.language.get_ref());
    if language.is_none() {
        let message = format!("`{}` is not a language of nordvis", shape.language.get_ref());
        faults.push(file.fault(&shape.language, message, "write sv, da or en"));
    }
    let mut date = |at: &Option<Spanned<toml::value::Datetime>>| at.as_ref().and_then(|at| file.date(at, faults));
    let [valid_from, valid_to, published] = [&shape.valid_from, &shape.valid_to, &shape.published].map(&mut date);
    let last_revised = shape.last_revised.as_ref().and_then(|at| file.day_or_month(at, faults));
    if let (Some(first), Some(last), Some(at)) = (valid_from.or(published), valid_to, &shape.valid_to)
        && last < first
    {
        faults.push(file.fault(at, "the last day is before the first", "look both dates up in the document"));
    }
    Some(Metadata {
        id: id.to_owned(),
        title: shape.title,
        document_type: shape.document_type,
        issuer: shape.issuer,
        region: region.ok()?,
        language: language?,
        subject: shape.subject,
        source_file: shape.source_file,
        document_id: shape.document_id,
        version: shape.version,
        valid_from,
        valid_to,
        published,
        last_revised: last_revised.map(|(date, _)| date),
        last_revised_month_only: last_revised.is_some_and(|(_, month_only)| month_only),
        dates_of: shape.dates_of,
        page_basis: shape.page_basis,
        r#use: shape.r#use.trim().to_owned(),
        misuse: shape.misuse.trim().to_owned(),
    })
}
