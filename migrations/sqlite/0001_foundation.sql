-- Same file, same tables in migrations/sqlite and migrations/postgres; only BLOB/BYTEA and WITHOUT ROWID differ.
--
-- The structure of anonymity lives here and cannot be added later: no column relates access_code and response,
-- neither carries a date or time, and a response's random key is its storage order.

CREATE TABLE installation (
    name TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
);

CREATE TABLE organisation (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE account (
    id TEXT PRIMARY KEY NOT NULL,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    administrator BIGINT NOT NULL DEFAULT 0,
    disabled BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE membership (
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    organisation_id TEXT NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    PRIMARY KEY (account_id, organisation_id, role)
);

CREATE TABLE session (
    token_hash BLOB PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    started_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);

CREATE TABLE screening (
    id TEXT PRIMARY KEY NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    instrument TEXT NOT NULL,
    settings TEXT NOT NULL,
    codes_made BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    closing_ends_at BIGINT,
    picture TEXT,
    picture_opened_at BIGINT
);
CREATE INDEX screening_organisation ON screening (organisation_id);

-- A code only starts a questionnaire. state: new, begun, spent. token_hash lets the browser that holds the token go on, and after sending
-- gives it the receipt again; it says nothing about the response.
CREATE TABLE access_code (
    lookup_key BLOB PRIMARY KEY NOT NULL,
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    group_id TEXT NOT NULL,
    unit TEXT NOT NULL,
    state TEXT NOT NULL,
    token_hash BLOB UNIQUE
) WITHOUT ROWID;
CREATE INDEX access_code_screening ON access_code (screening_id);

CREATE TABLE draft (
    id BLOB PRIMARY KEY NOT NULL,
    lookup_key BLOB NOT NULL UNIQUE REFERENCES access_code (lookup_key) ON DELETE CASCADE,
    key_under_token BLOB NOT NULL,
    key_under_words BLOB,
    words_salt BLOB,
    wrong_words BIGINT NOT NULL DEFAULT 0,
    -- How often something was kept: what is sent is what was last kept, or sending begins again.
    saves BIGINT NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE draft_page (
    draft_id BLOB NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    page TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (draft_id, page)
) WITHOUT ROWID;

CREATE TABLE response (
    key BLOB PRIMARY KEY NOT NULL,
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    group_id TEXT NOT NULL,
    unit TEXT,
    answers TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX response_screening ON response (screening_id);

CREATE TABLE comment (
    key BLOB PRIMARY KEY NOT NULL,
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    group_id TEXT NOT NULL,
    focus_point TEXT,
    consent TEXT NOT NULL,
    text TEXT NOT NULL,
    decision TEXT NOT NULL,
    rewritten TEXT
) WITHOUT ROWID;
CREATE INDEX comment_screening ON comment (screening_id);

-- Counts only. kind: submitted (its value is empty), day, channel, help, language.
CREATE TABLE counter (
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    group_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (screening_id, group_id, kind, value)
) WITHOUT ROWID;

CREATE TABLE evidence (
    id TEXT PRIMARY KEY NOT NULL,
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    written_at BIGINT NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX evidence_screening ON evidence (screening_id);

CREATE TABLE rating (
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    indicator TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (id),
    rating TEXT NOT NULL,
    after_picture BIGINT NOT NULL,
    rated_at BIGINT NOT NULL,
    PRIMARY KEY (screening_id, indicator, account_id)
);

CREATE TABLE hearing (
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    plan TEXT NOT NULL,
    PRIMARY KEY (screening_id, number)
);

CREATE TABLE minute_line (
    id TEXT PRIMARY KEY NOT NULL,
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    hearing BIGINT NOT NULL,
    position BIGINT NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX minute_line_screening ON minute_line (screening_id, hearing);

CREATE TABLE report_edit (
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    sentence TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (screening_id, sentence)
);

CREATE TABLE released_report (
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    version BIGINT NOT NULL,
    released_at BIGINT NOT NULL,
    checksum TEXT NOT NULL,
    content TEXT NOT NULL,
    pdf BLOB NOT NULL,
    PRIMARY KEY (screening_id, version)
);

CREATE TABLE audit (
    id TEXT PRIMARY KEY NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    organisation_id TEXT,
    screening_id TEXT,
    event TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX audit_at ON audit (at);
