//! Which identifiers of persons does a text hold? They are removed before anything else sees it.
//!
//! Swedish personnummer, samordningsnummer and reservnummer, Danish CPR and eCPR, telephone numbers and e-mail addresses.
//! Document ids, dates, codes and laboratory values stay.

mod contact;
mod context;
mod national;

use crate::clinical::Span;

/// What an identifier is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdentifierKind {
    /// A Swedish personal identity number.
    Personnummer,
    /// A Swedish coordination number.
    Samordningsnummer,
    /// A Swedish reserve number of any issuer.
    Reservnummer,
    /// A Danish CPR number.
    Cpr,
    /// A Danish replacement CPR number.
    ReplacementCpr,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
}

impl IdentifierKind {
    /// What stands in its place.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Personnummer => "[personnummer]",
            Self::Samordningsnummer => "[samordningsnummer]",
            Self::Reservnummer => "[reservnummer]",
            Self::Cpr => "[cpr]",
            Self::ReplacementCpr => "[ecpr]",
            Self::Phone => "[phone]",
            Self::Email => "[email]",
        }
    }
}

/// A text without identifiers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shielded {
    /// The text with every identifier blanked at equal length in code points, so that spans still fit.
    pub text: String,
    /// What was found, in order.
    pub found: Vec<(Span, IdentifierKind)>,
    /// The text with what it was in place of each identifier.
    pub redacted: String,
}

/// Finds and removes every identifier.
#[must_use]
pub fn shield(text: &str) -> Shielded {
    let chars: Vec<char> = text.chars().collect();
    let mut found: Vec<(Span, IdentifierKind)> = Vec::new();
    let emails = contact::emails(&chars);
    // What an address is made of says nothing about the numbers beside it: "anna@example.org, 070-174 06 05".
    let inside = |place: &usize| emails.iter().any(|(span, _)| span.start <= *place && *place < span.end);
    let beside: Vec<char> = chars.iter().zip(0..).map(|(char, at)| if inside(&at) { ' ' } else { *char }).collect();
    let all = national::find(&beside).into_iter().chain(contact::phones(&beside)).chain(emails.iter().copied());
    for (span, kind) in all {
        if !found.iter().any(|(known, _)| span.start < known.end && known.start < span.end) {
            found.push((span, kind));
        }
    }
    found.sort_by_key(|(span, _)| span.start);
    let (mut blanked, mut redacted) = (String::with_capacity(text.len()), String::with_capacity(text.len()));
    let mut next = found.iter().peekable();
    for (place, char) in chars.into_iter().enumerate() {
        while next.next_if(|(span, _)| span.end <= place).is_some() {}
        match next.peek() {
            Some((span, kind)) if span.start <= place => {
                blanked.push(' ');
                if span.start == place {
                    redacted.push_str(kind.label());
                }
            }
            _ => {
                blanked.push(char);
                redacted.push(char);
            }
        }
    }
    Shielded { text: blanked, found, redacted }
}

#[cfg(test)]
mod tests {
    use super::{IdentifierKind, shield};

    #[test]
    fn an_address_does_not_name_the_number_beside_it() {
        assert_eq!(shield("anna@example.org, 070-174 06 05: DXA?").redacted, "[email], [phone]: DXA?");
    }

    #[test]
    fn an_identifier_leaves_a_blank_of_its_length() {
        let shielded = shield("Pnr 19121212-1212, ring 070-174 06 05 nu");
        assert_eq!(shielded.text, "Pnr              , ring               nu");
        assert_eq!(shielded.redacted, "Pnr [personnummer], ring [phone] nu");
        let kinds: Vec<_> = shielded.found.iter().map(|(_, kind)| *kind).collect();
        assert_eq!(kinds, [IdentifierKind::Personnummer, IdentifierKind::Phone]);
    }
}
