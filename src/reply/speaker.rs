//! One language speaking: messages by id, lists, numbers and dates.

use std::collections::BTreeMap;

use fluent_bundle::FluentArgs;
use jiff::civil::Date;

use super::bundle::Bundle;
use super::numbers;
use crate::clinical::Language;

/// The variables of a message.
pub type Arguments<'a> = [(&'a str, &'a str)];

/// Says messages in one language.
pub struct Speaker {
    language: Language,
    /// Messages without variables never change, so they are rendered once.
    fixed: BTreeMap<String, String>,
    bundle: Bundle,
}

impl Speaker {
    /// A speaker of messages that were checked.
    pub(super) fn new(language: Language, bundle: Bundle) -> Self {
        let mut speaker = Self { language, fixed: BTreeMap::new(), bundle };
        let fixed: Vec<_> =
            speaker.bundle.declared.iter().filter(|(_, d)| d.variables.is_empty()).map(|(id, _)| id).collect();
        let rendered = fixed.into_iter().map(|id| (id.clone(), speaker.format(id, &FluentArgs::new()))).collect();
        speaker.fixed = rendered;
        speaker
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A message without variables; `id.attribute` names an attribute.
    #[must_use]
    pub fn say(&self, id: &str) -> &str {
        self.fixed.get(id).map_or("", String::as_str)
    }

    /// A message without variables that not every language must have.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&str> {
        self.fixed.get(id).map(String::as_str)
    }

    /// A message with variables.
    #[must_use]
    pub fn tell(&self, id: &str, arguments: &Arguments<'_>) -> String {
        if let Some(fixed) = self.fixed.get(id) {
            return fixed.clone();
        }
        let mut values = FluentArgs::with_capacity(arguments.len());
        arguments.iter().for_each(|(name, value)| values.set(*name, *value));
        self.format(id, &values)
    }

    /// A message with words and numbers: plural forms depend on the numbers, which are written as the language has them.
    #[must_use]
    pub fn tell_counted(&self, id: &str, words: &Arguments<'_>, numbers: &[(&str, u64)]) -> String {
        let mut values = FluentArgs::with_capacity(words.len() + numbers.len());
        words.iter().for_each(|(name, value)| values.set(*name, *value));
        numbers.iter().for_each(|(name, number)| values.set(*name, *number));
        self.format(id, &values)
    }

    /// A message whose variable `number` is a number, so that its plural form can depend on it.
    #[must_use]
    pub fn count(&self, id: &str, number: f64) -> String {
        let mut values = FluentArgs::with_capacity(1);
        values.set("number", number);
        self.format(id, &values)
    }

    fn format(&self, id: &str, arguments: &FluentArgs<'_>) -> String {
        let (message, attribute) =
            id.split_once('.').map_or((id, None), |(message, attribute)| (message, Some(attribute)));
        let pattern = self.bundle.fluent.get_message(message).and_then(|message| match attribute {
            None => message.value(),
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
        });
        let mut errors = Vec::new();
        let text = pattern.map(|pattern| self.bundle.fluent.format_pattern(pattern, Some(arguments), &mut errors));
        // The loader has seen that the message exists and takes no other variables.
        // A message may be written over several lines; it is said in one.
        text.map(|text| if text.contains('\n') { text.replace('\n', " ") } else { text.into_owned() })
            .unwrap_or_default()
    }

    /// A number as the language writes it.
    #[must_use]
    pub fn number(&self, value: f64) -> String {
        numbers::number(self.language, value)
    }

    /// A day as the language writes it: `30 juni 2021`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let month = self.say(&format!("month-{}", date.month())).to_owned();
        self.tell("date", &[("day", &date.day().to_string()), ("month", &month), ("year", &date.year().to_string())])
    }

    /// A month as the language writes it: `december 2016`.
    #[must_use]
    pub fn month(&self, date: Date) -> String {
        let month = self.say(&format!("month-{}", date.month()));
        self.tell("month", &[("month", month), ("year", &date.year().to_string())])
    }

    /// `a`, `a och b`, `a, b och c`; `joiner` is `list-and` or `list-or`.
    #[must_use]
    pub fn list(&self, joiner: &str, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => self.tell(joiner, &[("items", &first.join(", ")), ("last", last)]),
        }
    }
}
