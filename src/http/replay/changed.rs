//! What would a clinician be told otherwise? Two answers to one question, statement by statement: whatever is not listed
//! here as mere wording is a change of the decision, also what later versions come to say.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::{Value, json};

/// What names an entry of a list, so that it is found in the other answer; an entry of any other list names itself.
const NAMED_BY: &[(&str, &[&str])] = &[
    ("facts", &["id"]),
    ("mentions", &["fact", "reason"]),
    ("repairs", &["span"]),
    ("notUnderstood", &["span"]),
    ("recommendations", &["id"]),
    ("conditional", &["id"]),
    ("assumptions", &["recommendation", "condition"]),
    ("questions", &["fact"]),
    ("warnings", &["id", "guideline"]),
    ("notes", &["id"]),
    ("hits", &["guideline", "section"]),
    ("targets", &["id"]),
    ("codes", &["system", "code"]),
    ("because", &["condition"]),
    ("citations", &["guideline", "section"]),
    ("options", &["id"]),
];

/// Sentences in the reply's language: wording, as long as every number in them stays. Doses, limits and days stand in them.
/// What a recommendation hangs on stands nowhere else than in its words (`when`), which therefore are no wording.
const SENTENCES: &[&str] = &["text"];

/// Names, and where something stands: said of what is compared by its id; and what `text` says as well.
const WORDING: &[&str] =
    &["label", "title", "heading", "snippet", "score", "span", "url", "words", "written", "summary"];

/// A step on the way to a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A field, by its name in the API.
    Field(String),
    /// An entry of a list, by what names it.
    Entry(String),
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Field(name) | Self::Entry(name)) = self;
        f.write_str(name)
    }
}

/// How a statement differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Only the second answer has it.
    Added,
    /// Only the first answer has it.
    Removed,
    /// Both have it, with these values.
    Changed(Value, Value),
    /// Both have the entries of this list, in another order.
    Reordered,
}

/// A statement that differs between two answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where it stands, from the answer's field on.
    pub at: Vec<Step>,
    /// How it differs.
    pub change: Change,
}

impl Difference {
    /// For programs.
    #[must_use]
    pub fn json(&self) -> Value {
        let at: Vec<String> = self.at.iter().map(Step::to_string).collect();
        match &self.change {
            Change::Added => json!({"at": at, "change": "added"}),
            Change::Removed => json!({"at": at, "change": "removed"}),
            Change::Changed(before, after) => {
                json!({"at": at, "change": "changed", "before": before, "after": after})
            }
            Change::Reordered => json!({"at": at, "change": "reordered"}),
        }
    }
}

/// How two answers to one question differ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Differences {
    /// What was decided otherwise.
    pub decided: Vec<Difference>,
    /// Where the same is said in other words.
    pub worded: Vec<Vec<Step>>,
}

/// What a clinician would be told otherwise, of two answers as JSON.
#[must_use]
pub fn differences(before: &str, after: &str) -> Differences {
    let [mut before, mut after] = [before, after].map(|text| serde_json::from_str::<Value>(text).unwrap_or_default());
    let mut both =
        |name: &str| [&mut before, &mut after].map(|answer| answer.get_mut(name).map(Value::take).unwrap_or_default());
    let mut found = Differences::default();
    // Each corpus has its own; and the whole text says in one piece what is compared one by one.
    let ([_, _], [old_text, new_text]) = (both("corpus"), both("text"));
    let [old_hits, new_hits] = both("hits");
    found.fields(&[], &before, &after);
    let looked_up =
        [&before, &after].iter().any(|answer| answer.get("intent").is_some_and(|intent| intent == "lookup"));
    if looked_up {
        found.field(&[], "hits", &old_hits, &new_hits);
    } else {
        // Passages beside a decision decide nothing.
        found.wording(&[], "hits", &old_hits, &new_hits);
    }
    if found.decided.is_empty() {
        found.field(&[], "text", &old_text, &new_text);
    } else {
        found.wording(&[], "text", &old_text, &new_text);
    }
    found
}

impl Differences {
    fn fields(&mut self, at: &[Step], before: &Value, after: &Value) {
        let names: BTreeSet<&String> =
            [before, after].into_iter().filter_map(Value::as_object).flat_map(|it| it.keys()).collect();
        for name in names {
            let value = |of: &Value| of.get(name).cloned().unwrap_or_default();
            self.field(at, name, &value(before), &value(after));
        }
    }

