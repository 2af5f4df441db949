-- What was answered, and what the clinicians thought of it.

-- "nord": tells this file from every other program's.
PRAGMA application_id = 0x6e6f7264;

-- One row for each answer that was given, as it was given. Times are microseconds since 1970 in UTC.
-- The rows stand in the order of their writing; ids (UUID version 7) are found through the index.
CREATE TABLE answers (
    number     INTEGER PRIMARY KEY,
    id         BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
    created_at INTEGER NOT NULL,
    corpus     TEXT    NOT NULL,
    program    TEXT    NOT NULL,
    request    TEXT    NOT NULL,
    reply      TEXT    NOT NULL
) STRICT;

CREATE TABLE feedback (
    number   INTEGER PRIMARY KEY,
    answer   BLOB    NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    helpful  INTEGER NOT NULL CHECK (helpful IN (0, 1)),
    comment  TEXT,
    given_at INTEGER NOT NULL
) STRICT;

CREATE INDEX feedback_by_answer ON feedback (answer);

-- Written to and emptied again, to learn whether writing works.
CREATE TABLE probe (
    content BLOB NOT NULL
) STRICT;
