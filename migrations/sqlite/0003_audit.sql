-- Who did what, and when: ids and kinds, never anybody's words. Each row is sealed with a hash over its content and the
-- row before it in its chain, so that a change, a removal, an insertion or another order shows. Times are microseconds
-- since 1970 in UTC.

CREATE TABLE audit (
    chain   INTEGER NOT NULL CHECK (chain > 0),
    number  INTEGER NOT NULL CHECK (number > 0),
    at      INTEGER NOT NULL,
    client  TEXT    NOT NULL,
    action  TEXT    NOT NULL,
    status  INTEGER NOT NULL,
    subject TEXT    NOT NULL,
    hash    BLOB    NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (chain, number)
) STRICT, WITHOUT ROWID;

-- The last row of each chain that was purged when its time was up. A row of the chain tells of the purge.
CREATE TABLE audit_purged (
    chain  INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    hash   BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
WHEN NOT EXISTS (SELECT 1 FROM audit_purged WHERE chain = OLD.chain AND number >= OLD.number)
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;
