//! `text.<lang>.md`: our edition of a guideline, as sections that citations and search hits point at.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::Fault;

/// What a section is; only guidance directs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SectionKind {
    /// What the guideline says to do.
    Guidance,
    /// Epidemiology, history, context.
    Background,
    /// Header, metadata, contacts, links.
    Document,
    /// A foreword.
    Foreword,
    /// Answers to a survey.
    Survey,
    /// Somebody's reflections.
    Reflection,
    /// Current state and gaps.
    Analysis,
    /// A proposal that is not decided.
    Proposal,
    /// What something would cost.
    Cost,
    /// Practice that was observed; no rule.
    Practice,
}

impl SectionKind {
    /// Every kind with the word that files and the API use.
    pub const ALL: [(Self, &'static str); 10] = [
        (Self::Guidance, "guidance"),
        (Self::Background, "background"),
        (Self::Document, "document"),
        (Self::Foreword, "foreword"),
        (Self::Survey, "survey"),
        (Self::Reflection, "reflection"),
        (Self::Analysis, "analysis"),
        (Self::Proposal, "proposal"),
        (Self::Cost, "cost"),
        (Self::Practice, "practice"),
    ];

    /// The word that files and the API use.
    #[must_use]
    pub fn id(self) -> &'static str {
        Self::ALL.into_iter().find(|(kind, _)| *kind == self).map_or("guidance", |(_, id)| id)
    }
}

/// One section of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The id that citations name, unique in its guideline.
    pub id: String,
    /// 1 for the title, 2 for a chapter …
    pub level: u8,
    /// The heading as plain text.
    pub heading: String,
    /// The page of the original, where it is known.
    pub page: Option<u32>,
    /// What it is.
    pub kind: SectionKind,
    /// The body as plain text, one line per paragraph, list item or table row.
    pub text: String,
    /// The body as it is written.
    pub markdown: String,
}

/// Reads the sections of an edition, in order.
pub fn read(path: &str, text: &str, faults: &mut Vec<Fault>) -> Vec<Section> {
    let mut reader =
        Reader { path, text, faults, sections: Vec::new(), heading: None, line: String::new(), lists: Vec::new() };
    let options = Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_TABLES;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, range);
    }
    reader.end_section(text.len());
    reader.sections
}

struct Heading {
    start: usize,
    body_start: usize,
    section: Section,
}

struct Reader<'a, 'f> {
    path: &'a str,
    text: &'a str,
    faults: &'f mut Vec<Fault>,
    sections: Vec<Section>,
    heading: Option<Heading>,
    /// The plain text of the block that is being read.
    line: String,
    /// The lists that are open: the number of the next item, where they are numbered.
    lists: Vec<Option<u64>>,
}

impl Reader<'_, '_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Heading { level, id, attrs, .. }) => {
                self.end_section(range.start);
                let attributes: Vec<(String, Option<String>)> =
                    attrs.into_iter().map(|(key, value)| (key.to_string(), value.map(|v| v.to_string()))).collect();
                self.start_section(level, id.as_deref(), &attributes, range);
            }
            Event::End(TagEnd::Heading(_)) => {
                let title = std::mem::take(&mut self.line);
                if let Some(heading) = &mut self.heading {
                    heading.section.heading = title.trim().to_owned();
                    heading.body_start = range.end;
                }
            }
            Event::Text(piece) | Event::Code(piece) => self.line.push_str(&piece),
            Event::SoftBreak | Event::HardBreak => self.line.push(' '),
            Event::Start(Tag::TableCell) if !self.line.is_empty() => self.line.push_str(" · "),
            // A list inside an item begins its own line.
            Event::Start(Tag::List(first)) => {
                self.end_line();
                self.lists.push(first);
            }
            Event::End(TagEnd::List(_)) => {
                self.lists.pop();
            }
            Event::Start(Tag::Item) => self.start_item(),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead) => self.end_line(),
            Event::Html(_) | Event::InlineHtml(_) => self.faults.push(Fault::error(
                self.path,
                range,
                "an edition has no HTML",
                "write Markdown: headings, paragraphs, lists, tables, emphasis and links",
            )),
            _ => {}
        }
    }

    /// The number of a step is part of what it says.
    fn start_item(&mut self) {
        self.end_line();
        if let Some(Some(number)) = self.lists.last_mut() {
            self.line = format!("{number}. ");
            *number += 1;
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        if let Some(heading) = &mut self.heading {
            let text = &mut heading.section.text;
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(line);
        }
    }

    fn start_section(
        &mut self,
        level: HeadingLevel,
        id: Option<&str>,
        attributes: &[(String, Option<String>)],
        range: Range<usize>,
    ) {
        let mut section = Section {
            id: id.unwrap_or_default().to_owned(),
            level: level as u8,
            heading: String::new(),
            page: None,
            kind: SectionKind::Guidance,
            text: String::new(),
            markdown: String::new(),
        };
        if section.id.is_empty() {
            self.refuse(&range, "a heading has no section id", "end it with {#section-id}, the name that rules cite");
        } else if self.sections.iter().any(|known| known.id == section.id) {
            self.refuse(&range, &format!("section id `{}` stands twice", section.id), "give one of them another id");
        }
        for (key, value) in attributes {
            self.attribute(&mut section, key, value.as_deref().unwrap_or_default(), &range);
        }
        self.heading = Some(Heading { start: range.start, body_start: range.end, section });
    }

    fn attribute(&mut self, section: &mut Section, key: &str, value: &str, range: &Range<usize>) {
        match key {
            "page" => match value.parse() {
                Ok(page) => section.page = Some(page),
                Err(_) => self.refuse(range, &format!("`{value}` is not a page"), "write page=3, or leave it out"),
            },
            "kind" => match SectionKind::ALL.into_iter().find(|(_, id)| *id == value) {
                Some((kind, _)) => section.kind = kind,
                None => {
                    let kinds: Vec<_> = SectionKind::ALL.into_iter().map(|(_, id)| id).collect();
                    self.refuse(
                        range,
                        &format!("`{value}` is not a kind of section"),
                        &format!("one of {}", kinds.join(", ")),
                    );
                }
            },
            other => {
                self.refuse(range, &format!("a heading has no attribute `{other}`"), "write {#id page=3 kind=survey}")
            }
        }
    }

    fn refuse(&mut self, range: &Range<usize>, message: &str, help: &str) {
        // The heading's range ends with its line break, which a caret should not underline.
        let end = range.start + self.text.get(range.clone()).unwrap_or_default().trim_end().len();
        self.faults.push(Fault::error(self.path, range.start..end, message, help));
    }

    fn end_section(&mut self, end: usize) {
        self.end_line();
        let Some(mut heading) = self.heading.take() else { return };
        heading.section.markdown = self.text.get(heading.body_start..end).unwrap_or_default().trim().to_owned();
        if heading.section.heading.is_empty() {
            self.refuse(&(heading.start..heading.body_start), "a heading has no words", "name the section");
        }
        self.sections.push(heading.section);
    }
}
