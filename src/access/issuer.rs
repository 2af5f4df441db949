//! Whose tokens are believed, and as whom do they speak? One issuer with its keys, and what its claims mean here.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::client::{Client, Scope};
use super::jwk::Algorithm;
use super::jwks::{KeyPlace, KeySource};
use super::jwt::{Claims, Expected, TokenFault, Unverified};
use crate::clinical::Region;

/// How far the clocks of issuers and ours may differ.
pub const SKEW: SignedDuration = SignedDuration::from_secs(60);

/// An issuer of tokens.
pub struct Issuer {
    /// Its name, as `iss` has it.
    pub name: String,
    /// How it may sign.
    pub algorithms: Vec<Algorithm>,
    /// How long its tokens may last at most; nothing for any length.
    pub lifetime_max: Option<SignedDuration>,
    /// Whether each of its tokens must have a `jti`.
    pub identified: bool,
    /// Its keys.
    pub keys: KeySource,
    /// The address of its keys, which is the only one that its tokens may name (`jku`).
    pub key_address: Option<String>,
}

impl Issuer {
    /// An issuer with these keys, which may sign in every way that there is here.
    #[must_use]
    pub fn new(name: impl Into<String>, place: KeyPlace) -> Self {
        let key_address = match &place {
            KeyPlace::Address(address) => Some(address.clone()),
            KeyPlace::File(_) => None,
        };
        let keys = KeySource::new(place, Default::default());
        let algorithms = Algorithm::ALL.to_vec();
        Self { name: name.into(), algorithms, lifetime_max: None, identified: false, keys, key_address }
    }

    /// Believes a token of this issuer that is meant for one of these audiences.
    ///
    /// # Errors
    /// The first thing that it should be and is not.
    pub async fn verify(
        &self,
        token: Unverified<'_>,
        audiences: &[String],
        now: Timestamp,
    ) -> Result<Claims, TokenFault> {
        if token.key_address().is_some_and(|named| self.key_address.as_deref() != Some(named)) {
            return Err(TokenFault::KeyAddress);
        }
        let mut keys = self.keys.keys().await.ok_or(TokenFault::KeysUnavailable)?;
        if !token.is_known_to(&keys) {
            keys = self.keys.newer_keys().await.ok_or(TokenFault::KeysUnavailable)?;
        }
        let expected = Expected {
            issuer: &self.name,
            audiences,
            algorithms: &self.algorithms,
            skew: SKEW,
            lifetime_max: self.lifetime_max,
            identified: self.identified,
        };
        token.verify(&keys, &expected, now)
    }
}

/// An issuer whose tokens let people and programs in, and what its claims mean.
pub struct Provider {
    /// The issuer.
    pub issuer: Issuer,
    /// Of these audiences a token must name one.
    pub audiences: Vec<String>,
    /// The claim that names the client; nothing when a token has none of them.
    pub client_claims: Vec<String>,
    /// The claim that lists scopes, as a text with spaces or as a list. Without it every token has all of `scopes`.
    pub scope_claim: Option<String>,
    /// What its tokens may do at most.
    pub scopes: BTreeSet<Scope>,
    /// The claim that holds the code of a region.
    pub region_claim: Option<String>,
    /// How often each of its clients may ask; nothing for what holds for all.
    pub per_minute: Option<u32>,
}

/// The issuers that let in.
#[derive(Default)]
pub struct Providers(pub Vec<Provider>);

impl Providers {
    /// Who presents this token.
    ///
    /// # Errors
    /// Why it is refused.
    pub async fn client(&self, token: &str, now: Timestamp) -> Result<Arc<Client>, TokenFault> {
        let token = Unverified::read(token)?;
        let issuer = token.issuer().ok_or(TokenFault::Issuer)?;
        let provider = self.0.iter().find(|provider| provider.issuer.name == issuer).ok_or(TokenFault::Issuer)?;
        let claims = provider.issuer.verify(token, &provider.audiences, now).await?;
        provider.read(&claims).map(Arc::new).ok_or(TokenFault::Claim)
    }
}

impl Provider {
    /// The client that the claims name. It is told from API keys, and from other issuers' clients, by the issuer.
    fn read(&self, claims: &Claims) -> Option<Client> {
        let text = |claim: &String| claims.all.get(claim).and_then(Value::as_str).filter(|text| !text.is_empty());
        let name = self.client_claims.iter().find_map(text)?;
        let scopes = match &self.scope_claim {
            Some(claim) => self.scopes.intersection(&scopes_of(claims.all.get(claim))).copied().collect(),
            None => self.scopes.clone(),
        };
        Some(Client {
            id: format!("{}#{name}", self.issuer.name),
            scopes,
            region: self.region_claim.as_ref().and_then(text).and_then(|code| Region::from_code(code).ok()),
            language: None,
            per_minute: self.per_minute,
        })
    }
}

fn scopes_of(claim: Option<&Value>) -> BTreeSet<Scope> {
    match claim {
        Some(Value::String(text)) => text.split_whitespace().filter_map(Scope::from_name).collect(),
        Some(Value::Array(items)) => items.iter().filter_map(|item| Scope::from_name(item.as_str()?)).collect(),
        _ => BTreeSet::new(),
    }
}
