-- What was answered, and what the clinicians thought of it.

-- One row for each answer that was given, as it was given. Times are microseconds since 1970 in UTC.
-- Words are kept as the bytes of their UTF-8: TEXT cannot hold U+0000, and what was said is given back as it was said.
CREATE TABLE answers (
    number     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id         UUID   NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    corpus     TEXT   NOT NULL,
    program    TEXT   NOT NULL,
    request    BYTEA  NOT NULL,
    reply      BYTEA  NOT NULL
);

CREATE TABLE feedback (
    number   BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    answer   UUID    NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    helpful  BOOLEAN NOT NULL,
    comment  BYTEA,
    given_at BIGINT  NOT NULL
);

CREATE INDEX feedback_by_answer ON feedback (answer);

-- Written to and emptied again, to learn whether writing works.
CREATE TABLE probe (
    content BYTEA NOT NULL
);
