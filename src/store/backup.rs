//! What does a backup look like? One file for either database: a line of JSON for each row, first what it is, last how
//! many rows and which hash. So it moves from SQLite to PostgreSQL and back, and can be read without nordvis.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use super::StoreError;
use super::chain::{Head, Link, hash_of};
use super::rows::Columns;
use super::verify::{Verification, Verifier};
use crate::PROGRAM;

/// Says what the file is; another layout gets another number.
const FORMAT: &str = "nordvis-backup-1";

/// How long the line that says so is at most. Another file may have no lines at all.
const FIRST_MOST: u64 = 1_000;

/// How the values of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A UUID.
    Id,
    /// A whole number.
    Integer,
    /// True or false.
    Boolean,
    /// What the program itself wrote.
    Text,
    /// What people wrote.
    Words,
    /// Bytes, in hexadecimal digits.
    Bytes,
}

/// A table: its columns but for row numbers that the database gives by itself, those of later versions last, and the order
/// that its rows stand in.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) order: &'static str,
    pub(super) columns: &'static [(&'static str, Kind)],
}

/// Every table that holds what is kept, each after those that it refers to.
pub(super) const TABLES: &[Table] = &[
    Table {
        name: "corpora",
        order: "number",
        columns: &[("fingerprint", Kind::Text), ("stored_at", Kind::Integer), ("archive", Kind::Bytes)],
    },
    Table { name: "activations", order: "number", columns: &[("corpus", Kind::Text), ("activated_at", Kind::Integer)] },
    Table {
        name: "conversations",
        order: "number",
        columns: &[
            ("id", Kind::Id),
            ("created_at", Kind::Integer),
            ("settings", Kind::Words),
            ("owner", Kind::Text),
            ("checksum", Kind::Integer),
        ],
    },
    Table {
        name: "answers",
        order: "number",
        columns: &[
            ("id", Kind::Id),
            ("created_at", Kind::Integer),
            ("corpus", Kind::Text),
            ("program", Kind::Text),
            ("request", Kind::Words),
            ("reply", Kind::Words),
            ("conversation", Kind::Id),
            ("turn", Kind::Integer),
            ("input", Kind::Words),
            ("owner", Kind::Text),
            ("checksum", Kind::Integer),
        ],
    },
    Table {
        name: "feedback",
        order: "number",
        columns: &[
            ("answer", Kind::Id),
            ("helpful", Kind::Boolean),
            ("comment", Kind::Words),
            ("given_at", Kind::Integer),
            ("token", Kind::Id),
        ],
    },
    Table {
        name: "clients",
        order: "id",
        columns: &[
            ("id", Kind::Text),
            ("created_at", Kind::Integer),
            ("scopes", Kind::Text),
            ("region", Kind::Text),
            ("language", Kind::Text),
            ("per_minute", Kind::Integer),
        ],
    },
    Table {
        name: "client_keys",
        order: "id",
        columns: &[
            ("id", Kind::Text),
            ("client", Kind::Text),
            ("digest", Kind::Bytes),
            ("created_at", Kind::Integer),
            ("ends_at", Kind::Integer),
        ],
    },
    Table { name: "used_tokens", order: "id", columns: &[("id", Kind::Id), ("ends_at", Kind::Integer)] },
    Table {
        name: "audit_purged",
        order: "chain",
        columns: &[("chain", Kind::Integer), ("number", Kind::Integer), ("hash", Kind::Bytes)],
    },
    Table {
        name: "audit",
        order: "chain, number",
        columns: &[
            ("chain", Kind::Integer),
            ("number", Kind::Integer),
            ("at", Kind::Integer),
            ("client", Kind::Text),
            ("action", Kind::Text),
            ("status", Kind::Integer),
            ("subject", Kind::Text),
            ("hash", Kind::Bytes),
        ],
    },
];

impl Table {
    /// Its columns, as SQL lists them.
    pub(super) fn list(&self) -> String {
        self.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    }

    fn named(name: &str) -> Option<&'static Self> {
        TABLES.iter().find(|table| table.name == name)
    }
}

/// A row of a table.
pub(super) type Cells = Vec<Value>;

/// What a row of this table holds.
pub(super) fn cells(row: &impl Columns, table: &Table) -> Result<Cells, sqlx::Error> {
    let cell = |(column, kind): &(&str, Kind)| {
        Ok(match kind {
            Kind::Id => row.some_id(column)?.map(|id| id.to_string()).into(),
            Kind::Integer => row.some_number(column)?.into(),
            Kind::Boolean => row.some_truth(column)?.into(),
            Kind::Text => row.some_text(column)?.into(),
            Kind::Words => row.some_words(column)?.into(),
            Kind::Bytes => row.some_bytes(column)?.map(|bytes| hex(&bytes)).into(),
        })
    };
    table.columns.iter().map(cell).collect()
}

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// How many rows of all tables.
    pub rows: u64,
    /// What a look at its audit log found.
    pub audit: Verification,
}

