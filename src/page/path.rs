//! A decision path for a reader: a nested list, which is the text, and a picture of the same where it is short enough.

use askama::Template;

use super::drawing::{Path, Role, Stage, Words, draw};
use crate::reply::{PathSheet, Speaker, Step, StepKind};
use crate::rules::Verdict;

/// Above this many questions a picture is no help.
const DRAWN_MAX: usize = 12;

/// A path as a list and as a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathView {
    /// The list, as HTML.
    pub list: String,
    /// The picture, as SVG.
    pub picture: Option<String>,
}

#[derive(Template)]
#[template(path = "steps.html")]
struct Steps {
    steps: Vec<StepView>,
}

struct StepView {
    role: String,
    text: String,
    /// `holds`, `fails` or `unknown`, and the same in words.
    verdict: Option<(&'static str, char, String)>,
    inner: String,
}

/// Shows the path to `end`, the recommendation and what it comes to. `id` makes its ids its own on a page.
///
/// # Errors
/// A fault of the program.
pub fn path_view(speaker: &Speaker, id: &str, sheet: &PathSheet, end: Vec<String>) -> askama::Result<PathView> {
    let writer = Writer { speaker };
    let exceptions = [(&sheet.unless, Role::Unless), (&sheet.barring, Role::Barring)];
    let exceptions = || exceptions.iter().filter_map(|(step, role)| Some((step.as_ref()?, *role)));
    let first = match &sheet.when.kind {
        StepKind::All(parts) => parts.iter().collect(),
        StepKind::One { .. } | StepKind::Any(_) => vec![&sheet.when],
    };
    let mut steps = first.iter().map(|step| writer.view(step, Role::Condition)).collect::<askama::Result<Vec<_>>>()?;
    for (step, role) in exceptions() {
        steps.push(writer.view(step, role)?);
    }
    let list = Steps { steps }.render()?;
    let questions = sheet.when.questions() + exceptions().map(|(step, _)| step.questions()).sum::<usize>();
    let picture = (questions <= DRAWN_MAX).then(|| {
        let mut stages: Vec<_> = first.iter().map(|step| writer.stage(step, Role::Condition)).collect();
        stages.extend(exceptions().map(|(step, role)| writer.stage(step, role)));
        let words =
            Words { yes: speaker.say("page-yes"), no: speaker.say("page-no"), not_so: speaker.say("page-path-not-so") };
        let title = speaker.tell("page-path-title", &[("recommendation", end.first().map_or("", String::as_str))]);
        draw(id, &title, speaker.say("page-path-description"), &Path { stages, end }, words)
    });
    Ok(PathView { list, picture })
}

struct Writer<'a> {
    speaker: &'a Speaker,
}

impl Writer<'_> {
    fn view(&self, step: &Step, role: Role) -> askama::Result<StepView> {
        let (text, known, inner) = match &step.kind {
            StepKind::One { text, known } => (text.clone(), known.as_deref(), String::new()),
            StepKind::All(parts) | StepKind::Any(parts) => {
                let steps = parts.iter().map(|part| self.view(part, Role::Condition)).collect::<askama::Result<_>>()?;
                (self.group(&step.kind).to_owned(), None, Steps { steps }.render()?)
            }
        };
        let verdict = step.verdict.map(|verdict| (id(verdict), sign(verdict), self.verdict(verdict, role, known)));
        let role = self.role(role).unwrap_or_default().to_owned();
        Ok(StepView { role, text, verdict, inner })
    }

    fn group(&self, kind: &StepKind) -> &str {
        self.speaker.say(match kind {
            StepKind::Any(_) => "page-path-any",
            StepKind::All(_) | StepKind::One { .. } => "page-path-all",
        })
    }

    /// What an exception is called.
    fn role(&self, role: Role) -> Option<&str> {
        match role {
            Role::Condition => None,
            Role::Unless => Some(self.speaker.say("page-path-unless")),
            Role::Barring => Some(self.speaker.say("page-path-barring")),
        }
    }

    /// What the case says, with its value, and what follows where it says nothing of an exception.
    fn verdict(&self, verdict: Verdict, role: Role, known: Option<&str>) -> String {
        let word = self.speaker.say(match (verdict, role) {
            (Verdict::Holds, _) => "page-path-holds",
            (Verdict::Fails, _) => "page-path-fails",
            (Verdict::Unknown, Role::Condition) => "page-path-unknown",
            (Verdict::Unknown, Role::Unless) => "page-path-provisional",
            (Verdict::Unknown, Role::Barring) => "page-path-assumed",
        });
        match known {
            Some(known) => format!("{word}: {known}"),
            None => word.to_owned(),
        }
    }

    /// A box: with its role, every part on lines of its own, and the verdict at the end.
    fn stage(&self, step: &Step, role: Role) -> Stage {
        let mut lines = Vec::new();
        lines.extend(self.role(role).map(|role| (0, role.to_owned())));
        self.lines(step, 0, &mut lines);
        if let Some(verdict) = step.verdict {
            let known = match &step.kind {
                StepKind::One { known, .. } => known.as_deref(),
                StepKind::All(_) | StepKind::Any(_) => None,
            };
            lines.push((0, format!("{} {}", sign(verdict), self.verdict(verdict, role, known))));
        }
        Stage { lines, verdict: step.verdict, role }
    }

    fn lines(&self, step: &Step, depth: usize, lines: &mut Vec<(usize, String)>) {
        let mark = match step.verdict {
            _ if depth == 0 => String::new(),
            Some(verdict) => format!("{} ", sign(verdict)),
            None => "• ".to_owned(),
        };
        match &step.kind {
            StepKind::One { text, .. } => lines.push((depth, format!("{mark}{text}"))),
            StepKind::All(parts) | StepKind::Any(parts) => {
                lines.push((depth, format!("{mark}{}", self.group(&step.kind))));
                parts.iter().for_each(|part| self.lines(part, depth + 1, lines));
            }
        }
    }
}

const fn id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "holds",
        Verdict::Fails => "fails",
        Verdict::Unknown => "unknown",
    }
}

const fn sign(verdict: Verdict) -> char {
    match verdict {
        Verdict::Holds => '✓',
        Verdict::Fails => '✕',
        Verdict::Unknown => '?',
    }
}
