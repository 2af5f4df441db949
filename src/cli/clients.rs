//! `nordvis clients`: who may ask. A key is printed when it is made, and never again.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

use super::keep::{Kept, Missing, with_store};
use super::open::open;
use super::{Exit, output};
use crate::access::{ApiKey, Client, ClientRecord, KeyRecord, Scope};
use crate::clinical::{Language, Region};
use crate::config::{Clients, ClientsAction, CreateClient, RevokeClient, RotateClient};
use crate::store::{self, ClientChange};

/// The longest name of a client.
const NAME_CHARS_MAX: usize = 64;

/// Does what the call says.
pub fn run(call: &Clients) -> Exit {
    let stored = call.action.stored();
    let missing = if matches!(call.action, ClientsAction::Create(_)) { Missing::Made } else { Missing::Refused };
    with_store(open(&stored.common), &stored.keeping, missing, async |kept| carry_out(&call.action, kept).await)
}

async fn carry_out(action: &ClientsAction, kept: &Kept<'_>) -> Result<Exit, Exit> {
    match action {
        ClientsAction::Create(call) => create(call, kept).await,
        ClientsAction::List(call) => {
            let clients = kept.store.clients().await.map_err(|error| kept.refuse(&error))?;
            if call.json {
                output::result(serde_json::Value::from_iter(clients.iter().map(shown)));
            } else {
                clients.iter().for_each(|client| list(client, kept));
            }
            Ok(Exit::Done)
        }
        ClientsAction::Revoke(call) => revoke(call, kept).await,
        ClientsAction::Rotate(call) => rotate(call, kept).await,
    }
}

async fn create(call: &CreateClient, kept: &Kept<'_>) -> Result<Exit, Exit> {
    let client = client(call, kept)?;
    let (key, record) = new_key(&client.id)?;
    let taken = || refuse(kept, "cli-client-taken", &[("client", &call.name)]);
    // The audit log would take it for the program itself.
    if store::Client::is_reserved(&client.id) {
        return Err(taken());
    }
    let created = kept.store.change_clients(ClientChange::Create { client, key: record }).await;
    if !created.map_err(|error| kept.refuse(&error))? {
        return Err(taken());
    }
    reveal(&key, kept);
    Ok(Exit::Done)
}

async fn rotate(call: &RotateClient, kept: &Kept<'_>) -> Result<Exit, Exit> {
    let (key, record) = new_key(&call.name)?;
    let overlap = SignedDuration::from_hours(i64::from(call.overlap_hours));
    let others_end = record.created_at.checked_add(overlap).unwrap_or(record.created_at);
    let rotated = kept.store.change_clients(ClientChange::Rotate { key: record, others_end }).await;
    if !rotated.map_err(|error| kept.refuse(&error))? {
        return Err(refuse(kept, "cli-client-unknown", &[("client", &call.name)]));
    }
    reveal(&key, kept);
    output::notice(kept.speaker().tell("cli-client-others-end", &[("time", &others_end.to_string())]));
    Ok(Exit::Done)
}

async fn revoke(call: &RevokeClient, kept: &Kept<'_>) -> Result<Exit, Exit> {
    let change = ClientChange::Revoke { client: call.name.clone(), key: call.key.clone(), at: Timestamp::now() };
    if !kept.store.change_clients(change).await.map_err(|error| kept.refuse(&error))? {
        let clients = kept.store.clients().await.map_err(|error| kept.refuse(&error))?;
        let known = clients.iter().any(|record| record.client.id == call.name);
        let why = if known { "cli-client-no-key" } else { "cli-client-unknown" };
        return Err(refuse(kept, why, &[("client", &call.name)]));
    }
    output::notice(kept.speaker().tell("cli-client-revoked", &[("client", &call.name)]));
    Ok(Exit::Done)
}

