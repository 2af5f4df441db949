-- Every corpus that ever answered, with the words that it is said in, so that each answer can be decided again. The
-- fingerprint is the digest of what is in the archive; a row is never changed to another content.
CREATE TABLE corpora (
    number      INTEGER PRIMARY KEY,
    fingerprint TEXT    NOT NULL UNIQUE,
    stored_at   INTEGER NOT NULL,
    archive     BLOB    NOT NULL
) STRICT;

-- Which of them answers: that of the last row, or without a corpus the one in the program itself.
CREATE TABLE activations (
    number       INTEGER PRIMARY KEY,
    corpus       TEXT    REFERENCES corpora (fingerprint),
    activated_at INTEGER NOT NULL
) STRICT;

-- How many answers stand on a corpus.
CREATE INDEX answers_by_corpus ON answers (corpus);
