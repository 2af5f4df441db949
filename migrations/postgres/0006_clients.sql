-- Who may ask: programs with API keys. Of a key its name and the SHA-256 of the whole are kept.

CREATE TABLE clients (
    id         TEXT    PRIMARY KEY,
    created_at BIGINT  NOT NULL,
    scopes     TEXT    NOT NULL,
    region     TEXT,
    language   TEXT,
    per_minute BIGINT
);

CREATE TABLE client_keys (
    id         TEXT    PRIMARY KEY,
    client     TEXT    NOT NULL REFERENCES clients (id),
    digest     BYTEA   NOT NULL CHECK (length(digest) = 32),
    created_at BIGINT  NOT NULL,
    ends_at    BIGINT
);

CREATE INDEX keys_by_client ON client_keys (client);

-- Whose an answer or a conversation is: a client's name; NULL for what was made where nobody had to say who they are.
ALTER TABLE answers ADD COLUMN owner TEXT;
ALTER TABLE conversations ADD COLUMN owner TEXT;

-- What is sent again under the same token is kept once.
ALTER TABLE feedback ADD COLUMN token UUID;
CREATE UNIQUE INDEX feedback_by_token ON feedback (token);

-- How often each name did something in the current minute, counted for all replicas. Lost when the server fails, as a
-- minute is.
CREATE UNLOGGED TABLE quotas (
    name  TEXT   PRIMARY KEY,
    slot  BIGINT NOT NULL,
    taken BIGINT NOT NULL
);
