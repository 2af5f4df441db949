//! The lexicon made ready for reading: every word by number, every form as a way through a graph.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::corpus::lexicon::{Cue, Lexicon, Meaning, Pattern, Step};

/// A word or an open end of one, by number.
pub type Symbol = u32;

/// Which forms compete for the same words; the longest wins among its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Concepts, and what hides them.
    Concept,
    /// Measurements, durations, and what hides them.
    Measure,
    /// How the words beside it are meant.
    Cue,
    /// Bounds of numbers.
    Relation,
    /// Units.
    Unit,
    /// What is asked.
    Intent,
    /// Where.
    Place,
    /// What it is about.
    Topic,
    /// Names of facts, that say nothing of them.
    Name,
    /// Groups that others need near; these do not compete.
    Near,
}

impl Layer {
    /// How many there are.
    pub const COUNT: usize = 10;

    /// The layer of a meaning. What hides belongs to that of measurements too.
    pub const fn of(meaning: &Meaning) -> Self {
        match meaning {
            Meaning::Concept(_) | Meaning::Stop => Self::Concept,
            Meaning::Measure(_) | Meaning::Lasting(_) => Self::Measure,
            Meaning::Cue(_) => Self::Cue,
            Meaning::Relation(_) => Self::Relation,
            Meaning::Unit(_) => Self::Unit,
            Meaning::Intent(..) => Self::Intent,
            Meaning::Place(_) => Self::Place,
            Meaning::Topic(_) => Self::Topic,
            Meaning::Name(_) => Self::Name,
            Meaning::Near(_) => Self::Near,
        }
    }
}

/// What is known of one word.
#[derive(Debug, Clone, Default)]
pub struct WordEntry {
    /// The word itself and the open ends that it has.
    pub symbols: Vec<Symbol>,
    /// Whether it may be what a misspelt word was meant to be.
    pub repairable: bool,
    /// Whether it is a word that changes how others are meant.
    pub guarded: bool,
    /// Whether it alone denies, doubts, supposes, or makes something a relative's, earlier or planned.
    pub critical: bool,
    /// Whether it alone denies.
    pub denies: bool,
    /// Whether it alone changes how others are meant.
    changes: bool,
    /// Whether it alone states a fact.
    states: bool,
    /// Languages it tells, one bit each.
    pub languages: u8,
    /// Whether it is an everyday word of those languages.
    pub everyday: bool,
    /// Whether it stands in any form.
    pub in_forms: bool,
}

/// A place on the ways of forms.
#[derive(Debug, Default)]
pub struct Node {
    edges: Vec<(Symbol, u32)>,
    /// Where a number leads.
    pub numbers: Vec<u32>,
    /// Where words that say nothing lead.
    pub gaps: Vec<u32>,
    /// Where nothing leads: what may be left out.
    pub passes: Vec<u32>,
    /// What ends here.
    pub meaning: Option<u32>,
}

/// Words and forms.
#[derive(Debug)]
pub struct Dictionary {
    /// Only looked up in, never walked through: its order is of no consequence.
    words: HashMap<String, u32>,
    entries: Vec<WordEntry>,
    spelled: Vec<String>,
    begins: BTreeMap<[char; 2], Vec<(String, Symbol)>>,
    ends: BTreeMap<[char; 2], Vec<(String, Symbol)>>,
    nodes: Vec<Node>,
    roots: Vec<u32>,
}

const NOWHERE: u32 = u32::MAX;
/// Where every form begins.
pub const ROOT: u32 = 0;

