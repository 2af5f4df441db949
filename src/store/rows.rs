//! What does a row say? Read alike from either database, which differ in how they keep ids and people's words.

use jiff::Timestamp;
use sqlx::{ColumnIndex, Decode, Error, Row, Type};
use uuid::Uuid;

use super::chain::{Checkpoint, Head, Link};
use super::checksum::{whole, whole_conversation, whole_input};
use super::retention::Stretch;
use super::verify::hash;
use super::{Activation, Conversation, CorpusEntry, Feedback, KeptAnswer, KeptCorpus, StoredAnswer, Turn};

/// A row of either database: what stands in a column, and nothing where it is empty.
pub(super) trait Columns {
    /// An id.
    fn some_id(&self, column: &str) -> Result<Option<Uuid>, Error>;
    /// A whole number.
    fn some_number(&self, column: &str) -> Result<Option<i64>, Error>;
    /// True or false.
    fn some_truth(&self, column: &str) -> Result<Option<bool>, Error>;
    /// What the program itself wrote.
    fn some_text(&self, column: &str) -> Result<Option<String>, Error>;
    /// Bytes.
    fn some_bytes(&self, column: &str) -> Result<Option<Vec<u8>>, Error>;

    /// What people wrote: PostgreSQL keeps it as bytes, since its texts cannot hold every character.
    fn some_words(&self, column: &str) -> Result<Option<String>, Error> {
        let words = self.some_bytes(column)?.map(String::from_utf8).transpose();
        words.map_err(|error| Error::Decode(error.into()))
    }

    /// An id that is never left out.
    fn id(&self, column: &str) -> Result<Uuid, Error> {
        there(self.some_id(column)?)
    }

    /// A number that is never left out.
    fn number(&self, column: &str) -> Result<i64, Error> {
        there(self.some_number(column)?)
    }

    /// A text that is never left out.
    fn text(&self, column: &str) -> Result<String, Error> {
        there(self.some_text(column)?)
    }

    /// Words that are never left out.
    fn words(&self, column: &str) -> Result<String, Error> {
        there(self.some_words(column)?)
    }

    /// Bytes that are never left out.
    fn bytes(&self, column: &str) -> Result<Vec<u8>, Error> {
        there(self.some_bytes(column)?)
    }

    /// A moment that is never left out.
    fn time(&self, column: &str) -> Result<Timestamp, Error> {
        moment(self.number(column)?)
    }

    /// The number of a turn.
    fn some_turn(&self, column: &str) -> Result<Option<u32>, Error> {
        let turn = self.some_number(column)?.map(u32::try_from).transpose();
        turn.map_err(|error| Error::Decode(error.into()))
    }
}

impl<R: Row> Columns for R
where
    for<'a> &'a str: ColumnIndex<R>,
    for<'r> Uuid: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> i64: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> bool: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> String: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> Vec<u8>: Decode<'r, R::Database> + Type<R::Database>,
{
    fn some_id(&self, column: &str) -> Result<Option<Uuid>, Error> {
        self.try_get(column)
    }

    fn some_number(&self, column: &str) -> Result<Option<i64>, Error> {
        self.try_get(column)
    }

    fn some_truth(&self, column: &str) -> Result<Option<bool>, Error> {
        self.try_get(column)
    }

    fn some_text(&self, column: &str) -> Result<Option<String>, Error> {
        self.try_get(column)
    }

    fn some_bytes(&self, column: &str) -> Result<Option<Vec<u8>>, Error> {
        self.try_get(column)
    }
}

fn there<T>(value: Option<T>) -> Result<T, Error> {
    value.ok_or_else(|| Error::Decode("a value is missing".into()))
}

/// A moment as it is kept, in microseconds.
pub(super) fn moment(microseconds: i64) -> Result<Timestamp, Error> {
    Timestamp::from_microsecond(microseconds).map_err(|error| Error::Decode(error.into()))
}

/// An answer that is as it was kept.
pub(super) fn answer(row: &impl Columns) -> Result<StoredAnswer, Error> {
    let answer = StoredAnswer {
        id: row.id("id")?,
        created_at: row.time("created_at")?,
        corpus: row.text("corpus")?,
        program: row.text("program")?,
        request: row.words("request")?,
        reply: row.words("reply")?,
        owner: row.some_text("owner")?,
    };
    whole(answer, row.some_number("checksum")?)
}

