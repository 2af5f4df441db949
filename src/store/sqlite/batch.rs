//! How are many of one kind written at once? With one statement, which tells by the ids that it returns what became of
//! each.

use std::collections::BTreeSet;

use jiff::Timestamp;
use sqlx::Sqlite;
use sqlx::query_builder::Separated;
use uuid::Uuid;

use super::writer::Writer;
use crate::store::chain::Link;
use crate::store::checksum::{checksum, conversation_checksum};
use crate::store::ledger::{NextTurn, Outcome};
use crate::store::{Conversation, Feedback, StoreError, StoredAnswer, UsedToken, tokens};

const ANSWER: &str = "(id, created_at, corpus, program, request, reply, owner, checksum)";
const TURN: &str = "(id, created_at, corpus, program, request, reply, owner, checksum, conversation, turn, input)";

impl Writer {
    pub(super) fn insert_conversations(&mut self, conversations: &[&Conversation]) {
        let script = self.script().push("INSERT INTO conversations (id, created_at, settings, owner, checksum) ");
        script
            .push_values(conversations, |mut row, conversation| {
                row.push_bind(conversation.id)
                    .push_bind(conversation.created_at.as_microsecond())
                    .push_bind(conversation.settings.as_str())
                    .push_bind(conversation.owner.as_deref())
                    .push_bind(conversation_checksum(conversation));
            })
            .push("; ");
    }

    pub(super) fn insert_answers(&mut self, answers: &[&StoredAnswer]) {
        let script = self.script().push("INSERT INTO answers ").push(ANSWER).push(" ");
        script.push_values(answers, |mut row, answer| bind(&mut row, answer, "")).push("; ");
    }

    pub(super) async fn insert_turns(&mut self, turns: &[&NextTurn]) -> Result<Vec<Outcome>, StoreError> {
        let script = self.script().push("WITH next ").push(TURN).push(" AS (");
        script.push_values(turns, |mut row, NextTurn { conversation, turn }| {
            bind(&mut row, &turn.answer, &turn.input);
            row.push_bind(*conversation).push_bind(turn.number).push_bind(turn.input.as_str());
        });
        // Of two that would both be the next one the first is written, and the other does nothing.
        script.push(") INSERT INTO answers ").push(TURN).push(
            " SELECT * FROM next
              WHERE EXISTS (SELECT 1 FROM conversations WHERE id = next.conversation)
              AND turn = 1 + coalesce((SELECT max(turn) FROM answers WHERE conversation = next.conversation), 0)
              ON CONFLICT (conversation, turn) WHERE conversation IS NOT NULL DO NOTHING
              RETURNING id; ",
        );
        let kept = self.ids().await?;
        let known = if kept.len() == turns.len() { BTreeSet::new() } else { self.known(turns).await? };
        let outcome = |NextTurn { conversation, turn }: &&NextTurn| match kept.contains(&turn.answer.id) {
            true => Ok(true),
            false if known.contains(conversation) => Err(StoreError::Conflict),
            false => Ok(false),
        };
        Ok(turns.iter().map(outcome).collect())
    }

    /// Those conversations that there are.
    async fn known(&mut self, turns: &[&NextTurn]) -> Result<BTreeSet<Uuid>, StoreError> {
        let mut ids = self.script().push("SELECT id FROM conversations WHERE id IN (").separated(", ");
        turns.iter().for_each(|turn| {
            ids.push_bind(turn.conversation);
        });
        ids.push_unseparated("); ");
        self.ids().await
    }

    pub(super) async fn insert_feedback(&mut self, feedback: &[&Feedback]) -> Result<Vec<Outcome>, StoreError> {
        let script = self.script().push("WITH said (answer, helpful, comment, given_at, token) AS (");
        script.push_values(feedback, |mut row, said| {
            row.push_bind(said.answer)
                .push_bind(said.helpful)
                .push_bind(said.comment.as_deref())
                .push_bind(said.given_at.as_microsecond())
                .push_bind(said.token);
        });
        script.push(
            ") INSERT INTO feedback (answer, helpful, comment, given_at, token)
              SELECT * FROM said WHERE EXISTS (SELECT 1 FROM answers WHERE id = said.answer)
              RETURNING answer; ",
        );
        let kept = self.ids().await?;
        Ok(feedback.iter().map(|said| Ok(kept.contains(&said.answer))).collect())
    }

    pub(super) fn insert_links(&mut self, links: &[Link]) {
        let script =
            self.script().push("INSERT INTO audit (chain, number, at, client, action, status, subject, hash) ");
        script
            .push_values(links, |mut row, link| {
                row.push_bind(link.chain)
                    .push_bind(link.number)
                    .push_bind(link.at)
                    .push_bind(link.client.as_str())
                    .push_bind(link.action.as_str())
                    .push_bind(link.status)
                    .push_bind(link.subject.as_str())
                    .push_bind(link.hash.as_slice());
            })
            .push("; ");
    }

    pub(super) async fn insert_tokens(
        &mut self,
        tokens: &[&UsedToken],
        now: Timestamp,
    ) -> Result<Vec<Outcome>, StoreError> {
        let script = self.script().push("DELETE FROM used_tokens WHERE ends_at < ").push_bind(tokens::forgotten(now));
        script.push("; INSERT INTO used_tokens (id, ends_at) ");
        script.push_values(tokens, |mut row, token| {
            row.push_bind(token.id).push_bind(token.ends_at.as_microsecond());
        });
        script.push(" ON CONFLICT (id) DO NOTHING RETURNING id; ");
        Ok(tokens::told(tokens, self.ids().await?))
    }

    pub(super) async fn delete(&mut self, conversations: &[&Uuid]) -> Result<Vec<Outcome>, StoreError> {
        let mut ids = self.script().push("DELETE FROM conversations WHERE id IN (").separated(", ");
        conversations.iter().for_each(|id| {
            ids.push_bind(**id);
        });
        ids.push_unseparated(") RETURNING id; ");
        let gone = self.ids().await?;
        if !gone.is_empty() {
            self.lingers();
        }
        Ok(conversations.iter().map(|id| Ok(gone.contains(id))).collect())
    }
}

/// The first columns, which every answer fills.
fn bind(row: &mut Separated<'_, Sqlite, &'static str>, answer: &StoredAnswer, input: &str) {
    row.push_bind(answer.id)
        .push_bind(answer.created_at.as_microsecond())
        .push_bind(answer.corpus.as_str())
        .push_bind(answer.program.as_str())
        .push_bind(answer.request.as_str())
        .push_bind(answer.reply.as_str())
        .push_bind(answer.owner.as_deref())
        .push_bind(checksum(answer, input));
}
