-- Conversations. A turn is an answer that was given within one: deleting the conversation deletes them, and with
-- each of them its feedback. The state of a conversation is not kept; it follows from the turns.

CREATE TABLE conversations (
    number     INTEGER PRIMARY KEY,
    id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    created_at INTEGER NOT NULL,
    settings   TEXT    NOT NULL
) STRICT;

-- All three, or none for an answer that was given by itself.
ALTER TABLE answers ADD COLUMN conversation BLOB REFERENCES conversations (id) ON DELETE CASCADE;
ALTER TABLE answers ADD COLUMN turn INTEGER CHECK ((turn IS NULL) = (conversation IS NULL) AND turn > 0);
ALTER TABLE answers ADD COLUMN input TEXT CHECK ((input IS NULL) = (conversation IS NULL));

-- Of two turns that were written to follow the same turn, one is refused. Answers given by themselves are not in it.
CREATE UNIQUE INDEX turns ON answers (conversation, turn) WHERE conversation IS NOT NULL;
