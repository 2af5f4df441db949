//! Which journal systems may call by CDS Hooks? Those on the operator's list, each call with a token of its own: signed by a
//! key of the list, made for the address that is called, short-lived, and with an id, so that it can be used once.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::issuer::Issuer;
use super::jwk::Algorithm;
use super::jwks::KeyPlace;
use super::jwt::{Claims, TokenFault, Unverified};
use crate::clinical::{Language, Region};

/// From `iat` to `exp` at most: a token is made for one call.
const LIFETIME_MAX: SignedDuration = SignedDuration::from_mins(10);

/// A journal system that may call.
pub struct HookClient {
    /// Who signs its tokens. Its keys' address is the only one that they may name (`jku`).
    pub issuer: Issuer,
    /// Whose guidelines bind for it.
    pub region: Option<Region>,
    /// The language of its cards.
    pub language: Option<Language>,
    /// Whether its tokens for feedback name the service's address instead of the feedback's.
    pub feedback_for_service: bool,
}

/// Every journal system that may call.
#[derive(Default)]
pub struct HookClients {
    clients: Vec<HookClient>,
}

impl fmt::Debug for HookClients {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.clients.iter().map(|client| client.issuer.name.as_str()).collect();
        f.debug_tuple("HookClients").field(&names).finish()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenFile {
    #[serde(default)]
    client: Vec<WrittenClient>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenClient {
    issuer: String,
    keys: String,
    #[serde(default)]
    algorithms: Vec<String>,
    region: Option<String>,
    language: Option<String>,
    #[serde(default)]
    feedback_for_service: bool,
}

/// What is wrong with the list, for the one who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListFault(String);

impl fmt::Display for ListFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ListFault {}

impl HookClients {
    /// Reads the operator's list.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(text: &str) -> Result<Self, ListFault> {
        let file: WrittenFile = toml::from_str(text).map_err(|error| ListFault(error.message().to_owned()))?;
        if file.client.is_empty() {
            return Err(ListFault("the list has no [[client]]: nobody could call".to_owned()));
        }
        let clients = file.client.into_iter().map(client).collect::<Result<_, _>>()?;
        Ok(Self { clients })
    }

    /// The client whose token this is, made for an address that `audiences` gives for it; and what the token says, which
    /// has an id.
    ///
    /// # Errors
    /// [`TokenFault::Issuer`] when it is on no list; else the first thing that the token should be and is not.
    pub async fn verify(
        &self,
        token: &str,
        audiences: impl Fn(&HookClient) -> Vec<String>,
        now: Timestamp,
    ) -> Result<(&HookClient, Claims), TokenFault> {
        let token = Unverified::read(token)?;
        let name = token.issuer().ok_or(TokenFault::Issuer)?;
        let client = self.clients.iter().find(|client| client.issuer.name == name).ok_or(TokenFault::Issuer)?;
        let claims = client.issuer.verify(token, &audiences(client), now).await?;
        Ok((client, claims))
    }
}

fn client(written: WrittenClient) -> Result<HookClient, ListFault> {
    // What was written is not repeated: it may hold a password.
    let place: KeyPlace = written.keys.parse().map_err(|fault| ListFault(format!("`{}`: {fault}", written.issuer)))?;
    let mut issuer =
        Issuer { lifetime_max: Some(LIFETIME_MAX), identified: true, ..Issuer::new(written.issuer, place) };
    if !written.algorithms.is_empty() {
        let algorithm = |name: &String| {
            let known = Algorithm::ALL.map(Algorithm::name).join(", ");
            Algorithm::from_name(name).ok_or_else(|| ListFault(format!("`{name}` is not taken; taken is {known}")))
        };
        issuer.algorithms = written.algorithms.iter().map(algorithm).collect::<Result<_, _>>()?;
    }
    let region = |code: String| Region::from_code(&code).map_err(|_| ListFault(format!("`{code}` is no region")));
    let language =
        |tag: String| Language::from_tag(&tag).ok_or_else(|| ListFault(format!("`{tag}` is not spoken here")));
    Ok(HookClient {
        issuer,
        region: written.region.map(region).transpose()?,
        language: written.language.map(language).transpose()?,
        feedback_for_service: written.feedback_for_service,
    })
}

#[cfg(test)]
mod tests {
    use super::HookClients;

    #[test]
    fn a_list_is_read_whole_or_told_what_is_wrong() {
        let client = "[[client]]\nissuer = \"https://ehr.example\"\nkeys = \"https://ehr.example/jwks.json\"\n";
        let fault = |more: &str| HookClients::read(&format!("{client}{more}")).err().map(|fault| fault.to_string());
        assert_eq!(fault("region = \"SE-M\"\nlanguage = \"sv\"\nalgorithms = [\"ES384\"]\n"), None);
        for (more, said) in [
            ("region = \"SE-1\"\n", "no region"),
            ("language = \"no\"\n", "not spoken"),
            ("algorithms = [\"HS384\"]\n", "not taken"),
            ("algorithms = [\"none\"]\n", "not taken"),
            ("secret = \"x\"\n", "unknown field"),
        ] {
            assert!(fault(more).unwrap().contains(said), "{more}");
        }
        assert!(HookClients::read("").is_err());
        assert!(HookClients::read(&client.replace("https://ehr.example/jwks", "http://ehr.example/jwks")).is_err());
    }
}
