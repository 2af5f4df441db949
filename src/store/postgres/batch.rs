//! How are many of one kind written at once? With one statement over one array for each column, so that every batch is
//! the same statement to the server.

use std::collections::BTreeSet;

use jiff::Timestamp;
use sqlx::Postgres;
use sqlx::postgres::PgArguments;
use sqlx::query::Query;
use uuid::Uuid;

use super::writer::{Writer, ids};
use crate::store::chain::Link;
use crate::store::checksum::{checksum, conversation_checksum};
use crate::store::ledger::{NextTurn, Outcome};
use crate::store::{Conversation, Feedback, StoreError, StoredAnswer, UsedToken, tokens};

impl Writer {
    pub(super) async fn insert_conversations(&mut self, begun: &[&Conversation]) -> Result<(), StoreError> {
        let insert = "INSERT INTO conversations (id, created_at, settings, owner, checksum)
                      SELECT * FROM unnest($1::uuid[], $2::int8[], $3::bytea[], $4::text[], $5::int8[])";
        let insert = sqlx::query(insert)
            .bind(column(begun, |begun| begun.id))
            .bind(column(begun, |begun| begun.created_at.as_microsecond()))
            .bind(column(begun, |begun| begun.settings.as_bytes()))
            .bind(column(begun, |begun| begun.owner.as_deref()))
            .bind(column(begun, conversation_checksum));
        self.run(insert).await.map(|_| ())
    }

    pub(super) async fn insert_answers(&mut self, answers: &[&StoredAnswer]) -> Result<(), StoreError> {
        let insert = "INSERT INTO answers (id, created_at, corpus, program, request, reply, owner, checksum)
                      SELECT * FROM unnest($1::uuid[], $2::int8[], $3::text[], $4::text[], $5::bytea[], $6::bytea[],
                                           $7::text[], $8::int8[])";
        let checksums = column(answers, |answer| checksum(answer, ""));
        self.run(bind(sqlx::query(insert), answers).bind(checksums)).await.map(|_| ())
    }

    pub(super) async fn insert_turns(&mut self, turns: &[&NextTurn]) -> Result<Vec<Outcome>, StoreError> {
        // Whoever holds a conversation's row is alone with its turns; the order keeps two from waiting for each other.
        let hold = "SELECT id FROM conversations WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE";
        let hold = sqlx::query(hold).bind(column(turns, |turn| turn.conversation));
        let known: BTreeSet<Uuid> = ids(&self.run(hold).await?)?;
        // Of two that would both be the next one the first is written, and the other does nothing.
        let insert =
            "INSERT INTO answers (id, created_at, corpus, program, request, reply, owner, checksum, conversation, turn, input)
                      SELECT * FROM unnest($1::uuid[], $2::int8[], $3::text[], $4::text[], $5::bytea[], $6::bytea[],
                                           $7::text[], $8::int8[], $9::uuid[], $10::int8[], $11::bytea[])
                      AS next (id, created_at, corpus, program, request, reply, owner, checksum, conversation, turn, input)
                      WHERE conversation = ANY($12)
                      AND turn = 1 + coalesce((SELECT max(answers.turn) FROM answers
                                               WHERE answers.conversation = next.conversation), 0)
                      ON CONFLICT (conversation, turn) WHERE conversation IS NOT NULL DO NOTHING
                      RETURNING id";
        let answers = column(turns, |turn| &turn.turn.answer);
        let insert = bind(sqlx::query(insert), &answers)
            .bind(column(turns, |turn| checksum(&turn.turn.answer, &turn.turn.input)))
            .bind(column(turns, |turn| turn.conversation))
            .bind(column(turns, |turn| i64::from(turn.turn.number)))
            .bind(column(turns, |turn| turn.turn.input.as_bytes()))
            .bind(known.iter().copied().collect::<Vec<_>>());
        let kept: BTreeSet<Uuid> = ids(&self.run(insert).await?)?;
        let outcome = |NextTurn { conversation, turn }: &&NextTurn| match kept.contains(&turn.answer.id) {
            true => Ok(true),
            false if known.contains(conversation) => Err(StoreError::Conflict),
            false => Ok(false),
        };
        Ok(turns.iter().map(outcome).collect())
    }