    fn field(&mut self, at: &[Step], name: &str, before: &Value, after: &Value) {
        if before == after {
            return;
        }
        if WORDING.contains(&name) || SENTENCES.contains(&name) && same_numbers(before, after) {
            return self.wording(at, name, before, after);
        }
        let here = [at, &[Step::Field(name.to_owned())]].concat();
        match (before, after) {
            (Value::Array(_), Value::Array(_) | Value::Null) | (Value::Null, Value::Array(_)) => {
                self.entries(&here, name, before, after);
            }
            (Value::Object(_), Value::Object(_) | Value::Null) | (Value::Null, Value::Object(_)) => {
                self.fields(&here, before, after);
            }
            _ => self.differs(&here, Change::Changed(before.clone(), after.clone())),
        }
    }

    fn entries(&mut self, here: &[Step], name: &str, before: &Value, after: &Value) {
        let (old, new) = (named(name, before), named(name, after));
        let step = |key: &String| [here, &[Step::Entry(key.clone())]].concat();
        let other: BTreeMap<&String, &Value> = new.iter().map(|(key, entry)| (key, *entry)).collect();
        for (key, entry) in &old {
            match other.get(key) {
                Some(again) => self.fields(&step(key), entry, again),
                None => self.differs(&step(key), Change::Removed),
            }
        }
        let known: BTreeSet<&String> = old.iter().map(|(key, _)| key).collect();
        for (key, _) in new.iter().filter(|(key, _)| !known.contains(key)) {
            self.differs(&step(key), Change::Added);
        }
        let stays = old.iter().map(|(key, _)| key).filter(|key| other.contains_key(key));
        if !stays.eq(new.iter().map(|(key, _)| key).filter(|key| known.contains(key))) {
            self.differs(here, Change::Reordered);
        }
    }

    fn wording(&mut self, at: &[Step], name: &str, before: &Value, after: &Value) {
        if before != after {
            self.worded.push([at, &[Step::Field(name.to_owned())]].concat());
        }
    }

    fn differs(&mut self, at: &[Step], change: Change) {
        self.decided.push(Difference { at: at.to_vec(), change });
    }
}

/// The entries of a list, each by what names it. Where several would have one name, all but the first are numbered.
fn named<'a>(list: &str, entries: &'a Value) -> Vec<(String, &'a Value)> {
    let fields = NAMED_BY.iter().find(|(name, _)| *name == list).map_or(&[][..], |(_, fields)| fields);
    let mut seen = BTreeMap::<String, u32>::new();
    let named = |entry: &'a Value| {
        let parts: Vec<String> = fields.iter().filter_map(|field| entry.get(field)).map(shown).collect();
        let name = if parts.is_empty() { shown(entry) } else { parts.join(" ") };
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        (if *count == 1 { name } else { format!("{name} ({count})") }, entry)
    };
    entries.as_array().into_iter().flatten().map(named).collect()
}

/// A value as a person reads it.
#[must_use]
pub fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn same_numbers(before: &Value, after: &Value) -> bool {
    fn numbers(text: &Value) -> Vec<&str> {
        let text = text.as_str().unwrap_or_default();
        text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).collect()
    }
    numbers(before) == numbers(after)
}

#[cfg(test)]
mod tests {
    use super::{Change, Differences, Step, differences, shown};

