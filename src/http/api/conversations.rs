//! Converse: messages that build on each other. Each is kept, with its answer, before it is acknowledged.

use std::sync::Arc;

use poem_openapi::OpenApi;
use poem_openapi::param::Path;
use serde_json::Value;
use uuid::Uuid;

use super::answers::{Said as Told, in_language, keep_as, own_answer, refusal, unread};
use super::{App, Tag};
use crate::ask::{Defaults, Service};
use crate::clinical::{Facts, Language};
use crate::converse::{Said, TURNS_MAX, Turn};
use crate::corpus::Vocabulary;
use crate::facts::shield;
use crate::http::body::JsonBody;
use crate::http::caller::Caller;
use crate::http::clock::{day_of, now};
use crate::http::idempotency::Once;
use crate::http::kept_turns::{self, begun, settings_text, shown, turn_text};
use crate::http::live::Loaded;
use crate::http::problem::{Kind, Problem};
use crate::http::request::{Json, Message, message, settings};
use crate::http::wire::{self, given_facts, kept_request};
use crate::http::written::{Created, Done, Written, json};
use crate::store::{self, Action, Conversation, StoreError, StoredAnswer};

/// How often a message is answered anew because another one came first, before the client is asked to wait.
const ATTEMPTS_MAX: u32 = 8;

/// Conversations.
pub struct Conversations(pub Arc<App>);

/// The body of a new conversation.
pub struct Begin;
/// The body of a message.
pub struct Say;

#[OpenApi]
impl Conversations {
    /// Begin a conversation
    ///
    /// What is given holds for every message: the region until a message names another, the language, the day. A request
    /// with the header `Idempotency-Key` (16 to 128 characters, such as a UUID) can be sent again: with the same body it
    /// is done once and replied alike, with another it is refused with 422.
    #[oai(path = "/api/v1/conversations", method = "post", operation_id = "beginConversation", tag = "Tag::Converse")]
    async fn begin(
        &self,
        loaded: &Loaded,
        caller: Caller,
        once: Once,
        body: JsonBody<Begin>,
    ) -> Result<Created<wire::Begun>, Problem> {
        let body = Json::read(&body.bytes).ok_or(Kind::MalformedJson)?;
        let settings = settings(&body, &loaded.service.corpus().vocabulary)
            .map_err(|(faults, language)| Problem::fields(faults, language))?;
        let store = self.0.store.by(caller.client());
        let id = once.id("conversation").unwrap_or_else(Uuid::now_v7);
        let new = Conversation { id, created_at: now(), settings: settings_text(&settings)?, owner: caller.owner };
        let kept = match store.begin_conversation(new.clone()).await {
            Ok(()) => Ok(new),
            Err(StoreError::Duplicate) => self.begun_before(&new).await,
            Err(error) => Err(refusal(&error)),
        };
        let kept = kept.map_err(|problem| Problem { language: settings.language, ..problem })?;
        let location = format!("/api/v1/conversations/{id}");
        Ok(Created::at(location, Written::new(json(&begun(&kept, &settings))?)))
    }

