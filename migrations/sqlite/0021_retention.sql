-- How long a screening's parts are kept, when report and plan were filed, and what has gone: as JSON. Two may write at
-- once: whoever changes it says how often it had been written when they saw it.
CREATE TABLE retention (
    screening_id TEXT PRIMARY KEY NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    content TEXT NOT NULL,
    version BIGINT NOT NULL
);
