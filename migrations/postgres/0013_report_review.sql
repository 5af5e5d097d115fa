-- Who wrote a sentence.
ALTER TABLE report_edit ADD COLUMN account_id TEXT NOT NULL DEFAULT '';

-- What a facilitator who reads a draft through says of a sentence or a section.
CREATE TABLE review_note (
    id TEXT PRIMARY KEY NOT NULL,
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    place TEXT NOT NULL,
    text TEXT NOT NULL,
    account_id TEXT NOT NULL,
    settled BIGINT NOT NULL DEFAULT 0,
    revision BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX review_note_screening ON review_note (screening_id);

-- What was done with a draft and with its report: reading, talks, handing over, management's answer.
CREATE TABLE report_record (
    screening_id TEXT PRIMARY KEY NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    content TEXT NOT NULL,
    version BIGINT NOT NULL
);

-- What a version changed.
ALTER TABLE released_report ADD COLUMN changes TEXT NOT NULL DEFAULT '';
