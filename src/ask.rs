//! The whole service on one screen: a question in, a reply out.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::answer::{Answer, Asked, Status, Warning, answer, candidates};
use crate::clinical::{Facts, Intent, Language, Question, Region, Topic};
use crate::corpus::{self, Corpus, Fault, Files, Guideline, Rule};
use crate::facts::{self, Reader, Reading};
use crate::reply::{
    self, Context, FactLine, FactSheet, GuidelineSheet, GuidelineTrace, HitLine, Locales, PathSheet, ReferralDraft,
    Reply, WarningLine,
};
use crate::search::{Hit, Index, Query, SearchError};

/// Everything that answers questions: loaded whole or not at all, never changed afterwards.
pub struct Service {
    corpus: Corpus,
    locales: Locales,
    index: Index,
    reader: Reader,
}

/// How many passages are shown where they are the answer, and how many beside a decision.
const HITS_ALONE: usize = 5;
const HITS_BESIDE: usize = 3;

/// What was heard: the words, identifiers removed, and what was read from them.
#[derive(Debug, Clone, Default)]
pub struct Heard {
    /// What was read.
    pub reading: Reading,
    /// The words without identifiers.
    pub words: String,
    /// Whether an identifier was removed.
    pub identifiers_removed: bool,
}

/// What is asked, with everything read that was to be read, and how it is to be said.
#[derive(Debug, Clone)]
pub struct Resolved {
    /// What is asked.
    pub asked: Asked,
    /// What was heard last.
    pub heard: Heard,
    /// The words that passages are found for, identifiers removed.
    pub looked_for: String,
    /// The language that anybody chose.
    pub language: Option<Language>,
}

/// What a deployment adds to a question that leaves it open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Defaults {
    /// The region that binds when neither the client nor the words name one.
    pub region: Option<Region>,
    /// The language of the client's `Accept-Language` or of the terminal.
    pub language: Option<Language>,
}

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Search<'a> {
    /// The words.
    pub words: &'a str,
    /// Where the asker works: its passages come first.
    pub region: Option<Region>,
    /// Whether passages of other regions are left out.
    pub only_region: bool,
    /// The language that the asker would rather read.
    pub language: Option<Language>,
    /// Whether passages in other languages are left out.
    pub only_language: bool,
    /// How many passages are passed over.
    pub offset: usize,
    /// How many are shown at most.
    pub limit: usize,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Searched {
    /// How many passages there are in all.
    pub total: usize,
    /// Those asked for, the best first.
    pub hits: Vec<HitLine>,
    /// The words as they were probably meant, when one of them is unknown.
    pub correction: Option<String>,
}

impl Service {
    /// Loads corpus and locales. `program` lists the messages that the callers of the service say themselves.
    ///
    /// # Errors
    /// Every fault of every file.
    pub fn load(corpus: &Files, locales: &Files, program: &[(&str, &[&str])]) -> Result<Self, Vec<Fault>> {
        let fingerprint = Files::published(corpus, locales).fingerprint();
        let corpus = Corpus { fingerprint, ..corpus::load(corpus)? };
        let locales = reply::load(locales, &corpus, program)?;
        Self::indexed(corpus, locales)
    }

    /// Loads a corpus that was kept with its locales, perhaps by another version of the program; what that version did
    /// not say yet is said in this program's `own` words.
    ///
    /// # Errors
    /// Every fault of every file.
    pub fn load_kept(published: &Files, own: &Files, program: &[(&str, &[&str])]) -> Result<Self, Vec<Fault>> {
        let corpus = corpus::load(&published.within("corpus"))?;
        let corpus = Corpus { fingerprint: published.fingerprint(), ..corpus };
        let locales = reply::load_kept(&published.within("locales"), own, &corpus, program)?;
        Self::indexed(corpus, locales)
    }

    fn indexed(corpus: Corpus, locales: Locales) -> Result<Self, Vec<Fault>> {
        let index = Index::build(&corpus).map_err(|_| {
            let help = "an index of the sections is made in memory; there may be too little of it";
            vec![Fault::error("guidelines", None, "the sections cannot be indexed for search", help)]
        })?;
        let reader = Reader::new(&corpus.lexicon, &corpus.vocabulary);
        Ok(Self { corpus, locales, index, reader })
    }

