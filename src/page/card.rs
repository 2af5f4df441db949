//! The answer card: one order for every answer, what is absent left out, a mark behind every clinical sentence.

use askama::Template;

use super::Page;
use super::answer::{Answer, Citation, Conditional, Hit, Note, Recommendation, Request, Warning};
use super::control::{Control, ControlKind, control, known};
use super::shell::{Shell, Validity, Visit, short, validity};
use super::trace::{Trace, trace};
use crate::ask::Service;
use crate::clinical::{Intent, Language, Region};
use crate::corpus::Guideline;
use crate::reply::{Speaker, plain};

/// An answer with what was asked, as they were kept.
#[derive(Debug, Clone)]
pub struct KeptAnswer {
    /// What was asked.
    pub request: Request,
    /// What was answered.
    pub answer: Answer,
    /// Whether the reader has just said what it was worth.
    pub thanks: bool,
}

impl KeptAnswer {
    /// Reads an answer and what was asked. What was asked may be told otherwise than today; then it is left out.
    ///
    /// # Errors
    /// The answer is none of this program's.
    pub fn read(request: &str, reply: &str, thanks: bool) -> Result<Self, serde_json::Error> {
        let request = serde_json::from_str(request).unwrap_or_default();
        Ok(Self { request, answer: Answer::read(reply)?, thanks })
    }
}

/// How many facts that are asked for stand open; the rest are unfolded.
const ASKED_OPEN: usize = 4;
/// How many follow-up questions are offered.
const FOLLOW_UPS_MAX: usize = 4;

/// A warning with the numbers of its sources.
struct WarningView<'a> {
    line: &'a Warning,
    marks: Vec<usize>,
}

/// What one guideline recommends.
struct Group<'a> {
    from: String,
    validity: Option<Validity>,
    recommendations: Vec<RecommendationView<'a>>,
    notes: Vec<(&'a Note, Vec<usize>)>,
}

/// A recommendation with the numbers of its sources.
struct RecommendationView<'a> {
    line: &'a Recommendation,
    strength: &'a str,
    /// What the source adds to the bottom line.
    more: &'a str,
    because: Vec<&'a str>,
    assumed: Vec<&'a str>,
    marks: Vec<usize>,
}

/// What would follow, with the numbers of its sources.
struct ConditionalView<'a> {
    line: &'a Conditional,
    marks: Vec<usize>,
}

/// A source as it is listed.
struct Source<'a> {
    number: usize,
    line: &'a Citation,
    address: String,
    place: &'a str,
    /// Said where the source is in another language than the answer.
    language: Option<String>,
    validity: Option<Validity>,
}

/// A passage with what was found marked.
pub(super) struct Passage<'a> {
    pub address: String,
    pub heading: &'a str,
    pub place: &'a str,
    pub language: &'a str,
    pub pieces: Vec<(bool, String)>,
}

/// A question that can be asked next about the same case.
struct FollowUp<'a> {
    intent: &'static str,
    text: &'a str,
}

/// Form fields that ask what is missing, and those that hold what is known.
struct Form<'a> {
    open: Vec<Control>,
    folded: Vec<Control>,
    known: Vec<Control>,
    follow_ups: Vec<FollowUp<'a>>,
    language: &'static str,
}

/// The card.
#[derive(Template)]
#[template(path = "card.html")]
pub(super) struct Card<'a> {
    speaker: &'a Speaker,
    answer: &'a Answer,
    question: &'a str,
    asked: String,
    /// What was not used, and what was not understood.
    unused: Vec<String>,
    lead: String,
    identifier: Option<&'a str>,
    warnings: Vec<WarningView<'a>>,
    groups: Vec<Group<'a>>,
    conditional: Vec<ConditionalView<'a>>,
    form: Option<Form<'a>>,
    sources: Vec<Source<'a>>,
    passages: Vec<Passage<'a>>,
    /// How it was decided; nothing where it is not told.
    trace: Option<Trace>,
    /// Whether it cannot be told any more.
    trace_gone: bool,
}