    const BEFORE: &str = r#"{"corpus":"a","status":"answered","text":"x","intent":"treatment",
        "facts":[{"id":"age","value":71,"label":"age","text":"71 years","certainty":"stated"}],
        "recommendations":[
            {"id":"r1","strength":"states","provisional":true,"text":"500 mg","summary":"s","evidence":null,
             "targets":[{"id":"clinic","text":"the clinic"}],"codes":[{"system":"kva","code":"GB001","text":"c"}],
             "deadline":{"weeks":2,"from":"diagnosis","text":"2 weeks"},
             "because":[{"fact":"age","condition":"age > 70","text":"age 71 (above 70)"}],
             "citations":[{"guideline":"g","section":"s1","heading":"h","page":3}]},
            {"id":"r2","strength":"may","provisional":false}],
        "conditional":[{"id":"c1","when":"eGFR below 35","missing":["egfr"]}],
        "questions":[{"fact":"egfr","text":"eGFR?"},{"fact":"frax","text":"FRAX?"}],
        "warnings":[{"id":"guideline_expired","guideline":"g","text":"until 30 June 2021"}],
        "hits":[{"guideline":"g","section":"s1","score":2.5,"snippet":"p"}]}"#;

    fn lines(found: &[super::Difference]) -> Vec<String> {
        let line = |one: &super::Difference| {
            let at = one.at.iter().map(Step::to_string).collect::<Vec<_>>().join("/");
            match &one.change {
                Change::Added => format!("+ {at}"),
                Change::Removed => format!("- {at}"),
                Change::Changed(before, after) => format!("{at}: {} → {}", shown(before), shown(after)),
                Change::Reordered => format!("{at}: reordered"),
            }
        };
        found.iter().map(line).collect()
    }

    fn after(change: &[(&str, &str)]) -> Differences {
        let after = change.iter().fold(BEFORE.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        });
        differences(BEFORE, &after)
    }

    #[test]
    fn whatever_a_clinician_would_act_on_otherwise_is_a_change_of_the_decision() {
        for (from, to, told) in [
            (r#""states""#, r#""must""#, "recommendations/r1/strength: states → must"),
            (r#""provisional":true"#, r#""provisional":false"#, "recommendations/r1/provisional: true → false"),
            (r#"{"id":"clinic","text":"the clinic"}"#, "", "- recommendations/r1/targets/clinic"),
            (r#"{"system":"kva","code":"GB001","text":"c"}"#, "", "- recommendations/r1/codes/kva GB001"),
            (r#""weeks":2"#, r#""weeks":4"#, "recommendations/r1/deadline/weeks: 2 → 4"),
            (r#""evidence":null"#, r#""evidence":"Ia""#, "recommendations/r1/evidence: null → Ia"),
            (r#"500 mg"#, "1000 mg", "recommendations/r1/text: 500 mg → 1000 mg"),
            ("eGFR below 35", "eGFR at most 35", "conditional/c1/when: eGFR below 35 → eGFR at most 35"),
            (r#"["egfr"]"#, r#"["egfr","frax"]"#, "+ conditional/c1/missing/frax"),
            (r#""stated""#, r#""uncertain""#, "facts/age/certainty: stated → uncertain"),
            (
                r#"{"fact":"egfr","text":"eGFR?"},{"fact":"frax","text":"FRAX?"}"#,
                r#"{"fact":"frax","text":"FRAX?"},{"fact":"egfr","text":"eGFR?"}"#,
                "questions: reordered",
            ),
            (
                "30 June 2021",
                "30 June 2022",
                "warnings/guideline_expired g/text: until 30 June 2021 → until 30 June 2022",
            ),
            (r#""text":"x""#, r#""text":"x 1""#, "text: x → x 1"),
            (r#""treatment""#, "null", "intent: treatment → null"),
        ] {
            assert_eq!(lines(&after(&[(from, to)]).decided), [told], "{from}");
        }
        let condition = after(&[("age > 70", "age > 65")]).decided;
        assert_eq!(condition.len(), 2, "{condition:?}");
        let section = after(&[(r#""s1""#, r#""s2""#)]).decided;
        assert_eq!(section.len(), 2, "{section:?}");
        // What a later version says is no wording before somebody says that it is.
        assert_eq!(after(&[(r#""status""#, r#""contraindications":["x"],"status""#)]).decided.len(), 1);
        let again = r#""guideline":"g","text":"until 30 June 2021"},{"id":"guideline_expired","guideline":"g"}]"#;
        assert_eq!(after(&[(r#""guideline":"g","text":"until 30 June 2021"}]"#, again)]).decided.len(), 1, "one more");
    }

    #[test]
    fn other_words_for_the_same_are_mere_wording() {
        let found = after(&[(r#""corpus":"a""#, r#""corpus":"b""#)]);
        assert_eq!(found, Differences::default());
        let found = after(&[
            (r#""summary":"s""#, r#""summary":"t""#),
            (r#""heading":"h""#, r#""heading":"i""#),
            ("2.5", "2.4"),
        ]);
        assert_eq!(found.decided, []);
        let worded: Vec<String> =
            found.worded.iter().map(|at| at.iter().map(Step::to_string).collect::<Vec<_>>().join("/")).collect();
        assert_eq!(worded, ["recommendations/r1/citations/g s1/heading", "recommendations/r1/summary", "hits"]);
        // Who looks something up is answered by passages.
        let looked_up = [(r#""treatment""#, r#""lookup""#), (r#""section":"s1","score""#, r#""section":"s9","score""#)];
        assert_eq!(after(&looked_up[..1]).decided.len(), 1);
        assert_eq!(after(&looked_up).decided.len(), 3);
    }
}
