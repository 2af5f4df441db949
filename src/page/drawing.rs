//! A decision path as a picture: boxes from top to bottom, a way out of each, and where it leads. The same bytes for the
//! same path; what was true, false and unknown is told by a sign and a word, and by the stroke besides.

use std::fmt::Write as _;

use crate::rules::Verdict;

/// Characters on a line of a box.
const COLUMNS: usize = 34;
/// Lengths in the picture's own units.
const LINE: usize = 20;
const PADDING: usize = 12;
const BOX: usize = 330;
const GAP: usize = 36;
const OUT: usize = 64;
const WIDTH: usize = BOX + OUT + 128;

/// Who says "yes", "no" and the rest.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// The way on from a condition that holds.
    pub yes: &'a str,
    /// The way out of a condition that does not.
    pub no: &'a str,
    /// Where the ways out lead.
    pub not_so: &'a str,
}

/// One box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// What is asked, line by line with its depth.
    pub lines: Vec<(usize, String)>,
    /// What the case says of it.
    pub verdict: Option<Verdict>,
    /// What it is.
    pub role: Role,
}

/// What a box asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// What must be true: "no" leads out.
    Condition,
    /// An exception that leaves the recommendation provisional while it is not known: "yes" leads out.
    Unless,
    /// An exception that is taken not to hold while it is not known: "yes" leads out.
    Barring,
}

/// How sure it is that a case has come so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Off,
    Likely,
    Sure,
}

/// A path: its boxes, and what stands at the end of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// The boxes.
    pub stages: Vec<Stage>,
    /// What is recommended there, and what it comes to.
    pub end: Vec<String>,
}

/// Draws a path. `prefix` makes its ids its own on a page.
#[must_use]
pub fn draw(prefix: &str, title: &str, description: &str, path: &Path, words: Words<'_>) -> String {
    let mut pen = Pen { out: String::new(), y: 2 };
    // On the way as long as every box so far has been passed; without a case nobody is on the way.
    let case = path.stages.iter().all(|stage| stage.verdict.is_some());
    let begun = if case { Standing::Sure } else { Standing::Off };
    let arrived = path.stages.iter().fold(begun, |standing, stage| pen.stage(stage, standing, words));
    pen.end(&path.end, arrived);
    let height = pen.y + 2;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{prefix}-title {prefix}-desc\" \
         viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" font-size=\"15\" fill=\"currentColor\" \
         stroke=\"none\"><title id=\"{prefix}-title\">{}</title><desc id=\"{prefix}-desc\">{}</desc>{}</svg>",
        escaped(title),
        escaped(description),
        pen.out,
    )
}

/// How a line is drawn.
#[derive(Clone, Copy)]
enum Stroke {
    Plain,
    Taken,
    Likely,
    Open,
}

impl Stroke {
    const fn attributes(self) -> &'static str {
        match self {
            Self::Plain => "stroke=\"currentColor\" stroke-width=\"1\"",
            Self::Taken => "stroke=\"currentColor\" stroke-width=\"3\"",
            Self::Likely => "stroke=\"currentColor\" stroke-width=\"3\" stroke-dasharray=\"7 4\"",
            Self::Open => "stroke=\"currentColor\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"",
        }
    }
}

struct Pen {
    out: String,
    y: usize,
}

impl Pen {
    /// A box with its two ways; gives how the case stands at the next.
    fn stage(&mut self, stage: &Stage, standing: Standing, words: Words<'_>) -> Standing {
        let exception = stage.role != Role::Condition;
        let open = stage.verdict == Some(Verdict::Unknown);
        let passed = match stage.verdict {
            Some(Verdict::Holds) => Some(!exception),
            Some(Verdict::Fails) => Some(exception),
            // An exception that is not known does not end the way.
            Some(Verdict::Unknown) => exception.then_some(true),
            None => None,
        };
        let way = |leads: bool| match (passed, standing) {
            (Some(passed), Standing::Sure) if passed == leads && !open => Stroke::Taken,
            (Some(passed), Standing::Sure | Standing::Likely) if passed == leads => Stroke::Likely,
            _ if open => Stroke::Open,
            _ => Stroke::Plain,
        };
        let lines: Vec<_> = stage.lines.iter().flat_map(|(depth, text)| wrapped(text, *depth)).collect();
        let height = lines.len() * LINE + 2 * PADDING;
        self.frame(height, 6, if open { Stroke::Open } else { Stroke::Plain });
        self.text(&lines);
        let middle = self.y + height / 2;
        self.line(BOX + 1, middle, BOX + OUT, middle, way(false));
        let (out, on) = if exception { (words.yes, words.no) } else { (words.no, words.yes) };
        self.label(BOX + 12, middle - 7, out);
        self.label(BOX + OUT + 8, middle + 5, words.not_so);
        self.y += height;
        let centre = BOX / 2;
        self.line(centre, self.y, centre, self.y + GAP, way(true));
        self.label(centre + 10, self.y + GAP / 2 + 4, on);
        self.y += GAP;
        match passed {
            Some(true) if open && stage.role == Role::Unless => standing.min(Standing::Likely),
            Some(true) => standing,
            Some(false) | None => Standing::Off,
        }
    }

