//! Tests of the whole library, one module per topic.

mod judged;
mod search;
