-- Two people work at a hearing at once: whoever changes a plan or a line says how often it had been written when they
-- saw it.
ALTER TABLE hearing ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE minute_line ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

-- Who is invited by name, where somebody typed it; gone when the minutes are approved.
CREATE TABLE hearing_people (
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    hearing BIGINT NOT NULL,
    people TEXT NOT NULL,
    PRIMARY KEY (screening_id, hearing)
);
-- Statistics keep values of a column, deleted ones too.
ALTER TABLE hearing_people ALTER COLUMN people SET STATISTICS 0;

-- A vote on what should come first. Which phones voted and what was voted stand apart; the phones go when it closes.
CREATE TABLE vote (
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    hearing BIGINT NOT NULL,
    code TEXT UNIQUE,
    is_open BIGINT NOT NULL,
    options TEXT NOT NULL,
    PRIMARY KEY (screening_id, hearing)
);

CREATE TABLE vote_phone (
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    hearing BIGINT NOT NULL,
    phone BYTEA NOT NULL,
    PRIMARY KEY (screening_id, hearing, phone)
);

CREATE TABLE vote_count (
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    hearing BIGINT NOT NULL,
    side TEXT NOT NULL,
    choice BIGINT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (screening_id, hearing, side, choice)
);

ALTER TABLE vote_phone ALTER COLUMN hearing SET STATISTICS 0, ALTER COLUMN phone SET STATISTICS 0;
ALTER TABLE vote_count
    ALTER COLUMN hearing SET STATISTICS 0,
    ALTER COLUMN side SET STATISTICS 0,
    ALTER COLUMN choice SET STATISTICS 0,
    ALTER COLUMN n SET STATISTICS 0;