    /// The corpus that answers.
    #[must_use]
    pub const fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// The words that it answers with.
    #[must_use]
    pub const fn locales(&self) -> &Locales {
        &self.locales
    }

    /// Reads words.
    pub(crate) const fn reader(&self) -> &Reader {
        &self.reader
    }

    /// Answers a question.
    #[must_use]
    pub fn ask(&self, question: &Question, defaults: Defaults) -> Reply {
        self.answer(question, &self.hear(question), defaults)
    }

    /// Reads the words of a question. Identifiers are taken out before anything else sees them (invariant 8).
    #[must_use]
    pub fn hear(&self, question: &Question) -> Heard {
        let shielded = facts::shield(&question.text);
        self.hear_again(shielded.text, !shielded.found.is_empty(), question)
    }

    /// Reads words from which identifiers were taken before.
    #[must_use]
    pub fn hear_again(&self, words: String, identifiers_removed: bool, question: &Question) -> Heard {
        Heard { reading: self.reader.read(&words, question.as_of), words, identifiers_removed }
    }

    /// Answers a question whose words have been read.
    #[must_use]
    pub fn answer(&self, question: &Question, heard: &Heard, defaults: Defaults) -> Reply {
        self.reply(&self.resolve(question, heard, defaults))
    }

    /// What a question asks whose words have been read.
    #[must_use]
    pub fn resolve(&self, question: &Question, heard: &Heard, defaults: Defaults) -> Resolved {
        Resolved {
            asked: asked(question, &heard.reading, defaults),
            heard: heard.clone(),
            looked_for: heard.words.clone(),
            language: question.language.or(defaults.language).or(heard.reading.language),
        }
    }

    /// Decides what is asked and says it, beside the passages that the words looked for find. In no language that
    /// anybody chose it is the region's.
    #[must_use]
    pub fn reply(&self, resolved: &Resolved) -> Reply {
        let Resolved { asked, heard, looked_for, language } = resolved;
        let language = language.or(asked.region.map(Region::language)).unwrap_or(Language::English);
        let mut answer = self.decide(asked);
        if heard.identifiers_removed {
            answer.warnings.push(Warning::IdentifierRemoved);
        }
        let hits = self.beside(asked, looked_for, language, &mut answer);
        let Heard { reading, words, .. } = heard;
        let context = Context { asked, reading, words, answer: &answer, hits, corpus: &self.corpus };
        reply::compose(self.locales.voice(language), context)
    }

