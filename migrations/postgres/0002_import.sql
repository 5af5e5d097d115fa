-- Answers that were collected elsewhere. The files themselves are never here.

-- How an organisation's files are read: names of columns, and the words that somebody gave a meaning. No answer.
CREATE TABLE import_mapping (
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    instrument_id TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (organisation_id, name)
);

-- So that the same file is not taken in twice unseen: a keyed digest, gone at the close. No response is joined to it.
CREATE TABLE imported_file (
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    digest BYTEA NOT NULL,
    PRIMARY KEY (screening_id, digest)
);

-- No sample of it is kept where the close would not delete it.
ALTER TABLE imported_file ALTER COLUMN digest SET STATISTICS 0;
