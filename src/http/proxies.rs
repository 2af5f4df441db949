//! Who asks, when a proxy brings the request? The address that the connection comes from, unless it is a proxy that the
//! operator trusts: then the nearest one before it that is none.

use std::net::IpAddr;

use poem::http::HeaderMap;
use poem::http::header::{FORWARDED, HeaderName};

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The proxies whose word is taken for where a request comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proxies(Vec<Network>);

/// All addresses that begin alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Network {
    first: IpAddr,
    /// How many bits they share.
    bits: u32,
}

impl Network {
    fn read(text: &str) -> Option<Self> {
        let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let first: IpAddr = address.parse().ok()?;
        let whole = if first.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(whole), str::parse).ok().filter(|bits| *bits <= whole)?;
        Some(Self { first, bits })
    }

    fn holds(self, address: IpAddr) -> bool {
        let same = |a: u128, b: u128, whole: u32| (a ^ b).checked_shr(whole - self.bits).unwrap_or_default() == 0;
        match (self.first, address) {
            (IpAddr::V4(first), IpAddr::V4(address)) => same(first.to_bits().into(), address.to_bits().into(), 32),
            (IpAddr::V6(first), IpAddr::V6(address)) => same(first.to_bits(), address.to_bits(), 128),
            _ => false,
        }
    }
}

impl Proxies {
    /// Reads addresses and networks: `127.0.0.1`, `10.1.0.0/16`, `fd00::/8`.
    ///
    /// # Errors
    /// The first that is neither.
    pub fn read(list: &[String]) -> Result<Self, String> {
        let network = |text: &String| Network::read(text.trim()).ok_or_else(|| text.clone());
        list.iter().map(network).collect::<Result<_, _>>().map(Self)
    }

    /// Where a request comes from that `peer` brought.
    #[must_use]
    pub fn origin(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut nearest = peer.to_canonical();
        // Each proxy writes at the end whom it heard it from: what stands before the first that is not trusted, anybody
        // may have written.
        for said in heard_from(headers).iter().rev() {
            if !self.trusts(nearest) {
                break;
            }
            let Some(address) = said else { break };
            nearest = *address;
        }
        nearest
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.holds(address))
    }
}

/// The addresses that proxies wrote, the client's first; nothing for a word that is none. They stand in `Forwarded`
/// (RFC 7239) or in `X-Forwarded-For`: where both are there, a proxy that writes one may have passed the other on as the
/// client sent it, and neither is believed.
fn heard_from(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    let lines = |name: HeaderName| {
        headers.get_all(name).iter().map(|value| value.to_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let of = |element: &str| {
        let mut pairs = element.split(';').filter_map(|pair| pair.split_once('='));
        pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case("for")).and_then(|(_, node)| address(node))
    };
    match (&lines(FORWARDED)[..], &lines(X_FORWARDED_FOR)[..]) {
        ([], written) => written.iter().flat_map(|line| line.split(',').map(address)).collect(),
        (written, []) => written.iter().flat_map(|line| line.split(',').map(of)).collect(),
        _ => Vec::new(),
    }
}

/// An address as proxies write it: bare, in quotes, in brackets, with a port.
fn address(node: &str) -> Option<IpAddr> {
    let node = node.trim().trim_matches('"');
    let bare = match node.strip_prefix('[') {
        Some(bracketed) => bracketed.split(']').next()?,
        None if node.matches(':').count() == 1 => node.split(':').next()?,
        None => node,
    };
    bare.parse::<IpAddr>().ok().map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(trusted: &[&str], peer: &str, headers: &[(HeaderName, &str)]) -> String {
        let proxies = Proxies::read(&trusted.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()).unwrap();
        let mut sent = HeaderMap::new();
        for (name, value) in headers {
            sent.append(name.clone(), value.parse().unwrap());
        }
        proxies.origin(peer.parse().unwrap(), &sent).to_string()
    }

    #[test]
    fn only_trusted_proxies_are_believed_and_only_as_far_as_they_can_know() {
        const X: HeaderName = X_FORWARDED_FOR;
        const F: HeaderName = FORWARDED;
        for (trusted, peer, headers, expected) in [
            (&[][..], "10.0.0.1", &[(X, "203.0.113.9")][..], "10.0.0.1"),
            (&["10.0.0.1"], "10.0.0.2", &[(X, "203.0.113.9")], "10.0.0.2"),
            (&["10.0.0.1"], "10.0.0.1", &[(X, "203.0.113.9")], "203.0.113.9"),
            (&["10.0.0.1"], "10.0.0.1", &[], "10.0.0.1"),
            // The client wrote the first itself.
            (&["10.0.0.1"], "10.0.0.1", &[(X, "127.0.0.1, 203.0.113.9")], "203.0.113.9"),
            (&["10.0.0.1"], "10.0.0.1", &[(X, "127.0.0.1"), (X, "203.0.113.9")], "203.0.113.9"),
            (&["10.0.0.0/8"], "10.0.0.1", &[(X, "192.0.2.1, 203.0.113.9, 10.200.0.3")], "203.0.113.9"),
            (&["10.0.0.0/8"], "10.0.0.1", &[(X, "10.0.0.7, 10.0.0.8")], "10.0.0.7"),
            // What is no address ends the chain.
            (&["10.0.0.1"], "10.0.0.1", &[(X, "203.0.113.9, unknown")], "10.0.0.1"),
            (&["10.0.0.1"], "10.0.0.1", &[(X, "")], "10.0.0.1"),
            (&["10.0.0.1"], "10.0.0.1", &[(F, "for=203.0.113.9;proto=https;by=10.0.0.1")], "203.0.113.9"),
            (&["10.0.0.1"], "10.0.0.1", &[(F, "For=\"[2001:db8::7]:4711\"")], "2001:db8::7"),
            (&["10.0.0.1"], "10.0.0.1", &[(F, "for=192.0.2.1, for=\"203.0.113.9:80\"")], "203.0.113.9"),
            (&["10.0.0.1"], "10.0.0.1", &[(F, "for=_hidden")], "10.0.0.1"),
            // One of the two came from the proxy, and nobody knows which.
            (&["10.0.0.1"], "10.0.0.1", &[(F, "for=203.0.113.9"), (X, "1.1.1.1")], "10.0.0.1"),
            (&["10.0.0.1"], "10.0.0.1", &[(F, ""), (X, "1.1.1.1")], "10.0.0.1"),
            (&["fd00::/8", "127.0.0.1"], "::ffff:127.0.0.1", &[(X, "2001:db8::1, fd12::3")], "2001:db8::1"),
            (&["0.0.0.0/0"], "10.0.0.1", &[(X, "203.0.113.9:4711")], "203.0.113.9"),
        ] {
            assert_eq!(origin(trusted, peer, headers), expected, "{trusted:?} {peer} {headers:?}");
        }
    }

    #[test]
    fn what_is_no_address_and_no_network_is_not_trusted() {
        for text in ["", "proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "::/129", "10.0.0.1:80"] {
            assert_eq!(Proxies::read(&[text.to_owned()]), Err(text.to_owned()));
        }
    }
}
