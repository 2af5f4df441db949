//! Numbers as each language writes them: decimal comma, minus sign, digit groups.

use std::str::FromStr;
use std::sync::LazyLock;

use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;
use icu_locale_core::locale;

use crate::clinical::Language;

type Formatter = Option<DecimalFormatter>;

/// The formatters are made once: they are built from data in the program and never change.
static FORMATTERS: LazyLock<[(Language, Formatter); 3]> = LazyLock::new(|| {
    let make = |locale: icu_locale_core::Locale| {
        DecimalFormatter::try_new(locale.into(), icu_decimal::options::DecimalFormatterOptions::default()).ok()
    };
    [
        (Language::Swedish, make(locale!("sv"))),
        (Language::Danish, make(locale!("da"))),
        (Language::English, make(locale!("en-GB"))),
    ]
});

/// A number with as few decimals as say it exactly.
#[must_use]
pub fn number(language: Language, value: f64) -> String {
    let plain = value.to_string();
    let formatter =
        FORMATTERS.iter().find(|(known, _)| *known == language).and_then(|(_, formatter)| formatter.as_ref());
    match (formatter, Decimal::from_str(&plain)) {
        // A hyphen in front of a number can be taken for a dash; the minus sign cannot.
        (Some(formatter), Ok(decimal)) => formatter.format(&decimal).to_string().replace('-', "\u{2212}"),
        // Only numbers that are not finite have no decimal form; the vocabulary's ranges keep them out.
        (None, _) | (_, Err(_)) => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::number;
    use crate::clinical::Language::{Danish, English, Swedish};

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        assert_eq!([Swedish, Danish, English].map(|l| number(l, 19.9)), ["19,9", "19,9", "19.9"]);
        assert_eq!([Swedish, Danish, English].map(|l| number(l, -2.5)), ["\u{2212}2,5", "\u{2212}2,5", "\u{2212}2.5"]);
        assert_eq!([Swedish, Danish, English].map(|l| number(l, 12345.0)), ["12\u{a0}345", "12.345", "12,345"]);
        assert_eq!(number(Danish, 35.0), "35");
    }
}
