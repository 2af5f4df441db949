//! Which chain of calls does a request belong to? W3C Trace Context: the caller's trace goes on, or a new one begins.

use poem::http::{HeaderMap, HeaderName, HeaderValue};
use uuid::Uuid;

/// The header that carries it, in requests and in responses.
pub const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// A request, and the trace that it is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trace {
    /// The request's own id.
    pub request: Uuid,
    id: u128,
    sampled: bool,
}

impl Trace {
    /// The trace that the headers name; one of its own when they name none that is well-formed.
    #[must_use]
    pub fn of(headers: &HeaderMap, request: Uuid) -> Self {
        let mut named = headers.get_all(TRACEPARENT).iter();
        let one = named.next().filter(|_| named.next().is_none());
        match one.and_then(|value| parent(value.to_str().ok()?)) {
            Some((id, sampled)) => Self { request, id, sampled },
            // The request's id is unlike every other, which is all that a trace's has to be.
            None => Self { request, id: request.as_u128(), sampled: false },
        }
    }

    /// The trace's id in 32 hexadecimal digits.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{:032x}", self.id)
    }

    /// The header for the response, and for calls on to others: the same trace, with this request as its parent.
    #[must_use]
    pub fn header(&self) -> Option<HeaderValue> {
        let (_, span) = self.request.as_u64_pair();
        HeaderValue::try_from(format!("00-{:032x}-{span:016x}-{:02x}", self.id, u8::from(self.sampled))).ok()
    }
}

/// Trace id and whether it is sampled, of a `traceparent` of version 00, or of a later one that begins like it.
fn parent(text: &str) -> Option<(u128, bool)> {
    let mut parts = text.split('-');
    let mut part = |digits: usize| {
        let part = parts.next().filter(|part| part.len() == digits)?;
        part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')).then_some(part)
    };
    let (version, trace, span, flags) = (part(2)?, part(32)?, part(16)?, part(2)?);
    let (trace, span) = (u128::from_str_radix(trace, 16).ok()?, u64::from_str_radix(span, 16).ok()?);
    let known = version != "ff" && (version != "00" || parts.next().is_none());
    let flags = u8::from_str_radix(flags, 16).ok()?;
    (known && trace != 0 && span != 0).then_some((trace, flags & 1 == 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const REQUEST: Uuid = Uuid::from_u128(0x0193_56f0_0000_7000_8000_0000_0000_0001);

    fn trace(headers: &[&'static str]) -> Trace {
        let headers = headers.iter().map(|value| (TRACEPARENT, HeaderValue::from_static(value))).collect();
        Trace::of(&headers, REQUEST)
    }

    #[test]
    fn a_callers_trace_goes_on_with_this_request_as_parent() {
        let given = trace(&["00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"]);
        assert_eq!(given.id(), "4bf92f3577b34da6a3ce929d0e0e4736");
        assert_eq!(given.header().unwrap(), "00-4bf92f3577b34da6a3ce929d0e0e4736-8000000000000001-01");
        let later = trace(&["01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00-more"]);
        assert_eq!(later.header().unwrap(), "00-4bf92f3577b34da6a3ce929d0e0e4736-8000000000000001-00");
    }

    #[test]
    fn a_trace_of_its_own_begins_otherwise() {
        let own = "019356f0000070008000000000000001";
        for headers in [
            &[][..],
            &["nonsense"],
            &["00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7"],
            &["00-00000000000000000000000000000000-00f067aa0ba902b7-01"],
            &["00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"],
            &["00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"],
            &["00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"],
            &["ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"],
            &[
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4737-00f067aa0ba902b7-01",
            ],
        ] {
            assert_eq!(trace(headers).id(), own, "{headers:?}");
        }
    }
}
