-- Links with which somebody chooses a new password, once; the link itself is not stored.
CREATE TABLE password_link (
    token_hash BLOB PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    expires_at BIGINT NOT NULL
);
