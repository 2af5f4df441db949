-- Who may ask: programs with API keys. Of a key its name and the SHA-256 of the whole are kept.

CREATE TABLE clients (
    id         TEXT    PRIMARY KEY,
    created_at INTEGER NOT NULL,
    scopes     TEXT    NOT NULL,
    region     TEXT,
    language   TEXT,
    per_minute INTEGER
) STRICT;

CREATE TABLE client_keys (
    id         TEXT    PRIMARY KEY,
    client     TEXT    NOT NULL REFERENCES clients (id),
    digest     BLOB    NOT NULL CHECK (length(digest) = 32),
    created_at INTEGER NOT NULL,
    ends_at    INTEGER
) STRICT;

CREATE INDEX keys_by_client ON client_keys (client);

-- Whose an answer or a conversation is: a client's name; NULL for what was made where nobody had to say who they are.
ALTER TABLE answers ADD COLUMN owner TEXT;
ALTER TABLE conversations ADD COLUMN owner TEXT;

-- What is sent again under the same token is kept once.
ALTER TABLE feedback ADD COLUMN token BLOB CHECK (length(token) = 16);
CREATE UNIQUE INDEX feedback_by_token ON feedback (token);
