-- The audit log as a chain: each line has a number and a hash over itself and the hash before it. Lines are added at the
-- end, never changed, and deleted by age alone, at the oldest end: the anchor keeps the last hash that went.
ALTER TABLE audit ADD COLUMN number BIGINT;
ALTER TABLE audit ADD COLUMN hash BYTEA;
CREATE UNIQUE INDEX audit_number ON audit (number);

CREATE TABLE audit_ends (
    one BIGINT PRIMARY KEY NOT NULL,
    head_number BIGINT NOT NULL,
    head_hash BYTEA NOT NULL,
    anchor_number BIGINT NOT NULL,
    anchor_hash BYTEA NOT NULL
);
INSERT INTO audit_ends VALUES (1, 0, decode(repeat('00', 32), 'hex'), 0, decode(repeat('00', 32), 'hex'));

-- Lines from before the chain have no number until the program gives them one, once.
CREATE FUNCTION audit_is_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.number IS NULL THEN RETURN NEW; END IF;
    ELSIF TG_OP = 'DELETE' THEN
        IF OLD.number <= (SELECT anchor_number FROM audit_ends) THEN RETURN OLD; END IF;
    END IF;
    RAISE EXCEPTION 'the audit log is never changed';
END $$;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_is_never_changed();
CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_never_changed();