impl<'a> Card<'a> {
    /// An answer that is shown and not kept, and so has no form and no trace.
    pub fn shown(service: &'a Service, shell: &'a Shell<'a>, answer: &'a Answer, question: &'a str) -> Self {
        Writer::new(service, shell, answer).card(question, None)
    }

    fn say(&self, id: &str) -> &'a str {
        self.speaker.say(id)
    }
}

#[derive(Template)]
#[template(path = "answer.html")]
struct AnswerPage<'a> {
    shell: &'a Shell<'a>,
    card: Card<'a>,
    answer: &'a Answer,
    date: String,
    created: String,
    fingerprint: String,
    thanks: bool,
}

/// The page of an answer: the card, its trace, and what can be done with it.
///
/// # Errors
/// A fault of the program.
pub fn answer_page(service: &Service, visit: &Visit, kept: &KeptAnswer) -> Page {
    let shell = Shell::new(service, visit);
    let answer = &kept.answer;
    let question = &kept.request.question;
    let trace = trace(service, question, answer)?;
    let card = Writer::new(service, &shell, answer).card(question, Some(visit.language));
    let card = Card { trace_gone: trace.is_none(), trace, ..card };
    AnswerPage {
        card,
        date: shell.speaker.date(answer.as_of),
        created: answer
            .created_at
            .chars()
            .take(16)
            .map(|character| if character == 'T' { ' ' } else { character })
            .collect(),
        fingerprint: short(&answer.corpus),
        thanks: kept.thanks,
        answer,
        shell: &shell,
    }
    .render()
}

/// Makes the parts of a card, numbering the sources as they are cited.
struct Writer<'a> {
    service: &'a Service,
    shell: &'a Shell<'a>,
    speaker: &'a Speaker,
    answer: &'a Answer,
    cited: Vec<&'a Citation>,
}

impl<'a> Writer<'a> {
    fn new(service: &'a Service, shell: &'a Shell<'a>, answer: &'a Answer) -> Self {
        let speaker = service.locales().speaker(answer.language());
        Self { service, shell, speaker, answer, cited: Vec::new() }
    }

    /// The whole card; with a form that asks again in `form_language`.
    fn card(mut self, question: &'a str, form_language: Option<Language>) -> Card<'a> {
        // Numbered in the order of weight: what is recommended first, as in the text that is copied.
        let groups = self.groups();
        let answer = self.answer;
        let conditional =
            answer.conditional.iter().map(|line| ConditionalView { line, marks: self.marks(&line.citations) });
        let conditional: Vec<_> = conditional.collect();
        let warnings = answer.warnings.iter().filter(|line| line.id != "identifier_removed");
        let warnings = warnings.map(|line| WarningView { line, marks: self.marks(&line.citations) }).collect();
        let identifier = answer.warnings.iter().find(|line| line.id == "identifier_removed");
        Card {
            asked: self.asked(),
            unused: self.unused(),
            lead: self.lead(),
            identifier: identifier.map(|line| line.text.as_str()),
            form: form_language.map(|language| self.form(language)),
            sources: self.sources(),
            passages: answer.hits.iter().map(|hit| passage(self.shell, self.speaker, hit)).collect(),
            speaker: self.speaker,
            answer,
            question,
            warnings,
            groups,
            conditional,
            trace: None,
            trace_gone: false,
        }
    }

    /// The numbers of these sources; each section has one.
    fn marks(&mut self, citations: &'a [Citation]) -> Vec<usize> {
        let mut marks = Vec::with_capacity(citations.len());
        for citation in citations {
            let same = |known: &&Citation| known.guideline == citation.guideline && known.section == citation.section;
            let place = self.cited.iter().position(same).unwrap_or_else(|| {
                self.cited.push(citation);
                self.cited.len() - 1
            });
            marks.push(place + 1);
        }
        marks
    }

    fn known_guideline(&self, id: &str) -> Option<&'a Guideline> {
        self.service.corpus().guideline(id)
    }

