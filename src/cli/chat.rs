//! `nordvis chat`: a conversation, one line and one reply at a time, at a terminal or in a pipe; nothing is stored.

use std::io::{BufRead, IsTerminal, stdin};

use jiff::civil::Date;
use rustyline::DefaultEditor;

use super::open::{Opened, open};
use super::{Exit, output};
use crate::clinical::{FactId, Region};
use crate::config::{Chat, QUESTION_CHARS_MAX};
use crate::converse::{Settings, TURNS_MAX, Turn};
use crate::http::{answer_json, today};
use crate::reply::Reply;

/// What stands before the place to write.
const PROMPT: &str = "> ";

/// Answers line by line until there are no more.
pub fn run(call: &Chat) -> Exit {
    let opened = match open(&call.common) {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    let settings = match settings(call, &opened) {
        Ok(settings) => settings,
        Err(refusals) => {
            refusals.iter().for_each(output::refusal);
            return Exit::No;
        }
    };
    let mut talk = Talk { opened, settings, json: call.json, turns: Vec::new(), asked: Vec::new() };
    let held = if stdin().is_terminal() { talk.at_a_terminal() } else { talk.in_a_pipe() };
    match held {
        Ok(()) => Exit::Done,
        Err(reason) => {
            output::refusal(reason);
            Exit::No
        }
    }
}

/// What holds from the beginning, or everything that is wrong with it.
fn settings(call: &Chat, opened: &Opened) -> Result<Settings, Vec<String>> {
    let speaker = opened.speaker();
    let mut refusals = Vec::new();
    let region = call.region.as_deref().map(Region::from_code).transpose();
    if region.is_err() {
        refusals.push(speaker.say("cli-bad-region").to_owned());
    }
    let as_of = call.as_of.as_deref().map(str::parse::<Date>).transpose();
    if as_of.is_err() {
        refusals.push(speaker.say("cli-bad-date").to_owned());
    }
    match (region, as_of) {
        (Ok(region), Ok(as_of)) => Ok(Settings { region, language: None, as_of }),
        _ => Err(refusals),
    }
}

/// A conversation that is going on.
struct Talk {
    opened: Opened,
    settings: Settings,
    json: bool,
    turns: Vec<Turn>,
    /// What the last reply asked for.
    asked: Vec<FactId>,
}

impl Talk {
    /// With a prompt, and with the lines written before at hand; they are forgotten at the end.
    fn at_a_terminal(&mut self) -> Result<(), String> {
        let mut editor = DefaultEditor::new().map_err(|error| error.to_string())?;
        // An interrupt ends the conversation as the end of the input does.
        while let Ok(line) = editor.readline(PROMPT) {
            // A line that cannot be remembered is answered all the same.
            let _ = editor.add_history_entry(line.as_str());
            self.hear(&line);
        }
        Ok(())
    }

    fn in_a_pipe(&mut self) -> Result<(), String> {
        let mut input = stdin().lock();
        let mut line = Vec::new();
        while input.read_until(b'\n', &mut line).map_err(|error| error.to_string())? > 0 {
            self.hear(&String::from_utf8_lossy(&line));
            line.clear();
        }
        Ok(())
    }

    /// Answers a line; a blank one says nothing.
    fn hear(&mut self, line: &str) {
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        if line.chars().count() > QUESTION_CHARS_MAX {
            output::refusal(self.opened.speaker().say("cli-question-long"));
            return;
        }
        if self.turns.len() >= TURNS_MAX {
            output::refusal(self.opened.speaker().say("cli-chat-full"));
            return;
        }
        let reply = self.say(line);
        output::result(if self.json { answer_json(reply) } else { reply.text });
    }

    fn say(&mut self, line: &str) -> Reply {
        let as_of = self.settings.as_of.unwrap_or_else(today);
        let turn = Turn::words(line, std::mem::take(&mut self.asked), as_of);
        let Opened { service, defaults, .. } = &self.opened;
        let reply = service.converse(&self.settings, &self.turns, &turn, *defaults);
        let vocabulary = &service.corpus().vocabulary;
        self.asked = reply.questions.iter().filter_map(|question| Some(vocabulary.find(&question.fact)?.id)).collect();
        self.turns.push(turn);
        reply
    }
}
