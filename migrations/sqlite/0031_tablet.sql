-- A shared tablet, by a hash of what its browser holds: for whom one begins there. Nothing of anybody who used it.
CREATE TABLE tablet (
    token_hash BLOB PRIMARY KEY NOT NULL,
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    group_id TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX tablet_screening ON tablet (screening_id);
