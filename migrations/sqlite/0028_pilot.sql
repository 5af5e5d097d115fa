-- What somebody thought at a statement of a pilot. Like a comment it has no unit, no time and nothing that leads to the
-- response or to the person's other notes.
CREATE TABLE pilot_note (
    key BLOB PRIMARY KEY NOT NULL,
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    group_id TEXT NOT NULL,
    indicator TEXT NOT NULL,
    text TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX pilot_note_screening ON pilot_note (screening_id);
