-- Tokens that may be used once, and were: of each a digest of its issuer and its id, until it is over.
CREATE TABLE used_tokens (
    id      UUID   PRIMARY KEY,
    ends_at BIGINT NOT NULL
);

CREATE INDEX used_tokens_by_end ON used_tokens (ends_at);
