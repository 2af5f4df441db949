//! Telephone numbers and e-mail addresses.

use super::IdentifierKind;
use super::context::Context;
use crate::clinical::Span;

/// The digits of a telephone number with its country code.
const INTERNATIONAL: std::ops::RangeInclusive<usize> = 8..=15;
/// The digits of a Swedish telephone number with its leading nought.
const NATIONAL: std::ops::RangeInclusive<usize> = 8..=11;
/// The digits of a Danish telephone number.
const DANISH: usize = 8;
/// The digits of a Swedish mobile number.
const MOBILE: usize = 10;

/// Every e-mail address.
pub fn emails(chars: &[char]) -> Vec<(Span, IdentifierKind)> {
    let local = |char: &char| char.is_alphanumeric() || matches!(char, '.' | '_' | '%' | '+' | '-');
    let host = |char: &char| char.is_alphanumeric() || matches!(char, '.' | '-');
    let mut found = Vec::new();
    for (at, _) in chars.iter().enumerate().filter(|(_, char)| **char == '@') {
        let before = chars.iter().take(at).rev().take_while(|char| local(char)).count();
        let mut after = chars.iter().skip(at + 1).take_while(|char| host(char)).count();
        while after > 0 && chars.get(at + after).is_some_and(|char| matches!(char, '.' | '-')) {
            after -= 1;
        }
        let dotted = chars.iter().skip(at + 1).take(after).any(|char| *char == '.');
        if before > 0 && dotted {
            found.push((Span { start: at - before, end: at + 1 + after }, IdentifierKind::Email));
        }
    }
    found
}

/// A run of digits with the signs that telephone numbers have between them.
struct Run {
    span: Span,
    digits: usize,
    /// The lengths of its groups.
    groups: Vec<usize>,
    international: bool,
    leading_nought: bool,
    mobile: bool,
    hyphen_after_area: bool,
}

/// Every telephone number.
pub fn phones(chars: &[char]) -> Vec<(Span, IdentifierKind)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match run(chars, at) {
            Some(run) => {
                at = run.span.end;
                if is_phone(&run, &Context::of(chars, run.span.start, run.span.end)) {
                    found.push((run.span, IdentifierKind::Phone));
                }
            }
            None => at += 1,
        }
    }
    found
}

const fn separates(char: char) -> bool {
    matches!(char, ' ' | '\u{a0}' | '-' | '\u{2010}'..='\u{2015}' | '(' | ')' | '/')
}

fn run(chars: &[char], start: usize) -> Option<Run> {
    let at = |place: usize| chars.get(place).copied();
    let digit = |place: usize| at(place).is_some_and(|char| char.is_ascii_digit());
    let international = at(start) == Some('+') && digit(start + 1) || double_nought(chars, start);
    if !international && !digit(start) {
        return None;
    }
    let before = start.checked_sub(1).and_then(at);
    let beside = before.is_some_and(|char| char.is_alphanumeric() || matches!(char, '.' | ',' | '-' | '+' | '/'));
    let (mut end, mut digits, mut groups) = (start + usize::from(at(start) == Some('+')), 0, vec![0]);
    let first_digit = at(end);
    let second_digit = at(end + 1);
    let mut hyphen_after_area = false;
    loop {
        if digit(end) {
            digits += 1;
            if let Some(group) = groups.last_mut() {
                *group += 1;
            }
            end += 1;
        } else if let Some(width) = gap(chars, end) {
            hyphen_after_area |= groups.len() == 1 && at(end).is_some_and(|char| char != ' ' && char != '\u{a0}');
            groups.push(0);
            end += width;
        } else {
            break;
        }
    }
    let after = at(end);
    let spoiled = beside
        || after.is_some_and(|char| char.is_alphabetic())
        || matches!(after, Some('.' | ',' | ':')) && digit(end + 1)
        || matches!(after, Some('%'));
    (!spoiled && digits > 0)
        .then_some(Run {
            span: Span { start, end },
            digits,
            groups,
            international,
            leading_nought: first_digit == Some('0'),
            mobile: first_digit == Some('0') && second_digit == Some('7'),
            hyphen_after_area,
        })
        .or_else(|| {
            spoiled.then_some(Run {
                span: Span { start, end },
                digits: 0,
                groups: Vec::new(),
                international: false,
                leading_nought: false,
                mobile: false,
                hyphen_after_area: false,
            })
        })
}

fn double_nought(chars: &[char], start: usize) -> bool {
    let code: String = chars.iter().skip(start).take(4).collect();
    matches!(code.as_str(), "0046" | "0045" | "0047" | "0358")
}

/// The separators between two groups of digits: one, or a bracket and a space.
fn gap(chars: &[char], at: usize) -> Option<usize> {
    (1..=3).find(|width| {
        chars.iter().skip(at).take(*width).all(|char| separates(*char))
            && chars.get(at + width).is_some_and(|char| char.is_ascii_digit())
    })
}

fn is_phone(run: &Run, context: &Context) -> bool {
    if context.names_another_number() && !context.speaks_of_a_phone() {
        return false;
    }
    let spoken = context.speaks_of_a_phone();
    if run.international {
        return INTERNATIONAL.contains(&run.digits);
    }
    if run.leading_nought {
        let area = run.groups.first().is_some_and(|first| (2..=4).contains(first));
        let written_so = area && run.hyphen_after_area && run.groups.len() >= 2;
        return NATIONAL.contains(&run.digits) && (spoken || written_so || run.mobile && run.digits == MOBILE);
    }
    // "2023-0412" is a case number: Danes write spaces, or nothing.
    run.digits == DANISH && spoken && !run.hyphen_after_area
}
