//! Holds, Fails, Unknown, and CQL's truth tables.

/// What a condition says about the facts. There is no conversion to `bool`: whoever reads a verdict says what
/// unknown means to them (invariant 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// True of the known facts.
    Holds,
    /// False of the known facts.
    Fails,
    /// The known facts do not decide it.
    Unknown,
}

impl Verdict {
    /// CQL's `and`: one false operand decides, however much is unknown.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Fails, _) | (_, Self::Fails) => Self::Fails,
            (Self::Holds, Self::Holds) => Self::Holds,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
        }
    }

    /// CQL's `or`: one true operand decides, however much is unknown.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Holds, _) | (_, Self::Holds) => Self::Holds,
            (Self::Fails, Self::Fails) => Self::Fails,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
        }
    }

    /// CQL's `not`: unknown stays unknown.
    #[must_use]
    pub const fn not(self) -> Self {
        match self {
            Self::Holds => Self::Fails,
            Self::Fails => Self::Holds,
            Self::Unknown => Self::Unknown,
        }
    }

    /// The verdict of something that is known to be true, known to be false, or not known.
    #[must_use]
    pub const fn of(known: Option<bool>) -> Self {
        match known {
            Some(true) => Self::Holds,
            Some(false) => Self::Fails,
            None => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict::{self, Fails as F, Holds as T, Unknown as U};

    #[test]
    fn truth_tables_are_those_of_the_cql_reference() {
        type Row = (Verdict, Verdict, Verdict, Verdict);
        let rows: [Row; 9] = [
            (T, T, T, T),
            (T, F, F, T),
            (T, U, U, T),
            (F, T, F, T),
            (F, F, F, F),
            (F, U, F, U),
            (U, T, U, T),
            (U, F, F, U),
            (U, U, U, U),
        ];
        for (a, b, and, or) in rows {
            assert_eq!(a.and(b), and, "{a:?} and {b:?}");
            assert_eq!(a.or(b), or, "{a:?} or {b:?}");
        }
        assert_eq!([T.not(), F.not(), U.not()], [F, T, U]);
    }
}