    fn end(&mut self, lines: &[String], standing: Standing) {
        let lines: Vec<_> = lines.iter().flat_map(|text| wrapped(text, 0)).collect();
        let height = lines.len() * LINE + 2 * PADDING;
        let stroke = match standing {
            Standing::Sure => Stroke::Taken,
            Standing::Likely => Stroke::Likely,
            Standing::Off => Stroke::Plain,
        };
        self.frame(height, 18, stroke);
        self.text(&lines);
        self.y += height;
    }

    fn frame(&mut self, height: usize, corner: usize, stroke: Stroke) {
        let (y, width, stroke) = (self.y, BOX - 4, stroke.attributes());
        self.write(format_args!(
            "<rect x=\"2\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{corner}\" fill=\"none\" {stroke}/>"
        ));
    }

    fn text(&mut self, lines: &[(usize, String)]) {
        for (row, (depth, line)) in lines.iter().enumerate() {
            self.label(PADDING + 4 + depth * 14, self.y + PADDING + (row + 1) * LINE - 5, line);
        }
    }

    /// A line with a head at its end, downwards or to the right.
    fn line(&mut self, x1: usize, y1: usize, x2: usize, y2: usize, stroke: Stroke) {
        let stroke = stroke.attributes();
        self.write(format_args!("<path d=\"M{x1} {y1}L{x2} {y2}\" fill=\"none\" {stroke}/>"));
        let head = if x1 == x2 {
            format!("M{} {}L{x2} {y2}L{} {}Z", x2 - 5, y2 - 9, x2 + 5, y2 - 9)
        } else {
            format!("M{} {}L{x2} {y2}L{} {}Z", x2 - 9, y2 - 5, x2 - 9, y2 + 5)
        };
        self.write(format_args!("<path d=\"{head}\"/>"));
    }

    fn label(&mut self, x: usize, y: usize, text: &str) {
        let text = escaped(text);
        self.write(format_args!("<text x=\"{x}\" y=\"{y}\">{text}</text>"));
    }

    fn write(&mut self, arguments: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.out.write_fmt(arguments);
    }
}

/// A text in lines that fit into a box at this depth.
fn wrapped(text: &str, depth: usize) -> Vec<(usize, String)> {
    let columns = COLUMNS - 2 * depth.min(8);
    let mut lines: Vec<(usize, String)> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > columns {
            lines.push((depth, std::mem::take(&mut line)));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push((depth, line));
    lines
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, Path, Role, Stage, Words, draw, wrapped};
    use crate::rules::Verdict;

    const WORDS: Words<'_> = Words { yes: "Yes", no: "No", not_so: "does not apply" };

    fn stage(text: &str, verdict: Option<Verdict>, role: Role) -> Stage {
        Stage { lines: vec![(0, text.to_owned())], verdict, role }
    }

    #[test]
    fn lines_fit_and_lose_no_word() {
        let text = "Woman over 50 with a low-energy fracture of the wrist, hip, vertebra, shoulder or pelvis";
        let lines = wrapped(text, 1);
        assert!(lines.iter().all(|(_, line)| line.chars().count() <= COLUMNS - 2));
        assert_eq!(lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join(" "), text);
    }

    #[test]
    fn the_way_that_is_taken_is_thick_up_to_where_it_ends() {
        use Verdict::{Fails, Holds, Unknown};
        let thick = |verdicts: [Option<Verdict>; 2], role| {
            let stages = vec![stage("a", verdicts[0], Role::Condition), stage("b", verdicts[1], role)];
            let picture = draw("p", "t", "d", &Path { stages, end: vec!["c".to_owned()] }, WORDS);
            let count = |attributes: &str| picture.matches(attributes).count();
            let dashed = count("stroke-width=\"3\" stroke-dasharray");
            (count("stroke-width=\"3\"") - dashed, dashed)
        };
        assert_eq!(thick([None, None], Role::Unless), (0, 0));
        // On, on (the exception does not hold), and there.
        assert_eq!(thick([Some(Holds), Some(Fails)], Role::Unless), (3, 0));
        // On, and out by the exception.
        assert_eq!(thick([Some(Holds), Some(Holds)], Role::Barring), (2, 0));
        assert_eq!(thick([Some(Fails), Some(Fails)], Role::Unless), (1, 0));
        assert_eq!(thick([Some(Unknown), Some(Fails)], Role::Unless), (0, 0));
        // Not known: what is said only of some is taken not to hold, what matters to all leaves it provisional.
        assert_eq!(thick([Some(Holds), Some(Unknown)], Role::Barring), (2, 1));
        assert_eq!(thick([Some(Holds), Some(Unknown)], Role::Unless), (1, 2));
    }

    #[test]
    fn markup_in_a_text_is_text() {
        let path = Path { stages: vec![stage("<b> & \"c\"", None, Role::Condition)], end: vec!["</svg>".to_owned()] };
        let picture = draw("p", "<i>", "&", &path, WORDS);
        assert!(picture.contains("&lt;b&gt; &amp; &quot;c&quot;") && picture.contains("&lt;/svg&gt;"), "{picture}");
        assert_eq!(picture.matches("</svg>").count(), 1);
    }
}
