-- Who did what, and when: ids and kinds, never anybody's words. Each row is sealed with a hash over its content and the
-- row before it in its chain, so that a change, a removal, an insertion or another order shows. Times are microseconds
-- since 1970 in UTC. Every writer has a chain of its own while it is connected.

CREATE TABLE audit (
    chain   BIGINT NOT NULL CHECK (chain > 0),
    number  BIGINT NOT NULL CHECK (number > 0),
    at      BIGINT NOT NULL,
    client  TEXT   NOT NULL,
    action  TEXT   NOT NULL,
    status  BIGINT NOT NULL,
    subject TEXT   NOT NULL,
    hash    BYTEA  NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (chain, number)
);

-- The last row of each chain that was purged when its time was up. A row of the chain tells of the purge.
CREATE TABLE audit_purged (
    chain  BIGINT PRIMARY KEY,
    number BIGINT NOT NULL,
    hash   BYTEA  NOT NULL CHECK (octet_length(hash) = 32)
);

CREATE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT 1 FROM audit_purged WHERE chain = OLD.chain AND number >= OLD.number) THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'the audit log is only added to';
END
$$;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_is_only_added_to();
CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();
