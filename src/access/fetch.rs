//! How is a document fetched from an address that the operator wrote? By GET, from there and nowhere else: no
//! redirects, a few seconds, a few kilobytes, and certificates that this machine trusts.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use rustls::crypto::ring::default_provider;
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use super::jwks::on_this_machine;

/// From the beginning to the end of a fetch.
const WITHIN: Duration = Duration::from_secs(5);
/// Bytes of a document: a set of keys has two or three thousand.
const BYTES_MAX: u64 = 256 * 1024;

/// Fetches from other machines: by HTTPS only, through the proxy that the environment names.
static AGENT: LazyLock<Agent> = LazyLock::new(|| {
    let trusted = rustls_native_certs::load_native_certs().certs;
    let roots: Vec<_> = trusted.iter().map(|certificate| Certificate::from_der(certificate).to_owned()).collect();
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::new_with_certs(&roots))
        .unversioned_rustls_crypto_provider(Arc::new(default_provider()))
        .build();
    let config = Agent::config_builder().https_only(true).tls_config(tls);
    config.max_redirects(0).timeout_global(Some(WITHIN)).build().into()
});

/// Fetches from this machine, past every proxy.
static NEAR: LazyLock<Agent> =
    LazyLock::new(|| Agent::config_builder().proxy(None).max_redirects(0).timeout_global(Some(WITHIN)).build().into());

/// The document at an address; nothing when there is none, or not within the limits. Blocks.
pub(super) fn fetch(address: &str) -> Option<Vec<u8>> {
    let near = address.strip_prefix("http://").is_some_and(on_this_machine);
    let agent: &Agent = if near { &NEAR } else { &AGENT };
    let mut response = agent.get(address).header("accept", "application/json").call().ok()?;
    (response.status() == 200).then(|| response.body_mut().with_config().limit(BYTES_MAX).read_to_vec().ok())?
}
