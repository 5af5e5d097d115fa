-- The audit log as a chain: each line has a number and a hash over itself and the hash before it. Lines are added at the
-- end, never changed, and deleted by age alone, at the oldest end: the anchor keeps the last hash that went.
ALTER TABLE audit ADD COLUMN number BIGINT;
ALTER TABLE audit ADD COLUMN hash BLOB;
CREATE UNIQUE INDEX audit_number ON audit (number);

CREATE TABLE audit_ends (
    one BIGINT PRIMARY KEY NOT NULL,
    head_number BIGINT NOT NULL,
    head_hash BLOB NOT NULL,
    anchor_number BIGINT NOT NULL,
    anchor_hash BLOB NOT NULL
);
INSERT INTO audit_ends VALUES (1, 0, zeroblob(32), 0, zeroblob(32));

-- Lines from before the chain have no number until the program gives them one, once.
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit WHEN OLD.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER audit_loses_its_oldest_alone BEFORE DELETE ON audit
WHEN OLD.number IS NULL OR OLD.number > (SELECT anchor_number FROM audit_ends)
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