/// Why a backup could not be written or read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupError {
    /// The file cannot be written or read.
    File(io::ErrorKind),
    /// The file is no backup that this version of the program knows: neither read as one nor replaced by one.
    NotABackup,
    /// The file is not as it was written, from about this line on.
    Damaged {
        /// The line, from 1.
        line: u64,
    },
    /// The database to restore into holds something already.
    NotEmpty,
    /// The database failed.
    Store(StoreError),
}

impl std::fmt::Display for BackupError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(kind) => write!(f, "{kind}"),
            Self::NotABackup => f.write_str("the file is not a backup that this version knows"),
            Self::Damaged { line } => write!(f, "the file is damaged from line {line} on"),
            Self::NotEmpty => f.write_str("the database is not empty"),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for BackupError {}

impl From<StoreError> for BackupError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<io::Error> for BackupError {
    fn from(error: io::Error) -> Self {
        Self::File(error.kind())
    }
}

#[derive(Serialize, Deserialize)]
struct First {
    format: String,
    program: String,
}

#[derive(Serialize, Deserialize)]
struct Last {
    rows: u64,
    sha256: String,
}

/// A file that is being written. It takes its name when it is on the disk and was read again; until then whatever goes wrong
/// leaves nothing of it, and what had the name keeps it. It has a name of its own until then: another that is written for the
/// same name is not in its way.
pub(super) struct Sink {
    file: BufWriter<NamedTempFile>,
    hash: Sha256,
    rows: u64,
}

impl Sink {
    pub(super) fn create(path: &Path) -> Result<Self, BackupError> {
        let name = path.file_name().filter(|_| !path.is_dir()).ok_or(BackupError::File(io::ErrorKind::IsADirectory))?;
        check_replaceable(path)?;
        let prefix = [name, OsStr::new(".")].join(OsStr::new(""));
        // Nobody but us reads it.
        let part = tempfile::Builder::new().prefix(&prefix).suffix(".part").tempfile_in(folder(path))?;
        let mut sink = Self { file: BufWriter::new(part), hash: Sha256::new(), rows: 0 };
        sink.line(&First { format: FORMAT.to_owned(), program: PROGRAM.to_owned() })?;
        Ok(sink)
    }

    pub(super) fn row(&mut self, table: &Table, cells: &Cells) -> Result<(), BackupError> {
        self.rows += 1;
        self.line(&(table.name, cells))
    }

    fn line(&mut self, value: &impl Serialize) -> Result<(), BackupError> {
        let mut line = serde_json::to_vec(value).map_err(|_| BackupError::File(io::ErrorKind::InvalidData))?;
        line.push(b'\n');
        self.hash.update(&line);
        Ok(self.file.write_all(&line)?)
    }

    pub(super) fn finish(mut self, path: &Path) -> Result<Backup, BackupError> {
        let last = Last { rows: self.rows, sha256: hex(&self.hash.clone().finalize()) };
        self.line(&last)?;
        let part = self.file.into_inner().map_err(|error| BackupError::File(error.error().kind()))?;
        part.as_file().sync_all()?;
        let found = check(part.path())?;
        part.persist(path).map_err(io::Error::from)?;
        File::open(folder(path))?.sync_all()?;
        Ok(found)
    }
}

/// What has the name already may be a backup, or an empty file that was made to take one, and nothing else.
fn check_replaceable(path: &Path) -> Result<(), BackupError> {
    match fs::metadata(path) {
        Ok(there) if !there.is_file() => Err(BackupError::File(io::ErrorKind::AlreadyExists)),
        Ok(there) if there.len() > 0 => Source::open(path).map(|_| ()),
        _ => Ok(()),
    }
}

/// The folder that a file of this name lies in.
fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Reads a backup from its beginning to its end. Nothing of it may be believed before all of it was read once.
pub(super) struct Source {
    lines: io::Split<BufReader<File>>,
    hash: Sha256,
    rows: u64,
    ended: bool,
}

impl Source {
    pub(super) fn open(path: &Path) -> Result<Self, BackupError> {
        let mut reader = BufReader::new(File::open(path)?);
        let mut first = Vec::new();
        reader.by_ref().take(FIRST_MOST).read_until(b'\n', &mut first)?;
        let known = serde_json::from_slice::<First>(&first).is_ok_and(|first| first.format == FORMAT);
        if !known {
            return Err(BackupError::NotABackup);
        }
        Ok(Self { lines: reader.split(b'\n'), hash: Sha256::new_with_prefix(&first), rows: 0, ended: false })
    }

