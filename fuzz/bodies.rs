//! What each target does with what it is given: a panic is a fault. The targets of cargo-fuzz call these, and so do the
//! tests, with every seed and everything that was ever found.
#![allow(dead_code, reason = "each target calls one")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a fault is a panic")]

use std::sync::LazyLock;

use jiff::civil::Date;
use nordvis::ask::Service;
use nordvis::clinical::{FactId, Span};
use nordvis::corpus::{Corpus, Fault, Files, lexicon, render};
use nordvis::facts::{Reader, Reading, State, shield as take_out};
use nordvis::rules::{self, Definitions, Dialect};
use nordvis::{cli, corpus, http, reply, source};

const AS_OF: Date = Date::constant(2026, 11, 21);
/// What the service takes at most; longer texts are refused before they are read.
const CHARS_MAX: usize = 4_000;

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    let files = source::corpus(None).unwrap();
    corpus::load(&files).unwrap_or_else(|faults| panic!("{}", render(&faults, &files, false)))
});

static READER: LazyLock<Reader> = LazyLock::new(|| Reader::new(&CORPUS.lexicon, &CORPUS.vocabulary));

static SERVICE: LazyLock<Service> = LazyLock::new(|| {
    let (corpus, locales) = (source::corpus(None).unwrap(), source::locales(None).unwrap());
    Service::load(&corpus, &locales, &cli::messages()).unwrap_or_else(|_| panic!("`nordvis check` tells the faults"))
});

/// Loads what is fuzzed, so that no run pays for it.
pub fn ready(service: bool) {
    LazyLock::force(&READER);
    if service {
        LazyLock::force(&SERVICE);
    }
}

/// Lines are the turns of a conversation; what each asked for is asked of the next.
pub fn reading(text: &str) {
    if text.chars().count() > CHARS_MAX {
        return;
    }
    let asked: Vec<FactId> = READER.vocabulary().iter().map(|fact| fact.id).collect();
    let mut states = vec![State::default()];
    for (number, turn) in text.lines().enumerate() {
        let shielded = take_out(turn).text;
        places_fit(&READER.read(&shielded, AS_OF), &shielded);
        let asked = asked.get(number % asked.len()..).unwrap_or_default();
        let next = states.last().unwrap().next(&READER, &shielded, AS_OF, asked);
        places_fit(&next.reading, &shielded);
        states.push(next);
    }
}

/// Every place that a reading names lies in its text.
fn places_fit(reading: &Reading, text: &str) {
    let length = text.chars().count();
    let fits = |span: &Span| assert!(span.start <= span.end && span.end <= length, "{span:?} of {length}");
    reading.mentions.iter().for_each(|mention| fits(&mention.span));
    reading.mentions.iter().filter_map(|mention| mention.changed_by.as_ref()).for_each(fits);
    reading.repairs.iter().for_each(|repair| fits(&repair.span));
    reading.not_understood.iter().for_each(|puzzle| fits(&puzzle.span));
}

/// A text without its identifiers is as long as it was, and holds none.
pub fn shield(text: &str) {
    let shielded = take_out(text);
    let length = text.chars().count();
    assert_eq!(shielded.text.chars().count(), length);
    let mut end = 0;
    for (span, _) in &shielded.found {
        assert!(end <= span.start && span.start < span.end && span.end <= length, "{span:?} of {length}");
        end = span.end;
    }
    for (place, (before, after)) in text.chars().zip(shielded.text.chars()).enumerate() {
        let inside = shielded.found.iter().any(|(span, _)| span.start <= place && place < span.end);
        assert_eq!(after, if inside { ' ' } else { before });
    }
}

/// A condition that is read is the same after it was printed; what is refused is refused in its text.
pub fn condition(text: &str) {
    let terms = READER.vocabulary().terms();
    let read = |text: &str| {
        let node = rules::parse(text).map_err(|problem| vec![problem])?;
        rules::resolve(&node, terms, &Definitions::new())
    };
    match read(text) {
        Ok(condition) => {
            let printed = rules::print(&condition, terms, Dialect::Author);
            assert_eq!(read(&printed).ok().as_ref(), Some(&condition), "{printed}");
        }
        Err(problems) => {
            for problem in problems {
                assert!(text.get(problem.range.start..problem.range.end).is_some(), "{problem:?}");
            }
        }
    }
}

/// A body is answered or refused; an answer is JSON.
pub fn request(body: &[u8]) {
    if let Some(answer) = http::answer_to(&SERVICE, body) {
        let answer: serde_json::Value = serde_json::from_str(&answer).expect("an answer is JSON");
        assert!(answer["text"].as_str().is_some_and(|text| !text.is_empty()), "an answer says something");
    }
}

/// The first line says which file it is; the rest is the file.
pub fn files(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let Some((path, text)) = text.split_once('\n') else { return };
    let mut files = Files::default();
    files.insert(path, text);
    let faults = if path.starts_with("lexicon/") {
        let (vocabulary, mut faults) = (READER.vocabulary(), Vec::new());
        lexicon::load(&files, vocabulary, &mut faults);
        faults.extend(lexicon::lint(&files, vocabulary));
        faults
    } else if path.ends_with(".ftl") {
        reply::load(&files, &CORPUS, &cli::messages()).err().unwrap_or_default()
    } else {
        corpus::load(&files).err().unwrap_or_default()
    };
    told(&faults, &files);
}

/// Every fault can be told.
fn told(faults: &[Fault], files: &Files) {
    assert_eq!(render(faults, files, false).is_empty(), faults.is_empty());
}
