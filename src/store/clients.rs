//! Who may ask, as both databases keep it: the changes there are, and the statements that they share.

use jiff::Timestamp;
use sqlx::{ColumnIndex, Decode, Error, Row, Type};

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
pub(super) fn clients<'r, R: Row>(rows: &'r [R]) -> Result<Vec<ClientRecord>, Error>
where
    &'r str: ColumnIndex<R>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    Vec<u8>: Decode<'r, R::Database> + Type<R::Database>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    Option<String>: Decode<'r, R::Database> + Type<R::Database>,
    Option<i64>: Decode<'r, R::Database> + Type<R::Database>,
{
    let mut clients: Vec<ClientRecord> = Vec::new();
    for row in rows {
        let id: String = row.try_get("client")?;
        if clients.last().is_none_or(|last| last.client.id != id) {
            clients.push(client(row, id)?);
        }
        if let Some((key, last)) = row.try_get::<Option<String>, _>("key")?.zip(clients.last_mut()) {
            last.keys.push(key_of(row, key, &last.client.id)?);
        }
    }
    Ok(clients)
}

fn client<'r, R: Row>(row: &'r R, id: String) -> Result<ClientRecord, Error>
where
    &'r str: ColumnIndex<R>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    Option<String>: Decode<'r, R::Database> + Type<R::Database>,
    Option<i64>: Decode<'r, R::Database> + Type<R::Database>,
{
    let scopes: String = row.try_get("scopes")?;
    let region: Option<String> = row.try_get("region")?;
    let language: Option<String> = row.try_get("language")?;
    let per_minute: Option<i64> = row.try_get("per_minute")?;
    let client = Client {
        id,
        scopes: scopes.split_whitespace().filter_map(Scope::from_name).collect(),
        region: region.and_then(|code| Region::from_code(&code).ok()),
        language: language.and_then(|tag| Language::from_tag(&tag)),
        per_minute: per_minute.and_then(|number| u32::try_from(number).ok()),
    };
    Ok(ClientRecord { client, created_at: time(row.try_get("begun_at")?)?, keys: Vec::new() })
}

fn key_of<'r, R: Row>(row: &'r R, id: String, client: &str) -> Result<KeyRecord, Error>
where
    &'r str: ColumnIndex<R>,
    Vec<u8>: Decode<'r, R::Database> + Type<R::Database>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    Option<i64>: Decode<'r, R::Database> + Type<R::Database>,
{
    let digest: Vec<u8> = row.try_get("digest")?;
    let digest = digest.try_into().map_err(|_| Error::Decode("a digest has 32 bytes".into()))?;
    let ends_at: Option<i64> = row.try_get("ends_at")?;
    Ok(KeyRecord {
        id,
        client: client.to_owned(),
        digest: KeyDigest::from_bytes(digest),
        created_at: time(row.try_get("made_at")?)?,
        ends_at: ends_at.map(time).transpose()?,
    })
}

fn time(microseconds: i64) -> Result<Timestamp, Error> {
    Timestamp::from_microsecond(microseconds).map_err(|error| Error::Decode(error.into()))
}
