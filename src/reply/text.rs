//! The whole reply as a colleague would say it: bottom line first, then why, what is missing, sources.

use std::fmt::Write as _;

use super::lines::{CitationLine, FactLine, RecommendationLine, Reply};
use super::locales::Voice;
use super::phrasebook::Phrasebook;
use super::speaker::Speaker;
use crate::answer::{Answer, Status};
use crate::clinical::{Certainty, Intent, Origin};
use crate::corpus::Guideline;
use crate::facts::{Puzzle, Turned};

/// How many questions the text asks; the rest stand in `questions`.
const QUESTIONS_MAX: usize = 3;
/// How many open rules the text tells of; the rest stand in `conditional`.
const CONDITIONAL_MAX: usize = 8;
/// With at most this many recommendations each is told whole; with more, by its bottom line.
const WHOLE_MAX: usize = 2;
/// Most texts fit into this many bytes, so that they are written without growing.
const TEXT_BYTES_USUAL: usize = 6_000;
/// How many passages the text names.
const HITS_MAX: usize = 5;

/// Writes the whole reply.
pub fn whole(voice: &Voice, reply: &Reply, answer: &Answer<'_>) -> String {
    let text = String::with_capacity(TEXT_BYTES_USUAL);
    let mut writer = Writer { speaker: &voice.speaker, book: &voice.book, reply, sources: Vec::new(), text };
    writer.lead();
    for guideline in &answer.guidelines {
        writer.guideline(guideline);
    }
    writer.understood();
    writer.missing();
    writer.conditional();
    writer.warnings();
    writer.hits();
    writer.sources();
    writer.text.trim_end().to_owned()
}

struct Writer<'a> {
    speaker: &'a Speaker,
    book: &'a Phrasebook,
    reply: &'a Reply,
    /// Every section that was cited, in order; their numbers stand behind the sentences.
    sources: Vec<&'a CitationLine>,
    text: String,
}

