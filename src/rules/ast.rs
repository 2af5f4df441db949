//! A condition as its author wrote it: names and positions, nothing looked up yet.

/// A half-open byte range of the condition's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// Something an author must mend: what is wrong, where, and a way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, in bytes of the condition's text.
    pub range: Range,
    /// What is wrong and why; lower case, no full stop, input in backticks.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// How a number is compared with a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Comparison {
    /// The operator as it is written.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }
}

/// A value written in a condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// `true` or `false`.
    Boolean(bool),
    /// A number in the unit that the vocabulary declares for the fact.
    Number(f64),
    /// `'text'`: an option of a choice.
    Text(String),
}

/// A part of a condition with its place in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where it stands.
    pub range: Range,
    /// What it says.
    pub expression: Expression,
}

/// What a part of a condition says.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// `true` or `false`.
    Constant(bool),
    /// A boolean fact or a named condition.
    Name(String),
    /// `name < 5`
    Compare(String, Comparison, Literal, Range),
    /// `name between 1 and 3`, both ends included.
    Between(String, f64, f64),
    /// `name in {'a', 'b'}`
    In(String, Vec<(Literal, Range)>),
    /// `name is null`, or `name is not null` when `false`.
    IsNull(String, bool),
    /// `not …`
    Not(Box<Node>),
    /// `… and …`
    And(Vec<Node>),
    /// `… or …`
    Or(Vec<Node>),
}
