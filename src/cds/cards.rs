//! A reply → cards: one for each recommendation, one for what is missing, one when no guideline answers.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use uuid::Uuid;

use super::card::{Action, Card, Link, OverrideReason, Selection, Source, Suggestion};
use super::draft::Draft;
use super::markdown::{escaped, fitted};
use super::request::Call;
use crate::answer::Status;
use crate::clinical::FactId;
use crate::corpus::{ClinicalCode, Corpus};
use crate::fhir::{Referral, concept, diagnosis, measure};
use crate::reply::{CitationLine, CodeLine, RecommendationLine, Reply, Speaker, TargetLine, WarningLine};

/// A summary is shorter than 140; units of UTF-16 are the strictest way to count.
const SUMMARY_UNITS_MAX: usize = 139;
/// A card's number stands in six bits of its id. No reply comes near so many.
const CARDS_MAX: u8 = 63;
/// HL7's reasons for not following a recommendation, by group.
const OVERRIDE_SYSTEM: &str = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";
const OVERRIDES: [&str; 6] = [
    "cds-not-applicable",
    "cds-suboptimal-context",
    "recipient-disagrees-evidence",
    "recipient-concerns-outcomes",
    "does-not-align-preferences",
    "not-convenient-feasible",
];

/// Messages that cards are said with.
pub const MESSAGES: &[(&str, &[&str])] = &[
    ("card-source", &["title", "region"]),
    ("card-provisional", &["summary"]),
    ("card-missing", &["number"]),
    ("card-link-answer", &[]),
    ("card-link-referral", &[]),
    ("card-strength", &["strength"]),
    ("card-refer", &["target"]),
    ("card-register", &["code", "text"]),
    ("override-cds-not-applicable", &[]),
    ("override-cds-suboptimal-context", &[]),
    ("override-recipient-disagrees-evidence", &[]),
    ("override-recipient-concerns-outcomes", &[]),
    ("override-does-not-align-preferences", &[]),
    ("override-not-convenient-feasible", &[]),
];

/// What cards are made from.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The reply.
    pub reply: &'a Reply,
    /// The id under which it is kept, as [`answer_id`] made it.
    pub answer: Uuid,
    /// Where this service is reached from outside, without a slash at its end.
    pub base: &'a str,
    /// Who speaks, in the reply's language.
    pub speaker: &'a Speaker,
    /// The corpus that decided.
    pub corpus: &'a Corpus,
    /// What was called.
    pub call: &'a Call,
    /// In which resources the facts stand.
    pub origins: &'a BTreeMap<FactId, Vec<String>>,
    /// Whether what is missing is told too: once in a response.
    pub with_missing: bool,
}

/// An answer's id, made from a fresh one: its last six bits are free for the numbers of its cards.
#[must_use]
pub fn answer_id(fresh: Uuid) -> Uuid {
    let mut bytes = *fresh.as_bytes();
    if let Some(last) = bytes.last_mut() {
        *last &= !CARDS_MAX;
    }
    Uuid::from_bytes(bytes)
}

/// The answer that a card came from.
#[must_use]
pub fn answer_of(card: Uuid) -> Uuid {
    answer_id(card)
}

/// The cards of a reply.
#[must_use]
pub fn cards(shown: &Shown<'_>) -> Vec<Card> {
    let reply = shown.reply;
    let drafts = &shown.call.drafts;
    let mut cards = Vec::new();
    for line in &reply.recommendations {
        if !drafts.is_empty() && !shown.concerns(line) {
            continue;
        }
        let number = u8::try_from(cards.len() + 1).unwrap_or(CARDS_MAX);
        cards.push(shown.recommendation(line, number));
    }
    let number = u8::try_from(cards.len() + 1).unwrap_or(CARDS_MAX);
    if shown.with_missing && reply.status == Status::NotCovered {
        cards.push(shown.not_covered(number));
    } else if shown.with_missing && !reply.questions.is_empty() {
        cards.push(shown.missing(number));
    }
    cards.truncate(usize::from(CARDS_MAX));
    cards
}

