//! What time is it? The one place that reads the clock.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Civil time in Sweden and Denmark, which keep the same: at half past midnight in Malmö it is already the next day,
/// and a guideline that expired yesterday has expired. Written as a rule, so that no time zone files are needed.
static NORDIC: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or(TimeZone::UTC));

/// Now, to the second.
#[must_use]
pub fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}

/// The day it is in Sweden and Denmark at this time.
#[must_use]
pub fn day_of(time: Timestamp) -> Date {
    time.to_zoned(NORDIC.clone()).date()
}

#[cfg(test)]
mod tests {
    use super::day_of;

    #[test]
    fn the_day_changes_at_midnight_in_stockholm_and_copenhagen() {
        let day = |time: &str| day_of(time.parse().unwrap()).to_string();
        assert_eq!(day("2026-01-31T22:59:59Z"), "2026-01-31");
        assert_eq!(day("2026-01-31T23:00:00Z"), "2026-02-01");
        assert_eq!(day("2026-06-30T21:59:59Z"), "2026-06-30");
        assert_eq!(day("2026-06-30T22:00:00Z"), "2026-07-01");
    }
}
