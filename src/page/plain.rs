//! Pages that say the same to everybody: how to embed, how accessible the pages are, the API's console.

use askama::Template;

use super::Page;
use super::shell::{Shell, Visit};
use crate::ask::Service;

/// A line of a table of attributes: its name, its values, and what it does.
struct Attribute<'a> {
    name: &'static str,
    values: &'static str,
    meaning: &'a str,
}

/// The attributes of the chat that a page is likely to set, with the messages that say what they do.
const CHAT: [(&str, &str, &str); 9] = [
    ("language", "sv · da · en", "page-embed-language"),
    ("region", "SE-F · SE-M · SE-T · DK-81", "page-embed-region"),
    ("mode", "inline · floating · dialog", "page-embed-mode"),
    ("heading", "…", "page-embed-heading"),
    ("question", "…", "page-embed-question"),
    ("starters", "… | …", "page-embed-starters"),
    ("history", "none · tab", "page-embed-history"),
    ("feedback", "on · off", "page-embed-feedback"),
    ("theme", "light · dark", "page-embed-theme"),
];

/// The attributes of the search box.
const SEARCH: [(&str, &str, &str); 4] = [
    ("language", "sv · da · en", "page-embed-language"),
    ("region", "SE-F · SE-M · SE-T · DK-81", "page-embed-region"),
    ("label", "…", "page-embed-label"),
    ("action", "/search", "page-embed-action"),
];

#[derive(Template)]
#[template(path = "embed.html")]
struct Embed<'a> {
    shell: Shell<'a>,
    origin: &'a str,
    chat: Vec<Attribute<'a>>,
    search: Vec<Attribute<'a>>,
}

/// How to embed. `origin` is where this service was reached.
///
/// # Errors
/// A fault of the program.
pub fn embed_page(service: &Service, visit: &Visit, origin: &str) -> Page {
    let shell = Shell::new(service, visit);
    let lines = |all: &[(&'static str, &'static str, &str)]| {
        all.iter().map(|(name, values, id)| Attribute { name, values, meaning: shell.say(id) }).collect()
    };
    Embed { origin, chat: lines(&CHAT), search: lines(&SEARCH), shell }.render()
}

#[derive(Template)]
#[template(path = "accessibility.html")]
struct Accessibility<'a> {
    shell: Shell<'a>,
}

/// The accessibility statement.
///
/// # Errors
/// A fault of the program.
pub fn accessibility_page(service: &Service, visit: &Visit) -> Page {
    Accessibility { shell: Shell::new(service, visit) }.render()
}

#[derive(Template)]
#[template(path = "console.html")]
struct Console<'a> {
    shell: Shell<'a>,
}

/// The page that Swagger UI fills.
///
/// # Errors
/// A fault of the program.
pub fn console_page(service: &Service, visit: &Visit) -> Page {
    Console { shell: Shell::new(service, visit) }.render()
}
