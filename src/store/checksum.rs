//! Is what the disk gives back what it was given? Answers and conversations have a checksum beside them, and what does not
//! have it is shown to nobody: SQLite does not look at the bytes that it reads, nor does every PostgreSQL.

use sqlx::Error;

use super::{Conversation, StoredAnswer};

/// What stands beside an answer: its CRC-32 in the low half, that of a turn's input in the high one, so that each can be held
/// to its own without the other. Nothing stands beside what earlier versions kept.
pub(super) fn checksum(answer: &StoredAnswer, input: &str) -> i64 {
    (u64::from(crc32fast::hash(input.as_bytes())) << 32 | u64::from(of_answer(answer))).cast_signed()
}

/// What stands beside a conversation.
pub(super) fn conversation_checksum(begun: &Conversation) -> i64 {
    let time = begun.created_at.as_microsecond().to_le_bytes();
    i64::from(of(&[begun.id.as_bytes(), &time, begun.settings.as_bytes(), owner(begun.owner.as_deref())]))
}

/// The answer, if it is as it was kept.
///
/// # Errors
/// It is not.
pub(super) fn whole(answer: StoredAnswer, kept: Option<i64>) -> Result<StoredAnswer, Error> {
    let same = kept.is_none_or(|kept| kept & 0xffff_ffff == i64::from(of_answer(&answer)));
    if same { Ok(answer) } else { Err(altered()) }
}

/// What was said in a turn, if it is as it was kept.
///
/// # Errors
/// It is not.
pub(super) fn whole_input(input: String, kept: Option<i64>) -> Result<String, Error> {
    let same = kept.is_none_or(|kept| kept.cast_unsigned() >> 32 == u64::from(crc32fast::hash(input.as_bytes())));
    if same { Ok(input) } else { Err(altered()) }
}

/// The conversation, if it is as it was kept.
///
/// # Errors
/// It is not.
pub(super) fn whole_conversation(begun: Conversation, kept: Option<i64>) -> Result<Conversation, Error> {
    if kept.is_none_or(|kept| kept == conversation_checksum(&begun)) { Ok(begun) } else { Err(altered()) }
}

fn of_answer(answer: &StoredAnswer) -> u32 {
    let time = answer.created_at.as_microsecond().to_le_bytes();
    let [corpus, program, request, reply] =
        [&answer.corpus, &answer.program, &answer.request, &answer.reply].map(|text| text.as_bytes());
    of(&[answer.id.as_bytes(), &time, corpus, program, request, reply, owner(answer.owner.as_deref())])
}

/// Nobody is another owner than one without a name.
fn owner(owner: Option<&str>) -> &[u8] {
    owner.map_or(&[0xff], str::as_bytes)
}

fn of(parts: &[&[u8]]) -> u32 {
    let mut crc = crc32fast::Hasher::new();
    for part in parts {
        crc.update(&part.len().to_le_bytes());
        crc.update(part);
    }
    crc.finalize()
}

fn altered() -> Error {
    Error::Decode("it is not as it was kept".into())
}
