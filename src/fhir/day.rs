//! When was it? FHIR's dates and times, which may be a year, a month, a day or a moment.

use jiff::civil::Date;
use jiff::{Span, Timestamp};

use crate::clinical::{Bound, Interval};

/// When something was measured or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    /// The day, as written; of a year or a month the last one that it can be.
    pub day: Date,
    /// The moment, when a time is written.
    pub moment: Option<Timestamp>,
}

impl When {
    /// Reads a date or a time.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T').map_or((text, false), |(date, _)| (date, true));
        let (_, day) = days(date)?;
        Some(Self { day, moment: if time { Some(text.parse().ok()?) } else { None } })
    }

    /// Whether it lies no further back than so many days, and not ahead.
    #[must_use]
    pub fn within(&self, days: u32, day: Date) -> bool {
        let first = day.saturating_sub(Span::new().days(i64::from(days)));
        (first..=day).contains(&self.day)
    }
}

/// The first and the last day that a date can mean.
fn days(text: &str) -> Option<(Date, Date)> {
    match text.len() {
        4 => {
            let year = text.parse().ok()?;
            Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?))
        }
        7 => {
            let first: Date = format!("{text}-01").parse().ok()?;
            Some((first, first.last_of_month()))
        }
        10 => text.parse().ok().map(|day| (day, day)),
        _ => None,
    }
}

/// The age in whole years on a day; a range when only the year or the month of birth is known. Nothing when it is not
/// known or lies ahead.
#[must_use]
pub fn age(birth: &str, on: Date) -> Option<Interval> {
    let (first, last) = days(birth)?;
    let years = |born: Date| {
        let full = i32::from(on.year()) - i32::from(born.year());
        let before = (on.month(), on.day()) < (born.month(), born.day());
        f64::from(full - i32::from(before))
    };
    let known = last <= on;
    Interval::between(Bound::Including(years(last)), Bound::Including(years(first))).filter(|_| known)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{When, age};
    use crate::clinical::Bound;

    #[test]
    fn an_age_is_counted_on_the_birthday_and_a_range_where_the_day_is_not_known() {
        let exact = |birth, on| age(birth, on).and_then(|age| age.exact());
        assert_eq!(exact("1954-11-22", date(2026, 11, 22)), Some(72.0));
        assert_eq!(exact("1954-11-23", date(2026, 11, 22)), Some(71.0));
        assert_eq!(exact("1952-02-29", date(2026, 2, 28)), Some(73.0));
        let year = age("1954", date(2026, 11, 22)).unwrap();
        assert_eq!((year.low(), year.high()), (Bound::Including(71.0), Bound::Including(72.0)));
        assert_eq!(exact("1954-10", date(2026, 11, 22)), Some(72.0));
        for birth in ["2026-11-23", "1954-13", "72", ""] {
            assert_eq!(age(birth, date(2026, 11, 22)), None, "{birth}");
        }
    }

    #[test]
    fn a_look_back_counts_days_and_takes_nothing_from_the_future() {
        let on = date(2026, 11, 22);
        let within = |text| When::read(text).unwrap().within(30, on);
        assert!(within("2026-10-23") && within("2026-11-22") && within("2026-11-01T10:00:00+01:00"));
        assert!(!within("2026-10-22") && !within("2026-11-23") && !within("2026-12"));
        assert_eq!(When::read("i dag"), None);
        assert_eq!(When::read("2026-11-01Tlunch"), None);
    }
}
