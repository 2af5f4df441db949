//! Opens what the commands answer with: the corpus, the locales, a language.

use std::sync::Arc;

use super::messages::messages;
use super::{Exit, output};
use crate::ask::{Defaults, Service};
use crate::clinical::{Language, Region};
use crate::config::Common;
use crate::corpus::{Files, render};
use crate::reply::{Locales, Speaker};
use crate::{corpus, reply, source};

/// The service with the language in which to speak of it.
pub struct Opened {
    /// Answers questions.
    pub service: Arc<Service>,
    /// The language of the terminal or of `--language`.
    pub language: Language,
    /// What the deployment adds to a question.
    pub defaults: Defaults,
    /// The files that it was loaded from.
    pub published: Files,
}

impl Opened {
    /// Says messages in the reader's language.
    pub fn speaker(&self) -> &Speaker {
        self.service.locales().speaker(self.language)
    }
}

/// Loads what a command needs, or prints every fault.
pub fn open(common: &Common) -> Result<Opened, Exit> {
    let files = |read: std::io::Result<Files>| {
        read.map_err(|error| {
            output::refusal(error);
            Exit::No
        })
    };
    let corpus_files = files(source::corpus(common.corpus.as_deref()))?;
    let locale_files = files(source::locales(common.locales.as_deref()))?;
    let service = Service::load(&corpus_files, &locale_files, &messages()).map_err(|faults| {
        output::notice(render(&faults, &both(&corpus_files, &locale_files), false));
        Exit::No
    })?;
    let asked = common.language.as_deref().map(|tag| Language::from_tag(tag).ok_or(()));
    let language = match asked {
        Some(Ok(language)) => Some(language),
        Some(Err(())) => {
            let speaker = service.locales().speaker(terminal_language().unwrap_or(Language::English));
            output::refusal(speaker.say("cli-bad-language"));
            return Err(Exit::Misused);
        }
        None => None,
    };
    let spoken = language.or_else(terminal_language).unwrap_or(Language::English);
    let region = match common.default_region.as_deref().map(Region::from_code) {
        Some(Err(_)) => {
            output::refusal(service.locales().speaker(spoken).say("cli-bad-region"));
            return Err(Exit::Misused);
        }
        Some(Ok(region)) => Some(region),
        None => None,
    };
    let defaults = Defaults { region, language: language.or_else(terminal_language) };
    let published = Files::published(&corpus_files, &locale_files);
    Ok(Opened { service: Arc::new(service), language: spoken, defaults, published })
}

/// Corpus and locales under one roof, so that faults of both can be shown with their lines.
pub fn both(corpus: &Files, locales: &Files) -> Files {
    let mut files = corpus.clone();
    locales.iter().for_each(|(path, text)| files.insert(path, text));
    files
}

/// The locales in the program, for help and refusals before any folder is known.
pub fn embedded_locales() -> Option<Locales> {
    let corpus = corpus::load(&source::corpus(None).ok()?).ok()?;
    reply::load(&source::locales(None).ok()?, &corpus, &messages()).ok()
}

/// The language of the terminal's locale.
pub fn terminal_language() -> Option<Language> {
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| {
        let value = std::env::var(name).ok()?;
        (!value.is_empty()).then_some(value)
    })?;
    Language::from_tag(value.split('.').next().unwrap_or_default())
}
