//! An answer in one language: every line that the API, the command line and the pages show.

use jiff::civil::Date;

use super::because::reasons;
use super::conditions::Phrases;
use super::speaker::Speaker;
use super::text;
use super::warnings::warning;
use crate::answer::{Answer, Asked, Citation, Conditional, Recommendation, Status};
use crate::clinical::{Certainty, Fact, FactId, FactValue, Intent, Language, Origin, Region, Statement};
use crate::corpus::{Corpus, FactDefinition, FactKind, Rule, Strength, TimeUnit};
use crate::rules::{Dialect, print};

/// An answer in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// The language of every text below.
    pub language: Language,
    /// What was asked.
    pub intent: Option<Intent>,
    /// Whose guidelines bind.
    pub region: Option<Region>,
    /// The day the answer is given for.
    pub as_of: Date,
    /// The fingerprint of the corpus that decided.
    pub corpus: String,
    /// How far the guidelines answer.
    pub status: Status,
    /// What is known of the case.
    pub facts: Vec<FactLine>,
    /// What is recommended.
    pub recommendations: Vec<RecommendationLine>,
    /// What hangs on facts not yet known.
    pub conditional: Vec<ConditionalLine>,
    /// What is assumed.
    pub assumptions: Vec<Assumption>,
    /// What is asked for, the most decisive first.
    pub questions: Vec<QuestionLine>,
    /// What is warned of.
    pub warnings: Vec<WarningLine>,
    /// Limits of what the guidelines say.
    pub notes: Vec<Note>,
    /// Passages that the search found.
    pub hits: Vec<HitLine>,
    /// The whole reply as plain text.
    pub text: String,
}

/// A fact of the case.
#[derive(Debug, Clone, PartialEq)]
pub struct FactLine {
    /// Its id.
    pub id: String,
    /// The values that were stated: none when it is not known, several when they conflict.
    pub values: Vec<FactValue>,
    /// The options' ids, for the values that are choices, in the same order.
    pub options: Vec<String>,
    /// The unit, for numbers.
    pub unit: Option<String>,
    /// Its name.
    pub label: String,
    /// The fact as a phrase: `FRAX 34 %`, `ingen dysfagi`.
    pub text: String,
    /// Where it was said, when it was read from words.
    pub origin: Option<Origin>,
    /// How sure it is; nothing when statements conflict.
    pub certainty: Option<Certainty>,
}

/// A condition that made a recommendation true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The fact's id.
    pub fact: String,
    /// The condition as rules write it.
    pub condition: String,
    /// The condition with the patient's value, in words.
    pub text: String,
}

/// A section that a sentence stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitationLine {
    /// The guideline's id.
    pub guideline: String,
    /// The section's id.
    pub section: String,
    /// The guideline's title as printed.
    pub title: String,
    /// The section's heading.
    pub heading: String,
    /// The page of the original, where it is known.
    pub page: Option<u32>,
    /// The section's language.
    pub language: Language,
    /// Where it can be read on this service.
    pub url: String,
    /// The source in words.
    pub text: String,
}

/// Where to refer or turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub text: String,
}

/// A code to register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeLine {
    /// The code system: `kva`, `icd-10-se`.
    pub system: String,
    /// The code.
    pub code: String,
    /// What it stands for.
    pub text: String,
}

/// A time limit or a duration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineLine {
    /// How many.
    pub amount: u32,
    /// Of which unit.
    pub unit: TimeUnit,
    /// From what it counts, as an id.
    pub from: String,
    /// The limit in words.
    pub text: String,
}

/// One recommendation in words.
#[derive(Debug, Clone, PartialEq)]
pub struct RecommendationLine {
    /// The rule's id.
    pub id: String,
    /// The guideline's id.
    pub guideline: String,
    /// Where the guideline binds.
    pub region: Region,
    /// Which questions the rule answers.
    pub intents: Vec<Intent>,
    /// The source's modal verb.
    pub strength: Strength,
    /// Whether an exception is still unknown.
    pub provisional: bool,
    /// The bottom line, one sentence.
    pub summary: String,
    /// The bottom line and what the source adds to it.
    pub text: String,
    /// Where to refer.
    pub targets: Vec<TargetLine>,
    /// Codes to register.
    pub codes: Vec<CodeLine>,
    /// A time limit.
    pub deadline: Option<DeadlineLine>,
    /// The grade of evidence that the source prints.
    pub evidence: Option<String>,
    /// What made it true.
    pub because: Vec<Reason>,
    /// The sections it stands on; never empty.
    pub citations: Vec<CitationLine>,
}

/// A rule that hangs on facts not yet known, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionalLine {
    /// The rule's id.
    pub id: String,
    /// The guideline's id.
    pub guideline: String,
    /// What would follow.
    pub text: String,
    /// The condition in words.
    pub when: String,
    /// The facts it hangs on.
    pub missing: Vec<String>,
    /// The codes it would give.
    pub codes: Vec<CodeLine>,
    /// Where it would refer.
    pub targets: Vec<TargetLine>,
    /// The sections it stands on; never empty.
    pub citations: Vec<CitationLine>,
}

