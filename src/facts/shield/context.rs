//! Words around a number that make it more, or less, of an identifier.

/// How far before or after a number a word still speaks of it.
const AROUND: usize = 40;
/// How far before a number a word still names it.
const BEFORE: usize = 24;

/// Words that speak of a person.
const PERSON: [&str; 29] = [
    "personnr",
    "personnummer",
    "pnr",
    "persnr",
    "samordningsn",
    "reservn",
    "reservid",
    "födelsenummer",
    "patient",
    "pat ",
    "pat.",
    "pat:",
    "pt ",
    "pt.",
    "pt:",
    "cpr",
    "borger",
    "identity number",
    "personal number",
    "coordination number",
    "cprnr",
    "ssn",
    "patient id",
    "patientid",
    "person-nr",
    "personal id",
    "pers.nr",
    "svar på",
    "invånare",
];

/// Words that name another kind of number; "id" does as the end of one, "dokument-id".
const OTHER: [&str; 49] = [
    "dokument",
    "document",
    "faktura",
    "invoice",
    "serie",
    "serial",
    "order",
    "ärende",
    "ref",
    "löp",
    "artikel",
    "item",
    "varun",
    "pnummer",
    "cvr",
    "gln",
    "gtin",
    "ean",
    "isbn",
    "issn",
    "doi",
    "pmid",
    "npl",
    "npu",
    "hsa",
    "org",
    "ydernr",
    "ydernummer",
    "shak",
    "sor",
    "epoch",
    "timestamp",
    "tidsstämpel",
    "version",
    "dnr",
    "diarie",
    "session",
    "batch",
    "lot",
    "sagsnr",
    "journalnr",
    "sha",
    "uuid",
    "oid",
    "rfc",
    "iso",
    "cve",
    "kontonr",
    "bankgiro",
];

/// Words that speak of a telephone.
const PHONE: [&str; 22] = [
    "tel",
    "tlf",
    "telefon",
    "phone",
    "mobil",
    "mobile",
    "ring",
    "call",
    "sms",
    "nås på",
    "telnr",
    "tlfnr",
    "direktnr",
    "träffas",
    "cell",
    "kontakta",
    "contact",
    "fax",
    "opkald",
    "anhörig",
    "pårørende",
    "växel",
];

/// Letters and words that only one of the two countries writes: a number that could be either's is the writer's.
const DANISH: [&str; 22] = [
    "æ",
    "ø",
    "cpr",
    " er ",
    " og ",
    " ikke",
    " af ",
    " til ",
    " på ",
    "hvad",
    "hvor",
    "tlf",
    "pt ",
    "borger",
    "moderen",
    "henvis",
    " har fået",
    " ved ",
    " jeg ",
    " uge ",
    " at ",
    " fra ",
];
const SWEDISH: [&str; 20] = [
    "ä",
    "ö",
    "pnr",
    "personn",
    "samordning",
    " är ",
    " och ",
    " inte",
    " av ",
    " till ",
    " på ",
    "vad ",
    "vilk",
    "tel",
    "pat ",
    "remiss",
    " har fått",
    " vid ",
    " jag ",
    " att ",
];

/// Shorter words than this are named whole: "ref" is not in "preferens", nor "sor" in "sorry".
const BEGINNING_MIN: usize = 5;
/// What a short word may go on with.
const NUMBER: [&str; 8] = ["", "nr", "no", "number", "nummer", "id", "kod", "s"];

/// Whether a word says of which kind a number is, that is no person's.
fn names_a_number(word: &str) -> bool {
    let mut parts = word.split(|char: char| !char.is_alphanumeric()).filter(|part| !part.is_empty());
    let begins = |part: &str, other: &str| {
        part.strip_prefix(other).is_some_and(|rest| other.len() >= BEGINNING_MIN || NUMBER.contains(&rest))
    };
    let whole: String = parts.clone().collect();
    let named = |part: &str| OTHER.iter().any(|other| begins(part, other));
    named(&whole) || parts.clone().any(named) || parts.nth(1) == Some("id")
}

/// The text around a number, in lower case.
pub struct Context {
    before: String,
    around: String,
}

impl Context {
    /// The surroundings of the characters from one place to before another.
    pub fn of(chars: &[char], start: usize, end: usize) -> Self {
        let lower = |from: usize, to: usize| -> String {
            chars
                .get(from..to.min(chars.len()))
                .unwrap_or_default()
                .iter()
                .flat_map(|char| char.to_lowercase())
                .collect()
        };
        let before = lower(start.saturating_sub(BEFORE), start);
        let around = format!("{} {}", lower(start.saturating_sub(AROUND), start), lower(end, end + AROUND));
        Self { before, around }
    }

    /// Whether a person is spoken of.
    pub fn speaks_of_a_person(&self) -> bool {
        PERSON.iter().any(|word| self.around.contains(word))
    }

    /// Whether the number is named as something else.
    pub fn names_another_number(&self) -> bool {
        let tail = self.before.trim_end_matches(|char: char| !char.is_alphanumeric());
        let last_words: Vec<&str> = tail.rsplit(|char: char| char.is_whitespace() || char == ':').take(2).collect();
        // An address before the number names nothing: "org" is its end, not an organisation number.
        let address = |word: &str| word.contains('@') || word.contains('.') && word.contains('/');
        let named = |word: &&str| !address(word) && names_a_number(word);
        !PERSON.iter().any(|word| self.before.contains(word.trim_end())) && last_words.iter().any(named)
    }

    /// Whether CPR is spoken of.
    pub fn speaks_of_cpr(&self) -> bool {
        self.around.contains("cpr")
    }

    /// Whether the words around are rather Danish than Swedish.
    pub fn is_danish(&self) -> bool {
        let count = |words: &[&str]| words.iter().filter(|word| self.around.contains(**word)).count();
        count(&DANISH) > count(&SWEDISH)
    }

    /// Whether a telephone is spoken of just before.
    pub fn speaks_of_a_phone(&self) -> bool {
        PHONE.iter().any(|word| self.before.contains(word))
    }
}
