-- Every corpus that ever answered, with the words that it is said in, so that each answer can be decided again. The
-- fingerprint is the digest of what is in the archive; a row is never changed to another content.
CREATE TABLE corpora (
    number      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    fingerprint TEXT   NOT NULL UNIQUE,
    stored_at   BIGINT NOT NULL,
    archive     BYTEA  NOT NULL
);

-- Which of them answers: that of the last row, or without a corpus the one in the program itself.
CREATE TABLE activations (
    number       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    corpus       TEXT   REFERENCES corpora (fingerprint),
    activated_at BIGINT NOT NULL
);

-- How many answers stand on a corpus.
CREATE INDEX answers_by_corpus ON answers (corpus);
