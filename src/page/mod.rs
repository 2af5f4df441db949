//! What does a person see in a browser? Whole pages as HTML, readable without script, in three languages: views that hold
//! what a page says, and templates that lay it out. Every sentence comes from `locales/`, every decision from the service.

mod answer;
mod assets;
mod card;
mod control;
mod home;
mod messages;
mod problem;
mod shell;

pub use answer::{Answer, Request};
pub use assets::{ASSETS, Asset};
pub use card::{KeptAnswer, answer_page};
pub use home::{Asked, home_page};
pub use messages::MESSAGES;
pub use problem::{Trouble, problem_page};
pub use shell::{Visit, address};

/// A page as HTML.
pub type Page = askama::Result<String>;
