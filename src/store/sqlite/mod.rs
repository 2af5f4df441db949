//! How does SQLite keep it? One connection that writes, a few that can only read, a write-ahead log flushed at every
//! commit.

mod batch;
mod clients;
mod copy;
mod corpora;
mod fault;
mod files;
mod open;
mod purge;
mod reader;
mod writer;

pub(super) use copy::copy_in;
pub(super) use files::is_there;
pub(super) use open::open;
pub(super) use reader::Reader;
