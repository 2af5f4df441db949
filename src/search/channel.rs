//! How much does a passage say of a term? BM25 over one field of the index, summed term by term.
//!
//! tantivy's own scorers walk all terms of a query side by side, which for the sixty terms of one of our queries costs
//! more than reading the postings. Here each term adds its share to every passage that has it.

use std::sync::Arc;

use tantivy::postings::TermInfo;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{InvertedIndexReader, SegmentReader};

/// How soon more occurrences stop counting, and how much a long passage is held back.
#[derive(Debug, Clone, Copy)]
pub struct Bm25 {
    pub k1: f32,
    pub b: f32,
}

/// A term of a channel, found in the index.
pub struct Found {
    info: TermInfo,
}

impl Found {
    /// In how many passages it stands.
    pub const fn passages(&self) -> u32 {
        self.info.doc_freq
    }
}

/// One field of the index with what BM25 needs of it.
pub struct Channel {
    reader: Arc<InvertedIndexReader>,
    /// Per passage, what its length adds to the divisor.
    norms: Vec<f32>,
    k1: f32,
}

impl Channel {
    pub fn open(segment: &SegmentReader, field: Field, bm25: Bm25) -> tantivy::Result<Self> {
        let reader = segment.inverted_index(field)?;
        let lengths = segment.get_fieldnorms_reader(field)?;
        let passages = segment.max_doc();
        let total: u64 = (0..passages).map(|doc| u64::from(lengths.fieldnorm(doc))).sum();
        let mean = (total as f32 / passages.max(1) as f32).max(1.0);
        let norm = |doc| bm25.k1 * (1.0 - bm25.b + bm25.b * lengths.fieldnorm(doc) as f32 / mean);
        Ok(Self { reader, norms: (0..passages).map(norm).collect(), k1: bm25.k1 })
    }

    /// Looks a term up.
    pub fn find(&self, term: &str) -> tantivy::Result<Option<Found>> {
        Ok(self.reader.terms().get(term)?.map(|info| Found { info }))
    }

    /// Adds what the term is worth to every passage that has it.
    pub fn add(&self, term: &Found, weight: f32, scores: &mut [f32]) -> tantivy::Result<()> {
        let (all, with) = (self.norms.len() as f32, term.info.doc_freq as f32);
        let rarity = (1.0 + (all - with + 0.5) / (with + 0.5)).ln();
        let worth = weight * rarity * (self.k1 + 1.0);
        let mut postings = self.reader.read_block_postings_from_terminfo(&term.info, IndexRecordOption::WithFreqs)?;
        while postings.block_len() > 0 {
            for (doc, frequency) in postings.docs().iter().zip(postings.freqs()) {
                let doc = *doc as usize;
                if let (Some(score), Some(norm)) = (scores.get_mut(doc), self.norms.get(doc)) {
                    let frequency = *frequency as f32;
                    *score += worth * frequency / (frequency + norm);
                }
            }
            postings.advance();
        }
        Ok(())
    }
}
