//! How well does search find what was judged relevant? nDCG@10, MRR@10 and recall@5, over all and by kind of query.
//!
//! `cargo bench --bench search_quality`; with `-- each` also every query that scores below 0.9, with `-- FILE.jsonl` other
//! queries than those of `tests/data`.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a benchmark may stop at a fault")]
#![allow(dead_code, missing_docs, reason = "shares its measures with the tests")]

#[path = "../tests/it/judged.rs"]
mod judged;

use nordvis::search::Index;

fn main() {
    let each = std::env::args().any(|argument| argument == "each");
    let mut files: Vec<String> = std::env::args().filter(|argument| argument.ends_with(".jsonl")).collect();
    if files.is_empty() {
        files = ["queries.jsonl", "queries-fresh.jsonl", "queries-blind.jsonl"].map(str::to_owned).to_vec();
    }
    let index = Index::build(&judged::editions()).unwrap();
    println!("{} sections", index.len());
    for file in &files {
        let queries = judged::queries(file);
        println!("\n{file}\n{:<16}{:>8}{:>9}{:>9}{:>10}", "kind", "queries", "nDCG@10", "MRR@10", "recall@5");
        for (kind, quality) in judged::measure(&index, &queries) {
            println!(
                "{kind:<16}{:>8}{:>9.3}{:>9.3}{:>10.3}",
                quality.queries, quality.ndcg, quality.mrr, quality.recall_at_5
            );
        }
        if each {
            weak(&index, &queries);
        }
    }
}

fn weak(index: &Index, queries: &[judged::Judged]) {
    let passages = judged::passages();
    for query in queries {
        let found = judged::found(index, &passages, &query.text);
        let ndcg = judged::ndcg(&found, &query.grades);
        if ndcg < 0.9 {
            println!("{ndcg:.2} {}\n     want {:?}\n     found {found:?}", query.text, query.grades);
        }
    }
}
