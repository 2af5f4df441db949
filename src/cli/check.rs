//! `nordvis check`: every fault of corpus and locales, with file, line, column and a way out.

use std::path::Path;

use super::messages::messages;
use super::open::{both, embedded_locales, terminal_language};
use super::{Exit, output};
use crate::clinical::Language;
use crate::config::{Check, Common};
use crate::corpus::{Corpus, Fault, Files, Level, render};
use crate::{check, corpus, reply, source};

/// Checks a folder, or what is embedded.
pub fn run(call: &Check) -> Exit {
    let (corpus_files, locale_files) = match files(call.dir.as_deref(), &call.common) {
        Ok(files) => files,
        Err(exit) => return exit,
    };
    let (faults, loaded) = faults(&corpus_files, &locale_files);
    tell(&faults, &both(&corpus_files, &locale_files), call.json);
    if !call.json {
        output::result(summary(call, &faults, loaded.as_ref()));
    }
    if faults.iter().any(|fault| fault.level == Level::Error) { Exit::No } else { Exit::Done }
}

/// Corpus and locales of a named folder, which holds `corpus` and `locales` or is a corpus itself; else those of the
/// settings. What cannot be read is told.
pub fn files(dir: Option<&Path>, common: &Common) -> Result<(Files, Files), Exit> {
    let (corpus, locales) = match dir {
        None => (common.corpus.clone(), common.locales.clone()),
        Some(dir) if dir.join("corpus").is_dir() => {
            let locales = dir.join("locales");
            (Some(dir.join("corpus")), common.locales.clone().or_else(|| locales.is_dir().then_some(locales)))
        }
        Some(dir) => (Some(dir.to_owned()), common.locales.clone()),
    };
    let read = source::corpus(corpus.as_deref()).and_then(|c| Ok((c, source::locales(locales.as_deref())?)));
    read.map_err(|error| {
        output::refusal(error);
        Exit::No
    })
}

/// Every fault, as JSON also when there is none.
pub fn tell(faults: &[Fault], files: &Files, json: bool) {
    if json {
        output::result(as_json(faults, files));
    } else if !faults.is_empty() {
        output::result(format_args!("{}\n", render(faults, files, false)));
    }
}

/// Every fault, and the corpus when it loads.
pub fn faults(corpus_files: &Files, locale_files: &Files) -> (Vec<Fault>, Option<Corpus>) {
    match corpus::load(corpus_files) {
        Err(faults) => (faults, None),
        Ok(corpus) => {
            let mut faults = check::check(&corpus, corpus_files);
            faults.extend(reply::load(locale_files, &corpus, &messages()).err().unwrap_or_default());
            (faults, Some(corpus))
        }
    }
}

fn summary(call: &Check, faults: &[Fault], corpus: Option<&Corpus>) -> String {
    let language = call.common.language.as_deref().and_then(Language::from_tag).or_else(terminal_language);
    let Some(locales) = embedded_locales() else { return format!("{} faults", faults.len()) };
    let speaker = locales.speaker(language.unwrap_or(Language::English));
    let (guidelines, rules, cases) = corpus.map_or((0, 0, 0), |corpus| {
        let guidelines = &corpus.guidelines;
        let rules: usize = guidelines.iter().map(|guideline| guideline.rules.len()).sum();
        let cases: usize = guidelines.iter().map(|guideline| guideline.cases.len()).sum();
        (guidelines.len(), rules, cases)
    });
    let counts = [("faults", faults.len()), ("guidelines", guidelines), ("rules", rules), ("cases", cases)];
    speaker.tell_counted("cli-checked", &[], &counts.map(|(name, count)| (name, count as u64)))
}

fn as_json(faults: &[Fault], files: &Files) -> serde_json::Value {
    let one = |fault: &Fault| {
        let place = files.get(&fault.file).and_then(|text| fault.place(text));
        serde_json::json!({
            "level": if fault.level == Level::Error { "error" } else { "warning" },
            "file": fault.file,
            "line": place.map(|(line, _)| line),
            "column": place.map(|(_, column)| column),
            "message": fault.message,
            "help": fault.help,
        })
    };
    faults.iter().map(one).collect()
}
