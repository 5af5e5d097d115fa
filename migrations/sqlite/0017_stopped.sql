-- A screening may be stopped before its report is released, for good: the day, and the reason that those who took part
-- are told.
ALTER TABLE screening ADD COLUMN stopped_on TEXT;
ALTER TABLE screening ADD COLUMN stopped_reason TEXT;

-- Every code of it is gone. A mark (64 bits of a hash) of each code and each browser that had begun is kept, so that
-- whoever comes with one is told why it leads nowhere. It says neither which of the two it is of, nor group, unit or use.
CREATE TABLE stopped_mark (
    mark BLOB PRIMARY KEY NOT NULL,
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX stopped_mark_screening ON stopped_mark (screening_id);
