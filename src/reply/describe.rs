//! A guideline and the vocabulary in words: what could be asked and answered, before anybody asks.

use super::compose::{CitationLine, CodeLine, DeadlineLine, Note, TargetLine};
use super::compose::{citation_line, codes, deadline, options, statement, targets};
use super::conditions::Phrases;
use super::speaker::Speaker;
use crate::answer::Citation;
use crate::clinical::Intent;
use crate::corpus::{ClinicalCode, Corpus, FactKind, Guideline, Rule, SectionRef, Strength};
use crate::rules::{Condition, Dialect, print};

/// A guideline in words; what it says of itself stands in its metadata.
#[derive(Debug, Clone, PartialEq)]
pub struct GuidelineSheet {
    /// Its name in the reader's language.
    pub name: String,
    /// Its rules, in order.
    pub rules: Vec<RuleSheet>,
    /// Inconsistencies and limits of the source, in order.
    pub notes: Vec<Note>,
}

/// A rule in words.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleSheet {
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
    pub when: ConditionLine,
    /// The exception that makes it provisional while unknown.
    pub unless: Option<ConditionLine>,
    /// The exception that counts only when it is stated.
    pub barring: Option<ConditionLine>,
    /// Facts that its content needs.
    pub wants: Vec<String>,
    /// Where to refer.
    pub targets: Vec<TargetLine>,
    /// Codes to register.
    pub codes: Vec<CodeLine>,
    /// A time limit.
    pub deadline: Option<DeadlineLine>,
    /// The grade of evidence that the source prints.
    pub evidence: Option<String>,
    /// The sections it stands on; never empty.
    pub citations: Vec<CitationLine>,
}

/// A condition for its author, for another CQL engine and for a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionLine {
    /// As `rules.toml` has it.
    pub written: String,
    /// With named conditions written out.
    pub cql: String,
    /// In words.
    pub text: String,
}

/// A fact of the vocabulary in words.
#[derive(Debug, Clone, PartialEq)]
pub struct FactSheet {
    /// Its id.
    pub id: String,
    /// Its type, unit, range or options.
    pub kind: FactKind,
    /// Its name.
    pub label: String,
    /// The question that asks for it.
    pub question: String,
    /// The options with their phrases, for a choice.
    pub options: Vec<TargetLine>,
    /// The subject that mentioning it touches.
    pub subject: Option<String>,
    /// Codes under which other systems know it.
    pub codes: Vec<ClinicalCode>,
}

/// Describes a guideline.
#[must_use]
pub fn guideline_sheet(speaker: &Speaker, corpus: &Corpus, guideline: &Guideline) -> GuidelineSheet {
    let phrases = Phrases { speaker, vocabulary: &corpus.vocabulary };
    GuidelineSheet {
        name: speaker.say(&format!("guideline-{}", guideline.id().replace('/', "-"))).to_owned(),
        rules: guideline.rules.iter().map(|rule| rule_sheet(&phrases, corpus, rule)).collect(),
        notes: guideline
            .advisories
            .iter()
            .map(|advisory| Note {
                id: advisory.id.clone(),
                guideline: guideline.id().to_owned(),
                text: speaker.say(&format!("note-{}", advisory.id)).to_owned(),
                citations: citations(speaker, corpus, &advisory.cite),
            })
            .collect(),
    }
}

fn rule_sheet(phrases: &Phrases<'_>, corpus: &Corpus, rule: &Rule) -> RuleSheet {
    let speaker = phrases.speaker;
    let (summary, text) = statement(speaker, rule);
    RuleSheet {
        id: rule.id.clone(),
        answers: rule.answers.clone(),
        strength: rule.strength,
        decided: rule.decided,
        summary,
        text,
        when: condition(phrases, &rule.when),
        unless: rule.unless.as_ref().map(|exception| condition(phrases, exception)),
        barring: rule.barring.as_ref().map(|exception| condition(phrases, exception)),
        wants: rule.wants.iter().map(|fact| corpus.vocabulary.terms().name(*fact).to_owned()).collect(),
        targets: targets(speaker, &rule.targets),
        codes: codes(speaker, &rule.codes),
        deadline: deadline(speaker, rule),
        evidence: rule.evidence.clone(),
        citations: citations(speaker, corpus, &rule.cite),
    }
}

fn condition(phrases: &Phrases<'_>, condition: &Condition) -> ConditionLine {
    let terms = phrases.vocabulary.terms();
    ConditionLine {
        written: print(condition, terms, Dialect::Author),
        cql: print(condition, terms, Dialect::Cql),
        text: phrases.condition(condition),
    }
}

fn citations(speaker: &Speaker, corpus: &Corpus, sections: &[SectionRef]) -> Vec<CitationLine> {
    let cited = sections.iter().filter_map(|reference| {
        let guideline = corpus.guideline(&reference.guideline)?;
        Some(Citation { guideline, section: guideline.section(&reference.section)? })
    });
    cited.map(|citation| citation_line(speaker, &citation)).collect()
}

/// Describes every fact, in the vocabulary's order.
#[must_use]
pub fn fact_sheets(speaker: &Speaker, corpus: &Corpus) -> Vec<FactSheet> {
    let phrases = Phrases { speaker, vocabulary: &corpus.vocabulary };
    corpus
        .vocabulary
        .iter()
        .map(|definition| FactSheet {
            id: definition.name.clone(),
            kind: definition.kind.clone(),
            label: phrases.label(definition.id).to_owned(),
            question: phrases.question(definition.id).to_owned(),
            options: options(speaker, definition),
            subject: definition.subject.clone(),
            codes: definition.codes.clone(),
        })
        .collect()
}
