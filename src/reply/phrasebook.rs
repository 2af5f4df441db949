//! What does each rule say in one language? Whatever does not depend on the case is said once, when loading.

use std::collections::BTreeMap;

use super::compose::citation_line;
use super::conditions::Phrases;
use super::lines::{CitationLine, CodeLine, DeadlineLine, Note, QuestionLine, TargetLine};
use super::speaker::Speaker;
use crate::answer::cite;
use crate::clinical::FactId;
use crate::corpus::{Corpus, FactDefinition, Guideline, Rule};
use crate::rules::FactKind;

/// The words of one language for everything in the corpus that is the same in every case.
pub struct Phrasebook {
    rules: BTreeMap<String, RuleWords>,
    guidelines: BTreeMap<String, GuidelineWords>,
    advisories: BTreeMap<String, Note>,
    questions: Vec<QuestionLine>,
}

/// What one rule says.
pub struct RuleWords {
    /// The bottom line, one sentence.
    pub summary: String,
    /// The bottom line and what the source adds to it.
    pub text: String,
    /// The condition in words.
    pub when: String,
    /// The bottom line with its condition: "… Applies if: …".
    pub told: String,
    /// Where to refer.
    pub targets: Vec<TargetLine>,
    /// Codes to register.
    pub codes: Vec<CodeLine>,
    /// A time limit.
    pub deadline: Option<DeadlineLine>,
    /// The sections it stands on.
    pub citations: Vec<CitationLine>,
    /// The lines of the whole text that are the same in every case: targets, codes, deadline, evidence.
    pub lines: Vec<String>,
}

/// What is said of one guideline.
pub struct GuidelineWords {
    /// Its title, in the language of the reply.
    pub title: String,
    /// Its title with the part that its dates belong to, where that is not the whole.
    pub dated: String,
    /// The line above its recommendations while it is valid.
    pub from: String,
    /// The line above its recommendations after its last day.
    pub from_expired: String,
}

impl Phrasebook {
    /// Says everything once.
    pub fn new(speaker: &Speaker, corpus: &Corpus) -> Self {
        let phrases = Phrases { speaker, vocabulary: &corpus.vocabulary };
        let mut book = Self {
            rules: BTreeMap::new(),
            guidelines: BTreeMap::new(),
            advisories: BTreeMap::new(),
            questions: corpus.vocabulary.iter().map(|fact| question(&phrases, fact)).collect(),
        };
        for guideline in &corpus.guidelines {
            book.guidelines.insert(guideline.id().to_owned(), guideline_words(speaker, guideline));
            for rule in &guideline.rules {
                book.rules.insert(rule.id.clone(), rule_words(&phrases, corpus, rule));
            }
            for advisory in &guideline.advisories {
                let note = Note {
                    id: advisory.id.clone(),
                    guideline: guideline.id().to_owned(),
                    text: speaker.say(&format!("note-{}", advisory.id)).to_owned(),
                    citations: citation_lines(speaker, corpus, &advisory.cite),
                };
                book.advisories.insert(advisory.id.clone(), note);
            }
        }
        book
    }

    /// What a rule of this corpus says.
    pub fn rule(&self, rule: &Rule) -> Option<&RuleWords> {
        self.rules.get(&rule.id)
    }

    /// What is said of a guideline of this corpus.
    pub fn guideline(&self, guideline: &Guideline) -> Option<&GuidelineWords> {
        self.guidelines.get(guideline.id())
    }

    /// What an inconsistency or a note of this corpus says.
    pub fn advisory(&self, id: &str) -> Option<&Note> {
        self.advisories.get(id)
    }

    /// The question that asks for a fact.
    pub fn question(&self, fact: FactId) -> Option<&QuestionLine> {
        self.questions.get(usize::from(fact.0))
    }
}