    /// What is asked and where, when no words say it: "nästa steg, Region Skåne".
    fn asked(&self) -> String {
        let intent = self.answer.intent().map(|intent| self.speaker.say(&format!("intent-{}", intent.id())));
        let region = self.answer.region().map(|region| self.speaker.say(&format!("region-{region}")));
        [intent, region].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// What was heard and is not used, in the words of the whole text.
    fn unused(&self) -> Vec<String> {
        let answer = self.answer;
        let not_understood = |why: &str| {
            let puzzles = answer.not_understood.iter().filter(|puzzle| puzzle.reason == why);
            puzzles.map(|puzzle| puzzle.words.clone()).collect::<Vec<_>>()
        };
        let mentions = answer.mentions.iter().map(|mention| mention.text.clone()).collect();
        let repairs = answer.repairs.iter().map(|repair| format!("{} → {}", repair.written, repair.read)).collect();
        let lines = [
            ("label-not-used", "mentions", mentions),
            ("label-repaired", "repairs", repairs),
            ("label-not-understood", "words", not_understood("beside_safety_fact")),
            ("label-no-answer", "words", not_understood("no_answer")),
        ];
        let said = lines.into_iter().filter(|(.., said)| !said.is_empty());
        said.map(|(label, name, said)| self.speaker.tell(label, &[(name, &said.join(", "))])).collect()
    }

    fn lead(&self) -> String {
        let say = |id: &str| self.speaker.say(id).to_owned();
        match (self.answer.status.as_str(), self.answer.intent(), self.answer.region()) {
            ("answered", Some(Intent::Lookup), _) => say("answer-lookup"),
            ("answered", ..) => String::new(),
            ("needs_facts", ..) => say("answer-needs-facts"),
            (_, None, _) => say("answer-nothing-asked"),
            (_, Some(_), Some(region)) => {
                let region = self.speaker.say(&format!("region-{region}"));
                self.speaker.tell("answer-not-covered-region", &[("region", region)])
            }
            (_, Some(_), None) => say("answer-not-covered"),
        }
    }

    fn groups(&mut self) -> Vec<Group<'a>> {
        let answer = self.answer;
        let mut ids: Vec<&str> = Vec::new();
        for line in &answer.recommendations {
            if !ids.contains(&line.guideline.as_str()) {
                ids.push(&line.guideline);
            }
        }
        ids.into_iter().map(|id| self.group(id)).collect()
    }

    fn group(&mut self, id: &'a str) -> Group<'a> {
        let answer = self.answer;
        let own = answer.recommendations.iter().filter(|line| line.guideline == id);
        let recommendations = own.map(|line| self.recommendation(line)).collect();
        let notes = answer.notes.iter().filter(|note| note.guideline == id);
        let notes = notes.map(|note| (note, self.marks(&note.citations))).collect();
        let guideline = self.known_guideline(id);
        let from = guideline.map(|guideline| {
            let place = self.speaker.say(&format!("region-{}", guideline.metadata.region));
            let name = self.speaker.say(&format!("guideline-{}", guideline.id().replace('/', "-")));
            self.speaker.tell("page-from", &[("place", place), ("name", name)])
        });
        Group {
            from: from.unwrap_or_else(|| id.to_owned()),
            validity: guideline.map(|guideline| validity(self.speaker, guideline, answer.as_of)),
            recommendations,
            notes,
        }
    }

    fn recommendation(&mut self, line: &'a Recommendation) -> RecommendationView<'a> {
        let assumed = self.answer.assumptions.iter().filter(|assumed| assumed.recommendation == line.id);
        let mut because: Vec<&str> = Vec::new();
        for reason in &line.because {
            if !because.contains(&reason.text.as_str()) {
                because.push(&reason.text);
            }
        }
        RecommendationView {
            strength: self.speaker.say(&format!("strength-{}", line.strength)),
            more: line.text.strip_prefix(line.summary.as_str()).unwrap_or(&line.text).trim(),
            because,
            assumed: assumed.map(|assumed| assumed.text.as_str()).collect(),
            marks: self.marks(&line.citations),
            line,
        }
    }

    /// The sources in order; how a guideline stands is said at the first of its sections.
    fn sources(&self) -> Vec<Source<'a>> {
        let source = |(place, line): (usize, &&'a Citation)| {
            let guideline = self.known_guideline(&line.guideline);
            let first = !self.cited.iter().take(place).any(|before| before.guideline == line.guideline);
            let language = Language::from_tag(&line.language).filter(|language| *language != self.answer.language());
            Source {
                number: place + 1,
                line,
                address: section_address(self.shell, &line.guideline, &line.section),
                place: guideline
                    .map_or("", |guideline| self.speaker.say(&format!("region-{}", guideline.metadata.region))),
                language: language.map(|language| self.speaker.say(&format!("page-source-in-{language}")).to_owned()),
                validity: guideline
                    .filter(|_| first)
                    .map(|guideline| validity(self.speaker, guideline, self.answer.as_of)),
            }
        };
        self.cited.iter().enumerate().map(source).collect()
    }

    fn form(&self, language: Language) -> Form<'a> {
        let (answer, speaker) = (self.answer, self.speaker);
        let sheets = self.service.facts(answer.language());
        let said = known(answer, answer.language());
        let field =
            |id: &str, asked| Some(control(speaker, sheets.iter().find(|sheet| sheet.id == id)?, asked, said.get(id)));
        let mut open: Vec<_> = answer.questions.iter().filter_map(|question| field(&question.fact, true)).collect();
        let folded = open.split_off(open.len().min(ASKED_OPEN));
        let asked = |id: &str| answer.questions.iter().any(|question| question.fact == id);
        let known = answer.facts.iter().filter(|fact| !asked(&fact.id));
        Form {
            known: known.filter_map(|fact| field(&fact.id, false)).collect(),
            follow_ups: self.follow_ups(speaker),
            language: language.code(),
            open,
            folded,
        }
    }

