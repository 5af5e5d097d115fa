-- Mails to those with accounts that wait to be sent. No words of a mail are stored: a row is whom it is to and what it is
-- about, and stays for a while after so that nobody is sent the same twice. tries tells two programs' tries apart.
CREATE TABLE mail (
    id TEXT PRIMARY KEY NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    about TEXT NOT NULL,
    -- waiting, done, given-up.
    state TEXT NOT NULL,
    queued_at BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    answer TEXT NOT NULL,
    UNIQUE (account_id, about)
);
CREATE INDEX mail_next ON mail (state, next_at);

ALTER TABLE account ADD COLUMN reminded BIGINT NOT NULL DEFAULT 1;
