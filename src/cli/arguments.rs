//! Flags over variables over the configuration file; help and refusals in the reader's language.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{ArgMatches, CommandFactory, FromArgMatches};

use super::open;
use super::{Exit, output, reason};
use crate::clinical::Language;
use crate::config::{Call, Command};
use crate::reply::Speaker;
use crate::rules::closest;
use crate::store::Database;

/// Reads a call. What is printed instead of being carried out (help, version, a refusal) is printed here.
pub fn read(arguments: Vec<OsString>) -> Result<(Command, clap::Command), Exit> {
    let arguments = with_default_command(arguments);
    let language = language_asked(&arguments).or_else(open::terminal_language).unwrap_or(Language::English);
    let locales = open::embedded_locales();
    let speaker = locales.as_ref().map(|locales| locales.speaker(language));
    let mut definition = Call::command();
    if let Some(speaker) = speaker {
        definition = described(definition, speaker);
    }
    if let Some(path) = value_of(&arguments, "--config").map(PathBuf::from).or_else(config_variable) {
        definition = match with_file(definition, &path, speaker) {
            Ok(definition) => definition,
            Err(problem) => {
                let problem = speaker.map_or_else(|| problem.0.clone(), |speaker| problem.tell(speaker));
                output::refusal(format_args!("{}: {problem}", path.display()));
                return Err(Exit::Misused);
            }
        };
    }
    let call = definition.clone().try_get_matches_from(arguments).and_then(|matches| {
        if let Some(speaker) = speaker.filter(|_| shows_password(&matches)) {
            output::notice(speaker.say("cli-password-shown"));
        }
        Call::from_arg_matches(&matches)
    });
    match call {
        Ok(call) => Ok((call.command, definition)),
        Err(error) => Err(refuse(&error, definition, speaker)),
    }
}

/// Whether a flag holds the database's password, which every list of processes then shows.
fn shows_password(matches: &ArgMatches) -> bool {
    let named = matches.try_get_one::<String>("database").ok().flatten();
    let shown = named.is_some_and(|named| {
        matches.value_source("database") == Some(ValueSource::CommandLine)
            && named.parse::<Database>().is_ok_and(|database| database.holds_password())
    });
    shown || matches.subcommand().is_some_and(|(_, matches)| shows_password(matches))
}

/// `nordvis` alone, or with flags only, serves.
fn with_default_command(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let first = arguments.get(1).and_then(|first| first.to_str());
    let general = ["-h", "--help", "-V", "--version"];
    if first.is_none_or(|first| first.starts_with('-') && !general.contains(&first)) {
        arguments.insert(1.min(arguments.len()), "serve".into());
    }
    arguments
}

fn value_of(arguments: &[OsString], flag: &str) -> Option<OsString> {
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let text = argument.to_string_lossy();
        if text == flag {
            return rest.next().cloned();
        }
        if let Some(value) = text.strip_prefix(flag).and_then(|tail| tail.strip_prefix('=')) {
            return Some(value.into());
        }
    }
    None
}

fn config_variable() -> Option<PathBuf> {
    std::env::var_os("NORDVIS_CONFIG").map(PathBuf::from)
}

fn language_asked(arguments: &[OsString]) -> Option<Language> {
    let flag = value_of(arguments, "--language").or_else(|| std::env::var_os("NORDVIS_LANGUAGE"))?;
    Language::from_tag(&flag.to_string_lossy())
}

