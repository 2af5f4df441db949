//! How does PostgreSQL keep it? One session that writes, a few that can only read, and none that waits for ever.

mod batch;
mod corpora;
mod fault;
mod open;
mod reader;
mod session;
mod writer;

pub(super) use corpora::Listener;
pub(super) use open::open;
pub(super) use reader::Reader;
