//! Every setting once: its flag, its variable, its default and its limit.
//!
//! A flag `--default-region` is also the variable `NORDVIS_DEFAULT_REGION` and the line `default-region = "SE-F"` of the
//! configuration file. Flags win over variables, variables over the file. Help texts stand in `locales/`.

mod clients;
mod keeping;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

pub use clients::{Clients, ClientsAction, CreateClient, ListClients, RevokeClient, RotateClient, Stored};
pub use keeping::{Audit, AuditTask, Copy, Keeping, Periods, Purge};

/// The longest question, in Unicode code points: longer than any case note, short enough to read at once.
pub const QUESTION_CHARS_MAX: usize = 4_000;
/// How many hits a search gives unless asked otherwise.
pub const SEARCH_LIMIT_DEFAULT: usize = 20;
/// The most hits that one search may give.
pub const SEARCH_LIMIT_MAX: usize = 100;

/// A call of the program.
#[derive(Debug, Parser)]
#[command(name = "nordvis", version = crate::PROGRAM, disable_help_subcommand = true, arg_required_else_help = false)]
pub struct Call {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serves over HTTP.
    Serve(Serve),
    /// Answers one question.
    Ask(Ask),
    /// Holds a conversation.
    Chat(Chat),
    /// Finds passages.
    Search(Search),
    /// Reports every fault of corpus and locales.
    Check(Check),
    /// Shows every rule of a guideline with its verdicts.
    Explain(Explain),
    /// Says who may ask.
    Clients(Clients),
    /// Looks at the audit log.
    Audit(Audit),
    /// Deletes what is older than it may be.
    Purge(Purge),
    /// Writes everything that is kept to a file.
    Backup(Copy),
    /// Reads a backup into an empty database.
    Restore(Copy),
    /// Checks a corpus and lets it answer.
    Publish(Publish),
    /// Lists the corpora that are kept, or goes back to one.
    Corpora(Corpora),
    /// Decides stored answers again.
    Replay(Replay),
    /// Tells which stored answers differ between two corpora.
    Changes(Changes),
    /// Prints a completion script.
    Completions(Completions),
}

/// Settings that every command takes.
#[derive(Debug, Clone, Args)]
pub struct Common {
    /// A configuration file.
    #[arg(long, env = "NORDVIS_CONFIG", value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,
    /// The language of every text a person reads.
    #[arg(long, env = "NORDVIS_LANGUAGE")]
    pub language: Option<String>,
    /// A folder to read the corpus from instead of the embedded one.
    #[arg(long, env = "NORDVIS_CORPUS", value_hint = ValueHint::DirPath)]
    pub corpus: Option<PathBuf>,
    /// A folder to read the locales from instead of the embedded ones.
    #[arg(long, env = "NORDVIS_LOCALES", value_hint = ValueHint::DirPath)]
    pub locales: Option<PathBuf>,
    /// The region that binds when the question names none.
    #[arg(long, env = "NORDVIS_DEFAULT_REGION")]
    pub default_region: Option<String>,
}

/// `nordvis serve`.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings that every command takes")]
    pub common: Common,
    /// The address to listen on.
    #[arg(long, env = "NORDVIS_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings of every command that works with what is kept")]
    pub keeping: Keeping,
    #[command(flatten)]
    #[expect(missing_docs, reason = "for how long each kind is kept")]
    pub periods: Periods,
    /// Where clients reach the service: links in cards and FHIR resources begin so.
    #[arg(long, env = "NORDVIS_PUBLIC_URL", value_hint = ValueHint::Url)]
    pub public_url: Option<String>,
    /// The proxies whose word is taken for where a request comes from.
    #[arg(long, env = "NORDVIS_TRUSTED_PROXIES", value_name = "ADDRESS", value_delimiter = ',')]
    pub trusted_proxies: Vec<String>,
    /// The journal systems that may call by CDS Hooks.
    #[arg(long, env = "NORDVIS_HOOK_CLIENTS", value_hint = ValueHint::FilePath)]
    pub hook_clients: Option<PathBuf>,
    /// Origins whose pages may call the API.
    #[arg(long, env = "NORDVIS_ALLOWED_ORIGINS", value_name = "ORIGIN", value_delimiter = ',')]
    pub allowed_origins: Vec<String>,
    /// Origins whose pages may show the chat in a frame.
    #[arg(long, env = "NORDVIS_FRAME_ANCESTORS", value_name = "ORIGIN", value_delimiter = ',')]
    pub frame_ancestors: Vec<String>,
    /// The file that says whose tokens are believed and how often anybody may ask.
    #[arg(long, env = "NORDVIS_ACCESS", value_hint = ValueHint::FilePath)]
    pub access: Option<PathBuf>,
    /// Where weaknesses are reported.
    #[arg(long, env = "NORDVIS_CONTACT")]
    pub contact: Option<String>,
}

/// `nordvis ask`.
#[derive(Debug, Args)]
pub struct Ask {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings that every command takes")]
    pub common: Common,
    /// The clinician's own words.
    pub question: Option<String>,
    /// What is asked.
    #[arg(long, env = "NORDVIS_INTENT")]
    pub intent: Option<String>,
    /// Whose guidelines bind.
    #[arg(long, env = "NORDVIS_REGION")]
    pub region: Option<String>,
    /// The day the answer is given for.
    #[arg(long, env = "NORDVIS_AS_OF")]
    pub as_of: Option<String>,
    /// A fact of the case, `ID=VALUE`.
    #[arg(long, env = "NORDVIS_FACT", value_name = "ID=VALUE", value_delimiter = ';')]
    pub fact: Vec<String>,
    /// Print the referrals that the answer recommends too, as drafts.
    #[arg(long, env = "NORDVIS_REFERRAL", conflicts_with = "json")]
    pub referral: bool,
    /// Print the answer of the API.
    #[arg(long, env = "NORDVIS_JSON")]
    pub json: bool,
}

