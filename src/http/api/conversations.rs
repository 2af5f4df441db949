//! Converse: messages that build on each other. Each is kept, with its answer, before it is acknowledged.

use std::sync::Arc;

use poem_openapi::OpenApi;
use poem_openapi::param::Path;
use uuid::Uuid;

use super::answers::{Said as Told, in_language, keep, refusal};
use super::caller::Caller;
use super::{App, Tag};
use crate::ask::{Defaults, Service};
use crate::clinical::Facts;
use crate::converse::{Said, Turn};
use crate::http::body::JsonBody;
use crate::http::clock::{day_of, now};
use crate::http::kept_turns::{self, begun, settings_text, shown, turn_text};
use crate::http::live::Loaded;
use crate::http::problem::{Kind, Problem};
use crate::http::request::{Json, Message, message, settings};
use crate::http::wire::{self, kept_request};
use crate::http::written::{Created, Done, Written, json};
use crate::store::{self, Conversation, StoreError};

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
    /// What is given holds for every message: the region until a message names another, the language, the day.
    #[oai(path = "/api/v1/conversations", method = "post", operation_id = "beginConversation", tag = "Tag::Converse")]
    async fn begin(&self, loaded: &Loaded, body: JsonBody<Begin>) -> Result<Created<wire::Begun>, Problem> {
        let body = Json::read(&body.bytes).ok_or(Kind::MalformedJson)?;
        let settings = settings(&body, &loaded.service.corpus().vocabulary)
            .map_err(|(faults, language)| Problem::fields(faults, language))?;
        let new = Conversation { id: Uuid::now_v7(), created_at: now(), settings: settings_text(&settings)? };
        let written = Written::new(json(&begun(&new, &settings))?);
        let location = format!("/api/v1/conversations/{}", new.id);
        let kept = self.0.store.begin_conversation(new).await;
        kept.map_err(|error| Problem { language: settings.language, ..refusal(&error) })?;
        Ok(Created::at(location, written))
    }

    /// Say something
    ///
    /// Answers over all that was said so far, as `/api/v1/answers` does. A later statement corrects an earlier one; a
    /// bare "ja", "48" or "vet inte" answers the first of the questions asked last; "ny patient" starts over with the
    /// facts and the intent. The message and its answer are kept before the answer is sent; what could identify a
    /// patient is not.
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
        /// The conversation's id.
        id: Path<String>,
        body: JsonBody<Say>,
    ) -> Result<Written<wire::Answer>, Problem> {
        let id = known_id(&id.0)?;
        let defaults = Defaults { language: caller.language.or(self.0.defaults.language), ..self.0.defaults };
        // Of two messages at once one comes first, and the other is answered anew over both.
        for _ in 0..ATTEMPTS_MAX {
            let found = self.0.store.inputs(id).await.map_err(|error| refusal(&error))?;
            let conversation = found.ok_or(Kind::ConversationNotFound)?;
            let (turn, Told { language, status }) = answer(&loaded.service, &conversation, &body.bytes, defaults)?;
            let location = format!("/api/v1/answers/{}", turn.answer.id);
            let bytes = turn.answer.reply.clone();
            match self.0.store.keep_turn(id, turn).await {
                Ok(true) => {
                    self.0.metrics.answer(status);
                    return Ok(Written::new(bytes).language(language).location(location));
                }
                Ok(false) => return Err(in_language(Kind::ConversationNotFound.into(), language)),
                Err(StoreError::Conflict) => {}
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
        /// The conversation's id.
        id: Path<String>,
    ) -> Result<Written<wire::Conversation>, Problem> {
        let found = self.0.store.conversation(known_id(&id.0)?).await.map_err(|error| refusal(&error))?;
        let (conversation, turns) = found.ok_or(Kind::ConversationNotFound)?;
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
        /// The conversation's id.
        id: Path<String>,
    ) -> Result<Done, Problem> {
        let deleted = self.0.store.delete_conversation(known_id(&id.0)?).await.map_err(|error| refusal(&error))?;
        if deleted { Ok(Done) } else { Err(Kind::ConversationNotFound.into()) }
    }
}

fn known_id(id: &str) -> Result<Uuid, Problem> {
    Uuid::parse_str(id).map_err(|_| Kind::ConversationNotFound.into())
}

/// The turn that follows those of a conversation, with the answer to it.
fn answer(
    service: &Service,
    (conversation, inputs): &(Conversation, Vec<String>),
    body: &[u8],
    defaults: Defaults,
) -> Result<(store::Turn, Told), Problem> {
    let (time, vocabulary) = (now(), &service.corpus().vocabulary);
    let settings = kept_turns::settings(conversation)?;
    let refuse = |problem: Problem| Problem { language: settings.language, ..problem };
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
    let answer = keep(time, &request, reply)?;
    let number = u32::try_from(inputs.len() + 1).map_err(|_| Kind::Internal)?;
    Ok((store::Turn { number, input, answer }, said))
}
