//! How is `nordvis clients` called?

use clap::{Args, Subcommand};

use super::{Common, Keeping};

/// `nordvis clients`.
#[derive(Debug, Args)]
pub struct Clients {
    /// What to do.
    #[command(subcommand)]
    pub action: ClientsAction,
}

/// What can be done with clients.
#[derive(Debug, Subcommand)]
pub enum ClientsAction {
    /// Lets a new client in.
    Create(CreateClient),
    /// Shows every client with its keys.
    List(ListClients),
    /// Lets a client in no more, or not with one of its keys.
    Revoke(RevokeClient),
    /// Gives a client a new key.
    Rotate(RotateClient),
}

/// Where things are kept.
#[derive(Debug, Clone, Args)]
pub struct Stored {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings that every command takes")]
    pub common: Common,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings of every command that works with what is kept")]
    pub keeping: Keeping,
}

/// `nordvis clients create`.
#[derive(Debug, Args)]
pub struct CreateClient {
    #[command(flatten)]
    #[expect(missing_docs, reason = "where things are kept")]
    pub stored: Stored,
    /// The client's name.
    pub name: String,
    /// What it may do.
    #[arg(long)]
    pub scope: Vec<String>,
    /// The region that binds when its questions name none.
    #[arg(long)]
    pub region: Option<String>,
    /// The language of replies when its requests name none.
    #[arg(long)]
    pub reply_language: Option<String>,
    /// How many requests it may make in a minute.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub per_minute: Option<u32>,
}

/// `nordvis clients list`.
#[derive(Debug, Args)]
pub struct ListClients {
    #[command(flatten)]
    #[expect(missing_docs, reason = "where things are kept")]
    pub stored: Stored,
    /// Print the clients as JSON.
    #[arg(long, env = "NORDVIS_JSON")]
    pub json: bool,
}

/// `nordvis clients revoke`.
#[derive(Debug, Args)]
pub struct RevokeClient {
    #[command(flatten)]
    #[expect(missing_docs, reason = "where things are kept")]
    pub stored: Stored,
    /// The client's name.
    pub name: String,
    /// Only this key, by the part of it that may be shown.
    #[arg(long)]
    pub key: Option<String>,
}

/// `nordvis clients rotate`.
#[derive(Debug, Args)]
pub struct RotateClient {
    #[command(flatten)]
    #[expect(missing_docs, reason = "where things are kept")]
    pub stored: Stored,
    /// The client's name.
    pub name: String,
    /// For how many hours the old keys still hold.
    #[arg(long, default_value_t = 24, value_parser = clap::value_parser!(u32).range(0..=8760))]
    pub overlap_hours: u32,
}

impl ClientsAction {
    /// Where things are kept.
    #[must_use]
    pub const fn stored(&self) -> &Stored {
        match self {
            Self::Create(call) => &call.stored,
            Self::List(call) => &call.stored,
            Self::Revoke(call) => &call.stored,
            Self::Rotate(call) => &call.stored,
        }
    }
}
