//! nordvis answers Nordic clinicians' questions from the guideline that binds where they work.
//!
//! The modules stand in the order in which a question meets them; `docs/architecture.md` is the map.
//!
//! ```text
//! Question ─ facts ─▶ Facts ─┐
//!    │                       ├─ answer::candidates ─▶ answer::decide ─▶ Answer ─ reply::compose ─▶ Reply ─ http::wire ─▶ JSON
//!    └─ search ─▶ Hits ──────┘
//!                  corpus::Corpus (immutable, loaded whole or not at all)
//! ```

/// The version of the program with the fingerprint of its sources: what answers carry, so that it can be told years later
/// which build gave them.
pub const PROGRAM: &str = env!("NORDVIS_PROGRAM");

pub mod clinical;
pub mod rules;
pub mod corpus;
pub mod facts;
pub mod search;
pub mod answer;
pub mod reply;
pub mod ask;
pub mod converse;
pub mod access;
pub mod fhir;
pub mod cds;
pub mod store;
pub mod page;
pub mod publish;
pub mod http;
pub mod check;
pub mod config;
pub mod source;
pub mod cli;

/// Of every program of this package, so that benchmarks measure what is served.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
