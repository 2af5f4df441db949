//! The settings of the commands that work with what is kept.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use super::Common;

/// For how many days each kind is kept.
#[derive(Debug, Clone, Copy, Args)]
pub struct Periods {
    /// Conversations, from their last message; at most two years.
    #[arg(long, env = "NORDVIS_KEEP_CONVERSATIONS", value_name = "DAYS", default_value_t = 90,
          value_parser = clap::value_parser!(u32).range(1..=730))]
    pub keep_conversations: u32,
    /// Answers that were given by themselves.
    #[arg(long, env = "NORDVIS_KEEP_ANSWERS", value_name = "DAYS", default_value_t = 3_653,
          value_parser = clap::value_parser!(u32).range(1..))]
    pub keep_answers: u32,
    /// What was thought of answers.
    #[arg(long, env = "NORDVIS_KEEP_FEEDBACK", value_name = "DAYS", default_value_t = 365,
          value_parser = clap::value_parser!(u32).range(1..))]
    pub keep_feedback: u32,
    /// The audit log; at least five years.
    #[arg(long, env = "NORDVIS_KEEP_AUDIT", value_name = "DAYS", default_value_t = 3_653,
          value_parser = clap::value_parser!(u32).range(1_826..))]
    pub keep_audit: u32,
}

/// `nordvis purge`.
#[derive(Debug, Args)]
pub struct Purge {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings that every command takes")]
    pub common: Common,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings of every command that works with what is kept")]
    pub keeping: Keeping,
    #[command(flatten)]
    #[expect(missing_docs, reason = "for how long each kind is kept")]
    pub periods: Periods,
    /// Only tell how much that would be.
    #[arg(long)]
    pub dry_run: bool,
    /// Then write the whole database anew.
    #[arg(long, conflicts_with = "dry_run")]
    pub rewrite: bool,
    /// Print how much that was as JSON.
    #[arg(long, env = "NORDVIS_JSON")]
    pub json: bool,
}

/// `nordvis backup` and `nordvis restore`.
#[derive(Debug, Args)]
pub struct Copy {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings that every command takes")]
    pub common: Common,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings of every command that works with what is kept")]
    pub keeping: Keeping,
    /// The file of the backup.
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
}

/// Settings of every command that works with what is kept.
#[derive(Debug, Clone, Args)]
pub struct Keeping {
    /// The folder for what the service keeps.
    #[arg(long, env = "NORDVIS_DATA", default_value = "./data", value_hint = ValueHint::DirPath)]
    pub data: PathBuf,
    /// The database; `sqlite:` in the data folder when left out.
    #[arg(long, env = "NORDVIS_DATABASE", hide_env_values = true, hide_default_value = true)]
    pub database: Option<String>,
}

/// `nordvis audit`.
#[derive(Debug, Args)]
pub struct Audit {
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings that every command takes")]
    pub common: Common,
    #[command(flatten)]
    #[expect(missing_docs, reason = "the settings of every command that works with what is kept")]
    pub keeping: Keeping,
    /// What to do with the log.
    pub task: AuditTask,
    /// Rows that are known to have been in it.
    #[arg(long, env = "NORDVIS_CHECKPOINT", value_name = "CHAIN:NUMBER:HASH", value_delimiter = ',')]
    pub checkpoint: Vec<String>,
    /// Print what was found as JSON.
    #[arg(long, env = "NORDVIS_JSON")]
    pub json: bool,
}

/// What can be done with the audit log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AuditTask {
    /// See whether it is as it was written.
    Verify,
}
