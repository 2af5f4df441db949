//! Where in a body a fault is, in a way that never repeats a patient's identity.

/// Characters of a name that is repeated; ids are shorter.
const NAME_CHARS_MAX: usize = 40;
/// Digits of a name that is repeated; what identifies a person has more.
const NAME_DIGITS_MAX: usize = 3;

/// The JSON Pointer of a field that the client named. A name that could be anything but a misspelt id is left out, and
/// the pointer is its object's.
#[must_use]
pub fn pointer(object: &str, name: &str) -> String {
    if repeatable(name) { format!("{object}/{name}") } else { object.to_owned() }
}

fn repeatable(name: &str) -> bool {
    let written_as_id = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    written_as_id && !name.is_empty() && name.len() <= NAME_CHARS_MAX && digits <= NAME_DIGITS_MAX
}

#[cfg(test)]
mod tests {
    use super::pointer;

    #[test]
    fn a_misspelt_id_is_named_and_nothing_else() {
        assert_eq!(pointer("/facts", "egfr_ml_minn"), "/facts/egfr_ml_minn");
        assert_eq!(pointer("", "asof"), "/asof");
        for other in ["19900101-2385", "p9001012385", "anna@example.org", "Anna Andersson", "~1", "å", ""] {
            assert_eq!(pointer("/facts", other), "/facts", "{other}");
        }
    }
}
