//! A referral as a draft: what the guideline asks it to contain, filled with what is known, the rest marked as missing.

use jiff::civil::Date;

use super::because::reasons;
use super::conditions::Phrases;
use super::describe::validity_line;
use super::lines::{CitationLine, TargetLine};
use super::locales::Voice;
use super::phrasebook::citation_lines;
use crate::answer::{Outcome, Recommendation, outcome};
use crate::clinical::{Fact, Facts};
use crate::corpus::{Corpus, Guideline, ReferralContent, ReferralForm, Rule};

/// A referral that a clinician completes and sends.
#[derive(Debug, Clone, PartialEq)]
pub struct ReferralDraft {
    /// The rule that recommends it, or asks for its content.
    pub rule: String,
    /// The guideline's id.
    pub guideline: String,
    /// Whom it may be written to; more than one where the guideline leaves the choice open.
    pub targets: Vec<TargetLine>,
    /// Its parts, in order.
    pub fields: Vec<FieldLine>,
    /// The sections it stands on; never empty.
    pub citations: Vec<CitationLine>,
    /// The whole draft as plain text.
    pub text: String,
}

/// One part of a referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldLine {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub label: String,
    /// What stands in it; nothing when all of it is missing.
    pub text: Option<String>,
    /// What the clinician must fill in.
    pub missing: Vec<String>,
}

/// The drafts of the referrals that these rules recommend, under these facts, on a day. A rule that does not hold under
/// them, or that the corpus has no more, gives none.
#[must_use]
pub fn referral_drafts(
    voice: &Voice,
    corpus: &Corpus,
    facts: &Facts,
    rules: &[String],
    as_of: Date,
) -> Vec<ReferralDraft> {
    let mut drafts: Vec<ReferralDraft> = Vec::new();
    for guideline in &corpus.guidelines {
        for rule in guideline.rules.iter().filter(|rule| rules.contains(&rule.id)) {
            let Outcome::Recommended(recommended) = outcome(corpus, guideline, rule, facts) else { continue };
            let writer = Writer { voice, corpus, guideline, facts, as_of };
            for draft in writer.drafts(&recommended) {
                let same = |known: &ReferralDraft| known.guideline == draft.guideline && known.targets == draft.targets;
                if !drafts.iter().any(same) {
                    drafts.push(draft);
                }
            }
        }
    }
    drafts
}

struct Writer<'a> {
    voice: &'a Voice,
    corpus: &'a Corpus,
    guideline: &'a Guideline,
    facts: &'a Facts,
    as_of: Date,
}

