//! The condition language: text → expression, every error with its place and a way out.
//!
//! ```text
//! or    := and ("or" and)*
//! and   := unary ("and" unary)*
//! unary := "not" (unary without test) | "(" or ")" | "true" | "false" | name test?
//! test  := ("=" | "!=" | "<" | "<=" | ">" | ">=") literal | "between" number "and" number
//!        | "in" "{" literal ("," literal)* "}" | "is" "not"? "null"
//! ```

use super::lex::{KEYWORDS, Kind, Symbol, Token, problem, tokens};
use super::{Expression, Literal, Node, Problem, Range};

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
        Some(token) => Err(parser.left_over(token)),
    }
}

/// What stands first in every part of a condition.
const NAME: &str = "a fact or a named condition";

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
        self.text.get(range.start..range.end).unwrap_or_default()
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

    /// A whole condition has been read, and this stands behind it.
    fn left_over(&self, token: Token) -> Problem {
        let written = self.slice(token.range);
        if token.kind == Kind::Symbol(Symbol::Close) {
            return problem(token.range, "`)` closes no bracket", "take it away, or open a bracket in front");
        }
        let help = match (token.kind, written) {
            (Kind::Symbol(Symbol::Compare(_)), _) => "a comparison has one name, on its left",
            (_, "not") => "write `not (name in {…})`, `not (name between … and …)`, `name is not null`",
            _ => "join two conditions with `and` or `or`",
        };
        problem(token.range, format!("`{written}` does not continue the condition"), help)
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
            let bracketed = self.peek().is_some_and(|token| token.kind == Kind::Symbol(Symbol::Open));
            let inner = self.unary()?;
            if !bracketed {
                self.no_test_behind_not(&inner)?;
            }
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
            Some(token) if matches!(token.kind, Kind::Number | Kind::Text) => {
                Err(self.expected(NAME, "put the name in front: age_years > 50, oa_joint = 'hip'"))
            }
            _ => Err(self.expected(NAME, "write a name of corpus/facts.toml or of [define]")),
        }
    }

    /// CQL's `not` binds tighter than a comparison: `not age_years > 50` would be `(not age_years) > 50`.
    fn no_test_behind_not(&self, inner: &Node) -> Result<(), Problem> {
        match inner.expression {
            Expression::Compare(..) | Expression::Between(..) | Expression::In(..) => Err(problem(
                inner.range,
                "`not` would take the name alone, as in CQL",
                format!("put the rest in brackets: not ({})", self.slice(inner.range)),
            )),
            _ => Ok(()),
        }
    }

    fn named(&mut self, token: Token) -> Result<Node, Problem> {
        let name = self.slice(token.range);
        if KEYWORDS.contains(&name) && !matches!(name, "true" | "false") {
            let help = match name {
                "null" => "write `name is null` or `name is not null`".to_owned(),
                _ => format!("`{name}` needs one in front of it"),
            };
            return Err(self.expected(NAME, help));
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
                let help = "write `is null` or `is not null`; a yes-or-no fact stands alone";
                return Err(self.expected("`null`", help));
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
