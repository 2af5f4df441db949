//! Who asks, may they, and how often? Asked of every request before it is routed and before its body is read: what is
//! not listed as public takes a scope.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use poem::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use poem::web::RemoteAddr;
use poem::{Addr, Request, Response};
use tokio::task::AbortHandle;

use super::clock::now;
use super::problem::Kind;
use super::proxies::Proxies;
use crate::access::{
    AccessSettings, Credential, Gate, Keyring, Quotas, Refusal, Scope, Standing, TokenFault, Visitor, WINDOW_SECONDS,
};
use crate::store::{Action, Client, Event, SharedBank, Store, StoreError};

/// The header in which a key may be sent instead of `Authorization`.
const API_KEY: HeaderName = HeaderName::from_static("x-api-key");
const RATE_LIMIT: HeaderName = HeaderName::from_static("ratelimit");
const RATE_LIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

/// What a request takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// Nothing: whoever watches over the service, or wants to know what it is, need not say who they are.
    Public,
    /// This scope.
    Needs(Scope),
}

/// What may be had by anybody, by the beginning of its address.
const PUBLIC: [&str; 12] = [
    "/livez",
    "/readyz",
    "/openapi.json",
    "/opensearch.xml",
    "/docs",
    "/embed",
    "/accessibility",
    "/robots.txt",
    "/assets/",
    "/favicon.svg",
    "/api/v1/api-info",
    "/api/v1/terms",
];

/// What searching and reading takes, by the beginning of its address.
const SEARCH: [&str; 8] = [
    "/api/v1/search",
    "/api/v1/suggestions",
    "/api/v1/guidelines",
    "/api/v1/guidance",
    "/api/v1/facts",
    "/guidelines",
    "/search",
    "/fhir",
];

/// What a request to this address takes. One that is not listed takes what asking takes.
#[must_use]
pub fn permission(method: &Method, path: &str) -> Permission {
    // What OPTIONS tells, stands in the OpenAPI document; browsers ask it without any credential.
    if *method == Method::OPTIONS || path.starts_with("/.well-known/") || begins(path, &PUBLIC) {
        Permission::Public
    } else if begins(path, &["/metrics"]) {
        Permission::Needs(Scope::MetricsRead)
    } else if *method == Method::POST && path.ends_with("/feedback") {
        Permission::Needs(Scope::Feedback)
    } else if begins(path, &SEARCH) && !begins(path, &["/fhir/GuidanceResponse"]) {
        Permission::Needs(Scope::Search)
    } else {
        Permission::Needs(Scope::Ask)
    }
}

/// Whether a path is one of these or lies beneath it.
fn begins(path: &str, starts: &[&str]) -> bool {
    starts.iter().any(|start| {
        let rest = path.strip_prefix(start);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || start.ends_with('/'))
    })
}

/// How often the keys that hold are read anew: so long a revoked key may still open.
const KEYS_RENEWED: Duration = Duration::from_secs(2);

/// Who is let in: everybody, or those whom the settings and the keys in the database say.
#[derive(Clone, Default)]
pub struct Access(Option<Arc<AccessSettings>>);

impl Access {
    /// Those whom these settings and the keys in the database say.
    #[must_use]
    pub fn guarded(settings: AccessSettings) -> Self {
        Self(Some(Arc::new(settings)))
    }

    /// Whether everybody is let in.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.0.is_none()
    }
}

impl fmt::Debug for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_open() { "open" } else { "guarded" })
    }
}

/// What stands before everything.
pub struct Guard {
    gate: Arc<Gate>,
    /// How often anybody may ask; nothing where the service stands open.
    limits: Option<Limits>,
    /// Whether calls by CDS Hooks show tokens of their own, which are looked at where the hooks are.
    hooks_admit: bool,
    renewal: Option<AbortHandle>,
}

struct Limits {
    quotas: Quotas<SharedBank>,
    per_client: u32,
    per_address: u32,
    proxies: Proxies,
    /// Where refused attempts are told.
    store: Store,
}

impl Guard {
    /// Reads the keys, and reads them anew as long as it stands. Must be called within a Tokio runtime.
    ///
    /// # Errors
    /// The keys cannot be read.
    pub async fn start(
        access: &Access,
        hooks_admit: bool,
        proxies: Proxies,
        store: &Store,
    ) -> Result<Self, StoreError> {
        let Some(settings) = &access.0 else {
            return Ok(Self { gate: Arc::new(Gate::open()), limits: None, hooks_admit, renewal: None });
        };
        let keys = Keyring::new(store.clients().await?);
        let gate = Arc::new(Gate::new(Arc::clone(settings), keys));
        let renewal = tokio::spawn(renew(Arc::clone(&gate), store.clone())).abort_handle();
        let quotas = Quotas::new(store.bank());
        let limits = Limits {
            quotas,
            per_client: settings.per_minute,
            per_address: settings.per_minute_anonymous,
            proxies,
            store: store.clone(),
        };
        Ok(Self { gate, limits: Some(limits), hooks_admit, renewal: Some(renewal) })
    }