impl Shown<'_> {
    /// Whether a recommendation says something that the drafts do not say already: another recipient, or a code.
    fn concerns(&self, line: &RecommendationLine) -> bool {
        let vocabulary = &self.corpus.vocabulary;
        let goes = |draft: &Draft| {
            line.targets.iter().any(|target| draft.goes_to(target, self.corpus.target(&target.id), vocabulary))
        };
        let coded = |draft: &Draft, code: &CodeLine| draft.carries(code, vocabulary);
        let drafts = &self.call.drafts;
        (!line.targets.is_empty() && !drafts.iter().all(goes))
            || line.codes.iter().filter(|code| is_diagnosis(code)).any(|code| !drafts.iter().all(|it| coded(it, code)))
    }

    fn recommendation(&self, line: &RecommendationLine, number: u8) -> Card {
        let speaker = self.speaker;
        let summary = if line.provisional {
            speaker.tell("card-provisional", &[("summary", &line.summary)])
        } else {
            line.summary.clone()
        };
        let suggestions = self.suggestions(line, number);
        let mut links = vec![self.answer_link()];
        if !line.targets.is_empty() {
            let url = format!("{}/api/v1/answers/{}/referral?format=text", self.base, self.answer);
            links.push(link(speaker.say("card-link-referral"), url));
        }
        links.extend(self.section_links(&line.citations));
        Card {
            uuid: self.card_id(number).to_string(),
            summary: fitted(&summary, SUMMARY_UNITS_MAX),
            detail: self.detail(line),
            indicator: "info",
            source: self.source(&line.citations, Some((&line.id, &line.summary))),
            selection_behavior: (!suggestions.is_empty()).then_some(self.selection(line)),
            suggestions,
            override_reasons: self.override_reasons(),
            links,
            extension: self.evidence(line),
        }
    }

    /// Everything that the summary has no room for.
    fn detail(&self, line: &RecommendationLine) -> String {
        let speaker = self.speaker;
        let mut parts = vec![escaped(&line.text)];
        let joined = |items: Vec<String>| items.join(", ");
        let reasons = joined(line.because.iter().map(|reason| reason.text.clone()).collect());
        if !reasons.is_empty() {
            parts.push(escaped(&speaker.tell("label-because", &[("reasons", &reasons)])));
        }
        let assumed = self.reply.assumptions.iter().filter(|assumption| assumption.recommendation == line.id);
        let assumed = joined(assumed.map(|assumption| assumption.text.clone()).collect());
        if !assumed.is_empty() {
            parts.push(escaped(&speaker.tell("label-assumed", &[("conditions", &assumed)])));
        }
        parts.extend(line.lines.iter().map(|said| escaped(said)));
        let strength = speaker.say(&format!("strength-{}", line.strength.id()));
        parts.push(escaped(&speaker.tell("card-strength", &[("strength", strength)])));
        let about = |warning: &&WarningLine| warning.guideline.as_ref().is_none_or(|id| *id == line.guideline);
        let warnings = self.reply.warnings.iter().filter(about);
        parts.extend(self.list("label-warnings", warnings.map(|warning| warning.text.as_str())));
        let notes = self.reply.notes.iter().filter(|note| note.guideline == line.guideline);
        parts.extend(self.list("label-notes", notes.map(|note| note.text.as_str())));
        parts.join("\n\n")
    }

    /// A heading and a list under it; nothing when the list is empty.
    fn list<'t>(&self, heading: &str, items: impl Iterator<Item = &'t str>) -> Option<String> {
        let items: Vec<_> = items.map(|item| format!("- {}", escaped(item))).collect();
        (!items.is_empty()).then(|| format!("{}\n\n{}", escaped(self.speaker.say(heading)), items.join("\n")))
    }

    /// What would decide more.
    fn missing(&self, number: u8) -> Card {
        let reply = self.reply;
        let questions = reply.questions.iter().map(|question| question.text.as_str());
        let conditional = reply.conditional.iter().map(|open| open.told.as_str());
        let warnings = reply.warnings.iter().map(|warning| warning.text.as_str());
        let parts = [
            self.list("label-missing", questions),
            self.list("label-conditional", conditional),
            self.list("label-warnings", warnings),
        ];
        let citations: Vec<_> = reply.conditional.iter().flat_map(|open| open.citations.clone()).collect();
        let of_rules = reply.recommendations.iter().flat_map(|line| line.citations.clone());
        let citations: Vec<_> = citations.into_iter().chain(of_rules).collect();
        #[expect(clippy::cast_precision_loss, reason = "there are a few dozen facts")]
        let summary = self.speaker.count("card-missing", reply.questions.len() as f64);
        let detail = parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n");
        self.plain(number, &summary, detail, &citations)
    }

    /// That no guideline that binds here answers.
    fn not_covered(&self, number: u8) -> Card {
        let summary = match self.reply.region {
            Some(region) => {
                let region = self.speaker.say(&format!("region-{region}"));
                self.speaker.tell("answer-not-covered-region", &[("region", region)])
            }
            None => self.speaker.say("answer-not-covered").to_owned(),
        };
        let warnings = self.list("label-warnings", self.reply.warnings.iter().map(|warning| warning.text.as_str()));
        let detail = std::iter::once(escaped(&summary)).chain(warnings).collect::<Vec<_>>().join("\n\n");
        self.plain(number, &summary, detail, &[])
    }

    /// A card that only tells.
    fn plain(&self, number: u8, summary: &str, detail: String, citations: &[CitationLine]) -> Card {
        Card {
            uuid: self.card_id(number).to_string(),
            summary: fitted(summary, SUMMARY_UNITS_MAX),
            detail,
            indicator: "info",
            source: self.source(citations, None),
            suggestions: Vec::new(),
            selection_behavior: None,
            override_reasons: self.override_reasons(),
            links: vec![self.answer_link()],
            extension: None,
        }
    }

    /// The guideline with its region; nordvis itself where several speak, or none.
    fn source(&self, citations: &[CitationLine], topic: Option<(&str, &str)>) -> Source {
        let only = citations.first().filter(|first| citations.iter().all(|it| it.guideline == first.guideline));
        let guideline = only.and_then(|citation| self.corpus.guideline(&citation.guideline));
        let label = guideline.map_or_else(
            || "nordvis".to_owned(),
            |guideline| {
                let region = format!("region-{}", guideline.metadata.region);
                let shared = [("title", guideline.metadata.title.as_str()), ("region", self.speaker.say(&region))];
                self.speaker.tell("card-source", &shared)
            },
        );
        let topic = topic.map(|(id, summary)| OverrideReason {
            code: id.to_owned(),
            system: "urn:nordvis:rules".to_owned(),
            display: summary.to_owned(),
        });
        Source { label, topic }
    }

    fn card_id(&self, number: u8) -> Uuid {
        let mut bytes = *self.answer.as_bytes();
        if let Some(last) = bytes.last_mut() {
            *last |= number & CARDS_MAX;
        }
        Uuid::from_bytes(bytes)
    }

    /// A suggestion's id: its card's, with its number in a byte that is random in the answer's.
    fn suggestion_id(&self, card: u8, number: u8) -> Uuid {
        let mut bytes = *self.card_id(card).as_bytes();
        if let Some(byte) = bytes.get_mut(10) {
            *byte ^= number.wrapping_add(1);
        }
        Uuid::from_bytes(bytes)
    }

    fn answer_link(&self) -> Link {
        link(self.speaker.say("card-link-answer"), format!("{}/answers/{}", self.base, self.answer))
    }

    fn section_links(&self, citations: &[CitationLine]) -> Vec<Link> {
        citations.iter().map(|citation| link(&citation.text, format!("{}{}", self.base, citation.url))).collect()
    }

    fn override_reasons(&self) -> Vec<OverrideReason> {
        let reason = |code: &str| OverrideReason {
            code: code.to_owned(),
            system: OVERRIDE_SYSTEM.to_owned(),
            display: self.speaker.say(&format!("override-{code}")).to_owned(),
        };
        OVERRIDES.into_iter().map(reason).collect()
    }

    /// One recipient of several; codes to register all of them.
    fn selection(&self, line: &RecommendationLine) -> Selection {
        if line.targets.is_empty() { Selection::Any } else { Selection::AtMostOne }
    }

    fn suggestions(&self, line: &RecommendationLine, card: u8) -> Vec<Suggestion> {
        let drafts = &self.call.drafts;
        let mut proposals: Vec<(String, Vec<Action>)> = Vec::new();
        for target in &line.targets {
            let label = self.speaker.tell("card-refer", &[("target", &target.text)]);
            let actions = if drafts.is_empty() {
                vec![action("create", &label, self.referral(line, target, &label))]
            } else {
                let performer = self.performer(target);
                drafts.iter().map(|draft| action("update", &label, draft.to_target(performer.clone()))).collect()
            };
            proposals.push((label, actions));
        }
        for code in &line.codes {
            let label = self.speaker.tell("card-register", &[("code", &code.code), ("text", &code.text)]);
            let actions = self.register(code, &label);
            if !actions.is_empty() {
                proposals.push((label, actions));
            }
        }
        let suggestion = |((label, actions), number)| Suggestion {
            label,
            uuid: self.suggestion_id(card, number).to_string(),
            actions,
        };
        proposals.into_iter().zip(0..).map(suggestion).collect()
    }

    fn performer(&self, target: &TargetLine) -> Value {
        let codes = self.corpus.target(&target.id).map_or(&[][..], |target| target.codes.as_slice());
        concept(codes, &target.text, &self.corpus.vocabulary)
    }

    fn referral(&self, line: &RecommendationLine, target: &TargetLine, label: &str) -> Value {
        let reasons: Vec<_> = line.because.iter().map(|reason| reason.text.clone()).collect();
        let first = line.citations.first().map_or_else(String::new, |citation| citation.url.clone());
        let referral = Referral {
            patient: Ok(&self.call.patient),
            asked: label,
            performer: &self.performer(target),
            reasons: &reasons,
            note: Some(&line.text),
            guideline: &format!("{}{first}", self.base),
            authored_on: &self.reply.as_of.to_string(),
        };
        referral.service_request()
    }

    /// A diagnosis goes into the drafts that are being written, or into the journal; other codes into the journal.
    fn register(&self, code: &CodeLine, label: &str) -> Vec<Action> {
        let codes = [ClinicalCode { system: code.system.clone(), code: code.code.clone() }];
        let concept = concept(&codes, &code.text, &self.corpus.vocabulary);
        let patient = &self.call.patient;
        match (is_diagnosis(code), self.call.drafts.as_slice()) {
            (true, []) => vec![action("create", label, diagnosis(patient, &concept))],
            (true, drafts) => {
                let open = drafts.iter().filter(|draft| !draft.carries(code, &self.corpus.vocabulary));
                open.map(|draft| action("update", label, draft.with_reason(concept.clone()))).collect()
            }
            (false, []) => vec![action("create", label, measure(patient, &concept))],
            // What is done at a contact does not belong in a referral.
            (false, _) => Vec::new(),
        }
    }

    /// In which resources of the request the facts stand that made it true.
    fn evidence(&self, line: &RecommendationLine) -> Option<Value> {
        let origins = |fact: &str| self.origins.get(&self.corpus.vocabulary.find(fact)?.id);
        let mut seen: Vec<&str> = Vec::new();
        let mut facts = Vec::new();
        for reason in &line.because {
            if let Some(references) = origins(&reason.fact).filter(|references| !references.is_empty())
                && !seen.contains(&reason.fact.as_str())
            {
                seen.push(&reason.fact);
                facts.push(json!({"fact": reason.fact, "references": references}));
            }
        }
        (!facts.is_empty()).then(|| json!({"org.nordvis.facts": facts}))
    }
}

/// Whether a code names a disease, and not what was done about it.
fn is_diagnosis(code: &CodeLine) -> bool {
    code.system.starts_with("icd-10")
}

fn link(label: &str, url: String) -> Link {
    Link { label: label.to_owned(), url, r#type: "absolute" }
}

fn action(kind: &'static str, description: &str, resource: Value) -> Action {
    Action { r#type: kind, description: description.to_owned(), resource }
}
