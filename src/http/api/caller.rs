//! Who asks? What the headers say of the reader.

use poem::{FromRequest, Request, RequestBody};

use crate::clinical::Language;
use crate::http::language::accepted;
use crate::http::problem::{Kind, Problem};

/// The reader, as the headers tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caller {
    /// The language that the reader would rather read.
    pub language: Option<Language>,
}

/// A caller on this machine whom no proxy brought: for others what it asks for is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near;

impl<'a> FromRequest<'a> for Near {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        let here = request.remote_addr().as_socket_addr().is_some_and(|address| address.ip().is_loopback());
        let brought = ["forwarded", "x-forwarded-for", "via"].iter().any(|name| request.headers().contains_key(*name));
        if here && !brought { Ok(Self) } else { Err(Problem::from(Kind::NotFound).into()) }
    }
}

impl<'a> FromRequest<'a> for Caller {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        Ok(Self { language: accepted(request.headers()) })
    }
}
