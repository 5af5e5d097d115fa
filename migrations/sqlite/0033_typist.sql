-- Who of those with accounts says that they type booklets of a screening; never which booklets, nor when.
CREATE TABLE typist (
    screening_id TEXT NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    PRIMARY KEY (screening_id, account_id)
) WITHOUT ROWID;
