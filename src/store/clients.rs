//! Who may ask, as both databases keep it: the changes there are, and the statements that they share.

use jiff::Timestamp;
use sqlx::Error;

use super::rows::{Columns, moment};
use crate::access::{Client, ClientRecord, KeyDigest, KeyRecord, Scope};
use crate::clinical::{Language, Region};

/// A change of who may ask.
#[derive(Debug, Clone)]
pub enum ClientChange {
    /// A new client with its first key.
    Create {
        /// The client.
        client: Client,
        /// Its key, made at the same time.
        key: KeyRecord,
    },
    /// Another key for a client.
    Rotate {
        /// The new key.
        key: KeyRecord,
        /// When the client's other keys end, unless they end before.
        others_end: Timestamp,
    },
    /// No more of a client's keys, or of one of them.
    Revoke {
        /// The client's name.
        client: String,
        /// The part of the key that may be shown; all keys when it is left out.
        key: Option<String>,
        /// From when on.
        at: Timestamp,
    },
}

/// The columns of a client in their order; nothing is written when the name is taken.
pub(super) const CREATE: &str = "INSERT INTO clients (id, created_at, scopes, region, language, per_minute)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING RETURNING id";

/// A key of a client that there is.
pub(super) const ADD_KEY: &str = "INSERT INTO client_keys (id, client, digest, created_at)
     SELECT $1, id, $2, $3 FROM clients WHERE id = $4 RETURNING id";

/// The end of keys that would end later: of all of a client, or of one.
pub(super) const END_KEYS: &str = "UPDATE client_keys SET ends_at = $1
     WHERE client = $2 AND (CAST($3 AS TEXT) IS NULL OR id = $3) AND (ends_at IS NULL OR ends_at > $1) RETURNING id";

/// Every client with its keys.
pub(super) const CLIENTS: &str =
    "SELECT clients.id AS client, clients.created_at AS begun_at, scopes, region, language,
            per_minute, client_keys.id AS key, digest, client_keys.created_at AS made_at, ends_at
     FROM clients LEFT JOIN client_keys ON client_keys.client = clients.id
     ORDER BY clients.id, client_keys.created_at, client_keys.id";

/// Scopes as they are kept.
pub(super) fn scopes_text(client: &Client) -> String {
    client.scopes.iter().map(|scope| scope.name()).collect::<Vec<_>>().join(" ")
}

/// The clients of these rows, which are in the order of [`CLIENTS`].
pub(super) fn clients(rows: &[impl Columns]) -> Result<Vec<ClientRecord>, Error> {
    let mut clients: Vec<ClientRecord> = Vec::new();
    for row in rows {
        let id = row.text("client")?;
        if clients.last().is_none_or(|last| last.client.id != id) {
            clients.push(client(row, id)?);
        }
        if let Some((key, last)) = row.some_text("key")?.zip(clients.last_mut()) {
            last.keys.push(key_of(row, key, &last.client.id)?);
        }
    }
    Ok(clients)
}

fn client(row: &impl Columns, id: String) -> Result<ClientRecord, Error> {
    let client = Client {
        id,
        scopes: row.text("scopes")?.split_whitespace().filter_map(Scope::from_name).collect(),
        region: row.some_text("region")?.and_then(|code| Region::from_code(&code).ok()),
        language: row.some_text("language")?.and_then(|tag| Language::from_tag(&tag)),
        per_minute: row.some_number("per_minute")?.and_then(|number| u32::try_from(number).ok()),
    };
    Ok(ClientRecord { client, created_at: row.time("begun_at")?, keys: Vec::new() })
}

fn key_of(row: &impl Columns, id: String, client: &str) -> Result<KeyRecord, Error> {
    let digest = row.bytes("digest")?.try_into().map_err(|_| Error::Decode("a digest has 32 bytes".into()))?;
    Ok(KeyRecord {
        id,
        client: client.to_owned(),
        digest: KeyDigest::from_bytes(digest),
        created_at: row.time("made_at")?,
        ends_at: row.some_number("ends_at")?.map(moment).transpose()?,
    })
}