/// `nordvis chat`.
#[derive(Debug, Args)]
pub struct Chat {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings that every command takes")]
    pub common: Common,
    /// Whose guidelines bind.
    #[arg(long, env = "NORDVIS_REGION")]
    pub region: Option<String>,
    /// The day the answers are given for.
    #[arg(long, env = "NORDVIS_AS_OF")]
    pub as_of: Option<String>,
    /// Print the answers of the API, one on each line.
    #[arg(long, env = "NORDVIS_JSON")]
    pub json: bool,
}

/// `nordvis search`.
#[derive(Debug, Args)]
pub struct Search {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings that every command takes")]
    pub common: Common,
    /// What to find.
    pub query: String,
    /// Only this region's guidelines.
    #[arg(long, env = "NORDVIS_REGION")]
    pub region: Option<String>,
    /// How many hits.
    #[arg(long, env = "NORDVIS_LIMIT", default_value_t = SEARCH_LIMIT_DEFAULT)]
    pub limit: usize,
    /// Print the hits of the API.
    #[arg(long, env = "NORDVIS_JSON")]
    pub json: bool,
}

/// `nordvis check`.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings that every command takes")]
    pub common: Common,
    /// A folder with `corpus` and `locales`, or a corpus.
    #[arg(value_hint = ValueHint::DirPath)]
    pub dir: Option<PathBuf>,
    /// Print the faults as JSON.
    #[arg(long, env = "NORDVIS_JSON")]
    pub json: bool,
}

/// `nordvis explain`.
#[derive(Debug, Args)]
pub struct Explain {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings that every command takes")]
    pub common: Common,
    /// A guideline's id.
    pub guideline: String,
    /// A fact of the case, `ID=VALUE`.
    #[arg(long, env = "NORDVIS_FACT", value_name = "ID=VALUE", value_delimiter = ';')]
    pub fact: Vec<String>,
    /// Print the verdicts as JSON.
    #[arg(long, env = "NORDVIS_JSON")]
    pub json: bool,
}

/// `nordvis publish`.
#[derive(Debug, Args)]
pub struct Publish {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings that every command takes")]
    pub common: Common,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings of every command that works with what is kept")]
    pub keeping: Keeping,
    /// A folder with `corpus` and `locales`, or a corpus; what is embedded when left out.
    #[arg(value_hint = ValueHint::DirPath)]
    pub dir: Option<PathBuf>,
    /// Print what was published, or the faults, as JSON.
    #[arg(long, env = "NORDVIS_JSON")]
    pub json: bool,
}

/// What `nordvis corpora` does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CorporaAction {
    /// Lists them.
    List,
    /// Lets one answer that answered before.
    Rollback,
}

/// `nordvis corpora`.
#[derive(Debug, Args)]
pub struct Corpora {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings that every command takes")]
    pub common: Common,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings of every command that works with what is kept")]
    pub keeping: Keeping,
    /// What to do.
    #[arg(value_enum, default_value_t = CorporaAction::List)]
    pub action: CorporaAction,
    /// The corpus to go back to; the one that answered before when left out.
    pub to: Option<String>,
    /// Count the answers that stand on each.
    #[arg(long)]
    pub count: bool,
    /// Print the result as JSON.
    #[arg(long, env = "NORDVIS_JSON")]
    pub json: bool,
}

/// `nordvis replay`.
#[derive(Debug, Args)]
pub struct Replay {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings that every command takes")]
    pub common: Common,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings of every command that works with what is kept")]
    pub keeping: Keeping,
    /// An answer's id.
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    pub id: Option<String>,
    /// Every stored answer.
    #[arg(long)]
    pub all: bool,
    /// Print the result as JSON.
    #[arg(long, env = "NORDVIS_JSON")]
    pub json: bool,
}

/// `nordvis changes`.
#[derive(Debug, Args)]
pub struct Changes {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings that every command takes")]
    pub common: Common,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings of every command that works with what is kept")]
    pub keeping: Keeping,
    /// A fingerprint or its beginning, a folder, `embedded` or `active`.
    pub old: String,
    /// The same.
    pub new: String,
    /// Tell mere wording too.
    #[arg(long)]
    pub words: bool,
    /// Print the result as JSON.
    #[arg(long, env = "NORDVIS_JSON")]
    pub json: bool,
}

/// `nordvis completions`.
#[derive(Debug, Args)]
pub struct Completions {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings that every command takes")]
    pub common: Common,
    /// The shell.
    pub shell: Shell,
}

impl Command {
    /// The settings that every command takes.
    #[must_use]
    pub const fn common(&self) -> &Common {
        match self {
            Self::Serve(call) => &call.common,
            Self::Ask(call) => &call.common,
            Self::Chat(call) => &call.common,
            Self::Search(call) => &call.common,
            Self::Check(call) => &call.common,
            Self::Explain(call) => &call.common,
            Self::Clients(call) => &call.action.stored().common,
            Self::Audit(call) => &call.common,
            Self::Purge(call) => &call.common,
            Self::Backup(call) | Self::Restore(call) => &call.common,
            Self::Publish(call) => &call.common,
            Self::Corpora(call) => &call.common,
            Self::Replay(call) => &call.common,
            Self::Changes(call) => &call.common,
            Self::Completions(call) => &call.common,
        }
    }
}