    /// Say something
    ///
    /// Answers over all that was said so far, as `/api/v1/answers` does. A later statement corrects an earlier one; a
    /// bare "ja", "48" or "vet inte" answers the first of the questions asked last; "ångra" takes the last message back;
    /// "ny patient" starts over with the facts and the intent. The message and its answer are kept before the answer is
    /// sent; what could identify a patient is not. A message with the header `Idempotency-Key` (16 to 128 characters, such
    /// as a UUID) can be sent again: with the same body it is said once and answered alike, with another it is refused
    /// with 422.
    #[oai(
        path = "/api/v1/conversations/:id/messages",
        method = "post",
        operation_id = "sendMessage",
        tag = "Tag::Converse"
    )]
    async fn say(
        &self,
        loaded: &Loaded,
        caller: Caller,
        once: Once,
        /// The conversation's id.
        id: Path<String>,
        body: JsonBody<Say>,
    ) -> Result<Written<wire::Answer>, Problem> {
        let id = known_id(&id.0)?;
        let once = once.id(&format!("message {id}"));
        let defaults = caller.defaults(self.0.defaults);
        let store = self.0.store.by(caller.client());
        // Of two messages at once one comes first, and the other is answered anew over both.
        for _ in 0..ATTEMPTS_MAX {
            let found = store.inputs(id).await.map_err(|error| refusal(&error))?;
            let conversation = found.filter(|(begun, _)| caller.sees(begun.owner.as_deref()));
            let conversation = conversation.ok_or(Kind::ConversationNotFound)?;
            if let Some(once) = once
                && let Some(kept) = self.answered_before(loaded, &caller, once, &body.bytes).await?
            {
                return Ok(kept);
            }
            let (turn, Told { language, status }) =
                answer(&loaded.service, &conversation, &body.bytes, defaults, once.unwrap_or_else(Uuid::now_v7))?;
            let location = format!("/api/v1/answers/{}", turn.answer.id);
            let bytes = turn.answer.reply.clone();
            match store.keep_turn(id, turn).await {
                Ok(true) => {
                    self.0.metrics.answer(status);
                    return Ok(Written::new(bytes).language(language).location(location));
                }
                Ok(false) => return Err(in_language(Kind::ConversationNotFound.into(), language)),
                // The other may be the same message, sent again.
                Err(StoreError::Conflict | StoreError::Duplicate) => {}
                Err(error) => return Err(in_language(refusal(&error), language)),
            }
        }
        Err(Kind::Overloaded.into())
    }

    /// Read a conversation
    ///
    /// What was said and answered, in order.
    #[oai(path = "/api/v1/conversations/:id", method = "get", operation_id = "readConversation", tag = "Tag::Converse")]
    async fn read(
        &self,
        caller: Caller,
        /// The conversation's id.
        id: Path<String>,
    ) -> Result<Written<wire::Conversation>, Problem> {
        let found = self.0.store.conversation(known_id(&id.0)?).await.map_err(|error| unread(&error))?;
        let own = found.filter(|(begun, _)| caller.sees(begun.owner.as_deref()));
        let (conversation, turns) = own.ok_or(Kind::ConversationNotFound)?;
        self.0.store.by(caller.client()).note(Action::ConversationRead, conversation.id);
        let begun = begun(&conversation, &kept_turns::settings(&conversation)?);
        let turns = turns.into_iter().map(shown).collect::<Result<_, _>>()?;
        Ok(Written::new(json(&wire::Conversation { begun, turns })?))
    }

    /// Delete a conversation
    ///
    /// Its messages, their answers and the feedback on those are deleted with it, for good.
    #[oai(
        path = "/api/v1/conversations/:id",
        method = "delete",
        operation_id = "deleteConversation",
        tag = "Tag::Converse"
    )]
    async fn delete(
        &self,
        caller: Caller,
        /// The conversation's id.
        id: Path<String>,
    ) -> Result<Done, Problem> {
        let id = known_id(&id.0)?;
        let found = self.0.store.inputs(id).await.map_err(|error| refusal(&error))?;
        if !found.is_some_and(|(begun, _)| caller.sees(begun.owner.as_deref())) {
            return Err(Kind::ConversationNotFound.into());
        }
        let deleted =
            self.0.store.by(caller.client()).delete_conversation(id).await.map_err(|error| refusal(&error))?;
        if deleted { Ok(Done) } else { Err(Kind::ConversationNotFound.into()) }
    }
}

impl Conversations {
    /// The answer to the message that was sent before under the same key; another one under it is refused.
    async fn answered_before(
        &self,
        loaded: &Loaded,
        caller: &Caller,
        id: Uuid,
        body: &[u8],
    ) -> Result<Option<Written<wire::Answer>>, Problem> {
        let kept = match own_answer(&self.0, caller, id).await {
            Ok(kept) => kept,
            Err(problem) if problem.kind == Kind::AnswerNotFound => return Ok(None),
            Err(problem) => return Err(problem),
        };
        if !is_said_in(&kept, body, &loaded.service.corpus().vocabulary) {
            return Err(Kind::IdempotencyMismatch.into());
        }
        let language = spoken_in(&kept).ok_or(Kind::Internal)?;
        Ok(Some(Written::new(kept.reply).language(language).location(format!("/api/v1/answers/{id}"))))
    }

