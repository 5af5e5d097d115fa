-- An organisation's own instruments. A draft is JSON that two may write in at once: whoever changes it says how often it
-- had been written when they saw it. A version never changes.
CREATE TABLE own_instrument (
    id TEXT PRIMARY KEY NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE
);

CREATE INDEX own_instrument_by_organisation ON own_instrument (organisation_id);

CREATE TABLE instrument_draft (
    own_instrument_id TEXT PRIMARY KEY NOT NULL REFERENCES own_instrument (id) ON DELETE CASCADE,
    content TEXT NOT NULL,
    revision BIGINT NOT NULL
);

CREATE TABLE instrument_version (
    own_instrument_id TEXT NOT NULL REFERENCES own_instrument (id) ON DELETE CASCADE,
    version BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (own_instrument_id, version)
);
