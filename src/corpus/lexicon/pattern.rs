//! A form as an author writes it → a pattern of words.
//!
//! Words stand apart by spaces. `(a|b c)` takes one of several, also inside a word; `{er}` takes every ending of an inflection
//! class, and none; `?` after a word or bracket: it may be left out; `*` after a bracket: none, one or two of them;
//! `<group>` is any form of a group; `~head` is a word that ends so, `stem~` one that begins so; `#` is a number; `*` alone
//! is up to three words that say nothing of their own. A hyphen is a space, as in texts.

use std::collections::BTreeMap;

use super::Step;

/// Groups may name groups, but not for ever.
const DEEPEST: usize = 5;
/// More spellings than this of one word is a slip of the pen.
const MOST_SPELLINGS: usize = 2_000;

/// What a form can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// One word or place.
    Step(Step),
    /// One after the other.
    Sequence(Vec<Pattern>),
    /// One of them.
    Choice(Vec<Pattern>),
}

impl Pattern {
    /// What may be left out.
    const NOTHING: Self = Self::Sequence(Vec::new());

    /// Calls for every way of saying it, until one is refused. Returns whether none was.
    pub fn every_way<'a>(&'a self, said: &mut Vec<&'a Step>, then: &mut dyn FnMut(&mut Vec<&'a Step>) -> bool) -> bool {
        match self {
            Self::Step(step) => {
                said.push(step);
                let go_on = then(said);
                said.pop();
                go_on
            }
            Self::Choice(choices) => choices.iter().all(|choice| choice.every_way(said, then)),
            Self::Sequence(parts) => every_sequence(parts, said, then),
        }
    }

    /// Whether it holds a word in every way of saying it.
    pub fn holds_a_word(&self) -> bool {
        match self {
            Self::Step(step) => !matches!(step, Step::Number | Step::Gap),
            Self::Sequence(parts) => parts.iter().any(Self::holds_a_word),
            Self::Choice(choices) => choices.iter().all(Self::holds_a_word),
        }
    }

    /// Whether it may be left out.
    fn may_be_nothing(&self) -> bool {
        match self {
            Self::Step(_) => false,
            Self::Sequence(parts) => parts.iter().all(Self::may_be_nothing),
            Self::Choice(choices) => choices.iter().any(Self::may_be_nothing),
        }
    }

    /// Every word that says it alone.
    pub fn words_alone(&self, each: &mut dyn FnMut(&str)) {
        match self {
            Self::Step(Step::Word(word)) => each(word),
            Self::Step(_) => {}
            Self::Choice(choices) => choices.iter().for_each(|choice| choice.words_alone(each)),
            Self::Sequence(parts) => {
                let needed = parts.iter().filter(|part| !part.may_be_nothing()).count();
                for part in parts.iter().filter(|part| needed == 0 || needed == 1 && !part.may_be_nothing()) {
                    part.words_alone(each);
                }
            }
        }
    }

    /// Every word of it.
    pub fn words(&self, each: &mut dyn FnMut(&str)) {
        self.steps(&mut |step| {
            if let Step::Word(word) = step {
                each(word);
            }
        });
    }

    /// Every step of it.
    pub fn steps(&self, each: &mut dyn FnMut(&Step)) {
        match self {
            Self::Step(step) => each(step),
            Self::Sequence(parts) | Self::Choice(parts) => parts.iter().for_each(|part| part.steps(each)),
        }
    }
}

fn every_sequence<'a>(
    parts: &'a [Pattern],
    said: &mut Vec<&'a Step>,
    then: &mut dyn FnMut(&mut Vec<&'a Step>) -> bool,
) -> bool {
    match parts.split_first() {
        None => then(said),
        Some((first, rest)) => first.every_way(said, &mut |said| every_sequence(rest, said, then)),
    }
}

/// What forms may refer to.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// Endings by class.
    pub inflection: &'a BTreeMap<String, Vec<String>>,
    /// Forms by group.
    pub groups: &'a BTreeMap<String, Vec<String>>,
}

/// The pattern of a form, or what is wrong with it.
pub fn parse(form: &str, names: Names<'_>) -> Result<Pattern, String> {
    if form.chars().any(char::is_uppercase) {
        return Err("it has capital letters".to_owned());
    }
    let mut parser = Parser { rest: form, names, depth: 0 };
    let pattern = parser.choices()?;
    if !parser.rest.is_empty() {
        return Err("it has a bracket too many".to_owned());
    }
    if !pattern.holds_a_word() {
        return Err("it may hold no word at all".to_owned());
    }
    Ok(pattern)
}

