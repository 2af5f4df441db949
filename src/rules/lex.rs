//! A condition's text as words, numbers, quotations and symbols; what is none of them is answered with what to write.

use super::{Comparison, Problem, Range};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// A name or a word of the language.
    Word,
    /// A number.
    Number,
    /// An option in quotes.
    Text,
    /// A bracket, a comma or a comparison.
    Symbol(Symbol),
}

/// A token that is not made of letters or digits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Symbol {
    /// `(`
    Open,
    /// `)`
    Close,
    /// `{`
    OpenList,
    /// `}`
    CloseList,
    /// `,`
    Comma,
    /// `=`, `<` and their like.
    Compare(Comparison),
}

/// A token with its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub range: Range,
}

/// The words that are no names.
pub const KEYWORDS: [&str; 9] = ["and", "or", "not", "in", "is", "between", "null", "true", "false"];

/// Longer symbols first, so that `<=` is not read as `<`.
const SYMBOLS: [(&str, Symbol); 11] = [
    ("<=", Symbol::Compare(Comparison::LessOrEqual)),
    (">=", Symbol::Compare(Comparison::GreaterOrEqual)),
    ("!=", Symbol::Compare(Comparison::NotEqual)),
    ("<", Symbol::Compare(Comparison::Less)),
    (">", Symbol::Compare(Comparison::Greater)),
    ("=", Symbol::Compare(Comparison::Equal)),
    ("(", Symbol::Open),
    (")", Symbol::Close),
    ("{", Symbol::OpenList),
    ("}", Symbol::CloseList),
    (",", Symbol::Comma),
];

/// What people write out of habit, and what it is here.
const HABITS: [(&str, &str); 19] = [
    ("==", "write ="),
    ("=<", "write <="),
    ("=>", "write >="),
    ("<>", "write !="),
    ("≤", "write <="),
    ("≥", "write >="),
    ("≠", "write !="),
    ("&&", "write `and`"),
    ("&", "write `and`"),
    ("||", "write `or`"),
    ("|", "write `or`"),
    ("−", "write the minus sign of the keyboard: -"),
    ("–", "write the minus sign of the keyboard: -"),
    ("\"", QUOTES),
    ("‘", QUOTES),
    ("’", QUOTES),
    ("“", QUOTES),
    ("”", QUOTES),
    (".", "a decimal point has a digit on both sides: 0.5"),
];

const QUOTES: &str = "an option stands in straight single quotes: 'hip'";

/// A problem of these words.
pub fn problem(range: Range, message: impl Into<String>, help: impl Into<String>) -> Problem {
    Problem { range, message: message.into(), help: help.into() }
}

/// The problem of a unit beside a number.
pub fn unit(range: Range) -> Problem {
    problem(range, "a number stands without its unit", "write the number alone, in the unit that facts.toml declares")
}

/// Reads every token.
///
/// # Errors
/// The first thing that is no token.
pub fn tokens(text: &str) -> Result<Vec<Token>, Problem> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some((rest, first)) = text.get(at..).and_then(|rest| Some((rest, rest.chars().next()?))) {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (kind, length) = token(rest, first, at)?;
        let range = Range { start: at, end: at + length };
        // No condition goes on with a word behind a number, except these.
        let behind_number = kind == Kind::Word && tokens.last().is_some_and(|last| last.kind == Kind::Number);
        if behind_number && !rest.get(..length).is_some_and(|word| KEYWORDS.contains(&word)) {
            return Err(unit(range));
        }
        tokens.push(Token { kind, range });
        at += length;
    }
    Ok(tokens)
}

fn token(rest: &str, first: char, at: usize) -> Result<(Kind, usize), Problem> {
    match first {
        'a'..='z' | 'A'..='Z' | '_' => word(rest, at),
        '0'..='9' | '-' => number(rest, at),
        '\'' => quoted(rest, at),
        _ => symbol(rest, first, at),
    }
}

fn word(rest: &str, at: usize) -> Result<(Kind, usize), Problem> {
    let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
    let word = rest.get(..length).unwrap_or_default();
    let small = word.to_ascii_lowercase();
    if small != word && KEYWORDS.contains(&small.as_str()) {
        let range = Range { start: at, end: at + length };
        return Err(problem(range, format!("`{word}` has no meaning in a condition"), format!("write `{small}`")));
    }
    Ok((Kind::Word, length))
}

fn number(rest: &str, at: usize) -> Result<(Kind, usize), Problem> {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let sign = usize::from(rest.starts_with('-'));
    let whole = sign + digits(rest.get(sign..).unwrap_or_default());
    if whole == sign {
        let range = Range { start: at, end: at + sign };
        return Err(problem(range, "a minus sign needs its number right behind it", "write -2.5"));
    }
    let after = rest.get(whole..).unwrap_or_default();
    let fraction = match after.strip_prefix('.') {
        Some(decimals) if digits(decimals) > 0 => 1 + digits(decimals),
        _ => 0,
    };
    let end = whole + fraction;
    let tail = rest.get(end..).unwrap_or_default();
    let decimals = tail.strip_prefix(',').map_or(0, digits);
    if decimals > 0 && fraction == 0 {
        let wrong = rest.get(..end + 1 + decimals).unwrap_or_default();
        let range = Range { start: at, end: at + wrong.len() };
        let help = format!("write {}", wrong.replace(',', "."));
        return Err(problem(range, format!("`{wrong}` has a decimal comma"), help));
    }
    Ok((Kind::Number, end))
}

fn quoted(rest: &str, at: usize) -> Result<(Kind, usize), Problem> {
    match rest.get(1..).and_then(|inside| inside.find('\'')) {
        Some(length) => Ok((Kind::Text, length + 2)),
        None => Err(problem(Range { start: at, end: at + rest.len() }, "the quotation is not closed", "end it with '")),
    }
}

fn symbol(rest: &str, first: char, at: usize) -> Result<(Kind, usize), Problem> {
    let habit = HABITS.into_iter().find(|(written, _)| rest.starts_with(written));
    let known = SYMBOLS.into_iter().find(|(written, _)| rest.starts_with(written));
    if let (None, Some((written, symbol))) = (habit, known) {
        return Ok((Kind::Symbol(symbol), written.len()));
    }
    let other = first.to_string();
    let (wrong, help) = habit.unwrap_or_else(|| (other.as_str(), help(first)));
    let range = Range { start: at, end: at + wrong.len() };
    if matches!(first, '%' | '°' | 'µ' | 'μ') {
        return Err(unit(range));
    }
    Err(problem(range, format!("`{wrong}` has no meaning in a condition"), help))
}

fn help(foreign: char) -> &'static str {
    match foreign {
        '!' => "write `not`, or !=",
        letter if letter.is_alphabetic() => "a name has the letters a to z, digits and _",
        _ => "a condition has names, numbers, 'options', and or not, = != < <= > >=, between, in {…}, is null",
    }
}