    /// Lets a request in, which then knows its [`Visitor`], or tells why not; and how its limit stands.
    pub async fn admit(&self, request: &mut Request) -> (Result<(), Kind>, Option<Standing>) {
        let Permission::Needs(scope) = permission(request.method(), request.uri().path()) else {
            return (Ok(()), None);
        };
        let time = now();
        if self.hooks_admit && begins(request.uri().path(), &["/cds-services"]) {
            let standing = self.count_address(request, time).await;
            return (if is_over(standing) { Err(Kind::TooManyRequests) } else { Ok(()) }, standing);
        }
        match self.gate.admit(credential(request.headers()), time).await {
            Ok(visitor) => {
                let standing = self.count(&visitor, request, time).await;
                let admitted = match (is_over(standing), visitor.may(scope), &visitor.client) {
                    (true, ..) => Err(Kind::TooManyRequests),
                    (_, true, _) => Ok(()),
                    (.., Some(_)) => Err(Kind::Forbidden),
                    (.., None) => Err(Kind::Unauthenticated),
                };
                if let Err(kind) = admitted {
                    self.tell_refused(visitor.name(), kind, scope.name()).await;
                }
                request.set_data(visitor);
                (admitted, standing)
            }
            Err(refusal) => {
                let standing = self.count_address(request, time).await;
                let kind = if is_over(standing) { Kind::TooManyRequests } else { kind_of(refusal) };
                self.tell_refused(None, kind, refusal.word()).await;
                (Err(kind), standing)
            }
        }
    }

    /// Tells the audit log of it, except of what comes too often: whoever knocks without end must not fill it.
    async fn tell_refused(&self, name: Option<&str>, kind: Kind, reason: &str) {
        if let Some(limits) = self.limits.as_ref().filter(|_| kind != Kind::TooManyRequests) {
            tell_refused(&limits.store, name, kind, reason).await;
        }
    }

    async fn count(&self, visitor: &Visitor, request: &Request, time: Timestamp) -> Option<Standing> {
        let Some(client) = &visitor.client else { return self.count_address(request, time).await };
        let limits = self.limits.as_ref()?;
        let limit = client.per_minute.unwrap_or(limits.per_client);
        Some(limits.quotas.count(&format!("client {}", client.id), limit, time.as_second()).await)
    }

    async fn count_address(&self, request: &Request, time: Timestamp) -> Option<Standing> {
        let limits = self.limits.as_ref()?;
        let RemoteAddr(Addr::SocketAddr(peer)) = request.remote_addr() else { return None };
        let name = format!("address {}", network(limits.proxies.origin(peer.ip(), request.headers())));
        Some(limits.quotas.count(&name, limits.per_address, time.as_second()).await)
    }
}

/// Tells the audit log that somebody was refused, and why. An attempt that cannot be told is refused all the same.
pub async fn tell_refused(store: &Store, name: Option<&str>, kind: Kind, reason: &str) {
    let event = Event {
        client: name.map_or_else(Client::default, Client::new),
        action: Action::AccessRefused,
        status: kind.status().as_u16(),
        subject: reason.to_owned(),
    };
    if let Err(error) = store.audit(event).await {
        tracing::warn!(reason, %error, "the audit log does not tell of an attempt that was refused");
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if let Some(renewal) = &self.renewal {
            renewal.abort();
        }
    }
}

/// Keeps the gate's keys those of the database. While it cannot be read the gate keeps what it has, for a while.
async fn renew(gate: Arc<Gate>, store: Store) {
    loop {
        tokio::time::sleep(KEYS_RENEWED).await;
        match store.clients().await {
            Ok(clients) => gate.renew(Keyring::new(clients)),
            Err(error) => tracing::warn!(%error, "the keys of clients cannot be read"),
        }
    }
}

/// What is counted as one: an address, or the network of IPv6 that one subscriber is given.
fn network(address: IpAddr) -> IpAddr {
    const SUBSCRIBER: u128 = u128::MAX << 64;
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(whole) => IpAddr::V6(Ipv6Addr::from_bits(whole.to_bits() & SUBSCRIBER)),
    }
}

