//! A guideline and the vocabulary in words: what could be asked and answered, before anybody asks.

use jiff::civil::Date;

use super::conditions::Phrases;
use super::lines::{CitationLine, CodeLine, DeadlineLine, Note, TargetLine, WarningLine};
use super::locales::Voice;
use super::phrasebook::RuleWords;
use super::warnings::warning;
use crate::answer::of_validity;
use crate::clinical::{Facts, Intent};
use crate::corpus::{ClinicalCode, Corpus, FactKind, Guideline, Rule, Strength};
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

/// What must be said of a guideline's validity on a day.
#[must_use]
pub fn validity_line(voice: &Voice, corpus: &Corpus, guideline: &Guideline, as_of: Date) -> Option<WarningLine> {
    let Voice { speaker, book } = voice;
    let phrases = Phrases { speaker, vocabulary: &corpus.vocabulary };
    of_validity(guideline, as_of).map(|validity| warning(&phrases, book, &validity, &Facts::default()))
}

/// Describes a guideline.
#[must_use]
pub fn guideline_sheet(voice: &Voice, corpus: &Corpus, guideline: &Guideline) -> GuidelineSheet {
    let Voice { speaker, book } = voice;
    let phrases = Phrases { speaker, vocabulary: &corpus.vocabulary };
    let rules = guideline.rules.iter().filter_map(|rule| Some(rule_sheet(&phrases, book.rule(rule)?, rule)));
    GuidelineSheet {
        name: book.guideline(guideline).map(|words| words.title.clone()).unwrap_or_default(),
        rules: rules.collect(),
        notes: guideline.advisories.iter().filter_map(|advisory| book.advisory(&advisory.id).cloned()).collect(),
    }
}

fn rule_sheet(phrases: &Phrases<'_>, words: &RuleWords, rule: &Rule) -> RuleSheet {
    RuleSheet {
        id: rule.id.clone(),
        answers: rule.answers.clone(),
        strength: rule.strength,
        decided: rule.decided,
        summary: words.summary.clone(),
        text: words.text.clone(),
        when: condition(phrases, &rule.when),
        unless: rule.unless.as_ref().map(|exception| condition(phrases, exception)),
        barring: rule.barring.as_ref().map(|exception| condition(phrases, exception)),
        wants: rule.wants.iter().map(|fact| phrases.vocabulary.terms().name(*fact).to_owned()).collect(),
        targets: words.targets.clone(),
        codes: words.codes.clone(),
        deadline: words.deadline.clone(),
        evidence: rule.evidence.clone(),
        citations: words.citations.clone(),
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

/// Describes every fact, in the vocabulary's order.
#[must_use]
pub fn fact_sheets(voice: &Voice, corpus: &Corpus) -> Vec<FactSheet> {
    let Voice { speaker, book } = voice;
    let phrases = Phrases { speaker, vocabulary: &corpus.vocabulary };
    let sheet = |fact: &crate::corpus::FactDefinition| {
        let question = book.question(fact.id)?;
        Some(FactSheet {
            id: fact.name.clone(),
            kind: fact.kind.clone(),
            label: phrases.label(fact.id).to_owned(),
            question: question.text.clone(),
            options: question.options.clone(),
            subject: fact.subject.clone(),
            codes: fact.codes(),
        })
    };
    corpus.vocabulary.iter().filter_map(sheet).collect()
}