impl<'a> Writer<'a> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn heading(&mut self, label: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let heading = self.speaker.say(label).to_owned();
        self.line(&heading);
    }

    /// ` [1][2]`: the sources of the sentence before it.
    fn cite(&mut self, citations: &'a [CitationLine]) -> String {
        let mut marks = String::from(" ");
        for citation in citations {
            let known =
                |source: &&CitationLine| source.guideline == citation.guideline && source.section == citation.section;
            let place = self.sources.iter().position(known).unwrap_or_else(|| {
                self.sources.push(citation);
                self.sources.len() - 1
            });
            // Writing to a String cannot fail.
            let _ = write!(marks, "[{}]", place + 1);
        }
        marks
    }

    fn lead(&mut self) {
        let speaker = self.speaker;
        let reply = self.reply;
        match reply.turned {
            Some(Turned::ToANewPatient) => self.line(speaker.say("answer-new-patient")),
            Some(Turned::Back) => self.line(speaker.say("answer-undone")),
            None => {}
        }
        if reply.intent.is_none() && reply.status == Status::NotCovered {
            return self.line(speaker.say("answer-nothing-asked"));
        }
        match (self.reply.status, self.reply.intent) {
            (Status::NeedsFacts, _) => self.line(speaker.say("answer-needs-facts")),
            (Status::NotCovered, _) => {
                let line = match self.reply.region {
                    Some(region) => {
                        let region = speaker.say(&format!("region-{region}"));
                        speaker.tell("answer-not-covered-region", &[("region", region)])
                    }
                    None => speaker.say("answer-not-covered").to_owned(),
                };
                self.line(&line);
            }
            (Status::Answered, Some(Intent::Lookup)) => self.line(speaker.say("answer-lookup")),
            (Status::Answered, _) => {}
        }
    }

    /// One guideline: whose it is, then what it recommends.
    fn guideline(&mut self, guideline: &Guideline) {
        let reply = self.reply;
        let own: Vec<_> = reply.recommendations.iter().filter(|line| line.guideline == guideline.id()).collect();
        if own.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        if let Some(words) = self.book.guideline(guideline) {
            let expired = guideline.metadata.expired_on(reply.as_of);
            self.line(if expired { &words.from_expired } else { &words.from });
        }
        let whole = reply.recommendations.len() <= WHOLE_MAX;
        own.into_iter().for_each(|line| self.recommendation(line, whole));
        for note in reply.notes.iter().filter(|note| note.guideline == guideline.id()) {
            let marks = self.cite(&note.citations);
            self.line(&format!("• {}{marks}", note.text));
        }
    }

    fn recommendation(&mut self, line: &'a RecommendationLine, whole: bool) {
        let speaker = self.speaker;
        // What is provisional is told with all that the source adds: its limits are what the reader must weigh.
        let statement = if whole || line.provisional { &line.text } else { &line.summary };
        let statement = if line.provisional {
            speaker.tell("label-provisional", &[("statement", statement)])
        } else {
            statement.clone()
        };
        let marks = self.cite(&line.citations);
        self.line(&format!("• {statement}{marks}"));
        for detail in &line.lines {
            self.text.push_str("  ");
            self.line(detail);
        }
        self.detail("label-because", "reasons", &joined(line.because.iter().map(|reason| reason.text.clone())));
        let assumed = self.reply.assumptions.iter().filter(|assumption| assumption.recommendation == line.id);
        self.detail("label-assumed", "conditions", &joined(assumed.map(|assumption| assumption.text.clone())));
    }

    fn detail(&mut self, id: &str, name: &str, value: &str) {
        if !value.is_empty() {
            let told = self.speaker.tell(id, &[(name, value)]);
            self.line(&format!("  {told}"));
        }
    }

    /// What was read from the words and what was not, so that a misreading is seen before the answer is used.
    fn understood(&mut self) {
        let reply = self.reply;
        let read = reply.facts.iter().filter(|fact| matches!(fact.origin, Some(Origin::Words(_))));
        let not_understood = |why| {
            let puzzles = reply.not_understood.iter().filter(move |puzzle| puzzle.reason == why);
            joined(puzzles.map(|puzzle| puzzle.words.clone()))
        };
        let repairs = reply.repairs.iter().map(|repair| format!("{} → {}", repair.written, repair.read));
        let lines = [
            ("label-understood", "facts", joined(read.map(|fact| self.fact(fact)))),
            ("label-not-used", "mentions", joined(reply.mentions.iter().map(|mention| mention.text.clone()))),
            ("label-repaired", "repairs", joined(repairs)),
            ("label-not-understood", "words", not_understood(Puzzle::BesideSafety)),
            ("label-no-answer", "words", not_understood(Puzzle::NoAnswer)),
        ];
        if !self.text.is_empty() && lines.iter().any(|(.., said)| !said.is_empty()) {
            self.text.push('\n');
        }
        for (label, name, said) in lines.iter().filter(|(.., said)| !said.is_empty()) {
            let line = self.speaker.tell(label, &[(name, said)]);
            self.line(&line);
        }
    }

    /// A fact, and whether it is one.
    fn fact(&self, fact: &FactLine) -> String {
        match fact.certainty {
            Some(Certainty::Uncertain) => self.speaker.tell("mention-uncertain", &[("fact", &fact.text)]),
            Some(Certainty::Stated) | None => fact.text.clone(),
        }
    }

    fn missing(&mut self) {
        let reply = self.reply;
        if reply.questions.is_empty() {
            return;
        }
        self.heading("label-missing");
        for question in reply.questions.iter().take(QUESTIONS_MAX) {
            self.line(&format!("• {}", question.text));
        }
    }

    fn conditional(&mut self) {
        let reply = self.reply;
        if reply.conditional.is_empty() {
            return;
        }
        self.heading("label-conditional");
        for open in reply.conditional.iter().take(CONDITIONAL_MAX) {
            let marks = self.cite(&open.citations);
            self.line(&format!("• {}{marks}", open.told));
        }
        let more = reply.conditional.len().saturating_sub(CONDITIONAL_MAX);
        if more > 0 {
            let line = self.speaker.tell("label-more", &[("count", &more.to_string())]);
            self.line(&line);
        }
    }

    fn warnings(&mut self) {
        let reply = self.reply;
        if reply.warnings.is_empty() {
            return;
        }
        self.heading("label-warnings");
        for warning in &reply.warnings {
            let marks = if warning.citations.is_empty() { String::new() } else { self.cite(&warning.citations) };
            self.line(&format!("• {}{marks}", warning.text));
        }
    }

    /// Passages stand in the text only where no rule speaks; beside a decision they stand in `hits`.
    fn hits(&mut self) {
        let reply = self.reply;
        if reply.hits.is_empty() || !reply.recommendations.is_empty() || !reply.conditional.is_empty() {
            return;
        }
        self.heading("label-hits");
        for hit in reply.hits.iter().take(HITS_MAX) {
            let region = self.speaker.say(&format!("region-{}", hit.region));
            self.line(&format!("• {} ({region}): {}", hit.heading, plain(&hit.snippet)));
        }
    }

    fn sources(&mut self) {
        if self.sources.is_empty() {
            return;
        }
        self.heading("label-sources");
        for (place, source) in std::mem::take(&mut self.sources).into_iter().enumerate() {
            self.line(&format!("[{}] {}", place + 1, source.text));
        }
    }
}

fn joined(items: impl Iterator<Item = String>) -> String {
    let mut said: Vec<String> = Vec::new();
    for item in items {
        if !said.contains(&item) {
            said.push(item);
        }
    }
    said.join(", ")
}

/// A snippet without its marks: it was escaped for HTML, and is read as text here.
#[must_use]
pub fn plain(snippet: &str) -> String {
    let unmarked = snippet.replace("<mark>", "").replace("</mark>", "");
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")];
    entities.into_iter().fold(unmarked, |text, (entity, character)| text.replace(entity, character))
}
