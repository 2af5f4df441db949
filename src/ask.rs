//! The whole service on one screen: a question in, a reply out.

use std::collections::BTreeSet;

use crate::answer::{Answer, Asked, answer};
use crate::clinical::{Language, Question, Region, Topic};
use crate::corpus::{self, Corpus, Fault, Files, Guideline};
use crate::reply::{self, Context, FactSheet, GuidelineSheet, HitLine, Locales, Reply};
use crate::search::{Hit, Index, Query, SearchError};

/// Everything that answers questions: loaded whole or not at all, never changed afterwards.
pub struct Service {
    corpus: Corpus,
    locales: Locales,
    index: Index,
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
        let corpus = corpus::load(corpus)?;
        let locales = reply::load(locales, &corpus, program)?;
        let index = Index::build(&corpus).map_err(|_| {
            let help = "an index of the sections is made in memory; there may be too little of it";
            vec![Fault::error("guidelines", None, "the sections cannot be indexed for search", help)]
        })?;
        Ok(Self { corpus, locales, index })
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

    /// Answers a question.
    #[must_use]
    pub fn ask(&self, question: &Question, defaults: Defaults) -> Reply {
        let asked = self.read(question, defaults);
        let language =
            question.language.or(defaults.language).or(asked.region.map(Region::language)).unwrap_or(Language::English);
        let answer = self.decide(&asked);
        let context = Context { asked: &asked, answer: &answer, hits: Vec::new(), corpus: &self.corpus };
        reply::compose(self.locales.voice(language), context)
    }

    /// What a question says, with everything read from its words.
    #[must_use]
    pub fn read(&self, question: &Question, defaults: Defaults) -> Asked {
        Asked {
            intent: question.intent,
            region: question.region.or(defaults.region),
            as_of: question.as_of,
            topic: Topic { subjects: BTreeSet::new(), other_matter: false, about_staff: false },
            facts: question.facts.clone(),
        }
    }

    /// What follows from it.
    #[must_use]
    pub fn decide(&self, asked: &Asked) -> Answer<'_> {
        answer(&self.corpus, asked)
    }

    /// A guideline in words.
    #[must_use]
    pub fn describe(&self, guideline: &Guideline, language: Language) -> GuidelineSheet {
        reply::guideline_sheet(self.locales.voice(language), &self.corpus, guideline)
    }

    /// The vocabulary in words.
    #[must_use]
    pub fn facts(&self, language: Language) -> Vec<FactSheet> {
        reply::fact_sheets(self.locales.voice(language), &self.corpus)
    }

    /// The passages that speak of these words.
    ///
    /// # Errors
    /// The index cannot be read, which for one in memory is a fault of the program.
    pub fn search(&self, wanted: Search<'_>) -> Result<Searched, SearchError> {
        let Search { words: text, region, only_region, language, offset, limit } = wanted;
        let found = self.index.search(&Query { text, region, only_region, language, offset, limit })?;
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