/// An answer, and where it stands.
pub(super) fn kept(row: &impl Columns) -> Result<KeptAnswer, Error> {
    let turn = row.some_id("conversation")?.zip(row.some_turn("turn")?);
    Ok(KeptAnswer { number: row.number("number")?, answer: answer(row)?, turn })
}

/// Where an answer stands; nil where its id cannot be read, so that what is damaged is met and told of.
pub(super) fn place(row: &impl Columns) -> Result<(i64, Uuid), Error> {
    Ok((row.number("number")?, row.id("id").unwrap_or_default()))
}

/// Each row names the conversation and one turn; of a conversation without turns there is one row, and no turn in it.
pub(super) fn conversation<R: Columns, T>(
    id: Uuid,
    rows: &[R],
    turn: impl Fn(&R) -> Result<Option<T>, Error>,
) -> Result<Option<(Conversation, Vec<T>)>, Error> {
    let Some(first) = rows.first() else { return Ok(None) };
    let begun = Conversation {
        id,
        created_at: first.time("begun_at")?,
        settings: first.words("settings")?,
        owner: first.some_text("begun_by")?,
    };
    let begun = whole_conversation(begun, first.some_number("begun_checksum")?)?;
    let turns = rows.iter().filter_map(|row| turn(row).transpose()).collect::<Result<_, _>>()?;
    Ok(Some((begun, turns)))
}

/// A turn with its answer.
pub(super) fn turn(row: &impl Columns) -> Result<Option<Turn>, Error> {
    let Some(number) = row.some_turn("turn")? else { return Ok(None) };
    let input = whole_input(row.words("input")?, row.some_number("checksum")?)?;
    Ok(Some(Turn { number, input, answer: answer(row)? }))
}

/// What was said in a turn.
pub(super) fn input(row: &impl Columns) -> Result<Option<String>, Error> {
    row.some_words("input")?.map(|input| whole_input(input, row.some_number("checksum")?)).transpose()
}

/// What was thought of an answer.
pub(super) fn feedback(answer: Uuid, row: &impl Columns) -> Result<Feedback, Error> {
    Ok(Feedback {
        answer,
        helpful: there(row.some_truth("helpful")?)?,
        comment: row.some_words("comment")?,
        given_at: row.time("given_at")?,
        token: row.some_id("token")?,
    })
}

/// A corpus.
pub(super) fn corpus(row: &impl Columns) -> Result<KeptCorpus, Error> {
    Ok(KeptCorpus {
        fingerprint: row.text("fingerprint")?,
        stored_at: row.time("stored_at")?,
        archive: row.bytes("archive")?,
    })
}

/// A line of the list of corpora.
pub(super) fn corpus_entry(row: &impl Columns) -> Result<CorpusEntry, Error> {
    Ok(CorpusEntry { fingerprint: row.text("fingerprint")?, stored_at: row.time("stored_at")? })
}

/// A choice of which corpus answers.
pub(super) fn activation(row: &impl Columns) -> Result<Activation, Error> {
    Ok(Activation { corpus: row.some_text("corpus")?, at: row.time("activated_at")? })
}

/// A row of the audit log.
pub(super) fn link(row: &impl Columns) -> Result<Link, Error> {
    Ok(Link {
        chain: row.number("chain")?,
        number: row.number("number")?,
        at: row.number("at")?,
        client: row.text("client")?,
        action: row.text("action")?,
        status: row.number("status")?,
        subject: row.text("subject")?,
        hash: hash(&row.bytes("hash")?)?,
    })
}

/// The last row of a chain.
pub(super) fn head(row: &impl Columns) -> Result<Head, Error> {
    Ok(Head { at: row.number("at")?, ..end(row)? })
}

/// The same where nobody asks when it was written.
pub(super) fn end(row: &impl Columns) -> Result<Head, Error> {
    Ok(Head { chain: row.number("chain")?, number: row.number("number")?, at: 0, hash: hash(&row.bytes("hash")?)? })
}

/// The end of a chain, if it is what the row beside it tells.
pub(super) fn told_end(row: &impl Columns) -> Result<Option<Head>, Error> {
    let (end, told) = (end(row)?, row.text("subject")?);
    Ok((Checkpoint::from(end).to_string() == told).then_some(end))
}

/// What of a chain is older than it may be.
pub(super) fn stretch(row: &impl Columns) -> Result<Stretch, Error> {
    Ok(Stretch { chain: row.number("chain")?, first: row.number("first")?, last: row.number("last")? })
}