    pub(super) async fn insert_feedback(&mut self, feedback: &[&Feedback]) -> Result<Vec<Outcome>, StoreError> {
        let insert = "INSERT INTO feedback (answer, helpful, comment, given_at, token)
                      SELECT answer, helpful, comment, given_at, token
                      FROM unnest($1::uuid[], $2::bool[], $3::bytea[], $4::int8[], $5::uuid[])
                      WITH ORDINALITY AS said (answer, helpful, comment, given_at, token, place)
                      WHERE EXISTS (SELECT 1 FROM answers WHERE id = said.answer)
                      ORDER BY place
                      RETURNING answer";
        let insert = sqlx::query(insert)
            .bind(column(feedback, |said| said.answer))
            .bind(column(feedback, |said| said.helpful))
            .bind(column(feedback, |said| said.comment.as_ref().map(String::as_bytes)))
            .bind(column(feedback, |said| said.given_at.as_microsecond()))
            .bind(column(feedback, |said| said.token));
        let kept: BTreeSet<Uuid> = ids(&self.run(insert).await?)?;
        Ok(feedback.iter().map(|said| Ok(kept.contains(&said.answer))).collect())
    }

    pub(super) async fn insert_links(&mut self, links: &[Link]) -> Result<(), StoreError> {
        let insert = "INSERT INTO audit (chain, number, at, client, action, status, subject, hash)
                      SELECT * FROM unnest($1::int8[], $2::int8[], $3::int8[], $4::text[], $5::text[], $6::int8[],
                                           $7::text[], $8::bytea[])";
        let links: Vec<&Link> = links.iter().collect();
        let insert = sqlx::query(insert)
            .bind(column(&links, |link| link.chain))
            .bind(column(&links, |link| link.number))
            .bind(column(&links, |link| link.at))
            .bind(column(&links, |link| link.client.as_str()))
            .bind(column(&links, |link| link.action.as_str()))
            .bind(column(&links, |link| link.status))
            .bind(column(&links, |link| link.subject.as_str()))
            .bind(column(&links, |link| link.hash.as_slice()));
        self.run(insert).await.map(|_| ())
    }

    pub(super) async fn insert_tokens(
        &mut self,
        tokens: &[&UsedToken],
        now: Timestamp,
    ) -> Result<Vec<Outcome>, StoreError> {
        // What another replica forgets at this moment is none of ours.
        let forget = "DELETE FROM used_tokens
                      WHERE id IN (SELECT id FROM used_tokens WHERE ends_at < $1 FOR UPDATE SKIP LOCKED)";
        self.run(sqlx::query(forget).bind(tokens::forgotten(now))).await?;
        // In one order for all replicas, so that no two wait for each other.
        let insert = "INSERT INTO used_tokens (id, ends_at)
                      SELECT * FROM unnest($1::uuid[], $2::int8[]) ORDER BY 1
                      ON CONFLICT (id) DO NOTHING RETURNING id";
        let insert = sqlx::query(insert)
            .bind(column(tokens, |token| token.id))
            .bind(column(tokens, |token| token.ends_at.as_microsecond()));
        Ok(tokens::told(tokens, ids(&self.run(insert).await?)?))
    }

    pub(super) async fn delete(&mut self, conversations: &[&Uuid]) -> Result<Vec<Outcome>, StoreError> {
        let delete = "DELETE FROM conversations WHERE id = ANY($1) RETURNING id";
        let delete = sqlx::query(delete).bind(column(conversations, |id| *id));
        let gone: BTreeSet<Uuid> = ids(&self.run(delete).await?)?;
        Ok(conversations.iter().map(|id| Ok(gone.contains(id))).collect())
    }
}

/// One value of each.
fn column<'a, T, V>(entries: &[&'a T], value: impl Fn(&'a T) -> V) -> Vec<V> {
    entries.iter().map(|entry| value(entry)).collect()
}

/// The first columns, which every answer fills.
fn bind<'q>(
    insert: Query<'q, Postgres, PgArguments>,
    answers: &[&'q StoredAnswer],
) -> Query<'q, Postgres, PgArguments> {
    insert
        .bind(column(answers, |answer| answer.id))
        .bind(column(answers, |answer| answer.created_at.as_microsecond()))
        .bind(column(answers, |answer| answer.corpus.as_str()))
        .bind(column(answers, |answer| answer.program.as_str()))
        .bind(column(answers, |answer| answer.request.as_bytes()))
        .bind(column(answers, |answer| answer.reply.as_bytes()))
        .bind(column(answers, |answer| answer.owner.as_deref()))
}
