//! How browsers and intranets search here: an OpenSearch description in each language.

use super::written::Document;
use crate::ask::Service;
use crate::clinical::Language;

/// The description for readers of this language.
#[must_use]
pub fn document(service: &Service, language: Language) -> Document {
    let speaker = service.locales().speaker(language);
    let name = escaped(speaker.say("opensearch-name"));
    let description = escaped(speaker.say("opensearch-description"));
    let xml = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{name}</ShortName>
  <Description>{description}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
  <Language>{language}</Language>
  <Url type="text/html" template="/search?q={{searchTerms}}&amp;language={language}"/>
  <Url type="application/json" template="/api/v1/search?q={{searchTerms}}&amp;page={{startPage?}}&amp;limit={{count?}}"/>
  <Url type="application/x-suggestions+json" template="/api/v1/suggestions?q={{searchTerms}}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="/opensearch.xml"/>
</OpenSearchDescription>
"#
    );
    Document::new(xml, Some(language))
}

/// Text that stands in XML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