    /// The next row; nothing after the last one, when all of them are as they were written.
    pub(super) fn next(&mut self) -> Result<Option<(&'static Table, Cells)>, BackupError> {
        let damaged = BackupError::Damaged { line: self.rows + 2 };
        let line = self.lines.next().ok_or(damaged.clone())?.map_err(|_| damaged.clone())?;
        if let Ok(last) = serde_json::from_slice::<Last>(&line) {
            let whole = last.rows == self.rows && last.sha256 == hex(&self.hash.clone().finalize());
            self.ended = whole && self.lines.next().is_none();
            return if self.ended { Ok(None) } else { Err(damaged) };
        }
        self.hash.update(&line);
        self.hash.update(b"\n");
        self.rows += 1;
        let (name, mut cells): (String, Cells) = serde_json::from_slice(&line).map_err(|_| damaged.clone())?;
        match Table::named(&name) {
            Some(table) if table.columns.len() >= cells.len() => {
                // Backups of earlier versions have not the columns that came last.
                cells.resize(table.columns.len(), Value::Null);
                Ok(Some((table, cells)))
            }
            _ => Err(damaged),
        }
    }
}

/// Reads a backup whole, and looks at the audit log in it.
pub(super) fn check(path: &Path) -> Result<Backup, BackupError> {
    let mut source = Source::open(path)?;
    let (mut purged, mut verifier) = (Vec::new(), None);
    while let Some((table, cells)) = source.next()? {
        let damaged = BackupError::Damaged { line: source.rows + 1 };
        match table.name {
            "audit_purged" => purged.push(head(&cells).ok_or(damaged)?),
            "audit" => {
                let verifier = verifier.get_or_insert_with(|| Verifier::new(purged.drain(..), &[]));
                verifier.take(&link(&cells).ok_or(damaged)?);
            }
            _ => {}
        }
    }
    let verifier = verifier.unwrap_or_else(|| Verifier::new(purged, &[]));
    Ok(Backup { rows: source.rows, audit: verifier.end() })
}

fn head(cells: &Cells) -> Option<Head> {
    let [chain, number, hash] = cells.as_slice() else { return None };
    Some(Head { chain: chain.as_i64()?, number: number.as_i64()?, at: 0, hash: hash_of(hash.as_str()?)? })
}

fn link(cells: &Cells) -> Option<Link> {
    let [chain, number, at, client, action, status, subject, hash] = cells.as_slice() else { return None };
    Some(Link {
        chain: chain.as_i64()?,
        number: number.as_i64()?,
        at: at.as_i64()?,
        client: client.as_str()?.to_owned(),
        action: action.as_str()?.to_owned(),
        status: status.as_i64()?,
        subject: subject.as_str()?.to_owned(),
        hash: hash_of(hash.as_str()?)?,
    })
}

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Hexadecimal digits as bytes.
pub(super) fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = hex.chars().map(|digit| digit.to_digit(16).map(|digit| digit as u8)).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    Some(digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Written to and emptied again: nothing in it is kept.
    const NOT_KEPT: &str = "probe";

    #[test]
    fn a_copy_that_is_not_as_it_was_written_replaces_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("backup");
        let found = Sink::create(&file).unwrap().finish(&file).unwrap();
        let good = fs::read(&file).unwrap();
        let mut sink = Sink::create(&file).unwrap();
        sink.hash.update("what the disk did not keep");
        assert_eq!(sink.finish(&file), Err(BackupError::Damaged { line: 2 }));
        assert_eq!(fs::read(&file).unwrap(), good);
        assert_eq!(check(&file), Ok(found));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left");
    }

    #[test]
    fn two_that_are_written_at_once_both_take_the_name() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("backup");
        let (first, second) = (Sink::create(&file).unwrap(), Sink::create(&file).unwrap());
        let found = first.finish(&file).unwrap();
        let third = Sink::create(&file).unwrap();
        assert_eq!(second.finish(&file).as_ref(), Ok(&found));
        assert_eq!(third.finish(&file).as_ref(), Ok(&found));
        assert_eq!(check(&file), Ok(found));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left");
    }

    #[test]
    fn every_table_of_both_databases_is_in_a_backup() {
        let copied: BTreeSet<String> = TABLES.iter().map(|table| table.name.to_owned()).collect();
        for database in ["sqlite", "postgres"] {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(database);
            let mut created = BTreeSet::new();
            for file in fs::read_dir(folder).unwrap() {
                let sql = fs::read_to_string(file.unwrap().path()).unwrap();
                let tables = sql.split("CREATE TABLE ").skip(1).filter_map(|table| table.split_whitespace().next());
                created.extend(tables.filter(|table| *table != NOT_KEPT).map(str::to_owned));
            }
            assert_eq!(created, copied, "{database}: what is missing is lost when a backup is restored");
        }
    }
}
