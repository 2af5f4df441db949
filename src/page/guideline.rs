//! The guidelines: a list of them, and each whole: what it is, its rules in words with their cases, our edition of it.

use askama::Template;
use jiff::civil::Date;

use super::Page;
use super::card::section_address;
use super::edition::section_html;
use super::path::{PathView, path_view};
use super::shell::{Shell, Validity, Visit};
use crate::ask::Service;
use crate::corpus::{Case, Guideline, SectionKind};
use crate::reply::{CitationLine, Note, RuleSheet};

/// A guideline in the list.
struct Entry<'a> {
    address: String,
    name: &'a str,
    guideline: &'a Guideline,
    place: &'a str,
    validity: Validity,
    /// How many rules it has, in words.
    rules: String,
}

#[derive(Template)]
#[template(path = "guidelines.html")]
struct GuidelinesPage<'a> {
    shell: Shell<'a>,
    entries: Vec<Entry<'a>>,
}

/// Every guideline.
///
/// # Errors
/// A fault of the program.
pub fn guidelines_page(service: &Service, visit: &Visit) -> Page {
    let shell = Shell::new(service, visit);
    let entry = |guideline| Entry {
        address: shell.to(&format!("/guidelines/{}", Guideline::id(guideline))),
        name: shell.guideline(guideline),
        place: shell.region(guideline.metadata.region),
        validity: shell.validity(guideline),
        rules: count(&shell, "page-guidelines-rules", guideline.rules.len()),
        guideline,
    };
    let entries = service.corpus().guidelines.iter().map(entry).collect();
    GuidelinesPage { entries, shell }.render()
}

/// A line of what a document says of itself.
struct Told<'a> {
    label: &'a str,
    value: String,
    /// The language of the value, where it is the document's own.
    language: Option<&'static str>,
}

/// A section of our edition.
struct SectionView<'a> {
    id: &'a str,
    level: u8,
    heading: &'a str,
    /// What it is, where it directs nothing.
    kind: Option<&'a str>,
    page: Option<u32>,
    html: String,
}

/// A rule with its path and the cases that keep it.
struct RuleView<'a> {
    sheet: RuleSheet,
    strength: &'a str,
    /// What the source adds to the bottom line.
    more: String,
    answers: Vec<&'a str>,
    sources: Vec<SourceView>,
    path: PathView,
    cases: Vec<CaseView<'a>>,
    /// How many there are, in words.
    told_cases: String,
}

/// A section that a rule stands on.
struct SourceView {
    address: String,
    heading: String,
    page: Option<u32>,
}

/// A case, as far as it says something of one rule.
struct CaseView<'a> {
    name: &'a str,
    facts: String,
    outcome: &'a str,
}

/// Something to be said beside the rules.
struct NoteView {
    text: String,
    sources: Vec<SourceView>,
}

#[derive(Template)]
#[template(path = "guideline.html")]
struct GuidelinePage<'a> {
    shell: &'a Shell<'a>,
    guideline: &'a Guideline,
    name: &'a str,
    place: &'a str,
    validity: Validity,
    told: Vec<Told<'a>>,
    rules: Vec<RuleView<'a>>,
    notes: Vec<NoteView>,
    sections: Vec<SectionView<'a>>,
}

impl GuidelinePage<'_> {
    fn language(&self) -> &'static str {
        self.guideline.metadata.language.code()
    }

    /// Said where the edition is in another language than the page.
    fn foreign(&self) -> Option<&str> {
        let own = self.language();
        (own != self.shell.language()).then(|| self.shell.say(&format!("page-edition-in-{own}")))
    }
}

/// A guideline, whole.
///
/// # Errors
/// A fault of the program.
pub fn guideline_page(service: &Service, visit: &Visit, guideline: &Guideline) -> Page {
    let shell = Shell::new(service, visit);
    let sheet = service.describe(guideline, visit.language);
    let cases = Cases::new(service, &shell, guideline, visit);
    let rules = sheet.rules.into_iter().map(|sheet| rule(service, &shell, visit, guideline, &cases, sheet));
    GuidelinePage {
        name: shell.guideline(guideline),
        place: shell.region(guideline.metadata.region),
        validity: shell.validity(guideline),
        told: told(&shell, guideline),
        rules: rules.collect::<askama::Result<_>>()?,
        notes: sheet.notes.into_iter().map(|note| note_view(&shell, note)).collect(),
        sections: sections(&shell, guideline),
        shell: &shell,
        guideline,
    }
    .render()
}

#[expect(clippy::cast_precision_loss, reason = "a guideline has few rules")]
fn count(shell: &Shell<'_>, id: &str, number: usize) -> String {
    shell.speaker.count(id, number as f64)
}