impl Dictionary {
    /// Makes a lexicon ready.
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut dictionary = Self {
            words: HashMap::new(),
            entries: Vec::new(),
            spelled: Vec::new(),
            begins: BTreeMap::new(),
            ends: BTreeMap::new(),
            nodes: vec![Node::default()],
            roots: Vec::new(),
        };
        let mut open: BTreeMap<Step, Symbol> = BTreeMap::new();
        // Every form of a meaning ends at the same place.
        let ends: Vec<u32> = (0..lexicon.meanings.len()).map(|meaning| dictionary.end_of(meaning)).collect();
        for form in &lexicon.forms {
            let (Some(meaning), Some(end)) = (lexicon.meanings.get(form.meaning), ends.get(form.meaning)) else {
                continue;
            };
            dictionary.lay(ROOT, &form.pattern, *end, &mut open);
            form.pattern.words(&mut |word| dictionary.note(word, meaning, 1 << form.language as u8));
            form.pattern.words_alone(&mut |word| dictionary.note_alone(word, meaning));
        }
        dictionary.release();
        for (word, languages) in &lexicon.function_words {
            let place = dictionary.word_or_new(word);
            if let Some(entry) = dictionary.entries.get_mut(place as usize) {
                entry.everyday = true;
                entry.languages = languages.iter().fold(0, |bits, language| bits | 1 << *language as u8);
            }
        }
        for word in lexicon.neutral_words.iter().chain(lexicon.numerals.keys()) {
            dictionary.word_or_new(word);
        }
        dictionary.open_ends();
        dictionary.index();
        dictionary
    }

    fn word_or_new(&mut self, word: &str) -> u32 {
        if let Some(place) = self.words.get(word) {
            return *place;
        }
        let place = u32::try_from(self.entries.len()).unwrap_or(NOWHERE);
        self.words.insert(word.to_owned(), place);
        self.entries.push(WordEntry { symbols: vec![place * 2], ..WordEntry::default() });
        self.spelled.push(word.to_owned());
        place
    }

    /// What a form tells of its words.
    fn note(&mut self, word: &str, meaning: &Meaning, language: u8) {
        let place = self.word_or_new(word);
        let Some(entry) = self.entries.get_mut(place as usize) else { return };
        entry.in_forms = true;
        match Layer::of(meaning) {
            Layer::Cue | Layer::Relation => entry.guarded = true,
            Layer::Concept | Layer::Measure | Layer::Intent | Layer::Topic | Layer::Place => entry.repairable = true,
            Layer::Unit | Layer::Name | Layer::Near => {}
        }
        if matches!(meaning, Meaning::Concept(_) | Meaning::Intent(..) | Meaning::Topic(_)) {
            entry.languages |= language;
        }
    }

    /// What a form tells of a word that makes it alone.
    fn note_alone(&mut self, word: &str, meaning: &Meaning) {
        let place = self.word_or_new(word);
        let Some(entry) = self.entries.get_mut(place as usize) else { return };
        match meaning {
            Meaning::Cue(cue) => {
                entry.critical |= cue.is_critical();
                entry.denies |= *cue == Cue::Negation;
                entry.changes = true;
            }
            Meaning::Relation(_) => entry.changes = true,
            Meaning::Concept(_) => entry.states = true,
            _ => {}
        }
    }

    /// "Kvinna" states a fact, and changes nothing although "gammal kvinna" tells that "gammal" is no past.
    fn release(&mut self) {
        for entry in self.entries.iter_mut().filter(|entry| entry.states && !entry.changes) {
            entry.guarded = false;
        }
    }

    fn new_node(&mut self) -> u32 {
        self.nodes.push(Node::default());
        u32::try_from(self.nodes.len() - 1).unwrap_or(NOWHERE)
    }

    fn end_of(&mut self, meaning: usize) -> u32 {
        let end = self.new_node();
        if let Some(node) = self.nodes.last_mut() {
            node.meaning = u32::try_from(meaning).ok();
        }
        end
    }

    /// Lays the way of a pattern from one place to another.
    fn lay(&mut self, from: u32, pattern: &Pattern, to: u32, open: &mut BTreeMap<Step, Symbol>) {
        match pattern {
            Pattern::Step(step) => self.lay_step(from, step, to, open),
            Pattern::Choice(choices) => choices.iter().for_each(|choice| self.lay(from, choice, to, open)),
            Pattern::Sequence(parts) => {
                let mut at = from;
                for (place, part) in parts.iter().enumerate() {
                    let next = if place + 1 == parts.len() { to } else { self.new_node() };
                    self.lay(at, part, next, open);
                    at = next;
                }
                if parts.is_empty()
                    && let Some(node) = self.nodes.get_mut(from as usize)
                {
                    node.passes.push(to);
                }
            }
        }
    }

    fn lay_step(&mut self, from: u32, step: &Step, to: u32, open: &mut BTreeMap<Step, Symbol>) {
        let symbol = match step {
            Step::Word(word) => Some(self.word_or_new(word) * 2),
            Step::Begins(_) | Step::Ends(_) => Some(self.open_symbol(step, open)),
            Step::Number | Step::Gap => None,
        };
        let Some(node) = self.nodes.get_mut(from as usize) else { return };
        match (step, symbol) {
            (_, Some(symbol)) => node.edges.push((symbol, to)),
            (Step::Gap, None) => node.gaps.push(to),
            (_, None) => node.numbers.push(to),
        }
    }

    fn open_symbol(&mut self, step: &Step, open: &mut BTreeMap<Step, Symbol>) -> Symbol {
        let next = u32::try_from(open.len()).unwrap_or(NOWHERE) * 2 + 1;
        let symbol = *open.entry(step.clone()).or_insert(next);
        if symbol == next {
            let (table, key, part) = match step {
                Step::Begins(part) => (&mut self.begins, first_two(part.chars()), part),
                Step::Ends(part) => (&mut self.ends, first_two(part.chars().rev()), part),
                Step::Word(_) | Step::Number | Step::Gap => return symbol,
            };
            table.entry(key).or_default().push((part.clone(), symbol));
        }
        symbol
    }

    /// Gives every known word the open ends that it has.
    fn open_ends(&mut self) {
        for place in 0..self.spelled.len() {
            let Some(word) = self.spelled.get(place) else { continue };
            let open = self.open_symbols(word);
            if let Some(entry) = self.entries.get_mut(place) {
                entry.symbols.extend(open);
            }
        }
    }

    /// Lets every form be entered at the root itself, also one that may leave out its first word or begins with a number:
    /// the root is where every word of a text is tried.
    fn open_the_root(&mut self) {
        let passed = self.merged(|root| std::mem::take(&mut root.passes));
        let counted = self.merged(|root| std::mem::take(&mut root.numbers));
        let after_number = self.new_node();
        if let Some(node) = self.nodes.get_mut(after_number as usize) {
            *node = counted;
        }
        let Some(root) = self.nodes.get_mut(ROOT as usize) else { return };
        root.edges.extend(passed.edges);
        root.gaps.extend(passed.gaps);
        root.numbers = vec![after_number];
        root.numbers.extend(passed.numbers);
    }

    /// All that can be done at the places that the root leads to in one way, at one place.
    fn merged(&mut self, take: impl Fn(&mut Node) -> Vec<u32>) -> Node {
        let mut waiting = self.nodes.get_mut(ROOT as usize).map(take).unwrap_or_default();
        let (mut all, mut seen) = (Node::default(), BTreeSet::new());
        while let Some(place) = waiting.pop() {
            if let (true, Some(node)) = (seen.insert(place), self.nodes.get(place as usize)) {
                all.edges.extend(&node.edges);
                all.numbers.extend(&node.numbers);
                all.gaps.extend(&node.gaps);
                waiting.extend(&node.passes);
            }
        }
        all
    }

    /// Sorts the edges, so that a symbol is found among them; at the root, where every word begins, without a search.
    fn index(&mut self) {
        self.open_the_root();
        for node in &mut self.nodes {
            node.edges.sort_unstable();
            node.edges.dedup();
        }
        let edges = self.nodes.first().map(|root| root.edges.as_slice()).unwrap_or_default();
        let highest = edges.last().map_or(0, |edge| edge.0 as usize + 1);
        self.roots = vec![NOWHERE; highest];
        for (place, (symbol, _)) in edges.iter().enumerate().rev() {
            if let Some(root) = self.roots.get_mut(*symbol as usize) {
                *root = u32::try_from(place).unwrap_or(NOWHERE);
            }
        }
    }

    /// A word by its spelling.
    pub fn find(&self, word: &str) -> Option<u32> {
        self.words.get(word).copied()
    }

    /// What is known of a word.
    pub fn entry(&self, word: u32) -> Option<&WordEntry> {
        self.entries.get(word as usize)
    }

    /// How a word is spelled.
    pub fn spelling(&self, word: u32) -> &str {
        self.spelled.get(word as usize).map_or("", String::as_str)
    }

    /// Every word with what is known of it.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &str, &WordEntry)> {
        self.spelled.iter().zip(&self.entries).zip(0..).map(|((word, entry), place)| (place, word.as_str(), entry))
    }

    /// The open ends of a word.
    pub fn open_symbols(&self, word: &str) -> Vec<Symbol> {
        let begins = self.begins.get(&first_two(word.chars())).into_iter().flatten();
        let ends = self.ends.get(&first_two(word.chars().rev())).into_iter().flatten();
        let begun = begins.filter(|(part, _)| word.starts_with(part.as_str()));
        let ended = ends.filter(|(part, _)| word.len() > part.len() && word.ends_with(part.as_str()));
        begun.chain(ended).map(|(_, symbol)| *symbol).collect()
    }

    /// A place.
    pub fn node(&self, node: u32) -> Option<&Node> {
        self.nodes.get(node as usize)
    }

    /// Where a symbol leads from a place.
    pub fn follow(&self, node: u32, symbol: Symbol) -> impl Iterator<Item = u32> {
        let edges = self.nodes.get(node as usize).map(|node| node.edges.as_slice()).unwrap_or_default();
        let first = if node == ROOT {
            self.roots.get(symbol as usize).map_or(edges.len(), |place| *place as usize)
        } else {
            edges.partition_point(|edge| edge.0 < symbol)
        };
        edges.iter().skip(first).take_while(move |edge| edge.0 == symbol).map(|edge| edge.1)
    }
}

/// The first two characters, so that an open end is compared with few.
fn first_two(mut chars: impl Iterator<Item = char>) -> [char; 2] {
    [chars.next().unwrap_or_default(), chars.next().unwrap_or_default()]
}
