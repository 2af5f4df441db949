//! What would be answered again? A stored answer decided anew from all that was kept of it: the question or the turns,
//! the day, the corpus. With the corpus that answered, the same bytes come out.

mod changed;
mod compare;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

pub use changed::{Change, Difference, Differences, Step, differences, shown};
pub use compare::differing;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::value::RawValue;
use uuid::Uuid;

use super::kept_turns;
use super::request::Json;
use super::wire;
use crate::ask::{Defaults, Resolved, Service};
use crate::clinical::{Intent, Language, Question, Region};
use crate::converse::Turn;
use crate::store::{Conversation, KeptAnswer, Store, StoreError, StoredAnswer};

/// How many places of answers are read at once.
const PAGE: u32 = 1_000;

/// An answer with all that it was given from.
#[derive(Debug, Clone)]
pub struct Past {
    /// The answer.
    pub answer: StoredAnswer,
    /// The conversation that it was given in, with what was said up to it.
    said: Option<(Conversation, Vec<String>)>,
}

/// What was kept of an answer is damaged, or cannot be read any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("what was kept of the answer cannot be read")
    }
}

impl std::error::Error for Unreadable {}

impl Past {
    /// An answer that was given by itself.
    #[must_use]
    pub const fn alone(answer: StoredAnswer) -> Self {
        Self { answer, said: None }
    }

    /// All that was kept of an answer; nothing when its conversation was deleted meanwhile, and it with it.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn gather(store: &Store, kept: KeptAnswer) -> Result<Option<Self>, StoreError> {
        let Some((conversation, number)) = kept.turn else {
            return Ok(Some(Self::alone(kept.answer)));
        };
        let Some((conversation, mut inputs)) = store.inputs(conversation).await? else {
            // Whoever deletes a conversation deletes its answers with it: one that stays has lost what it was given in.
            let stays = store.kept_at(kept.number).await?.is_some();
            return if stays { Err(StoreError::Damaged) } else { Ok(None) };
        };
        inputs.truncate(usize::try_from(number).unwrap_or(usize::MAX));
        Ok(Some(Self { answer: kept.answer, said: Some((conversation, inputs)) }))
    }

    /// All that was kept of the answer with this id, if it can be read; nothing when there is none.
    ///
    /// # Errors
    /// The database cannot be used: see [`StoreError`].
    pub async fn find(store: &Store, id: Uuid) -> Result<Option<Result<Self, Unreadable>>, StoreError> {
        Self::readable(store, store.kept(id).await).await
    }

    /// Every stored answer by its id, each with all that it was given from if that can be read, in the order in which they
    /// were kept. A damaged one hides no other.
    ///
    /// # Errors
    /// The database cannot be used: see [`StoreError`].
    pub async fn each(
        store: &Store,
        mut look: impl AsyncFnMut(Uuid, Result<Self, Unreadable>),
    ) -> Result<(), StoreError> {
        let mut after = 0;
        loop {
            let page = store.places_after(after, PAGE).await?;
            let Some((last, _)) = page.last() else { return Ok(()) };
            after = *last;
            for (number, id) in page {
                // By its number: an id that was changed would find nothing.
                if let Some(past) = Self::readable(store, store.kept_at(number).await).await? {
                    look(id, past).await;
                }
            }
        }
    }

    /// Tells an answer that is damaged from a database that cannot be used.
    async fn readable(
        store: &Store,
        kept: Result<Option<KeptAnswer>, StoreError>,
    ) -> Result<Option<Result<Self, Unreadable>>, StoreError> {
        let past = match kept {
            Ok(Some(kept)) => Self::gather(store, kept).await,
            Ok(None) => Ok(None),
            Err(error) => Err(error),
        };
        match past {
            Err(StoreError::Damaged) => Ok(Some(Err(Unreadable))),
            past => Ok(past?.map(Ok)),
        }
    }

    /// What was asked, as this service understands it.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn resolved(&self, service: &Service) -> Result<Resolved, Unreadable> {
        let kept: Kept<'_> = serde_json::from_str(&self.answer.request).map_err(|_| Unreadable)?;
        match &self.said {
            None => kept.question(service),
            Some((conversation, inputs)) => kept.turn(service, conversation, inputs),
        }
    }

    /// The reply that this service gives, as the JSON that would be sent.
    ///
    /// # Errors
    /// What was asked cannot be read.
    pub fn again(&self, service: &Service) -> Result<String, Unreadable> {
        let reply = service.reply(&self.resolved(service)?);
        let (id, time) = (self.answer.id.to_string(), self.answer.created_at.to_string());
        serde_json::to_string(&wire::Answer::new(id, time, reply)).map_err(|_| Unreadable)
    }

    /// Why this service answers so: every rule that takes part.
    ///
    /// # Errors
    /// What was asked cannot be read.
    pub(super) fn trace(&self, service: &Service) -> Result<wire::Trace, Unreadable> {
        let Resolved { asked, language, .. } = self.resolved(service)?;
        let language = language.or(asked.region.map(Region::language)).unwrap_or(Language::English);
        let guidelines = service.trace(&asked, language);
        let corpus = service.corpus().fingerprint.clone();
        Ok(wire::Trace::new(self.answer.id.to_string(), corpus, language, &asked, guidelines))
    }
}

/// What `wire::kept` keeps of a question.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kept<'a> {
    #[serde(borrow, default)]
    question: Cow<'a, str>,
    #[serde(default)]
    intent: Option<String>,
    #[serde(borrow)]
    facts: &'a RawValue,
    #[serde(default)]
    region: Option<String>,
    language: String,
    as_of: Date,
    #[serde(default)]
    identifiers_removed: bool,
}

impl Kept<'_> {
    /// As they were resolved then: what the deployment or the reader's browser added is in them.
    fn defaults(&self) -> Defaults {
        Defaults {
            region: self.region.as_deref().and_then(|code| Region::from_code(code).ok()),
            language: Language::from_tag(&self.language),
        }
    }

    fn question(self, service: &Service) -> Result<Resolved, Unreadable> {
        let Defaults { region, language } = self.defaults();
        let facts: BTreeMap<Cow<'_, str>, Json<'_>> = serde_json::from_str(self.facts.get()).map_err(|_| Unreadable)?;
        let question = Question {
            text: String::new(),
            intent: self.intent.as_deref().and_then(Intent::from_id),
            facts: kept_turns::facts(&facts, &service.corpus().vocabulary),
            region,
            language,
            as_of: self.as_of,
        };
        let heard = service.hear_again(self.question.into_owned(), self.identifiers_removed, &question);
        Ok(service.resolve(&question, &heard, Defaults::default()))
    }

    fn turn(&self, service: &Service, conversation: &Conversation, inputs: &[String]) -> Result<Resolved, Unreadable> {
        let settings = kept_turns::settings(conversation).map_err(|_| Unreadable)?;
        let (mut turns, _) = kept_turns::turns(inputs, &service.corpus().vocabulary).map_err(|_| Unreadable)?;
        let last = turns.pop().ok_or(Unreadable)?;
        let last = Turn { identifiers_removed: self.identifiers_removed, ..last };
        Ok(service.resolve_turn(&settings, &turns, &last, self.defaults()))
    }
}
