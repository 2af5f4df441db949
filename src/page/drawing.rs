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
    /// Whether it is an exception, so that "yes" leads out.
    pub exception: bool,
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
    let mut taken = path.stages.iter().all(|stage| stage.verdict.is_some());
    for stage in &path.stages {
        taken = pen.stage(stage, taken, words);
    }
    pen.end(&path.end, taken);
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
    Open,
}

impl Stroke {
    const fn attributes(self) -> &'static str {
        match self {
            Self::Plain => "stroke=\"currentColor\" stroke-width=\"1\"",
            Self::Taken => "stroke=\"currentColor\" stroke-width=\"3\"",
            Self::Open => "stroke=\"currentColor\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"",
        }
    }
}

struct Pen {
    out: String,
    y: usize,
}

impl Pen {
    /// A box with its two ways; gives whether the case goes on to the next.
    fn stage(&mut self, stage: &Stage, taken: bool, words: Words<'_>) -> bool {
        let passed = match (stage.verdict, stage.exception) {
            (Some(Verdict::Holds), exception) => Some(!exception),
            (Some(Verdict::Fails), exception) => Some(exception),
            (Some(Verdict::Unknown) | None, _) => None,
        };
        let open = stage.verdict == Some(Verdict::Unknown);
        let way = |leads: bool| match passed {
            Some(passed) if taken && passed == leads => Stroke::Taken,
            None if open => Stroke::Open,
            _ => Stroke::Plain,
        };
        let lines: Vec<_> = stage.lines.iter().flat_map(|(depth, text)| wrapped(text, *depth)).collect();
        let height = lines.len() * LINE + 2 * PADDING;
        self.frame(height, 6, if open { Stroke::Open } else { Stroke::Plain });
        self.text(&lines);
        let middle = self.y + height / 2;
        self.line(BOX + 1, middle, BOX + OUT, middle, way(false));
        let (out, on) = if stage.exception { (words.yes, words.no) } else { (words.no, words.yes) };
        self.label(BOX + 12, middle - 7, out);
        self.label(BOX + OUT + 8, middle + 5, words.not_so);
        self.y += height;
        let centre = BOX / 2;
        self.line(centre, self.y, centre, self.y + GAP, way(true));
        self.label(centre + 10, self.y + GAP / 2 + 4, on);
        self.y += GAP;
        taken && passed == Some(true)
    }

    fn end(&mut self, lines: &[String], taken: bool) {
        let lines: Vec<_> = lines.iter().flat_map(|text| wrapped(text, 0)).collect();
        let height = lines.len() * LINE + 2 * PADDING;
        self.frame(height, 18, if taken { Stroke::Taken } else { Stroke::Plain });
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
    use super::{COLUMNS, Path, Stage, Words, draw, wrapped};
    use crate::rules::Verdict;

    const WORDS: Words<'_> = Words { yes: "Yes", no: "No", not_so: "does not apply" };

    fn stage(text: &str, verdict: Option<Verdict>, exception: bool) -> Stage {
        Stage { lines: vec![(0, text.to_owned())], verdict, exception }
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
        let path = |verdicts: [Option<Verdict>; 2]| Path {
            stages: vec![stage("a", verdicts[0], false), stage("b", verdicts[1], true)],
            end: vec!["c".to_owned()],
        };
        let thick = |verdicts| draw("p", "t", "d", &path(verdicts), WORDS).matches("stroke-width=\"3\"").count();
        assert_eq!(thick([None, None]), 0);
        // On, on (the exception does not hold), and there.
        assert_eq!(thick([Some(Verdict::Holds), Some(Verdict::Fails)]), 3);
        // On, and out by the exception.
        assert_eq!(thick([Some(Verdict::Holds), Some(Verdict::Holds)]), 2);
        assert_eq!(thick([Some(Verdict::Fails), Some(Verdict::Fails)]), 1);
        assert_eq!(thick([Some(Verdict::Unknown), Some(Verdict::Fails)]), 0);
    }

    #[test]
    fn markup_in_a_text_is_text() {
        let path = Path { stages: vec![stage("<b> & \"c\"", None, false)], end: vec!["</svg>".to_owned()] };
        let picture = draw("p", "<i>", "&", &path, WORDS);
        assert!(picture.contains("&lt;b&gt; &amp; &quot;c&quot;") && picture.contains("&lt;/svg&gt;"), "{picture}");
        assert_eq!(picture.matches("</svg>").count(), 1);
    }
}
