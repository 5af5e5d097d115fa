-- Where the name in an open link's address leads. Whether it may be used stands in the screening's settings; here is
-- nothing of anybody who used it.
CREATE TABLE open_link (
    name TEXT PRIMARY KEY NOT NULL,
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    group_id TEXT NOT NULL
);
CREATE INDEX open_link_screening ON open_link (screening_id);
