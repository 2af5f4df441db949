//! How is a corpus packed? As one JSON object, path → text, compressed with gzip: `zcat` reads it without nordvis too.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Read};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use crate::corpus::Files;

/// The largest corpus that is unpacked: a hundred times ours. What claims to be larger is damaged.
const BYTES_MAX: u64 = 128 * 1024 * 1024;

/// What is packed is not what its fingerprint says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the kept corpus is not what its fingerprint says")
    }
}

impl std::error::Error for Damaged {}

/// Packs files.
///
/// # Errors
/// None that a buffer in memory has.
pub fn pack(files: &Files) -> io::Result<Vec<u8>> {
    let texts: BTreeMap<&str, &str> = files.iter().collect();
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    serde_json::to_writer(&mut packed, &texts)?;
    packed.finish()
}

/// The files that have this fingerprint.
///
/// # Errors
/// They cannot be unpacked, or have another fingerprint.
pub fn unpack(fingerprint: &str, packed: &[u8]) -> Result<Files, Damaged> {
    let mut json = Vec::new();
    GzDecoder::new(packed).take(BYTES_MAX).read_to_end(&mut json).map_err(|_| Damaged)?;
    let texts: BTreeMap<String, String> = serde_json::from_slice(&json).map_err(|_| Damaged)?;
    let mut files = Files::default();
    texts.into_iter().for_each(|(path, text)| files.insert(path, text));
    if files.fingerprint() == fingerprint { Ok(files) } else { Err(Damaged) }
}

#[cfg(test)]
mod tests {
    use super::{Damaged, pack, unpack};
    use crate::corpus::Files;

    fn files() -> Files {
        let mut files = Files::default();
        files.insert("corpus/facts.toml", "[age]\nunit = \"år\"\n".repeat(50));
        files.insert("locales/sv/app.ftl", "yes = ja\n");
        files
    }

    #[test]
    fn what_is_packed_is_unpacked_and_smaller() {
        let (files, packed) = (files(), pack(&files()).unwrap());
        assert!(packed.len() < 300, "{}", packed.len());
        assert_eq!(unpack(&files.fingerprint(), &packed), Ok(files));
    }

    #[test]
    fn no_damage_is_taken_for_a_corpus() {
        let (fingerprint, packed) = (files().fingerprint(), pack(&files()).unwrap());
        for place in 0..packed.len() {
            let mut damaged = packed.clone();
            damaged[place] ^= 0x20;
            // Some bits, such as gzip's time, change nothing of what it holds.
            let found = unpack(&fingerprint, &damaged);
            assert!(found == Err(Damaged) || found == Ok(files()), "{place}");
            assert_eq!(unpack(&fingerprint, &packed[..place]), Err(Damaged), "cut at {place}");
        }
        let mut other = files();
        other.insert("corpus/facts.toml", "");
        assert_eq!(unpack(&fingerprint, &pack(&other).unwrap()), Err(Damaged));
    }
}
