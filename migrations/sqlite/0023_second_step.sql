-- The second step at sign-in: a sealed secret an account, in force where nothing is pending; codes are taken once, and
-- wrong ones counted.
CREATE TABLE second_step (
    account_id TEXT PRIMARY KEY NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    sealed BLOB NOT NULL,
    pending_until BIGINT,
    last_step BIGINT NOT NULL DEFAULT 0,
    tries BIGINT NOT NULL DEFAULT 0,
    tries_since BIGINT NOT NULL DEFAULT 0
);

-- Recovery codes, hashed; a used one is gone.
CREATE TABLE recovery_code (
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    code_hash BLOB NOT NULL,
    PRIMARY KEY (account_id, code_hash)
);

-- Whose password was right, and whose code is asked for now.
CREATE TABLE sign_in_step (
    token_hash BLOB PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    expires_at BIGINT NOT NULL
);
