//! Query parameters, decoded strictly: what is malformed, unknown or stands twice is refused.

use poem::{Request, RequestBody};
use poem_openapi::registry::{MetaParamIn, MetaSchema, MetaSchemaRef, Registry};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};

use super::fault::{Fault, FieldFault, Place};
use super::problem::{Kind, Problem};

/// The parameters of a request that its operation has, in the order sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Reads a query string for an operation that has the parameters `known`.
    ///
    /// # Errors
    /// A malformed query, or every parameter that is unknown or stands twice.
    pub fn read(query: &str, known: &[String]) -> Result<Self, Problem> {
        let mut parameters: Vec<(String, String)> = Vec::new();
        let mut faults = Vec::new();
        for (name, value) in pairs(query).ok_or(Kind::MalformedUrl)? {
            if !known.contains(&name) {
                let fault = Fault::UnknownParameter { parameters: known.to_vec() };
                faults.push(FieldFault { place: Place::Query(None), fault });
            } else if parameters.iter().any(|(known, _)| *known == name) {
                faults.push(FieldFault { place: Place::Query(Some(name)), fault: Fault::Twice });
            } else {
                parameters.push((name, value));
            }
        }
        if faults.is_empty() { Ok(Self(parameters)) } else { Err(Problem::parameters(faults)) }
    }

    /// Reads a query string as a page does: what it does not know it passes over, and of two values it takes the first.
    ///
    /// # Errors
    /// A malformed query.
    pub fn passing_over(query: &str) -> Result<Self, Problem> {
        pairs(query).map(Self).ok_or(Kind::MalformedUrl.into())
    }

    /// The value of a parameter.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The pairs of a query or a form, decoded; nothing when one of them is malformed.
#[must_use]
pub fn pairs(text: &str) -> Option<Vec<(String, String)>> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    let decoded = pairs.map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Some((decode(name)?, decode(value)?))
    });
    decoded.collect()
}

/// Undoes percent-encoding; nothing when it is malformed or not UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || char::from(bytes.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(decoded).ok()
}

/// One query parameter as it was sent; what it may be stands in `request::schema` and is read in `request::query`.
pub struct Sent(pub Option<String>);

impl<'a> ApiExtractor<'a> for Sent {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::Parameter];
    type ParamType = String;
    type ParamRawType = String;

    fn register(_: &mut Registry) {}

    fn param_in() -> Option<MetaParamIn> {
        Some(MetaParamIn::Query)
    }

    fn param_schema_ref() -> Option<MetaSchemaRef> {
        Some(MetaSchemaRef::Inline(Box::new(MetaSchema::new("string"))))
    }

    async fn from_request(
        request: &'a Request,
        _: &mut RequestBody,
        options: ExtractParamOptions<String>,
    ) -> poem::Result<Self> {
        let sent = request.data::<Parameters>().and_then(|parameters| parameters.get(options.name));
        Ok(Self(sent.map(str::to_owned)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Parameters};

    #[test]
    fn queries_are_read_strictly() {
        let known = ["q".to_owned(), "page".to_owned()];
        let read = |query| Parameters::read(query, &known);
        assert_eq!(read("q=h%C3%B6ft+led&page=2").unwrap().get("q"), Some("höft led"));
        assert_eq!(read("").unwrap(), Parameters::default());
        for query in ["q=%", "q=%zz", "q=%C3", "q=%ff", "%=1"] {
            assert_eq!(read(query).unwrap_err().kind, Kind::MalformedUrl, "{query}");
        }
        let problem = read("q=a&Q=b&q=c&900101-2385=x").unwrap_err();
        assert_eq!((problem.kind, problem.faults.len()), (Kind::InvalidParameters, 3));
    }
}
