//! How are many of one kind written at once? With one statement, which tells by the ids that it returns what became of
//! each.

use sqlx::query_builder::Separated;
use sqlx::{QueryBuilder, Sqlite};
use uuid::Uuid;

use super::writer::Writer;
use crate::store::ledger::{Deletion, NextTurn, Write, Written};
use crate::store::{Conversation, StoreError, StoredAnswer};

impl Write<StoredAnswer> for Writer {
    type Outcome = ();

    async fn write(&mut self, answers: &[StoredAnswer]) -> Written<()> {
        let mut insert = QueryBuilder::new("INSERT INTO answers (id, created_at, corpus, program, request, reply) ");
        insert.push_values(answers, |mut row, answer| bind(&mut row, answer));
        self.run(insert).await?;
        Ok(vec![Ok(()); answers.len()])
    }
}

impl Write<Conversation> for Writer {
    type Outcome = ();

    async fn write(&mut self, conversations: &[Conversation]) -> Written<()> {
        let mut insert = QueryBuilder::new("INSERT INTO conversations (id, created_at, settings) ");
        insert.push_values(conversations, |mut row, conversation| {
            row.push_bind(conversation.id.as_bytes().as_slice())
                .push_bind(conversation.created_at.as_microsecond())
                .push_bind(conversation.settings.as_str());
        });
        self.run(insert).await?;
        Ok(vec![Ok(()); conversations.len()])
    }
}

impl Write<NextTurn> for Writer {
    type Outcome = bool;

    async fn write(&mut self, turns: &[NextTurn]) -> Written<bool> {
        let columns = "(id, created_at, corpus, program, request, reply, conversation, turn, input)";
        let mut insert = QueryBuilder::new("WITH next ");
        insert.push(columns).push(" AS (");
        insert.push_values(turns, |mut row, NextTurn { conversation, turn }| {
            bind(&mut row, &turn.answer);
            row.push_bind(conversation.as_bytes().as_slice()).push_bind(turn.number).push_bind(turn.input.as_str());
        });
        // Of two that would both be the next one the first is written, and the other does nothing.
        insert.push(") INSERT INTO answers ").push(columns).push(
            " SELECT * FROM next
              WHERE EXISTS (SELECT 1 FROM conversations WHERE id = next.conversation)
              AND turn = 1 + coalesce((SELECT max(turn) FROM answers WHERE conversation = next.conversation), 0)
              ON CONFLICT (conversation, turn) WHERE conversation IS NOT NULL DO NOTHING
              RETURNING id",
        );
        let kept = self.ids(insert).await?;
        let mut outcomes = Vec::with_capacity(turns.len());
        for NextTurn { conversation, turn } in turns {
            let is_kept = kept.contains(turn.answer.id.as_bytes().as_slice());
            outcomes.push(if is_kept { Ok(true) } else { self.obstacle(*conversation).await });
        }
        Ok(outcomes)
    }
}

impl Write<Deletion> for Writer {
    type Outcome = bool;

    async fn write(&mut self, deletions: &[Deletion]) -> Written<bool> {
        let mut delete = QueryBuilder::new("DELETE FROM conversations WHERE id IN (");
        let mut ids = delete.separated(", ");
        for Deletion(id) in deletions {
            ids.push_bind(id.as_bytes().as_slice());
        }
        ids.push_unseparated(") RETURNING id");
        let gone = self.ids(delete).await?;
        if !gone.is_empty() {
            self.empty_log().await;
        }
        Ok(deletions.iter().map(|Deletion(id)| Ok(gone.contains(id.as_bytes().as_slice()))).collect())
    }
}

impl Writer {
    /// Why a turn was not kept: there is no such conversation, or it has moved on.
    async fn obstacle(&mut self, conversation: Uuid) -> Result<bool, StoreError> {
        let mut select = QueryBuilder::new("SELECT id FROM conversations WHERE id = ");
        select.push_bind(conversation.as_bytes().as_slice());
        if self.ids(select).await?.is_empty() { Ok(false) } else { Err(StoreError::Conflict) }
    }
}

/// The first columns, which every answer fills.
fn bind(row: &mut Separated<'_, Sqlite, &'static str>, answer: &StoredAnswer) {
    row.push_bind(answer.id.as_bytes().as_slice())
        .push_bind(answer.created_at.as_microsecond())
        .push_bind(answer.corpus.as_str())
        .push_bind(answer.program.as_str())
        .push_bind(answer.request.as_str())
        .push_bind(answer.reply.as_str());
}