    /// What the guidelines that answered can be asked besides, about the same case.
    fn follow_ups(&self, speaker: &'a Speaker) -> Vec<FollowUp<'a>> {
        let answer = self.answer;
        let named = answer.recommendations.iter().map(|line| &line.guideline);
        let named: Vec<_> = named.chain(answer.conditional.iter().map(|line| &line.guideline)).collect();
        let guidelines = self.service.corpus().guidelines.iter().filter(|it| named.iter().any(|id| *id == it.id()));
        let answered: Vec<Intent> =
            guidelines.flat_map(|it| &it.rules).flat_map(|rule| rule.answers.iter().copied()).collect();
        let others = Intent::ALL.into_iter().filter(|intent| Some(*intent) != answer.intent());
        let others = others.filter(|intent| answered.contains(intent)).take(FOLLOW_UPS_MAX);
        others
            .map(|intent| FollowUp { intent: intent.id(), text: speaker.say(&format!("page-then-{}", intent.id())) })
            .collect()
    }
}

/// Where a section can be read on this service.
pub(super) fn section_address(shell: &Shell<'_>, guideline: &str, section: &str) -> String {
    format!("{}#{section}", shell.to(&format!("/guidelines/{guideline}")))
}

fn passage<'a>(shell: &Shell<'_>, speaker: &'a Speaker, hit: &'a Hit) -> Passage<'a> {
    let place = Region::from_code(&hit.region).map_or("", |region| speaker.say(&format!("region-{region}")));
    Passage {
        address: section_address(shell, &hit.guideline, &hit.section),
        heading: &hit.heading,
        place,
        language: &hit.language,
        pieces: pieces(&hit.snippet),
    }
}

/// A snippet as plain text in pieces, and whether each was found.
pub(super) fn pieces(snippet: &str) -> Vec<(bool, String)> {
    let mut pieces = Vec::new();
    for part in snippet.split("<mark>") {
        let (found, rest) = part.split_once("</mark>").unwrap_or(("", part));
        let both = [(true, plain(found)), (false, plain(rest))];
        pieces.extend(both.into_iter().filter(|(_, text)| !text.is_empty()));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn a_snippet_is_text_with_what_was_found_told_apart() {
        let told = pieces("vid <mark>höft</mark>fraktur &lt;b&gt; &amp; <mark>FRAX</mark>");
        let texts: Vec<_> = told.iter().map(|(found, text)| (*found, text.as_str())).collect();
        assert_eq!(texts, [(false, "vid "), (true, "höft"), (false, "fraktur <b> & "), (true, "FRAX")]);
    }
}
