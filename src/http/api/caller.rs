//! Who asks? What the headers say of the reader.

use poem::{FromRequest, Request, RequestBody};

use crate::clinical::Language;
use crate::http::language::accepted;

/// The reader, as the headers tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caller {
    /// The language that the reader would rather read.
    pub language: Option<Language>,
}

impl<'a> FromRequest<'a> for Caller {
    async fn from_request(request: &'a Request, _: &mut RequestBody) -> poem::Result<Self> {
        Ok(Self { language: accepted(request.headers()) })
    }
}