struct Parser<'a> {
    rest: &'a str,
    names: Names<'a>,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn take(&mut self, sign: char) -> bool {
        match self.rest.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// One sequence, or several parted by `|`.
    fn choices(&mut self) -> Result<Pattern, String> {
        let mut choices = vec![self.sequence()?];
        while self.take('|') {
            choices.push(self.sequence()?);
        }
        Ok(match choices.pop() {
            Some(only) if choices.is_empty() => only,
            last => Pattern::Choice(choices.into_iter().chain(last).collect()),
        })
    }

    fn sequence(&mut self) -> Result<Pattern, String> {
        let mut parts = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.is_empty() || self.rest.starts_with(['|', ')']) {
                return Ok(Pattern::Sequence(parts));
            }
            parts.push(self.item()?);
        }
    }

    /// What stands between two spaces.
    fn item(&mut self) -> Result<Pattern, String> {
        for (sign, step) in [("#", Step::Number), ("*", Step::Gap), ("?", Step::Word("?".to_owned()))] {
            let alone =
                self.rest.strip_prefix(sign).filter(|rest| rest.is_empty() || rest.starts_with([' ', ')', '|']));
            if let Some(rest) = alone {
                self.rest = rest;
                return Ok(Pattern::Step(step));
            }
        }
        let mut atoms = Vec::new();
        while !self.rest.is_empty() && !self.rest.starts_with([' ', ')', '|', '?', '*']) {
            atoms.push(self.atom()?);
        }
        let pattern = match atoms.pop() {
            Some(only) if atoms.is_empty() => only,
            last => glued(&atoms.into_iter().chain(last).collect::<Vec<_>>())?,
        };
        let pattern = worded(pattern)?;
        let inside = self
            .rest
            .strip_prefix(['?', '*'])
            .is_some_and(|rest| !rest.is_empty() && !rest.starts_with([' ', ')', '|']));
        if inside {
            return Err("a `?` or `*` stands inside a word: write (|x) for what may be missing there".to_owned());
        }
        let optional = |pattern| Pattern::Choice(vec![pattern, Pattern::NOTHING]);
        if self.take('?') {
            return Ok(optional(pattern));
        }
        if self.take('*') {
            let once = optional(pattern);
            return Ok(Pattern::Sequence(vec![once.clone(), once]));
        }
        Ok(pattern)
    }

    /// A bracket, an ending, a group or letters.
    fn atom(&mut self) -> Result<Pattern, String> {
        if self.take('(') {
            let inside = self.choices()?;
            return if self.take(')') { Ok(inside) } else { Err("it lacks a `)`".to_owned()) };
        }
        if self.take('{') {
            let name = self.name('}')?;
            let endings = self.names.inflection.get(name).ok_or_else(|| format!("there is no inflection `{name}`"))?;
            let all = std::iter::once("").chain(endings.iter().map(String::as_str));
            return Ok(Pattern::Choice(all.map(|ending| Pattern::Step(Step::Word(ending.to_owned()))).collect()));
        }
        if self.take('<') {
            let name = self.name('>')?;
            return self.group(name);
        }
        let end = self.rest.find([' ', '(', ')', '{', '}', '<', '>', '|', '?', '*']).unwrap_or(self.rest.len());
        let (letters, rest) = self.rest.split_at(end);
        if letters.is_empty() {
            return Err("it has a bracket too many".to_owned());
        }
        self.rest = rest;
        Ok(Pattern::Step(Step::Word(letters.to_owned())))
    }

    fn name(&mut self, end: char) -> Result<&'a str, String> {
        let (name, rest) = self.rest.split_once(end).ok_or_else(|| format!("it lacks a `{end}`"))?;
        self.rest = rest;
        Ok(name)
    }

    fn group(&self, name: &str) -> Result<Pattern, String> {
        if self.depth >= DEEPEST {
            return Err("its groups name each other without end".to_owned());
        }
        let forms = self.names.groups.get(name).ok_or_else(|| format!("there is no group `{name}`"))?;
        let parse = |form: &String| {
            let mut parser = Parser { rest: form, names: self.names, depth: self.depth + 1 };
            parser.choices()
        };
        Ok(Pattern::Choice(forms.iter().map(parse).collect::<Result<_, _>>()?))
    }
}