fn guideline_words(speaker: &Speaker, guideline: &Guideline) -> GuidelineWords {
    let title = speaker.say(&format!("guideline-{}", guideline.id().replace('/', "-"))).to_owned();
    let region = speaker.say(&format!("region-{}", guideline.metadata.region));
    let shared = [("guideline", title.as_str()), ("region", region)];
    let date = guideline.metadata.valid_to.map(|last| speaker.date(last)).unwrap_or_default();
    let part = guideline.metadata.dates_of.as_deref().and_then(|part| guideline.section(part));
    let dated = match part {
        Some(part) => speaker.tell("part", &[("guideline", &title), ("part", &part.heading)]),
        None => title.clone(),
    };
    let [_, placed] = shared;
    GuidelineWords {
        from: speaker.tell("answer-from", &shared),
        from_expired: speaker.tell("answer-from-expired", &[("guideline", &dated), placed, ("date", &date)]),
        dated,
        title,
    }
}

fn rule_words(phrases: &Phrases<'_>, corpus: &Corpus, rule: &Rule) -> RuleWords {
    let speaker = phrases.speaker;
    let summary = speaker.say(&rule.id).to_owned();
    let text = match speaker.find(&format!("{}.detail", rule.id)) {
        Some(detail) => format!("{summary} {detail}"),
        None => summary.clone(),
    };
    let when = phrases.condition(&rule.when);
    let targets: Vec<_> = rule
        .targets
        .iter()
        .map(|id| TargetLine { id: id.clone(), text: speaker.say(&format!("target-{id}")).to_owned() })
        .collect();
    let codes: Vec<_> = rule
        .codes
        .iter()
        .map(|code| CodeLine {
            system: code.system.clone(),
            code: code.code.clone(),
            text: speaker.say(&format!("code-{}-{}", code.system, code.code)).to_owned(),
        })
        .collect();
    let deadline = rule.deadline.as_ref().map(|deadline| DeadlineLine {
        amount: deadline.amount,
        unit: deadline.unit,
        from: deadline.from.clone(),
        text: speaker.say(&format!("{}.deadline", rule.id)).to_owned(),
    });
    RuleWords {
        told: speaker.tell("conditional-when", &[("statement", &summary), ("condition", &when)]),
        lines: lines(speaker, rule, &targets, &codes, deadline.as_ref()),
        citations: citation_lines(speaker, corpus, &rule.cite),
        summary,
        text,
        when,
        targets,
        codes,
        deadline,
    }
}

fn lines(
    speaker: &Speaker,
    rule: &Rule,
    targets: &[TargetLine],
    codes: &[CodeLine],
    deadline: Option<&DeadlineLine>,
) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = |id: &str, name: &str, value: String| {
        if !value.is_empty() {
            lines.push(speaker.tell(id, &[(name, &value)]));
        }
    };
    let joined = |items: Vec<String>| items.join(", ");
    let places: Vec<_> = targets.iter().map(|target| target.text.clone()).collect();
    line("label-targets", "targets", speaker.list("list-and", &places));
    line("label-codes", "codes", joined(codes.iter().map(|code| format!("{} ({})", code.code, code.text)).collect()));
    line("label-deadline", "deadline", deadline.map(|limit| limit.text.clone()).unwrap_or_default());
    line("label-evidence", "grade", rule.evidence.clone().unwrap_or_default());
    lines
}

/// Sections in words.
pub(super) fn citation_lines(
    speaker: &Speaker,
    corpus: &Corpus,
    sections: &[crate::corpus::SectionRef],
) -> Vec<CitationLine> {
    cite(corpus, sections).iter().map(|citation| citation_line(speaker, citation)).collect()
}

fn question(phrases: &Phrases<'_>, fact: &FactDefinition) -> QuestionLine {
    let options = match &fact.kind {
        FactKind::Choice(options) => options
            .iter()
            .map(|option| TargetLine {
                id: option.clone(),
                text: phrases.speaker.say(&format!("fact-{}.{option}", fact.name)).to_owned(),
            })
            .collect(),
        FactKind::Boolean | FactKind::Number { .. } => Vec::new(),
    };
    QuestionLine {
        fact: fact.name.clone(),
        text: phrases.question(fact.id).to_owned(),
        kind: fact.kind.clone(),
        options,
    }
}
