//! What does a person see in a browser? Whole pages as HTML, readable without script, in three languages: views that hold
//! what a page says, and templates that lay it out. Every sentence comes from `locales/`, every decision from the service.

mod answer;
mod assets;
mod card;
mod control;
mod drawing;
mod edition;
mod guideline;
mod home;
mod messages;
mod path;
mod plain;
mod problem;
mod reference;
mod results;
mod shell;
mod trace;

pub use answer::{Answer, Request};
pub use assets::{Asset, assets};
pub use card::{KeptAnswer, answer_page};
pub use guideline::{guideline_page, guidelines_page};
pub use home::{Asked, home_page};
pub use messages::MESSAGES;
pub use plain::{accessibility_page, console_page, embed_page};
pub use problem::{Trouble, problem_page};
pub use reference::reference_page;
pub use results::{RESULTS, Results, Wanted, results_page};
pub use shell::{Visit, address};

/// A page as HTML.
pub type Page = askama::Result<String>;
