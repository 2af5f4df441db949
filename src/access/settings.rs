//! What does the operator's file say of access? `access.toml`: whose tokens are believed, what those may do who show
//! nothing, and how often anybody may ask.

use std::collections::BTreeSet;
use std::fmt;

use serde::Deserialize;

use super::client::Scope;
use super::issuer::{Issuer, Provider, Providers};
use super::jwk::Algorithm;
use super::jwks::{KeyPlace, NoKeyPlace};

/// Requests in a minute of a client for which nothing else is said.
pub const PER_MINUTE: u32 = 600;
/// Requests in a minute from an address that shows no key or token that holds.
pub const PER_MINUTE_ANONYMOUS: u32 = 60;

/// What the file says.
pub struct AccessSettings {
    /// Whose tokens are believed.
    pub providers: Providers,
    /// What those may do who show nothing.
    pub anonymous: BTreeSet<Scope>,
    /// Requests in a minute of a client for which nothing else is said.
    pub per_minute: u32,
    /// Requests in a minute from an address that shows nothing that holds.
    pub per_minute_anonymous: u32,
}

impl Default for AccessSettings {
    fn default() -> Self {
        Self {
            providers: Providers::default(),
            anonymous: BTreeSet::new(),
            per_minute: PER_MINUTE,
            per_minute_anonymous: PER_MINUTE_ANONYMOUS,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenFile {
    #[serde(default)]
    anonymous: Vec<String>,
    per_minute: Option<u32>,
    per_minute_anonymous: Option<u32>,
    #[serde(default)]
    issuer: Vec<WrittenIssuer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenIssuer {
    name: String,
    audiences: Vec<String>,
    keys: String,
    algorithms: Option<Vec<String>>,
    scopes: Option<Vec<String>>,
    scope_claim: Option<String>,
    client_claims: Option<Vec<String>>,
    region_claim: Option<String>,
    per_minute: Option<u32>,
}

/// What is wrong with the file, for the one who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsFault {
    /// It is not TOML, or has a line that is not known.
    Toml(String),
    /// There is no such scope.
    Scope(String),
    /// There is no such algorithm, or it is not safe.
    Algorithm(String),
    /// Keys are not read from there.
    Keys(String),
    /// An issuer without audiences would believe tokens that are meant for others.
    Audiences(String),
}

impl fmt::Display for SettingsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Toml(reason) => f.write_str(reason),
            Self::Scope(name) => {
                write!(f, "there is no scope `{name}`; there is {}", Scope::ALL.map(Scope::name).join(", "))
            }
            Self::Algorithm(name) => {
                write!(f, "`{name}` is not taken; taken is {}", Algorithm::ALL.map(Algorithm::name).join(", "))
            }
            Self::Keys(issuer) => write!(f, "`{issuer}`: {NoKeyPlace}"),
            Self::Audiences(issuer) => write!(f, "the issuer `{issuer}` needs at least one audience"),
        }
    }
}

impl std::error::Error for SettingsFault {}

impl AccessSettings {
    /// Reads the file.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(text: &str) -> Result<Self, SettingsFault> {
        let file: WrittenFile =
            toml::from_str(text).map_err(|error| SettingsFault::Toml(error.message().to_owned()))?;
        let providers = file.issuer.into_iter().map(provider).collect::<Result<_, _>>()?;
        Ok(Self {
            providers: Providers(providers),
            anonymous: scopes(&file.anonymous)?,
            per_minute: file.per_minute.unwrap_or(PER_MINUTE),
            per_minute_anonymous: file.per_minute_anonymous.unwrap_or(PER_MINUTE_ANONYMOUS),
        })
    }

    /// Whether it lets anybody in.
    #[must_use]
    pub fn lets_in(&self) -> bool {
        !self.providers.0.is_empty() || !self.anonymous.is_empty()
    }
}

fn scopes(names: &[String]) -> Result<BTreeSet<Scope>, SettingsFault> {
    names.iter().map(|name| Scope::from_name(name).ok_or_else(|| SettingsFault::Scope(name.clone()))).collect()
}

fn provider(written: WrittenIssuer) -> Result<Provider, SettingsFault> {
    if written.audiences.is_empty() {
        return Err(SettingsFault::Audiences(written.name));
    }
    // The address is not repeated: it may hold a password.
    let place: KeyPlace = written.keys.parse().map_err(|_| SettingsFault::Keys(written.name.clone()))?;
    let mut issuer = Issuer::new(written.name, place);
    if let Some(names) = written.algorithms {
        let algorithm =
            |name: &String| Algorithm::from_name(name).ok_or_else(|| SettingsFault::Algorithm(name.clone()));
        issuer.algorithms = names.iter().map(algorithm).collect::<Result<_, _>>()?;
    }
    Ok(Provider {
        issuer,
        audiences: written.audiences,
        client_claims: written.client_claims.unwrap_or_else(|| ["client_id", "azp", "sub"].map(str::to_owned).to_vec()),
        scope_claim: written.scope_claim,
        scopes: match written.scopes {
            Some(names) => scopes(&names)?,
            None => Scope::USUAL.into(),
        },
        region_claim: written.region_claim,
        per_minute: written.per_minute,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = r#"
        anonymous = ["search"]
        per-minute = 120
        [[issuer]]
        name = "https://idp.example.org"
        audiences = ["https://kunskap.example.org"]
        keys = "https://idp.example.org/keys"
        algorithms = ["ES256", "PS256"]
        scope-claim = "scope"
        region-claim = "region"
    "#;

    #[test]
    fn a_file_says_who_is_believed_and_how_often_they_may_ask() {
        let settings = AccessSettings::read(WHOLE).unwrap();
        assert!(settings.lets_in() && settings.anonymous == [Scope::Search].into());
        assert_eq!((settings.per_minute, settings.per_minute_anonymous), (120, PER_MINUTE_ANONYMOUS));
        let provider = &settings.providers.0[0];
        assert_eq!(provider.issuer.algorithms, [Algorithm::Es256, Algorithm::Ps256]);
        assert_eq!(provider.scopes, Scope::USUAL.into());
        assert!(!AccessSettings::read("").unwrap().lets_in());
    }

    #[test]
    fn what_would_let_in_too_many_is_refused() {
        for (from, to) in [
            ("[\"search\"]", "[\"everything\"]"),
            ("\"PS256\"", "\"HS256\""),
            ("\"PS256\"", "\"none\""),
            ("keys = \"https:", "keys = \"http:"),
            ("[\"https://kunskap.example.org\"]", "[]"),
            ("region-claim", "regionclaim"),
            ("audiences =", "audience ="),
        ] {
            let text = WHOLE.replace(from, to);
            assert_ne!(text, WHOLE);
            assert!(AccessSettings::read(&text).is_err(), "{to}");
        }
    }
}
