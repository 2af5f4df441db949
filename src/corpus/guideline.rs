//! One guideline: what it is, its edition, its rules and its cases.

use super::{Advisory, Case, Metadata, ReferralForm, Rule, Section};

/// A section of a guideline, as citations and hits name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionRef {
    /// The guideline's id.
    pub guideline: String,
    /// The section's id in that guideline.
    pub section: String,
}

/// One guideline.
#[derive(Debug, Clone, PartialEq)]
pub struct Guideline {
    /// What the document is.
    pub metadata: Metadata,
    /// Our edition, in order.
    pub sections: Vec<Section>,
    /// The conditions it defines by name, in the order written.
    pub definitions: Vec<(String, std::sync::Arc<crate::rules::Condition>)>,
    /// Its rules, in the order in which a colleague would say them.
    pub rules: Vec<Rule>,
    /// What must be said beside an answer.
    pub advisories: Vec<Advisory>,
    /// What it asks referrals to contain.
    pub referrals: Vec<ReferralForm>,
    /// The cases that keep its rules.
    pub cases: Vec<Case>,
}

impl Guideline {
    /// The id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.metadata.id
    }

    /// A section by id.
    #[must_use]
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The chapter that a section stands in: the heading of the second level above it.
    #[must_use]
    pub fn chapter(&self, id: &str) -> Option<&Section> {
        let place = self.sections.iter().position(|section| section.id == id)?;
        let section = self.sections.get(place)?;
        let before = self.sections.get(..place)?;
        before
            .iter()
            .rev()
            .take_while(|above| above.level > 1)
            .find(|above| above.level == 2)
            .filter(|_| section.level > 2)
    }

    /// A rule by id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// A file of this guideline, relative to the corpus.
    #[must_use]
    pub fn file(&self, name: &str) -> String {
        format!("guidelines/{}/{name}", self.id())
    }
}
