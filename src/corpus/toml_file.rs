//! TOML that people write: shapes without unknown keys, and faults that point at the place.

use std::ops::Range;

use jiff::civil::Date;
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::{Fault, Files};

/// One TOML file with its path, for faults that point into it.
#[derive(Debug, Clone, Copy)]
pub struct TomlFile<'a> {
    /// The path, relative to the corpus.
    pub path: &'a str,
    /// The text.
    pub text: &'a str,
}

impl<'a> TomlFile<'a> {
    /// The file at `path`, or a fault that says that it is missing.
    pub fn open(files: &'a Files, path: &'a str, faults: &mut Vec<Fault>) -> Option<Self> {
        let text = files.get(path);
        if text.is_none() {
            faults.push(Fault::error(path, None, "the file is missing", "corpus/README.md shows what it holds"));
        }
        text.map(|text| Self { path, text })
    }

    /// Reads the file into a shape, or says where it does not fit.
    pub fn read<T: DeserializeOwned>(&self, faults: &mut Vec<Fault>) -> Option<T> {
        match toml::from_str(self.text) {
            Ok(value) => Some(value),
            Err(error) => {
                let message = error.message().trim().replace('\n', "; ");
                faults.push(Fault::error(
                    self.path,
                    error.span(),
                    message,
                    "corpus/README.md shows the keys of this file",
                ));
                None
            }
        }
    }

    /// A fault at a value of the file.
    pub fn fault<T>(&self, at: &Spanned<T>, message: impl Into<String>, help: impl Into<String>) -> Fault {
        Fault::error(self.path, at.span(), message, help)
    }

    /// The bytes that a quoted value's text takes, without its quotes.
    pub fn inside(&self, at: &Spanned<String>) -> Range<usize> {
        let span = at.span();
        let written = self.text.get(span.clone()).unwrap_or_default();
        match written.find(at.get_ref().as_str()) {
            Some(offset) => span.start + offset..span.start + offset + at.get_ref().len(),
            None => span,
        }
    }

    /// A day (`2016-12-31`), or a month in quotes (`"2016-12"`) with its first day and `true`, or a fault.
    pub fn day_or_month(&self, at: &Spanned<toml::Value>, faults: &mut Vec<Fault>) -> Option<(Date, bool)> {
        let found = match at.get_ref() {
            toml::Value::Datetime(datetime) => {
                return self.date(&Spanned::new(at.span(), *datetime), faults).map(|date| (date, false));
            }
            toml::Value::String(month) if month.len() == "2016-12".len() => format!("{month}-01").parse().ok(),
            _ => None,
        };
        if found.is_none() {
            faults.push(self.fault(
                at,
                "this is neither a day nor a month",
                "write 2016-12-31, or \"2016-12\" in quotes",
            ));
        }
        found.map(|date| (date, true))
    }

    /// A date without a time, or a fault.
    pub fn date(&self, at: &Spanned<toml::value::Datetime>, faults: &mut Vec<Fault>) -> Option<Date> {
        let datetime = at.get_ref();
        let date = match (datetime.date, datetime.time) {
            (Some(date), None) => {
                let (month, day) = (i8::try_from(date.month).ok(), i8::try_from(date.day).ok());
                let year = i16::try_from(date.year).ok();
                year.zip(month).zip(day).and_then(|((year, month), day)| Date::new(year, month, day).ok())
            }
            _ => None,
        };
        if date.is_none() {
            faults.push(self.fault(at, format!("`{datetime}` is not a day"), "write a day without quotes: 2025-11-17"));
        }
        date
    }
}