/// What a request shows, in the one place where it shows something.
fn credential(headers: &HeaderMap) -> Credential<'_> {
    let mut shown = headers.get_all(header::AUTHORIZATION).iter().map(|value| (true, value));
    let mut keys = headers.get_all(API_KEY).iter().map(|value| (false, value));
    let (first, second) = match (shown.next(), keys.next()) {
        (Some(first), None) => (first, shown.next()),
        (None, Some(first)) => (first, keys.next()),
        (None, None) => return Credential::Nothing,
        (Some(first), second) => (first, second),
    };
    let text = match (first, second) {
        (_, Some(_)) => None,
        ((true, value), None) => value.to_str().ok().and_then(bearer),
        ((false, value), None) => value.to_str().ok(),
    };
    text.filter(|text| !text.is_empty() && !text.contains(' ')).map_or(Credential::Unreadable, Credential::Secret)
}

fn bearer(value: &str) -> Option<&str> {
    let (scheme, secret) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim_start())
}

fn is_over(standing: Option<Standing>) -> bool {
    standing.is_some_and(|standing| !standing.within)
}

const fn kind_of(refusal: Refusal) -> Kind {
    match refusal {
        Refusal::Unavailable | Refusal::Token(TokenFault::KeysUnavailable) => Kind::Unavailable,
        Refusal::NoCredential => Kind::Unauthenticated,
        Refusal::Unreadable | Refusal::Key | Refusal::Token(_) => Kind::InvalidCredential,
    }
}

/// How a client is told what to show (RFC 6750).
#[must_use]
pub const fn challenge(kind: Kind) -> Option<HeaderValue> {
    Some(match kind {
        Kind::Unauthenticated => HeaderValue::from_static("Bearer realm=\"nordvis\""),
        Kind::InvalidCredential | Kind::HookTokenInvalid => {
            HeaderValue::from_static("Bearer realm=\"nordvis\", error=\"invalid_token\"")
        }
        Kind::Forbidden => HeaderValue::from_static("Bearer realm=\"nordvis\", error=\"insufficient_scope\""),
        _ => return None,
    })
}

/// Tells how the limit stands (draft-ietf-httpapi-ratelimit-headers-11).
pub fn tell(response: &mut Response, standing: Standing) {
    let Standing { limit, left, renewed_in, .. } = standing;
    let policy = format!("\"minute\";q={limit};w={WINDOW_SECONDS}");
    let state = format!("\"minute\";r={left};t={renewed_in}");
    for (name, value) in [(RATE_LIMIT_POLICY, policy), (RATE_LIMIT, state)] {
        if let Ok(value) = HeaderValue::try_from(value) {
            response.headers_mut().insert(name, value);
        }
    }
    if !standing.within {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(renewed_in));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(headers: &[(HeaderName, &'static str)]) -> HeaderMap {
        headers.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn what_is_not_public_takes_a_scope() {
        for (method, path, takes) in [
            ("GET", "/livez", Permission::Public),
            ("GET", "/.well-known/security.txt", Permission::Public),
            ("GET", "/docs/index.html", Permission::Public),
            ("OPTIONS", "/api/v1/answers", Permission::Public),
            ("GET", "/livezz", Permission::Needs(Scope::Ask)),
            ("GET", "/", Permission::Needs(Scope::Ask)),
            ("GET", "/nowhere", Permission::Needs(Scope::Ask)),
            ("POST", "/api/v1/answers", Permission::Needs(Scope::Ask)),
            ("POST", "/api/v1/answers/1/feedback", Permission::Needs(Scope::Feedback)),
            ("DELETE", "/api/v1/conversations/1", Permission::Needs(Scope::Ask)),
            ("GET", "/api/v1/guidelines/se-m/osteoporos", Permission::Needs(Scope::Search)),
            ("GET", "/metrics", Permission::Needs(Scope::MetricsRead)),
        ] {
            let method = method.parse().unwrap();
            assert_eq!(permission(&method, path), takes, "{method} {path}");
        }
    }

    #[test]
    fn one_credential_is_read_and_two_are_none() {
        const A: HeaderName = header::AUTHORIZATION;
        for (headers, credential_shown) in [
            (vec![], Credential::Nothing),
            (vec![(A, "Bearer abc")], Credential::Secret("abc")),
            (vec![(A, "bearer  abc")], Credential::Secret("abc")),
            (vec![(API_KEY, "abc")], Credential::Secret("abc")),
            (vec![(A, "Basic YTpi")], Credential::Unreadable),
            (vec![(A, "Bearer")], Credential::Unreadable),
            (vec![(A, "Bearer a b")], Credential::Unreadable),
            (vec![(API_KEY, "")], Credential::Unreadable),
            (vec![(A, "Bearer abc"), (API_KEY, "abc")], Credential::Unreadable),
        ] {
            assert_eq!(credential(&shown(&headers)), credential_shown, "{headers:?}");
        }
        let mut twice = shown(&[(A, "Bearer abc")]);
        twice.append(A, HeaderValue::from_static("Bearer abc"));
        assert_eq!(credential(&twice), Credential::Unreadable);
    }
}
