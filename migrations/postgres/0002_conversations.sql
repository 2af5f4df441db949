-- Conversations. A turn is an answer that was given within one: deleting the conversation deletes them, and with
-- each of them its feedback. The state of a conversation is not kept; it follows from the turns.

CREATE TABLE conversations (
    number     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id         UUID   NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    settings   BYTEA  NOT NULL
);

-- All three, or none for an answer that was given by itself.
ALTER TABLE answers
    ADD COLUMN conversation UUID REFERENCES conversations (id) ON DELETE CASCADE,
    ADD COLUMN turn         BIGINT CHECK ((turn IS NULL) = (conversation IS NULL) AND turn > 0),
    ADD COLUMN input        BYTEA CHECK ((input IS NULL) = (conversation IS NULL));

-- Of two turns that were written to follow the same turn, one is refused. Answers given by themselves are not in it.
CREATE UNIQUE INDEX turns ON answers (conversation, turn) WHERE conversation IS NOT NULL;
