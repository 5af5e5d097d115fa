-- Whether files may be attached to a screening's documents and observations: a row where somebody switched it on.
CREATE TABLE attachments_on (
    screening_id TEXT PRIMARY KEY NOT NULL REFERENCES screening (id) ON DELETE CASCADE
);

-- A file goes with its document or observation. Its bytes stand apart, so that lists don't read them.
CREATE TABLE attachment (
    id TEXT PRIMARY KEY NOT NULL,
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    evidence_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size BIGINT NOT NULL,
    digest BLOB NOT NULL,
    added_at BIGINT NOT NULL,
    UNIQUE (evidence_id, digest)
);
CREATE INDEX attachment_screening ON attachment (screening_id);

CREATE TABLE attachment_content (
    attachment_id TEXT PRIMARY KEY NOT NULL REFERENCES attachment (id) ON DELETE CASCADE,
    bytes BLOB NOT NULL
);
