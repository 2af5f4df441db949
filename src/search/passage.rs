//! What can be found? A section of an edition, with what a hit says of it.

use crate::clinical::{Language, Region};
use crate::corpus::{Corpus, Guideline, SectionKind};

/// One section of an edition as search sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The guideline's id.
    pub guideline: String,
    /// The section's id in that guideline.
    pub section: String,
    /// The title of the guideline and the headings above the section's.
    pub context: String,
    /// The heading.
    pub heading: String,
    /// The text, one line per paragraph, list item or table row.
    pub text: String,
    /// What the section is.
    pub kind: SectionKind,
    /// The language it is written in.
    pub language: Language,
    /// Where the guideline binds.
    pub region: Region,
}

/// Every section of every edition, in the corpus' order.
pub fn passages(corpus: &Corpus) -> impl Iterator<Item = Passage> {
    corpus.guidelines.iter().flat_map(of_guideline)
}

fn of_guideline(guideline: &Guideline) -> Vec<Passage> {
    let metadata = &guideline.metadata;
    let mut above: Vec<(u8, &str)> = Vec::new();
    let mut found = Vec::new();
    for section in &guideline.sections {
        above.retain(|(level, _)| *level < section.level);
        let headings = above.iter().map(|(_, heading)| *heading);
        let context: Vec<&str> = std::iter::once(metadata.title.as_str()).chain(headings).collect();
        found.push(Passage {
            guideline: metadata.id.clone(),
            section: section.id.clone(),
            context: context.join("\n"),
            heading: section.heading.clone(),
            text: section.text.clone(),
            kind: section.kind,
            language: metadata.language,
            region: metadata.region,
        });
        above.push((section.level, &section.heading));
    }
    found
}
