//! A number as a clinician states it: one value, or a range of values ("FRAX > 30", "eGFR 28–34").

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// The value itself belongs to the interval.
    Including(f64),
    /// The value itself does not belong to the interval.
    Excluding(f64),
    /// Nothing is said about this end.
    Open,
}

/// A non-empty set of numbers without holes, in the unit of its fact. An exact value has equal, included ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    low: Bound,
    high: Bound,
}

impl Interval {
    /// The interval that holds `value` alone.
    #[must_use]
    pub const fn exactly(value: f64) -> Self {
        Self { low: Bound::Including(value), high: Bound::Including(value) }
    }

    /// The interval between two ends, or nothing when no number lies between them.
    #[must_use]
    pub fn between(low: Bound, high: Bound) -> Option<Self> {
        let empty = match (low, high) {
            (Bound::Including(l), Bound::Including(h)) => l > h,
            (Bound::Including(l) | Bound::Excluding(l), Bound::Including(h) | Bound::Excluding(h)) => l >= h,
            (Bound::Open, _) | (_, Bound::Open) => false,
        };
        (!empty).then_some(Self { low, high })
    }

    /// The lower end.
    #[must_use]
    pub const fn low(&self) -> Bound {
        self.low
    }

    /// The upper end.
    #[must_use]
    pub const fn high(&self) -> Bound {
        self.high
    }

    /// The value, when there is exactly one.
    #[must_use]
    pub fn exact(&self) -> Option<f64> {
        match (self.low, self.high) {
            (Bound::Including(l), Bound::Including(h)) if l == h => Some(l),
            _ => None,
        }
    }

    /// Whether every number of the interval lies below `limit` (`Some(true)`), none does (`Some(false)`), or some do.
    #[must_use]
    pub fn below(&self, limit: f64) -> Option<bool> {
        let all = match self.high {
            Bound::Including(h) => h < limit,
            Bound::Excluding(h) => h <= limit,
            Bound::Open => false,
        };
        let none = match self.low {
            Bound::Including(l) | Bound::Excluding(l) => l >= limit,
            Bound::Open => false,
        };
        decided(all, none)
    }

    /// Whether every number of the interval lies above `limit` (`Some(true)`), none does (`Some(false)`), or some do.
    #[must_use]
    pub fn above(&self, limit: f64) -> Option<bool> {
        let all = match self.low {
            Bound::Including(l) => l > limit,
            Bound::Excluding(l) => l >= limit,
            Bound::Open => false,
        };
        let none = match self.high {
            Bound::Including(h) | Bound::Excluding(h) => h <= limit,
            Bound::Open => false,
        };
        decided(all, none)
    }
}

const fn decided(all: bool, none: bool) -> Option<bool> {
    match (all, none) {
        (true, _) => Some(true),
        (false, true) => Some(false),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Bound, Interval};

    #[test]
    fn an_interval_is_decided_only_as_a_whole() {
        let band = Interval::between(Bound::Including(28.0), Bound::Including(34.0)).unwrap();
        assert_eq!(band.below(35.0), Some(true));
        assert_eq!(band.below(34.0), None);
        assert_eq!(band.above(34.0), Some(false));
        let over = Interval::between(Bound::Excluding(30.0), Bound::Open).unwrap();
        assert_eq!(over.above(30.0), Some(true));
        assert_eq!(over.above(31.0), None);
        assert_eq!(over.below(30.0), Some(false));
    }

    #[test]
    fn an_interval_without_numbers_is_not_one() {
        assert!(Interval::between(Bound::Excluding(3.0), Bound::Including(3.0)).is_none());
        assert!(Interval::between(Bound::Including(4.0), Bound::Including(3.0)).is_none());
        assert_eq!(Interval::exactly(3.0).exact(), Some(3.0));
    }
}
