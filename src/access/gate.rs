//! Who is let in? What a request shows, weighed against the keys and tokens that hold; an answer to the question of
//! scopes later on. Nothing here says whether an unknown key exists.

use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::client::{Client, Scope};
use super::jwt::TokenFault;
use super::key::ApiKey;
use super::keyring::Keyring;
use super::settings::AccessSettings;

/// Keys that could not be read anew for so long are not relied on: one of them may have been revoked.
const KEYS_HOLD: Duration = Duration::from_secs(60);

/// What a request shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credential<'a> {
    /// Nothing.
    Nothing,
    /// An API key or a token.
    Secret(&'a str),
    /// Something that cannot be either, or more than one thing.
    Unreadable,
}

/// Why nobody is let in with this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was shown.
    NoCredential,
    /// What was shown is no key and no token.
    Unreadable,
    /// No key that holds.
    Key,
    /// The token is not believed.
    Token(TokenFault),
    /// Who holds which key cannot be told at the moment.
    Unavailable,
}

impl Refusal {
    /// A word for logs and audit entries.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoCredential => "no_credential",
            Self::Unreadable => "unreadable",
            Self::Key => "unknown_key",
            Self::Token(fault) => fault.word(),
            Self::Unavailable => "unavailable",
        }
    }
}

/// Who was let in: a client, or somebody who showed nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Visitor {
    /// The client.
    pub client: Option<Arc<Client>>,
    /// What it may do.
    scopes: BTreeSet<Scope>,
}

impl Visitor {
    /// Whether it may do this.
    #[must_use]
    pub fn may(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }

    /// Whose what it makes is; nothing where nobody says who they are.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.client.as_ref().map(|client| client.id.as_str())
    }
}

/// Where everybody comes in.
pub struct Gate {
    /// Whose tokens are believed, and what those may do who show nothing; nothing where nobody is asked who they are.
    settings: Option<Arc<AccessSettings>>,
    keys: RwLock<(Arc<Keyring>, Instant)>,
}

impl Gate {
    /// A gate for these keys, until [`renew`](Self::renew) gives it others.
    #[must_use]
    pub fn new(settings: Arc<AccessSettings>, keys: Keyring) -> Self {
        Self { settings: Some(settings), keys: RwLock::new((Arc::new(keys), Instant::now())) }
    }

    /// A gate that stands open: everybody may do everything, whatever they show.
    #[must_use]
    pub fn open() -> Self {
        Self { settings: None, keys: RwLock::new((Arc::default(), Instant::now())) }
    }

    /// The keys that hold from now on.
    pub fn renew(&self, keys: Keyring) {
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = (Arc::new(keys), Instant::now());
    }

    /// Lets in.
    ///
    /// # Errors
    /// Why not.
    pub async fn admit(&self, credential: Credential<'_>, now: Timestamp) -> Result<Visitor, Refusal> {
        let Some(settings) = &self.settings else {
            return Ok(Visitor { client: None, scopes: Scope::ALL.into() });
        };
        let client = match credential {
            Credential::Nothing if settings.anonymous.is_empty() => return Err(Refusal::NoCredential),
            Credential::Nothing => return Ok(Visitor { client: None, scopes: settings.anonymous.clone() }),
            Credential::Unreadable => return Err(Refusal::Unreadable),
            Credential::Secret(text) if ApiKey::is_meant(text) => self.holder(text, now)?,
            Credential::Secret(text) => settings.providers.client(text, now).await.map_err(Refusal::Token)?,
        };
        let scopes = client.scopes.clone();
        Ok(Visitor { client: Some(client), scopes })
    }

    fn holder(&self, text: &str, now: Timestamp) -> Result<Arc<Client>, Refusal> {
        let (keys, since) = self.keys.read().unwrap_or_else(PoisonError::into_inner).clone();
        if since.elapsed() > KEYS_HOLD {
            return Err(Refusal::Unavailable);
        }
        ApiKey::read(text).and_then(|key| keys.find(&key, now)).ok_or(Refusal::Key)
    }
}