/// The client that the call describes.
fn client(call: &CreateClient, kept: &Kept<'_>) -> Result<Client, Exit> {
    let named = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    if !(1..=NAME_CHARS_MAX).contains(&call.name.len()) || !call.name.bytes().all(named) {
        return Err(refuse(kept, "cli-client-bad-name", &[]));
    }
    let scope = |name: &String| {
        let scopes = Scope::ALL.map(Scope::name).join(", ");
        Scope::from_name(name).ok_or_else(|| refuse(kept, "cli-client-bad-scope", &[("scopes", &scopes)]))
    };
    let scopes: BTreeSet<Scope> = call.scope.iter().map(scope).collect::<Result<_, _>>()?;
    let region = call.region.as_deref().map(Region::from_code).transpose();
    let language = call.reply_language.as_deref().map(|tag| Language::from_tag(tag).ok_or(())).transpose();
    Ok(Client {
        id: call.name.clone(),
        scopes: if scopes.is_empty() { Scope::USUAL.into() } else { scopes },
        region: region.map_err(|_| refuse(kept, "cli-bad-region", &[]))?,
        language: language.map_err(|()| refuse(kept, "cli-bad-language", &[]))?,
        per_minute: call.per_minute,
    })
}

fn new_key(client: &str) -> Result<(ApiKey, KeyRecord), Exit> {
    let key = ApiKey::generate().map_err(|error| {
        output::refusal(error);
        Exit::No
    })?;
    let record = KeyRecord {
        id: key.id().to_owned(),
        client: client.to_owned(),
        digest: key.digest(),
        created_at: Timestamp::now(),
        ends_at: None,
    };
    Ok((key, record))
}

/// The key alone is the result, so that it can be passed on; what to do with it is said beside it.
fn reveal(key: &ApiKey, kept: &Kept<'_>) {
    output::result(key.reveal());
    output::notice(kept.speaker().say("cli-client-keep-key"));
}

fn list(record: &ClientRecord, kept: &Kept<'_>) {
    let client = &record.client;
    let scopes = client.scopes.iter().map(|scope| scope.name()).collect::<Vec<_>>().join(" ");
    let rest = [
        client.region.map(|region| region.to_string()),
        client.language.map(|language| language.to_string()),
        client.per_minute.map(|number| format!("{number}/min")),
    ];
    let rest = rest.into_iter().flatten().collect::<Vec<_>>().join(", ");
    output::result([client.id.as_str(), &scopes, &rest].join("  ").trim_end());
    let now = Timestamp::now();
    for key in &record.keys {
        let id = match (key.holds(now), key.ends_at) {
            (true, None) => "cli-client-key",
            (true, Some(_)) => "cli-client-key-ends",
            (false, _) => "cli-client-key-ended",
        };
        let (made, end) = (day(key.created_at), key.ends_at.map(day).unwrap_or_default());
        output::result(kept.speaker().tell(id, &[("key", &key.id), ("made", &made), ("end", &end)]));
    }
}

/// To the minute, in UTC.
fn day(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%MZ").to_string()
}

fn shown(record: &ClientRecord) -> serde_json::Value {
    let client = &record.client;
    let keys = record.keys.iter().map(|key| {
        serde_json::json!({
            "id": key.id,
            "createdAt": key.created_at.to_string(),
            "endsAt": key.ends_at.map(|end| end.to_string()),
        })
    });
    serde_json::json!({
        "id": client.id,
        "createdAt": record.created_at.to_string(),
        "scopes": client.scopes.iter().map(|scope| scope.name()).collect::<Vec<_>>(),
        "region": client.region.map(Region::code),
        "language": client.language.map(Language::code),
        "perMinute": client.per_minute,
        "keys": keys.collect::<Vec<_>>(),
    })
}

fn refuse(kept: &Kept<'_>, id: &str, arguments: &[(&str, &str)]) -> Exit {
    output::refusal(kept.speaker().tell(id, arguments));
    Exit::No
}
