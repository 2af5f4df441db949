//! The command line: read the call, ask the library, print. No logic of its own.

mod arguments;
mod ask;
mod audit;
mod backup;
mod changes;
mod chat;
mod check;
mod clients;
mod corpora;
mod corpus;
mod explain;
mod facts;
mod keep;
mod messages;
mod open;
mod output;
mod publish;
mod purge;
mod reason;
mod replay;
mod search;
mod serve;

use std::process::ExitCode;

use crate::config::Command;

pub use messages::messages;

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// It did what was asked.
    Done = 0,
    /// The answer is "no", or the input is at fault.
    No = 1,
    /// The call's words are off.
    Misused = 2,
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let exit = match arguments::read(std::env::args_os().collect()) {
        Ok((command, definition)) => carry_out(command, definition),
        Err(exit) => exit,
    };
    ExitCode::from(exit as u8)
}

fn carry_out(command: Command, mut definition: clap::Command) -> Exit {
    match command {
        Command::Serve(call) => serve::run(&call),
        Command::Ask(call) => ask::run(&call),
        Command::Chat(call) => chat::run(&call),
        Command::Search(call) => search::run(&call),
        Command::Check(call) => check::run(&call),
        Command::Explain(call) => explain::run(&call),
        Command::Clients(call) => clients::run(&call),
        Command::Audit(call) => audit::run(&call),
        Command::Purge(call) => purge::run(&call),
        Command::Backup(call) => backup::back_up(&call),
        Command::Restore(call) => backup::restore(&call),
        Command::Publish(call) => publish::run(&call),
        Command::Corpora(call) => corpora::run(&call),
        Command::Replay(call) => replay::run(&call),
        Command::Changes(call) => changes::run(&call),
        Command::Completions(call) => {
            clap_complete::generate(call.shell, &mut definition, "nordvis", &mut std::io::stdout());
            Exit::Done
        }
    }
}
