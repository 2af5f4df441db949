//! An answer in one language.

use super::because::reasons;
use super::conditions::Phrases;
use super::lines::{Assumption, CitationLine, ConditionalLine, FactLine, HitLine, Note, RecommendationLine, Reply};
use super::locales::Voice;
use super::phrasebook::{Phrasebook, RuleWords};
use super::speaker::Speaker;
use super::text;
use super::understood;
use super::warnings::warning;
use crate::answer::{Answer, Asked, Citation, Conditional, Recommendation};
use crate::clinical::{Certainty, Fact, FactId, FactValue, Facts, Statement};
use crate::corpus::{Corpus, Rule};
use crate::facts::Reading;
use crate::rules::{Dialect, FactKind, print, residual};

/// What an answer is composed from.
pub struct Context<'a, 'c> {
    /// What was asked.
    pub asked: &'a Asked,
    /// What was read from the words.
    pub reading: &'a Reading,
    /// The words that were read, without identifiers.
    pub words: &'a str,
    /// What follows.
    pub answer: &'a Answer<'c>,
    /// What the search found beside it.
    pub hits: Vec<HitLine>,
    /// The corpus that decided.
    pub corpus: &'c Corpus,
}

/// Puts an answer into words.
#[must_use]
pub fn compose(voice: &Voice, context: Context<'_, '_>) -> Reply {
    let Context { asked, reading, words: heard, answer, hits, corpus } = context;
    let Voice { speaker, book } = voice;
    let phrases = Phrases { speaker, vocabulary: &corpus.vocabulary };
    let mut reply = Reply {
        language: speaker.language(),
        intent: asked.intent,
        region: asked.region,
        as_of: asked.as_of,
        corpus: corpus.fingerprint.clone(),
        status: answer.status,
        turned: reading.turned,
        facts: fact_lines(voice, corpus, &asked.facts),
        mentions: understood::mentions(&phrases, reading, heard, asked),
        repairs: understood::repairs(reading),
        not_understood: understood::not_understood(reading, heard),
        recommendations: answer
            .recommendations
            .iter()
            .filter_map(|it| Some(recommendation(&phrases, words(book, it.rule())?, it, asked)))
            .collect(),
        conditional: answer
            .conditional
            .iter()
            .filter_map(|open| Some(conditional(&phrases, words(book, open.rule)?, open)))
            .collect(),
        assumptions: answer.recommendations.iter().filter_map(|it| assumption(&phrases, it, &asked.facts)).collect(),
        questions: answer.questions.iter().filter_map(|fact| book.question(*fact).cloned()).collect(),
        warnings: answer.warnings.iter().map(|it| warning(&phrases, book, it, &asked.facts)).collect(),
        notes: answer.notes.iter().filter_map(|note| book.advisory(&note.id).cloned()).collect::<Vec<Note>>(),
        hits,
        text: String::new(),
    };
    reply.text = text::whole(voice, &reply, answer);
    reply
}

/// Facts in words, in the vocabulary's order.
#[must_use]
pub fn fact_lines(voice: &Voice, corpus: &Corpus, facts: &Facts) -> Vec<FactLine> {
    let phrases = Phrases { speaker: &voice.speaker, vocabulary: &corpus.vocabulary };
    facts.iter().map(|(id, fact)| fact_line(&phrases, id, fact)).collect()
}

/// The words of a rule. The phrasebook was made from the corpus that decides, so it has them.
fn words<'b>(book: &'b Phrasebook, rule: &Rule) -> Option<&'b RuleWords> {
    book.rule(rule)
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

fn recommendation(
    phrases: &Phrases<'_>,
    words: &RuleWords,
    recommendation: &Recommendation<'_>,
    asked: &Asked,
) -> RecommendationLine {
    let (rule, guideline) = (recommendation.rule(), recommendation.guideline());
    RecommendationLine {
        id: rule.id.clone(),
        guideline: guideline.id().to_owned(),
        region: guideline.metadata.region,
        intents: rule.answers.clone(),
        strength: rule.strength,
        provisional: recommendation.provisional(),
        summary: words.summary.clone(),
        text: words.text.clone(),
        targets: words.targets.clone(),
        codes: words.codes.clone(),
        deadline: words.deadline.clone(),
        evidence: rule.evidence.clone(),
        because: reasons(phrases, recommendation.because(), &asked.facts),
        citations: words.citations.clone(),
        lines: words.lines.clone(),
    }
}

fn conditional(phrases: &Phrases<'_>, words: &RuleWords, open: &Conditional<'_>) -> ConditionalLine {
    ConditionalLine {
        id: open.rule.id.clone(),
        guideline: open.guideline.id().to_owned(),
        text: words.summary.clone(),
        when: words.when.clone(),
        told: words.told.clone(),
        missing: open.missing.iter().map(|fact| phrases.vocabulary.terms().name(*fact).to_owned()).collect(),
        codes: words.codes.clone(),
        targets: words.targets.clone(),
        citations: words.citations.first().cloned().into_iter().collect(),
    }
}

/// What is taken not to be so; parts that the facts decide need no assuming.
fn assumption(phrases: &Phrases<'_>, recommendation: &Recommendation<'_>, facts: &Facts) -> Option<Assumption> {
    let condition = recommendation.assumed()?;
    Some(Assumption {
        recommendation: recommendation.rule().id.clone(),
        condition: print(condition, phrases.vocabulary.terms(), Dialect::Author),
        text: phrases.opposite(&residual(condition, facts)),
    })
}

/// A citation in words.
pub(super) fn citation_line(speaker: &Speaker, citation: &Citation<'_>) -> CitationLine {
    let (metadata, section) = (&citation.guideline.metadata, citation.section);
    let place = speaker.say(&format!("region-{}", metadata.region));
    let page = section.page.map(|page| page.to_string());
    // A report and the guideline in its annex differ, so a source says in which part it stands.
    let heading = match citation.guideline.chapter(&section.id) {
        Some(chapter) => speaker.tell("chapter", &[("chapter", &chapter.heading), ("heading", &section.heading)]),
        None => section.heading.clone(),
    };
    let shared = [("title", metadata.title.as_str()), ("heading", heading.as_str()), ("place", place)];
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
