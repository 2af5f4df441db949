//! What is kept of a conversation, and what does it say when it is read again? JSON in the shape of the requests.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::problem::{Kind, Problem};
use super::request::{Json, fact};
use super::wire::{self, given_facts};
use crate::clinical::{FactId, Facts, Language, Region};
use crate::converse::{Said, Settings, Turn};
use crate::corpus::Vocabulary;
use crate::reply::Reply;
use crate::store::{self, Conversation};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct KeptSettings<'a> {
    region: Option<&'a str>,
    language: Option<&'a str>,
    as_of: Option<Date>,
}

/// What is kept of a new conversation.
///
/// # Errors
/// A fault of the program.
pub fn settings_text(settings: &Settings) -> Result<String, Problem> {
    let region = settings.region.map(Region::code);
    let language = settings.language.map(Language::code);
    text(&KeptSettings { region, language, as_of: settings.as_of })
}

/// What holds from the beginning of a conversation that was kept.
///
/// # Errors
/// It cannot be read.
pub fn settings(conversation: &Conversation) -> Result<Settings, Problem> {
    let kept: KeptSettings<'_> = parse(&conversation.settings)?;
    Ok(Settings {
        region: kept.region.and_then(|code| Region::from_code(code).ok()),
        language: kept.language.and_then(Language::from_tag),
        as_of: kept.as_of,
    })
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct KeptTurn<'a, Facts> {
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    text: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    facts: Option<Facts>,
    as_of: Date,
    /// What the answer asked for, in order.
    #[serde(borrow)]
    asks: Vec<Cow<'a, str>>,
}

/// What is kept of a turn beside its answer: all that the conversation's state takes from it.
///
/// # Errors
/// A fault of the program.
pub fn turn_text(turn: &Turn, reply: &Reply, vocabulary: &Vocabulary) -> Result<String, Problem> {
    let (words, facts) = match &turn.said {
        Said::Words(words) => (Some(words.as_str().into()), None),
        Said::Facts(facts) => (None, Some(given_facts(facts, vocabulary))),
    };
    let asks = reply.questions.iter().map(|question| question.fact.as_str().into()).collect();
    text(&KeptTurn { text: words, facts, as_of: turn.as_of, asks })
}

/// Turns that were kept, and the facts that the last of them asked for. A fact that the vocabulary has no more, or that
/// cannot have this value any more, counts as not said.
///
/// # Errors
/// One of them cannot be read.
pub fn turns(inputs: &[String], vocabulary: &Vocabulary) -> Result<(Vec<Turn>, Vec<FactId>), Problem> {
    let mut turns = Vec::with_capacity(inputs.len());
    let mut asked = Vec::new();
    for input in inputs {
        let kept: KeptTurn<'_, BTreeMap<Cow<'_, str>, Json<'_>>> = parse(input)?;
        let asks = kept.asks.iter().filter_map(|name| Some(vocabulary.find(name)?.id)).collect();
        let said = match kept.text {
            Some(words) => Said::Words(words.into_owned()),
            None => Said::Facts(facts(&kept.facts.unwrap_or_default(), vocabulary)),
        };
        let asked = std::mem::replace(&mut asked, asks);
        turns.push(Turn { said, asked, as_of: kept.as_of, identifiers_removed: false });
    }
    Ok((turns, asked))
}

/// Facts that were kept. One that the vocabulary has no more, or that cannot have this value any more, is left out.
pub(super) fn facts(kept: &BTreeMap<Cow<'_, str>, Json<'_>>, vocabulary: &Vocabulary) -> Facts {
    let mut facts = Facts::default();
    for (name, value) in kept {
        if let Some(definition) = vocabulary.find(name)
            && let Some(fact) = fact(definition, value)
        {
            facts.insert(definition.id, fact);
        }
    }
    facts
}

/// A conversation as it was begun, for whoever began it.
pub fn begun(conversation: &Conversation, settings: &Settings) -> wire::Begun {
    wire::Begun {
        id: conversation.id.to_string(),
        created_at: conversation.created_at.to_string(),
        region: settings.region.map(Into::into),
        language: settings.language.map(Into::into),
        as_of: settings.as_of.map(|day| day.to_string()),
    }
}

/// A turn as it was said and answered.
///
/// # Errors
/// It cannot be read.
pub fn shown(turn: store::Turn) -> Result<wire::Turn, Problem> {
    let kept: KeptTurn<'_, Box<RawValue>> = parse(&turn.input)?;
    let answer = RawValue::from_string(turn.answer.reply).map_err(|_| Kind::Internal)?;
    Ok(wire::Turn {
        number: turn.number,
        text: kept.text.map(Cow::into_owned),
        facts: kept.facts.map(wire::KeptFacts),
        answer: wire::KeptAnswer(answer),
    })
}

fn text<T: Serialize>(value: &T) -> Result<String, Problem> {
    serde_json::to_string(value).map_err(|_| Kind::Internal.into())
}

fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Problem> {
    serde_json::from_str(text).map_err(|_| Kind::Internal.into())
}
