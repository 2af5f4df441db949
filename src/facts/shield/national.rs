//! National numbers of persons: their shapes, dates and check digits.

use super::IdentifierKind;
use super::context::Context;
use crate::clinical::Span;

/// A shape that a number may have: `9` a digit, `A` a capital letter, `#` either, `s` a hyphen, a plus, a space or nothing,
/// `-` a hyphen that may be missing, anything else itself.
const SHAPES: [(&str, Shape); 16] = [
    ("99999999s9999", Shape::Long),
    ("9999-99-99s9999", Shape::Long),
    ("9999 99 99s9999", Shape::Long),
    ("99 99 99s9999", Shape::Short),
    ("999999s9999", Shape::Short),
    ("99999999-A999", Shape::Reserve),
    ("99999999-AA9A", Shape::Reserve),
    ("99999999-AA99", Shape::Reserve),
    ("99999999-AAA9", Shape::Reserve),
    ("99999999-999A", Shape::Reserve),
    ("99999999-99A9", Shape::Reserve),
    ("999999-AA9A", Shape::ShortReserve),
    ("999999-A999", Shape::ShortReserve),
    ("999999-9AA9", Shape::ReplacementCpr),
    ("999999-9AAA", Shape::ReplacementCpr),
    ("999999-AA99", Shape::ShortReserve),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Long,
    Short,
    Reserve,
    ShortReserve,
    ReplacementCpr,
}

/// A shape found in the text.
struct Candidate {
    span: Span,
    shape: Shape,
    /// Digits and letters, without separators.
    body: Vec<char>,
    /// Whether a hyphen or plus stands between date and serial number.
    hyphen: bool,
}

/// Every national number, leftmost first.
pub fn find(chars: &[char]) -> Vec<(Span, IdentifierKind)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let here = SHAPES.iter().find_map(|(shape, kind)| {
            let candidate = matched(chars, at, shape, *kind)?;
            identify(chars, &candidate).map(|kind| (candidate.span, kind))
        });
        match here {
            Some((span, kind)) => {
                found.push((span, kind));
                at = span.end;
            }
            None => at += 1,
        }
    }
    found
}

const fn is_hyphen(char: char) -> bool {
    matches!(char, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '+' | '\u{ad}')
}

fn matched(chars: &[char], start: usize, shape: &str, kind: Shape) -> Option<Candidate> {
    let first = chars.get(start)?;
    if !first.is_ascii_digit() || !free_before(chars, start) {
        return None;
    }
    let (mut at, mut hyphen, mut body) = (start, false, Vec::with_capacity(12));
    for wanted in shape.chars() {
        let here = chars.get(at).copied();
        let fits = match wanted {
            '9' => here.is_some_and(|char| char.is_ascii_digit()),
            'A' => here.is_some_and(|char| char.is_ascii_uppercase()),
            ' ' => here.is_some_and(|char| char == ' ' || char == '\u{a0}'),
            '-' | 's' => {
                let (end, marked) = separator(chars, at, wanted == 's');
                (at, hyphen) = (end, hyphen || marked);
                continue;
            }
            _ => false,
        };
        if !fits {
            return None;
        }
        if wanted != ' ' {
            body.extend(here);
        }
        at += 1;
    }
    free_after(chars, at).then_some(Candidate { span: Span { start, end: at }, shape: kind, body, hyphen })
}

/// The end of a separator, and whether it is a hyphen.
fn separator(chars: &[char], at: usize, loose: bool) -> (usize, bool) {
    let space = |place: usize| chars.get(place).is_some_and(|char| *char == ' ' || *char == '\u{a0}');
    let mark = |place: usize| chars.get(place).is_some_and(|char| is_hyphen(*char));
    if mark(at) {
        (at + 1 + usize::from(loose && space(at + 1)), true)
    } else if loose && space(at) && mark(at + 1) {
        (at + 2 + usize::from(space(at + 2)), true)
    } else if loose && space(at) {
        (at + 1, false)
    } else {
        (at, false)
    }
}

/// A digit or letter beside a number makes it part of something longer; so does a digit and a full stop or hyphen.
fn free_before(chars: &[char], start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).and_then(|place| chars.get(place)).copied();
    let digit = |back: usize| before(back).is_some_and(|char| char.is_ascii_digit());
    match before(1) {
        Some(char) if char.is_alphanumeric() => false,
        Some('.' | ',' | ':' | '/') => !digit(2),
        Some(char) if is_hyphen(char) => !before(2).is_some_and(char::is_alphanumeric),
        _ => true,
    }
}

fn free_after(chars: &[char], end: usize) -> bool {
    let after = |ahead: usize| chars.get(end + ahead).copied();
    let digit = |ahead: usize| after(ahead).is_some_and(|char| char.is_ascii_digit());
    match after(0) {
        // A genitive: "900101-2385s journal".
        Some('s') => !after(1).is_some_and(char::is_alphanumeric),
        Some(char) if char.is_alphanumeric() => false,
        Some('.' | ',' | ':') => !digit(1),
        Some(char) if is_hyphen(char) => !after(1).is_some_and(char::is_alphanumeric),
        _ => true,
    }
}

