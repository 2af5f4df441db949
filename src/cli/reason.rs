//! Why could something not be done? Said in the reader's language; what others call it stands in brackets.

use std::io::ErrorKind;

use crate::publish::Unusable;
use crate::reply::Speaker;
use crate::store::{Reason, StoreError};

/// Why a file or folder cannot be used.
pub fn file(kind: ErrorKind, speaker: &Speaker) -> String {
    let known = match kind {
        ErrorKind::NotFound => "missing",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
        ErrorKind::IsADirectory => "folder",
        // A folder cannot be made where a file is.
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "no-folder",
        ErrorKind::InvalidData => "no-text",
        _ => "",
    };
    speaker.tell("cli-reason-file", &[("kind", known), ("code", &format!("{kind:?}"))])
}

/// Why nothing reaches another program, or it us.
pub fn connection(kind: ErrorKind, speaker: &Speaker) -> String {
    let known = match kind {
        ErrorKind::ConnectionRefused => "refused",
        ErrorKind::TimedOut => "late",
        ErrorKind::AddrInUse => "in-use",
        ErrorKind::AddrNotAvailable => "not-ours",
        ErrorKind::PermissionDenied => "denied",
        _ => "",
    };
    speaker.tell("cli-reason-connection", &[("kind", known), ("code", &format!("{kind:?}"))])
}

/// Why the database did not do what it was asked.
pub fn store(error: &StoreError, speaker: &Speaker) -> String {
    let known = match error {
        StoreError::Unavailable(reason) => return unavailable(*reason, speaker),
        StoreError::Overloaded => "overloaded",
        StoreError::DiskFull => "full",
        StoreError::Damaged => "damaged",
        StoreError::Duplicate | StoreError::Conflict => "overtaken",
        StoreError::TooOld { .. } => "too-old",
        StoreError::UnknownSchema { .. } => "newer",
        StoreError::NotOurs => "not-ours",
    };
    speaker.tell("cli-reason-store", &[("kind", known)])
}

/// Why a database cannot be used at the moment.
fn unavailable(reason: Reason, speaker: &Speaker) -> String {
    let known = match reason {
        Reason::File(kind) => return file(kind, speaker),
        Reason::Connection(kind) => return connection(kind, speaker),
        Reason::Refused(code) => return sqlite(code, speaker),
        Reason::State(code) => return postgres(&code.escape_ascii().to_string(), speaker),
        Reason::NotEncrypted => "not-encrypted",
        Reason::NoWriteAheadLog => "no-log",
        Reason::TimedOut => "late",
        Reason::Moved => "moved",
        Reason::Orphan => "orphan",
        Reason::Stopped => "stopped",
    };
    speaker.tell("cli-reason-store", &[("kind", known)])
}

/// What the result codes of SQLite mean: the low byte says what happened.
fn sqlite(code: i32, speaker: &Speaker) -> String {
    let known = match code & 0xff {
        3 | 23 => "denied",
        5 | 6 => "locked",
        8 => "read-only",
        10 => "disk",
        14 => "not-opened",
        _ => "",
    };
    speaker.tell("cli-reason-sqlite", &[("kind", known), ("code", &code.to_string())])
}

/// What the codes of PostgreSQL mean: the first two characters are the class.
fn postgres(code: &str, speaker: &Speaker) -> String {
    let known = match code {
        "3D000" => "no-database",
        "42501" => "denied",
        "53300" => "crowded",
        "25006" => "read-only",
        "57P01" | "57P02" | "57P03" => "stopping",
        _ if code.starts_with("28") => "login",
        _ if code.starts_with("08") => "connection",
        _ => "",
    };
    speaker.tell("cli-reason-postgres", &[("kind", known), ("code", code)])
}

/// Why nothing can be decided with a corpus.
pub fn corpus(unusable: &Unusable, speaker: &Speaker) -> String {
    match unusable {
        Unusable::Unknown => speaker.tell_counted("cli-reason-corpus", &[("kind", "unknown")], &[("faults", 0)]),
        Unusable::Damaged => speaker.tell_counted("cli-reason-corpus", &[("kind", "damaged")], &[("faults", 0)]),
        Unusable::Faulty { faults, .. } => {
            speaker.tell_counted("cli-reason-corpus", &[("kind", "")], &[("faults", faults.len() as u64)])
        }
        Unusable::Store(error) => store(error, speaker),
    }
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::cli::open::embedded_locales;
    use crate::clinical::Language;

    #[test]
    fn every_reason_is_said_in_each_language_and_what_others_call_it_in_brackets() {
        let locales = embedded_locales().unwrap();
        let reasons = [
            Reason::File(ErrorKind::PermissionDenied),
            Reason::File(ErrorKind::WouldBlock),
            Reason::Connection(ErrorKind::ConnectionRefused),
            Reason::Connection(ErrorKind::ConnectionReset),
            Reason::Refused(8),
            Reason::Refused(522),
            Reason::Refused(1),
            Reason::State(*b"3D000"),
            Reason::State(*b"28P01"),
            Reason::State(*b"0A000"),
            Reason::NotEncrypted,
            Reason::NoWriteAheadLog,
            Reason::TimedOut,
            Reason::Stopped,
        ];
        let errors = [StoreError::Overloaded, StoreError::DiskFull, StoreError::Damaged, StoreError::NotOurs];
        let errors: Vec<_> = reasons.into_iter().map(StoreError::Unavailable).chain(errors).collect();
        let all = Language::ALL.map(|language| {
            let said = errors.iter().map(|error| store(error, locales.speaker(language)));
            let said: Vec<String> = said.collect();
            said
        });
        for (place, said) in all[0].iter().enumerate() {
            assert!(*said != all[1][place] && *said != all[2][place], "{said}");
            assert!(!said.contains("the ") && !said.ends_with('.'), "{said}");
        }
        assert!(all[2][5].ends_with("(SQLite 522)") && all[2][8].ends_with("(SQLSTATE 28P01)"), "{all:?}");
    }
}
