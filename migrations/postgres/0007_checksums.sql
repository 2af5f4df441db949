-- Beside each answer and each conversation a checksum, so that what the disk has changed is not shown; nothing beside those
-- that were kept before.
ALTER TABLE answers ADD COLUMN checksum BIGINT;
ALTER TABLE conversations ADD COLUMN checksum BIGINT;