    /// The passages beside a decision: the region's own; others where no guideline of the region answers, and then
    /// with a warning. For a lookup they are the answer.
    fn beside<'c>(&'c self, asked: &Asked, words: &str, language: Language, answer: &mut Answer<'c>) -> Vec<HitLine> {
        let off_topic = asked.topic.other_matter && answer.guidelines.is_empty();
        if words.trim().is_empty() || off_topic {
            return Vec::new();
        }
        let region = asked.region;
        let decided = !(answer.recommendations.is_empty() && answer.conditional.is_empty());
        let limit = if decided { HITS_BESIDE } else { HITS_ALONE };
        let passages = |only_region| {
            let language = Some(language);
            let wanted = Search { words, region, only_region, language, only_language: false, offset: 0, limit };
            // An index in memory that cannot be read would show no passages; the decision stands all the same.
            self.find(wanted).map(|found| found.hits).unwrap_or_default()
        };
        let mut hits = passages(region.is_some() && answer.status != Status::NotCovered);
        if hits.is_empty() {
            hits = passages(false);
        }
        let own = |hit: &HitLine| region.is_none_or(|region| hit.region == region);
        let others: BTreeSet<Region> = hits.iter().filter(|hit| !own(hit)).map(|hit| hit.region).collect();
        if !others.is_empty() {
            answer.warnings.push(Warning::OtherRegion(others.into_iter().collect()));
        }
        if asked.intent == Some(Intent::Lookup) && !hits.is_empty() {
            answer.status = Status::Answered;
        }
        hits
    }

    /// What follows from it.
    #[must_use]
    pub fn decide(&self, asked: &Asked) -> Answer<'_> {
        answer(&self.corpus, asked)
    }

    /// The guidelines that take part in a question, before anything is decided.
    #[must_use]
    pub fn candidates(&self, question: &Question) -> Vec<&Guideline> {
        let heard = self.hear(question);
        candidates(&self.corpus, &asked(question, &heard.reading, Defaults::default())).deciding
    }

    /// Every rule of every guideline that takes part, with what it comes to and why.
    #[must_use]
    pub fn trace(&self, asked: &Asked, language: Language) -> Vec<GuidelineTrace> {
        let voice = self.locales.voice(language);
        let candidates = candidates(&self.corpus, asked).deciding.into_iter();
        candidates.map(|guideline| reply::guideline_trace(voice, &self.corpus, guideline, asked)).collect()
    }

    /// A guideline in words.
    #[must_use]
    pub fn describe(&self, guideline: &Guideline, language: Language) -> GuidelineSheet {
        reply::guideline_sheet(self.locales.voice(language), &self.corpus, guideline)
    }

    /// What must be said of a guideline's validity on a day.
    #[must_use]
    pub fn validity(&self, guideline: &Guideline, as_of: Date, language: Language) -> Option<WarningLine> {
        reply::validity_line(self.locales.voice(language), &self.corpus, guideline, as_of)
    }

    /// The referrals that these rules recommend under these facts on a day, as drafts.
    #[must_use]
    pub fn referrals(&self, facts: &Facts, rules: &[String], language: Language, as_of: Date) -> Vec<ReferralDraft> {
        reply::referral_drafts(self.locales.voice(language), &self.corpus, facts, rules, as_of)
    }

    /// The vocabulary in words.
    #[must_use]
    pub fn facts(&self, language: Language) -> Vec<FactSheet> {
        reply::fact_sheets(self.locales.voice(language), &self.corpus)
    }

    /// The way to what a rule recommends, in words; with facts, what they say of each step.
    #[must_use]
    pub fn path(&self, rule: &Rule, facts: Option<&Facts>, language: Language) -> PathSheet {
        reply::path_sheet(self.locales.voice(language), &self.corpus, rule, facts)
    }

    /// Facts in words.
    #[must_use]
    pub fn say_facts(&self, facts: &Facts, language: Language) -> Vec<FactLine> {
        reply::fact_lines(self.locales.voice(language), &self.corpus, facts)
    }

    /// The passages that speak of these words. Identifiers are taken out before anything else sees them (invariant 8).
    ///
    /// # Errors
    /// The index cannot be read, which for one in memory is a fault of the program.
    pub fn search(&self, wanted: Search<'_>) -> Result<Searched, SearchError> {
        let words = facts::shield(wanted.words).text;
        self.find(Search { words: &words, ..wanted })
    }

    fn find(&self, wanted: Search<'_>) -> Result<Searched, SearchError> {
        let Search { words: text, region, only_region, language, only_language, offset, limit } = wanted;
        let found = self.index.search(&Query { text, region, only_region, language, only_language, offset, limit })?;
        let line = |hit: Hit| HitLine {
            guideline: hit.guideline,
            region: hit.region,
            section: hit.section,
            heading: hit.heading,
            language: hit.language,
            snippet: hit.snippet,
            score: hit.score,
        };
        Ok(Searched {
            total: found.total,
            hits: found.hits.into_iter().map(line).collect(),
            correction: found.correction,
        })
    }

    /// What somebody who has written this may be about to write.
    #[must_use]
    pub fn suggest(&self, written: &str, limit: usize) -> Vec<String> {
        self.index.suggest(written, limit)
    }
}

/// What is asked: what the client said, then what the words say, then what the deployment adds.
fn asked(question: &Question, reading: &Reading, defaults: Defaults) -> Asked {
    let mut facts = reading.facts.clone();
    for (id, fact) in question.facts.iter() {
        facts.insert(id, fact.clone());
    }
    Asked {
        intent: question.intent.or(reading.intent),
        region: question.region.or(reading.region).or(defaults.region),
        as_of: question.as_of,
        topic: Topic {
            subjects: reading.subjects.clone(),
            other_matter: reading.other_matter,
            about_staff: reading.about_staff,
        },
        facts,
    }
}
