//! What the API is, for directories of APIs.

use poem_openapi::Object;
use serde::Serialize;

/// What the API is, as the Swedish national REST profile has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Object)]
#[serde(rename_all = "camelCase")]
#[oai(rename_all = "camelCase")]
pub struct ApiInfo {
    /// Its name.
    pub api_name: String,
    /// Its version.
    pub api_version: String,
    /// The day on which the version was released.
    pub api_released: String,
    /// Where it is documented.
    pub api_documentation: String,
    /// `active`, or `deprecated` when another version has taken its place.
    pub api_status: String,
}

/// The day on which this version was released.
const RELEASED: &str = "2026-11-22";

impl ApiInfo {
    /// This API, which is reached at `base`; nothing where that is where the reader is.
    pub fn of_this(base: &str) -> Self {
        Self {
            api_name: "nordvis".to_owned(),
            api_version: env!("CARGO_PKG_VERSION").to_owned(),
            api_released: RELEASED.to_owned(),
            api_documentation: format!("{base}/docs"),
            api_status: "active".to_owned(),
        }
    }
}
