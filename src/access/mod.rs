//! Who may ask? API keys and bearer tokens, scopes and limits: what is presented, and whose it is. Knows no HTTP
//! framework and no database.

mod base64url;
mod client;
mod fetch;
mod hooks;
mod issuer;
mod jwk;
mod jwks;
mod jwt;
mod key;
mod keyring;
mod replay;

pub use client::{Client, Scope};
pub use hooks::{HookClient, HookClients, ListFault};
pub use issuer::{Issuer, Provider, Providers, SKEW};
pub use jwk::{Algorithm, KeySet};
pub use jwks::{KeyAge, KeyPlace, KeySource, NoKeyPlace};
pub use jwt::{Claims, Expected, TokenFault, Unverified};
pub use key::{ApiKey, KeyDigest, NoRandomness};
pub use keyring::{ClientRecord, KeyRecord, Keyring};
pub use replay::Replays;
