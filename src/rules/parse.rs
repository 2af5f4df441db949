//! The condition language: text → expression, every error with its column and a way out.
//!
//! ```text
//! or    := and ("or" and)*
//! and   := unary ("and" unary)*
//! unary := "not" unary | "(" or ")" | "true" | "false" | name test?
//! test  := ("=" | "!=" | "<" | "<=" | ">" | ">=") literal | "between" number "and" number
//!        | "in" "{" literal ("," literal)* "}" | "is" "not"? "null"
//! ```

use super::{Comparison, Expression, Literal, Node, Problem, Range};

/// How deep brackets and `not` may nest; deeper conditions are refused, so that no text can exhaust the stack.
pub const DEPTH_MAX: usize = 32;

/// Reads a condition.
///
/// # Errors
/// The first place where the text stops being a condition, with what to write instead.
pub fn parse(text: &str) -> Result<Node, Problem> {
    let tokens = tokens(text)?;
    let mut parser = Parser { text, tokens, next: 0, depth: 0 };
    let node = parser.or()?;
    match parser.peek() {
        None => Ok(node),
        Some(token) => Err(problem(
            token.range,
            format!("`{}` does not continue the condition", parser.slice(token.range)),
            "join two conditions with `and` or `or`",
        )),
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Word,
    Number,
    Text,
    Symbol(Symbol),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Symbol {
    Open,
    Close,
    OpenList,
    CloseList,
    Comma,
    Compare(Comparison),
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Token {
    kind: Kind,
    range: Range,
}

fn problem(range: Range, message: impl Into<String>, help: impl Into<String>) -> Problem {
    Problem { range, message: message.into(), help: help.into() }
}

fn slice(text: &str, range: Range) -> &str {
    text.get(range.start..range.end).unwrap_or_default()
}

fn tokens(text: &str) -> Result<Vec<Token>, Problem> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (kind, length) = token(rest, first, at)?;
        tokens.push(Token { kind, range: Range { start: at, end: at + length } });
        at += length;
    }
    Ok(tokens)
}

fn token(rest: &str, first: char, at: usize) -> Result<(Kind, usize), Problem> {
    let while_true = |accept: &dyn Fn(char) -> bool| rest.find(|c| !accept(c)).unwrap_or(rest.len());
    match first {
        'a'..='z' | 'A'..='Z' | '_' => Ok((Kind::Word, while_true(&|c| c.is_ascii_alphanumeric() || c == '_'))),
        '0'..='9' | '-' => number(rest, at),
        '\'' => quoted(rest, at),
        '(' => Ok((Kind::Symbol(Symbol::Open), 1)),
        ')' => Ok((Kind::Symbol(Symbol::Close), 1)),
        '{' => Ok((Kind::Symbol(Symbol::OpenList), 1)),
        '}' => Ok((Kind::Symbol(Symbol::CloseList), 1)),
        ',' => Ok((Kind::Symbol(Symbol::Comma), 1)),
        '<' | '>' | '=' | '!' => comparison(rest, at),
        other => Err(problem(
            Range { start: at, end: at + other.len_utf8() },
            format!("`{other}` has no meaning in a condition"),
            "a condition has names, numbers, 'options', and or not, = != < <= > >=, between, in {…}, is null",
        )),
    }
}

fn number(rest: &str, at: usize) -> Result<(Kind, usize), Problem> {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let sign = usize::from(rest.starts_with('-'));
    let whole = sign + digits(rest.get(sign..).unwrap_or_default());
    let after = rest.get(whole..).unwrap_or_default();
    let fraction = match after.strip_prefix('.') {
        Some(decimals) if digits(decimals) > 0 => 1 + digits(decimals),
        _ => 0,
    };
    let end = whole + fraction;
    let tail = rest.get(end..).unwrap_or_default();
    let range = Range { start: at, end: at + end.max(1) };
    if whole == sign {
        return Err(problem(range, "a minus sign needs its number right behind it", "write -2.5"));
    }
    let decimals = tail.strip_prefix(',').map_or(0, digits);
    if decimals > 0 && fraction == 0 {
        let wrong = rest.get(..end + 1 + decimals).unwrap_or_default();
        return Err(problem(
            Range { start: at, end: at + wrong.len() },
            format!("`{wrong}` has a decimal comma"),
            format!("write {}", wrong.replace(',', ".")),
        ));
    }
    if tail.starts_with(|c: char| c.is_alphabetic() || c == '%') {
        return Err(problem(range, "a number stands without its unit", "write the number alone, in the fact's unit"));
    }
    Ok((Kind::Number, end))
}

fn quoted(rest: &str, at: usize) -> Result<(Kind, usize), Problem> {
    match rest.get(1..).and_then(|inside| inside.find('\'')) {
        Some(length) => Ok((Kind::Text, length + 2)),
        None => Err(problem(Range { start: at, end: at + rest.len() }, "the quotation is not closed", "end it with '")),
    }
}

fn comparison(rest: &str, at: usize) -> Result<(Kind, usize), Problem> {
    let known = [
        ("<=", Comparison::LessOrEqual),
        (">=", Comparison::GreaterOrEqual),
        ("!=", Comparison::NotEqual),
        ("<", Comparison::Less),
        (">", Comparison::Greater),
        ("=", Comparison::Equal),
    ];
    if rest.starts_with("==") {
        return Err(problem(Range { start: at, end: at + 2 }, "`==` is not an operator", "write ="));
    }
    known
        .into_iter()
        .find(|(symbol, _)| rest.starts_with(symbol))
        .map(|(symbol, comparison)| (Kind::Symbol(Symbol::Compare(comparison)), symbol.len()))
        .ok_or_else(|| problem(Range { start: at, end: at + 1 }, "`!` is not an operator", "write `not`, or !="))
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    next: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<Token> {
        self.tokens.get(self.next).copied()
    }

    fn slice(&self, range: Range) -> &'a str {
        slice(self.text, range)
    }

    fn take(&mut self) -> Option<Token> {
        let token = self.peek();
        self.next += usize::from(token.is_some());
        token
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found = self.peek().is_some_and(|token| token.kind == Kind::Word && self.slice(token.range) == word);
        self.next += usize::from(found);
        found
    }

    fn take_symbol(&mut self, symbol: Symbol) -> bool {
        let found = self.peek().is_some_and(|token| token.kind == Kind::Symbol(symbol));
        self.next += usize::from(found);
        found
    }

    /// Where the text ends: the place of what is missing.
    fn end(&self) -> Range {
        Range { start: self.text.len(), end: self.text.len() }
    }

    fn here(&self) -> Range {
        self.peek().map_or_else(|| self.end(), |token| token.range)
    }

    fn expected(&self, what: &str, help: impl Into<String>) -> Problem {
        match self.peek() {
            Some(token) => problem(token.range, format!("expected {what}, found `{}`", self.slice(token.range)), help),
            None => problem(self.end(), format!("the condition ends where {what} should follow"), help),
        }
    }

    fn joined(
        &mut self,
        word: &str,
        part: fn(&mut Self) -> Result<Node, Problem>,
        join: fn(Vec<Node>) -> Expression,
    ) -> Result<Node, Problem> {
        let first = part(self)?;
        let mut parts = vec![first];
        while self.take_word(word) {
            parts.push(part(self)?);
        }
        let range = Range {
            start: parts.first().map_or(0, |node| node.range.start),
            end: parts.last().map_or(0, |node| node.range.end),
        };
        match (parts.pop(), parts.is_empty()) {
            (Some(only), true) => Ok(only),
            (last, _) => {
                parts.extend(last);
                Ok(Node { range, expression: join(parts) })
            }
        }
    }

    fn or(&mut self) -> Result<Node, Problem> {
        self.joined("or", Self::and, Expression::Or)
    }

    fn and(&mut self) -> Result<Node, Problem> {
        self.joined("and", Self::unary, Expression::And)
    }

    fn unary(&mut self) -> Result<Node, Problem> {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            return Err(problem(
                self.here(),
                format!("the condition nests deeper than {DEPTH_MAX} levels"),
                "name a part of it under [define]",
            ));
        }
        let node = self.unary_inside();
        self.depth -= 1;
        node
    }

    fn unary_inside(&mut self) -> Result<Node, Problem> {
        let start = self.here().start;
        if self.take_word("not") {
            let inner = self.unary()?;
            let range = Range { start, end: inner.range.end };
            return Ok(Node { range, expression: Expression::Not(Box::new(inner)) });
        }
        if self.take_symbol(Symbol::Open) {
            let inner = self.or()?;
            let end = self.here().end;
            if !self.take_symbol(Symbol::Close) {
                return Err(self.expected("`)`", "close the bracket"));
            }
            return Ok(Node { range: Range { start, end }, expression: inner.expression });
        }
        match self.peek() {
            Some(token) if token.kind == Kind::Word => self.named(token),
            _ => Err(self.expected("a fact or a named condition", "write a name of corpus/facts.toml or of [define]")),
        }
    }

    fn named(&mut self, token: Token) -> Result<Node, Problem> {
        let name = self.slice(token.range);
        if let Some(reserved) = ["and", "or", "in", "is", "between", "null"].into_iter().find(|word| *word == name) {
            return Err(self.expected("a fact or a named condition", format!("`{reserved}` needs one in front of it")));
        }
        self.take();
        let expression = match name {
            "true" => Expression::Constant(true),
            "false" => Expression::Constant(false),
            _ => self.test(name)?,
        };
        let end = self.tokens.get(self.next.saturating_sub(1)).map_or(token.range.end, |last| last.range.end);
        Ok(Node { range: Range { start: token.range.start, end }, expression })
    }

    fn test(&mut self, name: &str) -> Result<Expression, Problem> {
        if let Some(Token { kind: Kind::Symbol(Symbol::Compare(comparison)), .. }) = self.peek() {
            self.take();
            let (literal, range) = self.literal()?;
            return Ok(Expression::Compare(name.to_owned(), comparison, literal, range));
        }
        if self.take_word("between") {
            let low = self.between_bound()?;
            if !self.take_word("and") {
                return Err(self.expected("`and`", "write `between 1 and 3`"));
            }
            return Ok(Expression::Between(name.to_owned(), low, self.between_bound()?));
        }
        if self.take_word("in") {
            return self.list(name);
        }
        if self.take_word("is") {
            let null = !self.take_word("not");
            if !self.take_word("null") {
                return Err(self.expected("`null`", "write `is null` or `is not null`"));
            }
            return Ok(Expression::IsNull(name.to_owned(), null));
        }
        Ok(Expression::Name(name.to_owned()))
    }

    fn between_bound(&mut self) -> Result<f64, Problem> {
        match self.literal()? {
            (Literal::Number(number), _) => Ok(number),
            (_, range) => Err(problem(range, "`between` takes two numbers", "write `between 1 and 3`")),
        }
    }

    fn list(&mut self, name: &str) -> Result<Expression, Problem> {
        if !self.take_symbol(Symbol::OpenList) {
            return Err(self.expected("`{`", "write the options in braces: in {'hip', 'knee'}"));
        }
        let mut items = vec![self.literal()?];
        while self.take_symbol(Symbol::Comma) {
            items.push(self.literal()?);
        }
        if !self.take_symbol(Symbol::CloseList) {
            return Err(self.expected("`,` or `}`", "separate the options with commas and close the braces"));
        }
        Ok(Expression::In(name.to_owned(), items))
    }

    fn literal(&mut self) -> Result<(Literal, Range), Problem> {
        let Some(token) = self.peek() else {
            return Err(self.expected("a value", "write a number, an option in quotes, true or false"));
        };
        let written = self.slice(token.range);
        let literal = match token.kind {
            Kind::Number => written.parse().ok().map(Literal::Number),
            Kind::Text => Some(Literal::Text(written.trim_matches('\'').to_owned())),
            Kind::Word => match written {
                "true" => Some(Literal::Boolean(true)),
                "false" => Some(Literal::Boolean(false)),
                _ => {
                    let help = format!("an option stands in quotes: '{written}'");
                    return Err(self.expected("a value", help));
                }
            },
            Kind::Symbol(_) => None,
        };
        match literal {
            Some(literal) => {
                self.take();
                Ok((literal, token.range))
            }
            None => Err(self.expected("a value", "write a number, an option in quotes, true or false")),
        }
    }
}