    /// The conversation that was begun under the same key; one that was begun otherwise is refused.
    async fn begun_before(&self, new: &Conversation) -> Result<Conversation, Problem> {
        let kept = self.0.store.inputs(new.id).await.map_err(|error| refusal(&error))?;
        let same = |old: &Conversation| old.settings == new.settings && old.owner == new.owner;
        let kept = kept.map(|(kept, _)| kept).filter(same);
        kept.ok_or(Kind::IdempotencyMismatch.into())
    }
}

fn known_id(id: &str) -> Result<Uuid, Problem> {
    Uuid::parse_str(id).map_err(|_| Kind::ConversationNotFound.into())
}

/// Whether a message says what this answer was given to: the words without identifiers, and the facts.
fn is_said_in(kept: &StoredAnswer, body: &[u8], vocabulary: &Vocabulary) -> bool {
    let Some(Ok(message)) = Json::read(body).map(|body| message(&body, vocabulary)) else { return false };
    let (words, facts) = match message {
        Message::Text(text) => (shield(&text).text, Facts::default()),
        Message::Facts(facts) => (String::new(), facts),
    };
    let asked: Value = serde_json::from_str(&kept.request).unwrap_or_default();
    let same_facts =
        serde_json::to_value(given_facts(&facts, vocabulary)).is_ok_and(|facts| asked.get("facts") == Some(&facts));
    same_facts && asked.get("question").and_then(Value::as_str).unwrap_or_default() == words
}

fn spoken_in(kept: &StoredAnswer) -> Option<Language> {
    let reply: Value = serde_json::from_str(&kept.reply).ok()?;
    reply.get("language").and_then(Value::as_str).and_then(Language::from_tag)
}

/// The turn that follows those of a conversation, with the answer to it under this id.
fn answer(
    service: &Service,
    (conversation, inputs): &(Conversation, Vec<String>),
    body: &[u8],
    defaults: Defaults,
    id: Uuid,
) -> Result<(store::Turn, Told), Problem> {
    let (time, vocabulary) = (now(), &service.corpus().vocabulary);
    let settings = kept_turns::settings(conversation)?;
    let refuse = |problem: Problem| Problem { language: settings.language, ..problem };
    if inputs.len() >= TURNS_MAX {
        return Err(refuse(Kind::ConversationFull.into()));
    }
    let body = Json::read(body).ok_or_else(|| refuse(Kind::MalformedJson.into()))?;
    let message = message(&body, vocabulary).map_err(|(faults, _)| Problem::fields(faults, settings.language))?;
    let (earlier, asked) = kept_turns::turns(inputs, vocabulary)?;
    let as_of = settings.as_of.unwrap_or_else(|| day_of(time));
    let turn = match message {
        Message::Text(text) => Turn::words(&text, asked, as_of),
        Message::Facts(facts) => Turn::facts(facts, asked, as_of),
    };
    let reply = service.converse(&settings, &earlier, &turn, defaults);
    let (words, facts) = match &turn.said {
        Said::Words(words) => (words.as_str(), Facts::default()),
        Said::Facts(facts) => ("", facts.clone()),
    };
    let input = turn_text(&turn, &reply, vocabulary)?;
    let request = kept_request(words, &facts, as_of, vocabulary, &reply, turn.identifiers_removed);
    let said = Told::of(&reply);
    let answer = StoredAnswer { owner: conversation.owner.clone(), ..keep_as(id, time, &request, reply)? };
    let number = u32::try_from(inputs.len() + 1).map_err(|_| Kind::Internal)?;
    Ok((store::Turn { number, input, answer }, said))
}