fn identify(chars: &[char], candidate: &Candidate) -> Option<IdentifierKind> {
    let context = Context::of(chars, candidate.span.start, candidate.span.end);
    if context.names_another_number() && !is_verified(candidate) {
        return None;
    }
    match candidate.shape {
        Shape::Long => long(candidate, &context),
        Shape::Short => short(candidate, &context),
        Shape::Reserve => reserve_date(candidate.body.get(2..8)?).then_some(IdentifierKind::Reservnummer),
        Shape::ShortReserve => {
            let date = candidate.body.get(..6)?;
            (swedish_day(date) == Some(Day::Plain)).then_some(IdentifierKind::Reservnummer)
        }
        Shape::ReplacementCpr => danish_date(candidate.body.get(..6)?).then_some(IdentifierKind::ReplacementCpr),
    }
}

/// Whether the number says by itself that it is a person's: its date and check digit fit, in a form that others seldom have.
/// No name that stands before such a number keeps it in the text.
fn is_verified(candidate: &Candidate) -> bool {
    let ten = match candidate.shape {
        Shape::Long => candidate.body.get(2..),
        Shape::Short if candidate.hyphen => Some(candidate.body.as_slice()),
        _ => None,
    };
    ten.is_some_and(|ten| luhn(ten) && swedish_day(ten).is_some())
}

/// Twelve digits.
fn long(candidate: &Candidate, context: &Context) -> Option<IdentifierKind> {
    let body = &candidate.body;
    let (century, ten) = (number(body.get(..2)?), body.get(2..)?);
    let person = context.speaks_of_a_person();
    if century == 99 {
        let year = number(body.get(2..6)?);
        return (1900..=2299).contains(&year).then_some(IdentifierKind::Reservnummer);
    }
    let (checked, kind) = (luhn(ten), swedish_day(ten));
    let believable = (18..=20).contains(&century);
    let clock = number(ten.get(6..8)?) < 24 && number(ten.get(8..)?) < 60;
    // "20240131-0815" is a moment unless somebody is spoken of.
    let strong = checked || person || candidate.hyphen && !clock;
    match kind {
        Some(Day::Plain) if believable && strong => Some(IdentifierKind::Personnummer),
        Some(Day::Coordination) if believable && strong => Some(IdentifierKind::Samordningsnummer),
        Some(Day::Reserve) if believable && checked => Some(IdentifierKind::Reservnummer),
        _ => None,
    }
}

/// Ten digits: Swedish from the year on, Danish from the day on.
fn short(candidate: &Candidate, context: &Context) -> Option<IdentifierKind> {
    let body = &candidate.body;
    let (checked, day) = (luhn(body), swedish_day(body));
    let person = context.speaks_of_a_person();
    let danish = danish_date(body.get(..6)?);
    let swedish = match day {
        Some(Day::Plain) => Some(IdentifierKind::Personnummer),
        Some(Day::Coordination) => Some(IdentifierKind::Samordningsnummer),
        Some(Day::Reserve) | None => None,
    };
    let rather_danish = context.speaks_of_cpr() || !checked || swedish.is_none() || context.is_danish();
    if danish && rather_danish && (candidate.hyphen || person) {
        return Some(IdentifierKind::Cpr);
    }
    swedish.filter(|_| checked || candidate.hyphen || person)
}

/// What the day of a Swedish number says that it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Day {
    Plain,
    Coordination,
    Reserve,
}

/// The kind of a Swedish date YYMMDD, when it is one.
fn swedish_day(digits: &[char]) -> Option<Day> {
    let (month, day) = (number(digits.get(2..4)?), number(digits.get(4..6)?));
    match day {
        1..=31 if (1..=12).contains(&month) && day <= days_in(month) => Some(Day::Plain),
        60..=91 if month <= 12 => Some(Day::Coordination),
        32..=59 if (1..=12).contains(&month) => Some(Day::Reserve),
        _ => None,
    }
}

fn danish_date(digits: &[char]) -> bool {
    let day = |digits: &[char]| Some((number(digits.get(..2)?), number(digits.get(2..4)?)));
    // Replacement numbers add 60 to the day.
    day(digits).is_some_and(|(day, month)| {
        let day = if day > 60 { day - 60 } else { day };
        (1..=12).contains(&month) && (1..=days_in(month)).contains(&day)
    })
}

fn reserve_date(digits: &[char]) -> bool {
    matches!(swedish_day(digits), Some(Day::Plain | Day::Coordination))
}

const fn days_in(month: u32) -> u32 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn number(digits: &[char]) -> u32 {
    digits.iter().filter_map(|char| char.to_digit(10)).fold(0, |sum, digit| sum * 10 + digit)
}

/// The check of the last ten digits: every other one doubled, digits summed, divisible by ten; a serial number of 000 is none.
fn luhn(digits: &[char]) -> bool {
    let doubled = digits.iter().enumerate().filter_map(|(place, char)| {
        let digit = char.to_digit(10)?;
        let value = if place % 2 == 0 { digit * 2 } else { digit };
        Some(value / 10 + value % 10)
    });
    digits.len() == 10 && digits.get(6..9).is_some_and(|serial| number(serial) > 0) && doubled.sum::<u32>() % 10 == 0
}
