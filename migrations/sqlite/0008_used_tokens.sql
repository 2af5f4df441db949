-- Tokens that may be used once, and were: of each a digest of its issuer and its id, until it is over.
CREATE TABLE used_tokens (
    id      BLOB    PRIMARY KEY CHECK (length(id) = 16),
    ends_at INTEGER NOT NULL
) STRICT;

CREATE INDEX used_tokens_by_end ON used_tokens (ends_at);
