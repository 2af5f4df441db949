//! `nordvis ask`: one question, one answer; nothing is stored.

use jiff::civil::Date;

use super::open::{Opened, open};
use super::{Exit, facts, output};
use crate::answer::Status;
use crate::ask::{Resolved, Service};
use crate::clinical::{Facts, Intent, Question, Region};
use crate::config::{Ask, QUESTION_CHARS_MAX};
use crate::http::{answer_json, today};
use crate::reply::Reply;

/// Answers, and says with the exit whether the guidelines could.
pub fn run(call: &Ask) -> Exit {
    let opened = match open(&call.common) {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    let question = match question(call, &opened) {
        Ok(question) => question,
        Err(refusals) => {
            refusals.iter().for_each(output::refusal);
            return Exit::No;
        }
    };
    let service = &opened.service;
    let resolved = service.resolve(&question, &service.hear(&question), opened.defaults);
    let reply = service.reply(&resolved);
    let status = reply.status;
    let drafts = if call.referral { drafts(service, &resolved, &reply) } else { Vec::new() };
    output::result(if call.json { answer_json(reply) } else { reply.text });
    drafts.into_iter().for_each(|draft| output::result(format_args!("\n\n{draft}")));
    match status {
        Status::Answered | Status::NeedsFacts => Exit::Done,
        Status::NotCovered => Exit::No,
    }
}

/// The referrals that a reply recommends, as text.
fn drafts(service: &Service, resolved: &Resolved, reply: &Reply) -> Vec<String> {
    let rules: Vec<_> = reply.recommendations.iter().map(|line| line.id.clone()).collect();
    let drafts = service.referrals(&resolved.asked.facts, &rules, reply.language, resolved.asked.as_of);
    drafts.into_iter().map(|draft| draft.text).collect()
}

/// The question of a call, or everything that is wrong with it.
fn question(call: &Ask, opened: &Opened) -> Result<Question, Vec<String>> {
    let speaker = opened.speaker();
    let mut refusals = Vec::new();
    let text = call.question.as_deref().unwrap_or_default().trim().to_owned();
    if text.is_empty() && call.intent.is_none() {
        refusals.push(speaker.say("cli-nothing-asked").to_owned());
    }
    if text.chars().count() > QUESTION_CHARS_MAX {
        refusals.push(speaker.say("cli-question-long").to_owned());
    }
    let intent = call.intent.as_deref().map(|id| Intent::from_id(id).ok_or(()));
    if intent == Some(Err(())) {
        refusals.push(speaker.tell("cli-bad-intent", &[("intents", &Intent::ALL.map(Intent::id).join(", "))]));
    }
    let region = call.region.as_deref().map(|code| Region::from_code(code).map_err(|_| ()));
    if region == Some(Err(())) {
        refusals.push(speaker.say("cli-bad-region").to_owned());
    }
    let as_of = call.as_of.as_deref().map(|day| day.parse::<Date>().map_err(|_| ()));
    if as_of == Some(Err(())) {
        refusals.push(speaker.say("cli-bad-date").to_owned());
    }
    let facts = match facts::read(&call.fact, &opened.service.corpus().vocabulary, speaker) {
        Ok(facts) => facts,
        Err(found) => {
            refusals.extend(found);
            Facts::default()
        }
    };
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(Question {
        text,
        intent: intent.and_then(Result::ok),
        facts,
        region: region.and_then(Result::ok),
        language: None,
        as_of: as_of.and_then(Result::ok).unwrap_or_else(today),
    })
}
