//! What did a form send? Pairs of a name and a value, and from them the same body that the API takes, so that both are
//! read by the same rules.

use std::borrow::Cow;

use poem::Request;
use poem::http::header;

use super::body;
use super::limits::Limits;
use super::parameters::pairs;
use super::problem::{Kind, Problem};
use super::request::Json;
use crate::corpus::{FactDefinition, FactKind, Vocabulary};

/// What stands before the id of a fact in the name of a field.
const FACT: &str = "fact.";
/// The value that says that a fact is not known.
const UNKNOWN: &str = "unknown";

/// The fields of a form, in the order sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads the body of a request.
    ///
    /// # Errors
    /// It is no form, too large, too slow or not UTF-8.
    pub async fn read(request: &mut Request) -> Result<Self, Problem> {
        let essence =
            request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()?.split(';').next());
        if !essence.is_some_and(|essence| essence.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded")) {
            return Err(Kind::NotForm.into());
        }
        let limits = request.data::<Limits>().copied().unwrap_or_default();
        let mut body = poem::RequestBody::new(request.take_body());
        let bytes = body::bytes(request, &mut body, &limits).await?;
        let text = std::str::from_utf8(&bytes).map_err(|_| Kind::MalformedForm)?;
        Ok(Self(pairs(text).ok_or(Kind::MalformedForm)?))
    }

    /// The first value of a field, when there is something in it.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// What was written of each fact, in the order sent.
    pub fn facts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter_map(|(name, value)| Some((name.strip_prefix(FACT)?, value.trim())))
    }

    /// The body that the API would be sent. A fact that was known and is taken out is said not to be known, so that the
    /// words do not say it again.
    #[must_use]
    pub fn question<'a>(&'a self, vocabulary: &Vocabulary) -> Json<'a> {
        let mut entries: Vec<(Cow<'a, str>, Json<'a>)> = Vec::new();
        for name in ["question", "intent", "region", "language"] {
            if let Some(value) = self.get(name) {
                entries.push((name.into(), Json::Text(value.into())));
            }
        }
        let known: Vec<&str> =
            self.0.iter().filter(|(name, _)| name == "known").map(|(_, value)| value.as_str()).collect();
        let mut facts: Vec<(Cow<'a, str>, Json<'a>)> = Vec::new();
        for (id, value) in self.facts() {
            match vocabulary.find(id) {
                _ if value.is_empty() && !known.contains(&id) => {}
                _ if value.is_empty() || value == UNKNOWN => facts.push((id.into(), Json::Null)),
                Some(definition) => facts.push((id.into(), fact_value(definition, value))),
                None => facts.push((id.into(), Json::Text(value.into()))),
            }
        }
        // Radio buttons of which none is pressed send nothing at all.
        let unsent = known.iter().filter(|id| !self.facts().any(|(sent, _)| sent == **id));
        facts.extend(unsent.map(|id| (Cow::Borrowed(*id), Json::Null)));
        if !facts.is_empty() {
            entries.push(("facts".into(), Json::Object(facts)));
        }
        Json::Object(entries)
    }
}

/// A value as JSON has it; one that does not fit stays text, and is refused as that.
fn fact_value<'a>(definition: &FactDefinition, value: &'a str) -> Json<'a> {
    let text = || Json::Text(value.into());
    match &definition.kind {
        FactKind::Boolean => value.parse().map_or_else(|_| text(), Json::Boolean),
        FactKind::Number { .. } => {
            let number = value.replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite());
            number.map_or_else(text, Json::Number)
        }
        FactKind::Choice(_) => text(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::parameters::pairs;
    use super::{Form, Json};
    use crate::source;

    #[test]
    fn a_form_says_what_the_api_takes() {
        let corpus = crate::corpus::load(&source::corpus(None).unwrap()).unwrap();
        let sent = "question=H%C3%B6ft+fraktur&region=SE-M&intent=&fact.frax_percent=34%2C5&fact.dysphagia=unknown\
                    &fact.egfr_ml_min=&known=t_score&fact.t_score=&known=low_energy_fracture&fact.age_years=gammal";
        let form = Form(pairs(sent).unwrap());
        let Json::Object(entries) = form.question(&corpus.vocabulary) else { panic!() };
        let names: Vec<_> = entries.iter().map(|(name, _)| name.as_ref()).collect();
        assert_eq!(names, ["question", "region", "facts"]);
        assert_eq!(entries[0].1, Json::Text("Höft fraktur".into()));
        let facts = [
            ("frax_percent", Json::Number(34.5)),
            ("dysphagia", Json::Null),
            ("t_score", Json::Null),
            ("age_years", Json::Text("gammal".into())),
            ("low_energy_fracture", Json::Null),
        ];
        assert_eq!(entries[2].1, Json::Object(facts.map(|(id, value)| (id.into(), value)).into()));
    }
}
