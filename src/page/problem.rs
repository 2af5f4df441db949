//! A page that says what went wrong, what was kept and what to do.

use askama::Template;

use super::Page;
use super::shell::{Shell, Visit};
use crate::ask::Service;

/// What went wrong, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// In a few words.
    pub title: String,
    /// What was kept and what to do.
    pub detail: String,
    /// What is wrong with which part, one line each.
    pub faults: Vec<String>,
    /// The number under which it stands in the log.
    pub number: String,
    /// Whether nothing is there, so that the reader wants a way to something else.
    pub nothing_there: bool,
}

#[derive(Template)]
#[template(path = "problem.html")]
struct Problem<'a> {
    shell: Shell<'a>,
    trouble: &'a Trouble,
}

/// The page.
///
/// # Errors
/// A fault of the program.
pub fn problem_page(service: &Service, visit: &Visit, trouble: &Trouble) -> Page {
    Problem { shell: Shell::new(service, visit), trouble }.render()
}
