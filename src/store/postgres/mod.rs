//! How does PostgreSQL keep it? One session that writes, a few that can only read, and none that waits for ever.

mod batch;
mod clients;
mod counter;
mod copy;
mod corpora;
mod fault;
mod open;
mod purge;
mod reader;
mod session;
mod writer;

pub(super) use copy::copy_in;
pub(super) use corpora::Listener;
pub(super) use counter::Counter;
pub(super) use open::open;
pub(super) use reader::Reader;
pub(super) use session::is_there;
