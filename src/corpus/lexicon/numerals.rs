//! Numbers in words, written out from their parts: "sjuttiotvå", "tooghalvfjerds", "seventy".

use std::collections::BTreeMap;

use serde::Deserialize;

/// The parts of a language's numbers up to a hundred.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numerals {
    /// Numbers that are one word of their own.
    words: BTreeMap<String, u16>,
    /// What counts the units inside a longer number.
    units: BTreeMap<String, u16>,
    /// The tens.
    tens: BTreeMap<String, u16>,
    /// What stands between units and tens where the units come first, as in Danish; nothing where the tens come first.
    units_first: Option<String>,
}

impl Numerals {
    /// Every number in words, with its value.
    pub fn written_out(&self) -> BTreeMap<String, u16> {
        let mut all = self.words.clone();
        for (tens, ten) in &self.tens {
            all.insert(tens.clone(), *ten);
            for (units, unit) in &self.units {
                let word = match &self.units_first {
                    Some(between) => format!("{units}{between}{tens}"),
                    None => format!("{tens}{units}"),
                };
                all.insert(word, ten + unit);
            }
        }
        all
    }
}