/// Parts without a space between them: every spelling of the words that they make together.
fn glued(atoms: &[Pattern]) -> Result<Pattern, String> {
    let mut spellings: Vec<Vec<String>> = vec![vec![String::new()]];
    for atom in atoms {
        let mut ways: Vec<Vec<String>> = Vec::new();
        atom.every_way(&mut Vec::new(), &mut |said| {
            ways.push(said.iter().map(|step| written(step)).collect());
            ways.len() <= MOST_SPELLINGS
        });
        let join = |head: &Vec<String>, tail: &Vec<String>| {
            let mut joined = head.clone();
            let (first, rest) = tail.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
            if let Some(last) = joined.last_mut() {
                last.push_str(first);
            }
            joined.extend_from_slice(rest);
            joined
        };
        spellings = spellings.iter().flat_map(|head| ways.iter().map(move |tail| join(head, tail))).collect();
        if spellings.len() > MOST_SPELLINGS {
            return Err(format!("one of its words has more than {MOST_SPELLINGS} spellings"));
        }
    }
    let word = |word: String| Pattern::Step(Step::Word(word));
    Ok(Pattern::Choice(
        spellings.into_iter().map(|words| Pattern::Sequence(words.into_iter().map(word).collect())).collect(),
    ))
}

fn written(step: &Step) -> String {
    match step {
        Step::Word(word) => word.clone(),
        Step::Begins(word) => format!("{word}~"),
        Step::Ends(word) => format!("~{word}"),
        Step::Number => "#".to_owned(),
        Step::Gap => "*".to_owned(),
    }
}

/// Spellings as steps: a hyphen parts words, as it does in a text.
fn worded(pattern: Pattern) -> Result<Pattern, String> {
    match pattern {
        Pattern::Step(Step::Word(spelled)) => words(&spelled),
        Pattern::Step(step) => Ok(Pattern::Step(step)),
        Pattern::Sequence(parts) => Ok(Pattern::Sequence(parts.into_iter().map(worded).collect::<Result<_, _>>()?)),
        Pattern::Choice(parts) => Ok(Pattern::Choice(parts.into_iter().map(worded).collect::<Result<_, _>>()?)),
    }
}

fn words(spelled: &str) -> Result<Pattern, String> {
    let step = match (spelled.strip_prefix('~'), spelled.strip_suffix('~')) {
        (Some(head), None) if !head.contains('-') => Step::Ends(head.to_owned()),
        (None, Some(stem)) if !stem.contains('-') => Step::Begins(stem.to_owned()),
        (None, None) => {
            let words = spelled.split('-').filter(|word| !word.is_empty());
            let steps: Vec<Pattern> = words.map(|word| Pattern::Step(Step::Word(word.to_owned()))).collect();
            return Ok(Pattern::Sequence(steps));
        }
        _ => return Err(format!("`{spelled}` is open at both ends, or has a hyphen")),
    };
    Ok(Pattern::Step(step))
}

#[cfg(test)]
mod tests {
    use super::{Names, parse, written};
    use std::collections::BTreeMap;

    fn ways(form: &str) -> Result<Vec<String>, String> {
        let inflection = BTreeMap::from([("er".to_owned(), vec!["er".to_owned(), "en".to_owned()])]);
        let groups = BTreeMap::from([("drug".to_owned(), vec!["alendronat".to_owned(), "weekly tablet".to_owned()])]);
        let pattern = parse(form, Names { inflection: &inflection, groups: &groups })?;
        let mut all = Vec::new();
        pattern.every_way(&mut Vec::new(), &mut |said| {
            all.push(said.iter().map(|step| written(step)).collect::<Vec<_>>().join(" "));
            true
        });
        Ok(all)
    }

    #[test]
    fn a_form_stands_for_every_way_of_saying_it() {
        assert_eq!(ways("(höft|kot)fraktur{er}").unwrap().len(), 6);
        assert_eq!(
            ways("tål? <drug>").unwrap(),
            ["tål alendronat", "tål weekly tablet", "alendronat", "weekly tablet"]
        );
        assert_eq!(ways("e-leg ~fraktur # steg~ *").unwrap(), ["e leg ~fraktur # steg~ *"]);
        assert_eq!(ways("(a b|c)x").unwrap(), ["a bx", "cx"]);
        assert_eq!(ways("(very)* ill ?").unwrap(), ["very very ill ?", "very ill ?", "very ill ?", "ill ?"]);
    }

    #[test]
    fn a_slip_is_said() {
        let slips = [
            ("", "no word"),
            ("a{x}", "inflection"),
            ("<x>", "group"),
            ("(a", "lacks"),
            ("A", "capital"),
            ("#", "no word"),
            ("a?", "no word"),
            ("a)", "too many"),
            ("~a~", "both ends"),
            ("a(b)?c", "inside a word"),
        ];
        for (form, says) in slips {
            let error = ways(form).unwrap_err();
            assert!(error.contains(says), "{form}: {error}");
        }
    }
}