/// An exception that is taken not to hold because nothing is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumption {
    /// The recommendation that rests on it.
    pub recommendation: String,
    /// The exception as rules write it.
    pub condition: String,
    /// What is assumed, in words.
    pub text: String,
}

/// A fact that is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionLine {
    /// The fact's id.
    pub fact: String,
    /// The question.
    pub text: String,
    /// What kind of value answers it.
    pub kind: FactKind,
    /// The options with their phrases, for a choice.
    pub options: Vec<TargetLine>,
}

/// A warning in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WarningLine {
    /// The contract's id.
    pub id: String,
    /// The guideline it is about.
    pub guideline: Option<String>,
    /// The warning.
    pub text: String,
    /// Where the readings stand, when it tells of readings.
    pub citations: Vec<CitationLine>,
}

/// A limit of what a guideline says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: String,
    /// The guideline's id.
    pub guideline: String,
    /// The note.
    pub text: String,
    /// The sections it stands on; never empty.
    pub citations: Vec<CitationLine>,
}

/// A passage that the search found.
#[derive(Debug, Clone, PartialEq)]
pub struct HitLine {
    /// The guideline's id.
    pub guideline: String,
    /// Where it binds.
    pub region: Region,
    /// The section's id.
    pub section: String,
    /// The section's heading.
    pub heading: String,
    /// The section's language.
    pub language: Language,
    /// A passage as HTML: escaped, with `<mark>` round what was found.
    pub snippet: String,
    /// How well it fits; comparable within one search.
    pub score: f32,
}

/// What an answer is composed from.
pub struct Context<'a, 'c> {
    /// What was asked.
    pub asked: &'a Asked,
    /// What follows.
    pub answer: &'a Answer<'c>,
    /// What the search found beside it.
    pub hits: Vec<HitLine>,
    /// The corpus that decided.
    pub corpus: &'c Corpus,
}

/// Puts an answer into words.
#[must_use]
pub fn compose(speaker: &Speaker, context: Context<'_, '_>) -> Reply {
    let Context { asked, answer, hits, corpus } = context;
    let phrases = Phrases { speaker, vocabulary: &corpus.vocabulary };
    let mut reply = Reply {
        language: speaker.language(),
        intent: asked.intent,
        region: asked.region,
        as_of: asked.as_of,
        corpus: corpus.fingerprint.clone(),
        status: answer.status,
        facts: asked.facts.iter().map(|(id, fact)| fact_line(&phrases, id, fact)).collect(),
        recommendations: answer.recommendations.iter().map(|r| recommendation(&phrases, r, asked)).collect(),
        conditional: answer.conditional.iter().map(|open| conditional(&phrases, open)).collect(),
        assumptions: answer.recommendations.iter().filter_map(|r| assumption(&phrases, r)).collect(),
        questions: answer.questions.iter().filter_map(|fact| question(&phrases, *fact)).collect(),
        warnings: answer.warnings.iter().map(|it| warning(&phrases, it, &asked.facts)).collect(),
        notes: answer
            .notes
            .iter()
            .map(|(guideline, note, citations)| Note {
                id: note.id.clone(),
                guideline: guideline.id().to_owned(),
                text: speaker.say(&format!("note-{}", note.id)).to_owned(),
                citations: citations.iter().map(|citation| citation_line(speaker, citation)).collect(),
            })
            .collect(),
        hits,
        text: String::new(),
    };
    reply.text = text::whole(speaker, &reply, answer);
    reply
}

fn fact_line(phrases: &Phrases<'_>, id: FactId, fact: &Fact) -> FactLine {
    let terms = phrases.vocabulary.terms();
    let (statements, certainty): (&[Statement], _) = match fact {
        Fact::Known(statement) => (std::slice::from_ref(statement), Some(Certainty::Stated)),
        Fact::Uncertain(statement) => (std::slice::from_ref(statement), Some(Certainty::Uncertain)),
        Fact::NotKnown => (&[], Some(Certainty::Stated)),
        Fact::Conflicting(statements) => (statements, None),
    };
    let said: Vec<_> = statements.iter().map(|statement| phrases.statement(id, statement.value)).collect();
    let text = match said.as_slice() {
        [] => phrases.speaker.tell("fact-not-known", &[("fact", phrases.label(id))]),
        several => phrases.speaker.list("list-or", several),
    };
    let option = |statement: &Statement| match statement.value {
        FactValue::Choice(option) => Some(terms.option(id, option).to_owned()),
        FactValue::Boolean(_) | FactValue::Number(_) => None,
    };
    FactLine {
        id: terms.name(id).to_owned(),
        values: statements.iter().map(|statement| statement.value).collect(),
        options: statements.iter().filter_map(option).collect(),
        unit: match terms.get(id).map(|term| &term.kind) {
            Some(FactKind::Number { unit, .. }) => Some(unit.clone()),
            Some(FactKind::Boolean | FactKind::Choice(_)) | None => None,
        },
        label: phrases.label(id).to_owned(),
        text,
        origin: statements.first().map(|statement| statement.origin),
        certainty,
    }
}