impl Writer<'_> {
    /// One draft for each recipient of the rule; or, for a rule that asks for content, one for each form of it.
    fn drafts(&self, recommended: &Recommendation<'_>) -> Vec<ReferralDraft> {
        let rule = recommended.rule();
        let forms = &self.guideline.referrals;
        let to_target = rule.targets.iter().map(|target| {
            let form = forms.iter().find(|form| form.targets.contains(target));
            self.draft(recommended, std::slice::from_ref(target), form)
        });
        let of_content = forms.iter().filter(|form| rule.targets.is_empty() && form.rules.contains(&rule.id));
        to_target.chain(of_content.map(|form| self.draft(recommended, &form.targets, Some(form)))).collect()
    }

    fn draft(
        &self,
        recommended: &Recommendation<'_>,
        targets: &[String],
        form: Option<&ReferralForm>,
    ) -> ReferralDraft {
        let speaker = &self.voice.speaker;
        let rule = recommended.rule();
        let name = |id: &String| TargetLine { id: id.clone(), text: speaker.say(&format!("target-{id}")).to_owned() };
        let targets: Vec<_> = targets.iter().map(name).collect();
        let names: Vec<_> = targets.iter().map(|target| target.text.clone()).collect();
        let mut fields = vec![
            self.field("to", Some(speaker.list("list-or", &names)), Vec::new()),
            self.field("patient", None, vec![speaker.say("referral-patient.missing").to_owned()]),
        ];
        if form.is_none_or(|form| !form.rules.contains(&rule.id)) {
            // What may still speak against it is settled before it is sent.
            let open = recommended.open_exceptions().iter().map(|fact| self.phrases().question(*fact).to_owned());
            fields.push(self.field("reason", Some(self.reason(recommended)), open.collect()));
        }
        fields.extend(form.into_iter().flat_map(|form| &form.fields).map(|field| match &field.content {
            ReferralContent::Says => {
                self.field(&field.id, Some(speaker.say(&format!("referral-{}.says", field.id)).to_owned()), Vec::new())
            }
            ReferralContent::Facts(facts) => self.of_facts(&field.id, facts),
            ReferralContent::Recommends(rules) => self.of_rules(&field.id, rules),
        }));
        let told = self.known(form);
        if !told.is_empty() {
            fields.push(self.field("known", Some(told.join(", ")), Vec::new()));
        }
        // The one who gets it cannot see how old the guideline is.
        if let Some(validity) = validity_line(self.voice, self.corpus, self.guideline, self.as_of) {
            fields.push(self.field("note", Some(validity.text), Vec::new()));
        }
        fields.push(self.field("sender", None, vec![speaker.say("referral-sender.missing").to_owned()]));
        let cite = form.map_or(&rule.cite, |form| &form.cite);
        let citations = citation_lines(speaker, self.corpus, cite);
        let text = self.text(&fields, &citations);
        ReferralDraft {
            rule: rule.id.clone(),
            guideline: self.guideline.id().to_owned(),
            targets,
            fields,
            citations,
            text,
        }
    }

    fn field(&self, id: &str, text: Option<String>, missing: Vec<String>) -> FieldLine {
        let label = self.voice.speaker.say(&format!("referral-{id}")).to_owned();
        FieldLine { id: id.to_owned(), label, text, missing }
    }

    /// The recommendation, with what made it true.
    fn reason(&self, recommended: &Recommendation<'_>) -> String {
        let speaker = &self.voice.speaker;
        let because = reasons(&self.phrases(), recommended.because(), self.facts);
        let because: Vec<_> = because.into_iter().map(|reason| reason.text).collect();
        let said = speaker.say(&recommended.rule().id);
        let statement = if recommended.provisional() {
            speaker.tell("label-provisional", &[("statement", said)])
        } else {
            said.to_owned()
        };
        if because.is_empty() {
            return statement;
        }
        format!("{statement} {}.", speaker.tell("label-because", &[("reasons", &because.join(", "))]))
    }

    fn phrases(&self) -> Phrases<'_> {
        Phrases { speaker: &self.voice.speaker, vocabulary: &self.corpus.vocabulary }
    }

    fn of_facts(&self, id: &str, asked: &[crate::clinical::FactId]) -> FieldLine {
        let phrases = self.phrases();
        let known = asked.iter().filter_map(|fact| Some(phrases.statement(*fact, self.facts.value(*fact)?)));
        let open = asked.iter().filter(|fact| self.facts.value(**fact).is_none());
        let missing: Vec<_> = open.map(|fact| phrases.question(*fact).to_owned()).collect();
        let known: Vec<_> = known.collect();
        self.field(id, (!known.is_empty()).then(|| known.join(", ")), missing)
    }

    /// What those of the rules that hold say; the doctor's own words when none does.
    fn of_rules(&self, id: &str, rules: &[String]) -> FieldLine {
        let speaker = &self.voice.speaker;
        let holds = |rule: &&Rule| {
            rules.contains(&rule.id)
                && matches!(outcome(self.corpus, self.guideline, rule, self.facts), Outcome::Recommended(it) if !it.provisional())
        };
        let said: Vec<_> =
            self.guideline.rules.iter().filter(holds).map(|rule| speaker.say(&rule.id).to_owned()).collect();
        if said.is_empty() {
            let label = speaker.say(&format!("referral-{id}")).to_owned();
            return self.field(id, None, vec![label]);
        }
        self.field(id, Some(said.join(" ")), Vec::new())
    }

    /// What is known and stands in no other part.
    fn known(&self, form: Option<&ReferralForm>) -> Vec<String> {
        let elsewhere = form.into_iter().flat_map(|form| &form.fields).filter_map(|field| match &field.content {
            ReferralContent::Facts(facts) => Some(facts.as_slice()),
            ReferralContent::Says | ReferralContent::Recommends(_) => None,
        });
        let elsewhere: Vec<_> = elsewhere.flatten().collect();
        let phrases = self.phrases();
        let told = self.facts.iter().filter(|(id, _)| !elsewhere.contains(&id)).filter_map(|(id, fact)| match fact {
            Fact::Known(statement) => Some(phrases.statement(id, statement.value)),
            Fact::NotKnown | Fact::Uncertain(_) | Fact::Conflicting(_) => None,
        });
        told.collect()
    }

    fn text(&self, fields: &[FieldLine], citations: &[CitationLine]) -> String {
        let speaker = &self.voice.speaker;
        let mut lines = vec![speaker.say("referral-draft").to_owned(), String::new()];
        for field in fields {
            let marked = field.missing.iter().map(|what| speaker.tell("referral-missing", &[("what", what)]));
            let said: Vec<_> = field.text.iter().cloned().chain(marked).collect();
            let colon = if field.label.ends_with('?') { "" } else { ":" };
            lines.push(format!("{}{colon} {}", field.label, said.join(" ")));
        }
        lines.push(String::new());
        lines.push(speaker.say("label-sources").to_owned());
        lines.extend(citations.iter().map(|citation| citation.text.clone()));
        lines.join("\n")
    }
}
