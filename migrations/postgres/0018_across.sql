-- Figures across a municipality: which screenings somebody of the place said yes to counting, and what was counted. A
-- screening is counted once, so that no two tallies can be subtracted; a tally holds figures and names no place.
CREATE TABLE across_leave (
    screening_id TEXT PRIMARY KEY NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    counted BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE tally (
    id TEXT PRIMARY KEY NOT NULL,
    instrument_id TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    content TEXT NOT NULL
);
