//! A conversation: one reply over all that was said so far.
//!
//! Nothing is remembered but the turns themselves. What is known after them is a fold, so that a conversation can be
//! kept as what was said, and replayed to the same state.

use jiff::civil::Date;

use crate::answer::Asked;
use crate::ask::{Defaults, Heard, Resolved, Service};
use crate::clinical::{FactId, Facts, Language, Region, Topic};
use crate::facts::{State, Turned, shield};
use crate::reply::Reply;

/// How many messages a conversation takes: each is answered over all before it.
pub const TURNS_MAX: usize = 200;

/// What holds from the beginning of a conversation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Settings {
    /// Whose guidelines bind, until the words name another region.
    pub region: Option<Region>,
    /// The language of every reply.
    pub language: Option<Language>,
    /// The day that every turn is answered for.
    pub as_of: Option<Date>,
}

/// One message.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// What was said.
    pub said: Said,
    /// The facts that the reply before it asked for, in order: a bare "ja" answers the first of them.
    pub asked: Vec<FactId>,
    /// The day that it is answered for.
    pub as_of: Date,
    /// Whether an identifier was taken out of the words.
    pub identifiers_removed: bool,
}

/// What was said in a turn.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// Words, without identifiers.
    Words(String),
    /// Structured facts.
    Facts(Facts),
}

impl Turn {
    /// A message in words, its identifiers taken out before anything else sees them (invariant 8).
    #[must_use]
    pub fn words(text: &str, asked: Vec<FactId>, as_of: Date) -> Self {
        let shielded = shield(text);
        let identifiers_removed = !shielded.found.is_empty();
        Self { said: Said::Words(shielded.text), asked, as_of, identifiers_removed }
    }

    /// A message of structured facts.
    #[must_use]
    pub const fn facts(facts: Facts, asked: Vec<FactId>, as_of: Date) -> Self {
        Self { said: Said::Facts(facts), asked, as_of, identifiers_removed: false }
    }
}

/// What is known after some turns.
#[derive(Default)]
struct Known<'t> {
    state: State,
    /// The words that asked, for each turn that stands: passages are found for these, not for a bare "48".
    questions: Vec<&'t str>,
}

impl Service {
    /// Answers a turn over all that was said in it and in those before it.
    #[must_use]
    pub fn converse(&self, settings: &Settings, earlier: &[Turn], turn: &Turn, defaults: Defaults) -> Reply {
        self.reply(&self.resolve_turn(settings, earlier, turn, defaults))
    }

    /// What a turn asks over all that was said in it and in those before it.
    #[must_use]
    pub fn resolve_turn(&self, settings: &Settings, earlier: &[Turn], turn: &Turn, defaults: Defaults) -> Resolved {
        let turns = earlier.iter().chain([turn]);
        let Known { state, questions } = turns.fold(Known::default(), |known, turn| self.after(known, turn));
        let asked = Asked {
            intent: state.intent,
            region: state.region.or(settings.region).or(defaults.region),
            as_of: turn.as_of,
            topic: Topic { subjects: state.subjects, other_matter: state.other_matter, about_staff: state.about_staff },
            facts: state.facts,
        };
        let language = settings.language.or(defaults.language).or(state.language);
        let (reading, words) = match &turn.said {
            Said::Words(words) => (state.reading, words.clone()),
            Said::Facts(_) => Default::default(),
        };
        let heard = Heard { reading, words, identifiers_removed: turn.identifiers_removed };
        Resolved { asked, heard, looked_for: questions.last().copied().unwrap_or_default().to_owned(), language }
    }

    fn after<'t>(&self, known: Known<'t>, turn: &'t Turn) -> Known<'t> {
        let Known { state, mut questions } = known;
        let mut question = questions.last().copied().unwrap_or_default();
        let state = match &turn.said {
            Said::Words(words) => state.next(self.reader(), words, turn.as_of, &turn.asked),
            Said::Facts(facts) => state.given(facts),
        };
        if let Said::Words(words) = &turn.said {
            let asks = state.reading.intent.is_some() || state.intent.is_none();
            let only_begins = state.reading.turned == Some(Turned::ToANewPatient) && state.facts.is_empty();
            question = if only_begins {
                ""
            } else if asks {
                words
            } else {
                question
            };
        }
        questions.push(question);
        // What was taken back is gone with what it asked.
        questions.truncate(state.turns.len());
        Known { state, questions }
    }
}
