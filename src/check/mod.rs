//! Is the corpus fit to answer? Proofs over its rules, its cases, and whether the cases cover the rules.
//!
//! What a file says wrong is found when it is loaded (`corpus`, `reply`); what only shows when rules are taken together,
//! or when they are run, is found here.

mod cases;
mod coverage;
mod proofs;

use crate::corpus::{Corpus, Fault, Files, lexicon};

/// Every fault of a corpus that loads from these files.
#[must_use]
pub fn check(corpus: &Corpus, files: &Files) -> Vec<Fault> {
    let guidelines = || corpus.guidelines.iter();
    let mut faults: Vec<Fault> = guidelines().flat_map(|guideline| proofs::check(corpus, guideline)).collect();
    faults.extend(guidelines().flat_map(|guideline| cases::check(corpus, guideline)));
    faults.extend(guidelines().flat_map(|guideline| coverage::check(corpus, guideline)));
    faults.extend(lexicon::lint(files, &corpus.vocabulary));
    faults
}
