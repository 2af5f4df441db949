//! The first page: what can be asked, of whom, and a form to ask it with.

use askama::Template;

use super::Page;
use super::control::{Control, ControlKind, control};
use super::shell::{Shell, Validity, Visit};
use crate::ask::Service;
use crate::clinical::Region;

/// What was written into the form, when it is shown again because of what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Asked {
    /// The words.
    pub question: String,
    /// The region, as its code.
    pub region: Option<Region>,
    /// The facts that were given: id and what stood in the field.
    pub facts: Vec<(String, String)>,
    /// What is wrong: the field's name, and why.
    pub faults: Vec<(String, String)>,
}

/// A question that shows what can be asked.
struct Example<'a> {
    question: &'a str,
    region: Region,
    place: &'a str,
}

/// A guideline that answers.
struct Covered<'a> {
    address: String,
    name: &'a str,
    place: &'a str,
    validity: Validity,
}

/// A region that can be chosen.
struct RegionOption<'a> {
    code: Region,
    name: &'a str,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "home.html")]
struct Home<'a> {
    shell: Shell<'a>,
    asked: &'a Asked,
    /// What is wrong with the question, with the form as such, and with each fact.
    question_fault: Option<&'a str>,
    form_faults: Vec<&'a str>,
    controls: Vec<Control>,
    examples: Vec<Example<'a>>,
    covered: Vec<Covered<'a>>,
    regions: Vec<RegionOption<'a>>,
}

/// The examples, each with the region whose guideline answers it.
const EXAMPLES: [(&str, &str); 6] = [
    ("page-example-1", "SE-M"),
    ("page-example-2", "SE-F"),
    ("page-example-3", "DK-81"),
    ("page-example-4", "SE-M"),
    ("page-example-5", "SE-T"),
    ("page-example-6", "SE-F"),
];

/// The first page, with what was asked when it has to be asked anew.
///
/// # Errors
/// A fault of the program.
pub fn home_page(service: &Service, visit: &Visit, asked: &Asked) -> Page {
    let shell = Shell::new(service, visit);
    let fault_of = |name: &str| asked.faults.iter().find(|(field, _)| field == name).map(|(_, fault)| fault.as_str());
    let sheets = if asked.facts.is_empty() { Vec::new() } else { service.facts(visit.language) };
    let controls = asked.facts.iter().filter_map(|(id, value)| {
        let said = (value.clone(), fault_of(id).map(str::to_owned));
        Some(control(shell.speaker, sheets.iter().find(|sheet| sheet.id == *id)?, false, Some(&said)))
    });
    let controls: Vec<_> = controls.collect();
    let shown_elsewhere =
        |field: &str| field == "question" || controls.iter().any(|control: &Control| control.fact == field);
    let examples = EXAMPLES.iter().filter_map(|(id, code)| {
        let region = Region::from_code(code).ok()?;
        service.corpus().binding_in(Some(region)).next()?;
        Some(Example { question: shell.say(id), region, place: shell.region(region) })
    });
    let covered = service.corpus().guidelines.iter().map(|guideline| Covered {
        address: shell.to(&format!("/guidelines/{}", guideline.id())),
        name: shell.guideline(guideline),
        place: shell.region(guideline.metadata.region),
        validity: shell.validity(guideline),
    });
    let regions = shell.regions().into_iter();
    let regions = regions.map(|(code, name)| RegionOption { code, name, chosen: asked.region == Some(code) });
    Home {
        question_fault: fault_of("question"),
        form_faults: asked
            .faults
            .iter()
            .filter(|(field, _)| !shown_elsewhere(field))
            .map(|(_, fault)| fault.as_str())
            .collect(),
        examples: examples.collect(),
        covered: covered.collect(),
        regions: regions.collect(),
        controls,
        asked,
        shell,
    }
    .render()
}
