//! Results to standard output, everything else to standard error. A reader who has seen enough and closed the pipe is
//! no failure.

use std::io::{Write, stderr, stdout};

/// A line of the result.
pub fn result(line: impl std::fmt::Display) {
    let _ = writeln!(stdout().lock(), "{line}");
}

/// A line for the person at the terminal.
pub fn notice(line: impl std::fmt::Display) {
    let _ = writeln!(stderr().lock(), "{line}");
}

/// Why a call was not carried out.
pub fn refusal(line: impl std::fmt::Display) {
    notice(format_args!("nordvis: {line}"));
}

/// The result, for programs.
pub fn json(value: &impl serde::Serialize) -> super::Exit {
    match serde_json::to_string(value) {
        Ok(line) => {
            result(line);
            super::Exit::Done
        }
        Err(error) => {
            refusal(error);
            super::Exit::No
        }
    }
}
