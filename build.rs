//! Rebuilds the program when a file that is embedded in it comes or goes, and tells builds apart: answers carry the version
//! with a fingerprint of the sources, which is the same wherever the same sources are built.

use std::io;
use std::path::{Path, PathBuf};

/// What decides how the program answers, beside corpus and locales, which have a fingerprint of their own.
const SOURCES: [&str; 4] = ["Cargo.lock", "Cargo.toml", "migrations", "src"];

fn main() -> io::Result<()> {
    for path in ["corpus", "locales"].iter().chain(&SOURCES) {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut files = Vec::new();
    for source in SOURCES {
        gather(Path::new(source), &mut files)?;
    }
    files.sort();
    let mut fingerprint = Fingerprint::default();
    for file in files {
        fingerprint.add(file.to_string_lossy().as_bytes());
        fingerprint.add(&std::fs::read(file)?);
    }
    println!("cargo::rustc-env=NORDVIS_PROGRAM={}+{:016x}", env!("CARGO_PKG_VERSION"), fingerprint.0);
    Ok(())
}

fn gather(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            gather(&entry?.path(), files)?;
        }
    } else {
        files.push(path.to_owned());
    }
    Ok(())
}

/// FNV-1a: tells builds apart, and is no protection against anybody.
struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fingerprint {
    /// Each piece with its length, so that no two lists of pieces are the same.
    fn add(&mut self, piece: &[u8]) {
        for byte in (piece.len() as u64).to_le_bytes().iter().chain(piece) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}
