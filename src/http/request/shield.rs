//! What may be kept of words that a person wrote: all of them but those that could name a patient or tell where to
//! reach one.

/// Digits in a row that could be part of a personal identity number, a date of birth or a telephone number. Shorter
/// rows are ages, years and measurements.
const DIGITS_MIN: usize = 6;
/// What stands for what was left out.
const LEFT_OUT: &str = "[…]";

/// The words without rows of digits that are long enough to identify, and without e-mail addresses.
#[must_use]
pub fn shielded(words: &str) -> String {
    let mut kept = String::with_capacity(words.len());
    let mut row = String::new();
    for character in words.chars().chain(std::iter::once('\n')) {
        let joins = matches!(character, '-' | '+' | ' ' | '\u{a0}' | '/' | '.' | '\u{2010}'..='\u{2015}');
        if character.is_numeric() || (joins && row.chars().any(char::is_numeric)) {
            row.push(character);
            continue;
        }
        kept.push_str(&without_number(&row));
        row.clear();
        kept.push(character);
    }
    kept.pop();
    let pieces: Vec<&str> = kept.split(' ').map(|word| if word.contains('@') { LEFT_OUT } else { word }).collect();
    pieces.join(" ")
}

fn without_number(row: &str) -> String {
    if row.chars().filter(|character| character.is_numeric()).count() < DIGITS_MIN {
        return row.to_owned();
    }
    let rest: String = row.chars().rev().take_while(|character| !character.is_numeric()).collect();
    format!("{LEFT_OUT}{}", rest.chars().rev().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::shielded;

    #[test]
    fn what_could_name_a_patient_is_left_out() {
        for (words, kept) in [
            ("Kvinna 72 år, eGFR 28, FRAX 15–30", "Kvinna 72 år, eGFR 28, FRAX 15–30"),
            ("Kvinna 199001012385 med fraktur", "Kvinna […] med fraktur"),
            ("900101-2385s DXA", "[…]s DXA"),
            ("CPR 010190 1234.", "CPR […]."),
            ("ring 070-174 06 05", "ring […]"),
            ("skriv till anna@example.org nu", "skriv till […] nu"),
            ("", ""),
        ] {
            assert_eq!(shielded(words), kept);
        }
    }
}
