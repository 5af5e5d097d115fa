-- Whose an account is at a provider of sign-ons: its own name of the person, never an e-mail.
CREATE TABLE sign_on (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    PRIMARY KEY (issuer, subject),
    UNIQUE (account_id, issuer)
);
