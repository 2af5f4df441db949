//! What fuzzing starts from, and what it ever found, goes through every target in each run of the tests.

use std::fs;
use std::path::Path;

#[path = "../../fuzz/bodies.rs"]
mod bodies;

/// A target, and what it does with the bytes of a seed.
type Target = (&'static str, fn(&[u8]));

const TARGETS: [Target; 5] = [
    ("condition", |bytes| bodies::condition(str::from_utf8(bytes).unwrap())),
    ("files", bodies::files),
    ("reading", |bytes| bodies::reading(str::from_utf8(bytes).unwrap())),
    ("request", bodies::request),
    ("shield", |bytes| bodies::shield(str::from_utf8(bytes).unwrap())),
];

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = entries.collect();
    names.sort();
    names
}

#[test]
fn every_seed_passes() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let targets: Vec<_> = TARGETS.iter().map(|(name, _)| format!("{name}.rs")).collect();
    assert_eq!(names(&fuzz.join("targets")), targets, "every target of cargo-fuzz is run here");
    for (name, target) in TARGETS {
        let folder = fuzz.join("seeds").join(name);
        let seeds = names(&folder);
        assert!(!seeds.is_empty(), "{name} has no seeds");
        seeds.iter().for_each(|seed| target(&fs::read(folder.join(seed)).unwrap()));
    }
}
