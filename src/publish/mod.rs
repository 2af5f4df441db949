//! Which corpus answers? Corpora are kept whole, known by their fingerprints; one of them is chosen, and every program
//! over the same database follows the choice while it serves.
//!
//! What is chosen wins over what is in the program, so that a newly installed program answers as the old one did. Where
//! nothing was ever chosen, each program answers from the corpus that is in it.

mod archive;
mod follow;
mod shelf;

pub use archive::{Damaged, pack, unpack};
pub use follow::{Change, Follower};
pub use shelf::{Shelf, Unusable};
