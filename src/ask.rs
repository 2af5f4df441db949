//! The whole service on one screen: a question in, a reply out.

use std::collections::BTreeSet;

use crate::answer::{Answer, Asked, answer};
use crate::clinical::{Language, Question, Region, Topic};
use crate::corpus::{self, Corpus, Fault, Files};
use crate::reply::{self, Context, Locales, Reply};

/// Everything that answers questions: loaded whole or not at all, never changed afterwards.
pub struct Service {
    corpus: Corpus,
    locales: Locales,
}

/// What a deployment adds to a question that leaves it open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Defaults {
    /// The region that binds when neither the client nor the words name one.
    pub region: Option<Region>,
    /// The language of the client's `Accept-Language` or of the terminal.
    pub language: Option<Language>,
}

impl Service {
    /// Loads corpus and locales. `program` lists the messages that the callers of the service say themselves.
    ///
    /// # Errors
    /// Every fault of every file.
    pub fn load(corpus: &Files, locales: &Files, program: &[(&str, &[&str])]) -> Result<Self, Vec<Fault>> {
        let corpus = corpus::load(corpus)?;
        let locales = reply::load(locales, &corpus, program)?;
        Ok(Self { corpus, locales })
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
}