fn recommendation(phrases: &Phrases<'_>, recommendation: &Recommendation<'_>, asked: &Asked) -> RecommendationLine {
    let (speaker, rule, guideline) = (phrases.speaker, recommendation.rule(), recommendation.guideline());
    let (summary, text) = statement(speaker, rule);
    RecommendationLine {
        id: rule.id.clone(),
        guideline: guideline.id().to_owned(),
        region: guideline.metadata.region,
        intents: rule.answers.clone(),
        strength: rule.strength,
        provisional: recommendation.provisional(),
        summary,
        text,
        targets: targets(speaker, &rule.targets),
        codes: codes(speaker, &rule.codes),
        deadline: deadline(speaker, rule),
        evidence: rule.evidence.clone(),
        because: reasons(phrases, recommendation.because(), &asked.facts),
        citations: recommendation.citations().iter().map(|citation| citation_line(speaker, citation)).collect(),
    }
}

/// What a rule says: its bottom line, and the bottom line with what the source adds to it.
pub(super) fn statement(speaker: &Speaker, rule: &Rule) -> (String, String) {
    let summary = speaker.say(&rule.id).to_owned();
    let text = match speaker.find(&format!("{}.detail", rule.id)) {
        Some(detail) => format!("{summary} {detail}"),
        None => summary.clone(),
    };
    (summary, text)
}

pub(super) fn deadline(speaker: &Speaker, rule: &Rule) -> Option<DeadlineLine> {
    rule.deadline.as_ref().map(|deadline| DeadlineLine {
        amount: deadline.amount,
        unit: deadline.unit,
        from: deadline.from.clone(),
        text: speaker.say(&format!("{}.deadline", rule.id)).to_owned(),
    })
}

pub(super) fn targets(speaker: &Speaker, ids: &[String]) -> Vec<TargetLine> {
    ids.iter().map(|id| TargetLine { id: id.clone(), text: speaker.say(&format!("target-{id}")).to_owned() }).collect()
}

pub(super) fn codes(speaker: &Speaker, codes: &[crate::corpus::Code]) -> Vec<CodeLine> {
    let line = |code: &crate::corpus::Code| CodeLine {
        system: code.system.clone(),
        code: code.code.clone(),
        text: speaker.say(&format!("code-{}-{}", code.system, code.code)).to_owned(),
    };
    codes.iter().map(line).collect()
}

fn conditional(phrases: &Phrases<'_>, open: &Conditional<'_>) -> ConditionalLine {
    let speaker = phrases.speaker;
    ConditionalLine {
        id: open.rule.id.clone(),
        guideline: open.guideline.id().to_owned(),
        text: speaker.say(&open.rule.id).to_owned(),
        when: phrases.condition(&open.rule.when),
        missing: open.missing.iter().map(|fact| phrases.vocabulary.terms().name(*fact).to_owned()).collect(),
        codes: codes(speaker, &open.rule.codes),
        targets: targets(speaker, &open.rule.targets),
        citations: open.citations.iter().map(|citation| citation_line(speaker, citation)).collect(),
    }
}

fn assumption(phrases: &Phrases<'_>, recommendation: &Recommendation<'_>) -> Option<Assumption> {
    let condition = recommendation.assumed()?;
    Some(Assumption {
        recommendation: recommendation.rule().id.clone(),
        condition: print(condition, phrases.vocabulary.terms(), Dialect::Author),
        text: phrases.opposite(condition),
    })
}

fn question(phrases: &Phrases<'_>, fact: FactId) -> Option<QuestionLine> {
    let definition = phrases.vocabulary.get(fact)?;
    Some(QuestionLine {
        fact: definition.name.clone(),
        text: phrases.question(fact).to_owned(),
        kind: definition.kind.clone(),
        options: options(phrases.speaker, definition),
    })
}

/// The options of a choice with their phrases; none for other facts.
pub(super) fn options(speaker: &Speaker, definition: &FactDefinition) -> Vec<TargetLine> {
    let FactKind::Choice(options) = &definition.kind else { return Vec::new() };
    let line = |option: &String| TargetLine {
        id: option.clone(),
        text: speaker.say(&format!("fact-{}.{option}", definition.name)).to_owned(),
    };
    options.iter().map(line).collect()
}

/// A citation in words.
pub(super) fn citation_line(speaker: &Speaker, citation: &Citation<'_>) -> CitationLine {
    let (metadata, section) = (&citation.guideline.metadata, citation.section);
    let place = speaker.say(&format!("region-{}", metadata.region));
    let page = section.page.map(|page| page.to_string());
    let shared = [("title", metadata.title.as_str()), ("heading", section.heading.as_str()), ("place", place)];
    let text = match &page {
        Some(page) => {
            let [title, heading, place] = shared;
            speaker.tell("source-page", &[title, heading, place, ("page", page)])
        }
        None => speaker.tell("source", &shared),
    };
    CitationLine {
        guideline: metadata.id.clone(),
        section: section.id.clone(),
        title: metadata.title.clone(),
        heading: section.heading.clone(),
        page: section.page,
        language: metadata.language,
        url: format!("/guidelines/{}#{}", metadata.id, section.id),
        text,
    }
}
