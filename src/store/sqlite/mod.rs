//! How does SQLite keep it? One connection that writes, a few that can only read, a write-ahead log flushed at every
//! commit.

mod batch;
mod corpora;
mod fault;
mod files;
mod open;
mod reader;
mod writer;

pub(super) use open::open;
pub(super) use reader::Reader;
