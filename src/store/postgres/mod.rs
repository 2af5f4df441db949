//! How does PostgreSQL keep it? One session that writes, a few that can only read, and none that waits for ever.

mod batch;
mod clients;
mod counter;
mod fault;
mod open;
mod reader;
mod session;
mod writer;

pub(super) use counter::Counter;
pub(super) use open::open;
pub(super) use reader::Reader;
