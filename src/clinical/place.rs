//! Where the asker works and which language the reply is in.

use std::fmt;

/// A language that nordvis speaks, with its BCP 47 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Swedish, `sv`.
    Swedish,
    /// Danish, `da`.
    Danish,
    /// English, `en`.
    English,
}

impl Language {
    /// Every language, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Swedish, Self::Danish, Self::English];

    /// The BCP 47 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::Danish => "da",
            Self::English => "en",
        }
    }

    /// The language of a BCP 47 tag: its primary subtag counts, so `sv-FI` is Swedish.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.code()))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The ISO 3166-2 codes of Sweden's counties and Denmark's regions.
const REGIONS: [&str; 26] = [
    "DK-81", "DK-82", "DK-83", "DK-84", "DK-85", "SE-AB", "SE-AC", "SE-BD", "SE-C", "SE-D", "SE-E", "SE-F", "SE-G",
    "SE-H", "SE-I", "SE-K", "SE-M", "SE-N", "SE-O", "SE-S", "SE-T", "SE-U", "SE-W", "SE-X", "SE-Y", "SE-Z",
];

/// A Swedish county or Danish region, by its ISO 3166-2 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(&'static str);

/// A code that is no Swedish county and no Danish region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownRegion;

impl Region {
    /// The region with this code, in any case of letters.
    ///
    /// # Errors
    /// `UnknownRegion` when no county of Sweden and no region of Denmark has the code.
    pub fn from_code(code: &str) -> Result<Self, UnknownRegion> {
        REGIONS.iter().find(|known| known.eq_ignore_ascii_case(code)).map(|known| Self(known)).ok_or(UnknownRegion)
    }

    /// Every region, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        REGIONS.iter().map(|code| Self(code))
    }

    /// The ISO 3166-2 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// The language spoken there: the last resort when nothing else says which language to reply in.
    #[must_use]
    pub fn language(self) -> Language {
        if self.0.starts_with("DK") { Language::Danish } else { Language::Swedish }
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
