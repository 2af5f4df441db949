//! How does SQLite change who may ask?

use super::writer::Writer;
use crate::access::KeyRecord;
use crate::clinical::{Language, Region};
use crate::store::clients::{ADD_KEY, CREATE, END_KEYS, scopes_text};
use crate::store::ledger::Outcome;
use crate::store::{ClientChange, StoreError};

impl Writer {
    pub(super) async fn change(&mut self, change: &ClientChange) -> Result<Outcome, StoreError> {
        match change {
            ClientChange::Create { client, key } => {
                let create = sqlx::query(CREATE)
                    .bind(client.id.clone())
                    .bind(key.created_at.as_microsecond())
                    .bind(scopes_text(client))
                    .bind(client.region.map(Region::code))
                    .bind(client.language.map(Language::code))
                    .bind(client.per_minute);
                if self.statement(create).await?.is_empty() { Ok(Ok(false)) } else { self.add_key(key).await }
            }
            ClientChange::Rotate { key, others_end } => {
                let end = sqlx::query(END_KEYS).bind(others_end.as_microsecond()).bind(key.client.clone());
                self.statement(end.bind(None::<String>)).await?;
                self.add_key(key).await
            }
            ClientChange::Revoke { client, key, at } => {
                let end = sqlx::query(END_KEYS).bind(at.as_microsecond()).bind(client.clone()).bind(key.clone());
                Ok(Ok(!self.statement(end).await?.is_empty()))
            }
        }
    }

    async fn add_key(&mut self, key: &KeyRecord) -> Result<Outcome, StoreError> {
        let add = sqlx::query(ADD_KEY)
            .bind(key.id.clone())
            .bind(key.digest.as_bytes().to_vec())
            .bind(key.created_at.as_microsecond())
            .bind(key.client.clone());
        Ok(Ok(!self.statement(add).await?.is_empty()))
    }
}
