//! Who asks? What the guard knows of the client, and what the headers say of the reader.

use poem::{FromRequest, Request, RequestBody};

use super::language::accepted;
use super::problem::{Kind, Problem};
use crate::access::{Scope, Visitor};
use crate::ask::Defaults;
use crate::clinical::{Language, Region};
use crate::store::Client;

/// The one who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The language that the reader would rather read.
    pub language: Option<Language>,
    /// The region that binds when the question names none.
    region: Option<Region>,
    /// Whose what it makes is: the client's name, or nothing where nobody has to say who they are.
    pub owner: Option<String>,
}

impl Caller {
    /// The one who sent this request.
    #[must_use]
    pub fn of(request: &Request) -> Self {
        let client = request.data::<Visitor>().and_then(|visitor| visitor.client.as_deref());
        Self {
            language: accepted(request.headers()).or(client.and_then(|client| client.language)),
            region: client.and_then(|client| client.region),
            owner: client.map(|client| client.id.clone()),
        }
    }

    /// Who the audit log says it was.
    #[must_use]
    pub fn client(&self) -> Client {
        self.owner.as_deref().map_or_else(Client::default, Client::new)
    }

    /// What is added to its questions, before what the deployment adds.
    #[must_use]
    pub fn defaults(&self, deployment: Defaults) -> Defaults {
        Defaults { language: self.language.or(deployment.language), region: self.region.or(deployment.region) }
    }

    /// Whether it may see what is this client's. What is nobody's is seen by whoever knows its id, which cannot be
    /// guessed.
    #[must_use]
    pub fn sees(&self, owner: Option<&str>) -> bool {
        owner.is_none() || owner == self.owner.as_deref()
    }
}

impl<'a> FromRequest<'a> for Caller {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        Ok(Self::of(request))
    }
}

/// One who may see how the service is: on this machine, brought by no proxy, or a client that was given the scope for
/// it. For others what it asks for is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near;

impl<'a> FromRequest<'a> for Near {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        let here = request.remote_addr().as_socket_addr().is_some_and(|address| address.ip().is_loopback());
        let brought = ["forwarded", "x-forwarded-for", "via"].iter().any(|name| request.headers().contains_key(*name));
        let known = |visitor: &Visitor| visitor.client.is_some() && visitor.may(Scope::MetricsRead);
        let allowed = (here && !brought) || request.data::<Visitor>().is_some_and(known);
        if allowed { Ok(Self) } else { Err(Problem::from(Kind::NotFound).into()) }
    }
}
