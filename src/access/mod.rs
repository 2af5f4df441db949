//! Who may ask? API keys and bearer tokens, scopes and limits: what is presented, and whose it is. Knows no HTTP
//! framework and no database.

mod base64url;
mod client;
mod fetch;
mod hooks;
mod gate;
mod issuer;
mod jwk;
mod jwks;
mod jwt;
mod key;
mod keyring;
mod quota;
mod settings;

pub use client::{Client, Scope};
pub use gate::{Credential, Gate, Refusal, Visitor};
pub use hooks::{HookClient, HookClients, ListFault};
pub use issuer::{Issuer, Provider, Providers, SKEW};
pub use jwk::{Algorithm, KeySet};
pub use jwks::{KeyAge, KeyPlace, KeySource, NoKeyPlace};
pub use jwt::{Claims, Expected, TokenFault, Unverified};
pub use key::{ApiKey, KeyDigest, NoRandomness};
pub use keyring::{ClientRecord, KeyRecord, Keyring};
pub use quota::{Bank, OwnBank, Quotas, Standing, WINDOW_SECONDS};
pub use settings::{AccessSettings, PER_MINUTE, PER_MINUTE_ANONYMOUS, SettingsFault};