fn told<'a>(shell: &Shell<'a>, guideline: &Guideline) -> Vec<Told<'a>> {
    let metadata = &guideline.metadata;
    let own = Some(metadata.language.code());
    let date = |date: Option<Date>| date.map(|date| shell.speaker.date(date));
    let revised = metadata.last_revised.map(|date| {
        if metadata.last_revised_month_only { shell.speaker.month(date) } else { shell.speaker.date(date) }
    });
    let part = metadata.dates_of.as_deref().and_then(|part| guideline.section(part));
    let lines = [
        ("page-told-title", Some(metadata.title.clone()), own),
        ("page-told-issuer", Some(metadata.issuer.clone()), own),
        ("page-told-type", Some(metadata.document_type.clone()), own),
        ("page-told-region", Some(shell.region(metadata.region).to_owned()), None),
        ("page-told-document", metadata.document_id.clone(), None),
        ("page-told-version", metadata.version.clone(), None),
        ("page-told-published", date(metadata.published), None),
        ("page-told-from", date(metadata.valid_from), None),
        ("page-told-to", date(metadata.valid_to), None),
        ("page-told-revised", revised, None),
        ("page-told-dates-of", part.map(|part| part.heading.clone()), own),
        ("page-told-pages", Some(metadata.page_basis.clone()), own),
    ];
    let line =
        |(id, value, language): (&str, Option<String>, _)| Some(Told { label: shell.say(id), value: value?, language });
    lines.into_iter().filter_map(line).collect()
}

fn sections<'a>(shell: &Shell<'a>, guideline: &'a Guideline) -> Vec<SectionView<'a>> {
    let view = |section: &'a crate::corpus::Section| SectionView {
        id: &section.id,
        level: (section.level + 1).min(6),
        heading: &section.heading,
        kind: (section.kind != SectionKind::Guidance).then(|| shell.say(&format!("kind-{}", section.kind.id()))),
        page: section.page,
        html: section_html(&section.markdown, &section.heading),
    };
    guideline.sections.iter().map(view).collect()
}

fn rule<'a>(
    service: &'a Service,
    shell: &Shell<'a>,
    visit: &Visit,
    guideline: &'a Guideline,
    cases: &Cases<'a>,
    sheet: RuleSheet,
) -> askama::Result<RuleView<'a>> {
    let steps = guideline.rule(&sheet.id).map(|rule| service.path(rule, None, visit.language));
    let path = match steps {
        Some(steps) => path_view(shell.speaker, &format!("path-{}", sheet.id), &steps, vec![sheet.summary.clone()])?,
        None => PathView { list: String::new(), picture: None },
    };
    let cases = cases.of(&sheet.id);
    Ok(RuleView {
        strength: shell.say(&format!("strength-{}", sheet.strength.id())),
        more: sheet.text.strip_prefix(sheet.summary.as_str()).unwrap_or(&sheet.text).trim().to_owned(),
        answers: sheet.answers.iter().map(|intent| shell.say(&format!("intent-{}", intent.id()))).collect(),
        sources: sheet.citations.iter().map(|citation| source(shell, citation)).collect(),
        told_cases: count(shell, "page-rule-cases", cases.len()),
        cases,
        path,
        sheet,
    })
}

fn source(shell: &Shell<'_>, citation: &CitationLine) -> SourceView {
    SourceView {
        address: section_address(shell, &citation.guideline, &citation.section),
        heading: citation.heading.clone(),
        page: citation.page,
    }
}

fn note_view(shell: &Shell<'_>, note: Note) -> NoteView {
    NoteView { sources: note.citations.iter().map(|citation| source(shell, citation)).collect(), text: note.text }
}

/// The cases of a guideline, each said once.
struct Cases<'a> {
    cases: Vec<(&'a Case, String)>,
    outcomes: [&'a str; 4],
}

impl<'a> Cases<'a> {
    fn new(service: &Service, shell: &Shell<'a>, guideline: &'a Guideline, visit: &Visit) -> Self {
        let said = |case: &'a Case| {
            let facts = service.say_facts(&case.facts, visit.language);
            let facts: Vec<_> = facts.into_iter().map(|fact| fact.text).collect();
            (case, facts.join(", "))
        };
        let outcomes = ["page-outcome-recommended", "page-outcome-provisional", "page-outcome-conditional"];
        let [recommended, provisional, conditional] = outcomes.map(|id| shell.say(id));
        Self {
            cases: guideline.cases.iter().map(said).collect(),
            outcomes: [recommended, provisional, conditional, shell.say("page-outcome-rejected")],
        }
    }

    fn of(&self, rule: &str) -> Vec<CaseView<'a>> {
        let [recommended, provisional, conditional, rejected] = self.outcomes;
        let view = |(case, facts): &(&'a Case, String)| {
            let names = |list: &[String]| list.iter().any(|id| id == rule);
            let outcome = match case {
                case if names(&case.recommended) => recommended,
                case if names(&case.provisional) => provisional,
                case if names(&case.conditional) => conditional,
                case if names(&case.rejected) => rejected,
                _ => return None,
            };
            Some(CaseView { name: &case.name, facts: facts.clone(), outcome })
        };
        self.cases.iter().filter_map(view).collect()
    }
}
