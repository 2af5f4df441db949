//! How a type that serde writes says what it is in OpenAPI, without the parsing that replies never need.

/// Lets a type that implements `Serialize` stand in an `Object`: its schema, and nothing that reads it.
macro_rules! written_only {
    ($type:ty, $name:literal, $schema:expr) => {
        impl poem_openapi::types::Type for $type {
            const IS_REQUIRED: bool = true;
            type RawValueType = Self;
            type RawElementValueType = Self;

            fn name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn schema_ref() -> poem_openapi::registry::MetaSchemaRef {
                poem_openapi::registry::MetaSchemaRef::Inline(Box::new($schema))
            }

            fn as_raw_value(&self) -> Option<&Self::RawValueType> {
                Some(self)
            }

            fn raw_element_iter<'a>(&'a self) -> Box<dyn Iterator<Item = &'a Self::RawElementValueType> + 'a> {
                Box::new(std::iter::once(self))
            }
        }

        impl poem_openapi::types::ToJSON for $type {
            fn to_json(&self) -> Option<serde_json::Value> {
                serde_json::to_value(self).ok()
            }
        }

        impl poem_openapi::types::ParseFromJSON for $type {
            fn parse_from_json(_: Option<serde_json::Value>) -> poem_openapi::types::ParseResult<Self> {
                Err(poem_openapi::types::ParseError::custom("replies are written, never read"))
            }
        }
    };
}

pub(super) use written_only;
