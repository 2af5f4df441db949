//! Conditions and facts to two CQL engines that others wrote, and their verdicts back (`tests/oracle/README.md`).

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use nordvis::clinical::{FactValue, Facts};
use nordvis::rules::{Condition, Dialect, FactKind, Terms, print};
use serde_json::{Map, Value, json};

/// Conditions that are translated together, and the facts that each of them is asked about.
pub struct Library<'a> {
    /// The names that conditions and facts use.
    pub terms: &'a Terms,
    /// Named conditions that the text of the conditions may use.
    pub definitions: Vec<(String, String)>,
    /// Each condition with the text that the engines read.
    pub conditions: Vec<(Condition, String)>,
    /// What is known, case by case.
    pub cases: Vec<Facts>,
}

impl<'a> Library<'a> {
    /// The conditions as another engine should read them.
    pub fn new(terms: &'a Terms, conditions: impl IntoIterator<Item = Condition>, cases: Vec<Facts>) -> Self {
        let conditions = conditions.into_iter().map(|condition| {
            let text = print(&condition, terms, Dialect::Cql);
            (condition, text)
        });
        Self { terms, definitions: Vec::new(), conditions: conditions.collect(), cases }
    }

    fn request(&self) -> Value {
        let facts: Map<_, _> = self.terms.iter().map(|(_, term)| (term.name.clone(), cql_type(&term.kind))).collect();
        let definitions: Map<_, _> = self.definitions.iter().map(|(name, text)| (name.clone(), json!(text))).collect();
        let conditions: Vec<_> = self.conditions.iter().map(|(_, text)| text).collect();
        let cases: Vec<_> = self.cases.iter().map(|facts| cql_values(self.terms, facts)).collect();
        json!({ "facts": facts, "definitions": definitions, "conditions": conditions, "cases": cases })
    }
}

fn cql_type(kind: &FactKind) -> Value {
    json!(match kind {
        FactKind::Boolean => "Boolean",
        FactKind::Number { integer: true, .. } => "Integer",
        FactKind::Number { integer: false, .. } => "Decimal",
        FactKind::Choice(_) => "String",
    })
}

/// What rules may use, as JSON; everything else is null there, as it is unknown here.
pub fn cql_values(terms: &Terms, facts: &Facts) -> Value {
    let value = |id, value| match value {
        FactValue::Boolean(known) => json!(known),
        FactValue::Number(number) => json!(number.exact().expect("a CQL engine is told one number")),
        FactValue::Choice(option) => json!(terms.option(id, option)),
    };
    let known = terms.iter().filter_map(|(id, term)| Some((term.name.clone(), value(id, facts.value(id)?))));
    Value::Object(known.collect())
}

fn oracle() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle")
}

/// Two engines' verdicts over every library: per engine and case, one letter for each condition.
fn ask(libraries: &[Library<'_>]) -> Vec<Value> {
    assert!(
        oracle().join("node_modules/@cqframework/cql").is_dir(),
        "the CQL engines are not installed: run `npm ci` in tests/oracle, as ./test does"
    );
    // A process takes two seconds to start: a few libraries share one.
    let useful = libraries.len().div_ceil(10).min(4);
    let processes = std::thread::available_parallelism().map_or(1, usize::from).min(useful);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..processes)
            .map(|first| scope.spawn(move || ask_one_process(libraries.iter().skip(first).step_by(processes))))
            .collect();
        let mut replies: Vec<_> = workers.into_iter().map(verdicts_of).collect();
        (0..libraries.len()).map(|place| replies[place % processes].next().unwrap()).collect()
    })
}

fn verdicts_of(worker: std::thread::ScopedJoinHandle<'_, Vec<Value>>) -> std::vec::IntoIter<Value> {
    worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)).into_iter()
}

fn ask_one_process<'a>(libraries: impl Iterator<Item = &'a Library<'a>>) -> Vec<Value> {
    // The translator makes many short-lived objects: a larger nursery saves a third of its time.
    let mut node = Command::new("node")
        .args(["--max-semi-space-size=64", "run.mjs"])
        .current_dir(oracle())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("node runs the CQL engines: install node 20 or later, as ./test asks for");
    let mut requests = node.stdin.take().unwrap();
    let mut replies = BufReader::new(node.stdout.take().unwrap());
    // What it says besides is shown only when it fails.
    let mut besides = BufReader::new(node.stderr.take().unwrap());
    let besides = std::thread::spawn(move || std::io::read_to_string(&mut besides).unwrap_or_default());
    let verdicts: Vec<_> = libraries
        .map_while(|library| {
            let mut reply = String::new();
            writeln!(requests, "{}", library.request()).ok()?;
            replies.read_line(&mut reply).ok().filter(|length| *length > 0)?;
            Some(serde_json::from_str(&reply).unwrap())
        })
        .collect();
    drop(requests);
    let ended = node.wait().unwrap();
    let besides = besides.join().unwrap();
    assert!(ended.success(), "tests/oracle/run.mjs failed:\n{besides}");
    verdicts
}

/// A condition, facts, and what the engines said.
pub struct Compared<'a> {
    /// The names that the condition uses.
    pub terms: &'a Terms,
    /// The condition.
    pub condition: &'a Condition,
    /// The text that the engines read.
    pub text: &'a str,
    /// What was known.
    pub facts: &'a Facts,
    /// Each engine's verdict: `T`, `F` or `U`.
    pub theirs: [char; 2],
}

/// The engines, as `run.mjs` names them.
pub const ENGINES: [&str; 2] = ["interpreter", "engine"];

/// Every condition of every library over every case of its library.
pub fn compared<'a>(libraries: &'a [Library<'a>]) -> Vec<Compared<'a>> {
    let mut all = Vec::new();
    for (library, reply) in libraries.iter().zip(ask(libraries)) {
        let texts = || library.conditions.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n");
        assert!(reply["problems"].is_null(), "not translated: {}\n{}", reply["problems"], texts());
        let letters = |engine: &str, case: usize, condition: usize| {
            let row = reply[engine][case].as_str().unwrap();
            char::from(row.as_bytes()[condition])
        };
        for (case, facts) in library.cases.iter().enumerate() {
            for (place, (condition, text)) in library.conditions.iter().enumerate() {
                let theirs = ENGINES.map(|engine| letters(engine, case, place));
                all.push(Compared { terms: library.terms, condition, text, facts, theirs });
            }
        }
    }
    all
}