/// A fault of the configuration file: a message id of `locales/`, and what it names.
struct Problem(String, Vec<(&'static str, String)>);

impl Problem {
    fn tell(&self, speaker: &Speaker) -> String {
        let arguments: Vec<_> = self.1.iter().map(|(name, value)| (*name, value.as_str())).collect();
        speaker.tell(&self.0, &arguments)
    }
}

/// Every setting that some command has.
fn settings(definition: &clap::Command) -> Vec<String> {
    let own = definition.get_arguments().filter_map(|argument| argument.get_long()).map(str::to_owned);
    own.chain(definition.get_subcommands().flat_map(settings)).collect()
}

/// The values become the default of the setting wherever a command has it.
fn with_default(mut definition: clap::Command, key: &str, values: &[String]) -> clap::Command {
    let names: Vec<String> = definition.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    for name in names {
        definition = definition.mut_subcommand(name, |command| with_default(command, key, values));
    }
    let has = definition.get_arguments().any(|argument| argument.get_long() == Some(key));
    let id = key.replace('-', "_");
    if has { definition.mut_arg(id, |argument| argument.default_values(values.to_vec())) } else { definition }
}

/// The lines of the configuration file become the defaults of the flags with the same names.
fn with_file(mut definition: clap::Command, path: &Path, speaker: Option<&Speaker>) -> Result<clap::Command, Problem> {
    let why = |error: &std::io::Error| {
        speaker.map_or_else(|| error.to_string(), |speaker| reason::file(error.kind(), speaker))
    };
    let text = std::fs::read_to_string(path)
        .map_err(|error| Problem("cli-config-unreadable".to_owned(), vec![("reason", why(&error))]))?;
    let lines: toml::Table = toml::from_str(&text)
        .map_err(|error| Problem("cli-config-malformed".to_owned(), vec![("reason", error.message().to_owned())]))?;
    let known = settings(&definition);
    for (key, value) in &lines {
        if !known.contains(key) {
            let near = closest(key, known.iter().map(String::as_str)).unwrap_or_default().to_owned();
            let id = if near.is_empty() { "cli-config-unknown" } else { "cli-config-did-you-mean" };
            return Err(Problem(id.to_owned(), vec![("key", key.clone()), ("near", near)]));
        }
        let values: Vec<String> = match value {
            toml::Value::String(text) => vec![text.clone()],
            toml::Value::Array(items) => {
                items.iter().map(|item| item.as_str().unwrap_or_default().to_owned()).collect()
            }
            other => vec![other.to_string()],
        };
        definition = with_default(definition, key, &values);
    }
    Ok(definition)
}

/// Every command and flag with its help in the reader's language.
fn described(definition: clap::Command, speaker: &Speaker) -> clap::Command {
    described_as(definition.about(speaker.say("cli-about").to_owned()), "cli", speaker)
}

/// The commands of a command, each under its name: `cli-clients`, `cli-clients-create`, `cli-clients-create-name`.
fn described_as(mut definition: clap::Command, prefix: &str, speaker: &Speaker) -> clap::Command {
    let names: Vec<String> = definition.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    for name in names {
        let own = format!("{prefix}-{name}");
        definition = definition.mut_subcommand(&name, |command| {
            let command = command.about(speaker.say(&own).to_owned()).mut_args(|argument| {
                let id = argument.get_id().as_str().replace('_', "-");
                match speaker.find(&format!("{own}-{id}")).or_else(|| speaker.find(&format!("cli-any-{id}"))) {
                    Some(help) => argument.help(help.to_owned()).long_help(None::<&str>),
                    None => argument,
                }
            });
            described_as(command.disable_help_subcommand(true), &own, speaker)
        });
    }
    definition
}

/// What a definition that is complete says of an argument: which values it takes is part of that.
fn help(definition: &clap::Command, argument: &str) -> Option<String> {
    let own = definition.get_arguments().find(|known| known.to_string() == argument);
    let own = own.and_then(|known| known.get_help()).map(ToString::to_string);
    own.or_else(|| definition.get_subcommands().find_map(|command| help(command, argument)))
}

fn refuse(error: &clap::Error, mut definition: clap::Command, speaker: Option<&Speaker>) -> Exit {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // Help was asked for: it is the result. A closed pipe is no one's fault.
        let _ = error.print();
        return Exit::Done;
    }
    let named = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand]
        .into_iter()
        .map(named)
        .find(|name| !name.is_empty())
        .unwrap_or_default();
    let id = match error.kind() {
        ErrorKind::UnknownArgument if !argument.starts_with('-') => "cli-argument-surplus",
        ErrorKind::UnknownArgument => "cli-unknown-argument",
        ErrorKind::InvalidSubcommand => "cli-unknown-command",
        ErrorKind::MissingRequiredArgument => "cli-missing-argument",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-invalid-value",
        ErrorKind::ArgumentConflict => "cli-argument-twice",
        _ => "",
    };
    match speaker.filter(|_| !id.is_empty()) {
        Some(speaker) => {
            let values = named(ContextKind::ValidValue);
            let id = if values.is_empty() { id } else { "cli-value-among" };
            definition.build();
            let help = help(&definition, &argument).unwrap_or_default();
            output::refusal(speaker.tell(id, &[("argument", &argument), ("values", &values), ("help", &help)]));
            output::notice(speaker.say("cli-see-help"));
        }
        None => output::notice(error.to_string().trim_end()),
    }
    Exit::Misused
}
