-- What somebody thought at a statement of a pilot. Like a comment it has no unit, no time and nothing that leads to the
-- response or to the person's other notes.
CREATE TABLE pilot_note (
    key BYTEA PRIMARY KEY NOT NULL,
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    group_id TEXT NOT NULL,
    indicator TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX pilot_note_screening ON pilot_note (screening_id);

-- No samples of them either; see 0003_no_samples.sql.
ALTER TABLE pilot_note
    ALTER COLUMN key SET STATISTICS 0,
    ALTER COLUMN indicator SET STATISTICS 0,
    ALTER COLUMN text SET STATISTICS 0;
