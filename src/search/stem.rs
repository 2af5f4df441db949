//! Which words are forms of one another? Snowball stems per language, folded after stemming.

use tantivy::tokenizer::{Language as Snowball, RawTokenizer, Stemmer, TextAnalyzer, TokenStream};

use super::text::fold;
use crate::clinical::Language;

/// A stemmer per language.
#[derive(Clone)]
pub struct Stems {
    analysers: [TextAnalyzer; 3],
}

impl Stems {
    pub fn new() -> Self {
        let analyser = |language| TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(language)).build();
        Self { analysers: [Snowball::Swedish, Snowball::Danish, Snowball::English].map(analyser) }
    }

    /// The folded stem of a word in lower case. Suffixes carry å, ä, æ, ö and ø, so folding comes last.
    pub fn stem(&self, language: Language, word: &str) -> String {
        let [swedish, danish, english] = &self.analysers;
        let mut analyser = match language {
            Language::Swedish => swedish.clone(),
            Language::Danish => danish.clone(),
            Language::English => english.clone(),
        };
        let mut stream = analyser.token_stream(word);
        if stream.advance() { fold(&stream.token().text) } else { fold(word) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let stems = Stems::new();
        let same = |language, one: &str, other: &str| {
            assert_eq!(stems.stem(language, one), stems.stem(language, other), "{one}, {other}");
        };
        same(Language::Swedish, "frakturer", "frakturen");
        same(Language::Danish, "henvisningen", "henvisninger");
        same(Language::English, "fractures", "fracture");
    }
}
